package libc.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.replay.Call.number;
import static libc.replay.Call.part;
import static libc.replay.Call.pointer;
import static libc.replay.Call.slot;
import static libc.sys.Socket.*;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import libc.Fcntl;
import libc.Poll;
import libc.Struct;
import libc.netinet.In;
import libc.netinet.Tcp;
import libc.netinet.Udp;
import libc.replay.Call.Argument;
import libc.replay.Call.Fix;
import libc.replay.Call.Function;
import libc.replay.Call.Kind;
import libc.replay.Call.Memory;
import libc.replay.Call.Message;
import libc.replay.Call.Messages;
import libc.replay.Call.Part;
import libc.replay.Call.Vector;
import libc.sys.Epoll;
import libc.sys.Ioctl;

/**
 * Makes calls by chance, an epoch after the other: descriptors of every kind, then calls on them, then nothing is left
 * of them. Left out is what waits, what changes more than the namespace, what loads modules, and what has numbers of the
 * process in it.
 */
final class Generator {

    /** Whether send and recv take numbers and structs, and an iov_base does. */
    static final boolean WIDE = Stream.of(libc.sys.Socket.class.getMethods())
            .anyMatch(m -> m.getName().equals("send") && m.getParameterTypes()[1] == long[].class);

    static final int EPOCH = 1500;

    static final int F_DUPFD_QUERY = 1027;
    static final int F_CREATED_QUERY = 1028;

    private static final int SPARE = 44;
    private static final int ETHERTYPE = 0x88b5; // local experiments

    private static final String[] NAMES = {"tcp4 listener", "tcp4 client", "tcp4 server", "tcp4 pending", "udp4 connected",
        "udp4 peer", "udp4", "tcp6 listener", "tcp6 client", "tcp6 server", "udp6", "udp6 connected", "unix stream",
        "unix stream'", "unix dgram", "unix dgram'", "unix seqpacket", "unix seqpacket'", "unix listener",
        "unix dgram bound", "netlink route", "netlink user", "icmp4", "icmp6", "packet", "pipe read", "pipe write",
        "pipe2 read", "pipe2 write", "eventfd", "timerfd", "memfd", "epoll", "/dev/null", "file", "tcp4", "tcp6", "unix",
        "unix dgram''", "udp6'", "unix seqpacket listener", "semaphore", "never", "tcp4 closed"};

    private static final int[] BORDERS = {Integer.MIN_VALUE, Integer.MIN_VALUE + 1, -65536, -4096, -9, -2, -1, 0, 1, 2, 3, 4,
        5, 7, 8, 9, 12, 15, 16, 17, 28, 64, 110, 127, 128, 129, 255, 256, 257, 1023, 1024, 1025, 4096, 65535, 65536, 65537,
        1 << 20, Integer.MAX_VALUE / 8, Integer.MAX_VALUE - 8, Integer.MAX_VALUE - 1, Integer.MAX_VALUE};

    /** Which functions how often. */
    private static final Map<Function, Integer> WEIGHTS = new EnumMap<>(Map.ofEntries(Map.entry(Function.GETSOCKOPT, 14),
            Map.entry(Function.SETSOCKOPT, 14), Map.entry(Function.SEND, 6), Map.entry(Function.SENDTO, 6),
            Map.entry(Function.RECV, 6), Map.entry(Function.RECVFROM, 6), Map.entry(Function.SENDMSG, 9),
            Map.entry(Function.RECVMSG, 10), Map.entry(Function.SENDMMSG, 5), Map.entry(Function.RECVMMSG, 5),
            Map.entry(Function.READ, 5), Map.entry(Function.WRITE, 5), Map.entry(Function.READV, 4),
            Map.entry(Function.WRITEV, 4), Map.entry(Function.FCNTL, 4), Map.entry(Function.IOCTL, 4),
            Map.entry(Function.CMSG, 3), Map.entry(Function.CLOSE, 1), Map.entry(Function.DUP2, 1),
            Map.entry(Function.SHUTDOWN, 1), Map.entry(Function.RESET, 0)));
    private static final List<Function> FUNCTIONS = Stream.of(Function.values())
            .flatMap(f -> IntStream.range(0, WEIGHTS.getOrDefault(f, 2)).mapToObj(i -> f)).toList();

    private static final int[] LEVELS = {SOL_SOCKET, SOL_SOCKET, In.IPPROTO_IP, In.IPPROTO_IPV6, In.IPPROTO_TCP,
        In.IPPROTO_UDP, In.IPPROTO_RAW, In.IPPROTO_ICMPV6, SOL_NETLINK, SOL_PACKET};

    private static final int[] SO = constants(libc.bits.Socket.class, "SO_");
    private static final int[] IP = constants(libc.bits.In.class, "IP_", "MCAST_");
    private static final int[] IPV6 = constants(libc.bits.In.class, "IPV6_", "MCAST_");
    private static final int[] TCP = constants(Tcp.class, "TCP_");
    private static final int[] UDP = constants(Udp.class, "UDP_");

    /** Options with an address, a number of a descriptor or a module's name in them, or that wait. */
    private static final Set<Integer> UNSET_SO = Set.of(SO_ATTACH_FILTER, SO_ATTACH_BPF, SO_ATTACH_REUSEPORT_CBPF,
            SO_ATTACH_REUSEPORT_EBPF, SO_BUSY_POLL, SO_LINGER, SO_TXTIME);
    /** Options whose value is this process's or this moment's. */
    private static final Set<Integer> UNGOT_SO = Set.of(SO_PEERCRED, 77 /* SO_PEERPIDFD */, SO_COOKIE, SO_NETNS_COOKIE,
            SO_INCOMING_CPU, SO_INCOMING_NAPI_ID, SO_MEMINFO);
    private static final Set<Integer> UNSET_TCP = Set.of(13 /* TCP_CONGESTION */, 31 /* TCP_ULP */, 3 /* TCP_CORK */,
            35 /* TCP_ZEROCOPY_RECEIVE */, 19 /* TCP_REPAIR */);
    private static final Set<Integer> UNGOT_TCP = Set.of(11 /* TCP_INFO */, 26 /* TCP_CC_INFO */, 24 /* TCP_TIMESTAMP */,
            21 /* TCP_QUEUE_SEQ */, 35 /* TCP_ZEROCOPY_RECEIVE */, 41 /* TCP_AO_GET_KEYS */, 29 /* TCP_REPAIR_WINDOW */,
            28 /* TCP_SAVED_SYN */, 12 /* TCP_QUICKACK */);
    /** Here the options of the firewall begin, of which some load modules. */
    private static final int FIREWALL = 64;

    private final Random random;
    private final boolean negative;
    private final boolean twice;
    private int port;
    private int epoch;

    /**
     * Begins a sequence of calls.
     *
     * @param negative whether there are negative lengths that do not go to C
     * @param twice whether a vector has a buffer more than once
     */
    Generator(long seed, boolean negative, boolean twice) {
        random = new Random(seed);
        this.negative = negative;
        this.twice = twice;
    }

    /** What a slot begins as. */
    static String describe(int slot) {
        return slot + (slot < NAMES.length ? "=" + NAMES[slot] : "");
    }

    private static int[] constants(Class<?> type, String... prefixes) {
        return Stream.of(type.getFields()).filter(f -> Modifier.isStatic(f.getModifiers()) && f.getType() == int.class)
                .filter(f -> Stream.of(prefixes).anyMatch(f.getName()::startsWith)).mapToInt(Generator::value).distinct()
                .sorted().toArray();
    }

    private static int value(Field constant) {
        try {
            return constant.getInt(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** The calls of an epoch, and which rules applied. */
    List<Call> epoch(int calls, Map<Rules, Integer> rules) {
        epoch++;
        port = 2000 + epoch % 800 * 10;
        List<Call> made = new ArrayList<>();
        begin(made);
        while (made.size() < calls - 1) {
            Call call = call(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())));
            List<Rules> applied = Rules.apply(call);
            if (applied != null && (negative || call.mode != Call.Mode.PROBED)) {
                applied.forEach(rule -> rules.merge(rule, 1, Integer::sum));
                made.add(call);
            }
        }
        made.add(new Call(Function.RESET));
        return made;
    }

    static byte[] encode(List<Call> calls) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        calls.forEach(call -> call.encode(bytes));
        return bytes.toByteArray();
    }

    // What every epoch begins with

    private void begin(List<Call> to) {
        tcp(to, 0, AF_INET, port);
        bound(to, 4, AF_INET, port + 1);
        bound(to, 5, AF_INET, port + 2);
        connected(to, 4, AF_INET, port + 2);
        connected(to, 5, AF_INET, port + 1);
        socket(to, 6, AF_INET, SOCK_DGRAM, 0);
        tcp(to, 7, AF_INET6, port + 3);
        bound(to, 10, AF_INET6, port + 4);
        bound(to, 11, AF_INET6, port + 5);
        connected(to, 11, AF_INET6, port + 4);
        pair(to, 12, SOCK_STREAM);
        pair(to, 14, SOCK_DGRAM);
        pair(to, 16, SOCK_SEQPACKET);
        unix(to, 18, SOCK_STREAM, "\0listener" + epoch);
        unix(to, 19, SOCK_DGRAM, "s0");
        socket(to, 20, AF_NETLINK, SOCK_RAW, 0);
        bind(to, 20, memory(Kind.STRUCT, 5, bytes(12).putShort((short) AF_NETLINK).putShort((short) 0).putInt(7)));
        socket(to, 21, AF_NETLINK, SOCK_DGRAM, 2);
        bind(to, 21, memory(Kind.STRUCT, 5, bytes(12).putShort((short) AF_NETLINK).putShort((short) 0).putInt(8)));
        socket(to, 22, AF_INET, SOCK_RAW, 1);
        socket(to, 23, AF_INET6, SOCK_RAW, 58);
        to.add(new Call(Function.SETSOCKOPT, slot(22), number(255), number(1), pointer(ints(~(1 << 8))), number(4)));
        socket(to, 24, AF_PACKET, SOCK_DGRAM, (short) (ETHERTYPE >> 8 | ETHERTYPE << 8) & 0xffff);
        pipe(to, 25);
        pipe(to, 27);
        to.add(new Call(Function.EVENTFD, number(1), number(Fcntl.O_NONBLOCK), number(29)));
        to.add(new Call(Function.TIMERFD_CREATE, number(1), number(0), number(30)));
        to.add(new Call(Function.MEMFD_CREATE, pointer(string("memory")), number(2), number(31)));
        to.add(new Call(Function.EPOLL_CREATE1, number(0), number(32)));
        to.add(new Call(Function.OPEN, pointer(string("/dev/null")), number(Fcntl.O_RDWR), number(0), number(33)));
        to.add(new Call(Function.OPEN, pointer(string("s5")), number(Fcntl.O_RDWR | Fcntl.O_CREAT), number(0600),
                number(34)));
        Memory text = memory(Kind.BYTES, NOTHING, bytes(3000));
        to.add(new Call(Function.WRITE, slot(31), pointer(text), number(3000)));
        to.add(new Call(Function.WRITE, slot(34), pointer(text), number(3000)));
        socket(to, 35, AF_INET, SOCK_STREAM, 0);
        socket(to, 36, AF_INET6, SOCK_STREAM, 0);
        socket(to, 37, AF_UNIX, SOCK_STREAM, 0);
        socket(to, 38, AF_UNIX, SOCK_DGRAM, 0);
        socket(to, 39, AF_INET6, SOCK_DGRAM, 0);
        unix(to, 40, SOCK_SEQPACKET, "s1");
        to.add(new Call(Function.EVENTFD, number(9), number(1), number(41)));
        wanted(to);
        socket(to, 43, AF_INET, SOCK_STREAM, 0);
        to.add(new Call(Function.CLOSE, number(43)));
        for (int watched : new int[] {0, 2, 4, 13, 17, 25, 29}) {
            to.add(new Call(Function.EPOLL_CTL, slot(32), number(Epoll.EPOLL_CTL_ADD), slot(watched),
                    pointer(memory(Kind.STRUCT, 12, bytes(12).putInt(Epoll.EPOLLIN | Epoll.EPOLLOUT).putLong(watched)))));
        }
    }

    private static final int NOTHING = 99;

    /** Control data that receivers want to have, some in this epoch and others in the next. */
    private void wanted(List<Call> to) {
        int[] ipv4 = {In.IP_PKTINFO, In.IP_RECVTTL, In.IP_RECVTOS, In.IP_RECVERR, In.IP_RECVOPTS, In.IP_RETOPTS};
        int[] ipv6 = {In.IPV6_RECVPKTINFO, In.IPV6_RECVHOPLIMIT, In.IPV6_RECVTCLASS, In.IPV6_RECVHOPOPTS,
            In.IPV6_RECVDSTOPTS, In.IPV6_RECVRTHDR, In.IPV6_RECVERR, In.IPV6_2292HOPOPTS};
        for (int udp : new int[] {4, 5, 6}) {
            wanted(to, udp, In.IPPROTO_IP, ipv4);
        }
        for (int udp : new int[] {10, 11, 39}) {
            wanted(to, udp, In.IPPROTO_IPV6, ipv6);
        }
        wanted(to, 10, SOL_SOCKET, SO_TIMESTAMP, SO_RXQ_OVFL);
        wanted(to, 4, SOL_SOCKET, SO_TIMESTAMPNS);
        for (int unix : new int[] {12, 15, 17}) {
            wanted(to, unix, SOL_SOCKET, SO_PASSCRED);
        }
        wanted(to, 1, SOL_SOCKET, SO_OOBINLINE);
    }

    private void wanted(List<Call> to, int slot, int level, int... options) {
        for (int option : options) {
            if (random.nextBoolean()) {
                to.add(new Call(Function.SETSOCKOPT, slot(slot), number(level), number(option), pointer(ints(1)), number(4)));
            }
        }
    }

    /** Extension headers, longer than any room that a caller has for them. */
    private Call headers(Argument fd, int option) {
        int size = 8 * (1 + random.nextInt(random.nextInt(4) == 0 ? 255 : 4));
        ByteBuffer content = bytes(size).put((byte) 0).put((byte) (size / 8 - 1));
        while (content.hasRemaining()) {
            int pad = Math.min(content.remaining(), 255);
            content.put((byte) (pad == 1 ? 0 : 1));
            if (pad > 1) {
                content.put((byte) (pad - 2)).position(content.position() + pad - 2);
            }
        }
        return new Call(Function.SETSOCKOPT, fd, number(In.IPPROTO_IPV6), number(option), pointer(memory(Kind.BYTES, NOTHING,
                content)), number(size));
    }

    private void tcp(List<Call> to, int first, int family, int at) {
        socket(to, first, family, SOCK_STREAM, 0);
        to.add(new Call(Function.SETSOCKOPT, slot(first), number(SOL_SOCKET), number(SO_REUSEADDR), pointer(ints(1)),
                number(4)));
        bind(to, first, in(family, at));
        to.add(new Call(Function.LISTEN, slot(first), number(5)));
        for (int client : family == AF_INET ? new int[] {first + 1, first + 3} : new int[] {first + 1}) {
            socket(to, client, family, SOCK_STREAM, 0);
            connected(to, client, family, at);
        }
        to.add(new Call(Function.ACCEPT, slot(first), pointer(null), pointer(null), number(first + 2)));
        for (int end : new int[] {first + 1, first + 2}) {
            to.add(new Call(Function.SETSOCKOPT, slot(end), number(In.IPPROTO_TCP), number(Tcp.TCP_NODELAY),
                    pointer(ints(1)), number(4)));
        }
    }

    private static void socket(List<Call> to, int slot, int domain, int type, int protocol) {
        to.add(new Call(Function.SOCKET, number(domain), number(type), number(protocol), number(slot)));
    }

    private static void bind(List<Call> to, int slot, Memory address) {
        to.add(new Call(Function.BIND, slot(slot), pointer(address), number(address.size())));
    }

    private void bound(List<Call> to, int slot, int family, int at) {
        socket(to, slot, family, SOCK_DGRAM, 0);
        bind(to, slot, in(family, at));
    }

    private void connected(List<Call> to, int slot, int family, int at) {
        Memory address = in(family, at);
        to.add(new Call(Function.CONNECT, slot(slot), pointer(address), number(address.size())));
    }

    private static void pair(List<Call> to, int slot, int type) {
        to.add(new Call(Function.SOCKETPAIR, number(AF_UNIX), number(type), number(0), pointer(ints(0, 0)), number(slot)));
    }

    private static void pipe(List<Call> to, int slot) {
        to.add(new Call(Function.PIPE2, pointer(ints(0, 0)), number(Fcntl.O_NONBLOCK), number(slot)));
    }

    private void unix(List<Call> to, int slot, int type, String name) {
        socket(to, slot, AF_UNIX, type, 0);
        Memory address = un(name);
        to.add(new Call(Function.BIND, slot(slot), pointer(address), number(2 + name.length())));
        if (type != SOCK_DGRAM) {
            to.add(new Call(Function.LISTEN, slot(slot), number(3)));
        }
    }

    // Memory

    private static ByteBuffer bytes(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Memory memory(Kind kind, int type, ByteBuffer content, Fix... fixes) {
        byte[] literal = content.array();
        if (kind == Kind.STRUCT) {
            // Without what its padding held: Java has none.
            Struct struct = struct(type);
            struct.unpack(ByteBuffer.wrap(literal).order(ByteOrder.LITTLE_ENDIAN));
            literal = new byte[struct.size()];
            struct.pack(ByteBuffer.wrap(literal).order(ByteOrder.LITTLE_ENDIAN));
        }
        return new Memory(kind, type, literal.length, literal, (byte) 0, List.of(fixes));
    }

    static Struct struct(int type) {
        try {
            return Call.STRUCTS.get(type).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Memory ints(int... ints) {
        ByteBuffer content = bytes(4 * ints.length);
        for (int i : ints) {
            content.putInt(i);
        }
        return memory(Kind.INTS, NOTHING, content);
    }

    private static Memory string(String s) {
        return memory(Kind.STRING, NOTHING, ByteBuffer.wrap((s + '\0').getBytes(UTF_8)));
    }

    private Memory in(int family, int at) {
        return family == AF_INET
                ? memory(Kind.STRUCT, 1, bytes(16).putShort((short) AF_INET).putShort(Short.reverseBytes((short) at))
                        .put(new byte[] {127, 0, 0, 1}))
                : memory(Kind.STRUCT, 2, bytes(28).putShort((short) AF_INET6).putShort(Short.reverseBytes((short) at))
                        .put(23, (byte) 1));
    }

    private static Memory un(String name) {
        return memory(Kind.STRUCT, 3, bytes(110).putShort((short) AF_UNIX).put(name.getBytes(UTF_8)));
    }

    /** An address to read or to be overwritten, or null. */
    private Memory address() {
        return switch (random.nextInt(16)) {
            case 0 -> null;
            case 1 -> memory(Kind.STRUCT, 0, bytes(16).putShort((short) (int) oneOf(AF_UNSPEC, AF_INET, AF_UNIX, 0x7777)));
            case 2 -> memory(Kind.STRUCT, 4, bytes(128).putShort((short) AF_INET)
                    .putShort(Short.reverseBytes((short) (port + random.nextInt(4)))).put(new byte[] {127, 0, 0, 1}));
            case 3 -> memory(Kind.STRUCT, 5, bytes(12).putShort((short) AF_NETLINK).putShort((short) 0)
                    .putInt(oneOf(0, 7, 8, 9)));
            case 4 -> memory(Kind.STRUCT, 6, bytes(20).putShort((short) AF_PACKET)
                    .putShort(Short.reverseBytes((short) ETHERTYPE)).putInt(oneOf(0, 1, 1, 2, -1)).put(11, (byte) 6));
            case 5, 6, 7 -> un(oneOf("", "s0", "s1", "s2", "no/such", "\0listener" + epoch, "\0x" + epoch, "x".repeat(108)));
            case 8, 9, 10, 11 -> in(AF_INET6, port + random.nextInt(8));
            default -> in(AF_INET, port + random.nextInt(8));
        };
    }

    private int lengthOf(Memory memory) {
        int size = memory == null ? 0 : memory.size();
        if (memory != null && memory.type() == 3 && random.nextInt(2) == 0) {
            String name = new String(memory.literal(), 3, 105, java.nio.charset.StandardCharsets.ISO_8859_1);
            return 3 + Math.max(name.indexOf('\0'), 0);
        }
        return length(size);
    }

    /** A length of memory: mostly that, often just beside it. */
    private int length(int size) {
        return switch (random.nextInt(20)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> size + 1;
            case 3 -> size - 1;
            case 4 -> BORDERS[random.nextInt(BORDERS.length)];
            case 5 -> random.nextInt(size + 1);
            case 6 -> random.nextInt(size + 1);
            default -> size;
        };
    }

    private int size() {
        return switch (random.nextInt(24)) {
            case 0 -> 0;
            case 1 -> 1024 + random.nextInt(3) - 1;
            case 2 -> random.nextInt(5000);
            case 3 -> random.nextInt(30) == 0 ? 65536 + random.nextInt(3) - 1 : 1;
            default -> 1 + random.nextInt(64);
        };
    }

    /** Memory of some size and kind for a {@code void *}. */
    private Memory some(boolean wide, int size) {
        return some(wide, false, size);
    }

    private Memory some(boolean wide, boolean vectored, int size) {
        Kind kind = oneOf(Kind.BYTES, Kind.BYTES, Kind.HEAP, Kind.DIRECT, Kind.ARENA, Kind.HEAP_READ_ONLY, Kind.DIRECT_READ_ONLY,
                Kind.INTS, Kind.LONGS, Kind.STRUCT);
        if (kind.isReadOnly() && random.nextInt(3) != 0) {
            kind = Kind.DIRECT;
        }
        if (!wide && (kind == Kind.INTS || kind == Kind.LONGS || kind == Kind.STRUCT && !vectored)) {
            kind = Kind.BYTES;
        }
        return some(kind, size);
    }

    private Memory some(Kind given, int size) {
        int type = NOTHING;
        Kind kind = given == Kind.ARENA && !Arenas.EXIST ? Kind.DIRECT : given;
        switch (kind) {
            case INTS -> size = size & -4;
            case LONGS -> size = size & -8;
            case STRUCT -> {
                type = oneOf(4, 7, 9, 10, 17, 19);
                size = struct(type).size();
            }
            default -> { }
        }
        byte[] content = new byte[Math.min(size, 64)];
        random.nextBytes(content);
        return new Memory(kind, type, size, content, (byte) random.nextInt(), List.of());
    }

    /** A whole piece of memory, or a part of it. */
    private Argument pointed(Memory memory) {
        if ((memory.kind().isBuffer() || memory.kind() == Kind.BYTES) && random.nextInt(3) == 0) {
            int offset = random.nextInt(memory.size() + 1);
            return part(memory, offset, random.nextInt(memory.size() - offset + 1));
        }
        return pointer(memory);
    }

    /** A {@code void *} for a transfer, and the length of it. */
    private Argument[] data(boolean wide, boolean sends) {
        if (random.nextInt(25) == 0) {
            return new Argument[] {pointer(null), number(length(16))};
        } else if (sends && random.nextInt(12) == 0) {
            Memory string = string(oneOf("", "bye", "hello, world", "\u20ac\ud83d\ude00", "x".repeat(2000)));
            return new Argument[] {pointer(string), number(length(string.size()))};
        }
        Argument to = pointed(some(wide, size()));
        return new Argument[] {to, number(length(to.room()))};
    }

    private Memory variable(int value) {
        return random.nextInt(100) == 0 ? ints() : ints(value);
    }

    // Arguments

    private Argument fd() {
        return switch (random.nextInt(30)) {
            case 0 -> number(oneOf(-1, 900_000, Integer.MAX_VALUE, Integer.MIN_VALUE));
            case 1 -> slot(42 + random.nextInt(2));
            case 2, 3, 4, 5 -> slot(SPARE + random.nextInt(Call.SLOTS - SPARE));
            default -> slot(random.nextInt(42));
        };
    }

    /** A file of this process alone: all eventfds of a machine are one file to those who lock it, and so is /dev/null. */
    private Argument locked() {
        return random.nextInt(20) == 0 ? number(oneOf(-1, 900_000)) : slot(oneOf(1, 4, 12, 16, 25, 28, 31, 34, 34, 34, 43));
    }

    private Argument fd(int... likely) {
        return random.nextInt(4) == 0 ? fd() : slot(likely[random.nextInt(likely.length)]);
    }

    private Argument stream() {
        return fd(1, 2, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19, 20, 21, 22, 23, 24);
    }

    /** Of a short read of anything else eventfd_read(3) makes -1, and no errno. */
    private Argument counter() {
        return random.nextInt(8) == 0 ? number(oneOf(-1, 900_000)) : slot(oneOf(29, 29, 29, 41, 42));
    }

    /** A file of its own: what has none shares its hint with the whole machine. */
    private Argument hinted() {
        return random.nextInt(8) == 0 ? number(oneOf(-1, 900_000)) : slot(oneOf(31, 31, 34, 42));
    }

    private int spare() {
        return SPARE + random.nextInt(Call.SLOTS - SPARE - 4);
    }

    private int any() {
        return random.nextInt(3) == 0 ? random.nextInt(40) : random.nextInt(20) == 0 ? random.nextInt() : border();
    }

    private int border() {
        return BORDERS[random.nextInt(BORDERS.length)];
    }

    private int flags() {
        int flags = switch (random.nextInt(6)) {
            case 0 -> oneOf(MSG_TRUNC, MSG_PEEK, MSG_ERRQUEUE, MSG_OOB, MSG_CTRUNC, MSG_WAITALL, MSG_NOSIGNAL, MSG_EOR,
                    MSG_PEEK | MSG_TRUNC, MSG_DONTROUTE, MSG_CMSG_CLOEXEC, MSG_ZEROCOPY, MSG_CONFIRM);
            case 1 -> random.nextInt() & random.nextInt() & random.nextInt();
            default -> 0;
        };
        return (flags | MSG_DONTWAIT) & ~MSG_MORE & ~MSG_FASTOPEN;
    }

    private int level() {
        return random.nextInt(20) == 0 ? oneOf(-1, 255, 270, 271, Integer.MAX_VALUE, random.nextInt(300))
                : LEVELS[random.nextInt(LEVELS.length)];
    }

    /** A level that a descriptor has, mostly. */
    private int level(Argument fd) {
        if (fd.tag() != Call.DESCRIPTOR || random.nextInt(5) == 0) {
            return level();
        }
        return switch ((int) fd.number()) {
            case 0, 1, 2, 3, 35 -> oneOf(SOL_SOCKET, In.IPPROTO_IP, In.IPPROTO_TCP);
            case 4, 5, 6 -> oneOf(SOL_SOCKET, In.IPPROTO_IP, In.IPPROTO_UDP);
            case 7, 8, 9, 36 -> oneOf(SOL_SOCKET, In.IPPROTO_IPV6, In.IPPROTO_TCP);
            case 10, 11, 39 -> oneOf(SOL_SOCKET, In.IPPROTO_IPV6, In.IPPROTO_UDP);
            case 20, 21 -> oneOf(SOL_SOCKET, SOL_NETLINK);
            case 22 -> oneOf(SOL_SOCKET, In.IPPROTO_IP, In.IPPROTO_RAW);
            case 23 -> oneOf(SOL_SOCKET, In.IPPROTO_IPV6, In.IPPROTO_ICMPV6);
            case 24 -> oneOf(SOL_SOCKET, SOL_PACKET);
            default -> SOL_SOCKET;
        };
    }

    private int option(int level) {
        if (random.nextInt(12) == 0) {
            return random.nextInt(3) == 0 ? border() : random.nextInt(FIREWALL);
        }
        int[] known = level == SOL_SOCKET ? SO : level == In.IPPROTO_IP ? IP : level == In.IPPROTO_IPV6 ? IPV6
                : level == In.IPPROTO_TCP ? TCP : level == In.IPPROTO_UDP ? UDP : IntStream.range(0, 26).toArray();
        return known[random.nextInt(known.length)];
    }

    private static boolean isFirewall(int level, int option) {
        return (level == In.IPPROTO_IP || level == In.IPPROTO_IPV6) && option >= FIREWALL
                && !(level == In.IPPROTO_IPV6 && option < 90 && option != 64 && option != 65 && option != 66);
    }

    private Vector vector(boolean sends) {
        int n = switch (random.nextInt(40)) {
            case 0 -> 1025;
            case 1 -> 1024;
            case 2 -> 0;
            default -> 1 + random.nextInt(4);
        };
        List<Memory> memories = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (random.nextInt(25) == 0 && n < 1000) {
                parts.add(new Part(null, 0, 0, random.nextInt(3) == 0 ? border() : 0));
                continue;
            }
            // Sometimes the same memory again, in part or whole.
            if (memories.isEmpty() || n < 1000 && random.nextInt(5) != 0) {
                memories.add(sends && random.nextInt(12) == 0 || random.nextInt(200) == 0 ? string("hello")
                        : some(WIDE, true, n < 1000 ? size() : 16));
            }
            Memory memory = memories.get(random.nextInt(memories.size()));
            boolean again = parts.stream().anyMatch(part -> part.memory() == memory);
            if (again && memory.kind().isBuffer() && !twice) {
                parts.add(new Part(null, 0, 0, 0));
            } else if (memory.kind().isBuffer() && random.nextInt(3) == 0) {
                int offset = random.nextInt(memory.size() + 1);
                int room = memory.size() - offset;
                parts.add(new Part(memory, offset, room, n > 1000 ? room : length(room)));
            } else {
                parts.add(new Part(memory, 0, memory.size(), n > 1000 ? memory.size() : length(memory.size())));
            }
        }
        return new Vector(parts);
    }

    private int count(int size) {
        return random.nextInt(10) == 0 ? oneOf(size + 1, size - 1, -1, 0, Integer.MAX_VALUE, Integer.MIN_VALUE, border())
                : size;
    }

    private Message message(boolean sends) {
        Memory name = random.nextBoolean() ? null : address();
        Vector iov = random.nextInt(25) == 0 ? null : vector(sends);
        Memory control = random.nextInt(3) == 0 ? null : sends ? control() : some(Kind.BYTES, oneOf(0, 8, 15, 16, 17, 20, 24,
                28, 32, 40, 56, 64, 100, 200, 4000));
        int controllen = control == null ? random.nextInt(20) == 0 ? border() : 0
                : random.nextInt(6) == 0 ? length(control.size()) : !sends && random.nextInt(40) == 0 ? -1 : control.size();
        return new Message(name, name == null && random.nextInt(10) != 0 ? 0 : lengthOf(name), iov,
                iov == null ? oneOf(0, 0, 1, border()) : count(iov.parts().size()), control, controllen,
                random.nextInt(4) == 0 ? random.nextInt() : 0, random.nextInt(4) == 0 ? random.nextInt() : 0);
    }

    /** Control data that mean something, or nothing. */
    private Memory control() {
        if (random.nextInt(4) == 0) {
            Memory some = some(Kind.BYTES, random.nextInt(80));
            if (some.size() >= 16 && random.nextBoolean()) {
                ByteBuffer.wrap(some.literal()).order(ByteOrder.LITTLE_ENDIAN).putLong(0, oneOf(0, 15, 16, 17, 20, 200))
                        .putInt(8, level()).putInt(12, random.nextInt(64));
            }
            return some;
        }
        ByteBuffer content = bytes(400);
        List<Fix> fixes = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int start = content.position();
            content.position(start + 16);
            int level;
            int type;
            switch (random.nextInt(9)) {
                case 0, 1 -> {
                    level = SOL_SOCKET;
                    type = SCM_RIGHTS;
                    for (int k = random.nextInt(3); k >= 0; k--) {
                        fixes.add(new Fix(content.position(), random.nextInt(42)));
                        content.putInt(0);
                    }
                }
                case 2 -> {
                    level = SOL_SOCKET;
                    type = SCM_CREDENTIALS;
                    content.putInt(0).putInt(0).putInt(0);
                }
                case 3 -> {
                    level = In.IPPROTO_IP;
                    type = oneOf(In.IP_TTL, In.IP_TOS);
                    content.putInt(oneOf(1, 64, 255, 256, -1));
                }
                case 4 -> {
                    level = In.IPPROTO_IP;
                    type = In.IP_PKTINFO;
                    content.putInt(oneOf(0, 1, 2)).put(new byte[] {127, 0, 0, 1}).putInt(0);
                }
                case 5 -> {
                    level = In.IPPROTO_IPV6;
                    type = In.IPV6_PKTINFO;
                    content.put(new byte[15]).put((byte) 1).putInt(oneOf(0, 1, 2));
                }
                case 6 -> {
                    level = In.IPPROTO_IPV6;
                    type = oneOf(In.IPV6_HOPLIMIT, In.IPV6_TCLASS);
                    content.putInt(oneOf(1, 64, 255, 256, -1));
                }
                case 7 -> {
                    level = In.IPPROTO_IPV6;
                    type = oneOf(In.IPV6_HOPOPTS, In.IPV6_DSTOPTS, In.IPV6_RTHDRDSTOPTS);
                    content.put(new byte[] {0, 0, 1, 4, 0, 0, 0, 0});
                }
                default -> {
                    level = In.IPPROTO_UDP;
                    type = Udp.UDP_SEGMENT;
                    content.putShort((short) (int) oneOf(1, 8, 0, 1000));
                }
            }
            int end = content.position();
            int said = random.nextInt(12) == 0 ? length(end - start) : end - start;
            content.putLong(start, said).putInt(start + 8, level).putInt(start + 12, type);
            // A descriptor's number is each side's own: it must not be taken for the next header's length.
            fixes.removeIf(fix -> fix.at() >= start && fix.at() + Integer.BYTES > start + said);
            content.position(end + 7 & -8);
        }
        int size = content.position();
        byte[] literal = new byte[size];
        content.get(0, literal);
        return new Memory(Kind.BYTES, NOTHING, size, literal, (byte) 0, fixes);
    }

    private Memory polled() {
        int n = random.nextInt(5);
        ByteBuffer content = bytes(8 * n);
        List<Fix> fixes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (random.nextInt(12) == 0) {
                content.putInt(oneOf(-1, 900_000, Integer.MAX_VALUE));
            } else {
                fixes.add(new Fix(8 * i, random.nextInt(Call.SLOTS)));
                content.putInt(0);
            }
            content.putShort((short) (random.nextBoolean() ? Poll.POLLIN | Poll.POLLOUT : random.nextInt()))
                    .putShort((short) random.nextInt());
        }
        return new Memory(Kind.STRUCTS, 11, 8 * n, content.array(), (byte) 0, fixes);
    }

    private Memory set() {
        if (random.nextInt(3) == 0) {
            return null;
        }
        List<Fix> fixes = random.ints(random.nextInt(5), 0, random.nextInt(8) == 0 ? Call.SLOTS : 42).distinct()
                .mapToObj(slot -> new Fix(0, slot)).toList();
        return new Memory(Kind.STRUCT, 13, 128, new byte[0], (byte) 0, fixes);
    }

    private Argument time(int type) {
        return pointer(memory(Kind.STRUCT, type, bytes(16).putLong(random.nextInt(12) == 0 ? -1 : 0)
                .putLong(random.nextInt(12) == 0 ? -1 : 0)));
    }

    /** No signals, or no set. */
    private Argument mask() {
        return pointer(random.nextInt(3) == 0 ? new Memory(Kind.STRUCT, 18, 128, new byte[0], (byte) 0, List.of()) : null);
    }

    private Argument offset() {
        return pointer(random.nextInt(3) != 0 ? null
                : memory(Kind.LONGS, NOTHING, bytes(8).putLong(oneOf(0, 1, 10, 2999, 3000, 4000, -1, border()))));
    }

    private Argument[] join(Argument first, Argument[] data, Argument... rest) {
        return Stream.of(Stream.of(first), Stream.of(data), Stream.of(rest)).flatMap(s -> s).toArray(Argument[]::new);
    }

    @SafeVarargs
    private <T> T oneOf(T... of) {
        return of[random.nextInt(of.length)];
    }

    // Calls

    private Call call(Function f) {
        return switch (f) {
            case RESET -> new Call(f);
            case CLOSE -> new Call(f, number(spare()));
            case SOCKET -> new Call(f, number(oneOf(AF_UNIX, AF_INET, AF_INET6, AF_INET, -1, AF_UNSPEC, 46,
                    Integer.MAX_VALUE)), number(random.nextInt(4) == 0 ? any() : oneOf(SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET,
                    SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC)), number(oneOf(0, 0, 0, 6, 17, -1)), number(spare()));
            case SOCKETPAIR -> new Call(f, number(oneOf(AF_UNIX, AF_UNIX, AF_UNIX, AF_INET, -1)),
                    number(oneOf(SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET, SOCK_STREAM | SOCK_CLOEXEC, 0, 77)),
                    number(oneOf(0, 0, 0, 1, -1)), pointer(random.nextInt(20) == 0 ? null : random.nextInt(20) == 0
                    ? ints(7) : ints(-7, -8)), number(SPARE + 2 * random.nextInt(8)));
            case BIND, CONNECT -> {
                if (f == Function.CONNECT && random.nextInt(3) == 0) {
                    Memory listener = oneOf(in(AF_INET, port), in(AF_INET6, port + 3));
                    yield new Call(f, slot(oneOf(35, 36, spare(), spare(), spare())), pointer(listener),
                            number(listener.size()));
                } else if (f == Function.CONNECT && random.nextInt(4) == 0) {
                    yield new Call(f, slot(oneOf(37, spare(), spare())), pointer(un("\0listener" + epoch)),
                            number(11 + Integer.toString(epoch).length()));
                }
                Memory address = address();
                yield new Call(f, f == Function.BIND ? fd(35, 36, 37, 38, 39, 6) : fd(), pointer(address),
                        number(lengthOf(address)));
            }
            case LISTEN -> new Call(f, fd(), number(any()));
            case ACCEPT, ACCEPT4, GETSOCKNAME, GETPEERNAME -> {
                Memory address = address();
                Argument length = pointer(random.nextInt(15) == 0 ? null : variable(lengthOf(address)));
                Argument fd = f == Function.ACCEPT || f == Function.ACCEPT4 ? fd(0, 7, 18, 40) : fd();
                yield f == Function.ACCEPT ? new Call(f, fd, pointer(address), length, number(spare()))
                        : f == Function.ACCEPT4 ? new Call(f, fd, pointer(address), length, number(random.nextInt(3) == 0 ? any()
                        : oneOf(0, SOCK_NONBLOCK, SOCK_CLOEXEC)), number(spare()))
                        : new Call(f, fd, pointer(address), length);
            }
            case SHUTDOWN -> new Call(f, fd(), number(random.nextInt(8) == 0 ? random.nextInt(3) : any()));
            case GETSOCKOPT -> {
                if (random.nextInt(12) == 0) {
                    Memory value = some(Kind.BYTES, random.nextInt(64));
                    yield new Call(f, fd(10, 11, 39), number(In.IPPROTO_IPV6), number(oneOf(In.IPV6_HOPOPTS, In.IPV6_DSTOPTS,
                            In.IPV6_RTHDRDSTOPTS, In.IPV6_2292PKTOPTIONS)), pointer(value),
                            pointer(ints(random.nextInt(3) == 0 ? border() : length(value.size()))));
                }
                Argument fd = random.nextInt(3) == 0 ? fd() : stream();
                int level = level(fd);
                int option = option(level);
                if (isFirewall(level, option) || level == SOL_SOCKET && UNGOT_SO.contains(option)
                        || level == In.IPPROTO_TCP && UNGOT_TCP.contains(option)) {
                    option = 1;
                }
                Argument value = random.nextInt(25) == 0 ? pointer(null)
                        : pointed(some(true, oneOf(0, 1, 2, 3, 4, 4, 4, 5, 7, 8, 9, 12, 16, 20, 28, 64, 256, 2048)));
                if (value.memory() != null && value.offset() > 0 && !value.memory().kind().isBuffer()
                        || level == SOL_SOCKET && option == SO_GET_FILTER && value.memory() != null
                                && value.memory().kind().isBuffer()) {
                    value = pointer(some(Kind.BYTES, 64));
                } else if (value.memory() != null && value.memory().kind() == Kind.BYTES) {
                    value = pointer(value.memory());
                }
                int length = value.memory() == null ? Math.max(0, length(4)) : length(value.room());
                if (level == SOL_SOCKET && option == SO_GET_FILTER && random.nextInt(3) != 0) {
                    length = value.room() / 8;
                }
                yield new Call(f, fd, number(level), number(option), value,
                        pointer(random.nextInt(25) == 0 && value.memory() != null && !value.memory().kind().isBuffer() ? null
                                : ints(length)));
            }
            case SETSOCKOPT -> {
                if (random.nextInt(10) == 0) {
                    yield headers(fd(10, 11, 39), oneOf(In.IPV6_HOPOPTS, In.IPV6_DSTOPTS, In.IPV6_RTHDRDSTOPTS));
                }
                Argument fd = random.nextInt(3) == 0 ? fd() : stream();
                int level = level(fd);
                int option = option(level);
                if (isFirewall(level, option) || level == SOL_SOCKET && (UNSET_SO.contains(option) || option > 100)
                        || level == In.IPPROTO_TCP && UNSET_TCP.contains(option)
                        || level == SOL_PACKET && Set.of(5, 13, 18, 22).contains(option) || level == 270 && option == 1) {
                    option = 2;
                }
                Argument value;
                if (random.nextInt(25) == 0) {
                    value = pointer(null);
                } else if (random.nextInt(2) == 0) {
                    value = pointer(ints(oneOf(0, 1, 1, 1, 2, 8, 64, 255, -1, any())));
                } else {
                    value = pointer(some(true, oneOf(0, 1, 2, 3, 4, 5, 8, 9, 12, 16, 20, 28, 64, 136, 256, 2048)));
                }
                yield new Call(f, fd, number(level), number(option), value, number(length(value.room())));
            }
            case SEND -> new Call(f, join(stream(), data(WIDE, true), number(flags())));
            case RECV -> new Call(f, join(stream(), data(WIDE, false), number(flags())));
            case SENDTO -> {
                Memory address = random.nextInt(3) == 0 ? null : address();
                yield new Call(f, join(stream(), data(WIDE, true), number(flags()), pointer(address),
                        number(lengthOf(address))));
            }
            case RECVFROM -> {
                Memory address = random.nextInt(3) == 0 ? null : address();
                yield new Call(f, join(stream(), data(WIDE, false), number(flags()), pointer(address),
                        pointer(random.nextInt(15) == 0 ? null : variable(lengthOf(address)))));
            }
            case SENDMSG, RECVMSG -> new Call(f, stream(), pointer(random.nextInt(40) == 0 ? null
                    : new Messages(List.of(message(f == Function.SENDMSG)), true)), number(flags()));
            case SENDMMSG, RECVMMSG -> {
                List<Message> messages = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    messages.add(message(f == Function.SENDMMSG));
                }
                List<Argument> arguments = new ArrayList<>(List.of(stream(),
                        pointer(random.nextInt(40) == 0 ? null : new Messages(messages, false)),
                        number(count(messages.size())), number(flags())));
                if (f == Function.RECVMMSG) {
                    arguments.add(random.nextInt(3) == 0 ? time(7) : pointer(null));
                }
                yield new Call(f, arguments.toArray(Argument[]::new));
            }
            case READ -> new Call(f, join(fd(), data(true, false)));
            case WRITE -> new Call(f, join(fd(), data(true, true)));
            case READV, WRITEV -> vectored(f);
            case PREADV, PWRITEV -> vectored(f, number(anOffset()));
            case PREADV2, PWRITEV2 -> vectored(f, number(anOffset()),
                    number(random.nextInt(3) == 0 ? random.nextInt() : oneOf(0, 0, 8, 16, 32)));
            case DUP -> new Call(f, fd(), number(spare()));
            case DUP2 -> new Call(f, fd(), random.nextInt(10) == 0 ? number(oneOf(-1, 900_000, Integer.MAX_VALUE))
                    : slot(spare()));
            case DUP3 -> new Call(f, fd(), random.nextInt(10) == 0 ? number(oneOf(-1, 900_000)) : slot(spare()),
                    number(oneOf(0, Fcntl.O_CLOEXEC, 1, -1)));
            case POLL, PPOLL -> {
                Memory fds = random.nextInt(25) == 0 ? null : polled();
                int n = fds == null ? oneOf(0, 1, -1) : count(fds.size() / 8);
                yield f == Function.POLL ? new Call(f, pointer(fds), number(n), number(0))
                        : new Call(f, pointer(fds), number(n), time(7), mask());
            }
            case SOCKATMARK -> new Call(f, stream());
            case ISFDTYPE -> new Call(f, fd(), number(oneOf(0xc000, 0x1000, 0x8000, 0, any())));
            case SELECT, PSELECT -> {
                Memory[] sets = {set(), set(), set()};
                Argument n = number(random.nextInt(6) == 0 ? oneOf(0, -1, Integer.MIN_VALUE, 1025, Integer.MAX_VALUE) : 1024);
                yield f == Function.SELECT
                        ? new Call(f, n, pointer(sets[0]), pointer(sets[1]), pointer(sets[2]), time(8))
                        : new Call(f, n, pointer(sets[0]), pointer(sets[1]), pointer(sets[2]), time(7), mask());
            }
            case EPOLL_CREATE1 -> new Call(f, number(oneOf(0, Fcntl.O_CLOEXEC, 1, -1)), number(spare()));
            case EPOLL_CTL -> new Call(f, fd(32), number(random.nextInt(10) == 0 ? any() : 1 + random.nextInt(3)), fd(),
                    pointer(random.nextInt(15) == 0 ? null : memory(Kind.STRUCT, 12, bytes(12).putInt(random.nextInt(3) == 0
                            ? random.nextInt() & ~Epoll.EPOLLWAKEUP : Epoll.EPOLLIN | Epoll.EPOLLOUT)
                            .putLong(random.nextLong()))));
            case EPOLL_WAIT, EPOLL_PWAIT, EPOLL_PWAIT2 -> {
                int n = random.nextInt(6);
                Memory events = random.nextInt(25) == 0 ? null
                        : new Memory(Kind.STRUCTS, 12, 12 * n, new byte[0], (byte) 0, List.of());
                Argument max = number(count(n));
                yield f == Function.EPOLL_WAIT ? new Call(f, fd(32), pointer(events), max, number(0))
                        : f == Function.EPOLL_PWAIT ? new Call(f, fd(32), pointer(events), max, number(0), mask())
                        : new Call(f, fd(32), pointer(events), max, time(7), mask());
            }
            case FCNTL -> command();
            case FCNTL_POINTER -> random.nextInt(3) == 0
                    ? new Call(f, hinted(), number(oneOf(1035, 1036, 1037, 1038)), pointer(memory(Kind.LONGS, NOTHING,
                    bytes(8).putLong(oneOf(0, 1, 2, 5, 9, -1)))))
                    : new Call(f, locked(), number(oneOf(Fcntl.F_GETLK, Fcntl.F_SETLK, Fcntl.F_OFD_GETLK, Fcntl.F_OFD_SETLK)),
                    pointer(random.nextInt(15) == 0 ? null : memory(Kind.STRUCT, 14, bytes(32)
                    .putShort((short) (int) oneOf(0, 1, 2, 3, -1)).putShort((short) (int) oneOf(0, 1, 2, 3))
                    .putLong(8, oneOf(0, 1, 10, -1)).putLong(16, oneOf(0, 1, 10, -1)))));
            case IOCTL -> request();
            case PIPE2 -> new Call(f, pointer(random.nextInt(20) == 0 ? null : random.nextInt(20) == 0 ? ints(7)
                    : ints(-7, -8)), number(oneOf(0, Fcntl.O_NONBLOCK, Fcntl.O_CLOEXEC, Fcntl.O_DIRECT, 1, -1)),
                    number(SPARE + 2 * random.nextInt(8)));
            case EVENTFD -> new Call(f, number(any()), number(oneOf(0, 1, Fcntl.O_NONBLOCK, 2, -1)), number(spare()));
            case EVENTFD_READ -> new Call(f, counter(), pointer(random.nextInt(20) == 0 ? null
                    : memory(Kind.LONGS, NOTHING, bytes(random.nextInt(20) == 0 ? 0 : 8))));
            case EVENTFD_WRITE -> new Call(f, counter(), number(random.nextInt(3) == 0 ? -1 : any()));
            case TIMERFD_CREATE -> new Call(f, number(random.nextInt(4) == 0 ? any() : random.nextInt(2)),
                    number(oneOf(0, Fcntl.O_NONBLOCK, Fcntl.O_CLOEXEC, 1, -1)), number(spare()));
            case TIMERFD_SETTIME -> new Call(f, fd(30), number(random.nextInt(8) == 0 ? any() : 0),
                    pointer(random.nextInt(15) == 0 ? null : memory(Kind.STRUCT, 9, bytes(32).putLong(16,
                    oneOf(0L, 1_000_000L, -1L)).putLong(24, oneOf(0L, 0L, -1L, 1_000_000_000L)))),
                    pointer(random.nextBoolean() ? null : memory(Kind.STRUCT, 9, bytes(32))));
            case TIMERFD_GETTIME -> new Call(f, fd(30), pointer(random.nextInt(15) == 0 ? null
                    : memory(Kind.STRUCT, 9, bytes(32))));
            case SENDFILE -> new Call(f, fd(2, 13, 26), fd(31, 34), offset(), number(oneOf(0, 1, 100, 5000, -1)));
            case SPLICE -> new Call(f, fd(25, 27, 31, 34, 12), offset(), fd(26, 28, 13, 34), offset(),
                    number(oneOf(0, 1, 100, 5000)), number(random.nextInt(8) == 0 ? any() | 2 : 2));
            case TEE -> new Call(f, fd(25, 27), fd(26, 28), number(oneOf(0, 1, 100, 5000)), number(random.nextInt(8) == 0
                    ? any() | 2 : 2));
            case MEMFD_CREATE -> new Call(f, pointer(random.nextInt(20) == 0 ? null : string(oneOf("", "m",
                    "x".repeat(249), "x".repeat(250)))), number(oneOf(0, 1, 2, 3, -1)), number(spare()));
            case OPEN -> new Call(f, pointer(random.nextInt(20) == 0 ? null : string(oneOf("", "s5", "/dev/null", "s3",
                    "no/such"))), number(oneOf(0, 1, 2, Fcntl.O_RDWR | Fcntl.O_NONBLOCK, Fcntl.O_DIRECTORY)), number(0),
                    number(spare()));
            case INET_PTON -> new Call(f, number(oneOf(AF_INET, AF_INET, AF_INET6, AF_INET6, AF_UNIX, -1)),
                    pointer(random.nextInt(20) == 0 ? null : string(oneOf("", "127.0.0.1", "256.1.1.1", "1.2.3", "::1",
                    "::ffff:1.2.3.4", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8:9", "x", "1::2::3", "0x7f.1", "01.2.3.4", "fe80::1%lo",
                    "9".repeat(400)))), pointer(random.nextInt(20) == 0 ? null
                    : some(Kind.BYTES, oneOf(0, 3, 4, 5, 15, 16, 17, 40))));
            case INET_NTOP -> {
                Memory text = some(Kind.BYTES, oneOf(0, 1, 7, 8, 15, 16, 17, 45, 46, 47, 100));
                yield new Call(f, number(oneOf(AF_INET, AF_INET, AF_INET6, AF_INET6, AF_UNIX, -1)),
                        pointer(random.nextInt(20) == 0 ? null : some(Kind.BYTES, oneOf(0, 3, 4, 16, 16, 17))),
                        pointer(random.nextInt(20) == 0 ? null : text), number(length(text.size())));
            }
            case CMSG -> {
                Memory control = random.nextInt(20) == 0 ? null : control().plain();
                int size = control == null ? 0 : control.size();
                // Of unused headers glibc's macros look at more than msg_controllen says, so all is there.
                yield new Call(f, pointer(control), number(random.nextInt(3) == 0 ? random.nextInt(size + 1) : size));
            }
            case ATTACH_FILTER -> filter();
        };
    }

    /** Instructions that mean something, so that the filter is taken, and others. */
    private Call filter() {
        int n = random.nextInt(5);
        ByteBuffer content = bytes(8 * n);
        for (int i = 0; i < n; i++) {
            boolean last = i == n - 1 && random.nextInt(6) != 0;
            content.putShort((short) (last ? 6 : random.nextInt(6) == 0 ? random.nextInt() : 0)).putShort((short) 0)
                    .putInt(last ? 0xffff : random.nextInt(10));
        }
        return new Call(Function.ATTACH_FILTER, stream(), number(oneOf(SO_ATTACH_FILTER, SO_ATTACH_FILTER,
                SO_ATTACH_REUSEPORT_CBPF)), pointer(random.nextInt(20) == 0 ? null : memory(Kind.BYTES, NOTHING, content)),
                number(count(n)), number(length(16)));
    }

    private long anOffset() {
        return oneOf(0L, 0L, 1L, 10L, 2990L, 3000L, -1L, Long.MIN_VALUE, (long) border());
    }

    private Call vectored(Function f, Argument... rest) {
        Vector vector = random.nextInt(40) == 0 ? null
                : vector(f == Function.WRITEV || f == Function.PWRITEV || f == Function.PWRITEV2);
        Argument fd = rest.length > 0 ? fd(31, 34) : fd();
        return new Call(f, join(fd, new Argument[] {pointer(vector),
            number(vector == null ? oneOf(0, 1, -1) : count(vector.parts().size()))}, rest));
    }

    private Call command() {
        int command = oneOf(Fcntl.F_DUPFD, Fcntl.F_DUPFD_CLOEXEC, Fcntl.F_GETFD, Fcntl.F_SETFD, Fcntl.F_GETFL,
                Fcntl.F_SETFL, Fcntl.F_GETOWN, Fcntl.F_GETSIG, Fcntl.F_GETLEASE, Fcntl.F_GETPIPE_SZ,
                Fcntl.F_SETPIPE_SZ, Fcntl.F_ADD_SEALS, Fcntl.F_GET_SEALS, Fcntl.F_GETLK, Fcntl.F_GETOWN_EX, 1035,
                F_DUPFD_QUERY, F_CREATED_QUERY,
                999, -1, Integer.MAX_VALUE, 18, 19, 20, 1040, 1050);
        Argument argument = switch (command) {
            case Fcntl.F_SETFL -> number(oneOf(0, Fcntl.O_APPEND, any() & ~Fcntl.O_ASYNC & ~Fcntl.O_DIRECT)
                    | Fcntl.O_NONBLOCK);
            case Fcntl.F_DUPFD, Fcntl.F_DUPFD_CLOEXEC -> number(oneOf(0, 0, 3000, 5000, -1, Integer.MAX_VALUE));
            case Fcntl.F_SETPIPE_SZ -> number(oneOf(0, 1, 4096, 8192, -1, Integer.MIN_VALUE));
            case Fcntl.F_ADD_SEALS -> number(oneOf(0, 2, -1, 64));
            case F_DUPFD_QUERY -> slot(random.nextInt(42));
            case Fcntl.F_GETLK, Fcntl.F_GETOWN_EX, 1035 -> number(0);
            default -> number(oneOf(0, 1, 8));
        };
        return new Call(Function.FCNTL, fd(), number(command), argument, number(spare()));
    }

    private Call request() {
        int request = random.nextInt(4) == 0 ? oneOf(0x5401 /* TCGETS */, 999_999, 0x5413, -1, 0x5499, 0x8999)
                : oneOf(Rules.REQUESTS.keySet().toArray(Integer[]::new));
        int size = Rules.size(request);
        boolean named = size == 40;
        // Of a request that only a device knows, the kernel looks at the memory first, which the library does not hand to it.
        Memory argument = request == 0x8999 || random.nextInt(15) == 0 ? null
                : named ? memory(Kind.STRUCT, 15, bytes(40).put(oneOf("lo", "nowhere", "").getBytes(UTF_8)))
                : request == Ioctl.FIONBIO ? ints(1)
                : request == Ioctl.FIOASYNC ? ints(0)
                : size == 0 ? some(Kind.BYTES, 128)
                : some(oneOf(Kind.BYTES, Kind.INTS, Kind.LONGS, Kind.HEAP, Kind.DIRECT, Kind.DIRECT_READ_ONLY),
                        oneOf(0, 4, 8, 8, 16, 16));
        // The last number is by how much the library moves a buffer's position.
        return new Call(Function.IOCTL, fd(), number(request), pointer(argument), number(size));
    }
}
