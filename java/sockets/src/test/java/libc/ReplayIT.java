package libc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Random;
import libc.replay.Replay;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls by chance do the same in Java as in a program in C: result, errno and every byte of the caller's memory. */
class ReplayIT {

    private static final long SEED = 20_250_601;
    private static final int CALLS = 50_000;
    private static final int CALLS_GUARDED = 15_000;

    private static final Path SOURCE = Path.of("../../native/replay/replay.c").toAbsolutePath();

    @TempDir
    static Path dir;

    @BeforeAll
    static void compile() throws Exception {
        Sockets.assertBackend();
        Needs.tool("gcc", "unshare", "ip");
        Needs.run(dir, "gcc", "-std=gnu11", "-O2", "-Wall", "-Wextra", "-Werror", "-o", "replay", SOURCE.toString());
    }

    @Test
    void callsThatWereThoughtOf() throws Exception {
        assertSame(SEED, CALLS, false);
    }

    @Test
    void callsThatNobodyThoughtOf() throws Exception {
        assertSame(new Random().nextInt(Integer.MAX_VALUE), CALLS, false);
    }

    /** What C gets of Java's lies between guards: a byte too few is EFAULT, or the end of the JVM. */
    @Test
    void callsBetweenGuards() throws Exception {
        assertSame(new Random().nextInt(Integer.MAX_VALUE), CALLS_GUARDED, true);
    }

    private static void assertSame(long seed, int calls, boolean guarded) throws Exception {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        boolean same = Replay.run(seed, calls, dir.resolve("replay"), dir.resolve("of" + seed), guarded,
                new PrintStream(report, true, UTF_8));
        assertTrue(same, () -> "make replay SEED=" + seed + " CALLS=" + calls + (guarded ? " GUARDED=1" : "") + "\n"
                + report.toString(UTF_8));
    }
}
