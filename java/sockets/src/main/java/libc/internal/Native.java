package libc.internal;

import java.nio.ByteBuffer;

/** The backend of this JVM, and the one place that looks at a -1. */
public final class Native {

    private static final Backend BACKEND = Backend.choose();

    private Native() {}

    /** An interface of the seam. */
    static <T> T bind(Class<T> functions) {
        return BACKEND.binder().bind(functions);
    }

    /** {@code ffm} or {@code jnr}. */
    public static String backend() {
        return BACKEND.name();
    }

    /** What to hand to C for a buffer's own memory from a position on, or null if C has to get a copy. */
    static ByteBuffer lend(ByteBuffer buffer, int position) {
        return BACKEND.lender().lend(buffer, position);
    }

    /** The address of a buffer's index 0, for as long as the buffer is reachable, or 0 if C has to get a copy. */
    static long address(ByteBuffer buffer) {
        return BACKEND.lender().address(buffer);
    }

    /** This thread's memory. */
    static Scratch scratch() {
        return BACKEND.scratch().get();
    }

    /** Where this thread's last call left errno. */
    static Backend.Errno errno() {
        return BACKEND.errno();
    }

    /** An int result as it is; of a -1, this thread's errno is kept for {@code Errno.errno()}. */
    public static int result(String function, int result) {
        if (result == -1) {
            int errno = BACKEND.errno().get(); // before anything that could move a virtual thread to another carrier
            Scratch.current().failed(function, errno);
        }
        return result;
    }

    /** A ssize_t result, which no buffer of Java's lets grow past an int. */
    public static int result(String function, long result) {
        return result(function, (int) result);
    }

    /** The result of a function that is refused before C sees it: -1 with {@code errno}. */
    public static int refused(String function, int errno) {
        Scratch.current().failed(function, errno);
        return -1;
    }

    /** The string at an address that C answered with, or null for NULL, which keeps errno. */
    public static String string(String function, long address) {
        if (address == 0) {
            result(function, -1);
            return null;
        }
        return Pointers.string(address);
    }
}
