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

/** A connect that does not wait is in progress until POLLOUT, and SO_ERROR says then what became of it. */
class T26_connect_in_progress {

    private static final String NO_CONNECT = "a pair is born connected";

    @On(value = Group.TCP, otherwise = NO_CONNECT)
    void it_succeeds(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open();
        sockaddr addr = sockets.listening(listener);
        int client = sockets.open(SOCK_NONBLOCK);
        assertFails(EINPROGRESS, connect(client, addr, Sockets.length(addr)));
        await(client, POLLOUT);
        assertEquals(POLLOUT, Sockets.events(client, POLLOUT));
        assertEquals(0, Sockets.option(client, SOL_SOCKET, SO_ERROR));
        int server = sockets.keep(accept(listener, null, null));
        sendText(client, "hello");
        assertEquals("hello", recvText(server));
    }

    @On(value = Group.TCP, otherwise = NO_CONNECT)
    void it_is_refused(Transport transport, Sockets sockets) throws Exception {
        sockaddr addr = sockets.bound(sockets.open());
        int client = sockets.open(SOCK_NONBLOCK);
        assertFails(EINPROGRESS, connect(client, addr, Sockets.length(addr)));
        await(client, POLLOUT);
        assertEquals(POLLOUT | POLLERR | POLLHUP, Sockets.events(client, POLLOUT));
        assertEquals(ECONNREFUSED, Sockets.option(client, SOL_SOCKET, SO_ERROR));
        assertEquals(0, Sockets.option(client, SOL_SOCKET, SO_ERROR), "it is told once");
    }

    @On(value = Group.TCP, otherwise = NO_CONNECT)
    void another_connect_tells_it_too(Transport transport, Sockets sockets) throws Exception {
        sockaddr addr = sockets.bound(sockets.open());
        int client = sockets.open(SOCK_NONBLOCK);
        assertFails(EINPROGRESS, connect(client, addr, Sockets.length(addr)));
        await(client, POLLOUT);
        assertFails(ECONNREFUSED, connect(client, addr, Sockets.length(addr)));
    }

    /** connect(2): EAGAIN, not EINPROGRESS, where there is no room; T23 shows that. */
    @On(value = Group.NAMED, except = Group.TCP, otherwise = NO_CONNECT)
    void elsewhere_nothing_is_ever_in_progress(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        sockaddr addr = transport.isConnection() ? sockets.listening(server) : sockets.bound(server);
        int client = sockets.open(SOCK_NONBLOCK);
        assertEquals(0, connect(client, addr, Sockets.length(addr)));
        assertEquals(POLLOUT, Sockets.events(client, POLLOUT));
        assertEquals(0, Sockets.option(client, SOL_SOCKET, SO_ERROR));
    }
}
