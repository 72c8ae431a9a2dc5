package libc.sys;

import static libc.internal.call.Function.function;
import static libc.internal.call.Native.call;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;

import libc.internal.call.Function;
import libc.internal.memory.Memory;

/**
 * {@code <sys/timerfd.h>}: timers that can be waited for as descriptors. {@code read(fd, expirations, 8)} into a
 * {@code long[]} tells how often one has expired.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/timerfd_create.2.html">timerfd_create(2)</a>
 */
public class Timerfd extends libc.Time {

    private static final Function TIMERFD_CREATE = function("int timerfd_create(int clockid, int flags)");
    private static final Function TIMERFD_SETTIME = function("int timerfd_settime(int fd, int flags, const struct itimerspec *new_value, "
            + "struct itimerspec *old_value)");
    private static final Function TIMERFD_GETTIME = function("int timerfd_gettime(int fd, struct itimerspec *curr_value)");

    /** The descriptor is closed by execve(2). */
    public static final int TFD_CLOEXEC = 524288;
    /** The descriptor starts with O_NONBLOCK. */
    public static final int TFD_NONBLOCK = 2048;
    /** The time is that of the clock, not from now on. */
    public static final int TFD_TIMER_ABSTIME = 1;
    /** A read fails with ECANCELED when the clock is set. */
    public static final int TFD_TIMER_CANCEL_ON_SET = 2;

    /** Not to be made: a header's class has only static members. */
    protected Timerfd() {}

    /**
     * {@code int timerfd_create(int clockid, int flags);}
     *
     * <p>Makes a timer, disarmed.
     *
     * @param clockid CLOCK_MONOTONIC, CLOCK_REALTIME, CLOCK_BOOTTIME, ...
     * @param flags TFD_NONBLOCK, TFD_CLOEXEC or 0
     * @return a descriptor, or -1 with {@code errno()} EINVAL, EMFILE, ENFILE, ENOMEM, EPERM
     * @see <a href="https://man7.org/linux/man-pages/man2/timerfd_create.2.html">timerfd_create(2)</a>
     */
    public static int timerfd_create(int clockid, int flags) {
        return result(TIMERFD_CREATE, call(TIMERFD_CREATE, clockid, flags));
    }

    /**
     * {@code int timerfd_settime(int fd, int flags, const struct itimerspec *new_value, struct itimerspec *old_value);}
     *
     * <p>Arms or disarms a timer.
     *
     * @param fd the timer's descriptor
     * @param flags TFD_TIMER_ABSTIME, TFD_TIMER_CANCEL_ON_SET or 0
     * @param new_value when it expires; an {@code it_value} of 0 disarms it
     * @param old_value where goes when it would have expired, or null
     * @return 0, or -1 with {@code errno()} EBADF, EINVAL, EFAULT, ECANCELED
     * @see <a href="https://man7.org/linux/man-pages/man2/timerfd_settime.2.html">timerfd_settime(2)</a>
     */
    public static int timerfd_settime(int fd, int flags, itimerspec new_value, itimerspec old_value) {
        try (Memory m = memory()) {
            long old = m.in(old_value);
            return m.back(result(TIMERFD_SETTIME, m.call(TIMERFD_SETTIME, fd, flags, m.in(new_value), old)), old, old_value);
        }
    }

    /**
     * {@code int timerfd_gettime(int fd, struct itimerspec *curr_value);}
     *
     * <p>Tells in what time a timer expires.
     *
     * @param fd the timer's descriptor
     * @param curr_value where the answer goes; an {@code it_value} of 0 is a disarmed timer
     * @return 0, or -1 with {@code errno()} EBADF, EINVAL, EFAULT
     * @see <a href="https://man7.org/linux/man-pages/man2/timerfd_gettime.2.html">timerfd_gettime(2)</a>
     */
    public static int timerfd_gettime(int fd, itimerspec curr_value) {
        try (Memory m = memory()) {
            long room = m.in(curr_value);
            return m.back(result(TIMERFD_GETTIME, m.call(TIMERFD_GETTIME, fd, room)), room, curr_value);
        }
    }
}
