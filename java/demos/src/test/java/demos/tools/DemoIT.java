package demos.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoIT {

    @Test
    void everythingIsAsItShouldBe() throws IOException, InterruptedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        boolean passed = new Demo(Path.of(System.getProperty("java.oldest")))
                .run(new PrintStream(printed, false, StandardCharsets.UTF_8));
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(passed, text);
        assertTrue(text.matches("(?s).*\n[1-9]\\d* passed, 0 failed\n"), text);
        assertEquals(0, ProcessHandle.current().descendants().count());
    }

    @Test
    void checksCanFail() {
        Report report = new Report();
        report.same("sum", 2, 1 + 1);
        report.says("words", "{A} is {A}, {B} is not\n", "x  is x, y is not\n");
        report.shows("a line", "{FD} tcp  (X)", "fd net\n   3  tcp (X)  \n");
        assertEquals("3 passed, 0 failed", report.passed() + " passed, " + report.failed() + " failed");

        report.same("sum", 2, 1 + 2);
        report.says("words", "{A} is {A}\n", "x is y\n");
        report.says("no more words", "{A}\n", "x\ny\n");
        report.shows("a line", "{FD} tcp (X)", "fd net\n   3  tcp (X) CLOSE\n");
        report.check("nothing", false, "since it fails");
        assertEquals("3 passed, 5 failed", report.passed() + " passed, " + report.failed() + " failed");
        assertTrue(report.toString().endsWith("    FAILED: nothing\n        since it fails\n"), report::toString);
    }

    @Test
    void aToolThatIsLackingIsAFailureInCiAndElsewhereLeftOut() {
        Report report = new Report();
        assertTrue(report.has("sh"));
        assertFalse(report.has("no-such-tool"));
        assertEquals(Tree.isCi() ? 1 : 0, report.failed());
        assertEquals(Tree.isCi() ? 0 : 1, report.lacking().size());
    }
}
