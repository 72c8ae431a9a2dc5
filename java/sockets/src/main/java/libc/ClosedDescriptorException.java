package libc;

/**
 * A descriptor that was closed was closed again, or used: what {@link FdSanitizer} finds. The cause is where it was closed,
 * and the cause of that where it was made, where that is known.
 */
public class ClosedDescriptorException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /** The descriptor. */
    private final int fd;

    /**
     * A call with a descriptor that was closed.
     *
     * @param function the function, as C names it
     * @param fd the descriptor
     * @param closed where it was closed
     */
    public ClosedDescriptorException(String function, int fd, Throwable closed) {
        super(function + ": descriptor " + fd + " was closed", closed);
        this.fd = fd;
    }

    /**
     * The descriptor.
     *
     * @return its number
     */
    public int fd() {
        return fd;
    }
}
