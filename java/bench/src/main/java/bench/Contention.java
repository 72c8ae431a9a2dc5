package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much else runs while something is measured. */
final class Contention {

    private static final Path PRESSURE = Path.of("/proc/pressure/cpu");
    private static final int CALM = 20;

    private final long start = System.nanoTime();
    private final long waited = waited();

    Contention() throws IOException {}

    /** For how many microseconds since boot some process had to wait for a CPU; 0 where the kernel does not count. */
    private static long waited() throws IOException {
        if (!Files.isReadable(PRESSURE)) {
            return 0;
        }
        String some = Files.readAllLines(PRESSURE).get(0);
        return Long.parseLong(some.substring(some.lastIndexOf('=') + 1));
    }

    /** Says so on standard error, if it is much. */
    void report() throws IOException {
        long contention = 100_000 * (waited() - waited) / (System.nanoTime() - start);
        if (contention > CALM) {
            System.err.println("Processes waited for a CPU " + contention
                    + "% of the time: what else runs here has made its way into the figures.");
        }
    }
}
