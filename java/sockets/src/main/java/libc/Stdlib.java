package libc;

import static libc.Errno.EINVAL;
import static libc.Errno.ERANGE;

import java.nio.charset.StandardCharsets;
import libc.internal.call.Caller;
import libc.sys.Types;

/** {@code <stdlib.h>}: numbers from text, the environment and the program's end. */
public class Stdlib extends Types {

    /** The {@link #exit} status of success. */
    public static final int EXIT_SUCCESS = 0;

    /** The {@link #exit} status of failure. */
    public static final int EXIT_FAILURE = 1;

    /** Not to be made: a header's class has only static members. */
    protected Stdlib() {}

    /**
     * {@code void exit(int status);}
     *
     * <p>Ends the JVM, with {@link System#out} and {@link System#err} flushed first. The compiler does not know that it
     * never returns: a method that has a result wants a {@code return} behind it.
     *
     * @param status what the parent sees, of which the lower 8 bits count
     * @see <a href="https://man7.org/linux/man-pages/man3/exit.3.html">exit(3)</a>
     */
    public static void exit(int status) {
        System.out.flush();
        System.err.flush();
        System.exit(status);
    }

    /**
     * {@code char *getenv(const char *name);}
     *
     * <p>Looks a variable up in the environment that the JVM was started with.
     *
     * @param name the variable's name
     * @return its value, or null if there is none
     * @see <a href="https://man7.org/linux/man-pages/man3/getenv.3.html">getenv(3)</a>
     */
    public static String getenv(String name) {
        return System.getenv(name);
    }

    /**
     * {@code int atoi(const char *nptr);}
     *
     * <p>Reads a decimal number as {@code (int) strtol(nptr, null, 10)} does.
     *
     * @param nptr the text, up to its NUL or its end
     * @return the number, of one too large its lower 32 bits, and 0 if there is none
     * @see <a href="https://man7.org/linux/man-pages/man3/atoi.3.html">atoi(3)</a>
     */
    public static int atoi(String nptr) {
        return (int) strtol(nptr, null, 10);
    }

    /**
     * {@link #atoi(String)} of the text in an array.
     *
     * @param nptr the text, up to its NUL or its end
     * @return the number, of one too large its lower 32 bits, and 0 if there is none
     */
    public static int atoi(byte[] nptr) {
        return (int) strtol(nptr, null, 10);
    }

    /**
     * {@code long strtol(const char *nptr, char **endptr, int base);}
     *
     * <p>Reads a number, after white space and with or without a sign.
     *
     * @param nptr the text, up to its NUL or its end
     * @param endptr an array of one that receives the index, in bytes from the start, of the first byte that is not
     *     part of the number (0 if there is no number), or null
     * @param base 2 to 36, where 16 allows {@code 0x} in front; or 0, where {@code 0x} means 16, {@code 0} means 8,
     *     and all else 10
     * @return the number; {@link Long#MIN_VALUE} or {@link Long#MAX_VALUE} with {@code errno()} ERANGE if it is beyond;
     *     0 if there is none, and with EINVAL, {@code endptr} as it was, if there is no such base
     * @see <a href="https://man7.org/linux/man-pages/man3/strtol.3.html">strtol(3)</a>
     */
    public static long strtol(String nptr, int[] endptr, int base) {
        return strtol(nptr.getBytes(StandardCharsets.UTF_8), endptr, base);
    }

    /**
     * {@link #strtol(String, int[], int)} of the text in an array.
     *
     * @param nptr the text, up to its NUL or its end
     * @param endptr an array of one that receives the index of the first byte that is not part of the number, or null
     * @param base 2 to 36, or 0
     * @return the number, or 0
     */
    public static long strtol(byte[] nptr, int[] endptr, int base) {
        if (base < 0 || base == 1 || base > Character.MAX_RADIX) {
            Caller.current().failed("strtol", EINVAL);
            return 0;
        }
        int at = 0;
        while (isspace(at(nptr, at))) {
            at++;
        }
        boolean negative = at(nptr, at) == '-';
        if (negative || at(nptr, at) == '+') {
            at++;
        }
        boolean prefixed = at(nptr, at) == '0' && (at(nptr, at + 1) | 0x20) == 'x'
                && Character.digit(at(nptr, at + 2), 16) >= 0;
        int radix = base != 0 ? base : prefixed ? 16 : at(nptr, at) == '0' ? 8 : 10;
        int start = prefixed && radix == 16 ? at + 2 : at;
        int end = start;
        long value = 0; // negative, as there are more numbers below 0 than above
        boolean beyond = false;
        for (int digit; (digit = Character.digit(at(nptr, end), radix)) >= 0; end++) {
            beyond |= value < (Long.MIN_VALUE + digit) / radix;
            value = value * radix - digit;
        }
        if (endptr != null) {
            endptr[0] = end == start ? 0 : end;
        }
        if (beyond || !negative && value == Long.MIN_VALUE) {
            Caller.current().failed("strtol", ERANGE);
            return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return negative ? value : -value;
    }

    private static byte at(byte[] s, int index) {
        return index < s.length ? s[index] : 0;
    }

    private static boolean isspace(byte c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
