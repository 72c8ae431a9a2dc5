package procfs;

import static java.util.stream.Collectors.toSet;
import static libc.Errno.check;
import static libc.Unistd.dup;
import static libc.Unistd.getpid;
import static libc.netinet.In.*;
import static libc.sys.Un.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import libc.Needs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketTableIT {

    private static final Query DIAG = Query.ALL.source(Source.DIAG);
    private static final Query PROC = Query.ALL.source(Source.PROC);

    @TempDir
    Path dir;

    private static SocketEntry of(SocketTable table, int fd) throws Exception {
        long inode = OwnNetwork.inode(fd);
        List<SocketEntry> found = table.sockets().stream().filter(entry -> entry.inode() == inode).toList();
        assertEquals(1, found.size(), "of inode " + inode + " " + found);
        return found.get(0);
    }

    private static int accepted(OwnNetwork network, int listener) throws Exception {
        return network.keep(accept(listener, null, null));
    }

    /** An unconnected UNIX socket with a name. */
    private static int named(OwnNetwork network, int type, String name) throws Exception {
        int fd = network.open(AF_UNIX, type, 0);
        check(bind(fd, un(name), length(name)));
        return fd;
    }

    private static int connected(OwnNetwork network, int type, String name) throws Exception {
        int fd = network.open(AF_UNIX, type, 0);
        check(connect(fd, un(name), length(name)));
        return fd;
    }

    private static sockaddr_un un(String name) {
        return new sockaddr_un(AF_UNIX, name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static int length(String name) {
        return offsetof(sockaddr_un.class, "sun_path") + name.length();
    }

    private static void assertPeers(SocketTable table, int one, int other) throws Exception {
        assertEquals(Optional.of(of(table, other)), table.peer(of(table, one)));
        assertEquals(Optional.of(of(table, one)), table.peer(of(table, other)));
    }

    private static void assertSides(SocketTable table, int client, int server) throws Exception {
        assertEquals(Optional.of(Side.CLIENT), table.side(of(table, client)));
        assertEquals(Optional.of(Side.SERVER), table.side(of(table, server)));
    }

    @Test
    void tcpPeersAndSides() throws Exception {
        OwnNetwork.in(dir, network -> {
            for (String host : List.of("127.0.0.1", "::1", "0.0.0.0", "::")) {
                int listener = network.listening(host, 5);
                int other = network.listening(host, 5);
                int[] clients = {network.connected(listener, SOCK_STREAM, 0), network.connected(listener, SOCK_STREAM, 0)};
                int[] servers = {accepted(network, listener), accepted(network, listener)};
                for (Query query : List.of(DIAG, PROC, Query.ALL)) {
                    SocketTable table = query.read();
                    for (int i = 0; i < clients.length; i++) {
                        assertPeers(table, clients[i], servers[i]);
                        assertSides(table, clients[i], servers[i]);
                    }
                    assertEquals(Optional.empty(), table.peer(of(table, listener)));
                    assertEquals(Optional.empty(), table.side(of(table, listener)));
                }
                network.closeNow(other);
                network.closeNow(listener);
                SocketTable table = Query.ALL.read();
                assertPeers(table, clients[0], servers[0]);
                assertEquals(Optional.empty(), table.side(of(table, clients[0])), "there is no listener to tell by");
                assertEquals(Optional.empty(), table.side(of(table, servers[0])));
            }
        });
    }

    /** The server's address is IPv4 inside IPv6, the client's is IPv4. */
    @Test
    void tcpPeersOfDualStackServers() throws Exception {
        OwnNetwork.in(dir, network -> {
            int listener = network.listening("::", 5);
            int client = network.open(AF_INET, SOCK_STREAM, 0);
            var address = OwnNetwork.address("127.0.0.1", OwnNetwork.local(listener).getPort());
            check(connect(client, address.ai_addr, address.ai_addrlen));
            int server = accepted(network, listener);
            for (Query query : List.of(DIAG, PROC)) {
                SocketTable table = query.read();
                assertEquals(AF_INET6, of(table, server).family());
                assertEquals(AF_INET, of(table, client).family());
                assertPeers(table, client, server);
                assertSides(table, client, server);
            }
        });
    }

    /** Who is still connecting has asked; what nobody has accepted has no inode, and is the other end all the same. */
    @Test
    void tcpOfABacklog() throws Exception {
        OwnNetwork.in(dir, network -> {
            int listener = network.listening("127.0.0.1", 0);
            int waiting = network.connected(listener, SOCK_STREAM, 0);
            int asking = network.open(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
            var address = OwnNetwork.address("127.0.0.1", OwnNetwork.local(listener).getPort());
            assertEquals(-1, connect(asking, address.ai_addr, address.ai_addrlen));
            for (Query query : List.of(DIAG.withOwners(), PROC.withOwners())) {
                SocketTable table = query.read();
                SocketEntry embryo = table.peer(of(table, waiting)).orElseThrow();
                assertEquals(0, embryo.inode());
                assertEquals(List.of(), table.owners(embryo));
                assertEquals(Optional.of(Side.SERVER), table.side(embryo));
                assertEquals(Optional.of(Side.CLIENT), table.side(of(table, waiting)));
                assertEquals(State.TCP_SYN_SENT, of(table, asking).state());
                assertEquals(Optional.of(Side.CLIENT), table.side(of(table, asking)));
                assertEquals(Optional.empty(), table.peer(of(table, asking)));
            }
        });
    }

    @Test
    void tcpThatIsConnectedToItself() throws Exception {
        OwnNetwork.in(dir, network -> {
            int fd = network.bound("127.0.0.1", SOCK_STREAM, 0);
            var address = OwnNetwork.address("127.0.0.1", OwnNetwork.local(fd).getPort());
            check(connect(fd, address.ai_addr, address.ai_addrlen));
            SocketTable table = Query.ALL.read();
            assertPeers(table, fd, fd);
            assertEquals(Optional.empty(), table.side(of(table, fd)));
        });
    }

    /** Without all listeners in the table nobody is taken for a client because there is none. */
    @Test
    void tcpToElsewhere() throws Exception {
        OwnNetwork.in(dir, network -> {
            int listener = network.listening("127.0.0.1", 5);
            int client = network.connected(listener, SOCK_STREAM, 0);
            int server = accepted(network, listener);
            Filter own = Filter.parse("dport = " + OwnNetwork.local(listener).getPort());
            assertEquals(Optional.empty(), Query.ALL.filter(own).read().side(of(Query.ALL.read(), client)));
            SocketTable established = Query.ALL.states(State.TCP_ESTABLISHED).read();
            assertEquals(Optional.empty(), established.side(of(established, server)));
            InetSocketAddress place = OwnNetwork.local(client);
            check(shutdown(client, SHUT_WR));
            network.closeNow(server);
            SocketTable table = Query.ALL.read();
            SocketEntry left = table.sockets().stream()
                    .filter(entry -> entry.local().equals(place)).findFirst().orElseThrow();
            assertEquals(State.TCP_TIME_WAIT, left.state());
            assertEquals(Optional.empty(), table.peer(left));
            assertEquals(Optional.of(Side.CLIENT), table.side(left));
        });
    }

    @Test
    void udpPeersByTheirAddresses() throws Exception {
        OwnNetwork.in(dir, network -> {
            int bound = network.bound("127.0.0.1", SOCK_DGRAM, 0);
            int one = network.connected(bound, SOCK_DGRAM, 0);
            int alone = network.connected(bound, SOCK_DGRAM, 0);
            var address = OwnNetwork.address("127.0.0.1", OwnNetwork.local(one).getPort());
            check(connect(bound, address.ai_addr, address.ai_addrlen));
            for (Query query : List.of(DIAG.kinds(Kind.UDP), PROC.kinds(Kind.UDP))) {
                SocketTable table = query.read();
                assertPeers(table, one, bound);
                assertEquals(Optional.empty(), table.peer(of(table, alone)), "who is connected to another one");
                assertEquals(Optional.empty(), table.side(of(table, one)));
            }
            int twin = network.open(AF_INET, SOCK_DGRAM, 0);
            int first = network.open(AF_INET, SOCK_DGRAM, 0);
            var any = OwnNetwork.address("127.0.0.1", 0);
            for (int fd : new int[] {first, twin}) {
                check(setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, 1));
                check(bind(fd, any.ai_addr, any.ai_addrlen));
                any = OwnNetwork.address("127.0.0.1", OwnNetwork.local(first).getPort());
            }
            check(connect(first, address.ai_addr, address.ai_addrlen));
            check(connect(twin, address.ai_addr, address.ai_addrlen));
            check(connect(one, any.ai_addr, any.ai_addrlen));
            SocketTable table = Query.ALL.read();
            assertEquals(Optional.empty(), table.peer(of(table, one)), "two have its address");
            assertEquals(Optional.of(of(table, one)), table.peer(of(table, twin)));
        });
    }

    @Test
    void unixPeersAndSides() throws Exception {
        OwnNetwork.in(dir, network -> {
            for (int type : new int[] {SOCK_STREAM, SOCK_SEQPACKET}) {
                for (String name : List.of("\0procfs", dir.resolve("listener" + type).toString())) {
                    int listener = named(network, type, name);
                    check(listen(listener, 5));
                    int client = connected(network, type, name);
                    int waiting = connected(network, type, name);
                    int server = accepted(network, listener);
                    SocketTable table = DIAG.read();
                    assertPeers(table, client, server);
                    assertSides(table, client, server);
                    assertEquals(Optional.empty(), table.peer(of(table, listener)));
                    assertEquals(Optional.empty(), table.side(of(table, listener)));
                    assertEquals(Optional.empty(), table.peer(of(table, waiting)), "nobody has accepted it");
                    SocketTable proc = PROC.read();
                    assertEquals(Optional.empty(), proc.peer(of(proc, client)));
                    assertEquals(Optional.of(Side.SERVER), proc.side(of(proc, server)));
                    assertEquals(Optional.empty(), proc.side(of(proc, client)));
                    for (int fd : new int[] {listener, client, waiting, server}) {
                        network.closeNow(fd);
                    }
                }
            }
            int[] pair = new int[2];
            check(socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
            network.keep(pair[0]);
            network.keep(pair[1]);
            int receiver = named(network, SOCK_DGRAM, "\0receiver");
            int sender = connected(network, SOCK_DGRAM, "\0receiver");
            SocketTable table = Query.ALL.read();
            assertPeers(table, pair[0], pair[1]);
            assertEquals(Optional.empty(), table.side(of(table, pair[0])));
            assertEquals(Optional.of(of(table, receiver)), table.peer(of(table, sender)));
            assertEquals(Optional.empty(), table.peer(of(table, receiver)));
            assertEquals(Optional.empty(), table.side(of(table, sender)));
        });
    }

    /** Of a query with a pid the other ends are found too that other processes have. */
    @Test
    void ofAProcess() throws Exception {
        Needs.tool("sleep");
        OwnNetwork.in(dir, network -> {
            int listener = network.listening("127.0.0.1", 5);
            int client = network.connected(listener, SOCK_STREAM, 0);
            int server = accepted(network, listener);
            int unbound = network.open(AF_INET, SOCK_STREAM, 0);
            check(libc.Fcntl.fcntl(server, libc.Fcntl.F_SETFD, libc.Fcntl.FD_CLOEXEC));
            int[] pid = new int[1];
            String[] argv = {"sleep", "100"};
            assertEquals(0, libc.Spawn.posix_spawnp(pid, argv[0], null, null, argv, libc.Unistd.environ));
            try {
                SocketTable table = SocketTable.of(pid[0]);
                assertTrue(table.sockets().stream().noneMatch(entry -> entry.inode() == 0));
                Set<Integer> fds = table.sockets().stream().flatMap(entry -> table.owners(entry).stream())
                        .filter(owner -> owner.pid() == pid[0]).map(Owner::fd).collect(toSet());
                assertTrue(fds.containsAll(Set.of(listener, client)), fds.toString());
                assertFalse(fds.contains(server));
                assertEquals(List.of(unbound), table.unresolved().stream().map(Descriptor::number)
                        .filter(fd -> fd == unbound || fd == client).toList());
                assertEquals(OwnNetwork.inode(server), table.peer(of(table, client)).orElseThrow().inode());
                assertEquals(Optional.of(Side.CLIENT), table.side(of(table, client)));
                assertTrue(table.owners(of(table, client)).contains(new Owner(pid[0], client, "sleep")));
                assertTrue(table.owners(of(table, client)).stream().anyMatch(owner -> owner.pid() == getpid()));
                assertEquals(table.sockets().size(), Query.ALL.pid(pid[0]).read().sockets().size());
                assertEquals(tcp(SocketTable.all()), tcp(SocketTable.inNamespaceOf(pid[0])));
                assertEquals(Set.of(OwnNetwork.inode(listener), OwnNetwork.inode(client), OwnNetwork.inode(server)),
                        tcp(SocketTable.all()));
                assertEquals(Set.of(OwnNetwork.inode(listener), OwnNetwork.inode(client)), tcp(table));
            } finally {
                check(libc.Signal.kill(pid[0], libc.Signal.SIGKILL));
                check(libc.sys.Wait.waitpid(pid[0], null, 0));
            }
        });
    }

    private static Set<Long> tcp(SocketTable table) {
        return table.sockets().stream().filter(entry -> entry.kind() == Kind.TCP).map(SocketEntry::inode).collect(toSet());
    }

    /** Sockets of another network namespace are descriptors of a process, but in no table of its own namespace. */
    @Test
    void whatIsInAnotherNamespaceIsUnresolved() throws Exception {
        OwnNetwork.in(dir, network -> {
            int there = network.bound("127.0.0.1", SOCK_DGRAM, 0);
            SocketTable table = SocketTable.of(getpid());
            assertTrue(table.unresolved().contains(new Descriptor(there, "socket:[" + OwnNetwork.inode(there) + "]",
                    Descriptor.Kind.SOCKET, OwnNetwork.inode(there))));
            SocketTable here = Query.ALL.pid(getpid()).namespace(Namespace.OWN).read();
            of(here, there);
            assertTrue(here.unresolved().stream().noneMatch(one -> one.number() == there));
        });
    }

    @Test
    void whatTheQueryDoesNotAskForIsNotThere() throws Exception {
        OwnNetwork.in(dir, network -> {
            int tcp4 = network.listening("127.0.0.1", 0);
            int tcp6 = network.listening("::1", 0);
            int client = network.connected(tcp4, SOCK_STREAM, 0);
            int refused = network.open(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
            var address = OwnNetwork.address("127.0.0.1", OwnNetwork.local(tcp4).getPort());
            assertEquals(-1, connect(refused, address.ai_addr, address.ai_addrlen));
            int udp = network.bound("127.0.0.1", SOCK_DGRAM, 0);
            for (Query query : List.of(DIAG, PROC)) {
                assertEquals(List.of(OwnNetwork.inode(tcp6)), inodes(query.kinds(Kind.TCP).family(AF_INET6)));
                assertEquals(Set.of(OwnNetwork.inode(tcp4), OwnNetwork.inode(tcp6)),
                        Set.copyOf(inodes(query.kinds(Kind.TCP).states(State.TCP_LISTEN))));
                assertEquals(List.of(OwnNetwork.inode(refused)), inodes(query.states(State.TCP_SYN_SENT)));
                assertEquals(Set.of(OwnNetwork.inode(client), OwnNetwork.inode(refused)), Set.copyOf(
                        inodes(query.filter(Filter.parse("dport = " + OwnNetwork.local(tcp4).getPort())))));
                assertEquals(List.of(OwnNetwork.inode(udp)), inodes(query.kinds(Kind.UDP)));
                assertEquals(List.of(), inodes(query.kinds(new Kind[0])));
                assertEquals(List.of(), inodes(query.states(new State[0])));
            }
        });
    }

    private static List<Long> inodes(Query query) throws Exception {
        return query.read().sockets().stream().map(SocketEntry::inode).toList();
    }

    /** A connection request that is no socket yet is the same in both sources, and is asked for by the same state. */
    @Test
    void requestsAreTheSameInBothSources() throws Exception {
        OwnNetwork.in(dir, network -> {
            Needs.tool("nft");
            Needs.run(dir, "nft", "add table ip t; add chain ip t in { type filter hook input priority 0; };"
                    + " add rule ip t in tcp flags & (syn | ack) == syn | ack drop");
            int listener = network.listening("127.0.0.1", 5);
            InetSocketAddress place = OwnNetwork.local(listener);
            int asking = network.open(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
            var address = OwnNetwork.address("127.0.0.1", place.getPort());
            assertEquals(-1, connect(asking, address.ai_addr, address.ai_addrlen));
            for (Query query : List.of(DIAG, PROC)) {
                for (Query some : List.of(query, query.states(State.TCP_SYN_RECV),
                        query.states(State.TCP_SYN_RECV, State.TCP_SYN_SENT),
                        query.states(State.TCP_SYN_RECV, State.TCP_LISTEN), query.states(State.values()))) {
                    SocketTable table = some.kinds(Kind.TCP).read();
                    List<SocketEntry> requests = table.sockets().stream()
                            .filter(entry -> entry.local().equals(place) && entry.state() != State.TCP_LISTEN).toList();
                    assertEquals(List.of(State.TCP_SYN_RECV), requests.stream().map(SocketEntry::state).toList(),
                            some::toString);
                    assertEquals(Optional.of(Side.SERVER), table.side(requests.get(0)));
                }
                SocketTable table = query.kinds(Kind.TCP).read();
                assertEquals(State.TCP_SYN_RECV, table.peer(of(table, asking)).orElseThrow().state());
            }
        });
    }

    @Test
    void sourceThatLacksAKind() throws Exception {
        OwnNetwork.in(dir, network -> {
            IOException e = assertThrows(IOException.class, () -> DIAG.kinds(Kind.TCP, Kind.ICMP).read());
            assertEquals("sock_diag has no table of [ICMP]", e.getMessage());
            SocketTable all = DIAG.read();
            assertTrue(all.lacking().contains(Kind.ICMP));
            assertFalse(all.lacking().contains(Kind.TCP));
            assertTrue(all.sockets().stream().allMatch(entry -> entry.source() == Source.DIAG));
            assertThrows(UnsupportedOperationException.class, () -> all.lacking().clear());

            assertEquals(Set.of(), Query.ALL.kinds(Kind.TCP, Kind.ICMP, Kind.RAW).read().lacking());
            Files.writeString(Path.of("/proc/sys/net/ipv4/ping_group_range"), "0 2147483647");
            int ping = network.open(AF_INET, SOCK_DGRAM, IPPROTO_ICMP);
            var loopback = OwnNetwork.address("127.0.0.1", 0);
            check(bind(ping, loopback.ai_addr, loopback.ai_addrlen));
            int tcp = network.listening("127.0.0.1", 0);
            SocketTable chosen = Query.ALL.read();
            assertEquals(Source.PROC, of(chosen, ping).source());
            assertEquals(Source.DIAG, of(chosen, tcp).source());
            assertTrue(PROC.read().sockets().stream().allMatch(entry -> entry.source() == Source.PROC));
        });
    }

    @Test
    void noSuchProcess() {
        assertThrows(NoSuchFileException.class, () -> SocketTable.of(Integer.MAX_VALUE));
        assertThrows(NoSuchFileException.class, () -> SocketTable.inNamespaceOf(Integer.MAX_VALUE));
        Query gone = Query.ALL.namespace(Namespace.of(Integer.MAX_VALUE));
        assertThrows(NoSuchFileException.class, () -> gone.source(Source.PROC).read());
        assertThrows(NoSuchFileException.class, () -> gone.source(Source.DIAG).read());
        assertThrows(NoSuchFileException.class, () -> Query.ALL.namespace(Namespace.named("procfs-none")).read());
    }

    @Test
    void ownersThatNobodyAskedFor() throws Exception {
        OwnNetwork.in(dir, network -> {
            int fd = network.bound("127.0.0.1", SOCK_DGRAM, 0);
            SocketTable without = Query.ALL.read();
            assertThrows(IllegalStateException.class, () -> without.owners(of(without, fd)));
            assertThrows(IllegalStateException.class, without::denied);
            int twin = network.keep(dup(fd));
            SocketTable with = SocketTable.all();
            String command = Files.readString(Path.of("/proc/self/comm")).strip();
            assertEquals(List.of(new Owner(getpid(), Math.min(fd, twin), command),
                    new Owner(getpid(), Math.max(fd, twin), command)), with.owners(of(with, fd)));
            int count = 0;
            for (SocketEntry entry : with) {
                assertEquals(with.sockets().get(count++), entry);
            }
            assertEquals(with.sockets().size(), count);
        });
    }

    /** A namespace that may not be entered has its tables in /proc; one that only has a name has none. */
    @Test
    @Tag("once")
    void namespaceThatMayNotBeEntered() throws Exception {
        Needs.root();
        Needs.tool("setpriv", "unshare", "ip", "sleep");
        Process inside = new ProcessBuilder("unshare", "-n", "sh", "-c", "ip link set lo up; echo; exec sleep 100").start();
        try {
            assertEquals('\n', inside.getInputStream().read());
            assertEquals("[PROC] AccessDeniedException\n", Jvm.run(dir, List.of("setpriv", "--bounding-set", "-sys_admin",
                    "--inh-caps", "-sys_admin"), Unprivileged.class, Long.toString(inside.pid())));
        } finally {
            inside.destroyForcibly();
        }
    }

    /** Reads its tables. */
    static final class Unprivileged {

        public static void main(String[] args) throws Exception {
            Query query = Query.ALL.namespace(Namespace.of(Integer.parseInt(args[0])));
            AccessDeniedException denied = assertThrows(AccessDeniedException.class, () -> query.source(Source.DIAG).read());
            System.out.println(query.read().sockets().stream().map(SocketEntry::source).collect(toSet()) + " "
                    + denied.getClass().getSimpleName());
        }
    }
}
