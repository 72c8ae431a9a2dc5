package procfs.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.check;
import static libc.Unistd.close;
import static libc.Unistd.getpid;
import static libc.netinet.In.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import libc.sys.Un.sockaddr_un;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procfs.Descriptor;
import procfs.Descriptors;
import procfs.ProcNet;

class RawLinesIT {

    @TempDir
    Path dir;

    private final Deque<Integer> descriptors = new ArrayDeque<>();

    @AfterEach
    void tearDown() throws Exception {
        while (!descriptors.isEmpty()) {
            check(close(descriptors.pop()));
        }
    }

    private int open(int family, int type) throws Exception {
        descriptors.push(check(socket(family, type, 0)));
        return descriptors.peek();
    }

    /** What is printed of a file's lines. */
    private String explained(String... lines) throws Exception {
        StringBuilder out = new StringBuilder();
        Path file = Files.write(dir.resolve("table"), (String.join("\n", lines) + "\n").getBytes(ISO_8859_1));
        ProcNet.read(file, (text, row) -> {
            try {
                RawLines.explain(text, row, out);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        return out.toString();
    }

    /** The words of a line of that, by the columns. */
    private static List<String> line(String explained, String column) {
        return explained.lines().filter(line -> line.startsWith("  " + column + " "))
                .map(line -> Arrays.asList(line.strip().split(" {2,}"))).findFirst().orElseThrow();
    }

    @Test
    void aListener() throws Exception {
        String out = explained(
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
                "   0: 0100007F:251D 00000000:0000 0A 00000000:00000002 02:000005DC 00000000     0        0 17832 1"
                        + " 00000000cd1e6040 100 0 0 10 -1");
        assertEquals(19, out.lines().count(), out);
        assertEquals(List.of("local_address", "0100007F:251D", "127.0.0.1 port 9501",
                "4 bytes as a number in the machine's byte order; the port, of raw the protocol, of icmp the identifier"),
                line(out, "local_address"));
        assertEquals(List.of("st", "0A", "TCP_LISTEN", "waits for connections"), line(out, "st"));
        assertEquals(List.of("rx_queue", "00000002", "2 connections", "wait for accept(2)"), line(out, "rx_queue"));
        assertEquals(List.of("tr", "02", "KEEPALIVE"), line(out, "tr").subList(0, 3));
        assertEquals(List.of("tm->when", "000005DC", "15.00 s"), line(out, "tm->when").subList(0, 3));
        assertEquals(List.of("uid", "0", "0 root", "the owner's user"), line(out, "uid"));
        assertEquals(List.of("rto", "100", "1.00 s", "until a segment is sent again"), line(out, "rto"));
        assertEquals(List.of("ssthresh", "-1", "-1"), line(out, "ssthresh").subList(0, 3));
    }

    @Test
    void otherFormats() throws Exception {
        String udp6 = explained("  sl  local_address                         remote_address                        "
                + "st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops",
                "   58: 0000000000000000FFFF00000F02000A:0035 00000000000000000000000000000000:0000 07 00000000:00000000"
                        + " 00:00000000 00000000 65533        0 14412 2 0000000000000000 17");
        assertEquals("0:0:0:0:0:ffff:a00:20f port 53", line(udp6, "local_address").get(2));
        assertEquals(List.of("drops", "17", "17"), line(udp6, "drops").subList(0, 3));
        String packet = explained("sk               RefCnt Type Proto  Iface R Rmem   User   Inode",
                "000000007be55bb7 3      3    88b5   8     1 0      0      16250 ");
        assertEquals(List.of("Proto", "88b5", "0x88b5"), line(packet, "Proto").subList(0, 3));
        assertEquals(List.of("Inode", "16250", "16250"), line(packet, "Inode").subList(0, 3));
        String netlink = explained(
                "sk               Eth Pid        Groups   Rmem     Wmem     Dump  Locks    Drops    Inode",
                "00000000c45c4a1c 0   4294963113 000405d1 2304     0        1     3        17       31234   ");
        assertEquals(List.of("Pid", "4294963113", "4294963113"), line(netlink, "Pid").subList(0, 3));
        assertEquals(List.of("Groups", "000405d1", "0x405d1"), line(netlink, "Groups").subList(0, 3));
    }

    /** A name is shown as text; what would command a terminal is not. */
    @Test
    void names() throws Exception {
        String unix = explained("Num       RefCount Protocol Flags    Type St Inode Path",
                "0000000000000000: 00000002 00000000 00010000 0005 01 10063 @a: b\n\u001b[31m"
                        + new String("\u4e2d".getBytes(UTF_8), ISO_8859_1));
        String name = "@a: b\\x0a\\x1b[31m\u4e2d";
        assertEquals(List.of("Path", name, name), line(unix, "Path").subList(0, 3));
        assertEquals("SOCK_SEQPACKET", line(unix, "Type").get(2));
        assertFalse(unix.contains("\u001b"));
    }

    /** This process's sockets, each under the line that its table has. */
    @Test
    void ownSockets() throws Exception {
        int tcp = open(AF_INET, SOCK_STREAM);
        sockaddr_in address = new sockaddr_in(AF_INET, 0, new in_addr(htonl(INADDR_LOOPBACK)));
        check(bind(tcp, address, sizeof(address)));
        check(listen(tcp, 1));
        int unix = open(AF_UNIX, SOCK_DGRAM);
        check(bind(unix, new sockaddr_un(AF_UNIX, new byte[0]), Short.BYTES));
        int unbound = open(AF_INET, SOCK_DGRAM);

        StringBuilder text = new StringBuilder();
        RawLines.print(getpid(), text);
        String out = text.toString();
        for (Descriptor descriptor : Descriptors.of(getpid()).open()) {
            if (descriptor.number() == tcp || descriptor.number() == unix) {
                String[] found = out.substring(out.indexOf("fd " + descriptor.number() + ", ")).split("\n", 3);
                String table = descriptor.number() == tcp ? "tcp" : "unix";
                assertEquals("fd " + descriptor.number() + ", " + descriptor.target() + ", /proc/" + getpid() + "/net/"
                        + table, found[0]);
                assertTrue(Files.readString(Path.of("/proc/self/net", table), ISO_8859_1).lines()
                        .anyMatch(line -> withoutNumber(line).equals(withoutNumber(found[1]))), found[1]);
                assertTrue(found[1].contains(" " + descriptor.inode() + " "), found[1]);
            }
        }
        assertTrue(out.contains("fd " + unbound + ", ") && out.contains("in none of the files"), out);
    }

    /** A line of tcp without its number, which others change that come and go. */
    private static String withoutNumber(String line) {
        return line.replaceFirst("^ *\\d+: ", "");
    }

    @Test
    void noSuchProcess() {
        assertThrows(NoSuchFileException.class, () -> RawLines.print(Integer.MAX_VALUE, new StringBuilder()));
    }
}
