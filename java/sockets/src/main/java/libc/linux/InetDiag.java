package libc.linux;

import java.nio.ByteBuffer;
import libc.Struct;

/**
 * {@code <linux/inet_diag.h>}: tables of Internet sockets through sock_diag.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/sock_diag.7.html">sock_diag(7)</a>
 */
public class InetDiag extends libc.sys.Types {

    /** Beyond the message types of the first version, TCPDIAG_GETSOCK and DCCPDIAG_GETSOCK. */
    public static final int INET_DIAG_GETSOCK_MAX = 24;
    /** Message type of the first version: TCP sockets, struct inet_diag_req. */
    public static final int TCPDIAG_GETSOCK = 18;
    /** Message type of the first version: DCCP sockets. */
    public static final int DCCPDIAG_GETSOCK = 19;
    /** idiag_cookie, in both: any socket. */
    public static final int INET_DIAG_NOCOOKIE = 0xffffffff;

    /** Request attribute: none. */
    public static final int INET_DIAG_REQ_NONE = 0;
    /** Request attribute: a filter, struct inet_diag_bc_op[]. */
    public static final int INET_DIAG_REQ_BYTECODE = 1;
    /** Request attribute, nested: BPF storages to show. */
    public static final int INET_DIAG_REQ_SK_BPF_STORAGES = 2;
    /** Request attribute, u32: a protocol beyond 255, as IPPROTO_MPTCP. */
    public static final int INET_DIAG_REQ_PROTOCOL = 3;
    /** Largest of INET_DIAG_REQ_*. */
    public static final int INET_DIAG_REQ_MAX = 3;

    /** Filter: goes on. */
    public static final int INET_DIAG_BC_NOP = 0;
    /** Filter: jumps. */
    public static final int INET_DIAG_BC_JMP = 1;
    /** Filter: source port greater or equal. */
    public static final int INET_DIAG_BC_S_GE = 2;
    /** Filter: source port less or equal. */
    public static final int INET_DIAG_BC_S_LE = 3;
    /** Filter: destination port greater or equal. */
    public static final int INET_DIAG_BC_D_GE = 4;
    /** Filter: destination port less or equal. */
    public static final int INET_DIAG_BC_D_LE = 5;
    /** Filter: the port was picked by the kernel. */
    public static final int INET_DIAG_BC_AUTO = 6;
    /** Filter: source, struct inet_diag_hostcond. */
    public static final int INET_DIAG_BC_S_COND = 7;
    /** Filter: destination, struct inet_diag_hostcond. */
    public static final int INET_DIAG_BC_D_COND = 8;
    /** Filter: interface index, u32. */
    public static final int INET_DIAG_BC_DEV_COND = 9;
    /** Filter: mark, struct inet_diag_markcond. Needs CAP_NET_ADMIN. */
    public static final int INET_DIAG_BC_MARK_COND = 10;
    /** Filter: source port. */
    public static final int INET_DIAG_BC_S_EQ = 11;
    /** Filter: destination port. */
    public static final int INET_DIAG_BC_D_EQ = 12;
    /** Filter: control group, u64. */
    public static final int INET_DIAG_BC_CGROUP_COND = 13;

    /** Attribute: none. */
    public static final int INET_DIAG_NONE = 0;
    /** Attribute: struct inet_diag_meminfo. */
    public static final int INET_DIAG_MEMINFO = 1;
    /** Attribute: of TCP, struct tcp_info. */
    public static final int INET_DIAG_INFO = 2;
    /** Attribute: struct tcpvegas_info. */
    public static final int INET_DIAG_VEGASINFO = 3;
    /** Attribute, string: congestion control algorithm. */
    public static final int INET_DIAG_CONG = 4;
    /** Attribute, u8: type of service. */
    public static final int INET_DIAG_TOS = 5;
    /** Attribute, u8: traffic class. */
    public static final int INET_DIAG_TCLASS = 6;
    /** Attribute, u32[]: memory, by SK_MEMINFO_*. */
    public static final int INET_DIAG_SKMEMINFO = 7;
    /** Attribute, u8: directions shut down, 1 receiving, 2 sending. */
    public static final int INET_DIAG_SHUTDOWN = 8;
    /** Attribute: struct tcp_dctcp_info; asked for by INET_DIAG_VEGASINFO. */
    public static final int INET_DIAG_DCTCPINFO = 9;
    /** Attribute, u8: a raw socket's protocol. */
    public static final int INET_DIAG_PROTOCOL = 10;
    /** Attribute, u8: IPV6_V6ONLY. */
    public static final int INET_DIAG_SKV6ONLY = 11;
    /** Attribute, struct sockaddr_storage[]: an SCTP socket's own addresses. */
    public static final int INET_DIAG_LOCALS = 12;
    /** Attribute, struct sockaddr_storage[]: an SCTP socket's peers. */
    public static final int INET_DIAG_PEERS = 13;
    /** Padding, for 64-bit alignment. */
    public static final int INET_DIAG_PAD = 14;
    /** Attribute, u32: SO_MARK. Needs CAP_NET_ADMIN. */
    public static final int INET_DIAG_MARK = 15;
    /** Attribute: struct tcp_bbr_info; asked for by INET_DIAG_VEGASINFO. */
    public static final int INET_DIAG_BBRINFO = 16;
    /** Attribute, u32: traffic control class; asked for by INET_DIAG_TCLASS. */
    public static final int INET_DIAG_CLASS_ID = 17;
    /** Attribute, struct tcp_diag_md5sig[]: MD5 keys. Needs CAP_NET_ADMIN. */
    public static final int INET_DIAG_MD5SIG = 18;
    /** Attribute, nested INET_ULP_INFO_*: protocol above TCP. */
    public static final int INET_DIAG_ULP_INFO = 19;
    /** Attribute, nested: BPF storages. */
    public static final int INET_DIAG_SK_BPF_STORAGES = 20;
    /** Attribute, u64: control group. */
    public static final int INET_DIAG_CGROUP_ID = 21;
    /** Attribute: struct inet_diag_sockopt. */
    public static final int INET_DIAG_SOCKOPT = 22;
    /** Largest of INET_DIAG_*. */
    public static final int INET_DIAG_MAX = 22;

    /** Not used. */
    public static final int INET_ULP_INFO_UNSPEC = 0;
    /** String: the protocol's name, as "tls". */
    public static final int INET_ULP_INFO_NAME = 1;
    /** Nested: TLS_INFO_*. */
    public static final int INET_ULP_INFO_TLS = 2;
    /** Nested: MPTCP_SUBFLOW_ATTR_*. */
    public static final int INET_ULP_INFO_MPTCP = 3;
    /** Largest of INET_ULP_INFO_*. */
    public static final int INET_ULP_INFO_MAX = 3;

    /** Not to be made: a header's class has only static members. */
    protected InetDiag() {}

    /**
     * {@code struct inet_diag_sockid}: which socket.
     */
    public static final class inet_diag_sockid extends Struct {
        /** Source port, in network byte order. */
        public int idiag_sport;
        /** Destination port, in network byte order. */
        public int idiag_dport;
        /** Source address, in network byte order; an IPv4 one in the first element. */
        public final int[] idiag_src = new int[4];
        /** Destination address, in network byte order; an IPv4 one in the first element. */
        public final int[] idiag_dst = new int[4];
        /** Interface index. */
        public int idiag_if;
        /** Cookie; INET_DIAG_NOCOOKIE, in both, for any. */
        public final int[] idiag_cookie = new int[2];

        /** {@code struct inet_diag_sockid a = {0}}. */
        public inet_diag_sockid() {}

        /**
         * {@code struct inet_diag_sockid a = {idiag_sport, idiag_dport, idiag_src, idiag_dst, idiag_if,
         * idiag_cookie}}.
         *
         * @param idiag_sport source port, in network byte order
         * @param idiag_dport destination port, in network byte order
         * @param idiag_src source address, in network byte order; an IPv4 one in the first element
         * @param idiag_dst destination address, in network byte order; an IPv4 one in the first element
         * @param idiag_if interface index
         * @param idiag_cookie cookie; INET_DIAG_NOCOOKIE, in both, for any
         */
        public inet_diag_sockid(int idiag_sport, int idiag_dport, int[] idiag_src, int[] idiag_dst, int
                idiag_if, int[] idiag_cookie) {
            this.idiag_sport = idiag_sport;
            this.idiag_dport = idiag_dport;
            System.arraycopy(idiag_src, 0, this.idiag_src, 0, idiag_src.length);
            System.arraycopy(idiag_dst, 0, this.idiag_dst, 0, idiag_dst.length);
            this.idiag_if = idiag_if;
            System.arraycopy(idiag_cookie, 0, this.idiag_cookie, 0, idiag_cookie.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public inet_diag_sockid(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct inet_diag_sockid a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static inet_diag_sockid[] array(int n) {
            return filled(new inet_diag_sockid[n], inet_diag_sockid::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(inet_diag_sockid from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            idiag_sport = f.uint16("idiag_sport", idiag_sport);
            idiag_dport = f.uint16("idiag_dport", idiag_dport);
            f.int32s("idiag_src", idiag_src);
            f.int32s("idiag_dst", idiag_dst);
            idiag_if = f.int32("idiag_if", idiag_if);
            f.int32s("idiag_cookie", idiag_cookie);
        }
    }

    /**
     * {@code struct inet_diag_req}: a request of the first version.
     */
    public static final class inet_diag_req extends Struct {
        /** Address family. */
        public int idiag_family;
        /** Bits of the source's prefix. */
        public int idiag_src_len;
        /** Bits of the destination's prefix. */
        public int idiag_dst_len;
        /** Attributes to send, bit n - 1 for attribute n. */
        public int idiag_ext;
        /** Which socket. */
        public final inet_diag_sockid id = new inet_diag_sockid();
        /** States to send, a bit each. */
        public int idiag_states;
        /** Not used. */
        public int idiag_dbs;

        /** {@code struct inet_diag_req a = {0}}. */
        public inet_diag_req() {}

        /**
         * {@code struct inet_diag_req a = {idiag_family, idiag_src_len, idiag_dst_len, idiag_ext, id,
         * idiag_states, idiag_dbs}}.
         *
         * @param idiag_family address family
         * @param idiag_src_len bits of the source's prefix
         * @param idiag_dst_len bits of the destination's prefix
         * @param idiag_ext attributes to send, bit n - 1 for attribute n
         * @param id which socket
         * @param idiag_states states to send, a bit each
         * @param idiag_dbs not used
         */
        public inet_diag_req(int idiag_family, int idiag_src_len, int idiag_dst_len, int idiag_ext,
                inet_diag_sockid id, int idiag_states, int idiag_dbs) {
            this.idiag_family = idiag_family;
            this.idiag_src_len = idiag_src_len;
            this.idiag_dst_len = idiag_dst_len;
            this.idiag_ext = idiag_ext;
            this.id.set(id);
            this.idiag_states = idiag_states;
            this.idiag_dbs = idiag_dbs;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public inet_diag_req(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct inet_diag_req a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static inet_diag_req[] array(int n) {
            return filled(new inet_diag_req[n], inet_diag_req::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(inet_diag_req from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            idiag_family = f.as("AF_").uint8("idiag_family", idiag_family);
            idiag_src_len = f.uint8("idiag_src_len", idiag_src_len);
            idiag_dst_len = f.uint8("idiag_dst_len", idiag_dst_len);
            idiag_ext = f.uint8("idiag_ext", idiag_ext);
            f.struct("id", id);
            idiag_states = f.int32("idiag_states", idiag_states);
            idiag_dbs = f.int32("idiag_dbs", idiag_dbs);
        }
    }

    /**
     * {@code struct inet_diag_req_v2}: the payload of a request for Internet sockets.
     */
    public static final class inet_diag_req_v2 extends Struct {
        /** AF_INET or AF_INET6. */
        public int sdiag_family;
        /** IPPROTO_TCP, IPPROTO_UDP, ... */
        public int sdiag_protocol;
        /** Attributes to send, bit n - 1 for attribute n. */
        public int idiag_ext;
        /** Padding. */
        public int pad;
        /** States to send, bit n for state n, as TCP_LISTEN; -1 for all. */
        public int idiag_states;
        /** Which socket; of a dump its ports, 0 for all. */
        public final inet_diag_sockid id = new inet_diag_sockid();

        /** {@code struct inet_diag_req_v2 a = {0}}. */
        public inet_diag_req_v2() {}

        /**
         * {@code struct inet_diag_req_v2 a = {sdiag_family, sdiag_protocol, idiag_ext, pad, idiag_states, id}}.
         *
         * @param sdiag_family AF_INET or AF_INET6
         * @param sdiag_protocol IPPROTO_TCP, IPPROTO_UDP,
         * @param idiag_ext attributes to send, bit n - 1 for attribute n
         * @param pad padding
         * @param idiag_states states to send, bit n for state n, as TCP_LISTEN; -1 for all
         * @param id which socket; of a dump its ports, 0 for all
         */
        public inet_diag_req_v2(int sdiag_family, int sdiag_protocol, int idiag_ext, int pad, int idiag_states,
                inet_diag_sockid id) {
            this.sdiag_family = sdiag_family;
            this.sdiag_protocol = sdiag_protocol;
            this.idiag_ext = idiag_ext;
            this.pad = pad;
            this.idiag_states = idiag_states;
            this.id.set(id);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public inet_diag_req_v2(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct inet_diag_req_v2 a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static inet_diag_req_v2[] array(int n) {
            return filled(new inet_diag_req_v2[n], inet_diag_req_v2::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(inet_diag_req_v2 from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            sdiag_family = f.as("AF_").uint8("sdiag_family", sdiag_family);
            sdiag_protocol = f.as("IPPROTO_").uint8("sdiag_protocol", sdiag_protocol);
            idiag_ext = f.uint8("idiag_ext", idiag_ext);
            pad = f.uint8("pad", pad);
            idiag_states = f.int32("idiag_states", idiag_states);
            f.struct("id", id);
        }
    }

    /**
     * {@code struct inet_diag_req_raw}: the payload of a request for raw sockets.
     */
    public static final class inet_diag_req_raw extends Struct {
        /** AF_INET or AF_INET6. */
        public int sdiag_family;
        /** IPPROTO_RAW. */
        public int sdiag_protocol;
        /** Attributes to send, bit n - 1 for attribute n. */
        public int idiag_ext;
        /** The sockets' protocol. */
        public int sdiag_raw_protocol;
        /** States to send, a bit each; -1 for all. */
        public int idiag_states;
        /** Which socket. */
        public final inet_diag_sockid id = new inet_diag_sockid();

        /** {@code struct inet_diag_req_raw a = {0}}. */
        public inet_diag_req_raw() {}

        /**
         * {@code struct inet_diag_req_raw a = {sdiag_family, sdiag_protocol, idiag_ext, sdiag_raw_protocol,
         * idiag_states, id}}.
         *
         * @param sdiag_family AF_INET or AF_INET6
         * @param sdiag_protocol IPPROTO_RAW
         * @param idiag_ext attributes to send, bit n - 1 for attribute n
         * @param sdiag_raw_protocol the sockets' protocol
         * @param idiag_states states to send, a bit each; -1 for all
         * @param id which socket
         */
        public inet_diag_req_raw(int sdiag_family, int sdiag_protocol, int idiag_ext, int sdiag_raw_protocol,
                int idiag_states, inet_diag_sockid id) {
            this.sdiag_family = sdiag_family;
            this.sdiag_protocol = sdiag_protocol;
            this.idiag_ext = idiag_ext;
            this.sdiag_raw_protocol = sdiag_raw_protocol;
            this.idiag_states = idiag_states;
            this.id.set(id);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public inet_diag_req_raw(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct inet_diag_req_raw a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static inet_diag_req_raw[] array(int n) {
            return filled(new inet_diag_req_raw[n], inet_diag_req_raw::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(inet_diag_req_raw from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            sdiag_family = f.as("AF_").uint8("sdiag_family", sdiag_family);
            sdiag_protocol = f.as("IPPROTO_").uint8("sdiag_protocol", sdiag_protocol);
            idiag_ext = f.uint8("idiag_ext", idiag_ext);
            sdiag_raw_protocol = f.as("IPPROTO_").uint8("sdiag_raw_protocol", sdiag_raw_protocol);
            idiag_states = f.int32("idiag_states", idiag_states);
            f.struct("id", id);
        }
    }

    /**
     * {@code struct inet_diag_bc_op}: an instruction of a filter, before its argument.
     */
    public static final class inet_diag_bc_op extends Struct {
        /** INET_DIAG_BC_*. */
        public int code;
        /** Bytes to the next instruction if it is true. */
        public int yes;
        /** Bytes to the next instruction if it is false. */
        public int no;

        /** {@code struct inet_diag_bc_op a = {0}}. */
        public inet_diag_bc_op() {}

        /**
         * {@code struct inet_diag_bc_op a = {code, yes, no}}.
         *
         * @param code INET_DIAG_BC_*
         * @param yes bytes to the next instruction if it is true
         * @param no bytes to the next instruction if it is false
         */
        public inet_diag_bc_op(int code, int yes, int no) {
            this.code = code;
            this.yes = yes;
            this.no = no;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public inet_diag_bc_op(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct inet_diag_bc_op a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static inet_diag_bc_op[] array(int n) {
            return filled(new inet_diag_bc_op[n], inet_diag_bc_op::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(inet_diag_bc_op from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            code = f.uint8("code", code);
            yes = f.uint8("yes", yes);
            no = f.uint16("no", no);
        }
    }

    /**
     * {@code struct inet_diag_hostcond}: the argument of INET_DIAG_BC_S_COND and INET_DIAG_BC_D_COND, before the
     * address.
     */
    public static final class inet_diag_hostcond extends Struct {
        /** Address family. */
        public int family;
        /** Bits of the prefix. */
        public int prefix_len;
        /** Port; -1 for any. */
        public int port;

        /** {@code struct inet_diag_hostcond a = {0}}. */
        public inet_diag_hostcond() {}

        /**
         * {@code struct inet_diag_hostcond a = {family, prefix_len, port}}.
         *
         * @param family address family
         * @param prefix_len bits of the prefix
         * @param port port; -1 for any
         */
        public inet_diag_hostcond(int family, int prefix_len, int port) {
            this.family = family;
            this.prefix_len = prefix_len;
            this.port = port;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public inet_diag_hostcond(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct inet_diag_hostcond a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static inet_diag_hostcond[] array(int n) {
            return filled(new inet_diag_hostcond[n], inet_diag_hostcond::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(inet_diag_hostcond from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            family = f.as("AF_").uint8("family", family);
            prefix_len = f.uint8("prefix_len", prefix_len);
            port = f.int32("port", port);
        }
    }

    /**
     * {@code struct inet_diag_markcond}: the argument of INET_DIAG_BC_MARK_COND.
     */
    public static final class inet_diag_markcond extends Struct {
        /** Mark. */
        public int mark;
        /** Its bits that count. */
        public int mask;

        /** {@code struct inet_diag_markcond a = {0}}. */
        public inet_diag_markcond() {}

        /**
         * {@code struct inet_diag_markcond a = {mark, mask}}.
         *
         * @param mark mark
         * @param mask its bits that count
         */
        public inet_diag_markcond(int mark, int mask) {
            this.mark = mark;
            this.mask = mask;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public inet_diag_markcond(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct inet_diag_markcond a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static inet_diag_markcond[] array(int n) {
            return filled(new inet_diag_markcond[n], inet_diag_markcond::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(inet_diag_markcond from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            mark = f.int32("mark", mark);
            mask = f.int32("mask", mask);
        }
    }

    /**
     * {@code struct inet_diag_msg}: a socket, before its attributes INET_DIAG_*.
     */
    public static final class inet_diag_msg extends Struct {
        /** Address family. */
        public int idiag_family;
        /** State, as TCP_ESTABLISHED. */
        public int idiag_state;
        /** Timer that runs: 0 none, 1 retransmission, 2 keepalive, 3 TIME_WAIT, 4 zero-window probe. */
        public int idiag_timer;
        /** Retransmissions, or probes. */
        public int idiag_retrans;
        /** Which socket. */
        public final inet_diag_sockid id = new inet_diag_sockid();
        /** When the timer expires, in ms. */
        public int idiag_expires;
        /** Bytes in the receive queue; of a listener, connections that wait for accept(2). */
        public int idiag_rqueue;
        /** Bytes in the send queue; of a listener, its backlog. */
        public int idiag_wqueue;
        /** Owner. */
        public int idiag_uid;
        /** Inode. */
        public int idiag_inode;

        /** {@code struct inet_diag_msg a = {0}}. */
        public inet_diag_msg() {}

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public inet_diag_msg(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct inet_diag_msg a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static inet_diag_msg[] array(int n) {
            return filled(new inet_diag_msg[n], inet_diag_msg::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(inet_diag_msg from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            idiag_family = f.as("AF_").uint8("idiag_family", idiag_family);
            idiag_state = f.as("TCP_ESTABLISHED").uint8("idiag_state", idiag_state);
            idiag_timer = f.uint8("idiag_timer", idiag_timer);
            idiag_retrans = f.uint8("idiag_retrans", idiag_retrans);
            f.struct("id", id);
            idiag_expires = f.int32("idiag_expires", idiag_expires);
            idiag_rqueue = f.int32("idiag_rqueue", idiag_rqueue);
            idiag_wqueue = f.int32("idiag_wqueue", idiag_wqueue);
            idiag_uid = f.int32("idiag_uid", idiag_uid);
            idiag_inode = f.int32("idiag_inode", idiag_inode);
        }
    }

    /**
     * {@code struct inet_diag_meminfo}: the value of INET_DIAG_MEMINFO.
     */
    public static final class inet_diag_meminfo extends Struct {
        /** Bytes in the receive queue. */
        public int idiag_rmem;
        /** Bytes in the send queue. */
        public int idiag_wmem;
        /** Bytes reserved ahead. */
        public int idiag_fmem;
        /** Bytes handed to the layers below. */
        public int idiag_tmem;

        /** {@code struct inet_diag_meminfo a = {0}}. */
        public inet_diag_meminfo() {}

        /**
         * {@code struct inet_diag_meminfo a = {idiag_rmem, idiag_wmem, idiag_fmem, idiag_tmem}}.
         *
         * @param idiag_rmem bytes in the receive queue
         * @param idiag_wmem bytes in the send queue
         * @param idiag_fmem bytes reserved ahead
         * @param idiag_tmem bytes handed to the layers below
         */
        public inet_diag_meminfo(int idiag_rmem, int idiag_wmem, int idiag_fmem, int idiag_tmem) {
            this.idiag_rmem = idiag_rmem;
            this.idiag_wmem = idiag_wmem;
            this.idiag_fmem = idiag_fmem;
            this.idiag_tmem = idiag_tmem;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public inet_diag_meminfo(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct inet_diag_meminfo a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static inet_diag_meminfo[] array(int n) {
            return filled(new inet_diag_meminfo[n], inet_diag_meminfo::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(inet_diag_meminfo from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            idiag_rmem = f.int32("idiag_rmem", idiag_rmem);
            idiag_wmem = f.int32("idiag_wmem", idiag_wmem);
            idiag_fmem = f.int32("idiag_fmem", idiag_fmem);
            idiag_tmem = f.int32("idiag_tmem", idiag_tmem);
        }
    }

    /**
     * {@code struct inet_diag_sockopt}: the value of INET_DIAG_SOCKOPT, options that are on.
     */
    public static final class inet_diag_sockopt extends Struct {
        /** IP_RECVERR. */
        public int recverr;
        /** Whether the socket makes connections. */
        public int is_icsk;
        /** IP_FREEBIND. */
        public int freebind;
        /** IP_HDRINCL. */
        public int hdrincl;
        /** IP_MULTICAST_LOOP. */
        public int mc_loop;
        /** IP_TRANSPARENT. */
        public int transparent;
        /** IP_MULTICAST_ALL. */
        public int mc_all;
        /** IP_NODEFRAG. */
        public int nodefrag;
        /** IP_BIND_ADDRESS_NO_PORT. */
        public int bind_address_no_port;
        /** IP_RECVERR_RFC4884. */
        public int recverr_rfc4884;
        /** TCP_FASTOPEN_CONNECT, not connected yet. */
        public int defer_connect;
        /** Not used. */
        public int unused;

        /** {@code struct inet_diag_sockopt a = {0}}. */
        public inet_diag_sockopt() {}

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public inet_diag_sockopt(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct inet_diag_sockopt a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static inet_diag_sockopt[] array(int n) {
            return filled(new inet_diag_sockopt[n], inet_diag_sockopt::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(inet_diag_sockopt from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            recverr = f.bits8("recverr", recverr, 1);
            is_icsk = f.bits8("is_icsk", is_icsk, 1);
            freebind = f.bits8("freebind", freebind, 1);
            hdrincl = f.bits8("hdrincl", hdrincl, 1);
            mc_loop = f.bits8("mc_loop", mc_loop, 1);
            transparent = f.bits8("transparent", transparent, 1);
            mc_all = f.bits8("mc_all", mc_all, 1);
            nodefrag = f.bits8("nodefrag", nodefrag, 1);
            bind_address_no_port = f.bits8("bind_address_no_port", bind_address_no_port, 1);
            recverr_rfc4884 = f.bits8("recverr_rfc4884", recverr_rfc4884, 1);
            defer_connect = f.bits8("defer_connect", defer_connect, 1);
            unused = f.bits8("unused", unused, 5);
        }
    }

    /**
     * {@code struct tcpvegas_info}: the value of INET_DIAG_VEGASINFO.
     */
    public static final class tcpvegas_info extends Struct {
        /** Whether Vegas is in use. */
        public int tcpv_enabled;
        /** Round-trip times measured. */
        public int tcpv_rttcnt;
        /** Round-trip time, in microseconds. */
        public int tcpv_rtt;
        /** Smallest round-trip time, in microseconds. */
        public int tcpv_minrtt;

        /** {@code struct tcpvegas_info a = {0}}. */
        public tcpvegas_info() {}

        /**
         * {@code struct tcpvegas_info a = {tcpv_enabled, tcpv_rttcnt, tcpv_rtt, tcpv_minrtt}}.
         *
         * @param tcpv_enabled whether Vegas is in use
         * @param tcpv_rttcnt round-trip times measured
         * @param tcpv_rtt round-trip time, in microseconds
         * @param tcpv_minrtt smallest round-trip time, in microseconds
         */
        public tcpvegas_info(int tcpv_enabled, int tcpv_rttcnt, int tcpv_rtt, int tcpv_minrtt) {
            this.tcpv_enabled = tcpv_enabled;
            this.tcpv_rttcnt = tcpv_rttcnt;
            this.tcpv_rtt = tcpv_rtt;
            this.tcpv_minrtt = tcpv_minrtt;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tcpvegas_info(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tcpvegas_info a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tcpvegas_info[] array(int n) {
            return filled(new tcpvegas_info[n], tcpvegas_info::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tcpvegas_info from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            tcpv_enabled = f.int32("tcpv_enabled", tcpv_enabled);
            tcpv_rttcnt = f.int32("tcpv_rttcnt", tcpv_rttcnt);
            tcpv_rtt = f.int32("tcpv_rtt", tcpv_rtt);
            tcpv_minrtt = f.int32("tcpv_minrtt", tcpv_minrtt);
        }
    }

    /**
     * {@code struct tcp_dctcp_info}: the value of INET_DIAG_DCTCPINFO.
     */
    public static final class tcp_dctcp_info extends Struct {
        /** Whether DCTCP is in use. */
        public int dctcp_enabled;
        /** Whether the last segment bore an ECN mark. */
        public int dctcp_ce_state;
        /** Share of marked bytes, in 1/1,024. */
        public int dctcp_alpha;
        /** Bytes acknowledged with an ECN mark. */
        public int dctcp_ab_ecn;
        /** Bytes acknowledged. */
        public int dctcp_ab_tot;

        /** {@code struct tcp_dctcp_info a = {0}}. */
        public tcp_dctcp_info() {}

        /**
         * {@code struct tcp_dctcp_info a = {dctcp_enabled, dctcp_ce_state, dctcp_alpha, dctcp_ab_ecn,
         * dctcp_ab_tot}}.
         *
         * @param dctcp_enabled whether DCTCP is in use
         * @param dctcp_ce_state whether the last segment bore an ECN mark
         * @param dctcp_alpha share of marked bytes, in 1/1,024
         * @param dctcp_ab_ecn bytes acknowledged with an ECN mark
         * @param dctcp_ab_tot bytes acknowledged
         */
        public tcp_dctcp_info(int dctcp_enabled, int dctcp_ce_state, int dctcp_alpha, int dctcp_ab_ecn, int
                dctcp_ab_tot) {
            this.dctcp_enabled = dctcp_enabled;
            this.dctcp_ce_state = dctcp_ce_state;
            this.dctcp_alpha = dctcp_alpha;
            this.dctcp_ab_ecn = dctcp_ab_ecn;
            this.dctcp_ab_tot = dctcp_ab_tot;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tcp_dctcp_info(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tcp_dctcp_info a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tcp_dctcp_info[] array(int n) {
            return filled(new tcp_dctcp_info[n], tcp_dctcp_info::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tcp_dctcp_info from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            dctcp_enabled = f.uint16("dctcp_enabled", dctcp_enabled);
            dctcp_ce_state = f.uint16("dctcp_ce_state", dctcp_ce_state);
            dctcp_alpha = f.int32("dctcp_alpha", dctcp_alpha);
            dctcp_ab_ecn = f.int32("dctcp_ab_ecn", dctcp_ab_ecn);
            dctcp_ab_tot = f.int32("dctcp_ab_tot", dctcp_ab_tot);
        }
    }

    /**
     * {@code struct tcp_bbr_info}: the value of INET_DIAG_BBRINFO.
     */
    public static final class tcp_bbr_info extends Struct {
        /** Bandwidth in bytes per second, lower 32 bits. */
        public int bbr_bw_lo;
        /** Bandwidth in bytes per second, upper 32 bits. */
        public int bbr_bw_hi;
        /** Smallest round-trip time, in microseconds. */
        public int bbr_min_rtt;
        /** Pacing gain, in 1/256. */
        public int bbr_pacing_gain;
        /** Gain of the congestion window, in 1/256. */
        public int bbr_cwnd_gain;

        /** {@code struct tcp_bbr_info a = {0}}. */
        public tcp_bbr_info() {}

        /**
         * {@code struct tcp_bbr_info a = {bbr_bw_lo, bbr_bw_hi, bbr_min_rtt, bbr_pacing_gain, bbr_cwnd_gain}}.
         *
         * @param bbr_bw_lo bandwidth in bytes per second, lower 32 bits
         * @param bbr_bw_hi bandwidth in bytes per second, upper 32 bits
         * @param bbr_min_rtt smallest round-trip time, in microseconds
         * @param bbr_pacing_gain pacing gain, in 1/256
         * @param bbr_cwnd_gain gain of the congestion window, in 1/256
         */
        public tcp_bbr_info(int bbr_bw_lo, int bbr_bw_hi, int bbr_min_rtt, int bbr_pacing_gain, int bbr_cwnd_gain) {
            this.bbr_bw_lo = bbr_bw_lo;
            this.bbr_bw_hi = bbr_bw_hi;
            this.bbr_min_rtt = bbr_min_rtt;
            this.bbr_pacing_gain = bbr_pacing_gain;
            this.bbr_cwnd_gain = bbr_cwnd_gain;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tcp_bbr_info(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tcp_bbr_info a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tcp_bbr_info[] array(int n) {
            return filled(new tcp_bbr_info[n], tcp_bbr_info::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tcp_bbr_info from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            bbr_bw_lo = f.int32("bbr_bw_lo", bbr_bw_lo);
            bbr_bw_hi = f.int32("bbr_bw_hi", bbr_bw_hi);
            bbr_min_rtt = f.int32("bbr_min_rtt", bbr_min_rtt);
            bbr_pacing_gain = f.int32("bbr_pacing_gain", bbr_pacing_gain);
            bbr_cwnd_gain = f.int32("bbr_cwnd_gain", bbr_cwnd_gain);
        }
    }
}
