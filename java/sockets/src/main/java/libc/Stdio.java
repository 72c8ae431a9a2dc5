package libc;

import static libc.Errno.EBADF;
import static libc.Errno.EIO;
import static libc.Strings.strlen;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import libc.internal.Printf;
import libc.internal.call.Caller;
import libc.sys.Types;

/**
 * {@code <stdio.h>}: formatted output and lines, for programs ported from C.
 *
 * <p>{@link #stdout}, {@link #stderr} and {@link #stdin} are what {@link System#out}, {@link System#err} and
 * {@link System#in} are at the time of each call, so C's output and Java's come in order. Text is written as UTF-8,
 * whatever the stream's encoding; what is counted is bytes.
 *
 * <p>The {@code printf} family knows the conversions {@code d i u o x X c s p e E f F g G m %}, the flags
 * {@code - + # 0} and space, width and precision, {@code *} for both, and the length modifiers
 * {@code hh h l ll z j t}, which say how many bits of an argument are meant: 8, 16, 64 with the others, and 32
 * without one.
 *
 * <ul>
 * <li>{@code %d %i %u %o %x %X} print any of Java's integer types, {@code char} and {@code boolean} (1, 0). A
 *     {@code byte} is unsigned under {@code %u %o %x %X}.
 * <li>{@code %c} prints an integer as one byte, a {@code char} as UTF-8.
 * <li>{@code %s} prints a {@code String} or {@code byte[]} up to its NUL or its end, and {@code null} as
 *     {@code (null)}; the precision counts bytes.
 * <li>{@code %p} prints an address that is an integer; {@code null} is {@code (nil)}. Objects have none.
 * <li>{@code %n}, which writes to memory, is refused, and so are wide characters, {@code %a} and {@code %1$d}.
 * </ul>
 */
public class Stdio extends Types {

    /** What input at its end and failed output answer. */
    public static final int EOF = -1;

    /** Standard input: {@link System#in}, which reads ahead of what is asked of it, as C's does. */
    public static final FILE stdin = new FILE(() -> System.in, () -> null);

    /** Standard output: {@link System#out}, which decides whether it is buffered. */
    public static final FILE stdout = new FILE(() -> null, () -> System.out);

    /** Standard error: {@link System#err}, flushed by each call. */
    public static final FILE stderr = new FILE(() -> null, () -> System.err);

    /** Not to be made: a header's class has only static members. */
    protected Stdio() {}

    /** {@code FILE}: one of the three standard streams. */
    public static final class FILE {
        private final Supplier<InputStream> in;
        private final Supplier<PrintStream> out;

        private FILE(Supplier<InputStream> in, Supplier<PrintStream> out) {
            this.in = in;
            this.out = out;
        }
    }

    /**
     * {@code int printf(const char *format, ...);}
     *
     * <p>Prints to {@link #stdout}, in one write. A write that fails shows at {@link #fflush}.
     *
     * @param format the format, described at {@link Stdio}
     * @param args its arguments; more than it needs are ignored
     * @return bytes printed
     * @throws IllegalArgumentException if there are too few arguments, one is of a type that its conversion does not
     *     print, or a conversion is unknown; nothing is printed then
     * @see <a href="https://man7.org/linux/man-pages/man3/printf.3.html">printf(3)</a>
     */
    public static int printf(String format, Object... args) {
        return fprintf(stdout, format, args);
    }

    /**
     * {@code int fprintf(FILE *stream, const char *format, ...);}
     *
     * <p>Prints to a stream, in one write. A write that fails shows at {@link #fflush}.
     *
     * @param stream {@link #stdout} or {@link #stderr}
     * @param format the format, described at {@link Stdio}
     * @param args its arguments; more than it needs are ignored
     * @return bytes printed, or -1 with {@code errno()} EBADF if the stream is for input
     * @throws IllegalArgumentException if there are too few arguments, one is of a type that its conversion does not
     *     print, or a conversion is unknown; nothing is printed then
     * @see <a href="https://man7.org/linux/man-pages/man3/fprintf.3.html">fprintf(3)</a>
     */
    public static int fprintf(FILE stream, String format, Object... args) {
        return write("fprintf", stream, Printf.format(format, args));
    }

    /**
     * {@code int snprintf(char *str, size_t size, const char *format, ...);}
     *
     * <p>Prints to an array, as much as fits into {@code size} bytes, the last of which is a NUL.
     *
     * @param str the array, which may be null if {@code size} is 0
     * @param size how many bytes of it may be written; of 0, nothing is
     * @param format the format, described at {@link Stdio}
     * @param args its arguments; more than it needs are ignored
     * @return the length in bytes that the whole text has, without its NUL: {@code size} or more if it was cut
     * @throws IndexOutOfBoundsException if {@code size} is more than {@code str} holds
     * @throws IllegalArgumentException if there are too few arguments, one is of a type that its conversion does not
     *     print, or a conversion is unknown
     * @see <a href="https://man7.org/linux/man-pages/man3/snprintf.3.html">snprintf(3)</a>
     */
    public static int snprintf(byte[] str, int size, String format, Object... args) {
        Objects.checkFromIndexSize(0, size, str == null ? 0 : str.length);
        byte[] bytes = Printf.format(format, args);
        if (size > 0) {
            int length = Math.min(bytes.length, size - 1);
            System.arraycopy(bytes, 0, str, 0, length);
            str[length] = 0;
        }
        return bytes.length;
    }

    /**
     * {@code void perror(const char *s);}
     *
     * <p>Prints {@code s: } and the text of this thread's {@code errno()} to {@link #stderr}, in the C locale's
     * English.
     *
     * @param s what failed; without one, null or {@code ""}, the text stands alone
     * @see <a href="https://man7.org/linux/man-pages/man3/perror.3.html">perror(3)</a>
     */
    public static void perror(String s) {
        fprintf(stderr, "%s%s%m\n", s == null ? "" : s, s == null || s.isEmpty() ? "" : ": ");
    }

    /**
     * {@code int puts(const char *s);}
     *
     * <p>Prints a string and a newline to {@link #stdout}.
     *
     * @param s the string, up to its NUL or its end
     * @return bytes printed
     * @see <a href="https://man7.org/linux/man-pages/man3/puts.3.html">puts(3)</a>
     */
    public static int puts(String s) {
        return puts(s.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@link #puts(String)} of the string in an array.
     *
     * @param s the string, up to its NUL or its end
     * @return bytes printed
     */
    public static int puts(byte[] s) {
        return printf("%s\n", Objects.requireNonNull(s));
    }

    /**
     * {@code int fputs(const char *s, FILE *stream);}
     *
     * <p>Prints a string to a stream, without a newline.
     *
     * @param s the string, up to its NUL or its end
     * @param stream {@link #stdout} or {@link #stderr}
     * @return 1, or -1 with {@code errno()} EBADF if the stream is for input
     * @see <a href="https://man7.org/linux/man-pages/man3/fputs.3.html">fputs(3)</a>
     */
    public static int fputs(String s, FILE stream) {
        return fputs(s.getBytes(StandardCharsets.UTF_8), stream);
    }

    /**
     * {@link #fputs(String, FILE)} of the string in an array.
     *
     * @param s the string, up to its NUL or its end
     * @param stream {@link #stdout} or {@link #stderr}
     * @return 1, or -1 with {@code errno()} EBADF if the stream is for input
     */
    public static int fputs(byte[] s, FILE stream) {
        return write("fputs", stream, Arrays.copyOf(s, strlen(s))) < 0 ? EOF : 1;
    }

    /**
     * {@code char *fgets(char *s, int size, FILE *stream);}
     *
     * <p>Reads a line, its newline included, or as much of it as fits into {@code size} bytes, the last of which is
     * a NUL. Occupies its carrier thread while it waits.
     *
     * @param s the array for the line
     * @param size how many bytes of it may be written
     * @param stream {@link #stdin}
     * @return {@code s}; or null at end of file, with {@code s} as it was, if {@code size} is 0, or on failure, with
     *     {@code errno()} EIO, or EBADF if the stream is for output
     * @throws IndexOutOfBoundsException if {@code size} is more than {@code s} holds
     * @see <a href="https://man7.org/linux/man-pages/man3/fgets.3.html">fgets(3)</a>
     */
    public static byte[] fgets(byte[] s, int size, FILE stream) {
        Objects.checkFromIndexSize(0, size, s.length);
        InputStream in = stream.in.get();
        if (in == null) {
            failed("fgets", EBADF);
            return null;
        } else if (size == 0) {
            return null;
        }
        int n = 0;
        try {
            while (n < size - 1 && (n == 0 || s[n - 1] != '\n')) {
                int c = in.read();
                if (c < 0 && n == 0) {
                    return null;
                } else if (c < 0) {
                    break;
                }
                s[n++] = (byte) c;
            }
        } catch (IOException e) {
            failed("fgets", EIO);
            return null;
        }
        s[n] = 0;
        return s;
    }

    /**
     * {@code int fflush(FILE *stream);}
     *
     * <p>Writes what a stream keeps buffered.
     *
     * @param stream {@link #stdout} or {@link #stderr}, or null for both; of {@link #stdin} nothing is discarded
     * @return 0, or -1 with {@code errno()} EIO if this or an earlier write failed: a {@link PrintStream} does not
     *     tell why
     * @see <a href="https://man7.org/linux/man-pages/man3/fflush.3.html">fflush(3)</a>
     */
    public static int fflush(FILE stream) {
        if (stream == null) {
            return fflush(stdout) | fflush(stderr);
        }
        PrintStream out = stream.out.get();
        if (out != null && out.checkError()) {
            return failed("fflush", EIO);
        }
        return 0;
    }

    /** Writes at once, so that a line stays whole beside those of other threads. */
    private static int write(String function, FILE stream, byte[] bytes) {
        PrintStream out = stream.out.get();
        if (out == null) {
            return failed(function, EBADF);
        }
        out.write(bytes, 0, bytes.length);
        if (stream == stderr) {
            out.flush();
        }
        return bytes.length;
    }

    private static int failed(String function, int errno) {
        Caller.current().failed(function, errno);
        return EOF;
    }
}
