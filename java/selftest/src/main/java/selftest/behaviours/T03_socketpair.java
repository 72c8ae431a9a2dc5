package selftest.behaviours;

import static libc.Errno.*;
import static libc.Unistd.*;
import static libc.netinet.In.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static selftest.Assert.assertFails;

import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** A pair of sockets comes connected to each other, of every type that AF_UNIX has and of no other family. */
class T03_socketpair {

    private static final String BOUND = "is found by a name, not born as a pair";
    private static final String UNIX = "is of AF_UNIX, which has pairs";

    @On(value = Group.PAIR, otherwise = BOUND)
    void what_is_sent_on_either_comes_to_the_other(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertNotEquals(c.client(), c.server());
        byte[] buf = new byte[8];
        assertEquals(4, check(send(c.client(), "ping", 4, 0)));
        assertEquals(3, check(send(c.server(), "pon", 3, 0)));
        assertEquals(4, check(recv(c.server(), buf, buf.length, 0)));
        assertArrayEquals(new byte[] {'p', 'i', 'n', 'g', 0, 0, 0, 0}, buf);
        assertEquals(3, check(recv(c.client(), buf, buf.length, 0)));
        assertArrayEquals(new byte[] {'p', 'o', 'n', 'g', 0, 0, 0, 0}, buf);
    }

    @On(value = Group.PAIR, otherwise = BOUND)
    void both_are_of_the_type_and_of_this_process(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        for (int fd : new int[] {c.client(), c.server()}) {
            assertEquals(transport.type(), Sockets.option(fd, SOL_SOCKET, SO_TYPE));
            ucred cred = new ucred();
            check(getsockopt(fd, SOL_SOCKET, SO_PEERCRED, cred, new int[] {sizeof(cred)}));
            assertEquals(getpid(), cred.pid);
            assertEquals(geteuid(), cred.uid);
            assertEquals(getegid(), cred.gid);
        }
    }

    @On(value = Group.INTERNET, otherwise = UNIX)
    void ip_has_no_pairs(Transport transport, Sockets sockets) {
        // socketpair(2) promises that sv stays as it was. The kernel writes there before it finds out; this call does not.
        int[] sv = {-7, -7};
        assertFails(EOPNOTSUPP, socketpair(transport.family(), transport.type(), 0, sv));
        assertArrayEquals(new int[] {-7, -7}, sv);
    }

    @On(value = Group.PAIR, otherwise = BOUND)
    void it_fails_as_socket_does(Transport transport, Sockets sockets) {
        int[] sv = {-7, -7};
        assertFails(EPROTONOSUPPORT, socketpair(AF_UNIX, transport.type(), IPPROTO_TCP, sv));
        assertFails(ESOCKTNOSUPPORT, socketpair(AF_UNIX, SOCK_RDM, 0, sv));
        assertFails(EINVAL, socketpair(AF_UNIX, -1, 0, sv));
        assertFails(EAFNOSUPPORT, socketpair(AF_UNSPEC, transport.type(), 0, sv));
        assertFails(EFAULT, socketpair(AF_UNIX, transport.type(), 0, null));
        assertArrayEquals(new int[] {-7, -7}, sv);
    }
}
