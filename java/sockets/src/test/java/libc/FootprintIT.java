package libc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Calls leave nothing behind, in a JVM that has little memory and waits for no collection. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class FootprintIT {

    /** The heap is resident from the start, so that what grows is something else. */
    private static final List<String> LITTLE = List.of("-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisableExplicitGC", "-XX:MaxDirectMemorySize=32m");

    @TempDir
    Path dir;

    @BeforeAll
    static void runsOnTheExpectedBackend() {
        Sockets.assertBackend();
    }

    /** One size on each JVM and backend; {@code make memory} has them all. */
    @Test
    void residentMemoryIsAfterwardsWhatItWasBefore() throws Exception {
        boolean ffm = "ffm".equals(System.getProperty("expected.backend"));
        List<String> size = ffm ? List.of("1048576", "200")
                : Runtime.version().feature() > 17 ? List.of("65536", "5000") : List.of("16777216", "8");
        List<String> command = new ArrayList<>(Sockets.java(Footprint.class, size.toArray(String[]::new)));
        command.addAll(1, LITTLE);
        String table = Needs.run(dir, command.toArray(String[]::new));
        assertTrue(table.contains("the whole table"), table);
    }
}
