package libc.internal.call;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.Arrays;
import libc.internal.call.Backend.Lent;

/**
 * How a thread's calls hand the direct buffers to C that it used last. To find that out allocates, except where the compiler
 * inlines all the levels of it; a loop of calls finds it here. It is kept until the next garbage collection, which must be able to
 * take the buffers back.
 */
final class Recent {

    /** So many places for a start, and at most; the array grows where a loop uses more buffers, such as a batch. */
    private static final int FEW = 8;
    private static final int MOST = 512;

    /** So many places are looked at for a buffer. */
    private static final int REACH = 16;

    private record Known(ByteBuffer buffer, Lent lent) {}

    private final Backend backend;
    private WeakReference<Known>[] known = nothing(FEW);

    Recent(Backend backend) {
        this.backend = backend;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static WeakReference<Known>[] nothing(int size) {
        WeakReference<Known>[] nothing = new WeakReference[size];
        Arrays.fill(nothing, new WeakReference<>(null));
        return nothing;
    }

    /** How C is handed a direct buffer. */
    Lent of(ByteBuffer buffer) {
        int first = System.identityHashCode(buffer);
        // The first place, which nearly always has it, stands apart from the loop: so little is inlined.
        Known k = known[first & known.length - 1].get();
        return k != null && k.buffer == buffer ? k.lent : search(buffer, first);
    }

    private Lent search(ByteBuffer buffer, int first) {
        int free = -1;
        for (int i = 0; i < REACH; i++) {
            int slot = first + i & known.length - 1;
            Known k = known[slot].get();
            if (k != null && k.buffer == buffer) {
                return k.lent;
            }
            if (k == null && free < 0) {
                free = slot;
            }
        }
        Lent lent = backend.lend(buffer);
        if (free < 0 && known.length < MOST) {
            known = nothing(2 * known.length);
        }
        known[free < 0 ? first & known.length - 1 : free] = new WeakReference<>(new Known(buffer, lent));
        return lent;
    }
}
