package procfs;

import static libc.netinet.In.IPPROTO_ICMP;
import static libc.netinet.In.IPPROTO_ICMPV6;
import static libc.netinet.In.IPPROTO_TCP;
import static libc.netinet.In.IPPROTO_UDP;
import static libc.netinet.In.IPPROTO_UDPLITE;
import static libc.sys.Socket.AF_INET;
import static libc.sys.Socket.AF_INET6;
import static libc.sys.Socket.AF_NETLINK;
import static libc.sys.Socket.AF_PACKET;
import static libc.sys.Socket.AF_UNIX;
import static libc.sys.Socket.SOCK_DGRAM;
import static libc.sys.Socket.SOCK_RAW;
import static libc.sys.Socket.SOCK_STREAM;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import libc.Unistd;

/**
 * The files of {@code /proc/PID/net}, parsed: {@code tcp}, {@code udp}, {@code udplite}, {@code raw}, {@code icmp}, each
 * with its twin for IPv6, {@code unix}, {@code packet} and {@code netlink}.
 *
 * <p>Each line becomes a {@link Row}, a record whose components are the columns. They have the columns' names, and those
 * that have no heading the kernel's, with {@code _} for what Java does not have in a name.
 *
 * <p>The kernel writes such a file piece by piece while sockets come and go. A socket that is there all the time is in it
 * once; one that comes or goes meanwhile may be missing.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_net.5.html">proc_pid_net(5)</a>
 * @see <a href="https://docs.kernel.org/networking/proc_net_tcp.html">The proc/net/tcp and proc/net/tcp6 variables</a>
 */
public final class ProcNet {

    private ProcNet() {}

    /**
     * The sockets of one kind, of all its files ({@code tcp} and {@code tcp6}), without details.
     *
     * @param directory {@code /proc/PID/net}, or another that has such files
     * @param kind the kind
     * @return an entry for each line
     * @throws NoSuchFileException if there is none of the files; a kernel without IPv6 lacks one of two
     * @throws MalformedLineException if a line is damaged
     * @throws IOException if a file cannot be read
     */
    public static List<SocketEntry> entries(Path directory, Kind kind) throws IOException {
        return entries(directory, kind, Query.ALL);
    }

    /**
     * The sockets of one kind that a query asks for. Its source, pid and owners play no part here.
     *
     * @param directory {@code /proc/PID/net}, or another that has such files
     * @param kind the kind
     * @param query families, states, filter and details
     * @return an entry for each line that it lets through
     * @throws NoSuchFileException if there is none of the files that it asks for; a kernel without IPv6 lacks one of two
     * @throws MalformedLineException if a line is damaged
     * @throws IOException if a file cannot be read
     */
    public static List<SocketEntry> entries(Path directory, Kind kind, Query query) throws IOException {
        List<SocketEntry> entries = new ArrayList<>();
        NoSuchFileException missing = null;
        boolean found = false;
        for (Format format : Format.of(kind)) {
            if (format.family == 0 || query.families().contains(format.family)) {
                try {
                    read(format.file(directory, kind), EnumSet.of(format), false, (text, row) -> {
                        if (query.states().contains(row.state())) {
                            SocketEntry entry = row.entry(kind, query.details());
                            if (query.filter().matches(entry)) {
                                entries.add(entry);
                            }
                        }
                    });
                    found = true;
                } catch (NoSuchFileException e) {
                    missing = e;
                }
            }
        }
        if (missing != null && !found) {
            throw missing;
        }
        return entries;
    }

    /**
     * Reads {@code tcp}, {@code udp}, {@code udplite}, {@code raw}, {@code icmp}, or the twin of one.
     *
     * @param file the file
     * @return its lines
     * @throws MalformedLineException if a line is damaged
     * @throws IOException if it cannot be read
     */
    public static List<Inet> inet(Path file) throws IOException {
        return rows(file, EnumSet.range(Format.TCP, Format.DATAGRAM6), Inet.class);
    }

    /**
     * Reads {@code unix}.
     *
     * @param file the file
     * @return its lines
     * @throws MalformedLineException if a line is damaged
     * @throws IOException if it cannot be read
     */
    public static List<Unix> unix(Path file) throws IOException {
        return rows(file, EnumSet.of(Format.UNIX), Unix.class);
    }

    /**
     * Reads {@code packet}.
     *
     * @param file the file
     * @return its lines
     * @throws MalformedLineException if a line is damaged
     * @throws IOException if it cannot be read
     */
    public static List<Packet> packet(Path file) throws IOException {
        return rows(file, EnumSet.of(Format.PACKET), Packet.class);
    }

    /**
     * Reads {@code netlink}.
     *
     * @param file the file
     * @return its lines
     * @throws MalformedLineException if a line is damaged
     * @throws IOException if it cannot be read
     */
    public static List<Netlink> netlink(Path file) throws IOException {
        return rows(file, EnumSet.of(Format.NETLINK), Netlink.class);
    }

    /**
     * Reads any of the files, which its heading tells, and visits each line: as it is, byte by byte as ISO 8859-1, and
     * parsed.
     *
     * @param file the file
     * @param visitor is handed each line in turn
     * @throws MalformedLineException if a line is damaged
     * @throws IOException if it cannot be read
     */
    public static void read(Path file, BiConsumer<String, Row> visitor) throws IOException {
        read(file, EnumSet.allOf(Format.class), true, visitor);
    }

    private static <T extends Row> List<T> rows(Path file, Set<Format> formats, Class<T> type) throws IOException {
        List<T> rows = new ArrayList<>();
        read(file, formats, false, (text, row) -> rows.add(type.cast(row)));
        return rows;
    }

    private static void read(Path file, Set<Format> formats, boolean texts, BiConsumer<String, Row> visitor)
            throws IOException {
        try (Lines lines = new Lines(file)) {
            Format format = Format.of(lines, formats);
            Row row = null;
            String text = null;
            while (lines.next()) {
                try {
                    Row next = format.parser.row(lines);
                    if (row != null) {
                        visitor.accept(text, row);
                    }
                    row = next;
                    text = texts ? lines.text() : null;
                } catch (MalformedLineException e) {
                    row = Unix.continued(row, lines, e);
                    text = texts ? text + '\n' + lines.text() : null;
                }
            }
            if (row != null) {
                visitor.accept(text, row);
            }
        }
    }

    /** A line of one of the files. */
    public sealed interface Row {

        /**
         * The state.
         *
         * @return the state that sock_diag tells of the same socket
         */
        State state();

        /**
         * The inode.
         *
         * @return the inode; 0 of a socket that no process has open
         */
        long inode();

        /**
         * What the line says, as any source says it.
         *
         * @param kind what the file has sockets of
         * @param details {@link Detail#EXTENDED} for the {@link Details} that the line has
         * @return the entry
         */
        SocketEntry entry(Kind kind, Set<Detail> details);
    }

    /**
     * A line of {@code tcp}, {@code udp}, {@code udplite}, {@code raw}, {@code icmp}, or of their twins for IPv6.
     *
     * @param sl the line's number, or the hash table's bucket
     * @param local_address the socket's address; in {@code raw} the port is the protocol, in {@code icmp} the
     *     echo's identifier
     * @param rem_address the other end's, {@code remote_address} in the twins; the scope of a link-local address is not told
     * @param st the state
     * @param tx_queue bytes that are sent and not acknowledged or delivered yet
     * @param rx_queue bytes that are received and not read yet; of a TCP listener connections that wait for accept(2)
     * @param tr the timer that runs
     * @param tm_when {@code tm->when}, how long until it expires; zero if it is due
     * @param retrnsmt how often in succession a segment was sent again
     * @param uid the owner's user
     * @param timeout how many probes of a silent or full peer are not answered
     * @param inode the inode; 0 of a socket that no process has open
     * @param ref how many hold it in the kernel
     * @param pointer its address in the kernel, hashed for most readers
     * @param drops of UDP, raw and ICMP packets dropped; otherwise -1
     * @param tcp of TCP the columns without a heading; null of what has none, a request or a connection in TIME_WAIT
     */
    public record Inet(int sl, InetSocketAddress local_address, InetSocketAddress rem_address, State st, long tx_queue,
            long rx_queue, Timer.Kind tr, Duration tm_when, int retrnsmt, long uid, int timeout, long inode, int ref,
            long pointer, long drops, Tcp tcp) implements Row {

        static Inet parse(Lines line, int words, boolean datagram) throws IOException {
            int sl = (int) line.indent().decimal("sl", Integer.MAX_VALUE);
            InetSocketAddress local_address = line.skip(':').space().address("local_address", words);
            InetSocketAddress rem_address = line.space().address("rem_address", words);
            State st = line.space().one("st", line.hex("st", 2), State::of);
            int tx_queue = line.space().hex("tx_queue", 8);
            int rx_queue = line.skip(':').hex("rx_queue", 8);
            Timer.Kind tr = line.space().one("tr", line.hex("tr", 2), Timer.Kind::of);
            Duration tm_when = Ticks.duration(line.skip(':').hexLong("tm->when", 8));
            int retrnsmt = line.space().hex("retrnsmt", 8);
            long uid = line.space().unsigned("uid");
            int timeout = line.space().signed("timeout");
            long inode = line.space().decimal("inode", Long.MAX_VALUE);
            int ref = line.space().signed("ref");
            long pointer = line.space().hexLong("pointer", 1);
            long drops = datagram ? line.space().unsigned("drops") : -1;
            // The kernel has no more of what is not, or no more, a socket.
            boolean mini = inode == 0 && (tr == Timer.Kind.TIME_WAIT || st == State.TCP_SYN_RECV);
            Tcp tcp = datagram || mini && line.ends() ? null : Tcp.parse(line);
            line.finish();
            return new Inet(sl, local_address, rem_address, st, Integer.toUnsignedLong(tx_queue),
                    Integer.toUnsignedLong(rx_queue), tr, tm_when, retrnsmt, uid, timeout, inode, ref, pointer, drops, tcp);
        }

        @Override
        public State state() {
            return st;
        }

        /**
         * The timer.
         *
         * @return what will happen, when, and how often it has happened: of a probe the column {@code timeout} tells
         */
        public Timer timer() {
            return switch (tr) {
                case OFF -> Timer.NONE;
                case RETRANSMIT, TIME_WAIT -> new Timer(tr, tm_when, retrnsmt);
                case KEEPALIVE, ZERO_WINDOW_PROBE -> new Timer(tr, tm_when, timeout);
            };
        }

        @Override
        public SocketEntry entry(Kind kind, Set<Detail> details) {
            boolean ipv6 = local_address.getAddress() instanceof Inet6Address;
            int type = switch (kind) {
                case TCP -> SOCK_STREAM;
                case RAW -> SOCK_RAW;
                default -> SOCK_DGRAM;
            };
            int protocol = switch (kind) {
                case TCP -> IPPROTO_TCP;
                case UDP -> IPPROTO_UDP;
                case UDPLITE -> IPPROTO_UDPLITE;
                case RAW -> local_address.getPort();
                case ICMP -> ipv6 ? IPPROTO_ICMPV6 : IPPROTO_ICMP;
                default -> throw new IllegalArgumentException(kind + " has no Internet addresses");
            };
            return new SocketEntry(kind, ipv6 ? AF_INET6 : AF_INET, type, protocol, st, local_address, rem_address, rx_queue,
                    tx_queue, timer(), uid, inode, 0, 0, Source.PROC,
                    ProcNet.details(details, pointer, ref, drops < 0 ? null : drops));
        }
    }

    /**
     * What a line of {@code tcp} or {@code tcp6} has behind the columns with a heading.
     *
     * @param rto the time after which a segment is sent again
     * @param ato how long an acknowledgement may wait for data to go with
     * @param quick how many acknowledgements will be sent at once
     * @param pingpong whether data goes back and forth, so that an acknowledgement waits for data
     * @param snd_cwnd the congestion window, in segments
     * @param ssthresh the window at which slow start ends, in segments; -1 while it is in its first slow start; of a
     *     listener how many TCP Fast Open requests may wait
     */
    public record Tcp(Duration rto, Duration ato, int quick, boolean pingpong, long snd_cwnd, int ssthresh) {

        static Tcp parse(Lines line) throws MalformedLineException {
            Duration rto = Ticks.duration(line.space().unsigned("rto"));
            Duration ato = Ticks.duration(line.space().unsigned("ato"));
            long quick = line.space().unsigned("quick");
            return new Tcp(rto, ato, (int) (quick >> 1), (quick & 1) != 0, line.space().unsigned("snd_cwnd"),
                    line.space().signed("ssthresh"));
        }
    }

    /**
     * A line of {@code unix}.
     *
     * <p>The kernel writes a name as it is, newlines and all. So what follows a socket with a name and is not a socket's
     * line belongs to the name, as long as the name is not longer than a name can be. Who makes up a name that looks like
     * another socket's line is believed; sock_diag cannot be deceived.
     *
     * @param Num its address in the kernel, hashed for most readers
     * @param RefCount how many hold it in the kernel
     * @param Protocol 0
     * @param Flags {@code __SO_ACCEPTCON}, 0x10000, of one that listens
     * @param Type {@code SOCK_STREAM}, {@code SOCK_DGRAM}, {@code SOCK_SEQPACKET}
     * @param St of the kernel's {@code socket_state}: {@code SS_UNCONNECTED} 1, {@code SS_CONNECTED} 3, and of one that no
     *     process has open, such as a connection that waits for accept(2), {@code SS_CONNECTING} 2 if it is connected and
     *     {@code SS_DISCONNECTING} 4 if not
     * @param Inode the inode; 0 of a socket that no process has open
     * @param Path its name; what begins with {@code @} is abstract, and any {@code @} behind may be a NUL, which
     *     the file does not tell apart
     */
    public record Unix(long Num, int RefCount, int Protocol, int Flags, int Type, int St, long Inode, UnixAddress Path)
            implements Row {

        private static final int SO_ACCEPTCON = 1 << 16;
        private static final int SS_CONNECTING = 2;
        private static final int SS_CONNECTED = 3;

        /** {@code sun_path}, and as long with the {@code @} of an abstract name. */
        private static final int MAX_PATH = 108;

        static Unix parse(Lines line) throws MalformedLineException {
            long num = line.hexLong("Num", 1);
            int refCount = line.skip(':').space().hex("RefCount", 8);
            int protocol = line.space().hex("Protocol", 8);
            int flags = line.space().hex("Flags", 8);
            int type = line.space().hex("Type", 4);
            int st = line.space().hex("St", 2);
            if (st < 1 || st > 4) {
                throw line.malformed("no state " + st);
            }
            long inode = line.space().decimal("Inode", Long.MAX_VALUE);
            byte[] path = line.name();
            if (path.length > 0 && path[0] == '@') {
                path[0] = 0;
            }
            return new Unix(num, refCount, protocol, flags, type, st, inode, UnixAddress.of(path));
        }

        /** A socket whose name goes on in the next line, if it can; if not, that line is damaged. */
        static Unix continued(Row row, Lines line, MalformedLineException damage) throws MalformedLineException {
            if (row instanceof Unix unix) {
                byte[] path = line.continued(unix.Path.name(), MAX_PATH);
                if (path != null) {
                    return new Unix(unix.Num, unix.RefCount, unix.Protocol, unix.Flags, unix.Type, unix.St, unix.Inode,
                            UnixAddress.of(path));
                }
            }
            throw damage;
        }

        @Override
        public State state() {
            if ((Flags & SO_ACCEPTCON) != 0) {
                return State.TCP_LISTEN;
            }
            return St == SS_CONNECTING || St == SS_CONNECTED ? State.TCP_ESTABLISHED : State.TCP_CLOSE;
        }

        @Override
        public long inode() {
            return Inode;
        }

        /** {@inheritDoc} Queues and user are not told: they are 0 and -1. */
        @Override
        public SocketEntry entry(Kind kind, Set<Detail> details) {
            return new SocketEntry(Kind.UNIX, AF_UNIX, Type, 0, state(), Path, UnixAddress.UNNAMED, 0, 0, Timer.NONE, -1,
                    Inode, 0, 0, Source.PROC, ProcNet.details(details, Num, RefCount, null));
        }
    }

    /**
     * A line of {@code packet}.
     *
     * @param sk its address in the kernel, hashed for most readers
     * @param RefCnt how many hold it in the kernel
     * @param Type {@code SOCK_RAW}, {@code SOCK_DGRAM}, {@code SOCK_PACKET}
     * @param Proto the protocol in host byte order, as {@code ETH_P_ALL}
     * @param Iface the interface's index; 0 for all
     * @param R whether it receives: it is bound, and the interface is up
     * @param Rmem bytes of memory that received packets hold
     * @param User the owner's user
     * @param Inode the inode
     */
    public record Packet(long sk, int RefCnt, int Type, int Proto, int Iface, boolean R, long Rmem, long User, long Inode)
            implements Row {

        static Packet parse(Lines line) throws MalformedLineException {
            Packet packet = new Packet(line.hexLong("sk", 1), line.space().signed("RefCnt"), line.space().signed("Type"),
                    line.space().hex("Proto", 4), line.space().signed("Iface"), line.space().decimal("R", 1) == 1,
                    line.space().unsigned("Rmem"), line.space().unsigned("User"),
                    line.space().decimal("Inode", Long.MAX_VALUE));
            line.finish();
            return packet;
        }

        /** {@inheritDoc} A packet socket has none but {@code TCP_CLOSE}. */
        @Override
        public State state() {
            return State.TCP_CLOSE;
        }

        @Override
        public long inode() {
            return Inode;
        }

        @Override
        public SocketEntry entry(Kind kind, Set<Detail> details) {
            return new SocketEntry(Kind.PACKET, AF_PACKET, Type, Proto, state(), new LinkAddress(Proto, Iface),
                    new LinkAddress(0, 0), Rmem, 0, Timer.NONE, User, Inode, 0, Iface, Source.PROC,
                    ProcNet.details(details, sk, RefCnt, null));
        }
    }

    /**
     * A line of {@code netlink}.
     *
     * @param sk its address in the kernel, hashed for most readers
     * @param Eth the netlink protocol, as {@code NETLINK_ROUTE}
     * @param Pid the port ID, which is often a process's; unsigned; 0 is the kernel
     * @param Groups the first 32 multicast groups, a bit each
     * @param Rmem bytes of memory that received messages hold
     * @param Wmem bytes of memory that sent messages hold
     * @param Dump whether a dump is under way
     * @param Locks how many hold it in the kernel
     * @param Drops messages dropped
     * @param Inode the inode
     */
    public record Netlink(long sk, int Eth, int Pid, int Groups, int Rmem, int Wmem, boolean Dump, int Locks, long Drops,
            long Inode) implements Row {

        static Netlink parse(Lines line) throws MalformedLineException {
            Netlink netlink = new Netlink(line.hexLong("sk", 1), line.space().signed("Eth"),
                    (int) line.space().unsigned("Pid"), line.space().hex("Groups", 8), line.space().signed("Rmem"),
                    line.space().signed("Wmem"), line.space().decimal("Dump", 1) == 1, line.space().signed("Locks"),
                    line.space().unsigned("Drops"), line.space().decimal("Inode", Long.MAX_VALUE));
            line.finish();
            return netlink;
        }

        /** {@inheritDoc} A netlink socket has none but {@code TCP_CLOSE}. */
        @Override
        public State state() {
            return State.TCP_CLOSE;
        }

        @Override
        public long inode() {
            return Inode;
        }

        /** {@inheritDoc} Type, user and the other end are not told: they are 0, -1 and the kernel. */
        @Override
        public SocketEntry entry(Kind kind, Set<Detail> details) {
            return new SocketEntry(Kind.NETLINK, AF_NETLINK, 0, Eth, state(), new NetlinkAddress(Eth, Pid, Groups),
                    new NetlinkAddress(Eth, 0, 0), Rmem, Wmem, Timer.NONE, -1, Inode, 0, 0, Source.PROC,
                    ProcNet.details(details, sk, Locks, Drops));
        }
    }

    private static Details details(Set<Detail> wanted, long pointer, int references, Long drops) {
        return !wanted.contains(Detail.EXTENDED) ? Details.NONE : new Details(null, pointer, references, drops, null, null,
                null, null, null, null, null, null, null, null, null, null);
    }

    /** The time of the columns that count ticks of {@code sysconf(_SC_CLK_TCK)}. */
    private static final class Ticks {

        private static final long PER_SECOND = Unistd.sysconf(Unistd._SC_CLK_TCK);

        /** Where a timer is due, older kernels write a negative number, or what dividing makes of it. */
        static Duration duration(long ticks) {
            return ticks <= 0 || ticks > 0xffffffffL ? Duration.ZERO
                    : Duration.ofSeconds(ticks / PER_SECOND, ticks % PER_SECOND * 1_000_000_000 / PER_SECOND);
        }
    }

    private interface Parser {
        Row row(Lines line) throws IOException;
    }

    /** A format of such a file, which its heading tells. */
    private enum Format {
        TCP(AF_INET, "sl local_address rem_address st tx_queue rx_queue tr tm->when retrnsmt uid timeout inode",
                line -> Inet.parse(line, 1, false)),
        TCP6(AF_INET6, "sl local_address remote_address st tx_queue rx_queue tr tm->when retrnsmt uid timeout inode",
                line -> Inet.parse(line, 4, false)),
        DATAGRAM(AF_INET, TCP.heading + " ref pointer drops", line -> Inet.parse(line, 1, true)),
        DATAGRAM6(AF_INET6, TCP6.heading + " ref pointer drops", line -> Inet.parse(line, 4, true)),
        UNIX(0, "Num RefCount Protocol Flags Type St Inode Path", Unix::parse),
        PACKET(0, "sk RefCnt Type Proto Iface R Rmem User Inode", Packet::parse),
        NETLINK(0, "sk Eth Pid Groups Rmem Wmem Dump Locks Drops Inode", Netlink::parse);

        private final int family;
        private final String heading;
        private final Parser parser;

        Format(int family, String heading, Parser parser) {
            this.family = family;
            this.heading = heading;
            this.parser = parser;
        }

        /** The formats of a kind's files. */
        static Set<Format> of(Kind kind) {
            return switch (kind) {
                case TCP -> EnumSet.of(TCP, TCP6);
                case UDP, UDPLITE, RAW, ICMP -> EnumSet.of(DATAGRAM, DATAGRAM6);
                case UNIX -> EnumSet.of(UNIX);
                case PACKET -> EnumSet.of(PACKET);
                case NETLINK -> EnumSet.of(NETLINK);
            };
        }

        /** The file of a kind that has this format. */
        Path file(Path directory, Kind kind) {
            return directory.resolve(kind.name().toLowerCase(Locale.ROOT) + (family == AF_INET6 ? "6" : ""));
        }

        /** The format of a file, by its first line. */
        static Format of(Lines lines, Set<Format> expected) throws IOException {
            String heading = lines.next() ? lines.text().strip().replaceAll(" +", " ") : "";
            return expected.stream().filter(format -> format.heading.equals(heading)).findAny()
                    .orElseThrow(() -> lines.malformed("not the heading of " + expected));
        }
    }
}
