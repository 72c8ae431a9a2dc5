package libc.netinet;

import java.nio.ByteBuffer;
import libc.Struct;

/**
 * {@code <netinet/ip.h>}: IPv4's header and what its fields mean, glibc's, with what only {@code <linux/ip.h>} has.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
 * @see <a href="https://man7.org/linux/man-pages/man7/raw.7.html">raw(7)</a>
 */
public class Ip extends In {

    /** ip_off: reserved flag. */
    public static final int IP_RF = 0x8000;
    /** ip_off: do not fragment. */
    public static final int IP_DF = 0x4000;
    /** ip_off: more fragments follow. */
    public static final int IP_MF = 0x2000;
    /** ip_off: mask of the fragment's offset, in units of 8 bytes. */
    public static final int IP_OFFMASK = 0x1fff;

    /** Version in an IPv4 header. */
    public static final int IPVERSION = 4;
    /** Largest packet in bytes, header included. */
    public static final int IP_MAXPACKET = 65535;

    /** Mask of the congestion bits in the type of service (RFC 3168). */
    public static final int IPTOS_ECN_MASK = 0x03;
    /** Not capable of congestion notification. */
    public static final int IPTOS_ECN_NOT_ECT = 0x00;
    /** Capable of congestion notification, code 1. */
    public static final int IPTOS_ECN_ECT1 = 0x01;
    /** Capable of congestion notification, code 0. */
    public static final int IPTOS_ECN_ECT0 = 0x02;
    /** Congestion was met. */
    public static final int IPTOS_ECN_CE = 0x03;

    /** Mask of the differentiated services code point in the type of service. */
    public static final int IPTOS_DSCP_MASK = 0xfc;
    /** Assured forwarding, class 1, dropped late (RFC 2597). */
    public static final int IPTOS_DSCP_AF11 = 0x28;
    /** Assured forwarding, class 1, dropped sooner. */
    public static final int IPTOS_DSCP_AF12 = 0x30;
    /** Assured forwarding, class 1, dropped first. */
    public static final int IPTOS_DSCP_AF13 = 0x38;
    /** Assured forwarding, class 2, dropped late. */
    public static final int IPTOS_DSCP_AF21 = 0x48;
    /** Assured forwarding, class 2, dropped sooner. */
    public static final int IPTOS_DSCP_AF22 = 0x50;
    /** Assured forwarding, class 2, dropped first. */
    public static final int IPTOS_DSCP_AF23 = 0x58;
    /** Assured forwarding, class 3, dropped late. */
    public static final int IPTOS_DSCP_AF31 = 0x68;
    /** Assured forwarding, class 3, dropped sooner. */
    public static final int IPTOS_DSCP_AF32 = 0x70;
    /** Assured forwarding, class 3, dropped first. */
    public static final int IPTOS_DSCP_AF33 = 0x78;
    /** Assured forwarding, class 4, dropped late. */
    public static final int IPTOS_DSCP_AF41 = 0x88;
    /** Assured forwarding, class 4, dropped sooner. */
    public static final int IPTOS_DSCP_AF42 = 0x90;
    /** Assured forwarding, class 4, dropped first. */
    public static final int IPTOS_DSCP_AF43 = 0x98;
    /** Expedited forwarding: low loss and low delay, for voice. */
    public static final int IPTOS_DSCP_EF = 0xb8;

    /** Mask of the class selector in the type of service (RFC 2474). */
    public static final int IPTOS_CLASS_MASK = 0xe0;
    /** Class selector 0: best effort. */
    public static final int IPTOS_CLASS_CS0 = 0x00;
    /** Class selector 1. */
    public static final int IPTOS_CLASS_CS1 = 0x20;
    /** Class selector 2. */
    public static final int IPTOS_CLASS_CS2 = 0x40;
    /** Class selector 3. */
    public static final int IPTOS_CLASS_CS3 = 0x60;
    /** Class selector 4. */
    public static final int IPTOS_CLASS_CS4 = 0x80;
    /** Class selector 5. */
    public static final int IPTOS_CLASS_CS5 = 0xa0;
    /** Class selector 6: network control. */
    public static final int IPTOS_CLASS_CS6 = 0xc0;
    /** Class selector 7, the highest. */
    public static final int IPTOS_CLASS_CS7 = 0xe0;
    /** Class selector of ordinary traffic. */
    public static final int IPTOS_CLASS_DEFAULT = IPTOS_CLASS_CS0;

    /** Mask of the type of service proper (RFC 1349), deprecated. */
    public static final int IPTOS_TOS_MASK = 0x1E;
    /** Type of service: little delay, for interactive traffic. */
    public static final int IPTOS_LOWDELAY = 0x10;
    /** Type of service: high throughput. */
    public static final int IPTOS_THROUGHPUT = 0x08;
    /** Type of service: high reliability. */
    public static final int IPTOS_RELIABILITY = 0x04;
    /** Type of service: low cost, for what does not matter. */
    public static final int IPTOS_LOWCOST = 0x02;
    /** Another name of IPTOS_LOWCOST, the man page's. */
    public static final int IPTOS_MINCOST = IPTOS_LOWCOST;

    /** Mask of the precedence in the type of service, deprecated. */
    public static final int IPTOS_PREC_MASK = IPTOS_CLASS_MASK;
    /** Precedence 7: control within a network. */
    public static final int IPTOS_PREC_NETCONTROL = IPTOS_CLASS_CS7;
    /** Precedence 6: control between networks, such as routing. */
    public static final int IPTOS_PREC_INTERNETCONTROL = IPTOS_CLASS_CS6;
    /** Precedence 5: critical. */
    public static final int IPTOS_PREC_CRITIC_ECP = IPTOS_CLASS_CS5;
    /** Precedence 4: flash override. */
    public static final int IPTOS_PREC_FLASHOVERRIDE = IPTOS_CLASS_CS4;
    /** Precedence 3: flash. */
    public static final int IPTOS_PREC_FLASH = IPTOS_CLASS_CS3;
    /** Precedence 2: immediate. */
    public static final int IPTOS_PREC_IMMEDIATE = IPTOS_CLASS_CS2;
    /** Precedence 1: priority. */
    public static final int IPTOS_PREC_PRIORITY = IPTOS_CLASS_CS1;
    /** Precedence 0: routine. */
    public static final int IPTOS_PREC_ROUTINE = IPTOS_CLASS_CS0;

    /** Option type: copied into every fragment. */
    public static final int IPOPT_COPY = 0x80;
    /** Option type: mask of the class. */
    public static final int IPOPT_CLASS_MASK = 0x60;
    /** Option type: mask of the number. */
    public static final int IPOPT_NUMBER_MASK = 0x1f;

    /** Option class: control. */
    public static final int IPOPT_CONTROL = 0x00;
    /** Option class: reserved. */
    public static final int IPOPT_RESERVED1 = 0x20;
    /** Option class: debugging and measurement. */
    public static final int IPOPT_DEBMEAS = 0x40;
    /** Another name of IPOPT_DEBMEAS, the kernel's. */
    public static final int IPOPT_MEASUREMENT = IPOPT_DEBMEAS;
    /** Option class: reserved. */
    public static final int IPOPT_RESERVED2 = 0x60;

    /** Option: end of the list. */
    public static final int IPOPT_EOL = 0;
    /** Another name of IPOPT_EOL, the kernel's. */
    public static final int IPOPT_END = IPOPT_EOL;
    /** Option: padding. */
    public static final int IPOPT_NOP = 1;
    /** Another name of IPOPT_NOP, the kernel's. */
    public static final int IPOPT_NOOP = IPOPT_NOP;
    /** Option: records the route. */
    public static final int IPOPT_RR = 7;
    /** Option: records time stamps. */
    public static final int IPOPT_TS = 68;
    /** Another name of IPOPT_TS, the kernel's. */
    public static final int IPOPT_TIMESTAMP = IPOPT_TS;
    /** Option: security level (RFC 1108). */
    public static final int IPOPT_SECURITY = 130;
    /** Another name of IPOPT_SECURITY, the kernel's. */
    public static final int IPOPT_SEC = IPOPT_SECURITY;
    /** Option: loose source route. */
    public static final int IPOPT_LSRR = 131;
    /** Option: commercial security label. */
    public static final int IPOPT_CIPSO = 134;
    /** Option: SATNET stream id. */
    public static final int IPOPT_SATID = 136;
    /** Another name of IPOPT_SATID, the kernel's. */
    public static final int IPOPT_SID = IPOPT_SATID;
    /** Option: strict source route. */
    public static final int IPOPT_SSRR = 137;
    /** Option: router alert (RFC 2113). */
    public static final int IPOPT_RA = 148;

    /** Offset within an option, in bytes: its type. */
    public static final int IPOPT_OPTVAL = 0;
    /** Offset within an option, in bytes: its length. */
    public static final int IPOPT_OLEN = 1;
    /** Offset within an option, in bytes: its pointer to the next free slot. */
    public static final int IPOPT_OFFSET = 2;
    /** Smallest value of that pointer. */
    public static final int IPOPT_MINOFF = 4;
    /** Most bytes of options in one header. */
    public static final int MAX_IPOPTLEN = 40;

    /** ipt_flg: time stamps only. */
    public static final int IPOPT_TS_TSONLY = 0;
    /** ipt_flg: time stamps and addresses. */
    public static final int IPOPT_TS_TSANDADDR = 1;
    /** ipt_flg: time stamps of the hosts listed only. */
    public static final int IPOPT_TS_PRESPEC = 3;

    /** Security level of RFC 791: unclassified. */
    public static final int IPOPT_SECUR_UNCLASS = 0x0000;
    /** Security level of RFC 791: confidential. */
    public static final int IPOPT_SECUR_CONFID = 0xf135;
    /** Security level of RFC 791: EFTO. */
    public static final int IPOPT_SECUR_EFTO = 0x789a;
    /** Security level of RFC 791: MMMM. */
    public static final int IPOPT_SECUR_MMMM = 0xbc4d;
    /** Security level of RFC 791: restricted. */
    public static final int IPOPT_SECUR_RESTR = 0xaf13;
    /** Security level of RFC 791: secret. */
    public static final int IPOPT_SECUR_SECRET = 0xd788;
    /** Security level of RFC 791: top secret. */
    public static final int IPOPT_SECUR_TOPSECRET = 0x6bc5;

    /** Largest time to live, in hops. */
    public static final int MAXTTL = 255;
    /** Time to live unless IP_TTL says otherwise, in hops. */
    public static final int IPDEFTTL = 64;
    /** Packet that every host can take, in bytes. */
    public static final int IP_MSS = 576;
    /** BSD: how long fragments are kept, in half seconds. */
    public static final int IPFRAGTTL = 60;
    /** What a router takes off the time to live. */
    public static final int IPTTLDEC = 1;

    /** Not to be made: a header's class has only static members. */
    protected Ip() {}

    /**
     * {@code int IPTOS_ECN(int x);}
     *
     * <p>Takes the congestion bits out of a type of service.
     *
     * @param x the byte of the IP header, or what IP_TOS takes
     * @return IPTOS_ECN_NOT_ECT and others
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static int IPTOS_ECN(int x) {
        return x & IPTOS_ECN_MASK;
    }

    /**
     * {@code int IPTOS_DSCP(int x);}
     *
     * <p>Takes the differentiated services code point out of a type of service.
     *
     * @param x the byte of the IP header, or what IP_TOS takes
     * @return IPTOS_DSCP_AF11 and others
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static int IPTOS_DSCP(int x) {
        return x & IPTOS_DSCP_MASK;
    }

    /**
     * {@code int IPTOS_CLASS(int x);}
     *
     * <p>Takes the class selector out of a type of service.
     *
     * @param x the byte of the IP header, or what IP_TOS takes
     * @return IPTOS_CLASS_CS0 and others
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static int IPTOS_CLASS(int x) {
        return x & IPTOS_CLASS_MASK;
    }

    /**
     * {@code int IPTOS_TOS(int tos);}
     *
     * <p>Takes the type of service of RFC 1349 out of a type of service.
     *
     * @param tos the byte of the IP header, or what IP_TOS takes
     * @return IPTOS_LOWDELAY and others
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static int IPTOS_TOS(int tos) {
        return tos & IPTOS_TOS_MASK;
    }

    /**
     * {@code int IPTOS_PREC(int tos);}
     *
     * <p>Takes the precedence out of a type of service.
     *
     * @param tos the byte of the IP header, or what IP_TOS takes
     * @return IPTOS_PREC_ROUTINE and others
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static int IPTOS_PREC(int tos) {
        return tos & IPTOS_PREC_MASK;
    }

    /**
     * {@code int IPOPT_COPIED(int o);}
     *
     * <p>Takes out of an option's type whether every fragment has the option.
     *
     * @param o option type, IPOPT_*
     * @return IPOPT_COPY or 0
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static int IPOPT_COPIED(int o) {
        return o & IPOPT_COPY;
    }

    /**
     * {@code int IPOPT_CLASS(int o);}
     *
     * <p>Takes the class out of an option's type.
     *
     * @param o option type, IPOPT_*
     * @return IPOPT_CONTROL and others
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static int IPOPT_CLASS(int o) {
        return o & IPOPT_CLASS_MASK;
    }

    /**
     * {@code int IPOPT_NUMBER(int o);}
     *
     * <p>Takes the number out of an option's type.
     *
     * @param o option type, IPOPT_*
     * @return the number in its class
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static int IPOPT_NUMBER(int o) {
        return o & IPOPT_NUMBER_MASK;
    }

    /**
     * {@code struct iphdr}: the header of an IPv4 packet, without options.
     */
    public static final class iphdr extends Struct {
        /** Length of the header, in units of 4 bytes. */
        public int ihl;
        /** 4. */
        public int version;
        /** Type of service. */
        public int tos;
        /** Bytes of the packet, in network byte order. */
        public int tot_len;
        /** Identification, in network byte order. */
        public int id;
        /** Offset and flags IP_DF and others, in network byte order. */
        public int frag_off;
        /** Time to live, in hops. */
        public int ttl;
        /** Protocol, IPPROTO_*. */
        public int protocol;
        /** Checksum, in network byte order. */
        public int check;
        /** Source, in network byte order. */
        public int saddr;
        /** Destination, in network byte order. */
        public int daddr;

        /** {@code struct iphdr a = {0}}. */
        public iphdr() {}

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public iphdr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct iphdr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static iphdr[] array(int n) {
            return filled(new iphdr[n], iphdr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(iphdr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ihl = f.bits8("ihl", ihl, 4);
            version = f.bits8("version", version, 4);
            tos = f.uint8("tos", tos);
            tot_len = f.uint16("tot_len", tot_len);
            id = f.uint16("id", id);
            frag_off = f.uint16("frag_off", frag_off);
            ttl = f.uint8("ttl", ttl);
            protocol = f.as("IPPROTO_").uint8("protocol", protocol);
            check = f.uint16("check", check);
            saddr = f.int32("saddr", saddr);
            daddr = f.int32("daddr", daddr);
        }
    }

    /**
     * {@code struct ip}: the header of an IPv4 packet as BSD names it, without options.
     */
    public static final class ip extends Struct {
        /** Length of the header, in units of 4 bytes. */
        public int ip_hl;
        /** 4. */
        public int ip_v;
        /** Type of service. */
        public int ip_tos;
        /** Bytes of the packet, in network byte order. */
        public int ip_len;
        /** Identification, in network byte order. */
        public int ip_id;
        /** Offset and flags IP_DF and others, in network byte order. */
        public int ip_off;
        /** Time to live, in hops. */
        public int ip_ttl;
        /** Protocol, IPPROTO_*. */
        public int ip_p;
        /** Checksum, in network byte order. */
        public int ip_sum;
        /** Source. */
        public final in_addr ip_src = new in_addr();
        /** Destination. */
        public final in_addr ip_dst = new in_addr();

        /** {@code struct ip a = {0}}. */
        public ip() {}

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ip(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ip a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ip[] array(int n) {
            return filled(new ip[n], ip::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ip from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ip_hl = f.bits8("ip_hl", ip_hl, 4);
            ip_v = f.bits8("ip_v", ip_v, 4);
            ip_tos = f.uint8("ip_tos", ip_tos);
            ip_len = f.uint16("ip_len", ip_len);
            ip_id = f.uint16("ip_id", ip_id);
            ip_off = f.uint16("ip_off", ip_off);
            ip_ttl = f.uint8("ip_ttl", ip_ttl);
            ip_p = f.as("IPPROTO_").uint8("ip_p", ip_p);
            ip_sum = f.uint16("ip_sum", ip_sum);
            f.struct("ip_src", ip_src);
            f.struct("ip_dst", ip_dst);
        }
    }

    /**
     * {@code struct timestamp}: the option IPOPT_TS without its type.
     */
    public static final class timestamp extends Struct {
        /** Bytes of the option. */
        public int len;
        /** Offset of the next entry, from 1, the type counted. */
        public int ptr;
        /** IPOPT_TS_TSONLY and others. */
        public int flags;
        /** Hops that found no room. */
        public int overflow;
        /** Timestamps, and addresses before them, in network byte order. */
        public final int[] data = new int[9];

        /** {@code struct timestamp a = {0}}. */
        public timestamp() {}

        /**
         * {@code struct timestamp a = {len, ptr, flags, overflow, data}}.
         *
         * @param len bytes of the option
         * @param ptr offset of the next entry, from 1, the type counted
         * @param flags IPOPT_TS_TSONLY and others
         * @param overflow hops that found no room
         * @param data timestamps, and addresses before them, in network byte order
         */
        public timestamp(int len, int ptr, int flags, int overflow, int[] data) {
            this.len = len;
            this.ptr = ptr;
            this.flags = flags;
            this.overflow = overflow;
            System.arraycopy(data, 0, this.data, 0, data.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public timestamp(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct timestamp a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static timestamp[] array(int n) {
            return filled(new timestamp[n], timestamp::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(timestamp from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            len = f.uint8("len", len);
            ptr = f.uint8("ptr", ptr);
            flags = f.bits8("flags", flags, 4);
            overflow = f.bits8("overflow", overflow, 4);
            f.int32s("data", data);
        }
    }

    /**
     * {@code struct ip_timestamp}: the option IPOPT_TS.
     */
    public static final class ip_timestamp extends Struct {
        /** IPOPT_TS. */
        public int ipt_code;
        /** Bytes of the option. */
        public int ipt_len;
        /** Offset of the next entry, from 1. */
        public int ipt_ptr;
        /** IPOPT_TS_TSONLY and others. */
        public int ipt_flg;
        /** Hops that found no room. */
        public int ipt_oflw;
        /** Timestamps, and addresses before them, in network byte order. */
        public final int[] data = new int[9];

        /** {@code struct ip_timestamp a = {0}}. */
        public ip_timestamp() {}

        /**
         * {@code struct ip_timestamp a = {ipt_code, ipt_len, ipt_ptr, ipt_flg, ipt_oflw, data}}.
         *
         * @param ipt_code IPOPT_TS
         * @param ipt_len bytes of the option
         * @param ipt_ptr offset of the next entry, from 1
         * @param ipt_flg IPOPT_TS_TSONLY and others
         * @param ipt_oflw hops that found no room
         * @param data timestamps, and addresses before them, in network byte order
         */
        public ip_timestamp(int ipt_code, int ipt_len, int ipt_ptr, int ipt_flg, int ipt_oflw, int[] data) {
            this.ipt_code = ipt_code;
            this.ipt_len = ipt_len;
            this.ipt_ptr = ipt_ptr;
            this.ipt_flg = ipt_flg;
            this.ipt_oflw = ipt_oflw;
            System.arraycopy(data, 0, this.data, 0, data.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ip_timestamp(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ip_timestamp a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ip_timestamp[] array(int n) {
            return filled(new ip_timestamp[n], ip_timestamp::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ip_timestamp from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ipt_code = f.uint8("ipt_code", ipt_code);
            ipt_len = f.uint8("ipt_len", ipt_len);
            ipt_ptr = f.uint8("ipt_ptr", ipt_ptr);
            ipt_flg = f.bits8("ipt_flg", ipt_flg, 4);
            ipt_oflw = f.bits8("ipt_oflw", ipt_oflw, 4);
            f.int32s("data", data);
        }
    }
}
