package libc.sys;

import static libc.internal.Libc.files;
import static libc.internal.Native.result;

import libc.internal.Scratch;

/**
 * {@code <sys/eventfd.h>}: a counter that can be waited for as a descriptor.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/eventfd.2.html">eventfd(2)</a>
 */
public class Eventfd extends Types {

    /** Each read takes 1 from the counter instead of all. */
    public static final int EFD_SEMAPHORE = 1;
    /** The descriptor is closed by execve(2). */
    public static final int EFD_CLOEXEC = 524288;
    /** The descriptor starts with O_NONBLOCK. */
    public static final int EFD_NONBLOCK = 2048;

    /** Not to be made: a header's class has only static members. */
    protected Eventfd() {}

    /**
     * {@code int eventfd(unsigned int initval, int flags);}
     *
     * <p>Makes a counter.
     *
     * @param initval what it begins with, unsigned
     * @param flags EFD_SEMAPHORE, EFD_NONBLOCK, EFD_CLOEXEC or 0
     * @return a descriptor, or -1 with {@code errno()} EINVAL, EMFILE, ENFILE, ENOMEM
     * @see <a href="https://man7.org/linux/man-pages/man2/eventfd.2.html">eventfd(2)</a>
     */
    public static int eventfd(int initval, int flags) {
        return result("eventfd", files().eventfd(initval, flags));
    }

    /**
     * {@code int eventfd_read(int fd, eventfd_t *value);}
     *
     * <p>Takes the counter, or with EFD_SEMAPHORE 1 of it, waiting as long as it is 0. Occupies its carrier thread
     * while it waits; {@link Thread#interrupt} does not wake it.
     *
     * @param fd the counter's descriptor
     * @param value where its value goes
     * @return 0, or -1 with {@code errno()} EAGAIN, EBADF, EINTR, EINVAL, EFAULT
     * @throws IndexOutOfBoundsException if {@code value} is empty
     * @see <a href="https://man7.org/linux/man-pages/man2/eventfd.2.html">eventfd(2)</a>
     */
    public static int eventfd_read(int fd, long[] value) {
        Scratch scratch = Scratch.current();
        return scratch.copyOutPlace(result("eventfd_read", files().eventfd_read(fd, scratch.place(0, value))), 0, value);
    }

    /**
     * {@code int eventfd_write(int fd, eventfd_t value);}
     *
     * <p>Adds to the counter, waiting while that would be beyond its maximum. Occupies its carrier thread while it
     * waits; {@link Thread#interrupt} does not wake it.
     *
     * @param fd the counter's descriptor
     * @param value what to add, unsigned, not the highest number there is
     * @return 0, or -1 with {@code errno()} EAGAIN, EBADF, EINTR, EINVAL
     * @see <a href="https://man7.org/linux/man-pages/man2/eventfd.2.html">eventfd(2)</a>
     */
    public static int eventfd_write(int fd, long value) {
        return result("eventfd_write", files().eventfd_write(fd, value));
    }
}
