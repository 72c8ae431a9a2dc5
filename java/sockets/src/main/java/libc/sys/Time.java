package libc.sys;

/**
 * {@code <sys/time.h>}: {@code struct timeval}, which {@link Types} has for all headers, and what {@code
 * <sys/select.h>} has.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/timeval.3type.html">timeval(3type)</a>
 */
public class Time extends Select {

    /** Not to be made: a header's class has only static members. */
    protected Time() {}
}
