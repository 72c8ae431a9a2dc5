package libc.java22;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.*;
import static libc.Unistd.close;
import static libc.Unistd.read;
import static libc.Unistd.write;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import libc.ErrnoException;
import libc.internal.call.Native;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Memory of arenas, which can be closed, or be another thread's. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ArenaIT {

    private static final byte[] HELLO = "hello".getBytes(UTF_8);
    private static final int SIZE = 64;

    private int[] sv;

    /** A function that takes a buffer. */
    private record Function(String name, boolean receives, OnBuffer call) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface OnBuffer {
        int call(int fd, ByteBuffer buf);
    }

    static List<Function> functions() {
        return List.of(
                new Function("recv", true, (fd, buf) -> recv(fd, buf, 0)),
                new Function("recvfrom", true, (fd, buf) -> recvfrom(fd, buf, 0, null, null)),
                new Function("read", true, (fd, buf) -> read(fd, buf)),
                new Function("getsockopt", true, (fd, buf) -> getsockopt(fd, SOL_SOCKET, SO_TYPE, buf)),
                new Function("send", false, (fd, buf) -> send(fd, buf, 0)),
                new Function("sendto", false, (fd, buf) -> sendto(fd, buf, 0, null, 0)),
                new Function("write", false, (fd, buf) -> write(fd, buf)),
                new Function("setsockopt", false, (fd, buf) -> setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, buf)));
    }

    @BeforeAll
    static void runsOnTheExpectedBackend() {
        assertEquals(System.getProperty("expected.backend"), Native.backend());
    }

    @BeforeEach
    void connect() throws ErrnoException {
        sv = new int[2];
        check(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, sv));
        check(send(sv[1], HELLO, HELLO.length, 0));
    }

    @AfterEach
    void disconnect() throws ErrnoException {
        check(close(sv[0]));
        check(close(sv[1]));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void memoryOfEachArenaIsReached(Function function) throws Exception {
        try (Arena confined = Arena.ofConfined(); Arena shared = Arena.ofShared()) {
            for (Arena arena : List.of(confined, shared, Arena.ofAuto(), Arena.global())) {
                MemorySegment segment = arena.allocate(2 * SIZE);
                segment.set(ValueLayout.JAVA_BYTE, SIZE / 2, (byte) 1);
                ByteBuffer buffer = segment.asSlice(SIZE / 2, SIZE).asByteBuffer();
                assertTrue(function.call.call(sv[0], buffer) >= 0);
                check(send(sv[1], HELLO, HELLO.length, 0));
            }
        }
    }

    @Test
    void whatIsReceivedIsInTheSegment() throws Exception {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment segment = arena.allocate(3 * SIZE).fill((byte) 0x5a);
            assertEquals(HELLO.length, check(recv(sv[0], segment.asSlice(SIZE, SIZE).asByteBuffer(), 0)));
            assertArrayEquals(HELLO, segment.asSlice(SIZE, HELLO.length).toArray(ValueLayout.JAVA_BYTE));
            for (int i = 0; i < segment.byteSize(); i++) {
                if (i < SIZE || i >= SIZE + HELLO.length) {
                    assertEquals(0x5a, segment.get(ValueLayout.JAVA_BYTE, i));
                }
            }
        }
        MemorySegment heap = MemorySegment.ofArray(new byte[SIZE]);
        check(send(sv[1], HELLO, HELLO.length, 0));
        assertEquals(HELLO.length, check(recv(sv[0], heap.asByteBuffer(), 0)));
        assertArrayEquals(HELLO, heap.asSlice(0, HELLO.length).toArray(ValueLayout.JAVA_BYTE));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aClosedArenaIsRefused(Function function) throws Exception {
        for (boolean shared : new boolean[] {false, true}) {
            Arena arena = shared ? Arena.ofShared() : Arena.ofConfined();
            ByteBuffer buffer = arena.allocate(SIZE).asByteBuffer();
            ByteBuffer used = arena.allocate(SIZE).asByteBuffer();
            check(send(sv[1], HELLO, HELLO.length, 0));
            assertTrue(function.call.call(sv[0], used) >= 0);
            empty(sv[0]);
            empty(sv[1]);
            check(send(sv[1], HELLO, HELLO.length, 0));
            used.clear();
            arena.close();
            // What was freed may be given to the next that asks for memory.
            try (Arena next = Arena.ofConfined()) {
                MemorySegment elsewhere = next.allocate(SIZE);
                assertThrows(IllegalStateException.class, () -> function.call.call(sv[0], buffer));
                assertThrows(IllegalStateException.class, () -> function.call.call(sv[0], used));
                assertArrayEquals(new byte[SIZE], elsewhere.toArray(ValueLayout.JAVA_BYTE));
            }
            assertNothingMoved();
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void anotherThreadsArenaIsRefused(Function function) throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment segment = arena.allocate(SIZE);
            ByteBuffer buffer = segment.asByteBuffer();
            ExecutorService executor = Executors.newSingleThreadExecutor();
            try {
                executor.submit(() -> assertThrows(WrongThreadException.class,
                        () -> function.call.call(sv[0], buffer))).get();
            } finally {
                executor.shutdownNow();
            }
            assertArrayEquals(new byte[SIZE], segment.toArray(ValueLayout.JAVA_BYTE));
            assertNothingMoved();
        }
    }

    private static int empty(int fd) {
        int bytes = 0;
        int n;
        while ((n = recv(fd, new byte[SIZE], SIZE, 0)) != -1) {
            bytes += n;
        }
        return bytes;
    }

    /** A refused call has neither taken anything from the queue nor sent anything. */
    private void assertNothingMoved() {
        assertEquals(HELLO.length, empty(sv[0]));
        assertEquals(0, empty(sv[1]));
    }

    /**
     * FFM holds the close off as long as the call runs. With jnr C writes to a copy, and what became of the buffer is
     * seen when the call ends.
     */
    @Test
    void anArenaThatIsClosedDuringACallIsNotWrittenTo() throws Exception {
        int[] blocking = new int[2];
        check(socketpair(AF_UNIX, SOCK_STREAM, 0, blocking));
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Arena arena = Arena.ofShared();
            ByteBuffer buffer = arena.allocate(SIZE).asByteBuffer();
            byte[] half = new byte[SIZE / 2];
            Arrays.fill(half, (byte) 'h');
            check(send(blocking[1], half, half.length, 0));
            Future<Integer> receiver = executor.submit(() -> recv(blocking[0], buffer, MSG_WAITALL));
            int left;
            do {
                left = recv(blocking[0], new byte[1], 1, MSG_PEEK | MSG_DONTWAIT);
            } while (left != -1); // until the receiver has taken the first half, and waits for the second

            if (Native.backend().equals("ffm")) {
                assertThrows(IllegalStateException.class, arena::close);
                check(send(blocking[1], half, half.length, 0));
                assertEquals(SIZE, receiver.get());
                assertEquals(SIZE, buffer.position());
                assertEquals('h', buffer.get(SIZE - 1));
                arena.close();
            } else {
                arena.close();
                try (Arena next = Arena.ofConfined()) {
                    MemorySegment elsewhere = next.allocate(SIZE);
                    check(send(blocking[1], half, half.length, 0));
                    assertInstanceOf(IllegalStateException.class,
                            assertThrows(ExecutionException.class, receiver::get).getCause());
                    assertArrayEquals(new byte[SIZE], elsewhere.toArray(ValueLayout.JAVA_BYTE));
                }
            }
        } finally {
            executor.shutdownNow();
            check(close(blocking[0]));
            check(close(blocking[1]));
        }
    }
}
