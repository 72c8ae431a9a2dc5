package libc.netinet;

import java.nio.ByteBuffer;
import libc.Struct;

/**
 * {@code <netinet/tcp.h>}: TCP's options, states and header, glibc's, with what only {@code <linux/tcp.h>} has.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/tcp.7.html">tcp(7)</a>
 */
public class Tcp extends libc.sys.Socket {

    /** int boolean: sends small segments at once (no Nagle algorithm). */
    public static final int TCP_NODELAY = 1;
    /** int, bytes: largest segment to send; set before connecting, also what is announced. */
    public static final int TCP_MAXSEG = 2;
    /** int boolean: sends full segments only, until cleared or 200 ms have passed. */
    public static final int TCP_CORK = 3;
    /** int, seconds: idle time before the first keepalive probe (SO_KEEPALIVE). */
    public static final int TCP_KEEPIDLE = 4;
    /** int, seconds: time between keepalive probes. */
    public static final int TCP_KEEPINTVL = 5;
    /** int, 1 to 127: unanswered keepalive probes after which the connection is dropped. */
    public static final int TCP_KEEPCNT = 6;
    /** int, 1 to 127: retransmissions of the SYN before connect(2) gives up. */
    public static final int TCP_SYNCNT = 7;
    /** int, seconds: how long an orphaned socket stays in FIN_WAIT2. */
    public static final int TCP_LINGER2 = 8;
    /** int, seconds: a listener wakes up when data comes, not before. */
    public static final int TCP_DEFER_ACCEPT = 9;
    /** int, bytes: largest window to advertise. */
    public static final int TCP_WINDOW_CLAMP = 10;
    /** struct tcp_info, read-only: state and measurements of the connection. */
    public static final int TCP_INFO = 11;
    /** int boolean: acknowledges at once rather than delayed; the kernel may leave the mode again. */
    public static final int TCP_QUICKACK = 12;
    /** String: congestion control algorithm, such as "cubic". */
    public static final int TCP_CONGESTION = 13;
    /** struct tcp_md5sig: key that signs segments from and to a peer (RFC 2385). */
    public static final int TCP_MD5SIG = 14;
    /** struct tcp_cookie_transactions, removed in Linux 3.10. */
    public static final int TCP_COOKIE_TRANSACTIONS = 15;
    /** int boolean: a thin stream's retransmissions do not back off exponentially at first. */
    public static final int TCP_THIN_LINEAR_TIMEOUTS = 16;
    /** int boolean: accepted and ignored; once, a thin stream retransmitted after one duplicate ACK. */
    public static final int TCP_THIN_DUPACK = 17;
    /** int, ms: data unacknowledged for longer ends the connection with ETIMEDOUT; 0 for the default. */
    public static final int TCP_USER_TIMEOUT = 18;
    /** int, TCP_REPAIR_ON/OFF: stops the socket to save or restore its state. Needs CAP_NET_ADMIN. */
    public static final int TCP_REPAIR = 19;
    /** int, TCP_RECV_QUEUE and others: which queue a socket under repair reads and writes. */
    public static final int TCP_REPAIR_QUEUE = 20;
    /** int: sequence number of the queue under repair. */
    public static final int TCP_QUEUE_SEQ = 21;
    /** struct tcp_repair_opt[]: TCP options to restore. */
    public static final int TCP_REPAIR_OPTIONS = 22;
    /** int: length of a listener's queue of Fast Open requests; enables Fast Open. */
    public static final int TCP_FASTOPEN = 23;
    /** int: current value of the TCP time stamp; settable under repair. */
    public static final int TCP_TIMESTAMP = 24;
    /** int, bytes: writable only while less than this is unsent. */
    public static final int TCP_NOTSENT_LOWAT = 25;
    /** union tcp_cc_info, read-only: what the congestion control algorithm tells of itself. */
    public static final int TCP_CC_INFO = 26;
    /** int: on a listener, 1 keeps the headers of each SYN, 2 also the link layer's. */
    public static final int TCP_SAVE_SYN = 27;
    /** byte[], read-only, once: the headers of the SYN that opened this connection. */
    public static final int TCP_SAVED_SYN = 28;
    /** struct tcp_repair_window: window parameters of a socket under repair. */
    public static final int TCP_REPAIR_WINDOW = 29;
    /** int boolean: connect(2) answers at once and the first write goes with the SYN. */
    public static final int TCP_FASTOPEN_CONNECT = 30;
    /** String: protocol put on top of TCP, such as "tls". */
    public static final int TCP_ULP = 31;
    /** struct tcp_md5sig: TCP_MD5SIG for an address prefix or an interface. */
    public static final int TCP_MD5SIG_EXT = 32;
    /** byte[16] or byte[32]: the keys that this listener makes Fast Open cookies with. */
    public static final int TCP_FASTOPEN_KEY = 33;
    /** int boolean: Fast Open without cookies. */
    public static final int TCP_FASTOPEN_NO_COOKIE = 34;
    /** struct tcp_zerocopy_receive, by getsockopt(2): maps received pages into memory. */
    public static final int TCP_ZEROCOPY_RECEIVE = 35;
    /** int boolean: each receive brings TCP_CM_INQ. */
    public static final int TCP_INQ = 36;
    /** Control message, int, bytes: what is left to receive. */
    public static final int TCP_CM_INQ = TCP_INQ;
    /** int, microseconds: delays all that is sent, to emulate a long path. */
    public static final int TCP_TX_DELAY = 37;

    /** TCP_REPAIR: starts the repair. */
    public static final int TCP_REPAIR_ON = 1;
    /** TCP_REPAIR: ends the repair and sends a window probe. */
    public static final int TCP_REPAIR_OFF = 0;
    /** TCP_REPAIR: ends the repair without a window probe. */
    public static final int TCP_REPAIR_OFF_NO_WP = -1;

    /** th_flags: the sender has no more data. */
    public static final int TH_FIN = 0x01;
    /** th_flags: synchronizes sequence numbers, opens a connection. */
    public static final int TH_SYN = 0x02;
    /** th_flags: resets the connection. */
    public static final int TH_RST = 0x04;
    /** th_flags: hand the data to the application. */
    public static final int TH_PUSH = 0x08;
    /** th_flags: the acknowledgement number counts. */
    public static final int TH_ACK = 0x10;
    /** th_flags: the urgent pointer counts. */
    public static final int TH_URG = 0x20;

    /** State: connected. */
    public static final int TCP_ESTABLISHED = 1;
    /** State: connect(2) has sent its SYN. */
    public static final int TCP_SYN_SENT = 2;
    /** State: a SYN has come and was answered. */
    public static final int TCP_SYN_RECV = 3;
    /** State: closed on this side, the FIN not yet acknowledged. */
    public static final int TCP_FIN_WAIT1 = 4;
    /** State: closed on this side, waiting for the peer's FIN. */
    public static final int TCP_FIN_WAIT2 = 5;
    /** State: closed on both sides, waiting for stray segments to die out. */
    public static final int TCP_TIME_WAIT = 6;
    /** State: not connected. */
    public static final int TCP_CLOSE = 7;
    /** State: the peer has closed, this side not yet. */
    public static final int TCP_CLOSE_WAIT = 8;
    /** State: closed on both sides, this FIN not yet acknowledged. */
    public static final int TCP_LAST_ACK = 9;
    /** State: waiting for connections. */
    public static final int TCP_LISTEN = 10;
    /** State: both sides closed at once, this FIN not yet acknowledged. */
    public static final int TCP_CLOSING = 11;

    /** Option in the header: end of the list. */
    public static final int TCPOPT_EOL = 0;
    /** Option in the header: padding. */
    public static final int TCPOPT_NOP = 1;
    /** Option in the header: maximum segment size. */
    public static final int TCPOPT_MAXSEG = 2;
    /** Bytes of TCPOPT_MAXSEG. */
    public static final int TCPOLEN_MAXSEG = 4;
    /** Option in the header: window scale. */
    public static final int TCPOPT_WINDOW = 3;
    /** Bytes of TCPOPT_WINDOW. */
    public static final int TCPOLEN_WINDOW = 3;
    /** Option in the header: selective acknowledgement may be used. */
    public static final int TCPOPT_SACK_PERMITTED = 4;
    /** Bytes of TCPOPT_SACK_PERMITTED. */
    public static final int TCPOLEN_SACK_PERMITTED = 2;
    /** Option in the header: selective acknowledgement. */
    public static final int TCPOPT_SACK = 5;
    /** Option in the header: time stamps. */
    public static final int TCPOPT_TIMESTAMP = 8;
    /** Bytes of TCPOPT_TIMESTAMP. */
    public static final int TCPOLEN_TIMESTAMP = 10;
    /** Bytes of TCPOPT_TIMESTAMP, padded as RFC 7323's appendix A advises. */
    public static final int TCPOLEN_TSTAMP_APPA = TCPOLEN_TIMESTAMP + 2;
    /** First word of a padded time stamp option, host byte order. */
    public static final int TCPOPT_TSTAMP_HDR = TCPOPT_NOP << 24 | TCPOPT_NOP << 16 | TCPOPT_TIMESTAMP << 8
            | TCPOLEN_TIMESTAMP;

    /** Segment size, in bytes, that BSD took when it knew no better. */
    public static final int TCP_MSS = 512;
    /** Largest window in bytes without scaling. */
    public static final int TCP_MAXWIN = 65535;
    /** Largest window scale. */
    public static final int TCP_MAX_WINSHIFT = 14;

    /** Level of TCP_* options, the same as IPPROTO_TCP. */
    public static final int SOL_TCP = 6;

    /** tcpi_options: time stamps were agreed on. */
    public static final int TCPI_OPT_TIMESTAMPS = 1;
    /** tcpi_options: selective acknowledgement was agreed on. */
    public static final int TCPI_OPT_SACK = 2;
    /** tcpi_options: window scaling was agreed on. */
    public static final int TCPI_OPT_WSCALE = 4;
    /** tcpi_options: explicit congestion notification was agreed on. */
    public static final int TCPI_OPT_ECN = 8;
    /** tcpi_options: at least one packet came that was capable of it (ECT). */
    public static final int TCPI_OPT_ECN_SEEN = 16;
    /** tcpi_options: data in the SYN was acknowledged. */
    public static final int TCPI_OPT_SYN_DATA = 32;

    /** tcpi_ca_state: nothing wrong of late. */
    public static final int TCP_CA_Open = 0;
    /** tcpi_ca_state: duplicate or selective ACKs have come, segments may be reordered or lost. */
    public static final int TCP_CA_Disorder = 1;
    /** tcpi_ca_state: the window shrinks after a congestion mark or a drop on this machine. */
    public static final int TCP_CA_CWR = 2;
    /** tcpi_ca_state: fast recovery, lost segments are sent again. */
    public static final int TCP_CA_Recovery = 3;
    /** tcpi_ca_state: recovery after a retransmission timeout. */
    public static final int TCP_CA_Loss = 4;

    /** Bit of TCP_CA_Open in a set of states. */
    public static final int TCPF_CA_Open = 1 << TCP_CA_Open;
    /** Bit of TCP_CA_Disorder in a set of states. */
    public static final int TCPF_CA_Disorder = 1 << TCP_CA_Disorder;
    /** Bit of TCP_CA_CWR in a set of states. */
    public static final int TCPF_CA_CWR = 1 << TCP_CA_CWR;
    /** Bit of TCP_CA_Recovery in a set of states. */
    public static final int TCPF_CA_Recovery = 1 << TCP_CA_Recovery;
    /** Bit of TCP_CA_Loss in a set of states. */
    public static final int TCPF_CA_Loss = 1 << TCP_CA_Loss;

    /** tcpi_fastopen_client_fail: none, or no reason known. */
    public static final int TFO_STATUS_UNSPEC = 0;
    /** tcpi_fastopen_client_fail: there was no cookie. */
    public static final int TFO_COOKIE_UNAVAILABLE = 1;
    /** tcpi_fastopen_client_fail: the SYN-ACK did not acknowledge the data. */
    public static final int TFO_DATA_NOT_ACKED = 2;
    /** tcpi_fastopen_client_fail: nor did it after the SYN was sent again. */
    public static final int TFO_SYN_RETRANSMITTED = 3;

    /** Longest key of struct tcp_md5sig, in bytes. */
    public static final int TCP_MD5SIG_MAXKEYLEN = 80;
    /** tcpm_flags: tcpm_prefixlen counts. */
    public static final int TCP_MD5SIG_FLAG_PREFIX = 0x1;
    /** tcpm_flags: tcpm_ifindex counts. */
    public static final int TCP_MD5SIG_FLAG_IFINDEX = 0x2;

    /** Longest key of the TCP authentication option (RFC 5925), in bytes. Since Linux 6.7. */
    public static final int TCP_AO_MAXKEYLEN = 80;
    /** Flag of a TCP-AO key: its interface counts. Since Linux 6.7. */
    public static final int TCP_AO_KEYF_IFINDEX = 0x1;
    /** Flag of a TCP-AO key: other TCP options are not signed. Since Linux 6.7. */
    public static final int TCP_AO_KEYF_EXCLUDE_OPT = 0x2;

    /** TCP_REPAIR_QUEUE: neither. */
    public static final int TCP_NO_QUEUE = 0;
    /** TCP_REPAIR_QUEUE: what was received. */
    public static final int TCP_RECV_QUEUE = 1;
    /** TCP_REPAIR_QUEUE: what is to send. */
    public static final int TCP_SEND_QUEUE = 2;
    /** TCP_REPAIR_QUEUE: number of values. */
    public static final int TCP_QUEUES_NR = 3;

    /** Shortest cookie of TCP_COOKIE_TRANSACTIONS, in bytes. */
    public static final int TCP_COOKIE_MIN = 8;
    /** Longest cookie of TCP_COOKIE_TRANSACTIONS, in bytes. */
    public static final int TCP_COOKIE_MAX = 16;
    /** Two cookies of TCP_COOKIE_TRANSACTIONS, in bytes. */
    public static final int TCP_COOKIE_PAIR_SIZE = 2 * TCP_COOKIE_MAX;
    /** tcpct_flags: refuses a SYN without a cookie. */
    public static final int TCP_COOKIE_IN_ALWAYS = 1 << 0;
    /** tcpct_flags: sends no cookies. */
    public static final int TCP_COOKIE_OUT_NEVER = 1 << 1;
    /** tcpct_flags, read-only: data came with the SYN. */
    public static final int TCP_S_DATA_IN = 1 << 2;
    /** tcpct_flags, read-only: data went with the SYN. */
    public static final int TCP_S_DATA_OUT = 1 << 3;

    /** Segment size over IPv4 when the peer announces none, in bytes (RFC 1122). */
    public static final int TCP_MSS_DEFAULT = 536;
    /** Segment size to hope for over IPv6, in bytes. */
    public static final int TCP_MSS_DESIRED = 1220;

    /** Bit of the header's fourth word as it lies in memory: congestion window reduced. */
    public static final int TCP_FLAG_CWR = 0x00008000;
    /** Bit of the header's fourth word as it lies in memory: congestion was met. */
    public static final int TCP_FLAG_ECE = 0x00004000;
    /** Bit of the header's fourth word as it lies in memory: the urgent pointer counts. */
    public static final int TCP_FLAG_URG = 0x00002000;
    /** Bit of the header's fourth word as it lies in memory: the acknowledgement number counts. */
    public static final int TCP_FLAG_ACK = 0x00001000;
    /** Bit of the header's fourth word as it lies in memory: hand the data to the application. */
    public static final int TCP_FLAG_PSH = 0x00000800;
    /** Bit of the header's fourth word as it lies in memory: resets the connection. */
    public static final int TCP_FLAG_RST = 0x00000400;
    /** Bit of the header's fourth word as it lies in memory: opens a connection. */
    public static final int TCP_FLAG_SYN = 0x00000200;
    /** Bit of the header's fourth word as it lies in memory: the sender has no more data. */
    public static final int TCP_FLAG_FIN = 0x00000100;
    /** Mask in the header's fourth word as it lies in memory: reserved bits. */
    public static final int TCP_RESERVED_BITS = 0x0000000f;
    /** Mask in the header's fourth word as it lies in memory: header length in 32-bit words. */
    public static final int TCP_DATA_OFFSET = 0x000000f0;

    /** Attribute of SCM_TIMESTAMPING_OPT_STATS: padding. */
    public static final int TCP_NLA_PAD = 0;
    /** Attribute, microseconds: time busy sending. */
    public static final int TCP_NLA_BUSY = 1;
    /** Attribute, microseconds: time held up by the peer's window. */
    public static final int TCP_NLA_RWND_LIMITED = 2;
    /** Attribute, microseconds: time held up by the send buffer. */
    public static final int TCP_NLA_SNDBUF_LIMITED = 3;
    /** Attribute: segments with data sent, retransmissions included. */
    public static final int TCP_NLA_DATA_SEGS_OUT = 4;
    /** Attribute: segments sent again. */
    public static final int TCP_NLA_TOTAL_RETRANS = 5;
    /** Attribute, bytes per second: pace of sending. */
    public static final int TCP_NLA_PACING_RATE = 6;
    /** Attribute, bytes per second: pace of delivery. */
    public static final int TCP_NLA_DELIVERY_RATE = 7;
    /** Attribute, segments: congestion window. */
    public static final int TCP_NLA_SND_CWND = 8;
    /** Attribute, segments: reordering reckoned with. */
    public static final int TCP_NLA_REORDERING = 9;
    /** Attribute, microseconds: shortest round trip. */
    public static final int TCP_NLA_MIN_RTT = 10;
    /** Attribute: retransmissions in a row of the current segment. */
    public static final int TCP_NLA_RECUR_RETRANS = 11;
    /** Attribute, boolean: was the delivery rate limited by the application? */
    public static final int TCP_NLA_DELIVERY_RATE_APP_LMT = 12;
    /** Attribute, bytes: data in the send queue. */
    public static final int TCP_NLA_SNDQ_SIZE = 13;
    /** Attribute, TCP_CA_*: congestion state. */
    public static final int TCP_NLA_CA_STATE = 14;
    /** Attribute, segments: slow start threshold. */
    public static final int TCP_NLA_SND_SSTHRESH = 15;
    /** Attribute: segments delivered, out of order ones included. */
    public static final int TCP_NLA_DELIVERED = 16;
    /** Attribute: segments delivered with a congestion mark. */
    public static final int TCP_NLA_DELIVERED_CE = 17;
    /** Attribute, bytes: data sent, retransmissions included. */
    public static final int TCP_NLA_BYTES_SENT = 18;
    /** Attribute, bytes: data sent again. */
    public static final int TCP_NLA_BYTES_RETRANS = 19;
    /** Attribute: duplicates that the peer reported. */
    public static final int TCP_NLA_DSACK_DUPS = 20;
    /** Attribute: reorderings seen. */
    public static final int TCP_NLA_REORD_SEEN = 21;
    /** Attribute, microseconds: smoothed round trip. */
    public static final int TCP_NLA_SRTT = 22;
    /** Attribute: other paths tried after timeouts. */
    public static final int TCP_NLA_TIMEOUT_REHASH = 23;
    /** Attribute, bytes: data queued and not yet sent. */
    public static final int TCP_NLA_BYTES_NOTSENT = 24;
    /** Attribute, ns of CLOCK_MONOTONIC: earliest departure time of the segment. */
    public static final int TCP_NLA_EDT = 25;
    /** Attribute: time to live, or hop limit, of the packet received. */
    public static final int TCP_NLA_TTL = 26;

    /** Flag of struct tcp_zerocopy_receive: the pages mapped before were unmapped already. */
    public static final int TCP_RECEIVE_ZEROCOPY_FLAG_TLB_CLEAN_HINT = 0x1;

    /** Not to be made: a header's class has only static members. */
    protected Tcp() {}

    /**
     * {@code struct tcp_info}: the state of a TCP connection, the answer to TCP_INFO, as the kernel has it
     * (glibc's ends earlier). A kernel that knows fewer fields fills in fewer: {@code optlen} says how many bytes.
     */
    public static final class tcp_info extends Struct {
        /** Connection state, as TCP_ESTABLISHED. */
        public int tcpi_state;
        /** Congestion avoidance state, as TCP_CA_Open. */
        public int tcpi_ca_state;
        /** Retransmissions of the segment that is at the head of the queue. */
        public int tcpi_retransmits;
        /** Zero-window probes without an answer. */
        public int tcpi_probes;
        /** Exponent of the retransmission timer's backoff. */
        public int tcpi_backoff;
        /** Options in use, as TCPI_OPT_SACK. */
        public int tcpi_options;
        /** Window scale of the peer, a shift. */
        public int tcpi_snd_wscale;
        /** Window scale of this end, a shift. */
        public int tcpi_rcv_wscale;
        /** Whether the delivery rate was limited by the sender's program. */
        public int tcpi_delivery_rate_app_limited;
        /** Why TCP Fast Open failed. */
        public int tcpi_fastopen_client_fail;
        /** Retransmission timeout, in microseconds. */
        public int tcpi_rto;
        /** Delayed acknowledgement timeout, in microseconds. */
        public int tcpi_ato;
        /** Maximum segment size to send, in bytes. */
        public int tcpi_snd_mss;
        /** Maximum segment size received, in bytes. */
        public int tcpi_rcv_mss;
        /** Segments that are sent and not acknowledged; of a listener, connections waiting for accept(2). */
        public int tcpi_unacked;
        /** Segments acknowledged selectively; of a listener, its backlog. */
        public int tcpi_sacked;
        /** Segments taken for lost. */
        public int tcpi_lost;
        /** Segments sent again and not acknowledged. */
        public int tcpi_retrans;
        /** Not used any more. */
        public int tcpi_fackets;
        /** Time since data was last sent, in ms. */
        public int tcpi_last_data_sent;
        /** Not kept by the kernel. */
        public int tcpi_last_ack_sent;
        /** Time since data was last received, in ms. */
        public int tcpi_last_data_recv;
        /** Time since an acknowledgement was last received, in ms. */
        public int tcpi_last_ack_recv;
        /** Path MTU, in bytes. */
        public int tcpi_pmtu;
        /** Slow start threshold of the receive window, in bytes. */
        public int tcpi_rcv_ssthresh;
        /** Smoothed round-trip time, in microseconds. */
        public int tcpi_rtt;
        /** Variation of the round-trip time, in microseconds. */
        public int tcpi_rttvar;
        /** Slow start threshold, in segments. */
        public int tcpi_snd_ssthresh;
        /** Congestion window, in segments. */
        public int tcpi_snd_cwnd;
        /** Maximum segment size advertised, in bytes. */
        public int tcpi_advmss;
        /** Reordering tolerated, in segments. */
        public int tcpi_reordering;
        /** Round-trip time as the receiver sees it, in microseconds. */
        public int tcpi_rcv_rtt;
        /** Receive buffer that the kernel aims for, in bytes. */
        public int tcpi_rcv_space;
        /** Segments sent again, in all. */
        public int tcpi_total_retrans;
        /** Pacing rate, in bytes per second. */
        public long tcpi_pacing_rate;
        /** Upper bound of the pacing rate, in bytes per second. */
        public long tcpi_max_pacing_rate;
        /** Bytes acknowledged. */
        public long tcpi_bytes_acked;
        /** Bytes received. */
        public long tcpi_bytes_received;
        /** Segments sent. */
        public int tcpi_segs_out;
        /** Segments received. */
        public int tcpi_segs_in;
        /** Bytes in the send queue that were never sent. */
        public int tcpi_notsent_bytes;
        /** Smallest round-trip time seen, in microseconds. */
        public int tcpi_min_rtt;
        /** Segments with data received. */
        public int tcpi_data_segs_in;
        /** Segments with data sent. */
        public int tcpi_data_segs_out;
        /** Delivery rate, in bytes per second. */
        public long tcpi_delivery_rate;
        /** Time with data to send, in microseconds. */
        public long tcpi_busy_time;
        /** Time that the receive window held sending up, in microseconds. */
        public long tcpi_rwnd_limited;
        /** Time that the send buffer held sending up, in microseconds. */
        public long tcpi_sndbuf_limited;
        /** Segments delivered, those sent again included. */
        public int tcpi_delivered;
        /** Segments delivered with an ECN mark. */
        public int tcpi_delivered_ce;
        /** Bytes sent, those sent again included. */
        public long tcpi_bytes_sent;
        /** Bytes sent again. */
        public long tcpi_bytes_retrans;
        /** Duplicates that the peer reported. */
        public int tcpi_dsack_dups;
        /** Reordering events seen. */
        public int tcpi_reord_seen;
        /** Segments received out of order. */
        public int tcpi_rcv_ooopack;
        /** Receive window of the peer after scaling, in bytes. */
        public int tcpi_snd_wnd;

        /** {@code struct tcp_info a = {0}}. */
        public tcp_info() {}

        /**
         * One read from memory. Of a shorter one, an older kernel's, the other fields are 0.
         *
         * @param from where from, from its position, which stays; {@code from.remaining()} says how much there is
         */
        public tcp_info(ByteBuffer from) {
            unpackWritten(from);
        }

        /**
         * {@code struct tcp_info a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tcp_info[] array(int n) {
            return filled(new tcp_info[n], tcp_info::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tcp_info from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            tcpi_state = f.as("TCP_ESTABLISHED").uint8("tcpi_state", tcpi_state);
            tcpi_ca_state = f.as("TCP_CA_").uint8("tcpi_ca_state", tcpi_ca_state);
            tcpi_retransmits = f.uint8("tcpi_retransmits", tcpi_retransmits);
            tcpi_probes = f.uint8("tcpi_probes", tcpi_probes);
            tcpi_backoff = f.uint8("tcpi_backoff", tcpi_backoff);
            tcpi_options = f.as("TCPI_OPT_").uint8("tcpi_options", tcpi_options);
            tcpi_snd_wscale = f.bits8("tcpi_snd_wscale", tcpi_snd_wscale, 4);
            tcpi_rcv_wscale = f.bits8("tcpi_rcv_wscale", tcpi_rcv_wscale, 4);
            tcpi_delivery_rate_app_limited = f.bits8("tcpi_delivery_rate_app_limited", tcpi_delivery_rate_app_limited, 1);
            tcpi_fastopen_client_fail = f.bits8("tcpi_fastopen_client_fail", tcpi_fastopen_client_fail, 2);
            tcpi_rto = f.int32("tcpi_rto", tcpi_rto);
            tcpi_ato = f.int32("tcpi_ato", tcpi_ato);
            tcpi_snd_mss = f.int32("tcpi_snd_mss", tcpi_snd_mss);
            tcpi_rcv_mss = f.int32("tcpi_rcv_mss", tcpi_rcv_mss);
            tcpi_unacked = f.int32("tcpi_unacked", tcpi_unacked);
            tcpi_sacked = f.int32("tcpi_sacked", tcpi_sacked);
            tcpi_lost = f.int32("tcpi_lost", tcpi_lost);
            tcpi_retrans = f.int32("tcpi_retrans", tcpi_retrans);
            tcpi_fackets = f.int32("tcpi_fackets", tcpi_fackets);
            tcpi_last_data_sent = f.int32("tcpi_last_data_sent", tcpi_last_data_sent);
            tcpi_last_ack_sent = f.int32("tcpi_last_ack_sent", tcpi_last_ack_sent);
            tcpi_last_data_recv = f.int32("tcpi_last_data_recv", tcpi_last_data_recv);
            tcpi_last_ack_recv = f.int32("tcpi_last_ack_recv", tcpi_last_ack_recv);
            tcpi_pmtu = f.int32("tcpi_pmtu", tcpi_pmtu);
            tcpi_rcv_ssthresh = f.int32("tcpi_rcv_ssthresh", tcpi_rcv_ssthresh);
            tcpi_rtt = f.int32("tcpi_rtt", tcpi_rtt);
            tcpi_rttvar = f.int32("tcpi_rttvar", tcpi_rttvar);
            tcpi_snd_ssthresh = f.int32("tcpi_snd_ssthresh", tcpi_snd_ssthresh);
            tcpi_snd_cwnd = f.int32("tcpi_snd_cwnd", tcpi_snd_cwnd);
            tcpi_advmss = f.int32("tcpi_advmss", tcpi_advmss);
            tcpi_reordering = f.int32("tcpi_reordering", tcpi_reordering);
            tcpi_rcv_rtt = f.int32("tcpi_rcv_rtt", tcpi_rcv_rtt);
            tcpi_rcv_space = f.int32("tcpi_rcv_space", tcpi_rcv_space);
            tcpi_total_retrans = f.int32("tcpi_total_retrans", tcpi_total_retrans);
            tcpi_pacing_rate = f.int64("tcpi_pacing_rate", tcpi_pacing_rate);
            tcpi_max_pacing_rate = f.int64("tcpi_max_pacing_rate", tcpi_max_pacing_rate);
            tcpi_bytes_acked = f.int64("tcpi_bytes_acked", tcpi_bytes_acked);
            tcpi_bytes_received = f.int64("tcpi_bytes_received", tcpi_bytes_received);
            tcpi_segs_out = f.int32("tcpi_segs_out", tcpi_segs_out);
            tcpi_segs_in = f.int32("tcpi_segs_in", tcpi_segs_in);
            tcpi_notsent_bytes = f.int32("tcpi_notsent_bytes", tcpi_notsent_bytes);
            tcpi_min_rtt = f.int32("tcpi_min_rtt", tcpi_min_rtt);
            tcpi_data_segs_in = f.int32("tcpi_data_segs_in", tcpi_data_segs_in);
            tcpi_data_segs_out = f.int32("tcpi_data_segs_out", tcpi_data_segs_out);
            tcpi_delivery_rate = f.int64("tcpi_delivery_rate", tcpi_delivery_rate);
            tcpi_busy_time = f.int64("tcpi_busy_time", tcpi_busy_time);
            tcpi_rwnd_limited = f.int64("tcpi_rwnd_limited", tcpi_rwnd_limited);
            tcpi_sndbuf_limited = f.int64("tcpi_sndbuf_limited", tcpi_sndbuf_limited);
            tcpi_delivered = f.int32("tcpi_delivered", tcpi_delivered);
            tcpi_delivered_ce = f.int32("tcpi_delivered_ce", tcpi_delivered_ce);
            tcpi_bytes_sent = f.int64("tcpi_bytes_sent", tcpi_bytes_sent);
            tcpi_bytes_retrans = f.int64("tcpi_bytes_retrans", tcpi_bytes_retrans);
            tcpi_dsack_dups = f.int32("tcpi_dsack_dups", tcpi_dsack_dups);
            tcpi_reord_seen = f.int32("tcpi_reord_seen", tcpi_reord_seen);
            tcpi_rcv_ooopack = f.int32("tcpi_rcv_ooopack", tcpi_rcv_ooopack);
            tcpi_snd_wnd = f.int32("tcpi_snd_wnd", tcpi_snd_wnd);
        }
    }

    /**
     * {@code struct tcphdr}: the header of a TCP segment, without options.
     */
    public static final class tcphdr extends Struct {
        /** Source port, in network byte order. */
        public int source;
        /** Destination port, in network byte order. */
        public int dest;
        /** Sequence number, in network byte order. */
        public int seq;
        /** Number that is acknowledged, in network byte order. */
        public int ack_seq;
        /** Reserved. */
        public int res1;
        /** Length of the header, in units of 4 bytes. */
        public int doff;
        /** FIN. */
        public int fin;
        /** SYN. */
        public int syn;
        /** RST. */
        public int rst;
        /** PSH. */
        public int psh;
        /** ACK. */
        public int ack;
        /** URG. */
        public int urg;
        /** ECE. */
        public int ece;
        /** CWR. */
        public int cwr;
        /** Window, in network byte order. */
        public int window;
        /** Checksum, in network byte order. */
        public int check;
        /** Urgent pointer, in network byte order. */
        public int urg_ptr;

        /** {@code struct tcphdr a = {0}}. */
        public tcphdr() {}

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tcphdr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tcphdr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tcphdr[] array(int n) {
            return filled(new tcphdr[n], tcphdr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tcphdr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            source = f.uint16("source", source);
            dest = f.uint16("dest", dest);
            seq = f.int32("seq", seq);
            ack_seq = f.int32("ack_seq", ack_seq);
            res1 = f.bits8("res1", res1, 4);
            doff = f.bits8("doff", doff, 4);
            fin = f.bits8("fin", fin, 1);
            syn = f.bits8("syn", syn, 1);
            rst = f.bits8("rst", rst, 1);
            psh = f.bits8("psh", psh, 1);
            ack = f.bits8("ack", ack, 1);
            urg = f.bits8("urg", urg, 1);
            ece = f.bits8("ece", ece, 1);
            cwr = f.bits8("cwr", cwr, 1);
            window = f.uint16("window", window);
            check = f.uint16("check", check);
            urg_ptr = f.uint16("urg_ptr", urg_ptr);
        }
    }

    /**
     * {@code struct tcp_repair_opt}: an element of the value of TCP_REPAIR_OPTIONS.
     */
    public static final class tcp_repair_opt extends Struct {
        /** Option, as TCPOPT_MAXSEG. */
        public int opt_code;
        /** Its value. */
        public int opt_val;

        /** {@code struct tcp_repair_opt a = {0}}. */
        public tcp_repair_opt() {}

        /**
         * {@code struct tcp_repair_opt a = {opt_code, opt_val}}.
         *
         * @param opt_code option, as TCPOPT_MAXSEG
         * @param opt_val its value
         */
        public tcp_repair_opt(int opt_code, int opt_val) {
            this.opt_code = opt_code;
            this.opt_val = opt_val;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tcp_repair_opt(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tcp_repair_opt a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tcp_repair_opt[] array(int n) {
            return filled(new tcp_repair_opt[n], tcp_repair_opt::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tcp_repair_opt from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            opt_code = f.int32("opt_code", opt_code);
            opt_val = f.int32("opt_val", opt_val);
        }
    }

    /**
     * {@code struct tcp_repair_window}: the value of TCP_REPAIR_WINDOW.
     */
    public static final class tcp_repair_window extends Struct {
        /** Sequence number of the last window update. */
        public int snd_wl1;
        /** Window to send in, in bytes. */
        public int snd_wnd;
        /** Largest window seen, in bytes. */
        public int max_window;
        /** Window to receive in, in bytes. */
        public int rcv_wnd;
        /** Sequence number of the last window update sent. */
        public int rcv_wup;

        /** {@code struct tcp_repair_window a = {0}}. */
        public tcp_repair_window() {}

        /**
         * {@code struct tcp_repair_window a = {snd_wl1, snd_wnd, max_window, rcv_wnd, rcv_wup}}.
         *
         * @param snd_wl1 sequence number of the last window update
         * @param snd_wnd window to send in, in bytes
         * @param max_window largest window seen, in bytes
         * @param rcv_wnd window to receive in, in bytes
         * @param rcv_wup sequence number of the last window update sent
         */
        public tcp_repair_window(int snd_wl1, int snd_wnd, int max_window, int rcv_wnd, int rcv_wup) {
            this.snd_wl1 = snd_wl1;
            this.snd_wnd = snd_wnd;
            this.max_window = max_window;
            this.rcv_wnd = rcv_wnd;
            this.rcv_wup = rcv_wup;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tcp_repair_window(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tcp_repair_window a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tcp_repair_window[] array(int n) {
            return filled(new tcp_repair_window[n], tcp_repair_window::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tcp_repair_window from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            snd_wl1 = f.int32("snd_wl1", snd_wl1);
            snd_wnd = f.int32("snd_wnd", snd_wnd);
            max_window = f.int32("max_window", max_window);
            rcv_wnd = f.int32("rcv_wnd", rcv_wnd);
            rcv_wup = f.int32("rcv_wup", rcv_wup);
        }
    }

    /**
     * {@code struct tcp_md5sig}: the value of TCP_MD5SIG and TCP_MD5SIG_EXT.
     */
    public static final class tcp_md5sig extends Struct {
        /** Peer. */
        public final sockaddr_storage tcpm_addr = new sockaddr_storage();
        /** TCP_MD5SIG_FLAG_PREFIX and TCP_MD5SIG_FLAG_IFINDEX, of TCP_MD5SIG_EXT. */
        public int tcpm_flags;
        /** Bits of the peer's prefix. */
        public int tcpm_prefixlen;
        /** Bytes of the key; 0 removes it. */
        public int tcpm_keylen;
        /** Interface index. */
        public int tcpm_ifindex;
        /** Key. */
        public final byte[] tcpm_key = new byte[80];

        /** {@code struct tcp_md5sig a = {0}}. */
        public tcp_md5sig() {}

        /**
         * {@code struct tcp_md5sig a = {tcpm_addr, tcpm_flags, tcpm_prefixlen, tcpm_keylen, tcpm_ifindex,
         * tcpm_key}}.
         *
         * @param tcpm_addr peer
         * @param tcpm_flags TCP_MD5SIG_FLAG_PREFIX and TCP_MD5SIG_FLAG_IFINDEX, of TCP_MD5SIG_EXT
         * @param tcpm_prefixlen bits of the peer's prefix
         * @param tcpm_keylen bytes of the key; 0 removes it
         * @param tcpm_ifindex interface index
         * @param tcpm_key key
         */
        public tcp_md5sig(sockaddr_storage tcpm_addr, int tcpm_flags, int tcpm_prefixlen, int tcpm_keylen, int
                tcpm_ifindex, byte[] tcpm_key) {
            this.tcpm_addr.set(tcpm_addr);
            this.tcpm_flags = tcpm_flags;
            this.tcpm_prefixlen = tcpm_prefixlen;
            this.tcpm_keylen = tcpm_keylen;
            this.tcpm_ifindex = tcpm_ifindex;
            System.arraycopy(tcpm_key, 0, this.tcpm_key, 0, tcpm_key.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tcp_md5sig(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tcp_md5sig a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tcp_md5sig[] array(int n) {
            return filled(new tcp_md5sig[n], tcp_md5sig::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tcp_md5sig from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("tcpm_addr", tcpm_addr);
            tcpm_flags = f.uint8("tcpm_flags", tcpm_flags);
            tcpm_prefixlen = f.uint8("tcpm_prefixlen", tcpm_prefixlen);
            tcpm_keylen = f.uint16("tcpm_keylen", tcpm_keylen);
            tcpm_ifindex = f.int32("tcpm_ifindex", tcpm_ifindex);
            f.bytes("tcpm_key", tcpm_key);
        }
    }

    /**
     * {@code struct tcp_diag_md5sig}: a key, in the value of INET_DIAG_MD5SIG.
     */
    public static final class tcp_diag_md5sig extends Struct {
        /** Address family. */
        public int tcpm_family;
        /** Bits of the peer's prefix. */
        public int tcpm_prefixlen;
        /** Bytes of the key. */
        public int tcpm_keylen;
        /** Peer, in network byte order. */
        public final int[] tcpm_addr = new int[4];
        /** Key. */
        public final byte[] tcpm_key = new byte[80];

        /** {@code struct tcp_diag_md5sig a = {0}}. */
        public tcp_diag_md5sig() {}

        /**
         * {@code struct tcp_diag_md5sig a = {tcpm_family, tcpm_prefixlen, tcpm_keylen, tcpm_addr, tcpm_key}}.
         *
         * @param tcpm_family address family
         * @param tcpm_prefixlen bits of the peer's prefix
         * @param tcpm_keylen bytes of the key
         * @param tcpm_addr peer, in network byte order
         * @param tcpm_key key
         */
        public tcp_diag_md5sig(int tcpm_family, int tcpm_prefixlen, int tcpm_keylen, int[] tcpm_addr, byte[] tcpm_key) {
            this.tcpm_family = tcpm_family;
            this.tcpm_prefixlen = tcpm_prefixlen;
            this.tcpm_keylen = tcpm_keylen;
            System.arraycopy(tcpm_addr, 0, this.tcpm_addr, 0, tcpm_addr.length);
            System.arraycopy(tcpm_key, 0, this.tcpm_key, 0, tcpm_key.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tcp_diag_md5sig(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tcp_diag_md5sig a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tcp_diag_md5sig[] array(int n) {
            return filled(new tcp_diag_md5sig[n], tcp_diag_md5sig::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tcp_diag_md5sig from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            tcpm_family = f.as("AF_").uint8("tcpm_family", tcpm_family);
            tcpm_prefixlen = f.uint8("tcpm_prefixlen", tcpm_prefixlen);
            tcpm_keylen = f.uint16("tcpm_keylen", tcpm_keylen);
            f.int32s("tcpm_addr", tcpm_addr);
            f.bytes("tcpm_key", tcpm_key);
        }
    }

    /**
     * {@code struct tcp_zerocopy_receive}: the value of TCP_ZEROCOPY_RECEIVE. Its addresses are those of memory
     * that mmap(2) gave.
     */
    public static final class tcp_zerocopy_receive extends Struct {
        /** Address of the mapping. */
        public long address;
        /** Bytes to map, and mapped. */
        public int length;
        /** Bytes to receive by recv(2) before more can be mapped. */
        public int recv_skip_hint;
        /** Bytes in the receive queue. */
        public int inq;
        /** Error of the socket, an errno. */
        public int err;
        /** Address of memory to copy small data to. */
        public long copybuf_address;
        /** Bytes of that memory, and copied; negated errno. */
        public int copybuf_len;
        /** TCP_RECEIVE_ZEROCOPY_FLAG_TLB_CLEAN_HINT. */
        public int flags;
        /** Address of memory for control messages. */
        public long msg_control;
        /** Bytes of that memory. */
        public long msg_controllen;
        /** As recvmsg(2) says. */
        public int msg_flags;
        /** 0. */
        public int reserved;

        /** {@code struct tcp_zerocopy_receive a = {0}}. */
        public tcp_zerocopy_receive() {}

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tcp_zerocopy_receive(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tcp_zerocopy_receive a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tcp_zerocopy_receive[] array(int n) {
            return filled(new tcp_zerocopy_receive[n], tcp_zerocopy_receive::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tcp_zerocopy_receive from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            address = f.int64("address", address);
            length = f.int32("length", length);
            recv_skip_hint = f.int32("recv_skip_hint", recv_skip_hint);
            inq = f.int32("inq", inq);
            err = f.int32("err", err);
            copybuf_address = f.int64("copybuf_address", copybuf_address);
            copybuf_len = f.int32("copybuf_len", copybuf_len);
            flags = f.int32("flags", flags);
            msg_control = f.int64("msg_control", msg_control);
            msg_controllen = f.int64("msg_controllen", msg_controllen);
            msg_flags = f.int32("msg_flags", msg_flags);
            reserved = f.int32("reserved", reserved);
        }
    }
}
