package libc.internal.call;

import com.kenai.jffi.CallContext;
import com.kenai.jffi.CallingConvention;
import com.kenai.jffi.HeapInvocationBuffer;
import com.kenai.jffi.Invoker;
import com.kenai.jffi.LastError;
import com.kenai.jffi.Library;
import com.kenai.jffi.MemoryIO;
import com.kenai.jffi.Type;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;

/**
 * Calls through jffi, the native interface under jnr-ffi and jnr-posix.
 *
 * <p>It makes no difference between the shapes: on all three architectures an int or a pointer after a prototype's dots goes
 * where one before them would, and of a buffer whose arena can be closed C gets a copy.
 */
final class Jnr extends Backend {

    private static final int ARENAS_SINCE = 21;
    private static final Lent COPIED = new Lent(0, null);

    private static final Invoker INVOKER = Invoker.getInstance();
    private static final MemoryIO MEMORY = MemoryIO.getInstance();
    private static final LastError ERRNO = LastError.getInstance();
    private static final CallContext WORDS = words(6);
    private static final ThreadLocal<Caller> CALLERS = new ThreadLocal<>();

    private final Library libc = library("libc.so.6");
    private final long malloc = libc.getSymbolAddress("malloc");
    private final long free = libc.getSymbolAddress("free");

    Jnr() {
        super("jnr");
        ERRNO.get(); // the first run loads classes, which may change errno
    }

    private static CallContext words(int count) {
        Type[] types = Collections.nCopies(count, Type.SINT64).toArray(Type[]::new);
        return CallContext.getCallContext(Type.SINT64, types, CallingConvention.DEFAULT, true);
    }

    private static Library library(String name) {
        return Library.getCachedInstance(name, Library.LAZY);
    }

    @Override
    long find(String function) {
        long address = libc.getSymbolAddress(function);
        return address != 0 || Resolver.LIBRARY == null ? address : Resolver.LIBRARY.getSymbolAddress(function);
    }

    /** libresolv has what has stayed there of a library that has mostly moved to libc; null on a machine without it. */
    private static final class Resolver {
        static final Library LIBRARY = library("libresolv.so.2");
    }

    private static final class Seven {
        static final CallContext WORDS = words(7);
    }

    @Override
    Caller caller() {
        Caller caller = CALLERS.get();
        if (caller == null) {
            caller = new Caller(this);
            CALLERS.set(caller);
        }
        return caller;
    }

    @Override
    long call(Caller caller, long function, long a, long b, long c, long d, long e, long g) {
        caller.failedAs = false;
        return INVOKER.invokeL6(WORDS, function, a, b, c, d, e, g);
    }

    @Override
    long holding(Caller caller, Object[] held, int count, long function, long a, long b, long c, long d, long e, long g) {
        return call(caller, function, a, b, c, d, e, g);
    }

    @Override
    long variadic(int fixed, long function, long a, long b, long c) {
        return call(caller(), function, a, b, c, 0, 0, 0);
    }

    @Override
    long seven(long function, long a, long b, long c, long d, long e, long g, long h) {
        HeapInvocationBuffer words = new HeapInvocationBuffer(Seven.WORDS);
        for (long word : new long[] {a, b, c, d, e, g, h}) {
            words.putLong(word);
        }
        caller().failedAs = false;
        return INVOKER.invokeLong(Seven.WORDS, function, words);
    }

    @Override
    int errno() {
        return ERRNO.get();
    }

    @Override
    void errno(int errno) {
        ERRNO.set(errno);
    }

    @Override
    long block(int size) {
        return INVOKER.invokeL6(WORDS, malloc, size, 0, 0, 0, 0, 0);
    }

    @Override
    long malloc(Caller caller, int size) {
        return block(size);
    }

    @Override
    void free(Caller caller, long address) {
        INVOKER.invokeL6(WORDS, free, address, 0, 0, 0, 0, 0);
    }

    @Override
    Lent lend(ByteBuffer direct) {
        return Scopes.canBeClosed(direct) ? COPIED : new Lent(MEMORY.getDirectBufferAddress(direct), null);
    }

    @Override
    ByteBuffer view(long address, int size) {
        return MEMORY.newDirectByteBuffer(address, size).order(ByteOrder.nativeOrder());
    }

    @Override
    void copyIn(byte[] from, int off, long to, int len) {
        Caller caller = caller(); // whose block has a view: MemoryIO copies by JNI, which takes ten times as long for a few bytes
        long at = to - caller.block;
        if (at >= 0 && at < Caller.BLOCK) {
            caller.view.put((int) at, from, off, len);
        } else {
            MEMORY.putByteArray(to, from, off, len);
        }
    }

    @Override
    void copyOut(long from, byte[] to, int off, int len) {
        Caller caller = caller();
        long at = from - caller.block;
        if (at >= 0 && at < Caller.BLOCK) {
            caller.view.get((int) at, to, off, len);
        } else {
            MEMORY.getByteArray(from, to, off, len);
        }
    }

    @Override
    void putInt(long address, int value) {
        MEMORY.putInt(address, value);
    }

    @Override
    void putLong(long address, long value) {
        MEMORY.putLong(address, value);
    }

    @Override
    int getInt(long address) {
        return MEMORY.getInt(address);
    }

    @Override
    long getLong(long address) {
        return MEMORY.getLong(address);
    }

    /** Which memory somebody can free: {@code MemorySegment.ofBuffer(buffer).scope()}, in which this class is too old to be written. */
    private static final class Scopes {

        private static final MethodHandle SCOPE = scope();
        private static final Class<?> UNCLOSEABLE = SCOPE == null ? null : of(ByteBuffer.allocateDirect(0)).getClass();

        static boolean canBeClosed(ByteBuffer buffer) {
            return SCOPE != null && of(buffer).getClass() != UNCLOSEABLE;
        }

        private static Object of(ByteBuffer buffer) {
            try {
                return (Object) SCOPE.invokeExact(buffer);
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        }

        private static MethodHandle scope() {
            if (Runtime.version().feature() < ARENAS_SINCE) {
                return null;
            }
            try {
                Class<?> segment = Class.forName("java.lang.foreign.MemorySegment");
                Class<?> scope = Class.forName("java.lang.foreign.MemorySegment$Scope");
                MethodHandles.Lookup lookup = MethodHandles.publicLookup();
                MethodHandle ofBuffer =
                        lookup.findStatic(segment, "ofBuffer", MethodType.methodType(segment, Buffer.class));
                return MethodHandles.filterReturnValue(ofBuffer,
                        lookup.findVirtual(segment, "scope", MethodType.methodType(scope)))
                        .asType(MethodType.methodType(Object.class, ByteBuffer.class));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }
}
