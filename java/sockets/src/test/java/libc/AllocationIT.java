package libc;

import static libc.Errno.check;
import static libc.Fcntl.O_WRONLY;
import static libc.Sockets.bound;
import static libc.Sockets.listening;
import static libc.Unistd.close;
import static libc.Unistd.read;
import static libc.Unistd.write;
import static libc.sys.Socket.*;
import static libc.sys.Uio.readv;
import static libc.sys.Uio.writev;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import libc.netinet.In.sockaddr_in;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A steady loop of calls allocates nothing, and no memory is kept that a call does not need any more. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class AllocationIT {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A round is long enough that one object per thousand calls would be seen. */
    private static final int CALLS = 5_000;

    /** So many connections at a time. */
    private static final int BATCH = 100;

    /** So many batches in a round, which are fewer calls: a connection takes long. */
    private static final int BATCHES = 10;

    /** So many messages in one call. */
    private static final int MESSAGES = 64;

    /** So many rounds in a row without a byte are a steady state; while the compilers are at work there are others. */
    private static final int STEADY = 3;

    private static final long SECONDS = 60;

    /** More than what is kept for copies, so that the way of a large one is compiled when a round begins. */
    private static final int WARM_UP = 320 * 1024;

    /** So many calls, and every loop in it is compiled. */
    private static final int WARM_UP_CALLS = 12_000;

    /** So many bytes in a round of large transfers at most, which are fewer calls. */
    private static final int BYTES = 1 << 28;

    private interface Loop {
        void turn() throws Exception;
    }

    private interface Transfer {
        void turn(int size) throws Exception;
    }

    @BeforeAll
    static void runsOnTheExpectedBackend() {
        Sockets.assertBackend();
        assertTrue(THREADS.isThreadAllocatedMemoryEnabled());
    }

    /**
     * The bytes are asserted to be 0 and not merely few: the counter is the thread's own and exact, and asking for it
     * allocates nothing.
     */
    private static void assertAllocatesNothing(Loop loop) throws Exception {
        assertAllocatesNothing(CALLS, loop);
    }

    private static void assertAllocatesNothing(int turns, Loop loop) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        int steady = 0;
        long bytes = 0;
        int rounds = 0;
        while (steady < STEADY) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < turns; i++) {
                loop.turn();
            }
            bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
            steady = bytes == 0 ? steady + 1 : 0;
            rounds++;
            if (System.nanoTime() - end > 0) {
                fail(bytes + " bytes in the last " + turns + " turns, after " + rounds + " rounds");
            }
        }
    }

    /**
     * Of large transfers there is no time for as many as it takes until they are compiled, so that they are made smaller
     * at first.
     */
    private static void assertAllocatesNothing(int size, Transfer transfer) throws Exception {
        for (int i = 0; i < WARM_UP_CALLS; i++) {
            transfer.turn(Math.min(size, WARM_UP));
        }
        assertAllocatesNothing(Math.min(CALLS, BYTES / size), () -> transfer.turn(size));
    }

    @Test
    void anAllocationIsSeen() {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        byte[] allocated = new byte[1000];
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertTrue(bytes >= allocated.length, bytes + " bytes");
    }

    /** No socket waits: of a large transfer the kernel takes what it has room for. */
    @ParameterizedTest
    @ValueSource(ints = {16, 1024, 16 * 1024, 64 * 1024, 1 << 20, 16 << 20})
    void sendAndRecvOfArrays(int size) throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM | SOCK_NONBLOCK);
            byte[] buf = new byte[size];
            assertAllocatesNothing(size, len -> {
                check(send(sv[0], buf, len, 0));
                check(recv(sv[1], buf, len, 0));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 1024, 16 * 1024, 64 * 1024, 1 << 20, 16 << 20})
    void sendAndRecvOfDirectBuffers(int size) throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM | SOCK_NONBLOCK);
            ByteBuffer buf = ByteBuffer.allocateDirect(size);
            assertAllocatesNothing(size, len -> {
                check(send(sv[0], buf.clear().limit(len), 0));
                check(recv(sv[1], buf.clear().limit(len), 0));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 1024, 16 * 1024, 64 * 1024, 1 << 20, 16 << 20})
    void writeAndReadOfArrays(int size) throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM | SOCK_NONBLOCK);
            byte[] buf = new byte[size];
            assertAllocatesNothing(size, len -> {
                check(write(sv[0], buf, len));
                check(read(sv[1], buf, len));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 1024, 16 * 1024, 64 * 1024, 1 << 20, 16 << 20})
    void writeAndReadOfDirectBuffers(int size) throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM | SOCK_NONBLOCK);
            ByteBuffer buf = ByteBuffer.allocateDirect(size);
            assertAllocatesNothing(size, len -> {
                check(write(sv[0], buf.clear().limit(len)));
                check(read(sv[1], buf.clear().limit(len)));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 1024, 16 * 1024, 64 * 1024, 1 << 20, 16 << 20})
    void writevAndReadvOfArrays(int size) throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM | SOCK_NONBLOCK);
            iovec[] iov = {new iovec(new byte[16], 16), new iovec(new byte[size], size)};
            assertAllocatesNothing(size, len -> {
                iov[1].iov_len = len;
                check(writev(sv[0], iov, 2));
                check(readv(sv[1], iov, 2));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 1024, 16 * 1024, 64 * 1024, 1 << 20, 16 << 20})
    void sendmsgAndRecvmsgOfArrays(int size) throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM | SOCK_NONBLOCK);
            iovec[] iov = {new iovec(new byte[16], 16), new iovec(new byte[size], size)};
            msghdr msg = new msghdr(null, 0, iov, 2, null, 0, 0);
            assertAllocatesNothing(size, len -> {
                iov[1].iov_len = len;
                check(sendmsg(sv[0], msg, 0));
                check(recvmsg(sv[1], msg, 0));
            });
        }
    }

    /** The kernel looks at the first four bytes of these, and at the length. */
    @ParameterizedTest
    @ValueSource(ints = {16, 1024, 16 * 1024, 64 * 1024, 1 << 20, 16 << 20})
    void setsockoptAndGetsockoptOfArrays(int size) throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.open(AF_INET, SOCK_STREAM);
            byte[] value = new byte[size];
            int[] optlen = {0};
            assertAllocatesNothing(size, len -> {
                check(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, value, len));
                optlen[0] = len;
                check(getsockopt(fd, SOL_SOCKET, SO_REUSEADDR, value, optlen));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 1024, 16 * 1024, 64 * 1024, 1 << 20, 16 << 20})
    void setsockoptAndGetsockoptOfDirectBuffers(int size) throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.open(AF_INET, SOCK_STREAM);
            ByteBuffer value = ByteBuffer.allocateDirect(size);
            assertAllocatesNothing(size, len -> {
                check(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, value.clear().limit(len)));
                check(getsockopt(fd, SOL_SOCKET, SO_REUSEADDR, value.clear().limit(len)));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 1024, 16 * 1024})
    void sendtoAndRecvfromOfArrays(int size) throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.open(AF_INET, SOCK_DGRAM);
            sockaddr_in addr = bound(fd);
            sockaddr_in from = new sockaddr_in();
            int[] len = {0};
            byte[] buf = new byte[size];
            assertAllocatesNothing(() -> {
                check(sendto(fd, buf, size, 0, addr, sizeof(addr)));
                len[0] = sizeof(from);
                check(recvfrom(fd, buf, size, 0, from, len));
            });
            assertEquals(addr.sin_port, from.sin_port);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 1024, 16 * 1024})
    void sendtoAndRecvfromOfDirectBuffers(int size) throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.open(AF_INET, SOCK_DGRAM);
            sockaddr_in addr = bound(fd);
            sockaddr_storage from = new sockaddr_storage();
            int[] len = {0};
            ByteBuffer buf = ByteBuffer.allocateDirect(size);
            assertAllocatesNothing(() -> {
                check(sendto(fd, buf.clear(), 0, addr, sizeof(addr)));
                len[0] = sizeof(from);
                check(recvfrom(fd, buf.clear(), 0, from, len));
            });
            assertEquals(AF_INET, from.ss_family);
        }
    }

    /** Larger than a datagram can be, to a socket that is connected. */
    @ParameterizedTest
    @ValueSource(ints = {64 * 1024, 1 << 20, 16 << 20})
    void sendtoAndRecvfromOfLargeArrays(int size) throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM | SOCK_NONBLOCK);
            sockaddr_storage from = new sockaddr_storage();
            int[] addrlen = {0};
            byte[] buf = new byte[size];
            assertAllocatesNothing(size, len -> {
                check(sendto(sv[0], buf, len, 0, null, 0));
                addrlen[0] = sizeof(from);
                check(recvfrom(sv[1], buf, len, 0, from, addrlen));
            });
        }
    }

    private static mmsghdr[] messages(Object[] data, int size, sockaddr_in addr) {
        mmsghdr[] messages = mmsghdr.array(MESSAGES);
        for (int i = 0; i < MESSAGES; i++) {
            iovec[] iov = {new iovec(data[i], size)};
            messages[i].msg_hdr.set(new msghdr(addr, sizeof(addr), iov, 1, null, 0, 0));
        }
        return messages;
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 1024})
    void sendmmsgAndRecvmmsgOfArrays(int size) throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.open(AF_INET, SOCK_DGRAM);
            sockaddr_in addr = bound(fd);
            mmsghdr[] out = messages(new byte[MESSAGES][size], size, addr);
            mmsghdr[] in = messages(new byte[MESSAGES][size], size, new sockaddr_in());
            assertAllocatesNothing(CALLS / MESSAGES, () -> {
                assertEquals(MESSAGES, check(sendmmsg(fd, out, MESSAGES, 0)));
                assertEquals(MESSAGES, check(recvmmsg(fd, in, MESSAGES, 0, null)));
            });
            assertEquals(addr.toString(), in[MESSAGES - 1].msg_hdr.msg_name.toString());
            assertEquals(size, in[MESSAGES - 1].msg_len);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 1024})
    void sendmmsgAndRecvmmsgOfDirectBuffers(int size) throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.open(AF_INET, SOCK_DGRAM);
            sockaddr_in addr = bound(fd);
            ByteBuffer[] data = new ByteBuffer[MESSAGES];
            Arrays.setAll(data, i -> ByteBuffer.allocateDirect(size));
            mmsghdr[] out = messages(data, size, addr);
            mmsghdr[] in = messages(data, size, new sockaddr_in());
            assertAllocatesNothing(CALLS / MESSAGES, () -> {
                for (ByteBuffer buf : data) {
                    buf.clear();
                }
                assertEquals(MESSAGES, check(sendmmsg(fd, out, MESSAGES, 0)));
                for (ByteBuffer buf : data) {
                    buf.clear();
                }
                assertEquals(MESSAGES, check(recvmmsg(fd, in, MESSAGES, 0, null)));
            });
            assertEquals(size, data[MESSAGES - 1].position());
        }
    }

    /**
     * Connections by the batch, so that each loop makes one call: of a loop that makes many, the compiler stops inlining
     * somewhere, and what the JDK's linker makes for each call is then made indeed.
     */
    @Test
    void socketConnectAcceptAndClose() throws Exception {
        try (Sockets s = new Sockets()) {
            int listener = s.open(AF_INET, SOCK_STREAM);
            sockaddr_in addr = listening(listener, BATCH);
            sockaddr_in peer = new sockaddr_in();
            int[] len = {0};
            int[] clients = new int[BATCH];
            int[] servers = new int[BATCH];
            // A reset leaves no TIME_WAIT behind, of which so many would use the ports up.
            linger now = new linger(1, 0);
            Loop[] batches = {
                () -> {
                    for (int i = 0; i < BATCH; i++) {
                        clients[i] = check(socket(AF_INET, SOCK_STREAM, 0));
                    }
                },
                () -> {
                    for (int i = 0; i < BATCH; i++) {
                        check(connect(clients[i], addr, sizeof(addr)));
                    }
                },
                () -> {
                    for (int i = 0; i < BATCH; i++) {
                        len[0] = sizeof(peer);
                        servers[i] = check(accept(listener, peer, len));
                    }
                },
                () -> {
                    for (int i = 0; i < BATCH; i++) {
                        check(setsockopt(clients[i], SOL_SOCKET, SO_LINGER, now, sizeof(now)));
                    }
                },
                () -> {
                    for (int i = 0; i < BATCH; i++) {
                        check(close(clients[i]));
                    }
                },
                () -> {
                    for (int i = 0; i < BATCH; i++) {
                        check(close(servers[i]));
                    }
                }
            };
            assertAllocatesNothing(BATCHES, () -> {
                for (Loop batch : batches) {
                    batch.turn();
                }
            });
        }
    }

    @Test
    void callsThatFail() throws Exception {
        byte[] buf = new byte[16];
        assertAllocatesNothing(() -> {
            assertEquals(-1, recv(-1, buf, buf.length, 0));
            assertEquals(Errno.EBADF, Errno.errno());
        });
    }

    /** The bytes of direct buffers. */
    private static long direct() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct")).findFirst().orElseThrow().getMemoryUsed();
    }

    @Test
    void aLargeCopyIsNotKept() throws Exception {
        int large = 64 << 20;
        int slack = 1 << 20;
        try (Sockets s = new Sockets()) {
            int sink = s.file(Path.of("/dev/null"), O_WRONLY);
            byte[] buf = new byte[large];
            check(write(sink, buf, 1));
            long before = direct();
            assertEquals(large, check(write(sink, buf, large)));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            while (direct() > before + slack) {
                assertTrue(System.nanoTime() - end < 0, direct() - before + " bytes more than before");
                System.gc();
            }
        }
    }

    @Test
    void manyThreadsShareTheMemoryForLargerArrays() throws Exception {
        long before = direct();
        int size = 64 * 1024;
        int threads = 200;
        try (Sockets s = new Sockets()) {
            int sink = s.file(Path.of("/dev/null"), O_WRONLY);
            for (int i = 0; i < threads; i++) {
                Thread thread = new Thread(() -> write(sink, new byte[size], size));
                thread.start();
                thread.join();
            }
        }
        long bytes = direct() - before;
        assertTrue(bytes < threads * size / 10, bytes + " bytes for " + threads + " threads, one after the other");
    }
}
