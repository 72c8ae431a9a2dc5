package libc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Assert.assertFails;
import static libc.Errno.*;
import static libc.Fcntl.O_RDWR;
import static libc.Poll.poll;
import static libc.Poll.ppoll;
import static libc.Unistd.setdomainname;
import static libc.Unistd.sethostname;
import static libc.netinet.In.*;
import static libc.netinet.Tcp.*;
import static libc.netinet.Udp.*;
import static libc.sys.Epoll.epoll_create1;
import static libc.sys.Epoll.epoll_pwait;
import static libc.sys.Epoll.epoll_pwait2;
import static libc.sys.Epoll.epoll_wait;
import static libc.sys.Select.pselect;
import static libc.sys.Select.select;
import static libc.sys.Uio.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import libc.Poll.pollfd;
import libc.sys.Epoll.epoll_event;
import libc.sys.Select.fd_set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Negative lengths and counts. C reads some as unsigned, and writes by them; those are refused, and nothing is received
 * or written then. The others have C's result.
 */
@Timeout(60)
class LengthsIT {

    private static final byte[] HELLO = "hello".getBytes(UTF_8);
    private static final byte OWN = 0x5a;
    private static final int HOPOPTS = 2040;

    @TempDir
    Path dir;

    private Sockets s;
    private int closed;
    private int pipe;

    @BeforeEach
    void setUp() throws Exception {
        Sockets.assertBackend();
        s = new Sockets();
        closed = Conditions.closed(s);
        int[] ends = new int[2];
        check(Unistd.pipe2(ends, Fcntl.O_CLOEXEC));
        s.keep(ends[1]);
        pipe = s.keep(ends[0]);
    }

    @AfterEach
    void tearDown() throws Exception {
        s.close();
    }

    /** A call, and why C says that it fails. */
    private record Failure(String call, int errno, IntSupplier result) {}

    private static void assertAllFail(Failure... failures) {
        for (Failure f : failures) {
            assertEquals(-1, f.result.getAsInt(), f.call);
            assertEquals(Strings.strerrorname_np(f.errno), Strings.strerrorname_np(errno()), f.call);
        }
    }

    /** It fails as in C, or is refused before, as any length that is not within its array. */
    private static void assertRefused(int errno, IntSupplier call) {
        int result;
        try {
            result = call.getAsInt();
        } catch (IndexOutOfBoundsException beyond) {
            return;
        }
        assertFails(errno, result);
    }

    private static byte[] own(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, OWN);
        return bytes;
    }

    /** Eight options that whoever does not know them skips, with which an IPV6_HOPOPTS has 2,040 bytes. */
    private static byte[] hopopts() {
        ByteBuffer options = ByteBuffer.allocate(HOPOPTS).put((byte) 0).put((byte) (HOPOPTS / 8 - 1));
        while (options.hasRemaining()) {
            int length = Math.min(255, options.remaining()) - 2;
            options.put((byte) 0x1e).put((byte) length).position(options.position() + length);
        }
        return options.array();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, -4, Integer.MIN_VALUE, Integer.MIN_VALUE + 1})
    void an_option_of_negative_length_is_EINVAL_and_touches_nothing(int length) throws Exception {
        Needs.root();
        int tcp = s.open(AF_INET, SOCK_STREAM);
        int udp = s.open(AF_INET, SOCK_DGRAM);
        int udp6 = s.open(AF_INET6, SOCK_DGRAM);
        int unix = s.pair(SOCK_STREAM)[0];
        check(setsockopt(udp6, IPPROTO_IPV6, IPV6_HOPOPTS, hopopts(), HOPOPTS));
        check(setsockopt(udp6, IPPROTO_IPV6, IPV6_DSTOPTS, hopopts(), HOPOPTS));
        // Of these C writes the first eight, whatever room there is; the others it refuses itself.
        for (int[] option : new int[][] {{udp6, IPPROTO_IPV6, IPV6_HOPOPTS}, {udp6, IPPROTO_IPV6, IPV6_DSTOPTS},
            {udp6, IPPROTO_IPV6, IPV6_UNICAST_HOPS}, {udp6, IPPROTO_IPV6, IPV6_V6ONLY},
            {udp6, IPPROTO_IPV6, IPV6_MTU_DISCOVER}, {udp6, IPPROTO_IPV6, IPV6_MULTICAST_IF},
            {udp6, IPPROTO_IPV6, IPV6_TCLASS}, {udp6, IPPROTO_IPV6, IPV6_RECVPKTINFO},
            {udp6, SOL_SOCKET, SO_TYPE}, {tcp, SOL_SOCKET, SO_LINGER}, {tcp, SOL_SOCKET, SO_RCVTIMEO},
            {tcp, SOL_SOCKET, SO_BINDTODEVICE}, {tcp, SOL_SOCKET, SO_COOKIE}, {tcp, SOL_SOCKET, SO_GET_FILTER},
            {tcp, IPPROTO_IP, IP_TTL}, {tcp, IPPROTO_IP, IP_OPTIONS}, {tcp, IPPROTO_IP, IP_MSFILTER},
            {udp6, IPPROTO_IPV6, MCAST_MSFILTER}, {tcp, IPPROTO_TCP, TCP_NODELAY}, {tcp, IPPROTO_TCP, TCP_INFO},
            {tcp, IPPROTO_TCP, TCP_CONGESTION}, {udp, IPPROTO_UDP, UDP_CORK}, {unix, SOL_SOCKET, SO_PEERCRED},
            {unix, SOL_SOCKET, SO_PEERGROUPS}, {unix, SOL_SOCKET, SO_PEERSEC}}) {
            assertOption(EINVAL, option, length);
        }
        for (int[] option : new int[][] {{SOL_SOCKET, SO_TYPE}, {IPPROTO_IPV6, IPV6_HOPOPTS},
            {IPPROTO_TCP, TCP_NODELAY}}) {
            assertOption(ENOTSOCK, new int[] {pipe, option[0], option[1]}, length);
            assertOption(EBADF, new int[] {closed, option[0], option[1]}, length);
            assertOption(EBADF, new int[] {-1, option[0], option[1]}, length);
        }
    }

    private static void assertOption(int errno, int[] option, int length) {
        int[] optlen = {length};
        for (byte[] bytes : new byte[][] {own(0), own(16)}) {
            assertFails(errno, getsockopt(option[0], option[1], option[2], bytes, optlen));
            assertArrayEquals(own(bytes.length), bytes);
        }
        int[] ints = {1, 2};
        assertFails(errno, getsockopt(option[0], option[1], option[2], ints, optlen));
        assertArrayEquals(new int[] {1, 2}, ints);
        long[] longs = {1, 2};
        assertFails(errno, getsockopt(option[0], option[1], option[2], longs, optlen));
        assertArrayEquals(new long[] {1, 2}, longs);
        linger struct = new linger(1, 2);
        assertFails(errno, getsockopt(option[0], option[1], option[2], struct, optlen));
        assertEquals(new linger(1, 2).toString(), struct.toString());
        assertEquals(length, optlen[0]);
    }

    @Test
    void how_much_room_an_option_takes_is_told_by_a_failure_too() throws Exception {
        Needs.root();
        Path path = dir.resolve("socket");
        int listener = s.open(AF_UNIX, SOCK_STREAM);
        check(bind(listener, Sockets.un(path), sizeof(Sockets.un(path))));
        check(listen(listener, 1));
        // Its groups become those of the connection's peer, which it asks of itself too.
        List<String> c = CProgram.run(dir, """
                #define _GNU_SOURCE
                #include <errno.h>
                #include <grp.h>
                #include <stdio.h>
                #include <string.h>
                #include <sys/socket.h>
                #include <sys/un.h>

                int main(void)
                {
                    gid_t groups[] = {1, 2, 3, 4, 5};
                    if (setgroups(5, groups) < 0)
                        return 1;
                    int sv[2];
                    if (socketpair(AF_UNIX, SOCK_STREAM, 0, sv) < 0)
                        return 2;
                    int options[] = {SO_PEERGROUPS, SO_PEERSEC};
                    for (int i = 0; i < 2; i++)
                        for (socklen_t room = 0; room <= 32; room += 4) {
                            char value[32];
                            memset(value, 0x5a, sizeof(value));
                            socklen_t len = room;
                            int result = getsockopt(sv[0], SOL_SOCKET, options[i], value, &len);
                            printf("%d %d %u", result, result ? errno : 0, len);
                            for (size_t k = 0; k < sizeof(value); k++)
                                printf(" %d", value[k]);
                            printf("\\n");
                        }
                    struct sockaddr_un un = {.sun_family = AF_UNIX, .sun_path = "socket"};
                    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
                    return connect(fd, (struct sockaddr *)&un, sizeof(un)) < 0 ? 3 : 0;
                }
                """, new byte[0]).lines();
        int fd = s.keep(accept(listener, null, null));
        List<String> java = new ArrayList<>();
        for (int option : new int[] {SO_PEERGROUPS, SO_PEERSEC}) {
            for (int room = 0; room <= 32; room += 4) {
                byte[] value = own(32);
                int[] len = {room};
                int result = getsockopt(fd, SOL_SOCKET, option, value, len);
                StringBuilder line = new StringBuilder(result + " " + (result == -1 ? errno() : 0) + " " + len[0]);
                for (byte b : value) {
                    line.append(' ').append(b);
                }
                java.add(line.toString());
            }
        }
        assertEquals(c, java);
        assertEquals("-1 " + ERANGE + " 20 ", c.get(0).substring(0, 9), "the room that five groups take");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void a_negative_length_that_C_only_reads_goes_to_C(int length) throws Exception {
        int tcp = s.open(AF_INET, SOCK_STREAM);
        int udp = s.open(AF_INET, SOCK_DGRAM);
        int unix = s.pair(SOCK_STREAM)[0];
        sockaddr_in addr = Sockets.loopback(9);
        byte[] x = {'x'};
        assertAllFail(
                new Failure("bind", EINVAL, () -> bind(tcp, addr, length)),
                new Failure("bind to null", EINVAL, () -> bind(tcp, null, length)),
                new Failure("bind of a pipe", ENOTSOCK, () -> bind(pipe, addr, length)),
                new Failure("bind, closed", EBADF, () -> bind(closed, addr, length)),
                new Failure("connect", EINVAL, () -> connect(tcp, addr, length)),
                new Failure("connect to null", EINVAL, () -> connect(tcp, null, length)),
                new Failure("connect of a pipe, which is looked at later", EINVAL, () -> connect(pipe, addr, length)),
                new Failure("connect, closed", EBADF, () -> connect(closed, addr, length)),
                new Failure("sendto", EINVAL, () -> sendto(udp, x, 1, 0, addr, length)),
                new Failure("sendto of a String", EINVAL, () -> sendto(udp, "x", 1, 0, addr, length)),
                new Failure("sendto of a buffer", EINVAL, () -> sendto(udp, ByteBuffer.wrap(x), 0, addr, length)),
                new Failure("sendto, connected", EINVAL, () -> sendto(unix, x, 1, 0, addr, length)),
                new Failure("sendto nowhere", EDESTADDRREQ, () -> sendto(udp, x, 1, 0, null, length)),
                new Failure("sendto of a pipe", ENOTSOCK, () -> sendto(pipe, x, 1, 0, addr, length)),
                new Failure("sendto, closed", EBADF, () -> sendto(closed, x, 1, 0, addr, length)));
        for (int[] option : new int[][] {{tcp, SOL_SOCKET, SO_REUSEADDR, EINVAL},
            {s.open(AF_INET6, SOCK_DGRAM), IPPROTO_IPV6, IPV6_V6ONLY, EINVAL}, {tcp, IPPROTO_TCP, TCP_NODELAY, EINVAL},
            {tcp, 999, 1, EINVAL}, {pipe, SOL_SOCKET, SO_REUSEADDR, ENOTSOCK}, {closed, SOL_SOCKET, SO_REUSEADDR, EBADF},
            {pipe, IPPROTO_IPV6, IPV6_V6ONLY, ENOTSOCK}}) {
            int fd = option[0];
            int level = option[1];
            int name = option[2];
            assertAllFail(
                    new Failure("setsockopt", option[3], () -> setsockopt(fd, level, name, 1, length)),
                    new Failure("setsockopt of ints", option[3], () -> setsockopt(fd, level, name, new int[1], length)),
                    new Failure("setsockopt of longs", option[3], () -> setsockopt(fd, level, name, new long[1], length)),
                    new Failure("setsockopt of bytes", option[3], () -> setsockopt(fd, level, name, new byte[4], length)),
                    new Failure("setsockopt of a String", option[3], () -> setsockopt(fd, level, name, "reno", length)),
                    new Failure("setsockopt of a struct", option[3],
                            () -> setsockopt(fd, level, name, new linger(), length)),
                    new Failure("setsockopt of null", option[3],
                            () -> setsockopt(fd, level, name, (byte[]) null, length)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void an_address_of_negative_length_is_not_written(int length) throws Exception {
        int tcp = s.open(AF_INET, SOCK_STREAM);
        int udp = s.open(AF_INET, SOCK_DGRAM);
        sockaddr_in there = Sockets.bound(udp);
        int[] unix = s.pair(SOCK_STREAM | SOCK_NONBLOCK);
        sockaddr_in addr = Sockets.loopback(9);
        String before = addr.toString();
        int[] len = {length};
        byte[] buf = new byte[5];
        assertAllFail(
                new Failure("getsockname", EINVAL, () -> getsockname(tcp, addr, len)),
                new Failure("getsockname to null", EINVAL, () -> getsockname(tcp, null, len)),
                new Failure("getsockname of a pipe", ENOTSOCK, () -> getsockname(pipe, addr, len)),
                new Failure("getsockname, closed", EBADF, () -> getsockname(closed, addr, len)),
                new Failure("getpeername", EINVAL, () -> getpeername(unix[0], addr, len)),
                new Failure("getpeername of nobody", ENOTCONN, () -> getpeername(tcp, addr, len)),
                new Failure("getpeername of a pipe", ENOTSOCK, () -> getpeername(pipe, addr, len)),
                new Failure("getpeername, closed", EBADF, () -> getpeername(closed, addr, len)),
                new Failure("accept of a pipe", ENOTSOCK, () -> accept(pipe, addr, len)),
                new Failure("accept, closed", EBADF, () -> accept(closed, addr, len)),
                new Failure("accept4 of a pipe", ENOTSOCK, () -> accept4(pipe, addr, len, 0)),
                new Failure("accept4, closed", EBADF, () -> accept4(closed, addr, len, 0)),
                new Failure("recvfrom of nothing", EAGAIN, () -> recvfrom(udp, buf, 5, MSG_DONTWAIT, addr, len)),
                new Failure("recvfrom of a pipe", ENOTSOCK, () -> recvfrom(pipe, buf, 5, 0, addr, len)),
                new Failure("recvfrom, closed", EBADF, () -> recvfrom(closed, buf, 5, 0, addr, len)));

        // What was received is gone in C, which looks at the length afterwards.
        check(send(unix[1], HELLO, 5, 0));
        assertFails(EINVAL, recvfrom(unix[0], buf, 5, 0, addr, len));
        assertFails(EAGAIN, recv(unix[0], buf, 5, 0));
        check(sendto(udp, HELLO, 5, 0, there, sizeof(there)));
        assertFails(EINVAL, recvfrom(udp, buf, 5, 0, addr, len));
        assertFails(EAGAIN, recv(udp, buf, 5, MSG_DONTWAIT));
        check(sendto(udp, HELLO, 5, 0, there, sizeof(there)));
        assertEquals(5, check(recvfrom(udp, buf, 5, 0, null, len)), "no address, no length");

        int listener = s.open(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
        sockaddr_in where = Sockets.listening(listener, 3);
        int[] clients = {s.open(AF_INET, SOCK_STREAM), s.open(AF_INET, SOCK_STREAM), s.open(AF_INET, SOCK_STREAM)};
        for (int client : clients) {
            check(connect(client, where, sizeof(where)));
        }
        assertFails(EINVAL, accept(listener, addr, len));
        assertFails(EINVAL, accept4(listener, addr, len, SOCK_CLOEXEC));
        s.keep(accept(listener, null, len));
        assertFails(EAGAIN, accept(listener, addr, len));
        assertEquals(before, addr.toString());
        assertEquals(length, len[0]);
    }

    @Test
    void what_C_received_before_it_refused_the_address_is_there() throws Exception {
        int udp = s.open(AF_INET, SOCK_DGRAM);
        sockaddr_in there = Sockets.bound(udp);
        byte[] array = own(8);
        ByteBuffer heap = ByteBuffer.wrap(own(8));
        ByteBuffer direct = ByteBuffer.allocateDirect(8).put(own(8)).clear();
        List<IntSupplier> calls = List.of(
                () -> recvfrom(udp, array, 8, 0, new sockaddr_in(), new int[] {-1}),
                () -> recvfrom(udp, heap, 0, new sockaddr_in(), new int[] {-1}),
                () -> recvfrom(udp, direct, 0, new sockaddr_in(), new int[] {-1}));
        for (IntSupplier call : calls) {
            check(sendto(udp, HELLO, 5, 0, there, sizeof(there)));
            assertFails(EINVAL, call.getAsInt());
        }
        assertEquals(0, direct.position());
        assertEquals(0, heap.position());
        ByteBuffer inC = ByteBuffer.wrap("helloZZZ".getBytes(UTF_8));
        assertEquals(inC, direct);
        assertEquals(inC, ByteBuffer.wrap(array));
        assertEquals(inC, heap);
    }

    private static msghdr message(Object data, int len) {
        msghdr msg = new msghdr();
        msg.msg_iov = new iovec[] {new iovec(data, len)};
        msg.msg_iovlen = 1;
        return msg;
    }

    /** recvmsg, or recvmmsg of one message. */
    private static int receive(boolean many, int fd, msghdr msg, int flags) {
        if (!many) {
            return recvmsg(fd, msg, flags);
        }
        mmsghdr[] one = mmsghdr.array(1);
        one[0].msg_hdr.set(msg);
        one[0].msg_len = 4711;
        int count = recvmmsg(fd, one, 1, flags, null);
        msg.set(one[0].msg_hdr);
        if (count != 1) {
            assertEquals(4711, one[0].msg_len);
        }
        return count == 1 ? one[0].msg_len : count;
    }

    private static int transmit(boolean many, int fd, msghdr msg) {
        if (!many) {
            return sendmsg(fd, msg, 0);
        }
        mmsghdr[] one = mmsghdr.array(1);
        one[0].msg_hdr.set(msg);
        return sendmmsg(fd, one, 1, 0);
    }

    /** Two UDP sockets over IPv6: each datagram brings an IPV6_PKTINFO, and 2,040 bytes of options that are asked for. */
    private int[] udp6() throws ErrnoException {
        int[] fds = {s.open(AF_INET6, SOCK_DGRAM), s.open(AF_INET6, SOCK_DGRAM)};
        sockaddr_in6 there = new sockaddr_in6();
        there.sin6_family = AF_INET6;
        there.sin6_addr.set(in6addr_loopback);
        check(bind(fds[1], there, sizeof(there)));
        check(getsockname(fds[1], there, new int[] {sizeof(there)}));
        check(connect(fds[0], there, sizeof(there)));
        check(setsockopt(fds[0], IPPROTO_IPV6, IPV6_HOPOPTS, hopopts(), HOPOPTS));
        check(setsockopt(fds[1], IPPROTO_IPV6, IPV6_RECVHOPOPTS, 1));
        check(setsockopt(fds[1], IPPROTO_IPV6, IPV6_RECVPKTINFO, 1));
        return fds;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_message_whose_lengths_are_refused_stays_where_it_is(boolean many) throws Exception {
        Needs.root();
        int[] fds = udp6();
        for (int length : new int[] {-1, -16, Integer.MIN_VALUE}) {
            assertStays(many, fds, EINVAL, msg -> msg.msg_namelen = length);
            assertStays(many, fds, EMSGSIZE, msg -> msg.msg_iovlen = length);
            assertStaysRefused(many, fds, EINVAL, msg -> msg.msg_controllen = length);
            assertStaysRefused(many, fds, EINVAL, msg -> msg.msg_iov[0].iov_len = length);
            assertStaysRefused(many, fds, EINVAL, msg -> {
                msg.msg_control = new byte[0];
                msg.msg_controllen = length;
            });
        }
    }

    private static void assertStays(boolean many, int[] fds, int errno, Consumer<msghdr> change) throws Exception {
        msghdr msg = changed(change);
        String before = msg.toString();
        check(send(fds[0], HELLO, 5, 0));
        assertFails(errno, receive(many, fds[1], msg, MSG_DONTWAIT));
        assertLeftAlone(fds, msg, before);
    }

    private static void assertStaysRefused(boolean many, int[] fds, int errno, Consumer<msghdr> change)
            throws Exception {
        msghdr msg = changed(change);
        String before = msg.toString();
        check(send(fds[0], HELLO, 5, 0));
        assertRefused(errno, () -> receive(many, fds[1], msg, MSG_DONTWAIT));
        assertLeftAlone(fds, msg, before);
    }

    private static msghdr changed(Consumer<msghdr> change) {
        msghdr msg = message(own(16), 16);
        msg.msg_name = new sockaddr_in6();
        msg.msg_namelen = sizeof(sockaddr_in6.class);
        msg.msg_control = own(80);
        msg.msg_controllen = 80;
        change.accept(msg);
        return msg;
    }

    private static void assertLeftAlone(int[] fds, msghdr msg, String before) throws Exception {
        assertEquals(before, msg.toString());
        assertArrayEquals(own(16), (byte[]) msg.msg_iov[0].iov_base);
        assertArrayEquals(own(msg.msg_control.length), msg.msg_control);
        assertEquals(new sockaddr_in6().toString(), msg.msg_name.toString());
        byte[] there = new byte[9];
        assertEquals(5, check(recv(fds[1], there, 9, MSG_DONTWAIT)), "the datagram is still there");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lengths_of_what_a_message_lacks_are_Cs(boolean many) throws Exception {
        Needs.root();
        int[] fds = udp6();
        for (int length : new int[] {-1, Integer.MIN_VALUE}) {
            check(send(fds[0], HELLO, 5, 0));
            msghdr msg = message(new byte[5], 5);
            msg.msg_namelen = length;
            assertEquals(5, check(receive(many, fds[1], msg, 0)));
            check(send(fds[0], HELLO, 5, 0));
            msg = message(new byte[5], 5);
            msg.msg_controllen = length;
            assertEquals(5, check(receive(many, fds[1], msg, 0)));
            assertEquals(0, msg.msg_controllen);
            assertEquals(MSG_CTRUNC, msg.msg_flags);
            assertNull(msg.msg_control);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_a_message_to_send_has_of_negative_length(boolean many) throws Exception {
        int udp = s.open(AF_INET, SOCK_DGRAM);
        sockaddr_in there = Sockets.bound(udp);
        for (int length : new int[] {-1, Integer.MIN_VALUE}) {
            msghdr named = message(HELLO, 5);
            named.msg_name = there;
            named.msg_namelen = length;
            msghdr counted = message(HELLO, 5);
            counted.msg_iovlen = length;
            msghdr controlled = message(HELLO, 5);
            controlled.msg_name = there;
            controlled.msg_namelen = sizeof(there);
            controlled.msg_controllen = length;
            assertAllFail(
                    new Failure("msg_namelen", EINVAL, () -> transmit(many, udp, named)),
                    new Failure("msg_iovlen", EMSGSIZE, () -> transmit(many, udp, counted)),
                    new Failure("msg_controllen of null", ENOBUFS, () -> transmit(many, udp, controlled)),
                    new Failure("msg_namelen, of a pipe", ENOTSOCK, () -> transmit(many, pipe, named)),
                    new Failure("msg_iovlen, of a pipe", ENOTSOCK, () -> transmit(many, pipe, counted)),
                    new Failure("msg_namelen, closed", EBADF, () -> transmit(many, closed, named)),
                    new Failure("msg_iovlen, closed", EBADF, () -> transmit(many, closed, counted)),
                    new Failure("msg_namelen to receive, closed", EBADF, () -> receive(many, closed, named, 0)),
                    new Failure("msg_iovlen to receive, closed", EBADF, () -> receive(many, closed, counted, 0)),
                    new Failure("msg_iovlen to receive, of a pipe", ENOTSOCK, () -> receive(many, pipe, counted, 0)));
            controlled.msg_control = new byte[80];
            assertAllFail(
                    new Failure("msg_controllen", ENOBUFS, () -> transmit(many, udp, controlled)),
                    new Failure("msg_controllen, of a pipe", ENOTSOCK, () -> transmit(many, pipe, controlled)),
                    new Failure("msg_controllen, closed", EBADF, () -> transmit(many, closed, controlled)));
            assertRefused(EBADF, () -> receive(many, closed, controlled, 0));
            assertRefused(ENOTSOCK, () -> receive(many, pipe, controlled, 0));
        }
        assertFails(EAGAIN, recv(udp, new byte[9], 9, MSG_DONTWAIT));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void a_negative_count_of_pieces_goes_to_C(int count) throws Exception {
        int[] sv = s.pair(SOCK_STREAM);
        int file = s.file(Files.writeString(dir.resolve("file"), "content"), O_RDWR);
        byte[] bytes = own(1);
        iovec[] iov = {new iovec(bytes, 1)};
        assertAllFail(
                new Failure("readv", EINVAL, () -> readv(sv[0], iov, count)),
                new Failure("readv to null", EINVAL, () -> readv(sv[0], null, count)),
                new Failure("readv, closed", EBADF, () -> readv(closed, iov, count)),
                new Failure("readv, -1", EBADF, () -> readv(-1, iov, count)),
                new Failure("writev", EINVAL, () -> writev(sv[0], iov, count)),
                new Failure("writev of null", EINVAL, () -> writev(sv[0], null, count)),
                new Failure("writev, closed", EBADF, () -> writev(closed, iov, count)),
                new Failure("writev to the end that is read", EBADF, () -> writev(pipe, iov, count)),
                new Failure("preadv", EINVAL, () -> preadv(file, iov, count, 0)),
                new Failure("preadv, closed", EBADF, () -> preadv(closed, iov, count, 0)),
                new Failure("preadv of a pipe", ESPIPE, () -> preadv(pipe, iov, count, 0)),
                new Failure("pwritev", EINVAL, () -> pwritev(file, iov, count, 0)),
                new Failure("pwritev, closed", EBADF, () -> pwritev(closed, iov, count, 0)),
                new Failure("pwritev of a socket", ESPIPE, () -> pwritev(sv[0], iov, count, 0)),
                new Failure("preadv2", EINVAL, () -> preadv2(file, iov, count, 0, 0)),
                new Failure("preadv2 at -1", EINVAL, () -> preadv2(file, iov, count, -1, 0)),
                new Failure("preadv2, closed", EBADF, () -> preadv2(closed, iov, count, 0, 0)),
                new Failure("preadv2 of a pipe", ESPIPE, () -> preadv2(pipe, iov, count, 0, 0)),
                new Failure("pwritev2", EINVAL, () -> pwritev2(file, iov, count, 0, 0)),
                new Failure("pwritev2 at -1", EINVAL, () -> pwritev2(file, iov, count, -1, 0)),
                new Failure("pwritev2, closed", EBADF, () -> pwritev2(closed, iov, count, 0, 0)));
        assertArrayEquals(own(1), bytes);
        assertEquals("content", Files.readString(dir.resolve("file")));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void a_negative_count_of_descriptors(int count) throws Exception {
        int ep = s.keep(epoll_create1(0));
        epoll_event[] events = epoll_event.array(1);
        timespec none = new timespec();
        fd_set set = new fd_set();
        pollfd[] fds = pollfd.array(1);
        assertAllFail(
                new Failure("epoll_wait", EINVAL, () -> epoll_wait(ep, events, count, 0)),
                new Failure("epoll_wait to null", EINVAL, () -> epoll_wait(ep, null, count, 0)),
                new Failure("epoll_wait, closed", EBADF, () -> epoll_wait(closed, events, count, 0)),
                new Failure("epoll_wait of a pipe", EINVAL, () -> epoll_wait(pipe, events, count, 0)),
                new Failure("epoll_pwait", EINVAL, () -> epoll_pwait(ep, events, count, 0, null)),
                new Failure("epoll_pwait, closed", EBADF, () -> epoll_pwait(closed, events, count, 0, null)),
                new Failure("epoll_pwait2", EINVAL, () -> epoll_pwait2(ep, events, count, none, null)),
                new Failure("epoll_pwait2, closed", EBADF, () -> epoll_pwait2(closed, events, count, none, null)),
                new Failure("select", EINVAL, () -> select(count, set, null, null, new timeval())),
                new Failure("select of nothing", EINVAL, () -> select(count, null, null, null, new timeval())),
                new Failure("pselect", EINVAL, () -> pselect(count, set, null, null, none, null)));
        assertRefused(EINVAL, () -> poll(fds, count, 0));
        assertRefused(EINVAL, () -> poll(null, count, 0));
        assertRefused(EINVAL, () -> ppoll(fds, count, none, null));
        assertRefused(EINVAL, () -> ppoll(null, count, none, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void a_negative_vlen_is_the_largest(int vlen) throws Exception {
        int[] sv = s.pair(SOCK_DGRAM | SOCK_NONBLOCK);
        mmsghdr[] messages = mmsghdr.array(1);
        messages[0].msg_hdr.set(message(HELLO.clone(), 5));
        assertThrows(IndexOutOfBoundsException.class, () -> sendmmsg(sv[0], messages, vlen, 0));
        assertFails(EAGAIN, recv(sv[1], new byte[9], 9, 0));
        check(send(sv[0], HELLO, 5, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> recvmmsg(sv[1], messages, vlen, 0, null));
        assertEquals(5, check(recv(sv[1], new byte[9], 9, 0)));
        assertRefused(EFAULT, () -> sendmmsg(sv[0], null, vlen, 0));
        assertRefused(EFAULT, () -> recvmmsg(sv[0], null, vlen, 0, null));
        assertRefused(EBADF, () -> sendmmsg(closed, messages, vlen, 0));
        assertRefused(EBADF, () -> recvmmsg(closed, messages, vlen, 0, null));
        assertRefused(ENOTSOCK, () -> sendmmsg(pipe, messages, vlen, 0));
        assertRefused(ENOTSOCK, () -> recvmmsg(pipe, messages, vlen, 0, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, 65})
    void a_name_of_this_machine_of_a_length_that_none_has(int length) {
        Needs.root();
        byte[] name = new byte[65];
        assertAllFail(
                new Failure("sethostname", EINVAL, () -> sethostname(name, length)),
                new Failure("setdomainname", EINVAL, () -> setdomainname(name, length)),
                new Failure("sethostname of a String", EINVAL, () -> sethostname("x".repeat(65), length)),
                new Failure("setdomainname of a String", EINVAL, () -> setdomainname("x".repeat(65), length)));
    }
}
