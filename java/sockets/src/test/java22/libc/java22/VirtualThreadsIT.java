package libc.java22;

import static libc.Errno.*;
import static libc.Unistd.close;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import libc.Trace;
import libc.internal.call.Native;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Calls on virtual threads: errno is each one's own, and so many of them stay small. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class VirtualThreadsIT {

    private static final int THREADS = 10_000;
    private static final int CALLS = 100;

    @BeforeAll
    static void runsOnTheExpectedBackend() {
        assertEquals(System.getProperty("expected.backend"), Native.backend());
    }

    @Test
    void errnoIsOfTheVirtualThreadWhateverCarriesIt() throws Exception {
        assertErrno(THREADS);
    }

    @Test
    void errnoIsOfTheVirtualThreadWithATraceToo() throws Exception {
        int threads = THREADS / CALLS;
        ByteArrayOutputStream trace = new ByteArrayOutputStream();
        Trace.to(new PrintStream(trace));
        Trace.on();
        try {
            assertErrno(threads);
        } finally {
            Trace.off();
            Trace.to((PrintStream) null);
        }
        assertEquals(threads / 2L * CALLS,
                trace.toString().lines().filter("close(-1) = -1 EBADF (Bad file descriptor)"::equals).count());
        assertEquals((long) threads * CALLS, trace.toString().lines().count());
    }

    private static void assertErrno(int threads) throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> ends = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                Callable<Integer> call = t % 2 == 0 ? () -> close(-1) : () -> socket(-1, SOCK_STREAM, 0);
                int expected = t % 2 == 0 ? EBADF : EAFNOSUPPORT;
                ends.add(executor.submit(() -> {
                    assertEquals(0, errno(), "a new thread's");
                    int n = 0;
                    while (n < CALLS && call.call() == -1) {
                        Thread.yield(); // to go on, maybe, on another carrier
                        assertEquals(expected, errno());
                        n++;
                    }
                    return n;
                }));
            }
            for (Future<Integer> end : ends) {
                assertEquals(CALLS, end.get());
            }
        }
    }

    @Test
    void manyThreadsNeedLittleMemory() throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            long before = direct();
            byte[] small = new byte[16];
            byte[] large = new byte[16 * 1024];
            CountDownLatch ready = new CountDownLatch(THREADS);
            CountDownLatch measured = new CountDownLatch(1);
            List<Future<Integer>> ends = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                ends.add(executor.submit(() -> {
                    try {
                        // A copy is made before the kernel says that there is no such descriptor.
                        assertEquals(-1, send(-1, small, small.length, 0));
                        assertEquals(-1, send(-1, large, large.length, 0));
                        assertEquals(-1, recv(-1, new byte[large.length], large.length, 0));
                    } finally {
                        ready.countDown();
                    }
                    measured.await();
                    return errno();
                }));
            }
            ready.await();
            long perThread = (direct() - before) / THREADS;
            measured.countDown();
            for (Future<Integer> end : ends) {
                assertEquals(EBADF, end.get());
            }
            assertTrue(perThread < 2048, perThread + " bytes for each of " + THREADS + " threads");
        }
    }

    @Test
    void eachReceivesItsOwn() throws Exception {
        int threads = 1000;
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> ends = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                byte[] own = {(byte) t, (byte) (t >> 8), 1, 2, 3};
                ends.add(executor.submit(() -> {
                    int[] sv = new int[2];
                    check(socketpair(AF_UNIX, SOCK_STREAM, 0, sv));
                    check(send(sv[0], own, own.length, 0));
                    Thread.yield();
                    byte[] received = new byte[own.length];
                    check(recv(sv[1], received, received.length, MSG_WAITALL));
                    check(close(sv[0]));
                    check(close(sv[1]));
                    return received;
                }));
            }
            for (int t = 0; t < threads; t++) {
                assertArrayEquals(new byte[] {(byte) t, (byte) (t >> 8), 1, 2, 3}, ends.get(t).get());
            }
        }
    }

    /** The bytes of direct buffers. */
    private static long direct() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct")).findFirst().orElseThrow().getMemoryUsed();
    }
}
