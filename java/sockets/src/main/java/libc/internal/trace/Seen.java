package libc.internal.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import libc.internal.call.Watch;

/** A call that is seen: what it is called with and, when it has been made, its result. */
final class Seen {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Row row;
    private final Watch.Call call;
    private long result;

    Seen(Row row, Watch.Call call) {
        this.row = row;
        this.call = call;
    }

    /** Keeps the result, of which an int is the lower half. */
    void returned(long result) {
        this.result = row.result().isWide() ? result : (int) result;
    }

    /** Whether an argument is a number, as a descriptor is. */
    boolean isNumber(int i) {
        return call.behind(call.word(i)) == null;
    }

    /** A number that it is called with. */
    long number(int i) {
        return call.word(i);
    }

    /** The memory to which an argument points, from 0, or null for NULL. */
    ByteBuffer memory(int i) {
        return call.word(i) == 0 ? null : behind(call.word(i));
    }

    /** The memory at an address of the call, to its end; none at any other. */
    ByteBuffer behind(long address) {
        ByteBuffer memory = call.behind(address);
        return memory == null ? NOTHING : memory;
    }

    /** {@link #behind(long)}, at most so much. */
    ByteBuffer behind(long address, long size) {
        ByteBuffer memory = behind(address);
        return memory.slice(0, (int) Math.min(size, memory.capacity())).order(ByteOrder.nativeOrder());
    }

    /** A pointer, as strace prints what it does not follow. */
    String pointer(int i) {
        return Text.pointer(call.word(i));
    }

    long result() {
        return result;
    }

    int errno() {
        return call.errno();
    }

    boolean failed() {
        return row.result().fails(result);
    }
}
