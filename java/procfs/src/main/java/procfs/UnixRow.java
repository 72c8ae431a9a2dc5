package procfs;

import static libc.linux.UnixDiag.*;
import static libc.sys.Socket.AF_UNIX;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** {@code struct unix_diag_msg} and its attributes. */
final class UnixRow extends SockDiag.Row {

    private static final int TYPE = offsetof(unix_diag_msg.class, "udiag_type");
    private static final int STATE = offsetof(unix_diag_msg.class, "udiag_state");
    private static final int INO = offsetof(unix_diag_msg.class, "udiag_ino");
    private static final int COOKIE = offsetof(unix_diag_msg.class, "udiag_cookie");
    private static final int RQUEUE = offsetof(unix_diag_rqlen.class, "udiag_rqueue");
    private static final int WQUEUE = offsetof(unix_diag_rqlen.class, "udiag_wqueue");
    private static final int VFS_INO = offsetof(unix_diag_vfs.class, "udiag_vfs_ino");
    private static final int VFS_DEV = offsetof(unix_diag_vfs.class, "udiag_vfs_dev");

    UnixRow(Query query) {
        super(Kind.UNIX, unix_diag_msg.class, query.details());
    }

    @Override
    byte[] request(Query query) {
        unix_diag_req req = new unix_diag_req();
        req.sdiag_family = AF_UNIX;
        req.udiag_states = states(query);
        req.udiag_show = UDIAG_SHOW_NAME | UDIAG_SHOW_PEER | UDIAG_SHOW_RQLEN | UDIAG_SHOW_UID
                | (wants(Detail.MEMORY) ? UDIAG_SHOW_MEMINFO : 0)
                | (wants(Detail.EXTENDED) ? UDIAG_SHOW_ICONS | UDIAG_SHOW_VFS : 0);
        return packed(req);
    }

    @Override
    public int type() {
        return uint8(TYPE);
    }

    @Override
    public State state() {
        return state(uint8(STATE));
    }

    @Override
    public int localAddress(byte[] to) {
        int at = attribute(UNIX_DIAG_NAME, 0);
        return at < 0 ? 0 : bytes(at, nameLength(at), to);
    }

    /** A path ends with its NUL, which is no part of it; in an abstract name each byte counts. */
    private int nameLength(int at) {
        int length = length(at);
        return length > 1 && uint8(at) != 0 && uint8(at + length - 1) == 0 ? length - 1 : length;
    }

    @Override
    public long receiveQueue() {
        int at = attribute(UNIX_DIAG_RQLEN, sizeof(unix_diag_rqlen.class));
        return at < 0 ? 0 : uint32(at + RQUEUE);
    }

    @Override
    public long sendQueue() {
        int at = attribute(UNIX_DIAG_RQLEN, sizeof(unix_diag_rqlen.class));
        return at < 0 ? 0 : uint32(at + WQUEUE);
    }

    @Override
    public long uid() {
        int at = attribute(UNIX_DIAG_UID, Integer.BYTES);
        return at < 0 ? -1 : uint32(at);
    }

    @Override
    public long inode() {
        return uint32(INO);
    }

    @Override
    public long peerInode() {
        int at = attribute(UNIX_DIAG_PEER, Integer.BYTES);
        return at < 0 ? 0 : uint32(at);
    }

    @Override
    public long cookie() {
        return int64(COOKIE);
    }

    @Override
    SocketAddress local() {
        int at = attribute(UNIX_DIAG_NAME, 0);
        if (at < 0) {
            return UnixAddress.UNNAMED;
        }
        byte[] name = new byte[nameLength(at)];
        bytes(at, name.length, name);
        return UnixAddress.of(name);
    }

    @Override
    SocketAddress remote() {
        return UnixAddress.UNNAMED;
    }

    @Override
    Details details() {
        SocketMemory memory = wants(Detail.MEMORY) ? memory(UNIX_DIAG_MEMINFO) : null;
        if (!wants(Detail.EXTENDED)) {
            return new Details(null, null, null, drops(memory), null, null, null, memory, null, null, null, null, null, null,
                    null, null);
        }
        int vfs = attribute(UNIX_DIAG_VFS, sizeof(unix_diag_vfs.class));
        return new Details(cookie(), null, null, drops(memory), uint8Of(UNIX_DIAG_SHUTDOWN), null, null, memory, null, null,
                null, null, null, pending(), vfs < 0 ? null : int32(vfs + VFS_DEV), vfs < 0 ? null : uint32(vfs + VFS_INO));
    }

    private List<Long> pending() {
        ByteBuffer icons = payload(UNIX_DIAG_ICONS);
        if (icons == null) {
            return null;
        }
        int[] inodes = new int[icons.remaining() / Integer.BYTES];
        icons.asIntBuffer().get(inodes);
        return Arrays.stream(inodes).mapToObj(Integer::toUnsignedLong).toList();
    }
}
