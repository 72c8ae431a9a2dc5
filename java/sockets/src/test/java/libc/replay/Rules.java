package libc.replay;

import static libc.linux.Sockios.SIOCOUTQ;
import static libc.linux.Sockios.SIOCGIFINDEX;
import static libc.netinet.In.IPPROTO_IP;
import static libc.netinet.In.IPPROTO_IPV6;
import static libc.netinet.In.IP_MSFILTER;
import static libc.netinet.In.MCAST_MSFILTER;
import static libc.replay.Call.ARGUMENT;
import static libc.replay.Call.INDEX;
import static libc.replay.Call.READ_ONLY;
import static libc.sys.Ioctl.FIOASYNC;
import static libc.sys.Ioctl.FIONBIO;
import static libc.sys.Ioctl.FIONREAD;
import static libc.sys.Ioctl.FIOQSIZE;
import static libc.sys.Ioctl.SIOCGIFADDR;
import static libc.sys.Ioctl.SIOCGIFFLAGS;
import static libc.sys.Ioctl.SIOCGIFMTU;
import static libc.sys.Ioctl.SIOCGIFNAME;
import static libc.sys.Socket.AF_INET;
import static libc.sys.Socket.AF_INET6;
import static libc.sys.Socket.MSG_ZEROCOPY;
import static libc.sys.Socket.SIOCATMARK;
import static libc.sys.Socket.SOL_SOCKET;
import static libc.sys.Socket.SO_GET_FILTER;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import libc.replay.Call.Function;
import libc.replay.Call.Kind;
import libc.replay.Call.Memory;
import libc.replay.Call.Message;
import libc.replay.Call.Messages;
import libc.replay.Call.Mode;
import libc.replay.Call.Part;
import libc.replay.Call.Vector;

/** Where Java legitimately does something else than C: by the arguments alone, and each with its reason. */
enum Rules {

    LENGTH("a length that is negative or reaches beyond its array is an IndexOutOfBoundsException: C cannot see the bound",
            Mode.REFUSED, INDEX, Rules::length),
    ADDRESS_LENGTH("an addrlen beyond the struct, to read or as room, is an IndexOutOfBoundsException: C would read or write"
            + " what lies behind", Mode.REFUSED, INDEX, Rules::addressLength),
    OPTION_LENGTH("an optlen beyond the value, counted in instructions where C counts them, is an IndexOutOfBoundsException",
            Mode.REFUSED, INDEX, Rules::optionLength),
    OPTION_LENGTH_NEGATIVE("of a negative optlen some level makes the largest length, so none goes to getsockopt: the"
            + " descriptor's fault, or EINVAL", Mode.PROBED, 0,
            c -> c.function == Function.GETSOCKOPT && !isBuffer(c, 3) && c.memory(3) != null && variable(c, 4) < 0),
    CONTROL_LENGTH_NEGATIVE("msg_controllen is a size_t: C would write beyond the room by a negative one; the descriptor's"
            + " fault, or EINVAL", Mode.PROBED, 0, c -> receives(c)
            && messages(c).anyMatch(m -> m.control() != null && m.controllen() < 0)),
    READ_ONLY_BUFFER("a read-only buffer to write into is a ReadOnlyBufferException", Mode.REFUSED, READ_ONLY,
            Rules::readOnly),
    VECTOR_COUNT("an iovcnt or msg_iovlen beyond its array is an IndexOutOfBoundsException", Mode.REFUSED, INDEX,
            c -> isVectored(c) && c.at(1).object() instanceof Vector v && c.number(2) > v.parts().size()
                    || messages(c).anyMatch(m -> m.iov() != null && m.iovlen() > m.iov().parts().size())),
    VECTOR_LENGTH("an iov_len that is negative or reaches beyond its memory is an IndexOutOfBoundsException", Mode.REFUSED,
            INDEX, c -> parts(c).anyMatch(p -> p.length() < 0 || p.memory() != null && p.length() > p.room())),
    MESSAGE_LENGTH("a msg_namelen or msg_controllen beyond its memory is an IndexOutOfBoundsException", Mode.REFUSED, INDEX,
            c -> messages(c).anyMatch(m -> m.name() != null && m.namelen() > m.name().size()
                    || m.control() != null && m.controllen() > m.control().size())),
    MESSAGE_COUNT("a vlen beyond the array is an IndexOutOfBoundsException, a negative one too: C takes it as unsigned, and"
            + " for 1,024", Mode.REFUSED, INDEX,
            c -> isMany(c) && c.at(1).object() instanceof Messages m && (c.number(2) < 0 || c.number(2) > m.list().size())),
    ZEROCOPY("MSG_ZEROCOPY of what would be a copy is an IllegalArgumentException: the kernel reads it after the call too",
            Mode.REFUSED, ARGUMENT, Rules::zerocopy),
    STRING_TO_WRITE("a String as an iov_base to write into is an IllegalArgumentException", Mode.REFUSED, ARGUMENT,
            c -> receives(c) && parts(c).anyMatch(p -> p.memory() != null && p.memory().kind() == Kind.STRING)),
    FILTER("a filter's len beyond its array, or an optlen beyond the struct, is an IndexOutOfBoundsException", Mode.REFUSED,
            INDEX, c -> c.function == Function.ATTACH_FILTER && (c.number(4) > 16
                    || c.memory(2) != null && (c.number(3) & 0xffff) > c.memory(2).size() / 8)),
    LIST("an option whose value says how long a list is has to have room for it, else an IndexOutOfBoundsException: the"
            + " kernel does not look at optlen then", Mode.REFUSED, INDEX, Rules::list),
    EVENTS("an nfds or maxevents beyond its array is an IndexOutOfBoundsException", Mode.REFUSED, INDEX,
            c -> EnumSet.of(Function.POLL, Function.PPOLL).contains(c.function) && more(c, 0, 1)
                    || EnumSet.of(Function.EPOLL_WAIT, Function.EPOLL_PWAIT, Function.EPOLL_PWAIT2).contains(c.function)
                             && more(c, 1, 2)),
    SETS("an nfds beyond the 1,024 of an fd_set is an IndexOutOfBoundsException", Mode.REFUSED, INDEX,
            c -> (c.function == Function.SELECT || c.function == Function.PSELECT) && c.number(0) > 1024
                    && (c.memory(1) != null || c.memory(2) != null || c.memory(3) != null)),
    REQUEST("memory smaller than a request's argument is an IndexOutOfBoundsException", Mode.REFUSED, INDEX,
            c -> c.function == Function.IOCTL && c.memory(2) != null && c.at(2).room() < size((int) c.at(1).number())),
    VARIABLE("an array that is too short for the variables that C writes is an IndexOutOfBoundsException", Mode.REFUSED,
            INDEX, Rules::variables),
    NO_TEXT("inet_pton and inet_ntop, which are not system calls, would crash at NULL: EFAULT", Mode.FAULT, 0,
            c -> EnumSet.of(Function.INET_PTON, Function.INET_NTOP).contains(c.function)
                    && (c.memory(1) == null || c.memory(2) == null)),
    TEXT("the memory of inet_pton and inet_ntop has to be as large as they take it to be, else an"
            + " IndexOutOfBoundsException", Mode.REFUSED, INDEX, Rules::text),
    FAULT_HALFWAY("where C receives into one place and then fails at the next, a NULL, Java does not copy back what came into the"
            + " first: the data are gone, and no page says where they are", Mode.HALFWAY, 0,
            c -> receives(c) && parts(c).anyMatch(p -> p.memory() == null && p.length() > 0));

    /** How many bytes a request takes. */
    static final Map<Integer, Integer> REQUESTS = Map.ofEntries(Map.entry(FIONREAD, 4), Map.entry(FIONBIO, 4),
            Map.entry(FIOASYNC, 4), Map.entry(FIOQSIZE, 8), Map.entry(SIOCATMARK, 4), Map.entry(SIOCOUTQ, 4),
            Map.entry(SIOCGIFADDR, 40), Map.entry(SIOCGIFFLAGS, 40), Map.entry(SIOCGIFMTU, 40),
            Map.entry(SIOCGIFINDEX, 40), Map.entry(SIOCGIFNAME, 40));

    private static final Set<Function> VECTORED = EnumSet.of(Function.READV, Function.WRITEV, Function.PREADV,
            Function.PWRITEV, Function.PREADV2, Function.PWRITEV2);
    private static final Set<Function> TRANSFERS = EnumSet.of(Function.SEND, Function.SENDTO, Function.RECV,
            Function.RECVFROM, Function.READ, Function.WRITE);
    private static final Set<Function> RECEIVES = EnumSet.of(Function.RECV, Function.RECVFROM, Function.READ,
            Function.READV, Function.PREADV, Function.PREADV2, Function.RECVMSG, Function.RECVMMSG);

    final String reason;
    private final Mode mode;
    private final int thrown;
    private final Predicate<Call> applies;

    Rules(String reason, Mode mode, int thrown, Predicate<Call> applies) {
        this.reason = reason;
        this.mode = mode;
        this.thrown = thrown;
        this.applies = applies;
    }

    /**
     * Says in the call what Java does with it.
     *
     * @return the rules that apply; null if they contradict each other, and then the call cannot be used
     */
    static List<Rules> apply(Call call) {
        List<Rules> applied = new ArrayList<>();
        for (Rules rule : values()) {
            if (rule.applies.test(call) && (rule.mode != Mode.HALFWAY || applied.isEmpty())) {
                if (!applied.isEmpty() && call.mode != rule.mode) {
                    return null;
                }
                call.mode = rule.mode;
                call.thrown |= rule.thrown;
                applied.add(rule);
            }
        }
        return applied;
    }

    /** Bytes of memory that a request takes, 0 if it is none of those that are known here. */
    static int size(int request) {
        return REQUESTS.getOrDefault(request, 0);
    }

    private static boolean isBuffer(Call c, int i) {
        return c.memory(i) != null && c.memory(i).kind().isBuffer();
    }

    private static boolean isVectored(Call c) {
        return VECTORED.contains(c.function);
    }

    private static boolean isMany(Call c) {
        return c.function == Function.SENDMMSG || c.function == Function.RECVMMSG;
    }

    private static boolean receives(Call c) {
        return RECEIVES.contains(c.function);
    }

    /** The messages that a call is about. */
    private static Stream<Message> messages(Call c) {
        if (c.function == Function.SENDMSG || c.function == Function.RECVMSG || isMany(c)) {
            if (c.at(1).object() instanceof Messages m) {
                return m.one() ? m.list().stream()
                        : m.list().subList(0, Math.max(0, Math.min(c.number(2), m.list().size()))).stream();
            }
        }
        return Stream.of();
    }

    /** The iovecs that a call is about. */
    private static Stream<Part> parts(Call c) {
        return isVectored(c) && c.at(1).object() instanceof Vector v ? Call.parts(v, c.number(2)).stream()
                : messages(c).flatMap(m -> Call.parts(m.iov(), m.iovlen()).stream());
    }

    private static boolean length(Call c) {
        return TRANSFERS.contains(c.function) && !isBuffer(c, 1)
                && (c.number(2) < 0 || c.memory(1) != null && c.number(2) > c.memory(1).size() - c.at(1).offset());
    }

    private static boolean addressLength(Call c) {
        return switch (c.function) {
            case BIND, CONNECT -> beyond(c, 1, c.number(2));
            case SENDTO -> beyond(c, 4, c.number(5));
            case ACCEPT, ACCEPT4, GETSOCKNAME, GETPEERNAME -> beyond(c, 1, variable(c, 2));
            case RECVFROM -> beyond(c, 4, variable(c, 5));
            default -> false;
        };
    }

    private static boolean beyond(Call c, int memory, long length) {
        return c.memory(memory) != null && length > c.memory(memory).size();
    }

    private static boolean optionLength(Call c) {
        return switch (c.function) {
            case SETSOCKOPT -> !isBuffer(c, 3) && beyond(c, 3, c.number(4));
            case GETSOCKOPT -> !isBuffer(c, 3) && beyond(c, 3,
                    c.number(1) == SOL_SOCKET && c.number(2) == SO_GET_FILTER ? 8L * variable(c, 4) : variable(c, 4));
            default -> false;
        };
    }

    /** IP_MSFILTER and MCAST_MSFILTER: where the number of sources stands, where they begin, and how large one is. */
    private static boolean list(Call c) {
        if (c.function != Function.GETSOCKOPT || c.memory(3) == null) {
            return false;
        }
        boolean ip = c.number(1) == IPPROTO_IP && c.number(2) == IP_MSFILTER;
        boolean any = (c.number(1) == IPPROTO_IP || c.number(1) == IPPROTO_IPV6) && c.number(2) == MCAST_MSFILTER;
        int size = isBuffer(c, 3) ? c.at(3).room() : variable(c, 4);
        int first = ip ? 16 : 144;
        if (!(ip || any) || size < first) {
            return false;
        }
        long sources = Integer.toUnsignedLong(word(c.memory(3), c.at(3).offset() + (ip ? 12 : 140)));
        return first + sources * (ip ? 4 : 128) > size;
    }

    /** The four bytes at some place of memory. */
    private static int word(Memory memory, int at) {
        int word = 0;
        for (int i = 3; i >= 0; i--) {
            word = word << 8 | (at + i < memory.literal().length ? memory.literal()[at + i] : memory.fill()) & 0xff;
        }
        return word;
    }

    private static boolean readOnly(Call c) {
        boolean writes = switch (c.function) {
            case RECV, RECVFROM, READ -> c.memory(1) != null && c.memory(1).kind().isReadOnly();
            case GETSOCKOPT -> c.memory(3) != null && c.memory(3).kind().isReadOnly();
            case IOCTL -> c.memory(2) != null && c.memory(2).kind().isReadOnly();
            default -> false;
        };
        return writes || receives(c) && parts(c).anyMatch(p -> p.memory() != null && p.memory().kind().isReadOnly());
    }

    private static boolean zerocopy(Call c) {
        return switch (c.function) {
            case SEND, SENDTO -> (c.number(3) & MSG_ZEROCOPY) != 0 && isCopied(c.memory(1));
            case SENDMSG -> (c.number(2) & MSG_ZEROCOPY) != 0 && parts(c).anyMatch(p -> isCopied(p.memory()));
            case SENDMMSG -> (c.number(3) & MSG_ZEROCOPY) != 0 && parts(c).anyMatch(p -> isCopied(p.memory()));
            default -> false;
        };
    }

    private static boolean isCopied(Memory memory) {
        return memory != null && !memory.kind().isDirect();
    }

    /** Whether more is asked for than an array of structs has. */
    private static boolean more(Call c, int memory, int count) {
        Memory m = c.memory(memory);
        return m != null && c.number(count) > m.size() / libc.sys.Types.sizeof(Call.STRUCTS.get(m.type()));
    }

    private static boolean variables(Call c) {
        return switch (c.function) {
            case SOCKETPAIR -> c.memory(3) != null && c.memory(3).size() < 8;
            case PIPE2 -> c.memory(0) != null && c.memory(0).size() < 8;
            case EVENTFD_READ -> c.memory(1) != null && c.memory(1).size() < 8;
            case ACCEPT, ACCEPT4, GETSOCKNAME, GETPEERNAME -> c.memory(2) != null && c.memory(2).size() < 4;
            case RECVFROM -> c.memory(5) != null && c.memory(5).size() < 4;
            default -> false;
        };
    }

    private static boolean text(Call c) {
        int address = c.function == Function.INET_PTON || c.function == Function.INET_NTOP
                ? c.number(0) == AF_INET ? 4 : c.number(0) == AF_INET6 ? 16 : 0 : 0;
        return c.function == Function.INET_PTON && c.memory(1) != null && c.memory(2) != null
                        && c.memory(2).size() < address
                || c.function == Function.INET_NTOP && c.memory(1) != null && c.memory(2) != null
                        && (c.memory(1).size() < address || c.number(3) < 0 || c.number(3) > c.memory(2).size());
    }

    /** The value of a {@code socklen_t *}, 0 if there is none. */
    private static int variable(Call c, int i) {
        Memory m = c.memory(i);
        return m == null || m.size() < 4 ? 0
                : java.nio.ByteBuffer.wrap(m.literal()).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt(0);
    }
}
