package procfs;

import static libc.Errno.check;
import static libc.Netdb.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static procfs.OwnNetwork.inode;
import static procfs.OwnNetwork.local;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import libc.Needs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import procfs.Filter.And;
import procfs.Filter.Comparison;
import procfs.Filter.End;
import procfs.Filter.Host;
import procfs.Filter.Not;
import procfs.Filter.Or;
import procfs.Filter.Port;

@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class FilterIT {

    private static final List<Kind> KINDS = List.of(Kind.TCP, Kind.UDP);
    private static final List<String> OPERATORS = List.of("", "=", "==", "eq", "!=", "ne", "neq", ">=", "ge", "geq", "<=",
            "le", "leq", ">", "gt", "<", "lt");
    private static final List<String> HOSTS = List.of("*", "127.0.0.1", "127.0.0.0/8", "127.0.0.2", "127.0.0.2/31",
            "10.1.2.3", "10.0.0.0/9", "10.1.2.128/25", "0.0.0.0", "[::1]", "[::]", "[::ffff:127.0.0.1]",
            "[::ffff:127.0.0.0/104]", "[fd00::/8]", "[fd00::4711]", "[fd00::4700/120]");

    /** ss, unlike the kernel, compares no families: to it 0.0.0.0 is :: as well, and behind a not it leaves out too much. */
    private static final Pattern UNSPECIFIED = Pattern.compile("0\\.0\\.0\\.0|\\[::]");
    private static final List<String> JOINTS = List.of(" and ", " & ", " && ", " ", " or ", " | ", " || ");
    private static final Pattern INODE = Pattern.compile(" ino:(\\d+)");

    @TempDir
    Path dir;

    /** Ports of sockets that are there, and what is near them. */
    private final List<Integer> ports = new ArrayList<>(List.of(0, 1, 65535));
    private final Random random = new Random(4711);

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String condition() {
        String end = random.nextBoolean() ? "s" : "d";
        if (random.nextBoolean()) {
            return end + "port " + any(OPERATORS) + (random.nextBoolean() ? " :" : " ") + any(ports);
        }
        return end + (end.equals("s") ? "rc " : "st ") + (random.nextBoolean() ? "" : "= ") + any(HOSTS)
                + (random.nextInt(4) == 0 ? ":" + any(ports) : "");
    }

    private String filter(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(7)) {
            case 0, 1 -> condition();
            case 2 -> any(List.of("not ", "! ")) + filter(0);
            case 3 -> any(List.of("not ", "! ")) + "( " + filter(depth - 1) + " )";
            case 4 -> "( " + filter(depth - 1) + " )";
            default -> filter(depth - 1) + any(JOINTS) + filter(depth - 1);
        };
    }

    private void zoo(OwnNetwork network) throws Exception {
        Needs.run(dir, "ip", "address", "add", "10.1.2.3/24", "dev", "lo");
        network.addAddress("fd00::4711");
        for (String host : List.of("127.0.0.1", "127.0.0.2", "10.1.2.3", "0.0.0.0", "::1", "fd00::4711", "::",
                "::ffff:127.0.0.1")) {
            int listener = network.listening(host, 5);
            addRound(listener);
            addRound(network.connected(listener, SOCK_STREAM, 0));
            network.keep(accept(listener, null, null));
            int server = network.bound(host, SOCK_DGRAM, 0);
            addRound(server);
            addRound(network.connected(server, SOCK_DGRAM, 0));
        }
        int dual = network.open(AF_INET6, SOCK_STREAM, 0);
        addrinfo any = OwnNetwork.address("::", 0);
        check(bind(dual, any.ai_addr, any.ai_addrlen));
        check(listen(dual, 5));
        addrinfo ipv4 = OwnNetwork.address("10.1.2.3", local(dual).getPort());
        int client = network.open(AF_INET, SOCK_STREAM, 0);
        check(connect(client, ipv4.ai_addr, ipv4.ai_addrlen));
        network.keep(accept(dual, null, null));
        addRound(client);
    }

    private void addRound(int fd) throws Exception {
        int port = local(fd).getPort();
        ports.addAll(List.of(port, Math.max(port - 1, 0), Math.min(port + 1, 65535)));
    }

    private static Set<Long> inodes(SockDiag diag, Query query, Predicate<SocketEntry> which) throws Exception {
        Set<Long> inodes = new TreeSet<>();
        for (Kind kind : KINDS) {
            for (SocketEntry entry : diag.entries(kind, query)) {
                if (which.test(entry)) {
                    inodes.add(entry.inode());
                }
            }
        }
        return inodes;
    }

    /** What the kernel lets through is what is let through here, and what ss shows. */
    @Test
    void kernelAndHereAndSsAgree() throws Exception {
        Needs.tool("ss");
        OwnNetwork.in(dir, network -> {
            zoo(network);
            Set<Set<Long>> answers = new HashSet<>();
            try (SockDiag diag = SockDiag.open(Namespace.OWN)) {
                assertEquals(43, inodes(diag, Query.ALL, entry -> true).size());
                for (int i = 0; i < 150; i++) {
                    String text = filter(i % 4);
                    Filter filter = Filter.parse(text);
                    Set<Long> kernel = inodes(diag, Query.ALL.filter(filter), entry -> true);
                    assertEquals(inodes(diag, Query.ALL, filter::matches), kernel, text);
                    answers.add(kernel);
                    if (UNSPECIFIED.matcher(text).find()) {
                        continue;
                    }
                    Set<Long> ss = new TreeSet<>();
                    Matcher inode = INODE.matcher(Needs.run(dir, "ss", "-Htuane", text));
                    while (inode.find()) {
                        ss.add(Long.valueOf(inode.group(1)));
                    }
                    assertEquals(ss, kernel, text);
                }
            }
            assertTrue(answers.size() > 50, answers.size() + " different answers");
        });
    }

    /** Some that ss does not write: nothing but ANY, networks without bits, many conditions. */
    @Test
    void filtersThatAreMade() throws Exception {
        OwnNetwork.in(dir, network -> {
            zoo(network);
            Filter ipv4 = new Host(End.LOCAL, InetAddress.getByName("1.2.3.4"), 0);
            Filter many = new Port(End.LOCAL, Comparison.EQUAL, 1);
            for (int port : ports) {
                many = new Or(many, new Port(End.REMOTE, Comparison.EQUAL, port));
            }
            List<Filter> filters = List.of(Filter.ANY, new Not(Filter.ANY), new And(Filter.ANY, Filter.ANY),
                    new Or(Filter.ANY, ipv4), new Or(ipv4, Filter.ANY), new And(ipv4, Filter.ANY), ipv4, new Not(ipv4),
                    new Not(new Not(ipv4)), new Host(End.REMOTE, InetAddress.getByName("::1"), 0), many, new Not(many),
                    new And(many, new Not(many)), new Or(new Not(many), many), new Or(new Not(Filter.ANY), ipv4));
            try (SockDiag diag = SockDiag.open(Namespace.OWN)) {
                for (Filter filter : filters) {
                    Set<Long> kernel = inodes(diag, Query.ALL.filter(filter), entry -> true);
                    assertEquals(inodes(diag, Query.ALL, filter::matches), kernel, filter::toString);
                }
            }
        });
    }

    @Test
    void longerThanTheKernelTakes() throws Exception {
        Filter filter = new Port(End.LOCAL, Comparison.EQUAL, 1);
        for (int i = 0; i < 12; i++) {
            filter = new And(filter, filter);
        }
        Query query = Query.ALL.filter(filter);
        try (SockDiag diag = SockDiag.open(Namespace.OWN)) {
            assertEquals("a filter longer than the kernel takes",
                    assertThrows(IllegalArgumentException.class, () -> diag.entries(Kind.TCP, query)).getMessage());
        }
    }

    @Test
    void grammar() throws Exception {
        Port ssh = new Port(End.LOCAL, Comparison.EQUAL, 22);
        Host ten = new Host(End.REMOTE, InetAddress.getByName("10.0.0.0"), 8);
        assertEquals(Filter.ANY, Filter.parse(" "));
        assertEquals(Filter.ANY, Filter.parse("dst *"));
        assertEquals(Filter.ANY, Filter.parse("sport = :*"));
        assertEquals(ssh, Filter.parse("sport = :ssh"));
        assertEquals(ssh, Filter.parse("sport 22"));
        assertEquals(ssh, Filter.parse("src *:22"));
        assertEquals(ssh, Filter.parse("((sport==:22))"));
        assertEquals(new Not(ssh), Filter.parse("sport!=22"));
        assertEquals(new And(ten, new Port(End.REMOTE, Comparison.EQUAL, 443)), Filter.parse("dst 10.0.0.0/8:https"));
        assertEquals(new Not(ten), Filter.parse("dst != 10.0.0.0/8"));
        assertEquals(Filter.parse("dst [fd00::]/8"), Filter.parse("dst [fd00::/8]"));
        assertEquals(new And(new Or(ssh, ten), new Not(ssh)), Filter.parse("sport 22 or dst 10.0.0.0/8 not sport 22"));
        assertEquals(new Or(ssh, new And(ten, ssh)), Filter.parse("sport 22 or ( dst 10.0.0.0/8 and sport 22 )"));
        assertEquals(new Not(new Port(End.REMOTE, Comparison.AT_LEAST, 80)), Filter.parse("dport < 80"));
        assertEquals(new Not(new Port(End.REMOTE, Comparison.AT_MOST, 80)), Filter.parse("dport gt :80"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "sport;                 its end;           a port or a service expected",
        "sport = );             );                 a port or a service expected",
        "sport = 22 and;        its end;           'sport, dport, src, dst, not or ( expected'",
        "and sport 22;          and sport 22;      'sport, dport, src, dst, not or ( expected'",
        "state established;     state established; 'sport, dport, src, dst, not or ( expected'",
        "( sport 22;            its end;           ) expected",
        "sport 22 );            );                 'and, or, or a condition expected'",
        "sport 70000;           70000;             a port of at most 65535 expected",
        "sport >= *;            *;                 a port or a service expected",
        "dport = :nosuchname;   :nosuchname;       a port or a service expected",
        "src 10.0.0.0/33;       10.0.0.0/33;       a prefix of at most 32 expected",
        "src 10.0.0.0/x;        10.0.0.0/x;        a prefix of at most 32 expected",
        "src [::1/129];         [::1/129];         a prefix of at most 128 expected",
        "src fd00::1;           fd00::1;           'an address, one of IPv6 in brackets, expected'",
        "src 10.0.0;            10.0.0;            'an address, not a name, expected'",
        "dst localhost;         localhost;         'an address, not a name, expected'",
        "dst > 10.0.0.1;        > 10.0.0.1;        'an address, not a name, expected'",
        "dst [::1;              [::1;              'an address, one of IPv6 in brackets, expected'"})
    void badText(String text, String where, String message) {
        String at = where.equals("its end") ? where : '"' + where + '"';
        assertEquals("filter, at " + at + ": " + message,
                assertThrows(IllegalArgumentException.class, () -> Filter.parse(text)).getMessage());
    }

    /** However deep or long, the answer is an exception that says so, or a filter that works. */
    @Test
    void deepAndLong() {
        for (String text : List.of("(".repeat(100_000), "not ".repeat(100_000), "sport 1 ".repeat(100_000))) {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> Filter.parse(text)).getMessage()
                    .endsWith("longer than a filter may be"));
        }
        Filter deep = Filter.parse("( ".repeat(400) + "sport 1" + " )".repeat(400));
        assertEquals(new Port(End.LOCAL, Comparison.EQUAL, 1), deep);
    }

    @Test
    void refusesWhatIsNone() throws Exception {
        assertThrows(IllegalArgumentException.class, () -> new Port(End.LOCAL, Comparison.EQUAL, 65536));
        assertThrows(IllegalArgumentException.class, () -> new Port(End.LOCAL, Comparison.EQUAL, -1));
        InetAddress ipv4 = InetAddress.getByName("1.2.3.4");
        assertThrows(IllegalArgumentException.class, () -> new Host(End.LOCAL, ipv4, 33));
        assertThrows(IllegalArgumentException.class, () -> new Host(End.LOCAL, ipv4, -1));
        assertThrows(NullPointerException.class, () -> new Host(End.LOCAL, null, 0));
    }

    /** A UNIX socket has no port, and no Internet address. */
    @Test
    void whatHasNoAddress() throws Exception {
        OwnNetwork.in(dir, network -> {
            long inode = inode(network.open(AF_UNIX, SOCK_DGRAM, 0));
            try (SockDiag diag = SockDiag.open(Namespace.OWN)) {
                SocketEntry entry = diag.entries(Kind.UNIX, Query.ALL).get(0);
                assertEquals(inode, entry.inode());
                for (String none : List.of("sport = 0", "sport >= 0", "dport <= 65535", "src 0.0.0.0/0", "dst [::/0]")) {
                    Filter filter = Filter.parse(none);
                    assertEquals(false, filter.matches(entry), none);
                    assertEquals(true, new Not(filter).matches(entry), none);
                }
            }
        });
    }
}
