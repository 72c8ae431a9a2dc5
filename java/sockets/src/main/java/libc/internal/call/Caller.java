package libc.internal.call;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a thread brings to its calls: a block of native memory of its own, and why its last call failed. */
public class Caller {

    /** The size of the block in bytes. */
    public static final int BLOCK = 2048;

    /** The first bytes of the block are the backend's, for errno. */
    public static final int ERRNO = 8;

    /** The block's address. */
    public final long block;

    /** The block as a buffer in native order, whose position and limit stay. */
    public final ByteBuffer view;

    /** What {@code libc.internal.memory} keeps for the thread. */
    public Rooms rooms;

    final Recent lent;

    /** Whether the last call failed otherwise than with -1: then {@link #errno} is its error, and not yet looked at. */
    boolean failedAs;

    private int errno;
    private int hErrno;
    private Object function;
    private int error;

    /** The block of a thread that has ended is the next one's: the collector says when, and nobody waits for it. */
    Caller(Backend backend) {
        Ended ended = Ended.poll();
        block = ended == null ? Native.allocated(backend.block(BLOCK), BLOCK) : ended.block;
        view = backend.view(block, BLOCK);
        lent = new Recent(backend);
        Ended.ALL.add(new Ended(this, block));
    }

    private static final class Ended extends PhantomReference<Caller> {

        static final Set<Ended> ALL = ConcurrentHashMap.newKeySet();
        private static final ReferenceQueue<Caller> QUEUE = new ReferenceQueue<>();

        final long block;

        Ended(Caller caller, long block) {
            super(caller, QUEUE);
            this.block = block;
        }

        static Ended poll() {
            Ended ended = (Ended) (Object) QUEUE.poll();
            if (ended != null) {
                ALL.remove(ended);
            }
            return ended;
        }
    }

    /** The memory that a thread's calls hand to C, for those who watch them. */
    public interface Rooms {

        /** What lies behind a pointer of the call, to the end of its memory; null for another pointer. */
        ByteBuffer behind(long address);
    }

    /** This thread's. */
    public static Caller current() {
        return Native.caller();
    }

    /** Frees the blocks of threads that have ended, of which this one had no need. */
    public void freeEnded() {
        for (Ended ended = Ended.poll(); ended != null; ended = Ended.poll()) {
            Native.free(this, ended.block);
        }
    }

    /** The errno of this thread's last call that failed. */
    public int errno() {
        return errno;
    }

    /** The h_errno of this thread's last look-up that failed. */
    public int hErrno() {
        return hErrno;
    }

    /** Keeps why a look-up failed. */
    public void hErrno(int hErrno) {
        this.hErrno = hErrno;
    }

    /** The name of the function that failed last, or null. */
    public String function() {
        return function == null ? null : function instanceof Function f ? f.name() : (String) function;
    }

    /** Keeps why a call failed. */
    public void failed(Function function, int errno) {
        failed((Object) function, errno);
    }

    /** Keeps why a function of this name failed that is no call of C's. */
    public void failed(String function, int errno) {
        failed((Object) function, errno);
    }

    private void failed(Object function, int errno) {
        this.function = function;
        this.errno = errno;
        failedAs = false;
    }

    /** Keeps the result of a call that failed otherwise than with -1. */
    void failedAs(Function function, int error) {
        this.function = function;
        this.error = error;
        failedAs = true;
    }

    /** Whether a result is that of a last call which failed otherwise than with -1. It is said once. */
    public boolean failedAs(long result) {
        boolean failed = failedAs && result == error;
        failedAs = false;
        return failed;
    }
}
