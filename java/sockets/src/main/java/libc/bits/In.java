package libc.bits;

import java.nio.ByteBuffer;
import libc.Struct;
import libc.netinet.In.in6_addr;

/**
 * {@code <bits/in.h>}, the options of {@code <netinet/in.h>}: glibc's, with those of {@code <linux/in6.h>} and
 * others that only the kernel's headers have.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
 * @see <a href="https://man7.org/linux/man-pages/man7/ipv6.7.html">ipv6(7)</a>
 */
public class In extends libc.sys.Socket {

    /** int, 0 to 255: type of service of what is sent (IPTOS_*); as a control message one byte. */
    public static final int IP_TOS = 1;
    /** int, 1 to 255: time to live of what is sent, in hops; -1 for the default. */
    public static final int IP_TTL = 2;
    /** int boolean: on a raw socket, the caller writes the IP header. */
    public static final int IP_HDRINCL = 3;
    /** byte[], up to 40: IP options (IPOPT_*) of every packet sent. */
    public static final int IP_OPTIONS = 4;
    /** int boolean: on a raw socket, takes the packets to forward that bear a router alert. */
    public static final int IP_ROUTER_ALERT = 5;
    /** int boolean: each datagram brings its options, filled in for this hop. */
    public static final int IP_RECVOPTS = 6;
    /** int boolean: each datagram brings its options as they came, ready to send back. */
    public static final int IP_RETOPTS = 7;
    /** Another name of IP_RETOPTS. */
    public static final int IP_RECVRETOPTS = IP_RETOPTS;
    /** int boolean: each datagram brings its interface and addresses, struct in_pktinfo; sending, it sets them. */
    public static final int IP_PKTINFO = 8;
    /** Control messages, read-only: those of the last packet of a TCP connection. */
    public static final int IP_PKTOPTIONS = 9;
    /** int, IP_PMTUDISC_*: path MTU discovery. */
    public static final int IP_MTU_DISCOVER = 10;
    /** Former name of IP_MTU_DISCOVER. */
    public static final int IP_PMTUDISC = 10;
    /** int boolean: errors queue up for MSG_ERRQUEUE, each a struct sock_extended_err. */
    public static final int IP_RECVERR = 11;
    /** int boolean: each datagram brings its time to live, a control message IP_TTL of an int. */
    public static final int IP_RECVTTL = 12;
    /** int boolean: each datagram brings its type of service, a control message IP_TOS of one byte. */
    public static final int IP_RECVTOS = 13;
    /** int, bytes, read-only: the known path MTU of a connected socket. */
    public static final int IP_MTU = 14;
    /** int boolean: lets bind(2) take an address that this machine does not have (yet). */
    public static final int IP_FREEBIND = 15;
    /** struct sadb_x_policy: the socket's IPsec policy. Needs CAP_NET_ADMIN. */
    public static final int IP_IPSEC_POLICY = 16;
    /** struct xfrm_userpolicy_info: the socket's IPsec policy. Needs CAP_NET_ADMIN. */
    public static final int IP_XFRM_POLICY = 17;
    /** int boolean: each UDP datagram brings its sender's security context as SCM_SECURITY. */
    public static final int IP_PASSSEC = 18;
    /** int boolean: lets a proxy use foreign addresses as its own. Needs CAP_NET_ADMIN or CAP_NET_RAW. */
    public static final int IP_TRANSPARENT = 19;
    /** Control message, struct sockaddr_in: where a redirected datagram was going. */
    public static final int IP_ORIGDSTADDR = 20;
    /** int boolean: each datagram brings IP_ORIGDSTADDR. */
    public static final int IP_RECVORIGDSTADDR = IP_ORIGDSTADDR;
    /** int, hops: drops what arrives with a smaller time to live. */
    public static final int IP_MINTTL = 21;
    /** int boolean: on a raw socket, netfilter does not reassemble the fragments sent. */
    public static final int IP_NODEFRAG = 22;
    /** int boolean: each datagram brings its checksum as the device computed it. */
    public static final int IP_CHECKSUM = 23;
    /** int boolean: bind(2) to port 0 leaves the choice of a port to connect(2). */
    public static final int IP_BIND_ADDRESS_NO_PORT = 24;
    /** int boolean: each datagram brings the size in bytes of its largest fragment. */
    public static final int IP_RECVFRAGSIZE = 25;
    /** int boolean: error queue entries say where an ICMP extension (RFC 4884) starts. */
    public static final int IP_RECVERR_RFC4884 = 26;
    /** struct ip_mreqn or in_addr: the interface that multicast leaves by. */
    public static final int IP_MULTICAST_IF = 32;
    /** int, 0 to 255, hops: time to live of multicast; 1 by default, which stays on the local network. */
    public static final int IP_MULTICAST_TTL = 33;
    /** int boolean, on by default: multicast sent comes back to this machine's members too. */
    public static final int IP_MULTICAST_LOOP = 34;
    /** struct ip_mreqn: joins a multicast group. */
    public static final int IP_ADD_MEMBERSHIP = 35;
    /** struct ip_mreqn: leaves a multicast group. */
    public static final int IP_DROP_MEMBERSHIP = 36;
    /** struct ip_mreq_source: hears a blocked sender again. */
    public static final int IP_UNBLOCK_SOURCE = 37;
    /** struct ip_mreq_source: no longer hears one sender of a joined group. */
    public static final int IP_BLOCK_SOURCE = 38;
    /** struct ip_mreq_source: joins a group for one sender only. */
    public static final int IP_ADD_SOURCE_MEMBERSHIP = 39;
    /** struct ip_mreq_source: leaves a group for one sender. */
    public static final int IP_DROP_SOURCE_MEMBERSHIP = 40;
    /** struct ip_msfilter: a group's whole list of senders to hear or not. */
    public static final int IP_MSFILTER = 41;
    /** int boolean, on by default: bound to INADDR_ANY, hears groups that other sockets joined. */
    public static final int IP_MULTICAST_ALL = 49;
    /** int, network byte order: index of the interface that unicast leaves by; 0 for any. */
    public static final int IP_UNICAST_IF = 50;
    /** int, lowest port in the low 16 bits, highest in the high: where ports are picked. Since Linux 6.3. */
    public static final int IP_LOCAL_PORT_RANGE = 51;
    /** int, read-only: a raw socket's protocol; as a control message, of this packet. Since Linux 6.4. */
    public static final int IP_PROTOCOL = 52;

    /** struct group_req: joins a group, IPv4 or IPv6. */
    public static final int MCAST_JOIN_GROUP = 42;
    /** struct group_source_req: no longer hears one sender of a joined group. */
    public static final int MCAST_BLOCK_SOURCE = 43;
    /** struct group_source_req: hears a blocked sender again. */
    public static final int MCAST_UNBLOCK_SOURCE = 44;
    /** struct group_req: leaves a group. */
    public static final int MCAST_LEAVE_GROUP = 45;
    /** struct group_source_req: joins a group for one sender only. */
    public static final int MCAST_JOIN_SOURCE_GROUP = 46;
    /** struct group_source_req: leaves a group for one sender. */
    public static final int MCAST_LEAVE_SOURCE_GROUP = 47;
    /** struct group_filter: a group's whole list of senders to hear or not. */
    public static final int MCAST_MSFILTER = 48;
    /** Filter mode: hears all senders but those listed. */
    public static final int MCAST_EXCLUDE = 0;
    /** Filter mode: hears the listed senders only. */
    public static final int MCAST_INCLUDE = 1;

    /** Never sets the don't-fragment flag. */
    public static final int IP_PMTUDISC_DONT = 0;
    /** As the route says: fragments a datagram that is larger than the path MTU. */
    public static final int IP_PMTUDISC_WANT = 1;
    /** Always sets the don't-fragment flag: a larger datagram fails with EMSGSIZE. */
    public static final int IP_PMTUDISC_DO = 2;
    /** Sets the don't-fragment flag and ignores the known path MTU, to probe it. */
    public static final int IP_PMTUDISC_PROBE = 3;
    /** Uses the interface's MTU, sets no flag, and ignores what ICMP says of the path. */
    public static final int IP_PMTUDISC_INTERFACE = 4;
    /** As IP_PMTUDISC_INTERFACE, but fragments what is larger than the interface's MTU. */
    public static final int IP_PMTUDISC_OMIT = 5;

    /** Level of IP_* options, the same as IPPROTO_IP. */
    public static final int SOL_IP = 0;

    /** Hops that multicast travels unless IP_MULTICAST_TTL says otherwise. */
    public static final int IP_DEFAULT_MULTICAST_TTL = 1;
    /** IP_MULTICAST_LOOP is on unless switched off. */
    public static final int IP_DEFAULT_MULTICAST_LOOP = 1;
    /** Groups that a socket may join; the limit in force is /proc/sys/net/ipv4/igmp_max_memberships. */
    public static final int IP_MAX_MEMBERSHIPS = 20;

    /** int, AF_INET: turns a socket connected to an IPv4-mapped address into an IPv4 one. */
    public static final int IPV6_ADDRFORM = 1;
    /** int boolean: IPV6_RECVPKTINFO by RFC 2292's rules. */
    public static final int IPV6_2292PKTINFO = 2;
    /** int boolean: IPV6_RECVHOPOPTS by RFC 2292's rules. */
    public static final int IPV6_2292HOPOPTS = 3;
    /** int boolean: IPV6_RECVDSTOPTS by RFC 2292's rules. */
    public static final int IPV6_2292DSTOPTS = 4;
    /** int boolean: IPV6_RECVRTHDR by RFC 2292's rules. */
    public static final int IPV6_2292RTHDR = 5;
    /** Control messages: headers of what is sent, or of the last packet received (RFC 2292). */
    public static final int IPV6_2292PKTOPTIONS = 6;
    /** int, bytes: where in a raw socket's packets the kernel writes and checks a checksum; -1 for none. */
    public static final int IPV6_CHECKSUM = 7;
    /** int boolean: IPV6_RECVHOPLIMIT by RFC 2292's rules. */
    public static final int IPV6_2292HOPLIMIT = 8;
    /** Control message, struct sockaddr_in6: the next hop of a packet. */
    public static final int IPV6_NEXTHOP = 9;
    /** Authentication header as a control message, obsolete. */
    public static final int IPV6_AUTHHDR = 10;
    /** int boolean: each datagram brings its traffic class and flow label, network byte order. */
    public static final int IPV6_FLOWINFO = 11;
    /** int, 0 to 255: hop limit of unicast; -1 for the route's default. */
    public static final int IPV6_UNICAST_HOPS = 16;
    /** int: index of the interface that multicast leaves by. */
    public static final int IPV6_MULTICAST_IF = 17;
    /** int, 0 to 255: hop limit of multicast; -1 for the default, 1. */
    public static final int IPV6_MULTICAST_HOPS = 18;
    /** int boolean, on by default: multicast sent comes back to this machine's members too. */
    public static final int IPV6_MULTICAST_LOOP = 19;
    /** struct ipv6_mreq: joins a multicast group. */
    public static final int IPV6_JOIN_GROUP = 20;
    /** Another name of IPV6_JOIN_GROUP, the man page's. */
    public static final int IPV6_ADD_MEMBERSHIP = IPV6_JOIN_GROUP;
    /** struct ipv6_mreq: leaves a multicast group. */
    public static final int IPV6_LEAVE_GROUP = 21;
    /** Another name of IPV6_LEAVE_GROUP, the man page's. */
    public static final int IPV6_DROP_MEMBERSHIP = IPV6_LEAVE_GROUP;
    /** int: on a raw socket, takes packets to forward whose router alert has this value; negative for none. */
    public static final int IPV6_ROUTER_ALERT = 22;
    /** int, IPV6_PMTUDISC_*: path MTU discovery. */
    public static final int IPV6_MTU_DISCOVER = 23;
    /** int, bytes: read, the path MTU of a connected socket; set, a smaller one to use. */
    public static final int IPV6_MTU = 24;
    /** int boolean: errors queue up for MSG_ERRQUEUE, each a struct sock_extended_err. */
    public static final int IPV6_RECVERR = 25;
    /** int boolean: IPv6 alone, leaving the same port to an IPv4 socket; else IPv4 comes in mapped. */
    public static final int IPV6_V6ONLY = 26;
    /** struct ipv6_mreq: adds an anycast address to an interface. Needs CAP_NET_ADMIN. */
    public static final int IPV6_JOIN_ANYCAST = 27;
    /** struct ipv6_mreq: takes the anycast address away again. */
    public static final int IPV6_LEAVE_ANYCAST = 28;
    /** int boolean, on by default: hears groups that other sockets joined. */
    public static final int IPV6_MULTICAST_ALL = 29;
    /** int boolean: IPV6_ROUTER_ALERT takes packets of the socket's own network namespace only. */
    public static final int IPV6_ROUTER_ALERT_ISOLATE = 30;
    /** int boolean: error queue entries say where an ICMPv6 extension (RFC 4884) starts. */
    public static final int IPV6_RECVERR_RFC4884 = 31;
    /** struct in6_flowlabel_req: gets, renews or gives back a flow label. */
    public static final int IPV6_FLOWLABEL_MGR = 32;
    /** int boolean: sends the flow label found in sin6_flowinfo. */
    public static final int IPV6_FLOWINFO_SEND = 33;
    /** struct sadb_x_policy: the socket's IPsec policy. Needs CAP_NET_ADMIN. */
    public static final int IPV6_IPSEC_POLICY = 34;
    /** struct xfrm_userpolicy_info: the socket's IPsec policy. Needs CAP_NET_ADMIN. */
    public static final int IPV6_XFRM_POLICY = 35;
    /** int boolean: on a raw socket, the caller writes the IPv6 header. */
    public static final int IPV6_HDRINCL = 36;
    /** int boolean: each datagram brings IPV6_PKTINFO. */
    public static final int IPV6_RECVPKTINFO = 49;
    /** struct in6_pktinfo: the local address and the interface of a datagram, received or to send. */
    public static final int IPV6_PKTINFO = 50;
    /** int boolean: each datagram brings IPV6_HOPLIMIT. */
    public static final int IPV6_RECVHOPLIMIT = 51;
    /** Control message, int: the hop limit of a datagram, received or to send. */
    public static final int IPV6_HOPLIMIT = 52;
    /** int boolean: each datagram brings IPV6_HOPOPTS. */
    public static final int IPV6_RECVHOPOPTS = 53;
    /** Hop-by-hop options header, as an option or a control message. */
    public static final int IPV6_HOPOPTS = 54;
    /** Another name of IPV6_HOPOPTS. */
    public static final int IPV6_RXHOPOPTS = IPV6_HOPOPTS;
    /** Destination options header that goes before the routing header. */
    public static final int IPV6_RTHDRDSTOPTS = 55;
    /** int boolean: each datagram brings IPV6_RTHDR. */
    public static final int IPV6_RECVRTHDR = 56;
    /** Routing header, as an option or a control message. */
    public static final int IPV6_RTHDR = 57;
    /** int boolean: each datagram brings IPV6_DSTOPTS. */
    public static final int IPV6_RECVDSTOPTS = 58;
    /** Destination options header, as an option or a control message. */
    public static final int IPV6_DSTOPTS = 59;
    /** Another name of IPV6_DSTOPTS. */
    public static final int IPV6_RXDSTOPTS = IPV6_DSTOPTS;
    /** int boolean: a change of the path MTU comes in as a control message IPV6_PATHMTU. */
    public static final int IPV6_RECVPATHMTU = 60;
    /** struct ip6_mtuinfo, read-only: the path MTU of a connected socket. */
    public static final int IPV6_PATHMTU = 61;
    /** int boolean: does not fragment; what is too large fails with EMSGSIZE. */
    public static final int IPV6_DONTFRAG = 62;
    /** int boolean: each datagram brings IPV6_TCLASS. */
    public static final int IPV6_RECVTCLASS = 66;
    /** int, 0 to 255: traffic class of what is sent, or of one datagram; -1 for the default. */
    public static final int IPV6_TCLASS = 67;
    /** int boolean: the kernel gives each flow a label. */
    public static final int IPV6_AUTOFLOWLABEL = 70;
    /** int, IPV6_PREFER_SRC_*: which of the machine's addresses to send from (RFC 5014). */
    public static final int IPV6_ADDR_PREFERENCES = 72;
    /** int, 0 to 255: drops what arrives with a smaller hop limit. */
    public static final int IPV6_MINHOPCOUNT = 73;
    /** Control message, struct sockaddr_in6: where a redirected datagram was going. */
    public static final int IPV6_ORIGDSTADDR = 74;
    /** int boolean: each datagram brings IPV6_ORIGDSTADDR. */
    public static final int IPV6_RECVORIGDSTADDR = IPV6_ORIGDSTADDR;
    /** int boolean: lets a proxy use foreign addresses as its own. Needs CAP_NET_ADMIN or CAP_NET_RAW. */
    public static final int IPV6_TRANSPARENT = 75;
    /** int, network byte order: index of the interface that unicast leaves by; 0 for any. */
    public static final int IPV6_UNICAST_IF = 76;
    /** int boolean: each datagram brings the size in bytes of its largest fragment. */
    public static final int IPV6_RECVFRAGSIZE = 77;
    /** int boolean: lets bind(2) take an address that this machine does not have (yet). */
    public static final int IPV6_FREEBIND = 78;

    /** Fragments what is larger than the path MTU; that it shrank is not reported. */
    public static final int IPV6_PMTUDISC_DONT = 0;
    /** As the route says: fragments what is larger than the path MTU. */
    public static final int IPV6_PMTUDISC_WANT = 1;
    /** Never fragments: a datagram larger than the path MTU fails with EMSGSIZE. */
    public static final int IPV6_PMTUDISC_DO = 2;
    /** Ignores the known path MTU, to probe it. */
    public static final int IPV6_PMTUDISC_PROBE = 3;
    /** Uses the interface's MTU and ignores what ICMPv6 says of the path. */
    public static final int IPV6_PMTUDISC_INTERFACE = 4;
    /** As IPV6_PMTUDISC_INTERFACE, but fragments what is larger than the interface's MTU. */
    public static final int IPV6_PMTUDISC_OMIT = 5;

    /** Level of IPV6_* options, the same as IPPROTO_IPV6. */
    public static final int SOL_IPV6 = 41;
    /** Level of ICMPv6 options, the same as IPPROTO_ICMPV6. */
    public static final int SOL_ICMPV6 = 58;

    /** Routing header: the next address need not be a neighbour. */
    public static final int IPV6_RTHDR_LOOSE = 0;
    /** Routing header: the next address has to be a neighbour. */
    public static final int IPV6_RTHDR_STRICT = 1;
    /** Routing header of type 0, source routing, which RFC 5095 withdrew. */
    public static final int IPV6_RTHDR_TYPE_0 = 0;

    /** IPV6_FLOWLABEL_MGR action: gets a flow label. */
    public static final int IPV6_FL_A_GET = 0;
    /** IPV6_FLOWLABEL_MGR action: gives a flow label back. */
    public static final int IPV6_FL_A_PUT = 1;
    /** IPV6_FLOWLABEL_MGR action: extends a flow label's lifetime. */
    public static final int IPV6_FL_A_RENEW = 2;

    /** Flow label flag: makes the label if there is none. */
    public static final int IPV6_FL_F_CREATE = 1;
    /** Flow label flag: fails if the label is there already. */
    public static final int IPV6_FL_F_EXCL = 2;
    /** Flow label flag: TCP answers with the label that it received. */
    public static final int IPV6_FL_F_REFLECT = 4;
    /** Flow label flag: asks for the label that the peer uses. */
    public static final int IPV6_FL_F_REMOTE = 8;

    /** Flow label sharing: not said. */
    public static final int IPV6_FL_S_NONE = 0;
    /** Flow label sharing: this socket alone. */
    public static final int IPV6_FL_S_EXCL = 1;
    /** Flow label sharing: sockets of this process. */
    public static final int IPV6_FL_S_PROCESS = 2;
    /** Flow label sharing: sockets of this user. */
    public static final int IPV6_FL_S_USER = 3;
    /** Flow label sharing: any socket. */
    public static final int IPV6_FL_S_ANY = 255;

    /** Mask of the flow label in sin6_flowinfo, host byte order. */
    public static final int IPV6_FLOWINFO_FLOWLABEL = 0x000fffff;
    /** Mask of the traffic class in sin6_flowinfo, host byte order. */
    public static final int IPV6_FLOWINFO_PRIORITY = 0x0ff00000;

    /** RFC 1883 priority, obsolete: uncharacterized traffic. */
    public static final int IPV6_PRIORITY_UNCHARACTERIZED = 0x0000;
    /** RFC 1883 priority, obsolete: filler such as news. */
    public static final int IPV6_PRIORITY_FILLER = 0x0100;
    /** RFC 1883 priority, obsolete: unattended transfer such as mail. */
    public static final int IPV6_PRIORITY_UNATTENDED = 0x0200;
    /** RFC 1883 priority, obsolete: reserved. */
    public static final int IPV6_PRIORITY_RESERVED1 = 0x0300;
    /** RFC 1883 priority, obsolete: attended bulk transfer such as FTP. */
    public static final int IPV6_PRIORITY_BULK = 0x0400;
    /** RFC 1883 priority, obsolete: reserved. */
    public static final int IPV6_PRIORITY_RESERVED2 = 0x0500;
    /** RFC 1883 priority, obsolete: interactive traffic such as telnet. */
    public static final int IPV6_PRIORITY_INTERACTIVE = 0x0600;
    /** RFC 1883 priority, obsolete: control traffic such as routing. */
    public static final int IPV6_PRIORITY_CONTROL = 0x0700;
    /** RFC 1883 priority, obsolete: without congestion control, the first to be dropped. */
    public static final int IPV6_PRIORITY_8 = 0x0800;
    /** RFC 1883 priority, obsolete: without congestion control. */
    public static final int IPV6_PRIORITY_9 = 0x0900;
    /** RFC 1883 priority, obsolete: without congestion control. */
    public static final int IPV6_PRIORITY_10 = 0x0a00;
    /** RFC 1883 priority, obsolete: without congestion control. */
    public static final int IPV6_PRIORITY_11 = 0x0b00;
    /** RFC 1883 priority, obsolete: without congestion control. */
    public static final int IPV6_PRIORITY_12 = 0x0c00;
    /** RFC 1883 priority, obsolete: without congestion control. */
    public static final int IPV6_PRIORITY_13 = 0x0d00;
    /** RFC 1883 priority, obsolete: without congestion control. */
    public static final int IPV6_PRIORITY_14 = 0x0e00;
    /** RFC 1883 priority, obsolete: without congestion control, the last to be dropped. */
    public static final int IPV6_PRIORITY_15 = 0x0f00;

    /** Option in a hop-by-hop or destination header: one byte of padding. */
    public static final int IPV6_TLV_PAD1 = 0;
    /** Option in a hop-by-hop or destination header: two or more bytes of padding. */
    public static final int IPV6_TLV_PADN = 1;
    /** Hop-by-hop option: routers have to look into the packet (RFC 2711). */
    public static final int IPV6_TLV_ROUTERALERT = 5;
    /** Hop-by-hop option: security label (RFC 5570). */
    public static final int IPV6_TLV_CALIPSO = 7;
    /** Hop-by-hop option: measurements collected on the way (RFC 9486). */
    public static final int IPV6_TLV_IOAM = 49;
    /** Hop-by-hop option: a payload beyond 65,535 bytes (RFC 2675). */
    public static final int IPV6_TLV_JUMBO = 194;
    /** Destination option: home address of a mobile node (RFC 6275). */
    public static final int IPV6_TLV_HAO = 201;

    /** IPV6_ADDR_PREFERENCES: a temporary address, for privacy. */
    public static final int IPV6_PREFER_SRC_TMP = 0x0001;
    /** IPV6_ADDR_PREFERENCES: a public address. */
    public static final int IPV6_PREFER_SRC_PUBLIC = 0x0002;
    /** IPV6_ADDR_PREFERENCES: temporary or public as the system is set. */
    public static final int IPV6_PREFER_SRC_PUBTMP_DEFAULT = 0x0100;
    /** IPV6_ADDR_PREFERENCES: a mobile node's care-of address. */
    public static final int IPV6_PREFER_SRC_COA = 0x0004;
    /** IPV6_ADDR_PREFERENCES: a mobile node's home address. */
    public static final int IPV6_PREFER_SRC_HOME = 0x0400;
    /** IPV6_ADDR_PREFERENCES: a cryptographically generated address. */
    public static final int IPV6_PREFER_SRC_CGA = 0x0008;
    /** IPV6_ADDR_PREFERENCES: an address not cryptographically generated. */
    public static final int IPV6_PREFER_SRC_NONCGA = 0x0800;

    /** Layer 2 Tunneling Protocol. */
    public static final int IPPROTO_L2TP = 115;
    /** The first multicast address, in host byte order. */
    public static final int IN_MULTICAST_NET = 0xe0000000;
    /** Mask of a class E network, in host byte order. */
    public static final int IN_CLASSE_NET = 0xffffffff;
    /** Bits of a class E address behind its network. */
    public static final int IN_CLASSE_NSHIFT = 0;

    /** Not to be made: a header's class has only static members. */
    protected In() {}

    /**
     * {@code struct in6_flowlabel_req}: the value of IPV6_FLOWLABEL_MGR.
     */
    public static final class in6_flowlabel_req extends Struct {
        /** Destination. */
        public final in6_addr flr_dst = new in6_addr();
        /** Flow label, in network byte order; 0 for one that the kernel chooses. */
        public int flr_label;
        /** IPV6_FL_A_*. */
        public int flr_action;
        /** IPV6_FL_S_*. */
        public int flr_share;
        /** IPV6_FL_F_*. */
        public int flr_flags;
        /** Seconds that it stays at least. */
        public int flr_expires;
        /** Seconds that it stays after its last use. */
        public int flr_linger;
        /** Reserved. */
        public int __flr_pad;

        /** {@code struct in6_flowlabel_req a = {0}}. */
        public in6_flowlabel_req() {}

        /**
         * {@code struct in6_flowlabel_req a = {flr_dst, flr_label, flr_action, flr_share, flr_flags, flr_expires,
         * flr_linger}}.
         *
         * @param flr_dst destination
         * @param flr_label flow label, in network byte order; 0 for one that the kernel chooses
         * @param flr_action IPV6_FL_A_*
         * @param flr_share IPV6_FL_S_*
         * @param flr_flags IPV6_FL_F_*
         * @param flr_expires seconds that it stays at least
         * @param flr_linger seconds that it stays after its last use
         */
        public in6_flowlabel_req(in6_addr flr_dst, int flr_label, int flr_action, int flr_share, int flr_flags,
                int flr_expires, int flr_linger) {
            this.flr_dst.set(flr_dst);
            this.flr_label = flr_label;
            this.flr_action = flr_action;
            this.flr_share = flr_share;
            this.flr_flags = flr_flags;
            this.flr_expires = flr_expires;
            this.flr_linger = flr_linger;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public in6_flowlabel_req(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct in6_flowlabel_req a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static in6_flowlabel_req[] array(int n) {
            return filled(new in6_flowlabel_req[n], in6_flowlabel_req::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(in6_flowlabel_req from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("flr_dst", flr_dst);
            flr_label = f.int32("flr_label", flr_label);
            flr_action = f.as("IPV6_FL_A_").uint8("flr_action", flr_action);
            flr_share = f.as("IPV6_FL_S_").uint8("flr_share", flr_share);
            flr_flags = f.as("IPV6_FL_F_").uint16("flr_flags", flr_flags);
            flr_expires = f.uint16("flr_expires", flr_expires);
            flr_linger = f.uint16("flr_linger", flr_linger);
            __flr_pad = f.int32("__flr_pad", __flr_pad);
        }
    }
}
