package selftest.behaviours;

import static libc.Errno.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;
import static selftest.Sockets.nameOf;
import static selftest.Sockets.peerOf;

import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** getpeername tells who is at the other end, and that nobody is. */
class T19_getpeername {

    private static final String SOCKETS = "says something of sockets, of which this is none";

    @On(value = Group.ALL, otherwise = SOCKETS)
    void both_ends_tell_each_other(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertArrayEquals(nameOf(c.server()), peerOf(c.client()));
        assertArrayEquals(nameOf(c.client()), peerOf(c.server()));
    }

    @On(value = Group.ALL, otherwise = SOCKETS)
    void a_new_socket_has_no_peer(Transport transport, Sockets sockets) throws Exception {
        assertNoPeer(sockets.open());
    }

    @On(value = Group.NAMED, otherwise = "has no name")
    void nor_has_one_that_is_bound_or_listens(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        sockaddr addr = sockets.bound(fd);
        assertNoPeer(fd);
        if (transport.isConnection()) {
            check(listen(fd, 1));
            assertNoPeer(fd);
            sockets.connected(sockets.open(), addr);
            assertNoPeer(fd);
        }
    }

    @On(value = Group.DATAGRAM, except = Group.PAIR, otherwise = "is connected at both ends or at none")
    void a_datagram_socket_that_others_connect_to_has_none(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        sockaddr addr = sockets.bound(server);
        int client = sockets.open();
        sockets.connected(client, addr);
        assertEquals(1, check(send(client, "x", 1, 0)));
        assertNoPeer(server);
        assertEquals(1, check(recv(server, new byte[1], 1, 0)));
        assertNoPeer(server);
        assertArrayEquals(nameOf(server), peerOf(client));
    }

    @On(value = Group.ALL, otherwise = SOCKETS)
    void a_peer_that_has_closed_is_still_told(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        byte[] name = nameOf(c.server());
        sockets.closeNow(c.server());
        if (transport.isConnection()) {
            assertEquals(0, check(recv(c.client(), new byte[1], 1, 0)));
        }
        assertArrayEquals(name, peerOf(c.client()));
    }

    @On(value = Group.DATAGRAM, except = Group.UDP, otherwise = "does not learn by sending that nobody is there")
    void until_a_send_finds_nobody(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sockets.closeNow(c.server());
        assertFails(ECONNREFUSED, send(c.client(), "x", 1, 0));
        assertNoPeer(c.client());
        assertFails(ENOTCONN, send(c.client(), "x", 1, 0));
    }

    @On(value = Group.TCP, otherwise = "does not forget its peer")
    void a_reset_ends_it(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        linger now = new linger(1, 0);
        check(setsockopt(c.server(), SOL_SOCKET, SO_LINGER, now, sizeof(now)));
        sockets.closeNow(c.server());
        assertFails(ECONNRESET, recv(c.client(), new byte[1], 1, 0));
        assertNoPeer(c.client());
    }

    @On(value = Group.CONNECTION, otherwise = "has no connection to shut down")
    void only_TCP_forgets_it_when_both_have_ended(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        byte[] name = nameOf(c.server());
        check(shutdown(c.client(), SHUT_WR));
        assertEquals(0, check(recv(c.server(), new byte[1], 1, 0)));
        assertArrayEquals(name, peerOf(c.client()));
        check(shutdown(c.server(), SHUT_WR));
        assertEquals(0, check(recv(c.client(), new byte[1], 1, 0)));
        if (transport.isInternet()) {
            assertNoPeer(c.client());
        } else {
            assertArrayEquals(name, peerOf(c.client()));
        }
    }

    private static void assertNoPeer(int fd) {
        sockaddr_storage addr = new sockaddr_storage();
        addr.ss_family = AF_MAX;
        int[] len = {sizeof(addr)};
        assertFails(ENOTCONN, getpeername(fd, addr, len));
        assertEquals(sizeof(addr), len[0]);
        assertEquals(AF_MAX, addr.ss_family);
    }
}
