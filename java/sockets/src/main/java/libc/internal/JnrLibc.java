package libc.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import jnr.ffi.LastError;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Runtime;
import jnr.ffi.mapper.FunctionMapper;

/**
 * The seam through jnr-ffi, which implements {@link Libc} from its signatures.
 *
 * <p>fcntl, ioctl and open are not marked as variadic: jnr would box their arguments, and on all three architectures of
 * Linux an int or a pointer after the dots goes where one before them would.
 */
public final class JnrLibc {

    private static final int ARENAS_SINCE = 21;
    private static final MethodHandle SCOPE = scope();
    private static final Class<?> UNCLOSEABLE = uncloseable();
    private static final ByteBuffer NONE = ByteBuffer.allocate(0);
    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private JnrLibc() {}

    /** Binds libc, on which this JVM itself runs. */
    public static Backend load() {
        Libc.Sockets sockets = create(Libc.Sockets.class); // now, for what jnr may lack
        Runtime runtime = Runtime.getRuntime(sockets);
        // The look-up of errno is run once here: its first run loads classes, which may change errno.
        LastError.getLastError(runtime);
        return new Backend("jnr", new Families(sockets), new LastCall(runtime), new Views(), SCRATCH::get);
    }

    private record LastCall(Runtime runtime) implements Backend.Errno {
        @Override
        public int get() {
            return LastError.getLastError(runtime);
        }

        @Override
        public void set(int errno) {
            LastError.setLastError(runtime, errno);
        }
    }

    private record Families(Libc.Sockets sockets) implements Backend.Binder {
        @Override
        public <T> T bind(Class<T> functions) {
            return functions == Libc.Sockets.class ? functions.cast(sockets) : create(functions);
        }
    }

    /** libresolv has what has stayed there of a library that has mostly moved to libc. */
    private static <T> T create(Class<T> functions) {
        return LibraryLoader.create(functions).mapper(JnrLibc::symbol).library("c").load("libresolv.so.2");
    }

    /**
     * The symbol that stands for a function. One that this machine's libc does not have is setlogin, which in glibc
     * does nothing but answer -1 with ENOSYS, whatever it is called with.
     */
    private static String symbol(String function, FunctionMapper.Context libc) {
        return libc.isSymbolPresent(function) ? function : "setlogin";
    }

    /**
     * jnr takes a buffer's address and no more. It does not see that an arena is closed, nor keep it open, so of a
     * buffer from one C gets a copy; of another it gets this thread's own view, whose position no other thread moves.
     */
    private record Views() implements Backend.Lender {

        private static final ThreadLocal<Recent<ByteBuffer>> LENT = ThreadLocal.withInitial(Recent::new);

        @Override
        public ByteBuffer lend(ByteBuffer buffer, int position) {
            if (!buffer.isDirect()) {
                return null;
            }
            ByteBuffer view = LENT.get().of(buffer, Views::view);
            return view == NONE ? null : view.clear().position(position);
        }

        @Override
        public long address(ByteBuffer buffer) {
            ByteBuffer view = lend(buffer, 0);
            return view == null ? 0 : Memory.address(view);
        }

        private static ByteBuffer view(ByteBuffer buffer) {
            return SCOPE == null || scopeOf(buffer).getClass() == UNCLOSEABLE ? buffer.duplicate() : NONE;
        }
    }

    private static Object scopeOf(ByteBuffer buffer) {
        try {
            return (Object) SCOPE.invokeExact(buffer);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** {@code MemorySegment.ofBuffer(buffer).scope()}, in which this class is too old to be written. */
    private static MethodHandle scope() {
        if (java.lang.Runtime.version().feature() < ARENAS_SINCE) {
            return null;
        }
        try {
            Class<?> segment = Class.forName("java.lang.foreign.MemorySegment");
            Class<?> scope = Class.forName("java.lang.foreign.MemorySegment$Scope");
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            MethodHandle ofBuffer = lookup.findStatic(segment, "ofBuffer",
                    MethodType.methodType(segment, java.nio.Buffer.class));
            return MethodHandles.filterReturnValue(ofBuffer,
                    lookup.findVirtual(segment, "scope", MethodType.methodType(scope)))
                    .asType(MethodType.methodType(Object.class, ByteBuffer.class));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The class of the scope of memory that only the garbage collector takes back. */
    private static Class<?> uncloseable() {
        return SCOPE == null ? null : scopeOf(ByteBuffer.allocateDirect(0)).getClass();
    }
}
