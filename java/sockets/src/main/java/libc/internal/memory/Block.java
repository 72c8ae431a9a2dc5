package libc.internal.memory;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;
import libc.internal.call.Caller;
import libc.internal.call.Native;

/** A block of native memory that a call borrows from all threads' pool. */
final class Block {

    /** In bytes. */
    static final int SIZE = 64 * 1024;

    private static final AtomicReferenceArray<Block> POOL = new AtomicReferenceArray<>(64);

    final long address;
    final ByteBuffer view;

    private Block(Caller caller) {
        address = Native.malloc(caller, SIZE);
        view = Native.view(address, SIZE);
    }

    boolean has(long at) {
        return at - address >= 0 && at - address < SIZE;
    }

    static Block borrow(Caller caller) {
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
        return new Block(caller);
    }

    /** A block that finds no place is freed. */
    void giveBack(Caller caller) {
        int first = first();
        for (int i = 0; i < POOL.length(); i++) {
            if (POOL.compareAndSet(first + i & POOL.length() - 1, null, this)) {
                return;
            }
        }
        Native.free(caller, address);
    }

    private static int first() {
        return (int) Thread.currentThread().getId();
    }
}
