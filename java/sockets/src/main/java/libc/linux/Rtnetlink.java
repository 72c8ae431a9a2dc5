package libc.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import libc.Struct;

/**
 * {@code <linux/rtnetlink.h>}: links, addresses, routes, neighbours and queueing through netlink. {@code
 * <linux/if_link.h>}, {@code <linux/if_addr.h>} and {@code <linux/neighbour.h>}, which it includes, are one line
 * of classes.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
 * @see <a href="https://man7.org/linux/man-pages/man3/rtnetlink.3.html">rtnetlink(3)</a>
 */
public class Rtnetlink extends Neighbour {

    /** Smallest message type. */
    public static final int RTM_BASE = 16;
    /** Makes or changes a link, or tells of it. */
    public static final int RTM_NEWLINK = 16;
    /** Removes a link, or tells that it was removed. */
    public static final int RTM_DELLINK = 17;
    /** Asks for links. */
    public static final int RTM_GETLINK = 18;
    /** Changes a link. */
    public static final int RTM_SETLINK = 19;
    /** Makes or changes an address, or tells of it. */
    public static final int RTM_NEWADDR = 20;
    /** Removes an address, or tells that it was removed. */
    public static final int RTM_DELADDR = 21;
    /** Asks for addresses. */
    public static final int RTM_GETADDR = 22;
    /** Makes or changes a route, or tells of it. */
    public static final int RTM_NEWROUTE = 24;
    /** Removes a route, or tells that it was removed. */
    public static final int RTM_DELROUTE = 25;
    /** Asks for routes. */
    public static final int RTM_GETROUTE = 26;
    /** Makes or changes a neighbour, or tells of it. */
    public static final int RTM_NEWNEIGH = 28;
    /** Removes a neighbour, or tells that it was removed. */
    public static final int RTM_DELNEIGH = 29;
    /** Asks for neighbours. */
    public static final int RTM_GETNEIGH = 30;
    /** Makes or changes a routing rule, or tells of it. */
    public static final int RTM_NEWRULE = 32;
    /** Removes a routing rule, or tells that it was removed. */
    public static final int RTM_DELRULE = 33;
    /** Asks for routing rules. */
    public static final int RTM_GETRULE = 34;
    /** Makes or changes a queueing discipline, or tells of it. */
    public static final int RTM_NEWQDISC = 36;
    /** Removes a queueing discipline, or tells that it was removed. */
    public static final int RTM_DELQDISC = 37;
    /** Asks for queueing disciplines. */
    public static final int RTM_GETQDISC = 38;
    /** Makes or changes a traffic class, or tells of it. */
    public static final int RTM_NEWTCLASS = 40;
    /** Removes a traffic class, or tells that it was removed. */
    public static final int RTM_DELTCLASS = 41;
    /** Asks for traffic classes. */
    public static final int RTM_GETTCLASS = 42;
    /** Makes or changes a traffic filter, or tells of it. */
    public static final int RTM_NEWTFILTER = 44;
    /** Removes a traffic filter, or tells that it was removed. */
    public static final int RTM_DELTFILTER = 45;
    /** Asks for traffic filters. */
    public static final int RTM_GETTFILTER = 46;
    /** Makes or changes a traffic action, or tells of it. */
    public static final int RTM_NEWACTION = 48;
    /** Removes a traffic action, or tells that it was removed. */
    public static final int RTM_DELACTION = 49;
    /** Asks for traffic actions. */
    public static final int RTM_GETACTION = 50;
    /** Tells of an IPv6 prefix. */
    public static final int RTM_NEWPREFIX = 52;
    /** Asks for multicast addresses. */
    public static final int RTM_GETMULTICAST = 58;
    /** Asks for anycast addresses. */
    public static final int RTM_GETANYCAST = 62;
    /** Makes or changes a neighbour table, or tells of it. */
    public static final int RTM_NEWNEIGHTBL = 64;
    /** Asks for neighbour tables. */
    public static final int RTM_GETNEIGHTBL = 66;
    /** Changes a neighbour table. */
    public static final int RTM_SETNEIGHTBL = 67;
    /** Tells of a neighbour discovery option for programs. */
    public static final int RTM_NEWNDUSEROPT = 68;
    /** Makes or changes an address label, or tells of it. */
    public static final int RTM_NEWADDRLABEL = 72;
    /** Removes an address label, or tells that it was removed. */
    public static final int RTM_DELADDRLABEL = 73;
    /** Asks for address labels. */
    public static final int RTM_GETADDRLABEL = 74;
    /** Asks for data centre bridging. */
    public static final int RTM_GETDCB = 78;
    /** Changes data centre bridging. */
    public static final int RTM_SETDCB = 79;
    /** Makes or changes a network configuration, or tells of it. */
    public static final int RTM_NEWNETCONF = 80;
    /** Removes a network configuration, or tells that it was removed. */
    public static final int RTM_DELNETCONF = 81;
    /** Asks for network configurations. */
    public static final int RTM_GETNETCONF = 82;
    /** Makes or changes a multicast entry of a bridge, or tells of it. */
    public static final int RTM_NEWMDB = 84;
    /** Removes a multicast entry of a bridge, or tells that it was removed. */
    public static final int RTM_DELMDB = 85;
    /** Asks for multicast entries of a bridge. */
    public static final int RTM_GETMDB = 86;
    /** Makes or changes a network namespace id, or tells of it. */
    public static final int RTM_NEWNSID = 88;
    /** Removes a network namespace id, or tells that it was removed. */
    public static final int RTM_DELNSID = 89;
    /** Asks for network namespace ids. */
    public static final int RTM_GETNSID = 90;
    /** Tells of statistics. */
    public static final int RTM_NEWSTATS = 92;
    /** Asks for statistics. */
    public static final int RTM_GETSTATS = 94;
    /** Changes statistics. */
    public static final int RTM_SETSTATS = 95;
    /** Tells of a multicast cache report. */
    public static final int RTM_NEWCACHEREPORT = 96;
    /** Makes or changes a filter chain, or tells of it. */
    public static final int RTM_NEWCHAIN = 100;
    /** Removes a filter chain, or tells that it was removed. */
    public static final int RTM_DELCHAIN = 101;
    /** Asks for filter chains. */
    public static final int RTM_GETCHAIN = 102;
    /** Makes or changes a next hop, or tells of it. */
    public static final int RTM_NEWNEXTHOP = 104;
    /** Removes a next hop, or tells that it was removed. */
    public static final int RTM_DELNEXTHOP = 105;
    /** Asks for next hops. */
    public static final int RTM_GETNEXTHOP = 106;
    /** Makes or changes a property of a link, or tells of it. */
    public static final int RTM_NEWLINKPROP = 108;
    /** Removes a property of a link, or tells that it was removed. */
    public static final int RTM_DELLINKPROP = 109;
    /** Asks for properties of a link. */
    public static final int RTM_GETLINKPROP = 110;
    /** Makes or changes a VLAN of a bridge, or tells of it. */
    public static final int RTM_NEWVLAN = 112;
    /** Removes a VLAN of a bridge, or tells that it was removed. */
    public static final int RTM_DELVLAN = 113;
    /** Asks for VLANs of a bridge. */
    public static final int RTM_GETVLAN = 114;
    /** Makes or changes a bucket of a next hop group, or tells of it. */
    public static final int RTM_NEWNEXTHOPBUCKET = 116;
    /** Removes a bucket of a next hop group, or tells that it was removed. */
    public static final int RTM_DELNEXTHOPBUCKET = 117;
    /** Asks for buckets of a next hop group. */
    public static final int RTM_GETNEXTHOPBUCKET = 118;
    /** Makes or changes a tunnel, or tells of it. */
    public static final int RTM_NEWTUNNEL = 120;
    /** Removes a tunnel, or tells that it was removed. */
    public static final int RTM_DELTUNNEL = 121;
    /** Asks for tunnels. */
    public static final int RTM_GETTUNNEL = 122;
    /** Largest message type. */
    public static final int RTM_MAX = 123;
    /** How many message types there are. */
    public static final int RTM_NR_MSGTYPES = 108;
    /** How many kinds of things there are, four types each. */
    public static final int RTM_NR_FAMILIES = 27;

    /** rtm_type: unknown. */
    public static final int RTN_UNSPEC = 0;
    /** rtm_type: a gateway or a direct route. */
    public static final int RTN_UNICAST = 1;
    /** rtm_type: an address of this machine. */
    public static final int RTN_LOCAL = 2;
    /** rtm_type: local broadcast, sent as broadcast. */
    public static final int RTN_BROADCAST = 3;
    /** rtm_type: local broadcast, sent as unicast. */
    public static final int RTN_ANYCAST = 4;
    /** rtm_type: multicast. */
    public static final int RTN_MULTICAST = 5;
    /** rtm_type: drops silently. */
    public static final int RTN_BLACKHOLE = 6;
    /** rtm_type: not to be reached. */
    public static final int RTN_UNREACHABLE = 7;
    /** rtm_type: prohibited. */
    public static final int RTN_PROHIBIT = 8;
    /** rtm_type: goes on in another table. */
    public static final int RTN_THROW = 9;
    /** rtm_type: address translation, not implemented. */
    public static final int RTN_NAT = 10;
    /** rtm_type: external resolver, not implemented. */
    public static final int RTN_XRESOLVE = 11;
    /** Largest of RTN_*. */
    public static final int RTN_MAX = 11;

    /** rtm_protocol: not known. */
    public static final int RTPROT_UNSPEC = 0;
    /** rtm_protocol: ICMP redirect, not used. */
    public static final int RTPROT_REDIRECT = 1;
    /** rtm_protocol: the kernel. */
    public static final int RTPROT_KERNEL = 2;
    /** rtm_protocol: while booting. */
    public static final int RTPROT_BOOT = 3;
    /** rtm_protocol: the administrator. */
    public static final int RTPROT_STATIC = 4;
    /** rtm_protocol: GateD. */
    public static final int RTPROT_GATED = 8;
    /** rtm_protocol: router advertisements. */
    public static final int RTPROT_RA = 9;
    /** rtm_protocol: Merit MRT. */
    public static final int RTPROT_MRT = 10;
    /** rtm_protocol: Zebra. */
    public static final int RTPROT_ZEBRA = 11;
    /** rtm_protocol: BIRD. */
    public static final int RTPROT_BIRD = 12;
    /** rtm_protocol: DECnet. */
    public static final int RTPROT_DNROUTED = 13;
    /** rtm_protocol: XORP. */
    public static final int RTPROT_XORP = 14;
    /** rtm_protocol: Netsukuku. */
    public static final int RTPROT_NTK = 15;
    /** rtm_protocol: DHCP. */
    public static final int RTPROT_DHCP = 16;
    /** rtm_protocol: multicast routing. */
    public static final int RTPROT_MROUTED = 17;
    /** rtm_protocol: Keepalived. */
    public static final int RTPROT_KEEPALIVED = 18;
    /** rtm_protocol: Babel. */
    public static final int RTPROT_BABEL = 42;
    /** rtm_protocol: Open/R. */
    public static final int RTPROT_OPENR = 99;
    /** rtm_protocol: BGP. */
    public static final int RTPROT_BGP = 186;
    /** rtm_protocol: IS-IS. */
    public static final int RTPROT_ISIS = 187;
    /** rtm_protocol: OSPF. */
    public static final int RTPROT_OSPF = 188;
    /** rtm_protocol: RIP. */
    public static final int RTPROT_RIP = 189;
    /** rtm_protocol: EIGRP. */
    public static final int RTPROT_EIGRP = 192;

    /** rtm_scope: anywhere. */
    public static final int RT_SCOPE_UNIVERSE = 0;
    /** rtm_scope: within the site. */
    public static final int RT_SCOPE_SITE = 200;
    /** rtm_scope: on this link. */
    public static final int RT_SCOPE_LINK = 253;
    /** rtm_scope: on this machine. */
    public static final int RT_SCOPE_HOST = 254;
    /** rtm_scope: there is no destination. */
    public static final int RT_SCOPE_NOWHERE = 255;

    /** rtm_flags: notify when the route changes. */
    public static final int RTM_F_NOTIFY = 0x100;
    /** rtm_flags: the route is a copy, from the cache. */
    public static final int RTM_F_CLONED = 0x200;
    /** rtm_flags: multipath equalizer, not implemented. */
    public static final int RTM_F_EQUALIZE = 0x400;
    /** rtm_flags: IPv6 prefixes only. */
    public static final int RTM_F_PREFIX = 0x800;
    /** rtm_flags: answers the table of a lookup. */
    public static final int RTM_F_LOOKUP_TABLE = 0x1000;
    /** rtm_flags: answers the entry that a lookup met. */
    public static final int RTM_F_FIB_MATCH = 0x2000;
    /** rtm_flags: the route is in the device. */
    public static final int RTM_F_OFFLOAD = 0x4000;
    /** rtm_flags: the device traps the route's packets. */
    public static final int RTM_F_TRAP = 0x8000;
    /** rtm_flags: the route did not get into the device. */
    public static final int RTM_F_OFFLOAD_FAILED = 0x20000000;

    /** rtm_table: not said. */
    public static final int RT_TABLE_UNSPEC = 0;
    /** rtm_table: RTA_TABLE has a number beyond 255. */
    public static final int RT_TABLE_COMPAT = 252;
    /** rtm_table: the default table. */
    public static final int RT_TABLE_DEFAULT = 253;
    /** rtm_table: the main table. */
    public static final int RT_TABLE_MAIN = 254;
    /** rtm_table: the table of this machine's addresses. */
    public static final int RT_TABLE_LOCAL = 255;
    /** Largest table number, unsigned. */
    public static final int RT_TABLE_MAX = 0xffffffff;

    /** Not used. */
    public static final int RTA_UNSPEC = 0;
    /** Destination address. */
    public static final int RTA_DST = 1;
    /** Source address. */
    public static final int RTA_SRC = 2;
    /** u32: index of the interface that packets come in by. */
    public static final int RTA_IIF = 3;
    /** u32: index of the interface that packets leave by. */
    public static final int RTA_OIF = 4;
    /** Gateway's address. */
    public static final int RTA_GATEWAY = 5;
    /** u32: metric of the route. */
    public static final int RTA_PRIORITY = 6;
    /** Preferred source address. */
    public static final int RTA_PREFSRC = 7;
    /** Nested RTAX_*: metrics. */
    public static final int RTA_METRICS = 8;
    /** struct rtnexthop[]: next hops. */
    public static final int RTA_MULTIPATH = 9;
    /** No longer used. */
    public static final int RTA_PROTOINFO = 10;
    /** u32: route realm. */
    public static final int RTA_FLOW = 11;
    /** struct rta_cacheinfo: statistics. */
    public static final int RTA_CACHEINFO = 12;
    /** No longer used. */
    public static final int RTA_SESSION = 13;
    /** No longer used. */
    public static final int RTA_MP_ALGO = 14;
    /** u32: table number. */
    public static final int RTA_TABLE = 15;
    /** u32: mark. */
    public static final int RTA_MARK = 16;
    /** struct rta_mfc_stats: multicast statistics. */
    public static final int RTA_MFC_STATS = 17;
    /** struct rtvia: gateway of another family. */
    public static final int RTA_VIA = 18;
    /** Destination to set, of MPLS. */
    public static final int RTA_NEWDST = 19;
    /** u8: router preference (RFC 4191). */
    public static final int RTA_PREF = 20;
    /** u16: kind of encapsulation. */
    public static final int RTA_ENCAP_TYPE = 21;
    /** Nested: encapsulation. */
    public static final int RTA_ENCAP = 22;
    /** u32: expires in seconds. */
    public static final int RTA_EXPIRES = 23;
    /** Padding, for 64-bit alignment. */
    public static final int RTA_PAD = 24;
    /** u32: user. */
    public static final int RTA_UID = 25;
    /** u8: copies the time to live, of MPLS. */
    public static final int RTA_TTL_PROPAGATE = 26;
    /** u8: protocol of a lookup. */
    public static final int RTA_IP_PROTO = 27;
    /** u16: source port of a lookup, network byte order. */
    public static final int RTA_SPORT = 28;
    /** u16: destination port of a lookup, network byte order. */
    public static final int RTA_DPORT = 29;
    /** u32: next hop. */
    public static final int RTA_NH_ID = 30;
    /** Largest of RTA_*. */
    public static final int RTA_MAX = 30;
    /** Alignment of attributes, in bytes. */
    public static final int RTA_ALIGNTO = 4;

    /** rtnh_flags: the next hop is dead. */
    public static final int RTNH_F_DEAD = 1;
    /** rtnh_flags: the gateway is looked up recursively. */
    public static final int RTNH_F_PERVASIVE = 2;
    /** rtnh_flags: the gateway is on this link whatever its address. */
    public static final int RTNH_F_ONLINK = 4;
    /** rtnh_flags: the next hop is in the device. */
    public static final int RTNH_F_OFFLOAD = 8;
    /** rtnh_flags: the link is down. */
    public static final int RTNH_F_LINKDOWN = 16;
    /** rtnh_flags: of multicast, not resolved. */
    public static final int RTNH_F_UNRESOLVED = 32;
    /** rtnh_flags: the device traps the packets. */
    public static final int RTNH_F_TRAP = 64;
    /** rtnh_flags: those that do not tell next hops apart. */
    public static final int RTNH_COMPARE_MASK = RTNH_F_DEAD | RTNH_F_LINKDOWN | RTNH_F_OFFLOAD | RTNH_F_TRAP;
    /** Alignment of next hops, in bytes. */
    public static final int RTNH_ALIGNTO = 4;

    /** Not used. */
    public static final int RTAX_UNSPEC = 0;
    /** Metric: bits of those that are locked. */
    public static final int RTAX_LOCK = 1;
    /** Metric: path MTU, in bytes. */
    public static final int RTAX_MTU = 2;
    /** Metric: largest window, in bytes. */
    public static final int RTAX_WINDOW = 3;
    /** Metric: round-trip time, in 1/8 ms. */
    public static final int RTAX_RTT = 4;
    /** Metric: variation of the round-trip time, in 1/4 ms. */
    public static final int RTAX_RTTVAR = 5;
    /** Metric: slow start threshold, in segments. */
    public static final int RTAX_SSTHRESH = 6;
    /** Metric: congestion window, in segments. */
    public static final int RTAX_CWND = 7;
    /** Metric: maximum segment size to advertise, in bytes. */
    public static final int RTAX_ADVMSS = 8;
    /** Metric: reordering tolerated, in segments. */
    public static final int RTAX_REORDERING = 9;
    /** Metric: hop limit. */
    public static final int RTAX_HOPLIMIT = 10;
    /** Metric: initial congestion window, in segments. */
    public static final int RTAX_INITCWND = 11;
    /** Metric: RTAX_FEATURE_*. */
    public static final int RTAX_FEATURES = 12;
    /** Metric: smallest retransmission timeout, in ms. */
    public static final int RTAX_RTO_MIN = 13;
    /** Metric: initial receive window, in segments. */
    public static final int RTAX_INITRWND = 14;
    /** Metric: acknowledges at once. */
    public static final int RTAX_QUICKACK = 15;
    /** Metric, string: congestion control algorithm. */
    public static final int RTAX_CC_ALGO = 16;
    /** Metric: TCP Fast Open without a cookie. */
    public static final int RTAX_FASTOPEN_NO_COOKIE = 17;
    /** Largest of RTAX_*. */
    public static final int RTAX_MAX = 17;

    /** Of RTAX_FEATURES: congestion notification. */
    public static final int RTAX_FEATURE_ECN = 1;
    /** Of RTAX_FEATURES: selective acknowledgements, not used. */
    public static final int RTAX_FEATURE_SACK = 2;
    /** Of RTAX_FEATURES: TCP timestamps, not used. */
    public static final int RTAX_FEATURE_TIMESTAMP = 4;
    /** Of RTAX_FEATURES: a fragment header in every packet. */
    public static final int RTAX_FEATURE_ALLFRAG = 8;
    /** All of RTAX_FEATURE_*. */
    public static final int RTAX_FEATURE_MASK = 0xf;

    /** Not used. */
    public static final int TCA_UNSPEC = 0;
    /** String: name of the queueing discipline. */
    public static final int TCA_KIND = 1;
    /** Nested: its options. */
    public static final int TCA_OPTIONS = 2;
    /** struct tc_stats: statistics. */
    public static final int TCA_STATS = 3;
    /** Its own statistics. */
    public static final int TCA_XSTATS = 4;
    /** struct tc_estimator: rate. */
    public static final int TCA_RATE = 5;
    /** u32: references to a filter. */
    public static final int TCA_FCNT = 6;
    /** Nested: statistics. */
    public static final int TCA_STATS2 = 7;
    /** Nested: size table. */
    public static final int TCA_STAB = 8;
    /** Padding, for 64-bit alignment. */
    public static final int TCA_PAD = 9;
    /** Flag: dumps what is hidden too. */
    public static final int TCA_DUMP_INVISIBLE = 10;
    /** u32: chain. */
    public static final int TCA_CHAIN = 11;
    /** u8: is in the device. */
    public static final int TCA_HW_OFFLOAD = 12;
    /** u32: block of what comes in. */
    public static final int TCA_INGRESS_BLOCK = 13;
    /** u32: block of what goes out. */
    public static final int TCA_EGRESS_BLOCK = 14;
    /** Flags of a dump. */
    public static final int TCA_DUMP_FLAGS = 15;
    /** String: a warning, in English. */
    public static final int TCA_EXT_WARN_MSG = 16;
    /** Of TCA_DUMP_FLAGS: the dump is to be brief. */
    public static final int TCA_DUMP_FLAGS_TERSE = 1;
    /** tcm_ifindex: tcm_parent is a block, shared by interfaces. */
    public static final int TCM_IFINDEX_MAGIC_BLOCK = 0xffffffff;

    /** nl_groups: links. */
    public static final int RTMGRP_LINK = 1;
    /** nl_groups: not used. */
    public static final int RTMGRP_NOTIFY = 2;
    /** nl_groups: neighbours. */
    public static final int RTMGRP_NEIGH = 4;
    /** nl_groups: queueing. */
    public static final int RTMGRP_TC = 8;
    /** nl_groups: IPv4 addresses. */
    public static final int RTMGRP_IPV4_IFADDR = 0x10;
    /** nl_groups: IPv4 multicast routes. */
    public static final int RTMGRP_IPV4_MROUTE = 0x20;
    /** nl_groups: IPv4 routes. */
    public static final int RTMGRP_IPV4_ROUTE = 0x40;
    /** nl_groups: IPv4 routing rules. */
    public static final int RTMGRP_IPV4_RULE = 0x80;
    /** nl_groups: IPv6 addresses. */
    public static final int RTMGRP_IPV6_IFADDR = 0x100;
    /** nl_groups: IPv6 multicast routes. */
    public static final int RTMGRP_IPV6_MROUTE = 0x200;
    /** nl_groups: IPv6 routes. */
    public static final int RTMGRP_IPV6_ROUTE = 0x400;
    /** nl_groups: IPv6 links. */
    public static final int RTMGRP_IPV6_IFINFO = 0x800;
    /** nl_groups: DECnet addresses. */
    public static final int RTMGRP_DECnet_IFADDR = 0x1000;
    /** nl_groups: DECnet routes. */
    public static final int RTMGRP_DECnet_ROUTE = 0x4000;
    /** nl_groups: IPv6 prefixes. */
    public static final int RTMGRP_IPV6_PREFIX = 0x20000;

    /** Group: none. */
    public static final int RTNLGRP_NONE = 0;
    /** Group: links. */
    public static final int RTNLGRP_LINK = 1;
    /** Group: not used. */
    public static final int RTNLGRP_NOTIFY = 2;
    /** Group: neighbours. */
    public static final int RTNLGRP_NEIGH = 3;
    /** Group: queueing. */
    public static final int RTNLGRP_TC = 4;
    /** Group: IPv4 addresses. */
    public static final int RTNLGRP_IPV4_IFADDR = 5;
    /** Group: IPv4 multicast routes. */
    public static final int RTNLGRP_IPV4_MROUTE = 6;
    /** Group: IPv4 routes. */
    public static final int RTNLGRP_IPV4_ROUTE = 7;
    /** Group: IPv4 routing rules. */
    public static final int RTNLGRP_IPV4_RULE = 8;
    /** Group: IPv6 addresses. */
    public static final int RTNLGRP_IPV6_IFADDR = 9;
    /** Group: IPv6 multicast routes. */
    public static final int RTNLGRP_IPV6_MROUTE = 10;
    /** Group: IPv6 routes. */
    public static final int RTNLGRP_IPV6_ROUTE = 11;
    /** Group: IPv6 links. */
    public static final int RTNLGRP_IPV6_IFINFO = 12;
    /** Group: DECnet addresses. */
    public static final int RTNLGRP_DECnet_IFADDR = 13;
    /** Group: not used. */
    public static final int RTNLGRP_NOP2 = 14;
    /** Group: DECnet routes. */
    public static final int RTNLGRP_DECnet_ROUTE = 15;
    /** Group: DECnet routing rules. */
    public static final int RTNLGRP_DECnet_RULE = 16;
    /** Group: not used. */
    public static final int RTNLGRP_NOP4 = 17;
    /** Group: IPv6 prefixes. */
    public static final int RTNLGRP_IPV6_PREFIX = 18;
    /** Group: IPv6 routing rules. */
    public static final int RTNLGRP_IPV6_RULE = 19;
    /** Group: neighbour discovery options. */
    public static final int RTNLGRP_ND_USEROPT = 20;
    /** Group: Phonet addresses. */
    public static final int RTNLGRP_PHONET_IFADDR = 21;
    /** Group: Phonet routes. */
    public static final int RTNLGRP_PHONET_ROUTE = 22;
    /** Group: data centre bridging. */
    public static final int RTNLGRP_DCB = 23;
    /** Group: IPv4 configuration. */
    public static final int RTNLGRP_IPV4_NETCONF = 24;
    /** Group: IPv6 configuration. */
    public static final int RTNLGRP_IPV6_NETCONF = 25;
    /** Group: multicast entries of bridges. */
    public static final int RTNLGRP_MDB = 26;
    /** Group: MPLS routes. */
    public static final int RTNLGRP_MPLS_ROUTE = 27;
    /** Group: network namespace ids. */
    public static final int RTNLGRP_NSID = 28;
    /** Group: MPLS configuration. */
    public static final int RTNLGRP_MPLS_NETCONF = 29;
    /** Group: IPv4 multicast routes, as they are resolved. */
    public static final int RTNLGRP_IPV4_MROUTE_R = 30;
    /** Group: IPv6 multicast routes, as they are resolved. */
    public static final int RTNLGRP_IPV6_MROUTE_R = 31;
    /** Group: next hops. */
    public static final int RTNLGRP_NEXTHOP = 32;
    /** Group: VLANs of bridges. */
    public static final int RTNLGRP_BRVLAN = 33;
    /** Group: MCTP addresses. */
    public static final int RTNLGRP_MCTP_IFADDR = 34;
    /** Group: tunnels. */
    public static final int RTNLGRP_TUNNEL = 35;
    /** Group: statistics. */
    public static final int RTNLGRP_STATS = 36;
    /** Largest of RTNLGRP_*. */
    public static final int RTNLGRP_MAX = 36;

    /** rtm_family: IPv4 multicast routing. */
    public static final int RTNL_FAMILY_IPMR = 128;
    /** rtm_family: IPv6 multicast routing. */
    public static final int RTNL_FAMILY_IP6MR = 129;
    /** Largest of RTNL_FAMILY_*. */
    public static final int RTNL_FAMILY_MAX = 129;
    /** The header has rta_cacheinfo's fields of peers. */
    public static final int RTNETLINK_HAVE_PEERINFO = 1;

    /** Not used. */
    public static final int PREFIX_UNSPEC = 0;
    /** struct in6_addr: prefix. */
    public static final int PREFIX_ADDRESS = 1;
    /** struct prefix_cacheinfo: lifetimes. */
    public static final int PREFIX_CACHEINFO = 2;
    /** Largest of PREFIX_*. */
    public static final int PREFIX_MAX = 2;
    /** Not used. */
    public static final int NDUSEROPT_UNSPEC = 0;
    /** struct in6_addr: the router that sent the options. */
    public static final int NDUSEROPT_SRCADDR = 1;
    /** Largest of NDUSEROPT_*. */
    public static final int NDUSEROPT_MAX = 1;

    /** Of IFLA_EXT_MASK: virtual functions. */
    public static final int RTEXT_FILTER_VF = 0x1;
    /** Of IFLA_EXT_MASK: a bridge's VLANs. */
    public static final int RTEXT_FILTER_BRVLAN = 0x2;
    /** Of IFLA_EXT_MASK: a bridge's VLANs, as ranges. */
    public static final int RTEXT_FILTER_BRVLAN_COMPRESSED = 0x4;
    /** Of IFLA_EXT_MASK: no counters. */
    public static final int RTEXT_FILTER_SKIP_STATS = 0x8;
    /** Of IFLA_EXT_MASK: a bridge's media redundancy. */
    public static final int RTEXT_FILTER_MRP = 0x10;
    /** Of IFLA_EXT_MASK: a bridge's fault management, as set. */
    public static final int RTEXT_FILTER_CFM_CONFIG = 0x20;
    /** Of IFLA_EXT_MASK: a bridge's fault management, as it is. */
    public static final int RTEXT_FILTER_CFM_STATUS = 0x40;
    /** Of IFLA_EXT_MASK: a bridge's spanning trees. */
    public static final int RTEXT_FILTER_MST = 0x80;

    /** Not to be made: a header's class has only static members. */
    protected Rtnetlink() {}

    /**
     * {@code RTM_FAM(cmd)}
     *
     * <p>Tells which kind of thing a message type is about.
     *
     * @param cmd message type
     * @return the kind, 0 for links
     * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
     */
    public static int RTM_FAM(int cmd) {
        return cmd - RTM_BASE >> 2;
    }

    /**
     * {@code RTA_ALIGN(len)}
     *
     * <p>Rounds up to a multiple of RTA_ALIGNTO.
     *
     * @param len bytes
     * @return the aligned number of bytes
     * @see <a href="https://man7.org/linux/man-pages/man3/rtnetlink.3.html">rtnetlink(3)</a>
     */
    public static int RTA_ALIGN(int len) {
        return len + RTA_ALIGNTO - 1 & -RTA_ALIGNTO;
    }

    /**
     * {@code int RTA_OK(struct rtattr *rta, int rtabuflen);}
     *
     * <p>Tells whether there is a whole attribute.
     *
     * @param rta the attribute
     * @param rtabuflen bytes from {@code rta} to the end of the attributes
     * @return whether its header and the bytes that it says it has are within {@code rtabuflen}
     * @see <a href="https://man7.org/linux/man-pages/man3/rtnetlink.3.html">rtnetlink(3)</a>
     */
    public static boolean RTA_OK(rtattr rta, int rtabuflen) {
        return rtabuflen >= rtattr.SIZE && rta.memory.limit() >= rtattr.SIZE
                && rta.rta_len() >= rtattr.SIZE && rta.rta_len() <= rtabuflen;
    }

    /**
     * {@link #RTA_OK(rtattr, int)} with the variable that {@link #RTA_NEXT} changes.
     *
     * @param rta the attribute
     * @param rtabuflen bytes from {@code rta} to the end of the attributes
     * @return whether there is a whole attribute
     */
    public static boolean RTA_OK(rtattr rta, int[] rtabuflen) {
        return RTA_OK(rta, rtabuflen[0]);
    }

    /**
     * {@code struct rtattr *RTA_NEXT(struct rtattr *rta, unsigned int rtabuflen);}
     *
     * <p>Finds the next attribute. It may be beyond the end, which {@link #RTA_OK(rtattr, int)} tells.
     *
     * @param rta an attribute
     * @param rtabuflen bytes from {@code rta} to the end of the attributes, from which those of {@code rta} are
     *     taken
     * @return the attribute behind it, in the same memory
     * @see <a href="https://man7.org/linux/man-pages/man3/rtnetlink.3.html">rtnetlink(3)</a>
     */
    public static rtattr RTA_NEXT(rtattr rta, int[] rtabuflen) {
        int size = RTA_ALIGN(rta.rta_len());
        rtabuflen[0] -= size;
        return new rtattr(behind(rta.memory, size));
    }

    /**
     * {@code unsigned int RTA_LENGTH(unsigned int len);}
     *
     * <p>Tells the {@code rta_len} of an attribute.
     *
     * @param len bytes of data
     * @return bytes of header and data
     * @see <a href="https://man7.org/linux/man-pages/man3/rtnetlink.3.html">rtnetlink(3)</a>
     */
    public static int RTA_LENGTH(int len) {
        return RTA_ALIGN(rtattr.SIZE) + len;
    }

    /**
     * {@code unsigned int RTA_SPACE(unsigned int len);}
     *
     * <p>Tells how much room an attribute takes.
     *
     * @param len bytes of data
     * @return bytes of header and data, aligned
     * @see <a href="https://man7.org/linux/man-pages/man3/rtnetlink.3.html">rtnetlink(3)</a>
     */
    public static int RTA_SPACE(int len) {
        return RTA_ALIGN(RTA_LENGTH(len));
    }

    /**
     * {@code void *RTA_DATA(struct rtattr *rta);}
     *
     * <p>Finds the data of an attribute. It ends where {@code rta_len} says, and while that is 0 at the end of the
     * buffer.
     *
     * @param rta the attribute
     * @return the data in the memory of the attribute, in native order
     * @throws IndexOutOfBoundsException if the buffer ends within the header
     * @see <a href="https://man7.org/linux/man-pages/man3/rtnetlink.3.html">rtnetlink(3)</a>
     */
    public static ByteBuffer RTA_DATA(rtattr rta) {
        return payload(rta.memory, RTA_LENGTH(0), rta.rta_len());
    }

    /**
     * {@code unsigned int RTA_PAYLOAD(struct rtattr *rta);}
     *
     * <p>Tells how much data an attribute has.
     *
     * @param rta the attribute
     * @return bytes of data
     * @see <a href="https://man7.org/linux/man-pages/man3/rtnetlink.3.html">rtnetlink(3)</a>
     */
    public static int RTA_PAYLOAD(rtattr rta) {
        return rta.rta_len() - RTA_LENGTH(0);
    }

    /**
     * {@code struct rtattr *RTM_RTA(struct rtmsg *r);}
     *
     * <p>Finds the first attribute behind a {@code struct rtmsg} in the memory that it was read from.
     *
     * @param r the struct, read from a message
     * @return the attribute; of a struct that was not read from memory, one of no bytes, for which {@link
     *     Rtnetlink#RTA_OK(Rtnetlink.rtattr, int)} is false
     * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
     */
    public static rtattr RTM_RTA(rtmsg r) {
        return new rtattr(r.attributes);
    }

    /**
     * {@code int RTM_PAYLOAD(struct nlmsghdr *n);}
     *
     * <p>Tells how many bytes of attributes there are behind a {@code struct rtmsg}.
     *
     * @param n the message
     * @return bytes of attributes
     * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
     */
    public static int RTM_PAYLOAD(nlmsghdr n) {
        return NLMSG_PAYLOAD(n, sizeof(rtmsg.class));
    }

    /**
     * {@code struct rtattr *TCA_RTA(struct tcmsg *r);}
     *
     * <p>Finds the first attribute behind a {@code struct tcmsg} in the memory that it was read from.
     *
     * @param r the struct, read from a message
     * @return the attribute; of a struct that was not read from memory, one of no bytes, for which {@link
     *     Rtnetlink#RTA_OK(Rtnetlink.rtattr, int)} is false
     * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
     */
    public static rtattr TCA_RTA(tcmsg r) {
        return new rtattr(r.attributes);
    }

    /**
     * {@code int TCA_PAYLOAD(struct nlmsghdr *n);}
     *
     * <p>Tells how many bytes of attributes there are behind a {@code struct tcmsg}.
     *
     * @param n the message
     * @return bytes of attributes
     * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
     */
    public static int TCA_PAYLOAD(nlmsghdr n) {
        return NLMSG_PAYLOAD(n, sizeof(tcmsg.class));
    }

    /**
     * {@code RTNH_ALIGN(len)}
     *
     * <p>Rounds up to a multiple of RTNH_ALIGNTO.
     *
     * @param len bytes
     * @return the aligned number of bytes
     * @see <a href="https://man7.org/linux/man-pages/man3/rtnetlink.3.html">rtnetlink(3)</a>
     */
    public static int RTNH_ALIGN(int len) {
        return len + RTNH_ALIGNTO - 1 & -RTNH_ALIGNTO;
    }

    /**
     * {@code RTNH_OK(rtnh, len)}
     *
     * <p>Tells whether there is a whole next hop.
     *
     * @param rtnh the next hop
     * @param len bytes from {@code rtnh} to the end of the next hops
     * @return whether its header and the bytes that it says it has are within {@code len}
     * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
     */
    public static boolean RTNH_OK(rtnexthop rtnh, int len) {
        return rtnh.memory.limit() >= rtnexthop.SIZE && rtnh.rtnh_len() >= rtnexthop.SIZE && rtnh.rtnh_len() <= len;
    }

    /**
     * {@code RTNH_NEXT(rtnh)}
     *
     * <p>Finds the next hop behind a next hop.
     *
     * @param rtnh a next hop
     * @return the one behind it, in the same memory
     * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
     */
    public static rtnexthop RTNH_NEXT(rtnexthop rtnh) {
        return new rtnexthop(behind(rtnh.memory, RTNH_ALIGN(rtnh.rtnh_len())));
    }

    /**
     * {@code RTNH_LENGTH(len)}
     *
     * <p>Tells the {@code rtnh_len} of a next hop.
     *
     * @param len bytes of attributes
     * @return bytes of header and attributes
     * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
     */
    public static int RTNH_LENGTH(int len) {
        return RTNH_ALIGN(rtnexthop.SIZE) + len;
    }

    /**
     * {@code RTNH_SPACE(len)}
     *
     * <p>Tells how much room a next hop takes.
     *
     * @param len bytes of attributes
     * @return bytes of header and attributes, aligned
     * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
     */
    public static int RTNH_SPACE(int len) {
        return RTNH_ALIGN(RTNH_LENGTH(len));
    }

    /**
     * {@code RTNH_DATA(rtnh)}
     *
     * <p>Finds the first attribute of a next hop.
     *
     * @param rtnh the next hop
     * @return the attribute, in the memory of the next hop
     * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
     */
    public static rtattr RTNH_DATA(rtnexthop rtnh) {
        return new rtattr(payload(rtnh.memory, RTNH_LENGTH(0), rtnh.rtnh_len()));
    }

    /**
     * {@code struct rtattr}: the header of an attribute, in memory of its own or in a buffer with the attribute.
     */
    public static final class rtattr extends Struct {
        private static final int SIZE = 4;

        private final ByteBuffer memory;

        /** {@code struct rtattr a = {0}}, in memory of its own. */
        public rtattr() {
            this(ByteBuffer.allocate(SIZE));
        }

        /**
         * {@code struct rtattr a = {rta_len, rta_type}}, in memory of its own.
         *
         * @param rta_len bytes of the attribute, header included, padding excluded
         * @param rta_type type: RTA_*, IFLA_*, IFA_*, NDA_*, ...
         */
        public rtattr(int rta_len, int rta_type) {
            this();
            rta_len(rta_len);
            rta_type(rta_type);
        }

        /**
         * {@code (struct rtattr *) memory}: what is set is set there.
         *
         * @param memory the buffer, from its position on, which stays
         */
        public rtattr(ByteBuffer memory) {
            this.memory = memory.slice().order(ByteOrder.nativeOrder());
        }

        /**
         * {@code (struct rtattr *) memory}: what is set is set there.
         *
         * @param memory the array
         */
        public rtattr(byte[] memory) {
            this(ByteBuffer.wrap(memory));
        }

        /**
         * {@code (struct rtattr *) (memory + off)}: what is set is set there.
         *
         * @param memory the array
         * @param off where in the array
         * @throws IndexOutOfBoundsException if that is outside the array
         */
        public rtattr(byte[] memory, int off) {
            this(ByteBuffer.wrap(memory, off, memory.length - off));
        }

        /**
         * {@code struct rtattr a[n]}, each in memory of its own.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static rtattr[] array(int n) {
            return filled(new rtattr[n], rtattr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(rtattr from) {
            copy(from);
        }

        /**
         * {@code rta_len}.
         *
         * @return bytes of the attribute, header included, padding excluded
         */
        public int rta_len() {
            return memory.getShort(0) & 0xffff;
        }

        /**
         * {@code rta_len}.
         *
         * @param rta_len bytes of the attribute, header included, padding excluded
         */
        public void rta_len(int rta_len) {
            memory.putShort(0, (short) rta_len);
        }

        /**
         * {@code rta_type}.
         *
         * @return type: RTA_*, IFLA_*, IFA_*, NDA_*,
         */
        public int rta_type() {
            return memory.getShort(2) & 0xffff;
        }

        /**
         * {@code rta_type}.
         *
         * @param rta_type type: RTA_*, IFLA_*, IFA_*, NDA_*,
         */
        public void rta_type(int rta_type) {
            memory.putShort(2, (short) rta_type);
        }

        @Override
        protected void fields(Fields f) {
            if (f.memory(memory, SIZE, 2)) {
                f.uint16("rta_len", rta_len());
                f.uint16("rta_type", rta_type());
            }
        }
    }

    /**
     * {@code struct rtmsg}: a route or routing rule, the payload of RTM_NEWROUTE, RTM_DELROUTE and RTM_GETROUTE
     * before its attributes RTA_*.
     */
    public static final class rtmsg extends Struct {
        /** Address family. */
        public int rtm_family;
        /** Bits of the destination's prefix. */
        public int rtm_dst_len;
        /** Bits of the source's prefix. */
        public int rtm_src_len;
        /** Type of service. */
        public int rtm_tos;
        /** Table, RT_TABLE_*. */
        public int rtm_table;
        /** Who set it, RTPROT_*. */
        public int rtm_protocol;
        /** Scope, RT_SCOPE_*. */
        public int rtm_scope;
        /** Type, RTN_*. */
        public int rtm_type;
        /** Flags, RTM_F_* and RTNH_F_*. */
        public int rtm_flags;

        /** What was behind it in the memory that it was read from. */
        ByteBuffer attributes = ByteBuffer.allocate(0);

        /** {@code struct rtmsg a = {0}}. */
        public rtmsg() {}

        /**
         * One read from memory, attributes behind it included.
         *
         * @param from where from, from its position, which stays
         */
        public rtmsg(ByteBuffer from) {
            unpack(from);
            attributes = behind(from, NLMSG_ALIGN(size()));
        }

        /**
         * {@code struct rtmsg a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static rtmsg[] array(int n) {
            return filled(new rtmsg[n], rtmsg::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(rtmsg from) {
            copy(from);
            attributes = from.attributes;
        }

        @Override
        protected void fields(Fields f) {
            rtm_family = f.as("AF_").uint8("rtm_family", rtm_family);
            rtm_dst_len = f.uint8("rtm_dst_len", rtm_dst_len);
            rtm_src_len = f.uint8("rtm_src_len", rtm_src_len);
            rtm_tos = f.uint8("rtm_tos", rtm_tos);
            rtm_table = f.as("RT_TABLE_").uint8("rtm_table", rtm_table);
            rtm_protocol = f.as("RTPROT_").uint8("rtm_protocol", rtm_protocol);
            rtm_scope = f.as("RT_SCOPE_").uint8("rtm_scope", rtm_scope);
            rtm_type = f.as("RTN_").uint8("rtm_type", rtm_type);
            rtm_flags = f.as("RTM_F_").int32("rtm_flags", rtm_flags);
        }
    }

    /**
     * {@code struct rtnexthop}: the header of one of many next hops of a route, in RTA_MULTIPATH.
     */
    public static final class rtnexthop extends Struct {
        private static final int SIZE = 8;

        private final ByteBuffer memory;

        /** {@code struct rtnexthop a = {0}}, in memory of its own. */
        public rtnexthop() {
            this(ByteBuffer.allocate(SIZE));
        }

        /**
         * {@code struct rtnexthop a = {rtnh_len, rtnh_flags, rtnh_hops, rtnh_ifindex}}, in memory of its own.
         *
         * @param rtnh_len bytes of the next hop, header included
         * @param rtnh_flags flags, RTNH_F_*
         * @param rtnh_hops weight, less 1
         * @param rtnh_ifindex interface index
         */
        public rtnexthop(int rtnh_len, int rtnh_flags, int rtnh_hops, int rtnh_ifindex) {
            this();
            rtnh_len(rtnh_len);
            rtnh_flags(rtnh_flags);
            rtnh_hops(rtnh_hops);
            rtnh_ifindex(rtnh_ifindex);
        }

        /**
         * {@code (struct rtnexthop *) memory}: what is set is set there.
         *
         * @param memory the buffer, from its position on, which stays
         */
        public rtnexthop(ByteBuffer memory) {
            this.memory = memory.slice().order(ByteOrder.nativeOrder());
        }

        /**
         * {@code (struct rtnexthop *) memory}: what is set is set there.
         *
         * @param memory the array
         */
        public rtnexthop(byte[] memory) {
            this(ByteBuffer.wrap(memory));
        }

        /**
         * {@code (struct rtnexthop *) (memory + off)}: what is set is set there.
         *
         * @param memory the array
         * @param off where in the array
         * @throws IndexOutOfBoundsException if that is outside the array
         */
        public rtnexthop(byte[] memory, int off) {
            this(ByteBuffer.wrap(memory, off, memory.length - off));
        }

        /**
         * {@code struct rtnexthop a[n]}, each in memory of its own.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static rtnexthop[] array(int n) {
            return filled(new rtnexthop[n], rtnexthop::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(rtnexthop from) {
            copy(from);
        }

        /**
         * {@code rtnh_len}.
         *
         * @return bytes of the next hop, header included
         */
        public int rtnh_len() {
            return memory.getShort(0) & 0xffff;
        }

        /**
         * {@code rtnh_len}.
         *
         * @param rtnh_len bytes of the next hop, header included
         */
        public void rtnh_len(int rtnh_len) {
            memory.putShort(0, (short) rtnh_len);
        }

        /**
         * {@code rtnh_flags}.
         *
         * @return flags, RTNH_F_*
         */
        public int rtnh_flags() {
            return memory.get(2) & 0xff;
        }

        /**
         * {@code rtnh_flags}.
         *
         * @param rtnh_flags flags, RTNH_F_*
         */
        public void rtnh_flags(int rtnh_flags) {
            memory.put(2, (byte) rtnh_flags);
        }

        /**
         * {@code rtnh_hops}.
         *
         * @return weight, less 1
         */
        public int rtnh_hops() {
            return memory.get(3) & 0xff;
        }

        /**
         * {@code rtnh_hops}.
         *
         * @param rtnh_hops weight, less 1
         */
        public void rtnh_hops(int rtnh_hops) {
            memory.put(3, (byte) rtnh_hops);
        }

        /**
         * {@code rtnh_ifindex}.
         *
         * @return interface index
         */
        public int rtnh_ifindex() {
            return memory.getInt(4);
        }

        /**
         * {@code rtnh_ifindex}.
         *
         * @param rtnh_ifindex interface index
         */
        public void rtnh_ifindex(int rtnh_ifindex) {
            memory.putInt(4, rtnh_ifindex);
        }

        @Override
        protected void fields(Fields f) {
            if (f.memory(memory, SIZE, 4)) {
                f.uint16("rtnh_len", rtnh_len());
                f.as("RTNH_F_").uint8("rtnh_flags", rtnh_flags());
                f.uint8("rtnh_hops", rtnh_hops());
                f.int32("rtnh_ifindex", rtnh_ifindex());
            }
        }
    }

    /**
     * {@code struct rta_cacheinfo}: statistics of a route, the value of RTA_CACHEINFO.
     */
    public static final class rta_cacheinfo extends Struct {
        /** References. */
        public int rta_clntref;
        /** Time since it was used, in clock ticks. */
        public int rta_lastuse;
        /** Time until it expires, in clock ticks. */
        public int rta_expires;
        /** Error, an errno. */
        public int rta_error;
        /** How often it was used. */
        public int rta_used;
        /** Not used. */
        public int rta_id;
        /** Not used. */
        public int rta_ts;
        /** Not used. */
        public int rta_tsage;

        /** {@code struct rta_cacheinfo a = {0}}. */
        public rta_cacheinfo() {}

        /**
         * {@code struct rta_cacheinfo a = {rta_clntref, rta_lastuse, rta_expires, rta_error, rta_used, rta_id,
         * rta_ts, rta_tsage}}.
         *
         * @param rta_clntref references
         * @param rta_lastuse time since it was used, in clock ticks
         * @param rta_expires time until it expires, in clock ticks
         * @param rta_error error, an errno
         * @param rta_used how often it was used
         * @param rta_id not used
         * @param rta_ts not used
         * @param rta_tsage not used
         */
        public rta_cacheinfo(int rta_clntref, int rta_lastuse, int rta_expires, int rta_error, int rta_used, int
                rta_id, int rta_ts, int rta_tsage) {
            this.rta_clntref = rta_clntref;
            this.rta_lastuse = rta_lastuse;
            this.rta_expires = rta_expires;
            this.rta_error = rta_error;
            this.rta_used = rta_used;
            this.rta_id = rta_id;
            this.rta_ts = rta_ts;
            this.rta_tsage = rta_tsage;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public rta_cacheinfo(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct rta_cacheinfo a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static rta_cacheinfo[] array(int n) {
            return filled(new rta_cacheinfo[n], rta_cacheinfo::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(rta_cacheinfo from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            rta_clntref = f.int32("rta_clntref", rta_clntref);
            rta_lastuse = f.int32("rta_lastuse", rta_lastuse);
            rta_expires = f.int32("rta_expires", rta_expires);
            rta_error = f.int32("rta_error", rta_error);
            rta_used = f.int32("rta_used", rta_used);
            rta_id = f.int32("rta_id", rta_id);
            rta_ts = f.int32("rta_ts", rta_ts);
            rta_tsage = f.int32("rta_tsage", rta_tsage);
        }
    }

    /**
     * {@code struct rtgenmsg}: the payload of a request for a dump.
     */
    public static final class rtgenmsg extends Struct {
        /** Address family; AF_UNSPEC for all. */
        public int rtgen_family;

        /** {@code struct rtgenmsg a = {0}}. */
        public rtgenmsg() {}

        /**
         * {@code struct rtgenmsg a = {rtgen_family}}.
         *
         * @param rtgen_family address family; AF_UNSPEC for all
         */
        public rtgenmsg(int rtgen_family) {
            this.rtgen_family = rtgen_family;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public rtgenmsg(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct rtgenmsg a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static rtgenmsg[] array(int n) {
            return filled(new rtgenmsg[n], rtgenmsg::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(rtgenmsg from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            rtgen_family = f.as("AF_").uint8("rtgen_family", rtgen_family);
        }
    }

    /**
     * {@code struct ifinfomsg}: a link, the payload of RTM_NEWLINK, RTM_DELLINK and RTM_GETLINK before its
     * attributes IFLA_*.
     */
    public static final class ifinfomsg extends Struct {
        /** AF_UNSPEC. */
        public int ifi_family;
        /** Padding. */
        public int __ifi_pad;
        /** Kind of link, ARPHRD_*. */
        public int ifi_type;
        /** Interface index. */
        public int ifi_index;
        /** Flags, IFF_*. */
        public int ifi_flags;
        /** Which flags to change. */
        public int ifi_change;

        /** What was behind it in the memory that it was read from. */
        ByteBuffer attributes = ByteBuffer.allocate(0);

        /** {@code struct ifinfomsg a = {0}}. */
        public ifinfomsg() {}

        /**
         * {@code struct ifinfomsg a = {ifi_family, __ifi_pad, ifi_type, ifi_index, ifi_flags, ifi_change}}.
         *
         * @param ifi_family AF_UNSPEC
         * @param __ifi_pad padding
         * @param ifi_type kind of link, ARPHRD_*
         * @param ifi_index interface index
         * @param ifi_flags flags, IFF_*
         * @param ifi_change which flags to change
         */
        public ifinfomsg(int ifi_family, int __ifi_pad, int ifi_type, int ifi_index, int ifi_flags, int ifi_change) {
            this.ifi_family = ifi_family;
            this.__ifi_pad = __ifi_pad;
            this.ifi_type = ifi_type;
            this.ifi_index = ifi_index;
            this.ifi_flags = ifi_flags;
            this.ifi_change = ifi_change;
        }

        /**
         * One read from memory, attributes behind it included.
         *
         * @param from where from, from its position, which stays
         */
        public ifinfomsg(ByteBuffer from) {
            unpack(from);
            attributes = behind(from, NLMSG_ALIGN(size()));
        }

        /**
         * {@code struct ifinfomsg a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ifinfomsg[] array(int n) {
            return filled(new ifinfomsg[n], ifinfomsg::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ifinfomsg from) {
            copy(from);
            attributes = from.attributes;
        }

        @Override
        protected void fields(Fields f) {
            ifi_family = f.as("AF_").uint8("ifi_family", ifi_family);
            __ifi_pad = f.uint8("__ifi_pad", __ifi_pad);
            ifi_type = f.as("ARPHRD_").uint16("ifi_type", ifi_type);
            ifi_index = f.int32("ifi_index", ifi_index);
            ifi_flags = f.as("IFF_").int32("ifi_flags", ifi_flags);
            ifi_change = f.as("IFF_").int32("ifi_change", ifi_change);
        }
    }

    /**
     * {@code struct tcmsg}: queueing, the payload of RTM_NEWQDISC and its like before its attributes TCA_*.
     */
    public static final class tcmsg extends Struct {
        /** AF_UNSPEC. */
        public int tcm_family;
        /** Padding. */
        public int tcm__pad1;
        /** Padding. */
        public int tcm__pad2;
        /** Interface index. */
        public int tcm_ifindex;
        /** Handle. */
        public int tcm_handle;
        /** Handle of the parent. */
        public int tcm_parent;
        /** More, by kind. */
        public int tcm_info;

        /** What was behind it in the memory that it was read from. */
        ByteBuffer attributes = ByteBuffer.allocate(0);

        /** {@code struct tcmsg a = {0}}. */
        public tcmsg() {}

        /**
         * {@code struct tcmsg a = {tcm_family, tcm__pad1, tcm__pad2, tcm_ifindex, tcm_handle, tcm_parent,
         * tcm_info}}.
         *
         * @param tcm_family AF_UNSPEC
         * @param tcm__pad1 padding
         * @param tcm__pad2 padding
         * @param tcm_ifindex interface index
         * @param tcm_handle handle
         * @param tcm_parent handle of the parent
         * @param tcm_info more, by kind
         */
        public tcmsg(int tcm_family, int tcm__pad1, int tcm__pad2, int tcm_ifindex, int tcm_handle, int
                tcm_parent, int tcm_info) {
            this.tcm_family = tcm_family;
            this.tcm__pad1 = tcm__pad1;
            this.tcm__pad2 = tcm__pad2;
            this.tcm_ifindex = tcm_ifindex;
            this.tcm_handle = tcm_handle;
            this.tcm_parent = tcm_parent;
            this.tcm_info = tcm_info;
        }

        /**
         * One read from memory, attributes behind it included.
         *
         * @param from where from, from its position, which stays
         */
        public tcmsg(ByteBuffer from) {
            unpack(from);
            attributes = behind(from, NLMSG_ALIGN(size()));
        }

        /**
         * {@code struct tcmsg a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tcmsg[] array(int n) {
            return filled(new tcmsg[n], tcmsg::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tcmsg from) {
            copy(from);
            attributes = from.attributes;
        }

        @Override
        protected void fields(Fields f) {
            tcm_family = f.as("AF_").uint8("tcm_family", tcm_family);
            tcm__pad1 = f.uint8("tcm__pad1", tcm__pad1);
            tcm__pad2 = f.uint16("tcm__pad2", tcm__pad2);
            tcm_ifindex = f.int32("tcm_ifindex", tcm_ifindex);
            tcm_handle = f.int32("tcm_handle", tcm_handle);
            tcm_parent = f.int32("tcm_parent", tcm_parent);
            tcm_info = f.int32("tcm_info", tcm_info);
        }
    }

    /**
     * {@code struct rta_mfc_stats}: the value of RTA_MFC_STATS: what a multicast route has forwarded.
     */
    public static final class rta_mfc_stats extends Struct {
        /** Packets. */
        public long mfcs_packets;
        /** Bytes. */
        public long mfcs_bytes;
        /** Packets that came from the wrong interface. */
        public long mfcs_wrong_if;

        /** {@code struct rta_mfc_stats a = {0}}. */
        public rta_mfc_stats() {}

        /**
         * {@code struct rta_mfc_stats a = {mfcs_packets, mfcs_bytes, mfcs_wrong_if}}.
         *
         * @param mfcs_packets packets
         * @param mfcs_bytes bytes
         * @param mfcs_wrong_if packets that came from the wrong interface
         */
        public rta_mfc_stats(long mfcs_packets, long mfcs_bytes, long mfcs_wrong_if) {
            this.mfcs_packets = mfcs_packets;
            this.mfcs_bytes = mfcs_bytes;
            this.mfcs_wrong_if = mfcs_wrong_if;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public rta_mfc_stats(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct rta_mfc_stats a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static rta_mfc_stats[] array(int n) {
            return filled(new rta_mfc_stats[n], rta_mfc_stats::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(rta_mfc_stats from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            mfcs_packets = f.int64("mfcs_packets", mfcs_packets);
            mfcs_bytes = f.int64("mfcs_bytes", mfcs_bytes);
            mfcs_wrong_if = f.int64("mfcs_wrong_if", mfcs_wrong_if);
        }
    }

    /**
     * {@code struct prefixmsg}: a prefix that a router advertised, the payload of RTM_NEWPREFIX before its attributes
     * PREFIX_*.
     */
    public static final class prefixmsg extends Struct {
        /** AF_INET6. */
        public int prefix_family;
        /** Padding. */
        public int prefix_pad1;
        /** Padding. */
        public int prefix_pad2;
        /** Interface index. */
        public int prefix_ifindex;
        /** ND_OPT_PREFIX_INFORMATION. */
        public int prefix_type;
        /** Bits of the prefix. */
        public int prefix_len;
        /** IF_PREFIX_ONLINK, IF_PREFIX_AUTOCONF: 1, 2. */
        public int prefix_flags;
        /** Padding. */
        public int prefix_pad3;

        /** {@code struct prefixmsg a = {0}}. */
        public prefixmsg() {}

        /**
         * {@code struct prefixmsg a = {prefix_family, prefix_pad1, prefix_pad2, prefix_ifindex, prefix_type,
         * prefix_len, prefix_flags, prefix_pad3}}.
         *
         * @param prefix_family AF_INET6
         * @param prefix_pad1 padding
         * @param prefix_pad2 padding
         * @param prefix_ifindex interface index
         * @param prefix_type ND_OPT_PREFIX_INFORMATION
         * @param prefix_len bits of the prefix
         * @param prefix_flags IF_PREFIX_ONLINK, IF_PREFIX_AUTOCONF: 1, 2
         * @param prefix_pad3 padding
         */
        public prefixmsg(int prefix_family, int prefix_pad1, int prefix_pad2, int prefix_ifindex, int prefix_type,
                int prefix_len, int prefix_flags, int prefix_pad3) {
            this.prefix_family = prefix_family;
            this.prefix_pad1 = prefix_pad1;
            this.prefix_pad2 = prefix_pad2;
            this.prefix_ifindex = prefix_ifindex;
            this.prefix_type = prefix_type;
            this.prefix_len = prefix_len;
            this.prefix_flags = prefix_flags;
            this.prefix_pad3 = prefix_pad3;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public prefixmsg(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct prefixmsg a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static prefixmsg[] array(int n) {
            return filled(new prefixmsg[n], prefixmsg::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(prefixmsg from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            prefix_family = f.as("AF_").uint8("prefix_family", prefix_family);
            prefix_pad1 = f.uint8("prefix_pad1", prefix_pad1);
            prefix_pad2 = f.uint16("prefix_pad2", prefix_pad2);
            prefix_ifindex = f.int32("prefix_ifindex", prefix_ifindex);
            prefix_type = f.uint8("prefix_type", prefix_type);
            prefix_len = f.uint8("prefix_len", prefix_len);
            prefix_flags = f.uint8("prefix_flags", prefix_flags);
            prefix_pad3 = f.uint8("prefix_pad3", prefix_pad3);
        }
    }

    /**
     * {@code struct prefix_cacheinfo}: the value of PREFIX_CACHEINFO.
     */
    public static final class prefix_cacheinfo extends Struct {
        /** Preferred lifetime, in seconds. */
        public int preferred_time;
        /** Valid lifetime, in seconds. */
        public int valid_time;

        /** {@code struct prefix_cacheinfo a = {0}}. */
        public prefix_cacheinfo() {}

        /**
         * {@code struct prefix_cacheinfo a = {preferred_time, valid_time}}.
         *
         * @param preferred_time preferred lifetime, in seconds
         * @param valid_time valid lifetime, in seconds
         */
        public prefix_cacheinfo(int preferred_time, int valid_time) {
            this.preferred_time = preferred_time;
            this.valid_time = valid_time;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public prefix_cacheinfo(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct prefix_cacheinfo a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static prefix_cacheinfo[] array(int n) {
            return filled(new prefix_cacheinfo[n], prefix_cacheinfo::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(prefix_cacheinfo from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            preferred_time = f.int32("preferred_time", preferred_time);
            valid_time = f.int32("valid_time", valid_time);
        }
    }

    /**
     * {@code struct nduseroptmsg}: options of neighbour discovery that the kernel leaves to programs, the payload of
     * RTM_NEWNDUSEROPT before them.
     */
    public static final class nduseroptmsg extends Struct {
        /** AF_INET6. */
        public int nduseropt_family;
        /** Padding. */
        public int nduseropt_pad1;
        /** Bytes of options. */
        public int nduseropt_opts_len;
        /** Interface index. */
        public int nduseropt_ifindex;
        /** Type of the message that they came in. */
        public int nduseropt_icmp_type;
        /** Code of that message. */
        public int nduseropt_icmp_code;
        /** Padding. */
        public int nduseropt_pad2;
        /** Padding. */
        public int nduseropt_pad3;

        /** {@code struct nduseroptmsg a = {0}}. */
        public nduseroptmsg() {}

        /**
         * {@code struct nduseroptmsg a = {nduseropt_family, nduseropt_pad1, nduseropt_opts_len, nduseropt_ifindex,
         * nduseropt_icmp_type, nduseropt_icmp_code, nduseropt_pad2, nduseropt_pad3}}.
         *
         * @param nduseropt_family AF_INET6
         * @param nduseropt_pad1 padding
         * @param nduseropt_opts_len bytes of options
         * @param nduseropt_ifindex interface index
         * @param nduseropt_icmp_type type of the message that they came in
         * @param nduseropt_icmp_code code of that message
         * @param nduseropt_pad2 padding
         * @param nduseropt_pad3 padding
         */
        public nduseroptmsg(int nduseropt_family, int nduseropt_pad1, int nduseropt_opts_len, int nduseropt_ifindex,
                int nduseropt_icmp_type, int nduseropt_icmp_code, int nduseropt_pad2, int nduseropt_pad3) {
            this.nduseropt_family = nduseropt_family;
            this.nduseropt_pad1 = nduseropt_pad1;
            this.nduseropt_opts_len = nduseropt_opts_len;
            this.nduseropt_ifindex = nduseropt_ifindex;
            this.nduseropt_icmp_type = nduseropt_icmp_type;
            this.nduseropt_icmp_code = nduseropt_icmp_code;
            this.nduseropt_pad2 = nduseropt_pad2;
            this.nduseropt_pad3 = nduseropt_pad3;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public nduseroptmsg(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct nduseroptmsg a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nduseroptmsg[] array(int n) {
            return filled(new nduseroptmsg[n], nduseroptmsg::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nduseroptmsg from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            nduseropt_family = f.as("AF_").uint8("nduseropt_family", nduseropt_family);
            nduseropt_pad1 = f.uint8("nduseropt_pad1", nduseropt_pad1);
            nduseropt_opts_len = f.uint16("nduseropt_opts_len", nduseropt_opts_len);
            nduseropt_ifindex = f.int32("nduseropt_ifindex", nduseropt_ifindex);
            nduseropt_icmp_type = f.uint8("nduseropt_icmp_type", nduseropt_icmp_type);
            nduseropt_icmp_code = f.uint8("nduseropt_icmp_code", nduseropt_icmp_code);
            nduseropt_pad2 = f.uint16("nduseropt_pad2", nduseropt_pad2);
            nduseropt_pad3 = f.int32("nduseropt_pad3", nduseropt_pad3);
        }
    }
}
