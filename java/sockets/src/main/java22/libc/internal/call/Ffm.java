package libc.internal.call;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * Calls through the Foreign Function and Memory API. This class alone is compiled for a newer Java than the others; {@link Backend}
 * loads it by name.
 */
final class Ffm extends Backend {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout ERRNO = Linker.Option.captureStateLayout();
    private static final MemorySegment ALL = all();

    /** (function, errno's place, six words) -> word. */
    private static final MethodHandle CALL = handle(6, 0);

    /** {@link #CALL}, and a segment behind the words that C never looks at: the linker keeps its arena open. */
    private static final class One {
        static final MethodHandle CALL = handle(6, 1);
    }

    /** {@link One} with as many segments as are held at most. */
    private static final class Many {
        static final MethodHandle CALL = handle(6, HELD).asSpreader(MemorySegment[].class, HELD);
    }

    private static final class Seven {
        static final MethodHandle CALL = handle(7, 0);
    }

    /** The variadic ones, by how many words come before the dots. */
    private static final class Variadic {
        static final MethodHandle ONE = handle(3, 0, Linker.Option.firstVariadicArg(1));
        static final MethodHandle TWO = handle(3, 0, Linker.Option.firstVariadicArg(2));
    }

    private final SymbolLookup libc = LINKER.defaultLookup();
    private final MemorySegment malloc = libc.find("malloc").orElseThrow();
    private final MemorySegment free = libc.find("free").orElseThrow();
    private final MemorySegment nobodysErrno = Arena.global().allocate(ERRNO);

    // Handles that are not constant, so that what they call stays a method of its own: where the compiler makes a call part of a
    // method that is large already, it has no room left for what makes the call free of allocations.
    private MethodHandle aside = CALL;
    private MethodHandle apart;

    Ffm() {
        super("ffm");
    }

    @SuppressWarnings("restricted") // the caller grants native access to this module, or is told how to
    private static MethodHandle handle(int words, int segments, Linker.Option... options) {
        MemoryLayout[] parameters = new MemoryLayout[words + segments];
        Arrays.fill(parameters, 0, words, ValueLayout.JAVA_LONG);
        Arrays.fill(parameters, words, words + segments, ValueLayout.ADDRESS);
        Linker.Option[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = Linker.Option.captureCallState("errno");
        return LINKER.downcallHandle(FunctionDescriptor.of(ValueLayout.JAVA_LONG, parameters), all);
    }

    @SuppressWarnings("restricted")
    private static MemorySegment all() {
        return MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    }

    @Override
    long find(String function) {
        return libc.find(function).or(() -> Resolver.LOOKUP.find(function)).map(MemorySegment::address).orElse(0L);
    }

    /** libresolv has what has stayed there of a library that has mostly moved to libc. */
    private static final class Resolver {

        static final SymbolLookup LOOKUP = lookUp();

        @SuppressWarnings("restricted")
        private static SymbolLookup lookUp() {
            try {
                return SymbolLookup.libraryLookup("libresolv.so.2", Arena.global());
            } catch (IllegalArgumentException e) {
                return function -> Optional.empty(); // a machine without the library lacks its functions too
            }
        }
    }

    /** A thread's, with the place where its calls leave errno: a place that threads shared would show each the others'. */
    private static final class Mine extends Caller {

        private static final ThreadLocal<Mine> THREADS = new ThreadLocal<>();

        /**
         * Those of the threads that called last, by the number that no two living threads share. A system call leaves little
         * of the JVM's memory in the nearest caches, and a ThreadLocal reads a map, its array, an entry and a reference.
         */
        private static final Mine[] RECENT = new Mine[64];

        final long threadId = Thread.currentThread().threadId();

        final MemorySegment errno = place(this);
        private MemorySegment[] held;

        private Mine(Ffm backend) {
            super(backend);
        }

        /** As many segments as the call takes: these, and NULL for the others. */
        MemorySegment[] held(Object[] segments, int count) {
            if (held == null) {
                held = new MemorySegment[HELD];
                Arrays.fill(held, MemorySegment.NULL);
            }
            System.arraycopy(segments, 0, held, 0, count);
            return held;
        }
    }

    @Override
    Mine caller() {
        long threadId = Thread.currentThread().threadId();
        Mine recent = Mine.RECENT[(int) threadId & Mine.RECENT.length - 1];
        return recent != null && recent.threadId == threadId ? recent : find(threadId);
    }

    private Mine find(long threadId) {
        Mine mine = Mine.THREADS.get();
        if (mine == null) {
            mine = new Mine(this);
            Mine.THREADS.set(mine);
        }
        Mine.RECENT[(int) threadId & Mine.RECENT.length - 1] = mine;
        return mine;
    }

    @Override
    long call(Caller caller, long function, long a, long b, long c, long d, long e, long g) {
        caller.failedAs = false;
        try {
            return (long) CALL.invokeExact(MemorySegment.ofAddress(function), place(caller), a, b, c, d, e, g);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    @Override
    long apart(Caller caller, long function, long a, long b, long c, long d, long e, long g) {
        try {
            if (apart == null) {
                apart = MethodHandles.lookup().bind(this, "call", MethodType.methodType(long.class, Caller.class, long.class,
                        long.class, long.class, long.class, long.class, long.class, long.class));
            }
            return (long) apart.invokeExact(caller, function, a, b, c, d, e, g);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    @Override
    long holding(Caller caller, Object[] held, int count, long function, long a, long b, long c, long d, long e, long g) {
        Mine mine = (Mine) caller;
        mine.failedAs = false;
        try {
            if (count == 1) {
                return (long) One.CALL.invokeExact(MemorySegment.ofAddress(function), place(mine), a, b, c, d, e, g,
                        (MemorySegment) held[0]);
            }
            return (long) Many.CALL.invokeExact(MemorySegment.ofAddress(function), place(mine), a, b, c, d, e, g,
                    mine.held(held, count));
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        } finally {
            if (count > 1) {
                Arrays.fill(mine.held, 0, count, MemorySegment.NULL);
            }
        }
    }

    @Override
    long variadic(int fixed, long function, long a, long b, long c) {
        Mine mine = caller();
        mine.failedAs = false;
        try {
            return fixed == 1 ? (long) Variadic.ONE.invokeExact(MemorySegment.ofAddress(function), place(mine), a, b, c)
                    : (long) Variadic.TWO.invokeExact(MemorySegment.ofAddress(function), place(mine), a, b, c);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    @Override
    long seven(long function, long a, long b, long c, long d, long e, long g, long h) {
        Mine mine = caller();
        mine.failedAs = false;
        try {
            return (long) Seven.CALL.invokeExact(MemorySegment.ofAddress(function), place(mine), a, b, c, d, e, g, h);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    /** Where a call of this thread leaves errno: of a constant, the compiler knows that nobody frees it. */
    private static MemorySegment place(Caller caller) {
        return ALL.asSlice(caller.block, Caller.ERRNO);
    }

    /** A handle declares Throwable; what comes out of one is unchecked. */
    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }

    @Override
    int errno() {
        return getInt(caller().block);
    }

    @Override
    void errno(int errno) {
        putInt(caller().block, errno);
    }

    @Override
    synchronized long block(int size) {
        return aside(malloc, nobodysErrno, size);
    }

    @Override
    long malloc(Caller caller, int size) {
        return aside(malloc, ((Mine) caller).errno, size);
    }

    @Override
    void free(Caller caller, long address) {
        aside(free, ((Mine) caller).errno, address);
    }

    private long aside(MemorySegment function, MemorySegment errno, long a) {
        try {
            return (long) aside.invokeExact(function, errno, a, 0L, 0L, 0L, 0L, 0L);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    @Override
    Lent lend(ByteBuffer direct) {
        MemorySegment whole = whole(direct);
        return new Lent(whole.address(), whole.scope().getClass() == Collected.SCOPE ? null : whole);
    }

    /** Memory that only the garbage collector takes back, and which needs not be held. */
    private static final class Collected {
        static final Class<?> SCOPE = whole(ByteBuffer.allocateDirect(0)).scope().getClass();
    }

    /** All of a buffer, whatever its position and limit. */
    private static MemorySegment whole(ByteBuffer buffer) {
        return MemorySegment.ofBuffer(buffer.duplicate().clear());
    }

    @Override
    ByteBuffer view(long address, int size) {
        return ALL.asSlice(address, size).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    @Override
    void copyIn(byte[] from, int off, long to, int len) {
        MemorySegment.copy(from, off, ALL, ValueLayout.JAVA_BYTE, to, len);
    }

    @Override
    void copyOut(long from, byte[] to, int off, int len) {
        MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, from, to, off, len);
    }

    @Override
    void putInt(long address, int value) {
        ALL.set(ValueLayout.JAVA_INT_UNALIGNED, address, value);
    }

    @Override
    void putLong(long address, long value) {
        ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, address, value);
    }

    @Override
    int getInt(long address) {
        return ALL.get(ValueLayout.JAVA_INT_UNALIGNED, address);
    }

    @Override
    long getLong(long address) {
        return ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, address);
    }
}
