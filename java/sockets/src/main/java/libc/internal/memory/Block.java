package libc.internal.memory;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;
import libc.internal.call.Native;

/** A block of native memory that a call borrows from all threads' pool. */
final class Block {

    /** In bytes. */
    static final int SIZE = 64 * 1024;

    private static final AtomicReferenceArray<Block> POOL = new AtomicReferenceArray<>(64);

    final long address = Native.malloc(SIZE);
    final ByteBuffer view = Native.view(address, SIZE);

    private Block() {}

    boolean has(long at) {
        return at - address >= 0 && at - address < SIZE;
    }

    static Block borrow() {
        int first = first();
        for (int i = 0; i < POOL.length(); i++) {
            int slot = first + i & POOL.length() - 1;
            if (POOL.get(slot) != null) {
                Block block = POOL.getAndSet(slot, null);
                if (block != null) {
                    return block;
                }
            }
        }
        return new Block();
    }

    /** A block that finds no place is freed. */
    void giveBack() {
        int first = first();
        for (int i = 0; i < POOL.length(); i++) {
            if (POOL.compareAndSet(first + i & POOL.length() - 1, null, this)) {
                return;
            }
        }
        Native.free(address);
    }

    private static int first() {
        return (int) Thread.currentThread().getId();
    }
}
