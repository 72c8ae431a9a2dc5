package procfs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static libc.Errno.*;
import static libc.Poll.*;
import static libc.Unistd.*;
import static libc.linux.Netlink.NETLINK_SOCK_DIAG;
import static libc.netinet.In.*;
import static libc.netinet.Tcp.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static procfs.OwnNetwork.*;
import static procfs.TcpStates.*;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import libc.Needs;
import libc.linux.Netlink.sockaddr_nl;
import libc.netpacket.Packet.sockaddr_ll;
import libc.sys.Un.sockaddr_un;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of sockets that are open, against what the sockets themselves say. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ProcNetIT {

    private static final int ROUNDS = 10_000;
    private static final int ASKED = 100;
    private static final long TICK = 1_000_000 / sysconf(_SC_CLK_TCK);

    @TempDir
    Path dir;

    /** The table of the machine, whatever is in it. */
    @Test
    void readsWhatTheMachineHas() throws Exception {
        for (Kind kind : Kind.values()) {
            for (SocketEntry entry : ProcNet.entries(Path.of("/proc/self/net"), kind)) {
                assertEquals(kind, entry.kind());
                assertEquals(Source.PROC, entry.source());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, tcp", "::1, tcp6", "::ffff:127.0.0.1, tcp6"})
    void tcpInEveryState(String host, String file) throws Exception {
        OwnNetwork.in(dir, network -> {
            TcpStates tcp = new TcpStates(network, host);

            List<ProcNet.Inet> rows = ProcNet.inet(TABLES.resolve(file));
            Set<State> seen = EnumSet.noneOf(State.class);
            for (int fd : tcp.open) {
                ProcNet.Inet row = one(rows, candidate -> candidate.inode() == inode(fd));
                seen.add(row.st());
                agrees(fd, fd == tcp.synSent ? local(tcp.busy) : remote(fd), row);
                assertEquals(info(fd).tcpi_state, row.st().value());
            }
            // Nothing is under way on these; what the others have changes.
            for (int fd : new int[] {tcp.client, tcp.server, tcp.waiting}) {
                saysWhatTcpInfoSays(fd, row(rows, fd).tcp());
            }

            assertEquals(5, row(rows, tcp.client).rx_queue());
            assertEquals(Timer.Kind.KEEPALIVE, row(rows, tcp.server).tr());
            Duration idle = row(rows, tcp.server).tm_when();
            assertTrue(idle.toSeconds() > 30 && idle.toSeconds() <= 100, idle::toString);
            assertEquals(1, row(rows, tcp.busy).rx_queue());
            assertEquals(1, row(rows, tcp.synSent).tx_queue());
            assertEquals(Timer.Kind.RETRANSMIT, row(rows, tcp.synSent).tr());
            assertTrue(row(rows, tcp.finWait1).tx_queue() > 0);

            ProcNet.Inet accepted = one(rows, row -> row.local_address().equals(local(tcp.busy))
                    && row.rem_address().equals(local(tcp.waiting)));
            assertEquals(State.TCP_ESTABLISHED, accepted.st());
            assertEquals(0, accepted.inode());
            assertNotNull(accepted.tcp());

            ProcNet.Inet gone = one(rows, row -> row.local_address().equals(tcp.timeWait));
            assertEquals(State.TCP_TIME_WAIT, gone.st());
            assertEquals(Timer.Kind.TIME_WAIT, gone.timer().kind());
            assertTrue(gone.timer().expires().compareTo(Duration.ofSeconds(60)) <= 0, gone::toString);
            assertNull(gone.tcp());
            seen.add(gone.st());

            ProcNet.Inet request = one(rows, row -> row.rem_address().equals(local(tcp.silent)));
            assertEquals(State.TCP_SYN_RECV, request.st());
            assertEquals(local(tcp.deferring), request.local_address());
            assertEquals(Timer.Kind.RETRANSMIT, request.timer().kind());
            assertNull(request.tcp());
            seen.add(request.st());

            sameAsSockDiag(Kind.TCP, tcp.open.size());
            assertEquals(EnumSet.complementOf(EnumSet.of(State.TCP_CLOSE, State.TCP_NEW_SYN_RECV)), seen);

            // What does not go on meanwhile.
            Path still = Files.write(dir.resolve(file), Files.readAllBytes(TABLES.resolve(file)));
            assertEquals(ProcNet.inet(still).stream().map(row -> row.entry(Kind.TCP, Set.of())).toList(),
                    ProcNet.entries(dir, Kind.TCP));
        });
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 0, UDP, udp", "::1, 0, UDP, udp6", "::ffff:127.0.0.1, 0, UDP, udp6", "127.0.0.1, 136,"
            + " UDPLITE, udplite",
        "::1, 136, UDPLITE, udplite6"})
    void udp(String host, int protocol, Kind kind, String file) throws Exception {
        OwnNetwork.in(dir, network -> {
            int family = address(host, 0).ai_family;
            int probe = socket(family, SOCK_DGRAM, protocol);
            if (probe < 0 && errno() == EPROTONOSUPPORT) {
                assertFalse(Files.exists(TABLES.resolve(file)));
                return;
            }
            network.keep(probe);
            int receiver = network.bound(host, SOCK_DGRAM, protocol);
            int sender = network.connected(receiver, SOCK_DGRAM, protocol);
            check(send(sender, "hello", 5, 0));
            awaitEvent(receiver, POLLIN);

            List<ProcNet.Inet> rows = ProcNet.inet(TABLES.resolve(file));
            assertEquals(2, rows.size(), rows::toString);
            agrees(receiver, remote(receiver), row(rows, receiver));
            agrees(sender, local(receiver), row(rows, sender));
            assertEquals(State.TCP_CLOSE, row(rows, receiver).st());
            assertEquals(State.TCP_ESTABLISHED, row(rows, sender).st());
            assertTrue(row(rows, receiver).rx_queue() > 0);
            assertEquals(0, row(rows, receiver).drops());
            assertNull(row(rows, receiver).tcp());

            SocketEntry entry = row(rows, sender).entry(kind, Set.of(Detail.EXTENDED));
            assertEquals(kind, entry.kind());
            assertEquals(family, entry.family());
            assertEquals(SOCK_DGRAM, entry.type());
            assertEquals(kind == Kind.UDP ? IPPROTO_UDP : IPPROTO_UDPLITE, entry.protocol());
            assertEquals(0L, entry.details().drops());
            assertEquals(row(rows, sender).pointer(), entry.details().pointer());
            assertEquals(Timer.NONE, entry.timer());
            sameAsSockDiag(kind, 2);
        });
    }

    @Test
    void linkLocal() throws Exception {
        OwnNetwork.in(dir, network -> {
            network.addAddress("fe80::7");
            int fd = network.bound("fe80::7%lo", SOCK_STREAM, 0);
            check(listen(fd, 1));
            ProcNet.Inet row = ProcNet.inet(TABLES.resolve("tcp6")).get(0);
            Inet6Address address = (Inet6Address) row.local_address().getAddress();
            assertTrue(address.isLinkLocalAddress());
            assertArrayEquals(local(fd).getAddress().getAddress(), address.getAddress());
            assertNull(address.getScopedInterface());
        });
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 253", "::1, 58", "127.0.0.1, 255"})
    void raw(String host, int protocol) throws Exception {
        OwnNetwork.in(dir, network -> {
            int fd = network.bound(host, SOCK_RAW, protocol);
            SocketEntry entry = ProcNet.entries(TABLES, Kind.RAW).get(0);
            assertEquals(SOCK_RAW, entry.type());
            assertEquals(protocol, entry.protocol());
            assertEquals(local(fd).getAddress(), ((InetSocketAddress) entry.local()).getAddress());
            assertEquals(inode(fd), entry.inode());
            assertEquals(State.TCP_CLOSE, entry.state());
        });
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 1, icmp", "::1, 58, icmp6"})
    void icmp(String host, int protocol, String file) throws Exception {
        OwnNetwork.in(dir, network -> {
            Files.writeString(Path.of("/proc/sys/net/ipv4/ping_group_range"), "0 2147483647");
            int fd = network.bound(host, SOCK_DGRAM, protocol);
            List<ProcNet.Inet> rows = ProcNet.inet(TABLES.resolve(file));
            agrees(fd, remote(fd), row(rows, fd));
            assertTrue(row(rows, fd).local_address().getPort() > 0);
            SocketEntry entry = ProcNet.entries(TABLES, Kind.ICMP).get(0);
            assertEquals(protocol, entry.protocol());
            assertEquals(SOCK_DGRAM, entry.type());
        });
    }

    @Test
    void unixInEveryState() throws Exception {
        OwnNetwork.in(dir, network -> {
            byte[] path = dir.resolve("s").toString().getBytes(ISO_8859_1);
            int listener = bound(network, SOCK_STREAM, path);
            check(listen(listener, 4));
            int client = connected(network, SOCK_STREAM, path);
            int server = network.keep(accept(listener, null, null));
            int waiting = connected(network, SOCK_STREAM, path);
            int unbound = network.open(AF_UNIX, SOCK_STREAM, 0);
            byte[] name = "\0records".getBytes(ISO_8859_1);
            int records = bound(network, SOCK_SEQPACKET, name);
            check(listen(records, 4));
            int[] pair = new int[2];
            check(socketpair(AF_UNIX, SOCK_DGRAM, 0, pair));
            network.keep(pair[0]);
            network.keep(pair[1]);

            List<ProcNet.Unix> rows = ProcNet.unix(TABLES.resolve("unix"));
            unix(rows, listener, SOCK_STREAM, State.TCP_LISTEN, path);
            unix(rows, client, SOCK_STREAM, State.TCP_ESTABLISHED, new byte[0]);
            unix(rows, server, SOCK_STREAM, State.TCP_ESTABLISHED, path);
            unix(rows, waiting, SOCK_STREAM, State.TCP_ESTABLISHED, new byte[0]);
            unix(rows, unbound, SOCK_STREAM, State.TCP_CLOSE, new byte[0]);
            unix(rows, records, SOCK_SEQPACKET, State.TCP_LISTEN, name);
            unix(rows, pair[0], SOCK_DGRAM, State.TCP_ESTABLISHED, new byte[0]);
            ProcNet.Unix embryo = one(rows, row -> row.Inode() == 0);
            assertEquals(2, embryo.St());
            assertEquals(State.TCP_ESTABLISHED, embryo.state());
            assertArrayEquals(path, embryo.Path().name());
            assertEquals(9, rows.size(), rows::toString);
            sameAsSockDiag(Kind.UNIX, 8);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a name", " behind a space", "two\nlines", "\nbehind a newline", "ends in"
            + " one\n", "\n", "\n\n\n", "caf\u00e9 \u00ff",
        "tab\tand\u001b[31m", "1: no socket", "x\n0000000000000000: 00000003 no socket", "at@at", "@"})
    void names(String name) throws Exception {
        OwnNetwork.in(dir, network -> {
            byte[] path = name.getBytes(ISO_8859_1);
            byte[] hidden = ('\0' + name).getBytes(ISO_8859_1);
            byte[] deep = (dir.resolve("d") + name).getBytes(ISO_8859_1);
            int abstractly = bound(network, SOCK_DGRAM, hidden);
            int before = network.open(AF_UNIX, SOCK_DGRAM, 0);
            int visibly = bound(network, SOCK_DGRAM, deep);
            int after = network.open(AF_UNIX, SOCK_DGRAM, 0);
            List<ProcNet.Unix> rows = ProcNet.unix(TABLES.resolve("unix"));
            assertEquals(4, rows.size(), rows::toString);
            unix(rows, abstractly, SOCK_DGRAM, State.TCP_CLOSE, hidden);
            unix(rows, visibly, SOCK_DGRAM, State.TCP_CLOSE, deep);
            unix(rows, before, SOCK_DGRAM, State.TCP_CLOSE, new byte[0]);
            unix(rows, after, SOCK_DGRAM, State.TCP_CLOSE, new byte[0]);
        });
    }

    /** The longest that sun_path takes. */
    @Test
    void longNames() throws Exception {
        OwnNetwork.in(dir, network -> {
            byte[] name = new byte[sizeof(new sockaddr_un()) - Short.BYTES];
            for (int i = 1; i < name.length; i++) {
                name[i] = (byte) (i % 3 == 0 ? '\n' : 'n');
            }
            int fd = bound(network, SOCK_DGRAM, name);
            unix(ProcNet.unix(TABLES.resolve("unix")), fd, SOCK_DGRAM, State.TCP_CLOSE, name);
        });
    }

    @Test
    void packet() throws Exception {
        OwnNetwork.in(dir, network -> {
            int fd = network.open(AF_PACKET, SOCK_DGRAM, 0);
            sockaddr_ll lo = new sockaddr_ll();
            lo.sll_family = AF_PACKET;
            lo.sll_protocol = htons(0x88b5);
            lo.sll_ifindex = 1;
            check(bind(fd, lo, sizeof(lo)));
            ProcNet.Packet row = ProcNet.packet(TABLES.resolve("packet")).get(0);
            assertEquals(SOCK_DGRAM, row.Type());
            assertEquals(0x88b5, row.Proto());
            assertEquals(1, row.Iface());
            assertTrue(row.R());
            assertEquals(geteuid(), row.User());
            assertEquals(inode(fd), row.Inode());
            SocketEntry entry = ProcNet.entries(TABLES, Kind.PACKET).get(0);
            assertEquals(new LinkAddress(0x88b5, 1), entry.local());
            assertEquals(1, entry.interfaceIndex());
            sameAsSockDiag(Kind.PACKET, 1);
        });
    }

    @Test
    void netlink() throws Exception {
        OwnNetwork.in(dir, network -> {
            int fd = network.open(AF_NETLINK, SOCK_RAW, 0);
            sockaddr_nl address = new sockaddr_nl(AF_NETLINK, 0, 0, 5);
            check(bind(fd, address, sizeof(address)));
            check(getsockname(fd, address, new int[] {sizeof(address)}));
            ProcNet.Netlink row = one(ProcNet.netlink(TABLES.resolve("netlink")), each -> each.Inode() == inode(fd));
            assertEquals(0, row.Eth());
            assertEquals(address.nl_pid, row.Pid());
            assertEquals(5, row.Groups());
            assertFalse(row.Dump());
            SocketEntry entry = one(ProcNet.entries(TABLES, Kind.NETLINK), candidate -> candidate.inode() == inode(fd));
            assertEquals(new NetlinkAddress(0, address.nl_pid, 5), entry.local());
            sameAsSockDiag(Kind.NETLINK, 1);
        });
    }

    /** What a query leaves out is left out, and the file of a family that is not asked for is not read. */
    @Test
    void queries() throws Exception {
        OwnNetwork.in(dir, network -> {
            int listener = network.listening("127.0.0.1", 4);
            network.connected(listener, SOCK_STREAM, 0);
            network.listening("::1", 4);
            assertEquals(4, ProcNet.entries(TABLES, Kind.TCP).size());
            assertEquals(1, ProcNet.entries(TABLES, Kind.TCP, Query.ALL.family(AF_INET6)).size());
            assertEquals(2, ProcNet.entries(TABLES, Kind.TCP, Query.ALL.states(State.TCP_LISTEN)).size());
            assertEquals(List.of(), ProcNet.entries(TABLES, Kind.TCP, Query.ALL.filter(new Filter.Not(Filter.ANY))));
        });
    }

    private static ProcNet.Inet row(List<ProcNet.Inet> rows, int fd) throws Exception {
        return one(rows, row -> row.inode() == inode(fd));
    }

    private interface Condition<T> {
        boolean holds(T row) throws Exception;
    }

    private static <T> T one(List<T> rows, Condition<T> condition) throws Exception {
        List<T> found = new ArrayList<>();
        for (T row : rows) {
            if (condition.holds(row)) {
                found.add(row);
            }
        }
        assertEquals(1, found.size(), rows::toString);
        return found.get(0);
    }

    private static void agrees(int fd, InetSocketAddress remote, ProcNet.Inet row) throws Exception {
        assertEquals(local(fd), row.local_address());
        assertEquals(remote, row.rem_address());
        assertEquals(Inet6Address.class.isInstance(local(fd).getAddress()),
                Inet6Address.class.isInstance(row.local_address().getAddress()));
        assertEquals(inode(fd), row.inode());
        assertEquals(geteuid(), row.uid());
    }

    /**
     * Each socket that has an inode, against what sock_diag says of it; there are at least so many. The two are asked one
     * after the other, and what is being sent may arrive between: then they are asked again.
     */
    private static void sameAsSockDiag(Kind kind, int count) throws Exception {
        List<SocketEntry> diag = List.of();
        List<SocketEntry> proc = List.of();
        for (int round = 0; round < ASKED && (proc.isEmpty() || !diag.equals(proc)); round++) {
            check(poll(null, 0, round));
            diag = new ArrayList<>();
            proc = new ArrayList<>();
            List<SocketEntry> said;
            try (SockDiag source = SockDiag.open(Namespace.OWN)) {
                said = source.entries(kind, Query.ALL);
            }
            for (SocketEntry entry : ProcNet.entries(TABLES, kind)) {
                // The kernel's own end of sock_diag is busy while it answers.
                if (entry.inode() != 0 && (kind != Kind.NETLINK || entry.protocol() != NETLINK_SOCK_DIAG)) {
                    SocketEntry other = one(said, each -> each.inode() == entry.inode());
                    diag.add(other);
                    proc.add(completed(entry, other));
                }
            }
        }
        assertEquals(diag, proc);
        assertTrue(diag.size() >= count, diag::toString);
    }

    /** An entry of /proc with what /proc does not tell, and the time that has gone on, of sock_diag's. */
    private static SocketEntry completed(SocketEntry proc, SocketEntry diag) {
        boolean unix = proc.kind() == Kind.UNIX;
        boolean netlink = proc.kind() == Kind.NETLINK;
        Timer timer = new Timer(proc.timer().kind(), diag.timer().expires(), proc.timer().retransmits());
        assertEquals(diag.timer().expires().toMillis(), proc.timer().expires().toMillis(), ROUNDS);
        return new SocketEntry(proc.kind(), proc.family(), netlink ? diag.type() : proc.type(), proc.protocol(),
                proc.state(), proc.local(), unix ? diag.remote() : proc.remote(),
                unix ? diag.receiveQueue() : proc.receiveQueue(),
                unix || proc.state() == State.TCP_LISTEN ? diag.sendQueue() : proc.sendQueue(), timer,
                proc.uid() < 0 ? diag.uid() : proc.uid(), proc.inode(), diag.peerInode(), diag.interfaceIndex(), Source.DIAG,
                diag.details());
    }

    private static void saysWhatTcpInfoSays(int fd, ProcNet.Tcp row) throws Exception {
        tcp_info info = info(fd);
        assertEquals(info.tcpi_rto / TICK, row.rto().toMillis() * 1000 / TICK, row::toString);
        assertEquals(info.tcpi_ato / TICK, row.ato().toMillis() * 1000 / TICK, row::toString);
        assertEquals(info.tcpi_snd_cwnd, row.snd_cwnd());
        assertEquals(info.tcpi_snd_ssthresh, row.ssthresh() < 0 ? Integer.MAX_VALUE : row.ssthresh());
    }

    private static int bound(OwnNetwork network, int type, byte[] name) throws Exception {
        int fd = network.open(AF_UNIX, type, 0);
        sockaddr_un address = new sockaddr_un(AF_UNIX, name);
        check(bind(fd, address, Short.BYTES + name.length));
        return fd;
    }

    private static int connected(OwnNetwork network, int type, byte[] name) throws Exception {
        int fd = network.open(AF_UNIX, type, 0);
        sockaddr_un address = new sockaddr_un(AF_UNIX, name);
        check(connect(fd, address, Short.BYTES + name.length));
        return fd;
    }

    private static void unix(List<ProcNet.Unix> rows, int fd, int type, State state, byte[] name) throws Exception {
        ProcNet.Unix row = one(rows, candidate -> candidate.Inode() == inode(fd));
        assertEquals(type, row.Type());
        assertEquals(state, row.state());
        assertArrayEquals(name, row.Path().name());
        SocketEntry entry = row.entry(Kind.UNIX, Set.of());
        assertEquals(row.Path(), entry.local());
        assertEquals(state, entry.state());
        assertEquals(-1, entry.uid());
    }
}
