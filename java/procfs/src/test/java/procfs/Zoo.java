package procfs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.EPROTONOSUPPORT;
import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.Poll.POLLRDHUP;
import static libc.Unistd.fchown;
import static libc.linux.Netlink.NETLINK_GENERIC;
import static libc.linux.Netlink.NETLINK_ROUTE;
import static libc.netinet.In.*;
import static libc.netinet.Tcp.*;
import static libc.linux.IfEther.ETH_P_ALL;
import static libc.linux.IfEther.ETH_P_IP;
import static libc.sys.Un.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import libc.Needs;
import libc.Netdb.addrinfo;
import libc.linux.Netlink.sockaddr_nl;
import libc.netpacket.Packet.sockaddr_ll;

/** Sockets of every kind, in every state that can be held. */
final class Zoo {

    private static final int OTHER_USER = 1234;
    private static final int MANY = 500;

    /** Of netlink, of which others' sockets come and go. */
    final Set<NetlinkAddress> netlink = new HashSet<>();

    private final OwnNetwork network;
    private final Path dir;

    /** In the network namespace of this thread. */
    Zoo(OwnNetwork network, Path dir) throws Exception {
        this.network = network;
        this.dir = dir;
        network.addAddress("fe80::7");
        Files.writeString(Path.of("/proc/sys/net/ipv4/ping_group_range"), "0 2147483647");
        for (String host : List.of("127.0.0.1", "::1", "::ffff:127.0.0.1", "fe80::7%lo")) {
            new TcpStates(network, host);
            orphans(host);
            datagrams(host, 0);
            datagrams(host, IPPROTO_UDPLITE);
        }
        listeners();
        raw();
        unix();
        packet();
        netlink(NETLINK_ROUTE, 0x11);
        netlink(NETLINK_GENERIC, 0);
        many();
    }

    /** What no process has open any more. */
    private void orphans(String host) throws Exception {
        int listener = network.listening(host, 8);
        int finWait1 = network.connected(listener, SOCK_STREAM, 0);
        network.keep(accept(listener, null, null));
        TcpStates.fill(finWait1);
        network.closeNow(finWait1);

        for (int linger : new int[] {0, 120}) { // for more than a minute the socket itself stays
            int finWait2 = network.connected(listener, SOCK_STREAM, 0);
            int closeWait = network.keep(accept(listener, null, null));
            check(setsockopt(finWait2, IPPROTO_TCP, TCP_LINGER2, linger));
            network.closeNow(finWait2);
            TcpStates.awaitEvent(closeWait, POLLRDHUP);
        }

        int lastAck = network.connected(listener, SOCK_STREAM, 0);
        int other = network.keep(accept(listener, null, null));
        TcpStates.fill(lastAck);
        check(shutdown(other, SHUT_WR));
        TcpStates.awaitState(lastAck, State.TCP_CLOSE_WAIT);
        network.closeNow(lastAck);
    }

    private void datagrams(String host, int protocol) throws Exception {
        int probe = socket(AF_INET, SOCK_DGRAM, protocol);
        if (probe < 0 && errno() == EPROTONOSUPPORT) {
            return;
        }
        network.keep(probe);
        int receiver = network.bound(host, SOCK_DGRAM, protocol);
        int sender = network.connected(receiver, SOCK_DGRAM, protocol);
        check(send(sender, "hello", 5, 0));
        check(send(sender, "again", 5, 0));
        check(shutdown(network.connected(receiver, SOCK_DGRAM, protocol), SHUT_RD));
    }

    /** With and without IPv4, on one interface, of another user, with connections that nobody has accepted. */
    private void listeners() throws Exception {
        for (int v6only : new int[] {0, 1}) {
            int fd = network.open(AF_INET6, SOCK_STREAM, 0);
            check(setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, v6only));
            bind("::", fd);
            check(listen(fd, 7));
            int datagrams = network.open(AF_INET6, SOCK_DGRAM, 0);
            check(setsockopt(datagrams, IPPROTO_IPV6, IPV6_V6ONLY, v6only));
            bind("::", datagrams);
        }
        int onLoopback = network.open(AF_INET, SOCK_STREAM, 0);
        check(setsockopt(onLoopback, SOL_SOCKET, SO_BINDTODEVICE, "lo", 3));
        bind("0.0.0.0", onLoopback);
        check(listen(onLoopback, 3));
        int others = network.listening("127.0.0.1", 5);
        check(fchown(others, OTHER_USER, -1));
        for (int i = 0; i < 4; i++) {
            check(fchown(network.connected(others, SOCK_STREAM, 0), OTHER_USER + i, -1));
        }
        check(fchown(network.bound("127.0.0.1", SOCK_DGRAM, 0), OTHER_USER, -1));
    }

    private void bind(String host, int fd) throws Exception {
        addrinfo address = OwnNetwork.address(host, 0);
        check(libc.sys.Socket.bind(fd, address.ai_addr, address.ai_addrlen));
    }

    private void raw() throws Exception {
        int bound = network.bound("127.0.0.1", SOCK_RAW, 253);
        check(send(network.connected(bound, SOCK_RAW, 253), "hello", 5, 0));
        network.open(AF_INET6, SOCK_RAW, IPPROTO_ICMPV6);
        network.bound("127.0.0.1", SOCK_DGRAM, IPPROTO_ICMP);
        network.bound("::1", SOCK_DGRAM, IPPROTO_ICMPV6);
    }

    private void unix() throws Exception {
        for (int type : new int[] {SOCK_STREAM, SOCK_SEQPACKET}) {
            for (String name : List.of("\0abstract" + type, dir.resolve("path" + type).toString())) {
                int listener = unix(type, name);
                check(listen(listener, 5));
                int client = connected(type, name);
                check(send(client, "hello", 5, 0));
                network.keep(accept(listener, null, null));
                connected(type, name);
                check(shutdown(connected(type, name), SHUT_WR));
                network.keep(accept(listener, null, null));
                network.open(AF_UNIX, type, 0);
            }
            pair(type);
        }
        pair(SOCK_DGRAM);
        String name = dir.resolve("datagrams").toString();
        unix(SOCK_DGRAM, name);
        check(send(connected(SOCK_DGRAM, name), "hello", 5, 0));
        check(shutdown(connected(SOCK_DGRAM, name), SHUT_RD));
        network.closeNow(pair(SOCK_STREAM)[0]);
    }

    private int[] pair(int type) throws Exception {
        int[] pair = new int[2];
        check(socketpair(AF_UNIX, type, 0, pair));
        network.keep(pair[0]);
        network.keep(pair[1]);
        return pair;
    }

    private int unix(int type, String name) throws Exception {
        int fd = network.open(AF_UNIX, type, 0);
        check(libc.sys.Socket.bind(fd, un(name), length(name)));
        return fd;
    }

    private int connected(int type, String name) throws Exception {
        int fd = network.open(AF_UNIX, type, 0);
        check(connect(fd, un(name), length(name)));
        return fd;
    }

    private static sockaddr_un un(String name) {
        return new sockaddr_un(AF_UNIX, name.getBytes(UTF_8));
    }

    private static int length(String name) {
        return offsetof(sockaddr_un.class, "sun_path") + name.getBytes(UTF_8).length;
    }

    private void packet() throws Exception {
        for (int type : new int[] {SOCK_RAW, SOCK_DGRAM}) {
            network.open(AF_PACKET, type, 0);
            for (int protocol : new int[] {ETH_P_ALL, ETH_P_IP}) {
                sockaddr_ll lo = new sockaddr_ll();
                lo.sll_family = AF_PACKET;
                lo.sll_protocol = htons(protocol);
                lo.sll_ifindex = libc.net.If.if_nametoindex("lo");
                check(libc.sys.Socket.bind(network.open(AF_PACKET, type, 0), lo, sizeof(lo)));
            }
        }
    }

    private void netlink(int protocol, int groups) throws Exception {
        int fd = network.open(AF_NETLINK, SOCK_RAW, protocol);
        sockaddr_nl address = new sockaddr_nl(AF_NETLINK, 0, 0, groups);
        check(libc.sys.Socket.bind(fd, address, sizeof(address)));
        check(getsockname(fd, address, new int[] {sizeof(address)}));
        netlink.add(new NetlinkAddress(protocol, address.nl_pid, groups));
    }

    private void many() throws Exception {
        int listener = network.listening("127.0.0.1", 5);
        int listener6 = network.listening("::1", 5);
        for (int i = 0; i < MANY; i++) {
            for (int one : new int[] {listener, listener6}) {
                network.connected(one, SOCK_STREAM, 0);
                network.keep(accept(one, null, null));
            }
            network.bound("127.0.0.1", SOCK_DGRAM, 0);
            pair(SOCK_STREAM);
        }
    }
}
