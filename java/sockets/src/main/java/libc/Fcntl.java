package libc;

import static libc.Errno.EFAULT;
import static libc.Errno.EINVAL;
import static libc.internal.call.Function.function;
import static libc.internal.call.Native.call;
import static libc.internal.call.Native.refused;
import static libc.internal.call.Native.result;
import static libc.internal.call.Native.variadic;
import static libc.internal.memory.Memory.memory;

import java.nio.ByteBuffer;
import libc.internal.call.Function;
import libc.internal.memory.Memory;

/**
 * {@code <fcntl.h>}: opening files, what a descriptor is set to, moving bytes between pipes. Its constants are in
 * {@link libc.bits.Fcntl}.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/fcntl.2.html">fcntl(2)</a>
 */
public class Fcntl extends libc.bits.Fcntl {

    private static final Function FCNTL = function("int fcntl(int fd, int cmd, ...)");
    private static final Function OPEN = function("int open(const char *pathname, int flags, ...)");
    private static final Function SPLICE =
            function("ssize_t splice(int fd_in, off_t *off_in, int fd_out, off_t *off_out, size_t len, unsigned int flags)");
    private static final Function TEE = function("ssize_t tee(int fd_in, int fd_out, size_t len, unsigned int flags)");

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
     * <p>Sets a property of a descriptor. A number is no memory: a command that takes a pointer fails with EFAULT,
     * one that is unknown here with EINVAL, of an open descriptor, before the kernel could take {@code arg} for an address.
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
                    F_GETLEASE, F_SETLEASE, F_NOTIFY, F_GETPIPE_SZ, F_SETPIPE_SZ, F_ADD_SEALS, F_GET_SEALS,
                    F_DUPFD_QUERY, F_CREATED_QUERY -> result(FCNTL, variadic(FCNTL, fd, cmd, arg));
            case F_GETLK, F_SETLK, F_SETLKW, F_OFD_GETLK, F_OFD_SETLK, F_OFD_SETLKW, F_GETOWN_EX, F_SETOWN_EX,
                    F_GET_RW_HINT, F_SET_RW_HINT, F_GET_FILE_RW_HINT, F_SET_FILE_RW_HINT ->
                result(FCNTL, variadic(FCNTL, fd, cmd, 0)); // no number is taken for a pointer
            default -> unknown(fd);
        };
    }

    /** A command that is not known here could take a pointer: EINVAL, unless the descriptor is the fault. */
    private static int unknown(int fd) {
        return (int) variadic(FCNTL, fd, F_GETSIG, 0) == -1 ? result(FCNTL, -1) : refused(FCNTL, EINVAL);
    }

    /**
     * {@code int fcntl(int fd, int cmd, struct flock *lock);}
     *
     * <p>Locks a part of a file, or asks who does. Without F_OFD a lock is the process's, and any close(2) of the file
     * ends it. F_SETLKW and F_OFD_SETLKW occupy the carrier thread while they wait.
     *
     * @param fd a descriptor
     * @param cmd F_SETLK, F_SETLKW, F_GETLK, F_OFD_SETLK, F_OFD_SETLKW or F_OFD_GETLK
     * @param lock the lock; F_GETLK and F_OFD_GETLK answer in it
     * @return 0, or -1 with {@code errno()} EAGAIN, EACCES, EBADF, EDEADLK, EINTR, EINVAL, ENOLCK, EFAULT
     * @see <a href="https://man7.org/linux/man-pages/man2/fcntl.2.html">fcntl(2)</a>
     */
    public static int fcntl(int fd, int cmd, flock lock) {
        return switch (cmd) {
            case F_GETLK, F_SETLK, F_SETLKW, F_OFD_GETLK, F_OFD_SETLK, F_OFD_SETLKW -> control(fd, cmd, lock);
            default -> unknown(fd);
        };
    }

    /**
     * {@code int fcntl(int fd, int cmd, struct f_owner_ex *owner);}
     *
     * <p>Says or asks who gets SIGIO and SIGURG of a descriptor.
     *
     * @param fd a descriptor
     * @param cmd F_SETOWN_EX or F_GETOWN_EX
     * @param owner the owner; F_GETOWN_EX answers in it
     * @return 0, or -1 with {@code errno()} EBADF, EINVAL, ESRCH, EPERM, EFAULT
     * @see <a href="https://man7.org/linux/man-pages/man2/fcntl.2.html">fcntl(2)</a>
     */
    public static int fcntl(int fd, int cmd, f_owner_ex owner) {
        return switch (cmd) {
            case F_GETOWN_EX, F_SETOWN_EX -> control(fd, cmd, owner);
            default -> unknown(fd);
        };
    }

    private static int control(int fd, int cmd, Struct arg) {
        try (Memory m = memory()) {
            long room = m.in(arg);
            return m.back(result(FCNTL, variadic(FCNTL, fd, cmd, room)), room, arg);
        }
    }

    /**
     * {@code int fcntl(int fd, int cmd, uint64_t *hint);}
     *
     * <p>Says or asks how long written data is expected to live.
     *
     * @param fd a descriptor
     * @param cmd F_GET_RW_HINT, F_SET_RW_HINT, F_GET_FILE_RW_HINT or F_SET_FILE_RW_HINT
     * @param hint RWH_WRITE_LIFE_SHORT, ..., where F_GET answers
     * @return 0, or -1 with {@code errno()} EBADF, EINVAL, EFAULT
     * @throws IndexOutOfBoundsException if {@code hint} is empty
     * @see <a href="https://man7.org/linux/man-pages/man2/fcntl.2.html">fcntl(2)</a>
     */
    public static int fcntl(int fd, int cmd, long[] hint) {
        return switch (cmd) {
            case F_GET_RW_HINT, F_SET_RW_HINT, F_GET_FILE_RW_HINT, F_SET_FILE_RW_HINT -> {
                try (Memory m = memory()) {
                    long room = m.in(hint);
                    yield m.back(result(FCNTL, variadic(FCNTL, fd, cmd, room)), room, hint);
                }
            }
            default -> unknown(fd);
        };
    }

    /**
     * {@code int open(const char *pathname, int flags);}
     *
     * <p>Opens a file. A FIFO or device may make it wait, and then it occupies its carrier thread.
     *
     * @param pathname the file
     * @param flags O_RDONLY, O_WRONLY or O_RDWR, with O_CLOEXEC, O_NONBLOCK, ...
     * @return a descriptor, or -1 with {@code errno()} ENOENT, EACCES, EISDIR, ENOTDIR, ELOOP, EMFILE, ENXIO, EINTR,
     *     EFAULT
     * @throws IllegalArgumentException if there is a NUL in {@code pathname}
     * @see <a href="https://man7.org/linux/man-pages/man2/open.2.html">open(2)</a>
     */
    public static int open(String pathname, int flags) {
        return open(pathname, flags, 0);
    }

    /**
     * {@code int open(const char *pathname, int flags, mode_t mode);}
     *
     * <p>{@link #open(String, int)} that may create the file.
     *
     * @param pathname the file
     * @param flags O_RDONLY, O_WRONLY or O_RDWR, with O_CREAT, O_EXCL, O_TRUNC, O_TMPFILE, ...
     * @param mode permissions of a file that it creates, less those of {@link libc.sys.Stat#umask}
     * @return a descriptor, or -1 with {@code errno()} EEXIST, ENOENT, EACCES, EINVAL, ENOSPC, EROFS, EMFILE, EFAULT
     * @throws IllegalArgumentException if there is a NUL in {@code pathname}
     * @see <a href="https://man7.org/linux/man-pages/man2/open.2.html">open(2)</a>
     */
    public static int open(String pathname, int flags, int mode) {
        try (Memory m = memory()) {
            return result(OPEN, variadic(OPEN, m.in(pathname), flags, mode));
        }
    }

    /**
     * {@code ssize_t splice(int fd_in, off_t *off_in, int fd_out, off_t *off_out, size_t len, unsigned int flags);}
     *
     * <p>Moves bytes between a pipe and another descriptor inside the kernel. Occupies its carrier thread while it
     * waits; {@link Thread#interrupt} does not wake it.
     *
     * @param fd_in where from
     * @param off_in where in it, in bytes, moved on; null for a pipe, or for the descriptor's own offset
     * @param fd_out where to; one of the two is a pipe
     * @param off_out where in it, in bytes, moved on; null for a pipe, or for the descriptor's own offset
     * @param len at most how many bytes
     * @param flags SPLICE_F_NONBLOCK, SPLICE_F_MORE, SPLICE_F_MOVE or 0
     * @return bytes moved, 0 at end of input, or -1 with {@code errno()} EAGAIN, EBADF, EINVAL, ESPIPE, EPIPE, ENOMEM
     * @throws IndexOutOfBoundsException if an offset's array is empty
     * @see <a href="https://man7.org/linux/man-pages/man2/splice.2.html">splice(2)</a>
     */
    public static int splice(int fd_in, long[] off_in, int fd_out, long[] off_out, long len, int flags) {
        try (Memory m = memory()) {
            long in = m.in(off_in);
            long out = m.in(off_out);
            int n = result(SPLICE, m.call(SPLICE, fd_in, in, fd_out, out, len, flags));
            m.back(n, in, off_in);
            return m.back(n, out, off_out);
        }
    }

    /**
     * {@code ssize_t tee(int fd_in, int fd_out, size_t len, unsigned int flags);}
     *
     * <p>Copies bytes from one pipe to another without taking them out of the first. Occupies its carrier thread
     * while it waits; {@link Thread#interrupt} does not wake it.
     *
     * @param fd_in the pipe to read
     * @param fd_out the pipe to write
     * @param len at most how many bytes
     * @param flags SPLICE_F_NONBLOCK or 0
     * @return bytes copied, 0 at end of input, or -1 with {@code errno()} EAGAIN, EINVAL, ENOMEM
     * @see <a href="https://man7.org/linux/man-pages/man2/tee.2.html">tee(2)</a>
     */
    public static int tee(int fd_in, int fd_out, long len, int flags) {
        return result(TEE, call(TEE, fd_in, fd_out, len, flags));
    }

    /**
     * {@code struct flock}: a lock on a part of a file.
     */
    public static final class flock extends Struct {
        /** F_RDLCK, F_WRLCK or F_UNLCK. */
        public int l_type;
        /** What l_start counts from: SEEK_SET, SEEK_CUR or SEEK_END. */
        public int l_whence;
        /** Where the part begins, in bytes. */
        public long l_start;
        /** Its length in bytes; 0 is to the end of the file, however far that moves. */
        public long l_len;
        /** Process that holds the lock; for F_OFD commands 0. */
        public int l_pid;

        /** {@code struct flock a = {0}}. */
        public flock() {}

        /**
         * {@code struct flock a = {l_type, l_whence, l_start, l_len, l_pid}}.
         *
         * @param l_type F_RDLCK, F_WRLCK or F_UNLCK
         * @param l_whence what l_start counts from: SEEK_SET, SEEK_CUR or SEEK_END
         * @param l_start where the part begins, in bytes
         * @param l_len its length in bytes; 0 is to the end of the file, however far that moves
         * @param l_pid process that holds the lock; for F_OFD commands 0
         */
        public flock(int l_type, int l_whence, long l_start, long l_len, int l_pid) {
            this.l_type = l_type;
            this.l_whence = l_whence;
            this.l_start = l_start;
            this.l_len = l_len;
            this.l_pid = l_pid;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public flock(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct flock a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static flock[] array(int n) {
            return filled(new flock[n], flock::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(flock from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            l_type = f.as("F_RDLCK").int16("l_type", l_type);
            l_whence = f.as("SEEK_").int16("l_whence", l_whence);
            l_start = f.int64("l_start", l_start);
            l_len = f.int64("l_len", l_len);
            l_pid = f.int32("l_pid", l_pid);
        }
    }

    /**
     * {@code struct f_owner_ex}: who gets the signals of a descriptor.
     */
    public static final class f_owner_ex extends Struct {
        /** F_OWNER_TID, F_OWNER_PID or F_OWNER_PGRP. */
        public int type;
        /** Id of the thread, the process or the process group. */
        public int pid;

        /** {@code struct f_owner_ex a = {0}}. */
        public f_owner_ex() {}

        /**
         * {@code struct f_owner_ex a = {type, pid}}.
         *
         * @param type F_OWNER_TID, F_OWNER_PID or F_OWNER_PGRP
         * @param pid id of the thread, the process or the process group
         */
        public f_owner_ex(int type, int pid) {
            this.type = type;
            this.pid = pid;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public f_owner_ex(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct f_owner_ex a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static f_owner_ex[] array(int n) {
            return filled(new f_owner_ex[n], f_owner_ex::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(f_owner_ex from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            type = f.as("F_OWNER_").int32("type", type);
            pid = f.int32("pid", pid);
        }
    }
}
