package selftest.behaviours;

import static libc.Errno.*;
import static libc.netinet.In.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static selftest.Assert.assertFails;
import static selftest.Sockets.length;
import static selftest.Sockets.nameOf;
import static selftest.Sockets.peerOf;
import static selftest.Sockets.portOf;

import libc.Strings;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** connect to an address of AF_UNSPEC dissolves what connect has made. */
class T22_connect_to_AF_UNSPEC {

    private static final String DATAGRAMS = "has a connection, or is no socket";
    private static final int FAMILY = sizeof(short.class);

    @On(value = Group.DATAGRAM, otherwise = DATAGRAMS)
    void a_datagram_socket_has_no_peer_any_more(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertEquals(1, check(send(c.client(), "x", 1, 0)));
        dissolve(c.client());
        assertFails(ENOTCONN, getpeername(c.client(), new sockaddr_storage(), new int[] {sizeof(sockaddr_storage.class)}));
        assertFails(transport.isInternet() ? EDESTADDRREQ : ENOTCONN, send(c.client(), "x", 1, 0));
        assertEquals(1, check(recv(c.server(), new byte[4], 4, MSG_DONTWAIT | MSG_PEEK)), "what was sent stays sent");
    }

    @On(value = Group.DATAGRAM, except = Group.PAIR, otherwise = "cannot be written to by a third, or is no socket")
    void a_datagram_socket_hears_everybody_again(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        sockaddr addr = boundByNumber(transport, sockets, server);
        int peer = sockets.open();
        sockets.connected(server, sockets.bound(peer));
        int third = sockets.open();
        sockaddr own = sockets.bound(third);
        byte[] buf = new byte[4];
        if (transport.isUnix()) {
            assertFails(EPERM, sendto(third, "3", 1, 0, addr, length(addr)));
        } else {
            assertEquals(1, check(sendto(third, "3", 1, 0, addr, length(addr))));
            assertFails(EAGAIN, recv(server, buf, buf.length, MSG_DONTWAIT), "nobody else is heard");
        }
        dissolve(server);
        assertEquals(1, check(sendto(third, "3", 1, 0, addr, length(addr))));
        assertEquals(1, check(recv(server, buf, buf.length, 0)));
        assertEquals('3', buf[0]);
        sockets.connected(server, own);
        assertArrayEquals(nameOf(third), peerOf(server), "and can be connected to another");
    }

    // The error comes to a peer that is connected back, if it is still there.
    @On(value = Group.DATAGRAM, except = Group.UDP, otherwise = "does not learn of it")
    void a_unix_peer_learns_of_it_and_what_it_had_sent_is_lost(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertEquals(1, check(send(c.server(), "x", 1, 0)));
        dissolve(c.client());
        assertEquals(ECONNRESET, Sockets.option(c.server(), SOL_SOCKET, SO_ERROR));
        assertFails(EAGAIN, recv(c.client(), new byte[4], 4, MSG_DONTWAIT));
    }

    @On(value = Group.UDP, otherwise = "has no port, or a connection")
    void a_port_that_the_kernel_chose_is_given_back(Transport transport, Sockets sockets) throws Exception {
        sockaddr addr = sockets.bound(sockets.open());
        int unbound = sockets.open();
        byte[] nothing = nameOf(unbound);
        sockets.connected(unbound, addr);
        assertNotEquals(0, portOf(unbound));
        dissolve(unbound);
        assertArrayEquals(nothing, nameOf(unbound));
        int bound = sockets.open();
        sockets.bound(bound);
        sockets.connected(bound, addr);
        assertNotEquals(0, portOf(bound));
        dissolve(bound);
        sockaddr loopback = sockets.loopback(0);
        assertArrayEquals(Strings.memcpy(new byte[loopback.size()], loopback, loopback.size()), nameOf(bound),
                "but the address that was asked for stays");
    }

    @On(value = Group.UDP, otherwise = "has no port, or a connection")
    void a_port_that_was_asked_for_stays(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        boundByNumber(transport, sockets, fd);
        byte[] name = nameOf(fd);
        sockets.connected(fd, sockets.bound(sockets.open()));
        dissolve(fd);
        assertArrayEquals(name, nameOf(fd));
    }

    @On(value = Group.TCP, otherwise = "has no connection that can be dissolved")
    void a_TCP_connection_is_reset_and_its_socket_can_connect_again(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open();
        sockaddr addr = sockets.listening(listener);
        int client = sockets.open();
        for (int i = 0; i < 3; i++) {
            sockets.connected(client, addr);
            int server = sockets.keep(accept(listener, null, null));
            assertEquals(2, check(send(client, "hi", 2, 0)));
            assertEquals(2, check(recv(server, new byte[4], 4, 0)));
            assertFails(EISCONN, connect(client, addr, length(addr)));
            dissolve(client);
            assertFails(ECONNRESET, recv(server, new byte[4], 4, 0));
            assertFails(ENOTCONN, getpeername(client, new sockaddr_storage(), new int[] {sizeof(sockaddr_storage.class)}));
            assertFails(ECONNRESET, send(client, "hi", 2, MSG_NOSIGNAL), "its own reset, once");
            assertFails(EPIPE, send(client, "hi", 2, MSG_NOSIGNAL));
        }
    }

    @On(value = Group.TCP, otherwise = "does not listen on a port")
    void a_TCP_listener_ceases_to_listen(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        sockaddr addr = sockets.listening(fd);
        assertEquals(1, Sockets.option(fd, SOL_SOCKET, SO_ACCEPTCONN));
        dissolve(fd);
        assertEquals(0, Sockets.option(fd, SOL_SOCKET, SO_ACCEPTCONN));
        assertFails(EINVAL, accept(fd, null, null));
        assertFails(ECONNREFUSED, connect(sockets.open(), addr, length(addr)));
    }

    @On(value = Group.CONNECTION, except = Group.TCP, otherwise = "can dissolve it, or is no socket")
    void a_unix_connection_stays(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        byte[] peer = peerOf(c.client());
        assertFails(EINVAL, connect(c.client(), new sockaddr(), FAMILY));
        assertArrayEquals(peer, peerOf(c.client()));
        assertEquals(2, check(send(c.client(), "hi", 2, 0)));
        assertEquals(2, check(recv(c.server(), new byte[4], 4, 0)));
    }

    @On(value = Group.DATAGRAM, otherwise = DATAGRAMS)
    void where_there_is_nothing_to_dissolve_it_does_nothing(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        byte[] name = nameOf(fd);
        dissolve(fd);
        dissolve(fd);
        assertArrayEquals(name, nameOf(fd));
    }

    @On(value = Group.INTERNET, otherwise = "is not IP's")
    void the_family_is_all_that_is_looked_at(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sockaddr addr = new sockaddr_storage(sockets.loopback(9));
        addr.sa_family(AF_UNSPEC);
        assertFails(EINVAL, connect(c.client(), addr, FAMILY - 1));
        check(connect(c.client(), addr, addr.size()));
        assertFails(ENOTCONN, getpeername(c.client(), new sockaddr_storage(), new int[] {sizeof(sockaddr_storage.class)}));
    }

    /** Binds a socket to a port that is asked for by its number, or to a name. */
    private static sockaddr boundByNumber(Transport transport, Sockets sockets, int fd) throws Exception {
        if (transport.isUnix()) {
            return sockets.bound(fd);
        }
        int other = sockets.open();
        sockaddr addr = sockets.bound(other);
        sockets.closeNow(other);
        check(bind(fd, addr, length(addr)));
        return addr;
    }

    private static void dissolve(int fd) throws Exception {
        check(connect(fd, new sockaddr(AF_UNSPEC, new byte[0]), FAMILY));
    }
}
