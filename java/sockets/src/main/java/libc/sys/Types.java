package libc.sys;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.stream.Collectors;
import libc.Struct;
import libc.internal.Signals;

/**
 * {@code <sys/types.h>}, and what many headers show: {@code sizeof}, {@code offsetof} and the structs of time.
 * Every header's class extends this one.
 */
public class Types {

    /** Not to be made: a header's class has only static members. */
    protected Types() {}

    /**
     * {@code sizeof(struct T)}.
     *
     * @param struct a struct
     * @return its size in bytes, padding included
     */
    public static int sizeof(Struct struct) {
        return struct.size();
    }

    /**
     * {@code sizeof} of an array of structs.
     *
     * @param structs the array
     * @return its size in bytes
     */
    public static int sizeof(Struct[] structs) {
        Class<?> type = structs.getClass().getComponentType();
        return Math.multiplyExact(structs.length, Struct.layout(type.asSubclass(Struct.class)).size());
    }

    /**
     * {@code sizeof} of a {@code char[]}.
     *
     * @param array the array
     * @return its size in bytes
     */
    public static int sizeof(byte[] array) {
        return array.length;
    }

    /**
     * {@code sizeof} of an {@code int[]}; of a variable whose address is passed, which is an array of one, 4.
     *
     * @param array the array
     * @return its size in bytes
     */
    public static int sizeof(int[] array) {
        return Math.multiplyExact(array.length, Integer.BYTES);
    }

    /**
     * {@code sizeof} of a {@code long[]}; of a variable whose address is passed, which is an array of one, 8.
     *
     * @param array the array
     * @return its size in bytes
     */
    public static int sizeof(long[] array) {
        return Math.multiplyExact(array.length, Long.BYTES);
    }

    /**
     * {@code sizeof} of a buffer: of what a call would take of it, from its position to its limit.
     *
     * @param buffer the buffer
     * @return its remaining bytes
     */
    public static int sizeof(ByteBuffer buffer) {
        return buffer.remaining();
    }

    /**
     * {@code sizeof(type)}.
     *
     * @param type a struct's class, or that of a primitive type of C's size: {@code sizeof(int.class)}
     * @return its size in bytes
     * @throws IllegalArgumentException if C has no such type
     */
    public static int sizeof(Class<?> type) {
        if (type == int.class) {
            return Integer.BYTES;
        } else if (type == long.class) {
            return Long.BYTES;
        } else if (type == short.class) {
            return Short.BYTES;
        } else if (type == byte.class) {
            return Byte.BYTES;
        } else if (Struct.class.isAssignableFrom(type)) {
            return Struct.layout(type.asSubclass(Struct.class)).size();
        }
        throw new IllegalArgumentException("no type of C: " + type.getName());
    }

    /**
     * {@code offsetof(struct T, member)}.
     *
     * @param struct the struct's class
     * @param member the name of one of its fields
     * @return the field's distance from the struct's start, in bytes
     * @throws IllegalArgumentException if there is no such field
     * @see <a href="https://man7.org/linux/man-pages/man3/offsetof.3.html">offsetof(3)</a>
     */
    public static int offsetof(Class<? extends Struct> struct, String member) {
        return Struct.layout(struct).offsetof(member);
    }

    /**
     * {@code &a[k]}: the array from an element on. Its slots are the same structs.
     *
     * @param <T> the struct
     * @param a the array
     * @param k the index of the element that becomes the first
     * @return the rest of the array
     * @throws IndexOutOfBoundsException if there is no such element, nor is it the array's end
     */
    public static <T extends Struct> T[] from(T[] a, int k) {
        return Arrays.copyOfRange(a, Objects.checkFromToIndex(k, a.length, a.length), a.length);
    }

    /** {@code struct timeval}: a time in seconds and microseconds. */
    public static final class timeval extends Struct {
        /** Seconds. */
        public long tv_sec;
        /** Microseconds, 0 to 999,999. */
        public long tv_usec;

        /** {@code struct timeval tv = {0}}. */
        public timeval() {}

        /**
         * {@code struct timeval tv = {tv_sec, tv_usec}}.
         *
         * @param tv_sec seconds
         * @param tv_usec microseconds
         */
        public timeval(long tv_sec, long tv_usec) {
            this.tv_sec = tv_sec;
            this.tv_usec = tv_usec;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public timeval(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct timeval a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static timeval[] array(int n) {
            return filled(new timeval[n], timeval::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(timeval from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            tv_sec = f.int64("tv_sec", tv_sec);
            tv_usec = f.int64("tv_usec", tv_usec);
        }
    }

    /**
     * {@code struct timespec}: a time in seconds and nanoseconds.
     */
    public static final class timespec extends Struct {
        /** Seconds. */
        public long tv_sec;
        /** Nanoseconds, 0 to 999,999,999. */
        public long tv_nsec;

        /** {@code struct timespec a = {0}}. */
        public timespec() {}

        /**
         * {@code struct timespec a = {tv_sec, tv_nsec}}.
         *
         * @param tv_sec seconds
         * @param tv_nsec nanoseconds, 0 to 999,999,999
         */
        public timespec(long tv_sec, long tv_nsec) {
            this.tv_sec = tv_sec;
            this.tv_nsec = tv_nsec;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public timespec(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct timespec a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static timespec[] array(int n) {
            return filled(new timespec[n], timespec::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(timespec from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            tv_sec = f.int64("tv_sec", tv_sec);
            tv_nsec = f.int64("tv_nsec", tv_nsec);
        }
    }

    /**
     * {@code struct iovec}: a piece of memory, one of several that a call gathers from or scatters to. A part of an array is
     * {@code ByteBuffer.wrap(array, off, len)}.
     */
    public static final class iovec extends Struct {
        /**
         * The memory: a {@code byte[]}, a ByteBuffer (from its position, which the call advances), a struct, to send also
         * a String.
         */
        public Object iov_base;
        /** How many bytes of it. */
        public int iov_len;

        /** {@code struct iovec a = {0}}. */
        public iovec() {}

        /**
         * {@code struct iovec a = {iov_base, iov_len}}.
         *
         * @param iov_base the memory
         * @param iov_len how many bytes of it
         */
        public iovec(Object iov_base, int iov_len) {
            this.iov_base = iov_base;
            this.iov_len = iov_len;
        }

        /**
         * {@code struct iovec a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static iovec[] array(int n) {
            return filled(new iovec[n], iovec::new);
        }

        /**
         * {@code *this = from}: both point to the same memory then.
         *
         * @param from the struct to copy
         */
        public void set(iovec from) {
            iov_base = from.iov_base;
            iov_len = from.iov_len;
        }

        @Override
        protected void fields(Fields f) {
            f.pointer("iov_base", iov_base);
            iov_len = (int) f.int64("iov_len", iov_len);
        }
    }

    /**
     * {@code sigset_t}: a set of signals. What works on it is in {@link libc.Signal}.
     */
    public static final class sigset_t extends Struct {
        /** The bits of signals 1 to 1024, those of {@code unsigned long __val[16]} in memory. */
        public final byte[] __val = new byte[128];

        /** {@code sigset_t a = {0}}: no signal. */
        public sigset_t() {}

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public sigset_t(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the set to copy
         */
        public void set(sigset_t from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.bytes("__val", __val, Long.BYTES);
        }

        @Override
        public String toString() {
            return BitSet.valueOf(__val).stream().mapToObj(bit -> Signals.name(bit + 1))
                    .collect(Collectors.joining(" ", "[", "]"));
        }
    }
}
