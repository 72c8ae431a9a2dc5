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

    /** So many places for a start, and at most; the array grows where a loop uses more buffers, such as a batch. */
    private static final int FEW = 8;
    private static final int MOST = 512;

    /** So many places are looked at for a buffer. */
    private static final int REACH = 16;

    private record Known<V>(ByteBuffer buffer, V value) {}

    private WeakReference<Known<V>>[] known = nothing(FEW);

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <V> WeakReference<Known<V>>[] nothing(int size) {
        WeakReference<Known<V>>[] nothing = new WeakReference[size];
        Arrays.fill(nothing, new WeakReference<>(null));
        return nothing;
    }

    /** What {@code find} says of a buffer. */
    V of(ByteBuffer buffer, Function<ByteBuffer, V> find) {
        int first = System.identityHashCode(buffer);
        // The first place, which nearly always has it, stands apart from the loop: so little is inlined.
        Known<V> k = known[first & known.length - 1].get();
        return k != null && k.buffer == buffer ? k.value : search(buffer, first, find);
    }

    private V search(ByteBuffer buffer, int first, Function<ByteBuffer, V> find) {
        int free = -1;
        for (int i = 0; i < REACH; i++) {
            int slot = first + i & known.length - 1;
            Known<V> k = known[slot].get();
            if (k != null && k.buffer == buffer) {
                return k.value;
            }
            if (k == null && free < 0) {
                free = slot;
            }
        }
        V value = find.apply(buffer);
        if (free < 0 && known.length < MOST) {
            known = nothing(2 * known.length);
        }
        known[free < 0 ? first & known.length - 1 : free] = new WeakReference<>(new Known<>(buffer, value));
        return value;
    }
}
