package procfs;

import static libc.Errno.ENOENT;
import static libc.Errno.ENOBUFS;
import static libc.Errno.check;
import static libc.Unistd.close;
import static libc.arpa.Inet.htons;
import static libc.linux.InetDiag.*;
import static libc.linux.Netlink.NLMSG_ALIGN;
import static libc.linux.Netlink.NLMSG_DONE;
import static libc.linux.Netlink.NLMSG_ERROR;
import static libc.linux.Netlink.NLMSG_HDRLEN;
import static libc.linux.Netlink.NLMSG_NOOP;
import static libc.linux.Netlink.NLM_F_DUMP_INTR;
import static libc.linux.Netlink.NLM_F_MULTI;
import static libc.linux.SockDiag.SOCK_DIAG_BY_FAMILY;
import static libc.linux.UnixDiag.*;
import static libc.sys.Socket.AF_INET;
import static libc.sys.Socket.AF_UNIX;
import static libc.sys.Socket.MSG_DONTWAIT;
import static libc.sys.Socket.SHUT_WR;
import static libc.sys.Socket.SOCK_SEQPACKET;
import static libc.sys.Socket.SOCK_STREAM;
import static libc.sys.Socket.recv;
import static libc.sys.Socket.send;
import static libc.sys.Socket.shutdown;
import static libc.sys.Socket.socketpair;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import libc.ErrnoException;
import libc.Struct;
import libc.linux.Netlink.nlmsghdr;
import libc.netinet.Tcp.tcp_info;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What a kernel could answer, sane or not: the test is the kernel, at the other end of a socketpair. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SockDiagMessagesIT {

    private static final Query TCP4 = Query.ALL.family(AF_INET).details(Detail.values());
    private static final Query UNIX = Query.ALL.details(Detail.values());

    private final int[] sv = new int[2];
    private SockDiag diag;

    @BeforeEach
    void setUp() throws Exception {
        check(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, sv));
        diag = new SockDiag(sv[0]);
    }

    @AfterEach
    void tearDown() throws Exception {
        diag.close();
        check(close(sv[1]));
    }

    private static byte[] packed(Struct struct) {
        byte[] bytes = new byte[struct.size()];
        struct.pack(ByteBuffer.wrap(bytes));
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length).order(ByteOrder.nativeOrder());
        bytes.asIntBuffer().put(values);
        return bytes.array();
    }

    private static byte[] message(int type, int flags, int seq, byte[]... payload) {
        byte[] all = joined(payload);
        byte[] header = packed(new nlmsghdr(NLMSG_HDRLEN + all.length, type, flags, seq, 0));
        return joined(header, all, new byte[NLMSG_ALIGN(all.length) - all.length]);
    }

    private static byte[] row(int seq, byte[]... payload) {
        return message(SOCK_DIAG_BY_FAMILY, NLM_F_MULTI, seq, payload);
    }

    private static byte[] done(int seq) {
        return message(NLMSG_DONE, NLM_F_MULTI, seq, ints(0));
    }

    private static byte[] attribute(int type, byte... payload) {
        ByteBuffer bytes = ByteBuffer.allocate(NLMSG_ALIGN(4 + payload.length)).order(ByteOrder.nativeOrder());
        return bytes.putShort((short) (4 + payload.length)).putShort((short) type).put(payload).array();
    }

    private static byte[] tcp(int inode) {
        inet_diag_msg msg = new inet_diag_msg();
        msg.idiag_family = AF_INET;
        msg.idiag_state = State.TCP_LISTEN.value();
        msg.idiag_inode = inode;
        return packed(msg);
    }

    private static byte[] unix(int inode) {
        unix_diag_msg msg = new unix_diag_msg();
        msg.udiag_family = AF_UNIX;
        msg.udiag_type = SOCK_STREAM;
        msg.udiag_state = State.TCP_LISTEN.value();
        msg.udiag_ino = inode;
        return packed(msg);
    }

    private void answer(byte[]... messages) throws IOException {
        byte[] datagram = joined(messages);
        assertEquals(datagram.length, check(send(sv[1], datagram, datagram.length, 0)));
    }

    private List<Long> inodes(Kind kind, Query query) throws IOException {
        return diag.entries(kind, query).stream().map(SocketEntry::inode).toList();
    }

    private void refuses(String message, Kind kind, Query query) {
        IOException e = assertThrows(IOException.class, () -> diag.entries(kind, query));
        assertEquals(message + " from sock_diag", e.getMessage());
    }

    @Test
    void rowsOfSeveralDatagramsUntilDone() throws Exception {
        answer(row(1, tcp(11)), row(1, tcp(12)));
        answer(row(1, tcp(13)));
        answer(done(1));
        assertEquals(List.of(11L, 12L, 13L), inodes(Kind.TCP, TCP4));
    }

    @Test
    void doneMayStandBehindRows() throws Exception {
        answer(row(1, tcp(11)), message(NLMSG_NOOP, 0, 1), done(1));
        assertEquals(List.of(11L), inodes(Kind.TCP, TCP4));
    }

    @Test
    void whatIsOfAnotherRequestIsPassedOver() throws Exception {
        answer(row(7, tcp(10)), done(7), row(1, tcp(11)), done(0));
        answer(done(1));
        assertEquals(List.of(11L), inodes(Kind.TCP, TCP4));
    }

    @Test
    void doneSaysWhyItFailed() throws Exception {
        answer(message(NLMSG_DONE, NLM_F_MULTI, 1, ints(-ENOENT)));
        assertEquals(ENOENT, assertThrows(ErrnoException.class, () -> diag.entries(Kind.TCP, TCP4)).errno());
        answer(row(2, tcp(11)), done(2));
        assertEquals(List.of(11L), inodes(Kind.TCP, TCP4));
    }

    @Test
    void doneMaySayNothing() throws Exception {
        answer(row(1, tcp(11)), message(NLMSG_DONE, NLM_F_MULTI, 1));
        assertEquals(List.of(11L), inodes(Kind.TCP, TCP4));
    }

    @Test
    void errorHasItsNumber() throws Exception {
        answer(message(NLMSG_ERROR, 0, 1, ints(-ENOBUFS), new byte[NLMSG_HDRLEN]));
        ErrnoException e = assertThrows(ErrnoException.class, () -> diag.entries(Kind.TCP, TCP4));
        assertEquals("sock_diag: ENOBUFS (No buffer space available)", e.getMessage());
    }

    @Test
    void errorWithoutNumber() throws Exception {
        answer(message(NLMSG_ERROR, 0, 1));
        refuses("an error of 0 bytes", Kind.TCP, TCP4);
    }

    @Test
    void messageOfAnUnknownType() throws Exception {
        answer(message(99, 0, 1, tcp(11)), done(1));
        refuses("a message of type 99", Kind.TCP, TCP4);
    }

    @Test
    void messageLongerThanItsDatagram() throws Exception {
        byte[] cut = joined(packed(new nlmsghdr(NLMSG_HDRLEN + 100, SOCK_DIAG_BY_FAMILY, NLM_F_MULTI, 1, 0)), tcp(11));
        answer(cut);
        refuses("a message of 116 bytes in 88 bytes", Kind.TCP, TCP4);
    }

    @Test
    void messageShorterThanItsHeader() throws Exception {
        answer(packed(new nlmsghdr(8, SOCK_DIAG_BY_FAMILY, NLM_F_MULTI, 1, 0)));
        refuses("a message of 8 bytes in 16 bytes", Kind.TCP, TCP4);
    }

    @Test
    void messageOfANegativeLength() throws Exception {
        answer(packed(new nlmsghdr(-8, SOCK_DIAG_BY_FAMILY, NLM_F_MULTI, 1, 0)));
        refuses("a message of 4294967288 bytes in 16 bytes", Kind.TCP, TCP4);
    }

    @Test
    void datagramThatEndsInAHeader() throws Exception {
        answer(row(1, tcp(11)), new byte[7]);
        refuses("a message of 7 bytes in 7 bytes", Kind.TCP, TCP4);
    }

    @Test
    void socketThatIsNotWhole() throws Exception {
        answer(row(1, new byte[71]));
        refuses("a socket in 71 bytes", Kind.TCP, TCP4);
    }

    @Test
    void datagramLargerThanThereIsRoom() throws Exception {
        answer(new byte[40_000]);
        refuses("a datagram of 40000 bytes", Kind.TCP, TCP4);
        assertThrows(ClosedChannelException.class, () -> diag.entries(Kind.TCP, TCP4));
    }

    @Test
    void endOfTheConnection() throws Exception {
        check(shutdown(sv[1], SHUT_WR));
        refuses("a datagram of 0 bytes", Kind.TCP, TCP4);
    }

    @Test
    void attributeLongerThanItsMessage() throws Exception {
        byte[] attribute = attribute(INET_DIAG_TOS, (byte) 1);
        attribute[0] = 9;
        answer(row(1, tcp(11), attribute), done(1));
        refuses("an attribute of 9 bytes in 8", Kind.TCP, TCP4);
    }

    @Test
    void attributeShorterThanItsHeader() throws Exception {
        answer(row(1, tcp(11), new byte[] {3, 0, 1, 0}), done(1));
        refuses("an attribute of 3 bytes in 4", Kind.TCP, TCP4);
    }

    @Test
    void attributeTooShortForItsValue() throws Exception {
        answer(row(1, unix(11), attribute(UNIX_DIAG_PEER, (byte) 1)), done(1));
        refuses("attribute 2 in 1 bytes", Kind.UNIX, UNIX);
    }

    @Test
    void unknownNumbers() throws Exception {
        inet_diag_msg msg = new inet_diag_msg(ByteBuffer.wrap(tcp(11)));
        msg.idiag_state = 17;
        answer(row(1, packed(msg)), done(1));
        refuses("a socket in state 17", Kind.TCP, TCP4);
        msg.idiag_state = 1;
        msg.idiag_timer = 5;
        answer(row(2, packed(msg)), done(2));
        refuses("a socket with timer 5", Kind.TCP, TCP4);
        msg.idiag_timer = 0;
        msg.idiag_family = AF_UNIX;
        answer(row(3, packed(msg)), done(3));
        refuses("an Internet socket of family 1", Kind.TCP, TCP4);
    }

    /** What follows a damaged message is passed over, before the next request. */
    @Test
    void goesOnAfterADamagedMessage() throws Exception {
        answer(row(1, new byte[71]), row(1, tcp(11)));
        answer(done(1));
        refuses("a socket in 71 bytes", Kind.TCP, TCP4);
        answer(row(2, tcp(12)), done(2));
        assertEquals(List.of(12L), inodes(Kind.TCP, TCP4));
    }

    @Test
    void visitorMayEndAVisit() throws Exception {
        answer(row(1, tcp(11)), row(1, tcp(12)), done(1));
        Consumer<SockDiag.Row> impatient = row -> {
            throw new IllegalStateException("enough at " + row.inode());
        };
        assertEquals("enough at 11",
                assertThrows(IllegalStateException.class, () -> diag.visit(Kind.TCP, TCP4, impatient)).getMessage());
        answer(row(2, tcp(12)), done(2));
        assertEquals(List.of(12L), inodes(Kind.TCP, TCP4));
    }

    @Test
    void visitorMayNotVisit() throws Exception {
        answer(row(1, tcp(11)), done(1));
        Consumer<SockDiag.Row> nested = row -> assertThrows(IllegalStateException.class, () -> diag.entries(Kind.TCP, TCP4));
        diag.visit(Kind.TCP, TCP4, nested);
    }

    /** Two rows of a socket are one entry, by their cookie. */
    @Test
    void whatIsToldTwiceIsOneEntry() throws Exception {
        inet_diag_msg msg = new inet_diag_msg(ByteBuffer.wrap(tcp(11)));
        for (int i = 0; i < 10; i++) {
            byte[][] rows = new byte[100][];
            for (int k = 0; k < rows.length; k++) {
                msg.id.idiag_cookie[0] = 100 * (i % 5) + k;
                msg.id.idiag_cookie[1] = k % 2 + 1;
                rows[k] = row(1, packed(msg));
            }
            answer(rows);
        }
        answer(done(1));
        assertEquals(500, diag.entries(Kind.TCP, TCP4).size());
    }

    @Test
    void interruptedDumpIsMadeAgain() throws Exception {
        answer(message(SOCK_DIAG_BY_FAMILY, NLM_F_MULTI | NLM_F_DUMP_INTR, 1, tcp(11)), done(1));
        answer(row(2, tcp(11)), row(2, tcp(12)), done(2));
        assertEquals(List.of(11L, 12L), inodes(Kind.TCP, TCP4));
    }

    @Test
    void interruptionMayBeToldAtTheEnd() throws Exception {
        answer(row(1, tcp(11)), message(NLMSG_DONE, NLM_F_MULTI | NLM_F_DUMP_INTR, 1, ints(0)));
        List<Long> visited = new ArrayList<>();
        InterruptedDumpException e = assertThrows(InterruptedDumpException.class,
                () -> diag.visit(Kind.TCP, TCP4, row -> visited.add(row.inode())));
        assertEquals("the table of TCP sockets changed while the kernel told it", e.getMessage());
        assertEquals(List.of(11L), visited);
    }

    @Test
    void interruptedDumpIsNotMadeForEver() throws Exception {
        for (int seq = 1; seq <= 20; seq++) {
            answer(message(NLMSG_DONE, NLM_F_MULTI | NLM_F_DUMP_INTR, seq, ints(0)));
        }
        assertThrows(InterruptedDumpException.class, () -> diag.entries(Kind.TCP, TCP4));
        int requests = 0;
        while (recv(sv[1], new byte[200], 200, MSG_DONTWAIT) > 0) {
            requests++;
        }
        assertEquals(10, requests);
    }

    @Test
    void rawSocketHasItsProtocolInAnAttributeOrWhereOthersHaveTheirPort() throws Exception {
        inet_diag_msg msg = new inet_diag_msg(ByteBuffer.wrap(tcp(11)));
        msg.id.idiag_sport = htons(89);
        answer(row(1, packed(msg), attribute(INET_DIAG_PROTOCOL, (byte) 103)), row(1, packed(msg)), done(1));
        assertEquals(List.of(103, 89), diag.entries(Kind.RAW, TCP4).stream().map(SocketEntry::protocol).toList());
    }

    /** Of an old kernel: a short tcp_info, fewer counters of the memory, no attribute that is younger. */
    @Test
    void olderKernelsTellLess() throws Exception {
        tcp_info info = new tcp_info();
        info.tcpi_state = State.TCP_LISTEN.value();
        info.tcpi_rtt = 4711;
        byte[] old = new byte[104];
        System.arraycopy(packed(info), 0, old, 0, old.length);
        answer(row(1, tcp(11), attribute(INET_DIAG_INFO, old), attribute(INET_DIAG_SKMEMINFO, ints(1, 2, 3, 4, 5, 6, 7)),
                attribute(INET_DIAG_CONG, "reno\0".getBytes())), done(1));
        SocketEntry entry = diag.entries(Kind.TCP, TCP4).get(0);
        assertEquals(info.toString(), entry.details().tcpInfo().toString());
        assertEquals(new SocketMemory(1, 2, 3, 4, 5, 6, 7, 0, 0), entry.details().memory());
        assertEquals("reno", entry.details().congestion());
        assertNull(entry.details().cgroup());
        answer(row(2, unix(12)), done(2));
        SocketEntry unix = diag.entries(Kind.UNIX, UNIX).get(0);
        assertEquals(UnixAddress.UNNAMED, unix.local());
        assertEquals(-1, unix.uid());
        assertNull(unix.details().pending());
    }

    /** A newer kernel's longer struct and attributes that nobody knows yet. */
    @Test
    void newerKernelsTellMore() throws Exception {
        answer(row(1, tcp(11), attribute(INET_DIAG_INFO, new byte[1000]), attribute(500, (byte) 1, (byte) 2),
                attribute(INET_DIAG_TOS, (byte) 0x10)), done(1));
        Details details = diag.entries(Kind.TCP, TCP4).get(0).details();
        assertEquals(new tcp_info().toString(), details.tcpInfo().toString());
        assertEquals(0x10, details.tos());
    }

    @Test
    void closedIsClosed() throws Exception {
        diag.close();
        diag.close();
        assertThrows(ClosedChannelException.class, () -> diag.entries(Kind.TCP, TCP4));
    }

    @Test
    void closedByItsVisitor() throws Exception {
        answer(row(1, tcp(11)));
        answer(row(1, tcp(12)), done(1));
        Consumer<SockDiag.Row> closing = row -> {
            try {
                diag.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        assertThrows(ClosedChannelException.class, () -> diag.visit(Kind.TCP, TCP4, closing));
    }

    /** Whatever bytes come, the answer is sockets or an IOException. */
    @Test
    void damagedAtRandom() throws Exception {
        byte[] tcp = joined(row(1, tcp(11), attribute(INET_DIAG_INFO, new byte[200]), attribute(INET_DIAG_TOS, (byte) 1),
                attribute(INET_DIAG_SKMEMINFO, new byte[36]), attribute(INET_DIAG_CONG, (byte) 'x'),
                attribute(INET_DIAG_CGROUP_ID, new byte[8])), row(1, tcp(12)));
        byte[] unix = joined(row(1, unix(11), attribute(UNIX_DIAG_NAME, (byte) '/', (byte) 0),
                attribute(UNIX_DIAG_VFS, new byte[8]), attribute(UNIX_DIAG_ICONS, new byte[8]),
                attribute(UNIX_DIAG_RQLEN, new byte[8]), attribute(UNIX_DIAG_UID, new byte[4])), row(1, unix(12)));
        Random random = new Random(4711);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            boolean isTcp = random.nextBoolean();
            byte[] datagram = (isTcp ? tcp : unix).clone();
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                int value = random.nextInt(random.nextBoolean() ? 256 : 20);
                datagram[random.nextInt(datagram.length)] = (byte) value;
            }
            int[] pair = new int[2];
            check(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair));
            try (SockDiag damaged = new SockDiag(pair[0])) {
                int length = random.nextInt(4) == 0 ? 1 + random.nextInt(datagram.length) : datagram.length;
                check(send(pair[1], datagram, length, 0));
                byte[] done = done(1);
                check(send(pair[1], done, done.length, 0));
                damaged.visit(isTcp ? Kind.TCP : Kind.UNIX, isTcp ? TCP4 : UNIX, SockDiag.Row::entry);
            } catch (IOException e) {
                assertTrue(e instanceof InterruptedDumpException || e.getMessage().contains("sock_diag"), e::getMessage);
                refused++;
            } finally {
                check(close(pair[1]));
            }
        }
        assertTrue(refused > 1000 && refused < 19_000, "refused " + refused);
    }
}
