package selftest.behaviours;

import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Signal.*;
import static libc.Unistd.*;
import static libc.sys.Epoll.*;
import static libc.sys.Eventfd.*;
import static libc.sys.Timerfd.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/**
 * epoll reports a state (level), a change (EPOLLET), once (EPOLLONESHOT) or to few (EPOLLEXCLUSIVE), and knows open
 * files, not descriptors; eventfd and timerfd are waited for as sockets are. (signalfd(2) is not offered.)
 */
class T62_epoll {

    private static final int TIMEOUT = 20_000;
    private static final int LONG = Long.BYTES;
    private static final int MILLISECOND = 1_000_000;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final String NO_TRANSPORT = "concerns epoll itself";

    private static int epoll(Sockets sockets) throws Exception {
        return sockets.keep(epoll_create1(EPOLL_CLOEXEC));
    }

    private static epoll_event event(int events, int fd) {
        epoll_data data = new epoll_data();
        data.fd(fd);
        return new epoll_event(events, data);
    }

    private static void add(int epfd, int fd, int events) throws Exception {
        check(epoll_ctl(epfd, EPOLL_CTL_ADD, fd, event(events, fd)));
    }

    /** Waits for one event of a descriptor. */
    private static void assertReports(int epfd, int events, int fd) throws Exception {
        epoll_event[] list = epoll_event.array(2);
        assertEquals(1, check(epoll_wait(epfd, list, 2, TIMEOUT)));
        assertEquals(events, list[0].events);
        assertEquals(fd, list[0].data.fd());
    }

    private static void assertSilent(int epfd) throws Exception {
        assertEquals(0, check(epoll_wait(epfd, epoll_event.array(1), 1, 0)));
    }

    private static void sendByte(int fd) throws Exception {
        check(Socket.send(fd, "x", 1, 0));
    }

    private static void receiveByte(int fd) throws Exception {
        assertEquals(1, check(Socket.recv(fd, new byte[1], 1, 0)));
    }

    @On(Group.ALL)
    void a_state_is_reported_as_long_as_it_lasts(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int epfd = epoll(sockets);
        add(epfd, c.server(), EPOLLIN);
        assertSilent(epfd);
        sendByte(c.client());
        assertReports(epfd, EPOLLIN, c.server());
        assertReports(epfd, EPOLLIN, c.server());
        receiveByte(c.server());
        assertSilent(epfd);
    }

    @On(Group.ALL)
    void a_change_is_reported_once(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int epfd = epoll(sockets);
        add(epfd, c.server(), EPOLLIN | EPOLLET);
        sendByte(c.client());
        assertReports(epfd, EPOLLIN, c.server());
        assertSilent(epfd);
        sendByte(c.client());
        assertReports(epfd, EPOLLIN, c.server());
        receiveByte(c.server());
        assertSilent(epfd);
        int late = epoll(sockets);
        add(late, c.server(), EPOLLIN | EPOLLET);
        assertReports(late, EPOLLIN, c.server());
        assertSilent(late);
    }

    @On(Group.ALL)
    void oneshot_is_reported_once_until_it_is_set_anew(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int epfd = epoll(sockets);
        add(epfd, c.server(), EPOLLIN | EPOLLONESHOT);
        sendByte(c.client());
        assertReports(epfd, EPOLLIN, c.server());
        sendByte(c.client());
        assertSilent(epfd);
        check(epoll_ctl(epfd, EPOLL_CTL_MOD, c.server(), event(EPOLLIN | EPOLLONESHOT, c.server())));
        assertReports(epfd, EPOLLIN, c.server());
        assertSilent(epfd);
    }

    @On(Group.ALL)
    void what_is_asked_for_may_change(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int epfd = epoll(sockets);
        add(epfd, c.server(), EPOLLOUT);
        assertReports(epfd, EPOLLOUT, c.server());
        check(epoll_ctl(epfd, EPOLL_CTL_MOD, c.server(), event(EPOLLIN, c.server())));
        assertSilent(epfd);
        check(epoll_ctl(epfd, EPOLL_CTL_MOD, c.server(), event(EPOLLIN | EPOLLOUT, 4711)));
        assertReports(epfd, EPOLLOUT, 4711);
        check(epoll_ctl(epfd, EPOLL_CTL_DEL, c.server(), null));
        assertSilent(epfd);
    }

    @On(value = Group.CONNECTION, otherwise = "without a connection there is no end of one")
    void the_end_is_reported_to_who_did_not_ask(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int epfd = epoll(sockets);
        add(epfd, c.client(), EPOLLRDHUP);
        sockets.closeNow(c.server());
        assertReports(epfd, transport.isInternet() ? EPOLLRDHUP : EPOLLRDHUP | EPOLLHUP, c.client());
        check(Socket.shutdown(c.client(), Socket.SHUT_WR));
        check(epoll_ctl(epfd, EPOLL_CTL_MOD, c.client(), event(0, c.client())));
        assertReports(epfd, EPOLLHUP, c.client());
    }

    /** epoll(7): an open file goes when its last descriptor is closed, not with the one it was added by. */
    @On(Group.ALL)
    void a_duplicate_keeps_it_there(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int epfd = epoll(sockets);
        int first = sockets.keep(dup(c.server()));
        sockets.closeNow(c.server());
        int second = sockets.keep(dup(first));
        add(epfd, first, EPOLLIN);
        sockets.closeNow(first);
        sendByte(c.client());
        assertReports(epfd, EPOLLIN, first);
        assertFails(EBADF, epoll_ctl(epfd, EPOLL_CTL_DEL, first, null));
        assertFails(ENOENT, epoll_ctl(epfd, EPOLL_CTL_DEL, second, null));
        sockets.closeNow(second);
        assertSilent(epfd);
    }

    @On(Group.ALL)
    void a_duplicate_may_be_added_beside_it(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int epfd = epoll(sockets);
        int copy = sockets.keep(dup(c.server()));
        add(epfd, c.server(), EPOLLIN);
        add(epfd, copy, EPOLLIN);
        sendByte(c.client());
        epoll_event[] list = epoll_event.array(3);
        int n = check(epoll_wait(epfd, list, 3, TIMEOUT));
        assertEquals(2, n);
        assertEquals(c.server() + copy, list[0].data.fd() + list[1].data.fd());
    }

    @On(Group.ALL)
    void what_is_there_twice_or_not_at_all(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.connected().server();
        int epfd = epoll(sockets);
        assertFails(ENOENT, epoll_ctl(epfd, EPOLL_CTL_MOD, fd, event(EPOLLIN, fd)));
        assertFails(ENOENT, epoll_ctl(epfd, EPOLL_CTL_DEL, fd, null));
        add(epfd, fd, EPOLLIN);
        assertFails(EEXIST, epoll_ctl(epfd, EPOLL_CTL_ADD, fd, event(EPOLLOUT, fd)));
        check(epoll_ctl(epfd, EPOLL_CTL_DEL, fd, null));
        assertFails(ENOENT, epoll_ctl(epfd, EPOLL_CTL_DEL, fd, null));
        assertFails(EINVAL, epoll_ctl(fd, EPOLL_CTL_ADD, epfd, event(EPOLLIN, epfd)));
        assertFails(EBADF, epoll_ctl(epfd, EPOLL_CTL_ADD, -1, event(EPOLLIN, fd)));
        assertFails(EBADF, epoll_ctl(-1, EPOLL_CTL_ADD, fd, event(EPOLLIN, fd)));
        assertFails(EFAULT, epoll_ctl(epfd, EPOLL_CTL_ADD, fd, null));
        assertFails(EINVAL, epoll_ctl(epfd, 99, fd, event(EPOLLIN, fd)));
        assertFails(EINVAL, epoll_wait(fd, epoll_event.array(1), 1, 0));
        assertFails(EINVAL, epoll_wait(epfd, epoll_event.array(1), 0, 0));
    }

    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void files_that_never_wait_are_EPERM(Transport transport, Sockets sockets) throws Exception {
        int epfd = epoll(sockets);
        int file = sockets.keep(open("/proc/self/exe", O_RDONLY));
        int directory = sockets.keep(open("/", O_RDONLY | O_DIRECTORY));
        assertFails(EPERM, epoll_ctl(epfd, EPOLL_CTL_ADD, file, event(EPOLLIN, file)));
        assertFails(EPERM, epoll_ctl(epfd, EPOLL_CTL_ADD, directory, event(EPOLLIN, directory)));
    }

    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void one_may_watch_another_but_not_itself(Transport transport, Sockets sockets) throws Exception {
        int outer = epoll(sockets);
        int inner = epoll(sockets);
        int fd = sockets.keep(eventfd(0, 0));
        assertFails(EINVAL, epoll_ctl(outer, EPOLL_CTL_ADD, outer, event(EPOLLIN, outer)));
        add(outer, inner, EPOLLIN);
        assertFails(ELOOP, epoll_ctl(inner, EPOLL_CTL_ADD, outer, event(EPOLLIN, outer)));
        add(inner, fd, EPOLLIN);
        assertSilent(outer);
        check(eventfd_write(fd, 1));
        assertReports(outer, EPOLLIN, inner);
        assertReports(inner, EPOLLIN, fd);
    }

    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void exclusive_goes_with_little_else(Transport transport, Sockets sockets) throws Exception {
        int epfd = epoll(sockets);
        int inner = epoll(sockets);
        int fd = sockets.keep(eventfd(0, 0));
        assertFails(EINVAL, epoll_ctl(epfd, EPOLL_CTL_ADD, fd, event(EPOLLIN | EPOLLEXCLUSIVE | EPOLLONESHOT, fd)));
        assertFails(EINVAL, epoll_ctl(epfd, EPOLL_CTL_ADD, inner, event(EPOLLIN | EPOLLEXCLUSIVE, inner)));
        add(epfd, fd, EPOLLIN | EPOLLET | EPOLLEXCLUSIVE);
        assertFails(EINVAL, epoll_ctl(epfd, EPOLL_CTL_MOD, fd, event(EPOLLIN, fd)));
        check(epoll_ctl(epfd, EPOLL_CTL_DEL, fd, null));
        add(epfd, fd, EPOLLIN);
        assertFails(EINVAL, epoll_ctl(epfd, EPOLL_CTL_MOD, fd, event(EPOLLIN | EPOLLEXCLUSIVE, fd)));
    }

    /** How many are woken is the kernel's affair: one at least, and the other is told here to end. */
    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void exclusive_wakes_one_at_least(Transport transport, Sockets sockets) throws Exception {
        int timer = sockets.keep(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK));
        int[] stop = {sockets.keep(eventfd(0, 0)), sockets.keep(eventfd(0, 0))};
        int[] epfd = {epoll(sockets), epoll(sockets)};
        AtomicInteger got = new AtomicInteger();
        Conversation.Part[] parts = new Conversation.Part[2];
        for (int i = 0; i < 2; i++) {
            int own = i;
            add(epfd[own], timer, EPOLLIN | EPOLLEXCLUSIVE);
            add(epfd[own], stop[own], EPOLLIN);
            parts[own] = part -> {
                part.step();
                assertTrue(check(epoll_wait(epfd[own], epoll_event.array(2), 2, TIMEOUT)) > 0, "woken");
                if (read(timer, new long[1], LONG) == LONG) {
                    got.incrementAndGet();
                    check(eventfd_write(stop[1 - own], 1));
                }
            };
        }
        check(timerfd_settime(timer, 0, new itimerspec(new timespec(), new timespec(0, 50 * MILLISECOND)), null));
        Conversation.between(parts[0], parts[1]);
        assertEquals(1, got.get());
    }

    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void an_eventfd_is_readable_while_it_is_not_0(Transport transport, Sockets sockets) throws Exception {
        int epfd = epoll(sockets);
        int edge = epoll(sockets);
        int fd = sockets.keep(eventfd(0, EFD_NONBLOCK));
        add(epfd, fd, EPOLLIN);
        add(edge, fd, EPOLLIN | EPOLLET);
        assertSilent(epfd);
        for (int i = 0; i < 2; i++) {
            check(eventfd_write(fd, 3));
            assertReports(epfd, EPOLLIN, fd);
            assertReports(edge, EPOLLIN, fd); // at each write, read or not
            assertSilent(edge);
        }
        long[] value = new long[1];
        check(eventfd_read(fd, value));
        assertEquals(6, value[0]);
        assertSilent(epfd);
        check(epoll_ctl(epfd, EPOLL_CTL_MOD, fd, event(EPOLLOUT, fd)));
        assertReports(epfd, EPOLLOUT, fd);
        check(eventfd_write(fd, -2)); // the most there is room for
        assertSilent(epfd);
    }

    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void a_timerfd_is_readable_when_its_time_has_come(Transport transport, Sockets sockets) throws Exception {
        int epfd = epoll(sockets);
        int fd = sockets.keep(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK));
        add(epfd, fd, EPOLLIN);
        assertSilent(epfd);
        long start = System.nanoTime();
        check(timerfd_settime(fd, 0, new itimerspec(new timespec(), new timespec(0, 20 * MILLISECOND)), null));
        assertReports(epfd, EPOLLIN, fd);
        assertTrue(System.nanoTime() - start >= 20 * MILLISECOND);
        long[] expirations = new long[1];
        assertEquals(LONG, check(read(fd, expirations, LONG)));
        assertEquals(1, expirations[0]);
        assertSilent(epfd);
        assertFails(EAGAIN, read(fd, expirations, LONG));
    }

    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void it_waits_for_its_time(Transport transport, Sockets sockets) throws Exception {
        int epfd = epoll(sockets);
        epoll_event[] list = epoll_event.array(1);
        long start = System.nanoTime();
        assertEquals(0, check(epoll_wait(epfd, list, 1, 20)));
        assertEquals(0, check(epoll_pwait(epfd, list, 1, 20, null)));
        assertTrue(System.nanoTime() - start >= 40 * MILLISECOND);
        start = System.nanoTime();
        int result = epoll_pwait2(epfd, list, 1, new timespec(0, 20 * MILLISECOND), null);
        if (result == -1) { // before Linux 5.11
            assertEquals(ENOSYS, errno());
        } else {
            assertEquals(0, result);
            assertTrue(System.nanoTime() - start >= 20 * MILLISECOND);
            assertFails(EINVAL, epoll_pwait2(epfd, list, 1, new timespec(0, -1), null));
        }
    }

    /** While the one waits, the other sees in /proc that the signal is blocked. */
    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void the_mask_is_in_force_as_long_as_the_call(Transport transport, Sockets sockets) throws Exception {
        int epfd = epoll(sockets);
        int fd = sockets.keep(eventfd(0, 0));
        add(epfd, fd, EPOLLIN);
        sigset_t mask = new sigset_t();
        check(sigaddset(mask, SIGURG));
        AtomicInteger tid = new AtomicInteger();
        Conversation.between(server -> {
            tid.set(gettid());
            server.step();
            assertEquals(1, check(epoll_pwait(epfd, epoll_event.array(1), 1, TIMEOUT, mask)));
            assertFalse(Machine.isBlocked(gettid(), SIGURG), "after");
        }, client -> {
            client.step();
            long end = System.nanoTime() + PATIENCE;
            while (!Machine.isBlocked(tid.get(), SIGURG)) {
                assertTrue(System.nanoTime() < end, "the mask is not in force");
            }
            check(eventfd_write(fd, 1));
        });
    }
}
