package procfs;

import static libc.Unistd.getpid;
import static libc.sys.Socket.SOCK_DGRAM;
import static libc.sys.Socket.SOCK_STREAM;
import static libc.sys.Un.AF_UNIX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import libc.Needs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Every socket of a zoo and every column that both have, against ss(8) of iproute2; and one source against the other. */
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class SsIT {

    /** Those that ss knows. */
    private static final List<Kind> KINDS = List.of(Kind.TCP, Kind.UDP, Kind.RAW, Kind.UNIX, Kind.PACKET, Kind.NETLINK);
    private static final int ATTEMPTS = 100;

    /** Minutes, seconds and milliseconds, of which the smaller are left out where there are more than nine of the larger. */
    private static final Pattern TIMER = Pattern.compile(
            "timer:\\((\\w+),(?:(\\d+)min)?(?:(\\d+)(?:\\.|sec))?(?:(\\d+)ms)?,(\\d+)\\)");

    @TempDir
    Path dir;

    private record Ours(SocketEntry entry, Attributes attributes) {}

    @Test
    void everySocketAndEveryColumn() throws Exception {
        Needs.tool("ss");
        OwnNetwork.in(dir, network -> {
            Zoo zoo = new Zoo(network, dir);
            for (Kind kind : KINDS) {
                agree(zoo, Query.ALL.kinds(kind), kind, List.of());
            }
        });
    }

    /** What the zoo has is not seen from another namespace, whichever way one looks. */
    @Test
    void secondNamespace() throws Exception {
        Needs.root();
        Needs.tool("ss", "ip");
        String name = "procfs-ss" + getpid();
        OwnNetwork.in(dir, network -> {
            Needs.run(dir, "ip", "netns", "add", name);
            try {
                int here = network.listening("127.0.0.1", 1);
                Namespace there = Namespace.named(name);
                int other = there.call(() -> {
                    Needs.run(dir, "ip", "link", "set", "lo", "up");
                    int listener = network.listening("127.0.0.1", 1);
                    network.connected(listener, SOCK_STREAM, 0);
                    network.bound("::1", SOCK_DGRAM, 0);
                    network.open(AF_UNIX, SOCK_STREAM, 0);
                    return listener;
                });
                for (Kind kind : List.of(Kind.TCP, Kind.UDP, Kind.UNIX)) {
                    agree(null, Query.ALL.kinds(kind).namespace(there), kind, List.of("-N", name));
                    agree(null, Query.ALL.kinds(kind), kind, List.of());
                }
                for (Source source : Source.values()) {
                    Query tcp = Query.ALL.kinds(Kind.TCP).states(State.TCP_LISTEN).source(source);
                    assertEquals(List.of(OwnNetwork.inode(here)), inodes(tcp));
                    assertEquals(List.of(OwnNetwork.inode(other)), inodes(tcp.namespace(there)));
                }
            } finally {
                Needs.run(dir, "ip", "netns", "delete", name);
            }
        });
    }

    private static List<Long> inodes(Query query) throws Exception {
        return query.read().sockets().stream().map(SocketEntry::inode).toList();
    }

    /** A row of the one is a row of the other, as far as both tell, and what getsockname, getpeername and fstat say. */
    @Test
    void bothSourcesAndTheSocketsThemselves() throws Exception {
        OwnNetwork.in(dir, network -> {
            Zoo zoo = new Zoo(network, dir);
            for (Kind kind : Kind.values()) {
                Query proc = Query.ALL.kinds(kind).source(Source.PROC).withOwners();
                Query diag = Query.ALL.kinds(kind).withOwners(); // which is /proc again where the kernel has no sock_diag
                assertTrue(holds(zoo.netlink, diag, proc), () -> "the table of " + kind + " does not hold still");
            }
        });
    }

    private static boolean holds(Set<NetlinkAddress> netlink, Query diag, Query proc) throws Exception {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<String, Map<String, String>> before = common(diag, netlink);
            Map<String, Map<String, String>> one = common(proc, netlink);
            if (before.equals(common(diag, netlink))) {
                assertEquals(Set.of(), difference(before.keySet(), one.keySet()));
                before.forEach((key, values) -> assertEquals(values, one.get(key), key));
                return true;
            }
        }
        return false;
    }

    /** sock_diag passes over a UNIX connection that nobody has accepted, which {@code /proc} has. */
    private static boolean isCommon(SocketEntry entry, Set<NetlinkAddress> netlink) {
        return switch (entry.kind()) {
            case UNIX -> entry.inode() != 0;
            case NETLINK -> netlink.contains(entry.local());
            default -> true;
        };
    }

    private static Map<String, Map<String, String>> common(Query query, Set<NetlinkAddress> netlink) throws Exception {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        SocketTable table = query.read();
        for (SocketEntry entry : table) {
            if (isCommon(entry, netlink)) {
                for (Owner owner : table.owners(entry)) {
                    assertEquals(getpid(), owner.pid());
                    assertEquals(OwnNetwork.inode(owner.fd()), entry.inode());
                    if (entry.kind().isInternet()) {
                        assertEquals(Attributes.internet(OwnNetwork.local(owner.fd())), Attributes.internet(entry.local()));
                    }
                    // One that is connecting has no peer yet, and of a raw one getpeername tells what connect was told.
                    if (entry.kind().isInternet() && entry.kind() != Kind.RAW && entry.state() != State.TCP_SYN_SENT) {
                        assertEquals(Attributes.internet(OwnNetwork.remote(owner.fd())),
                                Attributes.internet(entry.remote()));
                    }
                }
                Attributes attributes = Attributes.common(table, entry);
                assertNull(rows.put(attributes.key(), attributes.values()), () -> entry + " is there twice");
            }
        }
        return rows;
    }

    /** ss is asked in between, of a table that is the same before and after. */
    private void agree(Zoo zoo, Query query, Kind kind, List<String> namespace) throws Exception {
        Set<NetlinkAddress> netlink = zoo == null ? Set.of() : zoo.netlink;
        Query all = query.details(Detail.values()).withOwners();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<String, Ours> before = ours(all, netlink);
            Map<String, Ss> theirs = theirs(kind, namespace, netlink);
            Map<String, Ours> after = ours(all, netlink);
            if (values(before).equals(values(after))) {
                assertEquals(Set.of(), difference(before.keySet(), theirs.keySet()));
                for (String key : before.keySet()) {
                    assertEquals(before.get(key).attributes.values(), theirs.get(key).attributes().values(),
                            () -> key + " " + before.get(key).entry);
                }
                Set<Timer.Kind> timers = timers(before, theirs, after);
                if (zoo != null && kind == Kind.TCP) {
                    assertEquals(EnumSet.allOf(Timer.Kind.class), timers);
                    assertStates(before);
                }
                return;
            }
        }
        fail("the table of " + kind + " does not hold still");
    }

    private static Map<String, Ours> ours(Query query, Set<NetlinkAddress> netlink) throws Exception {
        Map<String, Ours> ours = new HashMap<>();
        SocketTable table = query.read();
        for (SocketEntry entry : table) {
            if (entry.kind() != Kind.NETLINK || netlink.contains(entry.local())) {
                Attributes attributes = Attributes.of(table, entry);
                assertNull(ours.put(attributes.key(), new Ours(entry, attributes)), () -> entry + " is there twice");
            }
        }
        return ours;
    }

    private Map<String, Ss> theirs(Kind kind, List<String> namespace, Set<NetlinkAddress> netlink) throws Exception {
        Map<String, Ss> theirs = new HashMap<>();
        for (Ss one : Ss.sockets(dir, kind, namespace)) {
            String local = one.attributes().get("local");
            if (kind != Kind.NETLINK || netlink.stream().anyMatch(own -> own.toString().equals(local))) {
                Ss twin = theirs.put(one.attributes().key(), one);
                // Some kernels tell a netlink socket twice that is in a group, and so does ss.
                assertTrue(twin == null || kind == Kind.NETLINK, () -> one + " is there twice");
            }
        }
        return theirs;
    }

    private static Set<String> difference(Set<String> one, Set<String> other) {
        Set<String> difference = new TreeSet<>(one);
        difference.addAll(other);
        difference.removeIf(key -> one.contains(key) && other.contains(key));
        return difference;
    }

    private static Map<String, Map<String, String>> values(Map<String, Ours> ours) {
        Map<String, Map<String, String>> values = new TreeMap<>();
        ours.forEach((key, one) -> values.put(key, one.attributes.values()));
        return values;
    }

    private static void assertStates(Map<String, Ours> ours) {
        Set<State> states = EnumSet.noneOf(State.class);
        ours.values().forEach(one -> states.add(one.entry.state()));
        assertEquals(EnumSet.complementOf(EnumSet.of(State.TCP_CLOSE, State.TCP_NEW_SYN_RECV)), states);
    }

    /** Between the one before and the one after, of those that did not expire meanwhile. Answers which there were. */
    private static Set<Timer.Kind> timers(Map<String, Ours> before, Map<String, Ss> theirs, Map<String, Ours> after) {
        Set<Timer.Kind> seen = EnumSet.noneOf(Timer.Kind.class);
        before.forEach((key, one) -> {
            Timer first = one.entry.timer();
            Timer last = after.get(key).entry.timer();
            if (first.kind() == last.kind() && first.retransmits() == last.retransmits()
                    && last.expires().compareTo(first.expires()) <= 0) {
                seen.add(first.kind());
                assertTimer(first, theirs.get(key).timer(), last);
            }
        });
        return seen;
    }

    private static void assertTimer(Timer first, String text, Timer last) {
        String message = first + " " + text + " " + last;
        if (first.kind() == Timer.Kind.OFF) {
            assertEquals("", text, message);
            return;
        }
        Matcher timer = TIMER.matcher(text);
        assertTrue(timer.matches(), message);
        assertEquals(first.kind().shortName(), timer.group(1));
        assertEquals(first.retransmits(), Integer.parseInt(timer.group(5)), message);
        long minutes = number(timer.group(2));
        long seconds = number(timer.group(3));
        long expires = 60_000 * minutes + 1000 * seconds + number(timer.group(4));
        long cut = minutes > 9 ? 60_000 : minutes > 0 || seconds > 9 ? 1000 : 1;
        assertTrue(expires <= first.expires().toMillis() && expires > last.expires().toMillis() - cut, message);
    }

    private static long number(String text) {
        return text == null ? 0 : Long.parseLong(text);
    }
}
