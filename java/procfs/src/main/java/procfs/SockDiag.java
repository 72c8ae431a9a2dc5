package procfs;

import static libc.Errno.check;
import static libc.linux.Netlink.NETLINK_SOCK_DIAG;
import static libc.linux.Netlink.NLA_ALIGN;
import static libc.linux.Netlink.NLA_HDRLEN;
import static libc.linux.Netlink.NLA_TYPE_MASK;
import static libc.linux.Netlink.NLMSG_ALIGN;
import static libc.linux.SockDiag.*;
import static libc.sys.Socket.AF_INET;
import static libc.sys.Socket.AF_INET6;
import static libc.sys.Socket.AF_NETLINK;
import static libc.sys.Socket.AF_UNSPEC;
import static libc.sys.Socket.SOCK_CLOEXEC;
import static libc.sys.Socket.SOCK_RAW;
import static libc.sys.Socket.socket;
import static libc.sys.Types.sizeof;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import libc.Struct;

/**
 * The kernel's tables by sock_diag: a netlink socket of one network namespace. One thread at a time asks, others wait.
 *
 * <p>The kernel tells a table piece by piece, and does not hold it still meanwhile. What comes or goes in between it may
 * tell or not. It goes on where it stopped by counting the sockets of one hash chain; if one of these comes or goes at that
 * moment, a neighbour may be told twice, or not at all. Chains of TCP are so short that this hardly happens; those of UNIX
 * are not, but it takes many thousand changes a second to see it.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/sock_diag.7.html">sock_diag(7)</a>
 */
public final class SockDiag implements Closeable {

    /** A table that changes so fast will not stop for one more. */
    private static final int ATTEMPTS = 10;

    private static final List<Integer> FAMILIES = List.of(AF_INET, AF_INET6);

    private final NetlinkDump dump;
    private boolean visiting;

    SockDiag(int fd) {
        dump = new NetlinkDump(fd);
    }

    /**
     * Opens one.
     *
     * @param namespace whose sockets it will tell
     * @return the open socket
     * @throws IOException if the namespace cannot be entered, or the kernel has no sock_diag
     */
    public static SockDiag open(Namespace namespace) throws IOException {
        return new SockDiag(namespace.call(() -> check(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG))));
    }

    /**
     * Visits the sockets of one kind that a query asks for. Its pid and owners play no part here. Once warm, this
     * allocates no more for many sockets than for few.
     *
     * @param kind the kind
     * @param query families, states, filter and details
     * @param visitor is handed each socket in turn, by an object that the next one overwrites; what it throws ends the visit
     * @throws libc.ErrnoException if the kernel does not have this table (ENOENT), or does not permit it
     * @throws InterruptedDumpException after the last socket, if the kernel says that some may be lacking or were told twice
     * @throws IOException if a message is damaged
     * @throws IllegalArgumentException if the filter is longer than the kernel takes
     * @throws IllegalStateException if the visitor visits by the same object
     */
    public synchronized void visit(Kind kind, Query query, Consumer<? super Row> visitor) throws IOException {
        if (visiting) {
            throw new IllegalStateException("still visiting");
        }
        visiting = true;
        try {
            boolean interrupted = false;
            for (Row row : rows(kind, query)) {
                dump.request(row.requestType(), row.request(query));
                row.visit(dump, kind.isInternet() ? visitor : selection(query, visitor));
                interrupted |= dump.isInterrupted();
            }
            if (interrupted) {
                throw new InterruptedDumpException(kind);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            visiting = false;
        }
    }

    /**
     * The sockets of one kind that a query asks for, each once. An interrupted dump is made again, a few times.
     *
     * @param kind the kind
     * @param query families, states, filter and details
     * @return the sockets in the kernel's order
     * @throws libc.ErrnoException if the kernel does not have this table (ENOENT), or does not permit it
     * @throws InterruptedDumpException if the table would not hold still for any of them
     * @throws IOException if a message is damaged
     * @throws IllegalArgumentException if the filter is longer than the kernel takes
     */
    public List<SocketEntry> entries(Kind kind, Query query) throws IOException {
        for (int attempt = 1;; attempt++) {
            List<SocketEntry> entries = new ArrayList<>();
            LongSet told = new LongSet();
            try {
                visit(kind, query, row -> {
                    if (told.add(row.cookie())) {
                        entries.add(row.entry());
                    }
                });
                return entries;
            } catch (InterruptedDumpException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static List<Row> rows(Kind kind, Query query) {
        return switch (kind) {
            case UNIX -> List.of(new UnixRow(query));
            case PACKET -> List.of(new PacketRow(query));
            case NETLINK -> List.of(new NetlinkRow(query));
            case TCP -> query.families().containsAll(FAMILIES) ? List.of(new InetRow(kind, AF_UNSPEC, query))
                    : families(kind, query);
            default -> families(kind, query);
        };
    }

    private static List<Row> families(Kind kind, Query query) {
        return FAMILIES.stream().filter(query.families()::contains)
                .<Row>map(family -> new InetRow(kind, family, query)).toList();
    }

    /** What the kernel filters of the Internet kinds alone. */
    private static Consumer<Row> selection(Query query, Consumer<? super Row> visitor) {
        return row -> {
            if (query.states().contains(row.state())
                    && (query.filter() == Filter.ANY || query.filter().matches(row.entry()))) {
                visitor.accept(row);
            }
        };
    }

    @Override
    public synchronized void close() throws IOException {
        dump.close();
    }

    /**
     * A socket's message as it came from the kernel, which the next one overwrites. What is asked of it is read there, and
     * makes no object, except by {@link #entry}. A damaged message is an UncheckedIOException, which
     * {@link #visit} throws on as the IOException that it has inside.
     */
    public abstract static class Row {

        private final Kind kind;
        private final int size;
        private final Set<Detail> details;
        private ByteBuffer memory;
        private int begin;
        private int end;

        Row(Kind kind, Class<? extends Struct> message, Set<Detail> details) {
            this.kind = kind;
            this.size = sizeof(message);
            this.details = details;
        }

        /** The type of the message that asks, and of those that answer. */
        int requestType() {
            return SOCK_DIAG_BY_FAMILY;
        }

        /** What asks for such messages: a struct and attributes. */
        abstract byte[] request(Query query);

        final void visit(NetlinkDump dump, Consumer<? super Row> visitor) throws IOException {
            memory = dump.memory();
            while (dump.next()) {
                begin = dump.begin();
                end = dump.end();
                if (end - begin < size) {
                    throw new IOException("a socket in " + (end - begin) + " bytes from sock_diag");
                }
                visitor.accept(this);
            }
        }

        /**
         * Which table it is in.
         *
         * @return the kind
         */
        public final Kind kind() {
            return kind;
        }

        /**
         * Its family.
         *
         * @return {@code AF_INET}, {@code AF_INET6}, {@code AF_UNIX}, {@code AF_PACKET}, {@code AF_NETLINK}
         */
        public final int family() {
            return uint8(0); // of every message the first byte
        }

        /**
         * Its type.
         *
         * @return {@code SOCK_STREAM}, {@code SOCK_DGRAM}, {@code SOCK_RAW}, {@code SOCK_SEQPACKET}
         */
        public abstract int type();

        /**
         * Its protocol, as {@link SocketEntry#protocol} has it.
         *
         * @return the protocol, or 0
         */
        public int protocol() {
            return 0;
        }

        /**
         * Its state.
         *
         * @return the state
         */
        public State state() {
            return State.TCP_CLOSE;
        }

        /**
         * Its own port, or its port ID of netlink.
         *
         * @return the port, or 0
         */
        public int localPort() {
            return 0;
        }

        /**
         * The other end's port, or its port ID of netlink.
         *
         * @return the port, or 0
         */
        public int remotePort() {
            return 0;
        }

        /**
         * Its own Internet address, or its UNIX name.
         *
         * @param to where the bytes go, as many of them as there is room for
         * @return how many bytes it has: 4, 16, or the name's; 0 of other kinds
         */
        public int localAddress(byte[] to) {
            return 0;
        }

        /**
         * The other end's Internet address.
         *
         * @param to where the bytes go, as many of them as there is room for
         * @return how many bytes it has: 4 or 16; 0 of other kinds
         */
        public int remoteAddress(byte[] to) {
            return 0;
        }

        /**
         * As {@link SocketEntry#receiveQueue}.
         *
         * @return bytes, or connections
         */
        public long receiveQueue() {
            return 0;
        }

        /**
         * As {@link SocketEntry#sendQueue}.
         *
         * @return bytes, or connections
         */
        public long sendQueue() {
            return 0;
        }

        /**
         * The timer that it waits for.
         *
         * @return what will happen
         */
        public Timer.Kind timer() {
            return Timer.Kind.OFF;
        }

        /**
         * How long until the timer expires.
         *
         * @return ms
         */
        public long timerExpires() {
            return 0;
        }

        /**
         * How often the timer has expired without an answer.
         *
         * @return a count
         */
        public int retransmits() {
            return 0;
        }

        /**
         * Its owner's user.
         *
         * @return the uid, or -1 where the kernel does not say
         */
        public long uid() {
            return -1;
        }

        /**
         * Its inode.
         *
         * @return the inode; 0 of one that no process has open
         */
        public abstract long inode();

        /**
         * The other end's inode, of a UNIX socket.
         *
         * @return the inode, or 0
         */
        public long peerInode() {
            return 0;
        }

        /**
         * The interface that it is bound to.
         *
         * @return its index, or 0
         */
        public int interfaceIndex() {
            return 0;
        }

        /**
         * The kernel's number of it, {@code SO_COOKIE}.
         *
         * @return the cookie, never used twice
         */
        public abstract long cookie();

        abstract SocketAddress local();

        abstract SocketAddress remote();

        abstract Details details();

        /** What an entry has of them if nobody asks for any. */
        Details unasked() {
            return Details.NONE;
        }

        /**
         * A copy that stays.
         *
         * @return the entry
         */
        public final SocketEntry entry() {
            Timer timer = timer() == Timer.Kind.OFF ? Timer.NONE
                    : new Timer(timer(), Duration.ofMillis(timerExpires()), retransmits());
            return new SocketEntry(kind, family(), type(), protocol(), state(), local(), remote(), receiveQueue(),
                    sendQueue(), timer, uid(), inode(), peerInode(), interfaceIndex(), Source.DIAG,
                    details.isEmpty() ? unasked() : details());
        }

        final boolean wants(Detail detail) {
            return details.contains(detail);
        }

        final int uint8(int offset) {
            return memory.get(begin + offset) & 0xff;
        }

        final int uint16(int offset) {
            return memory.getShort(begin + offset) & 0xffff;
        }

        /** A number in network byte order. */
        final int port(int offset) {
            return Short.reverseBytes(memory.getShort(begin + offset)) & 0xffff;
        }

        final int int32(int offset) {
            return memory.getInt(begin + offset);
        }

        final long uint32(int offset) {
            return Integer.toUnsignedLong(int32(offset));
        }

        final long int64(int offset) {
            return memory.getLong(begin + offset);
        }

        /** Copies bytes, as many as there is room for; answers how many there are. */
        final int bytes(int offset, int length, byte[] to) {
            memory.get(begin + offset, to, 0, Math.min(length, to.length));
            return length;
        }

        final State state(int value) {
            if (value < State.TCP_ESTABLISHED.value() || value > State.TCP_NEW_SYN_RECV.value()) {
                throw damaged("a socket in state " + value);
            }
            return State.of(value);
        }

        /** Where the payload of an attribute begins, which is of a length at least; -1 if there is none of this type. */
        final int attribute(int type, int length) {
            int at = begin + NLMSG_ALIGN(size);
            while (end - at >= NLA_HDRLEN) {
                int whole = memory.getShort(at) & 0xffff;
                if (whole < NLA_HDRLEN || whole > end - at) {
                    throw damaged("an attribute of " + whole + " bytes in " + (end - at));
                }
                if ((memory.getShort(at + Short.BYTES) & NLA_TYPE_MASK) == type) {
                    if (whole - NLA_HDRLEN < length) {
                        throw damaged("attribute " + type + " in " + (whole - NLA_HDRLEN) + " bytes");
                    }
                    return at + NLA_HDRLEN - begin;
                }
                at += NLA_ALIGN(whole);
            }
            return -1;
        }

        /** How long the payload of an attribute is that begins there. */
        final int length(int attribute) {
            return uint16(attribute - NLA_HDRLEN) - NLA_HDRLEN;
        }

        final Integer uint8Of(int type) {
            int at = attribute(type, Byte.BYTES);
            return at < 0 ? null : uint8(at);
        }

        /** A copy of an attribute's payload, in an array of its own; null if there is none of this type. */
        final ByteBuffer payload(int type) {
            int at = attribute(type, 0);
            if (at < 0) {
                return null;
            }
            byte[] payload = new byte[length(at)];
            bytes(at, payload.length, payload);
            return ByteBuffer.wrap(payload).order(memory.order());
        }

        /** The memory's counters, of which older kernels have fewer. */
        final SocketMemory memory(int type) {
            ByteBuffer payload = payload(type);
            if (payload == null) {
                return null;
            }
            int[] vars = new int[SK_MEMINFO_VARS];
            payload.asIntBuffer().get(vars, 0, Math.min(vars.length, payload.remaining() / Integer.BYTES));
            return new SocketMemory(vars[SK_MEMINFO_RMEM_ALLOC], vars[SK_MEMINFO_RCVBUF], vars[SK_MEMINFO_WMEM_ALLOC],
                    vars[SK_MEMINFO_SNDBUF], vars[SK_MEMINFO_FWD_ALLOC], vars[SK_MEMINFO_WMEM_QUEUED],
                    vars[SK_MEMINFO_OPTMEM], vars[SK_MEMINFO_BACKLOG], vars[SK_MEMINFO_DROPS]);
        }

        /** One of the memory's counters; 0 where the kernel does not tell it. */
        final long memory(int type, int counter) {
            int at = attribute(type, (counter + 1) * Integer.BYTES);
            return at < 0 ? 0 : uint32(at + counter * Integer.BYTES);
        }

        static Long drops(SocketMemory memory) {
            return memory == null ? null : Integer.toUnsignedLong(memory.drops());
        }

        /** The details of what has no more than its memory and a cookie. */
        final Details details(int memoryType) {
            SocketMemory memory = wants(Detail.MEMORY) ? memory(memoryType) : null;
            return new Details(wants(Detail.EXTENDED) ? cookie() : null, null, null, drops(memory), null, null, null, memory,
                    null, null, null, null, null, null, null, null);
        }

        static int states(Query query) {
            return query.states().stream().mapToInt(State::bit).reduce(0, (a, b) -> a | b);
        }

        static byte[] packed(Struct struct) {
            byte[] bytes = new byte[struct.size()];
            struct.pack(ByteBuffer.wrap(bytes));
            return bytes;
        }

        static UncheckedIOException damaged(String what) {
            return new UncheckedIOException(new IOException(what + " from sock_diag"));
        }
    }
}
