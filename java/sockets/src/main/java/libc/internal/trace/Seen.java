package libc.internal.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import libc.internal.Memory;

/** A call that is seen: what it is called with and, when it has been made, what it answers. */
final class Seen {

    private final Object[] arguments;
    private final Row row;
    private long result;
    private int errno;

    Seen(Row row, Object[] arguments) {
        this.row = row;
        this.arguments = arguments;
    }

    /** Keeps what the call answers; a function without a result answers null. */
    void answered(Object answer, int errno) {
        result = answer == null ? 0 : ((Number) answer).longValue();
        this.errno = errno;
    }

    boolean isNumber(int i) {
        return arguments[i] instanceof Number;
    }

    /** A number that it is called with. */
    long number(int i) {
        return ((Number) arguments[i]).longValue();
    }

    /** The memory to which an argument points, from 0, or null for NULL. */
    ByteBuffer memory(int i) {
        ByteBuffer memory = (ByteBuffer) arguments[i];
        return memory == null ? null : memory.slice().order(ByteOrder.nativeOrder());
    }

    /** A pointer, as strace prints what it does not follow. */
    String pointer(int i) {
        ByteBuffer memory = (ByteBuffer) arguments[i];
        return memory == null ? "NULL" : Text.pointer(Memory.address(memory));
    }

    long result() {
        return result;
    }

    int errno() {
        return errno;
    }

    boolean failed() {
        return row.result().fails(result);
    }
}
