package procfs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as they were found on machines and in documentation, and damaged ones. */
@Tag("once")
class ProcNetFilesIT {

    static final String TCP = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid "
            + " timeout inode"
            + " ".repeat(53) + "\n";
    static final String TCP6 = "  sl  local_address                         remote_address                        st"
            + " tx_queue"
            + " rx_queue tr tm->when retrnsmt   uid  timeout inode\n";
    static final String DATAGRAM = "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid "
            + " timeout"
            + " inode ref pointer drops             \n";
    static final String DATAGRAM6 = TCP6.stripTrailing() + " ref pointer drops\n";
    static final String UNIX = "Num       RefCount Protocol Flags    Type St Inode Path\n";
    static final String PACKET = "sk               RefCnt Type Proto  Iface R Rmem   User   Inode\n";
    static final String NETLINK = "sk               Eth Pid        Groups   Rmem     Wmem     Dump  Locks    Drops   "
            + " Inode\n";

    @TempDir
    Path dir;

    private Path file(String name, String text) throws Exception {
        return Files.write(dir.resolve(name), text.getBytes(ISO_8859_1));
    }

    /** What a line says, in the order of the columns. */
    private static String shown(ProcNet.Inet row) {
        List<Object> columns = new ArrayList<>(List.of(row.sl(), shown(row.local_address()), shown(row.rem_address()),
                row.st(), row.tx_queue(), row.rx_queue(), row.tr(), row.tm_when().toMillis() + "ms", row.retrnsmt(),
                row.uid(), row.timeout(), row.inode(), row.ref(), Long.toHexString(row.pointer())));
        if (row.drops() >= 0) {
            columns.add("drops " + row.drops());
        }
        if (row.tcp() != null) {
            columns.add(row.tcp().rto().toMillis() + "ms " + row.tcp().ato().toMillis() + "ms " + row.tcp().quick()
                    + (row.tcp().pingpong() ? " pingpong " : " ") + row.tcp().snd_cwnd() + " " + row.tcp().ssthresh());
        }
        return columns.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static String shown(InetSocketAddress address) {
        return (address.getAddress() instanceof Inet6Address ? "[" + address.getAddress().getHostAddress() + "]"
                : address.getAddress().getHostAddress()) + ":" + address.getPort();
    }

    private void inet(String heading, String... linesAndMeanings) throws Exception {
        StringBuilder text = new StringBuilder(heading);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < linesAndMeanings.length; i += 2) {
            text.append(linesAndMeanings[i]).append('\n');
            expected.add(linesAndMeanings[i + 1]);
        }
        assertEquals(expected, ProcNet.inet(file("table", text.toString())).stream().map(ProcNetFilesIT::shown).toList());
    }

    @Test
    void tcp() throws Exception {
        inet(TCP,
                // The kernel's Documentation/networking/proc_net_tcp.rst, on a machine of 32 bits.
                "  46: 010310AC:9C4C 030310AC:1770 01 00000150:00000000 01:00000019 00000000  1000        0 54165785 4"
                        + " cd1e6040 25 4 27 3 -1",
                "46 172.16.3.1:40012 172.16.3.3:6000 TCP_ESTABLISHED 336 0 RETRANSMIT 250ms 0 1000 0 54165785 4 cd1e6040"
                        + " 250ms 40ms 13 pingpong 3 -1",
                "   0: 0100007F:0CEA 00000000:0000 0A 00000000:00000000 00:00000000 00000000   102        0 17832 1"
                        + " 0000000000000000 100 0 0 10 0",
                "0 127.0.0.1:3306 0.0.0.0:0 TCP_LISTEN 0 0 OFF 0ms 0 102 0 17832 1 0 1000ms 0ms 0 10 0",
                "   1: 3500007F:0035 00000000:0000 0A 00000000:00000000 00:00000000 00000000   101        0 19465 1"
                        + " ffff8a5bc0a94600 100 0 0 10 5",
                "1 127.0.0.53:53 0.0.0.0:0 TCP_LISTEN 0 0 OFF 0ms 0 101 0 19465 1 ffff8a5bc0a94600 1000ms 0ms 0 10 5",
                "   4: 0F02000A:0016 0202000A:C3B4 01 00000024:00000000 01:00000015 00000000     0        0 23511 4"
                        + " 0000000000000000 21 4 31 10 18 ",
                "4 10.0.2.15:22 10.0.2.2:50100 TCP_ESTABLISHED 36 0 RETRANSMIT 210ms 0 0 0 23511 4 0 210ms 40ms 15"
                        + " pingpong 10 18",
                "   5: 0100007F:C350 0100007F:1F90 06 00000000:00000000 03:00000E2A 00000000     0        0 0 3"
                        + " 0000000000000000    ",
                "5 127.0.0.1:50000 127.0.0.1:8080 TCP_TIME_WAIT 0 0 TIME_WAIT 36260ms 0 0 0 0 3 0",
                // A connection in FIN_WAIT2 without a socket.
                "   6: 0100007F:C352 0100007F:1F90 05 00000000:00000000 03:00000001 00000000     0        0 0 2"
                        + " 00000000ac9bdb07",
                "6 127.0.0.1:50002 127.0.0.1:8080 TCP_FIN_WAIT2 0 0 TIME_WAIT 10ms 0 0 0 0 2 ac9bdb07",
                // A request that is no socket yet; an orphan, which has no inode and still is a socket.
                "   7: 0100007F:1F90 0100007F:C354 03 00000000:00000000 01:0000006F 00000002  1000        0 0 0"
                        + " 0000000000000000",
                "7 127.0.0.1:8080 127.0.0.1:50004 TCP_SYN_RECV 0 0 RETRANSMIT 1110ms 2 1000 0 0 0 0",
                "   8: 0100007F:1F90 0100007F:C356 04 0000FFFF:00000001 04:00000014 00000000     0        9 0 1"
                        + " 0000000000000000 20 4 0 10 -1",
                "8 127.0.0.1:8080 127.0.0.1:50006 TCP_FIN_WAIT1 65535 1 ZERO_WINDOW_PROBE 200ms 0 0 9 0 1 0 200ms 40ms 0"
                        + " 10 -1",
                " 99: FFFFFFFF:FFFF FFFFFFFF:FFFF 0C FFFFFFFF:FFFFFFFF 02:00000000 000000FF 4294967295       -1"
                        + " 9223372036854775807 -1"
                        + " ffffffffffffffff 4294967295 0 4294967295 4294967295 -2147483648",
                "99 255.255.255.255:65535 255.255.255.255:65535 TCP_NEW_SYN_RECV 4294967295 4294967295 KEEPALIVE 0ms 255"
                        + " 4294967295"
                        + " -1 9223372036854775807 -1 ffffffffffffffff 42949672950ms 0ms 2147483647 pingpong 4294967295"
                        + " -2147483648",
                // Due long ago, as older kernels wrote it.
                "10000: 0100007F:1F90 0100007F:C356 02 00000001:00000000 01:FFFFFFFFFFFFFFF6 00000000     0        0 5 1"
                        + " 0 20 4 0 10 -1",
                "10000 127.0.0.1:8080 127.0.0.1:50006 TCP_SYN_SENT 1 0 RETRANSMIT 0ms 0 0 0 5 1 0 200ms 40ms 0 10 -1");
    }

    @Test
    void tcp6() throws Exception {
        inet(TCP6,
                "   0: 00000000000000000000000000000000:0050 00000000000000000000000000000000:0000 0A 00000000:00000000"
                        + " 00:00000000"
                        + " 00000000     0        0 19587 1 0000000000000000 100 0 0 10 0",
                "0 [0:0:0:0:0:0:0:0]:80 [0:0:0:0:0:0:0:0]:0 TCP_LISTEN 0 0 OFF 0ms 0 0 0 19587 1 0 1000ms 0ms 0 10 0",
                "   1: 00000000000000000000000001000000:1B39 00000000000000000000000000000000:0000 0A 00000000:00000000"
                        + " 00:00000000"
                        + " 00000000   120        0 22371 1 0000000000000000 100 0 0 10 0",
                "1 [0:0:0:0:0:0:0:1]:6969 [0:0:0:0:0:0:0:0]:0 TCP_LISTEN 0 0 OFF 0ms 0 120 0 22371 1 0 1000ms 0ms 0 10 0",
                "   2: 0000000000000000FFFF00000F02000A:0016 0000000000000000FFFF00000202000A:C3B4 01 00000000:00000000"
                        + " 02:000A7214"
                        + " 00000000     0        0 23511 2 0000000000000000 20 4 29 10 -1",
                "2 [0:0:0:0:0:ffff:a00:20f]:22 [0:0:0:0:0:ffff:a00:202]:50100 TCP_ESTABLISHED 0 0 KEEPALIVE 6845640ms 0"
                        + " 0 0 23511"
                        + " 2 0 200ms 40ms 14 pingpong 10 -1",
                "   3: B80D01200000000067452301EFCDAB89:D431 B80D0120000000000000000001000000:01BB 06 00000000:00000000"
                        + " 03:00000B10"
                        + " 00000000     0        0 0 3 0000000000000000",
                "3 [2001:db8:0:0:123:4567:89ab:cdef]:54321 [2001:db8:0:0:0:0:0:1]:443 TCP_TIME_WAIT 0 0 TIME_WAIT"
                        + " 28320ms 0 0 0 0 3 0",
                "   4: 000080FE000000003C33AF02FE65F5A8:0223 00000000000000000000000000000000:0000 0A 00000000:00000000"
                        + " 00:00000000"
                        + " 00000000  1000        0 7 1 0000000000000000 100 0 0 10 0",
                "4 [fe80:0:0:0:2af:333c:a8f5:65fe]:547 [0:0:0:0:0:0:0:0]:0 TCP_LISTEN 0 0 OFF 0ms 0 1000 0 7 1 0 1000ms"
                        + " 0ms 0 10 0");
    }

    @Test
    void datagram() throws Exception {
        inet(DATAGRAM,
                "  511: 3500007F:0035 00000000:0000 07 00000000:00000000 00:00000000 00000000   101        0 19464 2"
                        + " 0000000000000000 0         ",
                "511 127.0.0.53:53 0.0.0.0:0 TCP_CLOSE 0 0 OFF 0ms 0 101 0 19464 2 0 drops 0",
                " 1463: 00000000:14E9 00000000:0000 07 00000000:00034500 00:00000000 00000000   116        0 24153 2"
                        + " ffff9f05c2a8e800 4294967295",
                "1463 0.0.0.0:5353 0.0.0.0:0 TCP_CLOSE 0 214272 OFF 0ms 0 116 0 24153 2 ffff9f05c2a8e800 drops 4294967295",
                " 8191: 0F02000A:0044 0202000A:0043 01 00000300:00000000 00:00000000 00000000     0        0 21790 2"
                        + " 0000000000000000 3",
                "8191 10.0.2.15:68 10.0.2.2:67 TCP_ESTABLISHED 768 0 OFF 0ms 0 0 0 21790 2 0 drops 3",
                // raw: the port is the protocol.
                "   1: 00000000:0001 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 7401 2"
                        + " 00000000f1c8b6a2 0",
                "1 0.0.0.0:1 0.0.0.0:0 TCP_CLOSE 0 0 OFF 0ms 0 0 0 7401 2 f1c8b6a2 drops 0");
    }

    @Test
    void datagram6() throws Exception {
        inet(DATAGRAM6,
                "  1383: 00000000000000000000000000000000:14E9 00000000000000000000000000000000:0000 07"
                        + " 00000000:00000000 00:00000000"
                        + " 00000000   116        0 24154 2 0000000000000000 0",
                "1383 [0:0:0:0:0:0:0:0]:5353 [0:0:0:0:0:0:0:0]:0 TCP_CLOSE 0 0 OFF 0ms 0 116 0 24154 2 0 drops 0",
                "   58: 00000000000000000000000000000000:003A 00000000000000000000000000000000:0000 07 00000000:00000000"
                        + " 00:00000000"
                        + " 00000000     0        0 14412 2 0000000000000000 17",
                "58 [0:0:0:0:0:0:0:0]:58 [0:0:0:0:0:0:0:0]:0 TCP_CLOSE 0 0 OFF 0ms 0 0 0 14412 2 0 drops 17");
    }

    @Test
    void unix() throws Exception {
        Path file = file("unix", UNIX
                // proc(5), with the inodes that kernels since 2.2 tell.
                + "0: 00000002 00000000 00000000 0001 03 42\n"
                + "1: 00000001 00000000 00010000 0001 01 1948 /dev/printer\n"
                + "ffff88003a4c8000: 00000002 00000000 00010000 0005 01 10063 @/org/kernel/linux/storage/multipathd\n"
                + "0000000000000000: 00000003 00000000 00000000 0001 03 21839 /run/systemd/journal/stdout\n"
                + "c5a4d000: 00000007 00000000 00000000 0002 01   512 /dev/log\n"
                + "0000000000000000: 00000002 00000000 00000000 0001 02     0 @\n"
                + "0000000000000000: 00000002 00000000 00000000 0002 04     0\n"
                + "0000000000000000: 00000002 00000000 00010000 0001 01 30931 @/tmp/.X11-unix/X 0@@\n"
                + "0000000000000000: 00000002 00000000 00000000 0002 01 30932 @00001\n");
        assertEquals(List.of(
                "0 2 0 SOCK_1 3 42 TCP_ESTABLISHED *",
                "1 1 10000 SOCK_1 1 1948 TCP_LISTEN /dev/printer",
                "ffff88003a4c8000 2 10000 SOCK_5 1 10063 TCP_LISTEN @/org/kernel/linux/storage/multipathd",
                "0 3 0 SOCK_1 3 21839 TCP_ESTABLISHED /run/systemd/journal/stdout",
                "c5a4d000 7 0 SOCK_2 1 512 TCP_CLOSE /dev/log",
                "0 2 0 SOCK_1 2 0 TCP_ESTABLISHED @",
                "0 2 0 SOCK_2 4 0 TCP_CLOSE *",
                "0 2 10000 SOCK_1 1 30931 TCP_LISTEN @/tmp/.X11-unix/X 0@@",
                "0 2 0 SOCK_2 1 30932 TCP_CLOSE @00001"),
                ProcNet.unix(file).stream().map(row -> String.join(" ", Long.toHexString(row.Num()),
                        Integer.toString(row.RefCount()), Integer.toHexString(row.Flags()), "SOCK_" + row.Type(),
                        Integer.toString(row.St()), Long.toString(row.Inode()), row.state().name(),
                        row.Path().toString())).toList());
    }

    @Test
    void packet() throws Exception {
        Path file = file("packet", PACKET
                + "000000007be55bb7 3      3    fbce   8     1 0      0      16250 \n"
                + "00000000080e9b80 2      2    0000   0     0 450880 1000   17404 \n"
                + "c1a4d000 2      10   0003   0     1 0      0      9876  \n");
        assertEquals(List.of(new ProcNet.Packet(0x7be55bb7L, 3, 3, 0xfbce, 8, true, 0, 0, 16250),
                new ProcNet.Packet(0x080e9b80L, 2, 2, 0, 0, false, 450880, 1000, 17404),
                new ProcNet.Packet(0xc1a4d000L, 2, 10, 3, 0, true, 0, 0, 9876)), ProcNet.packet(file));
    }

    @Test
    void netlink() throws Exception {
        Path file = file("netlink", NETLINK
                + "0000000003315f85 0   0          00000000 0        0        0     2        0        4       \n"
                + "00000000c45c4a1c 0   4294963113 000405d1 2304     0        1     3        17       31234   \n"
                + "ffff9f05c2a8e800 15  641        00000002 0        0        0     2        0        20461   \n");
        assertEquals(List.of(new ProcNet.Netlink(0x03315f85L, 0, 0, 0, 0, 0, false, 2, 0, 4),
                new ProcNet.Netlink(0xc45c4a1cL, 0, -4183, 0x405d1, 2304, 0, true, 3, 17, 31234),
                new ProcNet.Netlink(0xffff9f05c2a8e800L, 15, 641, 2, 0, 0, false, 2, 0, 20461)), ProcNet.netlink(file));
    }

    private static final String LISTENER =
            "   0: 0100007F:0CEA 00000000:0000 0A 00000000:00000000 00:00000000 00000000   102        0 17832 1"
                    + " 0000000000000000 100 0 0 10 0";

    @Test
    void malformedLineSaysWhere() throws Exception {
        String damaged = LISTENER.replace("00000000:0000 0A", "00000000:0000 0D");
        Path file = file("tcp", TCP + LISTENER + "\n" + damaged + "\n" + LISTENER + "\n");
        MalformedLineException e = assertThrows(MalformedLineException.class, () -> ProcNet.inet(file));
        assertEquals(file, e.file());
        assertEquals(3, e.number());
        assertEquals(damaged, e.text());
        assertEquals(file + ":3: st: no state 13: " + damaged, e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", " ", "0:", "17832"})
    void anyEndWithoutNewlineIsDamage(String end) throws Exception {
        Path file = file("tcp", TCP + LISTENER + "\n" + (end.isEmpty() ? LISTENER : end));
        MalformedLineException e = assertThrows(MalformedLineException.class, () -> ProcNet.inet(file));
        assertEquals(3, e.number());
        assertTrue(e.getMessage().contains("without an end"), e::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "sl\n", "\0\n", "  sl  local_address rem_address   st"})
    void headingIsKnown(String heading) throws Exception {
        MalformedLineException e = assertThrows(MalformedLineException.class, () -> ProcNet.inet(file("tcp", heading)));
        assertEquals(1, e.number());
    }

    /** The format is the one of that file, not of another. */
    @Test
    void headingIsThatOfTheFile() throws Exception {
        assertThrows(MalformedLineException.class, () -> ProcNet.unix(file("unix", TCP)));
        assertThrows(MalformedLineException.class, () -> ProcNet.inet(file("tcp", UNIX)));
        file("tcp", TCP6);
        assertThrows(MalformedLineException.class, () -> ProcNet.entries(dir, Kind.TCP));
        file("udp", TCP);
        assertThrows(MalformedLineException.class, () -> ProcNet.entries(dir, Kind.UDP));
    }

    @ParameterizedTest
    @EnumSource
    void noFileIsNoTable(Kind kind) {
        NoSuchFileException e = assertThrows(NoSuchFileException.class, () -> ProcNet.entries(dir, kind));
        assertTrue(e.getFile().contains(kind.name().toLowerCase(Locale.ROOT)), e::getMessage);
    }

    @Test
    void oneFamilyIsEnough() throws Exception {
        file("tcp", TCP + LISTENER + "\n");
        assertEquals(1, ProcNet.entries(dir, Kind.TCP).size());
        file("udp6", DATAGRAM6);
        assertEquals(List.of(), ProcNet.entries(dir, Kind.UDP));
    }

    @Test
    void aLineHasAnEnd() throws Exception {
        Path file = file("tcp", TCP + LISTENER + " ".repeat(1 << 17) + "\n");
        MalformedLineException e = assertThrows(MalformedLineException.class, () -> ProcNet.inet(file));
        assertEquals(2, e.number());
    }

    /** The pieces in which a file is read do not show. */
    @Test
    void manyLines() throws Exception {
        int count = 10_000;
        StringBuilder text = new StringBuilder(TCP);
        for (int i = 0; i < count; i++) {
            text.append(LISTENER.replace("17832", Integer.toString(i))).append(" ".repeat(i % 7)).append('\n');
        }
        List<ProcNet.Inet> rows = ProcNet.inet(file("tcp", text.toString()));
        assertEquals(count, rows.size());
        for (int i = 0; i < count; i++) {
            assertEquals(i, rows.get(i).inode());
        }
    }

    /** Every line as it is, in each format. */
    @Test
    void linesAsTheyAre() throws Exception {
        String name = "0000000000000000: 00000002 00000000 00000000 0002 01 30932 @two\nlines";
        String unnamed = "0000000000000000: 00000002 00000000 00000000 0002 01 30933";
        List<String> texts = new ArrayList<>();
        ProcNet.read(file("unix", UNIX + name + "\n" + unnamed + "\n"), (text, row) -> {
            texts.add(text);
            assertInstanceOf(ProcNet.Unix.class, row);
        });
        ProcNet.read(file("tcp", TCP + LISTENER + "  \n"), (text, row) -> texts.add(text));
        assertEquals(List.of(name, unnamed, LISTENER + "  "), texts);
    }

    /** What is no socket's line, behind a socket without a name or of a name as long as can be, is damage. */
    @Test
    void namesEnd() throws Exception {
        String unnamed = "0000000000000000: 00000002 00000000 00000000 0002 01 30933";
        assertThrows(MalformedLineException.class, () -> ProcNet.unix(file("unix", UNIX + "lines\n")));
        assertThrows(MalformedLineException.class, () -> ProcNet.unix(file("unix", UNIX + unnamed + "\nlines\n")));
        ProcNet.unix(file("unix", UNIX + unnamed + " @" + "n".repeat(100) + "\n123456\n"));
        MalformedLineException e = assertThrows(MalformedLineException.class,
                () -> ProcNet.unix(file("unix", UNIX + unnamed + " @" + "n".repeat(100) + "\n1234567\n")));
        assertEquals(3, e.number());
        assertEquals("1234567", e.text());
    }
}
