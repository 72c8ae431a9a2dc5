package libc;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import libc.internal.Errors;
import libc.internal.memory.Pointee;
import libc.sys.Types;

/**
 * {@code <string.h>}: strings, memory, and the texts of {@code errno}.
 *
 * <p>A {@code char[]} is a {@code byte[]}; the string in it ends at its first NUL or, where there is none, at the
 * array's end. What only reads a string also takes a {@code String}, which stands for its UTF-8 bytes. A pointer into
 * a string is an index, in bytes from its start, and NULL is -1.
 *
 * <p>{@code void *} memory is a {@code byte[]}, a {@link ByteBuffer} (from its position, which stays, to its limit), an
 * {@code int[]}, a {@code long[]}, a {@link Struct} or an array of them, each with the bytes that it has in C's memory;
 * what is only read may be a {@code String} too, whose NUL belongs to it. Where one object is both source and
 * destination the result is as if there were a copy between them.
 */
public class Strings extends Types {

    /** Not to be made: a header's class has only static members. */
    protected Strings() {}

    /**
     * {@code size_t strlen(const char *s);}
     *
     * <p>Measures a string.
     *
     * @param s the string
     * @return its length in bytes, without its NUL
     * @see <a href="https://man7.org/linux/man-pages/man3/strlen.3.html">strlen(3)</a>
     */
    public static int strlen(byte[] s) {
        int length = 0;
        while (length < s.length && s[length] != 0) {
            length++;
        }
        return length;
    }

    /**
     * {@link #strlen(byte[])} of a String.
     *
     * @param s the string
     * @return its length in bytes of UTF-8, not in chars
     */
    public static int strlen(String s) {
        return strlen(utf8(s));
    }

    /**
     * The string in a {@code char[]}, as Java's.
     *
     * @param s the array
     * @return its bytes up to the first NUL or its end, read as UTF-8
     */
    public static String str(byte[] s) {
        return str(s, 0);
    }

    /**
     * The string in a {@code char[]} from an index on, as Java's.
     *
     * @param s the array
     * @param off where the string begins
     * @return the bytes from there up to the first NUL or the array's end, read as UTF-8
     * @throws IndexOutOfBoundsException if {@code off} is not in the array, nor its end
     */
    public static String str(byte[] s, int off) {
        byte[] from = Arrays.copyOfRange(s, Objects.checkFromToIndex(off, s.length, s.length), s.length);
        return new String(from, 0, strlen(from), StandardCharsets.UTF_8);
    }

    /**
     * {@code char *strcpy(char *dest, const char *src);}
     *
     * <p>Copies a string and its NUL.
     *
     * @param dest the array for it
     * @param src the string
     * @return {@code dest}
     * @throws IndexOutOfBoundsException if {@code dest} is too small; it is as it was then
     * @see <a href="https://man7.org/linux/man-pages/man3/strcpy.3.html">strcpy(3)</a>
     */
    public static byte[] strcpy(byte[] dest, byte[] src) {
        return put(dest, 0, src);
    }

    /**
     * {@link #strcpy(byte[], byte[])} of a String.
     *
     * @param dest the array for it
     * @param src the string
     * @return {@code dest}
     * @throws IndexOutOfBoundsException if {@code dest} is too small
     */
    public static byte[] strcpy(byte[] dest, String src) {
        return put(dest, 0, utf8(src));
    }

    /**
     * {@code char *strcat(char *dest, const char *src);}
     *
     * <p>Copies a string and its NUL to the end of another.
     *
     * @param dest the array with the string that grows
     * @param src the string to append
     * @return {@code dest}
     * @throws IndexOutOfBoundsException if {@code dest} is too small; it is as it was then
     * @see <a href="https://man7.org/linux/man-pages/man3/strcat.3.html">strcat(3)</a>
     */
    public static byte[] strcat(byte[] dest, byte[] src) {
        return put(dest, strlen(dest), src);
    }

    /**
     * {@link #strcat(byte[], byte[])} of a String.
     *
     * @param dest the array with the string that grows
     * @param src the string to append
     * @return {@code dest}
     * @throws IndexOutOfBoundsException if {@code dest} is too small
     */
    public static byte[] strcat(byte[] dest, String src) {
        return put(dest, strlen(dest), utf8(src));
    }

    private static byte[] put(byte[] dest, int at, byte[] src) {
        int length = strlen(src);
        Objects.checkFromIndexSize(at, length + 1, dest.length);
        System.arraycopy(src, 0, dest, at, length);
        dest[at + length] = 0;
        return dest;
    }

    /**
     * {@code char *strncpy(char *dest, const char *src, size_t n);}
     *
     * <p>Copies at most {@code n} bytes of a string, and fills up to {@code n} bytes with NULs. Of a string that has
     * {@code n} bytes or more, no NUL is copied.
     *
     * @param dest the array for it
     * @param src the string
     * @param n how many bytes of {@code dest} are written
     * @return {@code dest}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code dest} holds
     * @see <a href="https://man7.org/linux/man-pages/man3/strncpy.3.html">strncpy(3)</a>
     */
    public static byte[] strncpy(byte[] dest, byte[] src, int n) {
        Objects.checkFromIndexSize(0, n, dest.length);
        int length = Math.min(strlen(src), n);
        System.arraycopy(src, 0, dest, 0, length);
        Arrays.fill(dest, length, n, (byte) 0);
        return dest;
    }

    /**
     * {@link #strncpy(byte[], byte[], int)} of a String.
     *
     * @param dest the array for it
     * @param src the string
     * @param n how many bytes of {@code dest} are written
     * @return {@code dest}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code dest} holds
     */
    public static byte[] strncpy(byte[] dest, String src, int n) {
        return strncpy(dest, utf8(src), n);
    }

    /**
     * {@code int strcmp(const char *s1, const char *s2);}
     *
     * <p>Compares two strings by their bytes, as unsigned ones.
     *
     * @param s1 a string
     * @param s2 another
     * @return 0 if they are equal, less than 0 if {@code s1} comes first, else more than 0
     * @see <a href="https://man7.org/linux/man-pages/man3/strcmp.3.html">strcmp(3)</a>
     */
    public static int strcmp(byte[] s1, byte[] s2) {
        return strncmp(s1, s2, Integer.MAX_VALUE);
    }

    /**
     * {@link #strcmp(byte[], byte[])} with a String.
     *
     * @param s1 a string
     * @param s2 another
     * @return 0 if they are equal, less than 0 if {@code s1} comes first, else more than 0
     */
    public static int strcmp(byte[] s1, String s2) {
        return strcmp(s1, utf8(s2));
    }

    /**
     * {@link #strcmp(byte[], byte[])} with a String.
     *
     * @param s1 a string
     * @param s2 another
     * @return 0 if they are equal, less than 0 if {@code s1} comes first, else more than 0
     */
    public static int strcmp(String s1, byte[] s2) {
        return strcmp(utf8(s1), s2);
    }

    /**
     * {@link #strcmp(byte[], byte[])} of Strings.
     *
     * @param s1 a string
     * @param s2 another
     * @return 0 if they are equal, less than 0 if {@code s1} comes first, else more than 0
     */
    public static int strcmp(String s1, String s2) {
        return strcmp(utf8(s1), utf8(s2));
    }

    /**
     * {@code int strncmp(const char *s1, const char *s2, size_t n);}
     *
     * <p>Compares the first {@code n} bytes of two strings, as unsigned ones.
     *
     * @param s1 a string
     * @param s2 another
     * @param n how many bytes count
     * @return 0 if they are equal, less than 0 if {@code s1} comes first, else more than 0
     * @throws IndexOutOfBoundsException if {@code n} is negative
     * @see <a href="https://man7.org/linux/man-pages/man3/strncmp.3.html">strncmp(3)</a>
     */
    public static int strncmp(byte[] s1, byte[] s2, int n) {
        Objects.checkFromIndexSize(0, n, Integer.MAX_VALUE);
        return Arrays.compareUnsigned(s1, 0, Math.min(strlen(s1), n), s2, 0, Math.min(strlen(s2), n));
    }

    /**
     * {@link #strncmp(byte[], byte[], int)} with a String.
     *
     * @param s1 a string
     * @param s2 another
     * @param n how many bytes count
     * @return 0 if they are equal, less than 0 if {@code s1} comes first, else more than 0
     * @throws IndexOutOfBoundsException if {@code n} is negative
     */
    public static int strncmp(byte[] s1, String s2, int n) {
        return strncmp(s1, utf8(s2), n);
    }

    /**
     * {@link #strncmp(byte[], byte[], int)} with a String.
     *
     * @param s1 a string
     * @param s2 another
     * @param n how many bytes count
     * @return 0 if they are equal, less than 0 if {@code s1} comes first, else more than 0
     * @throws IndexOutOfBoundsException if {@code n} is negative
     */
    public static int strncmp(String s1, byte[] s2, int n) {
        return strncmp(utf8(s1), s2, n);
    }

    /**
     * {@link #strncmp(byte[], byte[], int)} of Strings.
     *
     * @param s1 a string
     * @param s2 another
     * @param n how many bytes count
     * @return 0 if they are equal, less than 0 if {@code s1} comes first, else more than 0
     * @throws IndexOutOfBoundsException if {@code n} is negative
     */
    public static int strncmp(String s1, String s2, int n) {
        return strncmp(utf8(s1), utf8(s2), n);
    }

    /**
     * {@code char *strchr(const char *s, int c);}
     *
     * <p>Finds the first {@code c} in a string; of a 0, the string's end.
     *
     * @param s the string
     * @param c the byte to find, of which the lower 8 bits count
     * @return its index in bytes, or -1 where C returns NULL
     * @see <a href="https://man7.org/linux/man-pages/man3/strchr.3.html">strchr(3)</a>
     */
    public static int strchr(byte[] s, int c) {
        int length = strlen(s);
        int i = 0;
        while (i < length && s[i] != (byte) c) {
            i++;
        }
        return i < length || (byte) c == 0 ? i : -1;
    }

    /**
     * {@link #strchr(byte[], int)} in a String.
     *
     * @param s the string
     * @param c the byte to find, of which the lower 8 bits count
     * @return its index in bytes of UTF-8, or -1 where C returns NULL
     */
    public static int strchr(String s, int c) {
        return strchr(utf8(s), c);
    }

    /**
     * {@code char *strstr(const char *haystack, const char *needle);}
     *
     * <p>Finds the first place where a string contains another.
     *
     * @param haystack the string
     * @param needle what to find in it
     * @return its index in bytes, or -1 where C returns NULL
     * @see <a href="https://man7.org/linux/man-pages/man3/strstr.3.html">strstr(3)</a>
     */
    public static int strstr(byte[] haystack, byte[] needle) {
        int length = strlen(needle);
        for (int i = 0, last = strlen(haystack) - length; i <= last; i++) {
            if (Arrays.equals(haystack, i, i + length, needle, 0, length)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * {@link #strstr(byte[], byte[])} of a String.
     *
     * @param haystack the string
     * @param needle what to find in it
     * @return its index in bytes, or -1 where C returns NULL
     */
    public static int strstr(byte[] haystack, String needle) {
        return strstr(haystack, utf8(needle));
    }

    /**
     * {@link #strstr(byte[], byte[])} in a String.
     *
     * @param haystack the string
     * @param needle what to find in it
     * @return its index in bytes of UTF-8, or -1 where C returns NULL
     */
    public static int strstr(String haystack, byte[] needle) {
        return strstr(utf8(haystack), needle);
    }

    /**
     * {@link #strstr(byte[], byte[])} of Strings.
     *
     * @param haystack the string
     * @param needle what to find in it
     * @return its index in bytes of UTF-8, or -1 where C returns NULL
     */
    public static int strstr(String haystack, String needle) {
        return strstr(utf8(haystack), utf8(needle));
    }

    /**
     * {@code void *memset(void *s, int c, size_t n);}
     *
     * <p>Fills the first {@code n} bytes of memory.
     *
     * @param s the memory
     * @param c the byte, of which the lower 8 bits count
     * @param n how many bytes, in C's memory
     * @return {@code s}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code s} holds; it is as it was then
     * @see <a href="https://man7.org/linux/man-pages/man3/memset.3.html">memset(3)</a>
     */
    public static byte[] memset(byte[] s, int c, int n) {
        return fill(s, c, n);
    }

    /**
     * {@link #memset(byte[], int, int)} of a buffer.
     *
     * @param s the buffer, from its position, which stays
     * @param c the byte, of which the lower 8 bits count
     * @param n how many bytes
     * @return {@code s}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code s} holds
     * @throws ReadOnlyBufferException if {@code s} is read-only
     */
    public static ByteBuffer memset(ByteBuffer s, int c, int n) {
        return fill(s, c, n);
    }

    /**
     * {@link #memset(byte[], int, int)} of ints.
     *
     * @param s the ints
     * @param c the byte, of which the lower 8 bits count
     * @param n how many bytes, 4 of each int
     * @return {@code s}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code s} holds
     */
    public static int[] memset(int[] s, int c, int n) {
        return fill(s, c, n);
    }

    /**
     * {@link #memset(byte[], int, int)} of longs.
     *
     * @param s the longs
     * @param c the byte, of which the lower 8 bits count
     * @param n how many bytes, 8 of each long
     * @return {@code s}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code s} holds
     */
    public static long[] memset(long[] s, int c, int n) {
        return fill(s, c, n);
    }

    /**
     * {@link #memset(byte[], int, int)} of a struct.
     *
     * @param <T> the struct
     * @param s the struct
     * @param c the byte, of which the lower 8 bits count
     * @param n how many bytes, in C's layout
     * @return {@code s}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code s} holds
     */
    public static <T extends Struct> T memset(T s, int c, int n) {
        return fill(s, c, n);
    }

    /**
     * {@link #memset(byte[], int, int)} of structs.
     *
     * @param <T> the struct
     * @param s the structs
     * @param c the byte, of which the lower 8 bits count
     * @param n how many bytes, in C's layout
     * @return {@code s}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code s} holds
     */
    public static <T extends Struct> T[] memset(T[] s, int c, int n) {
        return fill(s, c, n);
    }

    private static <T> T fill(T s, int c, int n) {
        ByteBuffer to = Pointee.bytes(s);
        Objects.checkFromIndexSize(0, n, to.limit());
        byte[] bytes = new byte[n];
        Arrays.fill(bytes, (byte) c);
        Pointee.store(s, to.put(0, bytes));
        return s;
    }

    /**
     * {@code void *memcpy(void *dest, const void *src, size_t n);}
     *
     * <p>Copies {@code n} bytes. They may overlap, as with {@link #memmove(byte[], Object, int)}.
     *
     * @param dest the memory to write
     * @param src the memory to read: a {@code byte[]}, ByteBuffer, {@code int[]}, {@code long[]}, struct, array of
     *     structs or String
     * @param n how many bytes, in C's memory
     * @return {@code dest}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code dest} or {@code src} holds; {@code dest} is as
     *     it was then
     * @throws IllegalArgumentException if {@code src} is not memory
     * @see <a href="https://man7.org/linux/man-pages/man3/memcpy.3.html">memcpy(3)</a>
     */
    public static byte[] memcpy(byte[] dest, Object src, int n) {
        return copy(dest, src, n);
    }

    /**
     * {@link #memcpy(byte[], Object, int)} to a buffer.
     *
     * @param dest the buffer, from its position, which stays
     * @param src the memory to read
     * @param n how many bytes
     * @return {@code dest}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code dest} or {@code src} holds
     * @throws ReadOnlyBufferException if {@code dest} is read-only
     */
    public static ByteBuffer memcpy(ByteBuffer dest, Object src, int n) {
        return copy(dest, src, n);
    }

    /**
     * {@link #memcpy(byte[], Object, int)} to ints.
     *
     * @param dest the ints
     * @param src the memory to read
     * @param n how many bytes, 4 for each int
     * @return {@code dest}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code dest} or {@code src} holds
     */
    public static int[] memcpy(int[] dest, Object src, int n) {
        return copy(dest, src, n);
    }

    /**
     * {@link #memcpy(byte[], Object, int)} to longs.
     *
     * @param dest the longs
     * @param src the memory to read
     * @param n how many bytes, 8 for each long
     * @return {@code dest}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code dest} or {@code src} holds
     */
    public static long[] memcpy(long[] dest, Object src, int n) {
        return copy(dest, src, n);
    }

    /**
     * {@link #memcpy(byte[], Object, int)} to a struct.
     *
     * @param <T> the struct
     * @param dest the struct
     * @param src the memory to read
     * @param n how many bytes, in C's layout
     * @return {@code dest}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code dest} or {@code src} holds
     */
    public static <T extends Struct> T memcpy(T dest, Object src, int n) {
        return copy(dest, src, n);
    }

    /**
     * {@link #memcpy(byte[], Object, int)} to structs.
     *
     * @param <T> the struct
     * @param dest the structs
     * @param src the memory to read
     * @param n how many bytes, in C's layout
     * @return {@code dest}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code dest} or {@code src} holds
     */
    public static <T extends Struct> T[] memcpy(T[] dest, Object src, int n) {
        return copy(dest, src, n);
    }

    /**
     * {@code void *memmove(void *dest, const void *src, size_t n);}
     *
     * <p>Copies {@code n} bytes, which may overlap.
     *
     * @param dest the memory to write
     * @param src the memory to read: a {@code byte[]}, ByteBuffer, {@code int[]}, {@code long[]}, struct, array of
     *     structs or String
     * @param n how many bytes, in C's memory
     * @return {@code dest}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code dest} or {@code src} holds; {@code dest} is as
     *     it was then
     * @throws IllegalArgumentException if {@code src} is not memory
     * @see <a href="https://man7.org/linux/man-pages/man3/memmove.3.html">memmove(3)</a>
     */
    public static byte[] memmove(byte[] dest, Object src, int n) {
        return copy(dest, src, n);
    }

    /**
     * {@link #memmove(byte[], Object, int)} to a buffer.
     *
     * @param dest the buffer, from its position, which stays
     * @param src the memory to read
     * @param n how many bytes
     * @return {@code dest}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code dest} or {@code src} holds
     * @throws ReadOnlyBufferException if {@code dest} is read-only
     */
    public static ByteBuffer memmove(ByteBuffer dest, Object src, int n) {
        return copy(dest, src, n);
    }

    /**
     * {@link #memmove(byte[], Object, int)} to ints.
     *
     * @param dest the ints
     * @param src the memory to read
     * @param n how many bytes, 4 for each int
     * @return {@code dest}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code dest} or {@code src} holds
     */
    public static int[] memmove(int[] dest, Object src, int n) {
        return copy(dest, src, n);
    }

    /**
     * {@link #memmove(byte[], Object, int)} to longs.
     *
     * @param dest the longs
     * @param src the memory to read
     * @param n how many bytes, 8 for each long
     * @return {@code dest}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code dest} or {@code src} holds
     */
    public static long[] memmove(long[] dest, Object src, int n) {
        return copy(dest, src, n);
    }

    /**
     * {@link #memmove(byte[], Object, int)} to a struct.
     *
     * @param <T> the struct
     * @param dest the struct
     * @param src the memory to read
     * @param n how many bytes, in C's layout
     * @return {@code dest}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code dest} or {@code src} holds
     */
    public static <T extends Struct> T memmove(T dest, Object src, int n) {
        return copy(dest, src, n);
    }

    /**
     * {@link #memmove(byte[], Object, int)} to structs.
     *
     * @param <T> the struct
     * @param dest the structs
     * @param src the memory to read
     * @param n how many bytes, in C's layout
     * @return {@code dest}
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code dest} or {@code src} holds
     */
    public static <T extends Struct> T[] memmove(T[] dest, Object src, int n) {
        return copy(dest, src, n);
    }

    private static <T> T copy(T dest, Object src, int n) {
        Pointee.store(dest, Pointee.bytes(dest).put(0, Pointee.bytes(src), 0, n));
        return dest;
    }

    /**
     * {@code int memcmp(const void *s1, const void *s2, size_t n);}
     *
     * <p>Compares {@code n} bytes, as unsigned ones.
     *
     * @param s1 memory: a {@code byte[]}, ByteBuffer, {@code int[]}, {@code long[]}, struct, array of structs or String
     * @param s2 other memory
     * @param n how many bytes, in C's memory
     * @return 0 if they are equal, less than 0 if {@code s1} comes first, else more than 0
     * @throws IndexOutOfBoundsException if {@code n} is more than {@code s1} or {@code s2} holds
     * @throws IllegalArgumentException if {@code s1} or {@code s2} is not memory
     * @see <a href="https://man7.org/linux/man-pages/man3/memcmp.3.html">memcmp(3)</a>
     */
    public static int memcmp(Object s1, Object s2, int n) {
        ByteBuffer a = Pointee.bytes(s1).slice(0, n);
        ByteBuffer b = Pointee.bytes(s2).slice(0, n);
        int i = a.mismatch(b);
        return i < 0 ? 0 : Byte.compareUnsigned(a.get(i), b.get(i));
    }

    /**
     * {@code char *strerror(int errnum);}
     *
     * <p>Says what an errno value means, in the C locale's English whatever the JVM's locale.
     *
     * @param errnum an errno value
     * @return its text, {@code Unknown error} and the number if there is no such errno
     * @see <a href="https://man7.org/linux/man-pages/man3/strerror.3.html">strerror(3)</a>
     */
    public static String strerror(int errnum) {
        return Errors.text(errnum);
    }

    /**
     * {@code const char *strerrorname_np(int errnum);}
     *
     * <p>Names an errno value.
     *
     * @param errnum an errno value
     * @return its name, such as {@code EAGAIN}, {@code 0} for 0, or null if there is no such errno
     * @see <a href="https://man7.org/linux/man-pages/man3/strerrorname_np.3.html">strerrorname_np(3)</a>
     */
    public static String strerrorname_np(int errnum) {
        return Errors.name(errnum);
    }

    /**
     * {@code const char *strerrordesc_np(int errnum);}
     *
     * <p>Says what an errno value means, as {@link #strerror} does.
     *
     * @param errnum an errno value
     * @return its text, or null if there is no such errno
     * @see <a href="https://man7.org/linux/man-pages/man3/strerrordesc_np.3.html">strerrordesc_np(3)</a>
     */
    public static String strerrordesc_np(int errnum) {
        return strerrorname_np(errnum) == null ? null : strerror(errnum);
    }

    private static byte[] utf8(String s) {
        return s.getBytes(StandardCharsets.UTF_8);
    }
}
