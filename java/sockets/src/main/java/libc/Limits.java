package libc;

/**
 * {@code <limits.h>}: limits that socket programs meet.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/sysconf.3.html">sysconf(3)</a>
 */
public class Limits extends libc.sys.Types {

    /** Most elements of an iovec array in one call. */
    public static final int IOV_MAX = 1024;
    /** Largest n of a printf conversion %n$. */
    public static final int NL_ARGMAX = 4096;
    /** Longest LANG name, in bytes. */
    public static final int NL_LANGMAX = 2048;
    /** Largest message number of a catalogue. */
    public static final int NL_MSGMAX = 2147483647;
    /** Not limited; withdrawn from POSIX. */
    public static final int NL_NMAX = 2147483647;
    /** Largest set number of a catalogue. */
    public static final int NL_SETMAX = 2147483647;
    /** Longest message of a catalogue, in bytes. */
    public static final int NL_TEXTMAX = 2147483647;

    /** Bits of a char. */
    public static final int CHAR_BIT = 8;
    /** Smallest signed char. */
    public static final int SCHAR_MIN = -128;
    /** Largest signed char. */
    public static final int SCHAR_MAX = 127;
    /** Largest unsigned char. */
    public static final int UCHAR_MAX = 255;
    /** Smallest short. */
    public static final int SHRT_MIN = -32768;
    /** Largest short. */
    public static final int SHRT_MAX = 32767;
    /** Largest unsigned short. */
    public static final int USHRT_MAX = 65535;
    /** Smallest int. */
    public static final int INT_MIN = 0x80000000;
    /** Largest int. */
    public static final int INT_MAX = 0x7fffffff;
    /** Largest unsigned int: in Java, the same bits are -1. */
    public static final int UINT_MAX = 0xffffffff;
    /** Smallest long. */
    public static final long LONG_MIN = 0x8000000000000000L;
    /** Largest long. */
    public static final long LONG_MAX = 0x7fffffffffffffffL;
    /** Largest unsigned long: in Java, the same bits are -1. */
    public static final long ULONG_MAX = 0xffffffffffffffffL;
    /** Smallest long long. */
    public static final long LLONG_MIN = LONG_MIN;
    /** Largest long long. */
    public static final long LLONG_MAX = LONG_MAX;
    /** Largest unsigned long long: in Java, the same bits are -1. */
    public static final long ULLONG_MAX = ULONG_MAX;
    /** Most bytes of one call that answers ssize_t. */
    public static final long SSIZE_MAX = LONG_MAX;

    /** Longest name that gethostname(2) answers, in bytes, without the NUL. */
    public static final int HOST_NAME_MAX = 64;
    /** Longest login name, in bytes, with the NUL. */
    public static final int LOGIN_NAME_MAX = 256;
    /** Longest name in a directory, in bytes, without the NUL. */
    public static final int NAME_MAX = 255;
    /** Longest path, in bytes, with the NUL. */
    public static final int PATH_MAX = 4096;
    /** Most bytes that write(2) puts into a pipe in one piece; see pipe(7). */
    public static final int PIPE_BUF = 4096;
    /** Most supplementary groups of a process. */
    public static final int NGROUPS_MAX = 65536;

    /** Not to be made: a header's class has only static members. */
    protected Limits() {}
}
