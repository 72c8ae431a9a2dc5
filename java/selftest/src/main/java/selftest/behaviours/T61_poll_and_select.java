package selftest.behaviours;

import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Poll.*;
import static libc.Signal.*;
import static libc.Unistd.*;
import static libc.sys.Resource.*;
import static libc.sys.Select.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import libc.sys.Socket;
import selftest.Conversation;
import selftest.Group;
import selftest.Machine;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** poll, ppoll, select and pselect: how long they wait, what they say of what is closed, hung up, wrong or too high. */
class T61_poll_and_select {

    private static final int HIGH = 500; // where nobody in this process opens anything
    private static final int MILLIS = 20;
    private static final int TIMEOUT = 20_000;
    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(MILLIS);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final String NO_CONNECTION = "without a connection there is no end of one";

    private static fd_set set(int... fds) {
        fd_set set = new fd_set();
        for (int fd : fds) {
            FD_SET(fd, set);
        }
        return set;
    }

    private static void sendByte(int fd) throws Exception {
        check(Socket.send(fd, "x", 1, 0));
    }

    private static int polled(int fd, int events, int timeout) throws Exception {
        pollfd[] fds = {new pollfd(fd, events, ~0)};
        int n = check(poll(fds, 1, timeout));
        assertEquals(fds[0].revents != 0 ? 1 : 0, n);
        return fds[0].revents;
    }

    private interface Waiting {
        int result() throws Exception;
    }

    private static void assertWaits(Waiting waiting) throws Exception {
        long start = System.nanoTime();
        assertEquals(0, check(waiting.result()));
        long waited = System.nanoTime() - start;
        assertTrue(waited >= NANOS, () -> waited + " ns");
    }

    @On(Group.ALL)
    void each_waits_for_its_time_and_no_longer(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.connected().server();
        pollfd[] fds = {new pollfd(fd, POLLIN, ~0)};
        assertWaits(() -> poll(fds, 1, MILLIS));
        assertEquals(0, fds[0].revents);
        timespec timespec = new timespec(0, NANOS);
        assertWaits(() -> ppoll(fds, 1, timespec, null));
        assertEquals(new timespec(0, NANOS).toString(), timespec.toString(), "not written to");
        timeval timeval = new timeval(0, NANOS / 1000);
        fd_set reading = set(fd);
        assertWaits(() -> select(fd + 1, reading, null, null, timeval));
        assertEquals("[]", reading.toString());
        assertEquals("{tv_sec=0, tv_usec=0}", timeval.toString(), "what is left of it");
        FD_SET(fd, reading);
        assertWaits(() -> pselect(fd + 1, reading, null, null, timespec, null));
        assertEquals(new timespec(0, NANOS).toString(), timespec.toString(), "not written to");
        assertEquals("[]", reading.toString());
    }

    @On(Group.ALL)
    void a_time_of_0_does_not_wait(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.connected().server();
        assertEquals(0, polled(fd, POLLIN, 0));
        assertEquals(0, check(ppoll(new pollfd[] {new pollfd(fd, POLLIN, 0)}, 1, new timespec(), null)));
        assertEquals(0, check(select(fd + 1, set(fd), null, null, new timeval())));
        assertEquals(0, check(pselect(fd + 1, set(fd), null, null, new timespec(), null)));
    }

    @On(Group.ALL)
    void without_a_time_each_waits_until_there_is_something(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int fd = c.server();
        fd_set reading = new fd_set();
        pollfd[] fds = {new pollfd(fd, POLLIN, 0)};
        Waiting[] ways = {() -> poll(fds, 1, -1), () -> ppoll(fds, 1, null, null),
            () -> select(fd + 1, reading, null, null, null), () -> pselect(fd + 1, reading, null, null, null, null)};
        Conversation.between(server -> {
            for (Waiting way : ways) {
                FD_SET(fd, reading);
                server.step();
                assertEquals(1, check(way.result()));
                assertEquals(1, check(Socket.recv(fd, new byte[8], 8, 0)));
            }
            assertTrue(FD_ISSET(fd, reading));
            assertEquals(POLLIN, fds[0].revents);
        }, client -> {
            for (int i = 0; i < ways.length; i++) {
                client.step();
                sendByte(c.client());
            }
        });
    }

    @On(Group.ALL)
    void of_many_those_are_told_that_are_ready(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected one = sockets.connected();
        Sockets.Connected two = sockets.connected();
        sendByte(two.client());
        pollfd[] fds = {new pollfd(one.server(), POLLIN, 0), new pollfd(two.server(), POLLIN | POLLOUT, 0)};
        assertEquals(1, check(poll(fds, 2, TIMEOUT)));
        assertEquals(POLLIN, polled(two.server(), POLLIN, TIMEOUT));
        assertEquals(1, check(poll(fds, 2, TIMEOUT)));
        assertEquals(0, fds[0].revents);
        assertEquals(POLLIN | POLLOUT, fds[1].revents);
        fd_set reading = set(one.server(), two.server());
        fd_set writing = set(two.server());
        fd_set urgent = set(one.server(), two.server());
        assertEquals(2, check(select(FD_SETSIZE, reading, writing, urgent, new timeval(TIMEOUT, 0))), "bits in all sets");
        assertEquals("[" + two.server() + "]", reading.toString());
        assertEquals("[" + two.server() + "]", writing.toString());
        assertEquals("[]", urgent.toString());
        assertEquals(0, check(select(Math.min(one.server(), two.server()), set(one.server(), two.server()), null, null,
                new timeval())), "none at nfds or above");
    }

    /** A number that is no descriptor, and stays none while the test runs. */
    private static int closed(int fd) throws Exception {
        int number = check(fcntl(fd, F_DUPFD, HIGH));
        check(close(number));
        return number;
    }

    @On(Group.ALL)
    void of_what_is_closed_poll_says_POLLNVAL_and_select_fails_with_EBADF(Transport transport, Sockets sockets)
            throws Exception {
        int fd = sockets.connected().server();
        int closed = closed(fd);
        pollfd[] fds = {new pollfd(fd, POLLIN, ~0), new pollfd(closed, 0, 0), new pollfd(-1, POLLIN, ~0)};
        assertEquals(1, check(poll(fds, 3, TIMEOUT)));
        assertEquals(0, fds[0].revents);
        assertEquals(POLLNVAL, fds[1].revents);
        assertEquals(0, fds[2].revents, "a negative one is passed over");
        assertEquals(1, check(ppoll(fds, 3, null, null)));
        assertEquals(POLLNVAL, fds[1].revents);
        fd_set reading = set(fd, closed);
        assertFails(EBADF, select(closed + 1, reading, null, null, new timeval()));
        assertFails(EBADF, pselect(closed + 1, null, null, reading, new timespec(), null));
        assertEquals(set(fd, closed).toString(), reading.toString(), "a failure leaves the set");
    }

    @On(value = Group.CONNECTION, otherwise = NO_CONNECTION)
    void when_both_directions_are_shut_it_is_POLLHUP(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sockets.closeNow(c.server());
        int events = POLLIN | POLLRDHUP;
        int revents = polled(c.client(), events, TIMEOUT);
        // Of AF_UNIX, close(2) shuts both; a TCP may still send.
        assertEquals(transport.isInternet() ? events : events | POLLHUP, revents);
        check(Socket.shutdown(c.client(), Socket.SHUT_WR));
        assertEquals(events | POLLHUP, polled(c.client(), events, TIMEOUT));
        assertEquals(POLLHUP, polled(c.client(), 0, TIMEOUT), "told to who did not ask");
        assertEquals(1, check(select(c.client() + 1, set(c.client()), null, null, new timeval(TIMEOUT, 0))));
    }

    @On(value = {Group.CONNECTION, Group.UDP}, otherwise = "a UNIX datagram finds out when it is sent")
    void an_error_is_POLLERR_and_ready_to_read_and_write(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        if (transport.isConnection()) {
            sendByte(c.client()); // who closes without having read it resets the connection
            assertEquals(POLLIN, polled(c.server(), POLLIN, TIMEOUT));
        }
        sockets.closeNow(c.server());
        if (!transport.isConnection()) {
            sendByte(c.client());
        }
        assertEquals(1, check(poll(new pollfd[] {new pollfd(c.client(), POLLIN, 0)}, 1, TIMEOUT)));
        assertEquals(POLLERR, polled(c.client(), 0, TIMEOUT) & POLLERR);
        fd_set reading = set(c.client());
        fd_set writing = set(c.client());
        assertEquals(2, check(select(c.client() + 1, reading, writing, null, new timeval())));
        int[] error = new int[1];
        check(Socket.getsockopt(c.client(), Socket.SOL_SOCKET, Socket.SO_ERROR, error, new int[] {sizeof(error)}));
        assertEquals(transport.isConnection() ? ECONNRESET : ECONNREFUSED, error[0]);
        assertEquals(0, polled(c.client(), 0, 0) & POLLERR, "told, it is gone");
    }

    @On(value = Group.NONE, otherwise = "concerns pipes")
    void a_pipe_hangs_up_at_one_end_and_errs_at_the_other(Transport transport, Sockets sockets) throws Exception {
        int[] one = new int[2];
        int[] two = new int[2];
        check(pipe(one));
        check(pipe(two));
        sockets.keep(one[0]);
        sockets.keep(two[1]);
        check(close(one[1]));
        check(close(two[0]));
        assertEquals(POLLHUP, polled(one[0], POLLIN, TIMEOUT));
        assertEquals(POLLOUT | POLLERR, polled(two[1], POLLOUT, TIMEOUT));
        assertEquals(2, check(select(FD_SETSIZE, set(one[0]), set(two[1]), null, new timeval())));
    }

    @On(value = Group.NONE, otherwise = "a time that is none is refused before any descriptor is looked at")
    void a_time_that_is_none_is_EINVAL(Transport transport, Sockets sockets) {
        assertFails(EINVAL, select(0, null, null, null, new timeval(-1, 0)));
        assertFails(EINVAL, pselect(0, null, null, null, new timespec(-1, 0), null));
        assertFails(EINVAL, pselect(0, null, null, null, new timespec(0, 1_000_000_000), null));
        assertFails(EINVAL, ppoll(new pollfd[0], 0, new timespec(0, -1), null));
        assertFails(EINVAL, select(-1, null, null, null, new timeval()));
        assertFails(EINVAL, pselect(-1, null, null, null, new timespec(), null));
    }

    /** While the one waits, the other sees in /proc that the signal is blocked. */
    @On(value = Group.PAIR, otherwise = "the mask is the thread's, whatever it waits for")
    void the_mask_is_in_force_as_long_as_the_call(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sigset_t mask = new sigset_t();
        check(sigaddset(mask, SIGURG));
        fd_set reading = new fd_set();
        Waiting[] ways = {() -> ppoll(new pollfd[] {new pollfd(c.server(), POLLIN, 0)}, 1, null, mask),
            () -> pselect(c.server() + 1, reading, null, null, null, mask)};
        AtomicInteger tid = new AtomicInteger();
        Conversation.between(server -> {
            tid.set(gettid());
            for (Waiting way : ways) {
                FD_SET(c.server(), reading);
                assertFalse(Machine.isBlocked(gettid(), SIGURG), "before");
                server.step();
                assertEquals(1, check(way.result()));
                assertFalse(Machine.isBlocked(gettid(), SIGURG), "after");
                assertEquals(1, check(Socket.recv(c.server(), new byte[1], 1, 0)));
            }
        }, client -> {
            for (int i = 0; i < ways.length; i++) {
                client.step();
                long end = System.nanoTime() + PATIENCE;
                while (!Machine.isBlocked(tid.get(), SIGURG)) {
                    assertTrue(System.nanoTime() < end, "the mask is not in force");
                }
                sendByte(c.client());
            }
        });
    }

    /** Beyond FD_SETSIZE C writes into what lies behind the set; here it is refused. */
    @On(Group.ALL)
    void a_set_ends_at_FD_SETSIZE_and_poll_goes_on(Transport transport, Sockets sockets) throws Exception {
        assertEquals(1024, FD_SETSIZE);
        fd_set set = set(FD_SETSIZE - 1);
        assertTrue(FD_ISSET(FD_SETSIZE - 1, set));
        assertThrows(IndexOutOfBoundsException.class, () -> FD_SET(FD_SETSIZE, set));
        assertThrows(IndexOutOfBoundsException.class, () -> FD_ISSET(FD_SETSIZE, set));
        assertThrows(IndexOutOfBoundsException.class, () -> FD_CLR(-1, set));
        assertThrows(IndexOutOfBoundsException.class, () -> select(FD_SETSIZE + 1, set, null, null, new timeval()));
        Sockets.Connected c = sockets.connected();
        rlimit limit = new rlimit();
        check(getrlimit(RLIMIT_NOFILE, limit));
        int high = fcntl(c.server(), F_DUPFD, FD_SETSIZE);
        if (Long.compareUnsigned(limit.rlim_cur, FD_SETSIZE) <= 0) {
            assertFails(EINVAL, high);
        } else {
            sockets.keep(high);
            sendByte(c.client());
            assertEquals(POLLIN, polled(high, POLLIN, TIMEOUT));
        }
    }
}
