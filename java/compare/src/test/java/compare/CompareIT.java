package compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import libc.Needs;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the experiments say of the kernel and of the JDK is so, on both JVMs. */
class CompareIT {

    private static final Path JAVA = Path.of(System.getProperty("java.newest"), "bin", "java");
    private static final String JAR = System.getProperty("compare.jar");

    @TempDir
    private Path dir;

    @TestFactory
    Stream<DynamicNode> verdicts() {
        return Found.document().findings().stream().map(finding -> dynamicContainer(finding.name(),
                finding.asked().stream().map(asked -> dynamicTest(asked.java(), () ->
                        assertEquals(List.of(), asked.failures())))));
    }

    @Test
    void both_JVMs_are_asked() {
        assertEquals(List.of("Java " + feature("java.newest"), "Java " + feature("java.oldest")), Found.document().javas());
    }

    private static int feature(String home) {
        try {
            return Integer.parseInt(Needs.run(Path.of(System.getProperty(home)), "sh", "-c",
                    "sed -n 's/^JAVA_VERSION=\"\\([0-9]*\\).*/\\1/p' release").strip());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void every_question_is_one() {
        List<String> names = Found.document().findings().stream().map(Finding::name).toList();
        assertTrue(names.size() >= 40);
        assertEquals(names.stream().distinct().toList(), names);
        for (Finding finding : Found.document().findings()) {
            assertTrue(finding.question().matches("[A-Z].*[^.?]\\?"), finding::question);
            finding.verdicts().forEach(on -> assertTrue(on.value().matches("(?s)\\w.*\\."), finding.name() + ": " + on));
        }
    }

    @Test
    void the_page_in_Markdown_is_what_is_found() throws IOException {
        String committed = Files.readString(Path.of("../../docs/jdk-channels.md"));
        assertEquals(Document.withoutCalls(Found.document().markdown()), Document.withoutCalls(committed),
                "make compare writes it anew");
    }

    @Test
    void a_verdict_that_is_not_so_is_a_failure() {
        Map<Side, String> differ = Map.of(Side.SYSCALLS, "0", Side.CHANNELS, "-1");
        Map<Side, String> alike = Map.of(Side.SYSCALLS, "0", Side.CHANNELS, "0");
        Map<Side, String> cannot = Map.of(Side.SYSCALLS, "0", Side.CHANNELS, Lab.CANNOT);
        for (Map<Side, String> answers : List.of(differ, alike, cannot)) {
            List<Verdict.Kind> right = Stream.of(Verdict.same("So."), Verdict.differs("So."), Verdict.jdkCannot("So."))
                    .filter(verdict -> failures(verdict, answers).isEmpty()).map(Verdict::kind).toList();
            assertEquals(List.of(answers == differ ? Verdict.Kind.DIFFERS : answers == alike ? Verdict.Kind.SAME
                    : Verdict.Kind.JDK_CANNOT), right);
        }
    }

    /** Asks what its second side cannot answer. */
    private static final class Broken implements Experiment {

        @Override
        public String question() {
            return "What becomes of a side that throws?";
        }

        @Override
        public Verdict verdict() {
            return Verdict.same("It fails.");
        }

        @Override
        public String syscalls(Lab lab) {
            return "0";
        }

        @Override
        public String channels(Lab lab) throws IOException {
            throw new IOException("on purpose");
        }
    }

    @Test
    void a_side_that_throws_is_a_failure_and_the_tables_are_there() throws Exception {
        Document document = Document.of(List.of(new Run("Java", List.of(Leg.report(new Broken())), null)));
        assertTrue(document.failures().get(0).contains("java.io.IOException: on purpose"), document.failures()::toString);
        assertTrue(document.table().matches("(?s).*broken +differs +0 +failed\n.*"), document::table);
        assertTrue(document.page().contains("failed"));
    }

    private static List<String> failures(Verdict verdict, Map<Side, String> answers) {
        Report report = new Report("Experiment", "topic", "What?", false, verdict, answers, List.of());
        return new Finding.Asked("Java", report, Map.of()).failures();
    }

    @Test
    void the_program_prints_and_writes_what_it_finds() throws Exception {
        Needs.tool("strace");
        String printed = Needs.run(dir, JAVA.toString(), "-jar", JAR, "--java=" + System.getProperty("java.oldest"),
                "--only=EndOfStream", "--page=page.html", "--markdown=page.md");
        assertTrue(printed.matches("(?s).*end of stream +differs +0; 0 +-1; -1\n.*"), printed);
        assertTrue(Files.readString(dir.resolve("page.html")).contains("shutdown(s1, SHUT_WR) = 0"));
        assertTrue(Files.readString(dir.resolve("page.md")).contains("shutdown(s1, SHUT_WR) = 0"));
    }

    @Test
    void a_page_in_Markdown_is_written_only_if_something_else_was_found() throws Exception {
        Path page = dir.resolve("page.md");
        endOfStream(page);
        Files.writeString(page, Files.readString(page).replace("SHUT_WR", "SHUT_RD"));
        endOfStream(page);
        assertTrue(Files.readString(page).contains("SHUT_RD"), "another call");
        Files.writeString(page, Files.readString(page).replace("<code>-1", "<code>-2"));
        endOfStream(page);
        assertTrue(Files.readString(page).contains("SHUT_WR"), "another answer");
    }

    private void endOfStream(Path page) throws Exception {
        Needs.run(dir, JAVA.toString(), "-jar", JAR, "--only=EndOfStream", "--markdown=" + page);
    }

    @Test
    void it_prints_what_README_says() throws Exception {
        Path root = Path.of("../..").toRealPath();
        Matcher transcript = Pattern.compile("```console\n\\$ make -s compare ARGS='(.*)'\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(root.resolve("README.md")));
        assertTrue(transcript.find());
        String printed = Needs.run(dir, "sh", "-c", "cd $0 && exec \"$@\" 2> " + dir.resolve("progress"), root.toString(),
                JAVA.toString(), "-jar", JAR, "--java=" + System.getProperty("java.oldest"),
                "--page=java/compare/target/jdk-channels.html", transcript.group(1));
        assertEquals(transcript.group(2), printed);
    }

    @Test
    void without_strace_it_answers_all_but_what_is_called() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(JAVA.toString(), "-jar", JAR, "--only=EndOfStream|OpenStream",
                "--page=page.html").directory(dir.toFile()).redirectErrorStream(true)
                .redirectOutput(new File(dir.toFile(), "output"));
        builder.environment().put("PATH", dir.toString());
        Process process = builder.start();
        assertTrue(Needs.ends(process));
        String output = Files.readString(dir.resolve("output"));
        assertEquals(0, process.exitValue(), output);
        assertTrue(output.matches("(?s).*end of stream +differs +0; 0 +-1; -1\n.*"), output);
        assertTrue(output.contains("(strace is not installed)"), output);
        assertFalse(Files.readString(dir.resolve("page.html")).contains("recvfrom("));
    }

    @Test
    void what_it_does_not_understand_it_refuses() throws Exception {
        Process process = new ProcessBuilder(JAVA.toString(), "-jar", JAR, "--nonsense").directory(dir.toFile())
                .redirectErrorStream(true).redirectOutput(new File(dir.toFile(), "output")).start();
        assertTrue(Needs.ends(process));
        assertEquals(2, process.exitValue());
        assertTrue(Files.readString(dir.resolve("output")).startsWith("usage: "));
    }
}
