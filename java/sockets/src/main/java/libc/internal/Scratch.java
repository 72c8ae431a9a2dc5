package libc.internal;

import static libc.bits.Socket.MSG_TRUNC;
import static libc.bits.Socket.MSG_ZEROCOPY;
import static libc.internal.Native.lend;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import libc.Struct;

/**
 * A thread's native memory for the length of one call, and its errno. The backend knows whose it is.
 *
 * <p>The public methods describe memory the Java way: {@code byte[]}, {@code int[]}, {@code long[]}, a
 * {@link ByteBuffer}, a {@link Struct} or an array of them, to send also a String. Here, and only here, that becomes
 * a direct buffer whose position is where C's pointer points: ranges are checked, what is not direct is copied in
 * and out. A call has three places: one for data, one for a socket address, one for a length.
 *
 * <p>A thread owns a little memory, enough for structs and small data, so that many threads stay small. For more
 * data, up to {@link #BLOCK} bytes, it borrows a block from those that all threads share, for the one call; beyond
 * that, memory is made for the call and left to the garbage collector.
 *
 * <p>{@code byte[]}, which most calls bring, has methods of its own, which ask for no types and look at no more than they
 * must. What the compiler makes of a send is then small enough to be inlined where it is called: after a system call the
 * processor predicts every return wrongly.
 */
public class Scratch {

    static final int SMALL = 1024;
    static final int ADDRESS = 256;
    static final int LENGTH = 8;
    private static final int CAPTURE = 8;
    private static final int BLOCK = 256 * 1024;
    private static final int PLACES = 5;
    private static final int PLACE = 128;
    private static final byte[] NONE = {};

    private static final AtomicReferenceArray<ByteBuffer> BLOCKS = new AtomicReferenceArray<>(64);

    /** All one behind the other: {@link #small}, {@link #address}, {@link #length}, and a place for the backend's errno. */
    final ByteBuffer own = allocate(SMALL + ADDRESS + LENGTH + CAPTURE);
    final ByteBuffer small = part(own, 0, SMALL);
    final ByteBuffer address = part(own, SMALL, ADDRESS);
    final ByteBuffer length = part(own, SMALL + ADDRESS, LENGTH);

    private final int firstSlot = (int) Thread.currentThread().getId();

    /** Where the call's data lies if it is too much for {@link #small}, or null. */
    private ByteBuffer large;

    private ByteBuffer[] places;
    private ByteBuffer aside;
    private Messages sending;
    private Messages receiving;

    private int errno;
    private int hErrno;
    private String function;

    Scratch() {}

    private static ByteBuffer allocate(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }

    private static ByteBuffer part(ByteBuffer own, int offset, int size) {
        return own.slice(offset, size).order(ByteOrder.nativeOrder());
    }

    /** This thread's. */
    public static Scratch current() {
        return Native.scratch();
    }

    /** The errno of this thread's last call that failed. */
    public int errno() {
        return errno;
    }

    /** The h_errno of this thread's last look-up that failed. */
    public int hErrno() {
        return hErrno;
    }

    /** Keeps why a look-up failed. */
    public void hErrno(int hErrno) {
        this.hErrno = hErrno;
    }

    /** The function that failed last, or null. */
    public String function() {
        return function;
    }

    /** Keeps why a call failed. */
    public void failed(String function, int errno) {
        this.function = function;
        this.errno = errno;
    }

    /** Native memory of {@code size} bytes, with whatever was left in it; {@link #end()} gives it back. */
    public ByteBuffer room(int size) {
        return memory(size).limit(size);
    }

    /** {@link #room}, or more. */
    private ByteBuffer memory(int size) {
        return (size <= SMALL ? small : large(size)).clear();
    }

    private ByteBuffer large(int size) {
        end();
        large = size <= BLOCK ? borrow() : allocate(size);
        return large;
    }

    /** Gives the call's data memory back. A call that an exception ended is caught up on by a later one. */
    public void end() {
        if (large != null) {
            if (large.capacity() == BLOCK) {
                giveBack(large);
            }
            large = null;
        }
    }

    /**
     * {@link #end()} of a call with {@code len} bytes of data.
     *
     * @return {@code n}
     */
    public int end(int n, int len) {
        if (len > SMALL) {
            end();
        }
        return n;
    }

    /** Native memory for a call that takes several arrays of bytes; {@link #end()} gives it back. */
    public ByteBuffer[] rooms(int... sizes) {
        ByteBuffer room = room(Arrays.stream(sizes).reduce(0, Math::addExact));
        ByteBuffer[] rooms = new ByteBuffer[sizes.length];
        int at = 0;
        for (int i = 0; i < sizes.length; i++) {
            rooms[i] = room.slice(at, sizes[i]).order(ByteOrder.nativeOrder());
            at += sizes[i];
        }
        return rooms;
    }

    private ByteBuffer borrow() {
        for (int i = 0; i < BLOCKS.length(); i++) {
            int slot = firstSlot + i & BLOCKS.length() - 1;
            if (BLOCKS.get(slot) != null) {
                ByteBuffer block = BLOCKS.getAndSet(slot, null);
                if (block != null) {
                    return block;
                }
            }
        }
        return allocate(BLOCK);
    }

    private void giveBack(ByteBuffer block) {
        for (int i = 0; i < BLOCKS.length(); i++) {
            if (BLOCKS.compareAndSet(firstSlot + i & BLOCKS.length() - 1, null, block)) {
                return;
            }
        }
    }

    /**
     * {@code len} bytes of {@code memory}, from {@code off}, for C to read. {@link #sent} ends the call.
     *
     * @throws IndexOutOfBoundsException if {@code memory} does not have them
     */
    public ByteBuffer copyIn(Object memory, int off, int len) {
        if (memory == null) {
            Objects.checkFromIndexSize(0, len, Integer.MAX_VALUE);
            return null;
        } else if (memory instanceof byte[] bytes) {
            return copyIn(bytes, off, len);
        } else if (memory instanceof ByteBuffer buffer) {
            int position = buffer.position();
            ByteBuffer lent = lent(buffer, position, off, len);
            return lent != null ? lent : room(len).put(0, buffer, position, len);
        } else if (memory instanceof String string) {
            byte[] bytes = Memory.terminated(string);
            Objects.checkFromIndexSize(off, len, bytes.length);
            return room(bytes.length).put(0, bytes);
        }
        int size = Memory.size(memory);
        Objects.checkFromIndexSize(off, len, size);
        ByteBuffer room = room(size);
        Memory.pack(memory, room, len);
        return room;
    }

    /**
     * {@link #copyIn(Object, int, int)} for a send. With MSG_ZEROCOPY the kernel reads the memory after the call too,
     * when a copy would hold something else already.
     *
     * @throws IllegalArgumentException if with MSG_ZEROCOPY it would be a copy
     */
    public ByteBuffer copyIn(Object memory, int off, int len, int flags) {
        checkZeroCopy(flags, memory);
        return copyIn(memory, off, len);
    }

    /** {@link #copyIn(Object, int, int)} of bytes. */
    public ByteBuffer copyIn(byte[] bytes, int off, int len) {
        if (bytes == null) {
            return copyIn((Object) null, off, len);
        }
        Objects.checkFromIndexSize(off, len, bytes.length);
        return memory(len).put(0, bytes, off, len);
    }

    /** {@link #copyIn(Object, int, int, int)} of bytes. */
    public ByteBuffer copyIn(byte[] bytes, int off, int len, int flags) {
        checkZeroCopy(flags, bytes);
        return copyIn(bytes, off, len);
    }

    /** Refuses with MSG_ZEROCOPY what would be a copy, or what an arena might free. */
    static void checkZeroCopy(int flags, Object memory) {
        if ((flags & MSG_ZEROCOPY) != 0 && memory != null
                && !(memory instanceof ByteBuffer buffer && Native.address(buffer) != 0)) {
            throw new IllegalArgumentException("MSG_ZEROCOPY needs a direct ByteBuffer that is not from an arena");
        }
    }

    /** A buffer as C can be handed it, or null; checked for {@code len} bytes behind a position that was read once. */
    private ByteBuffer lent(ByteBuffer buffer, int position, int off, int len) {
        Objects.checkFromIndexSize(off, len, buffer.limit() - position);
        return lend(buffer, position);
    }

    /**
     * Room for {@code len} bytes that C writes and that {@link #copyOut} copies to {@code memory}, from {@code off}.
     *
     * @throws IndexOutOfBoundsException if {@code memory} cannot hold them
     * @throws ReadOnlyBufferException if it must not be written
     */
    public ByteBuffer copyOutRoom(Object memory, int off, int len) {
        if (memory instanceof byte[] bytes) {
            return copyOutRoom(bytes, off, len);
        } else if (memory instanceof ByteBuffer buffer && !buffer.isReadOnly()) {
            int position = buffer.position();
            ByteBuffer lent = lent(buffer, position, off, len);
            if (lent != null) {
                return lent;
            }
            if (len > 0) {
                buffer.get(position); // a closed arena, or another thread's, refuses now and not when data is there
            }
            return room(len);
        }
        return copyInOut(memory, off, len); // of a value that C writes in part, the rest stays
    }

    /** {@link #copyOutRoom(Object, int, int)} for bytes. */
    public ByteBuffer copyOutRoom(byte[] bytes, int off, int len) {
        if (bytes == null) {
            return copyIn(bytes, off, len);
        }
        Objects.checkFromIndexSize(off, len, bytes.length);
        return memory(len);
    }

    /** {@link #copyOutRoom} with what {@code memory} holds, for what C reads there or writes in part. */
    public ByteBuffer copyInOut(Object memory, int off, int len) {
        if (memory instanceof ByteBuffer buffer && buffer.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        return copyIn(memory, off, len);
    }

    /** {@link #copyOutRoom} for a recv: bytes that TCP discards because of MSG_TRUNC are counted, but not written. */
    public ByteBuffer copyOutRoom(Object memory, int off, int len, int flags) {
        return (flags & MSG_TRUNC) != 0 ? copyInOut(memory, off, len) : copyOutRoom(memory, off, len);
    }

    /** {@link #copyOutRoom(Object, int, int, int)} for bytes. */
    public ByteBuffer copyOutRoom(byte[] bytes, int off, int len, int flags) {
        return (flags & MSG_TRUNC) != 0 ? copyIn(bytes, off, len) : copyOutRoom(bytes, off, len);
    }

    /**
     * Ends a call that wrote {@code n} bytes to the room for {@code memory}: copies them there, or moves a
     * buffer's position beyond them.
     *
     * @return {@code n}
     */
    public int copyOut(int n, ByteBuffer room, Object memory, int off, int len) {
        if (memory instanceof byte[] bytes) {
            return copyOut(n, room, bytes, off, len);
        }
        int count = Math.min(n, len); // MSG_TRUNC reports more than there was room for
        if (count > 0) {
            if (memory instanceof ByteBuffer buffer) {
                if (room == small || room == large) {
                    buffer.put(buffer.position(), room, 0, count);
                }
                buffer.position(buffer.position() + count);
            } else if (memory != null) {
                Memory.unpack(memory, room, count);
            }
        }
        end();
        return n;
    }

    /** {@link #copyOut(int, ByteBuffer, Object, int, int)} to bytes. */
    public int copyOut(int n, ByteBuffer room, byte[] bytes, int off, int len) {
        if (n > 0 && bytes != null) {
            room.get(0, bytes, off, Math.min(n, len));
        }
        return end(n, len);
    }

    /**
     * Ends a call that took {@code n} bytes of {@code memory}: moves a buffer's position beyond them.
     *
     * @return {@code n}
     */
    public int sent(int n, Object memory) {
        if (memory instanceof ByteBuffer buffer && n > 0) {
            buffer.position(buffer.position() + n);
        }
        end();
        return n;
    }

    /** Structs that point to what C reads. */
    public Messages sending() {
        if (sending == null) {
            sending = new Messages(this, false);
        }
        return sending;
    }

    /** Structs that point to what C writes. */
    public Messages receiving() {
        if (receiving == null) {
            receiving = new Messages(this, true);
        }
        return receiving;
    }

    /** Room for an address of any kind, with whatever was left in it. */
    public ByteBuffer address() {
        return address;
    }

    /**
     * A socket address for C to read. A negative length is left to the kernel, which refuses it.
     *
     * @throws IndexOutOfBoundsException if {@code addr} is shorter than {@code addrlen}
     */
    public ByteBuffer address(Struct addr, int addrlen) {
        if (addr == null) {
            return null;
        }
        if (addrlen > addr.size()) {
            throw new IndexOutOfBoundsException("addrlen " + addrlen + " of an address of " + addr.size() + " bytes");
        }
        addr.pack(address);
        return address;
    }

    /** Room for a socket address that C writes and {@link #copyOutAddress} copies; what it holds now is in the room. */
    public ByteBuffer addressRoom(Struct addr, int[] addrlen) {
        return address(addr, addrlen == null ? 0 : addrlen[0]);
    }

    /** A {@code socklen_t *} that C reads and writes, and {@link #copyOutLength} copies. */
    public ByteBuffer length(int[] len) {
        return len == null ? null : length(len[0]);
    }

    /** {@link #length(int[])} of a length that was read already. */
    public ByteBuffer length(int len) {
        return length.putInt(0, len);
    }

    /** Room for a pointer that C writes, or another value of at most 8 bytes; it shares its place with the length. */
    public ByteBuffer pointer() {
        return length;
    }

    /**
     * Where the call did not fail, copies the address and its length out.
     *
     * @return {@code result}
     */
    public int copyOutAddress(int result, Struct addr, int[] addrlen) {
        if (result != -1) {
            if (addr != null) {
                addr.unpack(address);
            }
            copyOutLength(addrlen);
        }
        return result;
    }

    /**
     * Copies the length out.
     *
     * @return the length
     */
    public int copyOutLength(int[] len) {
        int written = length.getInt(0);
        if (len != null) {
            len[0] = written;
        }
        return written;
    }

    /**
     * A {@code const char *} for C to read, NUL-terminated. {@link #end()} ends the call.
     *
     * @throws IllegalArgumentException if there is a NUL inside
     */
    public ByteBuffer string(String s) {
        if (s == null) {
            return null;
        }
        byte[] bytes = bytes(s);
        return room(bytes.length).put(0, bytes);
    }

    /**
     * Two {@code const char *} for C to read, NUL-terminated. {@link #end()} ends the call.
     *
     * @return two buffers, null for a null
     * @throws IllegalArgumentException if there is a NUL inside
     */
    public ByteBuffer[] strings(String first, String second) {
        byte[] a = first == null ? NONE : bytes(first);
        byte[] b = second == null ? NONE : bytes(second);
        ByteBuffer[] rooms = rooms(a.length, b.length);
        return new ByteBuffer[] {first == null ? null : rooms[0].put(0, a), second == null ? null : rooms[1].put(0, b)};
    }

    /**
     * The bytes of a C string, NUL-terminated.
     *
     * @throws IllegalArgumentException if there is a NUL inside
     */
    public static byte[] bytes(String s) {
        if (s.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a NUL at " + s.indexOf('\0') + " of \"" + s + '"');
        }
        return Memory.terminated(s);
    }

    /** Native memory of {@code size} bytes beside that of the call, for what C has elsewhere to be read into. */
    ByteBuffer aside(int size) {
        if (aside == null || aside.capacity() < size) {
            ByteBuffer memory = allocate(Math.max(size, PLACE));
            if (size > SMALL) {
                return memory;
            }
            aside = memory;
        }
        return aside;
    }

    /** One of five places for a small value beside the call's data, of 128 bytes, with whatever was left in it. */
    public ByteBuffer place(int i) {
        if (places == null) {
            ByteBuffer own = allocate(PLACES * PLACE);
            places = new ByteBuffer[PLACES];
            Arrays.setAll(places, k -> part(own, k * PLACE, PLACE));
        }
        return places[i];
    }

    /** A small struct in a place, or null, for C to read, and where {@link #copyOutPlace} follows to write. */
    public ByteBuffer place(int i, Struct struct) {
        if (struct == null) {
            return null;
        }
        ByteBuffer place = place(i);
        struct.pack(place);
        return place;
    }

    /**
     * Where the call did not fail, copies what C wrote to a place.
     *
     * @return {@code result}
     */
    public int copyOutPlace(int result, int i, Struct struct) {
        if (result != -1 && struct != null) {
            struct.unpack(place(i));
        }
        return result;
    }

    /** The {@code off_t *} of a variable, or null, in a place. */
    public ByteBuffer place(int i, long[] variable) {
        return variable == null ? null : place(i).putLong(0, variable[0]);
    }

    /**
     * Where the call did not fail, copies what C wrote to a variable.
     *
     * @return {@code result}
     */
    public int copyOutPlace(int result, int i, long[] variable) {
        if (result != -1 && variable != null) {
            variable[0] = place(i).getLong(0);
        }
        return result;
    }
}
