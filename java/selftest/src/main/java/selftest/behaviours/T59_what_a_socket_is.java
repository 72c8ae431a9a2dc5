package selftest.behaviours;

import static libc.Errno.*;
import static libc.Unistd.dup;
import static libc.netinet.In.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static selftest.Assert.assertFails;

import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** SO_TYPE, SO_DOMAIN, SO_PROTOCOL, SO_ACCEPTCONN and SO_COOKIE say what a socket is, and cannot be set. */
class T59_what_a_socket_is {

    private static int get(int fd, int option) throws Exception {
        int[] value = {-1};
        int[] len = {sizeof(value)};
        check(getsockopt(fd, SOL_SOCKET, option, value, len));
        assertEquals(Integer.BYTES, len[0]);
        return value[0];
    }

    private static void assertIsOf(Transport transport, int fd) throws Exception {
        assertEquals(transport.type(), get(fd, SO_TYPE));
        assertEquals(transport.family(), get(fd, SO_DOMAIN));
        int protocol = transport.isUnix() ? 0 : transport.isStream() ? IPPROTO_TCP : IPPROTO_UDP;
        assertEquals(protocol, get(fd, SO_PROTOCOL));
    }

    @On(Group.ALL)
    void type_domain_and_protocol(Transport transport, Sockets sockets) throws Exception {
        assertIsOf(transport, sockets.open());
        assertIsOf(transport, sockets.open(SOCK_NONBLOCK | SOCK_CLOEXEC));
        Sockets.Connected c = sockets.connected();
        assertIsOf(transport, c.client());
        assertIsOf(transport, c.server());
    }

    @On(Group.ALL)
    void none_can_be_set(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        for (int option : new int[] {SO_TYPE, SO_DOMAIN, SO_PROTOCOL, SO_ACCEPTCONN}) {
            assertFails(ENOPROTOOPT, setsockopt(fd, SOL_SOCKET, option, 1));
        }
        assertFails(ENOPROTOOPT, setsockopt(fd, SOL_SOCKET, SO_COOKIE, new long[] {1}, Long.BYTES));
    }

    @On(value = Group.LISTENER, otherwise = "does not listen")
    void who_listens_accepts(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        assertEquals(0, get(fd, SO_ACCEPTCONN));
        sockaddr addr = sockets.bound(fd);
        assertEquals(0, get(fd, SO_ACCEPTCONN));
        check(listen(fd, 1));
        assertEquals(1, get(fd, SO_ACCEPTCONN));
        int client = sockets.open();
        sockets.connected(client, addr);
        assertEquals(0, get(client, SO_ACCEPTCONN));
        assertEquals(0, get(sockets.keep(accept(fd, null, null)), SO_ACCEPTCONN));
    }

    @On(Group.ALL)
    void what_is_connected_accepts_none(Transport transport, Sockets sockets) throws Exception {
        assertEquals(0, get(sockets.connected().server(), SO_ACCEPTCONN));
    }

    private static long cookie(int fd) throws Exception {
        long[] value = {0};
        int[] len = {sizeof(value)};
        check(getsockopt(fd, SOL_SOCKET, SO_COOKIE, value, len));
        assertEquals(Long.BYTES, len[0]);
        return value[0];
    }

    /** Since Linux 4.12. */
    @On(Group.ALL)
    void a_cookie_is_a_sockets_own(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        assertNotEquals(0, cookie(fd));
        assertEquals(cookie(fd), cookie(fd), "it stays");
        assertEquals(cookie(fd), cookie(sockets.keep(dup(fd))), "the same socket");
        assertNotEquals(cookie(fd), cookie(sockets.open()));
        Sockets.Connected c = sockets.connected();
        assertNotEquals(cookie(c.client()), cookie(c.server()));
        assertFails(EINVAL, getsockopt(fd, SOL_SOCKET, SO_COOKIE, new int[1], new int[] {Integer.BYTES}));
    }
}
