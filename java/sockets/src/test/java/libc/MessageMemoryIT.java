package libc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static libc.Assert.assertFails;
import static libc.Errno.*;
import static libc.Fcntl.O_RDWR;
import static libc.arpa.Inet.htons;
import static libc.netinet.In.*;
import static libc.netinet.IpIcmp.ICMP_ECHO;
import static libc.sys.Uio.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import libc.netinet.IpIcmp.icmphdr;
import libc.nio.DescriptorChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What calls with pieces and messages leave in the caller's memory, of whatever kind: what C wrote and nothing else. */
@Timeout(60)
class MessageMemoryIT {

    private static final int IPPROTO_MPTCP = 262;
    private static final String SECRET = "password=".repeat(100);
    private static final int SIZE = 16;

    @TempDir
    Path dir;

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

    private static byte[] own(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) '.');
        return bytes;
    }

    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).clear();
    }

    private static String text(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.capacity()];
        buffer.duplicate().clear().get(bytes);
        return text(bytes);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static msghdr message(iovec... iov) {
        msghdr msg = new msghdr();
        msg.msg_iov = iov;
        msg.msg_iovlen = iov.length;
        return msg;
    }

    private static mmsghdr[] one(msghdr msg) {
        mmsghdr[] one = mmsghdr.array(1);
        one[0].msg_hdr.set(msg);
        return one;
    }

    private int[] stream(int protocol) throws Exception {
        int listener = socket(AF_INET, SOCK_STREAM, protocol);
        if (listener == -1 && (errno() == EPROTONOSUPPORT || errno() == ENOPROTOOPT)) {
            Needs.lacks("protocol " + protocol + " in the kernel");
        }
        s.keep(listener);
        sockaddr_in addr = Sockets.listening(listener, 1);
        int client = s.keep(socket(AF_INET, SOCK_STREAM, protocol));
        check(connect(client, addr, sizeof(addr)));
        return new int[] {client, s.keep(accept(listener, null, null))};
    }

    /** Sends and receives, so that memory which is used again holds what is nobody else's. */
    private void secret() throws Exception {
        int[] sv = s.pair(SOCK_DGRAM);
        byte[] there = new byte[SECRET.length() + 1];
        check(send(sv[0], SECRET, SECRET.length(), 0));
        check(recv(sv[1], there, SECRET.length(), 0));
        check(sendmsg(sv[0], message(new iovec(SECRET, SECRET.length())), 0));
        check(recvmsg(sv[1], message(new iovec(there, SECRET.length())), 0));
        s.closeNow(sv[0]);
        s.closeNow(sv[1]);
    }

    /** tcp(7): MSG_TRUNC discards the bytes that it counts. */
    @ParameterizedTest
    @ValueSource(ints = {IPPROTO_TCP, IPPROTO_MPTCP})
    void what_a_stream_discards_is_not_made_up(int protocol) throws Exception {
        int[] sv = stream(protocol);
        byte[] sent = "0123456789".repeat(10).getBytes(ISO_8859_1);
        for (int flags : new int[] {MSG_TRUNC, MSG_TRUNC | MSG_PEEK, MSG_TRUNC | MSG_WAITALL}) {
            for (boolean many : new boolean[] {false, true}) {
                byte[] array = own(SIZE);
                ByteBuffer heap = ByteBuffer.wrap(own(SIZE));
                ByteBuffer direct = direct(own(SIZE));
                in6_addr struct = new in6_addr();
                msghdr msg = message(new iovec(array, SIZE), new iovec(heap, SIZE), new iovec(direct, SIZE),
                        new iovec(struct, SIZE));
                check(send(sv[0], sent, 4 * SIZE, 0));
                secret();
                if (many) {
                    mmsghdr[] one = one(msg);
                    assertEquals(1, check(recvmmsg(sv[1], one, 1, flags, null)));
                    assertEquals(4 * SIZE, one[0].msg_len);
                } else {
                    assertEquals(4 * SIZE, check(recvmsg(sv[1], msg, flags)));
                }
                assertEquals(text(own(SIZE)), text(array));
                assertEquals(text(own(SIZE)), text(heap));
                assertEquals(text(own(SIZE)), text(direct));
                assertEquals(new in6_addr().toString(), struct.toString());
                if ((flags & MSG_PEEK) != 0) {
                    check(recv(sv[1], new byte[4 * SIZE], 4 * SIZE, MSG_WAITALL));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {IPPROTO_TCP, IPPROTO_MPTCP})
    void what_a_stream_discards_is_not_made_up_of_numbers(int protocol) throws Exception {
        int[] sv = stream(protocol);
        for (int flags : new int[] {MSG_TRUNC, MSG_TRUNC | MSG_PEEK}) {
            int[] ints = {1, 2};
            long[] longs = {3};
            in_addr[] structs = {new in_addr(4), new in_addr(5)};
            in_addr struct = new in_addr(6);
            List<Calls> calls = List.of(() -> recv(sv[1], ints, 8, flags), () -> recv(sv[1], longs, 8, flags),
                    () -> recv(sv[1], struct, 4, flags), () -> recvfrom(sv[1], ints, 8, flags, null, null),
                    () -> recvfrom(sv[1], longs, 8, flags, null, null),
                    () -> recvfrom(sv[1], struct, 4, flags, null, null),
                    () -> recvmsg(sv[1], message(new iovec(ints, 8), new iovec(longs, 8), new iovec(structs, 8)), flags));
            for (Calls call : calls) {
                check(send(sv[0], "x".repeat(24), 24, 0));
                secret();
                int n = check(call.result());
                int left = 24 - ((flags & MSG_PEEK) != 0 ? 0 : n);
                assertEquals(left, left == 0 ? 0 : check(recv(sv[1], new byte[24], left, MSG_WAITALL)));
            }
            assertEquals("[1, 2] [3] 4 5 6", Arrays.toString(ints) + " " + Arrays.toString(longs) + " "
                    + structs[0].s_addr + " " + structs[1].s_addr + " " + struct.s_addr);
        }
    }

    private interface Calls {
        int result() throws Exception;
    }

    /** Of an int, C writes 20 bytes and counts 24. */
    @Test
    void control_data_is_written_as_far_as_C_does() throws Exception {
        List<String> c = CProgram.run(dir, """
                #include <arpa/inet.h>
                #include <netinet/in.h>
                #include <stdio.h>
                #include <string.h>
                #include <sys/socket.h>

                int main(void)
                {
                    struct sockaddr_in addr = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
                    socklen_t len = sizeof(addr);
                    int fd = socket(AF_INET, SOCK_DGRAM, 0), on = 1;
                    bind(fd, (struct sockaddr *)&addr, len);
                    getsockname(fd, (struct sockaddr *)&addr, &len);
                    setsockopt(fd, IPPROTO_IP, IP_RECVTTL, &on, sizeof(on));
                    for (int room = 0; room <= 40; room++) {
                        sendto(fd, "x", 1, 0, (struct sockaddr *)&addr, len);
                        char byte, control[40];
                        memset(control, '.', sizeof(control));
                        struct iovec iov = {&byte, 1};
                        struct msghdr msg = {.msg_iov = &iov, .msg_iovlen = 1, .msg_control = control,
                                             .msg_controllen = room};
                        int n = (int)recvmsg(fd, &msg, 0);
                        printf("%d %zu %d", n, msg.msg_controllen, msg.msg_flags);
                        for (size_t i = 0; i < sizeof(control); i++)
                            printf(" %d", control[i]);
                        printf("\\n");
                    }
                    return 0;
                }
                """, new byte[0]).lines();
        int fd = s.open(AF_INET, SOCK_DGRAM);
        sockaddr_in addr = Sockets.bound(fd);
        check(setsockopt(fd, IPPROTO_IP, IP_RECVTTL, 1));
        for (boolean many : new boolean[] {false, true}) {
            List<String> java = new ArrayList<>();
            for (int room = 0; room <= 40; room++) {
                check(sendto(fd, "x", 1, 0, addr, sizeof(addr)));
                secret();
                msghdr msg = message(new iovec(new byte[1], 1));
                byte[] control = own(40);
                msg.msg_control = control;
                msg.msg_controllen = room;
                int n;
                if (many) {
                    mmsghdr[] one = one(msg);
                    check(recvmmsg(fd, one, 1, 0, null));
                    n = one[0].msg_len;
                    msg = one[0].msg_hdr;
                } else {
                    n = recvmsg(fd, msg, 0);
                }
                StringBuilder line = new StringBuilder(n + " " + msg.msg_controllen + " " + msg.msg_flags);
                for (byte b : control) {
                    line.append(' ').append(b);
                }
                java.add(line.toString());
            }
            assertEquals(c, java);
        }
    }

    /** How pieces are sent. */
    enum Sends {
        WRITEV, PWRITEV, PWRITEV2, SENDMSG, SENDMMSG;

        /** What arrives of pieces that are sent. */
        String sent(MessageMemoryIT test, iovec... iov) throws Exception {
            byte[] there = new byte[100];
            int n;
            if (this == PWRITEV || this == PWRITEV2) {
                int file = test.file("");
                n = check(this == PWRITEV ? pwritev(file, iov, iov.length, 0) : pwritev2(file, iov, iov.length, 0, 0));
                assertEquals(n, check(Unistd.read(file, there, 100)));
            } else {
                int[] sv = test.s.pair(SOCK_STREAM);
                if (this == SENDMMSG) {
                    mmsghdr[] one = one(message(iov));
                    assertEquals(1, check(sendmmsg(sv[0], one, 1, 0)));
                    n = one[0].msg_len;
                } else {
                    n = check(this == WRITEV ? writev(sv[0], iov, iov.length) : sendmsg(sv[0], message(iov), 0));
                }
                assertEquals(n, check(recv(sv[1], there, 100, MSG_DONTWAIT)));
            }
            return text(there).substring(0, n);
        }
    }

    /** How pieces are received. */
    enum Receives {
        READV, PREADV, PREADV2, RECVMSG, RECVMMSG;

        /** How much of {@code data} is received into pieces. */
        int received(MessageMemoryIT test, String data, iovec... iov) throws Exception {
            if (this == PREADV || this == PREADV2) {
                int file = test.file(data);
                return check(this == PREADV ? preadv(file, iov, iov.length, 0) : preadv2(file, iov, iov.length, 0, 0));
            }
            int[] sv = test.s.pair(SOCK_STREAM);
            check(send(sv[0], data, data.length(), 0));
            if (this == RECVMMSG) {
                mmsghdr[] one = one(message(iov));
                assertEquals(1, check(recvmmsg(sv[1], one, 1, 0, null)));
                return one[0].msg_len;
            }
            return check(this == READV ? readv(sv[1], iov, iov.length) : recvmsg(sv[1], message(iov), 0));
        }
    }

    private int file(String content) throws Exception {
        return s.file(Files.writeString(dir.resolve("file"), content), O_RDWR);
    }

    /** The same bytes in a heap buffer and a direct one, from 2 to 10 of 12. */
    private static List<ByteBuffer> buffers(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        return Stream.of(ByteBuffer.wrap(bytes), ByteBuffer.wrap(("#" + text).getBytes(ISO_8859_1), 1, 12).slice(),
                direct(bytes)).map(buffer -> buffer.position(2).limit(10)).toList();
    }

    /**
     * Each piece begins at the position that the buffer has when the call begins. Afterwards the position is behind the furthest
     * byte that one of them transferred, where a JDK channel leaves it too if all of both went out; after a part, a JDK channel
     * leaves it where the last piece ended, and one that reads into a heap buffer throws.
     */
    @ParameterizedTest
    @EnumSource
    void a_buffer_is_sent_twice(Sends sends) throws Exception {
        for (ByteBuffer b : buffers("__abcdefgh__")) {
            assertEquals("abcdefghabcdefgh", sends.sent(this, new iovec(b, 8), new iovec(b, 8)));
            assertEquals(10, b.position());
            b.position(2);
            assertEquals("abcdabcd", sends.sent(this, new iovec(b, 4), new iovec(b, 4)));
            assertEquals(6, b.position());
            b.position(2);
            assertEquals("abxabc", sends.sent(this, new iovec(b, 2), new iovec("x", 1), new iovec(b, 3)));
            assertEquals(5, b.position());
            b.position(2);
            ByteBuffer other = b.duplicate();
            assertEquals("abcabcd", sends.sent(this, new iovec(b, 3), new iovec(other, 4)));
            assertEquals(5, b.position());
            assertEquals(6, other.position());
            b.position(2);
            iovec twice = new iovec(b, 5);
            assertEquals("abcdeabcde", sends.sent(this, twice, twice));
            assertEquals(7, b.position());
        }
        byte[] array = "abc".getBytes(ISO_8859_1);
        assertEquals("abcab", sends.sent(this, new iovec(array, 3), new iovec(array, 2)));
        assertEquals("xx", sends.sent(this, new iovec("x", 1), new iovec("x", 1)));
    }

    /** What is received later is over what was received earlier, as in C. */
    @ParameterizedTest
    @EnumSource
    void a_buffer_is_filled_twice(Receives receives) throws Exception {
        for (int kind = 0; kind < buffers("............").size(); kind++) {
            assertFilled(receives, kind, "0123456789abcdef", "..89abcdef..", 10, 8, 8);
            assertFilled(receives, kind, "0123456789ab", "..89ab4567..", 10, 8, 8);
            assertFilled(receives, kind, "01234567", "..4567......", 6, 4, 4);
            assertFilled(receives, kind, "01234", "..234.......", 5, 2, 3);
            assertFilled(receives, kind, "0123", "..0123......", 6, 4, 4);
            assertFilled(receives, kind, "01", "..01........", 4, 4, 4);
        }
        byte[] array = own(4);
        assertEquals(6, receives.received(this, "012345", new iovec(array, 4), new iovec(array, 4)));
        assertEquals("4523", text(array));
        in_addr struct = new in_addr();
        assertEquals(6, receives.received(this, "012345", new iovec(struct, 4), new iovec(struct, 2)));
        assertEquals('4' | '5' << 8 | '2' << 16 | '3' << 24, struct.s_addr);
    }

    private void assertFilled(Receives receives, int kind, String data, String expected, int position, int first,
            int second) throws Exception {
        ByteBuffer b = buffers("............").get(kind);
        assertEquals(data.length(), receives.received(this, data, new iovec(b, first), new iovec(b, second)));
        assertEquals(expected, text(b), data);
        assertEquals(position, b.position(), data);
    }

    @Test
    void a_channel_takes_a_buffer_twice() throws Exception {
        int[] sv = s.pair(SOCK_STREAM);
        try (DescriptorChannel out = DescriptorChannel.of(check(Unistd.dup(sv[0])));
                DescriptorChannel in = DescriptorChannel.of(check(Unistd.dup(sv[1])))) {
            for (ByteBuffer b : buffers("__abcdefgh__")) {
                assertEquals(16, out.write(new ByteBuffer[] {b, b}));
                assertEquals(10, b.position());
                byte[] there = new byte[20];
                assertEquals(16, check(recv(sv[1], there, 20, 0)));
                assertEquals("abcdefghabcdefgh", text(there).substring(0, 16));
                check(send(sv[0], "0123456789AB", 12, 0));
                b.position(2);
                assertEquals(12, in.read(new ByteBuffer[] {b, b}));
                assertEquals("__89AB4567__", text(b));
                assertEquals(10, b.position());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbers_and_structs_are_sent_in_pieces(Sends sends) throws Exception {
        in_addr[] structs = {new in_addr(0x64636261), new in_addr(0x68676665)};
        assertEquals("abcdefghabcdefghabcdabcdefghString\0", sends.sent(this,
                new iovec(new int[] {0x64636261, 0x68676665}, 8), new iovec(new long[] {0x6867666564636261L}, 8),
                new iovec(structs[0], 4), new iovec(structs, 8), new iovec("String", 7)));
        assertEquals("abcdeababcabcdef", sends.sent(this, new iovec(new int[] {0x64636261, 0x68676665, 7}, 5),
                new iovec(new long[] {0x6867666564636261L, 7}, 2), new iovec(structs[0], 3), new iovec(structs, 6)));
        int[] same = {0x64636261};
        assertEquals("abcdabcd", sends.sent(this, new iovec(same, 4), new iovec(same, 4)));
    }

    @ParameterizedTest
    @EnumSource
    void numbers_and_structs_are_received_in_pieces(Receives receives) throws Exception {
        int[] ints = {-1, -1, -1};
        long[] longs = {-1, -1};
        in_addr[] structs = {new in_addr(-1), new in_addr(-1), new in_addr(-1)};
        in_addr struct = new in_addr(-1);
        assertEquals(21, receives.received(this, "abcdefghijklmnopqrstu", new iovec(ints, 6), new iovec(longs, 7),
                new iovec(structs, 6), new iovec(struct, 4)));
        assertArrayEquals(new int[] {0x64636261, 0xffff6665, -1}, ints);
        assertArrayEquals(new long[] {0xff6d6c6b6a696867L, -1}, longs);
        assertEquals("71706f6e ffff7372 ffffffff ffff7574", "%x %x %x %x".formatted(structs[0].s_addr, structs[1].s_addr,
                structs[2].s_addr, struct.s_addr));
    }

    static Stream<Arguments> whatIsNoMemory() {
        return Stream.of(1, 1L, 'x', new char[8], new short[4], new double[1], new Object(), new String[] {"x"},
                new Object[] {new in_addr()}, new byte[][] {{1}}, List.of()).map(base -> Arguments.of(base));
    }

    @ParameterizedTest
    @MethodSource("whatIsNoMemory")
    void what_is_no_memory_is_refused(Object base) throws Exception {
        int[] sv = s.pair(SOCK_STREAM | SOCK_NONBLOCK);
        iovec[] iov = {new iovec(new byte[1], 1), new iovec(base, 1)};
        for (Sends sends : Sends.values()) {
            assertThrows(IllegalArgumentException.class, () -> sends.sent(this, iov), sends::name);
        }
        for (Receives receives : Receives.values()) {
            assertThrows(IllegalArgumentException.class, () -> receives.received(this, "xx", iov), receives::name);
        }
        check(send(sv[0], "xx", 2, 0));
        assertThrows(IllegalArgumentException.class, () -> readv(sv[1], iov, 2));
        assertEquals(2, check(recv(sv[1], new byte[2], 2, 0)), "nothing was received");
    }

    @ParameterizedTest
    @EnumSource
    void a_String_is_not_received_into(Receives receives) {
        iovec[] iov = {new iovec(new byte[1], 1), new iovec("x", 1)};
        assertThrows(IllegalArgumentException.class, () -> receives.received(this, "xx", iov));
    }

    @ParameterizedTest
    @EnumSource
    void no_piece_is_longer_than_its_memory(Sends sends) {
        for (Object memory : new Object[] {new int[2], new long[1], new in_addr[] {new in_addr(), new in_addr()},
            new byte[8], ByteBuffer.allocate(8), ByteBuffer.allocateDirect(8), "1234567", new icmphdr()}) {
            for (int length : new int[] {9, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
                assertThrows(IndexOutOfBoundsException.class, () -> sends.sent(this, new iovec(memory, length)),
                        () -> memory.getClass() + " " + length);
            }
        }
    }

    /** How a ping is written. */
    @Test
    void a_struct_is_sent_and_received() throws Exception {
        int udp = s.open(AF_INET, SOCK_DGRAM);
        sockaddr_in addr = Sockets.bound(udp);
        icmphdr hdr = new icmphdr();
        hdr.type = ICMP_ECHO;
        hdr.checksum = htons(7);
        icmphdr there = new icmphdr();
        assertEquals(8, check(sendto(udp, hdr, sizeof(hdr), 0, addr, sizeof(addr))));
        sockaddr_in from = new sockaddr_in();
        int[] fromlen = {sizeof(from)};
        assertEquals(8, check(recvfrom(udp, there, sizeof(there), 0, from, fromlen)));
        assertEquals(hdr.toString(), there.toString());
        assertEquals(addr.toString(), from.toString());
        check(connect(udp, addr, sizeof(addr)));
        assertEquals(8, check(send(udp, hdr, sizeof(hdr), 0)));
        there = new icmphdr();
        assertEquals(8, check(recv(udp, there, sizeof(there), 0)));
        assertEquals(hdr.toString(), there.toString());
    }

    @Test
    void numbers_are_sent_and_received() throws Exception {
        int udp = s.open(AF_INET, SOCK_DGRAM);
        sockaddr_in addr = Sockets.bound(udp);
        check(connect(udp, addr, sizeof(addr)));
        sockaddr_in from = new sockaddr_in();
        int[] fromlen = {sizeof(from)};

        int[] ints = {-1, -1};
        assertEquals(6, check(sendto(udp, new int[] {1, 0x30002}, 6, 0, addr, sizeof(addr))));
        assertEquals(6, check(recvfrom(udp, ints, 8, 0, from, fromlen)));
        assertArrayEquals(new int[] {1, 0xffff0002}, ints);
        assertEquals(4, check(send(udp, new int[] {7}, 4, 0)));
        assertEquals(4, check(recv(udp, ints, 4, 0)));
        assertArrayEquals(new int[] {7, 0xffff0002}, ints);

        long[] longs = {-1, -1};
        assertEquals(9, check(sendto(udp, new long[] {1, 2}, 9, 0, addr, sizeof(addr))));
        assertEquals(9, check(recvfrom(udp, longs, 16, 0, from, fromlen)));
        assertArrayEquals(new long[] {1, 0xffffffffffffff02L}, longs);
        assertEquals(8, check(send(udp, new long[] {7}, 8, 0)));
        assertEquals(4, check(recv(udp, longs, 4, 0)), "cut");
        assertArrayEquals(new long[] {7, 0xffffffffffffff02L}, longs);

        in_addr struct = new in_addr(-1);
        assertEquals(2, check(send(udp, new int[] {0x10203}, 2, 0)));
        assertEquals(2, check(recv(udp, struct, 4, 0)));
        assertEquals(0xffff0203, struct.s_addr);

        assertFails(EFAULT, send(udp, (int[]) null, 4, 0));
        assertFails(EFAULT, sendto(udp, (long[]) null, 8, 0, addr, sizeof(addr)));
        assertFails(EFAULT, send(udp, (Struct) null, 8, 0));
        assertEquals(4, check(send(udp, new int[] {7}, 4, 0)));
        assertFails(EFAULT, recv(udp, (int[]) null, 4, 0));
        for (int length : new int[] {9, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
            assertThrows(IndexOutOfBoundsException.class, () -> send(udp, ints, length, 0));
            assertThrows(IndexOutOfBoundsException.class, () -> sendto(udp, new long[1], length, 0, addr, 16));
            assertThrows(IndexOutOfBoundsException.class, () -> send(udp, new icmphdr(), length, 0));
            assertThrows(IndexOutOfBoundsException.class, () -> recv(udp, ints, length, 0));
            assertThrows(IndexOutOfBoundsException.class, () -> recvfrom(udp, new long[1], length, 0, null, null));
            assertThrows(IndexOutOfBoundsException.class, () -> recv(udp, new icmphdr(), length, 0));
        }
    }
}
