package procfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import libc.Needs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** README's programs that cross between descriptors and JDK channels. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BridgesIT {

    private static final Path README = Path.of("").toAbsolutePath().getParent().resolveSibling("README.md");

    @TempDir
    private Path dir;

    /** A program, with what README says it prints if it says that. */
    private static Matcher program(String name) throws IOException {
        Matcher block = Pattern.compile("^```java\n((?:(?!```).*\n)*public class " + name + " (?:(?!```).*\n)*)```\n"
                + "(?:\n```text\n((?:(?!```).*\n)*)```\n)?", Pattern.MULTILINE).matcher(Files.readString(README));
        assertTrue(block.find(), name);
        return block;
    }

    private List<String> command(String name, String text) throws IOException {
        List<String> command = new ArrayList<>(Jvm.command());
        command.add(Files.writeString(dir.resolve(name + ".java"), text).toString());
        return command;
    }

    @Test
    void the_bridges_print_what_README_says() throws Exception {
        Matcher program = program("Bridges");
        assertEquals(program.group(2), Needs.run(dir, command("Bridges", program.group(1)).toArray(String[]::new)));
    }

    @Test
    void the_activated_program_answers_curl() throws Exception {
        Needs.tool("systemd-socket-activate", "curl");
        String socket = dir.resolve("s").toString();
        List<String> command = new ArrayList<>(List.of("systemd-socket-activate", "--listen=" + socket, "--fdname=web"));
        command.addAll(command("Greeter", program("Greeter").group(1)));
        Process process = new ProcessBuilder(command).start();
        try (BufferedReader log = process.errorReader()) {
            String line;
            do {
                line = log.readLine();
                assertNotNull(line);
            } while (!line.startsWith("Listening on"));
            assertEquals("This is web.\n",
                    Needs.run(dir, "curl", "--silent", "--show-error", "--unix-socket", socket, "http://web/"));
            assertTrue(Needs.ends(process));
            assertEquals(0, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }
}
