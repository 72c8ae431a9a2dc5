package libc.sys;

import static libc.internal.Libc.processes;
import static libc.internal.Native.result;

import libc.Fcntl;
import libc.Signal.siginfo_t;
import libc.internal.Scratch;

/**
 * {@code <sys/pidfd.h>}: processes as descriptors, which poll(2) finds readable when the process has ended. It came
 * with glibc 2.36; before, its functions answer ENOSYS.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/pidfd_open.2.html">pidfd_open(2)</a>
 */
public class Pidfd extends Fcntl {

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
        return result("pidfd_open", processes().pidfd_open(pid, flags));
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
        return result("pidfd_getfd", processes().pidfd_getfd(pidfd, targetfd, flags));
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
        return result("pidfd_send_signal",
                processes().pidfd_send_signal(pidfd, sig, Scratch.current().place(0, info), flags));
    }
}
