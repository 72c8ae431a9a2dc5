package libc.sys;

import static libc.internal.call.Function.function;
import static libc.internal.call.Native.call;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;

import libc.Fcntl;
import libc.Signal.siginfo_t;
import libc.internal.call.Function;
import libc.internal.memory.Memory;

/**
 * {@code <sys/pidfd.h>}: processes as descriptors, which poll(2) finds readable when the process has ended. It came
 * with glibc 2.36; before, its functions answer ENOSYS.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/pidfd_open.2.html">pidfd_open(2)</a>
 */
public class Pidfd extends Fcntl {

    private static final Function PIDFD_OPEN = function("int pidfd_open(pid_t pid, unsigned int flags)");
    private static final Function PIDFD_GETFD = function("int pidfd_getfd(int pidfd, int targetfd, unsigned int flags)");
    private static final Function PIDFD_SEND_SIGNAL =
            function("int pidfd_send_signal(int pidfd, int sig, siginfo_t *info, unsigned int flags)");

    /** pidfd_open: waitid(2) does not block on it. */
    public static final int PIDFD_NONBLOCK = O_NONBLOCK;

    /** Not to be made: a header's class has only static members. */
    protected Pidfd() {}

    /**
     * {@code int pidfd_open(pid_t pid, unsigned int flags);}
     *
     * <p>Makes a descriptor of a process.
     *
     * @param pid the process
     * @param flags PIDFD_NONBLOCK or 0
     * @return a descriptor, close-on-exec, or -1 with {@code errno()} ESRCH, EINVAL, EMFILE, ENOSYS
     * @see <a href="https://man7.org/linux/man-pages/man2/pidfd_open.2.html">pidfd_open(2)</a>
     */
    public static int pidfd_open(int pid, int flags) {
        return result(PIDFD_OPEN, call(PIDFD_OPEN, pid, flags));
    }

    /**
     * {@code int pidfd_getfd(int pidfd, int targetfd, unsigned int flags);}
     *
     * <p>Makes a descriptor of this process another name of an open file of another process.
     *
     * @param pidfd a descriptor of the other process
     * @param targetfd the descriptor there
     * @param flags 0
     * @return a descriptor, close-on-exec, or -1 with {@code errno()} EBADF, EPERM, ESRCH, EINVAL, EMFILE, ENOSYS
     * @see <a href="https://man7.org/linux/man-pages/man2/pidfd_getfd.2.html">pidfd_getfd(2)</a>
     */
    public static int pidfd_getfd(int pidfd, int targetfd, int flags) {
        return result(PIDFD_GETFD, call(PIDFD_GETFD, pidfd, targetfd, flags));
    }

    /**
     * {@code int pidfd_send_signal(int pidfd, int sig, siginfo_t *info, unsigned int flags);}
     *
     * <p>Sends a signal to a process, which cannot meanwhile have become another one of the same number.
     *
     * @param pidfd a descriptor of the process
     * @param sig SIGTERM, ..., or 0 to ask no more than whether it could be sent
     * @param info what comes with it, or null for what comes with kill(2)
     * @param flags 0
     * @return 0, or -1 with {@code errno()} EBADF, EINVAL, EPERM, ESRCH, ENOSYS
     * @see <a href="https://man7.org/linux/man-pages/man2/pidfd_send_signal.2.html">pidfd_send_signal(2)</a>
     */
    public static int pidfd_send_signal(int pidfd, int sig, siginfo_t info, int flags) {
        try (Memory m = memory()) {
            return result(PIDFD_SEND_SIGNAL, m.call(PIDFD_SEND_SIGNAL, pidfd, sig, m.in(info), flags));
        }
    }
}
