package libc;

import static libc.Assert.assertFails;
import static libc.Errno.*;
import static libc.Poll.*;
import static libc.Signal.*;
import static libc.Unistd.*;
import static libc.sys.Epoll.*;
import static libc.sys.Eventfd.*;
import static libc.sys.Select.*;
import static libc.sys.Timerfd.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import libc.Fcntl;
import libc.sys.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Waiting for descriptors, and descriptors that are there to be waited for. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class WaitingIT {

    private static final int NO_DESCRIPTOR = 9999;
    private static final int LONG = 8;
    private static final int MILLISECOND = 1_000_000;

    private Sockets s;
    private int[] sv;

    @BeforeEach
    void setUp() throws Exception {
        Sockets.assertBackend();
        s = new Sockets();
        sv = s.pair(Socket.SOCK_STREAM);
    }

    @AfterEach
    void tearDown() throws Exception {
        s.close();
    }

    private void sendByte() throws ErrnoException {
        check(write(sv[0], "x", 1));
    }

    private static fd_set set(int... fds) {
        fd_set set = new fd_set();
        for (int fd : fds) {
            FD_SET(fd, set);
        }
        return set;
    }

    @Test
    void setsOfDescriptors() {
        fd_set set = set(0, 7, 8, 63, 64, 1023);
        assertEquals("[0 7 8 63 64 1023]", set.toString());
        assertTrue(FD_ISSET(64, set));
        assertFalse(FD_ISSET(65, set));
        FD_CLR(64, set);
        FD_CLR(65, set);
        assertFalse(FD_ISSET(64, set));
        fd_set copy = new fd_set();
        copy.set(set);
        FD_ZERO(set);
        assertEquals("[]", set.toString());
        assertEquals("[0 7 8 63 1023]", copy.toString());
        for (int fd : new int[] {-1, FD_SETSIZE, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThrows(IndexOutOfBoundsException.class, () -> FD_SET(fd, set));
            assertThrows(IndexOutOfBoundsException.class, () -> FD_CLR(fd, set));
            assertThrows(IndexOutOfBoundsException.class, () -> FD_ISSET(fd, set));
        }
    }

    @Test
    void selectLeavesWhatIsReady() throws Exception {
        int nfds = Math.max(sv[0], sv[1]) + 1;
        fd_set reading = set(sv[0], sv[1]);
        fd_set writing = set(sv[0]);
        fd_set urgent = set(sv[0], sv[1]);
        sendByte();
        timeval timeout = new timeval(10, 0);
        assertEquals(2, select(nfds, reading, writing, urgent, timeout));
        assertEquals("[" + sv[1] + "]", reading.toString());
        assertEquals("[" + sv[0] + "]", writing.toString());
        assertEquals("[]", urgent.toString());
        assertTrue(timeout.tv_sec == 9 || timeout.tv_sec == 10, "what is left of it: " + timeout);

        reading = set(sv[0]);
        assertEquals(0, select(nfds, reading, null, null, new timeval(0, 1000)));
        assertEquals("[]", reading.toString());
        assertEquals(0, select(0, null, null, null, new timeval()));
    }

    @Test
    void selectFails() throws Exception {
        int fd = s.keep(dup(sv[0]));
        s.closeNow(fd);
        fd_set closed = set(fd);
        assertFails(EBADF, select(fd + 1, closed, null, null, new timeval()));
        assertEquals("[" + fd + "]", closed.toString(), "left as it was");
        assertFails(EINVAL, select(-1, null, null, null, new timeval()));
        assertFails(EINVAL, select(0, null, null, null, new timeval(-1, 0)));
        assertThrows(IndexOutOfBoundsException.class, () -> select(FD_SETSIZE + 1, closed, null, null, new timeval()));
        assertEquals(0, select(FD_SETSIZE + 1, null, null, null, new timeval()));
    }

    @Test
    void pselectLeavesWhatIsReady() throws Exception {
        fd_set reading = set(sv[0], sv[1]);
        sendByte();
        timespec timeout = new timespec(10, 0);
        assertEquals(1, pselect(FD_SETSIZE, reading, null, null, timeout, new sigset_t()));
        assertTrue(FD_ISSET(sv[1], reading));
        assertEquals("{tv_sec=10, tv_nsec=0}", timeout.toString());
        long start = System.nanoTime();
        assertEquals(0, pselect(0, null, null, null, new timespec(0, MILLISECOND), null));
        assertTrue(System.nanoTime() - start >= MILLISECOND);
        assertFails(EINVAL, pselect(0, null, null, null, new timespec(0, 1_000_000_000), null));
        assertFails(EINVAL, pselect(-1, null, null, null, null, null));
        assertThrows(IndexOutOfBoundsException.class,
                () -> pselect(FD_SETSIZE + 1, null, null, new fd_set(), new timespec(), null));
    }

    @Test
    void ppollWaitsForNanoseconds() throws Exception {
        pollfd[] fds = {new pollfd(sv[0], POLLIN, 0), new pollfd(sv[1], POLLIN, 0), new pollfd(NO_DESCRIPTOR, POLLIN, 0)};
        long start = System.nanoTime();
        assertEquals(0, ppoll(fds, 2, new timespec(0, 5 * MILLISECOND), null));
        assertTrue(System.nanoTime() - start >= 5 * MILLISECOND);
        sendByte();
        assertEquals(2, ppoll(fds, 3, null, new sigset_t()));
        assertEquals(POLLIN, fds[1].revents);
        assertEquals(POLLNVAL, fds[2].revents);
        assertFails(EINVAL, ppoll(fds, 0, new timespec(-1, 0), null));
        assertFails(EFAULT, ppoll(null, 1, new timespec(), null));
        assertThrows(IndexOutOfBoundsException.class, () -> ppoll(fds, 4, null, null));
    }

    @Test
    void epollHandsBackTheCallersData() throws Exception {
        int epfd = s.keep(epoll_create1(EPOLL_CLOEXEC));
        assertEquals(Fcntl.FD_CLOEXEC, Fcntl.fcntl(epfd, Fcntl.F_GETFD));
        epoll_event ev = new epoll_event();
        ev.events = EPOLLIN;
        ev.data.fd(sv[1]);
        check(epoll_ctl(epfd, EPOLL_CTL_ADD, sv[1], ev));
        ev.events = EPOLLOUT;
        ev.data.u64(0xfedcba9876543210L);
        check(epoll_ctl(epfd, EPOLL_CTL_ADD, sv[0], ev));

        epoll_event[] events = new epoll_event[3];
        assertEquals(1, epoll_wait(epfd, events, 3, -1));
        assertEquals("{events=EPOLLOUT, data={u32=1985229328, u64=18364758544493064720}}", events[0].toString());
        assertSame(null, events[1], "beyond what was answered");
        epoll_event first = events[0];
        sendByte();
        assertEquals(2, epoll_wait(epfd, events, 3, -1));
        assertSame(first, events[0]);
        epoll_event readable = events[0].events == EPOLLIN ? events[0] : events[1];
        assertEquals(sv[1], readable.data.fd());
        assertEquals(1, epoll_wait(epfd, events, 1, 0), "at most so many");

        check(epoll_ctl(epfd, EPOLL_CTL_DEL, sv[0], null));
        ev.events = EPOLLIN | EPOLLONESHOT;
        ev.data.u32(-1);
        check(epoll_ctl(epfd, EPOLL_CTL_MOD, sv[1], ev));
        assertEquals(1, epoll_pwait(epfd, events, 3, 1000, null));
        assertEquals(-1, events[0].data.u32());
        assertEquals(0, epoll_pwait(epfd, events, 3, 0, new sigset_t()), "reported once");
    }

    @Test
    void epollIsEdgeTriggeredOnDemand() throws Exception {
        int epfd = s.keep(epoll_create(1));
        epoll_data data = new epoll_data();
        data.fd(sv[1]);
        check(epoll_ctl(epfd, EPOLL_CTL_ADD, sv[1], new epoll_event(EPOLLIN | EPOLLET, data)));
        epoll_event[] events = epoll_event.array(1);
        sendByte();
        assertEquals(1, epoll_pwait2(epfd, events, 1, null, null));
        assertEquals(0, epoll_pwait2(epfd, events, 1, new timespec(0, MILLISECOND), new sigset_t()));
        sendByte();
        assertEquals(1, epoll_pwait2(epfd, events, 1, new timespec(10, 0), null));
        assertEquals(sv[1], events[0].data.fd());
    }

    @Test
    void epollFails() throws Exception {
        int epfd = s.keep(epoll_create1(0));
        epoll_event ev = new epoll_event();
        epoll_event[] events = epoll_event.array(2);
        assertFails(EINVAL, epoll_create(0));
        assertFails(EINVAL, epoll_create1(1));
        check(epoll_ctl(epfd, EPOLL_CTL_ADD, sv[0], ev));
        assertFails(EEXIST, epoll_ctl(epfd, EPOLL_CTL_ADD, sv[0], ev));
        assertFails(ENOENT, epoll_ctl(epfd, EPOLL_CTL_MOD, sv[1], ev));
        assertFails(ENOENT, epoll_ctl(epfd, EPOLL_CTL_DEL, sv[1], null));
        assertFails(EFAULT, epoll_ctl(epfd, EPOLL_CTL_MOD, sv[0], null));
        assertFails(EINVAL, epoll_ctl(epfd, EPOLL_CTL_ADD, epfd, ev));
        assertFails(EINVAL, epoll_ctl(sv[0], EPOLL_CTL_ADD, sv[1], ev));
        assertFails(EBADF, epoll_ctl(epfd, EPOLL_CTL_ADD, NO_DESCRIPTOR, ev));
        assertFails(EPERM, epoll_ctl(epfd, EPOLL_CTL_ADD, s.keep(Fcntl.open("/proc/self/exe", Fcntl.O_RDONLY)), ev));
        int loop = s.keep(epoll_create1(0));
        check(epoll_ctl(loop, EPOLL_CTL_ADD, epfd, ev));
        assertFails(ELOOP, epoll_ctl(epfd, EPOLL_CTL_ADD, loop, ev));

        assertFails(EINVAL, epoll_wait(epfd, events, 0, 0));
        assertFails(EINVAL, epoll_wait(epfd, events, -1, 0));
        assertFails(EINVAL, epoll_wait(sv[0], events, 1, 0));
        assertFails(EBADF, epoll_wait(NO_DESCRIPTOR, events, 1, 0));
        ev.events = EPOLLOUT;
        check(epoll_ctl(epfd, EPOLL_CTL_ADD, sv[1], ev));
        assertFails(EFAULT, epoll_wait(epfd, null, 1, 1000));
        assertFails(EINVAL, epoll_pwait(epfd, events, 0, 0, null));
        assertFails(EINVAL, epoll_pwait2(epfd, events, 1, new timespec(0, -1), null));
        assertThrows(IndexOutOfBoundsException.class, () -> epoll_wait(epfd, events, 3, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> epoll_pwait(epfd, events, 3, 0, null));
        assertThrows(IndexOutOfBoundsException.class, () -> epoll_pwait2(epfd, events, 3, null, null));
    }

    @Test
    void aManyEventsFitAll() throws Exception {
        int epfd = s.keep(epoll_create1(0));
        int n = 200;
        for (int i = 0; i < n; i++) {
            epoll_event ev = new epoll_event();
            ev.events = EPOLLIN;
            ev.data.u64(i);
            check(epoll_ctl(epfd, EPOLL_CTL_ADD, s.keep(eventfd(1, 0)), ev));
        }
        epoll_event[] events = epoll_event.array(n);
        assertEquals(n, epoll_wait(epfd, events, n, -1));
        assertEquals(n * (n - 1) / 2, Stream.of(events).mapToLong(ev -> ev.data.u64()).sum());
    }

    @Test
    void epollDataIsAUnion() {
        epoll_data data = new epoll_data();
        data.u64(-1);
        data.fd(5);
        assertEquals(0xffffffff00000005L, data.u64());
        assertEquals(5, data.u32());
        ByteBuffer memory = ByteBuffer.allocate(sizeof(data));
        data.pack(memory);
        assertEquals(data.u64(), new epoll_data(memory).u64());
    }

    @Test
    void eventfdCounts() throws Exception {
        int fd = s.keep(eventfd(3, EFD_NONBLOCK | EFD_CLOEXEC));
        check(eventfd_write(fd, 1L << 40));
        long[] value = new long[1];
        check(eventfd_read(fd, value));
        assertEquals((1L << 40) + 3, value[0]);
        assertFails(EAGAIN, eventfd_read(fd, value));
        assertEquals((1L << 40) + 3, value[0], "left as it was");
        assertFails(EINVAL, eventfd_write(fd, -1));
        check(eventfd_write(fd, -2));
        assertFails(EAGAIN, eventfd_write(fd, 1));
        assertEquals(LONG, read(fd, value, LONG));
        assertEquals(-2, value[0]);

        int semaphore = s.keep(eventfd(-1, EFD_SEMAPHORE));
        check(eventfd_read(semaphore, value));
        assertEquals(1, value[0]);

        assertFails(EINVAL, eventfd(0, 0x4000));
        assertFails(EBADF, eventfd_read(NO_DESCRIPTOR, value));
        assertFails(EBADF, eventfd_write(NO_DESCRIPTOR, 1));
        assertFails(EFAULT, eventfd_read(semaphore, null));
        assertThrows(IndexOutOfBoundsException.class, () -> eventfd_read(semaphore, new long[0]));
    }

    @Test
    void timerfdExpires() throws Exception {
        int fd = s.keep(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC));
        itimerspec its = new itimerspec(new timespec(0, MILLISECOND), new timespec(0, MILLISECOND));
        itimerspec old = new itimerspec(new timespec(1, 1), new timespec(1, 1));
        check(timerfd_settime(fd, 0, its, old));
        assertEquals("{it_interval={tv_sec=0, tv_nsec=0}, it_value={tv_sec=0, tv_nsec=0}}", old.toString());
        long[] expirations = new long[1];
        assertEquals(LONG, read(fd, expirations, LONG));
        assertTrue(expirations[0] >= 1);
        its = new itimerspec(new timespec(), new timespec(1000, 0));
        check(timerfd_settime(fd, 0, its, old));
        assertEquals(MILLISECOND, old.it_interval.tv_nsec);
        itimerspec left = new itimerspec();
        check(timerfd_gettime(fd, left));
        assertTrue(left.it_value.tv_sec >= 900 && left.it_value.tv_sec <= 1000, left::toString);

        timespec now = new timespec();
        check(clock_gettime(CLOCK_MONOTONIC, now));
        check(timerfd_settime(fd, TFD_TIMER_ABSTIME, new itimerspec(new timespec(), now), null));
        assertEquals(LONG, read(fd, expirations, LONG));
        assertEquals(1, expirations[0], "a time that is past");
    }

    @Test
    void timerfdFails() throws Exception {
        int fd = s.keep(timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK));
        itimerspec its = new itimerspec();
        assertFails(EAGAIN, read(fd, new long[1], LONG));
        assertFails(EINVAL, timerfd_create(4711, 0));
        assertFails(EINVAL, timerfd_create(CLOCK_MONOTONIC, 0x4000));
        assertFails(EINVAL, timerfd_settime(fd, 0, new itimerspec(new timespec(), new timespec(0, 1_000_000_000)), null));
        assertFails(EINVAL, timerfd_settime(fd, 0x4000, its, null));
        assertFails(EINVAL, timerfd_settime(sv[0], 0, its, null));
        assertFails(EFAULT, timerfd_settime(fd, 0, null, its));
        assertFails(EBADF, timerfd_settime(NO_DESCRIPTOR, 0, its, null));
        assertFails(EINVAL, timerfd_gettime(sv[0], its));
        assertFails(EBADF, timerfd_gettime(NO_DESCRIPTOR, its));
        assertFails(EFAULT, timerfd_gettime(fd, null));
    }

    @Test
    void clocksTellTheTime() throws Exception {
        timespec ts = new timespec();
        check(clock_gettime(CLOCK_REALTIME, ts));
        assertTrue(Math.abs(System.currentTimeMillis() / 1000 - ts.tv_sec) < 60, ts::toString);
        long before = System.nanoTime();
        check(clock_gettime(CLOCK_MONOTONIC, ts));
        long between = ts.tv_sec * 1_000_000_000 + ts.tv_nsec;
        assertTrue(before <= between && between <= System.nanoTime(), "the clock of System.nanoTime");
        assertFails(EINVAL, clock_gettime(4711, ts));
        assertFails(EFAULT, clock_gettime(CLOCK_MONOTONIC, null));
    }

    /** A wait for a descriptor to become readable, with a signal mask. */
    private interface Wait {
        int on(int fd, sigset_t mask);
    }

    static Stream<Wait> waitsWithAMask() {
        return Stream.of(
                (fd, mask) -> ppoll(new pollfd[] {new pollfd(fd, POLLIN, 0)}, 1, null, mask),
                (fd, mask) -> pselect(fd + 1, set(fd), null, null, null, mask),
                (fd, mask) -> epoll_pwait(fd, epoll_event.array(1), 1, -1, mask),
                (fd, mask) -> epoll_pwait2(fd, epoll_event.array(1), 1, null, mask));
    }

    @ParameterizedTest
    @MethodSource("waitsWithAMask")
    void theMaskHoldsWhileItWaits(Wait wait) throws Exception {
        int epfd = s.keep(epoll_create1(0));
        check(epoll_ctl(epfd, EPOLL_CTL_ADD, sv[1], new epoll_event(EPOLLIN, new epoll_data())));
        sigset_t mask = new sigset_t();
        check(sigaddset(mask, SIGUSR1));
        check(sigaddset(mask, SIGRTMAX));
        AtomicInteger tid = new AtomicInteger();
        CompletableFuture<Integer> ready = new CompletableFuture<>();
        CompletableFuture<String> after = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            tid.set(gettid());
            ready.complete(wait.on(epfd, mask));
            after.complete(blocked(tid.get()));
        });
        waiting.start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        String expected = "%016x".formatted(1L << SIGUSR1 - 1 | 1L << SIGRTMAX - 1);
        while (tid.get() == 0 || !blocked(tid.get()).equals(expected)) {
            assertTrue(System.nanoTime() < deadline, () -> blocked(tid.get()) + " instead of " + expected);
            Thread.onSpinWait();
        }
        sendByte();
        assertEquals(1, ready.get(30, TimeUnit.SECONDS));
        assertFalse(after.get(30, TimeUnit.SECONDS).equals(expected));
        waiting.join();
    }

    /** The signals that a thread blocks, as /proc shows them. */
    private static String blocked(int tid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/task", Integer.toString(tid), "status"))) {
            return lines.filter(line -> line.startsWith("SigBlk:")).map(line -> line.substring(8).strip()).findFirst().orElse("");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
