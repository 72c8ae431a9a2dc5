package selftest.behaviours;

import static libc.Errno.*;
import static libc.netinet.In.*;
import static libc.netinet.Ip.IPTOS_LOWDELAY;
import static libc.netinet.Tcp.*;
import static libc.netinet.Udp.UDP_CORK;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;

import java.util.Optional;
import selftest.Group;
import selftest.Machine;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** Options of an int: their defaults, what is set is got, buffers doubled, unknown ones refused, short lengths too. */
class T56_int_options {

    private static final int UNKNOWN = 9999;
    private static final int ODD = 0x55;

    private static int get(int fd, int level, int option) throws Exception {
        int[] value = {ODD};
        int[] len = {sizeof(value)};
        check(getsockopt(fd, level, option, value, len));
        assertEquals(sizeof(value), len[0]);
        return value[0];
    }

    private static void assertSetIsGot(int fd, int level, int option, int... values) throws Exception {
        for (int value : values) {
            check(setsockopt(fd, level, option, value));
            assertEquals(value, get(fd, level, option), "option " + option);
        }
    }

    @On(Group.ALL)
    void flags_are_off_until_they_are_set(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        for (int option : new int[] {SO_REUSEADDR, SO_KEEPALIVE, SO_BROADCAST, SO_DONTROUTE, SO_OOBINLINE}) {
            assertEquals(0, get(fd, SOL_SOCKET, option), "option " + option);
            assertSetIsGot(fd, SOL_SOCKET, option, 1, 0);
            check(setsockopt(fd, SOL_SOCKET, option, -7));
            assertEquals(1, get(fd, SOL_SOCKET, option), "all but 0 is 1, of option " + option);
        }
        int other = sockets.open();
        assertEquals(0, get(other, SOL_SOCKET, SO_KEEPALIVE), "of that socket alone");
    }

    @On(Group.ALL)
    void numbers_are_got_as_they_were_set(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        assertEquals(0, get(fd, SOL_SOCKET, SO_PRIORITY));
        assertSetIsGot(fd, SOL_SOCKET, SO_PRIORITY, 6, 3);
        assertEquals(1, get(fd, SOL_SOCKET, SO_RCVLOWAT));
        assertSetIsGot(fd, SOL_SOCKET, SO_RCVLOWAT, 100);
        check(setsockopt(fd, SOL_SOCKET, SO_RCVLOWAT, 0));
        assertEquals(1, get(fd, SOL_SOCKET, SO_RCVLOWAT), "at least 1");
        assertEquals(0, get(fd, SOL_SOCKET, SO_ERROR));
    }

    @On(Group.ALL)
    void buffers_are_doubled_and_have_bounds(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        for (int option : new int[] {SO_SNDBUF, SO_RCVBUF}) {
            for (int size : new int[] {10_000, 12_345}) {
                check(setsockopt(fd, SOL_SOCKET, option, size));
                assertEquals(2 * size, get(fd, SOL_SOCKET, option));
            }
            check(setsockopt(fd, SOL_SOCKET, option, 0));
            int least = get(fd, SOL_SOCKET, option);
            // socket(7): 2048 to send, 256 to receive; kernels have raised both since.
            assertTrue(least >= (option == SO_SNDBUF ? 2048 : 256), "least " + least);
            check(setsockopt(fd, SOL_SOCKET, option, 1));
            assertEquals(least, get(fd, SOL_SOCKET, option));
            check(setsockopt(fd, SOL_SOCKET, option, Integer.MAX_VALUE));
            int most = get(fd, SOL_SOCKET, option);
            Optional<String> limit = Machine.setting(option == SO_SNDBUF ? "net/core/wmem_max" : "net/core/rmem_max");
            limit.ifPresent(size -> assertEquals(2L * Long.parseLong(size), most));
            check(setsockopt(fd, SOL_SOCKET, option, most));
            assertEquals(most, get(fd, SOL_SOCKET, option), "no more than there may be");
        }
    }

    @On(Group.ALL)
    void beyond_the_bounds_only_CAP_NET_ADMIN_may_go(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        check(setsockopt(fd, SOL_SOCKET, SO_SNDBUF, Integer.MAX_VALUE));
        int most = get(fd, SOL_SOCKET, SO_SNDBUF);
        int result = setsockopt(fd, SOL_SOCKET, SO_SNDBUFFORCE, most);
        if (Machine.has(Machine.CAP_NET_ADMIN)) {
            assertEquals(0, check(result));
            assertEquals(2 * most, get(fd, SOL_SOCKET, SO_SNDBUF));
        } else {
            assertFails(EPERM, result);
            assertEquals(most, get(fd, SOL_SOCKET, SO_SNDBUF));
        }
    }

    @On(Group.ALL)
    void unknown_ones_are_ENOPROTOOPT(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        int[] value = new int[1];
        assertFails(ENOPROTOOPT, setsockopt(fd, SOL_SOCKET, UNKNOWN, 1));
        assertFails(ENOPROTOOPT, getsockopt(fd, SOL_SOCKET, UNKNOWN, value, new int[] {sizeof(value)}));
        // Of a level that is not the socket's, AF_UNIX says EOPNOTSUPP, and so does IPv4 of what is to be got.
        assertFails(transport.isUnix() ? EOPNOTSUPP : ENOPROTOOPT, setsockopt(fd, UNKNOWN, 1, 1));
        assertFails(transport.family() == AF_INET6 ? ENOPROTOOPT : EOPNOTSUPP,
                getsockopt(fd, UNKNOWN, 1, value, new int[] {sizeof(value)}));
        if (transport.isInternet()) {
            int own = transport.isStream() ? IPPROTO_TCP : IPPROTO_UDP;
            int other = transport.isStream() ? IPPROTO_UDP : IPPROTO_TCP;
            assertFails(ENOPROTOOPT, setsockopt(fd, own, UNKNOWN, 1));
            assertFails(ENOPROTOOPT, getsockopt(fd, own, UNKNOWN, value, new int[] {sizeof(value)}));
            assertFails(ENOPROTOOPT, setsockopt(fd, other, TCP_NODELAY, 1));
        } else {
            assertFails(EOPNOTSUPP, setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, 1));
        }
    }

    @On(Group.ALL)
    void what_can_only_be_read_cannot_be_set(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        for (int option : new int[] {SO_TYPE, SO_ERROR, SO_ACCEPTCONN, SO_DOMAIN, SO_PROTOCOL}) {
            assertFails(ENOPROTOOPT, setsockopt(fd, SOL_SOCKET, option, 1));
        }
    }

    @On(Group.ALL)
    void a_short_length_is_EINVAL_to_set_and_cuts_what_is_got(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        for (int len = 0; len < Integer.BYTES; len++) {
            assertFails(EINVAL, setsockopt(fd, SOL_SOCKET, SO_SNDBUF, 10_000, len));
        }
        assertFails(EINVAL, setsockopt(fd, SOL_SOCKET, SO_SNDBUF, new int[] {10_000}, -1));
        check(setsockopt(fd, SOL_SOCKET, SO_SNDBUF, 0x010203)); // 0x020406 doubled
        byte[] whole = new byte[Integer.BYTES];
        check(getsockopt(fd, SOL_SOCKET, SO_SNDBUF, whole, new int[] {Integer.BYTES}));
        for (int len = 0; len < Integer.BYTES; len++) {
            byte[] value = {ODD, ODD, ODD, ODD};
            int[] room = {len};
            check(getsockopt(fd, SOL_SOCKET, SO_SNDBUF, value, room));
            assertEquals(len, room[0]);
            byte[] expected = {ODD, ODD, ODD, ODD};
            System.arraycopy(whole, 0, expected, 0, len);
            assertArrayEquals(expected, value);
        }
        int[] room = {-1};
        assertFails(EINVAL, getsockopt(fd, SOL_SOCKET, SO_SNDBUF, whole, room));
    }

    @On(Group.ALL)
    void a_long_length_is_cut(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        check(setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, new int[] {1, ODD}, 2 * Integer.BYTES));
        int[] value = {ODD, ODD};
        int[] len = {sizeof(value)};
        check(getsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, value, len));
        assertEquals(Integer.BYTES, len[0]);
        assertArrayEquals(new int[] {1, ODD}, value);
    }

    @On(value = Group.INTERNET4, otherwise = "concerns IPv4")
    void ip(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        int usual = Integer.parseInt(Machine.setting("net/ipv4/ip_default_ttl").orElseThrow());
        assertEquals(usual, get(fd, IPPROTO_IP, IP_TTL));
        assertSetIsGot(fd, IPPROTO_IP, IP_TTL, 1, 255);
        assertFails(EINVAL, setsockopt(fd, IPPROTO_IP, IP_TTL, 0));
        assertFails(EINVAL, setsockopt(fd, IPPROTO_IP, IP_TTL, 256));
        assertEquals(255, get(fd, IPPROTO_IP, IP_TTL), "a failure leaves it");
        check(setsockopt(fd, IPPROTO_IP, IP_TTL, -1));
        assertEquals(usual, get(fd, IPPROTO_IP, IP_TTL), "-1 is the default");
        check(setsockopt(fd, IPPROTO_IP, IP_TTL, 9, 1));
        assertEquals(9, get(fd, IPPROTO_IP, IP_TTL), "IPv4 takes a byte, too");
        assertFails(EINVAL, setsockopt(fd, IPPROTO_IP, IP_TTL, 9, 0));
        assertEquals(0, get(fd, IPPROTO_IP, IP_TOS));
        assertSetIsGot(fd, IPPROTO_IP, IP_TOS, IPTOS_LOWDELAY, 0);
        assertSetIsGot(fd, IPPROTO_IP, IP_MTU_DISCOVER, IP_PMTUDISC_DO, IP_PMTUDISC_DONT);
        assertFails(EINVAL, setsockopt(fd, IPPROTO_IP, IP_MTU_DISCOVER, UNKNOWN));
        assertFails(ENOPROTOOPT, setsockopt(fd, IPPROTO_IP, UNKNOWN, 1));
    }

    @On(value = Group.INTERNET6, otherwise = "concerns IPv6")
    void ipv6(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        int usual = get(fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS);
        assertTrue(usual > 0 && usual < 256, "hops " + usual);
        assertSetIsGot(fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS, 1, 255);
        assertFails(EINVAL, setsockopt(fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS, 256));
        assertFails(EINVAL, setsockopt(fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS, -2));
        check(setsockopt(fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS, -1));
        assertEquals(usual, get(fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS), "-1 is the default");
        assertFails(EINVAL, setsockopt(fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS, 9, 1));
        assertEquals(0, get(fd, IPPROTO_IPV6, IPV6_TCLASS));
        assertSetIsGot(fd, IPPROTO_IPV6, IPV6_TCLASS, 0x20, 0);
        assertSetIsGot(fd, IPPROTO_IPV6, IPV6_V6ONLY, 1, 0);
        assertFails(ENOPROTOOPT, setsockopt(fd, IPPROTO_IPV6, UNKNOWN, 1));
    }

    @On(value = Group.TCP, otherwise = "concerns TCP")
    void tcp(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        assertEquals(0, get(fd, IPPROTO_TCP, TCP_NODELAY));
        assertSetIsGot(fd, IPPROTO_TCP, TCP_NODELAY, 1, 0);
        assertSetIsGot(fd, IPPROTO_TCP, TCP_CORK, 1, 0);
        assertSetIsGot(fd, IPPROTO_TCP, TCP_KEEPIDLE, 1, 32767);
        assertFails(EINVAL, setsockopt(fd, IPPROTO_TCP, TCP_KEEPIDLE, 0));
        assertFails(EINVAL, setsockopt(fd, IPPROTO_TCP, TCP_KEEPIDLE, 32768));
        assertSetIsGot(fd, IPPROTO_TCP, TCP_KEEPINTVL, 5);
        assertSetIsGot(fd, IPPROTO_TCP, TCP_KEEPCNT, 127);
        assertFails(EINVAL, setsockopt(fd, IPPROTO_TCP, TCP_KEEPCNT, 128));
        assertSetIsGot(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, 12_345);
        assertSetIsGot(fd, IPPROTO_TCP, TCP_SYNCNT, 3);
        assertFails(EINVAL, setsockopt(fd, IPPROTO_TCP, TCP_SYNCNT, 0));
        assertFails(EINVAL, setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, 1, 1));
    }

    @On(value = Group.UDP, otherwise = "concerns UDP")
    void a_corked_datagram_goes_when_the_cork_is_out(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertEquals(0, get(c.client(), IPPROTO_UDP, UDP_CORK));
        assertSetIsGot(c.client(), IPPROTO_UDP, UDP_CORK, 1);
        check(send(c.client(), "ab", 2, 0));
        check(send(c.client(), "cd", 2, 0));
        assertFails(EAGAIN, recv(c.server(), new byte[8], 8, MSG_DONTWAIT));
        assertSetIsGot(c.client(), IPPROTO_UDP, UDP_CORK, 0);
        assertEquals(4, check(recv(c.server(), new byte[8], 8, 0)));
    }
}
