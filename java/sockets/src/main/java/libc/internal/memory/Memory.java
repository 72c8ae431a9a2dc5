package libc.internal.memory;

import static libc.bits.Socket.MSG_TRUNC;
import static libc.bits.Socket.MSG_ZEROCOPY;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import libc.Struct;
import libc.internal.call.Caller;
import libc.internal.call.Function;
import libc.internal.call.Native;
import libc.internal.call.Watch;

/**
 * A thread's memory for the length of one call. Here, and only here, Java's memory becomes C's: {@code byte[]}, {@code int[]},
 * {@code long[]}, {@link ByteBuffer}, a {@link Struct} or an array of them, to send also a String.
 *
 * <pre>{@code
 * try (Memory m = memory()) {
 *     return result(BIND, m.call(BIND, sockfd, m.in(addr, addrlen), addrlen));
 * }
 * }</pre>
 *
 * <p>{@code in} and its like check ranges, copy what C is to read, and return an address. Of a direct buffer that is the buffer's
 * own; a call that such an address goes to is made by {@link #call}. {@code back} and its like copy what C has written, and no more.
 *
 * <p>Rooms lie one behind the other in the thread's own block, what does not fit there in a block of a pool that all threads share,
 * and what is larger than that is allocated by malloc(3). The end of the call gives all back, an exception or not. A call within a
 * call, which a struct of the user's may make while it is copied, has a memory of its own.
 */
public final class Memory implements AutoCloseable, Caller.Rooms {

    private static final int ALIGNMENT = 8;
    private static final int STAGE = 4096;

    /** The size of a block that is not there: a room of no bytes does not fit there either, and is not NULL. */
    private static final int NONE = -1;

    /** {@code sizeof(struct sockaddr_storage)}, which is what the kernel keeps an address in. */
    private static final int LARGEST_ADDRESS = 128;

    /** Who has memory for rooms instead of the blocks: a test that has them between pages which nobody may touch. */
    interface Source {
        long allocate(int size);

        void free(long address, int size);
    }

    /** Null but in that test, which sets it before the first call. */
    static Source source;

    private final Caller caller;
    private final long own;
    private final int ownSize;
    private final ByteBuffer view;
    private final ByteBuffer window;

    private boolean isOpen;
    private int next;

    /** Whether there is more to give back than the own block. */
    private boolean hasMore;
    private Block block;
    private int blockNext;
    private long[] large = new long[2];
    private int[] largeSizes = new int[2];
    private int larges;
    private Object[] held;
    private int heldCount;
    private List<Lent> watched;

    private ByteBuffer stage;
    private Messages messages;
    private Memory inner;

    private record Lent(ByteBuffer buffer, long address) {}

    /** The memory of a call within a call has no block of its own. */
    private Memory(Caller caller, long block, int size, ByteBuffer view) {
        this.caller = caller;
        own = block;
        ownSize = size;
        this.view = view;
        window = view == null ? null : view.duplicate().order(ByteOrder.nativeOrder());
    }

    /**
     * How many bytes there are.
     *
     * @throws IllegalArgumentException if it is not memory
     */
    public static int size(Object memory) {
        return Pointee.of(memory).size(memory);
    }

    /** Begins a call of this thread. */
    public static Memory memory() {
        Caller caller = Caller.current();
        Memory memory = (Memory) caller.rooms;
        if (memory == null || memory.isOpen) {
            memory = memory == null ? first(caller) : memory.within();
        }
        memory.isOpen = true;
        return memory;
    }

    private static Memory first(Caller caller) {
        Memory memory = source != null ? new Memory(caller, 0, NONE, null)
                : new Memory(caller, caller.block + Caller.ERRNO, Caller.BLOCK - Caller.ERRNO,
                        caller.view.slice(Caller.ERRNO, Caller.BLOCK - Caller.ERRNO).order(ByteOrder.nativeOrder()));
        caller.rooms = memory;
        caller.freeEnded();
        return memory;
    }

    private Memory within() {
        if (inner == null) {
            inner = new Memory(caller, 0, NONE, null);
        }
        return inner.isOpen ? inner.within() : inner;
    }

    /** Ends the call. */
    @Override
    public void close() {
        next = 0;
        isOpen = false;
        if (hasMore) {
            giveBack();
        }
    }

    private void giveBack() {
        hasMore = false;
        if (block != null) {
            block.giveBack(caller);
            block = null;
        }
        while (larges > 0) {
            larges--;
            if (source != null) {
                source.free(large[larges], largeSizes[larges]);
            } else {
                Native.free(caller, large[larges]);
            }
        }
        if (heldCount > 0) {
            Arrays.fill(held, 0, heldCount, null);
            heldCount = 0;
        }
        if (messages != null) {
            messages.forget();
        }
        watched = null;
    }

    // Rooms

    /** Room of {@code size} bytes, with whatever was left in it. */
    public long room(int size) {
        if (size <= ownSize - next) {
            long at = own + next;
            next += size + ALIGNMENT - 1 & -ALIGNMENT;
            return at;
        }
        return more(size);
    }

    private long more(int size) {
        hasMore = true;
        if (size <= Block.SIZE && source == null) {
            if (block == null) {
                block = Block.borrow(caller);
                blockNext = 0;
            }
            if (size <= Block.SIZE - blockNext) {
                long at = block.address + blockNext;
                blockNext += size + ALIGNMENT - 1 & -ALIGNMENT;
                return at;
            }
        }
        if (larges == large.length) {
            large = Arrays.copyOf(large, 2 * larges);
            largeSizes = Arrays.copyOf(largeSizes, 2 * larges);
        }
        long at = source != null ? source.allocate(size) : Native.malloc(caller, size);
        large[larges] = at;
        largeSizes[larges++] = size;
        return at;
    }

    /** Whether an address is that of a room, and not of a buffer's own memory. */
    private boolean isRoom(long at) {
        return at - own >= 0 && at - own < ownSize || block != null && block.has(at) || larges > 0 && isLarge(at);
    }

    private boolean isLarge(long at) {
        for (int i = 0; i < larges; i++) {
            if (at >= large[i] && at - large[i] < largeSizes[i]) {
                return true;
            }
        }
        return false;
    }

    /** A buffer of {@code size} bytes at a room, or null where there is no view of it. */
    private ByteBuffer window(long at, int size) {
        if (at - own >= 0 && at - own < ownSize) {
            return part(window, (int) (at - own), size);
        }
        return block != null && block.has(at) ? part(block.view, (int) (at - block.address), size) : null;
    }

    private static ByteBuffer part(ByteBuffer view, int at, int size) {
        return view.limit(at + size).position(at);
    }

    private ByteBuffer stage(int size) {
        if (stage == null || stage.capacity() < size) {
            ByteBuffer made = ByteBuffer.allocate(Math.max(size, STAGE)).order(ByteOrder.nativeOrder());
            if (size > STAGE) {
                return made;
            }
            stage = made;
        }
        return part(stage, 0, size);
    }

    // Copies

    /** Copies bytes to a room. */
    void write(long at, byte[] bytes, int off, int len) {
        Native.copyIn(bytes, off, at, len);
    }

    /** Copies bytes from a room. */
    public void read(long at, byte[] bytes, int off, int len) {
        Native.copyOut(at, bytes, off, len);
    }

    /** Copies elements to a room; what has no view of its own gets them by pieces. */
    private <T> void write(long at, Pointee<T> pointee, T memory, int first, int count) {
        int element = pointee.element(memory);
        ByteBuffer whole = window(at, count * element);
        if (whole != null) {
            pointee.pack(memory, first, count, whole);
            return;
        }
        int most = Math.max(1, STAGE / element);
        for (int done = 0; done < count; done += most) {
            int some = Math.min(most, count - done);
            ByteBuffer piece = stage(some * element);
            pointee.pack(memory, first + done, some, piece);
            Native.copyIn(piece.array(), 0, at + (long) done * element, some * element);
        }
    }

    /** Copies elements from a room. */
    private <T> void read(long at, Pointee<T> pointee, T memory, int first, int count) {
        int element = pointee.element(memory);
        ByteBuffer whole = window(at, count * element);
        if (whole != null) {
            pointee.unpack(memory, first, count, whole);
            return;
        }
        int most = Math.max(1, STAGE / element);
        for (int done = 0; done < count; done += most) {
            int some = Math.min(most, count - done);
            ByteBuffer piece = stage(some * element);
            Native.copyOut(at + (long) done * element, piece.array(), 0, some * element);
            pointee.unpack(memory, first + done, some, piece);
        }
    }

    private void write(long at, ByteBuffer buffer, int position, int len) {
        if (buffer.hasArray()) {
            write(at, buffer.array(), buffer.arrayOffset() + position, len);
        } else {
            write(at, Pointee.of(buffer), buffer, position, len);
        }
    }

    private void read(long at, ByteBuffer buffer, int position, int len) {
        if (buffer.hasArray()) {
            read(at, buffer.array(), buffer.arrayOffset() + position, len);
        } else {
            read(at, Pointee.of(buffer), buffer, position, len);
        }
    }

    /** Writes a struct to room of {@code size} bytes, beyond which it cannot get whatever its fields are. */
    private void write(long at, Struct struct, int size) {
        ByteBuffer there = window(at, size);
        if (there != null) {
            struct.pack(there);
        } else {
            ByteBuffer piece = stage(size);
            struct.pack(piece);
            Native.copyIn(piece.array(), 0, at, size);
        }
    }

    private void read(long at, Struct struct, int size) {
        ByteBuffer there = window(at, size);
        if (there == null) {
            there = stage(size);
            Native.copyOut(at, there.array(), 0, size);
        }
        struct.unpack(there);
    }

    /** Writes 4 bytes to a room. */
    public void putInt(long at, int value) {
        if (at - own >= 0 && at - own < ownSize) {
            view.putInt((int) (at - own), value);
        } else {
            Native.putInt(at, value);
        }
    }

    /** Writes 8 bytes to a room. */
    public void putLong(long at, long value) {
        if (at - own >= 0 && at - own < ownSize) {
            view.putLong((int) (at - own), value);
        } else {
            Native.putLong(at, value);
        }
    }

    /** Reads 4 bytes of a room. */
    public int getInt(long at) {
        return at - own >= 0 && at - own < ownSize ? view.getInt((int) (at - own)) : Native.getInt(at);
    }

    /** Reads 8 bytes of a room. */
    public long getLong(long at) {
        return at - own >= 0 && at - own < ownSize ? view.getLong((int) (at - own)) : Native.getLong(at);
    }

    // What C reads

    /**
     * {@code len} bytes of an array, from {@code off}.
     *
     * @throws IndexOutOfBoundsException if it does not have them
     */
    public long in(byte[] bytes, int off, int len) {
        if (bytes == null) {
            return nothing(len);
        }
        Objects.checkFromIndexSize(off, len, bytes.length);
        long at = room(len);
        write(at, bytes, off, len);
        return at;
    }

    /**
     * {@code len} bytes of what a {@code void *} can point to, from {@code off}.
     *
     * @throws IndexOutOfBoundsException if it does not have them
     * @throws IllegalArgumentException if it is not memory
     */
    public long in(Object memory, int off, int len) {
        if (memory == null) {
            return nothing(len);
        } else if (memory instanceof byte[] bytes) {
            return in(bytes, off, len);
        } else if (memory instanceof ByteBuffer buffer) {
            return in(buffer, buffer.position() + off, len, true);
        }
        Pointee<Object> pointee = Pointee.of(memory);
        Objects.checkFromIndexSize(off, len, pointee.size(memory));
        int count = pointee.count(memory, len);
        long at = room(count * pointee.element(memory));
        if (count > 0) {
            write(at, pointee, memory, off, count);
        }
        return at;
    }

    /** A buffer from an index on, whose own memory C gets if it can be; else room, with its bytes if C reads them. */
    long in(ByteBuffer buffer, int position, int len, boolean isRead) {
        Objects.checkFromIndexSize(position, len, buffer.limit());
        if (buffer.isDirect()) {
            long at = lend(buffer);
            if (at != 0) {
                return at + position;
            } else if (len > 0) {
                buffer.get(position); // a closed arena, or another thread's, refuses now and not when data is there
            }
        }
        long at = room(len);
        if (isRead) {
            write(at, buffer, position, len);
        }
        return at;
    }

    /** The address of a direct buffer's index 0, whose arena is held open by {@link #call}; 0 if C has to get a copy. */
    private long lend(ByteBuffer buffer) {
        var lent = Native.lend(buffer);
        if (lent.held() != null) {
            if (held == null) {
                held = new Object[Native.HELD];
            } else if (heldCount == Native.HELD) {
                return 0;
            }
            held[heldCount++] = lent.held();
            hasMore = true;
        }
        if (Watch.isOn()) {
            if (watched == null) {
                watched = new ArrayList<>();
                hasMore = true;
            }
            watched.add(new Lent(buffer, lent.address()));
        }
        return lent.address();
    }

    /** {@link #inOut(Object, int, int)} of which C gets a copy in any case. */
    public long copied(Object memory, int off, int len) {
        return copied(memory, off, len, len);
    }

    /** {@link #copied(Object, int, int)} to room of at least so much, zeros behind the copy. */
    public long copied(Object memory, int off, int len, int least) {
        if (memory == null) {
            return nothing(len);
        }
        checkWritable(memory);
        Pointee<Object> pointee = Pointee.of(memory);
        int first = memory instanceof ByteBuffer buffer ? buffer.position() + off : off;
        Objects.checkFromIndexSize(first, len, memory instanceof ByteBuffer buffer ? buffer.limit() : pointee.size(memory));
        int count = pointee.count(memory, len);
        int size = count * pointee.element(memory);
        long at = room(Math.max(size, least));
        if (least > size) {
            write(at + size, new byte[least - size], 0, least - size);
        }
        if (count > 0) {
            write(at, pointee, memory, first, count);
        }
        return at;
    }

    private static long nothing(int len) {
        Objects.checkFromIndexSize(0, len, Integer.MAX_VALUE);
        return 0;
    }

    /**
     * {@link #in(Object, int, int)} for a send. With MSG_ZEROCOPY the kernel reads the memory after the call too, when a copy
     * would hold something else already.
     *
     * @throws IllegalArgumentException if with MSG_ZEROCOPY it would be a copy
     */
    public long in(Object memory, int off, int len, int flags) {
        checkZeroCopy(flags, memory);
        return in(memory, off, len);
    }

    /** {@link #in(Object, int, int, int)} of bytes. */
    public long in(byte[] bytes, int off, int len, int flags) {
        checkZeroCopy(flags, bytes);
        return in(bytes, off, len);
    }

    /** Refuses with MSG_ZEROCOPY what would be a copy, or what an arena might free. */
    static void checkZeroCopy(int flags, Object memory) {
        if ((flags & MSG_ZEROCOPY) != 0 && memory != null && !(memory instanceof ByteBuffer buffer && isForGood(buffer))) {
            throw new IllegalArgumentException("MSG_ZEROCOPY needs a direct ByteBuffer that is not from an arena");
        }
    }

    private static boolean isForGood(ByteBuffer buffer) {
        if (!buffer.isDirect()) {
            return false;
        }
        var lent = Native.lend(buffer);
        return lent.address() != 0 && lent.held() == null;
    }

    /** A struct, or null. */
    public long in(Struct struct) {
        if (struct == null) {
            return 0;
        }
        int size = struct.size();
        long at = room(size);
        write(at, struct, size);
        return at;
    }

    /**
     * A socket address, or null, of which C reads or writes at most {@code addrlen} bytes, and of a negative length as many as it
     * has for any address.
     *
     * @throws IndexOutOfBoundsException if it is shorter
     */
    public long in(Struct addr, int addrlen) {
        if (addr != null && addrlen > addr.size()) {
            throw shorter(addr, addrlen);
        } else if (addr != null && addrlen < 0) {
            long at = room(Math.max(addr.size(), LARGEST_ADDRESS));
            write(at, addr, addr.size());
            return at;
        }
        return in(addr);
    }

    /** {@link #in(Struct, int)} and a NUL behind it, where a sun_path ends that fills its array. */
    public long terminated(Struct addr, int addrlen) {
        if (addrlen > addr.size()) {
            throw shorter(addr, addrlen);
        }
        int size = addr.size();
        long at = room(size + Long.BYTES);
        write(at, addr, size);
        putLong(at + size, 0);
        return at;
    }

    private static IndexOutOfBoundsException shorter(Struct addr, int addrlen) {
        return new IndexOutOfBoundsException("addrlen " + addrlen + " of an address of " + addr.size() + " bytes");
    }

    /** A variable, or null. */
    public long in(int[] variable) {
        return variable == null ? 0 : in(variable[0]);
    }

    /** A variable that was read already. */
    public long in(int value) {
        long at = room(Integer.BYTES);
        putInt(at, value);
        return at;
    }

    /** A variable, or null. */
    public long in(long[] variable) {
        if (variable == null) {
            return 0;
        }
        long at = room(Long.BYTES);
        putLong(at, variable[0]);
        return at;
    }

    /**
     * A {@code const char *}, NUL-terminated, or null.
     *
     * @throws IllegalArgumentException if there is a NUL inside
     */
    public long in(String string) {
        if (string == null) {
            return 0;
        }
        byte[] bytes = bytes(string);
        return in(bytes, 0, bytes.length);
    }

    /**
     * The bytes of a C string, NUL-terminated.
     *
     * @throws IllegalArgumentException if there is a NUL inside
     */
    public static byte[] bytes(String string) {
        if (string.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a NUL at " + string.indexOf('\0') + " of \"" + string + '"');
        }
        return Pointee.terminated(string);
    }

    /** A {@code char *const[]} that ends with NULL, of the strings before the first null. */
    public long in(String[] strings) {
        int count = 0;
        String[] all = strings.clone(); // another thread may change it meanwhile
        while (count < all.length && all[count] != null) {
            count++;
        }
        long vector = room(Math.multiplyExact(count + 1, Long.BYTES));
        for (int i = 0; i < count; i++) {
            putLong(vector + (long) i * Long.BYTES, in(all[i]));
        }
        putLong(vector + (long) count * Long.BYTES, 0);
        return vector;
    }

    // What C writes

    /**
     * Room for {@code len} bytes that {@link #back} copies to an array, from {@code off}: C writes as many as it returns.
     *
     * @throws IndexOutOfBoundsException if the array cannot hold them
     */
    public long out(byte[] bytes, int off, int len) {
        if (bytes == null) {
            return nothing(len);
        }
        Objects.checkFromIndexSize(off, len, bytes.length);
        return room(len);
    }

    /**
     * {@link #out(byte[], int, int)} for what a {@code void *} can point to.
     *
     * @throws IndexOutOfBoundsException if it cannot hold them
     * @throws ReadOnlyBufferException if it must not be written
     * @throws IllegalArgumentException if it is not memory, or a String
     */
    public long out(Object memory, int off, int len) {
        if (memory instanceof byte[] bytes) {
            return out(bytes, off, len);
        } else if (memory instanceof ByteBuffer buffer) {
            checkWritable(buffer);
            return in(buffer, buffer.position() + off, len, false);
        }
        return inOut(memory, off, len);
    }

    /** {@link #out(byte[], int, int)} for a recv: bytes that TCP discards because of MSG_TRUNC are counted, but not written. */
    public long out(byte[] bytes, int off, int len, int flags) {
        return (flags & MSG_TRUNC) != 0 ? in(bytes, off, len) : out(bytes, off, len);
    }

    /** {@link #out(byte[], int, int, int)} for what a {@code void *} can point to. */
    public long out(Object memory, int off, int len, int flags) {
        return (flags & MSG_TRUNC) != 0 ? inOut(memory, off, len) : out(memory, off, len);
    }

    /** {@link #out(Object, int, int)} with what is there now, for what C reads too or writes in part. */
    public long inOut(Object memory, int off, int len) {
        if (memory != null) {
            checkWritable(memory);
        }
        return in(memory, off, len);
    }

    static void checkWritable(Object memory) {
        if (!Pointee.of(memory).isWritable(memory)) {
            if (memory instanceof ByteBuffer) {
                throw new ReadOnlyBufferException();
            }
            throw new IllegalArgumentException("C would write to a " + memory.getClass().getSimpleName());
        }
    }

    /**
     * Copies the {@code n} bytes that C has written to a room, but no more than {@code len}: with MSG_TRUNC it returns more.
     *
     * @return {@code n}
     */
    public int back(int n, long at, byte[] bytes, int off, int len) {
        if (n > 0 && bytes != null) {
            read(at, bytes, off, Math.min(n, len));
        }
        return n;
    }

    /**
     * {@link #back(int, long, byte[], int, int)} to what a {@code void *} can point to; a buffer's position moves behind them.
     *
     * @return {@code n}
     */
    public int back(int n, long at, Object memory, int off, int len) {
        int count = Math.min(n, len);
        if (memory instanceof ByteBuffer buffer) {
            if (count > 0) {
                back(count, at, buffer, buffer.position() + off);
                advance(buffer, buffer.position() + count);
            }
            Reference.reachabilityFence(buffer);
        } else if (memory instanceof byte[] bytes) {
            back(count, at, bytes, off, len);
        } else if (count > 0 && memory != null) {
            Pointee<Object> pointee = Pointee.of(memory);
            int whole = count / pointee.element(memory);
            if (whole > 0) {
                read(at, pointee, memory, off, whole);
            }
            if (count % pointee.element(memory) != 0) {
                part(at, pointee, memory, off + whole, count % pointee.element(memory), whole * pointee.element(memory));
            }
        }
        return n;
    }

    /** Copies the first {@code count} bytes of a room to what it is a copy of; a buffer's position stays. */
    public void backInPlace(int count, long at, Object memory, int off) {
        if (count > 0 && memory instanceof ByteBuffer buffer) {
            back(count, at, buffer, buffer.position() + off);
        } else {
            back(count, at, memory, off, count);
        }
    }

    /** Copies the first bytes of an element that C has written in part. */
    private void part(long at, Pointee<Object> pointee, Object memory, int index, int len, int written) {
        ByteBuffer piece = stage(pointee.element(memory));
        pointee.pack(memory, index, 1, piece);
        read(at + written, piece.array(), 0, len);
        pointee.unpack(memory, index, 1, piece.clear());
    }

    /** Copies bytes to a buffer, from an index on, unless they are there already. */
    void back(int count, long at, ByteBuffer buffer, int position) {
        if (isRoom(at)) {
            read(at, buffer, position, count);
        }
    }

    /** Moves a buffer's position on; its limit may be another by now. */
    static void advance(ByteBuffer buffer, int position) {
        buffer.position(Math.min(position, buffer.limit()));
    }

    /**
     * Moves the position of what C has read {@code n} bytes of, if it is a buffer.
     *
     * @return {@code n}
     */
    public int sent(int n, Object memory) {
        if (memory instanceof ByteBuffer buffer) {
            if (n > 0) {
                advance(buffer, buffer.position() + n);
            }
            Reference.reachabilityFence(buffer);
        }
        return n;
    }

    /** Copies a struct that C has written to, or null. */
    public void back(long at, Struct struct) {
        if (struct != null) {
            read(at, struct, struct.size());
        }
    }

    /** Copies a variable that C has written to, or null. */
    public void back(long at, int[] variable) {
        if (variable != null) {
            variable[0] = getInt(at);
        }
    }

    /** Copies a variable that C has written to, or null. */
    public void back(long at, long[] variable) {
        if (variable != null) {
            variable[0] = getLong(at);
        }
    }

    /**
     * Copies a struct that C has written to unless it failed.
     *
     * @return {@code result}
     */
    public int back(int result, long at, Struct struct) {
        if (result != -1) {
            back(at, struct);
        }
        return result;
    }

    /**
     * Copies a variable that C has written to unless it failed.
     *
     * @return {@code result}
     */
    public int back(int result, long at, long[] variable) {
        if (result != -1) {
            back(at, variable);
        }
        return result;
    }

    /** Copies a string of C's, NUL-terminated, from a room of {@code size} bytes. */
    public void backString(long at, byte[] to, int size) {
        byte[] bytes = new byte[size];
        read(at, bytes, 0, size);
        int length = 0;
        while (length < size && bytes[length] != 0) {
            length++;
        }
        System.arraycopy(bytes, 0, to, 0, Math.min(length + 1, size));
    }

    // Calls

    /** Calls a function. The own memory of buffers that it gets stays theirs until it returns. */
    public long call(Function f, long a, long b, long c, long d, long e, long g) {
        return hasMore ? apart(f, a, b, c, d, e, g) : Native.call(caller, f, a, b, c, d, e, g);
    }

    /** {@link #call(Function, long, long, long, long, long, long)} in a method that is large itself: the compiler keeps it apart. */
    public long apart(Function f, long a, long b, long c, long d, long e, long g) {
        return Native.call(caller, held, heldCount, f, a, b, c, d, e, g);
    }

    /** {@link #call(Function, long, long, long, long, long, long)}. */
    public long call(Function f, long a) {
        return call(f, a, 0, 0, 0, 0, 0);
    }

    /** {@link #call(Function, long, long, long, long, long, long)}. */
    public long call(Function f, long a, long b) {
        return call(f, a, b, 0, 0, 0, 0);
    }

    /** {@link #call(Function, long, long, long, long, long, long)}. */
    public long call(Function f, long a, long b, long c) {
        return call(f, a, b, c, 0, 0, 0);
    }

    /** {@link #call(Function, long, long, long, long, long, long)}. */
    public long call(Function f, long a, long b, long c, long d) {
        return call(f, a, b, c, d, 0, 0);
    }

    /** {@link #call(Function, long, long, long, long, long, long)}. */
    public long call(Function f, long a, long b, long c, long d, long e) {
        return call(f, a, b, c, d, e, 0);
    }

    /** Structs that point to memory. */
    public Messages messages() {
        if (messages == null) {
            messages = new Messages(this);
        }
        hasMore = true;
        return messages;
    }

    // Watchers

    @Override
    public ByteBuffer behind(long address) {
        if (address - own >= 0 && address - own < next) {
            return Native.view(address, (int) (own + next - address));
        } else if (block != null && block.has(address)) {
            return Native.view(address, (int) (block.address + blockNext - address));
        }
        for (int i = 0; i < larges; i++) {
            if (address >= large[i] && address - large[i] < largeSizes[i]) {
                return Native.view(address, (int) (large[i] + largeSizes[i] - address));
            }
        }
        for (Lent lent : watched == null ? List.<Lent>of() : watched) {
            long index = address - lent.address;
            if (index >= 0 && index < lent.buffer.capacity()) {
                return lent.buffer.duplicate().clear().position((int) index).slice().order(ByteOrder.nativeOrder());
            }
        }
        return inner != null && inner.isOpen ? inner.behind(address) : null;
    }
}
