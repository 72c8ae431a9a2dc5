package selftest.behaviours;

import static libc.Errno.*;
import static libc.sys.Un.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;
import static selftest.Sockets.length;
import static selftest.Sockets.nameOf;
import static selftest.Sockets.peerOf;

import libc.Strings;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** Of a UNIX socket without a name the address is its family alone, 2 bytes. */
class T15_unnamed_unix_socket {

    private static final String UNIX = "is not of AF_UNIX";
    private static final byte[] UNNAMED = {AF_UNIX, 0};

    @On(value = Group.UNIX, otherwise = UNIX)
    void before_bind_it_has_none(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        assertArrayEquals(UNNAMED, nameOf(fd));
        sockaddr_un addr = new sockaddr_un();
        Strings.strcpy(addr.sun_path, "what was there");
        check(getsockname(fd, addr, new int[] {sizeof(addr)}));
        assertEquals("what was there", Strings.str(addr.sun_path), "it is not written to");
    }

    @On(value = Group.PAIR, otherwise = "is no pair")
    void a_pair_has_none_at_either_end(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        for (int fd : new int[] {c.client(), c.server()}) {
            assertArrayEquals(UNNAMED, nameOf(fd));
            assertArrayEquals(UNNAMED, peerOf(fd));
        }
    }

    @On(value = Group.LISTENER, except = Group.INTERNET, otherwise = "does not accept")
    void a_client_needs_none(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open();
        sockaddr addr = sockets.listening(listener);
        int client = sockets.open();
        sockets.connected(client, addr);
        sockaddr_un from = new sockaddr_un();
        int[] len = {sizeof(from)};
        int server = sockets.keep(accept(listener, from, len));
        assertEquals(UNNAMED.length, len[0]);
        assertEquals(AF_UNIX, from.sun_family);
        assertArrayEquals(UNNAMED, nameOf(client));
        assertArrayEquals(UNNAMED, peerOf(server));
        assertArrayEquals(nameOf(listener), peerOf(client));
        assertArrayEquals(nameOf(listener), nameOf(server), "the accepted one shares the listener's name");
    }

    // unix(7) has a length of 2 here as well. The kernel says that there is no address at all.
    @On(value = Group.UNIX, otherwise = UNIX)
    void recvfrom_tells_no_address(Transport transport, Sockets sockets) throws Exception {
        int client;
        int server;
        if (transport.isNamed() && !transport.isConnection()) {
            server = sockets.open();
            client = sockets.open();
            sockets.connected(client, sockets.bound(server));
        } else {
            Sockets.Connected c = sockets.connected();
            client = c.client();
            server = c.server();
        }
        assertEquals(2, check(send(client, "hi", 2, 0)));
        sockaddr_un from = new sockaddr_un(-1, new byte[0]);
        int[] len = {sizeof(from)};
        assertEquals(2, check(recvfrom(server, new byte[4], 4, 0, from, len)));
        assertEquals(0, len[0]);
        assertEquals((short) -1, (short) from.sun_family, "it is not written to");
    }

    @On(value = Group.DATAGRAM, except = Group.INTERNET, otherwise = "is connected, or of another family")
    void who_has_none_cannot_be_answered(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        sockaddr_un none = new sockaddr_un(AF_UNIX, new byte[0]);
        assertFails(EINVAL, sendto(fd, "hi", 2, 0, none, UNNAMED.length));
        assertFails(EINVAL, connect(fd, none, UNNAMED.length));
        assertFails(ENOTCONN, sendto(fd, "hi", 2, 0, null, 0));
    }

    @On(value = Group.NAMED, except = Group.INTERNET, otherwise = "is of another family or has no names")
    void bind_ends_it(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        sockaddr addr = sockets.bound(fd);
        assertEquals(length(addr), nameOf(fd).length);
    }
}
