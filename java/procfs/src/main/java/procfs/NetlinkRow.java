package procfs;

import static libc.linux.Netlink.NETLINK_CONNECTED;
import static libc.linux.NetlinkDiag.*;
import static libc.linux.SockDiag.SK_MEMINFO_RMEM_ALLOC;
import static libc.linux.SockDiag.SK_MEMINFO_WMEM_ALLOC;
import static libc.sys.Socket.AF_NETLINK;

import java.net.SocketAddress;

/** {@code struct netlink_diag_msg} and its attributes. */
final class NetlinkRow extends SockDiag.Row {

    private static final int TYPE = offsetof(netlink_diag_msg.class, "ndiag_type");
    private static final int PROTOCOL = offsetof(netlink_diag_msg.class, "ndiag_protocol");
    private static final int STATE = offsetof(netlink_diag_msg.class, "ndiag_state");
    private static final int PORTID = offsetof(netlink_diag_msg.class, "ndiag_portid");
    private static final int DST_PORTID = offsetof(netlink_diag_msg.class, "ndiag_dst_portid");
    private static final int DST_GROUP = offsetof(netlink_diag_msg.class, "ndiag_dst_group");
    private static final int INO = offsetof(netlink_diag_msg.class, "ndiag_ino");
    private static final int COOKIE = offsetof(netlink_diag_msg.class, "ndiag_cookie");

    NetlinkRow(Query query) {
        super(Kind.NETLINK, netlink_diag_msg.class, query.details());
    }

    @Override
    byte[] request(Query query) {
        netlink_diag_req req = new netlink_diag_req();
        req.sdiag_family = AF_NETLINK;
        req.sdiag_protocol = NDIAG_PROTO_ALL;
        req.ndiag_show = NDIAG_SHOW_GROUPS | NDIAG_SHOW_MEMINFO;
        return packed(req);
    }

    @Override
    public int type() {
        return uint8(TYPE);
    }

    @Override
    public int protocol() {
        return uint8(PROTOCOL);
    }

    @Override
    public State state() {
        return uint8(STATE) == NETLINK_CONNECTED ? State.TCP_ESTABLISHED : State.TCP_CLOSE;
    }

    @Override
    public int localPort() {
        return int32(PORTID);
    }

    @Override
    public int remotePort() {
        return int32(DST_PORTID);
    }

    @Override
    public long receiveQueue() {
        return memory(NETLINK_DIAG_MEMINFO, SK_MEMINFO_RMEM_ALLOC);
    }

    @Override
    public long sendQueue() {
        return memory(NETLINK_DIAG_MEMINFO, SK_MEMINFO_WMEM_ALLOC);
    }

    @Override
    public long inode() {
        return uint32(INO);
    }

    @Override
    public long cookie() {
        return int64(COOKIE);
    }

    @Override
    SocketAddress local() {
        int at = attribute(NETLINK_DIAG_GROUPS, Integer.BYTES);
        return new NetlinkAddress(protocol(), localPort(), at < 0 ? 0 : int32(at));
    }

    /** The group that it sends to comes as a number, of which an address has a bit as far as it has one. */
    @Override
    SocketAddress remote() {
        int group = int32(DST_GROUP);
        return new NetlinkAddress(protocol(), remotePort(), group >= 1 && group <= Integer.SIZE ? 1 << group - 1 : 0);
    }

    @Override
    Details details() {
        return details(NETLINK_DIAG_MEMINFO);
    }
}
