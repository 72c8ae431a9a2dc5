package libc.internal.call;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import libc.internal.Descriptors;
import libc.internal.trace.Tracer;

/**
 * Who sees the calls, with their words as C gets them: tracing, the descriptor sanitizer. While there is nobody, a call takes one
 * look at a field.
 */
public final class Watch {

    /** Sees calls. */
    @FunctionalInterface
    public interface Watcher {

        /** Sees a call, which it makes by {@link Call#make}. What it calls itself meanwhile nobody sees. */
        long see(Call call);
    }

    /** Not volatile, for the compiler's sake: a thread sees a change at its next call, or soon after. */
    static boolean isOn;

    private static final List<Watcher> WATCHERS = new CopyOnWriteArrayList<>();
    private static final ThreadLocal<Boolean> SEEING = ThreadLocal.withInitial(() -> false);

    static {
        Tracer.configured().ifPresent(Watch::add);
        if (Boolean.getBoolean("libc.fdsan")) {
            add(Descriptors.WATCHER);
        }
    }

    private Watch() {}

    /** From now on, this one sees all calls, if it does not already, before those that were added earlier. */
    public static synchronized void add(Watcher watcher) {
        if (!WATCHERS.contains(watcher)) {
            WATCHERS.add(0, watcher);
        }
        isOn = true;
    }

    /** From now on, this one sees none. */
    public static synchronized void remove(Watcher watcher) {
        WATCHERS.remove(watcher);
        isOn = !WATCHERS.isEmpty();
    }

    /** Whether somebody sees them. */
    public static boolean isOn() {
        return isOn;
    }

    /** Runs something whose calls nobody sees. */
    public static void unseen(Runnable calls) {
        boolean outermost = !SEEING.get();
        SEEING.set(true);
        try {
            calls.run();
        } finally {
            SEEING.set(!outermost);
        }
    }

    static long see(Native.Shape shape, Object[] held, int count, Function function, long... words) {
        boolean outermost = !SEEING.get();
        if (!outermost) {
            return Native.make(shape, held, count, function, words);
        }
        Call call = new Call(shape, held, count, function, words);
        SEEING.set(true);
        try {
            long result = call.make();
            Native.errno(call.errno);
            return result;
        } finally {
            SEEING.set(false);
        }
    }

    /** A call, before and after it is made. */
    public static final class Call {

        private final Native.Shape shape;
        private final Object[] held;
        private final int count;
        private final Function function;
        private final long[] words;
        private final Caller.Rooms rooms = Native.caller().rooms;
        private final List<Watcher> watchers = List.copyOf(WATCHERS);
        private int next;
        private int errno;

        private Call(Native.Shape shape, Object[] held, int count, Function function, long[] words) {
            this.shape = shape;
            this.held = held;
            this.count = count;
            this.function = function;
            this.words = words;
        }

        /** The function. */
        public Function function() {
            return function;
        }

        /** A word that it is called with. */
        public long word(int i) {
            return words[i];
        }

        /**
         * What lies behind an address that the library made for this call, from there to the end of that memory, as it is now;
         * null for any other, which a watcher does not look behind.
         */
        public ByteBuffer behind(long address) {
            return address == 0 || rooms == null ? null : rooms.behind(address);
        }

        /** Makes the call, or lets the next one see it. */
        public long make() {
            if (next < watchers.size()) {
                return watchers.get(next++).see(this);
            }
            long result = Native.make(shape, held, count, function, words);
            errno = Native.errno();
            return result;
        }

        /** Where the call left errno, which means something only if it failed. */
        public int errno() {
            return errno;
        }
    }
}
