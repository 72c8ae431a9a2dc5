package libc.linux;

import java.nio.ByteBuffer;
import libc.Struct;

/**
 * {@code <linux/packet_diag.h>}: tables of packet sockets through sock_diag.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/sock_diag.7.html">sock_diag(7)</a>
 */
public class PacketDiag extends libc.sys.Types {

    /** pdiag_show: PACKET_DIAG_INFO. */
    public static final int PACKET_SHOW_INFO = 0x00000001;
    /** pdiag_show: PACKET_DIAG_MCLIST. */
    public static final int PACKET_SHOW_MCLIST = 0x00000002;
    /** pdiag_show: PACKET_DIAG_RX_RING and PACKET_DIAG_TX_RING. */
    public static final int PACKET_SHOW_RING_CFG = 0x00000004;
    /** pdiag_show: PACKET_DIAG_FANOUT. */
    public static final int PACKET_SHOW_FANOUT = 0x00000008;
    /** pdiag_show: PACKET_DIAG_MEMINFO. */
    public static final int PACKET_SHOW_MEMINFO = 0x00000010;
    /** pdiag_show: PACKET_DIAG_FILTER. */
    public static final int PACKET_SHOW_FILTER = 0x00000020;

    /** Attribute: struct packet_diag_info. */
    public static final int PACKET_DIAG_INFO = 0;
    /** Attribute, struct packet_diag_mclist[]: memberships. */
    public static final int PACKET_DIAG_MCLIST = 1;
    /** Attribute: struct packet_diag_ring, receiving. */
    public static final int PACKET_DIAG_RX_RING = 2;
    /** Attribute: struct packet_diag_ring, sending. */
    public static final int PACKET_DIAG_TX_RING = 3;
    /** Attribute, u32: fanout group and mode. */
    public static final int PACKET_DIAG_FANOUT = 4;
    /** Attribute, u32: the owner. */
    public static final int PACKET_DIAG_UID = 5;
    /** Attribute, u32[]: memory, by SK_MEMINFO_*. */
    public static final int PACKET_DIAG_MEMINFO = 6;
    /** Attribute, struct sock_filter[]: the filter. */
    public static final int PACKET_DIAG_FILTER = 7;
    /** Largest of PACKET_DIAG_*. */
    public static final int PACKET_DIAG_MAX = 7;

    /** pdi_flags: receives. */
    public static final int PDI_RUNNING = 0x1;
    /** pdi_flags: PACKET_AUXDATA is set. */
    public static final int PDI_AUXDATA = 0x2;
    /** pdi_flags: PACKET_ORIGDEV is set. */
    public static final int PDI_ORIGDEV = 0x4;
    /** pdi_flags: PACKET_VNET_HDR is set. */
    public static final int PDI_VNETHDR = 0x8;
    /** pdi_flags: PACKET_LOSS is set. */
    public static final int PDI_LOSS = 0x10;

    /** Not to be made: a header's class has only static members. */
    protected PacketDiag() {}

    /**
     * {@code struct packet_diag_req}: the payload of a request for packet sockets.
     */
    public static final class packet_diag_req extends Struct {
        /** AF_PACKET. */
        public int sdiag_family;
        /** 0. */
        public int sdiag_protocol;
        /** 0. */
        public int pad;
        /** Inode; not used. */
        public int pdiag_ino;
        /** Attributes to send, PACKET_SHOW_*. */
        public int pdiag_show;
        /** Cookie; not used. */
        public final int[] pdiag_cookie = new int[2];

        /** {@code struct packet_diag_req a = {0}}. */
        public packet_diag_req() {}

        /**
         * {@code struct packet_diag_req a = {sdiag_family, sdiag_protocol, pad, pdiag_ino, pdiag_show,
         * pdiag_cookie}}.
         *
         * @param sdiag_family AF_PACKET
         * @param sdiag_protocol 0
         * @param pad 0
         * @param pdiag_ino inode; not used
         * @param pdiag_show attributes to send, PACKET_SHOW_*
         * @param pdiag_cookie cookie; not used
         */
        public packet_diag_req(int sdiag_family, int sdiag_protocol, int pad, int pdiag_ino, int pdiag_show,
                int[] pdiag_cookie) {
            this.sdiag_family = sdiag_family;
            this.sdiag_protocol = sdiag_protocol;
            this.pad = pad;
            this.pdiag_ino = pdiag_ino;
            this.pdiag_show = pdiag_show;
            System.arraycopy(pdiag_cookie, 0, this.pdiag_cookie, 0, pdiag_cookie.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public packet_diag_req(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct packet_diag_req a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static packet_diag_req[] array(int n) {
            return filled(new packet_diag_req[n], packet_diag_req::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(packet_diag_req from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            sdiag_family = f.as("AF_").uint8("sdiag_family", sdiag_family);
            sdiag_protocol = f.uint8("sdiag_protocol", sdiag_protocol);
            pad = f.uint16("pad", pad);
            pdiag_ino = f.int32("pdiag_ino", pdiag_ino);
            pdiag_show = f.as("PACKET_SHOW_").int32("pdiag_show", pdiag_show);
            f.int32s("pdiag_cookie", pdiag_cookie);
        }
    }

    /**
     * {@code struct packet_diag_msg}: a packet socket, before its attributes PACKET_DIAG_*.
     */
    public static final class packet_diag_msg extends Struct {
        /** AF_PACKET. */
        public int pdiag_family;
        /** SOCK_RAW or SOCK_DGRAM. */
        public int pdiag_type;
        /** Protocol, ETH_P_*. */
        public int pdiag_num;
        /** Inode. */
        public int pdiag_ino;
        /** Cookie. */
        public final int[] pdiag_cookie = new int[2];

        /** {@code struct packet_diag_msg a = {0}}. */
        public packet_diag_msg() {}

        /**
         * {@code struct packet_diag_msg a = {pdiag_family, pdiag_type, pdiag_num, pdiag_ino, pdiag_cookie}}.
         *
         * @param pdiag_family AF_PACKET
         * @param pdiag_type SOCK_RAW or SOCK_DGRAM
         * @param pdiag_num protocol, ETH_P_*
         * @param pdiag_ino inode
         * @param pdiag_cookie cookie
         */
        public packet_diag_msg(int pdiag_family, int pdiag_type, int pdiag_num, int pdiag_ino, int[] pdiag_cookie) {
            this.pdiag_family = pdiag_family;
            this.pdiag_type = pdiag_type;
            this.pdiag_num = pdiag_num;
            this.pdiag_ino = pdiag_ino;
            System.arraycopy(pdiag_cookie, 0, this.pdiag_cookie, 0, pdiag_cookie.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public packet_diag_msg(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct packet_diag_msg a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static packet_diag_msg[] array(int n) {
            return filled(new packet_diag_msg[n], packet_diag_msg::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(packet_diag_msg from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            pdiag_family = f.as("AF_").uint8("pdiag_family", pdiag_family);
            pdiag_type = f.as("SOCK_").uint8("pdiag_type", pdiag_type);
            pdiag_num = f.uint16("pdiag_num", pdiag_num);
            pdiag_ino = f.int32("pdiag_ino", pdiag_ino);
            f.int32s("pdiag_cookie", pdiag_cookie);
        }
    }

    /**
     * {@code struct packet_diag_info}: the value of PACKET_DIAG_INFO.
     */
    public static final class packet_diag_info extends Struct {
        /** Interface index; 0 for all. */
        public int pdi_index;
        /** Version of the ring, TPACKET_V*. */
        public int pdi_version;
        /** PACKET_RESERVE. */
        public int pdi_reserve;
        /** PACKET_COPY_THRESH. */
        public int pdi_copy_thresh;
        /** PACKET_TIMESTAMP. */
        public int pdi_tstamp;
        /** Options that are on, PDI_*. */
        public int pdi_flags;

        /** {@code struct packet_diag_info a = {0}}. */
        public packet_diag_info() {}

        /**
         * {@code struct packet_diag_info a = {pdi_index, pdi_version, pdi_reserve, pdi_copy_thresh, pdi_tstamp,
         * pdi_flags}}.
         *
         * @param pdi_index interface index; 0 for all
         * @param pdi_version version of the ring, TPACKET_V*
         * @param pdi_reserve PACKET_RESERVE
         * @param pdi_copy_thresh PACKET_COPY_THRESH
         * @param pdi_tstamp PACKET_TIMESTAMP
         * @param pdi_flags options that are on, PDI_*
         */
        public packet_diag_info(int pdi_index, int pdi_version, int pdi_reserve, int pdi_copy_thresh, int
                pdi_tstamp, int pdi_flags) {
            this.pdi_index = pdi_index;
            this.pdi_version = pdi_version;
            this.pdi_reserve = pdi_reserve;
            this.pdi_copy_thresh = pdi_copy_thresh;
            this.pdi_tstamp = pdi_tstamp;
            this.pdi_flags = pdi_flags;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public packet_diag_info(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct packet_diag_info a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static packet_diag_info[] array(int n) {
            return filled(new packet_diag_info[n], packet_diag_info::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(packet_diag_info from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            pdi_index = f.int32("pdi_index", pdi_index);
            pdi_version = f.int32("pdi_version", pdi_version);
            pdi_reserve = f.int32("pdi_reserve", pdi_reserve);
            pdi_copy_thresh = f.int32("pdi_copy_thresh", pdi_copy_thresh);
            pdi_tstamp = f.int32("pdi_tstamp", pdi_tstamp);
            pdi_flags = f.int32("pdi_flags", pdi_flags);
        }
    }

    /**
     * {@code struct packet_diag_mclist}: a membership, in the value of PACKET_DIAG_MCLIST.
     */
    public static final class packet_diag_mclist extends Struct {
        /** Interface index. */
        public int pdmc_index;
        /** How often it was joined. */
        public int pdmc_count;
        /** What is received, PACKET_MR_*. */
        public int pdmc_type;
        /** Bytes of the address. */
        public int pdmc_alen;
        /** Link address. */
        public final byte[] pdmc_addr = new byte[32];

        /** {@code struct packet_diag_mclist a = {0}}. */
        public packet_diag_mclist() {}

        /**
         * {@code struct packet_diag_mclist a = {pdmc_index, pdmc_count, pdmc_type, pdmc_alen, pdmc_addr}}.
         *
         * @param pdmc_index interface index
         * @param pdmc_count how often it was joined
         * @param pdmc_type what is received, PACKET_MR_*
         * @param pdmc_alen bytes of the address
         * @param pdmc_addr link address
         */
        public packet_diag_mclist(int pdmc_index, int pdmc_count, int pdmc_type, int pdmc_alen, byte[] pdmc_addr) {
            this.pdmc_index = pdmc_index;
            this.pdmc_count = pdmc_count;
            this.pdmc_type = pdmc_type;
            this.pdmc_alen = pdmc_alen;
            System.arraycopy(pdmc_addr, 0, this.pdmc_addr, 0, pdmc_addr.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public packet_diag_mclist(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct packet_diag_mclist a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static packet_diag_mclist[] array(int n) {
            return filled(new packet_diag_mclist[n], packet_diag_mclist::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(packet_diag_mclist from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            pdmc_index = f.int32("pdmc_index", pdmc_index);
            pdmc_count = f.int32("pdmc_count", pdmc_count);
            pdmc_type = f.as("PACKET_MR_").uint16("pdmc_type", pdmc_type);
            pdmc_alen = f.uint16("pdmc_alen", pdmc_alen);
            f.bytes("pdmc_addr", pdmc_addr);
        }
    }

    /**
     * {@code struct packet_diag_ring}: the value of PACKET_DIAG_RX_RING and PACKET_DIAG_TX_RING.
     */
    public static final class packet_diag_ring extends Struct {
        /** Bytes of a block. */
        public int pdr_block_size;
        /** Blocks. */
        public int pdr_block_nr;
        /** Bytes of a frame. */
        public int pdr_frame_size;
        /** Frames. */
        public int pdr_frame_nr;
        /** Time after which a block is handed over, in ms. */
        public int pdr_retire_tmo;
        /** Bytes in each block for the program. */
        public int pdr_sizeof_priv;
        /** Features, TP_FT_REQ_FILL_RXHASH. */
        public int pdr_features;

        /** {@code struct packet_diag_ring a = {0}}. */
        public packet_diag_ring() {}

        /**
         * {@code struct packet_diag_ring a = {pdr_block_size, pdr_block_nr, pdr_frame_size, pdr_frame_nr,
         * pdr_retire_tmo, pdr_sizeof_priv, pdr_features}}.
         *
         * @param pdr_block_size bytes of a block
         * @param pdr_block_nr blocks
         * @param pdr_frame_size bytes of a frame
         * @param pdr_frame_nr frames
         * @param pdr_retire_tmo time after which a block is handed over, in ms
         * @param pdr_sizeof_priv bytes in each block for the program
         * @param pdr_features features, TP_FT_REQ_FILL_RXHASH
         */
        public packet_diag_ring(int pdr_block_size, int pdr_block_nr, int pdr_frame_size, int pdr_frame_nr, int
                pdr_retire_tmo, int pdr_sizeof_priv, int pdr_features) {
            this.pdr_block_size = pdr_block_size;
            this.pdr_block_nr = pdr_block_nr;
            this.pdr_frame_size = pdr_frame_size;
            this.pdr_frame_nr = pdr_frame_nr;
            this.pdr_retire_tmo = pdr_retire_tmo;
            this.pdr_sizeof_priv = pdr_sizeof_priv;
            this.pdr_features = pdr_features;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public packet_diag_ring(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct packet_diag_ring a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static packet_diag_ring[] array(int n) {
            return filled(new packet_diag_ring[n], packet_diag_ring::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(packet_diag_ring from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            pdr_block_size = f.int32("pdr_block_size", pdr_block_size);
            pdr_block_nr = f.int32("pdr_block_nr", pdr_block_nr);
            pdr_frame_size = f.int32("pdr_frame_size", pdr_frame_size);
            pdr_frame_nr = f.int32("pdr_frame_nr", pdr_frame_nr);
            pdr_retire_tmo = f.int32("pdr_retire_tmo", pdr_retire_tmo);
            pdr_sizeof_priv = f.int32("pdr_sizeof_priv", pdr_sizeof_priv);
            pdr_features = f.int32("pdr_features", pdr_features);
        }
    }
}
