package libc;

import static libc.Errno.*;
import static libc.TwoNetworks.*;
import static libc.netinet.In.*;
import static libc.netinet.Tcp.TCP_NODELAY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a network does to what is sent: cuts it, loses it, delivers it in another order. UDP shows that to the receiver, TCP
 * does not, and the kernel's counters tell what it had to do for that.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class TwoHostsIT {

    private static final String LEFT_DETOUR = "203.0.113.1";
    private static final String RIGHT_DETOUR = "203.0.113.2";
    private static final int DETOUR = 1;
    private static final int SENT = 300;

    @TempDir
    Path dir;

    private TwoNetworks networks;

    @BeforeEach
    void setUp() throws Exception {
        Sockets.assertBackend();
        networks = new TwoNetworks(dir);
        networks.enter();
    }

    @AfterEach
    void tearDown() throws Exception {
        networks.close();
    }

    /** A counter of the calling thread's network, such as {@code Tcp RetransSegs}. */
    private static long counter(String file, String protocol, String name) throws Exception {
        List<String[]> lines = Files.readAllLines(Path.of("/proc/thread-self/net", file)).stream()
                .filter(line -> line.startsWith(protocol + ": ")).map(line -> line.split(" ")).toList();
        int column = Arrays.asList(lines.get(0)).indexOf(name);
        assertTrue(column > 0, name);
        return Long.parseLong(lines.get(1)[column]);
    }

    private int udp() throws Exception {
        return on(networks.atLeft, () -> networks.socket(SOCK_DGRAM));
    }

    private static byte[] numbered(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    /** The numbers of the datagrams that have come, up to the one that ends them. */
    private List<Integer> numbers(int fd, int last) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        byte[] buf = new byte[Integer.BYTES];
        do {
            assertEquals(buf.length, check(recv(fd, buf, buf.length, 0)));
            numbers.add(ByteBuffer.wrap(buf).getInt());
        } while (numbers.get(numbers.size() - 1) != last);
        return numbers;
    }

    /** Sends a megabyte over TCP from the left to the right, where it has to come as it was sent. */
    private void stream(IntConsumer beforeEachSend) throws Exception {
        byte[] data = new byte[1 << 20];
        new Random(1).nextBytes(data);
        int listener = on(networks.atRight, () -> networks.socket(SOCK_STREAM));
        sockaddr_in there = on(networks.atRight, () -> bound(listener, RIGHT_ADDRESS));
        check(listen(listener, 1));
        int client = on(networks.atLeft, () -> networks.socket(SOCK_STREAM));
        check(setsockopt(client, IPPROTO_TCP, TCP_NODELAY, 1));
        on(networks.atLeft, () -> check(connect(client, there, sizeof(there))));
        int server = networks.sockets.keep(accept(listener, null, null));
        Future<Integer> sender = networks.atLeft.submit(() -> {
            for (int sent = 0; sent < data.length;) {
                beforeEachSend.accept(client);
                sent += check(send(client, data, sent, Math.min(1000, data.length - sent), 0));
            }
            return check(shutdown(client, SHUT_WR));
        });
        byte[] received = new byte[data.length + 1];
        int got = 0;
        for (int n = 1; n > 0; got += n) {
            n = check(recv(server, received, got, received.length - got, 0));
        }
        sender.get();
        assertEquals(data.length, got);
        assertArrayEquals(data, Arrays.copyOf(received, got));
    }

    @Test
    void aDatagramLargerThanTheMtuIsCutOrRefused() throws Exception {
        for (String name : List.of(networks.left, networks.right)) {
            networks.ip(name, "link", "set", name, "mtu", "600");
        }
        int receiver = on(networks.atRight, () -> networks.socket(SOCK_DGRAM));
        sockaddr_in there = on(networks.atRight, () -> bound(receiver, RIGHT_ADDRESS));
        int sender = udp();
        byte[] data = new byte[2000];
        new Random(2).nextBytes(data);

        check(setsockopt(sender, IPPROTO_IP, IP_MTU_DISCOVER, IP_PMTUDISC_DONT));
        assertEquals(data.length, check(sendto(sender, data, data.length, 0, there, sizeof(there))));
        byte[] received = new byte[data.length + 1];
        assertEquals(data.length, check(recv(receiver, received, received.length, 0)));
        assertArrayEquals(data, Arrays.copyOf(received, data.length));
        assertEquals(4, on(networks.atLeft, () -> counter("snmp", "Ip", "FragCreates")));
        assertEquals(1, on(networks.atRight, () -> counter("snmp", "Ip", "ReasmOKs")));

        check(setsockopt(sender, IPPROTO_IP, IP_MTU_DISCOVER, IP_PMTUDISC_DO));
        assertEquals(-1, sendto(sender, data, data.length, 0, there, sizeof(there)));
        assertEquals(EMSGSIZE, errno());
        int[] mtu = new int[1];
        check(connect(sender, there, sizeof(there)));
        check(getsockopt(sender, IPPROTO_IP, IP_MTU, mtu, new int[] {sizeof(mtu)}));
        assertEquals(600, mtu[0]);
    }

    @Test
    void udpLosesWhatTheNetworkLosesAndTcpSendsItAgain() throws Exception {
        Needs.tool("nft");
        Needs.run(dir, "ip", "netns", "exec", networks.right, "nft",
                "add table inet loss; add chain inet loss in { type filter hook input priority 0; }; "
                        + "add rule inet loss in udp dport 1-65535 numgen inc mod 3 == 1 drop; "
                        + "add rule inet loss in tcp dport 1-65535 numgen inc mod 20 == 19 drop");
        int receiver = on(networks.atRight, () -> networks.socket(SOCK_DGRAM));
        sockaddr_in there = on(networks.atRight, () -> bound(receiver, RIGHT_ADDRESS));
        int sender = udp();
        for (int number = 0; number < SENT; number++) {
            check(sendto(sender, numbered(number), Integer.BYTES, 0, there, sizeof(there)));
        }
        assertEquals(IntStream.range(0, SENT).filter(number -> number % 3 != 1).boxed().toList(),
                numbers(receiver, SENT - 1));
        assertEquals(SENT, on(networks.atLeft, () -> counter("snmp", "Udp", "OutDatagrams")));
        assertEquals(SENT / 3 * 2, on(networks.atRight, () -> counter("snmp", "Udp", "InDatagrams")));

        stream(client -> { });
        assertNotEquals(0, on(networks.atLeft, () -> counter("snmp", "Tcp", "RetransSegs")));
    }

    @Test
    void udpShowsTheOrderOfArrivalAndTcpTheOrderOfSending() throws Exception {
        Needs.tool("tc");
        networks.cable("detourl", "detourr", LEFT_DETOUR, RIGHT_DETOUR);
        networks.ip(networks.left, "route", "add", RIGHT_ADDRESS, "via", RIGHT_DETOUR, "table", "100");
        networks.ip(networks.left, "rule", "add", "fwmark", "" + DETOUR, "table", "100");
        // The detour is slow: what goes there waits behind what went before.
        Needs.run(dir, "ip", "netns", "exec", networks.left, "tc", "qdisc", "add", "dev", "detourl", "root", "tbf",
                "rate", "4mbit", "burst", "1600", "latency", "10s");
        for (String name : List.of("all", "detourr", networks.right)) {
            Needs.run(dir, "ip", "netns", "exec", networks.right, "sh", "-c",
                    "echo 0 > /proc/sys/net/ipv4/conf/" + name + "/rp_filter");
        }
        int receiver = on(networks.atRight, () -> networks.socket(SOCK_DGRAM));
        sockaddr_in there = on(networks.atRight, () -> bound(receiver, RIGHT_ADDRESS));
        int sender = udp();
        check(setsockopt(sender, SOL_SOCKET, SO_DONTROUTE, 0));
        byte[] padding = new byte[1000];
        for (int number = 0; number < 8; number++) {
            check(setsockopt(sender, SOL_SOCKET, SO_MARK, number < 4 ? DETOUR : 0));
            byte[] datagram = number < 4 ? Arrays.copyOf(numbered(number), padding.length) : numbered(number);
            check(sendto(sender, datagram, datagram.length, 0, there, sizeof(there)));
        }
        List<Integer> arrived = numbers(receiver, 3);
        assertTrue(arrived.indexOf(7) < arrived.indexOf(3), arrived::toString);
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7), arrived.stream().sorted().toList());

        int[] turn = {0};
        stream(client -> {
            setsockopt(client, SOL_SOCKET, SO_DONTROUTE, 0);
            setsockopt(client, SOL_SOCKET, SO_MARK, turn[0]++ % 50 == 0 ? DETOUR : 0);
        });
        assertNotEquals(0, on(networks.atRight, () -> counter("netstat", "TcpExt", "TCPOFOQueue")));
    }
}
