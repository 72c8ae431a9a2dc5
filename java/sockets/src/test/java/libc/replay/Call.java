package libc.replay;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import libc.Struct;
import libc.Time.itimerspec;
import libc.bits.Socket.linger;
import libc.bits.Socket.sockaddr;
import libc.bits.Socket.sockaddr_storage;
import libc.bits.Socket.ucred;
import libc.Fcntl.flock;
import libc.Poll.pollfd;
import libc.linux.Netlink.sockaddr_nl;
import libc.net.If.ifreq;
import libc.netinet.In.in6_addr;
import libc.netinet.In.in_addr;
import libc.netinet.In.sockaddr_in;
import libc.netinet.In.sockaddr_in6;
import libc.netpacket.Packet.sockaddr_ll;
import libc.sys.Epoll.epoll_event;
import libc.sys.Select.fd_set;
import libc.sys.Types.sigset_t;
import libc.sys.Types.timespec;
import libc.sys.Types.timeval;
import libc.sys.Un.sockaddr_un;

/** One call as the file has it, for the program in C and for the one in Java. */
final class Call {

    /** In the order of replay.c. */
    enum Function {
        RESET, CLOSE, SOCKET, SOCKETPAIR, BIND, CONNECT, LISTEN, ACCEPT, ACCEPT4, SHUTDOWN, GETSOCKNAME, GETPEERNAME,
        GETSOCKOPT, SETSOCKOPT, SEND, SENDTO, RECV, RECVFROM, SENDMSG, RECVMSG, SENDMMSG, RECVMMSG, READ, WRITE, READV,
        WRITEV, PREADV, PWRITEV, PREADV2, PWRITEV2, DUP, DUP2, DUP3, POLL, PPOLL, SELECT, EPOLL_CREATE1, EPOLL_CTL,
        EPOLL_WAIT, EPOLL_PWAIT, FCNTL, FCNTL_POINTER, IOCTL, PIPE2, EVENTFD, EVENTFD_READ, EVENTFD_WRITE,
        TIMERFD_CREATE, TIMERFD_SETTIME, TIMERFD_GETTIME, SENDFILE, SPLICE, TEE, MEMFD_CREATE, OPEN, INET_PTON,
        INET_NTOP, CMSG, ATTACH_FILTER, SOCKATMARK, ISFDTYPE, PSELECT, EPOLL_PWAIT2
    }

    /** Whether C makes it, or what Java does instead. */
    enum Mode {
        /** Both make it. */
        MADE,
        /** Java throws, C does nothing. */
        REFUSED,
        /** Java returns -1 with what is wrong with the descriptor as a socket, or EINVAL; so does C. */
        PROBED,
        /** Java returns -1 with EFAULT; so does C. */
        FAULT,
        /** Both make it, and what is in memory after it is not compared. */
        HALFWAY
    }

    /** In the order of replay.c. */
    enum Kind {
        BYTES, INTS, LONGS, STRUCT, STRUCTS, HEAP, DIRECT, ARENA, HEAP_READ_ONLY, DIRECT_READ_ONLY, STRING;

        boolean isBuffer() {
            return this == HEAP || this == DIRECT || this == ARENA || isReadOnly();
        }

        boolean isReadOnly() {
            return this == HEAP_READ_ONLY || this == DIRECT_READ_ONLY;
        }

        /** Whether C gets the memory itself, and nobody can free it. */
        boolean isDirect() {
            return this == DIRECT || this == DIRECT_READ_ONLY;
        }
    }

    static final int VECTOR = 16;
    static final int MESSAGES = 17;
    static final int MESSAGE = 18;
    static final int NONE = 255;
    static final int SLOTS = 64;
    static final int CLOSED = 1_000_000;
    static final int MARK = 0x51070000;
    static final int LARGE = 1024;

    static final int NUMBER = 0;
    static final int DESCRIPTOR = 1;
    static final int POINTER = 2;
    static final int NULL = 3;

    /** What Java may throw, as bits. */
    static final int INDEX = 1;
    static final int READ_ONLY = 2;
    static final int ARGUMENT = 4;

    /** Structs by their numbers in the file. The first seven are socket addresses. */
    static final List<Class<? extends Struct>> STRUCTS = List.of(sockaddr.class, sockaddr_in.class, sockaddr_in6.class,
            sockaddr_un.class, sockaddr_storage.class, sockaddr_nl.class, sockaddr_ll.class, timespec.class, timeval.class,
            itimerspec.class, linger.class, pollfd.class, epoll_event.class, fd_set.class, flock.class, ifreq.class,
            in_addr.class, in6_addr.class, sigset_t.class, ucred.class);
    static final int ADDRESSES = 7;

    /** Where a descriptor's number goes into memory. */
    record Fix(int at, int slot) {}

    /** Memory of the caller's; what the literal does not reach is filled. */
    record Memory(Kind kind, int type, int size, byte[] literal, byte fill, List<Fix> fixes) {

        /** The same without numbers of descriptors, which are each side's own. */
        Memory plain() {
            return new Memory(kind, type, size, literal, fill, List.of());
        }
    }

    /** An iovec: a part of memory, and the length that is said of it. */
    record Part(Memory memory, int offset, int room, int length) {}

    record Vector(List<Part> parts) {}

    record Message(Memory name, int namelen, Vector iov, int iovlen, Memory control, int controllen, int flags, int len) {}

    record Messages(List<Message> list, boolean one) {}

    /** An argument: a number, the number of a slot, or an object with a part of it. */
    record Argument(int tag, long number, Object object, int offset, int room) {

        /** The memory that it points to, or null. */
        Memory memory() {
            return object instanceof Memory memory ? memory : null;
        }
    }

    final Function function;
    final List<Argument> arguments;
    Mode mode = Mode.MADE;
    int thrown;

    Call(Function function, Argument... arguments) {
        this.function = function;
        this.arguments = List.of(arguments);
    }

    static Argument number(long number) {
        return new Argument(NUMBER, number, null, 0, 0);
    }

    static Argument slot(int slot) {
        return new Argument(DESCRIPTOR, slot, null, 0, 0);
    }

    static Argument pointer(Object object) {
        return object == null ? new Argument(NULL, 0, null, 0, 0)
                : new Argument(POINTER, 0, object, 0, object instanceof Memory m ? m.size : 0);
    }

    static Argument part(Memory memory, int offset, int room) {
        return new Argument(POINTER, 0, memory, offset, room);
    }

    Argument at(int i) {
        return arguments.get(i);
    }

    int number(int i) {
        return (int) at(i).number;
    }

    Memory memory(int i) {
        return at(i).memory();
    }

    /** Every piece of memory that a vector has, as far as it is said to reach. */
    static List<Part> parts(Vector vector, int count) {
        return vector == null ? List.of()
                : vector.parts.subList(0, Math.max(0, Math.min(count, vector.parts.size())));
    }

    // The file: little-endian; of each call its length, function, mode, what may be thrown, objects and arguments

    /** Writes the call as replay.c and {@link Player} read it. */
    void encode(ByteArrayOutputStream to) {
        List<Object> objects = new ArrayList<>();
        arguments.forEach(argument -> number(objects, argument.object));
        Writer out = new Writer();
        out.u8(function.ordinal()).u8(mode.ordinal()).u8(thrown).u8(objects.size());
        for (Object object : objects) {
            if (object instanceof Memory memory) {
                out.u8(memory.kind.ordinal()).u8(memory.type).i32(memory.size).i32(memory.literal.length)
                        .bytes(memory.literal).u8(memory.fill).u8(memory.fixes.size());
                memory.fixes.forEach(fix -> out.i32(fix.at).i32(fix.slot));
            } else if (object instanceof Vector vector) {
                out.u8(VECTOR).i32(vector.parts.size());
                vector.parts.forEach(part -> out.u8(index(objects, part.memory)).i32(part.offset).i32(part.room)
                        .i32(part.length));
            } else if (object instanceof Messages messages) {
                out.u8(messages.one ? MESSAGE : MESSAGES).i32(messages.list.size());
                messages.list.forEach(m -> out.u8(index(objects, m.name)).i32(m.namelen).u8(index(objects, m.iov))
                        .i32(m.iovlen).u8(index(objects, m.control)).i32(m.controllen).i32(m.flags).i32(m.len));
            }
        }
        out.u8(arguments.size());
        for (Argument argument : arguments) {
            out.u8(argument.tag);
            switch (argument.tag) {
                case NUMBER -> out.i64(argument.number);
                case DESCRIPTOR -> out.i32((int) argument.number);
                case POINTER -> out.u8(index(objects, argument.object)).i32(argument.offset).i32(argument.room);
                default -> { }
            }
        }
        byte[] bytes = out.bytes.toByteArray();
        to.writeBytes(new Writer().i32(bytes.length).bytes.toByteArray());
        to.writeBytes(bytes);
    }

    private static void number(List<Object> objects, Object object) {
        if (object == null || index(objects, object) != NONE) {
            return;
        }
        objects.add(object);
        if (object instanceof Vector vector) {
            vector.parts.forEach(part -> number(objects, part.memory));
        } else if (object instanceof Messages messages) {
            messages.list.forEach(m -> {
                number(objects, m.name);
                number(objects, m.iov);
                number(objects, m.control);
            });
        }
    }

    private static int index(List<Object> objects, Object object) {
        for (int i = 0; i < objects.size(); i++) {
            if (objects.get(i) == object) {
                return i;
            }
        }
        return NONE;
    }

    private static final class Writer {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Writer u8(int value) {
            bytes.write(value);
            return this;
        }

        Writer i32(int value) {
            return bytes(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
        }

        Writer i64(long value) {
            return bytes(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
        }

        Writer bytes(byte[] value) {
            bytes.writeBytes(value);
            return this;
        }
    }

    // For whoever reads a difference

    @Override
    public String toString() {
        return function.name().toLowerCase(java.util.Locale.ROOT)
                + arguments.stream().map(Call::text).collect(Collectors.joining(", ", "(", ")"))
                + (mode == Mode.MADE ? "" : " " + mode);
    }

    private static String text(Argument argument) {
        return switch (argument.tag) {
            case NUMBER -> Long.toString(argument.number);
            case DESCRIPTOR -> Generator.describe((int) argument.number);
            case POINTER -> text(argument.object) + (argument.object instanceof Memory m
                    && (argument.offset != 0 || argument.room != m.size) ? "[" + argument.offset + ", " + argument.room + "]"
                    : "");
            default -> "NULL";
        };
    }

    private static String text(Object object) {
        if (object instanceof Memory m) {
            return (m.type < STRUCTS.size() ? STRUCTS.get(m.type).getSimpleName() : m.kind.name())
                    + ":" + m.size + "{" + hex(m.literal) + (m.fixes.isEmpty() ? "" : " " + m.fixes) + "}";
        } else if (object instanceof Vector v) {
            return v.parts.stream().limit(5).map(p -> "{" + text(p.memory) + "@" + p.offset + "+" + p.room + ", "
                    + p.length + "}").collect(Collectors.joining(", ", "[" + v.parts.size() + ": ", "]"));
        } else if (object instanceof Messages m) {
            return m.list.stream().map(h -> "{" + text(h.name) + ", " + h.namelen + ", " + text(h.iov) + ", " + h.iovlen
                    + ", " + text(h.control) + ", " + h.controllen + ", " + h.flags + "}").collect(Collectors.joining(", "));
        }
        return "NULL";
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, 24)))
                + (bytes.length > 24 ? "..." : "");
    }
}
