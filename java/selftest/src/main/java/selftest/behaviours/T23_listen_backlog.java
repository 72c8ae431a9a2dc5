package selftest.behaviours;

import static libc.Errno.*;
import static libc.Poll.*;
import static libc.netinet.In.IPPROTO_TCP;
import static libc.netinet.Tcp.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static selftest.Assert.assertFails;

import java.nio.file.Files;
import java.nio.file.Path;
import libc.netinet.In.sockaddr_in;
import libc.netinet.In.sockaddr_in6;
import selftest.Conversation;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** A listening socket keeps one connection more than its backlog until they are accepted; what overflows has to wait. */
class T23_listen_backlog {

    private static final String NO_LISTENER = "a pair is born connected";
    private static final int A_MOMENT = 100;

    @On(value = Group.TCP)
    void unbound_it_gets_a_port(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        check(listen(fd, 1));
        if (transport.family() == AF_INET) {
            sockaddr_in addr = new sockaddr_in();
            check(getsockname(fd, addr, new int[] {sizeof(addr)}));
            assertNotEquals(0, addr.sin_port);
        } else {
            sockaddr_in6 addr = new sockaddr_in6();
            check(getsockname(fd, addr, new int[] {sizeof(addr)}));
            assertNotEquals(0, addr.sin6_port);
        }
        assertEquals(1, Sockets.option(fd, SOL_SOCKET, SO_ACCEPTCONN));
    }

    @On(value = Group.LISTENER, except = Group.TCP, otherwise = NO_LISTENER)
    void unbound_a_unix_socket_is_refused(Transport transport, Sockets sockets) throws Exception {
        assertFails(EINVAL, listen(sockets.open(), 1));
    }

    @On(Group.CONNECTION)
    void connected_it_is_refused(Transport transport, Sockets sockets) throws Exception {
        assertFails(EINVAL, listen(sockets.connected().client(), 1));
    }

    @On(Group.DATAGRAM)
    void a_datagram_socket_cannot(Transport transport, Sockets sockets) throws Exception {
        assertFails(EOPNOTSUPP, listen(sockets.open(), 1));
    }

    @On(value = Group.LISTENER, otherwise = NO_LISTENER)
    void of_backlog_0_there_is_room_for_one(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open();
        sockaddr addr = sockets.bound(listener);
        check(listen(listener, 0));
        sockets.connected(sockets.open(), addr);
        assertOverflows(transport, sockets, addr);
    }

    @On(value = Group.LISTENER, otherwise = NO_LISTENER)
    void of_backlog_n_there_is_room_for_one_more(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open();
        sockaddr addr = sockets.bound(listener);
        check(listen(listener, 2));
        for (int i = 0; i < 3; i++) {
            sockets.connected(sockets.open(), addr);
        }
        assertOverflows(transport, sockets, addr);
    }

    @On(value = Group.LISTENER, otherwise = NO_LISTENER)
    void another_listen_changes_the_backlog(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open();
        sockaddr addr = sockets.bound(listener);
        check(listen(listener, 0));
        check(listen(listener, 1));
        sockets.connected(sockets.open(), addr);
        sockets.connected(sockets.open(), addr);
        assertOverflows(transport, sockets, addr);
    }

    /** The number is unsigned. */
    @On(value = Group.LISTENER, otherwise = NO_LISTENER)
    void backlog_minus_1_is_the_most_there_may_be(Transport transport, Sockets sockets) throws Exception {
        // Not readString, whose first read is of one byte: of these files the kernel gives no second.
        int most = Integer.parseInt(Files.readAllLines(Path.of("/proc/sys/net/core/somaxconn")).get(0));
        int listener = sockets.open();
        sockaddr addr = sockets.bound(listener);
        check(listen(listener, -1));
        for (int i = 0; i < Math.min(most + 1, 20); i++) {
            sockets.connected(sockets.open(), addr);
        }
        if (transport.isInternet()) {
            tcp_info info = new tcp_info();
            check(getsockopt(listener, IPPROTO_TCP, TCP_INFO, info, new int[] {sizeof(info)}));
            assertEquals(most, info.tcpi_sacked, "which is the backlog of one that listens");
        }
    }

    @On(value = Group.LISTENER, otherwise = NO_LISTENER)
    void what_overflows_connects_once_there_is_room(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open();
        sockaddr addr = sockets.bound(listener);
        check(listen(listener, 0));
        sockets.connected(sockets.open(), addr);
        Conversation.between(server -> {
            server.step();
            sockets.keep(accept(listener, null, null));
            sockets.keep(accept(listener, null, null));
        }, client -> {
            int late = sockets.open();
            client.step();
            sockets.connected(late, addr);
        });
    }

    private static void assertOverflows(Transport transport, Sockets sockets, sockaddr addr) throws Exception {
        int late = sockets.open(SOCK_NONBLOCK);
        int result = connect(late, addr, Sockets.length(addr));
        assertFails(transport.isUnix() ? EAGAIN : EINPROGRESS, result);
        if (transport.isInternet()) {
            assertEquals(0, poll(new pollfd[] {new pollfd(late, POLLOUT, 0)}, 1, A_MOMENT));
        }
    }
}
