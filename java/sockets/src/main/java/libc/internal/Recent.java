package libc.internal;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Function;

/**
 * What a thread has found out of the buffers that it used last. To find it out allocates, except where the compiler
 * inlines all the levels of that; a loop of calls finds it here. It is kept until the next garbage collection, which must
 * be able to take the buffers back.
 *
 * @param <V> what is found out
 */
final class Recent<V> {

    private static final int SIZE = 8;

    private record Known<V>(ByteBuffer buffer, V value) {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    private final WeakReference<Known<V>>[] known = new WeakReference[SIZE];

    Recent() {
        Arrays.fill(known, new WeakReference<>(null));
    }

    /** What {@code find} says of a buffer. */
    V of(ByteBuffer buffer, Function<ByteBuffer, V> find) {
        int first = System.identityHashCode(buffer) & SIZE - 1;
        int free = -1;
        for (int i = 0; i < SIZE; i++) {
            int slot = first + i & SIZE - 1;
            Known<V> k = known[slot].get();
            if (k != null && k.buffer == buffer) {
                return k.value;
            }
            if (k == null && free < 0) {
                free = slot;
            }
        }
        V value = find.apply(buffer);
        known[free < 0 ? first : free] = new WeakReference<>(new Known<>(buffer, value));
        return value;
    }
}
