package demos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import demos.tools.Language;
import demos.tools.Program;
import demos.tools.Tree;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A demo in Java makes the system calls that it makes in C, in the same order, with the same arguments and results. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StraceIT {

    private static final int PATIENCE_MS = 20_000;
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final Path NEWEST = Path.of(System.getProperty("java.newest"));
    private static final Path OLDEST = Path.of(System.getProperty("java.oldest"));

    private static final Language FFM = Language.ffm("FFM", NEWEST);
    private static final List<Language> JAVA = List.of(FFM,
            Language.jnr("jnr", NEWEST, "--enable-native-access=ALL-UNNAMED"), Language.jnr("jnr on Java 17", OLDEST));

    /** What demos are made to do. */
    private interface Scene {
        void play(Stage stage) throws IOException, InterruptedException;
    }

    /** Where they do it in one language, traced. */
    private record Stage(Language language, Path directory, Strace strace) {

        Program start(String demo, String... arguments) throws IOException {
            return new Program(directory, strace.command(demo, language.command(demo, arguments)));
        }

        void run(int status, String demo, String... arguments) throws IOException, InterruptedException {
            try (Program program = start(demo, arguments)) {
                assertEquals(status, program.exitStatus(), program::output);
            }
        }
    }

    private static final Map<String, Scene> SCENES = new LinkedHashMap<>();

    static {
        SCENES.put("tcp10", stage -> talk(stage, "tcp10", "0", "listening on 127.0.0.1:(\\d+)"));
        SCENES.put("udp10", stage -> talk(stage, "udp10", "0", "bound to 127.0.0.1:(\\d+)"));
        SCENES.put("udp50_pktinfo", StraceIT::pktinfo);
        SCENES.put("udp60", stage -> stage.run(0, "udp60_mmsg_gso"));
        SCENES.put("unix20_tcp", stage -> talk(stage, "unix20_tcp", "server.sock", "listening on (\\S+)"));
        SCENES.put("unix30_udp", stage -> talk(stage, "unix30_udp", "server.sock", "bound to (\\S+)"));
        // All that runs on the machine shares the names that are no files.
        SCENES.put("unix40_seqpacket", stage -> talk(stage, "unix40_seqpacket",
                String.format("%016x", ThreadLocalRandom.current().nextLong()), "listening on @(\\S+)"));
        SCENES.put("unix50_pass_fd", stage -> talk(stage, "unix50_pass_fd", "server.sock", "listening on (\\S+)"));
        SCENES.put("unix60_credentials",
                stage -> talk(stage, "unix60_credentials", "server.sock", "listening on (\\S+)"));
        SCENES.put("unix60_credentials, without capabilities", StraceIT::refused);
        SCENES.put("tcp20", StraceIT::tcp20);
        SCENES.put("tcp30", StraceIT::tcp30);
        SCENES.put("tcp40 by IPv4", stage -> tcp40(stage, "127.0.0.1"));
        SCENES.put("tcp40 by IPv6", stage -> tcp40(stage, "::1"));
        SCENES.put("tcp50 with poll", stage -> chat(stage, "tcp50_chat_poll"));
        SCENES.put("tcp51 with select", stage -> chat(stage, "tcp51_chat_select"));
        SCENES.put("tcp52 with epoll", stage -> chat(stage, "tcp52_chat_epoll"));
        SCENES.put("tcp60", stage -> stage.run(0, "tcp60_nonblocking_connect"));
        SCENES.put("tcp70", StraceIT::tcp70);
        SCENES.put("tcp80", stage -> talk(stage, "tcp80_oob", "0", "listening on 127.0.0.1:(\\d+)"));
        SCENES.put("udp20", StraceIT::udp20);
        SCENES.put("udp30", stage -> {
            try (Program receiver = stage.start("udp30_multicast_receiver", "0")) {
                stage.run(0, "udp30_multicast_sender", receiver.await("bound to 239.255.95.1:(\\d+)"));
                assertEquals(0, receiver.exitStatus(), receiver::output);
            }
        });
        SCENES.put("udp40", stage -> {
            try (Program receiver = stage.start("udp40_broadcast_receiver", "0")) {
                stage.run(0, "udp40_broadcast_sender", receiver.await("bound to 127.255.255.255:(\\d+)"));
                assertEquals(0, receiver.exitStatus(), receiver::output);
            }
        });
        SCENES.put("unix10", stage -> stage.run(0, "unix10"));
        SCENES.put("lab10", stage -> stage.run(0, "lab10_stream_vs_datagram"));
        SCENES.put("netns10", stage -> stage.run(Tree.isRoot() ? 0 : 1, "netns10_two_hosts"));
        SCENES.put("proc10", StraceIT::proc10);
        SCENES.put("a server that is refused", stage -> {
            try (DatagramSocket taken = new DatagramSocket(0, LOOPBACK)) {
                stage.run(1, "udp10_server", "" + taken.getLocalPort());
            }
        });
        SCENES.put("a client that is refused", stage -> stage.run(1, "unix30_udp_client", "nobody.sock"));
    }

    private final Map<String, List<String>> inC = new HashMap<>();

    @BeforeAll
    static void needsStrace() {
        if (!Tree.hasTool("strace")) {
            assertFalse(Tree.isCi(), "needs strace in PATH");
            abort("needs strace in PATH");
        }
    }

    @TestFactory
    Stream<DynamicTest> theSameCallsAsInC(@TempDir Path directory) {
        return SCENES.keySet().stream().flatMap(scene -> JAVA.stream().map(language -> dynamicTest(
                scene + ", " + language, () -> assertEquals("", difference(scene, language, directory)))));
    }

    @Test
    void anotherFlagIsFound(@TempDir Path directory) throws IOException, InterruptedException {
        assertFound("udp10", directory, "udp10_server", "strlen(answer), 0,", "strlen(answer), MSG_DONTROUTE,",
                "\", 22, 0, {", "\", 22, MSG_DONTROUTE, {");
    }

    @Test
    void anotherCallIsFound(@TempDir Path directory) throws IOException, InterruptedException {
        assertFound("tcp10", directory, "tcp10_client", "getsockname(fd, addr, addr_len)",
                "getpeername(fd, addr, addr_len)", "getsockname(fd", "getpeername(fd");
    }

    @Test
    void oneMoreCallIsFound(@TempDir Path directory) throws IOException, InterruptedException {
        assertFound("unix10", directory, "unix10", "// getpid(2)", "shutdown(fd, SHUT_RD);",
                "sendto(fd", "shutdown(fd");
    }

    @Test
    void anotherSizeIsFound(@TempDir Path directory) throws IOException, InterruptedException {
        assertFound("udp20", directory, "udp20_server", "new byte[65536]", "new byte[65535]", ", 65536,", ", 65535,");
    }

    @Test
    void anotherHighestDescriptorIsFound(@TempDir Path directory) throws IOException, InterruptedException {
        assertFound("tcp51 with select", directory, "tcp51_chat_select", "select(highest + 1,", "select(highest + 2,",
                "(fd1 + 1, [fd1]", " + 1, [fd1]");
    }

    @Test
    void anotherCountIsFound(@TempDir Path directory) throws IOException, InterruptedException {
        assertFound("tcp70", directory, "tcp70_sendfile", "length - offset[0]", "length - offset[0] + 1",
                "file index.html, [0] => [9], 9) = 9", "file index.html, [0] => [9], 10) = 9");
    }

    @Test
    void anotherLineInADemosFileIsFound(@TempDir Path directory) throws IOException, InterruptedException {
        assertFound("unix50_pass_fd", directory, "unix50_pass_fd_client", "two, by", "2nd, by",
                "two, by the client", "2nd, by the client");
    }

    /** What a JVM does by itself is left out where it does it, and counts anywhere else. */
    @Test
    void onlyOwnCallsAreLeftOut(@TempDir Path directory) throws IOException {
        String lookUp = """
                socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, 0) = 4<socket:[1]>
                connect(4<socket:[1]>, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = -1 ENOENT (None)
                close(4<socket:[1]>)                    = 0
                """;
        String probes = """
                socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 4<socket:[2]>
                close(4<socket:[2]>)                    = 0
                socket(AF_INET6, SOCK_STREAM, IPPROTO_IP) = -1 EAFNOSUPPORT (Address family not supported by protocol)
                socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 4<socket:[3]>
                setsockopt(4<socket:[3]>, SOL_SOCKET, SO_REUSEPORT, [1], 4) = 0
                close(4<socket:[3]>)                    = 0
                """;
        String libnet = "openat(AT_FDCWD</>, \"/jdk/lib/libnet.so\", O_RDONLY|O_CLOEXEC) = 4</jdk/lib/libnet.so>\n";
        String files = """
                openat(AT_FDCWD</>, "/tmp/a.so", O_RDWR|O_CREAT|O_EXCL, 0666) = 4</tmp/a.so>
                write(4</tmp/a.so>, "x", 1)             = 1
                write(1<pipe:[4]>, "x", 1)              = 1
                unlink("/tmp/a.so")                     = 0
                """;
        Strace strace = new Strace(directory);
        strace.command("demo", List.of());
        Files.writeString(directory.resolve("trace1.100"), """
                execve("/jdk/bin/java", ["java"], 0x7ffc0 /* 9 vars */) = 0
                read(3</jdk/lib/libjli.so>, "x", 1)     = 1
                clone3({flags=CLONE_VM|CLONE_THREAD, stack=0x7f0}, 88) = 101
                """);
        Files.writeString(directory.resolve("trace1.101"), lookUp + lookUp + files + libnet + libnet + probes
                + "unlink(\"/tmp/b.so\")                     = 0\n" + probes + lookUp);
        Files.writeString(directory.resolve("trace1.102"), lookUp);
        assertEquals("""
                demo:
                unlink("/tmp/b.so") = 0
                socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = fd1
                close(fd1) = 0
                socket(AF_INET6, SOCK_STREAM, IPPROTO_IP) = -1 EAFNOSUPPORT (Address family not supported by protocol)
                socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = fd2
                setsockopt(fd2, SOL_SOCKET, SO_REUSEPORT, [1], 4) = 0
                close(fd2) = 0
                socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, 0) = fd3
                connect(fd3, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = -1 ENOENT (None)
                close(fd3) = 0""", String.join("\n", strace.calls()));
    }

    /** Alters a demo's text in Java, and expects the calls to part where C has the one in its call and Java the other. */
    private void assertFound(String scene, Path directory, String demo, String text, String altered, String c,
            String java) throws IOException, InterruptedException {
        String original = Files.readString(Tree.JAVA_TEXTS.resolve(demo + ".java"));
        assertTrue(original.contains(text), text);
        Path source = Files.writeString(directory.resolve(demo + ".java"), original.replace(text, altered));
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", directory.toString(),
                "-cp", Tree.LIBRARY + ":" + Tree.DEMOS, source.toString()));
        String difference = difference(scene, FFM.before(directory), directory);
        List<String> lines = difference.lines().toList();
        assertTrue(lines.size() > 2 && lines.get(1).contains(c) && lines.get(2).contains(java), difference);
    }

    /** Where the calls part and what they are, or nothing. */
    private String difference(String scene, Language language, Path parent) throws IOException, InterruptedException {
        if (!inC.containsKey(scene)) {
            inC.put(scene, calls(scene, Language.C, parent));
        }
        List<String> c = inC.get(scene);
        List<String> java = calls(scene, language, parent);
        assertTrue(c.size() > 2, c::toString);
        for (int i = 0; i < Math.max(c.size(), java.size()); i++) {
            String left = i < c.size() ? c.get(i) : "nothing";
            String right = i < java.size() ? java.get(i) : "nothing";
            if (!left.equals(right)) {
                return scene + ", " + language + ": the calls part at\nC:    " + shown(List.of(left))
                        + "\nJava: " + shown(List.of(right))
                        + "\n\nC makes\n" + shown(c) + "\n\nJava makes\n" + shown(java);
            }
        }
        return "";
    }

    /** The data of some calls is long. */
    private static String shown(List<String> calls) {
        return calls.stream().map(call -> call.substring(0, Math.min(call.length(), 300)))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> calls(String scene, Language language, Path parent)
            throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory(parent, "");
        Strace strace = new Strace(Files.createTempDirectory(parent, ""));
        SCENES.get(scene).play(new Stage(language, directory, strace));
        return strace.calls();
    }

    private static void talk(Stage stage, String name, String where, String ready)
            throws IOException, InterruptedException {
        try (Program server = stage.start(name + "_server", where)) {
            stage.run(0, name + "_client", server.await(ready));
            assertEquals(0, server.exitStatus(), server::output);
        }
    }

    private static void pktinfo(Stage stage) throws IOException, InterruptedException {
        try (Program server = stage.start("udp50_pktinfo_server", "0", "2")) {
            String port = server.await("bound to port (\\d+)");
            stage.run(0, "udp50_pktinfo_client", port);
            stage.run(0, "udp50_pktinfo_client", port, "::1");
            assertEquals(0, server.exitStatus(), server::output);
        }
    }

    private static void refused(Stage stage) throws IOException, InterruptedException {
        try (Program server = stage.start("unix60_credentials_server", "server.sock")) {
            String demo = "unix60_credentials_client";
            List<String> traced = stage.strace.command(demo,
                    stage.language.command(demo, server.await("listening on (\\S+)")));
            try (Program client = new Program(stage.directory,
                    Tree.isRoot() ? Program.withoutCapabilities(traced) : traced)) {
                assertEquals(0, client.exitStatus(), client::output);
                assertTrue(client.output().contains("refused"), client::output);
            }
            assertEquals(0, server.exitStatus(), server::output);
        }
    }

    private static void tcp20(Stage stage) throws IOException, InterruptedException {
        try (Program server = stage.start("tcp20_server", "0")) {
            String port = server.await("listening on 127.0.0.1:(\\d+)");
            exchange(port, "HTTP/1.1 200 OK", "GET / HTTP/1.1\r\n\r\n");
            assertEquals(0, server.exitStatus(), server::output);
        }
    }

    private static void tcp30(Stage stage) throws IOException, InterruptedException {
        try (Program server = stage.start("tcp30_server", "0", "6")) {
            String port = server.await("listening on 127.0.0.1:(\\d+)");
            exchange(port, "HTTP/1.1 200 OK", "GET / HTTP/1.1\r\n\r\n");
            exchange(port, "HTTP/1.1 200 OK", "HEAD / HTTP/1.1\r\n\r\n");
            exchange(port, "HTTP/1.1 200 OK",
                    "POST / HTTP/1.1\r\nContent-Length: 200000\r\nExpect: 100-continue\r\n\r\n", "x".repeat(200_000));
            exchange(port, "HTTP/1.1 400 Bad Request", "garbage\r\n\r\n");
            exchange(port, "HTTP/1.1 400 Bad Request", "GET / HT");
            exchange(port, "");
            assertEquals(0, server.exitStatus(), server::output);
        }
    }

    private static void tcp40(Stage stage, String host) throws IOException, InterruptedException {
        try (Program server = stage.start("tcp40_echo_server", "0", host)) {
            stage.run(0, "tcp40_echo_client", server.await("listening on \\S+:(\\d+)"), host);
            assertEquals(0, server.exitStatus(), server::output);
        }
    }

    /** Each step waits for the one before, so that the server has one thing to do at a time. */
    private static void chat(Stage stage, String demo) throws IOException, InterruptedException {
        try (Program server = stage.start(demo, "0", "3")) {
            int port = Integer.parseInt(server.await("listening on 127.0.0.1:(\\d+)"));
            try (Socket first = new Socket(LOOPBACK, port)) {
                server.await("client 1 came .*");
                for (int number = 2; number <= 3; number++) {
                    try (Socket other = new Socket(LOOPBACK, port)) {
                        server.await("client " + number + " came .*");
                        other.getOutputStream().write("hello\n".getBytes(UTF_8));
                        String heard = "client " + number + ": hello\n";
                        first.setSoTimeout(PATIENCE_MS);
                        assertEquals(heard, new String(first.getInputStream().readNBytes(heard.length()), UTF_8));
                        server.await(heard.strip());
                        other.shutdownOutput();
                        server.await("client " + number + " left");
                    }
                }
                first.shutdownOutput();
                assertEquals(0, server.exitStatus(), server::output);
            }
        }
    }

    private static void tcp70(Stage stage) throws IOException, InterruptedException {
        Files.writeString(stage.directory.resolve("index.html"), "<p>hello\n");
        Files.write(stage.directory.resolve("big"), new byte[300_000]);
        try (Program server = stage.start("tcp70_sendfile", "0", ".", "5")) {
            String port = server.await("listening on 127.0.0.1:(\\d+)");
            exchange(port, "HTTP/1.1 200 OK", "GET / HTTP/1.1\r\n\r\n");
            exchange(port, "HTTP/1.1 200 OK", "GET /big HTTP/1.1\r\n\r\n");
            exchange(port, "HTTP/1.1 404 Not Found", "GET /../big HTTP/1.1\r\n\r\n");
            exchange(port, "HTTP/1.1 400 Bad Request", "HEAD / HTTP/1.1\r\n\r\n");
            exchange(port, "");
            assertEquals(0, server.exitStatus(), server::output);
        }
    }

    /** Sends a request, and its body when the server says so; expects an answer that begins with these words. */
    private static void exchange(String port, String answer, String... pieces) throws IOException {
        try (Socket socket = new Socket(LOOPBACK, Integer.parseInt(port))) {
            socket.setSoTimeout(PATIENCE_MS);
            for (int i = 0; i < pieces.length; i++) {
                if (i > 0) {
                    String goOn = "HTTP/1.1 100 Continue\r\n\r\n";
                    assertEquals(goOn, new String(socket.getInputStream().readNBytes(goOn.length()), UTF_8));
                }
                socket.getOutputStream().write(pieces[i].getBytes(UTF_8));
            }
            socket.shutdownOutput();
            String answered = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertTrue(answered.startsWith(answer), answered);
        }
    }

    private static void udp20(Stage stage) throws IOException, InterruptedException {
        try (Program server = stage.start("udp20_server", "0", "2");
                DatagramSocket client = new DatagramSocket(0, LOOPBACK)) {
            int port = Integer.parseInt(server.await("bound to 127.0.0.1:(\\d+)"));
            client.setSoTimeout(PATIENCE_MS);
            for (String text : List.of("hello", "")) {
                client.send(new DatagramPacket(text.getBytes(UTF_8), text.length(), LOOPBACK, port));
                DatagramPacket answer = new DatagramPacket(new byte[100], 100);
                client.receive(answer);
                assertEquals(text, new String(answer.getData(), 0, answer.getLength(), UTF_8));
            }
            assertEquals(0, server.exitStatus(), server::output);
        }
    }

    private static void proc10(Stage stage) throws IOException, InterruptedException {
        try (Program server = Language.C.start(stage.directory, "tcp10_server", "0")) {
            server.await("listening on .*");
            stage.run(0, "proc10_sockets", "" + server.pid());
        }
    }
}
