package libc.internal.call;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/** How this JVM calls a C function: one shape of call for nearly all, errno, the address of a name, and raw memory. */
public abstract class Backend {

    /** So many buffers can be held at most. */
    static final int HELD = 32;

    private static final int FFM_SINCE = 22;

    /** {@code ffm} or {@code jnr}. */
    final String name;

    Backend(String name) {
        this.name = name;
    }

    /** The address of a function of libc or libresolv, or 0. */
    abstract long find(String function);

    /** What this thread brings to its calls. */
    abstract Caller caller();

    /** Calls a function of up to six words; what it does not take it does not look at. */
    abstract long call(Caller caller, long function, long a, long b, long c, long d, long e, long g);

    /** {@link #call}, which the compiler does not make part of its caller. */
    long apart(Caller caller, long function, long a, long b, long c, long d, long e, long g) {
        return call(caller, function, a, b, c, d, e, g);
    }

    /**
     * {@link #call} while nobody can close the arenas of these buffers.
     *
     * @throws IllegalStateException if one is closed
     * @throws WrongThreadException if one is another thread's
     */
    abstract long holding(Caller caller, Object[] held, int count, long function, long a, long b, long c, long d, long e,
            long g);

    /** Calls a function of three words, of which those after the first {@code fixed} stand for the prototype's dots. */
    abstract long variadic(int fixed, long function, long a, long b, long c);

    /** Calls a function of seven words. */
    abstract long seven(long function, long a, long b, long c, long d, long e, long g, long h);

    /** Where this thread's last call left errno. */
    abstract int errno();

    /** Sets that. */
    abstract void errno(int errno);

    /** Memory for a thread that has none yet, by malloc(3). */
    abstract long block(int size);

    /** malloc(3), which leaves alone how the thread's last call failed. */
    abstract long malloc(Caller caller, int size);

    /** free(3), likewise. */
    abstract void free(Caller caller, long address);

    /** What C can be handed of a direct buffer. */
    abstract Lent lend(ByteBuffer direct);

    /** Native memory as a buffer in native order. */
    abstract ByteBuffer view(long address, int size);

    abstract void copyIn(byte[] from, int off, long to, int len);

    abstract void copyOut(long from, byte[] to, int off, int len);

    abstract void putInt(long address, int value);

    abstract void putLong(long address, long value);

    abstract int getInt(long address);

    abstract long getLong(long address);

    /**
     * A direct buffer as C is handed it.
     *
     * @param address that of the buffer's index 0; 0 if C has to get a copy
     * @param held what {@link #holding} keeps open during the call; null if only the garbage collector frees the memory
     */
    public record Lent(long address, Object held) {}

    /**
     * Chooses by {@code -Dlibc.backend=ffm|jnr}, else FFM on Java 22 and later and jnr below.
     *
     * @throws UnsatisfiedLinkError if that backend cannot be had here, with what to do about it
     */
    static Backend choose() {
        requirePlatform(System.getProperty("os.name"), System.getProperty("os.arch"), ByteOrder.nativeOrder());
        int java = Runtime.version().feature();
        String wanted = System.getProperty("libc.backend", java >= FFM_SINCE ? "ffm" : "jnr");
        return switch (wanted) {
            case "ffm" -> {
                if (java < FFM_SINCE) {
                    throw unavailable("-Dlibc.backend=ffm needs Java " + FFM_SINCE + " or later, this is Java " + java
                            + "; leave the property out, or say jnr", null);
                }
                yield load("libc.internal.call.Ffm", module().getName(), "the jar has lost the class that is compiled for"
                        + " Java " + FFM_SINCE + ", libc.internal.call.Ffm; restore it, or choose -Dlibc.backend=jnr");
            }
            case "jnr" -> load("libc.internal.call.Jnr", "org.jnrproject.jffi",
                    "below Java " + FFM_SINCE + ", or with -Dlibc.backend=jnr, jffi has to be on the "
                    + (module().isNamed() ? "module path, and java started with --add-modules ALL-MODULE-PATH"
                            : "class path")
                    + ": add the dependency com.github.jnr:jnr-posix:3.2.5, which brings it along");
            default -> throw unavailable("-Dlibc.backend=" + wanted + ": there are ffm and jnr", null);
        };
    }

    /** The three architectures share one ABI in all that is bound; no other has been compared with its headers. */
    static void requirePlatform(String os, String arch, ByteOrder order) {
        if (!"Linux".equals(os)) {
            throw unavailable("Linux is needed, this is " + os, null);
        }
        boolean known = switch (arch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "aarch64", "riscv64" -> true;
            default -> false;
        };
        if (!known || order != ByteOrder.LITTLE_ENDIAN) {
            throw unavailable("a 64-bit little-endian machine is needed (x86_64, aarch64, riscv64), this is "
                    + arch + ", " + order, null);
        }
    }

    /** By name, since neither class need load: Ffm below Java 22, Jnr without jffi. */
    private static Backend load(String className, String nativeModule, String ifMissing) {
        try {
            return (Backend) Class.forName(className).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            // Of a denial, jffi keeps only the stack trace, as the text of another exception.
            String reason = root.toString().lines().findFirst().orElseThrow();
            if (root instanceof ClassNotFoundException || root instanceof IllegalAccessError) {
                throw unavailable(ifMissing, root);
            }
            if (reason.contains(IllegalCallerException.class.getName())) {
                throw unavailable("native access is denied; start java with --enable-native-access="
                        + (module().isNamed() ? nativeModule : "ALL-UNNAMED"), root);
            }
            throw unavailable(className + " does not load: " + reason, root);
        }
    }

    private static Module module() {
        return Backend.class.getModule();
    }

    private static UnsatisfiedLinkError unavailable(String why, Throwable cause) {
        UnsatisfiedLinkError error = new UnsatisfiedLinkError("libc-sockets: " + why);
        error.initCause(cause);
        return error;
    }
}
