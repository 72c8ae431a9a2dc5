package selftest.behaviours;

import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Unistd.*;
import static libc.sys.Resource.*;
import static libc.sys.Socket.*;
import static libc.sys.Stat.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;
import static selftest.Sockets.nameOf;

import libc.ErrnoException;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** A duplicate is another number of the same socket: what is done through one shows through the other. */
class T07_dup_shares_the_socket {

    private static final String SOCKETS = "says something of sockets, of which this is none";
    private static final String NO_END = "has no end that its peer sees";

    @On(value = Group.ALL, otherwise = SOCKETS)
    void it_is_the_same_socket(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        for (int copy : copies(sockets, c.client())) {
            assertNotEquals(c.client(), copy);
            assertEquals(inode(c.client()), inode(copy));
            assertArrayEquals(nameOf(c.client()), nameOf(copy));
            assertEquals(2, check(send(copy, "hi", 2, 0)));
            byte[] buf = new byte[4];
            assertEquals(2, check(recv(c.server(), buf, buf.length, 0)));
        }
    }

    @On(value = Group.ALL, otherwise = SOCKETS)
    void status_flags_and_options_are_shared(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        byte[] buf = new byte[4];
        for (int copy : copies(sockets, c.client())) {
            check(fcntl(copy, F_SETFL, O_NONBLOCK));
            assertEquals(O_NONBLOCK, check(fcntl(c.client(), F_GETFL)) & O_NONBLOCK);
            assertFails(EAGAIN, recv(c.client(), buf, buf.length, 0));
            check(fcntl(c.client(), F_SETFL, 0));
            assertEquals(0, check(fcntl(copy, F_GETFL)) & O_NONBLOCK);
            check(setsockopt(copy, SOL_SOCKET, SO_KEEPALIVE, 1));
            assertEquals(1, Sockets.option(c.client(), SOL_SOCKET, SO_KEEPALIVE));
            check(setsockopt(copy, SOL_SOCKET, SO_KEEPALIVE, 0));
        }
    }

    @On(value = Group.ALL, otherwise = SOCKETS)
    void close_on_exec_is_not_shared(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open(SOCK_CLOEXEC);
        int free = free(sockets, fd);
        assertEquals(0, check(fcntl(sockets.keep(dup(fd)), F_GETFD)));
        assertEquals(0, check(fcntl(sockets.keep(dup2(fd, free)), F_GETFD)));
        assertEquals(0, check(fcntl(sockets.keep(fcntl(fd, F_DUPFD, free)), F_GETFD)));
        sockets.closeNow(free);
        assertEquals(0, check(fcntl(sockets.keep(dup3(fd, free, 0)), F_GETFD)));
        sockets.closeNow(free);
        assertEquals(FD_CLOEXEC, check(fcntl(sockets.keep(dup3(fd, free, O_CLOEXEC)), F_GETFD)));
        assertEquals(FD_CLOEXEC, check(fcntl(sockets.keep(fcntl(fd, F_DUPFD_CLOEXEC, free)), F_GETFD)));
        check(fcntl(fd, F_SETFD, 0));
        assertEquals(FD_CLOEXEC, check(fcntl(free, F_GETFD)));
    }

    @On(value = Group.CONNECTION, otherwise = NO_END)
    void the_last_close_ends_the_connection(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int copy = sockets.keep(dup(c.client()));
        byte[] buf = new byte[4];
        sockets.closeNow(c.client());
        assertFails(EAGAIN, recv(c.server(), buf, buf.length, MSG_DONTWAIT));
        assertEquals(2, check(send(copy, "hi", 2, 0)));
        assertEquals(2, check(recv(c.server(), buf, buf.length, 0)));
        sockets.closeNow(copy);
        assertEquals(0, check(recv(c.server(), buf, buf.length, 0)));
    }

    @On(value = Group.CONNECTION, otherwise = NO_END)
    void shutdown_ends_it_for_all(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int copy = sockets.keep(dup(c.client()));
        check(shutdown(copy, SHUT_WR));
        assertEquals(0, check(recv(c.server(), new byte[4], 4, 0)));
        assertFails(EPIPE, send(c.client(), "hi", 2, MSG_NOSIGNAL));
    }

    @On(value = Group.CONNECTION, otherwise = NO_END)
    void what_dup2_and_dup3_replace_is_closed(Transport transport, Sockets sockets) throws Exception {
        for (int flags : new int[] {-1, 0, O_CLOEXEC}) {
            Sockets.Connected replaced = sockets.connected();
            Sockets.Connected c = sockets.connected();
            int fd = replaced.client();
            assertEquals(fd, check(flags < 0 ? dup2(c.client(), fd) : dup3(c.client(), fd, flags)));
            assertEquals(0, check(recv(replaced.server(), new byte[4], 4, 0)));
            assertEquals(2, check(send(fd, "hi", 2, 0)));
            assertEquals(2, check(recv(c.server(), new byte[4], 4, 0)));
        }
    }

    @On(value = Group.ALL, otherwise = SOCKETS)
    void equal_numbers_please_dup2_and_not_dup3(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open(SOCK_CLOEXEC);
        assertEquals(fd, check(dup2(fd, fd)));
        assertEquals(FD_CLOEXEC, check(fcntl(fd, F_GETFD)), "nothing was done");
        assertFails(EINVAL, dup3(fd, fd, 0));
        assertFails(EINVAL, dup3(fd, fd, O_CLOEXEC));
        int closed = sockets.aside(sockets.open());
        sockets.closeNow(closed);
        assertFails(EBADF, dup2(closed, closed));
        assertFails(EINVAL, dup3(closed, closed, 0), "it looks at the numbers first");
    }

    @On(value = Group.ALL, otherwise = SOCKETS)
    void flags_and_numbers_have_bounds(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        assertFails(EINVAL, dup3(fd, fd + 1, O_NONBLOCK));
        rlimit limit = new rlimit();
        check(getrlimit(RLIMIT_NOFILE, limit));
        int beyond = (int) Math.min(limit.rlim_cur, Integer.MAX_VALUE);
        assertFails(EBADF, dup2(fd, beyond));
        assertFails(EBADF, dup3(fd, beyond, O_CLOEXEC));
        assertFails(EINVAL, fcntl(fd, F_DUPFD, beyond));
        int free = free(sockets, fd);
        int copy = sockets.keep(fcntl(fd, F_DUPFD, free));
        assertTrue(copy >= free, "not below " + free + ": " + copy);
    }

    /** Duplicates of every kind, from each of the calls. */
    private static int[] copies(Sockets sockets, int fd) throws ErrnoException {
        int one = free(sockets, fd);
        sockets.keep(dup2(fd, one));
        int two = free(sockets, fd);
        sockets.keep(dup3(fd, two, O_CLOEXEC));
        return new int[] {sockets.keep(dup(fd)), one, two, sockets.keep(fcntl(fd, F_DUPFD, 0)),
            sockets.keep(fcntl(fd, F_DUPFD_CLOEXEC, 0))};
    }

    /** A number that no descriptor has, nor is given by chance. */
    private static int free(Sockets sockets, int fd) throws ErrnoException {
        int free = sockets.aside(dup(fd));
        sockets.closeNow(free);
        return free;
    }

    private static long inode(int fd) throws ErrnoException {
        stat st = new stat();
        check(fstat(fd, st));
        return st.st_ino;
    }
}
