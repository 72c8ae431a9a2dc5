package libc.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import libc.Struct;

/**
 * The memory of a union whose members are objects of their own, structs and {@code byte[]}. A program sets their fields
 * without a word to the union, which therefore looks: the member whose bytes are no longer the union's is the one that
 * was set, and its bytes become those of all.
 */
public final class Union {

    private final byte[] bytes;
    private final ByteBuffer memory;
    private final Object[] members;

    /**
     * A union of zeros.
     *
     * @param size in bytes
     * @param members its structs and {@code byte[]}, all zeros
     */
    public Union(int size, Object... members) {
        bytes = new byte[size];
        memory = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        this.members = members;
    }

    /** The union's bytes, from 0. Who writes to them calls {@link #load}. */
    public ByteBuffer memory() {
        for (Object member : members) {
            byte[] set = bytes(member);
            if (!Arrays.equals(set, 0, set.length, bytes, 0, set.length)) {
                memory.put(0, set);
                load();
                break;
            }
        }
        return memory;
    }

    /** Sets the members to the union's bytes. */
    public void load() {
        for (Object member : members) {
            if (member instanceof Struct struct) {
                struct.unpack(memory);
            } else {
                memory.get(0, (byte[]) member);
            }
        }
    }

    private static byte[] bytes(Object member) {
        if (member instanceof Struct struct) {
            byte[] packed = new byte[struct.size()];
            struct.pack(ByteBuffer.wrap(packed));
            return packed;
        }
        return (byte[]) member;
    }
}
