package procfs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.ENOENT;
import static libc.Errno.check;
import static libc.Netdb.*;
import static libc.Strings.str;
import static libc.Unistd.close;
import static libc.Unistd.getuid;
import static libc.arpa.Inet.inet_pton;
import static libc.linux.Netlink.NETLINK_ROUTE;
import static libc.linux.Sockios.SIOCINQ;
import static libc.linux.Sockios.SIOCOUTQ;
import static libc.net.If.if_nametoindex;
import static libc.netinet.Tcp.TCP_CONGESTION;
import static libc.netinet.Tcp.TCP_INFO;
import static libc.sys.Ioctl.ioctl;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static procfs.OwnNetwork.inode;
import static procfs.OwnNetwork.local;
import static procfs.OwnNetwork.remote;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import libc.ErrnoException;
import libc.Needs;
import libc.linux.Netlink.sockaddr_nl;
import libc.netinet.Tcp.tcp_info;
import libc.netpacket.Packet.sockaddr_ll;
import libc.sys.Stat;
import libc.sys.Stat.stat;
import libc.sys.Un.sockaddr_un;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel's rows of sockets that are open, against what the sockets themselves say. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class SockDiagIT {

    private static final Query DETAILED = Query.ALL.details(Detail.values());
    private static final int ETH_P_ALL = 3;
    private static final int CONNECTIONS = 2000;

    @TempDir
    Path dir;

    private static SocketEntry entry(Kind kind, Query query, int fd) throws Exception {
        long inode = inode(fd);
        try (SockDiag diag = SockDiag.open(Namespace.OWN)) {
            List<SocketEntry> found = diag.entries(kind, query).stream().filter(entry -> entry.inode() == inode).toList();
            assertEquals(1, found.size(), found::toString);
            return found.get(0);
        }
    }

    private static long cookie(int fd) throws Exception {
        long[] cookie = {0};
        check(getsockopt(fd, SOL_SOCKET, SO_COOKIE, cookie, new int[] {sizeof(cookie)}));
        return cookie[0];
    }

    private static int option(int fd, int level, int name) throws Exception {
        int[] value = {0};
        check(getsockopt(fd, level, name, value, new int[] {sizeof(value)}));
        return value[0];
    }

    private static SocketMemory memory(int fd) throws Exception {
        int[] vars = new int[9];
        check(getsockopt(fd, SOL_SOCKET, SO_MEMINFO, vars, new int[] {sizeof(vars)}));
        return new SocketMemory(vars[0], vars[1], vars[2], vars[3], vars[4], vars[5], vars[6], vars[7], vars[8]);
    }

    /** What every socket can be asked. */
    private static void assertSame(int fd, SocketEntry entry) throws Exception {
        stat status = new stat();
        check(Stat.fstat(fd, status));
        assertEquals(Source.DIAG, entry.source());
        assertEquals(status.st_ino, entry.inode());
        assertEquals(option(fd, SOL_SOCKET, SO_DOMAIN), entry.family());
        assertEquals(option(fd, SOL_SOCKET, SO_TYPE), entry.type());
        assertEquals(cookie(fd), entry.details().cookie());
        assertEquals(memory(fd), entry.details().memory());
        assertEquals(Integer.toUnsignedLong(memory(fd).drops()), entry.details().drops());
        if (entry.kind() != Kind.NETLINK) {
            assertEquals(Integer.toUnsignedLong(status.st_uid), entry.uid());
        }
    }

    private static void assertInternet(int fd, SocketEntry entry) throws Exception {
        assertSame(fd, entry);
        assertEquals(option(fd, SOL_SOCKET, SO_PROTOCOL), entry.protocol());
        assertEquals(local(fd), entry.local());
        assertEquals(remote(fd), entry.remote());
        assertEquals(option(fd, SOL_SOCKET, SO_MARK), entry.details().mark());
        assertEquals(option(fd, IPPROTO_IP, IP_TOS), entry.details().tos());
        if (entry.family() == AF_INET6) {
            assertInstanceOf(Inet6Address.class, ((InetSocketAddress) entry.local()).getAddress());
            assertInstanceOf(Inet6Address.class, ((InetSocketAddress) entry.remote()).getAddress());
            assertEquals(option(fd, IPPROTO_IPV6, IPV6_TCLASS), entry.details().trafficClass());
        }
    }

    /** What TCP_INFO says, but for the fields that count the ms from then to now. */
    private static String text(tcp_info info) {
        info.tcpi_last_data_sent = 0;
        info.tcpi_last_data_recv = 0;
        info.tcpi_last_ack_recv = 0;
        return info.toString();
    }

    private static tcp_info info(int fd) throws Exception {
        tcp_info info = new tcp_info();
        check(getsockopt(fd, IPPROTO_TCP, TCP_INFO, info, new int[] {sizeof(info)}));
        return info;
    }

    /** An entry between two moments at which the socket said the same: an acknowledgement may be on its way. */
    private static SocketEntry tcpEntry(int fd) throws Exception {
        String before;
        SocketEntry entry;
        do {
            before = text(info(fd)) + memory(fd);
            entry = entry(Kind.TCP, DETAILED, fd);
        } while (!before.equals(text(info(fd)) + memory(fd)));
        assertInternet(fd, entry);
        assertEquals(before, text(entry.details().tcpInfo()) + entry.details().memory());
        assertEquals(info(fd).tcpi_state, entry.state().value());
        byte[] name = new byte[16];
        check(getsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, name, new int[] {name.length}));
        assertEquals(str(name), entry.details().congestion());
        return entry;
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "::ffff:127.0.0.1"})
    void tcp(String host) throws Exception {
        OwnNetwork.in(dir, network -> {
            int listener = network.listening(host, 7);
            int client = network.open(option(listener, SOL_SOCKET, SO_DOMAIN), SOCK_STREAM, 0);
            check(setsockopt(client, SOL_SOCKET, SO_MARK, 4711));
            check(setsockopt(client, IPPROTO_IP, IP_TOS, 0x10));
            addrinfo to = OwnNetwork.address(host, local(listener).getPort());
            check(connect(client, to.ai_addr, to.ai_addrlen));
            SocketEntry waiting = tcpEntry(listener);
            assertEquals(1, waiting.receiveQueue());
            assertEquals(7, waiting.sendQueue());
            assertEquals(State.TCP_LISTEN, waiting.state());
            if (waiting.family() == AF_INET6) {
                assertEquals(option(listener, IPPROTO_IPV6, IPV6_V6ONLY) != 0, waiting.details().v6only());
            }
            int server = network.keep(accept(listener, null, null));
            check(send(client, "12345", 5, 0));
            SocketEntry accepted = tcpEntry(server);
            assertEquals(5, accepted.receiveQueue());
            assertEquals(State.TCP_ESTABLISHED, accepted.state());
            assertEquals(4711, tcpEntry(client).details().mark());
            check(shutdown(client, SHUT_WR));
            SocketEntry half = entry(Kind.TCP, DETAILED, client);
            assertTrue(EnumSet.of(State.TCP_FIN_WAIT1, State.TCP_FIN_WAIT2).contains(half.state()), half::toString);
            assertEquals(2, half.details().shutdown());
            assertEquals(State.TCP_CLOSE_WAIT, entry(Kind.TCP, DETAILED, server).state());
        });
    }

    /** The first that closes leaves a TIME_WAIT, which nobody has open. */
    @Test
    void timeWait() throws Exception {
        OwnNetwork.in(dir, network -> {
            int listener = network.listening("127.0.0.1", 1);
            int client = network.connected(listener, SOCK_STREAM, 0);
            int server = network.keep(accept(listener, null, null));
            InetSocketAddress local = local(client);
            network.closeNow(client);
            network.closeNow(server);
            try (SockDiag diag = SockDiag.open(Namespace.OWN)) {
                SocketEntry entry = diag.entries(Kind.TCP, DETAILED.states(State.TCP_TIME_WAIT)).get(0);
                assertEquals(local, entry.local());
                assertEquals(0, entry.inode());
                assertEquals(Timer.Kind.TIME_WAIT, entry.timer().kind());
                assertTrue(entry.timer().expires().toMillis() > 10_000, entry::toString);
                assertNull(entry.details().tcpInfo());
                assertNull(entry.details().memory());
            }
        });
    }

    private static int queue(int fd, long request) throws Exception {
        int[] bytes = {0};
        check(ioctl(fd, request, bytes));
        return bytes[0];
    }

    /** What is sent to a window that is closed stays in the queue, and the timer asks. */
    @Test
    void queueAndTimer() throws Exception {
        OwnNetwork.in(dir, network -> {
            int listener = network.listening("127.0.0.1", 1);
            int client = network.connected(listener, SOCK_STREAM, 0);
            int server = network.keep(accept(listener, null, null));
            byte[] much = new byte[1 << 20];
            while (send(client, much, much.length, MSG_DONTWAIT) > 0) {
            }
            int unsent = queue(client, SIOCOUTQ);
            int unread = queue(server, SIOCINQ);
            SocketEntry stuck = entry(Kind.TCP, DETAILED, client);
            SocketEntry full = entry(Kind.TCP, DETAILED, server);
            assertTrue(unsent >= stuck.sendQueue() && stuck.sendQueue() >= queue(client, SIOCOUTQ), stuck::toString);
            assertTrue(unread <= full.receiveQueue() && full.receiveQueue() <= queue(server, SIOCINQ), full::toString);
            assertNotEquals(Timer.NONE, stuck.timer());
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"UDP", "UDPLITE"})
    void datagrams(Kind kind) throws Exception {
        OwnNetwork.in(dir, network -> {
            int protocol = kind == Kind.UDP ? IPPROTO_UDP : IPPROTO_UDPLITE;
            for (String host : List.of("127.0.0.1", "::1")) {
                int server = network.bound(host, SOCK_DGRAM, protocol);
                int client = network.connected(server, SOCK_DGRAM, protocol);
                check(send(client, "hello", 5, 0));
                SocketEntry received = entry(kind, DETAILED, server);
                assertEquals(State.TCP_CLOSE, received.state());
                assertTrue(received.receiveQueue() >= 5, received::toString);
                assertInternet(server, received);
                SocketEntry connected = entry(kind, DETAILED, client);
                assertEquals(State.TCP_ESTABLISHED, connected.state());
                assertInternet(client, connected);
            }
        });
    }

    @Test
    void interfacesAndScopes() throws Exception {
        OwnNetwork.in(dir, network -> {
            network.addAddress("fe80::1");
            int lo = if_nametoindex("lo");
            int bound = network.bound("127.0.0.1", SOCK_DGRAM, 0);
            check(setsockopt(bound, SOL_SOCKET, SO_BINDTOIFINDEX, lo));
            assertEquals(lo, entry(Kind.UDP, Query.ALL, bound).interfaceIndex());
            int linkLocal = network.open(AF_INET6, SOCK_DGRAM, 0);
            sockaddr_in6 address = new sockaddr_in6(AF_INET6, 0, 0, new in6_addr(), lo);
            check(inet_pton(AF_INET6, "fe80::1", address.sin6_addr));
            check(bind(linkLocal, address, sizeof(address)));
            InetSocketAddress scoped = (InetSocketAddress) entry(Kind.UDP, Query.ALL, linkLocal).local();
            assertEquals(lo, assertInstanceOf(Inet6Address.class, scoped.getAddress()).getScopeId());
        });
    }

    private static sockaddr_un un(byte[] name) {
        return new sockaddr_un(AF_UNIX, name);
    }

    @Test
    void unix() throws Exception {
        OwnNetwork.in(dir, network -> {
            Path path = dir.resolve("listener");
            int listener = network.open(AF_UNIX, SOCK_SEQPACKET, 0);
            sockaddr_un to = un(path.toString().getBytes(UTF_8));
            check(bind(listener, to, sizeof(to)));
            check(listen(listener, 3));
            int client = network.open(AF_UNIX, SOCK_SEQPACKET, 0);
            check(connect(client, to, sizeof(to)));
            SocketEntry waiting = entry(Kind.UNIX, DETAILED, listener);
            assertSame(listener, waiting);
            assertEquals(State.TCP_LISTEN, waiting.state());
            assertEquals(UnixAddress.of(path.toString()), waiting.local());
            assertEquals(1, waiting.receiveQueue());
            assertEquals(3, waiting.sendQueue());
            assertEquals(List.of(inode(client)), waiting.details().pending());
            stat file = new stat();
            check(Stat.stat(path.toString(), file));
            assertEquals(file.st_ino & 0xffff_ffffL, waiting.details().pathInode());
            int server = network.keep(accept(listener, null, null));
            SocketEntry accepted = entry(Kind.UNIX, DETAILED, server);
            assertSame(server, accepted);
            assertEquals(inode(client), accepted.peerInode());
            assertEquals(inode(server), entry(Kind.UNIX, DETAILED, client).peerInode());
            assertEquals(State.TCP_ESTABLISHED, accepted.state());
            check(shutdown(server, SHUT_RD));
            assertEquals(1, entry(Kind.UNIX, DETAILED, server).details().shutdown());

            byte[] name = {0, 'a', 0, 'b', 0};
            int named = network.open(AF_UNIX, SOCK_DGRAM, 0);
            check(bind(named, un(name), offsetof(sockaddr_un.class, "sun_path") + name.length));
            SocketEntry entry = entry(Kind.UNIX, DETAILED, named);
            assertSame(named, entry);
            assertEquals(UnixAddress.of(name), entry.local());
            assertEquals(State.TCP_CLOSE, entry.state());
            assertNull(entry.details().pathInode());
            check(sendto(named, "hello", 5, 0, un(name), offsetof(sockaddr_un.class, "sun_path") + name.length));
            assertTrue(entry(Kind.UNIX, DETAILED, named).receiveQueue() >= 5);
        });
    }

    @Test
    void packetAndNetlink() throws Exception {
        OwnNetwork.in(dir, network -> {
            int packet = network.open(AF_PACKET, SOCK_DGRAM, 0);
            int lo = if_nametoindex("lo");
            sockaddr_ll address = new sockaddr_ll();
            address.sll_family = AF_PACKET;
            address.sll_protocol = htons(ETH_P_ALL);
            address.sll_ifindex = lo;
            check(bind(packet, address, sizeof(address)));
            SocketEntry row = entry(Kind.PACKET, DETAILED, packet);
            assertSame(packet, row);
            assertEquals(new LinkAddress(ETH_P_ALL, lo), row.local());
            assertEquals(ETH_P_ALL, row.protocol());
            assertEquals(lo, row.interfaceIndex());

            int netlink = network.open(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
            sockaddr_nl mine = new sockaddr_nl(AF_NETLINK, 0, 0, 5);
            check(bind(netlink, mine, sizeof(mine)));
            check(getsockname(netlink, mine, new int[] {sizeof(mine)}));
            SocketEntry unconnected = entry(Kind.NETLINK, DETAILED, netlink);
            assertSame(netlink, unconnected);
            assertEquals(new NetlinkAddress(NETLINK_ROUTE, mine.nl_pid, 5), unconnected.local());
            assertEquals(new NetlinkAddress(NETLINK_ROUTE, 0, 0), unconnected.remote());
            assertEquals(State.TCP_CLOSE, unconnected.state());
            sockaddr_nl other = new sockaddr_nl(AF_NETLINK, 0, 4711, 1 << 2);
            check(connect(netlink, other, sizeof(other)));
            SocketEntry connected = entry(Kind.NETLINK, DETAILED, netlink);
            assertEquals(new NetlinkAddress(NETLINK_ROUTE, 4711, 1 << 2), connected.remote());
            assertEquals(State.TCP_ESTABLISHED, connected.state());
        });
    }

    /** This kernel may have no table of raw sockets, and none has one of ICMP: it says so, and goes on. */
    @Test
    void tableThatIsNotThere() throws Exception {
        try (SockDiag diag = SockDiag.open(Namespace.OWN)) {
            ErrnoException e = assertThrows(ErrnoException.class, () -> diag.entries(Kind.ICMP, Query.ALL));
            assertEquals("sock_diag: ENOENT (No such file or directory)", e.getMessage());
            try {
                diag.visit(Kind.RAW, Query.ALL, row -> assertEquals(SOCK_RAW, row.type()));
            } catch (ErrnoException raw) {
                assertEquals(ENOENT, raw.errno());
            }
            diag.visit(Kind.TCP, Query.ALL, row -> assertEquals(SOCK_STREAM, row.type()));
        }
    }

    @Test
    void statesAndFamilies() throws Exception {
        OwnNetwork.in(dir, network -> {
            List<Integer> listeners = new ArrayList<>();
            for (String host : List.of("127.0.0.1", "::1")) {
                listeners.add(network.listening(host, 1));
                network.connected(listeners.get(listeners.size() - 1), SOCK_STREAM, 0);
            }
            int unbound = network.open(AF_UNIX, SOCK_DGRAM, 0);
            try (SockDiag diag = SockDiag.open(Namespace.OWN)) {
                // the accepted ends are sockets already, which have no inode until accept(2) gives them one
                assertEquals(6, diag.entries(Kind.TCP, Query.ALL).size());
                assertEquals(2, diag.entries(Kind.TCP, Query.ALL.states(State.TCP_LISTEN)).size());
                assertEquals(3, diag.entries(Kind.TCP, Query.ALL.family(AF_INET6)).size());
                assertEquals(List.of(inode(listeners.get(0))),
                        diag.entries(Kind.TCP, Query.ALL.family(AF_INET).states(State.TCP_LISTEN)).stream()
                                .map(SocketEntry::inode).toList());
                assertEquals(List.of(), diag.entries(Kind.UNIX, Query.ALL.states(State.TCP_ESTABLISHED)));
                assertEquals(List.of(inode(unbound)), diag.entries(Kind.UNIX, Query.ALL.states(State.TCP_CLOSE)).stream()
                        .map(SocketEntry::inode).toList());
                assertEquals(List.of(), diag.entries(Kind.NETLINK, Query.ALL.states(State.TCP_LISTEN)));
                assertEquals(List.of(), diag.entries(Kind.UNIX, Query.ALL.filter(Filter.parse("sport = :80"))));
                assertEquals(1, diag.entries(Kind.UNIX, Query.ALL.filter(Filter.parse("sport != :80"))).size());
            }
        });
    }

    /** Of each kind every socket there is: a row says what its entry says. */
    @Test
    void rowIsItsEntry() throws Exception {
        OwnNetwork.in(dir, network -> {
            int listener = network.listening("127.0.0.1", 1);
            network.connected(listener, SOCK_STREAM, 0);
            network.connected(network.bound("::1", SOCK_DGRAM, 0), SOCK_DGRAM, 0);
            int unix = network.open(AF_UNIX, SOCK_STREAM, 0);
            check(bind(unix, un(new byte[] {0, 'x'}), offsetof(sockaddr_un.class, "sun_path") + 2));
            network.open(AF_PACKET, SOCK_RAW, htons(ETH_P_ALL));
            Set<Kind> visited = new HashSet<>();
            try (SockDiag diag = SockDiag.open(Namespace.OWN)) {
                for (Kind kind : List.of(Kind.TCP, Kind.UDP, Kind.UNIX, Kind.PACKET, Kind.NETLINK)) {
                    diag.visit(kind, DETAILED, row -> {
                        visited.add(kind);
                        assertRow(row, row.entry());
                    });
                }
            }
            assertEquals(Set.of(Kind.TCP, Kind.UDP, Kind.UNIX, Kind.PACKET, Kind.NETLINK), visited);
        });
    }

    private static void assertRow(SockDiag.Row row, SocketEntry entry) {
        assertEquals(entry.kind(), row.kind());
        assertEquals(entry.family(), row.family());
        assertEquals(entry.type(), row.type());
        assertEquals(entry.protocol(), row.protocol());
        assertEquals(entry.state(), row.state());
        assertEquals(entry.receiveQueue(), row.receiveQueue());
        assertEquals(entry.sendQueue(), row.sendQueue());
        assertEquals(entry.timer().kind(), row.timer());
        assertEquals(entry.timer().retransmits(), row.timer() == Timer.Kind.OFF ? 0 : row.retransmits());
        assertEquals(entry.timer().expires().toMillis(), row.timer() == Timer.Kind.OFF ? 0 : row.timerExpires());
        assertEquals(entry.uid(), row.uid());
        assertEquals(entry.inode(), row.inode());
        assertEquals(entry.peerInode(), row.peerInode());
        assertEquals(entry.interfaceIndex(), row.interfaceIndex());
        assertEquals(entry.details().cookie(), row.cookie());
        byte[] bytes = new byte[16];
        if (entry.local() instanceof InetSocketAddress local && entry.remote() instanceof InetSocketAddress remote) {
            assertEquals(local.getPort(), row.localPort());
            assertEquals(remote.getPort(), row.remotePort());
            int length = row.localAddress(bytes);
            assertArrayEquals(local.getAddress().getAddress(), Arrays.copyOf(bytes, length));
            assertEquals(length, row.remoteAddress(bytes));
            assertArrayEquals(remote.getAddress().getAddress(), Arrays.copyOf(bytes, length));
        } else if (entry.local() instanceof UnixAddress local) {
            assertArrayEquals(local.name(), Arrays.copyOf(bytes, row.localAddress(bytes)));
        } else if (entry.local() instanceof NetlinkAddress local) {
            assertEquals(local.portId(), row.localPort());
        } else {
            assertEquals(0, row.localPort());
            assertEquals(0, row.localAddress(bytes));
        }
    }

    /** Thousands of sockets that stay, while others come and go; with all details the dump is of many MiB. */
    @Test
    void losesNothingAndTellsNothingTwice() throws Exception {
        OwnNetwork.in(dir, network -> {
            Set<Long> stay = new HashSet<>();
            int listener = network.listening("127.0.0.1", 8);
            stay.add(inode(listener));
            for (int i = 0; i < CONNECTIONS; i++) {
                stay.add(inode(network.connected(listener, SOCK_STREAM, 0)));
                stay.add(inode(network.keep(accept(listener, null, null))));
            }
            int[] pair = new int[2];
            for (int i = 0; i < CONNECTIONS; i++) {
                check(socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
                network.keep(pair[0]);
                network.keep(pair[1]);
            }
            AtomicBoolean enough = new AtomicBoolean();
            ExecutorService others = Executors.newSingleThreadExecutor();
            try (SockDiag diag = SockDiag.open(Namespace.OWN)) {
                int near = network.listening("127.0.0.1", 8);
                // A thread is in the namespace of the one that makes it.
                var churn = others.submit(() -> {
                    while (!enough.get()) {
                        comeAndGo(near);
                    }
                    return null;
                });
                for (int i = 0; i < 20; i++) {
                    for (Query query : List.of(Query.ALL, DETAILED)) {
                        Map<Long, Integer> told = new HashMap<>();
                        diag.visit(Kind.TCP, query, row -> told.merge(row.inode(), 1, Integer::sum));
                        stay.forEach(inode -> assertEquals(1, told.get(inode)));
                    }
                    List<SocketEntry> unix = diag.entries(Kind.UNIX, DETAILED);
                    assertEquals(unix.size(), unix.stream().map(SocketEntry::inode).distinct().count());
                    assertTrue(unix.size() > 2 * CONNECTIONS - 100);
                }
                enough.set(true);
                churn.get();
            } finally {
                enough.set(true);
                others.shutdown();
            }
        });
    }

    /** A connection that leaves nothing behind, and a pair. */
    private static void comeAndGo(int listener) throws IOException {
        sockaddr_storage address = new sockaddr_storage();
        check(getsockname(listener, address, new int[] {sizeof(address)}));
        int client = check(socket(AF_INET, SOCK_STREAM, 0));
        check(connect(client, address, sizeof(sockaddr_in.class)));
        int server = check(accept(listener, null, null));
        linger reset = new linger(1, 0);
        check(setsockopt(server, SOL_SOCKET, SO_LINGER, reset, sizeof(reset)));
        check(close(server));
        check(close(client));
        int[] pair = new int[2];
        check(socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
        check(close(pair[0]));
        check(close(pair[1]));
    }

    /** Who has no rights sees every socket, too, but no marks. */
    @Test
    @Tag("once")
    void withoutRights() throws Exception {
        Needs.tool("unshare");
        int fd = check(socket(AF_INET, SOCK_STREAM, 0));
        try {
            check(listen(fd, 1));
            String classPath = System.getProperty("java.class.path");
            String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            List<String> command = List.of("unshare", "--user", java, "--enable-native-access=ALL-UNNAMED", "-cp", classPath,
                    Unprivileged.class.getName(), Long.toString(inode(fd)));
            String output = Needs.run(dir, command.toArray(String[]::new));
            assertEquals("uid " + (getuid() == 0 ? 65534 : getuid()), output.lines().findFirst().orElseThrow());
            assertEquals(List.of("TCP", "UDP", "UDPLITE", "UNIX", "PACKET", "NETLINK", "/0.0.0.0 mark null"),
                    output.lines().skip(1).toList());
        } finally {
            check(close(fd));
        }
    }

    /** Prints the kinds that it may read, and a socket by its inode. */
    static final class Unprivileged {

        private Unprivileged() {}

        public static void main(String[] args) throws IOException {
            System.out.println("uid " + getuid());
            try (SockDiag diag = SockDiag.open(Namespace.OWN)) {
                for (Kind kind : List.of(Kind.TCP, Kind.UDP, Kind.UDPLITE, Kind.UNIX, Kind.PACKET, Kind.NETLINK)) {
                    diag.entries(kind, DETAILED);
                    System.out.println(kind);
                }
                diag.visit(Kind.TCP, DETAILED, row -> {
                    if (row.inode() == Long.parseLong(args[0])) {
                        SocketEntry entry = row.entry();
                        InetSocketAddress local = (InetSocketAddress) entry.local();
                        System.out.println(local.getAddress() + " mark " + entry.details().mark());
                    }
                });
            }
        }
    }
}
