package procfs;

import static java.util.stream.Collectors.joining;
import static libc.netinet.Tcp.TCP_LISTEN;
import static libc.sys.Socket.SOCK_DGRAM;
import static libc.sys.Socket.SOCK_RAW;
import static libc.sys.Socket.SOCK_STREAM;

import java.math.BigDecimal;
import java.math.MathContext;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import libc.net.If;
import libc.netinet.Tcp.tcp_info;
import libc.linux.IfEther;

/** A socket as names and values, so that what ss prints can be compared. What is nothing, or 0, is left out. */
final class Attributes {

    /** What ss calls the components of tcp_info; those that time alone changes are not here. */
    static final Map<String, ToDoubleFunction<tcp_info>> INFO = new LinkedHashMap<>();

    private static final double MICROS = 1000;
    private static final int MAX_SSTHRESH = 0xffff;

    static {
        INFO.put("rto", info -> info.tcpi_rto / MICROS);
        INFO.put("ato", info -> info.tcpi_ato / MICROS);
        INFO.put("mss", info -> info.tcpi_snd_mss);
        INFO.put("rcvmss", info -> info.tcpi_rcv_mss);
        INFO.put("advmss", info -> info.tcpi_advmss);
        INFO.put("pmtu", info -> info.tcpi_pmtu);
        INFO.put("cwnd", info -> info.tcpi_snd_cwnd);
        INFO.put("ssthresh", info -> info.tcpi_snd_ssthresh < MAX_SSTHRESH ? info.tcpi_snd_ssthresh : 0);
        INFO.put("bytes_sent", info -> info.tcpi_bytes_sent);
        INFO.put("bytes_retrans", info -> info.tcpi_bytes_retrans);
        INFO.put("bytes_acked", info -> info.tcpi_bytes_acked);
        INFO.put("bytes_received", info -> info.tcpi_bytes_received);
        INFO.put("segs_out", info -> info.tcpi_segs_out);
        INFO.put("segs_in", info -> info.tcpi_segs_in);
        INFO.put("data_segs_out", info -> info.tcpi_data_segs_out);
        INFO.put("data_segs_in", info -> info.tcpi_data_segs_in);
        INFO.put("unacked", info -> info.tcpi_unacked);
        INFO.put("lost", info -> info.tcpi_lost);
        INFO.put("sacked", info -> info.tcpi_state == TCP_LISTEN ? 0 : info.tcpi_sacked); // of a listener its backlog
        INFO.put("backoff", info -> info.tcpi_backoff);
        INFO.put("delivered", info -> info.tcpi_delivered);
        INFO.put("notsent", info -> info.tcpi_notsent_bytes);
        INFO.put("rcv_space", info -> info.tcpi_rcv_space);
        INFO.put("rcv_ssthresh", info -> info.tcpi_rcv_ssthresh);
        INFO.put("snd_wnd", info -> info.tcpi_snd_wnd);
        INFO.put("minrtt", info -> info.tcpi_min_rtt == -1 ? 0 : info.tcpi_min_rtt / MICROS);
    }

    private final Map<String, String> values = new TreeMap<>();

    Attributes put(String name, Object value) {
        String text = String.valueOf(value);
        if (value != null && !text.isEmpty() && !text.equals("0")) {
            values.put(name, text);
        }
        return this;
    }

    /** A number as {@code %g} prints it. */
    static String number(double value) {
        return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** What no two sockets have the same of: who has it open; or, if nobody has, what it is connected to. */
    String key() {
        String users = get("users");
        return users.isEmpty() ? String.join(" ", get("state"), get("local"), get("remote"), get("ino"), get("peerino"))
                : users;
    }

    Map<String, String> values() {
        return values;
    }

    /** What the table says of a socket. */
    static Attributes of(SocketTable table, SocketEntry entry) {
        Attributes all = new Attributes().put("state", entry.state().shortName()).put("recv", entry.receiveQueue())
                .put("send", entry.sendQueue()).put("users", users(table, entry));
        Details details = entry.details();
        SocketMemory memory = details.memory();
        if (memory != null) {
            all.put("skmem", "(r" + memory.rmemAlloc() + ",rb" + memory.rcvbuf() + ",t" + memory.wmemAlloc()
                    + ",tb" + memory.sndbuf() + ",f" + memory.fwdAlloc() + ",w" + memory.wmemQueued()
                    + ",o" + memory.optmem() + ",bl" + memory.backlog() + ",d" + memory.drops() + ")");
        }
        if (details.shutdown() != null) {
            all.put("shutdown", ((details.shutdown() & 1) == 0 ? "<-" : "--") + ((details.shutdown() & 2) == 0 ? ">" : "-"));
        }
        switch (entry.kind()) {
            case UNIX -> unix(all, entry);
            case PACKET -> all.put("local", packet((LinkAddress) entry.local())).put("ino", entry.inode())
                    .put("sk", Long.toHexString(details.cookie())).put("uid", entry.uid())
                    .put("netid", entry.type() == SOCK_RAW ? "p_raw" : "p_dgr");
            case NETLINK -> netlink(all, entry);
            default -> internet(all, entry);
        }
        return all;
    }

    /** What both sources say: {@code /proc} has no backlog of a listener, no queues and user of UNIX, no type of netlink. */
    static Attributes common(SocketTable table, SocketEntry entry) {
        Attributes all = new Attributes().put("users", users(table, entry)).put("kind", entry.kind())
                .put("family", entry.family()).put("type", entry.kind() == Kind.NETLINK ? null : entry.type())
                .put("protocol", entry.protocol()).put("ino", entry.inode())
                .put("timer", entry.timer().kind()).put("state", entry.state());
        if (entry.state() != State.TCP_SYN_RECV) { // of which /proc has how often it was due, sock_diag how often it was done
            all.put("retransmits", entry.timer().retransmits());
        }
        boolean internet = entry.kind().isInternet();
        all.put("local", internet ? internet(entry.local()) : entry.local());
        all.put("remote", internet ? internet(entry.remote()) : entry.remote());
        if (entry.kind() != Kind.UNIX) {
            all.put("recv", entry.receiveQueue()).put("send", entry.state() == State.TCP_LISTEN ? null : entry.sendQueue())
                    .put("uid", entry.uid());
        }
        return all;
    }

    private static String users(SocketTable table, SocketEntry entry) {
        return table.owners(entry).stream().map(owner -> owner.command() + " " + owner.pid() + " " + owner.fd()).sorted()
                .collect(joining(", "));
    }

    private static void internet(Attributes all, SocketEntry entry) {
        all.put("family", entry.family()).put("local", internet(entry.local())).put("remote", internet(entry.remote()));
        if (entry.source() == Source.PROC) {
            return; // which is all that ss has then
        }
        Details details = entry.details();
        all.put("interface", name(entry.interfaceIndex())).put("ino", entry.inode()).put("uid", entry.uid())
                .put("sk", Long.toHexString(details.cookie()));
        if (details.v6only() != null) {
            all.put("v6only", details.v6only() ? 1 : 0);
        }
        tcp_info info = details.tcpInfo();
        if (info != null) {
            INFO.forEach((name, value) -> all.put(name, number(value.applyAsDouble(info))));
            all.put("congestion", details.congestion());
            all.put("rtt", info.tcpi_rtt == 0 ? null
                    : number(info.tcpi_rtt / MICROS) + "/" + number(info.tcpi_rttvar / MICROS));
            all.put("wscale", info.tcpi_snd_wscale == 0 && info.tcpi_rcv_wscale == 0 ? null
                    : info.tcpi_snd_wscale + "," + info.tcpi_rcv_wscale);
            all.put("retrans", info.tcpi_retrans == 0 && info.tcpi_total_retrans == 0 ? null
                    : info.tcpi_retrans + "/" + info.tcpi_total_retrans);
        }
    }

    /** An address and a port, whichever family tells it. */
    static String internet(java.net.SocketAddress address) {
        InetSocketAddress canonical = (InetSocketAddress) Ends.canonical(address);
        return (canonical.getAddress().isAnyLocalAddress() ? "any" : canonical.getAddress().getHostAddress()) + " "
                + canonical.getPort();
    }

    private static String name(int interfaceIndex) {
        return interfaceIndex == 0 ? "" : If.if_indextoname(interfaceIndex, new byte[If.IF_NAMESIZE]);
    }

    private static void unix(Attributes all, SocketEntry entry) {
        Details details = entry.details();
        all.put("netid", entry.type() == SOCK_STREAM ? "u_str" : entry.type() == SOCK_DGRAM ? "u_dgr" : "u_seq")
                .put("local", entry.local()).put("ino", entry.inode()).put("peerino", entry.peerInode())
                .put("vfs", details.pathInode())
                .put("peers", details.pending() == null ? null
                        : details.pending().stream().map(String::valueOf).collect(joining(" ")));
    }

    private static String packet(LinkAddress address) {
        return (address.protocol() == IfEther.ETH_P_ALL ? "*" : "[" + address.protocol() + "]") + ":"
                + (address.interfaceIndex() == 0 ? "*" : name(address.interfaceIndex()));
    }

    /** Of netlink ss tells neither the state nor who has it open. */
    private static void netlink(Attributes all, SocketEntry entry) {
        NetlinkAddress remote = (NetlinkAddress) entry.remote();
        all.values.remove("users");
        all.values.put("state", State.TCP_CLOSE.shortName());
        all.put("local", entry.local()).put("groups", String.format("0x%08x", ((NetlinkAddress) entry.local()).groups()))
                .put("remote", entry.state() == State.TCP_ESTABLISHED ? remote : "*");
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
