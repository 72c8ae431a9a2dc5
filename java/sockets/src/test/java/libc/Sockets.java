package libc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.check;
import static libc.Fcntl.O_CLOEXEC;
import static libc.sys.Socket.AF_INET;
import static libc.sys.Socket.AF_UNIX;
import static libc.sys.Socket.SOCK_STREAM;
import static libc.sys.Socket.accept;
import static libc.sys.Socket.bind;
import static libc.sys.Socket.connect;
import static libc.sys.Socket.getsockname;
import static libc.sys.Socket.listen;
import static libc.sys.Socket.socket;
import static libc.sys.Socket.socketpair;
import static libc.sys.Types.sizeof;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import libc.arpa.Inet;
import libc.internal.call.Native;
import libc.netinet.In.in_addr;
import libc.netinet.In.sockaddr_in;
import libc.sys.Un.sockaddr_un;

/** The descriptors of one test, closed at its end, and addresses on loopback with ports of the kernel's choice. */
final class Sockets implements AutoCloseable {

    private final Deque<Integer> descriptors = new ArrayDeque<>();

    /** The backend is the one that this run is there to test. */
    static void assertBackend() {
        assertEquals(System.getProperty("expected.backend"), Native.backend());
    }

    /** The command that runs a class of the tests on this JVM and this backend. */
    static List<String> java(Class<?> main, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-Dlibc.jar=" + System.getProperty("libc.jar"), "-cp",
                System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        return command;
    }

    /** A descriptor to close at the end. */
    int keep(int fd) throws ErrnoException {
        descriptors.push(check(fd));
        return fd;
    }

    /** Closes a descriptor before the end. */
    void closeNow(int fd) throws ErrnoException {
        descriptors.removeFirstOccurrence(fd);
        check(Unistd.close(fd));
    }

    /** A socket. */
    int open(int domain, int type) throws ErrnoException {
        return keep(socket(domain, type, 0));
    }

    /** Two UNIX sockets that are connected to each other. */
    int[] pair(int type) throws ErrnoException {
        int[] sv = new int[2];
        check(socketpair(AF_UNIX, type, 0, sv));
        keep(sv[0]);
        keep(sv[1]);
        return sv;
    }

    /** Two TCP sockets that are connected to each other, the client's and the server's. */
    int[] tcp() throws ErrnoException {
        int listener = open(AF_INET, SOCK_STREAM);
        sockaddr_in addr = listening(listener, 1);
        int client = open(AF_INET, SOCK_STREAM);
        check(connect(client, addr, sizeof(addr)));
        int server = keep(accept(listener, null, null));
        closeNow(listener);
        return new int[] {client, server};
    }

    /** Binds a socket to loopback, and answers where to. */
    static sockaddr_in bound(int fd) throws ErrnoException {
        sockaddr_in addr = loopback(0);
        check(bind(fd, addr, sizeof(addr)));
        check(getsockname(fd, addr, new int[] {sizeof(addr)}));
        return addr;
    }

    /** Binds a socket to loopback and listens there. */
    static sockaddr_in listening(int fd, int backlog) throws ErrnoException {
        sockaddr_in addr = bound(fd);
        check(listen(fd, backlog));
        return addr;
    }

    /** 127.0.0.1 and a port in host byte order. */
    static sockaddr_in loopback(int port) {
        return in("127.0.0.1", port);
    }

    /** An IPv4 address and a port in host byte order. */
    static sockaddr_in in(String address, int port) {
        return new sockaddr_in(AF_INET, Inet.htons(port), new in_addr(Inet.inet_addr(address)));
    }

    /** The address of a pathname, NUL-terminated where it leaves room. */
    static sockaddr_un un(Path path) {
        return un(path.toString());
    }

    /** The address of a name, which is an abstract one if it begins with NUL. */
    static sockaddr_un un(String name) {
        return new sockaddr_un(AF_UNIX, name.getBytes(UTF_8));
    }

    /** A descriptor of a file, a FIFO or a directory, opened with flags such as O_RDONLY. */
    int file(Path path, int flags) throws ErrnoException {
        return keep(Fcntl.open(path.toString(), flags | O_CLOEXEC));
    }

    @Override
    public void close() throws ErrnoException {
        while (!descriptors.isEmpty()) {
            closeNow(descriptors.peek());
        }
    }
}
