package selftest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.*;
import static libc.Fcntl.F_DUPFD_CLOEXEC;
import static libc.Fcntl.fcntl;
import static libc.Poll.*;
import static libc.Strings.memcpy;
import static libc.arpa.Inet.*;
import static libc.sys.Ioctl.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import libc.ErrnoException;
import libc.Struct;
import libc.Unistd;
import libc.netinet.In.sockaddr_in;
import libc.netinet.In.sockaddr_in6;
import libc.sys.Un.sockaddr_un;

/** The sockets of one test on a transport; at its end they are closed and their names removed. */
public final class Sockets {

    private static final int BACKLOG = 5;
    private static final int ASIDE = 300;
    private static final int FAMILY = sizeof(short.class);
    private static final int SECONDS = 10;
    private static final int TEXT = 4096;
    private static final int CHUNK = 1024;
    private static final int CHUNKS = 1 << 20;

    private final Transport transport;
    private final Deque<Integer> descriptors = new ArrayDeque<>();
    private Path dir;
    private int names;

    Sockets(Transport transport) {
        this.transport = transport;
    }

    /** Two sockets that are connected to each other. */
    public record Connected(int client, int server) {}

    /** A descriptor to close at the end. */
    public synchronized int keep(int fd) throws ErrnoException {
        descriptors.push(check(fd));
        return fd;
    }

    /** Closes a descriptor before the end. */
    public synchronized void closeNow(int fd) throws ErrnoException {
        descriptors.removeFirstOccurrence(fd);
        check(Unistd.close(fd));
    }

    /**
     * Moves a descriptor to a number that no other thread of the JVM is given, since the kernel gives the lowest. What is
     * closed there stays closed.
     */
    public synchronized int aside(int fd) throws ErrnoException {
        int aside = keep(fcntl(fd, F_DUPFD_CLOEXEC, ASIDE));
        closeNow(fd);
        return aside;
    }

    /** A socket. */
    public int open() throws ErrnoException {
        return open(0);
    }

    /** A socket with SOCK_NONBLOCK, SOCK_CLOEXEC or both. */
    public int open(int flags) throws ErrnoException {
        return keep(socket(transport.family(), transport.type() | flags, 0));
    }

    /** An address to bind to that nobody has: on loopback with a port of the kernel's choice, or a name. */
    public synchronized sockaddr fresh() throws IOException {
        return switch (transport.naming()) {
            case ADDRESS -> transport.family() == AF_INET
                    ? new sockaddr_in(AF_INET, 0, new in_addr(htonl(INADDR_LOOPBACK)))
                    : new sockaddr_in6(AF_INET6, 0, 0, in6addr_loopback, 0);
            case PATH -> new sockaddr_un(AF_UNIX, (dir().resolve("s" + names++) + "\0").getBytes(UTF_8));
            case ABSTRACT -> new sockaddr_un(AF_UNIX,
                    ("\0libc-selftest-" + ProcessHandle.current().pid() + "-" + System.nanoTime()).getBytes(UTF_8));
            case NONE -> throw new IllegalStateException(transport + " has no names");
        };
    }

    /** The length of an address that {@link #fresh} made, as bind(2) and connect(2) want it. */
    public static int length(sockaddr addr) {
        if (!(addr instanceof sockaddr_un un)) {
            return addr.size();
        }
        int end = un.sun_path.length;
        while (end > 0 && un.sun_path[end - 1] == 0) {
            end--;
        }
        return FAMILY + (un.sun_path[0] == 0 ? end : Math.min(end + 1, un.sun_path.length));
    }

    /** An address of IPv4 or IPv6, the transport's, and a port in host byte order. */
    public sockaddr address(String ip, int port) throws ErrnoException {
        sockaddr addr = transport.family() == AF_INET
                ? new sockaddr_in(AF_INET, htons(port), new in_addr())
                : new sockaddr_in6(AF_INET6, htons(port), 0, in6addr_any, 0);
        Struct host = addr instanceof sockaddr_in in ? in.sin_addr : ((sockaddr_in6) addr).sin6_addr;
        if (inet_pton(transport.family(), ip, host) != 1) {
            throw new IllegalArgumentException(ip);
        }
        return addr;
    }

    /** An address of loopback, IPv4's or IPv6's, and a port in host byte order. */
    public sockaddr loopback(int port) throws ErrnoException {
        return address(transport.family() == AF_INET ? "127.0.0.1" : "::1", port);
    }

    /** A socket's own address as the kernel tells it: all its bytes and no more. */
    public static byte[] nameOf(int fd) throws ErrnoException {
        sockaddr_storage addr = new sockaddr_storage();
        int[] len = {sizeof(addr)};
        check(getsockname(fd, addr, len));
        return memcpy(new byte[len[0]], addr, len[0]);
    }

    /** Its peer's address as the kernel tells it: all its bytes and no more. */
    public static byte[] peerOf(int fd) throws ErrnoException {
        sockaddr_storage addr = new sockaddr_storage();
        int[] len = {sizeof(addr)};
        check(getpeername(fd, addr, len));
        return memcpy(new byte[len[0]], addr, len[0]);
    }

    /** The port, in host byte order, that a socket of IPv4 or IPv6 is bound to; 0 if it is not. */
    public static int portOf(int fd) throws ErrnoException {
        return ByteBuffer.wrap(nameOf(fd)).getShort(FAMILY) & 0xffff;
    }

    /** Binds a socket to a fresh address, and answers the one that it has got. */
    public sockaddr bound(int fd) throws IOException {
        sockaddr addr = fresh();
        check(bind(fd, addr, length(addr)));
        check(getsockname(fd, addr, new int[] {addr.size()}));
        return addr;
    }

    /** Binds a socket to a fresh address and listens there. */
    public sockaddr listening(int fd) throws IOException {
        sockaddr addr = bound(fd);
        check(listen(fd, BACKLOG));
        return addr;
    }

    /** Connects a socket. */
    public void connected(int fd, sockaddr addr) throws ErrnoException {
        check(connect(fd, addr, length(addr)));
    }

    /** Two sockets that are connected to each other; of datagrams, both have a name where the transport has names. */
    public Connected connected() throws IOException {
        if (!transport.isNamed()) {
            int[] sv = new int[2];
            check(socketpair(transport.family(), transport.type(), 0, sv));
            return new Connected(keep(sv[0]), keep(sv[1]));
        }
        int client = open();
        int server = open();
        if (transport.isConnection()) {
            connected(client, listening(server));
            int accepted = keep(accept(server, null, null));
            closeNow(server);
            return new Connected(client, accepted);
        }
        sockaddr clientAddr = bound(client);
        sockaddr serverAddr = bound(server);
        connected(client, serverAddr);
        connected(server, clientAddr);
        return new Connected(client, server);
    }

    /** The events of a descriptor at this moment, of those asked for and those that poll(2) always tells. */
    public static int events(int fd, int asked) throws ErrnoException {
        return events(fd, asked, 0);
    }

    private static int events(int fd, int asked, int milliseconds) throws ErrnoException {
        pollfd[] fds = {new pollfd(fd, asked, 0)};
        check(poll(fds, 1, milliseconds));
        return fds[0].revents;
    }

    /** Waits for all of these events: even on loopback, what one end does the other may see later. */
    public static void await(int fd, int events) throws ErrnoException {
        until("events 0x" + Integer.toHexString(events), () -> (events(fd, events) & events) == events);
    }

    /** What will be true at some time. */
    public interface Condition {
        boolean holds() throws ErrnoException;
    }

    /** Waits, in vain for a limited time, for what another thread or the kernel brings about. */
    public static void until(String what, Condition condition) throws ErrnoException {
        long start = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(SECONDS)) {
                throw new AssertionError("in vain: " + what);
            }
            Thread.yield();
        }
    }

    /** Waits until a thread waits in a call whose argument of that number, from 1 on, is this. */
    public static void untilBlocked(int tid, int number, long argument) throws ErrnoException {
        until("thread " + tid + " waits in a call", () -> {
            String[] call = lineOf("/proc/self/task/" + tid + "/syscall").split(" "); // or "running"
            return call.length > number && Long.decode(call[number]) == argument;
        });
    }

    private static String lineOf(String file) {
        try {
            return Files.readAllLines(Path.of(file)).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a text, whole. */
    public static void sendText(int fd, String text) throws ErrnoException {
        assertEquals(text.length(), check(send(fd, text, text.length(), MSG_NOSIGNAL)));
    }

    /** Waits for something to read, and reads it as a text. */
    public static String recvText(int fd) throws ErrnoException {
        await(fd, POLLIN);
        byte[] text = new byte[TEXT];
        return new String(text, 0, check(recv(fd, text, text.length, MSG_DONTWAIT)), UTF_8);
    }

    /** Sends until there is no room, and answers how many bytes there was room for. */
    public static int fill(int fd) throws ErrnoException {
        byte[] chunk = new byte[CHUNK];
        int sent = 0;
        for (int i = 0; i < CHUNKS; i++) {
            int n = send(fd, chunk, chunk.length, MSG_DONTWAIT);
            if (n == -1) {
                assertFails(EAGAIN, n);
                return sent;
            }
            sent += n;
        }
        throw new AssertionError("still room after " + sent);
    }

    /** How many bytes are there to read; of messages, those of the first. */
    public static int unread(int fd) throws ErrnoException {
        int[] bytes = new int[1];
        check(ioctl(fd, FIONREAD, bytes));
        return bytes[0];
    }

    /** The value of an int option. */
    public static int option(int fd, int level, int name) throws ErrnoException {
        int[] value = new int[1];
        check(getsockopt(fd, level, name, value, new int[] {sizeof(value)}));
        return value[0];
    }

    /** A directory of the test's own. */
    public synchronized Path dir() throws IOException {
        if (dir == null) {
            dir = Files.createTempDirectory("libc");
        }
        return dir;
    }

    void close() throws IOException {
        for (int fd : descriptors) {
            check(Unistd.close(fd));
        }
        descriptors.clear();
        if (dir != null) {
            try (Stream<Path> files = Files.walk(dir)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
