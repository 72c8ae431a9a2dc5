package libc;

import java.io.IOException;
import libc.internal.Errors;

/** A call that failed, as an exception: {@code socket: EMFILE (Too many open files)}. */
public class ErrnoException extends IOException {

    private static final long serialVersionUID = 1;

    /** The function that failed, as C names it. */
    private final String function;

    /** Why it failed. */
    private final int errno;

    /**
     * A call that failed.
     *
     * @param function the function, as C names it
     * @param errno why
     */
    public ErrnoException(String function, int errno) {
        this.function = function;
        this.errno = errno;
    }

    /**
     * The function that failed.
     *
     * @return its C name
     */
    public String function() {
        return function;
    }

    /**
     * Why it failed.
     *
     * @return the error number, as {@link Errno#EMFILE}, or of getaddrinfo(3) and getnameinfo(3) as {@link Netdb#EAI_NONAME}, which
     *     is negative
     */
    public int errno() {
        return errno;
    }

    /** At a prompt the message is all that there is to say. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return Prompt.hasBegun() ? this : super.fillInStackTrace();
    }

    /** The function, the error's name and its text, made when asked for. */
    @Override
    public String getMessage() {
        boolean isLookUp = errno < 0 && ("getaddrinfo".equals(function) || "getnameinfo".equals(function));
        return function + ": " + (isLookUp ? Names.of("EAI_", errno) + " (" + Netdb.gai_strerror(errno) + ")"
                : Names.errno(errno) + " (" + Errors.text(errno) + ")");
    }
}
