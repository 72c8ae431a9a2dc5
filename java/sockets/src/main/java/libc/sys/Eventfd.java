package libc.sys;

import static libc.internal.call.Function.function;
import static libc.internal.call.Native.call;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;

import libc.internal.call.Function;
import libc.internal.memory.Memory;

/**
 * {@code <sys/eventfd.h>}: a counter that can be waited for as a descriptor.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/eventfd.2.html">eventfd(2)</a>
 */
public class Eventfd extends Types {

    private static final Function EVENTFD = function("int eventfd(unsigned int initval, int flags)");
    private static final Function EVENTFD_READ = function("int eventfd_read(int fd, eventfd_t *value)");
    private static final Function EVENTFD_WRITE = function("int eventfd_write(int fd, eventfd_t value)");

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
        return result(EVENTFD, call(EVENTFD, initval, flags));
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
        try (Memory m = memory()) {
            long room = m.in(value);
            return m.back(result(EVENTFD_READ, m.call(EVENTFD_READ, fd, room)), room, value);
        }
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
        return result(EVENTFD_WRITE, call(EVENTFD_WRITE, fd, value));
    }
}
