package libc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static libc.Assert.assertFails;
import static libc.Errno.EAGAIN;
import static libc.Errno.EBADF;
import static libc.Errno.EPIPE;
import static libc.Errno.check;
import static libc.Fcntl.F_GETFD;
import static libc.Fcntl.O_RDONLY;
import static libc.Fcntl.O_RDWR;
import static libc.Fcntl.fcntl;
import static libc.ProcessPeer.LIMIT;
import static libc.Unistd.dup;
import static libc.Unistd.gettid;
import static libc.Unistd.pipe2;
import static libc.sys.Socket.*;
import static libc.sys.Stat.fstat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import libc.nio.DescriptorChannel;
import libc.sys.Stat.stat;
import libc.sys.Un.sockaddr_un;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A descriptor as a channel and as streams. */
@Timeout(value = 2 * LIMIT, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DescriptorChannelIT {

    private static final byte[] OURS = random(300_001);
    private static final byte[] THEIRS = random(400_003);
    private static final int IOV_MAX = 1024;
    private static final int CHUNK = 1000;

    @TempDir
    private Path dir;

    private Sockets s;

    @BeforeEach
    void setUp() {
        Sockets.assertBackend();
        s = new Sockets();
    }

    @AfterEach
    void tearDown() throws Exception {
        s.close();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** A channel of one end of a stream, whose other end is the caller's. */
    private static DescriptorChannel[] pair(int type) throws IOException {
        int[] sv = new int[2];
        check(socketpair(AF_UNIX, type, 0, sv));
        return new DescriptorChannel[] {DescriptorChannel.of(sv[0]), DescriptorChannel.of(sv[1])};
    }

    private static DescriptorChannel[] pipe(int flags) throws IOException {
        int[] ends = new int[2];
        check(pipe2(ends, flags));
        return new DescriptorChannel[] {DescriptorChannel.of(ends[0]), DescriptorChannel.of(ends[1])};
    }

    private static boolean isOpen(int fd) {
        return fcntl(fd, F_GETFD) != -1;
    }

    /** Whether a number is of this file; one that is free the JVM may use for a file of its own meanwhile. */
    private static boolean isOpen(int fd, stat file) {
        stat now = new stat();
        return fstat(fd, now) == 0 && now.st_dev == file.st_dev && now.st_ino == file.st_ino;
    }

    // Peers

    static Stream<Arguments> peers() {
        return Stream.of(ChannelPeer.JDK, ProcessPeer.NC).flatMap(peer -> Stream.of(Place.Kind.INET, Place.Kind.PATH)
                .flatMap(kind -> Stream.of(true, false).map(streams -> Arguments.of(peer, kind, streams))));
    }

    @ParameterizedTest
    @MethodSource("peers")
    void carries_data_and_ends_both_ways(Peer peer, Place.Kind kind, boolean streams) throws Exception {
        int listener = listener(kind);
        try (Peer.Connection theirs = peer.connect(kind == Place.Kind.INET ? Place.loopback(0) : Place.UNNAMED,
                Place.own(listener)); DescriptorChannel ours = DescriptorChannel.of(check(accept(listener, null, null)))) {
            FutureTask<Void> other = new FutureTask<>(() -> {
                assertArrayEquals(OURS, theirs.in().readNBytes(OURS.length));
                theirs.out().write(THEIRS);
                theirs.out().flush();
                theirs.shutdownOutput();
                assertEquals(-1, theirs.in().read(), "the end of ours");
                theirs.end();
                return null;
            });
            new Thread(other).start();
            if (streams) {
                ours.output().write(OURS);
                assertArrayEquals(THEIRS, ours.input().readAllBytes());
            } else {
                writeAll(ours, ByteBuffer.wrap(OURS));
                assertArrayEquals(THEIRS, readAll(ours));
            }
            check(shutdown(ours.fd(), SHUT_WR));
            other.get(LIMIT, SECONDS);
        }
    }

    @Test
    void answers_curl() throws Exception {
        Needs.tool("curl");
        int listener = listener(Place.Kind.INET);
        Path request = Files.write(dir.resolve("request"), THEIRS);
        FutureTask<String> curl = new FutureTask<>(() -> Needs.run(dir, "curl", "--silent", "--show-error", "--noproxy", "*",
                "--max-time", Integer.toString(LIMIT), "--data-binary", "@" + request, "--output", "response",
                "http://127.0.0.1:" + Place.own(listener).port() + "/"));
        new Thread(curl).start();
        try (DescriptorChannel channel = DescriptorChannel.of(check(accept(listener, null, null)))) {
            InputStream in = channel.input();
            StringBuilder header = new StringBuilder();
            while (header.indexOf("\r\n\r\n") < 0) {
                header.append((char) in.read());
            }
            assertTrue(header.indexOf("POST / ") == 0, header::toString);
            assertArrayEquals(THEIRS, in.readNBytes(THEIRS.length));
            OutputStream out = channel.output();
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + OURS.length + "\r\n\r\n").getBytes(US_ASCII));
            out.write(OURS);
            assertEquals(-1, in.read(), "curl closes");
        }
        assertEquals("", curl.get());
        assertArrayEquals(OURS, Files.readAllBytes(dir.resolve("response")));
    }

    private int listener(Place.Kind kind) throws IOException {
        Place place = kind == Place.Kind.INET ? Place.loopback(0) : new Place(kind, dir.resolve("s").toString(), 0);
        int fd = s.open(kind == Place.Kind.INET ? AF_INET : AF_UNIX, SOCK_STREAM);
        check(bind(fd, place.address(), place.length()));
        check(listen(fd, 1));
        return fd;
    }

    private static void writeAll(WritableByteChannel channel, ByteBuffer data) throws IOException {
        while (data.hasRemaining()) {
            assertTrue(channel.write(data) > 0);
        }
    }

    private static byte[] readAll(DescriptorChannel channel) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer some = ByteBuffer.allocate(10_007);
        while (channel.read(some) != -1) {
            all.write(some.array(), 0, some.position());
            some.clear();
        }
        return all.toByteArray();
    }

    // Buffers

    @Test
    void buffers_of_every_kind_keep_to_their_position_and_limit() throws Exception {
        DescriptorChannel[] pair = pair(SOCK_STREAM);
        try (DescriptorChannel a = pair[0]; DescriptorChannel b = pair[1]) {
            ByteBuffer direct = ByteBuffer.allocateDirect(4).put(0, "-bc-".getBytes(US_ASCII));
            for (ByteBuffer src : List.of(ByteBuffer.wrap("-bc-".getBytes(US_ASCII)), direct, direct.asReadOnlyBuffer(),
                    ByteBuffer.wrap("-bc-".getBytes(US_ASCII)).asReadOnlyBuffer(),
                    ByteBuffer.wrap("--bc-".getBytes(US_ASCII)).position(1).slice())) {
                assertEquals(2, a.write(src.position(1).limit(3)));
                assertEquals(3, src.position());
                ByteBuffer dst = src.isDirect() ? ByteBuffer.allocateDirect(4) : ByteBuffer.allocate(4);
                assertEquals(2, b.read(dst.position(1)));
                assertEquals(3, dst.position());
                assertEquals("bc", "" + (char) dst.get(1) + (char) dst.get(2));
            }
        }
    }

    /** Buffers of one byte, of every kind in turn and every third empty, behind more empty ones than a call takes. */
    private static ByteBuffer[] buffers(byte[] bytes, boolean toRead) {
        return IntStream.range(0, bytes.length).mapToObj(i -> {
            ByteBuffer buffer = i % 2 == 0 ? ByteBuffer.allocate(1) : ByteBuffer.allocateDirect(1);
            buffer.put(0, bytes[i]).limit(i <= IOV_MAX || i % 3 == 0 ? 0 : 1);
            return toRead && i % 5 < 2 ? buffer.asReadOnlyBuffer() : buffer;
        }).toArray(ByteBuffer[]::new);
    }

    private static byte[] passed(ByteBuffer[] buffers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (ByteBuffer buffer : buffers) {
            assertFalse(buffer.hasRemaining());
            if (buffer.limit() > 0) {
                bytes.write(buffer.get(0));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void more_buffers_than_one_call_takes() throws Exception {
        DescriptorChannel[] pair = pair(SOCK_STREAM);
        try (DescriptorChannel a = pair[0]; DescriptorChannel b = pair[1]) {
            ByteBuffer[] srcs = buffers(random(4 * IOV_MAX), true);
            ByteBuffer[] dsts = buffers(new byte[srcs.length], false);
            assertEquals(IOV_MAX, a.write(srcs));
            assertEquals(IOV_MAX - 1, a.write(srcs));
            assertEquals(0, a.write(srcs));
            assertEquals(IOV_MAX, b.read(dsts));
            assertEquals(IOV_MAX - 1, b.read(dsts));
            assertEquals(0, b.read(dsts));
            assertArrayEquals(passed(srcs), passed(dsts));
            assertEquals(2 * IOV_MAX - 1, passed(dsts).length);
        }
    }

    @Test
    void a_part_of_the_buffers() throws Exception {
        DescriptorChannel[] pair = pair(SOCK_STREAM);
        try (DescriptorChannel a = pair[0]; DescriptorChannel b = pair[1]) {
            ByteBuffer[] srcs = Stream.of("ab", "cd", "ef").map(text -> ByteBuffer.wrap(text.getBytes(US_ASCII)))
                    .toArray(ByteBuffer[]::new);
            assertEquals(4, a.write(srcs, 1, 2));
            ByteBuffer[] dsts = {ByteBuffer.allocate(9), ByteBuffer.allocateDirect(3), ByteBuffer.allocate(9)};
            assertEquals(4, b.read(dsts, 1, 2));
            assertEquals("0 3 1", dsts[0].position() + " " + dsts[1].position() + " " + dsts[2].position());
            assertEquals('f', dsts[2].get(0));
            assertThrows(IndexOutOfBoundsException.class, () -> a.write(srcs, 2, 2));
            assertThrows(IndexOutOfBoundsException.class, () -> b.read(dsts, -1, 2));
        }
    }

    @Test
    void a_read_only_buffer_cannot_be_read_into() throws Exception {
        try (DescriptorChannel channel = DescriptorChannel.of(check(Fcntl.open("/dev/zero", O_RDONLY)))) {
            ByteBuffer readOnly = ByteBuffer.allocateDirect(1).asReadOnlyBuffer();
            assertThrows(IllegalArgumentException.class, () -> channel.read(readOnly));
            assertThrows(IllegalArgumentException.class,
                    () -> channel.read(new ByteBuffer[] {ByteBuffer.allocate(1), readOnly}));
            assertThrows(NullPointerException.class, () -> channel.read((ByteBuffer) null));
            assertThrows(NullPointerException.class, () -> channel.write((ByteBuffer) null));
        }
    }

    // What a result is as a channel tells it

    @Test
    void an_end_is_minus_one_and_an_empty_datagram_is_not() throws Exception {
        for (DescriptorChannel[] pair : List.of(pair(SOCK_STREAM), pair(SOCK_SEQPACKET), pipe(0))) {
            try (DescriptorChannel in = pair[0]) {
                pair[1].close();
                assertEquals(0, in.read(ByteBuffer.allocate(0)));
                assertEquals(0, in.read(new ByteBuffer[] {ByteBuffer.allocate(0)}));
                assertEquals(-1, in.read(ByteBuffer.allocate(1)));
                assertEquals(-1, in.read(new ByteBuffer[] {ByteBuffer.allocate(0), ByteBuffer.allocate(1)}));
                assertEquals(-1, in.input().read());
            }
        }
        try (DescriptorChannel empty = DescriptorChannel.of(check(Fcntl.open("/dev/null", O_RDWR)))) {
            assertEquals(-1, empty.read(ByteBuffer.allocateDirect(1)));
        }
        DescriptorChannel[] pair = pair(SOCK_DGRAM);
        try (DescriptorChannel a = pair[0]; DescriptorChannel b = pair[1]) {
            assertEquals(0, a.write(ByteBuffer.allocate(0)));
            assertEquals(1, a.write(ByteBuffer.allocate(1)));
            ByteBuffer dst = ByteBuffer.allocate(2);
            assertEquals(0, b.read(dst));
            assertEquals(1, b.read(dst));
        }
    }

    @Test
    void what_would_block_is_zero_and_a_stream_says_so() throws Exception {
        DescriptorChannel[] pair = pair(SOCK_STREAM | SOCK_NONBLOCK);
        try (DescriptorChannel a = pair[0]; DescriptorChannel b = pair[1]) {
            ByteBuffer one = ByteBuffer.allocate(1);
            assertEquals(0, b.read(one));
            assertEquals(0, b.read(new ByteBuffer[] {one}));
            assertEquals("read: EAGAIN (Resource temporarily unavailable)",
                    assertThrows(ErrnoException.class, () -> b.input().read()).getMessage());
            ByteBuffer much = ByteBuffer.allocateDirect(1 << 24);
            long written = 0;
            for (int n; (n = a.write(much)) > 0; ) {
                written += n;
            }
            assertEquals(written, much.position());
            assertEquals(0, a.write(new ByteBuffer[] {one, much}));
            ErrnoException full = assertThrows(ErrnoException.class, () -> a.output().write(1));
            assertEquals("write " + EAGAIN, full.function() + " " + full.errno());
            assertEquals(1, b.read(one));
        }
    }

    @Test
    void an_error_is_an_ErrnoException() throws Exception {
        DescriptorChannel[] pair = pair(SOCK_STREAM);
        try (DescriptorChannel a = pair[0]) {
            pair[1].close();
            assertEquals(EPIPE, assertThrows(ErrnoException.class, () -> a.write(ByteBuffer.allocate(1))).errno());
            assertEquals(EPIPE, assertThrows(ErrnoException.class, () -> a.output().write(1)).errno());
            assertTrue(a.isOpen());
        }
        DescriptorChannel gone = pair(SOCK_STREAM)[0];
        check(Unistd.close(gone.fd()));
        assertEquals("readv: EBADF (Bad file descriptor)", assertThrows(ErrnoException.class,
                () -> gone.read(new ByteBuffer[] {ByteBuffer.allocate(1)})).getMessage());
        assertEquals(EBADF, assertThrows(ErrnoException.class, gone::close).errno());
        assertFalse(gone.isOpen());
        assertThrows(IllegalArgumentException.class, () -> DescriptorChannel.of(-1));
    }

    // Closing

    @Test
    void nothing_goes_through_a_closed_channel() throws Exception {
        DescriptorChannel channel = pair(SOCK_STREAM)[0];
        int fd = channel.fd();
        assertTrue(isOpen(fd));
        channel.input().close();
        assertFalse(isOpen(fd));
        assertFalse(channel.isOpen());
        assertEquals(-1, channel.fd());
        ByteBuffer[] buffers = {ByteBuffer.allocate(1)};
        assertThrows(ClosedChannelException.class, () -> channel.read(buffers[0]));
        assertThrows(ClosedChannelException.class, () -> channel.read(buffers));
        assertThrows(ClosedChannelException.class, () -> channel.write(buffers[0]));
        assertThrows(ClosedChannelException.class, () -> channel.write(buffers));
        assertThrows(ClosedChannelException.class, () -> channel.output().write(1));
        channel.close();
    }

    /** A second close(2) would hit what another thread has opened under the number since. */
    @Test
    void is_closed_once_however_many_close_it() throws Exception {
        int closers = 8;
        int original = s.open(AF_UNIX, SOCK_STREAM);
        CyclicBarrier barrier = new CyclicBarrier(closers);
        ExecutorService threads = Executors.newFixedThreadPool(closers);
        try {
            for (int round = 0; round < 300; round++) {
                DescriptorChannel channel = DescriptorChannel.of(check(dup(original)));
                Callable<Integer> closer = () -> {
                    barrier.await(LIMIT, SECONDS);
                    channel.close();
                    return check(dup(original));
                };
                List<Integer> duplicates = new ArrayList<>();
                for (Future<Integer> duplicate : threads.invokeAll(Collections.nCopies(closers, closer))) {
                    duplicates.add(duplicate.get());
                }
                for (int duplicate : duplicates) {
                    check(Unistd.close(duplicate)); // EBADF if a late close(2) took it
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Many calls under way while the channel is closed: each ends, and none of them touches what the number becomes. */
    @Test
    void no_call_reaches_another_file_under_the_number() throws Exception {
        int users = 4;
        CyclicBarrier barrier = new CyclicBarrier(users + 1);
        ExecutorService threads = Executors.newFixedThreadPool(users);
        int[] stranger = s.pair(SOCK_STREAM | SOCK_NONBLOCK);
        stat file = new stat();
        try {
            for (int round = 0; round < 300; round++) {
                DescriptorChannel channel = DescriptorChannel.of(check(Fcntl.open("/dev/null", O_RDWR)));
                List<Future<ClosedChannelException>> ends = IntStream.range(0, users).mapToObj(i -> threads.submit(() -> {
                    barrier.await(LIMIT, SECONDS);
                    return assertThrows(ClosedChannelException.class, () -> {
                        for (ByteBuffer one = ByteBuffer.allocate(1); ; one.clear()) {
                            channel.write(one);
                        }
                    });
                })).toList();
                int fd = channel.fd();
                check(fstat(fd, file));
                barrier.await(LIMIT, SECONDS);
                channel.close();
                int duplicate = check(dup(stranger[0])); // takes the number as soon as it is free
                for (Future<ClosedChannelException> end : ends) {
                    assertEquals(ClosedChannelException.class, end.get(LIMIT, SECONDS).getClass());
                }
                check(Unistd.close(duplicate));
                assertFalse(isOpen(fd, file));
            }
            try (DescriptorChannel other = DescriptorChannel.of(check(dup(stranger[1])))) {
                assertEquals(0, other.read(ByteBuffer.allocate(1)), "nothing came out of a stranger's socket");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_close_wakes_who_waits_for_a_socket() throws Exception {
        for (int type : new int[] {SOCK_STREAM, SOCK_SEQPACKET, SOCK_DGRAM}) {
            for (boolean writes : new boolean[] {false, true}) {
                DescriptorChannel[] pair = pair(type);
                int fd = pair[0].fd();
                ByteBuffer some = ByteBuffer.allocate(CHUNK);
                if (writes) {
                    fill(fd);
                }
                Future<Integer> waiting = waiting(fd, () -> writes ? pair[0].write(some) : pair[0].read(some));
                pair[0].close();
                ExecutionException woken = assertThrows(ExecutionException.class, () -> waiting.get(LIMIT, SECONDS));
                assertInstanceOf(AsynchronousCloseException.class, woken.getCause());
                assertFalse(isOpen(fd));
                pair[1].close();
            }
        }
    }

    /** Sends until there is no room for a chunk. */
    private static void fill(int fd) {
        int n;
        do {
            n = send(fd, new byte[CHUNK], CHUNK, MSG_DONTWAIT);
        } while (n > 0);
        assertFails(EAGAIN, n);
    }

    @Test
    void a_close_leaves_a_pipe_to_who_waits_for_it() throws Exception {
        DescriptorChannel[] pipe = pipe(0);
        int fd = pipe[0].fd();
        try (DescriptorChannel out = pipe[1]) {
            ByteBuffer dst = ByteBuffer.allocate(2);
            Future<Integer> waiting = waiting(fd, () -> pipe[0].read(dst));
            pipe[0].close();
            assertThrows(ClosedChannelException.class, () -> pipe[0].read(ByteBuffer.allocate(1)));
            assertTrue(isOpen(fd), "the number is not free yet");
            assertEquals(1, out.write(ByteBuffer.wrap(new byte[] {7})));
            assertEquals(1, waiting.get(LIMIT, SECONDS));
            assertEquals(7, dst.get(0));
            assertFalse(isOpen(fd));
            assertEquals(EPIPE, assertThrows(ErrnoException.class, () -> out.write(ByteBuffer.allocate(1))).errno());
        }
    }

    @Test
    void a_close_leaves_a_socket_to_who_waits_for_another_to_take_datagrams() throws Exception {
        int receiver = s.open(AF_UNIX, SOCK_DGRAM);
        sockaddr_un name = Sockets.un(dir.resolve("full"));
        check(bind(receiver, name, sizeof(name)));
        DescriptorChannel sender = DescriptorChannel.of(check(socket(AF_UNIX, SOCK_DGRAM, 0)));
        int fd = sender.fd();
        check(connect(fd, name, sizeof(name)));
        fill(fd);
        Future<Integer> waiting = waiting(fd, () -> sender.write(ByteBuffer.allocate(CHUNK)));
        sender.close();
        assertTrue(isOpen(fd), "the number is not free yet");
        check(recv(receiver, new byte[CHUNK], CHUNK, MSG_DONTWAIT));
        assertEquals(CHUNK, waiting.get(LIMIT, SECONDS));
        assertFalse(isOpen(fd));
    }

    /** What a thread answers, once it waits in a call on the descriptor. */
    private static <T> Future<T> waiting(int fd, Callable<T> call) throws Exception {
        CompletableFuture<Integer> tid = new CompletableFuture<>();
        FutureTask<T> task = new FutureTask<>(() -> {
            tid.complete(gettid());
            return call.call();
        });
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        Needs.untilItWaits(tid.get(LIMIT, SECONDS), fd);
        return task;
    }
}
