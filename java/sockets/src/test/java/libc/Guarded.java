package libc;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A region of memory between guard bytes, which no call may change. */
final class Guarded {

    private static final byte GUARD = 0x5a;

    private final ByteBuffer whole;
    private final int size;
    private final int margin;

    private Guarded(ByteBuffer whole, int size) {
        this.whole = whole;
        this.size = size;
        margin = (whole.capacity() - size) / 2;
        for (int i = 0; i < whole.capacity(); i++) {
            whole.put(i, GUARD);
        }
    }

    static Guarded direct(int size) {
        return new Guarded(ByteBuffer.allocateDirect(withGuards(size)), size);
    }

    static Guarded heap(int size) {
        return new Guarded(ByteBuffer.allocate(withGuards(size)), size);
    }

    /** The guards are larger than the region, to take all that is written from its end or before its start. */
    private static int withGuards(int size) {
        return size + 2 * (size + 256);
    }

    /** The region as a buffer that sees nothing else. */
    ByteBuffer slice() {
        return whole.slice(margin, size).order(ByteOrder.nativeOrder());
    }

    /** The region as the part of a larger buffer from its position to its limit. */
    ByteBuffer part() {
        return whole.duplicate().limit(margin + size).position(margin);
    }

    /** The array with the guards in it; the region begins at {@link #offset}. */
    byte[] array() {
        return whole.array();
    }

    int offset() {
        return margin;
    }

    /** The region's bytes. */
    byte[] bytes() {
        byte[] bytes = new byte[size];
        whole.get(margin, bytes);
        return bytes;
    }

    void assertIntact() {
        assertUntouchedFrom(size);
    }

    /** Neither the guards nor the region from {@code from} on have changed. */
    void assertUntouchedFrom(int from) {
        for (int i = 0; i < whole.capacity(); i++) {
            if (whole.get(i) != GUARD && (i < margin || i >= margin + from)) {
                fail("the byte at " + (i - margin) + " of a region of " + size + " became " + whole.get(i));
            }
        }
    }
}
