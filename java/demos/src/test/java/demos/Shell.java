package demos;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Commands, as somebody types them who has read README. */
final class Shell {

    static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    /** The JVMs that a prompt runs on: one with the Foreign Function and Memory API, and one that takes jnr. */
    static final List<Path> JVMS = List.of(Path.of(System.getProperty("java.newest")), Path.of(System.getProperty("java.oldest")));

    private Shell() {}

    /** Runs a command for at most two minutes, with a file or nothing to read; it has to succeed. Answers what it printed. */
    static String run(Path where, Path input, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("output", null);
        Process process = new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true)
                .redirectInput(input == null ? Path.of("/dev/null").toFile() : input.toFile())
                .redirectOutput(output.toFile()).start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                fail(String.join(" ", command) + " in " + where + ": " + Files.readString(output));
            }
            return Files.readString(output);
        } finally {
            end(process);
            Files.delete(output);
        }
    }

    /** Leaves nothing of a process. */
    static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
