package selftest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** All behaviours, through the jar as users run it. */
class SelftestIT {

    @Test
    void everythingThatAppliesPasses() throws Exception {
        String java = Path.of(System.getProperty("java.newest"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-jar", System.getProperty("selftest.jar"),
                "--java=" + System.getProperty("java.oldest")).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), output);
        System.out.println(output);
    }
}
