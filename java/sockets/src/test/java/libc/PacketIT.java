package libc;

import static libc.Errno.EINVAL;
import static libc.Errno.ENODEV;
import static libc.Errno.ENXIO;
import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.netinet.In.*;
import static libc.netinet.Ether.*;
import static libc.netinet.IpIcmp.ICMP_ECHO;
import static libc.netinet.IpIcmp.ICMP_ECHOREPLY;
import static libc.netpacket.Packet.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import libc.netinet.Ip.iphdr;
import libc.netinet.IpIcmp.icmphdr;
import libc.netinet.Udp.udphdr;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Frames and raw packets of the loopback, and the headers in them. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class PacketIT {

    /** RFC 3692 leaves it to experiments. */
    private static final int IPPROTO_EXPERIMENT = 253;

    @BeforeEach
    void needsTheRight() {
        Needs.root();
    }

    private static sockaddr_ll lo(int protocol) throws Exception {
        sockaddr_ll addr = new sockaddr_ll();
        addr.sll_family = AF_PACKET;
        addr.sll_protocol = htons(protocol);
        addr.sll_ifindex = NetworkInterface.getByName("lo").getIndex();
        return addr;
    }

    @Test
    void frameHasTheHeadersOfTheDatagram() throws Exception {
        try (Sockets s = new Sockets()) {
            int tap = s.keep(socket(AF_PACKET, SOCK_RAW, 0));
            sockaddr_ll lo = lo(ETH_P_IP);
            check(bind(tap, lo, sizeof(lo)));
            int fd = s.open(AF_INET, SOCK_DGRAM);
            sockaddr_in to = Sockets.bound(fd);
            check(sendto(fd, "hello", 5, 0, to, sizeof(to)));
            byte[] frame = new byte[65536];
            sockaddr_ll from = new sockaddr_ll();
            ethhdr eth;
            iphdr ip;
            udphdr udp;
            int n;
            do {
                n = check(recvfrom(tap, frame, frame.length, 0, from, new int[] {sizeof(from)}));
                eth = new ethhdr(ByteBuffer.wrap(frame));
                ip = new iphdr(ByteBuffer.wrap(frame, ETH_HLEN, n));
                udp = new udphdr(ByteBuffer.wrap(frame, ETH_HLEN + 4 * ip.ihl, n));
            } while (ip.protocol != IPPROTO_UDP || udp.dest != to.sin_port);
            assertEquals(ETH_HLEN + sizeof(ip) + sizeof(udp) + 5, n);
            assertEquals(htons(ETH_P_IP), eth.h_proto);
            assertEquals(4, ip.version);
            assertEquals(htons(n - ETH_HLEN), ip.tot_len);
            assertEquals(to.sin_addr.s_addr, ip.daddr);
            assertEquals(to.sin_port, udp.source);
            assertEquals(htons(sizeof(udp) + 5), udp.len);
            assertEquals(lo.sll_ifindex, from.sll_ifindex);
            assertEquals(ARPHRD_LOOPBACK, from.sll_hatype);
            assertEquals(ETH_ALEN, from.sll_halen);
            assertTrue(from.toString().startsWith("{sa_family=AF_PACKET, sll_protocol=htons(ETH_P_IP), sll_ifindex="),
                    from::toString);
        }
    }

    @Test
    void memberships() throws Exception {
        try (Sockets s = new Sockets()) {
            int tap = s.keep(socket(AF_PACKET, SOCK_DGRAM, 0));
            packet_mreq mreq = new packet_mreq(lo(0).sll_ifindex, PACKET_MR_PROMISC, 0, new byte[8]);
            check(setsockopt(tap, SOL_PACKET, PACKET_ADD_MEMBERSHIP, mreq, sizeof(mreq)));
            check(setsockopt(tap, SOL_PACKET, PACKET_DROP_MEMBERSHIP, mreq, sizeof(mreq)));
            mreq.mr_ifindex = Integer.MAX_VALUE;
            assertEquals(-1, setsockopt(tap, SOL_PACKET, PACKET_ADD_MEMBERSHIP, mreq, sizeof(mreq)));
            assertEquals(ENODEV, errno());
            assertEquals(-1, setsockopt(tap, SOL_PACKET, PACKET_ADD_MEMBERSHIP, mreq, sizeof(mreq) - 1));
            assertEquals(EINVAL, errno());
            tpacket_stats stats = new tpacket_stats();
            check(getsockopt(tap, SOL_PACKET, PACKET_STATISTICS, stats, new int[] {sizeof(stats)}));
            assertEquals(0, stats.tp_drops);
        }
    }

    @Test
    void frameThatIsSentIsReceived() throws Exception {
        try (Sockets s = new Sockets()) {
            int in = s.keep(socket(AF_PACKET, SOCK_DGRAM, 0));
            sockaddr_ll lo = lo(ETH_P_802_EX1);
            check(bind(in, lo, sizeof(lo)));
            int out = s.keep(socket(AF_PACKET, SOCK_DGRAM, 0));
            lo.sll_halen = ETH_ALEN;
            assertEquals(5, check(sendto(out, "hello", 5, 0, lo, sizeof(lo))));
            byte[] data = new byte[100];
            sockaddr_ll from = new sockaddr_ll();
            assertEquals(5, check(recvfrom(in, data, sizeof(data), 0, from, new int[] {sizeof(from)})));
            assertEquals("hello", Strings.str(data));
            assertEquals(htons(ETH_P_802_EX1), from.sll_protocol);
            lo.sll_ifindex = Integer.MAX_VALUE;
            assertEquals(-1, sendto(out, "hello", 5, 0, lo, sizeof(lo)));
            assertEquals(ENXIO, errno());
            assertEquals(-1, bind(in, lo, sizeof(lo)));
            assertEquals(ENODEV, errno());
        }
    }

    /** A header from loopback to loopback, with its checksum. */
    private static iphdr header(int protocol, int length, sockaddr_in to) {
        iphdr ip = new iphdr();
        ip.version = 4;
        ip.ihl = sizeof(ip) / 4;
        ip.ttl = 64;
        ip.protocol = protocol;
        ip.tot_len = htons(length);
        ip.saddr = to.sin_addr.s_addr;
        ip.daddr = to.sin_addr.s_addr;
        ip.check = checksum(ip);
        return ip;
    }

    private static byte[] bytes(Struct struct) {
        byte[] bytes = new byte[sizeof(struct)];
        struct.pack(ByteBuffer.wrap(bytes));
        return bytes;
    }

    /** The Internet checksum of a struct whose own is 0. */
    private static int checksum(Struct struct) {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(struct));
        int sum = 0;
        while (bytes.hasRemaining()) {
            sum += Short.toUnsignedInt(bytes.getShort());
        }
        sum = (sum >>> 16) + (sum & 0xffff);
        return htons(~(sum + (sum >>> 16)) & 0xffff);
    }

    @Test
    void rawSocketAsksForAnEcho() throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.keep(socket(AF_INET, SOCK_RAW, IPPROTO_ICMP));
            sockaddr_in lo = Sockets.loopback(0);
            check(bind(fd, lo, sizeof(lo)));
            icmphdr echo = new icmphdr();
            echo.type = ICMP_ECHO;
            echo.un.echo().id = htons(Unistd.getpid() & 0xffff);
            echo.un.echo().sequence = htons(7);
            echo.checksum = checksum(echo);
            check(sendto(fd, bytes(echo), sizeof(echo), 0, lo, sizeof(lo)));
            byte[] packet = new byte[1500];
            icmphdr reply;
            iphdr ip;
            int n;
            do {
                n = check(recv(fd, packet, packet.length, 0));
                ip = new iphdr(ByteBuffer.wrap(packet));
                reply = new icmphdr(ByteBuffer.wrap(packet, 4 * ip.ihl, n - 4 * ip.ihl));
            } while (reply.type != ICMP_ECHOREPLY || reply.un.echo().id != echo.un.echo().id);
            assertEquals(IPPROTO_ICMP, ip.protocol);
            assertEquals(lo.sin_addr.s_addr, ip.saddr);
            assertEquals(htons(7), reply.un.echo().sequence);
            assertEquals(sizeof(ip) + sizeof(echo), n);
        }
    }

    @Test
    void rawSocketSendsAHeaderOfItsOwn() throws Exception {
        try (Sockets s = new Sockets()) {
            int in = s.keep(socket(AF_INET, SOCK_RAW, IPPROTO_EXPERIMENT));
            sockaddr_in lo = Sockets.loopback(0);
            check(bind(in, lo, sizeof(lo)));
            int out = s.keep(socket(AF_INET, SOCK_RAW, IPPROTO_RAW));
            iphdr ip = header(IPPROTO_EXPERIMENT, sizeof(iphdr.class), lo);
            ip.ttl = 3;
            check(sendto(out, bytes(ip), sizeof(ip), 0, lo, sizeof(lo)));
            byte[] packet = new byte[1500];
            assertEquals(sizeof(ip), check(recv(in, packet, packet.length, 0)));
            iphdr received = new iphdr(ByteBuffer.wrap(packet));
            assertEquals(3, received.ttl);
            assertEquals(IPPROTO_EXPERIMENT, received.protocol);
            assertEquals(-1, sendto(out, bytes(ip), sizeof(ip) - 1, 0, lo, sizeof(lo)));
            assertEquals(EINVAL, errno());
        }
    }
}
