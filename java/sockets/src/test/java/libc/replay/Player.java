package libc.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.errno;
import static libc.replay.Call.CLOSED;
import static libc.replay.Call.MARK;
import static libc.replay.Call.NONE;
import static libc.replay.Call.SLOTS;
import static libc.sys.Socket.*;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.BufferedInputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import libc.ErrnoException;
import libc.Errno;
import libc.Fcntl;
import libc.Fcntl.flock;
import libc.Poll;
import libc.Poll.pollfd;
import libc.Struct;
import libc.Time.itimerspec;
import libc.Unistd;
import libc.internal.memory.Guards;
import libc.linux.Filter.sock_filter;
import libc.linux.Filter.sock_fprog;
import libc.replay.Call.Function;
import libc.replay.Call.Kind;
import libc.replay.Call.Mode;
import libc.sys.Epoll;
import libc.sys.Epoll.epoll_event;
import libc.sys.Eventfd;
import libc.sys.Ioctl;
import libc.sys.Mman;
import libc.sys.Resource;
import libc.sys.Select;
import libc.sys.Select.fd_set;
import libc.sys.Sendfile;
import libc.sys.Timerfd;
import libc.sys.Uio;

/** What replay.c is in C, {@code Player [guarded]}: makes the calls on its standard input, and writes what came of them. */
final class Player {

    /** A piece of memory in Java's form, and what stood in it before. */
    private static final class Piece {
        private Kind kind;
        private int type;
        private int size;
        private int[] at;
        private int[] slots;
        private byte[] before;
        private Object memory;
        private ByteBuffer whole;
    }

    private static final class Entry {
        private int object;
        private int offset;
        private int room;
        private int length;
    }

    private static final class Group {
        private int kind;
        private int count;
        private Entry[] entries;
        private int[][] heads;
    }

    private static final class Argument {
        private int tag;
        private long number;
        private int object;
        private int offset;
        private int room;
    }

    private final int[] table = new int[SLOTS];
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final Map<Long, ByteBuffer> buffers = new HashMap<>();
    private ByteBuffer in;
    private Object[] objects;
    private Argument[] args;

    private Player() {
        for (int i = 0; i < SLOTS; i++) {
            table[i] = CLOSED + i;
        }
    }

    public static void main(String[] args) throws IOException {
        if (args.length > 0) {
            Guards.install();
        }
        Resource.rlimit limit = new Resource.rlimit();
        Errno.check(Resource.getrlimit(Resource.RLIMIT_NOFILE, limit));
        limit.rlim_cur = 4096;
        Errno.check(Resource.setrlimit(Resource.RLIMIT_NOFILE, limit));
        new Player().run();
    }

    private void run() throws IOException {
        try (DataInputStream calls = new DataInputStream(new BufferedInputStream(
                new FileInputStream(FileDescriptor.in), 1 << 16));
                OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            for (int index = 0;; index++) {
                byte[] length = calls.readNBytes(Integer.BYTES);
                if (length.length < Integer.BYTES) {
                    return;
                }
                int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
                in = ByteBuffer.wrap(calls.readNBytes(size)).order(ByteOrder.LITTLE_ENDIAN);
                out.write(replay(index)); // at once: if the next call ends the JVM, the last that is written tells which
            }
        }
    }

    private byte[] replay(int index) throws ErrnoException {
        bytes.reset();
        buffers.clear();
        Function function = Function.values()[in.get()];
        Mode mode = Mode.values()[in.get()];
        int thrown = in.get();
        objects = new Object[in.get() & 0xff];
        for (int i = 0; i < objects.length; i++) {
            objects[i] = object();
        }
        args = new Argument[in.get()];
        for (int i = 0; i < args.length; i++) {
            args[i] = argument();
        }
        put32(0);
        put32(index);
        put8(function.ordinal());
        put8(mode.ordinal());
        put64(0);
        put32(0);
        long result = -1;
        int failed = 0;
        String refused = null;
        try {
            result = call(function);
            failed = result == -1 ? errno() : 0;
            if (mode == Mode.REFUSED) {
                refused = "made: " + result;
            }
        } catch (RuntimeException | LinkageError | AssertionError e) {
            int what = e instanceof IndexOutOfBoundsException ? Call.INDEX
                    : e instanceof ReadOnlyBufferException ? Call.READ_ONLY
                    : e instanceof IllegalArgumentException ? Call.ARGUMENT : 0;
            if (mode != Mode.REFUSED || (thrown & what) == 0) {
                refused = e + Arrays.toString(Arrays.copyOf(e.getStackTrace(), 4));
            }
            result = -1;
            failed = 0;
        }
        if (mode == Mode.MADE && refused == null) {
            for (int i = 0; i < objects.length; i++) {
                if (objects[i] instanceof Piece piece) {
                    putMemory(i, piece);
                }
            }
        } else if (refused == null && mode != Mode.HALFWAY) {
            rewind();
        }
        if (refused != null) {
            rewind();
            bytes.writeBytes(refused.getBytes(UTF_8));
        } else if (mode == Mode.REFUSED) {
            result = -1;
            failed = 0;
        }
        byte[] record = bytes.toByteArray();
        ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).putInt(0, record.length - Integer.BYTES).putLong(10, result)
                .putInt(18, failed);
        return record;
    }

    /** Nothing but the head is written. */
    private void rewind() {
        byte[] head = Arrays.copyOf(bytes.toByteArray(), 22);
        bytes.reset();
        bytes.writeBytes(head);
    }

    // What is read

    private Object object() {
        int kind = in.get();
        if (kind == Call.VECTOR) {
            Group group = new Group();
            group.kind = kind;
            group.count = in.getInt();
            group.entries = new Entry[group.count];
            for (int i = 0; i < group.count; i++) {
                Entry e = group.entries[i] = new Entry();
                e.object = in.get() & 0xff;
                e.offset = in.getInt();
                e.room = in.getInt();
                e.length = in.getInt();
            }
            return group;
        } else if (kind == Call.MESSAGE || kind == Call.MESSAGES) {
            Group group = new Group();
            group.kind = kind;
            group.count = in.getInt();
            group.heads = new int[group.count][];
            for (int i = 0; i < group.count; i++) {
                group.heads[i] = new int[] {in.get() & 0xff, in.getInt(), in.get() & 0xff, in.getInt(), in.get() & 0xff,
                    in.getInt(), in.getInt(), in.getInt()};
            }
            return group;
        }
        Piece piece = new Piece();
        piece.kind = Kind.values()[kind];
        piece.type = in.get();
        piece.size = in.getInt();
        byte[] content = new byte[piece.size];
        int literal = in.getInt();
        in.get(content, 0, literal);
        Arrays.fill(content, literal, content.length, in.get());
        int fixes = in.get();
        piece.at = new int[fixes];
        piece.slots = new int[fixes];
        for (int i = 0; i < fixes; i++) {
            piece.at[i] = in.getInt();
            piece.slots[i] = in.getInt();
            int fd = table[piece.slots[i]];
            if (piece.type == 13) {
                if (fd < Select.FD_SETSIZE) {
                    content[fd / 8] |= (byte) (1 << fd % 8);
                }
            } else {
                wrap(content).putInt(piece.at[i], fd);
            }
        }
        piece.before = content;
        make(piece, content.clone());
        return piece;
    }

    private static ByteBuffer wrap(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void make(Piece piece, byte[] content) {
        switch (piece.kind) {
            case BYTES -> piece.memory = content;
            case INTS -> {
                int[] ints = new int[content.length / Integer.BYTES];
                wrap(content).asIntBuffer().get(ints);
                piece.memory = ints;
            }
            case LONGS -> {
                long[] longs = new long[content.length / Long.BYTES];
                wrap(content).asLongBuffer().get(longs);
                piece.memory = longs;
            }
            case STRUCT -> {
                Struct struct = Generator.struct(piece.type);
                struct.unpack(wrap(content));
                piece.memory = struct;
            }
            case STRUCTS -> {
                if (piece.type == 11) {
                    pollfd[] fds = pollfd.array(content.length / 8);
                    for (int i = 0; i < fds.length; i++) {
                        fds[i].unpack(wrap(content).position(8 * i));
                    }
                    piece.memory = fds;
                } else {
                    epoll_event[] events = epoll_event.array(content.length / 12);
                    for (int i = 0; i < events.length; i++) {
                        events[i].unpack(wrap(content).position(12 * i));
                    }
                    piece.memory = events;
                }
            }
            case STRING -> piece.memory = new String(content, 0, content.length - 1, UTF_8);
            case HEAP, HEAP_READ_ONLY -> piece.whole = ByteBuffer.wrap(content);
            case ARENA -> piece.whole = Arenas.allocate(content.length).put(0, content);
            case DIRECT, DIRECT_READ_ONLY -> piece.whole = ByteBuffer.allocateDirect(content.length).put(0, content);
        }
    }

    private byte[] content(Piece piece) {
        byte[] content = new byte[piece.size];
        switch (piece.kind) {
            case BYTES -> content = (byte[]) piece.memory;
            case INTS -> wrap(content).asIntBuffer().put((int[]) piece.memory);
            case LONGS -> wrap(content).asLongBuffer().put((long[]) piece.memory);
            case STRUCT -> ((Struct) piece.memory).pack(wrap(content));
            case STRUCTS -> {
                int at = 0;
                for (Struct struct : (Struct[]) piece.memory) {
                    struct.pack(wrap(content).position(at));
                    at += struct.size();
                }
            }
            case STRING -> content = piece.before.clone();
            default -> piece.whole.get(0, content);
        }
        return content;
    }

    private Argument argument() {
        Argument a = new Argument();
        a.tag = in.get();
        switch (a.tag) {
            case Call.NUMBER -> a.number = in.getLong();
            case Call.DESCRIPTOR -> a.number = in.getInt();
            case Call.POINTER -> {
                a.object = in.get() & 0xff;
                a.offset = in.getInt();
                a.room = in.getInt();
            }
            default -> { }
        }
        return a;
    }

    // What is written

    private void put8(int value) {
        bytes.write(value);
    }

    private void put32(int value) {
        bytes.write(number.putInt(0, value).array(), 0, Integer.BYTES);
    }

    private void put64(long value) {
        bytes.write(number.putLong(0, value).array(), 0, Long.BYTES);
    }

    private void closeSlot(int slot) {
        if (table[slot] < CLOSED) {
            setsockopt(table[slot], SOL_SOCKET, SO_LINGER, new linger(), 8);
            Unistd.close(table[slot]);
            table[slot] = CLOSED + slot;
        }
    }

    private int enter(int slot, int fd) {
        if (fd < 0) {
            return fd;
        }
        closeSlot(slot);
        table[slot] = fd;
        Fcntl.fcntl(fd, Fcntl.F_SETFL, Fcntl.fcntl(fd, Fcntl.F_GETFL) | Fcntl.O_NONBLOCK);
        return MARK + slot;
    }

    private int number(int i) {
        return (int) args[i].number;
    }

    private int fd(int i) {
        return args[i].tag == Call.DESCRIPTOR ? table[number(i)] : number(i);
    }

    /** The object that an argument points to, or null. */
    private Object object(int i) {
        return args[i].tag == Call.NULL ? null : view(args[i].object, args[i].offset, args[i].room);
    }

    private Object view(int object, int offset, int room) {
        if (object == NONE) {
            return null;
        }
        Piece piece = (Piece) objects[object];
        if (!piece.kind.isBuffer()) {
            return piece.memory;
        }
        return buffers.computeIfAbsent((long) object << 56 | (long) offset << 28 | room, key -> {
            ByteBuffer buffer = piece.kind.isReadOnly() ? piece.whole.asReadOnlyBuffer() : piece.whole.duplicate();
            return buffer.limit(offset + room).position(offset);
        });
    }

    private Object memory(int object) {
        return object == NONE ? null : ((Piece) objects[object]).memory;
    }

    private iovec[] vector(int object) {
        if (object == NONE) {
            return null;
        }
        Group group = (Group) objects[object];
        iovec[] iov = iovec.array(group.count);
        for (int i = 0; i < group.count; i++) {
            Entry e = group.entries[i];
            iov[i].iov_base = view(e.object, e.offset, e.room);
            iov[i].iov_len = e.length;
        }
        return iov;
    }

    private void fill(msghdr m, int[] head) {
        m.msg_name = (sockaddr) memory(head[0]);
        m.msg_namelen = head[1];
        m.msg_iov = vector(head[2]);
        m.msg_iovlen = head[3];
        m.msg_control = (byte[]) memory(head[4]);
        m.msg_controllen = head[5];
        m.msg_flags = head[6];
    }

    private void moved(int at) {
        if (args[at].tag == Call.POINTER && ((Piece) objects[args[at].object]).kind.isBuffer()) {
            put32(((ByteBuffer) object(at)).position() - args[at].offset);
        }
    }

    private void movedVector(int object) {
        if (object == NONE) {
            return;
        }
        Group group = (Group) objects[object];
        for (int i = 0; i < group.count; i++) {
            Entry e = group.entries[i];
            boolean twice = false;
            for (int k = 0; k < group.count; k++) {
                Entry other = group.entries[k];
                twice |= k != i && e.object == other.object && e.offset == other.offset && e.room == other.room;
            }
            if (!twice && e.object != NONE && ((Piece) objects[e.object]).kind.isBuffer()) {
                put32(((ByteBuffer) view(e.object, e.offset, e.room)).position() - e.offset);
            }
        }
    }

    /** What is this process's own in control data: numbers of descriptors, its id, the time. */
    private void maskControl(byte[] control, int length) {
        ByteBuffer c = wrap(control);
        for (int at = 0; length - at >= 16;) {
            long len = c.getLong(at);
            if (len < 16 || len > length - at) {
                return;
            }
            int n = (int) len - 16;
            int type = c.getInt(at + 12);
            if (c.getInt(at + 8) == SOL_SOCKET) {
                if (type == SCM_RIGHTS) {
                    for (int i = 0; i + 4 <= n; i += 4) {
                        c.putInt(at + 16 + i, enter(SLOTS - 1 - i / 4 % 4, c.getInt(at + 16 + i)));
                    }
                } else if (type == 4) {
                    Unistd.close(c.getInt(at + 16));
                    Arrays.fill(control, at + 16, at + 16 + n, (byte) 0);
                } else if (type == SCM_CREDENTIALS && n >= 4) {
                    c.putInt(at + 16, 0);
                } else if (type == 29 || type == 35 || type == 37 || type == 54 || type >= 63) {
                    Arrays.fill(control, at + 16, at + 16 + n, (byte) 0);
                }
            }
            at += (int) len + 7 & -8;
        }
    }

    /** What the kernel has chosen in an address: a port, a netlink port, a name. */
    private static void maskAddress(byte[] a) {
        int family = wrap(a).getShort(0);
        if ((family == AF_INET || family == AF_INET6) && (a[2] & 0x80) != 0) {
            a[2] = -1;
            a[3] = -1;
        } else if (family == AF_NETLINK && a.length >= 8) {
            int pid = wrap(a).getInt(4);
            if (pid < 0 || pid > 100) {
                wrap(a).putInt(4, 0x7f7f7f7f);
            }
        } else if (family == AF_UNIX && a.length >= 8 && a[2] == 0) {
            for (int i = 3; i < 8 && "0123456789abcdef".indexOf(a[i]) >= 0; i++) {
                a[i] = 'x';
            }
        }
    }

    private void putMemory(int i, Piece piece) {
        byte[] after = content(piece);
        if (piece.type == 13) {
            put8(i);
            put32(java.util.BitSet.valueOf(after).cardinality());
            for (int slot : piece.slots) {
                put8(table[slot] < Select.FD_SETSIZE && (after[table[slot] / 8] & 1 << table[slot] % 8) != 0 ? 1 : 0);
            }
            return;
        }
        for (int k = 0; k < piece.at.length; k++) {
            if (wrap(after).getInt(piece.at[k]) == wrap(piece.before).getInt(piece.at[k])) {
                wrap(after).putInt(piece.at[k], MARK + piece.slots[k]);
                wrap(piece.before).putInt(piece.at[k], MARK + piece.slots[k]);
            }
        }
        if (Arrays.equals(after, piece.before)) {
            return;
        }
        if (piece.kind == Kind.STRUCT && piece.type < Call.ADDRESSES) {
            maskAddress(after);
        }
        if (piece.kind == Kind.STRUCT && piece.type == 9) {
            ByteBuffer t = wrap(after);
            if (t.getLong(16) != 0 || t.getLong(24) != 0) {
                t.putLong(16, 1).putLong(24, 1);
            }
        }
        put8(i);
        put32(after.length);
        if (after.length > Call.LARGE) {
            long hash = -3750763034362895579L;
            for (byte b : after) {
                hash = (hash ^ b & 0xff) * 1099511628211L;
            }
            put64(hash);
        } else {
            bytes.writeBytes(after);
        }
    }

    private void putHead(int[] head, msghdr m, int len, long n, boolean receives) {
        put32(m.msg_namelen);
        put32(m.msg_controllen);
        put32(m.msg_flags);
        put32(len);
        if (receives && n >= 0 && m.msg_control != null && m.msg_controllen >= 0
                && m.msg_controllen <= m.msg_control.length) {
            maskControl(m.msg_control, m.msg_controllen);
        }
        movedVector(head[2]);
    }

    private long message(boolean receives) {
        int fd = fd(0);
        int flags = number(2);
        if (args[1].tag == Call.NULL) {
            return receives ? recvmsg(fd, null, flags) : sendmsg(fd, null, flags);
        }
        int[] head = ((Group) objects[args[1].object]).heads[0];
        msghdr m = new msghdr();
        fill(m, head);
        int n = receives ? recvmsg(fd, m, flags) : sendmsg(fd, m, flags);
        int failed = errno();
        putHead(head, m, 0, n, receives);
        errno(failed);
        return n;
    }

    private long many(boolean receives) {
        int vlen = number(2);
        int flags = number(3);
        Group group = args[1].tag == Call.NULL ? null : (Group) objects[args[1].object];
        mmsghdr[] m = group == null ? null : mmsghdr.array(group.count);
        for (int i = 0; group != null && i < group.count; i++) {
            fill(m[i].msg_hdr, group.heads[i]);
            m[i].msg_len = group.heads[i][7];
        }
        int n = receives ? recvmmsg(fd(0), m, vlen, flags, (timespec) object(4)) : sendmmsg(fd(0), m, vlen, flags);
        int failed = errno();
        for (int i = 0; group != null && i < group.count; i++) {
            putHead(group.heads[i], m[i].msg_hdr, m[i].msg_len, i < n ? m[i].msg_len : -1, receives);
        }
        errno(failed);
        return n;
    }

    private long vectors(Function function) {
        int object = args[1].tag == Call.NULL ? NONE : args[1].object;
        iovec[] iov = vector(object);
        int count = number(2);
        int n = switch (function) {
            case READV -> Uio.readv(fd(0), iov, count);
            case WRITEV -> Uio.writev(fd(0), iov, count);
            case PREADV -> Uio.preadv(fd(0), iov, count, args[3].number);
            case PWRITEV -> Uio.pwritev(fd(0), iov, count, args[3].number);
            case PREADV2 -> Uio.preadv2(fd(0), iov, count, args[3].number, number(4));
            default -> Uio.pwritev2(fd(0), iov, count, args[3].number, number(4));
        };
        int failed = errno();
        movedVector(object);
        errno(failed);
        return n;
    }

    private long walk() {
        msghdr m = new msghdr();
        m.msg_control = (byte[]) object(0);
        m.msg_controllen = number(1);
        int n = 0;
        for (cmsghdr c = CMSG_FIRSTHDR(m); c != null; c = CMSG_NXTHDR(m, c)) {
            put32(c.cmsg_len());
            put32(c.cmsg_level());
            put32(c.cmsg_type());
            n++;
        }
        return n;
    }

    private long pair(int result, int i, int slot) {
        if (result == 0) {
            int[] sv = (int[]) object(i);
            sv[0] = enter(number(slot), sv[0]);
            sv[1] = enter(number(slot) + 1, sv[1]);
        }
        return result;
    }

    private sockaddr address(int i) {
        return (sockaddr) object(i);
    }

    /** The overload for what a {@code void *} is; those that take numbers and structs are found where there are any. */
    private static int transfer(String function, Object[] arguments, Class<?>... types) {
        try {
            Method method = libc.sys.Socket.class.getMethod(function, types);
            return (int) method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> type(Object memory) {
        return memory instanceof Struct ? Struct.class : memory.getClass();
    }

    private long transfer(Function f) {
        int fd = fd(0);
        Object memory = object(1);
        int off = args[1].offset;
        int len = number(2);
        int flags = args.length > 3 ? number(3) : 0;
        byte[] b = memory instanceof byte[] bytes ? bytes : null;
        ByteBuffer buffer = memory instanceof ByteBuffer given ? given : null;
        String s = memory instanceof String string ? string : null;
        boolean bytes = memory == null || b != null;
        boolean part = bytes && off != 0;
        long n = switch (f) {
            case SEND -> part ? send(fd, b, off, len, flags) : bytes ? send(fd, b, len, flags)
                    : buffer != null ? send(fd, buffer, flags) : s != null ? send(fd, s, len, flags)
                    : transfer("send", new Object[] {fd, memory, len, flags}, int.class, type(memory), int.class, int.class);
            case SENDTO -> part ? sendto(fd, b, off, len, flags, address(4), number(5))
                    : bytes ? sendto(fd, b, len, flags, address(4), number(5))
                    : buffer != null ? sendto(fd, buffer, flags, address(4), number(5))
                    : s != null ? sendto(fd, s, len, flags, address(4), number(5))
                    : transfer("sendto", new Object[] {fd, memory, len, flags, address(4), number(5)}, int.class, type(memory),
                            int.class, int.class, sockaddr.class, int.class);
            case RECV -> part ? recv(fd, b, off, len, flags) : bytes ? recv(fd, b, len, flags)
                    : buffer != null ? recv(fd, buffer, flags)
                    : transfer("recv", new Object[] {fd, memory, len, flags}, int.class, type(memory), int.class, int.class);
            case RECVFROM -> part ? recvfrom(fd, b, off, len, flags, address(4), (int[]) object(5))
                    : bytes ? recvfrom(fd, b, len, flags, address(4), (int[]) object(5))
                    : buffer != null ? recvfrom(fd, buffer, flags, address(4), (int[]) object(5))
                    : transfer("recvfrom", new Object[] {fd, memory, len, flags, address(4), object(5)}, int.class,
                            type(memory), int.class, int.class, sockaddr.class, int[].class);
            case READ -> part ? Unistd.read(fd, b, off, len) : bytes ? Unistd.read(fd, b, len)
                    : buffer != null ? Unistd.read(fd, buffer) : memory instanceof int[] ints ? Unistd.read(fd, ints, len)
                    : memory instanceof long[] longs ? Unistd.read(fd, longs, len)
                    : Unistd.read(fd, (Struct) memory, len);
            default -> part ? Unistd.write(fd, b, off, len) : bytes ? Unistd.write(fd, b, len)
                    : buffer != null ? Unistd.write(fd, buffer) : s != null ? Unistd.write(fd, s, len)
                    : memory instanceof int[] ints ? Unistd.write(fd, ints, len)
                    : memory instanceof long[] longs ? Unistd.write(fd, longs, len)
                    : Unistd.write(fd, (Struct) memory, len);
        };
        int failed = errno();
        moved(1);
        errno(failed);
        return n;
    }

    private long option(Function f) {
        int fd = fd(0);
        int level = number(1);
        int name = number(2);
        Object value = object(3);
        if (f == Function.SETSOCKOPT) {
            int len = number(4);
            return value == null ? setsockopt(fd, level, name, (byte[]) null, len)
                    : value instanceof byte[] b ? setsockopt(fd, level, name, b, len)
                    : value instanceof int[] i ? setsockopt(fd, level, name, i, len)
                    : value instanceof long[] l ? setsockopt(fd, level, name, l, len)
                    : value instanceof ByteBuffer b ? setsockopt(fd, level, name, b)
                    : setsockopt(fd, level, name, (Struct) value, len);
        }
        if (value instanceof ByteBuffer b) {
            int n = getsockopt(fd, level, name, b);
            int failed = errno();
            moved(3);
            errno(failed);
            return n;
        }
        int[] len = (int[]) object(4);
        return value == null ? getsockopt(fd, level, name, (byte[]) null, len)
                : value instanceof byte[] b ? getsockopt(fd, level, name, b, len)
                : value instanceof int[] i ? getsockopt(fd, level, name, i, len)
                : value instanceof long[] l ? getsockopt(fd, level, name, l, len)
                : getsockopt(fd, level, name, (Struct) value, len);
    }

    private long request() {
        int fd = fd(0);
        long request = args[1].number;
        Object argument = object(2);
        int n = argument == null ? Ioctl.ioctl(fd, request, (byte[]) null)
                : argument instanceof byte[] b ? Ioctl.ioctl(fd, request, b)
                : argument instanceof int[] i ? Ioctl.ioctl(fd, request, i)
                : argument instanceof long[] l ? Ioctl.ioctl(fd, request, l)
                : argument instanceof ByteBuffer b ? Ioctl.ioctl(fd, request, b)
                : Ioctl.ioctl(fd, request, (Struct) argument);
        int failed = errno();
        moved(2);
        errno(failed);
        return n;
    }

    private int control() {
        int n = Fcntl.fcntl(fd(0), number(1), fd(2));
        return number(1) == Fcntl.F_DUPFD || number(1) == Fcntl.F_DUPFD_CLOEXEC ? enter(number(3), n) : n;
    }

    private static sock_fprog program(byte[] instructions, int len) {
        sock_filter[] filter = instructions == null ? null : sock_filter.array(instructions.length / 8);
        for (int i = 0; filter != null && i < filter.length; i++) {
            filter[i].unpack(wrap(instructions).position(8 * i));
        }
        return new sock_fprog(len, filter);
    }

    private static int atMostZero(int n) {
        return Math.min(n, 0);
    }

    private long call(Function f) {
        return switch (f) {
            case RESET -> {
                for (int i = 0; i < SLOTS; i++) {
                    closeSlot(i);
                }
                Arenas.close();
                for (char c = '0'; c < '6'; c++) {
                    Unistd.unlink("s" + c);
                }
                yield 0;
            }
            case CLOSE -> {
                closeSlot(number(0));
                yield 0;
            }
            case SOCKET -> enter(number(3), socket(number(0), number(1), number(2)));
            case SOCKETPAIR -> pair(socketpair(number(0), number(1), number(2), (int[]) object(3)), 3, 4);
            case BIND -> bind(fd(0), address(1), number(2));
            case CONNECT -> connect(fd(0), address(1), number(2));
            case LISTEN -> listen(fd(0), number(1));
            case ACCEPT -> enter(number(3), accept(fd(0), address(1), (int[]) object(2)));
            case ACCEPT4 -> enter(number(4), accept4(fd(0), address(1), (int[]) object(2), number(3)));
            case SHUTDOWN -> shutdown(fd(0), number(1));
            case GETSOCKNAME -> getsockname(fd(0), address(1), (int[]) object(2));
            case GETPEERNAME -> getpeername(fd(0), address(1), (int[]) object(2));
            case GETSOCKOPT, SETSOCKOPT -> option(f);
            case SEND, SENDTO, RECV, RECVFROM, READ, WRITE -> transfer(f);
            case SENDMSG -> message(false);
            case RECVMSG -> message(true);
            case SENDMMSG -> many(false);
            case RECVMMSG -> many(true);
            case READV, WRITEV, PREADV, PWRITEV, PREADV2, PWRITEV2 -> vectors(f);
            case DUP -> enter(number(1), Unistd.dup(fd(0)));
            case DUP2 -> atMostZero(Unistd.dup2(fd(0), fd(1)));
            case DUP3 -> atMostZero(Unistd.dup3(fd(0), fd(1), number(2)));
            case POLL -> Poll.poll((pollfd[]) object(0), number(1), number(2));
            case PPOLL -> Poll.ppoll((pollfd[]) object(0), number(1), (timespec) object(2), (sigset_t) object(3));
            case SELECT -> Select.select(number(0), (fd_set) object(1), (fd_set) object(2), (fd_set) object(3),
                    (timeval) object(4));
            case EPOLL_CREATE1 -> enter(number(1), Epoll.epoll_create1(number(0)));
            case EPOLL_CTL -> Epoll.epoll_ctl(fd(0), number(1), fd(2), (epoll_event) object(3));
            case EPOLL_WAIT -> Epoll.epoll_wait(fd(0), (epoll_event[]) object(1), number(2), number(3));
            case EPOLL_PWAIT -> Epoll.epoll_pwait(fd(0), (epoll_event[]) object(1), number(2), number(3),
                    (sigset_t) object(4));
            case FCNTL -> control();
            case FCNTL_POINTER -> object(2) instanceof long[] hint ? Fcntl.fcntl(fd(0), number(1), hint)
                    : Fcntl.fcntl(fd(0), number(1), (flock) object(2));
            case IOCTL -> request();
            case PIPE2 -> pair(Unistd.pipe2((int[]) object(0), number(1)), 0, 2);
            case EVENTFD -> enter(number(2), Eventfd.eventfd(number(0), number(1)));
            case EVENTFD_READ -> Eventfd.eventfd_read(fd(0), (long[]) object(1));
            case EVENTFD_WRITE -> Eventfd.eventfd_write(fd(0), args[1].number);
            case TIMERFD_CREATE -> enter(number(2), Timerfd.timerfd_create(number(0), number(1)));
            case TIMERFD_SETTIME -> Timerfd.timerfd_settime(fd(0), number(1), (itimerspec) object(2),
                    (itimerspec) object(3));
            case TIMERFD_GETTIME -> Timerfd.timerfd_gettime(fd(0), (itimerspec) object(1));
            case SENDFILE -> Sendfile.sendfile(fd(0), fd(1), (long[]) object(2), args[3].number);
            case SPLICE -> Fcntl.splice(fd(0), (long[]) object(1), fd(2), (long[]) object(3), args[4].number, number(5));
            case TEE -> Fcntl.tee(fd(0), fd(1), args[2].number, number(3));
            case MEMFD_CREATE -> enter(number(2), Mman.memfd_create((String) object(0), number(1)));
            case OPEN -> enter(number(3), Fcntl.open((String) object(0), number(1), number(2)));
            case INET_PTON -> libc.arpa.Inet.inet_pton(number(0), (String) object(1), (byte[]) object(2));
            case INET_NTOP -> libc.arpa.Inet.inet_ntop(number(0), (byte[]) object(1), (byte[]) object(2), number(3)) == null
                    ? -1 : 1;
            case CMSG -> walk();
            case SOCKATMARK -> sockatmark(fd(0));
            case ISFDTYPE -> isfdtype(fd(0), number(1));
            case PSELECT -> Select.pselect(number(0), (fd_set) object(1), (fd_set) object(2), (fd_set) object(3),
                    (timespec) object(4), (sigset_t) object(5));
            case EPOLL_PWAIT2 -> Epoll.epoll_pwait2(fd(0), (epoll_event[]) object(1), number(2), (timespec) object(3),
                    (sigset_t) object(4));
            case ATTACH_FILTER -> setsockopt(fd(0), SOL_SOCKET, number(1), program((byte[]) object(2), number(3)), number(4));
        };
    }
}
