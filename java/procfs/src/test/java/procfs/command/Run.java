package procfs.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import libc.Needs;

/**
 * What a command did.
 *
 * @param status its exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Run(int status, String out, String err) {

    /** Runs a command for at most a minute. */
    static Run of(Path dir, List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(dir, "out", null);
        Path err = Files.createTempFile(dir, "err", null);
        Process process = new ProcessBuilder(command).directory(dir.toFile()).redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        if (!Needs.ends(process)) {
            throw new AssertionError(String.join(" ", command) + " did not end: " + Files.readString(err));
        }
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** The command line of {@code sockets} on a JVM, as a user types it. */
    static List<String> sockets(String java, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty(java), "bin", "java").toString(), "-jar",
                System.getProperty("sockets.jar")));
        command.addAll(List.of(arguments));
        return command;
    }

    /** What it wrote to standard output, if it succeeded and said nothing else. */
    String succeeded() {
        assertEquals("", err);
        assertEquals(0, status, out);
        return out;
    }

    /** What it wrote to standard error, if it failed and said nothing else. */
    String failed(int expected) {
        assertEquals(expected, status, out + err);
        assertEquals("", out);
        return err;
    }
}
