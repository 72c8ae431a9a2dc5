package libc.internal.memory;

import static libc.sys.Types.sizeof;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import libc.Struct;

/**
 * What C's {@code void *} can point to in Java: how large it is, whether C may write to it, and how its elements become bytes in
 * native order and bytes its elements.
 */
public abstract sealed class Pointee<T> {

    private Pointee() {}

    /** How many bytes it has. */
    abstract int size(T memory);

    /** Whether C may write to it. */
    boolean isWritable(T memory) {
        return true;
    }

    /** The size of an element in bytes. */
    abstract int element(T memory);

    /** Writes {@code count} elements, from {@code first}, at a buffer's position. */
    abstract void pack(T memory, int first, int count, ByteBuffer to);

    /** Reads {@code count} elements, from {@code first}, at a buffer's position. */
    abstract void unpack(T memory, int first, int count, ByteBuffer from);

    /** How many elements {@code len} bytes are part of. */
    final int count(T memory, int len) {
        int element = element(memory);
        return element < 2 ? len : len / element + (len % element == 0 ? 0 : 1);
    }

    /**
     * What an object is.
     *
     * @throws IllegalArgumentException if it is not memory
     */
    @SuppressWarnings("unchecked") // each is for the type that is asked for
    static Pointee<Object> of(Object memory) {
        Pointee<?> pointee = memory instanceof byte[] ? BYTES
                : memory instanceof ByteBuffer ? BUFFER
                : memory instanceof Struct ? STRUCT
                : memory instanceof int[] ? INTS
                : memory instanceof long[] ? LONGS
                : memory instanceof Struct[] ? STRUCTS
                : memory instanceof String ? STRING : null;
        if (pointee == null) {
            throw new IllegalArgumentException("not memory: " + memory.getClass().getName());
        }
        return (Pointee<Object>) pointee;
    }

    /**
     * The bytes that an object has in C's memory: its own where it has them, else a copy.
     *
     * @throws IllegalArgumentException if it is not memory
     */
    public static ByteBuffer bytes(Object memory) {
        if (memory instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        } else if (memory instanceof ByteBuffer buffer) {
            return buffer.slice();
        }
        Pointee<Object> pointee = of(memory);
        ByteBuffer bytes = ByteBuffer.allocate(pointee.size(memory)).order(ByteOrder.nativeOrder());
        pointee.pack(memory, 0, pointee.count(memory, bytes.capacity()), bytes);
        return bytes.clear();
    }

    /** Takes over what was done to {@link #bytes}, where that is a copy. */
    public static void store(Object memory, ByteBuffer bytes) {
        if (!(memory instanceof byte[] || memory instanceof ByteBuffer)) {
            Pointee<Object> pointee = of(memory);
            pointee.unpack(memory, 0, pointee.count(memory, bytes.capacity()), bytes.clear());
        }
    }

    /** The bytes of a string, and a NUL. */
    static byte[] terminated(String string) {
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, bytes.length + 1);
    }

    private static final Pointee<byte[]> BYTES = new Bytes();
    private static final Pointee<ByteBuffer> BUFFER = new Buffer();
    private static final Pointee<Struct> STRUCT = new One();
    private static final Pointee<Struct[]> STRUCTS = new Many();
    private static final Pointee<int[]> INTS = new Ints();
    private static final Pointee<long[]> LONGS = new Longs();
    private static final Pointee<String> STRING = new Text();

    private static final class Bytes extends Pointee<byte[]> {

        @Override
        int size(byte[] bytes) {
            return bytes.length;
        }

        @Override
        int element(byte[] bytes) {
            return 1;
        }

        @Override
        void pack(byte[] bytes, int first, int count, ByteBuffer to) {
            to.put(bytes, first, count);
        }

        @Override
        void unpack(byte[] bytes, int first, int count, ByteBuffer from) {
            from.get(bytes, first, count);
        }
    }

    /** From its position to its limit; an element's index is counted from 0. */
    private static final class Buffer extends Pointee<ByteBuffer> {

        @Override
        int size(ByteBuffer buffer) {
            return buffer.remaining();
        }

        @Override
        boolean isWritable(ByteBuffer buffer) {
            return !buffer.isReadOnly();
        }

        @Override
        int element(ByteBuffer buffer) {
            return 1;
        }

        @Override
        void pack(ByteBuffer buffer, int first, int count, ByteBuffer to) {
            to.put(to.position(), buffer, first, count);
        }

        @Override
        void unpack(ByteBuffer buffer, int first, int count, ByteBuffer from) {
            buffer.put(first, from, from.position(), count);
        }
    }

    private static final class One extends Pointee<Struct> {

        @Override
        int size(Struct struct) {
            return struct.size();
        }

        @Override
        int element(Struct struct) {
            return struct.size();
        }

        @Override
        void pack(Struct struct, int first, int count, ByteBuffer to) {
            struct.pack(to);
        }

        @Override
        void unpack(Struct struct, int first, int count, ByteBuffer from) {
            struct.unpack(from);
        }
    }

    /** Each within its own bytes, whatever its fields are. */
    private static final class Many extends Pointee<Struct[]> {

        @Override
        int size(Struct[] structs) {
            return sizeof(structs);
        }

        @Override
        int element(Struct[] structs) {
            return Struct.layout(structs.getClass().getComponentType().asSubclass(Struct.class)).size();
        }

        @Override
        void pack(Struct[] structs, int first, int count, ByteBuffer to) {
            int size = element(structs);
            for (int i = 0, at = to.position(); i < count; i++, at += size) {
                structs[first + i].pack(to.limit(at + size).position(at));
            }
        }

        @Override
        void unpack(Struct[] structs, int first, int count, ByteBuffer from) {
            int size = element(structs);
            for (int i = 0, at = from.position(); i < count; i++, at += size) {
                Struct struct = structs[first + i];
                if (struct != null) { // as it was, unless another thread has changed the array
                    struct.unpack(from.limit(at + size).position(at));
                }
            }
        }
    }

    private static final class Ints extends Pointee<int[]> {

        @Override
        int size(int[] ints) {
            return sizeof(ints);
        }

        @Override
        int element(int[] ints) {
            return Integer.BYTES;
        }

        @Override
        void pack(int[] ints, int first, int count, ByteBuffer to) {
            for (int i = 0; i < count; i++) {
                to.putInt(ints[first + i]);
            }
        }

        @Override
        void unpack(int[] ints, int first, int count, ByteBuffer from) {
            for (int i = 0; i < count; i++) {
                ints[first + i] = from.getInt();
            }
        }
    }

    private static final class Longs extends Pointee<long[]> {

        @Override
        int size(long[] longs) {
            return sizeof(longs);
        }

        @Override
        int element(long[] longs) {
            return Long.BYTES;
        }

        @Override
        void pack(long[] longs, int first, int count, ByteBuffer to) {
            for (int i = 0; i < count; i++) {
                to.putLong(longs[first + i]);
            }
        }

        @Override
        void unpack(long[] longs, int first, int count, ByteBuffer from) {
            for (int i = 0; i < count; i++) {
                longs[first + i] = from.getLong();
            }
        }
    }

    /** As UTF-8, its NUL in bounds. */
    private static final class Text extends Pointee<String> {

        @Override
        int size(String string) {
            return terminated(string).length;
        }

        @Override
        boolean isWritable(String string) {
            return false;
        }

        @Override
        int element(String string) {
            return 1;
        }

        @Override
        void pack(String string, int first, int count, ByteBuffer to) {
            to.put(terminated(string), first, count);
        }

        @Override
        void unpack(String string, int first, int count, ByteBuffer from) {
            throw new IllegalArgumentException("a String cannot be written to");
        }
    }
}
