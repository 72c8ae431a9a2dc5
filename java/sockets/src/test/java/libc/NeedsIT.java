package libc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class NeedsIT {

    @Test
    void namesTheToolsThatAreLacking() {
        Needs.tool("sh");
        Class<? extends Throwable> how = "true".equals(System.getenv("CI")) ? AssertionError.class : TestAbortedException.class;
        Throwable lacking = assertThrows(how, () -> Needs.tool("sh", "no-such-tool", "nor-this"));
        assertTrue(lacking.getMessage().endsWith("needs no-such-tool, nor-this in PATH"), lacking.getMessage());
    }

    @Test
    void answersWhatACommandWrote(@TempDir Path dir) throws Exception {
        assertEquals(dir.toRealPath() + "\nerr\n", Needs.run(dir, "sh", "-c", "pwd -P; cat; echo err >&2"));
    }

    @Test
    void failsWithTheOutputOfACommandThatFails(@TempDir Path dir) {
        Throwable failed = assertThrows(AssertionError.class, () -> Needs.run(dir, "sh", "-c", "echo why; exit 3"));
        assertTrue(failed.getMessage().endsWith("exited with 3: why\n"), failed.getMessage());
    }
}
