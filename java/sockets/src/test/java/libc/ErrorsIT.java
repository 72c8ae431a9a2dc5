package libc;

import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Poll.POLLIN;
import static libc.Poll.poll;
import static libc.Sockets.bound;
import static libc.Sockets.in;
import static libc.Sockets.listening;
import static libc.Sockets.loopback;
import static libc.Sockets.un;
import static libc.Spawn.*;
import static libc.Strings.strerror;
import static libc.Strings.strerrorname_np;
import static libc.Unistd.close;
import static libc.Unistd.environ;
import static libc.Unistd.getpid;
import static libc.Unistd.read;
import static libc.Unistd.unlink;
import static libc.Unistd.write;
import static libc.arpa.Inet.*;
import static libc.netinet.Tcp.*;
import static libc.sys.Socket.*;
import static libc.sys.Wait.waitpid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import libc.Poll.pollfd;
import libc.internal.Libc;
import libc.sys.Un.sockaddr_un;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ERRORS sections of the man pages as tables, run against the kernel. Not here is what takes a signal, another
 * user than root, a full machine or a broken disk.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ErrorsIT {

    /** What errno is before each call. */
    private static final int BEFORE = 4711;

    /** The limit of descriptors of the JVM in which they run out. */
    private static final int LIMIT = 256;

    private static final Set<String> CANNOT_FAIL = Set.of("getpid", "getppid", "inet_lnaof", "inet_makeaddr",
            "inet_netof", "inet_ntoa", "memcpy", "strlen");

    private static final int NO_DESCRIPTOR = 9999;
    private static final int NO_FAMILY = 999;
    private static final int NO_PROTOCOL = 254;
    private static final int NO_OPTION = 9999;

    @TempDir
    private static Path shared;

    private static Map<String, String> scarceOutcomes;

    @TempDir
    Path dir;

    /** A call that fails, on descriptors and files that it makes. */
    private interface Call {
        Object in(Sockets s, Path dir) throws Exception;
    }

    /** A line of the table. */
    private record Row(String function, int error, String why, Object answer, Call call) {

        /** A call that answers -1, and errno says why. */
        static Row fails(String function, int errno, String why, Call call) {
            return new Row(function, errno, why, -1, call);
        }

        /** A call that answers the error number, and leaves errno alone. */
        static Row answers(String function, int error, String why, Call call) {
            return new Row(function, BEFORE, why, error, call);
        }

        String expected() {
            return error == BEFORE ? answer.toString()
                    : answer + " " + function + ": " + strerrorname_np(error) + " (" + strerror(error) + ")";
        }

        /** What the call answers, and where that changes errno, what check makes of it. */
        String outcome(Path dir) throws Exception {
            try (Sockets s = new Sockets()) {
                errno(BEFORE);
                Object is = call.in(s, dir);
                return errno() == BEFORE ? String.valueOf(is)
                        : is + " " + assertThrows(ErrnoException.class, () -> check(-1)).getMessage();
            }
        }

        @Override
        public String toString() {
            return function + ": " + strerrorname_np(error == BEFORE ? (int) answer : error) + ", " + why;
        }
    }

    @BeforeAll
    static void runsOnTheExpectedBackend() {
        Sockets.assertBackend();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"sockets", "names", "connections", "options", "transfers", "descriptors", "processes", "addresses"})
    void theCallFailsAsItsManPageSays(Row row) throws Exception {
        assertEquals(row.expected(), row.outcome(dir));
    }

    @Test
    void everyFunctionThatCanFailHasItsRows() {
        Set<String> functions = Stream.of(Libc.class.getMethods()).map(Method::getName)
                .filter(name -> !CANNOT_FAIL.contains(name)).collect(Collectors.toCollection(TreeSet::new));
        Set<String> rows = Stream.of(sockets(), names(), connections(), options(), transfers(), descriptors(),
                processes(), addresses()).flatMap(List::stream).map(Row::function)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(functions, rows);
    }

    static List<Row> sockets() {
        return List.of(
                Row.fails("socket", EAFNOSUPPORT, "no such family", (s, d) -> socket(NO_FAMILY, SOCK_STREAM, 0)),
                Row.fails("socket", EAFNOSUPPORT, "a negative family", (s, d) -> socket(-1, SOCK_STREAM, 0)),
                Row.fails("socket", EINVAL, "no such type", (s, d) -> socket(AF_INET, 15, 0)),
                Row.fails("socket", EINVAL, "no such flag in the type",
                        (s, d) -> socket(AF_INET, SOCK_STREAM | 0x100000, 0)),
                Row.fails("socket", EINVAL, "no such protocol at all", (s, d) -> socket(AF_INET, SOCK_STREAM, -1)),
                Row.fails("socket", EPROTONOSUPPORT, "a protocol of another type",
                        (s, d) -> socket(AF_INET, SOCK_STREAM, IPPROTO_UDP)),
                Row.fails("socket", EPROTONOSUPPORT, "UNIX sockets have one protocol",
                        (s, d) -> socket(AF_UNIX, SOCK_STREAM, NO_PROTOCOL)),
                Row.fails("socket", ESOCKTNOSUPPORT, "a type that the family lacks",
                        (s, d) -> socket(AF_UNIX, SOCK_RDM, 0)),

                Row.fails("socketpair", EAFNOSUPPORT, "no such family",
                        (s, d) -> socketpair(NO_FAMILY, SOCK_STREAM, 0, new int[2])),
                Row.fails("socketpair", EFAULT, "null", (s, d) -> socketpair(AF_UNIX, SOCK_STREAM, 0, null)),
                Row.fails("socketpair", EINVAL, "no such flag in the type",
                        (s, d) -> socketpair(AF_UNIX, SOCK_STREAM | 0x100000, 0, new int[2])),
                Row.fails("socketpair", EOPNOTSUPP, "TCP", (s, d) -> socketpair(AF_INET, SOCK_STREAM, 0, new int[2])),
                Row.fails("socketpair", EPROTONOSUPPORT, "UNIX sockets have one protocol",
                        (s, d) -> socketpair(AF_UNIX, SOCK_STREAM, NO_PROTOCOL, new int[2])));
    }

    static List<Row> names() {
        return List.of(
                Row.fails("bind", EADDRINUSE, "the port is another socket's",
                        (s, d) -> bind(tcp(s), bound(tcp(s)), sizeof(sockaddr_in.class))),
                Row.fails("bind", EADDRINUSE, "the path exists", (s, d) -> {
                    sockaddr_un addr = un(Files.createFile(d.resolve("socket")));
                    return bind(s.open(AF_UNIX, SOCK_STREAM), addr, sizeof(addr));
                }),
                Row.fails("bind", EADDRNOTAVAIL, "not an address of this machine",
                        (s, d) -> bind(tcp(s), in("198.51.100.1", 0), sizeof(sockaddr_in.class))),
                Row.fails("bind", EAFNOSUPPORT, "an IPv4 socket, an IPv6 address",
                        (s, d) -> bind(tcp(s), new sockaddr_in6(AF_INET6, 0, 0, in6addr_loopback, 0),
                                sizeof(sockaddr_in6.class))),
                Row.fails("bind", EBADF, "closed", (s, d) -> bind(closed(s), loopback(0), sizeof(sockaddr_in.class))),
                Row.fails("bind", EBADF, "-1", (s, d) -> bind(-1, loopback(0), sizeof(sockaddr_in.class))),
                Row.fails("bind", EFAULT, "null", (s, d) -> bind(tcp(s), null, sizeof(sockaddr_in.class))),
                Row.fails("bind", EINVAL, "bound already", (s, d) -> {
                    int fd = tcp(s);
                    bound(fd);
                    return bind(fd, loopback(0), sizeof(sockaddr_in.class));
                }),
                Row.fails("bind", EINVAL, "addrlen too short", (s, d) -> bind(tcp(s), loopback(0), 15)),
                Row.fails("bind", EINVAL, "addrlen negative", (s, d) -> bind(tcp(s), loopback(0), -1)),
                Row.fails("bind", EINVAL, "addrlen beyond a sockaddr_un", (s, d) ->
                        bind(s.open(AF_UNIX, SOCK_STREAM), new sockaddr_storage(un("x")),
                                sizeof(sockaddr_storage.class))),
                Row.fails("bind", ELOOP, "the directory is a link to itself", (s, d) -> {
                    Path loop = Files.createSymbolicLink(d.resolve("loop"), d.resolve("loop"));
                    return bindTo(s, loop.resolve("socket"));
                }),
                Row.fails("bind", ENODEV, "a link-local address without an interface", (s, d) -> {
                    in6_addr addr = new in6_addr();
                    check(inet_pton(AF_INET6, "fe80::1", addr));
                    return bind(s.open(AF_INET6, SOCK_STREAM),
                            new sockaddr_in6(AF_INET6, 0, 0, addr, Integer.MAX_VALUE), sizeof(sockaddr_in6.class));
                }),
                Row.fails("bind", ENOENT, "no such directory", (s, d) -> bindTo(s, d.resolve("none/socket"))),
                Row.fails("bind", ENOTDIR, "a file for a directory",
                        (s, d) -> bindTo(s, Files.createFile(d.resolve("file")).resolve("socket"))),
                Row.fails("bind", ENOTSOCK, "a file",
                        (s, d) -> bind(file(s, d), loopback(0), sizeof(sockaddr_in.class))),

                Row.fails("getsockname", EBADF, "closed", (s, d) -> getsockname(closed(s), loopback(0), length())),
                Row.fails("getsockname", EFAULT, "addr null", (s, d) -> getsockname(tcp(s), null, length())),
                Row.fails("getsockname", EFAULT, "addrlen null", (s, d) -> getsockname(tcp(s), loopback(0), null)),
                Row.fails("getsockname", EINVAL, "addrlen negative",
                        (s, d) -> getsockname(tcp(s), loopback(0), new int[] {-1})),
                Row.fails("getsockname", ENOTSOCK, "a file",
                        (s, d) -> getsockname(file(s, d), loopback(0), length())),

                Row.fails("getpeername", EBADF, "closed", (s, d) -> getpeername(closed(s), loopback(0), length())),
                Row.fails("getpeername", EFAULT, "addr null", (s, d) -> getpeername(s.tcp()[0], null, length())),
                Row.fails("getpeername", EFAULT, "addrlen null",
                        (s, d) -> getpeername(s.tcp()[0], loopback(0), null)),
                Row.fails("getpeername", EINVAL, "addrlen negative",
                        (s, d) -> getpeername(s.tcp()[0], loopback(0), new int[] {-1})),
                Row.fails("getpeername", ENOTCONN, "not connected",
                        (s, d) -> getpeername(tcp(s), loopback(0), length())),
                Row.fails("getpeername", ENOTSOCK, "a file",
                        (s, d) -> getpeername(file(s, d), loopback(0), length())));
    }

    static List<Row> connections() {
        return List.of(
                Row.fails("listen", EADDRINUSE, "another socket listens on the port", (s, d) -> {
                    int one = reusing(tcp(s));
                    int other = reusing(tcp(s));
                    sockaddr_in addr = bound(one);
                    check(bind(other, addr, sizeof(addr)));
                    check(listen(one, 1));
                    return listen(other, 1);
                }),
                Row.fails("listen", EBADF, "closed", (s, d) -> listen(closed(s), 1)),
                Row.fails("listen", EINVAL, "connected", (s, d) -> listen(s.tcp()[0], 1)),
                Row.fails("listen", EINVAL, "a UNIX socket without a name",
                        (s, d) -> listen(s.open(AF_UNIX, SOCK_STREAM), 1)),
                Row.fails("listen", ENOTSOCK, "a file", (s, d) -> listen(file(s, d), 1)),
                Row.fails("listen", EOPNOTSUPP, "UDP", (s, d) -> listen(udp(s), 1)),

                Row.fails("accept", EAGAIN, "nonblocking", (s, d) -> {
                    int fd = s.open(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
                    listening(fd, 1);
                    return accept(fd, null, null);
                }),
                Row.fails("accept", EAGAIN, "SO_RCVTIMEO has passed", (s, d) -> {
                    int fd = soonGivingUp(tcp(s));
                    listening(fd, 1);
                    return accept(fd, null, null);
                }),
                Row.fails("accept", EBADF, "closed", (s, d) -> accept(closed(s), null, null)),
                Row.fails("accept", EFAULT, "addrlen null", (s, d) -> accept(called(s), loopback(0), null)),
                Row.fails("accept", EINVAL, "addrlen negative",
                        (s, d) -> accept(called(s), loopback(0), new int[] {-1})),
                Row.fails("accept", EINVAL, "not listening", (s, d) -> accept(tcp(s), null, null)),
                Row.fails("accept", ENOTSOCK, "a file", (s, d) -> accept(file(s, d), null, null)),
                Row.fails("accept", EOPNOTSUPP, "UDP", (s, d) -> accept(udp(s), null, null)),

                Row.fails("connect", EACCES, "a broadcast address without SO_BROADCAST",
                        (s, d) -> connect(udp(s), in("127.255.255.255", 9), sizeof(sockaddr_in.class))),
                Row.fails("connect", EADDRNOTAVAIL, "another socket has the same two addresses", (s, d) -> {
                    sockaddr_in server = listening(tcp(s), 5);
                    int one = reusing(tcp(s));
                    int other = reusing(tcp(s));
                    sockaddr_in local = bound(one);
                    check(bind(other, local, sizeof(local)));
                    check(connect(one, server, sizeof(server)));
                    return connect(other, server, sizeof(server));
                }),
                Row.fails("connect", EAFNOSUPPORT, "a family that is not the socket's", (s, d) -> {
                    sockaddr_in addr = loopback(9);
                    addr.sa_family(AF_UNIX);
                    return connect(tcp(s), addr, sizeof(addr));
                }),
                Row.fails("connect", EAGAIN, "a UNIX socket, nonblocking, the backlog full", (s, d) -> {
                    sockaddr_un addr = un(d.resolve("socket"));
                    int listener = s.open(AF_UNIX, SOCK_STREAM);
                    check(bind(listener, addr, sizeof(addr)));
                    check(listen(listener, 0));
                    check(connect(s.open(AF_UNIX, SOCK_STREAM), addr, sizeof(addr)));
                    return connect(s.open(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK), addr, sizeof(addr));
                }),
                Row.fails("connect", EALREADY, "nonblocking, and under way already", (s, d) -> {
                    sockaddr_in addr = deaf(s);
                    int fd = s.open(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
                    assertEquals(-1, connect(fd, addr, sizeof(addr)));
                    assertEquals(EINPROGRESS, errno());
                    return connect(fd, addr, sizeof(addr));
                }),
                Row.fails("connect", EBADF, "closed",
                        (s, d) -> connect(closed(s), loopback(9), sizeof(sockaddr_in.class))),
                Row.fails("connect", ECONNREFUSED, "nobody listens",
                        (s, d) -> connect(tcp(s), bound(tcp(s)), sizeof(sockaddr_in.class))),
                Row.fails("connect", ECONNREFUSED, "a path where nobody listens any more", (s, d) -> {
                    sockaddr_un addr = un(d.resolve("socket"));
                    int listener = s.open(AF_UNIX, SOCK_STREAM);
                    check(bind(listener, addr, sizeof(addr)));
                    s.closeNow(listener);
                    return connect(s.open(AF_UNIX, SOCK_STREAM), addr, sizeof(addr));
                }),
                Row.fails("connect", ECONNREFUSED, "a path that is a file", (s, d) ->
                        connectTo(s, Files.createFile(d.resolve("file")))),
                Row.fails("connect", EFAULT, "null", (s, d) -> connect(tcp(s), null, sizeof(sockaddr_in.class))),
                Row.fails("connect", EINPROGRESS, "nonblocking", (s, d) ->
                        connect(s.open(AF_INET, SOCK_STREAM | SOCK_NONBLOCK), listening(tcp(s), 1),
                                sizeof(sockaddr_in.class))),
                Row.fails("connect", EINPROGRESS, "SO_SNDTIMEO has passed", (s, d) ->
                        connect(soonGivingUp(tcp(s)), deaf(s), sizeof(sockaddr_in.class))),
                Row.fails("connect", EINVAL, "addrlen too short", (s, d) -> connect(tcp(s), loopback(9), 4)),
                Row.fails("connect", EINVAL, "addrlen negative", (s, d) -> connect(tcp(s), loopback(9), -1)),
                Row.fails("connect", EISCONN, "connected already", (s, d) ->
                        connect(s.tcp()[0], loopback(9), sizeof(sockaddr_in.class))),
                Row.fails("connect", ENETUNREACH, "TCP to a multicast address",
                        (s, d) -> connect(tcp(s), in("224.0.0.1", 9), sizeof(sockaddr_in.class))),
                Row.fails("connect", ENOENT, "no such path", (s, d) -> connectTo(s, d.resolve("none"))),
                Row.fails("connect", ENOTSOCK, "a file",
                        (s, d) -> connect(file(s, d), loopback(9), sizeof(sockaddr_in.class))),
                Row.fails("connect", EPROTOTYPE, "a stream to a datagram socket", (s, d) -> {
                    sockaddr_un addr = un(d.resolve("socket"));
                    check(bind(s.open(AF_UNIX, SOCK_DGRAM), addr, sizeof(addr)));
                    return connect(s.open(AF_UNIX, SOCK_STREAM), addr, sizeof(addr));
                }),
                Row.fails("connect", ETIMEDOUT, "the server does not answer", (s, d) -> {
                    int fd = tcp(s);
                    check(setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, 1));
                    return connect(fd, deaf(s), sizeof(sockaddr_in.class));
                }),

                Row.fails("shutdown", EBADF, "closed", (s, d) -> shutdown(closed(s), SHUT_RDWR)),
                Row.fails("shutdown", EINVAL, "no such direction", (s, d) -> shutdown(s.tcp()[0], 3)),
                Row.fails("shutdown", EINVAL, "a negative direction", (s, d) -> shutdown(s.tcp()[0], -1)),
                Row.fails("shutdown", ENOTCONN, "not connected", (s, d) -> shutdown(tcp(s), SHUT_WR)),
                Row.fails("shutdown", ENOTSOCK, "a file", (s, d) -> shutdown(file(s, d), SHUT_WR)));
    }

    static List<Row> options() {
        return List.of(
                Row.fails("getsockopt", EBADF, "closed",
                        (s, d) -> getsockopt(closed(s), SOL_SOCKET, SO_TYPE, new int[1], new int[] {4})),
                Row.fails("getsockopt", EFAULT, "optval null",
                        (s, d) -> getsockopt(tcp(s), SOL_SOCKET, SO_TYPE, (int[]) null, new int[] {4})),
                Row.fails("getsockopt", EFAULT, "optval a null buffer",
                        (s, d) -> getsockopt(tcp(s), SOL_SOCKET, SO_TYPE, null)),
                Row.fails("getsockopt", EFAULT, "optlen null",
                        (s, d) -> getsockopt(tcp(s), SOL_SOCKET, SO_TYPE, new int[1], null)),
                Row.fails("getsockopt", EINVAL, "optlen negative",
                        (s, d) -> getsockopt(tcp(s), SOL_SOCKET, SO_TYPE, new int[1], new int[] {-1})),
                Row.fails("getsockopt", ENOPROTOOPT, "no such option of sockets",
                        (s, d) -> getsockopt(tcp(s), SOL_SOCKET, NO_OPTION, new int[1], new int[] {4})),
                Row.fails("getsockopt", ENOPROTOOPT, "no such option of TCP",
                        (s, d) -> getsockopt(tcp(s), IPPROTO_TCP, NO_OPTION, new int[1], new int[] {4})),
                Row.fails("getsockopt", ENOTCONN, "SO_PEERNAME, not connected",
                        (s, d) -> getsockopt(tcp(s), SOL_SOCKET, SO_PEERNAME, new byte[16], new int[] {16})),
                Row.fails("getsockopt", ENOTSOCK, "a file",
                        (s, d) -> getsockopt(file(s, d), SOL_SOCKET, SO_TYPE, new int[1], new int[] {4})),
                Row.fails("getsockopt", EOPNOTSUPP, "no such level",
                        (s, d) -> getsockopt(tcp(s), NO_PROTOCOL, 1, new int[1], new int[] {4})),

                Row.fails("setsockopt", EADDRNOTAVAIL, "IP_DROP_MEMBERSHIP of what was not joined",
                        (s, d) -> setsockopt(udp(s), IPPROTO_IP, IP_DROP_MEMBERSHIP, membership("239.1.2.3"),
                                sizeof(ip_mreqn.class))),
                Row.fails("setsockopt", EBADF, "closed", (s, d) -> setsockopt(closed(s), SOL_SOCKET, SO_REUSEADDR, 1)),
                Row.fails("setsockopt", EDOM, "more than a second of microseconds",
                        (s, d) -> setsockopt(tcp(s), SOL_SOCKET, SO_RCVTIMEO, new timeval(0, 1_000_000),
                                sizeof(timeval.class))),
                Row.fails("setsockopt", EFAULT, "null",
                        (s, d) -> setsockopt(tcp(s), SOL_SOCKET, SO_REUSEADDR, (int[]) null, 4)),
                Row.fails("setsockopt", EFAULT, "a null buffer",
                        (s, d) -> setsockopt(tcp(s), SOL_SOCKET, SO_REUSEADDR, (ByteBuffer) null)),
                Row.fails("setsockopt", EINVAL, "optlen too short",
                        (s, d) -> setsockopt(tcp(s), SOL_SOCKET, SO_REUSEADDR, 1, 3)),
                Row.fails("setsockopt", EINVAL, "optlen negative",
                        (s, d) -> setsockopt(tcp(s), SOL_SOCKET, SO_REUSEADDR, new int[] {1}, -1)),
                Row.fails("setsockopt", EINVAL, "optlen of a plain int negative",
                        (s, d) -> setsockopt(tcp(s), SOL_SOCKET, SO_REUSEADDR, 1, -1)),
                Row.fails("setsockopt", EINVAL, "IP_ADD_MEMBERSHIP of what is not a group",
                        (s, d) -> setsockopt(udp(s), IPPROTO_IP, IP_ADD_MEMBERSHIP, membership("127.0.0.1"),
                                sizeof(ip_mreqn.class))),
                Row.fails("setsockopt", ENODEV, "SO_BINDTODEVICE of no interface",
                        (s, d) -> setsockopt(udp(s), SOL_SOCKET, SO_BINDTODEVICE, "no-such-if", 11)),
                Row.fails("setsockopt", ENOENT, "TCP_CONGESTION of no algorithm",
                        (s, d) -> setsockopt(tcp(s), IPPROTO_TCP, TCP_CONGESTION, "no-such-cc", 11)),
                Row.fails("setsockopt", ENOPROTOOPT, "no such option of sockets",
                        (s, d) -> setsockopt(tcp(s), SOL_SOCKET, NO_OPTION, 1)),
                Row.fails("setsockopt", ENOPROTOOPT, "no such option of TCP",
                        (s, d) -> setsockopt(tcp(s), IPPROTO_TCP, NO_OPTION, 1)),
                Row.fails("setsockopt", ENOPROTOOPT, "no such level",
                        (s, d) -> setsockopt(tcp(s), NO_PROTOCOL, 1, 1)),
                Row.fails("setsockopt", ENOTSOCK, "a file",
                        (s, d) -> setsockopt(file(s, d), SOL_SOCKET, SO_REUSEADDR, 1)));
    }

    static List<Row> transfers() {
        List<Row> rows = new ArrayList<>();
        rows.addAll(List.of(
                Row.fails("send", EAGAIN, "nonblocking and full", (s, d) -> send(full(s), "x", 1, 0)),
                Row.fails("send", EAGAIN, "MSG_DONTWAIT and full", (s, d) -> {
                    int fd = full(s);
                    check(fcntl(fd, F_SETFL, 0));
                    return send(fd, "x", 1, MSG_DONTWAIT);
                }),
                Row.fails("send", EBADF, "closed", (s, d) -> send(closed(s), "x", 1, 0)),
                Row.fails("send", ECONNREFUSED, "the datagram before found no receiver", (s, d) -> {
                    int fd = refusedUdp(s);
                    return send(fd, "x", 1, 0);
                }),
                Row.fails("send", ECONNRESET, "the peer has reset the connection",
                        (s, d) -> send(reset(s), "x", 1, 0)),
                Row.fails("send", EDESTADDRREQ, "UDP without a peer", (s, d) -> send(udp(s), "x", 1, 0)),
                Row.fails("send", EFAULT, "null", (s, d) -> send(s.tcp()[0], (byte[]) null, 1, 0)),
                Row.fails("send", EFAULT, "a null buffer", (s, d) -> send(s.tcp()[0], (ByteBuffer) null, 0)),
                Row.fails("send", EMSGSIZE, "more than a datagram takes",
                        (s, d) -> send(connectedUdp(s), new byte[65508], 65508, 0)),
                Row.fails("send", ENOTCONN, "a UNIX socket that is not connected",
                        (s, d) -> send(s.open(AF_UNIX, SOCK_STREAM), "x", 1, 0)),
                Row.fails("send", ENOTSOCK, "a file", (s, d) -> send(file(s, d), "x", 1, 0)),
                Row.fails("send", EOPNOTSUPP, "MSG_OOB over UDP", (s, d) -> send(connectedUdp(s), "x", 1, MSG_OOB)),
                Row.fails("send", EPIPE, "after shutdown(SHUT_WR)", (s, d) -> {
                    int fd = s.tcp()[0];
                    check(shutdown(fd, SHUT_WR));
                    return send(fd, "x", 1, 0);
                }),
                Row.fails("send", EPIPE, "the peer is closed, with MSG_NOSIGNAL", (s, d) -> {
                    int[] sv = s.pair(SOCK_STREAM);
                    s.closeNow(sv[1]);
                    return send(sv[0], "x", 1, MSG_NOSIGNAL);
                }),

                Row.fails("sendto", EACCES, "a broadcast address without SO_BROADCAST",
                        (s, d) -> sendto(udp(s), "x", 1, 0, in("127.255.255.255", 9), sizeof(sockaddr_in.class))),
                Row.fails("sendto", EAFNOSUPPORT, "a family that is not the socket's", (s, d) ->
                        sendto(udp(s), "x", 1, 0, new sockaddr_in6(AF_INET6, 1, 0, in6addr_loopback, 0),
                                sizeof(sockaddr_in6.class))),
                Row.fails("sendto", EBADF, "closed",
                        (s, d) -> sendto(closed(s), "x", 1, 0, loopback(9), sizeof(sockaddr_in.class))),
                Row.fails("sendto", ECONNREFUSED, "a UNIX datagram to a path where nobody is", (s, d) -> {
                    sockaddr_un addr = un(d.resolve("socket"));
                    int other = s.open(AF_UNIX, SOCK_DGRAM);
                    check(bind(other, addr, sizeof(addr)));
                    s.closeNow(other);
                    return sendto(s.open(AF_UNIX, SOCK_DGRAM), "x", 1, 0, addr, sizeof(addr));
                }),
                Row.fails("sendto", EDESTADDRREQ, "UDP without an address",
                        (s, d) -> sendto(udp(s), "x", 1, 0, null, 0)),
                Row.fails("sendto", EFAULT, "null", (s, d) ->
                        sendto(udp(s), (byte[]) null, 1, 0, loopback(9), sizeof(sockaddr_in.class))),
                Row.fails("sendto", EFAULT, "a null buffer", (s, d) ->
                        sendto(udp(s), (ByteBuffer) null, 0, loopback(9), sizeof(sockaddr_in.class))),
                Row.fails("sendto", EINVAL, "port 0", (s, d) ->
                        sendto(udp(s), "x", 1, 0, loopback(0), sizeof(sockaddr_in.class))),
                Row.fails("sendto", EINVAL, "addrlen too short", (s, d) -> sendto(udp(s), "x", 1, 0, loopback(9), 15)),
                Row.fails("sendto", EINVAL, "addrlen negative", (s, d) -> sendto(udp(s), "x", 1, 0, loopback(9), -1)),
                Row.fails("sendto", EISCONN, "a connected UNIX stream, an address as well", (s, d) ->
                        sendto(s.pair(SOCK_STREAM)[0], "x", 1, 0, un("x"), sizeof(sockaddr_un.class))),
                Row.fails("sendto", EMSGSIZE, "more than a datagram takes", (s, d) ->
                        sendto(udp(s), new byte[65508], 65508, 0, bound(udp(s)), sizeof(sockaddr_in.class))),
                Row.fails("sendto", ENOENT, "no such path", (s, d) -> sendto(s.open(AF_UNIX, SOCK_DGRAM), "x", 1, 0,
                        un(d.resolve("none")), sizeof(sockaddr_un.class))),
                Row.fails("sendto", ENOTSOCK, "a file", (s, d) ->
                        sendto(file(s, d), "x", 1, 0, loopback(9), sizeof(sockaddr_in.class))),
                Row.fails("sendto", EPROTOTYPE, "a datagram to a stream socket", (s, d) -> {
                    sockaddr_un addr = un(d.resolve("socket"));
                    check(bind(s.open(AF_UNIX, SOCK_STREAM), addr, sizeof(addr)));
                    return sendto(s.open(AF_UNIX, SOCK_DGRAM), "x", 1, 0, addr, sizeof(addr));
                })));
        byte[] buf = new byte[1];
        rows.addAll(List.of(
                Row.fails("recv", EAGAIN, "nonblocking",
                        (s, d) -> recv(s.pair(SOCK_STREAM | SOCK_NONBLOCK)[0], buf, 1, 0)),
                Row.fails("recv", EAGAIN, "MSG_DONTWAIT", (s, d) -> recv(s.tcp()[0], buf, 1, MSG_DONTWAIT)),
                Row.fails("recv", EAGAIN, "SO_RCVTIMEO has passed",
                        (s, d) -> recv(soonGivingUp(s.tcp()[0]), buf, 1, 0)),
                Row.fails("recv", EBADF, "closed", (s, d) -> recv(closed(s), buf, 1, 0)),
                Row.fails("recv", ECONNREFUSED, "the datagram before found no receiver",
                        (s, d) -> recv(refusedUdp(s), buf, 1, 0)),
                Row.fails("recv", ECONNRESET, "the peer has reset the connection", (s, d) -> recv(reset(s), buf, 1, 0)),
                Row.fails("recv", EFAULT, "null", (s, d) -> recv(full(s, SOCK_STREAM)[1], (byte[]) null, 1, 0)),
                Row.fails("recv", EFAULT, "a null buffer", (s, d) -> recv(s.tcp()[0], (ByteBuffer) null, 0)),
                Row.fails("recv", EINVAL, "MSG_OOB, and there is none", (s, d) -> recv(s.tcp()[0], buf, 1, MSG_OOB)),
                Row.fails("recv", ENOTCONN, "not connected", (s, d) -> recv(tcp(s), buf, 1, 0)),
                Row.fails("recv", ENOTSOCK, "a file", (s, d) -> recv(file(s, d), buf, 1, 0)),

                Row.fails("recvfrom", EAGAIN, "nonblocking", (s, d) ->
                        recvfrom(s.open(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK), buf, 1, 0, null, null)),
                Row.fails("recvfrom", EBADF, "closed", (s, d) -> recvfrom(closed(s), buf, 1, 0, null, null)),
                Row.fails("recvfrom", ECONNREFUSED, "the datagram before found no receiver",
                        (s, d) -> recvfrom(refusedUdp(s), buf, 1, 0, null, null)),
                Row.fails("recvfrom", EFAULT, "null", (s, d) ->
                        recvfrom(full(s, SOCK_STREAM)[1], (byte[]) null, 1, 0, null, null)),
                Row.fails("recvfrom", EFAULT, "a null buffer", (s, d) ->
                        recvfrom(udp(s), (ByteBuffer) null, 0, null, null)),
                Row.fails("recvfrom", EFAULT, "an address, and addrlen null", (s, d) ->
                        recvfrom(sentTo(s), buf, 1, 0, loopback(0), null)),
                Row.fails("recvfrom", EINVAL, "addrlen negative", (s, d) ->
                        recvfrom(sentTo(s), buf, 1, 0, loopback(0), new int[] {-1})),
                Row.fails("recvfrom", ENOTCONN, "not connected", (s, d) -> recvfrom(tcp(s), buf, 1, 0, null, null)),
                Row.fails("recvfrom", ENOTSOCK, "a file", (s, d) -> recvfrom(file(s, d), buf, 1, 0, null, null)),

                Row.fails("read", EAGAIN, "a nonblocking socket",
                        (s, d) -> read(s.pair(SOCK_STREAM | SOCK_NONBLOCK)[0], buf, 1)),
                Row.fails("read", EAGAIN, "a nonblocking FIFO", (s, d) -> read(fifo(s, d), buf, 1)),
                Row.fails("read", EBADF, "closed", (s, d) -> read(closed(s), buf, 1)),
                Row.fails("read", EBADF, "not open for reading", (s, d) ->
                        read(s.file(Files.createFile(d.resolve("file")), StandardOpenOption.WRITE), buf, 1)),
                Row.fails("read", ECONNRESET, "the peer has reset the connection", (s, d) -> read(reset(s), buf, 1)),
                Row.fails("read", EFAULT, "null", (s, d) -> read(full(s, SOCK_STREAM)[1], (byte[]) null, 1)),
                Row.fails("read", EFAULT, "a null buffer", (s, d) -> read(s.tcp()[0], null)),
                Row.fails("read", EISDIR, "a directory", (s, d) -> read(s.directory(d), buf, 1)),
                Row.fails("read", ENOTCONN, "a socket that is not connected", (s, d) -> read(tcp(s), buf, 1)),

                Row.fails("write", EAGAIN, "nonblocking and full", (s, d) -> write(full(s), "x", 1)),
                Row.fails("write", EBADF, "closed", (s, d) -> write(closed(s), "x", 1)),
                Row.fails("write", EBADF, "not open for writing", (s, d) -> write(file(s, d), "x", 1)),
                Row.fails("write", ECONNRESET, "the peer has reset the connection", (s, d) -> write(reset(s), "x", 1)),
                Row.fails("write", EDESTADDRREQ, "UDP without a peer", (s, d) -> write(udp(s), "x", 1)),
                Row.fails("write", EFAULT, "null", (s, d) -> write(s.tcp()[0], (byte[]) null, 1)),
                Row.fails("write", EFAULT, "a null buffer", (s, d) -> write(s.tcp()[0], null)),
                Row.fails("write", ENOSPC, "/dev/full",
                        (s, d) -> write(s.file(Path.of("/dev/full"), StandardOpenOption.WRITE), "x", 1)),
                Row.fails("write", EPIPE, "the peer is closed", (s, d) -> {
                    int[] sv = s.pair(SOCK_STREAM);
                    s.closeNow(sv[1]);
                    return write(sv[0], "x", 1);
                })));
        return rows;
    }

    static List<Row> descriptors() {
        return List.of(
                Row.fails("close", EBADF, "closed", (s, d) -> close(closed(s))),
                Row.fails("close", EBADF, "-1", (s, d) -> close(-1)),

                Row.fails("fcntl", EAGAIN, "F_SETLEASE to write of a file that is open twice", (s, d) -> {
                    file(s, d);
                    return fcntl(file(s, d), F_SETLEASE, F_WRLCK);
                }),
                Row.fails("fcntl", EBADF, "closed", (s, d) -> fcntl(closed(s), F_GETFL)),
                Row.fails("fcntl", EBADF, "F_GETPIPE_SZ of a socket", (s, d) -> fcntl(tcp(s), F_GETPIPE_SZ)),
                Row.fails("fcntl", EBUSY, "F_SETPIPE_SZ below what is in the pipe", (s, d) -> {
                    int fd = fifo(s, d);
                    check(write(fd, new byte[16384], 16384));
                    return fcntl(fd, F_SETPIPE_SZ, 1);
                }),
                Row.fails("fcntl", EFAULT, "F_GETLK of a number", (s, d) -> fcntl(file(s, d), F_GETLK, 1)),
                Row.fails("fcntl", EFAULT, "F_GETOWN_EX without an argument", (s, d) -> fcntl(tcp(s), F_GETOWN_EX)),
                Row.fails("fcntl", EINVAL, "no such command", (s, d) -> fcntl(tcp(s), NO_OPTION)),
                Row.fails("fcntl", EINVAL, "a negative command", (s, d) -> fcntl(tcp(s), -1)),
                Row.fails("fcntl", EINVAL, "F_ADD_SEALS of a file that has none",
                        (s, d) -> fcntl(tcp(s), F_ADD_SEALS, F_SEAL_GROW)),
                Row.fails("fcntl", EINVAL, "F_DUPFD to a negative descriptor", (s, d) -> fcntl(tcp(s), F_DUPFD, -1)),
                Row.fails("fcntl", EINVAL, "F_DUPFD beyond the limit",
                        (s, d) -> fcntl(tcp(s), F_DUPFD, Integer.MAX_VALUE)),
                Row.fails("fcntl", EINVAL, "F_SETSIG of no signal", (s, d) -> fcntl(tcp(s), F_SETSIG, NO_OPTION)),
                Row.fails("fcntl", ENOTDIR, "F_NOTIFY of a file", (s, d) -> fcntl(file(s, d), F_NOTIFY, DN_CREATE)),

                Row.fails("poll", EFAULT, "null", (s, d) -> poll(null, 1, 0)),

                Row.fails("unlink", EFAULT, "null", (s, d) -> unlink(null)),
                Row.fails("unlink", EISDIR, "a directory", (s, d) -> unlink(d.toString())),
                Row.fails("unlink", ELOOP, "the directory is a link to itself", (s, d) ->
                        unlink(Files.createSymbolicLink(d.resolve("loop"), d.resolve("loop")) + "/x")),
                Row.fails("unlink", ENAMETOOLONG, "a name of 256 bytes", (s, d) -> unlink(d + "/" + "x".repeat(256))),
                Row.fails("unlink", ENAMETOOLONG, "a path of a MiB", (s, d) -> unlink("x/".repeat(1 << 19))),
                Row.fails("unlink", ENOENT, "no such name", (s, d) -> unlink(d + "/none")),
                Row.fails("unlink", ENOENT, "an empty name", (s, d) -> unlink("")),
                Row.fails("unlink", ENOTDIR, "a file for a directory",
                        (s, d) -> unlink(Files.createFile(d.resolve("file")) + "/x")),
                Row.fails("unlink", EPERM, "a file system that does not allow it",
                        (s, d) -> unlink("/proc/self/status")));
    }

    static List<Row> processes() {
        String[] argv = {"x"};
        return List.of(
                Row.fails("waitpid", ECHILD, "not a child", (s, d) -> waitpid(getpid(), new int[1], 0)),
                Row.fails("waitpid", EINVAL, "no such option", (s, d) -> waitpid(getpid(), new int[1], 0x100)),
                Row.fails("waitpid", ESRCH, "the least int", (s, d) -> waitpid(Integer.MIN_VALUE, new int[1], 0)),

                Row.answers("posix_spawn", E2BIG, "an argument of a MiB", (s, d) ->
                        posix_spawn(null, "/bin/true", null, null, new String[] {"x".repeat(1 << 20)}, environ)),
                Row.answers("posix_spawn", EACCES, "not executable", (s, d) ->
                        posix_spawn(null, program(d, "rw-------").toString(), null, null, argv, environ)),
                Row.answers("posix_spawn", EBADF, "a file action on a descriptor that is not open", (s, d) -> {
                    posix_spawn_file_actions_t actions = new posix_spawn_file_actions_t();
                    assertEquals(0, posix_spawn_file_actions_adddup2(actions, closed(s), 1));
                    return posix_spawn(null, "/bin/true", actions, null, argv, environ);
                }),
                Row.answers("posix_spawn", EFAULT, "path null",
                        (s, d) -> posix_spawn(null, null, null, null, argv, environ)),
                Row.answers("posix_spawn", EFAULT, "argv null",
                        (s, d) -> posix_spawn(null, "/bin/true", null, null, null, environ)),
                Row.answers("posix_spawn", ENAMETOOLONG, "a path of a MiB",
                        (s, d) -> posix_spawn(null, "x/".repeat(1 << 19), null, null, argv, environ)),
                Row.answers("posix_spawn", ENOENT, "no such program",
                        (s, d) -> posix_spawn(new int[1], d + "/none", null, null, argv, environ)),
                Row.answers("posix_spawn", ENOENT, "a file action on a file that is not there", (s, d) -> {
                    posix_spawn_file_actions_t actions = new posix_spawn_file_actions_t();
                    assertEquals(0, posix_spawn_file_actions_addopen(actions, 1, d + "/none", O_RDONLY, 0));
                    return posix_spawn(null, "/bin/true", actions, null, argv, environ);
                }),
                Row.answers("posix_spawn", ENOEXEC, "not a program", (s, d) ->
                        posix_spawn(null, program(d, "rwx------").toString(), null, null, argv, environ)),
                Row.answers("posix_spawn", ENOTDIR, "a file for a directory", (s, d) ->
                        posix_spawn(null, program(d, "rwx------") + "/x", null, null, argv, environ)),
                Row.answers("posix_spawn", EPERM, "a process group that is none", (s, d) -> {
                    posix_spawnattr_t attr = new posix_spawnattr_t();
                    assertEquals(0, posix_spawnattr_init(attr));
                    assertEquals(0, posix_spawnattr_setflags(attr, POSIX_SPAWN_SETPGROUP));
                    assertEquals(0, posix_spawnattr_setpgroup(attr, Integer.MAX_VALUE));
                    return posix_spawn(null, "/bin/true", null, attr, argv, environ);
                }),

                Row.answers("posix_spawnp", EFAULT, "file null",
                        (s, d) -> posix_spawnp(null, null, null, null, argv, environ)),
                Row.answers("posix_spawnp", EACCES, "not executable", (s, d) ->
                        posix_spawnp(null, program(d, "rw-------").toString(), null, null, argv, environ)),
                Row.answers("posix_spawnp", ENOENT, "not in PATH",
                        (s, d) -> posix_spawnp(null, "no-such-program", null, null, argv, environ)),

                Row.answers("posix_spawn_file_actions_init", EFAULT, "null",
                        (s, d) -> posix_spawn_file_actions_init(null)),
                Row.answers("posix_spawn_file_actions_destroy", EFAULT, "null",
                        (s, d) -> posix_spawn_file_actions_destroy(null)),
                Row.answers("posix_spawn_file_actions_addopen", EBADF, "a negative descriptor", (s, d) ->
                        posix_spawn_file_actions_addopen(new posix_spawn_file_actions_t(), -1, "x", O_RDONLY, 0)),
                Row.answers("posix_spawn_file_actions_addopen", EFAULT, "path null", (s, d) ->
                        posix_spawn_file_actions_addopen(new posix_spawn_file_actions_t(), 1, null, O_RDONLY, 0)),
                Row.answers("posix_spawn_file_actions_addopen", EFAULT, "null", (s, d) ->
                        posix_spawn_file_actions_addopen(null, 1, "x", O_RDONLY, 0)),
                Row.answers("posix_spawn_file_actions_addclose", EBADF, "a negative descriptor", (s, d) ->
                        posix_spawn_file_actions_addclose(new posix_spawn_file_actions_t(), -1)),
                Row.answers("posix_spawn_file_actions_addclose", EFAULT, "null", (s, d) ->
                        posix_spawn_file_actions_addclose(null, 1)),
                Row.answers("posix_spawn_file_actions_adddup2", EBADF, "a negative descriptor", (s, d) ->
                        posix_spawn_file_actions_adddup2(new posix_spawn_file_actions_t(), 1, -1)),
                Row.answers("posix_spawn_file_actions_adddup2", EFAULT, "null", (s, d) ->
                        posix_spawn_file_actions_adddup2(null, 1, 1)),
                Row.answers("posix_spawnattr_init", EFAULT, "null", (s, d) -> posix_spawnattr_init(null)),
                Row.answers("posix_spawnattr_destroy", EFAULT, "null", (s, d) -> posix_spawnattr_destroy(null)),
                Row.answers("posix_spawnattr_setflags", EINVAL, "no such flag",
                        (s, d) -> posix_spawnattr_setflags(new posix_spawnattr_t(), 0x4000)),
                Row.answers("posix_spawnattr_setflags", EFAULT, "null", (s, d) -> posix_spawnattr_setflags(null, 0)),
                Row.answers("posix_spawnattr_setpgroup", EFAULT, "null", (s, d) -> posix_spawnattr_setpgroup(null, 0)));
    }

    static List<Row> addresses() {
        byte[] addr = {127, 0, 0, 1};
        return List.of(
                Row.fails("inet_addr", EFAULT, "null", (s, d) -> inet_addr(null)),
                Row.fails("inet_network", EFAULT, "null", (s, d) -> inet_network(null)),
                new Row("inet_aton", EFAULT, "cp null", 0, (s, d) -> inet_aton(null, new in_addr())),
                new Row("inet_aton", EFAULT, "inp null", 0, (s, d) -> inet_aton("127.0.0.1", null)),
                new Row("inet_ntop", EAFNOSUPPORT, "no such family", null,
                        (s, d) -> inet_ntop(NO_FAMILY, addr, new byte[INET6_ADDRSTRLEN], INET6_ADDRSTRLEN)),
                new Row("inet_ntop", EFAULT, "src null", null,
                        (s, d) -> inet_ntop(AF_INET, (byte[]) null, new byte[INET_ADDRSTRLEN], INET_ADDRSTRLEN)),
                new Row("inet_ntop", EFAULT, "dst null", null, (s, d) -> inet_ntop(AF_INET, addr, null, 16)),
                new Row("inet_ntop", ENOSPC, "one byte short", null,
                        (s, d) -> inet_ntop(AF_INET, addr, new byte[9], 9)),
                new Row("inet_ntop", ENOSPC, "IPv6, one byte short", null,
                        (s, d) -> inet_ntop(AF_INET6, in6addr_loopback, new byte[3], 3)),
                new Row("inet_ntop", ENOSPC, "no room at all", null,
                        (s, d) -> inet_ntop(AF_INET, addr, new byte[0], 0)),
                Row.fails("inet_pton", EAFNOSUPPORT, "no such family",
                        (s, d) -> inet_pton(NO_FAMILY, "127.0.0.1", new byte[16])),
                Row.fails("inet_pton", EFAULT, "src null", (s, d) -> inet_pton(AF_INET, null, new byte[16])),
                Row.fails("inet_pton", EFAULT, "dst null", (s, d) -> inet_pton(AF_INET, "127.0.0.1", (byte[]) null)));
    }

    /** What fails where descriptors have run out, in a JVM of its own that is short of them. */
    static List<Row> scarce() {
        return List.of(
                Row.fails("socket", EMFILE, "no descriptor is left", (s, d) -> socket(AF_INET, SOCK_STREAM, 0)),
                Row.fails("socketpair", EMFILE, "no descriptor is left",
                        (s, d) -> socketpair(AF_UNIX, SOCK_STREAM, 0, new int[2])),
                Row.fails("accept", EMFILE, "no descriptor is left", (s, d) -> accept(Scarce.listener, null, null)),
                Row.fails("fcntl", EMFILE, "no descriptor is left", (s, d) -> fcntl(Scarce.listener, F_DUPFD, 0)),
                Row.fails("poll", EINVAL, "more than RLIMIT_NOFILE",
                        (s, d) -> poll(pollfd.array(LIMIT + 1), LIMIT + 1, 0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scarce")
    void theCallFailsWhereDescriptorsHaveRunOut(Row row) throws Exception {
        assertEquals(row.expected(), scarceOutcomes().get(row.toString()));
    }

    private static synchronized Map<String, String> scarceOutcomes() throws Exception {
        if (scarceOutcomes == null) {
            List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -n " + LIMIT + " && exec \"$@\"", "sh"));
            command.addAll(Sockets.java(Scarce.class));
            Map<String, String> outcomes = new TreeMap<>();
            for (String line : Needs.run(shared, command.toArray(String[]::new)).lines().toList()) {
                int end = line.lastIndexOf('=');
                outcomes.put(line.substring(0, Math.max(end, 0)), line.substring(end + 1)); // the last one counts
            }
            scarceOutcomes = outcomes;
        }
        return scarceOutcomes;
    }

    /** Uses all descriptors up, and prints what comes of each row then. */
    static final class Scarce {

        /** A socket to which a client has connected. */
        private static int listener;

        private Scarce() {}

        public static void main(String[] args) throws Exception {
            listener = called(new Sockets());
            // Once while there are enough, so that every class is loaded by the time there are none.
            printOutcomes();
            int fd;
            do {
                fd = socket(AF_INET, SOCK_STREAM, 0);
            } while (fd != -1);
            printOutcomes();
        }

        private static void printOutcomes() throws Exception {
            for (Row row : scarce()) {
                System.out.println(row + "=" + row.outcome(Path.of("")));
            }
        }
    }

    private static int tcp(Sockets s) throws ErrnoException {
        return s.open(AF_INET, SOCK_STREAM);
    }

    private static int udp(Sockets s) throws ErrnoException {
        return s.open(AF_INET, SOCK_DGRAM);
    }

    /** A descriptor that is not open, and that no other thread will be given: they get the lowest. */
    private static int closed(Sockets s) throws ErrnoException {
        int fd = s.keep(fcntl(tcp(s), F_DUPFD, NO_DESCRIPTOR));
        s.closeNow(fd);
        return fd;
    }

    private static int file(Sockets s, Path dir) throws Exception {
        Path file = dir.resolve("opened");
        if (Files.notExists(file)) {
            Files.createFile(file);
        }
        return s.file(file, StandardOpenOption.READ);
    }

    private static int fifo(Sockets s, Path dir) throws Exception {
        Path fifo = dir.resolve("fifo");
        Needs.run(dir, "mkfifo", fifo.toString());
        int fd = s.file(fifo, StandardOpenOption.READ, StandardOpenOption.WRITE);
        check(fcntl(fd, F_SETFL, O_NONBLOCK));
        return fd;
    }

    private static Path program(Path dir, String mode) throws Exception {
        Path program = Files.writeString(dir.resolve("program"), "neither ELF nor #!");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString(mode));
    }

    private static int[] length() {
        return new int[] {sizeof(sockaddr_in.class)};
    }

    private static ip_mreqn membership(String group) {
        return new ip_mreqn(new in_addr(inet_addr(group)), new in_addr(htonl(INADDR_LOOPBACK)), 0);
    }

    private static int bindTo(Sockets s, Path path) throws ErrnoException {
        sockaddr_un addr = un(path);
        return bind(s.open(AF_UNIX, SOCK_STREAM), addr, sizeof(addr));
    }

    private static int connectTo(Sockets s, Path path) throws ErrnoException {
        sockaddr_un addr = un(path);
        return connect(s.open(AF_UNIX, SOCK_STREAM), addr, sizeof(addr));
    }

    private static int reusing(int fd) throws ErrnoException {
        check(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, 1));
        return fd;
    }

    /** A socket that waits for at most 10 ms. */
    private static int soonGivingUp(int fd) throws ErrnoException {
        timeval tv = new timeval(0, 10_000);
        check(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, tv, sizeof(tv)));
        check(setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, tv, sizeof(tv)));
        return fd;
    }

    /** A listening socket to which a client has connected. */
    private static int called(Sockets s) throws ErrnoException {
        int listener = tcp(s);
        sockaddr_in addr = listening(listener, 5);
        check(connect(tcp(s), addr, sizeof(addr)));
        return listener;
    }

    /** A listening socket whose backlog is full, so that it ignores who else calls. */
    private static sockaddr_in deaf(Sockets s) throws ErrnoException {
        sockaddr_in addr = listening(tcp(s), 0);
        check(connect(tcp(s), addr, sizeof(addr)));
        return addr;
    }

    /** A nonblocking UNIX stream socket that takes no byte more. */
    private static int full(Sockets s) throws ErrnoException {
        return full(s, SOCK_STREAM | SOCK_NONBLOCK)[0];
    }

    private static int[] full(Sockets s, int type) throws ErrnoException {
        int[] sv = s.pair(type);
        byte[] data = new byte[4096];
        int n;
        do {
            n = send(sv[0], data, data.length, MSG_DONTWAIT);
        } while (n != -1);
        assertEquals(EAGAIN, errno());
        return sv;
    }

    private static int connectedUdp(Sockets s) throws ErrnoException {
        sockaddr_in addr = bound(udp(s));
        int fd = udp(s);
        check(connect(fd, addr, sizeof(addr)));
        return fd;
    }

    /** A UDP socket to which a datagram was sent. */
    private static int sentTo(Sockets s) throws ErrnoException {
        int fd = udp(s);
        sockaddr_in addr = bound(fd);
        check(sendto(udp(s), "x", 1, 0, addr, sizeof(addr)));
        return fd;
    }

    /**
     * A UDP socket that has sent a datagram to which the kernel answered that the port is unreachable: the port's
     * owner is connected to another address.
     */
    private static int refusedUdp(Sockets s) throws Exception {
        int owner = udp(s);
        sockaddr_in addr = bound(owner);
        check(connect(owner, loopback(9), sizeof(sockaddr_in.class)));
        int fd = udp(s);
        check(connect(fd, addr, sizeof(addr)));
        check(send(fd, "x", 1, 0));
        return awaited(fd, POLLIN);
    }

    /** A TCP socket whose peer has reset the connection. */
    private static int reset(Sockets s) throws Exception {
        int[] sv = s.tcp();
        linger now = new linger(1, 0);
        check(setsockopt(sv[1], SOL_SOCKET, SO_LINGER, now, sizeof(now)));
        s.closeNow(sv[1]);
        return awaited(sv[0], POLLIN);
    }

    private static int awaited(int fd, int events) throws ErrnoException {
        assertEquals(1, check(poll(new pollfd[] {new pollfd(fd, events, 0)}, 1, 10_000)));
        return fd;
    }
}
