package libc;

import static libc.Conditions.*;
import static libc.Errno.*;
import static libc.Fcntl.F_SETFL;
import static libc.Fcntl.O_RDONLY;
import static libc.Fcntl.O_WRONLY;
import static libc.Fcntl.fcntl;
import static libc.Sockets.bound;
import static libc.Sockets.in;
import static libc.Sockets.listening;
import static libc.Sockets.loopback;
import static libc.Sockets.un;
import static libc.Unistd.read;
import static libc.Unistd.write;
import static libc.arpa.Inet.*;
import static libc.netinet.Tcp.*;
import static libc.sys.Stat.S_IFSOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import libc.ErrorsIT.Row;
import libc.sys.Un.sockaddr_un;

/** Sockets: made, named, connected, asked, and what goes through them in one piece. */
final class SocketErrors {

    private SocketErrors() {}

    static List<Row> rows() {
        return Stream.of(sockets(), names(), connections(), others(), options(),
                transfers()).flatMap(List::stream).toList();
    }

    private static List<Row> sockets() {
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

    private static List<Row> names() {
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

    private static List<Row> connections() {
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

    private static List<Row> others() {
        return List.of(
                Row.fails("accept4", EAGAIN, "nonblocking", (s, d) -> {
                    int fd = s.open(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
                    listening(fd, 1);
                    return accept4(fd, null, null, SOCK_CLOEXEC);
                }),
                Row.fails("accept4", EBADF, "closed", (s, d) -> accept4(closed(s), null, null, 0)),
                Row.fails("accept4", EFAULT, "addrlen null", (s, d) -> accept4(called(s), loopback(0), null, 0)),
                Row.fails("accept4", EINVAL, "no such flag", (s, d) -> accept4(called(s), null, null, 1)),
                Row.fails("accept4", EINVAL, "addrlen negative",
                        (s, d) -> accept4(called(s), loopback(0), new int[] {-1}, 0)),
                Row.fails("accept4", EINVAL, "not listening", (s, d) -> accept4(tcp(s), null, null, 0)),
                Row.fails("accept4", ENOTSOCK, "a file", (s, d) -> accept4(file(s, d), null, null, 0)),
                Row.fails("accept4", EOPNOTSUPP, "UDP", (s, d) -> accept4(udp(s), null, null, 0)),

                Row.fails("bindresvport", EAFNOSUPPORT, "a family that is not AF_INET", (s, d) -> {
                    sockaddr_in addr = loopback(0);
                    addr.sa_family(AF_INET6);
                    return bindresvport(tcp(s), addr);
                }),
                Row.fails("bindresvport", EBADF, "closed", (s, d) -> bindresvport(closed(s), loopback(0))),
                Row.fails("bindresvport", ENOTSOCK, "a file", (s, d) -> bindresvport(file(s, d), loopback(0))),

                Row.fails("sockatmark", EBADF, "closed", (s, d) -> sockatmark(closed(s))),
                Row.fails("sockatmark", ENOTTY, "a file", (s, d) -> sockatmark(file(s, d))),

                Row.fails("isfdtype", EBADF, "closed", (s, d) -> isfdtype(closed(s), S_IFSOCK)));
    }

    private static List<Row> options() {
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

    private static List<Row> transfers() {
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
                        read(s.file(Files.createFile(d.resolve("file")), O_WRONLY), buf, 1)),
                Row.fails("read", ECONNRESET, "the peer has reset the connection", (s, d) -> read(reset(s), buf, 1)),
                Row.fails("read", EFAULT, "null", (s, d) -> read(full(s, SOCK_STREAM)[1], (byte[]) null, 1)),
                Row.fails("read", EFAULT, "a null buffer", (s, d) -> read(s.tcp()[0], null)),
                Row.fails("read", EISDIR, "a directory", (s, d) -> read(s.file(d, O_RDONLY), buf, 1)),
                Row.fails("read", ENOTCONN, "a socket that is not connected", (s, d) -> read(tcp(s), buf, 1)),

                Row.fails("write", EAGAIN, "nonblocking and full", (s, d) -> write(full(s), "x", 1)),
                Row.fails("write", EBADF, "closed", (s, d) -> write(closed(s), "x", 1)),
                Row.fails("write", EBADF, "not open for writing", (s, d) -> write(file(s, d), "x", 1)),
                Row.fails("write", ECONNRESET, "the peer has reset the connection", (s, d) -> write(reset(s), "x", 1)),
                Row.fails("write", EDESTADDRREQ, "UDP without a peer", (s, d) -> write(udp(s), "x", 1)),
                Row.fails("write", EFAULT, "null", (s, d) -> write(s.tcp()[0], (byte[]) null, 1)),
                Row.fails("write", EFAULT, "a null buffer", (s, d) -> write(s.tcp()[0], null)),
                Row.fails("write", ENOSPC, "/dev/full",
                        (s, d) -> write(s.file(Path.of("/dev/full"), O_WRONLY), "x", 1)),
                Row.fails("write", EPIPE, "the peer is closed", (s, d) -> {
                    int[] sv = s.pair(SOCK_STREAM);
                    s.closeNow(sv[1]);
                    return write(sv[0], "x", 1);
                })));
        return rows;
    }
}
