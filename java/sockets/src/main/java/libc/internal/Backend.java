package libc.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What stands behind the seam in this JVM.
 *
 * @param name {@code ffm} or {@code jnr}
 * @param binder makes the interfaces of the seam
 * @param errno where a call leaves errno
 * @param lender which buffers C can be handed as they are
 * @param scratch a thread's memory
 */
public record Backend(String name, Binder binder, Errno errno, Lender lender, Supplier<Scratch> scratch) {

    /** Makes an interface of {@link Libc}. */
    interface Binder {
        <T> T bind(Class<T> functions);
    }

    /** Where a call of this thread leaves errno. */
    interface Errno {
        int get();

        void set(int errno);
    }

    /** Says of which buffers C can be handed the memory itself, and will find it there until the call ends. */
    interface Lender {
        /** A buffer that begins where {@code buffer} has its position, or null if C has to get a copy. */
        ByteBuffer lend(ByteBuffer buffer, int position);

        /**
         * The address of a buffer's index 0, where it stays for as long as the buffer is reachable; 0 if the buffer is not
         * direct, or is from an arena.
         */
        long address(ByteBuffer buffer);
    }

    private static final int FFM_SINCE = 22;

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
                yield load("libc.internal.FfmLibc", module().getName(),
                        "the jar has lost META-INF/versions/22 or its manifest's 'Multi-Release: true' (shading drops"
                        + " it unless told to keep it); restore that, or choose -Dlibc.backend=jnr. Of class folders,"
                        + " META-INF/versions/22 belongs on the class path too");
            }
            case "jnr" -> load("libc.internal.JnrLibc", "org.jnrproject.jffi",
                    "below Java " + FFM_SINCE + ", or with -Dlibc.backend=jnr, jnr has to be on the "
                    + (module().isNamed() ? "module path, and java started with --add-modules ALL-MODULE-PATH"
                            : "class path")
                    + ": add the dependency com.github.jnr:jnr-ffi:2.3.4");
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

    /** By name, since neither class need exist: FfmLibc below Java 22, what JnrLibc calls without jnr. */
    private static Backend load(String className, String nativeModule, String ifMissing) {
        try {
            return (Backend) Class.forName(className).getMethod("load").invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            // Of a denial, jnr keeps only the stack trace, as the text of another exception.
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
