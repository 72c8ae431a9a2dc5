package selftest.behaviours;

import static libc.Errno.*;
import static libc.Unistd.write;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;
import static selftest.Sockets.recvText;
import static selftest.Sockets.sendText;

import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** Without a peer and without an address UDP answers EDESTADDRREQ, and what has connections that there is none. */
class T38_destination_required {

    private static final byte[] BUF = new byte[4];

    @On(Group.UDP)
    void of_udp_it_is_edestaddrreq(Transport transport, Sockets sockets) throws Exception {
        assertRequired(EDESTADDRREQ, sockets.open());
    }

    /** send(2) promises EDESTADDRREQ for all that have no connection; Linux answers ENOTCONN for those of AF_UNIX. */
    @On(Group.UNIX)
    void of_unix_it_is_enotconn(Transport transport, Sockets sockets) throws Exception {
        assertRequired(ENOTCONN, sockets.open());
    }

    /** As tcp_sendmsg has always answered: the connection that is not there yet is like one that is gone. */
    @On(Group.TCP)
    void of_tcp_it_is_epipe(Transport transport, Sockets sockets) throws Exception {
        assertRequired(EPIPE, sockets.open());
    }

    @On(value = Group.DATAGRAM, except = Group.PAIR)
    void with_an_address_it_is_sent(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        sockaddr addr = sockets.bound(server);
        int client = sockets.open();
        assertEquals(3, check(sendto(client, "one", 3, 0, addr, Sockets.length(addr))));
        assertEquals("one", recvText(server));
        sockets.connected(client, addr);
        sendText(client, "two");
        assertEquals("two", recvText(server));
    }

    private static void assertRequired(int errno, int fd) {
        assertFails(errno, send(fd, BUF, BUF.length, MSG_NOSIGNAL));
        assertFails(errno, sendto(fd, BUF, BUF.length, MSG_NOSIGNAL, null, 0));
        assertFails(errno, write(fd, BUF, BUF.length));
        iovec[] iov = {new iovec(BUF, BUF.length)};
        assertFails(errno, sendmsg(fd, new msghdr(null, 0, iov, 1, null, 0, 0), MSG_NOSIGNAL));
    }
}
