package demos.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinsIT {

    @TempDir
    private Path c;

    @TempDir
    private Path java;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void copy() throws IOException {
        copy(Tree.C_TEXTS, c);
        copy(Tree.JAVA_TEXTS, java);
    }

    @Test
    void allTwinsMakeTheSameCalls() throws IOException {
        assertEquals(List.of(), complaints(160));
    }

    @Test
    void everyLineOfBothIsPrintedInTheWidthAskedFor() throws IOException {
        complaints(120);
        List<String> rows = printed.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(List.of(), rows.stream().filter(row -> row.length() > 120).toList());
        Set<String> left = Set.copyOf(rows.stream().map(row -> row.split("  \\|", 2)[0].strip()).toList());
        for (String line : Files.readAllLines(c.resolve("tcp10_server.c"))) {
            assertTrue(line.length() > 57 || left.contains(line.strip()), line);
        }
    }

    @Test
    void theLinesThatAreTheSameStandSideBySide() throws IOException {
        assertEquals("""

                a.c                   |  a.java
                --------------------  |  --------------------
                one();                |      one();
                                      |      more();
                two();                |      two();
                a line that is        |  four();
                    longer            |
                """, SideBySide.print("a.c", "one();\ntwo();\na line that is longer\n", "a.java",
                "    one();\n    more();\n    two();\nfour();\n", 45));
    }

    @Test
    void anotherCallIsFound() throws IOException {
        alter(java, "tcp10_client.java", "getpeername(fd", "getsockname(fd");
        assertComplaint("tcp10_client parts from its twin: "
                + "C calls getpeername in line \\d+, Java calls getsockname in line \\d+");
    }

    @Test
    void aCallThatIsLackingIsFound() throws IOException {
        alter(java, "udp20_server.java", "fflush(stdout);", "// fflush(stdout);");
        assertComplaint("udp20_server parts from its twin: "
                + "C calls fflush in line \\d+, Java calls recvfrom in line \\d+");
    }

    @Test
    void oneMoreCallIsFound() throws IOException {
        alter(java, "unix20_tcp_server.java", "perror(\"unlink\");", "perror(\"unlink\"); libc.Unistd.close(fd);");
        assertComplaint("unix20_tcp_server parts from its twin: "
                + "C calls exit in line \\d+, Java calls close in line \\d+");
    }

    @Test
    void aCallInCThatTheLibraryLacksIsFound() throws IOException {
        alter(c, "tcp10_server.c", "listen(fd, 1)", "sync(), listen(fd, 1)");
        assertComplaint("tcp10_server parts from its twin: "
                + "C calls sync in line \\d+, Java calls listen in line \\d+");
    }

    @Test
    void anotherExitIsFound() throws IOException {
        alter(c, "tcp20_server.c", "    return 0;\n}", "}");
        assertComplaint("tcp20_server parts from its twin: "
                + "C makes no further call, Java calls exit in line \\d+");
    }

    @Test
    void aDifferenceThatIsKnownHasToBeThere() throws IOException {
        alter(c, "unix10.c", "pid_t pid = fork();", "pid_t pid = getpid();");
        assertComplaint("unix10 parts from its twin: "
                + "C calls getpid in line \\d+, Java calls posix_spawn_file_actions_init .*");
    }

    @Test
    void commentsStringsAndMethodsOfObjectsAreNoCalls() throws IOException {
        alter(java, "tcp10_server.java", "listen(fd, 1)", """
                /* close(fd) // */ "close(fd) \\" //".length() != 0 && '"' != '\\'' && object . close() == \"""
                close(fd) " \""" && listen /* here */ (fd, 1)""");
        alter(c, "tcp10_server.c", "listen(fd, 1)",
                "listen /* close(fd) */ (fd, 1) // close(fd)\n#define X \\\n close(fd)\n");
        assertEquals(List.of(), complaints(160));
    }

    @Test
    void aStructThatIsNamedAsAFunctionIsNoCall() throws IOException {
        alter(java, "tcp10_client.java", "int port = DEFAULT_PORT;", "int port = DEFAULT_PORT; stat st = new stat();");
        assertEquals(List.of(), complaints(160));
        alter(java, "tcp10_client.java", "new stat();", "stat();");
        assertComplaint("tcp10_client parts from its twin: C calls \\w+ in line \\d+, Java calls stat in line \\d+");
    }

    @Test
    void aTwinThatIsLackingIsFound() throws IOException {
        Files.delete(c.resolve("lab10_stream_vs_datagram.c"));
        Files.delete(java.resolve("udp10_server.java"));
        assertEquals(List.of("lab10_stream_vs_datagram has no twin in C", "udp10_server has no twin in Java"),
                complaints(160));
    }

    private void assertComplaint(String regex) throws IOException {
        List<String> complaints = complaints(160);
        assertTrue(complaints.size() == 1 && complaints.get(0).matches(regex), complaints::toString);
    }

    private List<String> complaints(int width) throws IOException {
        return Twins.print(new PrintStream(printed, false, StandardCharsets.UTF_8), c, java, width);
    }

    private static void alter(Path folder, String name, String text, String altered) throws IOException {
        String original = Files.readString(folder.resolve(name));
        assertTrue(original.contains(text), text);
        Files.writeString(folder.resolve(name), original.replace(text, altered));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
