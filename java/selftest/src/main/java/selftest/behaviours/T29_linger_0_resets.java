package selftest.behaviours;

import static libc.Errno.*;
import static libc.Poll.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;
import static selftest.Sockets.await;
import static selftest.Sockets.recvText;
import static selftest.Sockets.sendText;

import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** A close that does not linger resets a TCP connection, and the peer's next call is told ECONNRESET. */
class T29_linger_0_resets {

    private static final String NO_CONNECTION = "no connection, nothing to reset";

    @On(value = Group.TCP, otherwise = NO_CONNECTION)
    void the_peer_is_told_once(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        linger0(c.client());
        sockets.closeNow(c.client());
        await(c.server(), POLLERR | POLLHUP);
        assertEquals(POLLIN | POLLRDHUP | POLLERR | POLLHUP, Sockets.events(c.server(), POLLIN | POLLRDHUP));
        byte[] buf = new byte[1];
        assertFails(ECONNRESET, recv(c.server(), buf, 1, 0));
        assertEquals(0, recv(c.server(), buf, 1, 0));
        assertFails(EPIPE, send(c.server(), "more", 4, MSG_NOSIGNAL));
    }

    @On(value = Group.TCP, otherwise = NO_CONNECTION)
    void a_send_is_told_too(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        linger0(c.client());
        sockets.closeNow(c.client());
        await(c.server(), POLLERR | POLLHUP);
        assertFails(ECONNRESET, send(c.server(), "more", 4, MSG_NOSIGNAL));
        assertFails(EPIPE, send(c.server(), "more", 4, MSG_NOSIGNAL));
    }

    @On(value = Group.TCP, otherwise = NO_CONNECTION)
    void so_error_is_told_too(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        linger0(c.client());
        sockets.closeNow(c.client());
        await(c.server(), POLLERR | POLLHUP);
        assertEquals(ECONNRESET, Sockets.option(c.server(), SOL_SOCKET, SO_ERROR));
        assertEquals(0, Sockets.option(c.server(), SOL_SOCKET, SO_ERROR));
    }

    @On(value = Group.CONNECTION, otherwise = NO_CONNECTION)
    void without_it_the_peer_reads_the_end(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "last");
        sockets.closeNow(c.client());
        assertEquals("last", recvText(c.server()));
        await(c.server(), POLLRDHUP);
        assertEquals(0, recv(c.server(), new byte[1], 1, 0));
        assertEquals(0, Sockets.option(c.server(), SOL_SOCKET, SO_ERROR));
    }

    @On(value = Group.CONNECTION, except = Group.TCP, otherwise = NO_CONNECTION)
    void a_unix_socket_does_not_linger_anyway(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        linger0(c.client());
        sendText(c.client(), "last");
        sockets.closeNow(c.client());
        assertEquals("last", recvText(c.server()));
        assertEquals(0, recv(c.server(), new byte[1], 1, 0));
    }

    @On(value = Group.CONNECTION, otherwise = NO_CONNECTION)
    void so_does_a_close_before_all_is_read(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.server(), "unread");
        await(c.client(), POLLIN);
        sockets.closeNow(c.client());
        await(c.server(), POLLERR | POLLHUP);
        assertFails(ECONNRESET, recv(c.server(), new byte[1], 1, 0));
        assertEquals(0, recv(c.server(), new byte[1], 1, 0));
    }

    private static void linger0(int fd) throws Exception {
        linger now = new linger(1, 0);
        check(setsockopt(fd, SOL_SOCKET, SO_LINGER, now, sizeof(now)));
    }
}
