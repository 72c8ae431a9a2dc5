package libc;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import libc.internal.Errors;
import libc.internal.Family;
import libc.internal.Headers;

/**
 * Numbers by the names that C has for them, as strace prints them: {@code AF_INET}, {@code MSG_PEEK|MSG_DONTWAIT}. The
 * names are the constants of the headers' classes.
 *
 * <p>A family of constants is told by their prefix. Where several families share one, the others are told by a longer
 * prefix or by their first constant: of {@code TCP_} the options are {@code TCP_}, the states of a connection {@code
 * TCP_ESTABLISHED}; of {@code NLM_F_} the flags of a request to get are {@code NLM_F_}, of any message {@code
 * NLM_F_REQUEST}, to make something {@code NLM_F_REPLACE}, to delete {@code NLM_F_NONREC}, of an acknowledgement {@code
 * NLM_F_CAPPED}; of {@code PACKET_} the options are {@code PACKET_}, where a packet goes {@code PACKET_HOST}; of {@code
 * NETLINK_} the protocols are {@code NETLINK_}, the options {@code NETLINK_ADD_MEMBERSHIP}; of {@code F_} the commands
 * are {@code F_}, the locks {@code F_RDLCK}; of {@code ICMP_} the types are {@code ICMP_}, the codes of
 * ICMP_DEST_UNREACH {@code ICMP_NET_UNREACH}.
 */
public final class Names {

    /**
     * The families that are more than one value with one of the names of a prefix: the prefix or first constant; what it
     * is; and, if not all of the prefix, its constants, {@code X*} all that begin with X and are in no other family,
     * {@code Errno:E*} those of one header.
     * {@code -X} is another name for a value, or no value at all.
     *
     * <p>{@code values} is one of them, {@code flags} any number, {@code flags/0xf} flags beside one value in these bits.
     * {@code decimal} and {@code octal} is what has no name, which else is hexadecimal.
     */
    private static final String TABLE = """
            E decimal Errno:E* -EWOULDBLOCK -EDEADLOCK -ENOTSUP
            EAI_ decimal
            SIG decimal -SIGIOT -SIGCLD -SIGPOLL
            AF_ values -AF_LOCAL -AF_FILE -AF_ROUTE
            PF_ values -PF_LOCAL -PF_FILE -PF_ROUTE
            SOCK_ flags/0xf SOCK_STREAM SOCK_DGRAM SOCK_RAW SOCK_RDM SOCK_SEQPACKET SOCK_DCCP SOCK_PACKET SOCK_CLOEXEC \
                SOCK_NONBLOCK
            SOCK_SNDBUF_LOCK flags SOCK_SNDBUF_LOCK SOCK_RCVBUF_LOCK
            SOCK_TXREHASH_ values
            SOCK_DIAG_BY_FAMILY values SOCK_DIAG_BY_FAMILY SOCK_DESTROY
            SOL_ values
            SHUT_ values
            IPPROTO_ values -IPPROTO_HOPOPTS
            IPPORT_ values -IPPORT_BIFFUDP -IPPORT_WHOSERVER -IPPORT_ROUTESERVER
            MSG_ flags -MSG_TRYHARD
            SCM_ values
            SCM_TSTAMP_ values
            SO_ values -SO_RCVTIMEO_OLD -SO_SNDTIMEO_OLD -SO_TIMESTAMP_OLD -SO_TIMESTAMPNS_OLD -SO_TIMESTAMPING_OLD \
                -SO_GET_FILTER -SO_DETACH_BPF
            SO_ORIGINAL_DST values SO_ORIGINAL_DST
            SO_EE_ORIGIN_ values -SO_EE_ORIGIN_TIMESTAMPING
            SO_EE_CODE_TXTIME_ values
            SO_EE_CODE_ZEROCOPY_ flags
            SO_EE_RFC4884_FLAG_ flags
            SO_VM_SOCKETS_ values -SO_VM_SOCKETS_CONNECT_TIMEOUT_OLD
            IP_ values IP_* MCAST_* -IP_RECVRETOPTS -IP_PMTUDISC -IP_ORIGDSTADDR -IP_OFFMASK -IP_MAXPACKET -IP_MSS \
                -IP_MAX_MEMBERSHIPS -IP_DEFAULT_MULTICAST_TTL -IP_DEFAULT_MULTICAST_LOOP
            IP_PMTUDISC_ values
            IP_RF flags IP_RF IP_DF IP_MF
            MCAST_EXCLUDE values MCAST_EXCLUDE MCAST_INCLUDE
            IPV6_ values IPV6_* MCAST_* -IPV6_JOIN_GROUP -IPV6_LEAVE_GROUP -IPV6_RXHOPOPTS -IPV6_RXDSTOPTS \
                -IPV6_ORIGDSTADDR -IPV6_FLOWINFO_FLOWLABEL -IPV6_FLOWINFO_PRIORITY
            IPV6_PMTUDISC_ values
            IPV6_RTHDR_ values -IPV6_RTHDR_TYPE_0
            IPV6_FL_A_ values
            IPV6_FL_F_ flags
            IPV6_FL_S_ values
            IPV6_PRIORITY_ values
            IPV6_TLV_ values
            IPV6_PREFER_SRC_ flags
            TCP_ values -TCP_CM_INQ -TCP_MSS -TCP_MAXWIN -TCP_MAX_WINSHIFT -TCP_COOKIE_MIN -TCP_COOKIE_PAIR_SIZE \
                -TCP_MSS_DEFAULT -TCP_MSS_DESIRED -TCP_RESERVED_BITS -TCP_DATA_OFFSET -TCP_MD5SIG_MAXKEYLEN \
                -TCP_AO_MAXKEYLEN -TCP_QUEUES_NR
            TCP_ESTABLISHED values TCP_ESTABLISHED TCP_SYN_SENT TCP_SYN_RECV TCP_FIN_WAIT1 TCP_FIN_WAIT2 TCP_TIME_WAIT \
                TCP_CLOSE TCP_CLOSE_WAIT TCP_LAST_ACK TCP_LISTEN TCP_CLOSING
            TCP_REPAIR_ON decimal TCP_REPAIR_ON TCP_REPAIR_OFF TCP_REPAIR_OFF_NO_WP
            TCP_NO_QUEUE values TCP_NO_QUEUE TCP_RECV_QUEUE TCP_SEND_QUEUE
            TCP_COOKIE_IN_ALWAYS flags TCP_COOKIE_IN_ALWAYS TCP_COOKIE_OUT_NEVER TCP_S_DATA_IN TCP_S_DATA_OUT
            TCP_CA_ values
            TCP_NLA_ values
            TCP_FLAG_ flags
            TCP_MD5SIG_FLAG_ flags
            TCP_AO_KEYF_ flags
            TCP_RECEIVE_ZEROCOPY_FLAG_ flags
            TCPF_CA_ flags
            TCPI_OPT_ flags
            TH_ flags
            UDP_ values
            UDP_ENCAP_ values UDP_ENCAP_* TCP_ENCAP_ESPINTCP
            ICMP_ values ICMP_ECHOREPLY ICMP_DEST_UNREACH ICMP_SOURCE_QUENCH ICMP_REDIRECT ICMP_ECHO ICMP_ROUTERADVERT \
                ICMP_ROUTERSOLICIT ICMP_TIME_EXCEEDED ICMP_PARAMETERPROB ICMP_TIMESTAMP ICMP_TIMESTAMPREPLY \
                ICMP_INFO_REQUEST ICMP_INFO_REPLY ICMP_ADDRESS ICMP_ADDRESSREPLY ICMP_EXT_ECHO ICMP_EXT_ECHOREPLY
            ICMP_NET_UNREACH values ICMP_NET_UNREACH ICMP_HOST_UNREACH ICMP_PROT_UNREACH ICMP_PORT_UNREACH \
                ICMP_FRAG_NEEDED ICMP_SR_FAILED ICMP_NET_UNKNOWN ICMP_HOST_UNKNOWN ICMP_HOST_ISOLATED ICMP_NET_ANO \
                ICMP_HOST_ANO ICMP_NET_UNR_TOS ICMP_HOST_UNR_TOS ICMP_PKT_FILTERED ICMP_PREC_VIOLATION ICMP_PREC_CUTOFF
            ICMP6_ values ICMP6_DST_UNREACH ICMP6_PACKET_TOO_BIG ICMP6_TIME_EXCEEDED ICMP6_PARAM_PROB \
                ICMP6_ECHO_REQUEST ICMP6_ECHO_REPLY MLD_LISTENER_QUERY MLD_LISTENER_REPORT MLD_LISTENER_REDUCTION \
                ND_ROUTER_SOLICIT ND_ROUTER_ADVERT ND_NEIGHBOR_SOLICIT ND_NEIGHBOR_ADVERT ND_REDIRECT \
                ICMP6_ROUTER_RENUMBERING
            NETLINK_ values -NETLINK_INET_DIAG
            NETLINK_ADD_MEMBERSHIP values NETLINK_ADD_MEMBERSHIP NETLINK_DROP_MEMBERSHIP NETLINK_PKTINFO \
                NETLINK_BROADCAST_ERROR NETLINK_NO_ENOBUFS NETLINK_RX_RING NETLINK_TX_RING NETLINK_LISTEN_ALL_NSID \
                NETLINK_LIST_MEMBERSHIPS NETLINK_CAP_ACK NETLINK_EXT_ACK NETLINK_GET_STRICT_CHK
            NETLINK_UNCONNECTED values NETLINK_UNCONNECTED NETLINK_CONNECTED
            NETLINK_DIAG_ values
            NLM_F_ flags NLM_F_REQUEST NLM_F_MULTI NLM_F_ACK NLM_F_ECHO NLM_F_DUMP_INTR NLM_F_DUMP_FILTERED NLM_F_DUMP \
                NLM_F_ROOT NLM_F_MATCH NLM_F_ATOMIC
            NLM_F_REQUEST flags NLM_F_REQUEST NLM_F_MULTI NLM_F_ACK NLM_F_ECHO NLM_F_DUMP_INTR NLM_F_DUMP_FILTERED
            NLM_F_REPLACE flags NLM_F_REQUEST NLM_F_MULTI NLM_F_ACK NLM_F_ECHO NLM_F_DUMP_INTR NLM_F_DUMP_FILTERED \
                NLM_F_REPLACE NLM_F_EXCL NLM_F_CREATE NLM_F_APPEND
            NLM_F_NONREC flags NLM_F_REQUEST NLM_F_MULTI NLM_F_ACK NLM_F_ECHO NLM_F_DUMP_INTR NLM_F_DUMP_FILTERED \
                NLM_F_NONREC NLM_F_BULK
            NLM_F_CAPPED flags NLM_F_REQUEST NLM_F_MULTI NLM_F_ACK NLM_F_ECHO NLM_F_DUMP_INTR NLM_F_DUMP_FILTERED \
                NLM_F_CAPPED NLM_F_ACK_TLVS
            NLMSG_ values NLMSG_NOOP NLMSG_ERROR NLMSG_DONE NLMSG_OVERRUN
            NLA_F_ flags
            RTM_ values NLMSG_NOOP NLMSG_ERROR NLMSG_DONE NLMSG_OVERRUN RTM_* -RTM_BASE -RTM_NR_MSGTYPES \
                -RTM_NR_FAMILIES
            RTM_F_ flags
            RTMGRP_ flags
            RTNH_F_ flags
            RTAX_ values
            RTAX_FEATURE_ flags
            RTEXT_FILTER_ flags
            IFA_ values
            IFA_F_ flags -IFA_F_TEMPORARY
            IFF_ flags -IFF_VOLATILE
            IFLA_ values -IFLA_TARGET_NETNSID
            IFLA_INFO_ values
            IFLA_INET_ values
            IFLA_INET6_ values
            IFLA_EVENT_ values
            IFLA_STATS_ values
            NUD_ flags
            NTF_ flags -NTF_EXT_MANAGED
            ATF_ flags
            PACKET_ values -PACKET_FASTROUTE
            PACKET_HOST values PACKET_HOST PACKET_BROADCAST PACKET_MULTICAST PACKET_OTHERHOST PACKET_OUTGOING \
                PACKET_LOOPBACK PACKET_USER PACKET_KERNEL -PACKET_FASTROUTE
            PACKET_FANOUT_ values
            PACKET_FANOUT_FLAG_ flags
            PACKET_MR_ values
            PACKET_SHOW_ flags
            PACKET_DIAG_ values
            PDI_ flags
            UDIAG_SHOW_ flags
            INET_DIAG_ values -INET_DIAG_NOCOOKIE
            INET_DIAG_BC_ values
            INET_DIAG_REQ_ values
            NDIAG_SHOW_ flags
            NDIAG_FLAG_ flags
            TP_STATUS_ flags
            TP_STATUS_AVAILABLE flags TP_STATUS_AVAILABLE TP_STATUS_SEND_REQUEST TP_STATUS_SENDING \
                TP_STATUS_WRONG_FORMAT
            SOF_TIMESTAMPING_ flags -SOF_TIMESTAMPING_LAST
            SOF_TXTIME_ flags -SOF_TXTIME_FLAGS_LAST
            HWTSTAMP_FLAG_ flags -HWTSTAMP_FLAG_LAST
            CAN_RAW values CAN_RAW CAN_BCM CAN_TP16 CAN_TP20 CAN_MCNET CAN_ISOTP CAN_J1939
            TIPC_IMPORTANCE values TIPC_IMPORTANCE TIPC_SRC_DROPPABLE TIPC_DEST_DROPPABLE TIPC_CONN_TIMEOUT \
                TIPC_NODE_RECVQ_DEPTH TIPC_SOCK_RECVQ_DEPTH TIPC_MCAST_BROADCAST TIPC_MCAST_REPLICAST TIPC_GROUP_JOIN \
                TIPC_GROUP_LEAVE TIPC_SOCK_RECVQ_USED TIPC_NODELAY
            CAN_EFF_FLAG flags CAN_EFF_FLAG CAN_RTR_FLAG CAN_ERR_FLAG
            CANFD_BRS flags CANFD_BRS CANFD_ESI CANFD_FDF
            POLL flags
            EPOLL flags
            EPOLL_CTL_ values
            EPOLL_CLOEXEC flags EPOLL_CLOEXEC
            EFD_ flags EFD_SEMAPHORE EFD_CLOEXEC EFD_NONBLOCK
            TFD_ flags TFD_CLOEXEC TFD_NONBLOCK
            TFD_TIMER_ flags
            SFD_ flags SFD_CLOEXEC SFD_NONBLOCK
            PIDFD_ flags
            MFD_ flags
            MFD_HUGE_ values
            CLOSE_RANGE_ flags
            SPLICE_F_ flags
            RWF_ flags -RWF_WRITE_LIFE_NOT_SET
            O_ flags/0x3 -O_ACCMODE -O_NDELAY -O_FSYNC -O_RSYNC -O_LARGEFILE
            F_ values -F_GETLK64 -F_SETLK64 -F_SETLKW64
            F_RDLCK values F_RDLCK F_WRLCK F_UNLCK F_EXLCK F_SHLCK
            F_ULOCK values F_ULOCK F_LOCK F_TLOCK F_TEST
            F_OWNER_ values -F_OWNER_GID
            F_SEAL_ flags
            FD_ flags FD_CLOEXEC
            F_OK flags F_OK X_OK W_OK R_OK
            LOCK_ flags -LOCK_RW
            DN_ flags
            AT_ flags -AT_EACCESS
            AT_STATX_ flags -AT_STATX_SYNC_TYPE
            AT_FDCWD decimal AT_FDCWD
            S_ octal/0xf000 S_IFIFO S_IFCHR S_IFDIR S_IFBLK S_IFREG S_IFLNK S_IFSOCK S_ISUID S_ISGID S_ISVTX
            WNOHANG flags WNOHANG WUNTRACED WEXITED WCONTINUED WNOWAIT __WCLONE __WALL __WNOTHREAD
            CLONE_ flags
            AI_ flags
            NI_ flags -NI_MAXHOST -NI_MAXSERV
            POSIX_SPAWN_ flags
            RLIMIT_ values -RLIMIT_OFILE -RLIMIT_NLIMITS
            SIOC values SIOC* FIO* TIOC* -SIOCINQ -TIOCINQ -SIOCOUTQ -SIOCPROTOPRIVATE -SIOCGETLINKNAME \
                -SIOCGSTAMP_OLD -SIOCGSTAMPNS_OLD -SIOGIFINDEX
            """;

    /** What says how many there are of something, or where its bits are. */
    private static final Pattern NO_VALUE =
            Pattern.compile("(?!_SC_|IFLA_EXT_|NDA_NDM_|PACKET_HDRLEN).*_(MAX|MASK|SHIFT|ALIGNTO|HDRLEN)");

    private static final Map<String, Row> ROWS = rows();
    private static final Map<String, Family> FAMILIES = new ConcurrentHashMap<>();

    private Names() {}

    /**
     * The name of a value, or the names of flags.
     *
     * @param prefix what the names begin with, {@code AF_}, {@code MSG_}; or the first constant of a family
     * @param value an int or a long, as C has it
     * @return {@code AF_INET}, {@code MSG_PEEK|MSG_DONTWAIT|0x40}; what has no name is a number
     * @throws IllegalArgumentException if no constant begins with {@code prefix}
     */
    public static String of(String prefix, long value) {
        return FAMILIES.computeIfAbsent(prefix, Names::family).name(value);
    }

    /**
     * The name of an errno value.
     *
     * @param errno the value
     * @return {@code EAGAIN}; what has no name is a number
     */
    public static String errno(int errno) {
        return Objects.requireNonNullElseGet(Errors.name(errno), () -> String.valueOf(errno));
    }

    /** The families that the table has. */
    static Set<String> families() {
        return ROWS.keySet();
    }

    /** The constants of a family; of two with one value the first counts. */
    static List<String> constants(String prefix) {
        Row row = row(prefix);
        return row.words.stream().flatMap(word -> word.endsWith("*") ? beginning(row, word) : Stream.of(word)).toList();
    }

    /** What is no name in a family. */
    static List<String> aliases(String prefix) {
        return row(prefix).without;
    }

    static boolean isNoValue(String constant) {
        return NO_VALUE.matcher(constant).matches();
    }

    private static Family family(String prefix) {
        List<String> names = constants(prefix);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("no constant begins with " + prefix);
        }
        return Family.of(names, row(prefix).field(), row(prefix).format());
    }

    private static Row row(String prefix) {
        return ROWS.getOrDefault(prefix, new Row(prefix, "values", List.of(prefix + "*"), List.of()));
    }

    private static Stream<String> beginning(Row row, String word) {
        return Headers.constants().keySet().stream().filter(name -> owns(row, word, name)).sorted(row.order());
    }

    /** Whether a name that begins as {@code word} does is in no other family that says more of its name. */
    private static boolean owns(Row row, String word, String name) {
        return begins(name, word) && !row.without.contains(name) && !isNoValue(name)
                && ROWS.values().stream().flatMap(other -> other.words.stream())
                        .noneMatch(other -> other.equals(name) || other.length() > word.length() && begins(name, other));
    }

    private static boolean begins(String name, String word) {
        if (!word.endsWith("*")) {
            return false;
        }
        int colon = word.indexOf(':');
        String header = Headers.constants().get(name).getDeclaringClass().getSimpleName();
        return name.startsWith(word.substring(colon + 1, word.length() - 1))
                && (colon < 0 || header.equals(word.substring(0, colon)));
    }

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        TABLE.lines().map(Row::of).forEach(row -> rows.put(row.prefix, row));
        return rows;
    }

    /** A line of the table. */
    private record Row(String prefix, String kind, List<String> words, List<String> without) {

        static Row of(String line) {
            String[] parts = line.split("\\s+");
            List<String> words = Arrays.stream(parts).skip(2).filter(word -> !word.startsWith("-")).toList();
            return new Row(parts[0], parts[1], words.isEmpty() ? List.of(parts[0] + "*") : words,
                    Arrays.stream(parts).filter(word -> word.startsWith("-")).map(word -> word.substring(1)).toList());
        }

        long field() {
            int slash = kind.indexOf('/');
            return slash > 0 ? Long.decode(kind.substring(slash + 1)) : kind.equals("flags") ? 0 : Family.WHOLE;
        }

        String format() {
            return kind.equals("decimal") ? "%d" : kind.startsWith("octal") ? "%#o" : "%#x";
        }

        /** Flags by their bits; where a family without a line has two names for a value, the shorter comes first. */
        Comparator<String> order() {
            return field() == Family.WHOLE ? Comparator.comparingInt(String::length).thenComparing(name -> name)
                    : Family.BY_BITS;
        }
    }
}
