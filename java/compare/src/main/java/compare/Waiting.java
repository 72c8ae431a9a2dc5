package compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a thread waits, as proc(5) tells. */
public final class Waiting {

    /** The number of futex(2), in which threads wait for the JVM and for each other. */
    private static final String FUTEX = System.getProperty("os.arch").equals("amd64") ? "202 " : "98 ";

    private Waiting() {}

    /** Whether the kernel lets it sleep in a call that is not futex(2). 0 is no thread; one that has ended has no files. */
    public static boolean inKernel(int tid) {
        Path task = Path.of("/proc/self/task", Integer.toString(tid));
        try {
            return tid != 0 && Files.readString(task.resolve("stat")).matches("(?s)\\d+ \\(.*\\) S .*")
                    && Files.readString(task.resolve("syscall")).matches("(?!" + FUTEX + ")\\d+ (?s:.*)");
        } catch (IOException e) {
            return false;
        }
    }
}
