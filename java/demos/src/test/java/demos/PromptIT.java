package demos;

import static demos.Shell.ROOT;
import static demos.Shell.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The prompt: what is piped into it, what is typed at a terminal, and the script for any jshell. */
class PromptIT {

    private static final Path JAR = ROOT.resolve("java/sockets/target/libc-sockets-0.1.0.jar");
    private static final Path SCRIPT = ROOT.resolve("java/sockets/src/main/jshell/sockets.jsh");

    static final List<Path> JVMS = Shell.JVMS;

    @TempDir
    private Path dir;

    private String typed(Path jvm, String... lines) throws IOException, InterruptedException {
        Path script = Files.write(dir.resolve("script.jsh"), List.of(lines));
        return run(ROOT, script, "make", "-s", "jshell", "JAVA=" + jvm);
    }

    @ParameterizedTest
    @FieldSource("JVMS")
    void what_is_piped_reads_as_if_it_were_typed(Path jvm) throws Exception {
        assertEquals("""
                jshell> int n = 2
                jshell> for (int i = 0; i < n; i++) {
                   ...>     text("a\\n".getBytes());
                   ...> }
                "a\\n"
                "a\\n"
                jshell>\s
                """, typed(jvm, "int n = 2", "for (int i = 0; i < n; i++) {", "    text(\"a\\n\".getBytes());", "}"));
    }

    @ParameterizedTest
    @FieldSource("JVMS")
    void a_call_that_failed_is_one_line(Path jvm) throws Exception {
        assertEquals("""
                jshell> check(close(-1))
                |  Exception libc.ErrnoException: close: EBADF (Bad file descriptor)
                jshell>\s
                """, typed(jvm, "check(close(-1))"));
    }

    @ParameterizedTest
    @FieldSource("JVMS")
    void the_table_of_sockets_has_those_of_the_prompt(Path jvm) throws Exception {
        String output = typed(jvm, "int fd = socket(AF_INET, SOCK_DGRAM, 0)",
                "sockaddr_in addr = new sockaddr_in(AF_INET, 0, inet_makeaddr(127, 1))", "bind(fd, addr, sizeof(addr))",
                "getsockname(fd, addr, new int[] {sizeof(addr)})",
                "printf(\"fd=%d  kind=UDP  state=TCP_CLOSE  local=/127.0.0.1:%d\\n\", fd, ntohs(addr.sin_port))", "sockets()",
                "close(fd)");
        String row = output.lines().filter(line -> line.startsWith("fd=")).findFirst().orElseThrow(() -> new AssertionError(output));
        assertEquals(1, output.lines().filter(line -> line.startsWith("pid=") && line.contains("  " + row + "  remote=")).count(),
                output);
    }

    @ParameterizedTest
    @FieldSource("JVMS")
    void a_jshell_that_is_there_takes_the_script(Path jvm) throws Exception {
        List<Path> path = new ArrayList<>(List.of(JAR));
        try (Stream<Path> jars = Files.list(ROOT.resolve("java/demos/target/lib"))) {
            jars.forEach(path::add); // jnr, which a Java 17 takes
        }
        Path script = Files.write(dir.resolve("script.jsh"), List.of("printf(\"%zd from a pipe\\n\", socketpair(AF_UNIX, SOCK_STREAM, 0, "
                + "new int[2]))", "man(\"recv\")", "check(close(-1))"));
        String output = run(ROOT, script, jvm.resolve("bin/jshell").toString(), "--class-path",
                path.stream().map(Path::toString).collect(Collectors.joining(":")), "PRINTING", SCRIPT.toString());
        assertTrue(output.contains("0 from a pipe\n"), output);
        assertTrue(output.contains("  int recv(int sockfd, byte[] buf, int len, int flags)\n"), output);
        assertTrue(output.contains("|  Exception libc.ErrnoException: close: EBADF (Bad file descriptor)\n"), output);
        assertFalse(output.contains("        at "), output);
    }

    @ParameterizedTest
    @FieldSource("JVMS")
    void what_is_left_open_is_listed_at_the_end_and_nothing_else(Path jvm) throws Exception {
        Path script = Files.write(dir.resolve("script.jsh"), List.of("int fd = socket(AF_UNIX, SOCK_DGRAM, 0)", "int efd = eventfd(0, 0)",
                "int[] sv = new int[2]", "pipe(sv)", "close(efd)", "close_range(sv[0], sv[1], 0)", "var file = new FileInputStream(\"/dev/null\")"));
        for (String end : List.of("", "; echo /exit")) {
            Process process = new ProcessBuilder("sh", "-c", "{ cat " + script + end + "; } | timeout 100 make -s jshell JAVA=" + jvm)
                    .directory(ROOT.toFile()).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), output);
            List<String> left = output.lines().filter(line -> line.contains("left open: ")).toList();
            assertEquals(1, left.size(), output);
            assertTrue(left.get(0).matches("left open: \\d+, made by socket"), output);
        }
    }

    /** At a terminal that script(1) makes: jshell edits the line and completes it. */
    @ParameterizedTest
    @FieldSource("JVMS")
    void at_a_terminal_it_greets_and_completes(Path jvm) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("timeout", "110", "script", "-qfec",
                "stty rows 40 cols 120; make -s jshell JAVA=" + jvm, "/dev/null");
        builder.environment().put("TERM", "xterm");
        Process process = builder.directory(ROOT.toFile()).redirectErrorStream(true).start();
        try {
            InputStream screen = process.getInputStream();
            String greeting = until(screen, "jshell> ");
            assertTrue(greeting.contains("man(\"recv\")"), greeting);
            type(process, "sockad\t");
            until(screen, "sockaddr_vm");
            type(process, "\25socketpai\t");
            until(screen, "socketpair(");
            type(process, "\25int left = 40 + 2\r");
            until(screen, "\n");
            type(process, "left\r");
            until(screen, "42");
            type(process, "\4");
            assertEquals(0, process.waitFor());
        } finally {
            Shell.end(process);
        }
    }

    private static void type(Process process, String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
    }

    /** What the screen shows until it shows this. */
    private static String until(InputStream screen, String text) throws IOException {
        StringBuilder shown = new StringBuilder();
        while (shown.indexOf(text) < 0) {
            int c = screen.read();
            assertTrue(c >= 0, "no " + text + " in " + shown);
            shown.append((char) c);
        }
        return shown.toString();
    }
}
