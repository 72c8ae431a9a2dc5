package libc.bits;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import libc.Struct;
import libc.internal.Addresses;

/**
 * {@code <bits/socket.h>}, the constants of {@code <sys/socket.h>}: glibc's, with those that Linux has and
 * glibc does not name yet.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/socket.2.html">socket(2)</a>
 * @see <a href="https://man7.org/linux/man-pages/man7/socket.7.html">socket(7)</a>
 * @see <a href="https://man7.org/linux/man-pages/man7/unix.7.html">unix(7)</a>
 * @see <a href="https://man7.org/linux/man-pages/man2/send.2.html">send(2)</a>
 * @see <a href="https://man7.org/linux/man-pages/man2/recv.2.html">recv(2)</a>
 */
public class Socket extends libc.sys.Select {

    /** Byte stream: in order, reliable, connected, without message boundaries. */
    public static final int SOCK_STREAM = 1;
    /** Datagrams: each send is one message of bounded length; UDP may lose or reorder them. */
    public static final int SOCK_DGRAM = 2;
    /** Packets below the transport protocol; see raw(7). Needs CAP_NET_RAW. */
    public static final int SOCK_RAW = 3;
    /** Datagrams delivered reliably but in no particular order (TIPC). */
    public static final int SOCK_RDM = 4;
    /** Connected and reliable like a stream, with message boundaries like datagrams. */
    public static final int SOCK_SEQPACKET = 5;
    /** Datagram Congestion Control Protocol. */
    public static final int SOCK_DCCP = 6;
    /** Frames of the link layer, obsolete: AF_PACKET has taken its place. */
    public static final int SOCK_PACKET = 10;
    /** Or-ed into socket(2)'s type: the descriptor starts with O_NONBLOCK. */
    public static final int SOCK_NONBLOCK = 04000;
    /** Or-ed into socket(2)'s type: the descriptor is closed by execve(2). */
    public static final int SOCK_CLOEXEC = 02000000;

    /** No family; connect(2) to it undoes an earlier connect(2). */
    public static final int AF_UNSPEC = 0;
    /** Sockets within this machine, by path or abstract name; see unix(7). */
    public static final int AF_UNIX = 1;
    /** POSIX's former name of AF_UNIX. */
    public static final int AF_LOCAL = AF_UNIX;
    /** Another non-standard name of AF_UNIX. */
    public static final int AF_FILE = AF_UNIX;
    /** IPv4; addresses are struct sockaddr_in; see ip(7). */
    public static final int AF_INET = 2;
    /** Amateur radio AX.25. */
    public static final int AF_AX25 = 3;
    /** Novell IPX. */
    public static final int AF_IPX = 4;
    /** AppleTalk; see ddp(7). */
    public static final int AF_APPLETALK = 5;
    /** Amateur radio NET/ROM. */
    public static final int AF_NETROM = 6;
    /** Ethernet bridges, in netlink messages. */
    public static final int AF_BRIDGE = 7;
    /** ATM permanent virtual circuits. */
    public static final int AF_ATMPVC = 8;
    /** ITU-T X.25; see x25(7). */
    public static final int AF_X25 = 9;
    /** IPv6; addresses are struct sockaddr_in6; see ipv6(7). */
    public static final int AF_INET6 = 10;
    /** Amateur radio X.25 PLP. */
    public static final int AF_ROSE = 11;
    /** DECnet, removed in Linux 6.1. */
    public static final int AF_DECnet = 12;
    /** Reserved for 802.2 LLC. */
    public static final int AF_NETBEUI = 13;
    /** Reserved for security callbacks. */
    public static final int AF_SECURITY = 14;
    /** IPsec key management, PF_KEY (RFC 2367). */
    public static final int AF_KEY = 15;
    /** Messages to and from the kernel; see netlink(7). */
    public static final int AF_NETLINK = 16;
    /** 4.4BSD's name of AF_NETLINK. */
    public static final int AF_ROUTE = AF_NETLINK;
    /** Frames of the link layer; see packet(7). */
    public static final int AF_PACKET = 17;
    /** Ash. */
    public static final int AF_ASH = 18;
    /** Acorn Econet. */
    public static final int AF_ECONET = 19;
    /** ATM switched virtual circuits. */
    public static final int AF_ATMSVC = 20;
    /** Reliable Datagram Sockets over TCP or InfiniBand. */
    public static final int AF_RDS = 21;
    /** Linux SNA project. */
    public static final int AF_SNA = 22;
    /** Infrared, removed in Linux 4.17. */
    public static final int AF_IRDA = 23;
    /** PPP tunnels: PPPoE, L2TP, PPTP. */
    public static final int AF_PPPOX = 24;
    /** Sangoma WANPIPE. */
    public static final int AF_WANPIPE = 25;
    /** IEEE 802.2 logical link control. */
    public static final int AF_LLC = 26;
    /** InfiniBand addresses. */
    public static final int AF_IB = 27;
    /** Multiprotocol label switching, in netlink messages. */
    public static final int AF_MPLS = 28;
    /** Controller area network of vehicles. */
    public static final int AF_CAN = 29;
    /** Cluster communication by service names. */
    public static final int AF_TIPC = 30;
    /** Bluetooth: L2CAP, RFCOMM, SCO, HCI. */
    public static final int AF_BLUETOOTH = 31;
    /** Inter-user communication vehicle of z/VM. */
    public static final int AF_IUCV = 32;
    /** Remote procedure calls of AFS. */
    public static final int AF_RXRPC = 33;
    /** Modular ISDN. */
    public static final int AF_ISDN = 34;
    /** Nokia's protocol to cellular modems. */
    public static final int AF_PHONET = 35;
    /** Low-rate wireless, the radio below ZigBee and 6LoWPAN. */
    public static final int AF_IEEE802154 = 36;
    /** ST-Ericsson's protocol to modems. */
    public static final int AF_CAIF = 37;
    /** The kernel's cryptography through sockets. */
    public static final int AF_ALG = 38;
    /** Near field communication. */
    public static final int AF_NFC = 39;
    /** Between a virtual machine and its host; see vsock(7). */
    public static final int AF_VSOCK = 40;
    /** Kernel connection multiplexor: messages over TCP. */
    public static final int AF_KCM = 41;
    /** Qualcomm's router to processors on the same chip. */
    public static final int AF_QIPCRTR = 42;
    /** Shared memory communications: TCP's interface over RDMA. */
    public static final int AF_SMC = 43;
    /** Frames straight from the driver into user memory. */
    public static final int AF_XDP = 44;
    /** Management component transport protocol. */
    public static final int AF_MCTP = 45;
    /** One more than the highest family that glibc knows. */
    public static final int AF_MAX = 46;

    /** {@link #AF_UNSPEC} as a protocol family, what socket(2) takes. */
    public static final int PF_UNSPEC = AF_UNSPEC;
    /** {@link #AF_UNIX} as a protocol family, what socket(2) takes. */
    public static final int PF_UNIX = AF_UNIX;
    /** {@link #AF_LOCAL} as a protocol family, what socket(2) takes. */
    public static final int PF_LOCAL = AF_LOCAL;
    /** {@link #AF_FILE} as a protocol family, what socket(2) takes. */
    public static final int PF_FILE = AF_FILE;
    /** {@link #AF_INET} as a protocol family, what socket(2) takes. */
    public static final int PF_INET = AF_INET;
    /** {@link #AF_AX25} as a protocol family, what socket(2) takes. */
    public static final int PF_AX25 = AF_AX25;
    /** {@link #AF_IPX} as a protocol family, what socket(2) takes. */
    public static final int PF_IPX = AF_IPX;
    /** {@link #AF_APPLETALK} as a protocol family, what socket(2) takes. */
    public static final int PF_APPLETALK = AF_APPLETALK;
    /** {@link #AF_NETROM} as a protocol family, what socket(2) takes. */
    public static final int PF_NETROM = AF_NETROM;
    /** {@link #AF_BRIDGE} as a protocol family, what socket(2) takes. */
    public static final int PF_BRIDGE = AF_BRIDGE;
    /** {@link #AF_ATMPVC} as a protocol family, what socket(2) takes. */
    public static final int PF_ATMPVC = AF_ATMPVC;
    /** {@link #AF_X25} as a protocol family, what socket(2) takes. */
    public static final int PF_X25 = AF_X25;
    /** {@link #AF_INET6} as a protocol family, what socket(2) takes. */
    public static final int PF_INET6 = AF_INET6;
    /** {@link #AF_ROSE} as a protocol family, what socket(2) takes. */
    public static final int PF_ROSE = AF_ROSE;
    /** {@link #AF_DECnet} as a protocol family, what socket(2) takes. */
    public static final int PF_DECnet = AF_DECnet;
    /** {@link #AF_NETBEUI} as a protocol family, what socket(2) takes. */
    public static final int PF_NETBEUI = AF_NETBEUI;
    /** {@link #AF_SECURITY} as a protocol family, what socket(2) takes. */
    public static final int PF_SECURITY = AF_SECURITY;
    /** {@link #AF_KEY} as a protocol family, what socket(2) takes. */
    public static final int PF_KEY = AF_KEY;
    /** {@link #AF_NETLINK} as a protocol family, what socket(2) takes. */
    public static final int PF_NETLINK = AF_NETLINK;
    /** {@link #AF_ROUTE} as a protocol family, what socket(2) takes. */
    public static final int PF_ROUTE = AF_ROUTE;
    /** {@link #AF_PACKET} as a protocol family, what socket(2) takes. */
    public static final int PF_PACKET = AF_PACKET;
    /** {@link #AF_ASH} as a protocol family, what socket(2) takes. */
    public static final int PF_ASH = AF_ASH;
    /** {@link #AF_ECONET} as a protocol family, what socket(2) takes. */
    public static final int PF_ECONET = AF_ECONET;
    /** {@link #AF_ATMSVC} as a protocol family, what socket(2) takes. */
    public static final int PF_ATMSVC = AF_ATMSVC;
    /** {@link #AF_RDS} as a protocol family, what socket(2) takes. */
    public static final int PF_RDS = AF_RDS;
    /** {@link #AF_SNA} as a protocol family, what socket(2) takes. */
    public static final int PF_SNA = AF_SNA;
    /** {@link #AF_IRDA} as a protocol family, what socket(2) takes. */
    public static final int PF_IRDA = AF_IRDA;
    /** {@link #AF_PPPOX} as a protocol family, what socket(2) takes. */
    public static final int PF_PPPOX = AF_PPPOX;
    /** {@link #AF_WANPIPE} as a protocol family, what socket(2) takes. */
    public static final int PF_WANPIPE = AF_WANPIPE;
    /** {@link #AF_LLC} as a protocol family, what socket(2) takes. */
    public static final int PF_LLC = AF_LLC;
    /** {@link #AF_IB} as a protocol family, what socket(2) takes. */
    public static final int PF_IB = AF_IB;
    /** {@link #AF_MPLS} as a protocol family, what socket(2) takes. */
    public static final int PF_MPLS = AF_MPLS;
    /** {@link #AF_CAN} as a protocol family, what socket(2) takes. */
    public static final int PF_CAN = AF_CAN;
    /** {@link #AF_TIPC} as a protocol family, what socket(2) takes. */
    public static final int PF_TIPC = AF_TIPC;
    /** {@link #AF_BLUETOOTH} as a protocol family, what socket(2) takes. */
    public static final int PF_BLUETOOTH = AF_BLUETOOTH;
    /** {@link #AF_IUCV} as a protocol family, what socket(2) takes. */
    public static final int PF_IUCV = AF_IUCV;
    /** {@link #AF_RXRPC} as a protocol family, what socket(2) takes. */
    public static final int PF_RXRPC = AF_RXRPC;
    /** {@link #AF_ISDN} as a protocol family, what socket(2) takes. */
    public static final int PF_ISDN = AF_ISDN;
    /** {@link #AF_PHONET} as a protocol family, what socket(2) takes. */
    public static final int PF_PHONET = AF_PHONET;
    /** {@link #AF_IEEE802154} as a protocol family, what socket(2) takes. */
    public static final int PF_IEEE802154 = AF_IEEE802154;
    /** {@link #AF_CAIF} as a protocol family, what socket(2) takes. */
    public static final int PF_CAIF = AF_CAIF;
    /** {@link #AF_ALG} as a protocol family, what socket(2) takes. */
    public static final int PF_ALG = AF_ALG;
    /** {@link #AF_NFC} as a protocol family, what socket(2) takes. */
    public static final int PF_NFC = AF_NFC;
    /** {@link #AF_VSOCK} as a protocol family, what socket(2) takes. */
    public static final int PF_VSOCK = AF_VSOCK;
    /** {@link #AF_KCM} as a protocol family, what socket(2) takes. */
    public static final int PF_KCM = AF_KCM;
    /** {@link #AF_QIPCRTR} as a protocol family, what socket(2) takes. */
    public static final int PF_QIPCRTR = AF_QIPCRTR;
    /** {@link #AF_SMC} as a protocol family, what socket(2) takes. */
    public static final int PF_SMC = AF_SMC;
    /** {@link #AF_XDP} as a protocol family, what socket(2) takes. */
    public static final int PF_XDP = AF_XDP;
    /** {@link #AF_MCTP} as a protocol family, what socket(2) takes. */
    public static final int PF_MCTP = AF_MCTP;
    /** {@link #AF_MAX} as a protocol family, what socket(2) takes. */
    public static final int PF_MAX = AF_MAX;

    /** Level of the options that every socket has: SO_*. */
    public static final int SOL_SOCKET = 1;
    /** Level of a raw socket's options; see raw(7). */
    public static final int SOL_RAW = 255;
    /** Level of DECnet options. */
    public static final int SOL_DECNET = 261;
    /** Level of X.25 options. */
    public static final int SOL_X25 = 262;
    /** Level of PACKET_* options; see packet(7). */
    public static final int SOL_PACKET = 263;
    /** Level of ATM options, cell layer. */
    public static final int SOL_ATM = 264;
    /** Level of ATM options, adaption layer (packets). */
    public static final int SOL_AAL = 265;
    /** Level of infrared options. */
    public static final int SOL_IRDA = 266;
    /** Level reserved for 802.2 LLC. */
    public static final int SOL_NETBEUI = 267;
    /** Level of IEEE 802.2 options. */
    public static final int SOL_LLC = 268;
    /** Level of DCCP options. */
    public static final int SOL_DCCP = 269;
    /** Level of NETLINK_* options; see netlink(7). */
    public static final int SOL_NETLINK = 270;
    /** Level of TIPC options. */
    public static final int SOL_TIPC = 271;
    /** Level of RxRPC options and control messages. */
    public static final int SOL_RXRPC = 272;
    /** Level of PPP over L2TP options. */
    public static final int SOL_PPPOL2TP = 273;
    /** Level of the options that Bluetooth's protocols share. */
    public static final int SOL_BLUETOOTH = 274;
    /** Level of Phonet pipe options. */
    public static final int SOL_PNPIPE = 275;
    /** Level of RDS options. */
    public static final int SOL_RDS = 276;
    /** Level of z/VM IUCV options. */
    public static final int SOL_IUCV = 277;
    /** Level of CAIF options. */
    public static final int SOL_CAIF = 278;
    /** Level of AF_ALG's ALG_* options: key, vector, operation. */
    public static final int SOL_ALG = 279;
    /** Level of NFC options. */
    public static final int SOL_NFC = 280;
    /** Level of KCM options. */
    public static final int SOL_KCM = 281;
    /** Level of kernel TLS: TLS_TX, TLS_RX, record types as control messages. */
    public static final int SOL_TLS = 282;
    /** Level of XDP_* options: rings and memory of an AF_XDP socket. */
    public static final int SOL_XDP = 283;
    /** Level of multipath TCP options. */
    public static final int SOL_MPTCP = 284;
    /** Level of MCTP options. */
    public static final int SOL_MCTP = 285;
    /** Level of SMC options. */
    public static final int SOL_SMC = 286;

    /** Longest queue for listen(2) by the header; the limit in force is /proc/sys/net/core/somaxconn. */
    public static final int SOMAXCONN = 4096;

    /** Sends or receives out-of-band data: TCP's urgent byte. */
    public static final int MSG_OOB = 0x01;
    /** Receives and leaves the data in the queue, for the next call to receive again. */
    public static final int MSG_PEEK = 0x02;
    /** Sends to directly connected hosts only, through no gateway. */
    public static final int MSG_DONTROUTE = 0x04;
    /** DECnet's name of MSG_DONTROUTE. */
    public static final int MSG_TRYHARD = MSG_DONTROUTE;
    /** In msg_flags: control data was lost, msg_control was too short. */
    public static final int MSG_CTRUNC = 0x08;
    /** Supplies or asks for a second address; nothing in Linux uses it. */
    public static final int MSG_PROXY = 0x10;
    /** To recv(2): answer a datagram's whole length. In msg_flags: the datagram lost its tail. */
    public static final int MSG_TRUNC = 0x20;
    /** This one call does not block: EAGAIN instead. */
    public static final int MSG_DONTWAIT = 0x40;
    /** Ends a record (SOCK_SEQPACKET); in msg_flags: a record ended. */
    public static final int MSG_EOR = 0x80;
    /** Waits until all that was asked for is there; a signal, an error or the end still cuts it short. */
    public static final int MSG_WAITALL = 0x100;
    /** Within the kernel only: end of a connection. */
    public static final int MSG_FIN = 0x200;
    /** Within the kernel only: start of a connection. */
    public static final int MSG_SYN = 0x400;
    /** The peer has answered: the neighbour (ARP) entry need not be probed. Datagram and raw sockets. */
    public static final int MSG_CONFIRM = 0x800;
    /** Within the kernel only: reset of a connection. */
    public static final int MSG_RST = 0x1000;
    /** Receives from the socket's error queue (IP_RECVERR), never blocks. */
    public static final int MSG_ERRQUEUE = 0x2000;
    /** A broken connection answers EPIPE without the signal SIGPIPE. */
    public static final int MSG_NOSIGNAL = 0x4000;
    /** More follows: what does not fill a packet waits, as under TCP_CORK or UDP_CORK. */
    public static final int MSG_MORE = 0x8000;
    /** To recvmmsg(2): blocks for the first message only. */
    public static final int MSG_WAITFORONE = 0x10000;
    /** Set by sendmmsg(2) on all messages but the last: more come. */
    public static final int MSG_BATCH = 0x40000;
    /** Receives payload that stays in device memory, as SCM_DEVMEM_DMABUF. Since Linux 6.12. */
    public static final int MSG_SOCK_DEVMEM = 0x2000000;
    /** Sends from the caller's pages without a copy; the error queue says when they are free again. */
    public static final int MSG_ZEROCOPY = 0x4000000;
    /** TCP: connects and sends, the data in the SYN (RFC 7413). */
    public static final int MSG_FASTOPEN = 0x20000000;
    /** To recvmsg(2): descriptors received by SCM_RIGHTS are closed by execve(2). */
    public static final int MSG_CMSG_CLOEXEC = 0x40000000;

    /** int boolean: records debugging information. Needs CAP_NET_ADMIN. */
    public static final int SO_DEBUG = 1;
    /** int boolean: lets bind(2) reuse a local address in TIME_WAIT. */
    public static final int SO_REUSEADDR = 2;
    /** int, read-only: the type, such as SOCK_STREAM. */
    public static final int SO_TYPE = 3;
    /** int, read-only: the pending error, an errno value or 0; reading it clears it. */
    public static final int SO_ERROR = 4;
    /** int boolean: sends to directly connected hosts only, through no gateway. */
    public static final int SO_DONTROUTE = 5;
    /** int boolean: lets a datagram socket send to a broadcast address (EACCES otherwise). */
    public static final int SO_BROADCAST = 6;
    /** int, bytes: room for data to send. The kernel doubles what is set and answers the double. */
    public static final int SO_SNDBUF = 7;
    /** int, bytes: room for received data. The kernel doubles what is set and answers the double. */
    public static final int SO_RCVBUF = 8;
    /** int boolean: probes an idle connection, at the pace of TCP_KEEPIDLE and TCP_KEEPINTVL. */
    public static final int SO_KEEPALIVE = 9;
    /** int boolean: out-of-band data stays in the stream, at its mark. */
    public static final int SO_OOBINLINE = 10;
    /** int boolean: sends UDP over IPv4 without a checksum. */
    public static final int SO_NO_CHECK = 11;
    /** int, 0 to 6: the place in the device's queues. Beyond 6 needs CAP_NET_ADMIN. */
    public static final int SO_PRIORITY = 12;
    /** struct linger: seconds that close(2) waits for unsent data; on with 0 s resets the connection. */
    public static final int SO_LINGER = 13;
    /** int boolean: accepted and ignored. */
    public static final int SO_BSDCOMPAT = 14;
    /** int boolean: sockets of one user bind the same address and share what arrives. */
    public static final int SO_REUSEPORT = 15;
    /** int boolean: each received message brings its sender's SCM_CREDENTIALS. */
    public static final int SO_PASSCRED = 16;
    /** struct ucred, read-only: the peer's pid, uid and gid when the AF_UNIX sockets were connected. */
    public static final int SO_PEERCRED = 17;
    /** int, bytes: as much has to be there before the socket is readable; 1 by default. */
    public static final int SO_RCVLOWAT = 18;
    /** int, bytes, read-only: always 1. */
    public static final int SO_SNDLOWAT = 19;
    /** struct timeval: SO_RCVTIMEO by its number in the kernel. */
    public static final int SO_RCVTIMEO_OLD = 20;
    /** struct timeval: a receive or accept(2) that waits longer fails with EAGAIN; 0 is for ever. */
    public static final int SO_RCVTIMEO = SO_RCVTIMEO_OLD;
    /** struct timeval: SO_SNDTIMEO by its number in the kernel. */
    public static final int SO_SNDTIMEO_OLD = 21;
    /** struct timeval: a send that waits longer fails with EAGAIN, connect(2) with EINPROGRESS; 0 is for ever. */
    public static final int SO_SNDTIMEO = SO_SNDTIMEO_OLD;
    /** Reserved for a security level of NRL IPv6; the kernel does nothing with it. */
    public static final int SO_SECURITY_AUTHENTICATION = 22;
    /** Reserved for a security level of NRL IPv6; the kernel does nothing with it. */
    public static final int SO_SECURITY_ENCRYPTION_TRANSPORT = 23;
    /** Reserved for a security level of NRL IPv6; the kernel does nothing with it. */
    public static final int SO_SECURITY_ENCRYPTION_NETWORK = 24;
    /** String, up to IFNAMSIZ (16) bytes with its NUL: the one interface to use; empty for any. */
    public static final int SO_BINDTODEVICE = 25;
    /** struct sock_fprog: a classic BPF program that drops or shortens what arrives. */
    public static final int SO_ATTACH_FILTER = 26;
    /** struct sock_filter[], read-only: the classic BPF program attached; the length counts instructions. */
    public static final int SO_GET_FILTER = SO_ATTACH_FILTER;
    /** int, ignored: removes the filter. */
    public static final int SO_DETACH_FILTER = 27;
    /** Another name of SO_DETACH_FILTER. */
    public static final int SO_DETACH_BPF = SO_DETACH_FILTER;
    /** struct sockaddr, read-only: what getpeername(2) answers. */
    public static final int SO_PEERNAME = 28;
    /** int boolean: SO_TIMESTAMP by its number in the kernel. */
    public static final int SO_TIMESTAMP_OLD = 29;
    /** int boolean: each datagram brings its arrival time as SCM_TIMESTAMP, in microseconds. */
    public static final int SO_TIMESTAMP = SO_TIMESTAMP_OLD;
    /** int boolean, read-only: does the socket listen? */
    public static final int SO_ACCEPTCONN = 30;
    /** String, read-only: the peer's security context; ERANGE and the length needed if too short. */
    public static final int SO_PEERSEC = 31;
    /** int, bytes: SO_SNDBUF beyond wmem_max. Needs CAP_NET_ADMIN. */
    public static final int SO_SNDBUFFORCE = 32;
    /** int, bytes: SO_RCVBUF beyond rmem_max. Needs CAP_NET_ADMIN. */
    public static final int SO_RCVBUFFORCE = 33;
    /** int boolean: each received message brings its sender's SCM_SECURITY. */
    public static final int SO_PASSSEC = 34;
    /** int boolean: SO_TIMESTAMPNS by its number in the kernel. */
    public static final int SO_TIMESTAMPNS_OLD = 35;
    /** int boolean: each datagram brings its arrival time as SCM_TIMESTAMPNS, in nanoseconds. */
    public static final int SO_TIMESTAMPNS = SO_TIMESTAMPNS_OLD;
    /** int: the mark that routing and netfilter see on what is sent. Needs CAP_NET_ADMIN or CAP_NET_RAW. */
    public static final int SO_MARK = 36;
    /** int: SO_TIMESTAMPING by its number in the kernel. */
    public static final int SO_TIMESTAMPING_OLD = 37;
    /** int, flags SOF_TIMESTAMPING_*: which time stamps of sending and receiving to report. */
    public static final int SO_TIMESTAMPING = SO_TIMESTAMPING_OLD;
    /** int, read-only: the protocol, such as IPPROTO_TCP. */
    public static final int SO_PROTOCOL = 38;
    /** int, read-only: the address family, such as AF_INET6. */
    public static final int SO_DOMAIN = 39;
    /** int boolean: each message brings how many the socket has dropped so far, an unsigned 32-bit count. */
    public static final int SO_RXQ_OVFL = 40;
    /** int boolean: the error queue says of each frame sent whether it was acknowledged. */
    public static final int SO_WIFI_STATUS = 41;
    /** int, bytes: where MSG_PEEK looks next; it moves on with each peek. -1: always the front. */
    public static final int SO_PEEK_OFF = 42;
    /** int boolean: on a packet socket, the last 4 bytes sent are the frame's checksum. */
    public static final int SO_NOFCS = 43;
    /** int boolean: the filter can no longer be changed or removed (EPERM), nor this undone. */
    public static final int SO_LOCK_FILTER = 44;
    /** int boolean: an entry in the error queue also reports POLLPRI. */
    public static final int SO_SELECT_ERR_QUEUE = 45;
    /** int, microseconds: how long a receive polls the device before it sleeps. */
    public static final int SO_BUSY_POLL = 46;
    /** unsigned int or long, bytes per second: sends no faster; all bits set for no limit. */
    public static final int SO_MAX_PACING_RATE = 47;
    /** int, read-only: how far the kernel's ancillary loads for classic BPF go. */
    public static final int SO_BPF_EXTENSIONS = 48;
    /** int: the CPU that handled the last packet; on a listener, the CPU to prefer it on. */
    public static final int SO_INCOMING_CPU = 49;
    /** int: descriptor of an eBPF program that drops or shortens what arrives. */
    public static final int SO_ATTACH_BPF = 50;
    /** struct sock_fprog: a classic BPF program picks the socket of a SO_REUSEPORT group. */
    public static final int SO_ATTACH_REUSEPORT_CBPF = 51;
    /** int: descriptor of an eBPF program that picks the socket of a SO_REUSEPORT group. */
    public static final int SO_ATTACH_REUSEPORT_EBPF = 52;
    /** int: 1 says that the path seems dead, for the kernel to look for another route. */
    public static final int SO_CNX_ADVICE = 53;
    /** int[], read-only: the memory in use, an array indexed by SK_MEMINFO_*. */
    public static final int SO_MEMINFO = 55;
    /** int, read-only: id of the device queue that the last packet came through. */
    public static final int SO_INCOMING_NAPI_ID = 56;
    /** long, read-only: the socket's own number, never used again until reboot. */
    public static final int SO_COOKIE = 57;
    /** int[], read-only: the supplementary groups of an AF_UNIX peer. */
    public static final int SO_PEERGROUPS = 59;
    /** int boolean: allows MSG_ZEROCOPY. */
    public static final int SO_ZEROCOPY = 60;
    /** struct sock_txtime: messages may say when to be sent, by SCM_TXTIME. */
    public static final int SO_TXTIME = 61;
    /** int: index of the one interface to use; 0 for any. */
    public static final int SO_BINDTOIFINDEX = 62;
    /** int boolean: SO_TIMESTAMP with 64-bit seconds on 32-bit machines too. */
    public static final int SO_TIMESTAMP_NEW = 63;
    /** int boolean: SO_TIMESTAMPNS with 64-bit seconds on 32-bit machines too. */
    public static final int SO_TIMESTAMPNS_NEW = 64;
    /** int: SO_TIMESTAMPING with 64-bit seconds on 32-bit machines too. */
    public static final int SO_TIMESTAMPING_NEW = 65;
    /** struct timeval: SO_RCVTIMEO with 64-bit seconds on 32-bit machines too. */
    public static final int SO_RCVTIMEO_NEW = 66;
    /** struct timeval: SO_SNDTIMEO with 64-bit seconds on 32-bit machines too. */
    public static final int SO_SNDTIMEO_NEW = 67;
    /** int, ignored: removes the program that picks the socket of a SO_REUSEPORT group. */
    public static final int SO_DETACH_REUSEPORT_BPF = 68;
    /** int boolean: the device's interrupts stay off while the program polls often enough. */
    public static final int SO_PREFER_BUSY_POLL = 69;
    /** int: packets taken from the device per round of busy polling. */
    public static final int SO_BUSY_POLL_BUDGET = 70;
    /** long, read-only: the number of the socket's network namespace. */
    public static final int SO_NETNS_COOKIE = 71;
    /** int, 1 send and 2 receive or-ed: buffers whose size the kernel leaves alone. */
    public static final int SO_BUF_LOCK = 72;
    /** int, bytes: memory kept for this socket; needs a memory cgroup. */
    public static final int SO_RESERVE_MEM = 73;
    /** int: 1 lets TCP choose another path after retransmissions, 0 not, -1 as the sysctl says. */
    public static final int SO_TXREHASH = 74;
    /** Of SO_TXREHASH: as net.core.txrehash says. */
    public static final int SOCK_TXREHASH_DEFAULT = 255;
    /** Of SO_TXREHASH: no. */
    public static final int SOCK_TXREHASH_DISABLED = 0;
    /** Of SO_TXREHASH: yes. */
    public static final int SOCK_TXREHASH_ENABLED = 1;
    /** int boolean: each message brings its mark, a control message SO_MARK. */
    public static final int SO_RCVMARK = 75;
    /** int boolean: each message brings its sender's SCM_PIDFD. Since Linux 6.5. */
    public static final int SO_PASSPIDFD = 76;
    /** int, read-only: a new pidfd of the AF_UNIX peer. Since Linux 6.5. */
    public static final int SO_PEERPIDFD = 77;
    /** The number behind SCM_DEVMEM_LINEAR. Since Linux 6.12. */
    public static final int SO_DEVMEM_LINEAR = 78;
    /** The number behind SCM_DEVMEM_DMABUF. Since Linux 6.12. */
    public static final int SO_DEVMEM_DMABUF = 79;
    /** struct dmabuf_token[]: gives received device memory back. Since Linux 6.12. */
    public static final int SO_DEVMEM_DONTNEED = 80;
    /** int boolean: each message brings its priority, a control message SO_PRIORITY. Since Linux 6.14. */
    public static final int SO_RCVPRIORITY = 82;
    /** int boolean, on by default: 0 refuses descriptors sent by SCM_RIGHTS. Since Linux 6.16. */
    public static final int SO_PASSRIGHTS = 83;
    /** int boolean: each receive from an AF_UNIX stream brings SCM_INQ. Since Linux 6.17. */
    public static final int SO_INQ = 84;

    /** Control message, int[]: descriptors, for the receiver to own copies of. */
    public static final int SCM_RIGHTS = 0x01;
    /** Control message, struct ucred: the sender's pid, uid and gid, vouched for by the kernel. */
    public static final int SCM_CREDENTIALS = 0x02;
    /** Control message, a string: the sender's security context (SO_PASSSEC). */
    public static final int SCM_SECURITY = 0x03;
    /** Control message, int: a pidfd of the sender (SO_PASSPIDFD). Since Linux 6.5. */
    public static final int SCM_PIDFD = 0x04;
    /** Control message, struct timeval: when the datagram arrived. */
    public static final int SCM_TIMESTAMP = SO_TIMESTAMP;
    /** Control message, struct timespec: when the datagram arrived. */
    public static final int SCM_TIMESTAMPNS = SO_TIMESTAMPNS;
    /** Control message, struct timespec[3]: time by software, unused, time by hardware. */
    public static final int SCM_TIMESTAMPING = SO_TIMESTAMPING;
    /** Control message, int boolean: was the frame acknowledged? */
    public static final int SCM_WIFI_STATUS = SO_WIFI_STATUS;
    /** Control message, attributes TCP_NLA_*: how TCP stood when the data was sent. */
    public static final int SCM_TIMESTAMPING_OPT_STATS = 54;
    /** Control message, struct scm_ts_pktinfo: interface and length of a packet stamped by hardware. */
    public static final int SCM_TIMESTAMPING_PKTINFO = 58;
    /** Control message, long, nanoseconds: when to send (SO_TXTIME). */
    public static final int SCM_TXTIME = SO_TXTIME;
    /** Control message, struct dmabuf_cmsg: payload that landed in ordinary memory. Since Linux 6.12. */
    public static final int SCM_DEVMEM_LINEAR = SO_DEVMEM_LINEAR;
    /** Control message, struct dmabuf_cmsg: payload that stays in device memory. Since Linux 6.12. */
    public static final int SCM_DEVMEM_DMABUF = SO_DEVMEM_DMABUF;
    /** Control message, int: the id that this send's time stamps will bear. Since Linux 6.13. */
    public static final int SCM_TS_OPT_ID = 81;
    /** Control message, int, bytes: what is left to receive. Since Linux 6.17. */
    public static final int SCM_INQ = SO_INQ;

    /** ioctl, int: pid, or negative process group, that gets SIGIO and SIGURG. */
    public static final int FIOSETOWN = 0x8901;
    /** ioctl, int: the same as FIOSETOWN. */
    public static final int SIOCSPGRP = 0x8902;
    /** ioctl, answers an int: who gets SIGIO and SIGURG. */
    public static final int FIOGETOWN = 0x8903;
    /** ioctl, answers an int: the same as FIOGETOWN. */
    public static final int SIOCGPGRP = 0x8904;
    /** ioctl, answers an int boolean: is the stream at the out-of-band mark? */
    public static final int SIOCATMARK = 0x8905;
    /** ioctl, answers a struct timeval: when the last packet handed to the caller arrived. */
    public static final int SIOCGSTAMP_OLD = 0x8906;
    /** ioctl, answers a struct timespec: when the last packet handed to the caller arrived. */
    public static final int SIOCGSTAMPNS_OLD = 0x8907;

    /** Ends receiving: with nothing in the queue, a read is at end of stream. */
    public static final int SHUT_RD = 0;
    /** Ends sending: TCP sends its FIN after what is queued. */
    public static final int SHUT_WR = 1;
    /** Ends both directions. */
    public static final int SHUT_RDWR = 2;


    /** SO_BUF_LOCK: keeps SO_SNDBUF as it was set. */
    public static final int SOCK_SNDBUF_LOCK = 1;
    /** SO_BUF_LOCK: keeps SO_RCVBUF as it was set. */
    public static final int SOCK_RCVBUF_LOCK = 2;
    /** SO_BUF_LOCK: all of its bits. */
    public static final int SOCK_BUF_LOCK_MASK = SOCK_SNDBUF_LOCK | SOCK_RCVBUF_LOCK;

    /** Not to be made: a header's class has only static members. */
    protected Socket() {}

    /**
     * {@code struct sockaddr}: a socket address of any family, which the addresses of the families extend. Each of
     * them answers {@link #sa_family()} from its own field.
     */
    @SuppressWarnings("this-escape") // a constructor that reads memory walks the fields, which are all set by then
    public static class sockaddr extends Struct {
        private static final int SA_DATA = 14;

        private int family;
        private byte[] data;

        /** {@code struct sockaddr a = {0}}. */
        public sockaddr() {}

        /**
         * {@code struct sockaddr a = {sa_family, sa_data}}.
         *
         * @param sa_family address family
         * @param sa_data the address, of at most 14 bytes
         */
        public sockaddr(int sa_family, byte[] sa_data) {
            family = sa_family;
            data = new byte[SA_DATA];
            System.arraycopy(sa_data, 0, data, 0, sa_data.length);
        }

        /**
         * {@code (struct sockaddr *) &from}: the first 16 bytes of another address, copied now.
         *
         * @param from the address
         */
        public sockaddr(sockaddr from) {
            copy(from);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public sockaddr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct sockaddr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static sockaddr[] array(int n) {
            return filled(new sockaddr[n], sockaddr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the address to copy
         */
        public void set(sockaddr from) {
            copy(from);
        }

        /**
         * {@code addr->sa_family}.
         *
         * @return the address family
         */
        public int sa_family() {
            return family;
        }

        /**
         * {@code addr->sa_family = family}.
         *
         * @param family the address family; AF_UNSPEC makes connect(2) dissolve an association
         */
        public void sa_family(int family) {
            this.family = family;
        }

        /**
         * {@code addr->sa_data} of a plain {@code struct sockaddr}; the addresses of the families have fields instead.
         *
         * @return the 14 bytes behind the family, to read and to write
         */
        public byte[] sa_data() {
            if (data == null) {
                data = new byte[SA_DATA];
            }
            return data;
        }

        @Override
        protected void fields(Fields f) {
            family = f.uint16("sa_family", family);
            f.bytes("sa_data", sa_data());
        }

        /** The address as strace prints it. */
        @Override
        public String toString() {
            return Addresses.toString(this);
        }
    }

    /**
     * {@code struct sockaddr_storage}: room for an address of any family. A cast of it is a copy of its bytes:
     * {@code new sockaddr_in(storage)}.
     */
    public static final class sockaddr_storage extends sockaddr {
        /** Address family. */
        public int ss_family;
        /** The rest of the address. */
        public final byte[] __ss_padding = new byte[118];
        /** What aligns the struct to 8 bytes. */
        public long __ss_align;

        /** {@code struct sockaddr_storage a = {0}}. */
        public sockaddr_storage() {}

        /**
         * {@code struct sockaddr_storage a = {ss_family, __ss_padding, __ss_align}}.
         *
         * @param ss_family address family
         * @param __ss_padding the rest of the address
         * @param __ss_align what aligns the struct to 8 bytes
         */
        public sockaddr_storage(int ss_family, byte[] __ss_padding, long __ss_align) {
            this.ss_family = ss_family;
            System.arraycopy(__ss_padding, 0, this.__ss_padding, 0, __ss_padding.length);
            this.__ss_align = __ss_align;
        }

        /**
         * {@code (struct sockaddr_storage *) &from}: the bytes of another address, copied now.
         *
         * @param from the address
         */
        public sockaddr_storage(sockaddr from) {
            copy(from);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public sockaddr_storage(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct sockaddr_storage a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static sockaddr_storage[] array(int n) {
            return filled(new sockaddr_storage[n], sockaddr_storage::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(sockaddr_storage from) {
            copy(from);
        }

        @Override
        public int sa_family() {
            return ss_family;
        }

        @Override
        public void sa_family(int family) {
            ss_family = family;
        }

        @Override
        protected void fields(Fields f) {
            ss_family = f.uint16("ss_family", ss_family);
            f.bytes("__ss_padding", __ss_padding);
            __ss_align = f.int64("__ss_align", __ss_align);
        }

        @Override
        public String toString() {
            return Addresses.toString(this);
        }
    }

    /**
     * {@code struct linger}: the value of SO_LINGER.
     */
    public static final class linger extends Struct {
        /** Nonzero: close(2) waits for what is unsent. */
        public int l_onoff;
        /** How long it waits, in seconds; with 0 it resets the connection instead. */
        public int l_linger;

        /** {@code struct linger a = {0}}. */
        public linger() {}

        /**
         * {@code struct linger a = {l_onoff, l_linger}}.
         *
         * @param l_onoff nonzero: close(2) waits for what is unsent
         * @param l_linger how long it waits, in seconds; with 0 it resets the connection instead
         */
        public linger(int l_onoff, int l_linger) {
            this.l_onoff = l_onoff;
            this.l_linger = l_linger;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public linger(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct linger a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static linger[] array(int n) {
            return filled(new linger[n], linger::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(linger from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            l_onoff = f.int32("l_onoff", l_onoff);
            l_linger = f.int32("l_linger", l_linger);
        }
    }

    /**
     * {@code struct ucred}: who is at the other end of a UNIX socket, the value of SO_PEERCRED.
     */
    public static final class ucred extends Struct {
        /** Process id. */
        public int pid;
        /** User id, unsigned. */
        public int uid;
        /** Group id, unsigned. */
        public int gid;

        /** {@code struct ucred a = {0}}. */
        public ucred() {}

        /**
         * {@code struct ucred a = {pid, uid, gid}}.
         *
         * @param pid process id
         * @param uid user id, unsigned
         * @param gid group id, unsigned
         */
        public ucred(int pid, int uid, int gid) {
            this.pid = pid;
            this.uid = uid;
            this.gid = gid;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ucred(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ucred a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ucred[] array(int n) {
            return filled(new ucred[n], ucred::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ucred from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            pid = f.int32("pid", pid);
            uid = f.int32("uid", uid);
            gid = f.int32("gid", gid);
        }
    }

    /**
     * {@code struct msghdr}: a message, as sendmsg(2) and recvmsg(2) take it. What recvmsg(2) tells, it writes to the fields.
     */
    public static final class msghdr extends Struct {
        /** The address that it goes to or comes from, or null. */
        public sockaddr msg_name;
        /** Its length in bytes. */
        public int msg_namelen;
        /** The data, in pieces. */
        public iovec[] msg_iov;
        /** How many of them. */
        public int msg_iovlen;
        /** Control messages, for {@link #CMSG_FIRSTHDR}, or null. */
        public byte[] msg_control;
        /** Their length in bytes. */
        public int msg_controllen;
        /** What recvmsg(2) says of the message: MSG_TRUNC, MSG_CTRUNC, MSG_EOR, ... */
        public int msg_flags;

        /** {@code struct msghdr a = {0}}. */
        public msghdr() {}

        /**
         * {@code struct msghdr a = {msg_name, msg_namelen, msg_iov, msg_iovlen, msg_control, msg_controllen, msg_flags}}.
         *
         * @param msg_name the address, or null
         * @param msg_namelen its length in bytes
         * @param msg_iov the data, in pieces
         * @param msg_iovlen how many of them
         * @param msg_control control messages, or null
         * @param msg_controllen their length in bytes
         * @param msg_flags what recvmsg(2) says of the message
         */
        public msghdr(sockaddr msg_name, int msg_namelen, iovec[] msg_iov, int msg_iovlen, byte[] msg_control,
                int msg_controllen, int msg_flags) {
            this.msg_name = msg_name;
            this.msg_namelen = msg_namelen;
            this.msg_iov = msg_iov;
            this.msg_iovlen = msg_iovlen;
            this.msg_control = msg_control;
            this.msg_controllen = msg_controllen;
            this.msg_flags = msg_flags;
        }

        /**
         * {@code struct msghdr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static msghdr[] array(int n) {
            return filled(new msghdr[n], msghdr::new);
        }

        /**
         * {@code *this = from}: both point to the same memory then.
         *
         * @param from the struct to copy
         */
        public void set(msghdr from) {
            msg_name = from.msg_name;
            msg_namelen = from.msg_namelen;
            msg_iov = from.msg_iov;
            msg_iovlen = from.msg_iovlen;
            msg_control = from.msg_control;
            msg_controllen = from.msg_controllen;
            msg_flags = from.msg_flags;
        }

        @Override
        protected void fields(Fields f) {
            f.pointer("msg_name", msg_name);
            msg_namelen = f.int32("msg_namelen", msg_namelen);
            f.pointer("msg_iov", msg_iov);
            msg_iovlen = (int) f.int64("msg_iovlen", msg_iovlen);
            f.pointer("msg_control", msg_control);
            msg_controllen = (int) f.int64("msg_controllen", msg_controllen);
            msg_flags = f.as("MSG_").int32("msg_flags", msg_flags);
        }
    }

    /** {@code struct mmsghdr}: one of many messages, as sendmmsg(2) and recvmmsg(2) take them. */
    public static final class mmsghdr extends Struct {
        /** The message. */
        public final msghdr msg_hdr = new msghdr();
        /** How many bytes of it were sent or received, which the call fills in. */
        public int msg_len;

        /** {@code struct mmsghdr a = {0}}. */
        public mmsghdr() {}

        /**
         * {@code struct mmsghdr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static mmsghdr[] array(int n) {
            return filled(new mmsghdr[n], mmsghdr::new);
        }

        /**
         * {@code *this = from}: both point to the same memory then.
         *
         * @param from the struct to copy
         */
        public void set(mmsghdr from) {
            msg_hdr.set(from.msg_hdr);
            msg_len = from.msg_len;
        }

        @Override
        protected void fields(Fields f) {
            f.struct("msg_hdr", msg_hdr);
            msg_len = f.int32("msg_len", msg_len);
        }
    }

    /**
     * {@code struct cmsghdr}: a control message, seen in the {@code msg_control} of a message. What is set is set there.
     */
    public static final class cmsghdr {
        private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
        private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
        private static final int LEVEL = 8;
        private static final int TYPE = 12;
        private static final int SIZE = 16;

        private final byte[] control;
        private final int at;
        private final int end;

        private cmsghdr(byte[] control, int at, int end) {
            this.control = control;
            this.at = at;
            this.end = end;
        }

        /**
         * {@code cmsg->cmsg_len}.
         *
         * @return its length in bytes, this header included
         */
        public int cmsg_len() {
            return (int) INT.get(control, at);
        }

        /** All of cmsg_len, which is a size_t. */
        private long length() {
            return (long) LONG.get(control, at);
        }

        /**
         * {@code cmsg->cmsg_len = len}.
         *
         * @param len {@link #CMSG_LEN} of the data's length
         */
        public void cmsg_len(int len) {
            INT.set(control, at, len);
            INT.set(control, at + Integer.BYTES, 0);
        }

        /**
         * {@code cmsg->cmsg_level}.
         *
         * @return the protocol that it belongs to, SOL_SOCKET, IPPROTO_IP, ...
         */
        public int cmsg_level() {
            return (int) INT.get(control, at + LEVEL);
        }

        /**
         * {@code cmsg->cmsg_level = level}.
         *
         * @param level the protocol that it belongs to
         */
        public void cmsg_level(int level) {
            INT.set(control, at + LEVEL, level);
        }

        /**
         * {@code cmsg->cmsg_type}.
         *
         * @return its type, SCM_RIGHTS, SCM_CREDENTIALS, ...
         */
        public int cmsg_type() {
            return (int) INT.get(control, at + TYPE);
        }

        /**
         * {@code cmsg->cmsg_type = type}.
         *
         * @param type its type
         */
        public void cmsg_type(int type) {
            INT.set(control, at + TYPE, type);
        }

        /** The header as strace prints it. */
        @Override
        public String toString() {
            return "{cmsg_len=" + cmsg_len() + ", cmsg_level=" + cmsg_level() + ", cmsg_type=" + cmsg_type() + "}";
        }
    }

    /**
     * {@code size_t CMSG_ALIGN(size_t length);}
     *
     * @param length a length in bytes
     * @return the next multiple of 8
     * @see <a href="https://man7.org/linux/man-pages/man3/CMSG_ALIGN.3.html">CMSG_ALIGN(3)</a>
     */
    public static int CMSG_ALIGN(int length) {
        return length + Long.BYTES - 1 & -Long.BYTES;
    }

    /**
     * {@code size_t CMSG_SPACE(size_t length);}
     *
     * @param length the length of a control message's data in bytes
     * @return what the message takes in {@code msg_control}, padding included
     * @see <a href="https://man7.org/linux/man-pages/man3/CMSG_SPACE.3.html">CMSG_SPACE(3)</a>
     */
    public static int CMSG_SPACE(int length) {
        return CMSG_ALIGN(length) + cmsghdr.SIZE;
    }

    /**
     * {@code size_t CMSG_LEN(size_t length);}
     *
     * @param length the length of a control message's data in bytes
     * @return what goes into its {@code cmsg_len}
     * @see <a href="https://man7.org/linux/man-pages/man3/CMSG_LEN.3.html">CMSG_LEN(3)</a>
     */
    public static int CMSG_LEN(int length) {
        return cmsghdr.SIZE + length;
    }

    /**
     * {@code struct cmsghdr *CMSG_FIRSTHDR(struct msghdr *msgh);}
     *
     * @param msgh a message
     * @return its first control message, or null if {@code msg_controllen} has no room for one
     * @throws IndexOutOfBoundsException if {@code msg_controllen} is more than {@code msg_control} has
     * @see <a href="https://man7.org/linux/man-pages/man3/CMSG_FIRSTHDR.3.html">CMSG_FIRSTHDR(3)</a>
     */
    public static cmsghdr CMSG_FIRSTHDR(msghdr msgh) {
        return header(msgh, 0);
    }

    /**
     * {@code struct cmsghdr *CMSG_NXTHDR(struct msghdr *msgh, struct cmsghdr *cmsg);}
     *
     * @param msgh a message
     * @param cmsg one of its control messages, whose {@code cmsg_len} is set
     * @return the next one, or null if there is no room for one
     * @throws IndexOutOfBoundsException if {@code msg_controllen} is more than {@code msg_control} has
     * @see <a href="https://man7.org/linux/man-pages/man3/CMSG_NXTHDR.3.html">CMSG_NXTHDR(3)</a>
     */
    public static cmsghdr CMSG_NXTHDR(msghdr msgh, cmsghdr cmsg) {
        long len = cmsg.length();
        long left = (long) msgh.msg_controllen - cmsg.at;
        long needed = cmsghdr.SIZE + (-len & Long.BYTES - 1); // the next header, and the padding before it
        boolean fits = Long.compareUnsigned(len, cmsghdr.SIZE) >= 0 && Long.compareUnsigned(left, needed) >= 0
                && Long.compareUnsigned(left - needed, len) >= 0;
        return fits ? header(msgh, (int) (cmsg.at + len + (-len & Long.BYTES - 1))) : null;
    }

    private static cmsghdr header(msghdr msgh, int at) {
        if (msgh.msg_control == null || msgh.msg_controllen - at < cmsghdr.SIZE) {
            return null;
        }
        Objects.checkFromIndexSize(0, msgh.msg_controllen, msgh.msg_control.length);
        return new cmsghdr(msgh.msg_control, at, msgh.msg_controllen);
    }

    /**
     * {@code unsigned char *CMSG_DATA(struct cmsghdr *cmsg);}
     *
     * @param cmsg a control message
     * @return its data, to read and to write, in native byte order: up to where {@code cmsg_len} says, and while that is
     *     0 up to the end of {@code msg_control}
     * @see <a href="https://man7.org/linux/man-pages/man3/CMSG_DATA.3.html">CMSG_DATA(3)</a>
     */
    public static ByteBuffer CMSG_DATA(cmsghdr cmsg) {
        int len = cmsg.cmsg_len();
        int room = cmsg.end - cmsg.at - cmsghdr.SIZE;
        int size = len == 0 ? room : Math.max(0, Math.min(len - cmsghdr.SIZE, room));
        return ByteBuffer.wrap(cmsg.control, cmsg.at + cmsghdr.SIZE, size).slice().order(ByteOrder.nativeOrder());
    }
}
