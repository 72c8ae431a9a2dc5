package libc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static libc.Errno.check;
import static libc.Fcntl.FD_CLOEXEC;
import static libc.Fcntl.F_GETFD;
import static libc.Fcntl.O_CREAT;
import static libc.Fcntl.O_WRONLY;
import static libc.Fcntl.fcntl;
import static libc.Spawn.posix_spawn;
import static libc.Spawn.posix_spawn_file_actions_adddup2;
import static libc.Spawn.posix_spawn_file_actions_addopen;
import static libc.Unistd.environ;
import static libc.sys.Socket.AF_INET;
import static libc.sys.Socket.AF_UNIX;
import static libc.sys.Socket.SOCK_STREAM;
import static libc.sys.Socket.accept;
import static libc.sys.Socket.bind;
import static libc.sys.Socket.listen;
import static libc.sys.Socket.sizeof;
import static libc.sys.Wait.waitpid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import libc.Spawn.posix_spawn_file_actions_t;
import libc.netinet.In.sockaddr_in;
import libc.nio.DescriptorChannel;
import libc.nio.InheritedChannel;
import libc.nio.SocketActivation;
import libc.nio.SocketActivation.Activated;
import libc.nio.SocketAddresses;
import libc.sys.Un.sockaddr_un;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sockets that are open when a JVM starts. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SocketActivationIT {

    @TempDir
    private Path dir;

    @BeforeAll
    static void runsOnTheExpectedBackend() {
        Sockets.assertBackend();
    }

    /** A shell that becomes a JVM with variables of its environment, {@code $$} being its process id. */
    private static String[] shell(String variables, Class<?> main) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", variables + " exec \"$@\"", "sh"));
        command.addAll(Sockets.java(main));
        return command.toArray(String[]::new);
    }

    static Stream<Arguments> environments() {
        return Stream.of(
                Arguments.of("", "[]"),
                Arguments.of("LISTEN_FDS=1", "[]"),
                Arguments.of("LISTEN_PID=$$", "[]"),
                Arguments.of("LISTEN_PID=1 LISTEN_FDS=1", "[]"),
                Arguments.of("LISTEN_PID=1 LISTEN_FDS=x", "[]"),
                Arguments.of("LISTEN_PID=$$ LISTEN_FDS=0", "[]"),
                Arguments.of("LISTEN_PID=$$ LISTEN_FDS=1", "[Activated[fd=3, name=unknown]]"),
                Arguments.of("LISTEN_PID=$$ LISTEN_FDS=2", "[Activated[fd=3, name=unknown], Activated[fd=4, name=unknown]]"),
                Arguments.of("LISTEN_PID=$$ LISTEN_FDS=2 LISTEN_FDNAMES=a:",
                        "[Activated[fd=3, name=a], Activated[fd=4, name=]]"),
                Arguments.of("LISTEN_PID= LISTEN_FDS=1", "java.lang.IllegalStateException: LISTEN_PID="),
                Arguments.of("LISTEN_PID=$$ LISTEN_FDS=-1", "java.lang.IllegalStateException: LISTEN_FDS=-1"),
                Arguments.of("LISTEN_PID=$$ LISTEN_FDS=2147483645",
                        "java.lang.IllegalStateException: LISTEN_FDS=2147483645"),
                Arguments.of("LISTEN_PID=$$ LISTEN_FDS=2 LISTEN_FDNAMES=a",
                        "java.lang.IllegalStateException: LISTEN_FDS=2 and LISTEN_FDNAMES=a"),
                Arguments.of("LISTEN_PID=$$ LISTEN_FDS=99999",
                        "libc.ErrnoException: fcntl: EBADF (Bad file descriptor)"));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void what_the_variables_say(String variables, String says) throws Exception {
        String opened = "exec 3</dev/null 4</dev/null; ";
        assertEquals(says, Needs.run(dir, shell(opened + variables, Says.class)).strip());
    }

    /** Prints what it was handed over. */
    static final class Says {

        private Says() {}

        public static void main(String[] args) {
            try {
                System.out.println(SocketActivation.descriptors());
            } catch (IOException | IllegalStateException e) {
                System.out.println(e);
            }
        }
    }

    @Test
    void a_listener_of_TCP_and_one_of_UNIX_from_a_launcher() throws Exception {
        Path printed = dir.resolve("printed");
        try (Sockets s = new Sockets()) {
            int tcp = s.open(AF_INET, SOCK_STREAM);
            sockaddr_in addr = Sockets.listening(tcp, 1);
            int unix = s.open(AF_UNIX, SOCK_STREAM);
            sockaddr_un name = Sockets.un(dir.resolve("listener"));
            check(bind(unix, name, sizeof(name)));
            check(listen(unix, 1));

            posix_spawn_file_actions_t actions = new posix_spawn_file_actions_t();
            posix_spawn_file_actions_addopen(actions, 0, "/dev/null", 0, 0);
            posix_spawn_file_actions_addopen(actions, 1, printed.toString(), O_WRONLY | O_CREAT, 0600);
            posix_spawn_file_actions_adddup2(actions, 1, 2);
            posix_spawn_file_actions_adddup2(actions, tcp, 3);
            posix_spawn_file_actions_adddup2(actions, unix, 4);
            int[] pid = new int[1];
            String[] argv = shell("LISTEN_PID=$$ LISTEN_FDS=2 LISTEN_FDNAMES=jdk:calls", Serves.class);
            assertEquals(0, posix_spawn(pid, "/bin/sh", actions, null, argv, environ));
            try (SocketChannel one = SocketChannel.open(SocketAddresses.toJava(addr, sizeof(addr)));
                    SocketChannel two = SocketChannel.open(UnixDomainSocketAddress.of(dir.resolve("listener")))) {
                assertEchoes(one);
                assertEchoes(two);
            }
            int[] status = new int[1];
            check(waitpid(pid[0], status, 0));
            assertEquals(0, status[0], () -> text(printed));
            assertEquals("jdk close-on-exec\ncalls close-on-exec\n", text(printed));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertEchoes(SocketChannel channel) throws IOException {
        channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        channel.shutdownOutput();
        ByteBuffer echo = ByteBuffer.allocate(4);
        while (channel.read(echo) != -1) {
            assertTrue(echo.hasRemaining());
        }
        assertEquals(ByteBuffer.wrap(new byte[] {1, 2, 3}), echo.flip());
    }

    /** Echoes on each listener one connection: on the first by a JDK channel, on the others by system calls. */
    static final class Serves {

        private Serves() {}

        public static void main(String[] args) throws IOException {
            List<Activated> activated = SocketActivation.descriptors();
            for (Activated each : activated) {
                System.out.println(each.name() + (fcntl(each.fd(), F_GETFD) == FD_CLOEXEC ? " close-on-exec" : ""));
            }
            ServerSocketChannel server = (ServerSocketChannel) InheritedChannel.of(activated.get(0).fd());
            try (SocketChannel accepted = server.accept()) {
                echo(accepted);
            }
            for (Activated each : activated.subList(1, activated.size())) {
                try (DescriptorChannel accepted = DescriptorChannel.of(check(accept(each.fd(), null, null)))) {
                    echo(accepted);
                }
            }
        }

        private static void echo(ByteChannel channel) throws IOException {
            ByteBuffer some = ByteBuffer.allocate(100);
            while (channel.read(some) != -1) {
                channel.write(some.flip());
                some.compact();
            }
        }
    }

    @Test
    void a_listener_from_systemd() throws Exception {
        Needs.tool("systemd-socket-activate");
        Path path = dir.resolve("listener");
        List<String> command = new ArrayList<>(List.of("systemd-socket-activate", "--listen=" + path, "--fdname=web"));
        command.addAll(Sockets.java(Serves.class));
        Process process = new ProcessBuilder(command).start();
        try (BufferedReader log = process.errorReader()) {
            String line;
            do {
                line = log.readLine();
                assertNotNull(line);
            } while (!line.startsWith("Listening on"));
            try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
                assertEchoes(channel);
            }
            assertTrue(process.waitFor(30, SECONDS));
            assertEquals("web close-on-exec\n", new String(process.getInputStream().readAllBytes()));
            assertEquals(0, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }
}
