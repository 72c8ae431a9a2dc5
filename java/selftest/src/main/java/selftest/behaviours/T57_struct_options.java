package selftest.behaviours;

import static libc.Errno.*;
import static libc.Unistd.*;
import static libc.net.If.if_nametoindex;
import static libc.netinet.In.*;
import static libc.netinet.Tcp.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import libc.Struct;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** Options of a struct: linger, timeval, ucred, tcp_info, ip_mreqn, ipv6_mreq, group_req. */
class T57_struct_options {

    private static final String TCP_ONLY = "concerns TCP";
    private static final int LO = if_nametoindex("lo");
    private static final int NO_INTERFACE = Integer.MAX_VALUE;

    private static <T extends Struct> T get(int fd, int level, int option, T value) throws Exception {
        int[] len = {sizeof(value)};
        check(getsockopt(fd, level, option, value, len));
        assertEquals(sizeof(value), len[0]);
        return value;
    }

    private static void set(int fd, int option, Struct value) throws Exception {
        check(setsockopt(fd, SOL_SOCKET, option, value, sizeof(value)));
    }

    @On(Group.ALL)
    void linger(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        assertEquals("{l_onoff=0, l_linger=0}", get(fd, SOL_SOCKET, SO_LINGER, new linger(9, 9)).toString());
        set(fd, SO_LINGER, new linger(1, 7));
        assertEquals("{l_onoff=1, l_linger=7}", get(fd, SOL_SOCKET, SO_LINGER, new linger()).toString());
        set(fd, SO_LINGER, new linger(0, 3));
        assertEquals(0, get(fd, SOL_SOCKET, SO_LINGER, new linger()).l_onoff);
        assertFails(EINVAL, setsockopt(fd, SOL_SOCKET, SO_LINGER, new linger(1, 1), sizeof(linger.class) - 1));
        linger half = new linger(9, 9);
        int[] len = {Integer.BYTES};
        check(getsockopt(fd, SOL_SOCKET, SO_LINGER, half, len));
        assertEquals("{l_onoff=0, l_linger=9}", half.toString(), "what the answer does not reach stays");
        assertEquals(Integer.BYTES, len[0]);
    }

    @On(Group.ALL)
    void timeval(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        for (int option : new int[] {SO_RCVTIMEO, SO_SNDTIMEO}) {
            timeval none = get(fd, SOL_SOCKET, option, new timeval(9, 9));
            assertEquals("{tv_sec=0, tv_usec=0}", none.toString(), "waits without end");
            set(fd, option, new timeval(1, 500_000));
            assertEquals("{tv_sec=1, tv_usec=500000}", get(fd, SOL_SOCKET, option, new timeval()).toString());
            assertFails(EDOM, setsockopt(fd, SOL_SOCKET, option, new timeval(1, 1_000_000), sizeof(timeval.class)));
            assertFails(EDOM, setsockopt(fd, SOL_SOCKET, option, new timeval(1, -1), sizeof(timeval.class)));
            assertFails(EINVAL, setsockopt(fd, SOL_SOCKET, option, new timeval(1, 0), sizeof(timeval.class) - 1));
            assertEquals("{tv_sec=1, tv_usec=500000}", get(fd, SOL_SOCKET, option, new timeval()).toString());
            set(fd, option, new timeval());
            assertEquals("{tv_sec=0, tv_usec=0}", get(fd, SOL_SOCKET, option, new timeval(9, 9)).toString());
        }
    }

    /** unix(7): of connected stream sockets, and of pairs. */
    @On(Group.ALL)
    void ucred(Transport transport, Sockets sockets) throws Exception {
        String nobody = new ucred(0, -1, -1).toString();
        assertEquals(nobody, get(sockets.open(), SOL_SOCKET, SO_PEERCRED, new ucred()).toString());
        Sockets.Connected c = sockets.connected();
        boolean known = transport.isUnix() && (transport.isConnection() || !transport.isNamed());
        String expected = known ? new ucred(getpid(), geteuid(), getegid()).toString() : nobody;
        assertEquals(expected, get(c.client(), SOL_SOCKET, SO_PEERCRED, new ucred()).toString());
        assertEquals(expected, get(c.server(), SOL_SOCKET, SO_PEERCRED, new ucred()).toString());
        assertFails(ENOPROTOOPT, setsockopt(c.client(), SOL_SOCKET, SO_PEERCRED, new ucred(), sizeof(ucred.class)));
    }

    private static tcp_info info(int fd) throws Exception {
        tcp_info info = new tcp_info();
        check(getsockopt(fd, IPPROTO_TCP, TCP_INFO, info, new int[] {sizeof(info)})); // an older kernel's is shorter
        return info;
    }

    @On(value = Group.TCP, otherwise = TCP_ONLY)
    void tcp_info(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        assertEquals(TCP_CLOSE, info(fd).tcpi_state);
        sockets.listening(fd);
        assertEquals(TCP_LISTEN, info(fd).tcpi_state);
        Sockets.Connected c = sockets.connected();
        assertEquals(TCP_ESTABLISHED, info(c.client()).tcpi_state);
        check(send(c.client(), "hello", 5, 0));
        assertEquals(5, check(recv(c.server(), new byte[8], 8, 0)));
        tcp_info info = info(c.server());
        assertEquals(5, info.tcpi_bytes_received);
        assertEquals(1, info.tcpi_data_segs_in);
        assertTrue(info.tcpi_rcv_mss > 0 && info.tcpi_snd_mss > 0 && info.tcpi_pmtu > 0, info::toString);
        check(shutdown(c.client(), SHUT_WR));
        assertEquals(0, check(recv(c.server(), new byte[8], 8, 0)));
        assertEquals(TCP_CLOSE_WAIT, info(c.server()).tcpi_state);
        tcp_info one = new tcp_info();
        int[] len = {1};
        check(getsockopt(c.server(), IPPROTO_TCP, TCP_INFO, one, len));
        assertEquals(TCP_CLOSE_WAIT, one.tcpi_state, "as much as there is room for");
        assertEquals(0, one.tcpi_rcv_mss);
        assertEquals(1, len[0]);
        assertFails(ENOPROTOOPT, setsockopt(fd, IPPROTO_TCP, TCP_INFO, info, sizeof(info)));
    }

    @On(value = Group.ALL, except = Group.TCP, otherwise = "TCP has it")
    void tcp_info_is_of_tcp_alone(Transport transport, Sockets sockets) throws Exception {
        int[] len = {sizeof(tcp_info.class)};
        assertFails(transport.family() == AF_INET6 ? ENOPROTOOPT : EOPNOTSUPP,
                getsockopt(sockets.open(), IPPROTO_TCP, TCP_INFO, new tcp_info(), len));
    }

    /** From the block for use within one organisation, RFC 2365. */
    private static in_addr group() {
        return new in_addr(htonl(0xefff2e39));
    }

    /** Of an interface alone, RFC 4291. */
    private static in6_addr group6() {
        byte[] address = new byte[16];
        address[0] = (byte) 0xff;
        address[1] = 0x01;
        address[15] = 0x39;
        return new in6_addr(address);
    }

    /** Whether what goes to a group comes to a member. A datagram behind it, to the member alone, says when to look. */
    private static boolean arrives(int from, sockaddr group, int to, sockaddr own) throws Exception {
        byte[] buf = new byte[1];
        check(sendto(from, "m", 1, 0, group, sizeof(group)));
        check(sendto(from, "u", 1, 0, own, sizeof(own)));
        assertEquals(1, check(recv(to, buf, 1, 0)));
        if (buf[0] == 'u') {
            return false;
        }
        assertEquals(1, check(recv(to, buf, 1, 0)));
        assertEquals('u', buf[0]);
        return true;
    }

    /** Binds to every address, and answers where the group and the socket itself are found. */
    private static sockaddr_in[] bound4(int fd) throws Exception {
        sockaddr_in any = new sockaddr_in(AF_INET, 0, new in_addr());
        check(bind(fd, any, sizeof(any)));
        check(getsockname(fd, any, new int[] {sizeof(any)}));
        return new sockaddr_in[] {new sockaddr_in(AF_INET, any.sin_port, group()),
            new sockaddr_in(AF_INET, any.sin_port, new in_addr(htonl(INADDR_LOOPBACK)))};
    }

    /** Whether the loopback interface has a member of the group of IPv6. No route leads there to try it. */
    private static boolean hasMember() throws Exception {
        String group = HexFormat.of().formatHex(group6().s6_addr);
        return Files.readAllLines(Path.of("/proc/self/net/igmp6")).stream().map(line -> line.strip().split("\\s+"))
                .anyMatch(words -> Integer.parseInt(words[0]) == LO && words[2].equals(group));
    }

    private interface Membership {
        boolean is() throws Exception;
    }

    /** Joins and leaves, twice each. */
    private static void assertJoinsAndLeaves(Membership member, int fd, int level, int join, int leave, Struct request)
            throws Exception {
        assertFalse(member.is(), "not yet");
        check(setsockopt(fd, level, join, request, sizeof(request)));
        assertFails(EADDRINUSE, setsockopt(fd, level, join, request, sizeof(request)));
        assertTrue(member.is());
        check(setsockopt(fd, level, leave, request, sizeof(request)));
        assertFalse(member.is(), "not any more");
        assertFails(EADDRNOTAVAIL, setsockopt(fd, level, leave, request, sizeof(request)));
        assertFails(EINVAL, setsockopt(fd, level, join, request, Integer.BYTES));
    }

    @On(value = Group.INTERNET4, except = Group.TCP, otherwise = "concerns UDP over IPv4")
    void ip_mreqn(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        int client = sockets.open();
        sockaddr[] to = bound4(server);
        ip_mreqn request = new ip_mreqn(group(), new in_addr(htonl(INADDR_LOOPBACK)), LO);
        check(setsockopt(client, IPPROTO_IP, IP_MULTICAST_IF, request, sizeof(request)));
        assertEquals(htonl(INADDR_LOOPBACK), get(client, IPPROTO_IP, IP_MULTICAST_IF, new in_addr()).s_addr);
        assertJoinsAndLeaves(() -> arrives(client, to[0], server, to[1]), server, IPPROTO_IP, IP_ADD_MEMBERSHIP,
                IP_DROP_MEMBERSHIP, request);
        request.imr_ifindex = NO_INTERFACE;
        assertFails(ENODEV, setsockopt(server, IPPROTO_IP, IP_ADD_MEMBERSHIP, request, sizeof(request)));
        request.imr_multiaddr.s_addr = htonl(INADDR_LOOPBACK);
        assertFails(EINVAL, setsockopt(server, IPPROTO_IP, IP_ADD_MEMBERSHIP, request, sizeof(request)));
    }

    @On(value = Group.INTERNET6, except = Group.TCP, otherwise = "concerns UDP over IPv6")
    void ipv6_mreq(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        ipv6_mreq request = new ipv6_mreq(group6(), LO);
        assertJoinsAndLeaves(T57_struct_options::hasMember, fd, IPPROTO_IPV6, IPV6_ADD_MEMBERSHIP, IPV6_DROP_MEMBERSHIP,
                request);
        request.ipv6mr_interface = NO_INTERFACE;
        assertFails(ENODEV, setsockopt(fd, IPPROTO_IPV6, IPV6_ADD_MEMBERSHIP, request, sizeof(request)));
        request.ipv6mr_multiaddr.set(in6addr_loopback);
        assertFails(EINVAL, setsockopt(fd, IPPROTO_IPV6, IPV6_ADD_MEMBERSHIP, request, sizeof(request)));
    }

    @On(value = Group.UDP, otherwise = "concerns UDP")
    void group_req(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        if (transport == Transport.UDP4) {
            int client = sockets.open();
            sockaddr[] to = bound4(server);
            ip_mreqn out = new ip_mreqn(new in_addr(), new in_addr(), LO);
            check(setsockopt(client, IPPROTO_IP, IP_MULTICAST_IF, out, sizeof(out)));
            assertJoinsAndLeaves(() -> arrives(client, to[0], server, to[1]), server, IPPROTO_IP, MCAST_JOIN_GROUP,
                    MCAST_LEAVE_GROUP, new group_req(LO, new sockaddr_storage(to[0])));
        } else {
            sockaddr_in6 group = new sockaddr_in6(AF_INET6, 0, 0, group6(), 0);
            assertJoinsAndLeaves(T57_struct_options::hasMember, server, IPPROTO_IPV6, MCAST_JOIN_GROUP, MCAST_LEAVE_GROUP,
                    new group_req(LO, new sockaddr_storage(group)));
        }
    }
}
