package libc.internal;

import static libc.internal.Libc.sockets;
import static libc.sys.Types.sizeof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import libc.Struct;

/**
 * What can stand for C's {@code void *} beside {@code byte[]} and {@link ByteBuffer}: {@code int[]}, {@code long[]}, a
 * {@link Struct}, an array of them, and to read from a String. Here is which bytes each has in C's memory.
 */
public final class Memory {

    private Memory() {}

    /**
     * How many bytes an object has.
     *
     * @throws IllegalArgumentException if it is not memory
     */
    public static int size(Object memory) {
        if (memory instanceof int[] ints) {
            return sizeof(ints);
        } else if (memory instanceof long[] longs) {
            return sizeof(longs);
        } else if (memory instanceof Struct struct) {
            return struct.size();
        } else if (memory instanceof Struct[] structs) {
            return sizeof(structs);
        }
        throw new IllegalArgumentException("not memory: " + memory.getClass().getName());
    }

    /** Writes an object's bytes to a buffer in native order, from 0; of an array of structs only as many as reach {@code len}. */
    public static void pack(Object memory, ByteBuffer to, int len) {
        if (memory instanceof int[] ints) {
            for (int i = 0; i < ints.length; i++) {
                to.putInt(i * Integer.BYTES, ints[i]);
            }
        } else if (memory instanceof long[] longs) {
            for (int i = 0; i < longs.length; i++) {
                to.putLong(i * Long.BYTES, longs[i]);
            }
        } else if (memory instanceof Struct struct) {
            struct.pack(to);
        } else if (memory instanceof Struct[] structs) {
            for (int i = 0; to.position() < len; i++) {
                structs[i].pack(to);
                to.position(to.position() + structs[i].size());
            }
            to.position(0);
        }
    }

    /** Reads an object from a buffer in native order, from 0; of an array of structs only as many as reach {@code len}. */
    public static void unpack(Object memory, ByteBuffer from, int len) {
        if (memory instanceof int[] ints) {
            for (int i = 0; i < ints.length; i++) {
                ints[i] = from.getInt(i * Integer.BYTES);
            }
        } else if (memory instanceof long[] longs) {
            for (int i = 0; i < longs.length; i++) {
                longs[i] = from.getLong(i * Long.BYTES);
            }
        } else if (memory instanceof Struct struct) {
            struct.unpack(from);
        } else if (memory instanceof Struct[] structs) {
            for (int i = 0; from.position() < len; i++) {
                structs[i].unpack(from);
                from.position(from.position() + structs[i].size());
            }
            from.position(0);
        }
    }

    /** The address of native memory, where a buffer has its position. It holds for as long as the buffer is reachable. */
    public static long address(ByteBuffer memory) {
        return sockets().memcpy(memory, 0, 0);
    }

    /** The bytes of a string, and a NUL. */
    public static byte[] terminated(String string) {
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, bytes.length + 1);
    }
}
