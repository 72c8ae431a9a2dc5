package libc.netinet;

import java.nio.ByteBuffer;
import libc.Struct;

/**
 * {@code <netinet/ip6.h>}: IPv6's headers.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/ipv6.7.html">ipv6(7)</a>
 */
public class Ip6 extends In {

    /** ip6f_offlg, as in memory: mask of the offset, in units of 8 bytes. */
    public static final int IP6F_OFF_MASK = 0xf8ff;
    /** ip6f_offlg, as in memory: reserved bits. */
    public static final int IP6F_RESERVED_MASK = 0x0600;
    /** ip6f_offlg, as in memory: more fragments follow. */
    public static final int IP6F_MORE_FRAG = 0x0100;

    /** Unknown option: is passed over. */
    public static final int IP6OPT_TYPE_SKIP = 0x00;
    /** Unknown option: the packet is discarded. */
    public static final int IP6OPT_TYPE_DISCARD = 0x40;
    /** Unknown option: the packet is discarded, the sender told. */
    public static final int IP6OPT_TYPE_FORCEICMP = 0x80;
    /** Unknown option: the packet is discarded, the sender told unless it was multicast. */
    public static final int IP6OPT_TYPE_ICMP = 0xc0;
    /** Option whose data may change on the way. */
    public static final int IP6OPT_TYPE_MUTABLE = 0x20;

    /** Option: one byte of padding. */
    public static final int IP6OPT_PAD1 = 0;
    /** Option: two or more bytes of padding. */
    public static final int IP6OPT_PADN = 1;
    /** Option: a payload beyond 65,535 bytes (RFC 2675). */
    public static final int IP6OPT_JUMBO = 0xc2;
    /** Option: NSAP address (RFC 1888). */
    public static final int IP6OPT_NSAP_ADDR = 0xc3;
    /** Option: how often the packet may be tunneled (RFC 2473). */
    public static final int IP6OPT_TUNNEL_LIMIT = 0x04;
    /** Option: routers have to look into the packet (RFC 2711). */
    public static final int IP6OPT_ROUTER_ALERT = 0x05;
    /** Bytes of the jumbo option. */
    public static final int IP6OPT_JUMBO_LEN = 6;
    /** Router alert, as in memory: multicast listener discovery. */
    public static final int IP6_ALERT_MLD = 0x0000;
    /** Router alert, as in memory: RSVP. */
    public static final int IP6_ALERT_RSVP = 0x0100;
    /** Router alert, as in memory: active networks. */
    public static final int IP6_ALERT_AN = 0x0200;

    /** Not to be made: a header's class has only static members. */
    protected Ip6() {}

    /**
     * {@code IP6OPT_TYPE(o)}
     *
     * <p>Tells what is to be done with an unknown option.
     *
     * @param o option type
     * @return IP6OPT_TYPE_SKIP and others
     * @see <a href="https://man7.org/linux/man-pages/man7/ipv6.7.html">ipv6(7)</a>
     */
    public static int IP6OPT_TYPE(int o) {
        return o & 0xc0;
    }

    /**
     * {@code struct ip6_hdr}: the header of an IPv6 packet.
     */
    public static final class ip6_hdr extends Struct {
        /** Version, traffic class and flow label, in network byte order. */
        public int ip6_flow;
        /** Bytes of the payload, in network byte order. */
        public int ip6_plen;
        /** Next header, IPPROTO_*. */
        public int ip6_nxt;
        /** Hop limit. */
        public int ip6_hlim;
        /** Source. */
        public final in6_addr ip6_src = new in6_addr();
        /** Destination. */
        public final in6_addr ip6_dst = new in6_addr();

        /** {@code struct ip6_hdr a = {0}}. */
        public ip6_hdr() {}

        /**
         * {@code struct ip6_hdr a = {ip6_flow, ip6_plen, ip6_nxt, ip6_hlim, ip6_src, ip6_dst}}.
         *
         * @param ip6_flow version, traffic class and flow label, in network byte order
         * @param ip6_plen bytes of the payload, in network byte order
         * @param ip6_nxt next header, IPPROTO_*
         * @param ip6_hlim hop limit
         * @param ip6_src source
         * @param ip6_dst destination
         */
        public ip6_hdr(int ip6_flow, int ip6_plen, int ip6_nxt, int ip6_hlim, in6_addr ip6_src, in6_addr ip6_dst) {
            this.ip6_flow = ip6_flow;
            this.ip6_plen = ip6_plen;
            this.ip6_nxt = ip6_nxt;
            this.ip6_hlim = ip6_hlim;
            this.ip6_src.set(ip6_src);
            this.ip6_dst.set(ip6_dst);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ip6_hdr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ip6_hdr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ip6_hdr[] array(int n) {
            return filled(new ip6_hdr[n], ip6_hdr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ip6_hdr from) {
            copy(from);
        }

        /**
         * {@code ip6_vfc}.
         *
         * @return the first byte of {@code ip6_flow}: version, and the traffic class's upper 4 bits
         */
        public int ip6_vfc() {
            return ip6_flow & 0xff;
        }

        /**
         * {@code ip6_vfc}.
         *
         * @param ip6_vfc the first byte of {@code ip6_flow}: version, and the traffic class's upper 4 bits
         */
        public void ip6_vfc(int ip6_vfc) {
            ip6_flow = ip6_flow & ~0xff | ip6_vfc & 0xff;
        }

        /**
         * {@code ip6_hops}.
         *
         * @return another name of {@code ip6_hlim}
         */
        public int ip6_hops() {
            return ip6_hlim;
        }

        /**
         * {@code ip6_hops}.
         *
         * @param ip6_hops another name of {@code ip6_hlim}
         */
        public void ip6_hops(int ip6_hops) {
            ip6_hlim = ip6_hops;
        }

        @Override
        protected void fields(Fields f) {
            ip6_flow = f.int32("ip6_flow", ip6_flow);
            ip6_plen = f.uint16("ip6_plen", ip6_plen);
            ip6_nxt = f.as("IPPROTO_").uint8("ip6_nxt", ip6_nxt);
            ip6_hlim = f.uint8("ip6_hlim", ip6_hlim);
            f.struct("ip6_src", ip6_src);
            f.struct("ip6_dst", ip6_dst);
            f.at(0);
            f.uint8("ip6_vfc", ip6_vfc());
            f.at(7);
            f.uint8("ip6_hops", ip6_hlim);
        }
    }

    /**
     * {@code struct ip6_frag}: the fragment header of an IPv6 packet.
     */
    public static final class ip6_frag extends Struct {
        /** Next header, IPPROTO_*. */
        public int ip6f_nxt;
        /** Reserved. */
        public int ip6f_reserved;
        /** Offset and IP6F_MORE_FRAG, in network byte order. */
        public int ip6f_offlg;
        /** Identification, in network byte order. */
        public int ip6f_ident;

        /** {@code struct ip6_frag a = {0}}. */
        public ip6_frag() {}

        /**
         * {@code struct ip6_frag a = {ip6f_nxt, ip6f_reserved, ip6f_offlg, ip6f_ident}}.
         *
         * @param ip6f_nxt next header, IPPROTO_*
         * @param ip6f_reserved reserved
         * @param ip6f_offlg offset and IP6F_MORE_FRAG, in network byte order
         * @param ip6f_ident identification, in network byte order
         */
        public ip6_frag(int ip6f_nxt, int ip6f_reserved, int ip6f_offlg, int ip6f_ident) {
            this.ip6f_nxt = ip6f_nxt;
            this.ip6f_reserved = ip6f_reserved;
            this.ip6f_offlg = ip6f_offlg;
            this.ip6f_ident = ip6f_ident;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ip6_frag(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ip6_frag a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ip6_frag[] array(int n) {
            return filled(new ip6_frag[n], ip6_frag::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ip6_frag from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ip6f_nxt = f.as("IPPROTO_").uint8("ip6f_nxt", ip6f_nxt);
            ip6f_reserved = f.uint8("ip6f_reserved", ip6f_reserved);
            ip6f_offlg = f.uint16("ip6f_offlg", ip6f_offlg);
            ip6f_ident = f.int32("ip6f_ident", ip6f_ident);
        }
    }

    /**
     * {@code struct ip6_ext}: the beginning of every extension header of an IPv6 packet.
     */
    public static final class ip6_ext extends Struct {
        /** Next header, IPPROTO_*. */
        public int ip6e_nxt;
        /** Length, in units of 8 bytes, the first 8 not counted. */
        public int ip6e_len;

        /** {@code struct ip6_ext a = {0}}. */
        public ip6_ext() {}

        /**
         * {@code struct ip6_ext a = {ip6e_nxt, ip6e_len}}.
         *
         * @param ip6e_nxt next header, IPPROTO_*
         * @param ip6e_len length, in units of 8 bytes, the first 8 not counted
         */
        public ip6_ext(int ip6e_nxt, int ip6e_len) {
            this.ip6e_nxt = ip6e_nxt;
            this.ip6e_len = ip6e_len;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ip6_ext(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ip6_ext a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ip6_ext[] array(int n) {
            return filled(new ip6_ext[n], ip6_ext::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ip6_ext from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ip6e_nxt = f.as("IPPROTO_").uint8("ip6e_nxt", ip6e_nxt);
            ip6e_len = f.uint8("ip6e_len", ip6e_len);
        }
    }

    /**
     * {@code struct ip6_hbh}: the hop-by-hop header of an IPv6 packet; options follow.
     */
    public static final class ip6_hbh extends Struct {
        /** Next header, IPPROTO_*. */
        public int ip6h_nxt;
        /** Length, in units of 8 bytes, the first 8 not counted. */
        public int ip6h_len;

        /** {@code struct ip6_hbh a = {0}}. */
        public ip6_hbh() {}

        /**
         * {@code struct ip6_hbh a = {ip6h_nxt, ip6h_len}}.
         *
         * @param ip6h_nxt next header, IPPROTO_*
         * @param ip6h_len length, in units of 8 bytes, the first 8 not counted
         */
        public ip6_hbh(int ip6h_nxt, int ip6h_len) {
            this.ip6h_nxt = ip6h_nxt;
            this.ip6h_len = ip6h_len;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ip6_hbh(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ip6_hbh a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ip6_hbh[] array(int n) {
            return filled(new ip6_hbh[n], ip6_hbh::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ip6_hbh from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ip6h_nxt = f.as("IPPROTO_").uint8("ip6h_nxt", ip6h_nxt);
            ip6h_len = f.uint8("ip6h_len", ip6h_len);
        }
    }

    /**
     * {@code struct ip6_dest}: the destination options header of an IPv6 packet; options follow.
     */
    public static final class ip6_dest extends Struct {
        /** Next header, IPPROTO_*. */
        public int ip6d_nxt;
        /** Length, in units of 8 bytes, the first 8 not counted. */
        public int ip6d_len;

        /** {@code struct ip6_dest a = {0}}. */
        public ip6_dest() {}

        /**
         * {@code struct ip6_dest a = {ip6d_nxt, ip6d_len}}.
         *
         * @param ip6d_nxt next header, IPPROTO_*
         * @param ip6d_len length, in units of 8 bytes, the first 8 not counted
         */
        public ip6_dest(int ip6d_nxt, int ip6d_len) {
            this.ip6d_nxt = ip6d_nxt;
            this.ip6d_len = ip6d_len;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ip6_dest(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ip6_dest a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ip6_dest[] array(int n) {
            return filled(new ip6_dest[n], ip6_dest::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ip6_dest from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ip6d_nxt = f.as("IPPROTO_").uint8("ip6d_nxt", ip6d_nxt);
            ip6d_len = f.uint8("ip6d_len", ip6d_len);
        }
    }

    /**
     * {@code struct ip6_rthdr}: the routing header of an IPv6 packet; what its type says follows.
     */
    public static final class ip6_rthdr extends Struct {
        /** Next header, IPPROTO_*. */
        public int ip6r_nxt;
        /** Length, in units of 8 bytes, the first 8 not counted. */
        public int ip6r_len;
        /** Type, IPV6_RTHDR_TYPE_0 or another. */
        public int ip6r_type;
        /** Segments left. */
        public int ip6r_segleft;

        /** {@code struct ip6_rthdr a = {0}}. */
        public ip6_rthdr() {}

        /**
         * {@code struct ip6_rthdr a = {ip6r_nxt, ip6r_len, ip6r_type, ip6r_segleft}}.
         *
         * @param ip6r_nxt next header, IPPROTO_*
         * @param ip6r_len length, in units of 8 bytes, the first 8 not counted
         * @param ip6r_type type, IPV6_RTHDR_TYPE_0 or another
         * @param ip6r_segleft segments left
         */
        public ip6_rthdr(int ip6r_nxt, int ip6r_len, int ip6r_type, int ip6r_segleft) {
            this.ip6r_nxt = ip6r_nxt;
            this.ip6r_len = ip6r_len;
            this.ip6r_type = ip6r_type;
            this.ip6r_segleft = ip6r_segleft;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ip6_rthdr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ip6_rthdr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ip6_rthdr[] array(int n) {
            return filled(new ip6_rthdr[n], ip6_rthdr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ip6_rthdr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ip6r_nxt = f.as("IPPROTO_").uint8("ip6r_nxt", ip6r_nxt);
            ip6r_len = f.uint8("ip6r_len", ip6r_len);
            ip6r_type = f.uint8("ip6r_type", ip6r_type);
            ip6r_segleft = f.uint8("ip6r_segleft", ip6r_segleft);
        }
    }

    /**
     * {@code struct ip6_opt}: the beginning of an option; its data follows.
     */
    public static final class ip6_opt extends Struct {
        /** Type, IP6OPT_*. */
        public int ip6o_type;
        /** Bytes of data. */
        public int ip6o_len;

        /** {@code struct ip6_opt a = {0}}. */
        public ip6_opt() {}

        /**
         * {@code struct ip6_opt a = {ip6o_type, ip6o_len}}.
         *
         * @param ip6o_type type, IP6OPT_*
         * @param ip6o_len bytes of data
         */
        public ip6_opt(int ip6o_type, int ip6o_len) {
            this.ip6o_type = ip6o_type;
            this.ip6o_len = ip6o_len;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ip6_opt(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ip6_opt a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ip6_opt[] array(int n) {
            return filled(new ip6_opt[n], ip6_opt::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ip6_opt from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ip6o_type = f.uint8("ip6o_type", ip6o_type);
            ip6o_len = f.uint8("ip6o_len", ip6o_len);
        }
    }

    /**
     * {@code struct ip6_opt_jumbo}: the option IP6OPT_JUMBO: a payload beyond 65,535 bytes.
     */
    public static final class ip6_opt_jumbo extends Struct {
        /** IP6OPT_JUMBO. */
        public int ip6oj_type;
        /** Bytes of data: 4. */
        public int ip6oj_len;
        /** Bytes of the payload, in network byte order. */
        public final byte[] ip6oj_jumbo_len = new byte[4];

        /** {@code struct ip6_opt_jumbo a = {0}}. */
        public ip6_opt_jumbo() {}

        /**
         * {@code struct ip6_opt_jumbo a = {ip6oj_type, ip6oj_len, ip6oj_jumbo_len}}.
         *
         * @param ip6oj_type IP6OPT_JUMBO
         * @param ip6oj_len bytes of data: 4
         * @param ip6oj_jumbo_len bytes of the payload, in network byte order
         */
        public ip6_opt_jumbo(int ip6oj_type, int ip6oj_len, byte[] ip6oj_jumbo_len) {
            this.ip6oj_type = ip6oj_type;
            this.ip6oj_len = ip6oj_len;
            System.arraycopy(ip6oj_jumbo_len, 0, this.ip6oj_jumbo_len, 0, ip6oj_jumbo_len.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ip6_opt_jumbo(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ip6_opt_jumbo a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ip6_opt_jumbo[] array(int n) {
            return filled(new ip6_opt_jumbo[n], ip6_opt_jumbo::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ip6_opt_jumbo from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ip6oj_type = f.uint8("ip6oj_type", ip6oj_type);
            ip6oj_len = f.uint8("ip6oj_len", ip6oj_len);
            f.bytes("ip6oj_jumbo_len", ip6oj_jumbo_len);
        }
    }

    /**
     * {@code struct ip6_opt_nsap}: the option IP6OPT_NSAP_ADDR; the addresses follow.
     */
    public static final class ip6_opt_nsap extends Struct {
        /** IP6OPT_NSAP_ADDR. */
        public int ip6on_type;
        /** Bytes of data. */
        public int ip6on_len;
        /** Bytes of the source. */
        public int ip6on_src_nsap_len;
        /** Bytes of the destination. */
        public int ip6on_dst_nsap_len;

        /** {@code struct ip6_opt_nsap a = {0}}. */
        public ip6_opt_nsap() {}

        /**
         * {@code struct ip6_opt_nsap a = {ip6on_type, ip6on_len, ip6on_src_nsap_len, ip6on_dst_nsap_len}}.
         *
         * @param ip6on_type IP6OPT_NSAP_ADDR
         * @param ip6on_len bytes of data
         * @param ip6on_src_nsap_len bytes of the source
         * @param ip6on_dst_nsap_len bytes of the destination
         */
        public ip6_opt_nsap(int ip6on_type, int ip6on_len, int ip6on_src_nsap_len, int ip6on_dst_nsap_len) {
            this.ip6on_type = ip6on_type;
            this.ip6on_len = ip6on_len;
            this.ip6on_src_nsap_len = ip6on_src_nsap_len;
            this.ip6on_dst_nsap_len = ip6on_dst_nsap_len;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ip6_opt_nsap(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ip6_opt_nsap a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ip6_opt_nsap[] array(int n) {
            return filled(new ip6_opt_nsap[n], ip6_opt_nsap::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ip6_opt_nsap from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ip6on_type = f.uint8("ip6on_type", ip6on_type);
            ip6on_len = f.uint8("ip6on_len", ip6on_len);
            ip6on_src_nsap_len = f.uint8("ip6on_src_nsap_len", ip6on_src_nsap_len);
            ip6on_dst_nsap_len = f.uint8("ip6on_dst_nsap_len", ip6on_dst_nsap_len);
        }
    }

    /**
     * {@code struct ip6_opt_tunnel}: the option IP6OPT_TUNNEL_LIMIT: how often the packet may be tunneled.
     */
    public static final class ip6_opt_tunnel extends Struct {
        /** IP6OPT_TUNNEL_LIMIT. */
        public int ip6ot_type;
        /** Bytes of data: 1. */
        public int ip6ot_len;
        /** How often. */
        public int ip6ot_encap_limit;

        /** {@code struct ip6_opt_tunnel a = {0}}. */
        public ip6_opt_tunnel() {}

        /**
         * {@code struct ip6_opt_tunnel a = {ip6ot_type, ip6ot_len, ip6ot_encap_limit}}.
         *
         * @param ip6ot_type IP6OPT_TUNNEL_LIMIT
         * @param ip6ot_len bytes of data: 1
         * @param ip6ot_encap_limit how often
         */
        public ip6_opt_tunnel(int ip6ot_type, int ip6ot_len, int ip6ot_encap_limit) {
            this.ip6ot_type = ip6ot_type;
            this.ip6ot_len = ip6ot_len;
            this.ip6ot_encap_limit = ip6ot_encap_limit;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ip6_opt_tunnel(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ip6_opt_tunnel a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ip6_opt_tunnel[] array(int n) {
            return filled(new ip6_opt_tunnel[n], ip6_opt_tunnel::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ip6_opt_tunnel from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ip6ot_type = f.uint8("ip6ot_type", ip6ot_type);
            ip6ot_len = f.uint8("ip6ot_len", ip6ot_len);
            ip6ot_encap_limit = f.uint8("ip6ot_encap_limit", ip6ot_encap_limit);
        }
    }

    /**
     * {@code struct ip6_opt_router}: the option IP6OPT_ROUTER_ALERT: routers have to look into the packet.
     */
    public static final class ip6_opt_router extends Struct {
        /** IP6OPT_ROUTER_ALERT. */
        public int ip6or_type;
        /** Bytes of data: 2. */
        public int ip6or_len;
        /** IP6_ALERT_*. */
        public final byte[] ip6or_value = new byte[2];

        /** {@code struct ip6_opt_router a = {0}}. */
        public ip6_opt_router() {}

        /**
         * {@code struct ip6_opt_router a = {ip6or_type, ip6or_len, ip6or_value}}.
         *
         * @param ip6or_type IP6OPT_ROUTER_ALERT
         * @param ip6or_len bytes of data: 2
         * @param ip6or_value IP6_ALERT_*
         */
        public ip6_opt_router(int ip6or_type, int ip6or_len, byte[] ip6or_value) {
            this.ip6or_type = ip6or_type;
            this.ip6or_len = ip6or_len;
            System.arraycopy(ip6or_value, 0, this.ip6or_value, 0, ip6or_value.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ip6_opt_router(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ip6_opt_router a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ip6_opt_router[] array(int n) {
            return filled(new ip6_opt_router[n], ip6_opt_router::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ip6_opt_router from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ip6or_type = f.uint8("ip6or_type", ip6or_type);
            ip6or_len = f.uint8("ip6or_len", ip6or_len);
            f.bytes("ip6or_value", ip6or_value);
        }
    }
}
