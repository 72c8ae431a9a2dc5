package libc.internal.call;

import java.nio.ByteBuffer;
import libc.internal.call.Backend.Lent;

/**
 * Calls of C functions, through the backend of this JVM, and the one place that looks at a -1.
 *
 * <p>Every argument is a word: an {@code int} and an unsigned 32-bit number go in sign-extended, a {@code short} sign-extended,
 * an {@code unsigned short} zero-extended, a pointer as its address. Of the result, {@link #result} and {@link #resultLong} take
 * what its type has: the rest of the register is not C's to define.
 */
public final class Native {

    /** The shapes of a call. */
    enum Shape { WORDS, HOLDING, VARIADIC, SEVEN }

    /** So many buffers can be held at most by a call. */
    public static final int HELD = Backend.HELD;

    private static final int ENOSYS = 38;

    private static final Backend BACKEND = Backend.choose();

    private Native() {}

    /** {@code ffm} or {@code jnr}. */
    public static String backend() {
        return BACKEND.name;
    }

    static Caller caller() {
        return BACKEND.caller();
    }

    // Calls

    /** Calls a function without arguments. */
    public static long call(Function f) {
        return call(f, 0, 0, 0, 0, 0, 0);
    }

    /** Calls a function. */
    public static long call(Function f, long a) {
        return call(f, a, 0, 0, 0, 0, 0);
    }

    /** Calls a function. */
    public static long call(Function f, long a, long b) {
        return call(f, a, b, 0, 0, 0, 0);
    }

    /** Calls a function. */
    public static long call(Function f, long a, long b, long c) {
        return call(f, a, b, c, 0, 0, 0);
    }

    /** Calls a function. */
    public static long call(Function f, long a, long b, long c, long d) {
        return call(f, a, b, c, d, 0, 0);
    }

    /** Calls a function. */
    public static long call(Function f, long a, long b, long c, long d, long e) {
        return call(f, a, b, c, d, e, 0);
    }

    /** Calls a function. */
    public static long call(Function f, long a, long b, long c, long d, long e, long g) {
        return call(caller(), f, a, b, c, d, e, g);
    }

    /** Calls a function, for a thread that knows what it brings to its calls. */
    public static long call(Caller caller, Function f, long a, long b, long c, long d, long e, long g) {
        if (Watch.isOn) {
            return Watch.see(Shape.WORDS, null, 0, f, a, b, c, d, e, g);
        } else if (f.address == 0 && !isFound(f)) {
            return missing(f);
        }
        return BACKEND.call(caller, f.address, a, b, c, d, e, g);
    }

    /**
     * Calls a function for which more had to be done, such as large copies, and while nobody can close the arenas of {@code count}
     * buffers, as {@link #lend} described them.
     */
    public static long call(Caller caller, Object[] held, int count, Function f, long a, long b, long c, long d, long e, long g) {
        if (Watch.isOn) {
            return Watch.see(count == 0 ? Shape.WORDS : Shape.HOLDING, held, count, f, a, b, c, d, e, g);
        } else if (f.address == 0 && !isFound(f)) {
            return missing(f);
        }
        return count == 0 ? BACKEND.apart(caller, f.address, a, b, c, d, e, g)
                : BACKEND.holding(caller, held, count, f.address, a, b, c, d, e, g);
    }

    /** Calls a function whose prototype ends with dots. */
    public static long variadic(Function f, long a, long b, long c) {
        if (Watch.isOn) {
            return Watch.see(Shape.VARIADIC, null, 0, f, a, b, c);
        } else if (f.address == 0 && !isFound(f)) {
            return missing(f);
        }
        return BACKEND.variadic(f.fixed(), f.address, a, b, c);
    }

    /** Calls a function of seven arguments. */
    public static long seven(Function f, long a, long b, long c, long d, long e, long g, long h) {
        if (Watch.isOn) {
            return Watch.see(Shape.SEVEN, null, 0, f, a, b, c, d, e, g, h);
        } else if (f.address == 0 && !isFound(f)) {
            return missing(f);
        }
        return BACKEND.seven(f.address, a, b, c, d, e, g, h);
    }

    /** Makes a call that was watched. */
    static long make(Shape shape, Object[] held, int count, Function f, long[] w) {
        if (f.address == 0 && !isFound(f)) {
            return missing(f);
        }
        return switch (shape) {
            case WORDS -> BACKEND.call(caller(), f.address, w[0], w[1], w[2], w[3], w[4], w[5]);
            case HOLDING -> BACKEND.holding(caller(), held, count, f.address, w[0], w[1], w[2], w[3], w[4], w[5]);
            case VARIADIC -> BACKEND.variadic(f.fixed(), f.address, w[0], w[1], w[2]);
            case SEVEN -> BACKEND.seven(f.address, w[0], w[1], w[2], w[3], w[4], w[5], w[6]);
        };
    }

    private static boolean isFound(Function f) {
        f.address = BACKEND.find(f.name());
        return f.address != 0;
    }

    private static long missing(Function f) {
        BACKEND.errno(ENOSYS);
        return f.returnsPointer() ? 0 : -1;
    }

    // Results

    /** An int result, or a ssize_t that no buffer of Java's lets grow past one; of a -1, errno is kept for {@code Errno.errno()}. */
    public static int result(Function f, long result) {
        int narrowed = (int) result;
        if (narrowed == -1) {
            failed(f);
        }
        return narrowed;
    }

    /** A result of 64 bits. */
    public static long resultLong(Function f, long result) {
        if (result == -1) {
            failed(f);
        }
        return result;
    }

    /** A pointer, of which NULL is the failure. */
    public static long resultPointer(Function f, long result) {
        if (result == 0) {
            failed(f);
        }
        return result;
    }

    /** Keeps this thread's errno for {@code Errno.errno()}. */
    public static void failed(Function f) {
        int errno = BACKEND.errno(); // before anything that could move a virtual thread to another carrier
        caller().failed(f, errno);
    }

    /** The result of a function that is refused before C sees it: -1 with {@code errno}. */
    public static int refused(Function f, int errno) {
        caller().failed(f, errno);
        return -1;
    }

    /** The result of a function that fails otherwise than with -1, which {@code Errno.check} cannot see by itself. */
    public static int result(Function f, int result, boolean failed) {
        if (failed) {
            caller().failedAs(f, result);
        }
        return result;
    }

    static int errno() {
        return BACKEND.errno();
    }

    static void errno(int errno) {
        BACKEND.errno(errno);
    }

    // Native memory, by its address. Whoever hands in an address knows what is there.

    /** What C can be handed of a direct buffer. */
    public static Lent lend(ByteBuffer direct) {
        return caller().lent.of(direct);
    }

    /** Allocates native memory, with whatever was in it. */
    public static long malloc(Caller caller, int size) {
        return allocated(BACKEND.malloc(caller, size), size);
    }

    static long allocated(long address, int size) {
        if (address == 0 && size > 0) {
            throw new OutOfMemoryError("malloc of " + size + " bytes");
        }
        return address;
    }

    /** Frees native memory. */
    public static void free(Caller caller, long address) {
        BACKEND.free(caller, address);
    }

    /** Native memory as a buffer in native order. */
    public static ByteBuffer view(long address, int size) {
        return BACKEND.view(address, size);
    }

    /** Copies bytes to native memory. */
    public static void copyIn(byte[] from, int off, long to, int len) {
        BACKEND.copyIn(from, off, to, len);
    }

    /** Copies bytes from native memory. */
    public static void copyOut(long from, byte[] to, int off, int len) {
        BACKEND.copyOut(from, to, off, len);
    }

    /** Writes 4 bytes. */
    public static void putInt(long address, int value) {
        BACKEND.putInt(address, value);
    }

    /** Writes 8 bytes. */
    public static void putLong(long address, long value) {
        BACKEND.putLong(address, value);
    }

    /** Reads 4 bytes. */
    public static int getInt(long address) {
        return BACKEND.getInt(address);
    }

    /** Reads 8 bytes. */
    public static long getLong(long address) {
        return BACKEND.getLong(address);
    }
}
