package selftest.behaviours;

import static libc.Errno.*;
import static libc.Poll.*;
import static libc.Unistd.*;
import static libc.sys.Epoll.*;
import static libc.sys.Select.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;

import selftest.Calls;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** A descriptor that is closed is EBADF to every call. */
class T04_closed_descriptor {

    private static final String SOCKETS = "says something of sockets, of which this is none";

    @On(value = Group.ALL, otherwise = SOCKETS)
    void every_call_of_sockets_says_EBADF(Transport transport, Sockets sockets) throws Exception {
        int fd = closed(sockets);
        Calls.ofSockets().forEach((name, call) -> assertFails(EBADF, call.on(fd), name));
    }

    @On(value = Group.ALL, otherwise = SOCKETS)
    void every_call_of_descriptors_says_EBADF(Transport transport, Sockets sockets) throws Exception {
        int fd = closed(sockets);
        Calls.ofDescriptors().forEach((name, call) -> assertFails(EBADF, call.on(fd), name));
        assertFails(EBADF, dup3(fd, fd + 1, 0));
    }

    @On(value = Group.ALL, otherwise = SOCKETS)
    void among_several_it_is_told_apart(Transport transport, Sockets sockets) throws Exception {
        int open = sockets.open();
        int fd = closed(sockets);
        pollfd[] fds = {new pollfd(open, 0, 0), new pollfd(fd, POLLIN, 0)};
        assertEquals(POLLNVAL, revents(fds, 1));
        fd_set set = new fd_set();
        FD_SET(fd, set);
        assertFails(EBADF, select(fd + 1, set, null, null, new timeval()));
        int epfd = sockets.keep(epoll_create1(EPOLL_CLOEXEC));
        for (int op : new int[] {EPOLL_CTL_ADD, EPOLL_CTL_MOD, EPOLL_CTL_DEL}) {
            assertFails(EBADF, epoll_ctl(epfd, op, fd, new epoll_event()));
            assertFails(EBADF, epoll_ctl(fd, op, open, new epoll_event()));
        }
    }

    @On(value = Group.NONE, otherwise = "is a number that was a socket's")
    void a_number_that_no_descriptor_can_have_is_none() {
        Calls.ofSockets().forEach((name, call) -> assertFails(EBADF, call.on(Integer.MAX_VALUE), name));
        Calls.ofDescriptors().forEach((name, call) -> assertFails(EBADF, call.on(Integer.MAX_VALUE), name));
    }

    private static int revents(pollfd[] fds, int i) throws Exception {
        check(poll(fds, fds.length, 0));
        return fds[i].revents;
    }

    private static int closed(Sockets sockets) throws Exception {
        int fd = sockets.aside(sockets.connected().client());
        sockets.closeNow(fd);
        return fd;
    }
}
