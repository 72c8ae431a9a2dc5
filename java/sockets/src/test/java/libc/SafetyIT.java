package libc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.EAGAIN;
import static libc.Errno.EFAULT;
import static libc.Errno.EINVAL;
import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.Fcntl.O_RDONLY;
import static libc.Fcntl.O_WRONLY;
import static libc.Poll.poll;
import static libc.Sockets.loopback;
import static libc.Spawn.*;
import static libc.Unistd.environ;
import static libc.Unistd.read;
import static libc.Unistd.unlink;
import static libc.Unistd.write;
import static libc.arpa.Inet.*;
import static libc.netinet.Tcp.*;
import static libc.sys.Socket.*;
import static libc.sys.Uio.readv;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import libc.Poll.pollfd;
import libc.internal.call.Native;
import libc.linux.Filter.sock_filter;
import libc.linux.Filter.sock_fprog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No argument whatsoever crashes the JVM or reaches memory that is not the caller's. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class SafetyIT {

    private static final byte[] HELLO = "hello".getBytes(UTF_8);
    private static final int SIZE = 64;
    private static final int INSTRUCTIONS = 20;
    private static final int FUZZ_SEED = 1;
    private static final int RACED = 1024;
    private static final int FUZZ_CALLS = 50_000;
    private static final int FUZZ_CALLS_GUARDED = 15_000;

    @TempDir
    Path dir;

    /** A function that receives, as it is called on an array and on a buffer. */
    private record Receiver(String name, OnArray array, OnBuffer buffer) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A function that sends, as it is called on an array and on a buffer. */
    private record Sender(String name, OnArray array, OnBuffer buffer) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface OnArray {
        int call(int fd, byte[] buf, int off, int len);
    }

    private interface OnBuffer {
        int call(int fd, ByteBuffer buf);
    }

    /** A call that is refused before the kernel sees it. */
    private record Refusal(String name, Class<? extends RuntimeException> thrown, Executable call) {
        @Override
        public String toString() {
            return name + ": " + thrown.getSimpleName();
        }
    }

    @BeforeAll
    static void runsOnTheExpectedBackend() {
        Sockets.assertBackend();
    }

    static List<Receiver> receivers() {
        return List.of(
                new Receiver("recv", (fd, b, off, len) -> recv(fd, b, off, len, 0), (fd, b) -> recv(fd, b, 0)),
                new Receiver("recvfrom", (fd, b, off, len) -> recvfrom(fd, b, off, len, 0, null, null),
                        (fd, b) -> recvfrom(fd, b, 0, new sockaddr_storage(), new int[] {SIZE})),
                new Receiver("read", (fd, b, off, len) -> read(fd, b, off, len), (fd, b) -> read(fd, b)));
    }

    static List<Sender> senders() {
        return List.of(
                new Sender("send", (fd, b, off, len) -> send(fd, b, off, len, 0), (fd, b) -> send(fd, b, 0)),
                new Sender("sendto", (fd, b, off, len) -> sendto(fd, b, off, len, 0, null, 0),
                        (fd, b) -> sendto(fd, b, 0, null, 0)),
                new Sender("write", (fd, b, off, len) -> write(fd, b, off, len), (fd, b) -> write(fd, b)));
    }

    /** Offsets and lengths that an array of {@link #SIZE} does not have. */
    private static List<int[]> beyond() {
        List<int[]> ranges = new ArrayList<>();
        int[] nasty = {Integer.MIN_VALUE, Integer.MIN_VALUE + 1, -SIZE, -1, 0, 1, SIZE - 1, SIZE, SIZE + 1, 1 << 30,
            Integer.MAX_VALUE - SIZE, Integer.MAX_VALUE - 1, Integer.MAX_VALUE};
        for (int off : nasty) {
            for (int len : nasty) {
                if (off < 0 || len < 0 || (long) off + len > SIZE) {
                    ranges.add(new int[] {off, len});
                }
            }
        }
        return ranges;
    }

    @ParameterizedTest
    @MethodSource("receivers")
    void receivesIntoAnArrayNoFurtherThanItIsTold(Receiver receiver) throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM | SOCK_NONBLOCK);
            Guarded guarded = Guarded.heap(SIZE);
            check(send(sv[1], "x".repeat(2 * SIZE), 2 * SIZE, 0));
            assertEquals(3, receiver.array.call(sv[0], guarded.array(), guarded.offset(), 3));
            guarded.assertUntouchedFrom(3);
            assertEquals(SIZE, receiver.array.call(sv[0], guarded.array(), guarded.offset(), SIZE));
            guarded.assertIntact();
            assertArrayEquals("x".repeat(SIZE).getBytes(UTF_8), guarded.bytes());
            assertEquals(0, receiver.array.call(sv[0], guarded.array(), guarded.array().length, 0));
            guarded.assertIntact();
        }
    }

    @ParameterizedTest
    @MethodSource("receivers")
    void refusesToReceiveBeyondAnArray(Receiver receiver) throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM | SOCK_NONBLOCK);
            check(send(sv[1], HELLO, HELLO.length, 0));
            byte[] array = new byte[SIZE];
            for (int[] range : beyond()) {
                assertThrows(IndexOutOfBoundsException.class,
                        () -> receiver.array.call(sv[0], array, range[0], range[1]), () -> Arrays.toString(range));
            }
            assertArrayEquals(new byte[SIZE], array);
            assertEquals(HELLO.length, receiver.array.call(sv[0], array, 0, SIZE), "nothing was taken from the queue");
        }
    }

    @ParameterizedTest
    @MethodSource("senders")
    void refusesToSendFromBeyondAnArray(Sender sender) throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM | SOCK_NONBLOCK);
            byte[] array = new byte[SIZE];
            for (int[] range : beyond()) {
                assertThrows(IndexOutOfBoundsException.class,
                        () -> sender.array.call(sv[0], array, range[0], range[1]), () -> Arrays.toString(range));
            }
            assertEquals(-1, recv(sv[1], array, SIZE, 0), "something was sent");
            assertEquals(EAGAIN, errno());
        }
    }

    @ParameterizedTest
    @MethodSource("senders")
    void sendsThePartOfAnArrayThatItIsTold(Sender sender) throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_DGRAM);
            assertEquals(3, sender.array.call(sv[0], HELLO, 1, 3));
            assertEquals(0, sender.array.call(sv[0], HELLO, 5, 0));
            byte[] got = new byte[SIZE];
            assertEquals(3, recv(sv[1], got, SIZE, 0));
            assertEquals("ell", new String(got, 0, 3, UTF_8));
            assertEquals(0, recv(sv[1], got, SIZE, 0));
        }
    }

    /** A region as every kind of buffer. */
    private static Stream<ByteBuffer> views(Guarded guarded) {
        return Stream.of(guarded.slice(), guarded.part()).flatMap(buffer ->
                Stream.of(buffer.duplicate().order(ByteOrder.BIG_ENDIAN),
                        buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN)));
    }

    @ParameterizedTest
    @MethodSource("receivers")
    void receivesIntoABufferFromItsPositionToItsLimit(Receiver receiver) throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM | SOCK_NONBLOCK);
            for (Supplier<Guarded> kind : List.<Supplier<Guarded>>of(() -> Guarded.direct(SIZE),
                    () -> Guarded.heap(SIZE))) {
                for (int i = 0; i < views(kind.get()).count(); i++) {
                    Guarded guarded = kind.get();
                    ByteBuffer buffer = views(guarded).toList().get(i);
                    ByteOrder order = buffer.order();
                    int position = buffer.position();
                    int limit = buffer.limit();
                    assertEquals(-1, receiver.buffer.call(sv[0], buffer));
                    assertEquals(position, buffer.position());
                    guarded.assertUntouchedFrom(0);

                    check(send(sv[1], HELLO, HELLO.length, 0));
                    assertEquals(HELLO.length, receiver.buffer.call(sv[0], buffer));
                    assertEquals(position + HELLO.length, buffer.position());
                    guarded.assertUntouchedFrom(HELLO.length);
                    assertArrayEquals(HELLO, Arrays.copyOf(guarded.bytes(), HELLO.length));

                    check(send(sv[1], new byte[SIZE], SIZE, 0));
                    assertEquals(SIZE - HELLO.length, receiver.buffer.call(sv[0], buffer));
                    assertEquals(limit, buffer.position());
                    assertEquals(0, receiver.buffer.call(sv[0], buffer), "no room is left");
                    assertEquals(limit, buffer.limit());
                    assertEquals(order, buffer.order());
                    guarded.assertIntact();
                    assertEquals(HELLO.length, recv(sv[0], new byte[SIZE], SIZE, 0), "what found no room stays");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("senders")
    void sendsABufferFromItsPositionToItsLimit(Sender sender) throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_DGRAM | SOCK_NONBLOCK);
            for (ByteBuffer whole : List.of(ByteBuffer.allocateDirect(SIZE), ByteBuffer.allocate(SIZE),
                    ByteBuffer.allocate(2 * SIZE).slice(3, SIZE), ByteBuffer.allocateDirect(2 * SIZE).slice(3, SIZE))) {
                whole.put(10, HELLO).position(11).limit(14);
                for (ByteBuffer buffer : List.of(whole.duplicate(), whole.asReadOnlyBuffer(),
                        whole.duplicate().order(ByteOrder.LITTLE_ENDIAN))) {
                    assertEquals(3, sender.buffer.call(sv[0], buffer));
                    assertEquals(14, buffer.position());
                    assertEquals(14, buffer.limit());
                    byte[] got = new byte[SIZE];
                    assertEquals(3, recv(sv[1], got, SIZE, 0));
                    assertEquals("ell", new String(got, 0, 3, UTF_8));
                    buffer.position(11);
                    assertEquals(-1, sender.buffer.call(-1, buffer));
                    assertEquals(11, buffer.position(), "nothing was sent");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("receivers")
    void refusesToReceiveIntoAReadOnlyBuffer(Receiver receiver) throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM | SOCK_NONBLOCK);
            check(send(sv[1], HELLO, HELLO.length, 0));
            for (ByteBuffer buffer : List.of(ByteBuffer.allocate(SIZE), ByteBuffer.allocateDirect(SIZE))) {
                ByteBuffer readOnly = buffer.asReadOnlyBuffer();
                assertThrows(ReadOnlyBufferException.class, () -> receiver.buffer.call(sv[0], readOnly));
                assertEquals(0, readOnly.position());
                assertEquals(ByteBuffer.allocate(SIZE), buffer);
            }
            assertEquals(HELLO.length, recv(sv[0], new byte[SIZE], SIZE, 0), "nothing was taken from the queue");
        }
    }

    @Test
    void refusesToAnswerAnOptionIntoAReadOnlyBuffer() throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.open(AF_INET, SOCK_STREAM);
            for (ByteBuffer buffer : List.of(ByteBuffer.allocate(4), ByteBuffer.allocateDirect(4))) {
                assertThrows(ReadOnlyBufferException.class,
                        () -> getsockopt(fd, SOL_SOCKET, SO_TYPE, buffer.asReadOnlyBuffer()));
                check(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, buffer.asReadOnlyBuffer()));
            }
        }
    }

    @Test
    void aDatagramLongerThanItsRoomIsCut() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_DGRAM);
            byte[] datagram = new byte[2000];
            for (Guarded guarded : List.of(Guarded.direct(SIZE), Guarded.heap(SIZE))) {
                check(send(sv[1], datagram, datagram.length, 0));
                ByteBuffer buffer = guarded.part();
                int end = buffer.limit();
                assertEquals(datagram.length, recv(sv[0], buffer, MSG_TRUNC), "the whole length is told");
                assertEquals(end, buffer.position());
                guarded.assertIntact();
            }
            Guarded guarded = Guarded.heap(SIZE);
            check(send(sv[1], datagram, datagram.length, 0));
            assertEquals(datagram.length, recv(sv[0], guarded.array(), guarded.offset(), SIZE, MSG_TRUNC));
            guarded.assertIntact();
        }
    }

    /** tcp(7): MSG_TRUNC discards the bytes that it counts. None of them is written anywhere. */
    @Test
    void bytesThatTcpDiscardsAreNotMadeUp() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.tcp();
            for (Guarded guarded : List.of(Guarded.direct(SIZE), Guarded.heap(SIZE))) {
                check(send(sv[1], HELLO, HELLO.length, 0));
                assertEquals(HELLO.length, recv(sv[0], guarded.part(), MSG_TRUNC));
                guarded.assertUntouchedFrom(0);
            }
            Guarded guarded = Guarded.heap(SIZE);
            check(send(sv[1], HELLO, HELLO.length, 0));
            assertEquals(HELLO.length, recv(sv[0], guarded.array(), guarded.offset(), SIZE, MSG_TRUNC));
            guarded.assertUntouchedFrom(0);
            check(send(sv[1], HELLO, HELLO.length, 0));
            assertEquals(HELLO.length,
                    recvfrom(sv[0], guarded.array(), guarded.offset(), SIZE, MSG_TRUNC, null, null));
            guarded.assertUntouchedFrom(0);
        }
    }

    static List<Refusal> refusals() {
        byte[] bytes = new byte[SIZE];
        int[] ints = new int[2];
        long[] longs = new long[2];
        int[] none = {};
        linger linger = new linger();
        sockaddr_in addr = loopback(0);
        pollfd[] fds = pollfd.array(2);
        List<Refusal> refusals = new ArrayList<>();
        for (int beyond : new int[] {Integer.MIN_VALUE, -1, SIZE + 1, Integer.MAX_VALUE}) {
            refusals.addAll(List.of(
                    bounds("recv of " + beyond, () -> recv(-1, bytes, beyond, 0)),
                    bounds("recvfrom of " + beyond, () -> recvfrom(-1, bytes, beyond, 0, addr, new int[] {16})),
                    bounds("send of " + beyond, () -> send(-1, bytes, beyond, 0)),
                    bounds("send of a String, of " + beyond, () -> send(-1, "x", beyond, 0)),
                    bounds("sendto of " + beyond, () -> sendto(-1, bytes, beyond, 0, addr, 16)),
                    bounds("sendto of a String, of " + beyond, () -> sendto(-1, "x", beyond, 0, addr, 16)),
                    bounds("read of " + beyond, () -> read(-1, bytes, beyond)),
                    bounds("read of ints, of " + beyond, () -> read(-1, ints, beyond)),
                    bounds("read of longs, of " + beyond, () -> read(-1, longs, beyond)),
                    bounds("read of a struct, of " + beyond, () -> read(-1, linger, beyond)),
                    bounds("write of " + beyond, () -> write(-1, bytes, beyond)),
                    bounds("write of ints, of " + beyond, () -> write(-1, ints, beyond)),
                    bounds("write of longs, of " + beyond, () -> write(-1, longs, beyond)),
                    bounds("write of a struct, of " + beyond, () -> write(-1, linger, beyond)),
                    bounds("write of a String, of " + beyond, () -> write(-1, "x", beyond)),
                    bounds("inet_ntop into " + beyond, () -> inet_ntop(AF_INET, bytes, bytes, beyond))));
        }
        for (int beyond : new int[] {17, SIZE, Integer.MAX_VALUE}) {
            int[] length = {beyond};
            refusals.addAll(List.of(
                    bounds("bind to an address of " + beyond, () -> bind(-1, addr, beyond)),
                    bounds("connect to an address of " + beyond, () -> connect(-1, addr, beyond)),
                    bounds("sendto to an address of " + beyond, () -> sendto(-1, bytes, 1, 0, addr, beyond)),
                    bounds("accept of an address of " + beyond, () -> accept(-1, addr, length)),
                    bounds("getsockname of an address of " + beyond, () -> getsockname(-1, addr, length)),
                    bounds("getpeername of an address of " + beyond, () -> getpeername(-1, addr, length)),
                    bounds("recvfrom of an address of " + beyond, () -> recvfrom(-1, bytes, 1, 0, addr, length)),
                    bounds("setsockopt of ints, of " + beyond, () -> setsockopt(-1, 0, 0, ints, beyond)),
                    bounds("setsockopt of an int, of " + beyond, () -> setsockopt(-1, 0, 0, 1, beyond)),
                    bounds("setsockopt of longs, of " + beyond, () -> setsockopt(-1, 0, 0, longs, beyond)),
                    bounds("setsockopt of bytes, of " + beyond, () -> setsockopt(-1, 0, 0, new byte[16], beyond)),
                    bounds("setsockopt of a String, of " + beyond, () -> setsockopt(-1, 0, 0, "reno", beyond)),
                    bounds("setsockopt of a struct, of " + beyond, () -> setsockopt(-1, 0, 0, linger, beyond)),
                    bounds("getsockopt of ints, of " + beyond, () -> getsockopt(-1, 0, 0, ints, length)),
                    bounds("getsockopt of longs, of " + beyond, () -> getsockopt(-1, 0, 0, longs, length)),
                    bounds("getsockopt of bytes, of " + beyond, () -> getsockopt(-1, 0, 0, new byte[16], length)),
                    bounds("getsockopt of a struct, of " + beyond, () -> getsockopt(-1, 0, 0, linger, length))));
        }
        refusals.addAll(List.of(
                bounds("accept without room for the length", () -> accept(-1, addr, none)),
                bounds("getsockname without room for the length", () -> getsockname(-1, addr, none)),
                bounds("getpeername without room for the length", () -> getpeername(-1, addr, none)),
                bounds("recvfrom without room for the length", () -> recvfrom(-1, bytes, 1, 0, addr, none)),
                bounds("getsockopt without room for the length", () -> getsockopt(-1, 0, 0, ints, none)),
                bounds("socketpair without room", () -> socketpair(AF_UNIX, SOCK_STREAM, 0, none)),
                bounds("socketpair with room for one", () -> socketpair(AF_UNIX, SOCK_STREAM, 0, new int[1])),
                bounds("waitpid without room", () -> libc.sys.Wait.waitpid(-1, none, 0)),
                bounds("posix_spawn without room for the pid",
                        () -> posix_spawn(none, "/bin/true", null, null, new String[] {"true"}, null)),
                bounds("inet_ntop of half an address", () -> inet_ntop(AF_INET6, new byte[8], bytes, SIZE)),
                bounds("inet_ntop of the other family's struct", () -> inet_ntop(AF_INET6, new in_addr(), bytes, SIZE)),
                bounds("inet_pton into half an address", () -> inet_pton(AF_INET6, "::1", new byte[8])),
                bounds("inet_pton into the other family's struct", () -> inet_pton(AF_INET6, "::1", new in_addr())),
                bounds("from before an array", () -> from(fds, -1)),
                bounds("from long before an array", () -> from(fds, Integer.MIN_VALUE)),
                bounds("from beyond an array", () -> from(fds, 3)),
                bounds("poll of more than there are", () -> poll(fds, fds.length + 1, 0)),
                bounds("poll of as many as can be said", () -> poll(fds, Integer.MAX_VALUE, 0)),
                bounds("an address of one's own, beyond its end",
                        () -> bind(-1, new Fuzz.LargeAddress(), sizeof(Fuzz.LargeAddress.class) + 1)),
                bounds("room for an address of one's own, beyond its end",
                        () -> getsockname(-1, new Fuzz.LargeAddress(), new int[] {sizeof(Fuzz.LargeAddress.class) + 1})),

                refused("unlink with a NUL", () -> unlink("a\0b")),
                refused("posix_spawn with a NUL in the path",
                        () -> posix_spawn(null, "/bin/true\0", null, null, new String[0], environ)),
                refused("posix_spawn with a NUL in argv",
                        () -> posix_spawn(null, "/bin/true", null, null, new String[] {"a\0b"}, environ)),
                refused("posix_spawn with a NUL in envp",
                        () -> posix_spawn(null, "/bin/true", null, null, new String[0], new String[] {"a\0b"})),
                refused("posix_spawn_file_actions_addopen with a NUL",
                        () -> posix_spawn_file_actions_addopen(new posix_spawn_file_actions_t(), 1, "a\0b", 0, 0)),
                refused("inet_addr with a NUL", () -> inet_addr("127.0.0.1\0")),
                refused("inet_network with a NUL", () -> inet_network("127\0")),
                refused("inet_aton with a NUL", () -> inet_aton("127.0.0.1\0", new in_addr())),
                refused("inet_pton with a NUL", () -> inet_pton(AF_INET, "127.0.0.1\0", bytes)),

                new Refusal("poll with an empty slot", NullPointerException.class, () -> poll(new pollfd[2], 2, 0)),
                new Refusal("inet_ntoa of null", NullPointerException.class, () -> inet_ntoa(null)),
                new Refusal("inet_lnaof of null", NullPointerException.class, () -> inet_lnaof(null)),
                new Refusal("inet_netof of null", NullPointerException.class, () -> inet_netof(null))));
        return refusals;
    }

    private static Refusal bounds(String name, Executable call) {
        return new Refusal(name, IndexOutOfBoundsException.class, call);
    }

    private static Refusal refused(String name, Executable call) {
        return new Refusal(name, IllegalArgumentException.class, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refuses(Refusal refusal) {
        assertThrows(refusal.thrown, refusal.call);
    }

    @Test
    void asMuchAsAnArrayHoldsIsNotRefused() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM);
            assertEquals(8, check(write(sv[0], new int[] {1, 2}, 8)));
            int[] ints = new int[2];
            assertEquals(8, check(read(sv[1], ints, 8)));
            assertArrayEquals(new int[] {1, 2}, ints);
            assertEquals(2, check(send(sv[0], "x", 2, 0)), "a String's NUL is its last byte");
            assertEquals(0, check(poll(new pollfd[2], 0, 0)), "an empty slot beyond nfds");
            assertEquals(0, check(poll(null, 0, 0)));
        }
    }

    @Test
    void aFailureLeavesAllThatItWouldHaveWritten() throws Exception {
        int[] sv = {7, 8};
        assertEquals(-1, socketpair(AF_INET, SOCK_STREAM, 0, sv));
        assertArrayEquals(new int[] {7, 8}, sv);
        int[] pid = {7};
        assertTrue(posix_spawn(pid, "/nonexistent", null, null, new String[] {"x"}, environ) > 0);
        assertEquals(7, pid[0]);
        sockaddr_in addr = loopback(7);
        int[] length = {16};
        assertEquals(-1, getsockname(-1, addr, length));
        assertEquals(loopback(7).toString(), addr.toString());
        assertEquals(16, length[0]);
        int[] value = {7};
        int[] size = {4};
        assertEquals(-1, getsockopt(-1, SOL_SOCKET, SO_TYPE, value, size));
        assertEquals(7, value[0]);
        assertEquals(4, size[0]);
        in_addr unread = new in_addr(7);
        assertEquals(0, inet_aton("none", unread));
        assertEquals(0, inet_pton(AF_INET, "none", unread));
        assertEquals(7, unread.s_addr);
    }

    /** A filter of {@link #INSTRUCTIONS}, all of which are BPF_RET | BPF_K of the whole packet. */
    private static ByteBuffer attached(int fd) throws ErrnoException {
        ByteBuffer program = ByteBuffer.allocate(INSTRUCTIONS * 8).order(ByteOrder.nativeOrder());
        sock_filter[] filter = sock_filter.array(INSTRUCTIONS);
        for (int i = 0; i < INSTRUCTIONS; i++) {
            filter[i].code = 0x06;
            filter[i].k = -1;
            filter[i].pack(program.position(i * 8));
        }
        sock_fprog fprog = new sock_fprog(INSTRUCTIONS, filter);
        check(setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, fprog, sizeof(fprog)));
        return program.rewind();
    }

    @Test
    void aFilterIsMeasuredInInstructions() throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.open(AF_INET, SOCK_DGRAM);
            ByteBuffer program = attached(fd);
            assertAnswersWithin(fd, SOL_SOCKET, SO_GET_FILTER, new byte[INSTRUCTIONS]);
            assertAnswersWithin(fd, SOL_SOCKET, SO_GET_FILTER, new byte[INSTRUCTIONS * 8]);
            byte[] answer = new byte[INSTRUCTIONS * 8];
            int[] len = {INSTRUCTIONS};
            check(getsockopt(fd, SOL_SOCKET, SO_GET_FILTER, answer, len));
            assertEquals(INSTRUCTIONS, len[0]);
            assertEquals(program, ByteBuffer.wrap(answer));
        }
    }

    /** A struct that makes optlen larger while it is copied. */
    public static final class Swelling extends Struct {

        private int[] optlen = new int[1];
        private long first;

        @Override
        protected void fields(Fields f) {
            optlen[0] = INSTRUCTIONS;
            first = f.int64("first", first);
        }
    }

    @Test
    void whatOptlenWasWhenTheRoomWasMadeIsWhatTheKernelIsTold() throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.open(AF_INET, SOCK_DGRAM);
            attached(fd);
            Swelling struct = new Swelling();
            assertEquals(8, sizeof(struct));
            struct.optlen = new int[] {1};
            assertEquals(-1, getsockopt(fd, SOL_SOCKET, SO_GET_FILTER, struct, struct.optlen));
            assertEquals(EINVAL, errno(), "there was room for one instruction");
        }
    }

    @Test
    void aListOfSourcesSaysItsLengthItself() throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.open(AF_INET, SOCK_DGRAM);
            int group = inet_addr("239.1.2.3");
            int self = htonl(INADDR_LOOPBACK);
            int sources = 8;
            for (int i = 1; i <= sources; i++) {
                int[] mreq = {group, self, inet_addr("127.0.0." + (i + 1))};
                check(setsockopt(fd, IPPROTO_IP, IP_ADD_SOURCE_MEMBERSHIP, mreq, sizeof(mreq)));
            }
            ByteBuffer ofIp = ByteBuffer.allocate(20).order(ByteOrder.nativeOrder());
            ofIp.putInt(0, group).putInt(4, self).putInt(8, 1).putInt(12, sources);
            assertAnswersWithin(fd, IPPROTO_IP, IP_MSFILTER, ofIp.array());

            ByteBuffer ofAny = ByteBuffer.allocate(144).order(ByteOrder.nativeOrder());
            ofAny.putInt(0, 1).putShort(8, (short) AF_INET).putInt(12, group).putInt(136, 1).putInt(140, sources);
            assertAnswersWithin(fd, IPPROTO_IP, MCAST_MSFILTER, ofAny.array());

            int[] all = new int[4 + sources];
            System.arraycopy(new int[] {group, self, 1, sources}, 0, all, 0, 4);
            check(getsockopt(fd, IPPROTO_IP, IP_MSFILTER, all, new int[] {sizeof(all)}));
            assertEquals(sources, all[3]);
            assertTrue(all[3 + sources] != 0, "the last source");
        }
    }

    @Test
    void whatTheKernelReadsLaterIsNoCopy() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.tcp();
            check(setsockopt(sv[0], SOL_SOCKET, SO_ZEROCOPY, 1));
            assertThrows(IllegalArgumentException.class, () -> send(sv[0], HELLO, HELLO.length, MSG_ZEROCOPY));
            assertThrows(IllegalArgumentException.class, () -> send(sv[0], "hello", 5, MSG_ZEROCOPY));
            assertThrows(IllegalArgumentException.class, () -> send(sv[0], ByteBuffer.wrap(HELLO), MSG_ZEROCOPY));
            ByteBuffer direct = ByteBuffer.allocateDirect(SIZE);
            assertEquals(SIZE, check(send(sv[0], direct, MSG_ZEROCOPY)));
            assertEquals(SIZE, check(recv(sv[1], new byte[SIZE], SIZE, MSG_WAITALL)));
        }
    }

    @Test
    void noNumberIsTakenForAnAddress() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.tcp();
            check(send(sv[1], HELLO, HELLO.length, 0));
            assertEquals(1, check(poll(new pollfd[] {new pollfd(sv[0], Poll.POLLIN, 0)}, 1, 10_000)));
            Guarded elsewhere = Guarded.direct(SIZE);
            long[] zerocopy = new long[8];
            zerocopy[3] = Native.lend(elsewhere.slice()).address(); // copybuf_address
            zerocopy[4] = SIZE; // copybuf_len
            int answer = getsockopt(sv[0], IPPROTO_TCP, TCP_ZEROCOPY_RECEIVE, zerocopy, new int[] {sizeof(zerocopy)});
            elsewhere.assertUntouchedFrom(0);
            assertEquals(-1, answer);
            assertEquals(EFAULT, errno());
        }
    }

    private static void assertAnswersWithin(int fd, int level, int option, byte[] in) {
        for (Guarded guarded : List.of(Guarded.direct(in.length), Guarded.heap(in.length))) {
            ByteBuffer buffer = guarded.part();
            buffer.duplicate().put(in);
            try {
                getsockopt(fd, level, option, buffer);
            } catch (IndexOutOfBoundsException refused) {
                assertEquals(guarded.part().position(), buffer.position(), "a refused call answers nothing");
            }
            guarded.assertIntact();
        }
    }

    @Test
    void aPositionThatAnotherThreadMovesDoesNoHarm() throws Exception {
        Guarded guarded = Guarded.direct(RACED);
        ByteBuffer buffer = guarded.slice();
        race(guarded, turn -> buffer.position(turn % 2 * RACED), fd -> recv(fd, buffer, 0));
    }

    @Test
    void aLengthThatAnotherThreadChangesDoesNoHarm() throws Exception {
        Guarded guarded = Guarded.direct(RACED);
        iovec[] iov = {new iovec(guarded.slice(), 1), new iovec(new byte[RACED], 1)};
        int refused = race(guarded, turn -> {
            iov[0].iov_len = 1 + turn % 2 * 2 * RACED;
            iov[1].iov_len = 1 + turn / 2 % 2 * 2 * RACED;
        }, fd -> {
            iov[0].iov_base = guarded.slice();
            readv(fd, iov, 2);
        });
        assertTrue(refused > 0, "longer ones are not there");
    }

    /** Receives into a region while another thread changes what says how long it is. Answers how often that was refused. */
    private static int race(Guarded guarded, IntConsumer change, IntConsumer receive) throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM | SOCK_NONBLOCK);
            byte[] data = new byte[2 * RACED];
            AtomicBoolean done = new AtomicBoolean();
            Thread other = new Thread(() -> {
                for (int turn = 0; !done.get(); turn = turn + 1 & Integer.MAX_VALUE) {
                    change.accept(turn);
                }
            });
            other.start();
            int calls = 50_000;
            int answered = 0;
            int refused = 0;
            try {
                for (int i = 0; i < calls; i++) {
                    send(sv[1], data, data.length, 0);
                    try {
                        receive.accept(sv[0]);
                        answered++;
                    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                        refused++;
                    }
                    guarded.assertIntact();
                }
            } finally {
                done.set(true);
                other.join();
            }
            assertEquals(calls, answered + refused);
            return refused;
        }
    }

    @Test
    void aStructThatIsNotAsLargeAsItWasMeasuredDoesNoHarm() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM | SOCK_NONBLOCK);
            int size = sizeof(Fuzz.Changing.class);
            int answered = 0;
            int refused = 0;
            for (int i = 0; i < 10_000; i++) {
                try {
                    write(sv[0], new Fuzz.Changing(), size);
                    read(sv[1], new Fuzz.Changing(), size);
                    answered++;
                } catch (IndexOutOfBoundsException e) {
                    refused++;
                }
            }
            assertEquals(10_000, answered + refused);
            assertTrue(refused > 0, "larger ones do not fit");
        }
    }

    /** Threads borrow memory for larger arrays from each other. */
    @Test
    void noThreadSeesTheDataOfAnother() throws Exception {
        int threads = 8;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try (Sockets s = new Sockets()) {
            List<Future<Boolean>> ends = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int[] sv = s.pair(SOCK_STREAM);
                byte own = (byte) t;
                ends.add(executor.submit((Callable<Boolean>) () -> {
                    Random random = new Random(own);
                    byte[] sent = new byte[70_000];
                    Arrays.fill(sent, own);
                    byte[] received = new byte[sent.length];
                    for (int i = 0; i < 3000; i++) {
                        int n = send(sv[0], sent, random.nextInt(sent.length), MSG_DONTWAIT);
                        int m = recv(sv[1], received, received.length, MSG_DONTWAIT);
                        for (int k = 0; k < m; k++) {
                            if (received[k] != own) {
                                fail("a byte of thread " + received[k] + " in thread " + own);
                            }
                        }
                        if (n == -1 && m == -1) {
                            assertEquals(EAGAIN, errno());
                        }
                    }
                    return true;
                }));
            }
            for (Future<Boolean> end : ends) {
                assertTrue(end.get());
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void arraysOfAnySizeAreCopied() throws Exception {
        try (Sockets s = new Sockets()) {
            int zero = s.file(Path.of("/dev/zero"), O_RDONLY);
            int sink = s.file(Path.of("/dev/null"), O_WRONLY);
            for (int size : new int[] {0, 1, 1023, 1024, 1025, 65_535, 65_536, 65_537, 64 << 20}) {
                byte[] array = new byte[size];
                Arrays.fill(array, (byte) 1);
                assertEquals(size, check(write(sink, array, size)));
                assertEquals(size, check(read(zero, array, size)));
                assertArrayEquals(new byte[size], array);
            }
        }
    }

    /** Everything, with arguments by chance, in a JVM whose crash is seen. */
    @Test
    void everyFunctionWithNastyArguments() throws Exception {
        fuzz(FUZZ_CALLS);
    }

    /** The same where C's memory ends at a page that nobody may touch. */
    @Test
    void everyFunctionBetweenGuards() throws Exception {
        fuzz(FUZZ_CALLS_GUARDED, "guarded");
    }

    private void fuzz(int calls, String... more) throws Exception {
        Path last = dir.resolve("last-call");
        List<String> command = Sockets.java(Fuzz.class, "" + FUZZ_SEED, "" + calls, last.toString());
        command.addAll(List.of(more));
        try {
            String output = Needs.run(dir, command.toArray(String[]::new));
            assertTrue(output.contains(Native.backend() + ": " + calls + " calls"), output);
        } catch (AssertionError e) {
            fail("the last call was " + (Files.exists(last) ? Files.readString(last) : "none"), e);
        }
    }
}
