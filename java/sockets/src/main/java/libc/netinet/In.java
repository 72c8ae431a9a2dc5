package libc.netinet;

import static libc.internal.call.Function.function;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;

import java.nio.ByteBuffer;
import java.util.Arrays;
import libc.Struct;
import libc.internal.Addresses;
import libc.internal.call.Function;
import libc.internal.memory.Memory;

/**
 * {@code <netinet/in.h>}: the Internet's protocols, ports and addresses, glibc's, with those that Linux has and
 * glibc does not name yet.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
 * @see <a href="https://man7.org/linux/man-pages/man7/ipv6.7.html">ipv6(7)</a>
 */
public class In extends libc.bits.In {

    private static final Function BINDRESVPORT = function("int bindresvport(int sockfd, struct sockaddr_in *sin)");

    /** Level of IP_* options; to socket(2), the type's own protocol. */
    public static final int IPPROTO_IP = 0;
    /** Internet Control Message Protocol: ping, errors; see icmp(7). */
    public static final int IPPROTO_ICMP = 1;
    /** Internet Group Management Protocol: membership in multicast groups. */
    public static final int IPPROTO_IGMP = 2;
    /** IPv4 inside IP. */
    public static final int IPPROTO_IPIP = 4;
    /** Transmission Control Protocol, and the level of TCP_* options. */
    public static final int IPPROTO_TCP = 6;
    /** Exterior Gateway Protocol. */
    public static final int IPPROTO_EGP = 8;
    /** Xerox PUP. */
    public static final int IPPROTO_PUP = 12;
    /** User Datagram Protocol, and the level of UDP_* options. */
    public static final int IPPROTO_UDP = 17;
    /** Xerox XNS IDP. */
    public static final int IPPROTO_IDP = 22;
    /** ISO transport protocol, class 4. */
    public static final int IPPROTO_TP = 29;
    /** Datagram Congestion Control Protocol. */
    public static final int IPPROTO_DCCP = 33;
    /** IPv6 inside IP, and the level of IPV6_* options. */
    public static final int IPPROTO_IPV6 = 41;
    /** Resource Reservation Protocol. */
    public static final int IPPROTO_RSVP = 46;
    /** Generic Routing Encapsulation, a tunnel. */
    public static final int IPPROTO_GRE = 47;
    /** IPsec's encapsulating security payload. */
    public static final int IPPROTO_ESP = 50;
    /** IPsec's authentication header. */
    public static final int IPPROTO_AH = 51;
    /** Multicast Transport Protocol. */
    public static final int IPPROTO_MTP = 92;
    /** IPsec BEET mode's pseudo header for IP options. */
    public static final int IPPROTO_BEETPH = 94;
    /** IP encapsulation header (RFC 1241). */
    public static final int IPPROTO_ENCAP = 98;
    /** Protocol Independent Multicast routing. */
    public static final int IPPROTO_PIM = 103;
    /** IP payload compression. */
    public static final int IPPROTO_COMP = 108;
    /** Stream Control Transmission Protocol. */
    public static final int IPPROTO_SCTP = 132;
    /** UDP with a partial checksum; see udplite(7). */
    public static final int IPPROTO_UDPLITE = 136;
    /** MPLS in IP. */
    public static final int IPPROTO_MPLS = 137;
    /** Ethernet frames in IPv6 (RFC 8986). */
    public static final int IPPROTO_ETHERNET = 143;
    /** To socket(2) with SOCK_RAW: any protocol, the caller writes the IP header; see raw(7). */
    public static final int IPPROTO_RAW = 255;
    /** Shared memory communications, as a protocol of AF_INET. Since Linux 6.11. */
    public static final int IPPROTO_SMC = 256;
    /** Multipath TCP (RFC 8684). */
    public static final int IPPROTO_MPTCP = 262;
    /** One more than the highest protocol. */
    public static final int IPPROTO_MAX = 263;

    /** IPv6 hop-by-hop options header. */
    public static final int IPPROTO_HOPOPTS = 0;
    /** IPv6 routing header. */
    public static final int IPPROTO_ROUTING = 43;
    /** IPv6 fragment header. */
    public static final int IPPROTO_FRAGMENT = 44;
    /** ICMP for IPv6, and the level of its options. */
    public static final int IPPROTO_ICMPV6 = 58;
    /** IPv6: nothing follows this header. */
    public static final int IPPROTO_NONE = 59;
    /** IPv6 destination options header. */
    public static final int IPPROTO_DSTOPTS = 60;
    /** IPv6 mobility header. */
    public static final int IPPROTO_MH = 135;

    /** Port of echo: sends back what it gets. */
    public static final int IPPORT_ECHO = 7;
    /** Port of discard: throws away what it gets. */
    public static final int IPPORT_DISCARD = 9;
    /** Port of systat: lists the users. */
    public static final int IPPORT_SYSTAT = 11;
    /** Port of daytime: the time as text. */
    public static final int IPPORT_DAYTIME = 13;
    /** Port of netstat: the state of the network. */
    public static final int IPPORT_NETSTAT = 15;
    /** Port of FTP's control connection. */
    public static final int IPPORT_FTP = 21;
    /** Port of telnet. */
    public static final int IPPORT_TELNET = 23;
    /** Port of mail transfer. */
    public static final int IPPORT_SMTP = 25;
    /** Port of time: seconds since 1900, 32 bits. */
    public static final int IPPORT_TIMESERVER = 37;
    /** Port of the host name server of RFC 953; that of DNS is 53. */
    public static final int IPPORT_NAMESERVER = 42;
    /** Port of whois. */
    public static final int IPPORT_WHOIS = 43;
    /** Port of the mail protocol before SMTP. */
    public static final int IPPORT_MTP = 57;
    /** Port of trivial file transfer, UDP. */
    public static final int IPPORT_TFTP = 69;
    /** Port of remote job entry. */
    public static final int IPPORT_RJE = 77;
    /** Port of finger: who a user is. */
    public static final int IPPORT_FINGER = 79;
    /** Port of terminal link. */
    public static final int IPPORT_TTYLINK = 87;
    /** Port of SUPDUP, a display protocol. */
    public static final int IPPORT_SUPDUP = 95;
    /** Port of rexecd, TCP. */
    public static final int IPPORT_EXECSERVER = 512;
    /** Port of rlogind, TCP. */
    public static final int IPPORT_LOGINSERVER = 513;
    /** Port of rshd, TCP. */
    public static final int IPPORT_CMDSERVER = 514;
    /** Port of the extended file name server, TCP. */
    public static final int IPPORT_EFSSERVER = 520;
    /** Port of biff, UDP: mail has come. */
    public static final int IPPORT_BIFFUDP = 512;
    /** Port of rwhod, UDP. */
    public static final int IPPORT_WHOSERVER = 513;
    /** Port of routed, UDP. */
    public static final int IPPORT_ROUTESERVER = 520;
    /** Ports below need CAP_NET_BIND_SERVICE to bind(2). */
    public static final int IPPORT_RESERVED = 1024;
    /** BSD picked ports for clients below this; Linux does by ip_local_port_range. */
    public static final int IPPORT_USERRESERVED = 5000;

    /** Class A: mask of the network part, host byte order. */
    public static final int IN_CLASSA_NET = 0xff000000;
    /** Class A: bits to the right of the network part. */
    public static final int IN_CLASSA_NSHIFT = 24;
    /** Class A: mask of the host part, host byte order. */
    public static final int IN_CLASSA_HOST = 0xffffffff & ~IN_CLASSA_NET;
    /** Class A: number of networks. */
    public static final int IN_CLASSA_MAX = 128;
    /** Class B: mask of the network part, host byte order. */
    public static final int IN_CLASSB_NET = 0xffff0000;
    /** Class B: bits to the right of the network part. */
    public static final int IN_CLASSB_NSHIFT = 16;
    /** Class B: mask of the host part, host byte order. */
    public static final int IN_CLASSB_HOST = 0xffffffff & ~IN_CLASSB_NET;
    /** Class B: one more than the highest network number. */
    public static final int IN_CLASSB_MAX = 65536;
    /** Class C: mask of the network part, host byte order. */
    public static final int IN_CLASSC_NET = 0xffffff00;
    /** Class C: bits to the right of the network part. */
    public static final int IN_CLASSC_NSHIFT = 8;
    /** Class C: mask of the host part, host byte order. */
    public static final int IN_CLASSC_HOST = 0xffffffff & ~IN_CLASSC_NET;

    /** 0.0.0.0: to bind(2), all of this machine's addresses. Host byte order. */
    public static final int INADDR_ANY = 0x00000000;
    /** 255.255.255.255: every host on the local network (SO_BROADCAST). */
    public static final int INADDR_BROADCAST = 0xffffffff;
    /** What inet_addr(3) answers when it cannot read the address. */
    public static final int INADDR_NONE = 0xffffffff;
    /** 192.0.0.8: source of ICMP errors from a host without an address (RFC 7600). Host byte order. */
    public static final int INADDR_DUMMY = 0xc0000008;
    /** The network of loopback addresses, 127.0.0.0/8. */
    public static final int IN_LOOPBACKNET = 127;
    /** 127.0.0.1: this machine itself. Host byte order. */
    public static final int INADDR_LOOPBACK = 0x7f000001;
    /** 224.0.0.0, the first multicast address. Host byte order. */
    public static final int INADDR_UNSPEC_GROUP = 0xe0000000;
    /** 224.0.0.1: every multicast host on the local network. Host byte order. */
    public static final int INADDR_ALLHOSTS_GROUP = 0xe0000001;
    /** 224.0.0.2: every multicast router on the local network. Host byte order. */
    public static final int INADDR_ALLRTRS_GROUP = 0xe0000002;
    /** 224.0.0.106: every switch that snoops on multicast. Host byte order. */
    public static final int INADDR_ALLSNOOPERS_GROUP = 0xe000006a;
    /** 224.0.0.255: the last group that no router forwards. Host byte order. */
    public static final int INADDR_MAX_LOCAL_GROUP = 0xe00000ff;

    /** Bytes for an IPv4 address as text, its NUL included. */
    public static final int INET_ADDRSTRLEN = 16;
    /** Bytes for an IPv6 address as text, its NUL included. */
    public static final int INET6_ADDRSTRLEN = 46;

    /** Not to be made: a header's class has only static members. */
    protected In() {}

    /** {@code in6addr_any}: {@code ::}, to copy from. */
    public static final in6_addr in6addr_any = new in6_addr();

    /** {@code in6addr_loopback}: {@code ::1}, to copy from. */
    public static final in6_addr in6addr_loopback =
            new in6_addr(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});

    /**
     * {@code uint32_t htonl(uint32_t hostlong);}
     *
     * <p>From host to network byte order.
     *
     * @param hostlong 32 bits in host byte order
     * @return the same in network byte order
     * @see <a href="https://man7.org/linux/man-pages/man3/htonl.3.html">htonl(3)</a>
     */
    public static int htonl(int hostlong) {
        return Integer.reverseBytes(hostlong);
    }

    /**
     * {@code uint16_t htons(uint16_t hostshort);}
     *
     * <p>From host to network byte order.
     *
     * @param hostshort 16 bits in host byte order; higher ones are cut off, as in C
     * @return the same in network byte order, 0 to 65,535
     * @see <a href="https://man7.org/linux/man-pages/man3/htons.3.html">htons(3)</a>
     */
    public static int htons(int hostshort) {
        return Short.toUnsignedInt(Short.reverseBytes((short) hostshort));
    }

    /**
     * {@code uint32_t ntohl(uint32_t netlong);}
     *
     * <p>From network to host byte order.
     *
     * @param netlong 32 bits in network byte order
     * @return the same in host byte order
     * @see <a href="https://man7.org/linux/man-pages/man3/ntohl.3.html">ntohl(3)</a>
     */
    public static int ntohl(int netlong) {
        return htonl(netlong);
    }

    /**
     * {@code uint16_t ntohs(uint16_t netshort);}
     *
     * <p>From network to host byte order.
     *
     * @param netshort 16 bits in network byte order; higher ones are cut off, as in C
     * @return the same in host byte order, 0 to 65,535
     * @see <a href="https://man7.org/linux/man-pages/man3/ntohs.3.html">ntohs(3)</a>
     */
    public static int ntohs(int netshort) {
        return htons(netshort);
    }

    /**
     * {@code int bindresvport(int sockfd, struct sockaddr_in *sin);}
     *
     * <p>Gives a socket an address with a privileged port that is free, of 512 to 1023.
     *
     * @param sockfd the socket
     * @param sin the address, whose port does not count and is filled in; or null for any address of this machine
     * @return 0, or -1 with {@code errno()} EACCES, EADDRINUSE, EAFNOSUPPORT, EADDRNOTAVAIL, EBADF, EINVAL, ENOTSOCK
     * @see <a href="https://man7.org/linux/man-pages/man3/bindresvport.3.html">bindresvport(3)</a>
     */
    public static int bindresvport(int sockfd, sockaddr_in sin) {
        try (Memory m = memory()) {
            long room = m.in(sin);
            return m.back(result(BINDRESVPORT, m.call(BINDRESVPORT, sockfd, room)), room, sin);
        }
    }


    /**
     * {@code struct in_addr}: an IPv4 address.
     */
    public static final class in_addr extends Struct {
        /** The address, in network byte order. */
        public int s_addr;

        /** {@code struct in_addr a = {0}}. */
        public in_addr() {}

        /**
         * {@code struct in_addr a = {s_addr}}.
         *
         * @param s_addr the address, in network byte order
         */
        public in_addr(int s_addr) {
            this.s_addr = s_addr;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public in_addr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct in_addr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static in_addr[] array(int n) {
            return filled(new in_addr[n], in_addr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(in_addr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            s_addr = f.int32("s_addr", s_addr);
        }

        @Override
        public String toString() {
            return "inet_addr(\"" + Addresses.ipv4(s_addr) + "\")";
        }
    }

    /**
     * {@code struct in6_addr}: an IPv6 address.
     */
    public static final class in6_addr extends Struct {
        /** The address, in network byte order. */
        public final byte[] s6_addr = new byte[16];

        /** {@code struct in6_addr a = {0}}. */
        public in6_addr() {}

        /**
         * {@code struct in6_addr a = {s6_addr}}.
         *
         * @param s6_addr the address, in network byte order
         */
        public in6_addr(byte[] s6_addr) {
            System.arraycopy(s6_addr, 0, this.s6_addr, 0, s6_addr.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public in6_addr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct in6_addr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static in6_addr[] array(int n) {
            return filled(new in6_addr[n], in6_addr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(in6_addr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.bytes("s6_addr", s6_addr, Integer.BYTES);
        }

        @Override
        public String toString() {
            return Addresses.pton(s6_addr, "");
        }
    }

    /**
     * {@code struct sockaddr_in}: an IPv4 socket address.
     */
    public static final class sockaddr_in extends sockaddr {
        /** AF_INET. */
        public int sin_family;
        /** Port, in network byte order. */
        public int sin_port;
        /** IPv4 address. */
        public final in_addr sin_addr = new in_addr();
        /** Padding to the size of a sockaddr. */
        public final byte[] sin_zero = new byte[8];

        /** {@code struct sockaddr_in a = {0}}. */
        public sockaddr_in() {}

        /**
         * {@code struct sockaddr_in a = {sin_family, sin_port, sin_addr}}.
         *
         * @param sin_family AF_INET
         * @param sin_port port, in network byte order
         * @param sin_addr IPv4 address
         */
        public sockaddr_in(int sin_family, int sin_port, in_addr sin_addr) {
            this.sin_family = sin_family;
            this.sin_port = sin_port;
            this.sin_addr.set(sin_addr);
        }

        /**
         * {@code (struct sockaddr_in *) &from}: the bytes of another address, copied now.
         *
         * @param from the address
         */
        public sockaddr_in(sockaddr from) {
            copy(from);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public sockaddr_in(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct sockaddr_in a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static sockaddr_in[] array(int n) {
            return filled(new sockaddr_in[n], sockaddr_in::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(sockaddr_in from) {
            copy(from);
        }

        @Override
        public int sa_family() {
            return sin_family;
        }

        @Override
        public void sa_family(int family) {
            sin_family = family;
        }

        @Override
        protected void fields(Fields f) {
            sin_family = f.uint16("sin_family", sin_family);
            sin_port = f.uint16("sin_port", sin_port);
            f.struct("sin_addr", sin_addr);
            f.bytes("sin_zero", sin_zero);
        }
    }

    /**
     * {@code struct sockaddr_in6}: an IPv6 socket address.
     */
    public static final class sockaddr_in6 extends sockaddr {
        /** AF_INET6. */
        public int sin6_family;
        /** Port, in network byte order. */
        public int sin6_port;
        /** Flow information, in network byte order. */
        public int sin6_flowinfo;
        /** IPv6 address. */
        public final in6_addr sin6_addr = new in6_addr();
        /** Interface index of a link-local address, in host byte order. */
        public int sin6_scope_id;

        /** {@code struct sockaddr_in6 a = {0}}. */
        public sockaddr_in6() {}

        /**
         * {@code struct sockaddr_in6 a = {sin6_family, sin6_port, sin6_flowinfo, sin6_addr, sin6_scope_id}}.
         *
         * @param sin6_family AF_INET6
         * @param sin6_port port, in network byte order
         * @param sin6_flowinfo flow information, in network byte order
         * @param sin6_addr IPv6 address
         * @param sin6_scope_id interface index of a link-local address, in host byte order
         */
        public sockaddr_in6(int sin6_family, int sin6_port, int sin6_flowinfo, in6_addr sin6_addr, int sin6_scope_id) {
            this.sin6_family = sin6_family;
            this.sin6_port = sin6_port;
            this.sin6_flowinfo = sin6_flowinfo;
            this.sin6_addr.set(sin6_addr);
            this.sin6_scope_id = sin6_scope_id;
        }

        /**
         * {@code (struct sockaddr_in6 *) &from}: the bytes of another address, copied now.
         *
         * @param from the address
         */
        public sockaddr_in6(sockaddr from) {
            copy(from);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public sockaddr_in6(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct sockaddr_in6 a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static sockaddr_in6[] array(int n) {
            return filled(new sockaddr_in6[n], sockaddr_in6::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(sockaddr_in6 from) {
            copy(from);
        }

        @Override
        public int sa_family() {
            return sin6_family;
        }

        @Override
        public void sa_family(int family) {
            sin6_family = family;
        }

        @Override
        protected void fields(Fields f) {
            sin6_family = f.uint16("sin6_family", sin6_family);
            sin6_port = f.uint16("sin6_port", sin6_port);
            sin6_flowinfo = f.int32("sin6_flowinfo", sin6_flowinfo);
            f.struct("sin6_addr", sin6_addr);
            sin6_scope_id = f.int32("sin6_scope_id", sin6_scope_id);
        }
    }

    /**
     * {@code struct ip_mreq}: the value of IP_ADD_MEMBERSHIP and IP_DROP_MEMBERSHIP.
     */
    public static final class ip_mreq extends Struct {
        /** Multicast group. */
        public final in_addr imr_multiaddr = new in_addr();
        /** Address of the local interface. */
        public final in_addr imr_interface = new in_addr();

        /** {@code struct ip_mreq a = {0}}. */
        public ip_mreq() {}

        /**
         * {@code struct ip_mreq a = {imr_multiaddr, imr_interface}}.
         *
         * @param imr_multiaddr multicast group
         * @param imr_interface address of the local interface
         */
        public ip_mreq(in_addr imr_multiaddr, in_addr imr_interface) {
            this.imr_multiaddr.set(imr_multiaddr);
            this.imr_interface.set(imr_interface);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ip_mreq(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ip_mreq a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ip_mreq[] array(int n) {
            return filled(new ip_mreq[n], ip_mreq::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ip_mreq from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("imr_multiaddr", imr_multiaddr);
            f.struct("imr_interface", imr_interface);
        }
    }

    /**
     * {@code struct ipv6_mreq}: the value of IPV6_JOIN_GROUP and IPV6_LEAVE_GROUP.
     */
    public static final class ipv6_mreq extends Struct {
        /** Multicast group. */
        public final in6_addr ipv6mr_multiaddr = new in6_addr();
        /** Interface index. */
        public int ipv6mr_interface;

        /** {@code struct ipv6_mreq a = {0}}. */
        public ipv6_mreq() {}

        /**
         * {@code struct ipv6_mreq a = {ipv6mr_multiaddr, ipv6mr_interface}}.
         *
         * @param ipv6mr_multiaddr multicast group
         * @param ipv6mr_interface interface index
         */
        public ipv6_mreq(in6_addr ipv6mr_multiaddr, int ipv6mr_interface) {
            this.ipv6mr_multiaddr.set(ipv6mr_multiaddr);
            this.ipv6mr_interface = ipv6mr_interface;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ipv6_mreq(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ipv6_mreq a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ipv6_mreq[] array(int n) {
            return filled(new ipv6_mreq[n], ipv6_mreq::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ipv6_mreq from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("ipv6mr_multiaddr", ipv6mr_multiaddr);
            ipv6mr_interface = f.int32("ipv6mr_interface", ipv6mr_interface);
        }
    }

    /**
     * {@code struct ip_mreqn}: the value of IP_ADD_MEMBERSHIP, IP_DROP_MEMBERSHIP and IP_MULTICAST_IF.
     */
    public static final class ip_mreqn extends Struct {
        /** Multicast group. */
        public final in_addr imr_multiaddr = new in_addr();
        /** Address of the local interface. */
        public final in_addr imr_address = new in_addr();
        /** Interface index, which goes before the address. */
        public int imr_ifindex;

        /** {@code struct ip_mreqn a = {0}}. */
        public ip_mreqn() {}

        /**
         * {@code struct ip_mreqn a = {imr_multiaddr, imr_address, imr_ifindex}}.
         *
         * @param imr_multiaddr multicast group
         * @param imr_address address of the local interface
         * @param imr_ifindex interface index, which goes before the address
         */
        public ip_mreqn(in_addr imr_multiaddr, in_addr imr_address, int imr_ifindex) {
            this.imr_multiaddr.set(imr_multiaddr);
            this.imr_address.set(imr_address);
            this.imr_ifindex = imr_ifindex;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ip_mreqn(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ip_mreqn a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ip_mreqn[] array(int n) {
            return filled(new ip_mreqn[n], ip_mreqn::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ip_mreqn from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("imr_multiaddr", imr_multiaddr);
            f.struct("imr_address", imr_address);
            imr_ifindex = f.int32("imr_ifindex", imr_ifindex);
        }
    }

    /**
     * {@code int IN_CLASSA(in_addr_t a);}
     *
     * <p>Tells whether an address is of class A, 0.0.0.0 to 127.255.255.255.
     *
     * @param a IPv4 address, in host byte order
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static boolean IN_CLASSA(int a) {
        return (a & 0x80000000) == 0;
    }

    /**
     * {@code int IN_CLASSB(in_addr_t a);}
     *
     * <p>Tells whether an address is of class B, 128.0.0.0 to 191.255.255.255.
     *
     * @param a IPv4 address, in host byte order
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static boolean IN_CLASSB(int a) {
        return (a & 0xc0000000) == 0x80000000;
    }

    /**
     * {@code int IN_CLASSC(in_addr_t a);}
     *
     * <p>Tells whether an address is of class C, 192.0.0.0 to 223.255.255.255.
     *
     * @param a IPv4 address, in host byte order
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static boolean IN_CLASSC(int a) {
        return (a & 0xe0000000) == 0xc0000000;
    }

    /**
     * {@code int IN_CLASSD(in_addr_t a);}
     *
     * <p>Tells whether an address is of class D, 224.0.0.0 to 239.255.255.255.
     *
     * @param a IPv4 address, in host byte order
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static boolean IN_CLASSD(int a) {
        return (a & 0xf0000000) == 0xe0000000;
    }

    /**
     * {@code int IN_MULTICAST(in_addr_t a);}
     *
     * <p>Tells whether an address is a multicast group, of class D.
     *
     * @param a IPv4 address, in host byte order
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static boolean IN_MULTICAST(int a) {
        return IN_CLASSD(a);
    }

    /**
     * {@code int IN_EXPERIMENTAL(in_addr_t a);}
     *
     * <p>Tells whether an address is multicast or reserved, 224.0.0.0 and beyond.
     *
     * @param a IPv4 address, in host byte order
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static boolean IN_EXPERIMENTAL(int a) {
        return (a & 0xe0000000) == 0xe0000000;
    }

    /**
     * {@code int IN_BADCLASS(in_addr_t a);}
     *
     * <p>Tells whether an address is of no class, 240.0.0.0 and beyond.
     *
     * @param a IPv4 address, in host byte order
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static boolean IN_BADCLASS(int a) {
        return (a & 0xf0000000) == 0xf0000000;
    }

    /**
     * {@code int IN_CLASSE(in_addr_t a);}
     *
     * <p>Tells whether an address is of class E, 240.0.0.0 and beyond.
     *
     * @param a IPv4 address, in host byte order
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static boolean IN_CLASSE(int a) {
        return (a & 0xf0000000) == 0xf0000000;
    }

    /**
     * {@code int IN_LOOPBACK(in_addr_t a);}
     *
     * <p>Tells whether an address is a loopback one, 127.0.0.0 to 127.255.255.255.
     *
     * @param a IPv4 address, in host byte order
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static boolean IN_LOOPBACK(int a) {
        return (a & 0xff000000) == 0x7f000000;
    }

    /**
     * {@code int IN6_IS_ADDR_UNSPECIFIED(const struct in6_addr *a);}
     *
     * <p>Tells whether an address is ::.
     *
     * @param a IPv6 address
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ipv6.7.html">ipv6(7)</a>
     */
    public static boolean IN6_IS_ADDR_UNSPECIFIED(in6_addr a) {
        return zeros(a, 16);
    }

    /**
     * {@code int IN6_IS_ADDR_LOOPBACK(const struct in6_addr *a);}
     *
     * <p>Tells whether an address is ::1.
     *
     * @param a IPv6 address
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ipv6.7.html">ipv6(7)</a>
     */
    public static boolean IN6_IS_ADDR_LOOPBACK(in6_addr a) {
        return zeros(a, 15) && a.s6_addr[15] == 1;
    }

    /**
     * {@code int IN6_IS_ADDR_LINKLOCAL(const struct in6_addr *a);}
     *
     * <p>Tells whether an address is link-local, in fe80::/10.
     *
     * @param a IPv6 address
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ipv6.7.html">ipv6(7)</a>
     */
    public static boolean IN6_IS_ADDR_LINKLOCAL(in6_addr a) {
        return a.s6_addr[0] == (byte) 0xfe && (a.s6_addr[1] & 0xc0) == 0x80;
    }

    /**
     * {@code int IN6_IS_ADDR_SITELOCAL(const struct in6_addr *a);}
     *
     * <p>Tells whether an address is site-local, in fec0::/10, deprecated.
     *
     * @param a IPv6 address
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ipv6.7.html">ipv6(7)</a>
     */
    public static boolean IN6_IS_ADDR_SITELOCAL(in6_addr a) {
        return a.s6_addr[0] == (byte) 0xfe && (a.s6_addr[1] & 0xc0) == 0xc0;
    }

    /**
     * {@code int IN6_IS_ADDR_V4MAPPED(const struct in6_addr *a);}
     *
     * <p>Tells whether an address is an IPv4-mapped one, in ::ffff:0:0/96.
     *
     * @param a IPv6 address
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ipv6.7.html">ipv6(7)</a>
     */
    public static boolean IN6_IS_ADDR_V4MAPPED(in6_addr a) {
        return zeros(a, 10) && a.s6_addr[10] == -1 && a.s6_addr[11] == -1;
    }

    /**
     * {@code int IN6_IS_ADDR_V4COMPAT(const struct in6_addr *a);}
     *
     * <p>Tells whether an address is an IPv4-compatible one, in ::/96, deprecated; :: and ::1 are none.
     *
     * @param a IPv6 address
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ipv6.7.html">ipv6(7)</a>
     */
    public static boolean IN6_IS_ADDR_V4COMPAT(in6_addr a) {
        return zeros(a, 12) && !IN6_IS_ADDR_UNSPECIFIED(a) && !IN6_IS_ADDR_LOOPBACK(a);
    }

    /**
     * {@code int IN6_IS_ADDR_MULTICAST(const struct in6_addr *a);}
     *
     * <p>Tells whether an address is a multicast group, in ff00::/8.
     *
     * @param a IPv6 address
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ipv6.7.html">ipv6(7)</a>
     */
    public static boolean IN6_IS_ADDR_MULTICAST(in6_addr a) {
        return a.s6_addr[0] == -1;
    }

    /**
     * {@code int IN6_IS_ADDR_MC_NODELOCAL(const struct in6_addr *a);}
     *
     * <p>Tells whether an address is a multicast group of this machine.
     *
     * @param a IPv6 address
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ipv6.7.html">ipv6(7)</a>
     */
    public static boolean IN6_IS_ADDR_MC_NODELOCAL(in6_addr a) {
        return IN6_IS_ADDR_MULTICAST(a) && (a.s6_addr[1] & 0xf) == 1;
    }

    /**
     * {@code int IN6_IS_ADDR_MC_LINKLOCAL(const struct in6_addr *a);}
     *
     * <p>Tells whether an address is a multicast group of the link.
     *
     * @param a IPv6 address
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ipv6.7.html">ipv6(7)</a>
     */
    public static boolean IN6_IS_ADDR_MC_LINKLOCAL(in6_addr a) {
        return IN6_IS_ADDR_MULTICAST(a) && (a.s6_addr[1] & 0xf) == 2;
    }

    /**
     * {@code int IN6_IS_ADDR_MC_SITELOCAL(const struct in6_addr *a);}
     *
     * <p>Tells whether an address is a multicast group of the site.
     *
     * @param a IPv6 address
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ipv6.7.html">ipv6(7)</a>
     */
    public static boolean IN6_IS_ADDR_MC_SITELOCAL(in6_addr a) {
        return IN6_IS_ADDR_MULTICAST(a) && (a.s6_addr[1] & 0xf) == 5;
    }

    /**
     * {@code int IN6_IS_ADDR_MC_ORGLOCAL(const struct in6_addr *a);}
     *
     * <p>Tells whether an address is a multicast group of the organization.
     *
     * @param a IPv6 address
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ipv6.7.html">ipv6(7)</a>
     */
    public static boolean IN6_IS_ADDR_MC_ORGLOCAL(in6_addr a) {
        return IN6_IS_ADDR_MULTICAST(a) && (a.s6_addr[1] & 0xf) == 8;
    }

    /**
     * {@code int IN6_IS_ADDR_MC_GLOBAL(const struct in6_addr *a);}
     *
     * <p>Tells whether an address is a multicast group of the world.
     *
     * @param a IPv6 address
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/ipv6.7.html">ipv6(7)</a>
     */
    public static boolean IN6_IS_ADDR_MC_GLOBAL(in6_addr a) {
        return IN6_IS_ADDR_MULTICAST(a) && (a.s6_addr[1] & 0xf) == 0xe;
    }

    /**
     * {@code int IN6_ARE_ADDR_EQUAL(const struct in6_addr *a, const struct in6_addr *b);}
     *
     * <p>Tells whether two addresses are equal.
     *
     * @param a IPv6 address
     * @param b IPv6 address
     * @return whether they are
     * @see <a href="https://man7.org/linux/man-pages/man7/ipv6.7.html">ipv6(7)</a>
     */
    public static boolean IN6_ARE_ADDR_EQUAL(in6_addr a, in6_addr b) {
        return Arrays.equals(a.s6_addr, b.s6_addr);
    }

    private static boolean zeros(in6_addr a, int n) {
        for (int i = 0; i < n; i++) {
            if (a.s6_addr[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * {@code size_t IP_MSFILTER_SIZE(uint32_t numsrc);}
     *
     * <p>Tells the size of a {@code struct ip_msfilter}.
     *
     * @param numsrc how many senders it lists
     * @return its size in bytes
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static int IP_MSFILTER_SIZE(int numsrc) {
        return offsetof(ip_msfilter.class, "imsf_slist") + numsrc * sizeof(in_addr.class);
    }

    /**
     * {@code size_t GROUP_FILTER_SIZE(uint32_t numsrc);}
     *
     * <p>Tells the size of a {@code struct group_filter}.
     *
     * @param numsrc how many senders it lists
     * @return its size in bytes
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static int GROUP_FILTER_SIZE(int numsrc) {
        return offsetof(group_filter.class, "gf_slist") + numsrc * sizeof(sockaddr_storage.class);
    }

    /**
     * {@code struct ip_mreq_source}: the value of IP_ADD_SOURCE_MEMBERSHIP, IP_BLOCK_SOURCE and their like.
     */
    public static final class ip_mreq_source extends Struct {
        /** Multicast group. */
        public final in_addr imr_multiaddr = new in_addr();
        /** Address of the local interface. */
        public final in_addr imr_interface = new in_addr();
        /** Sender. */
        public final in_addr imr_sourceaddr = new in_addr();

        /** {@code struct ip_mreq_source a = {0}}. */
        public ip_mreq_source() {}

        /**
         * {@code struct ip_mreq_source a = {imr_multiaddr, imr_interface, imr_sourceaddr}}.
         *
         * @param imr_multiaddr multicast group
         * @param imr_interface address of the local interface
         * @param imr_sourceaddr sender
         */
        public ip_mreq_source(in_addr imr_multiaddr, in_addr imr_interface, in_addr imr_sourceaddr) {
            this.imr_multiaddr.set(imr_multiaddr);
            this.imr_interface.set(imr_interface);
            this.imr_sourceaddr.set(imr_sourceaddr);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ip_mreq_source(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ip_mreq_source a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ip_mreq_source[] array(int n) {
            return filled(new ip_mreq_source[n], ip_mreq_source::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ip_mreq_source from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("imr_multiaddr", imr_multiaddr);
            f.struct("imr_interface", imr_interface);
            f.struct("imr_sourceaddr", imr_sourceaddr);
        }
    }

    /**
     * {@code struct group_req}: the value of MCAST_JOIN_GROUP and MCAST_LEAVE_GROUP.
     */
    public static final class group_req extends Struct {
        /** Interface index. */
        public int gr_interface;
        /** Multicast group. */
        public final sockaddr_storage gr_group = new sockaddr_storage();

        /** {@code struct group_req a = {0}}. */
        public group_req() {}

        /**
         * {@code struct group_req a = {gr_interface, gr_group}}.
         *
         * @param gr_interface interface index
         * @param gr_group multicast group
         */
        public group_req(int gr_interface, sockaddr_storage gr_group) {
            this.gr_interface = gr_interface;
            this.gr_group.set(gr_group);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public group_req(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct group_req a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static group_req[] array(int n) {
            return filled(new group_req[n], group_req::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(group_req from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            gr_interface = f.int32("gr_interface", gr_interface);
            f.struct("gr_group", gr_group);
        }
    }

    /**
     * {@code struct group_source_req}: the value of MCAST_JOIN_SOURCE_GROUP, MCAST_BLOCK_SOURCE and their like.
     */
    public static final class group_source_req extends Struct {
        /** Interface index. */
        public int gsr_interface;
        /** Multicast group. */
        public final sockaddr_storage gsr_group = new sockaddr_storage();
        /** Sender. */
        public final sockaddr_storage gsr_source = new sockaddr_storage();

        /** {@code struct group_source_req a = {0}}. */
        public group_source_req() {}

        /**
         * {@code struct group_source_req a = {gsr_interface, gsr_group, gsr_source}}.
         *
         * @param gsr_interface interface index
         * @param gsr_group multicast group
         * @param gsr_source sender
         */
        public group_source_req(int gsr_interface, sockaddr_storage gsr_group, sockaddr_storage gsr_source) {
            this.gsr_interface = gsr_interface;
            this.gsr_group.set(gsr_group);
            this.gsr_source.set(gsr_source);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public group_source_req(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct group_source_req a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static group_source_req[] array(int n) {
            return filled(new group_source_req[n], group_source_req::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(group_source_req from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            gsr_interface = f.int32("gsr_interface", gsr_interface);
            f.struct("gsr_group", gsr_group);
            f.struct("gsr_source", gsr_source);
        }
    }

    /**
     * {@code struct ip_msfilter}: the value of IP_MSFILTER, a group's senders, with room for one. More of them go
     * behind it in a buffer of {@link #IP_MSFILTER_SIZE} bytes.
     */
    public static final class ip_msfilter extends Struct {
        /** Multicast group. */
        public final in_addr imsf_multiaddr = new in_addr();
        /** Address of the local interface. */
        public final in_addr imsf_interface = new in_addr();
        /** MCAST_INCLUDE or MCAST_EXCLUDE. */
        public int imsf_fmode;
        /** Senders. */
        public int imsf_numsrc;
        /** The senders. */
        public final in_addr[] imsf_slist = in_addr.array(1);

        /** {@code struct ip_msfilter a = {0}}. */
        public ip_msfilter() {}

        /**
         * {@code struct ip_msfilter a = {imsf_multiaddr, imsf_interface, imsf_fmode, imsf_numsrc, imsf_slist}}.
         *
         * @param imsf_multiaddr multicast group
         * @param imsf_interface address of the local interface
         * @param imsf_fmode MCAST_INCLUDE or MCAST_EXCLUDE
         * @param imsf_numsrc senders
         * @param imsf_slist the senders
         */
        public ip_msfilter(in_addr imsf_multiaddr, in_addr imsf_interface, int imsf_fmode, int imsf_numsrc,
                in_addr[] imsf_slist) {
            this.imsf_multiaddr.set(imsf_multiaddr);
            this.imsf_interface.set(imsf_interface);
            this.imsf_fmode = imsf_fmode;
            this.imsf_numsrc = imsf_numsrc;
            for (int i = 0; i < imsf_slist.length; i++) {
                this.imsf_slist[i].set(imsf_slist[i]);
            }
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ip_msfilter(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ip_msfilter a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ip_msfilter[] array(int n) {
            return filled(new ip_msfilter[n], ip_msfilter::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ip_msfilter from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("imsf_multiaddr", imsf_multiaddr);
            f.struct("imsf_interface", imsf_interface);
            imsf_fmode = f.as("MCAST_EXCLUDE").int32("imsf_fmode", imsf_fmode);
            imsf_numsrc = f.int32("imsf_numsrc", imsf_numsrc);
            f.structs("imsf_slist", imsf_slist);
        }
    }

    /**
     * {@code struct group_filter}: the value of MCAST_MSFILTER, a group's senders, with room for one. More of them
     * go behind it in a buffer of {@link #GROUP_FILTER_SIZE} bytes.
     */
    public static final class group_filter extends Struct {
        /** Interface index. */
        public int gf_interface;
        /** Multicast group. */
        public final sockaddr_storage gf_group = new sockaddr_storage();
        /** MCAST_INCLUDE or MCAST_EXCLUDE. */
        public int gf_fmode;
        /** Senders. */
        public int gf_numsrc;
        /** The senders. */
        public final sockaddr_storage[] gf_slist = sockaddr_storage.array(1);

        /** {@code struct group_filter a = {0}}. */
        public group_filter() {}

        /**
         * {@code struct group_filter a = {gf_interface, gf_group, gf_fmode, gf_numsrc, gf_slist}}.
         *
         * @param gf_interface interface index
         * @param gf_group multicast group
         * @param gf_fmode MCAST_INCLUDE or MCAST_EXCLUDE
         * @param gf_numsrc senders
         * @param gf_slist the senders
         */
        public group_filter(int gf_interface, sockaddr_storage gf_group, int gf_fmode, int gf_numsrc,
                sockaddr_storage[] gf_slist) {
            this.gf_interface = gf_interface;
            this.gf_group.set(gf_group);
            this.gf_fmode = gf_fmode;
            this.gf_numsrc = gf_numsrc;
            for (int i = 0; i < gf_slist.length; i++) {
                this.gf_slist[i].set(gf_slist[i]);
            }
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public group_filter(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct group_filter a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static group_filter[] array(int n) {
            return filled(new group_filter[n], group_filter::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(group_filter from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            gf_interface = f.int32("gf_interface", gf_interface);
            f.struct("gf_group", gf_group);
            gf_fmode = f.as("MCAST_EXCLUDE").int32("gf_fmode", gf_fmode);
            gf_numsrc = f.int32("gf_numsrc", gf_numsrc);
            f.structs("gf_slist", gf_slist);
        }
    }

    /**
     * {@code struct in_pktinfo}: the control message IP_PKTINFO.
     */
    public static final class in_pktinfo extends Struct {
        /** Interface index. */
        public int ipi_ifindex;
        /** Local address; to send, the source. */
        public final in_addr ipi_spec_dst = new in_addr();
        /** Destination in the packet's header. */
        public final in_addr ipi_addr = new in_addr();

        /** {@code struct in_pktinfo a = {0}}. */
        public in_pktinfo() {}

        /**
         * {@code struct in_pktinfo a = {ipi_ifindex, ipi_spec_dst, ipi_addr}}.
         *
         * @param ipi_ifindex interface index
         * @param ipi_spec_dst local address; to send, the source
         * @param ipi_addr destination in the packet's header
         */
        public in_pktinfo(int ipi_ifindex, in_addr ipi_spec_dst, in_addr ipi_addr) {
            this.ipi_ifindex = ipi_ifindex;
            this.ipi_spec_dst.set(ipi_spec_dst);
            this.ipi_addr.set(ipi_addr);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public in_pktinfo(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct in_pktinfo a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static in_pktinfo[] array(int n) {
            return filled(new in_pktinfo[n], in_pktinfo::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(in_pktinfo from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ipi_ifindex = f.int32("ipi_ifindex", ipi_ifindex);
            f.struct("ipi_spec_dst", ipi_spec_dst);
            f.struct("ipi_addr", ipi_addr);
        }
    }

    /**
     * {@code struct in6_pktinfo}: the control message IPV6_PKTINFO.
     */
    public static final class in6_pktinfo extends Struct {
        /** Local address; to send, the source. */
        public final in6_addr ipi6_addr = new in6_addr();
        /** Interface index. */
        public int ipi6_ifindex;

        /** {@code struct in6_pktinfo a = {0}}. */
        public in6_pktinfo() {}

        /**
         * {@code struct in6_pktinfo a = {ipi6_addr, ipi6_ifindex}}.
         *
         * @param ipi6_addr local address; to send, the source
         * @param ipi6_ifindex interface index
         */
        public in6_pktinfo(in6_addr ipi6_addr, int ipi6_ifindex) {
            this.ipi6_addr.set(ipi6_addr);
            this.ipi6_ifindex = ipi6_ifindex;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public in6_pktinfo(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct in6_pktinfo a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static in6_pktinfo[] array(int n) {
            return filled(new in6_pktinfo[n], in6_pktinfo::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(in6_pktinfo from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("ipi6_addr", ipi6_addr);
            ipi6_ifindex = f.int32("ipi6_ifindex", ipi6_ifindex);
        }
    }

    /**
     * {@code struct ip6_mtuinfo}: the answer to IPV6_PATHMTU, and its control message.
     */
    public static final class ip6_mtuinfo extends Struct {
        /** Destination. */
        public final sockaddr_in6 ip6m_addr = new sockaddr_in6();
        /** Path MTU, in bytes. */
        public int ip6m_mtu;

        /** {@code struct ip6_mtuinfo a = {0}}. */
        public ip6_mtuinfo() {}

        /**
         * {@code struct ip6_mtuinfo a = {ip6m_addr, ip6m_mtu}}.
         *
         * @param ip6m_addr destination
         * @param ip6m_mtu path MTU, in bytes
         */
        public ip6_mtuinfo(sockaddr_in6 ip6m_addr, int ip6m_mtu) {
            this.ip6m_addr.set(ip6m_addr);
            this.ip6m_mtu = ip6m_mtu;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ip6_mtuinfo(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ip6_mtuinfo a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ip6_mtuinfo[] array(int n) {
            return filled(new ip6_mtuinfo[n], ip6_mtuinfo::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ip6_mtuinfo from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("ip6m_addr", ip6m_addr);
            ip6m_mtu = f.int32("ip6m_mtu", ip6m_mtu);
        }
    }
}
