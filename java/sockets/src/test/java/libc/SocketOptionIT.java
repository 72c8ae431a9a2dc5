package libc;

import static libc.Errno.*;
import static libc.netinet.Tcp.*;
import static libc.netinet.In.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import libc.internal.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue of options against the headers, the man pages and the kernel. */
class SocketOptionIT {

    /** What has an option's prefix and is none: a control message's type, or of a feature that Linux lacks or gave up. */
    private static final Set<String> NO_OPTIONS = Set.of("SO_SECURITY_AUTHENTICATION", "SO_SECURITY_ENCRYPTION_NETWORK",
            "SO_SECURITY_ENCRYPTION_TRANSPORT", "SO_DEVMEM_LINEAR", "SO_DEVMEM_DMABUF", "IPV6_NEXTHOP",
            "TCP_COOKIE_TRANSACTIONS", "PACKET_RECV_OUTPUT", "NETLINK_RX_RING", "NETLINK_TX_RING");

    /** Which socket an option does not apply to, and what the kernel lacks. */
    private static final Set<Integer> DECLINED = Set.of(ENOPROTOOPT, EOPNOTSUPP);

    /** What reading fails with where a socket is not connected, not repaired, has no peer, no filter, no fanout. */
    private static final Map<String, Integer> READING = Map.ofEntries(Map.entry("IP_MTU", ENOTCONN),
            Map.entry("IPV6_MTU", ENOTCONN), Map.entry("IPV6_PATHMTU", ENOTCONN), Map.entry("IPV6_ADDRFORM", ENOTCONN),
            Map.entry("SO_PEERNAME", ENOTCONN), Map.entry("SO_PEERGROUPS", ENODATA), Map.entry("SO_ORIGINAL_DST", ENOENT),
            Map.entry("TCP_REPAIR_QUEUE", EINVAL), Map.entry("TCP_QUEUE_SEQ", EINVAL),
            Map.entry("TCP_REPAIR_WINDOW", EINVAL), Map.entry("PACKET_ROLLOVER_STATS", EINVAL));

    /** What a value that was read cannot be set to: of another kind of socket, with more rights, or one that says "none". */
    private static final Map<String, Integer> WRITING = Map.ofEntries(Map.entry("IP_ROUTER_ALERT", EINVAL),
            Map.entry("IP_MULTICAST_IF", EINVAL), Map.entry("IP_MULTICAST_TTL", EINVAL),
            Map.entry("IP_RECVFRAGSIZE", EINVAL), Map.entry("IPV6_CHECKSUM", EINVAL), Map.entry("IPV6_V6ONLY", EINVAL),
            Map.entry("PACKET_FANOUT", EINVAL), Map.entry("TCP_MAXSEG", EINVAL), Map.entry("TCP_ULP", EINVAL),
            Map.entry("TCP_FASTOPEN_KEY", EINVAL), Map.entry("TCP_TIMESTAMP", EPERM));

    private static final Pattern OPTION = Pattern.compile("\\b(SO|IP|IPV6|TCP|UDP|PACKET|NETLINK|ICMP)_[A-Z0-9_]+");
    private static final Pattern SINCE =
            Pattern.compile("\\.\\w+ (\\w+) [^,]*since Linux (\\d+(?:\\.\\d+)*)[^,]*");
    private static final Map<String, Integer> LEVELS = Map.of("socket", SOL_SOCKET, "unix", SOL_SOCKET, "ip", IPPROTO_IP,
            "ipv6", IPPROTO_IPV6, "tcp", IPPROTO_TCP, "udp", IPPROTO_UDP, "packet", SOL_PACKET, "netlink", SOL_NETLINK,
            "vsock", AF_VSOCK, "raw", SOL_RAW);

    /** The sockets of all families that a kernel may open. */
    enum Kind {
        TCP(AF_INET, SOCK_STREAM, 0), TCP6(AF_INET6, SOCK_STREAM, 0), UDP(AF_INET, SOCK_DGRAM, 0),
        UDP6(AF_INET6, SOCK_DGRAM, 0), RAW(AF_INET, SOCK_RAW, IPPROTO_ICMP), RAW6(AF_INET6, SOCK_RAW, IPPROTO_ICMPV6),
        UNIX_STREAM(AF_UNIX, SOCK_STREAM, 0), UNIX_DGRAM(AF_UNIX, SOCK_DGRAM, 0), UNIX_SEQPACKET(AF_UNIX, SOCK_SEQPACKET, 0),
        NETLINK(AF_NETLINK, SOCK_RAW, 0), PACKET(AF_PACKET, SOCK_RAW, 0), VSOCK(AF_VSOCK, SOCK_STREAM, 0),
        ALG(AF_ALG, SOCK_SEQPACKET, 0), TIPC(AF_TIPC, SOCK_SEQPACKET, 0);

        final int family;
        final int type;
        final int protocol;

        Kind(int family, int type, int protocol) {
            this.family = family;
            this.type = type;
            this.protocol = protocol;
        }
    }

    private final Sockets sockets = new Sockets();

    @AfterEach
    void closeAll() throws ErrnoException {
        sockets.close();
    }

    @Test
    void every_option_of_the_headers_is_in_the_catalogue() {
        Set<String> options = SocketOption.all().stream().map(SocketOption::name).collect(Collectors.toSet());
        Set<String> missing = Stream.of("SO_", "IP_", "IPV6_", "TCP_", "UDP_", "PACKET_", "NETLINK_ADD_MEMBERSHIP",
                        "SO_VM_SOCKETS_", "SO_ORIGINAL_DST", "TIPC_IMPORTANCE")
                .flatMap(family -> Names.constants(family).stream()).filter(name -> !options.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(NO_OPTIONS), missing);
    }

    /** The pages' tagged paragraphs, each of which is an option, or several. */
    @ParameterizedTest
    @ValueSource(strings = {"socket", "ip", "ipv6", "tcp", "udp", "unix", "packet", "netlink", "vsock", "raw"})
    void every_option_of_a_man_page_is_in_the_catalogue(String page) throws IOException {
        Path file = Path.of("/usr/share/man/man7", page + ".7.gz");
        if (!Files.exists(file)) {
            Needs.lacks(file.toString());
        }
        List<String> lines;
        try (InputStream roff = new GZIPInputStream(Files.newInputStream(file))) {
            lines = new String(roff.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
        Set<String> documented = new TreeSet<>();
        Map<String, String> since = new TreeMap<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i - 1).matches("\\.(T[PQ]|PD|nh).*")) {
                Matcher release = SINCE.matcher(lines.get(i));
                if (release.matches()) {
                    since.put(release.group(1), release.group(2));
                }
                OPTION.matcher(lines.get(i)).results().map(MatchResult::group).filter(Headers.constants()::containsKey)
                        .filter(name -> !Names.constants("NETLINK_").contains(name)).forEach(documented::add);
            }
        }
        documented.removeAll(Set.of("NETLINK_INET_DIAG")); // a protocol, by its former name
        SocketOption.all().stream().filter(option -> List.of(option.man().split(", ")).contains(page + "(7)"))
                .forEach(option -> assertTrue(documented.contains(option.name()), option + " is not in " + documented));
        for (String name : documented) {
            assertNotNull(option(page, name), name + " of " + page + "(7) is missing");
            // A page that is not the first tells of its own family.
            if (since.containsKey(name) && option(page, name).man().startsWith(page + "(7)")) {
                assertEquals(since.get(name), option(page, name).since(), name);
            }
        }
    }

    private static SocketOption option(String page, String name) {
        int level = name.startsWith("SO_") && !page.equals("vsock") ? SOL_SOCKET : LEVELS.get(page);
        return SocketOption.of(level, (int) Headers.value(name));
    }

    /** Each that can be read has the length of its type, and can be set to what was read. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void the_kernel_knows_the_options(Kind kind) throws ErrnoException {
        int fd = socket(kind.family, kind.type, kind.protocol);
        if (fd < 0) {
            assertTrue(Set.of(EAFNOSUPPORT, EPROTONOSUPPORT, EPERM).contains(errno()), kind + " " + Names.errno(errno()));
            return;
        }
        sockets.keep(fd);
        Set<String> answered = new TreeSet<>();
        for (SocketOption option : SocketOption.all()) {
            byte[] value = new byte[600];
            int[] length = {option.name().equals("SO_NETNS_COOKIE") ? Long.BYTES : value.length}; // it takes no more
            if (option.isReadable() && !option.isConsumed()) {
                if (getsockopt(fd, option.level(), option.optname(), value, length) == 0) {
                    answered.add(option.name());
                    hasItsLength(option, length[0]);
                    if (option.isWritable() && setsockopt(fd, option.level(), option.optname(), value, length[0]) < 0) {
                        documented(kind + ": setting " + option, WRITING.get(option.name()));
                    }
                } else if (kind.family != AF_NETLINK || !option.name().equals("SO_PEERNAME")) { // the kernel's, shorter
                    documented(kind + ": reading " + option, READING.get(option.name()));
                }
            }
        }
        assertTrue(answered.containsAll(Set.of("SO_TYPE", "SO_SNDBUF", "SO_LINGER", "SO_RCVTIMEO")), answered::toString);
    }

    private static void hasItsLength(SocketOption option, int length) {
        if (option.type().equals("struct tcp_info")) { // which grows from kernel to kernel
            assertTrue(length > 0 && length % Integer.BYTES == 0, option + ": " + length);
        } else if (option.type().startsWith("char[")) {
            assertTrue(length <= option.size(), option + ": " + length);
        } else if (!option.type().endsWith("[]")) {
            assertEquals(option.size(), length, option::toString);
        }
    }

    /** Root may set all but what a namespace forbids; others are refused what needs a capability. */
    private static void documented(String what, Integer errno) {
        boolean allowed = DECLINED.contains(errno()) || errno != null && errno == errno()
                || Unistd.geteuid() != 0 && Set.of(EPERM, EACCES).contains(errno())
                || errno() == ENOBUFS && what.contains("IP_ROUTER_ALERT"); // off already
        assertTrue(allowed, what + " fails with " + Names.errno(errno()));
    }

    @Test
    void an_option_is_found_by_its_number() {
        SocketOption option = SocketOption.of(IPPROTO_TCP, TCP_NODELAY);
        assertEquals(new SocketOption(IPPROTO_TCP, "IPPROTO_TCP", TCP_NODELAY, "TCP_NODELAY", "int", "rw", "2.0", "tcp(7)",
                "-"), option);
        assertEquals("SO_KEEPALIVE", SocketOption.of(SOL_SOCKET, SO_KEEPALIVE).name());
        assertNull(SocketOption.of(SOL_SOCKET, 4711));
        assertFalse(SocketOption.of(SOL_SOCKET, SO_ATTACH_FILTER).isReadable());
        assertFalse(SocketOption.of(SOL_SOCKET, SO_TYPE).isWritable());
        assertTrue(SocketOption.of(SOL_SOCKET, SO_ERROR).isConsumed());
    }

    @Test
    void values_are_of_their_type() throws ErrnoException {
        int fd = sockets.keep(socket(AF_INET, SOCK_STREAM, 0));
        linger linger = new linger(1, 7);
        check(setsockopt(fd, SOL_SOCKET, SO_LINGER, linger, sizeof(linger)));
        SocketOption option = SocketOption.of(SOL_SOCKET, SO_LINGER);
        assertEquals("{l_onoff=1, l_linger=7}", option.text(option.value(fd)));
        assertEquals(7, ((linger) option.value(fd)).l_linger);
        assertEquals(SOCK_STREAM, SocketOption.of(SOL_SOCKET, SO_TYPE).value(fd));
        assertEquals("IPPROTO_TCP", SocketOption.of(SOL_SOCKET, SO_PROTOCOL).text(IPPROTO_TCP));
        assertEquals(-1L, SocketOption.of(SOL_SOCKET, SO_MAX_PACING_RATE).value(fd));
        assertEquals("18446744073709551615", SocketOption.of(SOL_SOCKET, SO_MAX_PACING_RATE).text(-1L));
        String congestion = (String) SocketOption.of(IPPROTO_TCP, TCP_CONGESTION).value(fd);
        assertEquals('"' + congestion + '"', SocketOption.of(IPPROTO_TCP, TCP_CONGESTION).text(congestion));
        assertTrue(SocketOption.of(SOL_SOCKET, SO_TYPE).text(6).equals("SOCK_DCCP"));
        assertEquals("[1, 4294967295]", SocketOption.of(SOL_SOCKET, SO_MEMINFO).text(new int[] {1, -1}));
        assertEquals("\"\\1a\"", SocketOption.of(IPPROTO_IP, IP_OPTIONS).text(new byte[] {1, 'a'}));
        ErrnoException e = assertThrows(ErrnoException.class, () -> SocketOption.of(IPPROTO_IP, IP_MTU).value(fd));
        assertEquals("getsockopt: ENOTCONN (Transport endpoint is not connected)", e.getMessage());
    }

    @Test
    void bytes_are_read_as_the_option_has_them() {
        SocketOption option = SocketOption.of(SOL_SOCKET, SO_RCVTIMEO);
        ByteBuffer memory = ByteBuffer.allocateDirect(24).order(ByteOrder.nativeOrder()).putLong(8, 3).putLong(16, 5);
        memory.position(8);
        assertEquals("{tv_sec=3, tv_usec=5}", option.text(option.value(memory)));
        assertEquals("{tv_sec=3, tv_usec=0}", option.text(option.value(memory.limit(16))));
        assertEquals(8, memory.position());
    }

    @Test
    void a_socket_tells_all_its_options() throws ErrnoException {
        int[] pair = new int[2];
        check(socketpair(AF_UNIX, SOCK_DGRAM, 0, pair));
        sockets.keep(pair[0]);
        sockets.keep(pair[1]);
        errno(EBADF);
        Map<SocketOption, Object> options = SocketOption.options(pair[0]);
        assertEquals(EBADF, errno());
        assertEquals(SOCK_DGRAM, options.get(SocketOption.of(SOL_SOCKET, SO_TYPE)));
        assertFalse(options.containsKey(SocketOption.of(SOL_SOCKET, SO_ERROR)));
        assertFalse(options.containsKey(SocketOption.of(IPPROTO_TCP, TCP_NODELAY)));
        String text = SocketOption.describe(pair[0]);
        assertEquals(options.size(), text.lines().count());
        assertTrue(text.contains("SOL_SOCKET SO_DOMAIN = AF_UNIX\n"), text);
    }

    /** The kernel wants just the room that the name takes. */
    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"UDP", "UDP6"})
    void the_peer_is_named(Kind kind) throws ErrnoException {
        int fd = sockets.keep(socket(kind.family, kind.type, kind.protocol));
        sockaddr peer = kind.family == AF_INET ? new sockaddr_in(AF_INET, htons(9), new in_addr(htonl(INADDR_LOOPBACK)))
                : new sockaddr_in6(AF_INET6, htons(9), 0, in6addr_loopback, 0);
        check(connect(fd, peer, sizeof(peer)));
        assertEquals(peer.toString(), SocketOption.of(SOL_SOCKET, SO_PEERNAME).value(fd).toString());
    }
}
