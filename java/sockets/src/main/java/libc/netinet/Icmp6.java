package libc.netinet;

import java.nio.ByteBuffer;
import java.util.Arrays;
import libc.Struct;

/**
 * {@code <netinet/icmp6.h>}: ICMPv6, glibc's, with what only {@code <linux/icmpv6.h>} has.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/ipv6.7.html">ipv6(7)</a>
 * @see <a href="https://man7.org/linux/man-pages/man7/raw.7.html">raw(7)</a>
 */
public class Icmp6 extends In {

    /** struct icmp6_filter, level IPPROTO_ICMPV6: the types that a raw socket receives. */
    public static final int ICMP6_FILTER = 1;
    /** Filter operation: blocks a type. */
    public static final int ICMP6_FILTER_BLOCK = 1;
    /** Filter operation: passes a type. */
    public static final int ICMP6_FILTER_PASS = 2;
    /** Filter operation: blocks all but a type. */
    public static final int ICMP6_FILTER_BLOCKOTHERS = 3;
    /** Filter operation: passes a type only. */
    public static final int ICMP6_FILTER_PASSONLY = 4;

    /** Type: destination unreachable; ICMP6_DST_UNREACH_* say why. */
    public static final int ICMP6_DST_UNREACH = 1;
    /** Type: packet too big; carries the MTU. */
    public static final int ICMP6_PACKET_TOO_BIG = 2;
    /** Type: time exceeded. */
    public static final int ICMP6_TIME_EXCEEDED = 3;
    /** Type: a header is wrong. */
    public static final int ICMP6_PARAM_PROB = 4;
    /** Bit of all types that are no errors. */
    public static final int ICMP6_INFOMSG_MASK = 0x80;
    /** Type: echo request. */
    public static final int ICMP6_ECHO_REQUEST = 128;
    /** Type: echo reply. */
    public static final int ICMP6_ECHO_REPLY = 129;
    /** Type: asks who listens to a multicast group. */
    public static final int MLD_LISTENER_QUERY = 130;
    /** Type: listens to a multicast group. */
    public static final int MLD_LISTENER_REPORT = 131;
    /** Type: listens no longer to a multicast group. */
    public static final int MLD_LISTENER_REDUCTION = 132;
    /** Type: extended echo request (RFC 8335). */
    public static final int ICMPV6_EXT_ECHO_REQUEST = 160;
    /** Type: extended echo reply (RFC 8335). */
    public static final int ICMPV6_EXT_ECHO_REPLY = 161;

    /** Code of ICMP6_DST_UNREACH: no route. */
    public static final int ICMP6_DST_UNREACH_NOROUTE = 0;
    /** Code of ICMP6_DST_UNREACH: prohibited. */
    public static final int ICMP6_DST_UNREACH_ADMIN = 1;
    /** Code of ICMP6_DST_UNREACH: beyond the scope of the source address. */
    public static final int ICMP6_DST_UNREACH_BEYONDSCOPE = 2;
    /** Code of ICMP6_DST_UNREACH: the address. */
    public static final int ICMP6_DST_UNREACH_ADDR = 3;
    /** Code of ICMP6_DST_UNREACH: the port. */
    public static final int ICMP6_DST_UNREACH_NOPORT = 4;

    /** Code of ICMP6_TIME_EXCEEDED: the hop limit, in transit. */
    public static final int ICMP6_TIME_EXCEED_TRANSIT = 0;
    /** Code of ICMP6_TIME_EXCEEDED: reassembly of fragments. */
    public static final int ICMP6_TIME_EXCEED_REASSEMBLY = 1;

    /** Code of ICMP6_PARAM_PROB: a header field. */
    public static final int ICMP6_PARAMPROB_HEADER = 0;
    /** Code of ICMP6_PARAM_PROB: the next header is unknown. */
    public static final int ICMP6_PARAMPROB_NEXTHEADER = 1;
    /** Code of ICMP6_PARAM_PROB: an option is unknown. */
    public static final int ICMP6_PARAMPROB_OPTION = 2;

    /** Type: router solicitation. */
    public static final int ND_ROUTER_SOLICIT = 133;
    /** Type: router advertisement. */
    public static final int ND_ROUTER_ADVERT = 134;
    /** Type: neighbour solicitation. */
    public static final int ND_NEIGHBOR_SOLICIT = 135;
    /** Type: neighbour advertisement. */
    public static final int ND_NEIGHBOR_ADVERT = 136;
    /** Type: there is a better first hop. */
    public static final int ND_REDIRECT = 137;
    /** Router advertisement: addresses come by DHCPv6. */
    public static final int ND_RA_FLAG_MANAGED = 0x80;
    /** Router advertisement: other configuration comes by DHCPv6. */
    public static final int ND_RA_FLAG_OTHER = 0x40;
    /** Router advertisement: the router is a home agent. */
    public static final int ND_RA_FLAG_HOME_AGENT = 0x20;
    /** Neighbour advertisement, as in memory: the neighbour is a router. */
    public static final int ND_NA_FLAG_ROUTER = 0x00000080;
    /** Neighbour advertisement, as in memory: it answers a solicitation. */
    public static final int ND_NA_FLAG_SOLICITED = 0x00000040;
    /** Neighbour advertisement, as in memory: replaces a cached address. */
    public static final int ND_NA_FLAG_OVERRIDE = 0x00000020;
    /** Option: the sender's link address. */
    public static final int ND_OPT_SOURCE_LINKADDR = 1;
    /** Option: the target's link address. */
    public static final int ND_OPT_TARGET_LINKADDR = 2;
    /** Option: a prefix. */
    public static final int ND_OPT_PREFIX_INFORMATION = 3;
    /** Option: the packet that was redirected. */
    public static final int ND_OPT_REDIRECTED_HEADER = 4;
    /** Option: the link's MTU. */
    public static final int ND_OPT_MTU = 5;
    /** Option: interval of router advertisements. */
    public static final int ND_OPT_RTR_ADV_INTERVAL = 7;
    /** Option: home agent. */
    public static final int ND_OPT_HOME_AGENT_INFO = 8;
    /** Prefix: is on this link. */
    public static final int ND_OPT_PI_FLAG_ONLINK = 0x80;
    /** Prefix: for making addresses. */
    public static final int ND_OPT_PI_FLAG_AUTO = 0x40;
    /** Prefix: is the router's whole address. */
    public static final int ND_OPT_PI_FLAG_RADDR = 0x20;

    /** Type: router renumbering (RFC 2894). */
    public static final int ICMP6_ROUTER_RENUMBERING = 138;
    /** Renumbering: for test only. */
    public static final int ICMP6_RR_FLAGS_TEST = 0x80;
    /** Renumbering: asks for the result. */
    public static final int ICMP6_RR_FLAGS_REQRESULT = 0x40;
    /** Renumbering: on interfaces that are down too. */
    public static final int ICMP6_RR_FLAGS_FORCEAPPLY = 0x20;
    /** Renumbering: by site. */
    public static final int ICMP6_RR_FLAGS_SPECSITE = 0x10;
    /** Renumbering: was done before. */
    public static final int ICMP6_RR_FLAGS_PREVDONE = 0x08;
    /** Renumbering, prefix: is on this link. */
    public static final int ICMP6_RR_PCOUSE_RAFLAGS_ONLINK = 0x20;
    /** Renumbering, prefix: for making addresses. */
    public static final int ICMP6_RR_PCOUSE_RAFLAGS_AUTO = 0x10;
    /** Renumbering, prefix, as in memory: the valid lifetime runs down. */
    public static final int ICMP6_RR_PCOUSE_FLAGS_DECRVLTIME = 0x80;
    /** Renumbering, prefix, as in memory: the preferred lifetime runs down. */
    public static final int ICMP6_RR_PCOUSE_FLAGS_DECRPLTIME = 0x40;
    /** Renumbering, result, as in memory: out of bounds. */
    public static final int ICMP6_RR_RESULT_FLAGS_OOB = 0x0200;
    /** Renumbering, result, as in memory: forbidden. */
    public static final int ICMP6_RR_RESULT_FLAGS_FORBIDDEN = 0x0100;

    /** Router preference (RFC 4191): low. */
    public static final int ICMPV6_ROUTER_PREF_LOW = 0x3;
    /** Router preference: medium. */
    public static final int ICMPV6_ROUTER_PREF_MEDIUM = 0x0;
    /** Router preference: high. */
    public static final int ICMPV6_ROUTER_PREF_HIGH = 0x1;
    /** Router preference: not valid. */
    public static final int ICMPV6_ROUTER_PREF_INVALID = 0x2;

    /** The kernel's name of ICMP6_DST_UNREACH. */
    public static final int ICMPV6_DEST_UNREACH = 1;
    /** The kernel's name of ICMP6_PACKET_TOO_BIG. */
    public static final int ICMPV6_PKT_TOOBIG = 2;
    /** The kernel's name of ICMP6_TIME_EXCEEDED. */
    public static final int ICMPV6_TIME_EXCEED = 3;
    /** The kernel's name of ICMP6_PARAM_PROB. */
    public static final int ICMPV6_PARAMPROB = 4;
    /** Largest type that is an error. */
    public static final int ICMPV6_ERRMSG_MAX = 127;
    /** The kernel's name of ICMP6_INFOMSG_MASK. */
    public static final int ICMPV6_INFOMSG_MASK = 0x80;
    /** The kernel's name of ICMP6_ECHO_REQUEST. */
    public static final int ICMPV6_ECHO_REQUEST = 128;
    /** The kernel's name of ICMP6_ECHO_REPLY. */
    public static final int ICMPV6_ECHO_REPLY = 129;
    /** The kernel's name of MLD_LISTENER_QUERY. */
    public static final int ICMPV6_MGM_QUERY = 130;
    /** The kernel's name of MLD_LISTENER_REPORT. */
    public static final int ICMPV6_MGM_REPORT = 131;
    /** The kernel's name of MLD_LISTENER_REDUCTION. */
    public static final int ICMPV6_MGM_REDUCTION = 132;
    /** Type: node information query (RFC 4620). */
    public static final int ICMPV6_NI_QUERY = 139;
    /** Type: node information reply. */
    public static final int ICMPV6_NI_REPLY = 140;
    /** Type: listens to multicast groups, version 2 (RFC 3810). */
    public static final int ICMPV6_MLD2_REPORT = 143;
    /** Type: asks for home agents (RFC 6275). */
    public static final int ICMPV6_DHAAD_REQUEST = 144;
    /** Type: answers with home agents. */
    public static final int ICMPV6_DHAAD_REPLY = 145;
    /** Type: mobile prefix solicitation (RFC 6275). */
    public static final int ICMPV6_MOBILE_PREFIX_SOL = 146;
    /** Type: mobile prefix advertisement. */
    public static final int ICMPV6_MOBILE_PREFIX_ADV = 147;
    /** Type: multicast router advertisement (RFC 4286). */
    public static final int ICMPV6_MRDISC_ADV = 151;
    /** Largest type. */
    public static final int ICMPV6_MSG_MAX = 255;

    /** The kernel's name of ICMP6_DST_UNREACH_NOROUTE. */
    public static final int ICMPV6_NOROUTE = 0;
    /** The kernel's name of ICMP6_DST_UNREACH_ADMIN. */
    public static final int ICMPV6_ADM_PROHIBITED = 1;
    /** The kernel's name of ICMP6_DST_UNREACH_BEYONDSCOPE. */
    public static final int ICMPV6_NOT_NEIGHBOUR = 2;
    /** The kernel's name of ICMP6_DST_UNREACH_ADDR. */
    public static final int ICMPV6_ADDR_UNREACH = 3;
    /** The kernel's name of ICMP6_DST_UNREACH_NOPORT. */
    public static final int ICMPV6_PORT_UNREACH = 4;
    /** Code of ICMP6_DST_UNREACH: the source address failed a policy. */
    public static final int ICMPV6_POLICY_FAIL = 5;
    /** Code of ICMP6_DST_UNREACH: the route rejects. */
    public static final int ICMPV6_REJECT_ROUTE = 6;
    /** The kernel's name of ICMP6_TIME_EXCEED_TRANSIT. */
    public static final int ICMPV6_EXC_HOPLIMIT = 0;
    /** The kernel's name of ICMP6_TIME_EXCEED_REASSEMBLY. */
    public static final int ICMPV6_EXC_FRAGTIME = 1;
    /** The kernel's name of ICMP6_PARAMPROB_HEADER. */
    public static final int ICMPV6_HDR_FIELD = 0;
    /** The kernel's name of ICMP6_PARAMPROB_NEXTHEADER. */
    public static final int ICMPV6_UNK_NEXTHDR = 1;
    /** The kernel's name of ICMP6_PARAMPROB_OPTION. */
    public static final int ICMPV6_UNK_OPTION = 2;
    /** Code of ICMP6_PARAM_PROB: the first fragment lacks headers. */
    public static final int ICMPV6_HDR_INCOMP = 3;
    /** The kernel's name of ICMP6_FILTER. */
    public static final int ICMPV6_FILTER = 1;
    /** The kernel's name of ICMP6_FILTER_BLOCK. */
    public static final int ICMPV6_FILTER_BLOCK = 1;
    /** The kernel's name of ICMP6_FILTER_PASS. */
    public static final int ICMPV6_FILTER_PASS = 2;
    /** The kernel's name of ICMP6_FILTER_BLOCKOTHERS. */
    public static final int ICMPV6_FILTER_BLOCKOTHERS = 3;
    /** The kernel's name of ICMP6_FILTER_PASSONLY. */
    public static final int ICMPV6_FILTER_PASSONLY = 4;

    /** MLDv2 record: listens to the sources named. */
    public static final int MLD2_MODE_IS_INCLUDE = 1;
    /** MLDv2 record: listens to all but the sources named. */
    public static final int MLD2_MODE_IS_EXCLUDE = 2;
    /** MLDv2 record: from now on listens to the sources named. */
    public static final int MLD2_CHANGE_TO_INCLUDE = 3;
    /** MLDv2 record: from now on listens to all but the sources named. */
    public static final int MLD2_CHANGE_TO_EXCLUDE = 4;
    /** MLDv2 record: listens to the sources named too. */
    public static final int MLD2_ALLOW_NEW_SOURCES = 5;
    /** MLDv2 record: no longer listens to the sources named. */
    public static final int MLD2_BLOCK_OLD_SOURCES = 6;

    /** Not to be made: a header's class has only static members. */
    protected Icmp6() {}

    /**
     * {@code ICMP6_FILTER_WILLPASS(type, filterp)}
     *
     * <p>Tells whether a filter passes a type.
     *
     * @param type ICMPv6 type, 0 to 255
     * @param filterp the filter
     * @return whether it passes
     * @see <a href="https://man7.org/linux/man-pages/man7/raw.7.html">raw(7)</a>
     */
    public static boolean ICMP6_FILTER_WILLPASS(int type, icmp6_filter filterp) {
        return !ICMP6_FILTER_WILLBLOCK(type, filterp);
    }

    /**
     * {@code ICMP6_FILTER_WILLBLOCK(type, filterp)}
     *
     * <p>Tells whether a filter blocks a type.
     *
     * @param type ICMPv6 type, 0 to 255
     * @param filterp the filter
     * @return whether it is blocked
     * @see <a href="https://man7.org/linux/man-pages/man7/raw.7.html">raw(7)</a>
     */
    public static boolean ICMP6_FILTER_WILLBLOCK(int type, icmp6_filter filterp) {
        return (filterp.icmp6_filt[type >> 5] & 1 << type) != 0;
    }

    /**
     * {@code ICMP6_FILTER_SETPASS(type, filterp)}
     *
     * <p>Makes a filter pass a type.
     *
     * @param type ICMPv6 type, 0 to 255
     * @param filterp the filter
     * @see <a href="https://man7.org/linux/man-pages/man7/raw.7.html">raw(7)</a>
     */
    public static void ICMP6_FILTER_SETPASS(int type, icmp6_filter filterp) {
        filterp.icmp6_filt[type >> 5] &= ~(1 << type);
    }

    /**
     * {@code ICMP6_FILTER_SETBLOCK(type, filterp)}
     *
     * <p>Makes a filter block a type.
     *
     * @param type ICMPv6 type, 0 to 255
     * @param filterp the filter
     * @see <a href="https://man7.org/linux/man-pages/man7/raw.7.html">raw(7)</a>
     */
    public static void ICMP6_FILTER_SETBLOCK(int type, icmp6_filter filterp) {
        filterp.icmp6_filt[type >> 5] |= 1 << type;
    }

    /**
     * {@code ICMP6_FILTER_SETPASSALL(filterp)}
     *
     * <p>Makes a filter pass all types.
     *
     * @param filterp the filter
     * @see <a href="https://man7.org/linux/man-pages/man7/raw.7.html">raw(7)</a>
     */
    public static void ICMP6_FILTER_SETPASSALL(icmp6_filter filterp) {
        Arrays.fill(filterp.icmp6_filt, 0);
    }

    /**
     * {@code ICMP6_FILTER_SETBLOCKALL(filterp)}
     *
     * <p>Makes a filter block all types.
     *
     * @param filterp the filter
     * @see <a href="https://man7.org/linux/man-pages/man7/raw.7.html">raw(7)</a>
     */
    public static void ICMP6_FILTER_SETBLOCKALL(icmp6_filter filterp) {
        Arrays.fill(filterp.icmp6_filt, -1);
    }

    /**
     * {@code struct icmp6_filter}: the value of ICMP6_FILTER.
     */
    public static final class icmp6_filter extends Struct {
        /** Types that are not received, a bit each. */
        public final int[] icmp6_filt = new int[8];

        /** {@code struct icmp6_filter a = {0}}. */
        public icmp6_filter() {}

        /**
         * {@code struct icmp6_filter a = {icmp6_filt}}.
         *
         * @param icmp6_filt types that are not received, a bit each
         */
        public icmp6_filter(int[] icmp6_filt) {
            System.arraycopy(icmp6_filt, 0, this.icmp6_filt, 0, icmp6_filt.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public icmp6_filter(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct icmp6_filter a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static icmp6_filter[] array(int n) {
            return filled(new icmp6_filter[n], icmp6_filter::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(icmp6_filter from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.int32s("icmp6_filt", icmp6_filt);
        }
    }

    /**
     * {@code struct icmp6_hdr}: the header of an ICMPv6 message.
     */
    public static final class icmp6_hdr extends Struct {
        /** Type: ICMP6_ECHO_REQUEST, ... */
        public int icmp6_type;
        /** Code, by type. */
        public int icmp6_code;
        /** Checksum, in network byte order. */
        public int icmp6_cksum;
        private int data32;

        /** {@code struct icmp6_hdr a = {0}}. */
        public icmp6_hdr() {}

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public icmp6_hdr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct icmp6_hdr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static icmp6_hdr[] array(int n) {
            return filled(new icmp6_hdr[n], icmp6_hdr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(icmp6_hdr from) {
            copy(from);
        }

        /**
         * {@code icmp6_pptr}.
         *
         * @return of ICMP6_PARAM_PROB: offset of the mistake in bytes, in network byte order
         */
        public int icmp6_pptr() {
            return data32;
        }

        /**
         * {@code icmp6_pptr}.
         *
         * @param icmp6_pptr of ICMP6_PARAM_PROB: offset of the mistake in bytes, in network byte order
         */
        public void icmp6_pptr(int icmp6_pptr) {
            data32 = icmp6_pptr;
        }

        /**
         * {@code icmp6_mtu}.
         *
         * @return of ICMP6_PACKET_TOO_BIG: MTU of the next hop in bytes, in network byte order
         */
        public int icmp6_mtu() {
            return data32;
        }

        /**
         * {@code icmp6_mtu}.
         *
         * @param icmp6_mtu of ICMP6_PACKET_TOO_BIG: MTU of the next hop in bytes, in network byte order
         */
        public void icmp6_mtu(int icmp6_mtu) {
            data32 = icmp6_mtu;
        }

        /**
         * {@code icmp6_id}.
         *
         * @return of an echo: who asks, in network byte order; of a datagram socket the kernel sets it
         */
        public int icmp6_id() {
            return data32 & 0xffff;
        }

        /**
         * {@code icmp6_id}.
         *
         * @param icmp6_id of an echo: who asks, in network byte order; of a datagram socket the kernel sets it
         */
        public void icmp6_id(int icmp6_id) {
            data32 = data32 & 0xffff0000 | icmp6_id & 0xffff;
        }

        /**
         * {@code icmp6_seq}.
         *
         * @return of an echo: sequence number, in network byte order
         */
        public int icmp6_seq() {
            return data32 >>> 16;
        }

        /**
         * {@code icmp6_seq}.
         *
         * @param icmp6_seq of an echo: sequence number, in network byte order
         */
        public void icmp6_seq(int icmp6_seq) {
            data32 = data32 & 0xffff | icmp6_seq << 16;
        }

        /**
         * {@code icmp6_maxdelay}.
         *
         * @return of MLD_LISTENER_QUERY: longest delay in ms, in network byte order
         */
        public int icmp6_maxdelay() {
            return icmp6_id();
        }

        /**
         * {@code icmp6_maxdelay}.
         *
         * @param icmp6_maxdelay of MLD_LISTENER_QUERY: longest delay in ms, in network byte order
         */
        public void icmp6_maxdelay(int icmp6_maxdelay) {
            icmp6_id(icmp6_maxdelay);
        }

        @Override
        protected void fields(Fields f) {
            icmp6_type = f.as("ICMP6_").uint8("icmp6_type", icmp6_type);
            icmp6_code = f.uint8("icmp6_code", icmp6_code);
            icmp6_cksum = f.uint16("icmp6_cksum", icmp6_cksum);
            data32 = f.int32("icmp6_pptr", data32);
            f.at(4);
            f.int32("icmp6_mtu", data32);
            f.at(4);
            f.uint16("icmp6_id", icmp6_id());
            f.uint16("icmp6_seq", icmp6_seq());
            f.at(4);
            f.uint16("icmp6_maxdelay", icmp6_maxdelay());
        }
    }

    /**
     * {@code struct nd_router_solicit}: asks for routers; options follow.
     */
    public static final class nd_router_solicit extends Struct {
        /** Header, of type ND_ROUTER_SOLICIT. */
        public final icmp6_hdr nd_rs_hdr = new icmp6_hdr();

        /** {@code struct nd_router_solicit a = {0}}. */
        public nd_router_solicit() {}

        /**
         * {@code struct nd_router_solicit a = {nd_rs_hdr}}.
         *
         * @param nd_rs_hdr header, of type ND_ROUTER_SOLICIT
         */
        public nd_router_solicit(icmp6_hdr nd_rs_hdr) {
            this.nd_rs_hdr.set(nd_rs_hdr);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public nd_router_solicit(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct nd_router_solicit a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nd_router_solicit[] array(int n) {
            return filled(new nd_router_solicit[n], nd_router_solicit::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nd_router_solicit from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("nd_rs_hdr", nd_rs_hdr);
        }
    }

    /**
     * {@code struct nd_router_advert}: a router says that it is there; options follow.
     */
    public static final class nd_router_advert extends Struct {
        /** Header, of type ND_ROUTER_ADVERT. */
        public final icmp6_hdr nd_ra_hdr = new icmp6_hdr();
        /** How long a neighbour counts as reachable, in ms, in network byte order. */
        public int nd_ra_reachable;
        /** Time between solicitations, in ms, in network byte order. */
        public int nd_ra_retransmit;

        /** {@code struct nd_router_advert a = {0}}. */
        public nd_router_advert() {}

        /**
         * {@code struct nd_router_advert a = {nd_ra_hdr, nd_ra_reachable, nd_ra_retransmit}}.
         *
         * @param nd_ra_hdr header, of type ND_ROUTER_ADVERT
         * @param nd_ra_reachable how long a neighbour counts as reachable, in ms, in network byte order
         * @param nd_ra_retransmit time between solicitations, in ms, in network byte order
         */
        public nd_router_advert(icmp6_hdr nd_ra_hdr, int nd_ra_reachable, int nd_ra_retransmit) {
            this.nd_ra_hdr.set(nd_ra_hdr);
            this.nd_ra_reachable = nd_ra_reachable;
            this.nd_ra_retransmit = nd_ra_retransmit;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public nd_router_advert(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct nd_router_advert a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nd_router_advert[] array(int n) {
            return filled(new nd_router_advert[n], nd_router_advert::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nd_router_advert from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("nd_ra_hdr", nd_ra_hdr);
            nd_ra_reachable = f.int32("nd_ra_reachable", nd_ra_reachable);
            nd_ra_retransmit = f.int32("nd_ra_retransmit", nd_ra_retransmit);
        }
    }

    /**
     * {@code struct nd_neighbor_solicit}: asks for a neighbour's link address; options follow.
     */
    public static final class nd_neighbor_solicit extends Struct {
        /** Header, of type ND_NEIGHBOR_SOLICIT. */
        public final icmp6_hdr nd_ns_hdr = new icmp6_hdr();
        /** Address of the neighbour. */
        public final in6_addr nd_ns_target = new in6_addr();

        /** {@code struct nd_neighbor_solicit a = {0}}. */
        public nd_neighbor_solicit() {}

        /**
         * {@code struct nd_neighbor_solicit a = {nd_ns_hdr, nd_ns_target}}.
         *
         * @param nd_ns_hdr header, of type ND_NEIGHBOR_SOLICIT
         * @param nd_ns_target address of the neighbour
         */
        public nd_neighbor_solicit(icmp6_hdr nd_ns_hdr, in6_addr nd_ns_target) {
            this.nd_ns_hdr.set(nd_ns_hdr);
            this.nd_ns_target.set(nd_ns_target);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public nd_neighbor_solicit(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct nd_neighbor_solicit a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nd_neighbor_solicit[] array(int n) {
            return filled(new nd_neighbor_solicit[n], nd_neighbor_solicit::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nd_neighbor_solicit from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("nd_ns_hdr", nd_ns_hdr);
            f.struct("nd_ns_target", nd_ns_target);
        }
    }

    /**
     * {@code struct nd_neighbor_advert}: a neighbour tells its link address; options follow.
     */
    public static final class nd_neighbor_advert extends Struct {
        /** Header, of type ND_NEIGHBOR_ADVERT, with ND_NA_FLAG_* in its data. */
        public final icmp6_hdr nd_na_hdr = new icmp6_hdr();
        /** Address of the neighbour. */
        public final in6_addr nd_na_target = new in6_addr();

        /** {@code struct nd_neighbor_advert a = {0}}. */
        public nd_neighbor_advert() {}

        /**
         * {@code struct nd_neighbor_advert a = {nd_na_hdr, nd_na_target}}.
         *
         * @param nd_na_hdr header, of type ND_NEIGHBOR_ADVERT, with ND_NA_FLAG_* in its data
         * @param nd_na_target address of the neighbour
         */
        public nd_neighbor_advert(icmp6_hdr nd_na_hdr, in6_addr nd_na_target) {
            this.nd_na_hdr.set(nd_na_hdr);
            this.nd_na_target.set(nd_na_target);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public nd_neighbor_advert(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct nd_neighbor_advert a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nd_neighbor_advert[] array(int n) {
            return filled(new nd_neighbor_advert[n], nd_neighbor_advert::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nd_neighbor_advert from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("nd_na_hdr", nd_na_hdr);
            f.struct("nd_na_target", nd_na_target);
        }
    }

    /**
     * {@code struct nd_redirect}: a router names a better first hop; options follow.
     */
    public static final class nd_redirect extends Struct {
        /** Header, of type ND_REDIRECT. */
        public final icmp6_hdr nd_rd_hdr = new icmp6_hdr();
        /** Better first hop. */
        public final in6_addr nd_rd_target = new in6_addr();
        /** Destination. */
        public final in6_addr nd_rd_dst = new in6_addr();

        /** {@code struct nd_redirect a = {0}}. */
        public nd_redirect() {}

        /**
         * {@code struct nd_redirect a = {nd_rd_hdr, nd_rd_target, nd_rd_dst}}.
         *
         * @param nd_rd_hdr header, of type ND_REDIRECT
         * @param nd_rd_target better first hop
         * @param nd_rd_dst destination
         */
        public nd_redirect(icmp6_hdr nd_rd_hdr, in6_addr nd_rd_target, in6_addr nd_rd_dst) {
            this.nd_rd_hdr.set(nd_rd_hdr);
            this.nd_rd_target.set(nd_rd_target);
            this.nd_rd_dst.set(nd_rd_dst);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public nd_redirect(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct nd_redirect a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nd_redirect[] array(int n) {
            return filled(new nd_redirect[n], nd_redirect::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nd_redirect from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("nd_rd_hdr", nd_rd_hdr);
            f.struct("nd_rd_target", nd_rd_target);
            f.struct("nd_rd_dst", nd_rd_dst);
        }
    }

    /**
     * {@code struct nd_opt_hdr}: the beginning of every neighbour discovery option.
     */
    public static final class nd_opt_hdr extends Struct {
        /** Type, ND_OPT_*. */
        public int nd_opt_type;
        /** Length, in units of 8 bytes. */
        public int nd_opt_len;

        /** {@code struct nd_opt_hdr a = {0}}. */
        public nd_opt_hdr() {}

        /**
         * {@code struct nd_opt_hdr a = {nd_opt_type, nd_opt_len}}.
         *
         * @param nd_opt_type type, ND_OPT_*
         * @param nd_opt_len length, in units of 8 bytes
         */
        public nd_opt_hdr(int nd_opt_type, int nd_opt_len) {
            this.nd_opt_type = nd_opt_type;
            this.nd_opt_len = nd_opt_len;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public nd_opt_hdr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct nd_opt_hdr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nd_opt_hdr[] array(int n) {
            return filled(new nd_opt_hdr[n], nd_opt_hdr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nd_opt_hdr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            nd_opt_type = f.uint8("nd_opt_type", nd_opt_type);
            nd_opt_len = f.uint8("nd_opt_len", nd_opt_len);
        }
    }

    /**
     * {@code struct nd_opt_prefix_info}: the option ND_OPT_PREFIX_INFORMATION: a prefix of the link.
     */
    public static final class nd_opt_prefix_info extends Struct {
        /** ND_OPT_PREFIX_INFORMATION. */
        public int nd_opt_pi_type;
        /** Length, in units of 8 bytes. */
        public int nd_opt_pi_len;
        /** Bits of the prefix. */
        public int nd_opt_pi_prefix_len;
        /** ND_OPT_PI_FLAG_*. */
        public int nd_opt_pi_flags_reserved;
        /** Valid lifetime, in seconds, in network byte order. */
        public int nd_opt_pi_valid_time;
        /** Preferred lifetime, in seconds, in network byte order. */
        public int nd_opt_pi_preferred_time;
        /** Reserved. */
        public int nd_opt_pi_reserved2;
        /** Prefix. */
        public final in6_addr nd_opt_pi_prefix = new in6_addr();

        /** {@code struct nd_opt_prefix_info a = {0}}. */
        public nd_opt_prefix_info() {}

        /**
         * {@code struct nd_opt_prefix_info a = {nd_opt_pi_type, nd_opt_pi_len, nd_opt_pi_prefix_len,
         * nd_opt_pi_flags_reserved, nd_opt_pi_valid_time, nd_opt_pi_preferred_time, nd_opt_pi_reserved2,
         * nd_opt_pi_prefix}}.
         *
         * @param nd_opt_pi_type ND_OPT_PREFIX_INFORMATION
         * @param nd_opt_pi_len length, in units of 8 bytes
         * @param nd_opt_pi_prefix_len bits of the prefix
         * @param nd_opt_pi_flags_reserved ND_OPT_PI_FLAG_*
         * @param nd_opt_pi_valid_time valid lifetime, in seconds, in network byte order
         * @param nd_opt_pi_preferred_time preferred lifetime, in seconds, in network byte order
         * @param nd_opt_pi_reserved2 reserved
         * @param nd_opt_pi_prefix prefix
         */
        public nd_opt_prefix_info(int nd_opt_pi_type, int nd_opt_pi_len, int nd_opt_pi_prefix_len,
                int nd_opt_pi_flags_reserved, int nd_opt_pi_valid_time, int nd_opt_pi_preferred_time,
                int nd_opt_pi_reserved2, in6_addr nd_opt_pi_prefix) {
            this.nd_opt_pi_type = nd_opt_pi_type;
            this.nd_opt_pi_len = nd_opt_pi_len;
            this.nd_opt_pi_prefix_len = nd_opt_pi_prefix_len;
            this.nd_opt_pi_flags_reserved = nd_opt_pi_flags_reserved;
            this.nd_opt_pi_valid_time = nd_opt_pi_valid_time;
            this.nd_opt_pi_preferred_time = nd_opt_pi_preferred_time;
            this.nd_opt_pi_reserved2 = nd_opt_pi_reserved2;
            this.nd_opt_pi_prefix.set(nd_opt_pi_prefix);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public nd_opt_prefix_info(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct nd_opt_prefix_info a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nd_opt_prefix_info[] array(int n) {
            return filled(new nd_opt_prefix_info[n], nd_opt_prefix_info::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nd_opt_prefix_info from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            nd_opt_pi_type = f.uint8("nd_opt_pi_type", nd_opt_pi_type);
            nd_opt_pi_len = f.uint8("nd_opt_pi_len", nd_opt_pi_len);
            nd_opt_pi_prefix_len = f.uint8("nd_opt_pi_prefix_len", nd_opt_pi_prefix_len);
            nd_opt_pi_flags_reserved = f.uint8("nd_opt_pi_flags_reserved", nd_opt_pi_flags_reserved);
            nd_opt_pi_valid_time = f.int32("nd_opt_pi_valid_time", nd_opt_pi_valid_time);
            nd_opt_pi_preferred_time = f.int32("nd_opt_pi_preferred_time", nd_opt_pi_preferred_time);
            nd_opt_pi_reserved2 = f.int32("nd_opt_pi_reserved2", nd_opt_pi_reserved2);
            f.struct("nd_opt_pi_prefix", nd_opt_pi_prefix);
        }
    }

    /**
     * {@code struct nd_opt_rd_hdr}: the option ND_OPT_REDIRECTED_HEADER; the beginning of the packet redirected
     * follows.
     */
    public static final class nd_opt_rd_hdr extends Struct {
        /** ND_OPT_REDIRECTED_HEADER. */
        public int nd_opt_rh_type;
        /** Length, in units of 8 bytes. */
        public int nd_opt_rh_len;
        /** Reserved. */
        public int nd_opt_rh_reserved1;
        /** Reserved. */
        public int nd_opt_rh_reserved2;

        /** {@code struct nd_opt_rd_hdr a = {0}}. */
        public nd_opt_rd_hdr() {}

        /**
         * {@code struct nd_opt_rd_hdr a = {nd_opt_rh_type, nd_opt_rh_len, nd_opt_rh_reserved1, nd_opt_rh_reserved2}}.
         *
         * @param nd_opt_rh_type ND_OPT_REDIRECTED_HEADER
         * @param nd_opt_rh_len length, in units of 8 bytes
         * @param nd_opt_rh_reserved1 reserved
         * @param nd_opt_rh_reserved2 reserved
         */
        public nd_opt_rd_hdr(int nd_opt_rh_type, int nd_opt_rh_len, int nd_opt_rh_reserved1, int nd_opt_rh_reserved2) {
            this.nd_opt_rh_type = nd_opt_rh_type;
            this.nd_opt_rh_len = nd_opt_rh_len;
            this.nd_opt_rh_reserved1 = nd_opt_rh_reserved1;
            this.nd_opt_rh_reserved2 = nd_opt_rh_reserved2;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public nd_opt_rd_hdr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct nd_opt_rd_hdr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nd_opt_rd_hdr[] array(int n) {
            return filled(new nd_opt_rd_hdr[n], nd_opt_rd_hdr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nd_opt_rd_hdr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            nd_opt_rh_type = f.uint8("nd_opt_rh_type", nd_opt_rh_type);
            nd_opt_rh_len = f.uint8("nd_opt_rh_len", nd_opt_rh_len);
            nd_opt_rh_reserved1 = f.uint16("nd_opt_rh_reserved1", nd_opt_rh_reserved1);
            nd_opt_rh_reserved2 = f.int32("nd_opt_rh_reserved2", nd_opt_rh_reserved2);
        }
    }

    /**
     * {@code struct nd_opt_mtu}: the option ND_OPT_MTU: the link's MTU.
     */
    public static final class nd_opt_mtu extends Struct {
        /** ND_OPT_MTU. */
        public int nd_opt_mtu_type;
        /** Length, in units of 8 bytes. */
        public int nd_opt_mtu_len;
        /** Reserved. */
        public int nd_opt_mtu_reserved;
        /** MTU in bytes, in network byte order. */
        public int nd_opt_mtu_mtu;

        /** {@code struct nd_opt_mtu a = {0}}. */
        public nd_opt_mtu() {}

        /**
         * {@code struct nd_opt_mtu a = {nd_opt_mtu_type, nd_opt_mtu_len, nd_opt_mtu_reserved, nd_opt_mtu_mtu}}.
         *
         * @param nd_opt_mtu_type ND_OPT_MTU
         * @param nd_opt_mtu_len length, in units of 8 bytes
         * @param nd_opt_mtu_reserved reserved
         * @param nd_opt_mtu_mtu MTU in bytes, in network byte order
         */
        public nd_opt_mtu(int nd_opt_mtu_type, int nd_opt_mtu_len, int nd_opt_mtu_reserved, int nd_opt_mtu_mtu) {
            this.nd_opt_mtu_type = nd_opt_mtu_type;
            this.nd_opt_mtu_len = nd_opt_mtu_len;
            this.nd_opt_mtu_reserved = nd_opt_mtu_reserved;
            this.nd_opt_mtu_mtu = nd_opt_mtu_mtu;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public nd_opt_mtu(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct nd_opt_mtu a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nd_opt_mtu[] array(int n) {
            return filled(new nd_opt_mtu[n], nd_opt_mtu::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nd_opt_mtu from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            nd_opt_mtu_type = f.uint8("nd_opt_mtu_type", nd_opt_mtu_type);
            nd_opt_mtu_len = f.uint8("nd_opt_mtu_len", nd_opt_mtu_len);
            nd_opt_mtu_reserved = f.uint16("nd_opt_mtu_reserved", nd_opt_mtu_reserved);
            nd_opt_mtu_mtu = f.int32("nd_opt_mtu_mtu", nd_opt_mtu_mtu);
        }
    }

    /**
     * {@code struct mld_hdr}: a message of multicast listener discovery, version 1.
     */
    public static final class mld_hdr extends Struct {
        /** Header, of type MLD_LISTENER_*. */
        public final icmp6_hdr mld_icmp6_hdr = new icmp6_hdr();
        /** Multicast group. */
        public final in6_addr mld_addr = new in6_addr();

        /** {@code struct mld_hdr a = {0}}. */
        public mld_hdr() {}

        /**
         * {@code struct mld_hdr a = {mld_icmp6_hdr, mld_addr}}.
         *
         * @param mld_icmp6_hdr header, of type MLD_LISTENER_*
         * @param mld_addr multicast group
         */
        public mld_hdr(icmp6_hdr mld_icmp6_hdr, in6_addr mld_addr) {
            this.mld_icmp6_hdr.set(mld_icmp6_hdr);
            this.mld_addr.set(mld_addr);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public mld_hdr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct mld_hdr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static mld_hdr[] array(int n) {
            return filled(new mld_hdr[n], mld_hdr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(mld_hdr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("mld_icmp6_hdr", mld_icmp6_hdr);
            f.struct("mld_addr", mld_addr);
        }
    }

    /**
     * {@code struct nd_opt_adv_interval}: the option ND_OPT_RTR_ADV_INTERVAL: how often a router advertises itself.
     */
    public static final class nd_opt_adv_interval extends Struct {
        /** ND_OPT_RTR_ADV_INTERVAL. */
        public int nd_opt_adv_interval_type;
        /** Length, in units of 8 bytes. */
        public int nd_opt_adv_interval_len;
        /** Reserved. */
        public int nd_opt_adv_interval_reserved;
        /** Longest time between two, in ms, in network byte order. */
        public int nd_opt_adv_interval_ival;

        /** {@code struct nd_opt_adv_interval a = {0}}. */
        public nd_opt_adv_interval() {}

        /**
         * {@code struct nd_opt_adv_interval a = {nd_opt_adv_interval_type, nd_opt_adv_interval_len,
         * nd_opt_adv_interval_reserved, nd_opt_adv_interval_ival}}.
         *
         * @param nd_opt_adv_interval_type ND_OPT_RTR_ADV_INTERVAL
         * @param nd_opt_adv_interval_len length, in units of 8 bytes
         * @param nd_opt_adv_interval_reserved reserved
         * @param nd_opt_adv_interval_ival longest time between two, in ms, in network byte order
         */
        public nd_opt_adv_interval(int nd_opt_adv_interval_type, int nd_opt_adv_interval_len,
                int nd_opt_adv_interval_reserved, int nd_opt_adv_interval_ival) {
            this.nd_opt_adv_interval_type = nd_opt_adv_interval_type;
            this.nd_opt_adv_interval_len = nd_opt_adv_interval_len;
            this.nd_opt_adv_interval_reserved = nd_opt_adv_interval_reserved;
            this.nd_opt_adv_interval_ival = nd_opt_adv_interval_ival;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public nd_opt_adv_interval(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct nd_opt_adv_interval a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nd_opt_adv_interval[] array(int n) {
            return filled(new nd_opt_adv_interval[n], nd_opt_adv_interval::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nd_opt_adv_interval from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            nd_opt_adv_interval_type = f.uint8("nd_opt_adv_interval_type", nd_opt_adv_interval_type);
            nd_opt_adv_interval_len = f.uint8("nd_opt_adv_interval_len", nd_opt_adv_interval_len);
            nd_opt_adv_interval_reserved = f.uint16("nd_opt_adv_interval_reserved", nd_opt_adv_interval_reserved);
            nd_opt_adv_interval_ival = f.int32("nd_opt_adv_interval_ival", nd_opt_adv_interval_ival);
        }
    }

    /**
     * {@code struct nd_opt_home_agent_info}: the option ND_OPT_HOME_AGENT_INFO of mobile IPv6.
     */
    public static final class nd_opt_home_agent_info extends Struct {
        /** ND_OPT_HOME_AGENT_INFO. */
        public int nd_opt_home_agent_info_type;
        /** Length, in units of 8 bytes. */
        public int nd_opt_home_agent_info_len;
        /** Reserved. */
        public int nd_opt_home_agent_info_reserved;
        /** Preference, in network byte order. */
        public int nd_opt_home_agent_info_preference;
        /** Lifetime, in seconds, in network byte order. */
        public int nd_opt_home_agent_info_lifetime;

        /** {@code struct nd_opt_home_agent_info a = {0}}. */
        public nd_opt_home_agent_info() {}

        /**
         * {@code struct nd_opt_home_agent_info a = {nd_opt_home_agent_info_type, nd_opt_home_agent_info_len,
         * nd_opt_home_agent_info_reserved, nd_opt_home_agent_info_preference, nd_opt_home_agent_info_lifetime}}.
         *
         * @param nd_opt_home_agent_info_type ND_OPT_HOME_AGENT_INFO
         * @param nd_opt_home_agent_info_len length, in units of 8 bytes
         * @param nd_opt_home_agent_info_reserved reserved
         * @param nd_opt_home_agent_info_preference preference, in network byte order
         * @param nd_opt_home_agent_info_lifetime lifetime, in seconds, in network byte order
         */
        public nd_opt_home_agent_info(int nd_opt_home_agent_info_type, int nd_opt_home_agent_info_len,
                int nd_opt_home_agent_info_reserved, int nd_opt_home_agent_info_preference,
                int nd_opt_home_agent_info_lifetime) {
            this.nd_opt_home_agent_info_type = nd_opt_home_agent_info_type;
            this.nd_opt_home_agent_info_len = nd_opt_home_agent_info_len;
            this.nd_opt_home_agent_info_reserved = nd_opt_home_agent_info_reserved;
            this.nd_opt_home_agent_info_preference = nd_opt_home_agent_info_preference;
            this.nd_opt_home_agent_info_lifetime = nd_opt_home_agent_info_lifetime;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public nd_opt_home_agent_info(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct nd_opt_home_agent_info a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nd_opt_home_agent_info[] array(int n) {
            return filled(new nd_opt_home_agent_info[n], nd_opt_home_agent_info::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nd_opt_home_agent_info from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            nd_opt_home_agent_info_type = f.uint8("nd_opt_home_agent_info_type", nd_opt_home_agent_info_type);
            nd_opt_home_agent_info_len = f.uint8("nd_opt_home_agent_info_len", nd_opt_home_agent_info_len);
            nd_opt_home_agent_info_reserved =
                    f.uint16("nd_opt_home_agent_info_reserved", nd_opt_home_agent_info_reserved);
            nd_opt_home_agent_info_preference =
                    f.uint16("nd_opt_home_agent_info_preference", nd_opt_home_agent_info_preference);
            nd_opt_home_agent_info_lifetime =
                    f.uint16("nd_opt_home_agent_info_lifetime", nd_opt_home_agent_info_lifetime);
        }
    }
}
