package libc.replay;

import java.lang.reflect.Method;
import java.nio.ByteBuffer;

/** Buffers from an arena that can be closed, where the JVM has arenas. */
final class Arenas {

    static final boolean EXIST = Runtime.version().feature() >= 22;

    private static Object arena;

    private Arenas() {}

    static ByteBuffer allocate(int size) {
        try {
            if (arena == null) {
                arena = type("Arena").getMethod("ofConfined").invoke(null);
            }
            Object segment = type("Arena").getMethod("allocate", long.class).invoke(arena, (long) size);
            return (ByteBuffer) type("MemorySegment").getMethod("asByteBuffer").invoke(segment);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Frees what was allocated: nothing may hold it. */
    static void close() {
        if (arena != null) {
            try {
                Method close = type("Arena").getMethod("close");
                close.invoke(arena);
                arena = null;
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName("java.lang.foreign." + name);
    }
}
