package demos;

import static demos.Shell.ROOT;
import static demos.Shell.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether each lesson shows what its transcript says, and says the same in both languages. */
class LessonsIT {

    private static final Path LESSONS = ROOT.resolve("docs/lessons");

    /** The lessons, by their numbers. */
    static List<Path> lessons() throws IOException {
        try (Stream<Path> files = Files.list(LESSONS)) {
            return files.filter(file -> file.toString().endsWith(".jsh")).sorted().toList();
        }
    }

    /** Each lesson on each JVM. */
    static Stream<Arguments> runs() throws IOException {
        return lessons().stream().flatMap(lesson -> Shell.JVMS.stream().map(jvm -> Arguments.of(lesson.getFileName(), jvm)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void a_lesson_shows_what_its_transcript_says(Path lesson, Path jvm) throws Exception {
        String transcript = Files.readString(LESSONS.resolve("transcripts").resolve(lesson.toString().replace(".jsh", ".txt")));
        String output = run(ROOT, LESSONS.resolve(lesson), "make", "-s", "jshell", "JAVA=" + jvm);
        assertEquals(steady(transcript), steady(output));
    }

    /** Without what differs from run to run, as the lessons' README says. */
    private static String steady(String text) {
        return text.replaceAll("htons\\([1-9]\\d*\\)", "htons(PORT)").replaceAll("pid=\\d+, uid=\\d+, gid=\\d+", "pid=PID, uid=UID, gid=GID")
                .replaceAll("/proc/\\d+/fd/\\d+", "/proc/PID/fd/FD");
    }

    @Test
    void there_are_ten() throws IOException {
        assertEquals(10, lessons().size());
    }

    @Test
    void each_is_there_in_Chinese_with_the_same_code() throws IOException {
        for (Path lesson : lessons()) {
            assertEquals(code(lesson), code(LESSONS.resolve("zh").resolve(lesson.getFileName())));
        }
    }

    private static List<String> code(Path lesson) throws IOException {
        return Files.readAllLines(lesson).stream().filter(line -> !line.startsWith("//")).toList();
    }

    @Test
    void the_index_has_each_by_the_name_it_gives_itself() throws IOException {
        for (Path folder : List.of(LESSONS, LESSONS.resolve("zh"))) {
            String index = Files.readString(folder.resolve("README.md"));
            for (Path lesson : lessons()) {
                String file = lesson.getFileName().toString();
                String name = Files.readAllLines(folder.resolve(file)).get(0).replaceFirst("^// \\d+\\. (.*)[.。]$", "$1");
                assertTrue(index.contains("(" + file + ") | " + name + " |"), file + ": " + name);
            }
        }
    }
}
