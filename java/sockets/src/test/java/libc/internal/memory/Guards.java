package libc.internal.memory;

import static libc.internal.call.Function.function;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import libc.internal.call.Function;
import libc.internal.call.Native;

/**
 * The rooms of a JVM's calls between pages that nobody may touch, and full of a pattern. A room ends where such a page begins: what
 * goes beyond it in the process is SIGSEGV, in the kernel EFAULT. Before it, up to the other page, there is the pattern too, which has
 * to be there still when the room is given back, and everywhere when it is given out again.
 */
public final class Guards implements Memory.Source {

    /** ASCII, so that it comes out of strings; as a number it is one that neither C nor the kernel gives. */
    private static final byte PATTERN = 0x7f;

    private static final int NUMBER = 0x7f7f7f7f;

    /** So many bytes of it in a row are no coincidence, nor is it all of something smaller that has half as many. */
    private static final int RUN = 8;

    private static final Function GETPAGESIZE = function("int getpagesize(void)");
    private static final Function MMAP =
            function("void *mmap(void *addr, size_t length, int prot, int flags, int fd, off_t offset)");
    private static final Function MPROTECT = function("int mprotect(void *addr, size_t len, int prot)");

    private static final int PROT_NONE = 0;
    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_PRIVATE_ANONYMOUS = 0x22;

    private final int page = (int) Native.call(GETPAGESIZE);

    /** Those that rest, by their size; the one that has rested longest is the next, to find what is written after a call. */
    private final Map<Integer, Deque<Long>> slots = new HashMap<>();

    private byte[] pattern = {};
    private byte[] found = {};

    private Guards() {}

    /** From now on, before this JVM's first call. */
    public static void install() {
        Memory.source = new Guards();
    }

    @Override
    public synchronized long allocate(int size) {
        int whole = whole(size);
        Long slot = slots.computeIfAbsent(whole, unused -> new ArrayDeque<>()).poll();
        long start = slot == null ? map(whole) : slot;
        check(start, whole, "where no room is any more");
        return start + whole - size;
    }

    @Override
    public synchronized void free(long address, int size) {
        int whole = whole(size);
        long start = address + size - whole;
        check(start, whole - size, "before a room of " + size);
        Native.copyIn(pattern, 0, address, size);
        slots.get(whole).add(start);
    }

    private int whole(int size) {
        return Math.max(page, Math.addExact(size, page - 1) / page * page);
    }

    private long map(int size) {
        if (pattern.length < size) {
            pattern = new byte[size];
            found = new byte[size];
            Arrays.fill(pattern, PATTERN);
        }
        long guard = Native.call(MMAP, 0, size + 2L * page, PROT_NONE, MAP_PRIVATE_ANONYMOUS, -1, 0);
        long start = guard + page;
        if (guard == -1 || (int) Native.call(MPROTECT, start, size, PROT_READ_WRITE) == -1) {
            throw new OutOfMemoryError("mmap of " + size + " bytes between guards");
        }
        Native.copyIn(pattern, 0, start, size);
        return start;
    }

    private void check(long at, int size, String where) {
        Native.copyOut(at, found, 0, size);
        int changed = Arrays.mismatch(found, 0, size, pattern, 0, size);
        if (changed != -1) {
            throw new AssertionError("the byte at " + (changed - size) + " " + where + " became " + found[changed]);
        }
    }

    // What came out

    /** Whether the pattern is anywhere in what a call was given, or has returned, and what that points to. */
    public static boolean isIn(Object... memory) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return Arrays.stream(memory).anyMatch(object -> isIn(object, seen));
    }

    private static boolean isIn(Object memory, Set<Object> seen) {
        if (memory == null || !seen.add(memory)) {
            return false;
        } else if (memory instanceof Object[] all) {
            return Arrays.stream(all).anyMatch(one -> isIn(one, seen));
        } else if (memory instanceof Integer number) {
            return number == NUMBER;
        } else if (memory instanceof Long number) {
            return number == NUMBER || number == ((long) NUMBER << Integer.SIZE | NUMBER);
        } else if (memory instanceof String string) {
            return string.contains(String.valueOf((char) PATTERN).repeat(RUN));
        } else if (memory instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.capacity()];
            buffer.duplicate().clear().get(bytes);
            return isInBytes(bytes);
        } else if (memory instanceof byte[] bytes) {
            return isInBytes(bytes);
        } else if (memory instanceof int[] ints) {
            ByteBuffer bytes = ByteBuffer.allocate(ints.length * Integer.BYTES);
            bytes.asIntBuffer().put(ints);
            return isInBytes(bytes.array());
        } else if (memory instanceof long[] longs) {
            ByteBuffer bytes = ByteBuffer.allocate(longs.length * Long.BYTES);
            bytes.asLongBuffer().put(longs);
            return isInBytes(bytes.array());
        }
        return memory.getClass().getName().startsWith("libc.") && !(memory instanceof Enum) && isInFields(memory, seen);
    }

    private static boolean isInBytes(byte[] bytes) {
        int run = 0;
        for (byte b : bytes) {
            run = b == PATTERN ? run + 1 : 0;
            if (run == RUN || run == bytes.length && run >= RUN / 2) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInFields(Object object, Set<Object> seen) {
        for (Class<?> type = object.getClass(); type.getName().startsWith("libc."); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && isIn(value(field, object), seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Object value(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
