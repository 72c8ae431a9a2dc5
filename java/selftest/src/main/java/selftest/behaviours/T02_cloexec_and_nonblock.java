package selftest.behaviours;

import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;

import libc.ErrnoException;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** SOCK_CLOEXEC and SOCK_NONBLOCK are the flags FD_CLOEXEC and O_NONBLOCK of fcntl. */
class T02_cloexec_and_nonblock {

    private static final String SOCKETS = "says something of sockets, of which this is none";

    @On(value = Group.ALL, otherwise = SOCKETS)
    void socket_sets_those_that_are_asked_for(Transport transport, Sockets sockets) throws Exception {
        for (int flags : new int[] {0, SOCK_CLOEXEC, SOCK_NONBLOCK, SOCK_CLOEXEC | SOCK_NONBLOCK}) {
            assertFlags(flags, sockets.open(flags));
        }
    }

    @On(value = Group.PAIR, otherwise = "is not born as a pair")
    void socketpair_sets_them_on_both(Transport transport, Sockets sockets) throws Exception {
        for (int flags : new int[] {0, SOCK_CLOEXEC, SOCK_NONBLOCK, SOCK_CLOEXEC | SOCK_NONBLOCK}) {
            int[] sv = new int[2];
            check(socketpair(AF_UNIX, transport.type() | flags, 0, sv));
            assertFlags(flags, sockets.keep(sv[0]));
            assertFlags(flags, sockets.keep(sv[1]));
        }
    }

    @On(value = Group.ALL, otherwise = SOCKETS)
    void fcntl_sets_and_clears_them(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        check(fcntl(fd, F_SETFD, FD_CLOEXEC));
        assertFlags(SOCK_CLOEXEC, fd);
        check(fcntl(fd, F_SETFL, check(fcntl(fd, F_GETFL)) | O_NONBLOCK));
        assertFlags(SOCK_CLOEXEC | SOCK_NONBLOCK, fd);
        check(fcntl(fd, F_SETFD, 0));
        assertFlags(SOCK_NONBLOCK, fd);
        check(fcntl(fd, F_SETFL, check(fcntl(fd, F_GETFL)) & ~O_NONBLOCK));
        assertFlags(0, fd);
    }

    @On(value = Group.ALL, otherwise = SOCKETS)
    void with_nonblock_nothing_waits(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(fcntl(c.server(), F_SETFL, O_NONBLOCK));
        byte[] buf = new byte[4];
        assertFails(EAGAIN, recv(c.server(), buf, buf.length, 0));
        check(fcntl(c.server(), F_SETFL, 0));
        assertEquals(2, check(send(c.client(), "hi", 2, 0)));
        assertEquals(2, check(recv(c.server(), buf, buf.length, 0)));
    }

    private static void assertFlags(int flags, int fd) throws ErrnoException {
        assertEquals((flags & SOCK_CLOEXEC) != 0 ? FD_CLOEXEC : 0, check(fcntl(fd, F_GETFD)));
        assertEquals(O_RDWR | ((flags & SOCK_NONBLOCK) != 0 ? O_NONBLOCK : 0), check(fcntl(fd, F_GETFL)));
    }
}
