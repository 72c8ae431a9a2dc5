package libc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.ChannelPeer.JDK;
import static libc.ChannelPeer.JNR_UNIXSOCKET;
import static libc.ChannelPeer.JUNIXSOCKET;
import static libc.Errno.check;
import static libc.Place.Kind.ABSTRACT;
import static libc.Place.Kind.INET;
import static libc.Place.Kind.PATH;
import static libc.Place.Kind.UNNAMED;
import static libc.ProcessPeer.LIMIT;
import static libc.ProcessPeer.NC;
import static libc.ProcessPeer.PYTHON;
import static libc.ProcessPeer.SOCAT;
import static libc.Unistd.close;
import static libc.sys.Socket.AF_INET;
import static libc.sys.Socket.AF_UNIX;
import static libc.sys.Socket.MSG_NOSIGNAL;
import static libc.sys.Socket.SHUT_WR;
import static libc.sys.Socket.SOCK_DGRAM;
import static libc.sys.Socket.SOCK_STREAM;
import static libc.sys.Socket.SOL_SOCKET;
import static libc.sys.Socket.SO_RCVTIMEO;
import static libc.sys.Socket.SO_SNDTIMEO;
import static libc.sys.Socket.accept;
import static libc.sys.Socket.bind;
import static libc.sys.Socket.connect;
import static libc.sys.Socket.listen;
import static libc.sys.Socket.recv;
import static libc.sys.Socket.recvfrom;
import static libc.sys.Socket.send;
import static libc.sys.Socket.sendto;
import static libc.sys.Socket.setsockopt;
import static libc.sys.Socket.shutdown;
import static libc.sys.Socket.sizeof;
import static libc.sys.Socket.socket;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import libc.bits.Socket.sockaddr_storage;
import libc.sys.Types.timeval;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Our sockets with those of others at the other end, in both roles. */
@Timeout(value = 2 * LIMIT, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PeersIT {

    private static final byte[] OURS = random(300_001);
    private static final byte[] THEIRS = random(400_003);

    private final List<Integer> open = new ArrayList<>();
    private int names;

    @TempDir
    Path dir;

    @AfterEach
    void closeAll() {
        open.forEach(Unistd::close);
    }

    static Stream<Arguments> connecting() {
        return Stream.of(
                Arguments.of(JDK, UNNAMED, PATH), Arguments.of(JDK, PATH, PATH), Arguments.of(JDK, INET, INET),
                Arguments.of(JNR_UNIXSOCKET, UNNAMED, PATH), Arguments.of(JNR_UNIXSOCKET, PATH, ABSTRACT),
                Arguments.of(JUNIXSOCKET, UNNAMED, PATH), Arguments.of(JUNIXSOCKET, UNNAMED, ABSTRACT),
                Arguments.of(PYTHON, UNNAMED, PATH), Arguments.of(PYTHON, ABSTRACT, ABSTRACT),
                Arguments.of(PYTHON, INET, INET),
                Arguments.of(SOCAT, PATH, PATH), Arguments.of(SOCAT, UNNAMED, ABSTRACT),
                Arguments.of(SOCAT, INET, INET),
                Arguments.of(NC, UNNAMED, PATH), Arguments.of(NC, INET, INET));
    }

    @ParameterizedTest
    @MethodSource("connecting")
    void servesConnectionsOf(Peer peer, Place.Kind from, Place.Kind to) throws Exception {
        int listener = bound(SOCK_STREAM, fresh(to));
        check(listen(listener, 1));
        Place own = fresh(from);
        try (Peer.Connection theirs = peer.connect(own, Place.own(listener))) {
            sockaddr_storage address = new sockaddr_storage();
            int[] length = {sizeof(address)};
            int fd = opened(check(accept(listener, address, length)));
            assertFrom(own, Place.of(address, length[0]));
            assertFrom(own, Place.peer(fd));
            converse(fd, theirs);
        }
    }

    static Stream<Arguments> listening() {
        return Stream.of(
                Arguments.of(JDK, UNNAMED, PATH), Arguments.of(JDK, PATH, PATH), Arguments.of(JDK, INET, INET),
                Arguments.of(JNR_UNIXSOCKET, PATH, PATH), Arguments.of(JNR_UNIXSOCKET, ABSTRACT, ABSTRACT),
                Arguments.of(JUNIXSOCKET, PATH, PATH), Arguments.of(JUNIXSOCKET, ABSTRACT, ABSTRACT),
                Arguments.of(PYTHON, UNNAMED, PATH), Arguments.of(PYTHON, ABSTRACT, ABSTRACT),
                Arguments.of(PYTHON, INET, INET),
                Arguments.of(SOCAT, PATH, PATH), Arguments.of(SOCAT, UNNAMED, ABSTRACT),
                Arguments.of(SOCAT, INET, INET),
                Arguments.of(NC, UNNAMED, PATH), Arguments.of(NC, INET, INET));
    }

    @ParameterizedTest
    @MethodSource("listening")
    void connectsTo(Peer peer, Place.Kind from, Place.Kind to) throws Exception {
        try (Peer.Listener listener = peer.listen(fresh(to))) {
            int fd = from == UNNAMED ? unnamed(SOCK_STREAM, to) : bound(SOCK_STREAM, fresh(from));
            check(connect(fd, listener.place().address(), listener.place().length()));
            assertEquals(listener.place(), Place.peer(fd));
            try (Peer.Connection theirs = listener.accept(Place.own(fd))) {
                converse(fd, theirs);
            }
        }
    }

    static Stream<Arguments> datagrams() {
        return Stream.of(
                Arguments.of(JDK, INET), Arguments.of(JNR_UNIXSOCKET, PATH),
                Arguments.of(JUNIXSOCKET, PATH),
                Arguments.of(PYTHON, INET), Arguments.of(PYTHON, PATH), Arguments.of(PYTHON, ABSTRACT),
                Arguments.of(SOCAT, INET), Arguments.of(SOCAT, PATH), Arguments.of(SOCAT, ABSTRACT),
                Arguments.of(NC, INET), Arguments.of(NC, PATH));
    }

    @ParameterizedTest
    @MethodSource("datagrams")
    void answersDatagramsOf(Peer peer, Place.Kind kind) throws Exception {
        int fd = bound(SOCK_DGRAM, fresh(kind));
        try (Peer.Datagrams theirs = peer.sender(fresh(kind), Place.own(fd))) {
            for (int size : new int[] {1, 1400, 8000}) {
                theirs.send(Arrays.copyOf(THEIRS, size));
                Place from = assertReceives(fd, Arrays.copyOf(THEIRS, size), theirs.place());
                assertEquals(size + 1, check(sendto(fd, OURS, size + 1, 0, from.address(), from.length())));
                assertArrayEquals(Arrays.copyOf(OURS, size + 1), theirs.receive(size + 1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("datagrams")
    void sendsDatagramsTo(Peer peer, Place.Kind kind) throws Exception {
        int fd = bound(SOCK_DGRAM, fresh(kind));
        try (Peer.Datagrams theirs = peer.receiver(fresh(kind), Place.own(fd))) {
            Place to = theirs.place();
            assertEquals(1400, check(sendto(fd, OURS, 1400, 0, to.address(), to.length())));
            assertArrayEquals(Arrays.copyOf(OURS, 1400), theirs.receive(1400));
            theirs.send(Arrays.copyOf(THEIRS, 1500));
            assertReceives(fd, Arrays.copyOf(THEIRS, 1500), to);
        }
    }

    static Stream<Arguments> datagramsThatShowBoundaries() {
        return datagrams().filter(arguments -> !List.of(NC, SOCAT).contains(arguments.get()[0]));
    }

    @ParameterizedTest
    @MethodSource("datagramsThatShowBoundaries")
    void datagramsThatWaitStayApart(Peer peer, Place.Kind kind) throws Exception {
        int fd = bound(SOCK_DGRAM, fresh(kind));
        // Of an empty datagram, junixsocket does not tell where it came from.
        int[] sizes = peer == JUNIXSOCKET ? new int[] {2, 1400, 1} : new int[] {2, 0, 1400, 1};
        try (Peer.Datagrams theirs = peer.receiver(fresh(kind), Place.own(fd))) {
            for (int size : sizes) {
                assertEquals(size, check(sendto(fd, OURS, size, 0, theirs.place().address(), theirs.place().length())));
            }
            for (int size : sizes) {
                assertArrayEquals(Arrays.copyOf(OURS, size), theirs.receive(size));
            }
            for (int size : sizes) {
                theirs.send(Arrays.copyOf(THEIRS, size));
            }
            for (int size : sizes) {
                assertReceives(fd, Arrays.copyOf(THEIRS, size), theirs.place());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "UNNAMED", mode = EnumSource.Mode.EXCLUDE)
    void answersCurl(Place.Kind kind) throws Exception {
        Needs.tool("curl");
        int listener = bound(SOCK_STREAM, fresh(kind));
        check(listen(listener, 1));
        Place place = Place.own(listener);
        Path request = Files.write(dir.resolve("request"), THEIRS);
        Path response = dir.resolve("response");
        List<String> command = new ArrayList<>(List.of("curl", "--silent", "--show-error", "--noproxy", "*",
                "--max-time", Integer.toString(LIMIT), "--output", response.toString(),
                "--data-binary", "@" + request, "http://127.0.0.1:" + place.port() + "/path"));
        if (kind != INET) {
            Collections.addAll(command, kind == PATH ? "--unix-socket" : "--abstract-unix-socket", place.name());
        }
        File stderr = dir.resolve("stderr").toFile();
        Process curl = new ProcessBuilder(command).redirectError(stderr).start();
        try {
            int fd = opened(check(accept(listener, null, null)));
            byte[] header = receive(fd, "\r\n\r\n");
            assertTrue(new String(header, US_ASCII).startsWith("POST /path HTTP/1.1\r\n"));
            assertArrayEquals(THEIRS, receive(fd, THEIRS.length));
            sendAll(fd, ("HTTP/1.1 200 OK\r\nContent-Length: " + OURS.length + "\r\n\r\n").getBytes(US_ASCII));
            sendAll(fd, OURS);
            assertEquals(0, check(recv(fd, new byte[1], 1, 0)), "curl closes");
            assertTrue(curl.waitFor(LIMIT, TimeUnit.SECONDS));
            assertEquals(0, curl.exitValue(), Files.readString(stderr.toPath()));
            assertArrayEquals(OURS, Files.readAllBytes(response));
        } finally {
            curl.destroyForcibly();
        }
    }

    /** Ours first, then theirs, then the end of theirs, then the end of ours: an order that every tool keeps. */
    private void converse(int fd, Peer.Connection peer) {
        FutureTask<Void> theirs = new FutureTask<>(() -> {
            assertArrayEquals(OURS, peer.in().readNBytes(OURS.length));
            peer.out().write(THEIRS);
            peer.out().flush();
            peer.shutdownOutput();
            assertEquals(-1, peer.in().read(), "the end of ours");
            peer.end();
            return null;
        });
        Thread thread = new Thread(theirs);
        thread.setDaemon(true);
        thread.start();
        assertAll(
                () -> {
                    sendAll(fd, OURS);
                    assertArrayEquals(THEIRS, receive(fd, THEIRS.length));
                    assertEquals(0, check(recv(fd, new byte[1], 1, 0)), "the end of theirs");
                },
                () -> check(shutdown(fd, SHUT_WR)),
                () -> theirs.get(LIMIT, TimeUnit.SECONDS));
    }

    private static void sendAll(int fd, byte[] data) throws IOException {
        for (int sent = 0; sent < data.length; ) {
            sent += check(send(fd, data, sent, data.length - sent, MSG_NOSIGNAL));
        }
    }

    private static byte[] receive(int fd, int length) throws IOException {
        byte[] data = new byte[length];
        for (int received = 0; received < length; ) {
            int n = check(recv(fd, data, received, length - received, 0));
            assertTrue(n > 0, "the stream ended after " + received + " of " + length);
            received += n;
        }
        return data;
    }

    private static byte[] receive(int fd, String end) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        while (!data.toString(US_ASCII).endsWith(end)) {
            data.writeBytes(receive(fd, 1));
        }
        return data.toByteArray();
    }

    /** Receives one datagram, which is {@code expected}, and answers where it came from. */
    private static Place assertReceives(int fd, byte[] expected, Place place) throws IOException {
        byte[] data = new byte[0x10000];
        sockaddr_storage address = new sockaddr_storage();
        int[] length = {sizeof(address)};
        int n = check(recvfrom(fd, data, data.length, 0, address, length));
        assertArrayEquals(expected, Arrays.copyOf(data, n));
        Place from = Place.of(address, length[0]);
        assertFrom(place, from);
        return from;
    }

    /** A peer that leaves its port to the kernel is known by the rest. */
    private static void assertFrom(Place expected, Place place) {
        int port = expected.port() == 0 ? place.port() : expected.port();
        assertEquals(new Place(expected.kind(), expected.name(), port), place);
    }

    private int bound(int type, Place own) throws IOException {
        int fd = unnamed(type, own.kind());
        check(bind(fd, own.address(), own.length()));
        return fd;
    }

    /** A socket whose calls end, if only with EAGAIN. */
    private int unnamed(int type, Place.Kind kind) throws IOException {
        int fd = opened(check(socket(kind == INET ? AF_INET : AF_UNIX, type, 0)));
        timeval limit = new timeval(LIMIT, 0);
        check(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, limit, sizeof(limit)));
        check(setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, limit, sizeof(limit)));
        return fd;
    }

    private int opened(int fd) {
        open.add(fd);
        return fd;
    }

    private Place fresh(Place.Kind kind) {
        names++;
        return switch (kind) {
            case INET -> Place.loopback(0);
            case PATH -> new Place(kind, dir.resolve(names + ".sock").toString(), 0);
            case ABSTRACT -> new Place(kind, dir.getFileName() + "." + names, 0);
            case UNNAMED -> Place.UNNAMED;
        };
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
