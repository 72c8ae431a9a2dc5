package libc;

import static libc.Errno.EFAULT;
import static libc.Errno.EINVAL;
import static libc.internal.Native.LIBC;
import static libc.internal.Native.refused;
import static libc.internal.Native.result;

/**
 * {@code <fcntl.h>}: what a descriptor is set to. Its constants are in {@link libc.bits.Fcntl}.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/fcntl.2.html">fcntl(2)</a>
 */
public class Fcntl extends libc.bits.Fcntl {

    /** Not to be made: a header's class has only static members. */
    protected Fcntl() {}

    /**
     * {@code int fcntl(int fd, int cmd);}
     *
     * <p>Asks for a property of a descriptor by a command that takes no argument.
     *
     * @param fd a descriptor
     * @param cmd F_GETFL, F_GETFD, F_GETOWN, F_GETSIG, F_GETPIPE_SZ, ...
     * @return what the command says, or -1 with {@code errno()} EBADF, EINVAL, EFAULT
     * @see <a href="https://man7.org/linux/man-pages/man2/fcntl.2.html">fcntl(2)</a>
     */
    public static int fcntl(int fd, int cmd) {
        return fcntl(fd, cmd, 0);
    }

    /**
     * {@code int fcntl(int fd, int cmd, int arg);}
     *
     * <p>Sets a property of a descriptor. A number is no memory: a command that takes a pointer answers EFAULT,
     * one that is unknown here EINVAL, before the kernel could take {@code arg} for an address.
     *
     * @param fd a descriptor
     * @param cmd F_SETFL, F_SETFD, F_DUPFD, F_DUPFD_CLOEXEC, F_SETOWN, F_SETPIPE_SZ, ...
     * @param arg the command's argument
     * @return what the command says, or -1 with {@code errno()} EBADF, EINVAL, EMFILE, EPERM, EFAULT
     * @see <a href="https://man7.org/linux/man-pages/man2/fcntl.2.html">fcntl(2)</a>
     */
    public static int fcntl(int fd, int cmd, int arg) {
        return switch (cmd) {
            case F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_GETOWN, F_SETOWN, F_GETSIG, F_SETSIG,
                    F_GETLEASE, F_SETLEASE, F_NOTIFY, F_GETPIPE_SZ, F_SETPIPE_SZ, F_ADD_SEALS, F_GET_SEALS ->
                result("fcntl", LIBC.fcntl(fd, cmd, arg));
            case F_GETLK, F_SETLK, F_SETLKW, F_OFD_GETLK, F_OFD_SETLK, F_OFD_SETLKW, F_GETOWN_EX, F_SETOWN_EX,
                    F_GET_RW_HINT, F_SET_RW_HINT, F_GET_FILE_RW_HINT, F_SET_FILE_RW_HINT -> refused("fcntl", EFAULT);
            default -> refused("fcntl", EINVAL);
        };
    }
}
