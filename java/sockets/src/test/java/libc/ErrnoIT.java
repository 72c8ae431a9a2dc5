package libc;

import static libc.Errno.*;
import static libc.Unistd.close;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** errno: of one thread, and changed by its failures alone. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ErrnoIT {

    private static final int CALLS = 500_000;

    /** A way to fail, and what errno says then. */
    private record Failure(int errno, Callable<Integer> call) {}

    private static final List<Failure> FAILURES = List.of(
            new Failure(EBADF, () -> close(-1)),
            new Failure(EAFNOSUPPORT, () -> socket(-1, SOCK_STREAM, 0)),
            new Failure(EINVAL, () -> socket(AF_INET, -1, 0)),
            new Failure(EFAULT, () -> socketpair(AF_UNIX, SOCK_STREAM, 0, null)));

    @BeforeAll
    static void runsOnTheExpectedBackend() {
        Sockets.assertBackend();
    }

    @Test
    void threadsThatFailDifferentlyNeverSeeEachOthers() throws Exception {
        int threads = FAILURES.size();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<Integer>> ends = new ArrayList<>();
            for (Failure failure : FAILURES) {
                ends.add(executor.submit(() -> {
                    start.await();
                    int n = 0;
                    while (n < CALLS && failure.call.call() == -1 && Errno.errno() == failure.errno) {
                        n++;
                    }
                    return n;
                }));
            }
            for (Future<Integer> end : ends) {
                assertEquals(CALLS, end.get(), "calls until one saw another thread's");
            }
        } finally {
            executor.shutdownNow();
        }
    }

    /** More threads than any table of them has places; each looks again when all the others have failed as well. */
    @Test
    void manyThreadsKeepTheirOwn() throws Exception {
        int threads = 300;
        int rounds = 100;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier turn = new CyclicBarrier(threads);
            List<Future<Integer>> ends = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int quarter = t * FAILURES.size() / threads;
                ends.add(executor.submit(() -> {
                    int own = 0;
                    for (int round = 0; round < rounds; round++) {
                        Failure failure = FAILURES.get((quarter + round) % FAILURES.size());
                        boolean failed = failure.call.call() == -1;
                        turn.await();
                        own += failed && errno() == failure.errno ? 1 : 0;
                    }
                    return own;
                }));
            }
            for (Future<Integer> end : ends) {
                assertEquals(rounds, end.get(), "rounds in which the thread saw its own");
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void anotherThreadBeginsWithNone() throws Exception {
        assertEquals(-1, close(-1));
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            assertEquals(0, executor.submit(() -> errno()).get());
            executor.submit(() -> socket(-1, 0, 0)).get();
            assertEquals(EAFNOSUPPORT, executor.submit(() -> errno()).get());
        } finally {
            executor.shutdownNow();
        }
        assertEquals(EBADF, errno());
    }

    @Test
    void successLeavesItAlone() throws Exception {
        try (Sockets s = new Sockets()) {
            assertEquals(-1, socket(-1, 0, 0));
            int[] sv = s.pair(SOCK_STREAM);
            assertEquals(5, check(send(sv[0], "hello", 5, 0)));
            assertEquals(5, check(recv(sv[1], new byte[5], 5, 0)));
            assertEquals(0, check(shutdown(sv[0], SHUT_RDWR)));
            assertEquals(0, check(recv(sv[1], new byte[5], 5, 0)), "0 is no failure");
        }
        assertEquals(EAFNOSUPPORT, errno());
    }

    @Test
    void theNextFailureReplacesIt() {
        assertEquals(-1, socket(-1, 0, 0));
        assertEquals(EAFNOSUPPORT, errno());
        assertEquals(-1, close(-1));
        assertEquals(EBADF, errno());
    }

    @Test
    void itCanBeSet() {
        assertEquals(-1, close(-1));
        errno(0);
        assertEquals(0, errno());
        errno(EINTR);
        assertEquals(EINTR, errno());
        assertEquals("close: EINTR (Interrupted system call)",
                assertThrows(ErrnoException.class, () -> check(-1)).getMessage());
    }

    /** What a JVM does by itself between a call and the look at errno calls libc as well. */
    @Test
    void whatTheJvmCallsLeavesItAlone() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        long allocated = 0;
        for (int i = 0; System.nanoTime() - end < 0; i++) {
            Failure failure = FAILURES.get(i % FAILURES.size());
            assertEquals(-1, failure.call.call());
            allocated += new byte[1 << 20].length;
            if (i % 100 == 0) {
                System.gc();
                Thread.yield();
                assertNull(System.getenv("no such variable " + allocated));
                assertFalse(Files.exists(Path.of("/no/such/file")));
            }
            assertEquals(failure.errno, errno());
        }
    }

    @Test
    void checkAnswersWhatDidNotFail() throws Exception {
        assertEquals(0, check(0));
        assertEquals(7, check(7));
        assertEquals(-2, check(-2), "-1 alone is a failure");
        assertEquals(7L, check(7L));
        assertEquals(-2L, check(-2L));
        Object answer = new Object();
        assertSame(answer, check(answer));
    }

    @Test
    void checkThrowsWithTheFunctionAndTheReason() {
        ErrnoException ofInt = assertThrows(ErrnoException.class, () -> check(socket(-1, SOCK_STREAM, 0)));
        assertEquals("socket", ofInt.function());
        assertEquals(EAFNOSUPPORT, ofInt.errno());
        assertEquals("socket: EAFNOSUPPORT (Address family not supported by protocol)", ofInt.getMessage());

        ErrnoException ofLong = assertThrows(ErrnoException.class, () -> check((long) close(-1)));
        assertEquals("close: EBADF (Bad file descriptor)", ofLong.getMessage());

        ErrnoException ofObject = assertThrows(ErrnoException.class,
                () -> check(libc.arpa.Inet.inet_ntop(AF_INET, new byte[4], new byte[1], 1)));
        assertEquals("inet_ntop: ENOSPC (No space left on device)", ofObject.getMessage());
    }

    @Test
    void anExceptionKeepsItsReason() {
        ErrnoException e = assertThrows(ErrnoException.class, () -> check(close(-1)));
        assertEquals(-1, socket(-1, SOCK_STREAM, 0));
        assertEquals("close: EBADF (Bad file descriptor)", e.getMessage());
    }

    @Test
    void anExceptionOfAnyNumberHasAMessage() {
        assertEquals("socket: EMFILE (Too many open files)", new ErrnoException("socket", EMFILE).getMessage());
        assertEquals("f: 4711 (Unknown error 4711)", new ErrnoException("f", 4711).getMessage());
        assertEquals("f: -1 (Unknown error -1)", new ErrnoException("f", -1).getMessage());
    }
}
