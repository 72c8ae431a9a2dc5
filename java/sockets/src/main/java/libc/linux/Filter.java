package libc.linux;

import java.nio.ByteBuffer;
import libc.Struct;

/**
 * {@code <linux/filter.h>}: socket filters, classic BPF.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/socket.7.html">socket(7)</a>
 * @see <a href="https://docs.kernel.org/networking/filter.html">docs.kernel.org: filter</a>
 */
public class Filter extends libc.sys.Types {

    /** Version of classic BPF, major number. */
    public static final int BPF_MAJOR_VERSION = 1;
    /** Version of classic BPF, minor number. */
    public static final int BPF_MINOR_VERSION = 1;
    /** Most instructions of a filter. */
    public static final int BPF_MAXINSNS = 4096;
    /** Words of scratch memory. */
    public static final int BPF_MEMWORDS = 16;

    /** Class: loads the accumulator. */
    public static final int BPF_LD = 0x00;
    /** Class: loads the index register. */
    public static final int BPF_LDX = 0x01;
    /** Class: stores the accumulator to scratch memory. */
    public static final int BPF_ST = 0x02;
    /** Class: stores the index register to scratch memory. */
    public static final int BPF_STX = 0x03;
    /** Class: computes with the accumulator. */
    public static final int BPF_ALU = 0x04;
    /** Class: jumps. */
    public static final int BPF_JMP = 0x05;
    /** Class: returns how many bytes of the packet pass; 0 drops it. */
    public static final int BPF_RET = 0x06;
    /** Class: moves between registers. */
    public static final int BPF_MISC = 0x07;

    /** Size: 32 bits. */
    public static final int BPF_W = 0x00;
    /** Size: 16 bits. */
    public static final int BPF_H = 0x08;
    /** Size: 8 bits. */
    public static final int BPF_B = 0x10;

    /** Mode: the constant k. */
    public static final int BPF_IMM = 0x00;
    /** Mode: the packet at k. */
    public static final int BPF_ABS = 0x20;
    /** Mode: the packet at the index register and k. */
    public static final int BPF_IND = 0x40;
    /** Mode: scratch memory at k. */
    public static final int BPF_MEM = 0x60;
    /** Mode: the packet's length. */
    public static final int BPF_LEN = 0x80;
    /** Mode: four times the lower 4 bits of the packet's byte at k, an IPv4 header's length. */
    public static final int BPF_MSH = 0xa0;

    /** Operation: adds. */
    public static final int BPF_ADD = 0x00;
    /** Operation: subtracts. */
    public static final int BPF_SUB = 0x10;
    /** Operation: multiplies. */
    public static final int BPF_MUL = 0x20;
    /** Operation: divides. */
    public static final int BPF_DIV = 0x30;
    /** Operation: or. */
    public static final int BPF_OR = 0x40;
    /** Operation: and. */
    public static final int BPF_AND = 0x50;
    /** Operation: shifts left. */
    public static final int BPF_LSH = 0x60;
    /** Operation: shifts right. */
    public static final int BPF_RSH = 0x70;
    /** Operation: negates. */
    public static final int BPF_NEG = 0x80;
    /** Operation: remainder. */
    public static final int BPF_MOD = 0x90;
    /** Operation: exclusive or. */
    public static final int BPF_XOR = 0xa0;

    /** Jump: always, by k. */
    public static final int BPF_JA = 0x00;
    /** Jump: if equal. */
    public static final int BPF_JEQ = 0x10;
    /** Jump: if greater, unsigned. */
    public static final int BPF_JGT = 0x20;
    /** Jump: if greater or equal, unsigned. */
    public static final int BPF_JGE = 0x30;
    /** Jump: if a bit is set in both. */
    public static final int BPF_JSET = 0x40;

    /** Operand: the constant k. */
    public static final int BPF_K = 0x00;
    /** Operand: the index register. */
    public static final int BPF_X = 0x08;
    /** Value of BPF_RET: the accumulator. */
    public static final int BPF_A = 0x10;
    /** Moves the accumulator to the index register. */
    public static final int BPF_TAX = 0x00;
    /** Moves the index register to the accumulator. */
    public static final int BPF_TXA = 0x80;

    /** Base of the places in a packet that stand for what is known of it, SKF_AD_*. */
    public static final int SKF_AD_OFF = -0x1000;
    /** From SKF_AD_OFF: link protocol, as ETH_P_IP. */
    public static final int SKF_AD_PROTOCOL = 0;
    /** From SKF_AD_OFF: packet type, as PACKET_HOST. */
    public static final int SKF_AD_PKTTYPE = 4;
    /** From SKF_AD_OFF: interface index. */
    public static final int SKF_AD_IFINDEX = 8;
    /** From SKF_AD_OFF: offset of the netlink attribute of type X, from offset A on. */
    public static final int SKF_AD_NLATTR = 12;
    /** From SKF_AD_OFF: offset of the attribute of type X nested in the attribute at A. */
    public static final int SKF_AD_NLATTR_NEST = 16;
    /** From SKF_AD_OFF: mark. */
    public static final int SKF_AD_MARK = 20;
    /** From SKF_AD_OFF: receive queue. */
    public static final int SKF_AD_QUEUE = 24;
    /** From SKF_AD_OFF: link type, as ARPHRD_ETHER. */
    public static final int SKF_AD_HATYPE = 28;
    /** From SKF_AD_OFF: hash of the flow. */
    public static final int SKF_AD_RXHASH = 32;
    /** From SKF_AD_OFF: this CPU's number. */
    public static final int SKF_AD_CPU = 36;
    /** From SKF_AD_OFF: A exclusive or X. */
    public static final int SKF_AD_ALU_XOR_X = 40;
    /** From SKF_AD_OFF: VLAN tag. */
    public static final int SKF_AD_VLAN_TAG = 44;
    /** From SKF_AD_OFF: whether there is a VLAN tag. */
    public static final int SKF_AD_VLAN_TAG_PRESENT = 48;
    /** From SKF_AD_OFF: offset of the payload. */
    public static final int SKF_AD_PAY_OFFSET = 52;
    /** From SKF_AD_OFF: a random number. */
    public static final int SKF_AD_RANDOM = 56;
    /** From SKF_AD_OFF: protocol of the VLAN tag. */
    public static final int SKF_AD_VLAN_TPID = 60;
    /** Beyond the last of SKF_AD_*. */
    public static final int SKF_AD_MAX = 64;

    /** Base of places counted from the network header. */
    public static final int SKF_NET_OFF = -0x100000;
    /** Base of places counted from the link header. */
    public static final int SKF_LL_OFF = -0x200000;
    /** Another name of SKF_NET_OFF. */
    public static final int BPF_NET_OFF = SKF_NET_OFF;
    /** Another name of SKF_LL_OFF. */
    public static final int BPF_LL_OFF = SKF_LL_OFF;

    /** Not to be made: a header's class has only static members. */
    protected Filter() {}

    /**
     * {@code BPF_CLASS(code)}
     *
     * <p>Tells an instruction's class, BPF_LD and others.
     *
     * @param code the instruction's code
     * @return the class
     */
    public static int BPF_CLASS(int code) {
        return code & 0x07;
    }

    /**
     * {@code BPF_SIZE(code)}
     *
     * <p>Tells an instruction's size, BPF_W and others.
     *
     * @param code the instruction's code
     * @return the size
     */
    public static int BPF_SIZE(int code) {
        return code & 0x18;
    }

    /**
     * {@code BPF_MODE(code)}
     *
     * <p>Tells an instruction's mode, BPF_IMM and others.
     *
     * @param code the instruction's code
     * @return the mode
     */
    public static int BPF_MODE(int code) {
        return code & 0xe0;
    }

    /**
     * {@code BPF_OP(code)}
     *
     * <p>Tells an instruction's operation, BPF_ADD or BPF_JA and others.
     *
     * @param code the instruction's code
     * @return the operation
     */
    public static int BPF_OP(int code) {
        return code & 0xf0;
    }

    /**
     * {@code BPF_SRC(code)}
     *
     * <p>Tells an instruction's operand, BPF_K or BPF_X.
     *
     * @param code the instruction's code
     * @return the operand
     */
    public static int BPF_SRC(int code) {
        return code & 0x08;
    }

    /**
     * {@code BPF_RVAL(code)}
     *
     * <p>Tells an instruction's returned value, BPF_K, BPF_X or BPF_A.
     *
     * @param code the instruction's code
     * @return the value
     */
    public static int BPF_RVAL(int code) {
        return code & 0x18;
    }

    /**
     * {@code BPF_MISCOP(code)}
     *
     * <p>Tells an instruction's move, BPF_TAX or BPF_TXA.
     *
     * @param code the instruction's code
     * @return the move
     */
    public static int BPF_MISCOP(int code) {
        return code & 0xf8;
    }

    /**
     * {@code BPF_STMT(code, k)}
     *
     * <p>Makes an instruction that is no jump.
     *
     * @param code class, size, mode, operation and operand
     * @param k the constant
     * @return the instruction
     */
    public static sock_filter BPF_STMT(int code, int k) {
        return new sock_filter(code, 0, 0, k);
    }

    /**
     * {@code BPF_JUMP(code, k, jt, jf)}
     *
     * <p>Makes a jump.
     *
     * @param code class, operation and operand
     * @param k the constant
     * @param jt instructions to pass over if it is true, 0 to 255
     * @param jf instructions to pass over if it is false, 0 to 255
     * @return the instruction
     */
    public static sock_filter BPF_JUMP(int code, int k, int jt, int jf) {
        return new sock_filter(code, jt, jf, k);
    }

    /**
     * {@code struct sock_filter}: an instruction of classic BPF.
     */
    public static final class sock_filter extends Struct {
        /** Class, size, mode, operation and operand. */
        public int code;
        /** Of a jump: instructions to pass over if it is true. */
        public int jt;
        /** Of a jump: instructions to pass over if it is false. */
        public int jf;
        /** The constant. */
        public int k;

        /** {@code struct sock_filter a = {0}}. */
        public sock_filter() {}

        /**
         * {@code struct sock_filter a = {code, jt, jf, k}}.
         *
         * @param code class, size, mode, operation and operand
         * @param jt of a jump: instructions to pass over if it is true
         * @param jf of a jump: instructions to pass over if it is false
         * @param k the constant
         */
        public sock_filter(int code, int jt, int jf, int k) {
            this.code = code;
            this.jt = jt;
            this.jf = jf;
            this.k = k;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public sock_filter(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct sock_filter a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static sock_filter[] array(int n) {
            return filled(new sock_filter[n], sock_filter::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(sock_filter from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            code = f.uint16("code", code);
            jt = f.uint8("jt", jt);
            jf = f.uint8("jf", jf);
            k = f.int32("k", k);
        }
    }

    /**
     * {@code struct sock_fprog}: a program of classic BPF, the value of SO_ATTACH_FILTER. In memory its pointer is
     * NULL;
     * setsockopt(2) puts in where the instructions are.
     */
    public static final class sock_fprog extends Struct {
        /** Instructions. */
        public int len;
        /** The instructions. */
        public sock_filter[] filter;

        /** {@code struct sock_fprog a = {0}}. */
        public sock_fprog() {}

        /**
         * {@code struct sock_fprog a = {len, filter}}.
         *
         * @param len instructions
         * @param filter the instructions
         */
        public sock_fprog(int len, sock_filter[] filter) {
            this.len = len;
            this.filter = filter;
        }

        /**
         * {@code struct sock_fprog a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static sock_fprog[] array(int n) {
            return filled(new sock_fprog[n], sock_fprog::new);
        }

        /**
         * {@code *this = from}: both point to the same instructions then.
         *
         * @param from the struct to copy
         */
        public void set(sock_fprog from) {
            len = from.len;
            filter = from.filter;
        }

        @Override
        protected void fields(Fields f) {
            len = f.uint16("len", len);
            f.pointer("filter", filter);
        }
    }
}
