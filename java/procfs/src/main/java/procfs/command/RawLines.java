package procfs.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.sys.Socket.SOCK_DGRAM;
import static libc.sys.Socket.SOCK_PACKET;
import static libc.sys.Socket.SOCK_RAW;
import static libc.sys.Socket.SOCK_SEQPACKET;
import static libc.sys.Socket.SOCK_STREAM;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import procfs.Descriptor;
import procfs.Descriptors;
import procfs.Kind;
import procfs.Namespace;
import procfs.ProcNet;
import procfs.ProcNet.Inet;
import procfs.ProcNet.Netlink;
import procfs.ProcNet.Packet;
import procfs.ProcNet.Row;
import procfs.ProcNet.Tcp;
import procfs.ProcNet.Unix;
import procfs.State;

/** The lines of {@code /proc/PID/net} that are a process's sockets, as they are, and under each what its columns say. */
final class RawLines {

    /** A column: up to which character it goes, what its text stands for, and what that means. */
    private record Column<T>(String name, char end, Function<T, Object> value, Function<T, String> meaning) {

        Column(String name, char end, Function<T, Object> value, String meaning) {
            this(name, end, value, row -> meaning);
        }

        /** The same column of what is part of a row. */
        <U> Column<U> in(Function<U, T> part) {
            return new Column<>(name, end, row -> value.apply(part.apply(row)), row -> meaning.apply(part.apply(row)));
        }
    }

    private static final Path USERS = Path.of("/etc/passwd");
    private static final int WIDEST = 40;

    private static final String POINTER = "its address in the kernel, hashed for most readers";
    private static final String REFERENCES = "how many hold it in the kernel";
    private static final String INODE = "the number in socket:[...] of /proc/PID/fd; 0 if no process has it open";
    private static final String TYPE = "the second argument of socket(2)";
    private static final String DROPS = "packets that found no room, or were refused";
    private static final String RECEIVED = "memory that holds what is received and not read yet";
    private static final String SENT = "memory that holds what is being sent";

    private static final List<Column<Inet>> INET = List.of(
            new Column<>("sl", ':', Inet::sl, "the line's number; in udp and icmp the bucket of the kernel's hash table"),
            new Column<>("local_address", ' ', row -> address(row.local_address()), row -> bytes(row.local_address())),
            new Column<>("rem_address", ' ', row -> address(row.rem_address()), row -> bytes(row.rem_address())),
            new Column<>("st", ' ', Inet::st, row -> meaning(row.st())),
            new Column<>("tx_queue", ':', row -> row.tx_queue() + " bytes", "sent, and not acknowledged or delivered yet"),
            new Column<>("rx_queue", ' ', row -> row.rx_queue() + (row.st() == State.TCP_LISTEN ? " connections" : " bytes"),
                    row -> row.st() == State.TCP_LISTEN ? "wait for accept(2)" : "received, and not read yet"),
            new Column<>("tr", ':', Inet::tr, row -> switch (row.tr()) {
                case OFF -> "no timer runs";
                case RETRANSMIT -> "what is not acknowledged will be sent again";
                case KEEPALIVE -> "a silent peer will be probed, or an orphan's FIN_WAIT2 ends";
                case TIME_WAIT -> "the kernel will forget the connection";
                case ZERO_WINDOW_PROBE -> "a peer without room will be asked whether it has some";
            }),
            new Column<>("tm->when", ' ', row -> seconds(row.tm_when()), "until then; in ticks of sysconf(_SC_CLK_TCK)"),
            new Column<>("retrnsmt", ' ', Inet::retrnsmt, "how often in succession a segment was sent again"),
            new Column<>("uid", ' ', row -> user(row.uid()), "the owner's user"),
            new Column<>("timeout", ' ', Inet::timeout, "probes that are not answered"),
            new Column<>("inode", ' ', Inet::inode, INODE),
            new Column<>("ref", ' ', Inet::ref, REFERENCES),
            new Column<>("pointer", ' ', row -> hex(row.pointer()), POINTER));

    private static final List<Column<Inet>> DATAGRAM = join(INET, List.of(new Column<>("drops", ' ', Inet::drops, DROPS)));

    private static final List<Column<Inet>> TCP = join(INET, Stream.<Column<Tcp>>of(
            new Column<>("rto", ' ', row -> seconds(row.rto()), "until a segment is sent again"),
            new Column<>("ato", ' ', row -> seconds(row.ato()), "that an acknowledgement may wait for data to go with"),
            new Column<>("quick|pingpong", ' ', row -> row.quick() + ", " + (row.pingpong() ? 1 : 0),
                    "2 * acknowledgements to send at once + whether data goes back and forth"),
            new Column<>("snd_cwnd", ' ', Tcp::snd_cwnd, "the congestion window, in segments"),
            new Column<>("ssthresh", ' ', Tcp::ssthresh,
                    "where slow start ends, in segments; -1 before any loss; of a listener its Fast Open requests at most"))
            .map(column -> column.in(Inet::tcp)).toList());

    private static final List<Column<Unix>> UNIX = List.of(
            new Column<>("Num", ':', row -> hex(row.Num()), POINTER),
            new Column<>("RefCount", ' ', Unix::RefCount, REFERENCES),
            new Column<>("Protocol", ' ', Unix::Protocol, "always 0"),
            new Column<>("Flags", ' ', row -> row.state() == State.TCP_LISTEN ? "__SO_ACCEPTCON" : "none",
                    "__SO_ACCEPTCON, 0x10000: it listens"),
            new Column<>("Type", ' ', row -> type(row.Type()), TYPE),
            new Column<>("St", ' ', row -> switch (row.St()) {
                case 1 -> "SS_UNCONNECTED";
                case 2 -> "SS_CONNECTING";
                case 3 -> "SS_CONNECTED";
                default -> "SS_DISCONNECTING";
            }, row -> row.state() + " in sock_diag: " + meaning(row.state())),
            new Column<>("Inode", ' ', Unix::Inode, INODE),
            new Column<>("Path", '\n', Unix::Path, row -> row.Path().isUnnamed() ? "it has no name"
                    : row.Path().isAbstract() ? "an abstract name: NUL, shown as @, and what follows" : "the file's name"));

    private static final List<Column<Packet>> PACKET = List.of(
            new Column<>("sk", ' ', row -> hex(row.sk()), POINTER),
            new Column<>("RefCnt", ' ', Packet::RefCnt, REFERENCES),
            new Column<>("Type", ' ', row -> type(row.Type()), TYPE + "; SOCK_RAW has the link layer's header"),
            new Column<>("Proto", ' ', row -> hex(row.Proto()), "which packets, in hexadecimal; 0x3 is ETH_P_ALL, 0 none"),
            new Column<>("Iface", ' ', Packet::Iface, "the index of the interface that it is bound to; 0 for all"),
            new Column<>("R", ' ', Packet::R, "whether it receives"),
            new Column<>("Rmem", ' ', row -> row.Rmem() + " bytes", RECEIVED),
            new Column<>("User", ' ', row -> user(row.User()), "the owner's user"),
            new Column<>("Inode", ' ', Packet::Inode, INODE));

    private static final List<Column<Netlink>> NETLINK = List.of(
            new Column<>("sk", ' ', row -> hex(row.sk()), POINTER),
            new Column<>("Eth", ' ', Netlink::Eth, "the third argument of socket(2); 0 is NETLINK_ROUTE"),
            new Column<>("Pid", ' ', row -> Integer.toUnsignedString(row.Pid()),
                    "nl_pid: often, but not always, a process's; 0 is the kernel"),
            new Column<>("Groups", ' ', row -> hex(Integer.toUnsignedLong(row.Groups())),
                    "nl_groups: the first 32 multicast groups, a bit each"),
            new Column<>("Rmem", ' ', row -> row.Rmem() + " bytes", RECEIVED),
            new Column<>("Wmem", ' ', row -> row.Wmem() + " bytes", SENT),
            new Column<>("Dump", ' ', Netlink::Dump, "whether a dump is under way"),
            new Column<>("Locks", ' ', Netlink::Locks, REFERENCES),
            new Column<>("Drops", ' ', Netlink::Drops, DROPS),
            new Column<>("Inode", ' ', Netlink::Inode, INODE));

    /** Where a socket was found. */
    private record Found(Path file, String text, Row row) {}

    private RawLines() {}

    /** Prints the sockets of a process, in the order of its descriptors. */
    static void print(int pid, Appendable out) throws IOException {
        List<Descriptor> sockets = Descriptors.of(pid).open().stream()
                .filter(descriptor -> descriptor.kind() == Descriptor.Kind.SOCKET).toList();
        Map<Long, Found> lines = read(Namespace.of(pid).tables());
        for (Descriptor socket : sockets) {
            Found found = lines.get(socket.inode());
            out.append("fd " + socket.number() + ", " + socket.target());
            if (found == null) {
                out.append(": in none of the files; it is of another namespace or family, was closed, or is not bound\n\n");
            } else {
                out.append(", " + found.file + "\n" + decoded(found.text) + "\n");
                explain(found.text, found.row, out);
                out.append('\n');
            }
        }
    }

    /** The lines of all files there are, by inode. */
    private static Map<Long, Found> read(Path directory) throws IOException {
        Map<Long, Found> lines = new HashMap<>();
        for (Kind kind : Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            for (String file : kind.isInternet() ? List.of(name, name + '6') : List.of(name)) {
                Path path = directory.resolve(file);
                // A kernel does not have every protocol.
                if (Files.exists(path)) {
                    ProcNet.read(path, (text, row) -> lines.put(row.inode(), new Found(path, text, row)));
                }
            }
        }
        return lines;
    }

    /** A line for each column: its name, its text, what that stands for and means. */
    static void explain(String text, Row row, Appendable out) throws IOException {
        if (row instanceof Inet inet) {
            explain(inet.tcp() != null ? TCP : inet.drops() >= 0 ? DATAGRAM : INET, text, inet, out);
        } else if (row instanceof Unix unix) {
            explain(UNIX, text, unix, out);
        } else if (row instanceof Packet packet) {
            explain(PACKET, text, packet, out);
        } else if (row instanceof Netlink netlink) {
            explain(NETLINK, text, netlink, out);
        }
    }

    private static <T> void explain(List<Column<T>> columns, String text, T row, Appendable out) throws IOException {
        String rest = text;
        List<String[]> table = new ArrayList<>();
        for (Column<T> column : columns) {
            // A name is the rest of the line, whatever is in it; a number may be padded.
            rest = column.end == '\n' ? rest : rest.stripLeading();
            int end = column.end == '\n' ? -1 : rest.indexOf(column.end);
            String raw = end < 0 ? rest : rest.substring(0, end);
            rest = end < 0 ? "" : rest.substring(end + 1);
            table.add(new String[] {column.name, decoded(raw), printable(column.value.apply(row).toString()),
                column.meaning.apply(row)});
        }
        int[] widths = IntStream.range(0, 3)
                .map(i -> table.stream().mapToInt(cells -> cells[i].length()).filter(width -> width <= WIDEST).max()
                        .orElse(1))
                .toArray();
        String format = String.format("  %%-%ds  %%-%ds  %%-%ds  %%s%n", widths[0], widths[1], widths[2]);
        for (String[] cells : table) {
            out.append(String.format(format, (Object[]) cells));
        }
    }

    private static String address(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + " port " + address.getPort();
    }

    private static String bytes(InetSocketAddress address) {
        return (address.getAddress() instanceof Inet6Address ? "16 bytes as 4 numbers" : "4 bytes as a number")
                + " in the machine's byte order; the port, of raw the protocol, of icmp the identifier";
    }

    private static String meaning(State state) {
        return switch (state) {
            case TCP_ESTABLISHED -> "connected";
            case TCP_SYN_SENT -> "has asked for a connection, and has no answer yet";
            case TCP_SYN_RECV, TCP_NEW_SYN_RECV -> "was asked for a connection, and has answered";
            case TCP_FIN_WAIT1 -> "has closed, which the peer has not acknowledged";
            case TCP_FIN_WAIT2 -> "has closed, and the peer has not";
            case TCP_TIME_WAIT -> "both have closed; kept for what may still be under way";
            case TCP_CLOSE -> "not connected";
            case TCP_CLOSE_WAIT -> "the peer has closed, and this end has not";
            case TCP_LAST_ACK -> "the peer has closed, then this end, which is not acknowledged yet";
            case TCP_LISTEN -> "waits for connections";
            case TCP_CLOSING -> "both have closed at once, which is not acknowledged yet";
        };
    }

    private static String type(int type) {
        return switch (type) {
            case SOCK_STREAM -> "SOCK_STREAM";
            case SOCK_DGRAM -> "SOCK_DGRAM";
            case SOCK_RAW -> "SOCK_RAW";
            case SOCK_SEQPACKET -> "SOCK_SEQPACKET";
            case SOCK_PACKET -> "SOCK_PACKET";
            default -> Integer.toString(type);
        };
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1e3);
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    /** A user's number and, if {@code /etc/passwd} has it, name. */
    private static String user(long uid) {
        try (Stream<String> users = Files.lines(USERS, ISO_8859_1)) {
            return users.map(line -> line.split(":")).filter(user -> user.length > 2 && user[2].equals(Long.toString(uid)))
                    .findFirst().map(user -> uid + " " + user[0]).orElse(Long.toString(uid));
        } catch (IOException e) {
            return uid + " (" + e + ")";
        }
    }

    /** The text that bytes are in UTF-8, without what a terminal would obey. */
    private static String decoded(String bytes) {
        return printable(new String(bytes.getBytes(ISO_8859_1), UTF_8));
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> printable.append(
                Character.isISOControl(c) ? String.format("\\x%02x", c) : Character.toString(c)));
        return printable.toString();
    }

    private static <T> List<Column<T>> join(List<Column<T>> first, List<Column<T>> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
