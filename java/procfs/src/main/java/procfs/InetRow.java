package procfs;

import static libc.Strings.str;
import static libc.linux.InetDiag.*;
import static libc.linux.Netlink.NLA_HDRLEN;
import static libc.netinet.In.IPPROTO_ICMP;
import static libc.netinet.In.IPPROTO_ICMPV6;
import static libc.netinet.In.IPPROTO_RAW;
import static libc.netinet.In.IPPROTO_TCP;
import static libc.netinet.In.IPPROTO_UDP;
import static libc.netinet.In.IPPROTO_UDPLITE;
import static libc.linux.SockDiag.SOCK_DIAG_BY_FAMILY;
import static libc.sys.Socket.AF_INET;
import static libc.sys.Socket.AF_INET6;
import static libc.sys.Socket.AF_UNSPEC;
import static libc.sys.Socket.SOCK_DGRAM;
import static libc.sys.Socket.SOCK_RAW;
import static libc.sys.Socket.SOCK_STREAM;

import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import libc.netinet.Tcp.tcp_info;

/** {@code struct inet_diag_msg} and its attributes. */
final class InetRow extends SockDiag.Row {

    private static final Details V6ONLY = v6only(true);
    private static final Details DUAL = v6only(false);
    private static final int STATE = offsetof(inet_diag_msg.class, "idiag_state");
    private static final int TIMER = offsetof(inet_diag_msg.class, "idiag_timer");
    private static final int RETRANS = offsetof(inet_diag_msg.class, "idiag_retrans");
    private static final int ID = offsetof(inet_diag_msg.class, "id");
    private static final int SPORT = ID + offsetof(inet_diag_sockid.class, "idiag_sport");
    private static final int DPORT = ID + offsetof(inet_diag_sockid.class, "idiag_dport");
    private static final int SRC = ID + offsetof(inet_diag_sockid.class, "idiag_src");
    private static final int DST = ID + offsetof(inet_diag_sockid.class, "idiag_dst");
    private static final int IF = ID + offsetof(inet_diag_sockid.class, "idiag_if");
    private static final int COOKIE = ID + offsetof(inet_diag_sockid.class, "idiag_cookie");
    private static final int EXPIRES = offsetof(inet_diag_msg.class, "idiag_expires");
    private static final int RQUEUE = offsetof(inet_diag_msg.class, "idiag_rqueue");
    private static final int WQUEUE = offsetof(inet_diag_msg.class, "idiag_wqueue");
    private static final int UID = offsetof(inet_diag_msg.class, "idiag_uid");
    private static final int INODE = offsetof(inet_diag_msg.class, "idiag_inode");

    private final int requested;
    private final int type;
    private final int protocol;
    private final InetAddress[] recent = new InetAddress[256];
    private final int[] keys = new int[recent.length];

    /**
     * Messages of one family; or of TCP, by AF_UNSPEC, of both. The kernel's walk through its table takes ms, even for a
     * family that has nothing there; only the elder request for TCP takes both at once.
     */
    InetRow(Kind kind, int family, Query query) {
        super(kind, inet_diag_msg.class, query.details());
        requested = family;
        type = switch (kind) {
            case TCP -> SOCK_STREAM;
            case RAW -> SOCK_RAW;
            default -> SOCK_DGRAM;
        };
        protocol = switch (kind) {
            case TCP -> IPPROTO_TCP;
            case UDP -> IPPROTO_UDP;
            case UDPLITE -> IPPROTO_UDPLITE;
            case ICMP -> family == AF_INET ? IPPROTO_ICMP : IPPROTO_ICMPV6;
            default -> IPPROTO_RAW;
        };
    }

    @Override
    int requestType() {
        return requested == AF_UNSPEC ? TCPDIAG_GETSOCK : SOCK_DIAG_BY_FAMILY;
    }

    @Override
    byte[] request(Query query) {
        int ext = (wants(Detail.INFO) ? bit(INET_DIAG_INFO) | bit(INET_DIAG_CONG) : 0)
                | (wants(Detail.MEMORY) ? bit(INET_DIAG_SKMEMINFO) : 0)
                | (wants(Detail.EXTENDED) ? bit(INET_DIAG_TOS) | bit(INET_DIAG_TCLASS) | bit(INET_DIAG_SHUTDOWN) : 0);
        inet_diag_sockid any = new inet_diag_sockid();
        byte[] req = packed(requested == AF_UNSPEC
                ? new inet_diag_req(AF_INET, 0, 0, ext, any, states(query), 0)
                : new inet_diag_req_v2(requested, protocol, ext, 0, states(query), any));
        byte[] bytecode = Bytecode.of(query.filter());
        if (bytecode.length == 0) {
            return req;
        }
        int length = NLA_HDRLEN + bytecode.length;
        return ByteBuffer.allocate(req.length + length).order(ByteOrder.nativeOrder()).put(req)
                .putShort((short) length).putShort((short) INET_DIAG_REQ_BYTECODE).put(bytecode).array();
    }

    private static int bit(int attribute) {
        return 1 << attribute - 1;
    }

    @Override
    public int type() {
        return type;
    }

    @Override
    public int protocol() {
        if (type != SOCK_RAW) {
            return protocol;
        }
        int at = attribute(INET_DIAG_PROTOCOL, Byte.BYTES);
        return at < 0 ? localPort() : uint8(at); // the kernel keeps a raw socket's protocol where others have their port
    }

    @Override
    public State state() {
        return state(uint8(STATE));
    }

    @Override
    public int localPort() {
        return port(SPORT);
    }

    @Override
    public int remotePort() {
        return port(DPORT);
    }

    @Override
    public int localAddress(byte[] to) {
        return bytes(SRC, addressLength(), to);
    }

    @Override
    public int remoteAddress(byte[] to) {
        return bytes(DST, addressLength(), to);
    }

    private int addressLength() {
        int family = family();
        if (family != AF_INET && family != AF_INET6) {
            throw damaged("an Internet socket of family " + family);
        }
        return family == AF_INET ? 4 : 16;
    }

    @Override
    public long receiveQueue() {
        return uint32(RQUEUE);
    }

    @Override
    public long sendQueue() {
        return uint32(WQUEUE);
    }

    @Override
    public Timer.Kind timer() {
        int value = uint8(TIMER);
        if (value > Timer.Kind.ZERO_WINDOW_PROBE.ordinal()) {
            throw damaged("a socket with timer " + value);
        }
        return Timer.Kind.of(value);
    }

    @Override
    public long timerExpires() {
        return uint32(EXPIRES);
    }

    @Override
    public int retransmits() {
        return uint8(RETRANS);
    }

    @Override
    public long uid() {
        return uint32(UID);
    }

    @Override
    public long inode() {
        return uint32(INODE);
    }

    @Override
    public int interfaceIndex() {
        return int32(IF);
    }

    @Override
    public long cookie() {
        return int64(COOKIE);
    }

    @Override
    SocketAddress local() {
        return address(SRC, localPort());
    }

    @Override
    SocketAddress remote() {
        return address(DST, remotePort());
    }

    /** An IPv6 address stays one, also if it is an IPv4 address inside, and of a link has its interface. */
    private SocketAddress address(int offset, int port) {
        try {
            if (addressLength() == 4) {
                return new InetSocketAddress(ipv4(offset), port);
            }
            byte[] bytes = new byte[16];
            bytes(offset, bytes.length, bytes);
            boolean scoped = (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xc0) == 0x80 && interfaceIndex() != 0;
            return new InetSocketAddress(Inet6Address.getByAddress(null, bytes, scoped ? interfaceIndex() : -1), port);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same few come again and again, and can be the same objects. */
    private InetAddress ipv4(int offset) throws UnknownHostException {
        int address = int32(offset);
        int slot = (address ^ address >>> 24) & recent.length - 1;
        if (recent[slot] == null || keys[slot] != address) {
            byte[] bytes = new byte[4];
            bytes(offset, bytes.length, bytes);
            recent[slot] = InetAddress.getByAddress(bytes);
            keys[slot] = address;
        }
        return recent[slot];
    }

    /** The kernel tells unasked whether {@code ::} is IPv4's address too: else nobody would know where a socket listens. */
    @Override
    Details unasked() {
        Boolean v6only = v6only();
        return v6only == null ? Details.NONE : v6only ? V6ONLY : DUAL;
    }

    private Boolean v6only() {
        Integer v6only = family() == AF_INET6 ? uint8Of(INET_DIAG_SKV6ONLY) : null;
        return v6only == null ? null : v6only != 0;
    }

    private static Details v6only(boolean v6only) {
        return new Details(null, null, null, null, null, null, null, null, null, null, v6only, null, null, null, null, null);
    }

    @Override
    Details details() {
        SocketMemory memory = wants(Detail.MEMORY) ? memory(INET_DIAG_SKMEMINFO) : null;
        tcp_info info = null;
        String congestion = null;
        if (wants(Detail.INFO)) {
            ByteBuffer written = payload(INET_DIAG_INFO);
            info = written == null || kind() != Kind.TCP ? null : new tcp_info(written);
            ByteBuffer name = payload(INET_DIAG_CONG);
            congestion = name == null ? null : str(name.array());
        }
        if (!wants(Detail.EXTENDED)) {
            return new Details(null, null, null, drops(memory), null, info, congestion, memory, null, null, v6only(), null,
                    null, null, null, null);
        }
        int mark = attribute(INET_DIAG_MARK, Integer.BYTES);
        int cgroup = attribute(INET_DIAG_CGROUP_ID, Long.BYTES);
        return new Details(cookie(), null, null, drops(memory), uint8Of(INET_DIAG_SHUTDOWN), info, congestion, memory,
                uint8Of(INET_DIAG_TOS), uint8Of(INET_DIAG_TCLASS), v6only(), mark < 0 ? null : int32(mark),
                cgroup < 0 ? null : int64(cgroup), null, null, null);
    }
}
