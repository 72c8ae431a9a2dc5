package selftest.behaviours;

import static libc.Errno.*;
import static libc.Poll.*;
import static libc.netinet.In.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;
import static selftest.Sockets.length;

import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** A name that is in use cannot be bound again, but as SO_REUSEADDR and SO_REUSEPORT allow. */
class T11_address_in_use {

    private static final String NAMELESS = "has no name";
    private static final String PORTS = "has no ports";
    private static final int CONNECTIONS = 64;

    @On(value = Group.NAMED, otherwise = NAMELESS)
    void a_name_in_use_is_refused(Transport transport, Sockets sockets) throws Exception {
        int owner = sockets.open();
        sockaddr addr = sockets.bound(owner);
        int fd = sockets.open();
        assertFails(EADDRINUSE, bind(fd, addr, length(addr)));
        sockaddr other = sockets.bound(fd);
        assertTrue(length(other) > 0, "another name can still be had");
    }

    @On(value = Group.NAMED, except = Group.PATH,
            otherwise = "is a name in the file system, which outlives its socket, or none")
    void it_is_free_when_its_socket_is_closed(Transport transport, Sockets sockets) throws Exception {
        int owner = sockets.open();
        sockaddr addr = sockets.bound(owner);
        sockets.closeNow(owner);
        check(bind(sockets.open(), addr, length(addr)));
    }

    @On(value = Group.INTERNET, otherwise = PORTS)
    void the_unspecified_address_overlaps_with_every_other(Transport transport, Sockets sockets) throws Exception {
        int owner = sockets.open();
        sockets.bound(owner);
        sockaddr any = sockets.address(transport.family() == AF_INET ? "0.0.0.0" : "::", Sockets.portOf(owner));
        assertFails(EADDRINUSE, bind(sockets.open(), any, length(any)));
    }

    @On(value = Group.INTERNET4, otherwise = "has one address of loopback, or none")
    void another_address_has_ports_of_its_own(Transport transport, Sockets sockets) throws Exception {
        int owner = sockets.open();
        sockets.bound(owner);
        sockaddr other = sockets.address("127.0.0.2", Sockets.portOf(owner));
        check(bind(sockets.open(), other, length(other)));
    }

    @On(value = Group.TCP, otherwise = "has no listener on a port")
    void with_REUSEADDR_of_both_a_port_is_shared_until_one_listens(Transport transport, Sockets sockets) throws Exception {
        int one = with(sockets, SO_REUSEADDR);
        int two = with(sockets, SO_REUSEADDR);
        sockaddr addr = sockets.bound(one);
        assertFails(EADDRINUSE, bind(sockets.open(), addr, length(addr)), "one of them does not have it");
        check(bind(two, addr, length(addr)));
        check(listen(one, 1));
        assertFails(EADDRINUSE, listen(two, 1));
        assertFails(EADDRINUSE, bind(with(sockets, SO_REUSEADDR), addr, length(addr)));
    }

    // An accepted socket inherits the option, and leaves it to what remains of it; so the server that ended has to have had
    // it too.
    @On(value = Group.TCP, otherwise = "leaves nothing behind on a port")
    void with_REUSEADDR_of_both_a_server_starts_again_at_once(Transport transport, Sockets sockets) throws Exception {
        for (boolean before : new boolean[] {false, true}) {
            int listener = before ? with(sockets, SO_REUSEADDR) : sockets.open();
            sockaddr addr = sockets.listening(listener);
            int client = sockets.open();
            sockets.connected(client, addr);
            int accepted = sockets.keep(accept(listener, null, null));
            assertEquals(before ? 1 : 0, Sockets.option(accepted, SOL_SOCKET, SO_REUSEADDR));
            sockets.closeNow(listener);
            sockets.closeNow(accepted);
            assertEquals(0, check(recv(client, new byte[1], 1, 0)));
            sockets.closeNow(client);
            assertFails(EADDRINUSE, bind(sockets.open(), addr, length(addr)));
            int again = with(sockets, SO_REUSEADDR);
            if (before) {
                check(bind(again, addr, length(addr)));
                check(listen(again, 1));
            } else {
                assertFails(EADDRINUSE, bind(again, addr, length(addr)));
            }
        }
    }

    @On(value = Group.UDP, otherwise = "does not share a port that receives")
    void with_REUSEADDR_of_both_a_datagram_goes_to_one(Transport transport, Sockets sockets) throws Exception {
        int one = with(sockets, SO_REUSEADDR);
        int two = with(sockets, SO_REUSEADDR);
        sockaddr addr = sockets.bound(one);
        assertFails(EADDRINUSE, bind(sockets.open(), addr, length(addr)), "one of them does not have it");
        check(bind(two, addr, length(addr)));
        assertEquals(1, check(sendto(sockets.open(), "x", 1, 0, addr, length(addr))));
        assertEquals(1, receivers(one, two));
    }

    @On(value = Group.UDP, otherwise = "is no datagram on a port")
    void with_REUSEPORT_of_all_a_datagram_goes_to_one(Transport transport, Sockets sockets) throws Exception {
        int one = with(sockets, SO_REUSEPORT);
        int two = with(sockets, SO_REUSEPORT);
        sockaddr addr = sockets.bound(one);
        assertFails(EADDRINUSE, bind(sockets.open(), addr, length(addr)), "one of them does not have it");
        check(bind(two, addr, length(addr)));
        for (int i = 0; i < CONNECTIONS; i++) {
            assertEquals(1, check(sendto(sockets.open(), "x", 1, 0, addr, length(addr))));
            assertEquals(1, receivers(one, two));
        }
    }

    @On(value = Group.TCP, otherwise = "has no listener on a port")
    void with_REUSEPORT_of_all_several_listen_and_share_what_comes(Transport transport, Sockets sockets) throws Exception {
        int one = with(sockets, SO_REUSEPORT);
        int two = with(sockets, SO_REUSEPORT);
        sockaddr addr = sockets.bound(one);
        assertFails(EADDRINUSE, bind(sockets.open(), addr, length(addr)), "one of them does not have it");
        check(bind(two, addr, length(addr)));
        check(listen(one, CONNECTIONS));
        check(listen(two, CONNECTIONS));
        int[] accepted = new int[2];
        for (int i = 0; i < CONNECTIONS; i++) {
            int client = sockets.open();
            sockets.connected(client, addr);
            pollfd[] fds = {new pollfd(one, POLLIN, 0), new pollfd(two, POLLIN, 0)};
            assertEquals(1, check(poll(fds, fds.length, -1)));
            int which = fds[0].revents != 0 ? 0 : 1;
            sockets.keep(accept(fds[which].fd, null, null));
            accepted[which]++;
        }
        assertTrue(accepted[0] > 0 && accepted[1] > 0, accepted[0] + " and " + accepted[1]);
    }

    // SO_REUSEPORT of a socket that is not IP's is EOPNOTSUPP since Linux 6.13.
    @On(value = Group.UNIX, except = Group.PAIR, otherwise = "has ports, or no name")
    void a_unix_name_is_never_shared(Transport transport, Sockets sockets) throws Exception {
        int owner = with(sockets, SO_REUSEADDR);
        int fd = with(sockets, SO_REUSEADDR);
        for (int s : new int[] {owner, fd}) {
            if (setsockopt(s, SOL_SOCKET, SO_REUSEPORT, 1) < 0) {
                assertEquals(EOPNOTSUPP, errno());
            }
        }
        sockaddr addr = sockets.bound(owner);
        assertFails(EADDRINUSE, bind(fd, addr, length(addr)));
    }

    private static int with(Sockets sockets, int option) throws Exception {
        int fd = sockets.open();
        check(setsockopt(fd, SOL_SOCKET, option, 1));
        return fd;
    }

    /** How many have a datagram; they are taken. */
    private static int receivers(int... sockets) {
        int n = 0;
        for (int fd : sockets) {
            if (recv(fd, new byte[1], 1, MSG_DONTWAIT) < 0) {
                assertEquals(EAGAIN, errno());
            } else {
                n++;
            }
        }
        return n;
    }
}
