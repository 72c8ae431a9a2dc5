package libc.linux;

import java.nio.ByteBuffer;
import libc.Struct;

/**
 * {@code <linux/netlink_diag.h>}: tables of netlink sockets through sock_diag.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/sock_diag.7.html">sock_diag(7)</a>
 */
public class NetlinkDiag extends libc.sys.Types {

    /** Attribute, u32[]: memory, by SK_MEMINFO_*. */
    public static final int NETLINK_DIAG_MEMINFO = 0;
    /** Attribute, bits: groups joined. */
    public static final int NETLINK_DIAG_GROUPS = 1;
    /** Attribute: struct netlink_diag_ring, receiving. */
    public static final int NETLINK_DIAG_RX_RING = 2;
    /** Attribute: struct netlink_diag_ring, sending. */
    public static final int NETLINK_DIAG_TX_RING = 3;
    /** Attribute, u32: NDIAG_FLAG_*. */
    public static final int NETLINK_DIAG_FLAGS = 4;
    /** Largest of NETLINK_DIAG_*. */
    public static final int NETLINK_DIAG_MAX = 4;

    /** sdiag_protocol: all protocols. */
    public static final int NDIAG_PROTO_ALL = 255;
    /** ndiag_show: NETLINK_DIAG_MEMINFO. */
    public static final int NDIAG_SHOW_MEMINFO = 0x00000001;
    /** ndiag_show: NETLINK_DIAG_GROUPS. */
    public static final int NDIAG_SHOW_GROUPS = 0x00000002;
    /** ndiag_show: ring configuration, deprecated since Linux 4.6. */
    public static final int NDIAG_SHOW_RING_CFG = 0x00000004;
    /** ndiag_show: NETLINK_DIAG_FLAGS. */
    public static final int NDIAG_SHOW_FLAGS = 0x00000008;

    /** Flag: a dump goes on. */
    public static final int NDIAG_FLAG_CB_RUNNING = 0x00000001;
    /** Flag: NETLINK_PKTINFO is on. */
    public static final int NDIAG_FLAG_PKTINFO = 0x00000002;
    /** Flag: NETLINK_BROADCAST_ERROR is on. */
    public static final int NDIAG_FLAG_BROADCAST_ERROR = 0x00000004;
    /** Flag: NETLINK_NO_ENOBUFS is on. */
    public static final int NDIAG_FLAG_NO_ENOBUFS = 0x00000008;
    /** Flag: NETLINK_LISTEN_ALL_NSID is on. */
    public static final int NDIAG_FLAG_LISTEN_ALL_NSID = 0x00000010;
    /** Flag: NETLINK_CAP_ACK is on. */
    public static final int NDIAG_FLAG_CAP_ACK = 0x00000020;

    /** Not to be made: a header's class has only static members. */
    protected NetlinkDiag() {}

    /**
     * {@code struct netlink_diag_req}: the payload of a request for netlink sockets.
     */
    public static final class netlink_diag_req extends Struct {
        /** AF_NETLINK. */
        public int sdiag_family;
        /** Protocol, or NDIAG_PROTO_ALL. */
        public int sdiag_protocol;
        /** 0. */
        public int pad;
        /** Inode; not used. */
        public int ndiag_ino;
        /** Attributes to send, NDIAG_SHOW_*. */
        public int ndiag_show;
        /** Cookie; not used. */
        public final int[] ndiag_cookie = new int[2];

        /** {@code struct netlink_diag_req a = {0}}. */
        public netlink_diag_req() {}

        /**
         * {@code struct netlink_diag_req a = {sdiag_family, sdiag_protocol, pad, ndiag_ino, ndiag_show,
         * ndiag_cookie}}.
         *
         * @param sdiag_family AF_NETLINK
         * @param sdiag_protocol protocol, or NDIAG_PROTO_ALL
         * @param pad 0
         * @param ndiag_ino inode; not used
         * @param ndiag_show attributes to send, NDIAG_SHOW_*
         * @param ndiag_cookie cookie; not used
         */
        public netlink_diag_req(int sdiag_family, int sdiag_protocol, int pad, int ndiag_ino, int ndiag_show,
                int[] ndiag_cookie) {
            this.sdiag_family = sdiag_family;
            this.sdiag_protocol = sdiag_protocol;
            this.pad = pad;
            this.ndiag_ino = ndiag_ino;
            this.ndiag_show = ndiag_show;
            System.arraycopy(ndiag_cookie, 0, this.ndiag_cookie, 0, ndiag_cookie.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public netlink_diag_req(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct netlink_diag_req a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static netlink_diag_req[] array(int n) {
            return filled(new netlink_diag_req[n], netlink_diag_req::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(netlink_diag_req from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            sdiag_family = f.as("AF_").uint8("sdiag_family", sdiag_family);
            sdiag_protocol = f.as("NETLINK_").uint8("sdiag_protocol", sdiag_protocol);
            pad = f.uint16("pad", pad);
            ndiag_ino = f.int32("ndiag_ino", ndiag_ino);
            ndiag_show = f.as("NDIAG_SHOW_").int32("ndiag_show", ndiag_show);
            f.int32s("ndiag_cookie", ndiag_cookie);
        }
    }

    /**
     * {@code struct netlink_diag_msg}: a netlink socket, before its attributes NETLINK_DIAG_*.
     */
    public static final class netlink_diag_msg extends Struct {
        /** AF_NETLINK. */
        public int ndiag_family;
        /** SOCK_RAW or SOCK_DGRAM. */
        public int ndiag_type;
        /** Protocol. */
        public int ndiag_protocol;
        /** State, as NETLINK_UNCONNECTED. */
        public int ndiag_state;
        /** Port id. */
        public int ndiag_portid;
        /** Port id of the peer. */
        public int ndiag_dst_portid;
        /** Group of the peer. */
        public int ndiag_dst_group;
        /** Inode. */
        public int ndiag_ino;
        /** Cookie. */
        public final int[] ndiag_cookie = new int[2];

        /** {@code struct netlink_diag_msg a = {0}}. */
        public netlink_diag_msg() {}

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public netlink_diag_msg(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct netlink_diag_msg a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static netlink_diag_msg[] array(int n) {
            return filled(new netlink_diag_msg[n], netlink_diag_msg::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(netlink_diag_msg from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ndiag_family = f.as("AF_").uint8("ndiag_family", ndiag_family);
            ndiag_type = f.as("SOCK_").uint8("ndiag_type", ndiag_type);
            ndiag_protocol = f.as("NETLINK_").uint8("ndiag_protocol", ndiag_protocol);
            ndiag_state = f.uint8("ndiag_state", ndiag_state);
            ndiag_portid = f.int32("ndiag_portid", ndiag_portid);
            ndiag_dst_portid = f.int32("ndiag_dst_portid", ndiag_dst_portid);
            ndiag_dst_group = f.int32("ndiag_dst_group", ndiag_dst_group);
            ndiag_ino = f.int32("ndiag_ino", ndiag_ino);
            f.int32s("ndiag_cookie", ndiag_cookie);
        }
    }

    /**
     * {@code struct netlink_diag_ring}: the value of NETLINK_DIAG_RX_RING and NETLINK_DIAG_TX_RING.
     */
    public static final class netlink_diag_ring extends Struct {
        /** Bytes of a block. */
        public int ndr_block_size;
        /** Blocks. */
        public int ndr_block_nr;
        /** Bytes of a frame. */
        public int ndr_frame_size;
        /** Frames. */
        public int ndr_frame_nr;

        /** {@code struct netlink_diag_ring a = {0}}. */
        public netlink_diag_ring() {}

        /**
         * {@code struct netlink_diag_ring a = {ndr_block_size, ndr_block_nr, ndr_frame_size, ndr_frame_nr}}.
         *
         * @param ndr_block_size bytes of a block
         * @param ndr_block_nr blocks
         * @param ndr_frame_size bytes of a frame
         * @param ndr_frame_nr frames
         */
        public netlink_diag_ring(int ndr_block_size, int ndr_block_nr, int ndr_frame_size, int ndr_frame_nr) {
            this.ndr_block_size = ndr_block_size;
            this.ndr_block_nr = ndr_block_nr;
            this.ndr_frame_size = ndr_frame_size;
            this.ndr_frame_nr = ndr_frame_nr;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public netlink_diag_ring(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct netlink_diag_ring a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static netlink_diag_ring[] array(int n) {
            return filled(new netlink_diag_ring[n], netlink_diag_ring::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(netlink_diag_ring from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ndr_block_size = f.int32("ndr_block_size", ndr_block_size);
            ndr_block_nr = f.int32("ndr_block_nr", ndr_block_nr);
            ndr_frame_size = f.int32("ndr_frame_size", ndr_frame_size);
            ndr_frame_nr = f.int32("ndr_frame_nr", ndr_frame_nr);
        }
    }
}
