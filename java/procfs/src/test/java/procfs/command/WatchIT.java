package procfs.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import libc.Needs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sockets --watch}, on a terminal and elsewhere. */
@Tag("once")
@ParameterizedClass
@ValueSource(strings = {"java.newest", "java.oldest"})
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WatchIT {

    private static final String CLOSED = "\033[?7h\033[?25h\033[?1049l";

    @Parameter
    private String java;

    @TempDir
    private Path dir;

    private JsonObject onTerminal(String how) throws Exception {
        Needs.tool("python3", "stty");
        Path script = dir.resolve("screen.py");
        try (var in = WatchIT.class.getResourceAsStream("screen.py")) {
            Files.copy(in, script);
        }
        List<String> command = new ArrayList<>(List.of("python3", script.toString(), how));
        command.addAll(Run.sockets(java, "-tn", "--watch=0.1"));
        return JsonParser.parseString(Run.of(dir, command).succeeded()).getAsJsonObject();
    }

    /** The alternate screen was there and is there no more, there is a cursor, and the settings are those of before. */
    private void assertLeftAsItWas(String how, int status) throws Exception {
        JsonObject end = onTerminal(how);
        assertEquals(status, end.get("status").getAsInt(), end.toString());
        assertTrue(end.get("raw").getAsBoolean(), end.toString());
        assertTrue(end.get("restored").getAsBoolean(), end.toString());
        assertEquals(1, end.get("opened").getAsInt(), end.toString());
        assertEquals(1, end.get("closed").getAsInt(), end.toString());
        assertTrue(end.get("tail").getAsString().endsWith(CLOSED), end.toString());
    }

    @Test
    void endsByAKey() throws Exception {
        assertLeftAsItWas("q", 0);
    }

    @Test
    void endsByCtrlC() throws Exception {
        assertLeftAsItWas("ctrl-c", 130);
    }

    @Test
    void endsByATermination() throws Exception {
        assertLeftAsItWas("TERM", 143);
    }

    @Test
    void endsByAHangup() throws Exception {
        assertLeftAsItWas("HUP", 129);
    }

    /** The next line that a pattern is found in. */
    private static String await(BufferedReader lines, String pattern) throws Exception {
        Pattern wanted = Pattern.compile(pattern);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (wanted.matcher(line).find()) {
                return line;
            }
        }
        throw new AssertionError("no " + pattern);
    }

    @Test
    void withoutATerminalALineForEachChange() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String port = ":" + listener.getLocalPort();
            List<String> command = Run.sockets(java, "-tn", "--watch=0.1", "sport", "=", port, "or", "dport", "=", port);
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (BufferedReader lines = process.inputReader()) {
                String time = "^\\d\\d:\\d\\d:\\d\\d\\.\\d{3} ";
                await(lines, time + "= tcp LISTEN 0 5 .*" + port);
                Socket client = new Socket();
                client.connect(new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()));
                Socket server = listener.accept();
                await(lines, time + "\\+ tcp ESTAB 0 0 .*" + port);
                client.getOutputStream().write(new byte[7]);
                await(lines, time + "~ tcp ESTAB 7 0 .*" + port);
                client.close();
                await(lines, time + "~ tcp ESTAB->CLOSE-WAIT 8 0 .*" + port);
                server.close();
                await(lines, time + "- tcp .*" + port);
                assertTrue(process.isAlive());
            } finally {
                process.destroy();
                assertTrue(Needs.ends(process));
            }
            assertEquals(143, process.exitValue());
        }
    }
}
