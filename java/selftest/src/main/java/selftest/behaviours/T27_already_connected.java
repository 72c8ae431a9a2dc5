package selftest.behaviours;

import static libc.Errno.*;
import static libc.Poll.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;
import static selftest.Sockets.await;
import static selftest.Sockets.recvText;
import static selftest.Sockets.sendText;

import libc.sys.Un.sockaddr_un;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** A connection is made once: EALREADY while it is being made, EISCONN after; a datagram socket changes its peer. */
class T27_already_connected {

    /** Nobody accepts while the queue is full, so that the second attempt surely finds the first one under way. */
    @On(Group.TCP)
    void while_it_is_being_made_it_is_ealready(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open();
        sockaddr addr = sockets.bound(listener);
        check(listen(listener, 0));
        sockets.connected(sockets.open(), addr);
        int client = sockets.open(SOCK_NONBLOCK);
        assertFails(EINPROGRESS, connect(client, addr, Sockets.length(addr)));
        assertFails(EALREADY, connect(client, addr, Sockets.length(addr)));
        sockets.keep(accept(listener, null, null));
        await(client, POLLOUT);
        // Linux tells of the success once, as the result of the attempt that asks for it.
        assertEquals(0, connect(client, addr, Sockets.length(addr)));
        assertFails(EISCONN, connect(client, addr, Sockets.length(addr)));
    }

    @On(Group.CONNECTION)
    void once_it_is_made_it_is_eisconn(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int listener = sockets.open();
        sockaddr addr = transport.isNamed() ? sockets.listening(listener) : anyName(listener);
        assertFails(EISCONN, connect(c.client(), addr, Sockets.length(addr)));
        assertFails(EISCONN, connect(c.server(), addr, Sockets.length(addr)));
        sendText(c.client(), "still");
        assertEquals("still", recvText(c.server()));
    }

    @On(Group.LISTENER)
    void one_that_listens_does_not_connect(Transport transport, Sockets sockets) throws Exception {
        sockaddr addr = sockets.listening(sockets.open());
        int listener = sockets.open();
        sockets.listening(listener);
        assertFails(transport.isUnix() ? EINVAL : EISCONN, connect(listener, addr, Sockets.length(addr)));
    }

    @On(Group.DATAGRAM)
    void a_datagram_socket_changes_its_peer(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int other = sockets.open();
        sockaddr addr = transport.isNamed() ? sockets.bound(other) : anyName(other);
        sendText(c.client(), "one");
        assertEquals("one", recvText(c.server()));
        sockets.connected(c.client(), addr);
        sendText(c.client(), "two");
        assertEquals("two", recvText(other));
        assertEquals(0, Sockets.events(c.server(), POLLIN));
    }

    @On(Group.DATAGRAM)
    void a_connected_datagram_socket_may_name_another(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int other = sockets.open();
        sockaddr addr = transport.isNamed() ? sockets.bound(other) : anyName(other);
        assertEquals(3, check(sendto(c.client(), "one", 3, 0, addr, Sockets.length(addr))));
        assertEquals("one", recvText(other));
        sendText(c.client(), "two");
        assertEquals("two", recvText(c.server()));
    }

    /** send(2) leaves it open whether the address is an error or ignored: a UNIX stream does this, the others that. */
    @On(Group.CONNECTION)
    void a_connection_may_not_or_in_vain(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int listener = sockets.open();
        sockaddr addr = transport.isNamed() ? sockets.listening(listener) : anyName(listener);
        int result = sendto(c.client(), "one", 3, 0, addr, Sockets.length(addr));
        if (transport.isUnix() && transport.isStream()) {
            assertFails(EISCONN, result);
        } else {
            assertEquals(3, result);
            assertEquals("one", recvText(c.server()));
        }
    }

    /** A name of the kernel's choice, for a transport without names. */
    private static sockaddr anyName(int fd) throws Exception {
        sockaddr_un addr = new sockaddr_un();
        addr.sun_family = AF_UNIX;
        check(bind(fd, addr, sizeof(short.class)));
        check(getsockname(fd, addr, new int[] {sizeof(addr)}));
        listen(fd, 1); // of use to connections only
        return addr;
    }
}
