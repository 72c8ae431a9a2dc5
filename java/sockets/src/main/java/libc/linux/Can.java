package libc.linux;

import java.nio.ByteBuffer;
import libc.Struct;
import libc.internal.Union;

/**
 * {@code <linux/can.h>}: controller area network.
 *
 * @see <a href="https://docs.kernel.org/networking/can.html">docs.kernel.org: can</a>
 */
public class Can extends libc.sys.Socket {

    /** can_id: 29-bit identifier. */
    public static final int CAN_EFF_FLAG = 0x80000000;
    /** can_id: asks for a frame. */
    public static final int CAN_RTR_FLAG = 0x40000000;
    /** can_id: error frame. */
    public static final int CAN_ERR_FLAG = 0x20000000;
    /** Mask of an 11-bit identifier. */
    public static final int CAN_SFF_MASK = 0x000007FF;
    /** Mask of a 29-bit identifier. */
    public static final int CAN_EFF_MASK = 0x1FFFFFFF;
    /** Mask of an error frame's class. */
    public static final int CAN_ERR_MASK = 0x1FFFFFFF;
    /** Bits of a standard identifier. */
    public static final int CAN_SFF_ID_BITS = 11;
    /** Bits of an extended identifier. */
    public static final int CAN_EFF_ID_BITS = 29;
    /** Largest length code. */
    public static final int CAN_MAX_DLC = 8;
    /** Largest length code on the wire. */
    public static final int CAN_MAX_RAW_DLC = 15;
    /** Most bytes of data. */
    public static final int CAN_MAX_DLEN = 8;
    /** Largest length code of CAN FD. */
    public static final int CANFD_MAX_DLC = 15;
    /** Most bytes of data of CAN FD. */
    public static final int CANFD_MAX_DLEN = 64;
    /** flags of CAN FD: data at the second bit rate. */
    public static final int CANFD_BRS = 0x01;
    /** flags of CAN FD: the sender is error-passive. */
    public static final int CANFD_ESI = 0x02;
    /** flags of CAN FD: marks CAN FD in a struct canfd_frame. */
    public static final int CANFD_FDF = 0x04;
    /** Bytes of struct can_frame. */
    public static final int CAN_MTU = 16;
    /** Bytes of struct canfd_frame. */
    public static final int CANFD_MTU = 72;

    /** Mask of a CAN XL frame's priority. */
    public static final int CANXL_PRIO_MASK = CAN_SFF_MASK;
    /** Bits of a CAN XL frame's priority. */
    public static final int CANXL_PRIO_BITS = CAN_SFF_ID_BITS;
    /** Smallest length code of CAN XL. */
    public static final int CANXL_MIN_DLC = 0;
    /** Largest length code of CAN XL. */
    public static final int CANXL_MAX_DLC = 2047;
    /** Mask of CAN XL's length code. */
    public static final int CANXL_MAX_DLC_MASK = 0x07FF;
    /** Fewest bytes of data of CAN XL. */
    public static final int CANXL_MIN_DLEN = 1;
    /** Most bytes of data of CAN XL. */
    public static final int CANXL_MAX_DLEN = 2048;
    /** flags of CAN XL: marks CAN XL, always set. */
    public static final int CANXL_XLF = 0x80;
    /** flags of CAN XL: simple extended content. */
    public static final int CANXL_SEC = 0x01;
    /** Bytes of struct canxl_frame. */
    public static final int CANXL_MTU = 2060;
    /** Bytes of struct canxl_frame before its data. */
    public static final int CANXL_HDR_SIZE = 12;
    /** Smallest MTU of an interface for CAN XL, in bytes. */
    public static final int CANXL_MIN_MTU = 76;
    /** Largest MTU of an interface for CAN XL, in bytes. */
    public static final int CANXL_MAX_MTU = CANXL_MTU;

    /** Protocol: raw frames. */
    public static final int CAN_RAW = 1;
    /** Protocol: broadcast manager. */
    public static final int CAN_BCM = 2;
    /** Protocol: VAG transport protocol 1.6. */
    public static final int CAN_TP16 = 3;
    /** Protocol: VAG transport protocol 2.0. */
    public static final int CAN_TP20 = 4;
    /** Protocol: Bosch MCNet. */
    public static final int CAN_MCNET = 5;
    /** Protocol: ISO 15765-2 transport. */
    public static final int CAN_ISOTP = 6;
    /** Protocol: SAE J1939. */
    public static final int CAN_J1939 = 7;
    /** Beyond the last protocol. */
    public static final int CAN_NPROTO = 8;
    /** Level of a protocol's options, when its number is added. */
    public static final int SOL_CAN_BASE = 100;
    /** can_id of a filter: matches what does not fit. */
    public static final int CAN_INV_FILTER = 0x20000000;
    /** Most filters of a socket. */
    public static final int CAN_RAW_FILTER_MAX = 512;

    /** Not to be made: a header's class has only static members. */
    protected Can() {}

    /**
     * {@code struct sockaddr_can}: the address of a CAN socket.
     */
    public static final class sockaddr_can extends sockaddr {
        /** AF_CAN. */
        public int can_family;
        /** Interface index; 0 for all. */
        public int can_ifindex;
        /** Address of a transport protocol. */
        public final can_addr can_addr = new can_addr();

        /** {@code struct sockaddr_can a = {0}}. */
        public sockaddr_can() {}

        /**
         * {@code struct sockaddr_can a = {can_family, can_ifindex, can_addr}}.
         *
         * @param can_family AF_CAN
         * @param can_ifindex interface index; 0 for all
         * @param can_addr address of a transport protocol
         */
        public sockaddr_can(int can_family, int can_ifindex, can_addr can_addr) {
            this.can_family = can_family;
            this.can_ifindex = can_ifindex;
            this.can_addr.set(can_addr);
        }

        /**
         * {@code (struct sockaddr_can *) &from}: the bytes of another address, copied now.
         *
         * @param from the address
         */
        public sockaddr_can(sockaddr from) {
            copy(from);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public sockaddr_can(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct sockaddr_can a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static sockaddr_can[] array(int n) {
            return filled(new sockaddr_can[n], sockaddr_can::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(sockaddr_can from) {
            copy(from);
        }

        @Override
        public int sa_family() {
            return can_family;
        }

        @Override
        public void sa_family(int family) {
            can_family = family;
        }

        @Override
        protected void fields(Fields f) {
            can_family = f.uint16("can_family", can_family);
            can_ifindex = f.int32("can_ifindex", can_ifindex);
            f.struct("can_addr", can_addr);
        }

        /** {@code union}: the address of a transport protocol. */
        public static final class can_addr extends Struct {
            private final tp tp = new tp();
            private final j1939 j1939 = new j1939();
            private final Union union = new Union(16, tp, j1939);

            /** All bytes 0. */
            public can_addr() {}

            /**
             * {@code *this = from}.
             *
             * @param from the union to copy
             */
            public void set(can_addr from) {
                copy(from);
            }

            /**
             * {@code tp}.
             *
             * @return of CAN_ISOTP and others
             */
            public tp tp() {
                union.memory();
                return tp;
            }

            /**
             * {@code j1939}.
             *
             * @return of CAN_J1939
             */
            public j1939 j1939() {
                union.memory();
                return j1939;
            }

            @Override
            protected void fields(Fields f) {
                boolean asked = f.memory(union.memory(), 16, 8);
                union.load();
                if (asked) {
                    f.struct("tp", tp);
                    f.at(0);
                    f.struct("j1939", j1939);
                }
            }
        }

        /**
         * {@code struct}: the address of CAN_ISOTP and others.
         */
        public static final class tp extends Struct {
            /** Identifier that it receives. */
            public int rx_id;
            /** Identifier that it sends. */
            public int tx_id;

            /** All fields 0. */
            public tp() {}

            /**
             * {@code {rx_id, tx_id}}.
             *
             * @param rx_id identifier that it receives
             * @param tx_id identifier that it sends
             */
            public tp(int rx_id, int tx_id) {
                this.rx_id = rx_id;
                this.tx_id = tx_id;
            }

            /**
             * One read from memory.
             *
             * @param from where from, from its position, which stays
             */
            public tp(ByteBuffer from) {
                unpack(from);
            }

            /**
             * {@code *this = from}.
             *
             * @param from the struct to copy
             */
            public void set(tp from) {
                copy(from);
            }

            @Override
            protected void fields(Fields f) {
                rx_id = f.int32("rx_id", rx_id);
                tx_id = f.int32("tx_id", tx_id);
            }
        }

        /**
         * {@code struct}: the address of CAN_J1939.
         */
        public static final class j1939 extends Struct {
            /** Name, where addresses are claimed; else 0. */
            public long name;
            /** Parameter group number. */
            public int pgn;
            /** Address, one byte. */
            public int addr;

            /** All fields 0. */
            public j1939() {}

            /**
             * {@code {name, pgn, addr}}.
             *
             * @param name name, where addresses are claimed; else 0
             * @param pgn parameter group number
             * @param addr address, one byte
             */
            public j1939(long name, int pgn, int addr) {
                this.name = name;
                this.pgn = pgn;
                this.addr = addr;
            }

            /**
             * One read from memory.
             *
             * @param from where from, from its position, which stays
             */
            public j1939(ByteBuffer from) {
                unpack(from);
            }

            /**
             * {@code *this = from}.
             *
             * @param from the struct to copy
             */
            public void set(j1939 from) {
                copy(from);
            }

            @Override
            protected void fields(Fields f) {
                name = f.int64("name", name);
                pgn = f.int32("pgn", pgn);
                addr = f.uint8("addr", addr);
            }
        }
    }

    /**
     * {@code struct can_frame}: a frame, as a raw CAN socket sends and receives it.
     */
    public static final class can_frame extends Struct {
        /** Identifier, with CAN_EFF_FLAG, CAN_RTR_FLAG and CAN_ERR_FLAG. */
        public int can_id;
        /** Bytes of data. */
        public int len;
        /** Padding. */
        public int __pad;
        /** Reserved. */
        public int __res0;
        /** Length code beyond 8, of 8 bytes of data. */
        public int len8_dlc;
        /** Data. */
        public final byte[] data = new byte[8];

        /** {@code struct can_frame a = {0}}. */
        public can_frame() {}

        /**
         * {@code struct can_frame a = {can_id, len, data}}.
         *
         * @param can_id identifier, with CAN_EFF_FLAG, CAN_RTR_FLAG and CAN_ERR_FLAG
         * @param len bytes of data
         * @param data data
         */
        public can_frame(int can_id, int len, byte[] data) {
            this.can_id = can_id;
            this.len = len;
            System.arraycopy(data, 0, this.data, 0, data.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public can_frame(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct can_frame a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static can_frame[] array(int n) {
            return filled(new can_frame[n], can_frame::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(can_frame from) {
            copy(from);
        }

        /**
         * {@code can_dlc}.
         *
         * @return another name of {@code len}, deprecated
         */
        public int can_dlc() {
            return len;
        }

        /**
         * {@code can_dlc}.
         *
         * @param can_dlc another name of {@code len}, deprecated
         */
        public void can_dlc(int can_dlc) {
            len = can_dlc;
        }

        @Override
        protected void fields(Fields f) {
            can_id = f.int32("can_id", can_id);
            len = f.uint8("len", len);
            __pad = f.uint8("__pad", __pad);
            __res0 = f.uint8("__res0", __res0);
            len8_dlc = f.uint8("len8_dlc", len8_dlc);
            f.bytes("data", data, Long.BYTES);
            f.at(4);
            f.uint8("can_dlc", len);
        }
    }

    /**
     * {@code struct canfd_frame}: a frame of CAN FD.
     */
    public static final class canfd_frame extends Struct {
        /** Identifier, with CAN_EFF_FLAG, CAN_RTR_FLAG and CAN_ERR_FLAG. */
        public int can_id;
        /** Bytes of data. */
        public int len;
        /** CANFD_*. */
        public int flags;
        /** Reserved. */
        public int __res0;
        /** Reserved. */
        public int __res1;
        /** Data. */
        public final byte[] data = new byte[64];

        /** {@code struct canfd_frame a = {0}}. */
        public canfd_frame() {}

        /**
         * {@code struct canfd_frame a = {can_id, len, flags, data}}.
         *
         * @param can_id identifier, with CAN_EFF_FLAG, CAN_RTR_FLAG and CAN_ERR_FLAG
         * @param len bytes of data
         * @param flags CANFD_*
         * @param data data
         */
        public canfd_frame(int can_id, int len, int flags, byte[] data) {
            this.can_id = can_id;
            this.len = len;
            this.flags = flags;
            System.arraycopy(data, 0, this.data, 0, data.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public canfd_frame(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct canfd_frame a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static canfd_frame[] array(int n) {
            return filled(new canfd_frame[n], canfd_frame::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(canfd_frame from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            can_id = f.int32("can_id", can_id);
            len = f.uint8("len", len);
            flags = f.uint8("flags", flags);
            __res0 = f.uint8("__res0", __res0);
            __res1 = f.uint8("__res1", __res1);
            f.bytes("data", data, Long.BYTES);
        }
    }

    /**
     * {@code struct can_filter}: what a raw CAN socket receives, an element of the value of CAN_RAW_FILTER.
     */
    public static final class can_filter extends Struct {
        /** Identifier. */
        public int can_id;
        /** Its bits that count. */
        public int can_mask;

        /** {@code struct can_filter a = {0}}. */
        public can_filter() {}

        /**
         * {@code struct can_filter a = {can_id, can_mask}}.
         *
         * @param can_id identifier
         * @param can_mask its bits that count
         */
        public can_filter(int can_id, int can_mask) {
            this.can_id = can_id;
            this.can_mask = can_mask;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public can_filter(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct can_filter a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static can_filter[] array(int n) {
            return filled(new can_filter[n], can_filter::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(can_filter from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            can_id = f.int32("can_id", can_id);
            can_mask = f.int32("can_mask", can_mask);
        }
    }

    /**
     * {@code struct canxl_frame}: a frame of CAN XL.
     */
    public static final class canxl_frame extends Struct {
        /** Priority, 11 bits. */
        public int prio;
        /** CANXL_XLF, CANXL_SEC. */
        public int flags;
        /** Type of the data. */
        public int sdt;
        /** Bytes of data. */
        public int len;
        /** Acceptance field. */
        public int af;
        /** Data. */
        public final byte[] data = new byte[2048];

        /** {@code struct canxl_frame a = {0}}. */
        public canxl_frame() {}

        /**
         * {@code struct canxl_frame a = {prio, flags, sdt, len, af, data}}.
         *
         * @param prio priority, 11 bits
         * @param flags CANXL_XLF, CANXL_SEC
         * @param sdt type of the data
         * @param len bytes of data
         * @param af acceptance field
         * @param data data
         */
        public canxl_frame(int prio, int flags, int sdt, int len, int af, byte[] data) {
            this.prio = prio;
            this.flags = flags;
            this.sdt = sdt;
            this.len = len;
            this.af = af;
            System.arraycopy(data, 0, this.data, 0, data.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public canxl_frame(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct canxl_frame a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static canxl_frame[] array(int n) {
            return filled(new canxl_frame[n], canxl_frame::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(canxl_frame from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            prio = f.int32("prio", prio);
            flags = f.uint8("flags", flags);
            sdt = f.uint8("sdt", sdt);
            len = f.uint16("len", len);
            af = f.int32("af", af);
            f.bytes("data", data);
        }
    }
}
