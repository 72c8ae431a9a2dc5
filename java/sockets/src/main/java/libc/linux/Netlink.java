package libc.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import libc.Struct;

/**
 * {@code <linux/netlink.h>}: messages to and from the kernel.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/netlink.7.html">netlink(7)</a>
 * @see <a href="https://man7.org/linux/man-pages/man3/netlink.3.html">netlink(3)</a>
 */
public class Netlink extends libc.sys.Socket {

    /** Protocol: links, addresses, routes, neighbours, queueing; see rtnetlink(7). */
    public static final int NETLINK_ROUTE = 0;
    /** Protocol number that is not in use. */
    public static final int NETLINK_UNUSED = 1;
    /** Protocol: between processes, without the kernel. */
    public static final int NETLINK_USERSOCK = 2;
    /** Protocol: packets handed to a process (ip_queue), removed in Linux 3.5. */
    public static final int NETLINK_FIREWALL = 3;
    /** Protocol: tables of sockets; see sock_diag(7). */
    public static final int NETLINK_SOCK_DIAG = 4;
    /** Former name of NETLINK_SOCK_DIAG. */
    public static final int NETLINK_INET_DIAG = NETLINK_SOCK_DIAG;
    /** Protocol: netfilter's log (ULOG), removed in Linux 3.17. */
    public static final int NETLINK_NFLOG = 5;
    /** Protocol: IPsec policies and associations. */
    public static final int NETLINK_XFRM = 6;
    /** Protocol: SELinux events. */
    public static final int NETLINK_SELINUX = 7;
    /** Protocol: iSCSI transport events. */
    public static final int NETLINK_ISCSI = 8;
    /** Protocol: audit records and rules. */
    public static final int NETLINK_AUDIT = 9;
    /** Protocol: route lookups. */
    public static final int NETLINK_FIB_LOOKUP = 10;
    /** Protocol: kernel connector, process events among them. */
    public static final int NETLINK_CONNECTOR = 11;
    /** Protocol: netfilter: tables, connection tracking, queues, logs. */
    public static final int NETLINK_NETFILTER = 12;
    /** Protocol: IPv6 packets handed to a process (ip6_queue), removed in Linux 3.5. */
    public static final int NETLINK_IP6_FW = 13;
    /** Protocol: DECnet routing, obsolete. */
    public static final int NETLINK_DNRTMSG = 14;
    /** Protocol: the kernel's device events, which udev reads. */
    public static final int NETLINK_KOBJECT_UEVENT = 15;
    /** Protocol: generic netlink, families by name. */
    public static final int NETLINK_GENERIC = 16;
    /** Protocol: SCSI transport events. */
    public static final int NETLINK_SCSITRANSPORT = 18;
    /** Protocol: eCryptfs, no longer used. */
    public static final int NETLINK_ECRYPTFS = 19;
    /** Protocol: InfiniBand and other RDMA. */
    public static final int NETLINK_RDMA = 20;
    /** Protocol: the kernel's cryptographic algorithms. */
    public static final int NETLINK_CRYPTO = 21;
    /** Protocol: SMC sockets, replaced by generic netlink. */
    public static final int NETLINK_SMC = 22;

    /** nlmsg_flags: a request; every message to the kernel has it. */
    public static final int NLM_F_REQUEST = 0x01;
    /** nlmsg_flags: part of a message that NLMSG_DONE ends. */
    public static final int NLM_F_MULTI = 0x02;
    /** nlmsg_flags: asks for an NLMSG_ERROR in any case, with error 0 after success. */
    public static final int NLM_F_ACK = 0x04;
    /** nlmsg_flags: asks for the notification that the request causes. */
    public static final int NLM_F_ECHO = 0x08;
    /** nlmsg_flags: the table changed while it was dumped; the answer is inconsistent. */
    public static final int NLM_F_DUMP_INTR = 0x10;
    /** nlmsg_flags: the dump was filtered as the request said. */
    public static final int NLM_F_DUMP_FILTERED = 0x20;

    /** Of a GET request: the whole table instead of one entry. */
    public static final int NLM_F_ROOT = 0x100;
    /** Of a GET request: all entries that match; not implemented by every family. */
    public static final int NLM_F_MATCH = 0x200;
    /** Of a GET request: a snapshot of the table, obsolete. */
    public static final int NLM_F_ATOMIC = 0x400;
    /** Of a GET request: NLM_F_ROOT and NLM_F_MATCH, a dump of the table. */
    public static final int NLM_F_DUMP = NLM_F_ROOT | NLM_F_MATCH;

    /** Of a NEW request: replaces an entry that exists. */
    public static final int NLM_F_REPLACE = 0x100;
    /** Of a NEW request: fails with EEXIST if the entry exists. */
    public static final int NLM_F_EXCL = 0x200;
    /** Of a NEW request: makes the entry if it does not exist. */
    public static final int NLM_F_CREATE = 0x400;
    /** Of a NEW request: adds at the list's end. */
    public static final int NLM_F_APPEND = 0x800;

    /** Of a DELETE request: does not delete what is below. */
    public static final int NLM_F_NONREC = 0x100;
    /** Of a DELETE request: deletes all entries that match. */
    public static final int NLM_F_BULK = 0x200;

    /** Of an acknowledgement: the request that it repeats was cut to its header. */
    public static final int NLM_F_CAPPED = 0x100;
    /** Of an acknowledgement: NLMSGERR_ATTR_* attributes follow. */
    public static final int NLM_F_ACK_TLVS = 0x200;

    /** Alignment of messages, in bytes. */
    public static final int NLMSG_ALIGNTO = 4;
    /** Aligned size of struct nlmsghdr, in bytes. */
    public static final int NLMSG_HDRLEN = 16;
    /** Message type: to be ignored. */
    public static final int NLMSG_NOOP = 0x1;
    /** Message type: struct nlmsgerr, an error or an acknowledgement. */
    public static final int NLMSG_ERROR = 0x2;
    /** Message type: the end of a multipart message. */
    public static final int NLMSG_DONE = 0x3;
    /** Message type: data was lost; not used. */
    public static final int NLMSG_OVERRUN = 0x4;
    /** Smallest message type that a protocol may define; below are the ones above. */
    public static final int NLMSG_MIN_TYPE = 0x10;

    /** Not used. */
    public static final int NLMSGERR_ATTR_UNUSED = 0;
    /** String: what was wrong, in English. */
    public static final int NLMSGERR_ATTR_MSG = 1;
    /** u32: offset in the request of the attribute that was wrong, in bytes. */
    public static final int NLMSGERR_ATTR_OFFS = 2;
    /** Bytes: after success, identifies what was made. */
    public static final int NLMSGERR_ATTR_COOKIE = 3;
    /** Nested: policy that the attribute broke. */
    public static final int NLMSGERR_ATTR_POLICY = 4;
    /** u32: type of an attribute that was missing. */
    public static final int NLMSGERR_ATTR_MISS_TYPE = 5;
    /** u32: offset of the nest that lacked the attribute, in bytes. */
    public static final int NLMSGERR_ATTR_MISS_NEST = 6;
    /** Largest of NLMSGERR_ATTR_*. */
    public static final int NLMSGERR_ATTR_MAX = 6;

    /** int: joins a multicast group by number. */
    public static final int NETLINK_ADD_MEMBERSHIP = 1;
    /** int: leaves a multicast group. */
    public static final int NETLINK_DROP_MEMBERSHIP = 2;
    /** int boolean: each message brings its group, a control message struct nl_pktinfo. */
    public static final int NETLINK_PKTINFO = 3;
    /** int boolean: reports when a broadcast could not be delivered to a listener. */
    public static final int NETLINK_BROADCAST_ERROR = 4;
    /** int boolean: does not report ENOBUFS when messages are lost. */
    public static final int NETLINK_NO_ENOBUFS = 5;
    /** struct nl_mmap_req: memory-mapped receive ring, removed in Linux 4.6. */
    public static final int NETLINK_RX_RING = 6;
    /** struct nl_mmap_req: memory-mapped transmit ring, removed in Linux 4.6. */
    public static final int NETLINK_TX_RING = 7;
    /** int boolean: hears all network namespaces that have an id here. Needs CAP_NET_BROADCAST. */
    public static final int NETLINK_LISTEN_ALL_NSID = 8;
    /** u32[], read-only: the groups joined, a bit each. */
    public static final int NETLINK_LIST_MEMBERSHIPS = 9;
    /** int boolean: an error does not repeat the request's payload. */
    public static final int NETLINK_CAP_ACK = 10;
    /** int boolean: errors and acknowledgements bring NLMSGERR_ATTR_* attributes. */
    public static final int NETLINK_EXT_ACK = 11;
    /** int boolean: checks dump requests strictly and filters by their headers. */
    public static final int NETLINK_GET_STRICT_CHK = 12;

    /** Ring frame: the kernel's, free. */
    public static final int NL_MMAP_STATUS_UNUSED = 0;
    /** Ring frame: reserved. */
    public static final int NL_MMAP_STATUS_RESERVED = 1;
    /** Ring frame: holds a message. */
    public static final int NL_MMAP_STATUS_VALID = 2;
    /** Ring frame: the message has to be received by recvmsg(2). */
    public static final int NL_MMAP_STATUS_COPY = 3;
    /** Ring frame: still in use by the reader, to be passed over. */
    public static final int NL_MMAP_STATUS_SKIP = 4;
    /** Alignment of messages in a ring, in bytes. */
    public static final int NL_MMAP_MSG_ALIGNMENT = NLMSG_ALIGNTO;
    /** Aligned size of struct nl_mmap_hdr, in bytes. */
    public static final int NL_MMAP_HDRLEN = 24;

    /** State of a socket that has no peer. */
    public static final int NETLINK_UNCONNECTED = 0;
    /** State of a socket that has a peer. */
    public static final int NETLINK_CONNECTED = 1;

    /** nla_type: attributes are nested inside. */
    public static final int NLA_F_NESTED = 1 << 15;
    /** nla_type: the payload is in network byte order. */
    public static final int NLA_F_NET_BYTEORDER = 1 << 14;
    /** Mask of the type in nla_type. */
    public static final int NLA_TYPE_MASK = -49153;
    /** Alignment of attributes, in bytes. */
    public static final int NLA_ALIGNTO = 4;
    /** Aligned size of struct nlattr, in bytes. */
    public static final int NLA_HDRLEN = 4;

    /** Attribute kind: none. */
    public static final int NL_ATTR_TYPE_INVALID = 0;
    /** Attribute kind: present or not, without a value. */
    public static final int NL_ATTR_TYPE_FLAG = 1;
    /** Attribute kind: 8 bits, unsigned. */
    public static final int NL_ATTR_TYPE_U8 = 2;
    /** Attribute kind: 16 bits, unsigned. */
    public static final int NL_ATTR_TYPE_U16 = 3;
    /** Attribute kind: 32 bits, unsigned. */
    public static final int NL_ATTR_TYPE_U32 = 4;
    /** Attribute kind: 64 bits, unsigned. */
    public static final int NL_ATTR_TYPE_U64 = 5;
    /** Attribute kind: 8 bits, signed. */
    public static final int NL_ATTR_TYPE_S8 = 6;
    /** Attribute kind: 16 bits, signed. */
    public static final int NL_ATTR_TYPE_S16 = 7;
    /** Attribute kind: 32 bits, signed. */
    public static final int NL_ATTR_TYPE_S32 = 8;
    /** Attribute kind: 64 bits, signed. */
    public static final int NL_ATTR_TYPE_S64 = 9;
    /** Attribute kind: bytes. */
    public static final int NL_ATTR_TYPE_BINARY = 10;
    /** Attribute kind: a string, with or without NUL. */
    public static final int NL_ATTR_TYPE_STRING = 11;
    /** Attribute kind: a string that ends in NUL. */
    public static final int NL_ATTR_TYPE_NUL_STRING = 12;
    /** Attribute kind: nested attributes. */
    public static final int NL_ATTR_TYPE_NESTED = 13;
    /** Attribute kind: an array of nested attributes. */
    public static final int NL_ATTR_TYPE_NESTED_ARRAY = 14;
    /** Attribute kind: struct nla_bitfield32. */
    public static final int NL_ATTR_TYPE_BITFIELD32 = 15;

    /** Not used. */
    public static final int NL_POLICY_TYPE_ATTR_UNSPEC = 0;
    /** u32: the attribute's kind, NL_ATTR_TYPE_*. */
    public static final int NL_POLICY_TYPE_ATTR_TYPE = 1;
    /** s64: smallest value of a signed kind. */
    public static final int NL_POLICY_TYPE_ATTR_MIN_VALUE_S = 2;
    /** s64: largest value of a signed kind. */
    public static final int NL_POLICY_TYPE_ATTR_MAX_VALUE_S = 3;
    /** u64: smallest value of an unsigned kind. */
    public static final int NL_POLICY_TYPE_ATTR_MIN_VALUE_U = 4;
    /** u64: largest value of an unsigned kind. */
    public static final int NL_POLICY_TYPE_ATTR_MAX_VALUE_U = 5;
    /** u32: smallest length, in bytes. */
    public static final int NL_POLICY_TYPE_ATTR_MIN_LENGTH = 6;
    /** u32: largest length, in bytes. */
    public static final int NL_POLICY_TYPE_ATTR_MAX_LENGTH = 7;
    /** u32: index of the policy for what is nested. */
    public static final int NL_POLICY_TYPE_ATTR_POLICY_IDX = 8;
    /** u32: largest type that is nested. */
    public static final int NL_POLICY_TYPE_ATTR_POLICY_MAXTYPE = 9;
    /** u32: bits that are valid. */
    public static final int NL_POLICY_TYPE_ATTR_BITFIELD32_MASK = 10;
    /** Padding, for 64-bit alignment. */
    public static final int NL_POLICY_TYPE_ATTR_PAD = 11;
    /** u64: mask of an unsigned kind. */
    public static final int NL_POLICY_TYPE_ATTR_MASK = 12;
    /** Largest of NL_POLICY_TYPE_ATTR_*. */
    public static final int NL_POLICY_TYPE_ATTR_MAX = 12;

    /** Protocols that there can be. */
    public static final int MAX_LINKS = 32;
    /** Device number of netlink's former character devices. */
    public static final int NET_MAJOR = 36;

    /** Not to be made: a header's class has only static members. */
    protected Netlink() {}

    /**
     * {@code int NLMSG_ALIGN(size_t len);}
     *
     * <p>Rounds up to a multiple of NLMSG_ALIGNTO.
     *
     * @param len bytes
     * @return the aligned number of bytes
     * @see <a href="https://man7.org/linux/man-pages/man3/netlink.3.html">netlink(3)</a>
     */
    public static int NLMSG_ALIGN(int len) {
        return len + NLMSG_ALIGNTO - 1 & -NLMSG_ALIGNTO;
    }

    /**
     * {@code int NLMSG_LENGTH(size_t len);}
     *
     * <p>Tells the {@code nlmsg_len} of a message.
     *
     * @param len bytes of payload
     * @return bytes of header and payload
     * @see <a href="https://man7.org/linux/man-pages/man3/netlink.3.html">netlink(3)</a>
     */
    public static int NLMSG_LENGTH(int len) {
        return len + NLMSG_HDRLEN;
    }

    /**
     * {@code int NLMSG_SPACE(size_t len);}
     *
     * <p>Tells how much room a message takes.
     *
     * @param len bytes of payload
     * @return bytes of header and payload, aligned
     * @see <a href="https://man7.org/linux/man-pages/man3/netlink.3.html">netlink(3)</a>
     */
    public static int NLMSG_SPACE(int len) {
        return NLMSG_ALIGN(NLMSG_LENGTH(len));
    }

    /**
     * {@code void *NLMSG_DATA(struct nlmsghdr *nlh);}
     *
     * <p>Finds the payload of a message. It ends where {@code nlmsg_len} says, and while that is 0 at the end of
     * the buffer, so that a message can be built in it.
     *
     * @param nlh the message
     * @return the payload in the memory of the message, in native order
     * @throws IndexOutOfBoundsException if the buffer ends within the header
     * @see <a href="https://man7.org/linux/man-pages/man3/netlink.3.html">netlink(3)</a>
     */
    public static ByteBuffer NLMSG_DATA(nlmsghdr nlh) {
        return payload(nlh.memory, NLMSG_HDRLEN, nlh.nlmsg_len());
    }

    /**
     * {@code struct nlmsghdr *NLMSG_NEXT(struct nlmsghdr *nlh, int len);}
     *
     * <p>Finds the next message in a buffer. It may be beyond the end, which {@link #NLMSG_OK(nlmsghdr, int)}
     * tells.
     *
     * @param nlh a message
     * @param len bytes from {@code nlh} to the end of the buffer, from which those of {@code nlh} are taken
     * @return the message behind it, in the same memory
     * @see <a href="https://man7.org/linux/man-pages/man3/netlink.3.html">netlink(3)</a>
     */
    public static nlmsghdr NLMSG_NEXT(nlmsghdr nlh, int[] len) {
        int size = NLMSG_ALIGN(nlh.nlmsg_len());
        len[0] -= size;
        return new nlmsghdr(behind(nlh.memory, size));
    }

    /**
     * {@code int NLMSG_OK(struct nlmsghdr *nlh, int len);}
     *
     * <p>Tells whether there is a whole message.
     *
     * @param nlh the message
     * @param len bytes from {@code nlh} to the end of the buffer
     * @return whether its header and the bytes that it says it has are within {@code len}
     * @see <a href="https://man7.org/linux/man-pages/man3/netlink.3.html">netlink(3)</a>
     */
    public static boolean NLMSG_OK(nlmsghdr nlh, int len) {
        return len >= NLMSG_HDRLEN && nlh.memory.limit() >= NLMSG_HDRLEN
                && Integer.compareUnsigned(nlh.nlmsg_len(), NLMSG_HDRLEN) >= 0
                && Integer.compareUnsigned(nlh.nlmsg_len(), len) <= 0;
    }

    /**
     * {@link #NLMSG_OK(nlmsghdr, int)} with the variable that {@link #NLMSG_NEXT} changes.
     *
     * @param nlh the message
     * @param len bytes from {@code nlh} to the end of the buffer
     * @return whether there is a whole message
     */
    public static boolean NLMSG_OK(nlmsghdr nlh, int[] len) {
        return NLMSG_OK(nlh, len[0]);
    }

    /**
     * {@code int NLMSG_PAYLOAD(struct nlmsghdr *nlh, int len);}
     *
     * <p>Tells how much is behind a payload's first part.
     *
     * @param nlh the message
     * @param len bytes of the first part, such as a struct before attributes
     * @return bytes behind it, negative if the message ends before
     * @see <a href="https://man7.org/linux/man-pages/man3/netlink.3.html">netlink(3)</a>
     */
    public static int NLMSG_PAYLOAD(nlmsghdr nlh, int len) {
        return nlh.nlmsg_len() - NLMSG_SPACE(len);
    }

    /**
     * {@code NL_MMAP_MSG_ALIGN(sz)}
     *
     * <p>Rounds up to a multiple of NL_MMAP_MSG_ALIGNMENT.
     *
     * @param sz bytes
     * @return the aligned number of bytes
     * @see <a href="https://man7.org/linux/man-pages/man7/netlink.7.html">netlink(7)</a>
     */
    public static int NL_MMAP_MSG_ALIGN(int sz) {
        return sz + NL_MMAP_MSG_ALIGNMENT - 1 & -NL_MMAP_MSG_ALIGNMENT;
    }

    /**
     * {@code NLA_ALIGN(len)}
     *
     * <p>Rounds up to a multiple of NLA_ALIGNTO.
     *
     * @param len bytes
     * @return the aligned number of bytes
     * @see <a href="https://man7.org/linux/man-pages/man7/netlink.7.html">netlink(7)</a>
     */
    public static int NLA_ALIGN(int len) {
        return len + NLA_ALIGNTO - 1 & -NLA_ALIGNTO;
    }

    /** What is behind a header, as far as its length says; while that is 0, to the end of the memory. */
    static ByteBuffer payload(ByteBuffer memory, int header, int len) {
        int room = memory.limit();
        int end = len == 0 || Integer.compareUnsigned(len, room) > 0 ? room : Math.max(len, header);
        return memory.slice(header, end - header).order(ByteOrder.nativeOrder());
    }

    /** The memory from {@code size} bytes on, or its end where it has fewer. */
    static ByteBuffer behind(ByteBuffer memory, int size) {
        int start = Integer.compareUnsigned(size, memory.remaining()) > 0 ? memory.remaining() : size;
        return memory.slice(memory.position() + start, memory.remaining() - start);
    }

    /**
     * {@code struct sockaddr_nl}: the address of a netlink socket.
     */
    public static final class sockaddr_nl extends sockaddr {
        /** AF_NETLINK. */
        public int nl_family;
        /** 0. */
        public int nl_pad;
        /** Port id, unsigned; 0 for the kernel, or for one that the kernel picks. */
        public int nl_pid;
        /** Multicast groups 1 to 32, a bit each. */
        public int nl_groups;

        /** {@code struct sockaddr_nl a = {0}}. */
        public sockaddr_nl() {}

        /**
         * {@code struct sockaddr_nl a = {nl_family, nl_pad, nl_pid, nl_groups}}.
         *
         * @param nl_family AF_NETLINK
         * @param nl_pad 0
         * @param nl_pid port id, unsigned; 0 for the kernel, or for one that the kernel picks
         * @param nl_groups multicast groups 1 to 32, a bit each
         */
        public sockaddr_nl(int nl_family, int nl_pad, int nl_pid, int nl_groups) {
            this.nl_family = nl_family;
            this.nl_pad = nl_pad;
            this.nl_pid = nl_pid;
            this.nl_groups = nl_groups;
        }

        /**
         * {@code (struct sockaddr_nl *) &from}: the bytes of another address, copied now.
         *
         * @param from the address
         */
        public sockaddr_nl(sockaddr from) {
            copy(from);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public sockaddr_nl(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct sockaddr_nl a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static sockaddr_nl[] array(int n) {
            return filled(new sockaddr_nl[n], sockaddr_nl::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(sockaddr_nl from) {
            copy(from);
        }

        @Override
        public int sa_family() {
            return nl_family;
        }

        @Override
        public void sa_family(int family) {
            nl_family = family;
        }

        @Override
        protected void fields(Fields f) {
            nl_family = f.uint16("nl_family", nl_family);
            nl_pad = f.uint16("nl_pad", nl_pad);
            nl_pid = f.int32("nl_pid", nl_pid);
            nl_groups = f.int32("nl_groups", nl_groups);
        }
    }

    /**
     * {@code struct nlmsghdr}: the header of a netlink message, in memory of its own or in a buffer with the
     * message.
     */
    public static final class nlmsghdr extends Struct {
        private static final int SIZE = 16;

        private final ByteBuffer memory;

        /** {@code struct nlmsghdr a = {0}}, in memory of its own. */
        public nlmsghdr() {
            this(ByteBuffer.allocate(SIZE));
        }

        /**
         * {@code struct nlmsghdr a = {nlmsg_len, nlmsg_type, nlmsg_flags, nlmsg_seq, nlmsg_pid}}, in memory of its own.
         *
         * @param nlmsg_len bytes of the message, header included, unsigned
         * @param nlmsg_type type: NLMSG_ERROR, NLMSG_DONE, or one of the protocol
         * @param nlmsg_flags flags: NLM_F_REQUEST, ...
         * @param nlmsg_seq sequence number, which the answer repeats
         * @param nlmsg_pid port id of the sender, unsigned
         */
        public nlmsghdr(int nlmsg_len, int nlmsg_type, int nlmsg_flags, int nlmsg_seq, int nlmsg_pid) {
            this();
            nlmsg_len(nlmsg_len);
            nlmsg_type(nlmsg_type);
            nlmsg_flags(nlmsg_flags);
            nlmsg_seq(nlmsg_seq);
            nlmsg_pid(nlmsg_pid);
        }

        /**
         * {@code (struct nlmsghdr *) memory}: what is set is set there.
         *
         * @param memory the buffer, from its position on, which stays
         */
        public nlmsghdr(ByteBuffer memory) {
            this.memory = memory.slice().order(ByteOrder.nativeOrder());
        }

        /**
         * {@code (struct nlmsghdr *) memory}: what is set is set there.
         *
         * @param memory the array
         */
        public nlmsghdr(byte[] memory) {
            this(ByteBuffer.wrap(memory));
        }

        /**
         * {@code (struct nlmsghdr *) (memory + off)}: what is set is set there.
         *
         * @param memory the array
         * @param off where in the array
         * @throws IndexOutOfBoundsException if that is outside the array
         */
        public nlmsghdr(byte[] memory, int off) {
            this(ByteBuffer.wrap(memory, off, memory.length - off));
        }

        /**
         * {@code struct nlmsghdr a[n]}, each in memory of its own.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nlmsghdr[] array(int n) {
            return filled(new nlmsghdr[n], nlmsghdr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nlmsghdr from) {
            copy(from);
        }

        /**
         * {@code nlmsg_len}.
         *
         * @return bytes of the message, header included, unsigned
         */
        public int nlmsg_len() {
            return memory.getInt(0);
        }

        /**
         * {@code nlmsg_len}.
         *
         * @param nlmsg_len bytes of the message, header included, unsigned
         */
        public void nlmsg_len(int nlmsg_len) {
            memory.putInt(0, nlmsg_len);
        }

        /**
         * {@code nlmsg_type}.
         *
         * @return type: NLMSG_ERROR, NLMSG_DONE, or one of the protocol
         */
        public int nlmsg_type() {
            return memory.getShort(4) & 0xffff;
        }

        /**
         * {@code nlmsg_type}.
         *
         * @param nlmsg_type type: NLMSG_ERROR, NLMSG_DONE, or one of the protocol
         */
        public void nlmsg_type(int nlmsg_type) {
            memory.putShort(4, (short) nlmsg_type);
        }

        /**
         * {@code nlmsg_flags}.
         *
         * @return flags: NLM_F_REQUEST,
         */
        public int nlmsg_flags() {
            return memory.getShort(6) & 0xffff;
        }

        /**
         * {@code nlmsg_flags}.
         *
         * @param nlmsg_flags flags: NLM_F_REQUEST,
         */
        public void nlmsg_flags(int nlmsg_flags) {
            memory.putShort(6, (short) nlmsg_flags);
        }

        /**
         * {@code nlmsg_seq}.
         *
         * @return sequence number, which the answer repeats
         */
        public int nlmsg_seq() {
            return memory.getInt(8);
        }

        /**
         * {@code nlmsg_seq}.
         *
         * @param nlmsg_seq sequence number, which the answer repeats
         */
        public void nlmsg_seq(int nlmsg_seq) {
            memory.putInt(8, nlmsg_seq);
        }

        /**
         * {@code nlmsg_pid}.
         *
         * @return port id of the sender, unsigned
         */
        public int nlmsg_pid() {
            return memory.getInt(12);
        }

        /**
         * {@code nlmsg_pid}.
         *
         * @param nlmsg_pid port id of the sender, unsigned
         */
        public void nlmsg_pid(int nlmsg_pid) {
            memory.putInt(12, nlmsg_pid);
        }

        @Override
        protected void fields(Fields f) {
            if (f.memory(memory, SIZE, 4)) {
                f.int32("nlmsg_len", nlmsg_len());
                f.as("NLMSG_").uint16("nlmsg_type", nlmsg_type());
                f.as("NLM_F_REQUEST").uint16("nlmsg_flags", nlmsg_flags());
                f.int32("nlmsg_seq", nlmsg_seq());
                f.int32("nlmsg_pid", nlmsg_pid());
            }
        }
    }

    /**
     * {@code struct nlmsgerr}: an error or an acknowledgement, the payload of NLMSG_ERROR.
     */
    public static final class nlmsgerr extends Struct {
        /** A negated errno, or 0 to acknowledge. */
        public int error;
        /** Header of the request. */
        public final nlmsghdr msg = new nlmsghdr();

        /** {@code struct nlmsgerr a = {0}}. */
        public nlmsgerr() {}

        /**
         * {@code struct nlmsgerr a = {error, msg}}.
         *
         * @param error a negated errno, or 0 to acknowledge
         * @param msg header of the request
         */
        public nlmsgerr(int error, nlmsghdr msg) {
            this.error = error;
            this.msg.set(msg);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public nlmsgerr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct nlmsgerr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nlmsgerr[] array(int n) {
            return filled(new nlmsgerr[n], nlmsgerr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nlmsgerr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            error = f.int32("error", error);
            f.struct("msg", msg);
        }
    }

    /**
     * {@code struct nl_pktinfo}: the control message of NETLINK_PKTINFO.
     */
    public static final class nl_pktinfo extends Struct {
        /** Multicast group that the message went to. */
        public int group;

        /** {@code struct nl_pktinfo a = {0}}. */
        public nl_pktinfo() {}

        /**
         * {@code struct nl_pktinfo a = {group}}.
         *
         * @param group multicast group that the message went to
         */
        public nl_pktinfo(int group) {
            this.group = group;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public nl_pktinfo(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct nl_pktinfo a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nl_pktinfo[] array(int n) {
            return filled(new nl_pktinfo[n], nl_pktinfo::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nl_pktinfo from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            group = f.int32("group", group);
        }
    }

    /**
     * {@code struct nl_mmap_req}: the value of NETLINK_RX_RING and NETLINK_TX_RING.
     */
    public static final class nl_mmap_req extends Struct {
        /** Bytes of a block. */
        public int nm_block_size;
        /** Blocks. */
        public int nm_block_nr;
        /** Bytes of a frame. */
        public int nm_frame_size;
        /** Frames. */
        public int nm_frame_nr;

        /** {@code struct nl_mmap_req a = {0}}. */
        public nl_mmap_req() {}

        /**
         * {@code struct nl_mmap_req a = {nm_block_size, nm_block_nr, nm_frame_size, nm_frame_nr}}.
         *
         * @param nm_block_size bytes of a block
         * @param nm_block_nr blocks
         * @param nm_frame_size bytes of a frame
         * @param nm_frame_nr frames
         */
        public nl_mmap_req(int nm_block_size, int nm_block_nr, int nm_frame_size, int nm_frame_nr) {
            this.nm_block_size = nm_block_size;
            this.nm_block_nr = nm_block_nr;
            this.nm_frame_size = nm_frame_size;
            this.nm_frame_nr = nm_frame_nr;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public nl_mmap_req(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct nl_mmap_req a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nl_mmap_req[] array(int n) {
            return filled(new nl_mmap_req[n], nl_mmap_req::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nl_mmap_req from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            nm_block_size = f.int32("nm_block_size", nm_block_size);
            nm_block_nr = f.int32("nm_block_nr", nm_block_nr);
            nm_frame_size = f.int32("nm_frame_size", nm_frame_size);
            nm_frame_nr = f.int32("nm_frame_nr", nm_frame_nr);
        }
    }

    /**
     * {@code struct nl_mmap_hdr}: the header of a frame in a ring.
     */
    public static final class nl_mmap_hdr extends Struct {
        /** State, NL_MMAP_STATUS_*. */
        public int nm_status;
        /** Bytes of the message. */
        public int nm_len;
        /** Multicast group. */
        public int nm_group;
        /** Process id of the sender. */
        public int nm_pid;
        /** User id of the sender. */
        public int nm_uid;
        /** Group id of the sender. */
        public int nm_gid;

        /** {@code struct nl_mmap_hdr a = {0}}. */
        public nl_mmap_hdr() {}

        /**
         * {@code struct nl_mmap_hdr a = {nm_status, nm_len, nm_group, nm_pid, nm_uid, nm_gid}}.
         *
         * @param nm_status state, NL_MMAP_STATUS_*
         * @param nm_len bytes of the message
         * @param nm_group multicast group
         * @param nm_pid process id of the sender
         * @param nm_uid user id of the sender
         * @param nm_gid group id of the sender
         */
        public nl_mmap_hdr(int nm_status, int nm_len, int nm_group, int nm_pid, int nm_uid, int nm_gid) {
            this.nm_status = nm_status;
            this.nm_len = nm_len;
            this.nm_group = nm_group;
            this.nm_pid = nm_pid;
            this.nm_uid = nm_uid;
            this.nm_gid = nm_gid;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public nl_mmap_hdr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct nl_mmap_hdr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nl_mmap_hdr[] array(int n) {
            return filled(new nl_mmap_hdr[n], nl_mmap_hdr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nl_mmap_hdr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            nm_status = f.int32("nm_status", nm_status);
            nm_len = f.int32("nm_len", nm_len);
            nm_group = f.int32("nm_group", nm_group);
            nm_pid = f.int32("nm_pid", nm_pid);
            nm_uid = f.int32("nm_uid", nm_uid);
            nm_gid = f.int32("nm_gid", nm_gid);
        }
    }

    /**
     * {@code struct nlattr}: the header of a netlink attribute.
     */
    public static final class nlattr extends Struct {
        /** Bytes of the attribute, header included, padding excluded. */
        public int nla_len;
        /** Type, with NLA_F_*. */
        public int nla_type;

        /** {@code struct nlattr a = {0}}. */
        public nlattr() {}

        /**
         * {@code struct nlattr a = {nla_len, nla_type}}.
         *
         * @param nla_len bytes of the attribute, header included, padding excluded
         * @param nla_type type, with NLA_F_*
         */
        public nlattr(int nla_len, int nla_type) {
            this.nla_len = nla_len;
            this.nla_type = nla_type;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public nlattr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct nlattr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nlattr[] array(int n) {
            return filled(new nlattr[n], nlattr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nlattr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            nla_len = f.uint16("nla_len", nla_len);
            nla_type = f.uint16("nla_type", nla_type);
        }
    }

    /**
     * {@code struct nla_bitfield32}: some bits of 32.
     */
    public static final class nla_bitfield32 extends Struct {
        /** The bits. */
        public int value;
        /** Which of them count. */
        public int selector;

        /** {@code struct nla_bitfield32 a = {0}}. */
        public nla_bitfield32() {}

        /**
         * {@code struct nla_bitfield32 a = {value, selector}}.
         *
         * @param value the bits
         * @param selector which of them count
         */
        public nla_bitfield32(int value, int selector) {
            this.value = value;
            this.selector = selector;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public nla_bitfield32(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct nla_bitfield32 a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nla_bitfield32[] array(int n) {
            return filled(new nla_bitfield32[n], nla_bitfield32::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nla_bitfield32 from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            value = f.int32("value", value);
            selector = f.int32("selector", selector);
        }
    }
}
