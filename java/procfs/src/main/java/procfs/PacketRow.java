package procfs;

import static libc.linux.PacketDiag.*;
import static libc.linux.SockDiag.SK_MEMINFO_RMEM_ALLOC;
import static libc.sys.Socket.AF_PACKET;

import java.net.SocketAddress;

/** {@code struct packet_diag_msg} and its attributes. */
final class PacketRow extends SockDiag.Row {

    private static final int TYPE = offsetof(packet_diag_msg.class, "pdiag_type");
    private static final int NUM = offsetof(packet_diag_msg.class, "pdiag_num");
    private static final int INO = offsetof(packet_diag_msg.class, "pdiag_ino");
    private static final int COOKIE = offsetof(packet_diag_msg.class, "pdiag_cookie");
    private static final int INDEX = offsetof(packet_diag_info.class, "pdi_index");

    PacketRow(Query query) {
        super(Kind.PACKET, packet_diag_msg.class, query.details());
    }

    @Override
    byte[] request(Query query) {
        packet_diag_req req = new packet_diag_req();
        req.sdiag_family = AF_PACKET;
        req.pdiag_show = PACKET_SHOW_INFO | PACKET_SHOW_MEMINFO;
        return packed(req);
    }

    @Override
    public int type() {
        return uint8(TYPE);
    }

    @Override
    public int protocol() {
        return uint16(NUM);
    }

    @Override
    public long receiveQueue() {
        return memory(PACKET_DIAG_MEMINFO, SK_MEMINFO_RMEM_ALLOC);
    }

    @Override
    public long uid() {
        int at = attribute(PACKET_DIAG_UID, Integer.BYTES);
        return at < 0 ? -1 : uint32(at);
    }

    @Override
    public long inode() {
        return uint32(INO);
    }

    @Override
    public int interfaceIndex() {
        int at = attribute(PACKET_DIAG_INFO, sizeof(packet_diag_info.class));
        return at < 0 ? 0 : int32(at + INDEX);
    }

    @Override
    public long cookie() {
        return int64(COOKIE);
    }

    @Override
    SocketAddress local() {
        return new LinkAddress(protocol(), interfaceIndex());
    }

    @Override
    SocketAddress remote() {
        return new LinkAddress(0, 0);
    }

    @Override
    Details details() {
        return details(PACKET_DIAG_MEMINFO);
    }
}
