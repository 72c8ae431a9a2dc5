package selftest.behaviours;

import static libc.Errno.*;
import static libc.Fcntl.AT_FDCWD;
import static libc.Poll.*;
import static libc.Unistd.*;
import static libc.sys.Epoll.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;

import selftest.Calls;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** A negative descriptor is EBADF to every call, also what a failed call has answered; poll passes it over. */
class T06_negative_descriptor {

    private static final String NUMBERS = "has a descriptor, which is not negative";
    private static final int[] NEGATIVE = {-1, -2, AT_FDCWD, Integer.MIN_VALUE};

    @On(value = Group.NONE, otherwise = NUMBERS)
    void every_call_says_EBADF() {
        for (int fd : NEGATIVE) {
            Calls.ofSockets().forEach((name, call) -> assertFails(EBADF, call.on(fd), name + " of " + fd));
            Calls.ofDescriptors().forEach((name, call) -> assertFails(EBADF, call.on(fd), name + " of " + fd));
        }
    }

    @On(value = Group.NONE, otherwise = NUMBERS)
    void the_error_of_a_failed_call_is_passed_on() {
        int fd = socket(AF_UNSPEC, SOCK_STREAM, 0);
        assertFails(EAFNOSUPPORT, fd);
        assertFails(EBADF, listen(fd, 1));
    }

    @On(value = Group.ALL, otherwise = "has no descriptor beside the negative one")
    void poll_passes_it_over(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertEquals(1, check(send(c.client(), "x", 1, 0)));
        pollfd[] fds = {new pollfd(-1, POLLIN, POLLNVAL), new pollfd(c.server(), POLLIN, 0),
            new pollfd(Integer.MIN_VALUE, POLLIN, POLLNVAL)};
        assertEquals(1, check(poll(fds, fds.length, -1)));
        assertEquals(0, fds[0].revents);
        assertEquals(POLLIN, fds[1].revents);
        assertEquals(0, fds[2].revents);
    }

    @On(value = Group.ALL, otherwise = "has no descriptor beside the negative one")
    void nor_can_a_socket_be_moved_there(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        int epfd = sockets.keep(epoll_create1(EPOLL_CLOEXEC));
        for (int negative : NEGATIVE) {
            assertFails(EBADF, dup2(fd, negative));
            assertFails(EBADF, dup3(fd, negative, 0));
            assertFails(EBADF, epoll_ctl(epfd, EPOLL_CTL_ADD, negative, new epoll_event()));
        }
    }
}
