package libc;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a test needs of the machine. Where it is lacking the test is aborted, and in CI it fails. */
public final class Needs {

    private Needs() {}

    /** Programs, each in a directory of PATH. */
    public static void tool(String... names) {
        List<String> lacking = Arrays.stream(names).filter(name -> !onPath(name)).toList();
        if (!lacking.isEmpty()) {
            lacks(String.join(", ", lacking) + " in PATH");
        }
    }

    /** The rights of root. */
    public static void root() {
        try {
            if (!Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
                lacks("root");
            }
        } catch (IOException e) {
            lacks("root, which /proc tells: " + e);
        }
    }

    /** Runs a command in a directory for at most a minute; it has to succeed. Answers all that it wrote. */
    public static String run(Path dir, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(dir, "output", null);
        Process process = new ProcessBuilder(command).directory(dir.toFile()).redirectInput(new File("/dev/null"))
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        if (!ends(process)) {
            fail(String.join(" ", command) + " did not end: " + Files.readString(output));
        }
        if (process.exitValue() != 0) {
            fail(String.join(" ", command) + " exited with " + process.exitValue() + ": " + Files.readString(output));
        }
        return Files.readString(output);
    }

    /** Whether a process ends within a minute. After that there is nothing left of it. */
    public static boolean ends(Process process) throws InterruptedException {
        try {
            return process.waitFor(1, TimeUnit.MINUTES);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Waits until a thread of this process waits in a call on a descriptor. */
    public static void untilItWaits(int tid, int fd) throws IOException {
        Path syscall = Path.of("/proc/self/task", Integer.toString(tid), "syscall");
        String call = "\\d+ 0x" + Integer.toHexString(fd) + " .*\n"; // or "running"
        long start = System.nanoTime();
        while (!Files.readString(syscall).matches(call)) {
            if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(1)) {
                fail("thread " + tid + " does not wait for descriptor " + fd);
            }
            Thread.yield();
        }
    }

    /** Ends a test that found out by itself what is lacking. */
    public static void lacks(String what) {
        String message = "needs " + what;
        if ("true".equals(System.getenv("CI"))) {
            fail(message);
        }
        abort(message);
    }

    private static boolean onPath(String name) {
        return Arrays.stream(System.getenv("PATH").split(":")).anyMatch(dir -> Files.isExecutable(Path.of(dir, name)));
    }
}
