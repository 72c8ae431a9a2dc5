package libc;

import static libc.Errno.EFAULT;
import static libc.Errno.EINVAL;
import static libc.internal.call.Function.function;
import static libc.internal.call.Native.call;
import static libc.internal.call.Native.refused;
import static libc.internal.call.Native.result;
import static libc.internal.call.Native.resultLong;
import static libc.internal.memory.Memory.memory;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import libc.internal.call.Caller;
import libc.internal.call.Function;
import libc.internal.memory.Memory;
import libc.sys.Types;

/**
 * {@code <unistd.h>}: descriptors, processes and their ids, names and limits of the machine.
 *
 * @see <a href="https://man7.org/linux/man-pages/man0/unistd.h.0p.html">unistd.h(0p)</a>
 */
public class Unistd extends Types {

    private static final Function READ = function("ssize_t read(int fd, void *buf, size_t count)");
    private static final Function WRITE = function("ssize_t write(int fd, const void *buf, size_t count)");
    private static final Function CLOSE = function("int close(int fd)");
    private static final Function UNLINK = function("int unlink(const char *pathname)");
    private static final Function GETPID = function("pid_t getpid(void)");
    private static final Function GETPPID = function("pid_t getppid(void)");
    private static final Function DUP = function("int dup(int oldfd)");
    private static final Function DUP2 = function("int dup2(int oldfd, int newfd)");
    private static final Function DUP3 = function("int dup3(int oldfd, int newfd, int flags)");
    private static final Function PIPE = function("int pipe(int pipefd[2])");
    private static final Function PIPE2 = function("int pipe2(int pipefd[2], int flags)");
    private static final Function CLOSE_RANGE =
            function("int close_range(unsigned int first, unsigned int last, int flags)");
    private static final Function CHOWN = function("int chown(const char *pathname, uid_t owner, gid_t group)");
    private static final Function FCHOWN = function("int fchown(int fd, uid_t owner, gid_t group)");
    private static final Function READLINK = function("ssize_t readlink(const char *pathname, char *buf, size_t bufsiz)");
    private static final Function GETTID = function("pid_t gettid(void)");
    private static final Function GETUID = function("uid_t getuid(void)");
    private static final Function GETEUID = function("uid_t geteuid(void)");
    private static final Function GETGID = function("gid_t getgid(void)");
    private static final Function GETEGID = function("gid_t getegid(void)");
    private static final Function GETHOSTNAME = function("int gethostname(char *name, size_t len)");
    private static final Function SETHOSTNAME = function("int sethostname(const char *name, size_t len)");
    private static final Function GETDOMAINNAME = function("int getdomainname(char *name, size_t len)");
    private static final Function SETDOMAINNAME = function("int setdomainname(const char *name, size_t len)");
    private static final Function SYSCONF = function("long sysconf(int name)");

    /** Descriptor of standard input. */
    public static final int STDIN_FILENO = 0;

    /** Descriptor of standard output. */
    public static final int STDOUT_FILENO = 1;

    /** Descriptor of standard error. */
    public static final int STDERR_FILENO = 2;

    /**
     * {@code extern char **environ;}: the environment of this process, as the JVM found it at its start.
     *
     * @see <a href="https://man7.org/linux/man-pages/man7/environ.7.html">environ(7)</a>
     */
    public static final String[] environ =
            System.getenv().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toArray(String[]::new);

    /** {@link #close_range}: this thread gets a descriptor table of its own first. */
    public static final int CLOSE_RANGE_UNSHARE = 1 << 1;

    /** {@link #close_range}: sets close-on-exec rather than close. */
    public static final int CLOSE_RANGE_CLOEXEC = 1 << 2;

    /** sysconf: bytes of the arguments and the environment of execve(2). */
    public static final int _SC_ARG_MAX = 0;
    /** sysconf: processes of a user. */
    public static final int _SC_CHILD_MAX = 1;
    /** sysconf: ticks of times(2) a second. */
    public static final int _SC_CLK_TCK = 2;
    /** sysconf: supplementary groups of a process. */
    public static final int _SC_NGROUPS_MAX = 3;
    /** sysconf: open descriptors of a process. */
    public static final int _SC_OPEN_MAX = 4;
    /** sysconf: open streams of a process. */
    public static final int _SC_STREAM_MAX = 5;
    /** sysconf: bytes of the name of a time zone. */
    public static final int _SC_TZNAME_MAX = 6;
    /** sysconf: year and month of the POSIX that the system follows, 200809. */
    public static final int _SC_VERSION = 29;
    /** sysconf: bytes of a page of memory. */
    public static final int _SC_PAGESIZE = 30;
    /** sysconf: bytes of a page of memory. */
    public static final int _SC_PAGE_SIZE = _SC_PAGESIZE;
    /** sysconf: bc(1): the largest base of output. */
    public static final int _SC_BC_BASE_MAX = 36;
    /** sysconf: bc(1): elements of an array. */
    public static final int _SC_BC_DIM_MAX = 37;
    /** sysconf: bc(1): the largest scale. */
    public static final int _SC_BC_SCALE_MAX = 38;
    /** sysconf: bc(1): bytes of a string. */
    public static final int _SC_BC_STRING_MAX = 39;
    /** sysconf: weights of an element of LC_COLLATE. */
    public static final int _SC_COLL_WEIGHTS_MAX = 40;
    /** sysconf: expr(1): nested parentheses. */
    public static final int _SC_EXPR_NEST_MAX = 42;
    /** sysconf: bytes of a line that utilities read. */
    public static final int _SC_LINE_MAX = 43;
    /** sysconf: repetitions of a regular expression by an interval. */
    public static final int _SC_RE_DUP_MAX = 44;
    /** sysconf: year and month of the POSIX.2 that the system follows. */
    public static final int _SC_2_VERSION = 46;
    /** sysconf: POSIX.2: are there the tools for C? */
    public static final int _SC_2_C_DEV = 48;
    /** sysconf: POSIX.2: are there the tools for Fortran? */
    public static final int _SC_2_FORT_DEV = 49;
    /** sysconf: POSIX.2: are there Fortran's run-time utilities? */
    public static final int _SC_2_FORT_RUN = 50;
    /** sysconf: POSIX.2: are there the tools for software? */
    public static final int _SC_2_SW_DEV = 51;
    /** sysconf: POSIX.2: can locales be made? */
    public static final int _SC_2_LOCALEDEF = 52;
    /** sysconf: elements of readv(2) and writev(2), sendmsg(2) and recvmsg(2). */
    public static final int _SC_UIO_MAXIOV = 60;
    /** sysconf: elements of readv(2) and writev(2), sendmsg(2) and recvmsg(2). */
    public static final int _SC_IOV_MAX = _SC_UIO_MAXIOV;
    /** sysconf: bytes of a login name, its NUL included. */
    public static final int _SC_LOGIN_NAME_MAX = 71;
    /** sysconf: bytes of a terminal's name, its NUL included. */
    public static final int _SC_TTY_NAME_MAX = 72;
    /** sysconf: processors that the system has. */
    public static final int _SC_NPROCESSORS_CONF = 83;
    /** sysconf: processors that are on line. */
    public static final int _SC_NPROCESSORS_ONLN = 84;
    /** sysconf: pages of memory. */
    public static final int _SC_PHYS_PAGES = 85;
    /** sysconf: pages of memory that are free. */
    public static final int _SC_AVPHYS_PAGES = 86;
    /** sysconf: symbolic links on the way to a file. */
    public static final int _SC_SYMLOOP_MAX = 173;
    /** sysconf: bytes of the name of gethostname(2), without a NUL. */
    public static final int _SC_HOST_NAME_MAX = 180;

    /** Not to be made: a header's class has only static members. */
    protected Unistd() {}

    /**
     * {@code ssize_t read(int fd, void *buf, size_t count);}
     *
     * <p>Reads at most {@code count} bytes into {@code buf}. Occupies its carrier thread while it
     * waits; {@link Thread#interrupt} does not wake it.
     *
     * @param fd a descriptor
     * @param buf where it goes
     * @param count at most how many bytes
     * @return bytes read, 0 at end of file or stream, or -1 with {@code errno()} EAGAIN, ECONNRESET, EBADF, EINTR,
     *     EIO
     * @throws IndexOutOfBoundsException if {@code count} is more than {@code buf} holds
     * @see <a href="https://man7.org/linux/man-pages/man2/read.2.html">read(2)</a>
     */
    public static int read(int fd, byte[] buf, int count) {
        return read(fd, buf, 0, count);
    }

    /**
     * {@link #read(int, byte[], int)} into {@code buf} from {@code off}.
     *
     * @param fd a descriptor
     * @param buf where it goes
     * @param off where in {@code buf}, in bytes
     * @param count at most how many bytes
     * @return bytes read, or -1 with {@code errno()}
     * @throws IndexOutOfBoundsException if that is not within {@code buf}
     */
    public static int read(int fd, byte[] buf, int off, int count) {
        try (Memory m = memory()) {
            long room = m.out(buf, off, count);
            return m.back(result(READ, m.call(READ, fd, room, count)), room, buf, off, count);
        }
    }

    /**
     * {@link #read(int, byte[], int)} into a buffer, from its position to its limit, without a copy if it is direct.
     *
     * @param fd a descriptor
     * @param buf where it goes; what was transferred advances its position
     * @return bytes read, or -1 with {@code errno()}
     * @throws ReadOnlyBufferException if it is read-only
     */
    public static int read(int fd, ByteBuffer buf) {
        return buf == null ? refused(READ, EFAULT) : readInto(fd, buf, 0, buf.remaining());
    }

    /**
     * {@link #read(int, byte[], int)} into ints, in native byte order.
     *
     * @param fd a descriptor
     * @param buf where it goes
     * @param count at most how many bytes
     * @return bytes read, or -1 with {@code errno()}
     */
    public static int read(int fd, int[] buf, int count) {
        return readInto(fd, buf, 0, count);
    }

    /**
     * {@link #read(int, byte[], int)} into longs, in native byte order.
     *
     * @param fd a descriptor
     * @param buf where it goes
     * @param count at most how many bytes
     * @return bytes read, or -1 with {@code errno()}
     */
    public static int read(int fd, long[] buf, int count) {
        return readInto(fd, buf, 0, count);
    }

    /**
     * {@link #read(int, byte[], int)} into a struct.
     *
     * @param fd a descriptor
     * @param buf where it goes
     * @param count at most how many bytes
     * @return bytes read, or -1 with {@code errno()}
     */
    public static int read(int fd, Struct buf, int count) {
        return readInto(fd, buf, 0, count);
    }

    /** Into anything but a byte[], which takes a path of its own: most calls bring one, and it asks for no types. */
    private static int readInto(int fd, Object buf, int off, int count) {
        try (Memory m = memory()) {
            long room = m.out(buf, off, count);
            return m.back(result(READ, m.call(READ, fd, room, count)), room, buf, off, count);
        }
    }

    /**
     * {@code ssize_t write(int fd, const void *buf, size_t count);}
     *
     * <p>Writes at most {@code count} bytes of {@code buf}. A JVM ignores SIGPIPE: a pipe or socket
     * that nobody reads any more answers EPIPE. Occupies its carrier thread while it
     * waits; {@link Thread#interrupt} does not wake it.
     *
     * @param fd a descriptor
     * @param buf what to write
     * @param count how many bytes
     * @return bytes written, maybe fewer than {@code count}, or -1 with {@code errno()} EAGAIN, EPIPE, ECONNRESET,
     *     EBADF, EINTR, ENOSPC
     * @throws IndexOutOfBoundsException if {@code count} is more than {@code buf} has
     * @see <a href="https://man7.org/linux/man-pages/man2/write.2.html">write(2)</a>
     */
    public static int write(int fd, byte[] buf, int count) {
        return write(fd, buf, 0, count);
    }

    /**
     * {@link #write(int, byte[], int)} of {@code buf} from {@code off}.
     *
     * @param fd a descriptor
     * @param buf what to write
     * @param off where in {@code buf}, in bytes
     * @param count how many bytes
     * @return bytes written, or -1 with {@code errno()}
     * @throws IndexOutOfBoundsException if that is not within {@code buf}
     */
    public static int write(int fd, byte[] buf, int off, int count) {
        try (Memory m = memory()) {
            return result(WRITE, m.call(WRITE, fd, m.in(buf, off, count), count));
        }
    }

    /**
     * {@link #write(int, byte[], int)} of a buffer, from its position to its limit, without a copy if it is direct.
     *
     * @param fd a descriptor
     * @param buf what to write; what was transferred advances its position
     * @return bytes written, or -1 with {@code errno()}
     */
    public static int write(int fd, ByteBuffer buf) {
        return buf == null ? refused(WRITE, EFAULT) : writeFrom(fd, buf, 0, buf.remaining());
    }

    /**
     * {@link #write(int, byte[], int)} of a string, as its UTF-8 bytes, whose NUL may be sent too.
     *
     * @param fd a descriptor
     * @param buf what to write
     * @param count how many bytes
     * @return bytes written, or -1 with {@code errno()}
     */
    public static int write(int fd, String buf, int count) {
        return writeFrom(fd, buf, 0, count);
    }

    /**
     * {@link #write(int, byte[], int)} of ints, in native byte order.
     *
     * @param fd a descriptor
     * @param buf what to write
     * @param count how many bytes
     * @return bytes written, or -1 with {@code errno()}
     */
    public static int write(int fd, int[] buf, int count) {
        return writeFrom(fd, buf, 0, count);
    }

    /**
     * {@link #write(int, byte[], int)} of longs, in native byte order.
     *
     * @param fd a descriptor
     * @param buf what to write
     * @param count how many bytes
     * @return bytes written, or -1 with {@code errno()}
     */
    public static int write(int fd, long[] buf, int count) {
        return writeFrom(fd, buf, 0, count);
    }

    /**
     * {@link #write(int, byte[], int)} of a struct.
     *
     * @param fd a descriptor
     * @param buf what to write
     * @param count how many bytes
     * @return bytes written, or -1 with {@code errno()}
     */
    public static int write(int fd, Struct buf, int count) {
        return writeFrom(fd, buf, 0, count);
    }

    /** From anything but a byte[], which takes a path of its own: most calls bring one, and it asks for no types. */
    private static int writeFrom(int fd, Object buf, int off, int count) {
        try (Memory m = memory()) {
            return m.sent(result(WRITE, m.call(WRITE, fd, m.in(buf, off, count), count)), buf);
        }
    }

    /**
     * {@code int close(int fd);}
     *
     * <p>Closes a descriptor. It is closed even if this answers EINTR or EIO; a second try may close what another thread
     * has opened in between. A thread that waits in a call on the descriptor is not woken by it.
     *
     * @param fd a descriptor
     * @return 0, or -1 with {@code errno()} EBADF, EINTR, EIO
     * @see <a href="https://man7.org/linux/man-pages/man2/close.2.html">close(2)</a>
     */
    public static int close(int fd) {
        return result(CLOSE, call(CLOSE, fd));
    }

    /**
     * {@code int unlink(const char *pathname);}
     *
     * <p>Removes a name from the file system, as that of a UNIX socket, which outlives the socket.
     *
     * @param pathname the name
     * @return 0, or -1 with {@code errno()} ENOENT, EACCES, EPERM, EISDIR, ENAMETOOLONG, EFAULT
     * @throws IllegalArgumentException if there is a NUL in {@code pathname}
     * @see <a href="https://man7.org/linux/man-pages/man2/unlink.2.html">unlink(2)</a>
     */
    public static int unlink(String pathname) {
        try (Memory m = memory()) {
            return result(UNLINK, m.call(UNLINK, m.in(pathname)));
        }
    }

    /**
     * {@code pid_t getpid(void);}
     *
     * <p>Tells this process's id.
     *
     * @return the process id; it cannot fail
     * @see <a href="https://man7.org/linux/man-pages/man2/getpid.2.html">getpid(2)</a>
     */
    public static int getpid() {
        return (int) call(GETPID);
    }

    /**
     * {@code pid_t getppid(void);}
     *
     * <p>Tells the id of this process's parent.
     *
     * @return the process id, 0 if the parent is in another pid namespace; it cannot fail
     * @see <a href="https://man7.org/linux/man-pages/man2/getppid.2.html">getppid(2)</a>
     */
    public static int getppid() {
        return (int) call(GETPPID);
    }

    /**
     * {@code int dup(int oldfd);}
     *
     * <p>Makes the lowest free descriptor another name of an open file: both share its offset and its status flags.
     *
     * @param oldfd a descriptor
     * @return the new descriptor, not close-on-exec, or -1 with {@code errno()} EBADF, EMFILE
     * @see <a href="https://man7.org/linux/man-pages/man2/dup.2.html">dup(2)</a>
     */
    public static int dup(int oldfd) {
        return result(DUP, call(DUP, oldfd));
    }

    /**
     * {@code int dup2(int oldfd, int newfd);}
     *
     * <p>Makes {@code newfd} another name of an open file; whatever it was before is closed, be it the JVM's own.
     *
     * @param oldfd a descriptor
     * @param newfd the descriptor that becomes equal to it
     * @return {@code newfd}, not close-on-exec, or -1 with {@code errno()} EBADF, EBUSY, EINTR
     * @see <a href="https://man7.org/linux/man-pages/man2/dup.2.html">dup(2)</a>
     */
    public static int dup2(int oldfd, int newfd) {
        return result(DUP2, call(DUP2, oldfd, newfd));
    }

    /**
     * {@code int dup3(int oldfd, int newfd, int flags);}
     *
     * <p>{@link #dup2} with flags.
     *
     * @param oldfd a descriptor
     * @param newfd the descriptor that becomes equal to it, another one
     * @param flags O_CLOEXEC or 0
     * @return {@code newfd}, or -1 with {@code errno()} EBADF, EINVAL, EBUSY, EINTR
     * @see <a href="https://man7.org/linux/man-pages/man2/dup.2.html">dup(2)</a>
     */
    public static int dup3(int oldfd, int newfd, int flags) {
        return result(DUP3, call(DUP3, oldfd, newfd, flags));
    }

    /**
     * {@code int pipe(int pipefd[2]);}
     *
     * <p>Makes a pipe.
     *
     * @param pipefd where its descriptors go: [0] reads, [1] writes
     * @return 0, or -1 with {@code errno()} EMFILE, ENFILE, EFAULT
     * @throws IndexOutOfBoundsException if {@code pipefd} has room for less than two
     * @see <a href="https://man7.org/linux/man-pages/man2/pipe.2.html">pipe(2)</a>
     */
    public static int pipe(int[] pipefd) {
        return pair(PIPE, pipefd, 0);
    }

    /**
     * {@code int pipe2(int pipefd[2], int flags);}
     *
     * <p>{@link #pipe} with flags.
     *
     * @param pipefd where its descriptors go: [0] reads, [1] writes
     * @param flags O_CLOEXEC, O_NONBLOCK, O_DIRECT or 0
     * @return 0, or -1 with {@code errno()} EINVAL, EMFILE, ENFILE, EFAULT
     * @throws IndexOutOfBoundsException if {@code pipefd} has room for less than two
     * @see <a href="https://man7.org/linux/man-pages/man2/pipe.2.html">pipe(2)</a>
     */
    public static int pipe2(int[] pipefd, int flags) {
        return pair(PIPE2, pipefd, flags);
    }

    private static int pair(Function f, int[] pipefd, int flags) {
        try (Memory m = memory()) {
            int size = 2 * Integer.BYTES;
            long room = m.inOut(pipefd, 0, size);
            int result = result(f, m.call(f, room, flags));
            m.back(result == 0 ? size : 0, room, pipefd, 0, size);
            return result;
        }
    }

    /**
     * {@code int close_range(unsigned int first, unsigned int last, int flags);}
     *
     * <p>Closes every descriptor from {@code first} to {@code last}, the JVM's own too: in a JVM the use of it is
     * CLOSE_RANGE_CLOEXEC, before it starts a program.
     *
     * @param first the first descriptor, unsigned
     * @param last the last one, unsigned: {@code ~0} is the last there can be
     * @param flags CLOSE_RANGE_CLOEXEC, CLOSE_RANGE_UNSHARE or 0
     * @return 0, or -1 with {@code errno()} EINVAL, EMFILE, ENOMEM, ENOSYS
     * @see <a href="https://man7.org/linux/man-pages/man2/close_range.2.html">close_range(2)</a>
     */
    public static int close_range(int first, int last, int flags) {
        return result(CLOSE_RANGE, call(CLOSE_RANGE, first, last, flags));
    }

    /**
     * {@code int chown(const char *pathname, uid_t owner, gid_t group);}
     *
     * <p>Changes whose a file is, as that of a UNIX socket.
     *
     * @param pathname the file
     * @param owner user id, or -1 to leave it
     * @param group group id, or -1 to leave it
     * @return 0, or -1 with {@code errno()} ENOENT, EPERM, EACCES, EROFS, EFAULT
     * @throws IllegalArgumentException if there is a NUL in {@code pathname}
     * @see <a href="https://man7.org/linux/man-pages/man2/chown.2.html">chown(2)</a>
     */
    public static int chown(String pathname, int owner, int group) {
        try (Memory m = memory()) {
            return result(CHOWN, m.call(CHOWN, m.in(pathname), owner, group));
        }
    }

    /**
     * {@code int fchown(int fd, uid_t owner, gid_t group);}
     *
     * <p>Changes whose an open file is.
     *
     * @param fd a descriptor
     * @param owner user id, or -1 to leave it
     * @param group group id, or -1 to leave it
     * @return 0, or -1 with {@code errno()} EBADF, EPERM, EROFS
     * @see <a href="https://man7.org/linux/man-pages/man2/fchown.2.html">fchown(2)</a>
     */
    public static int fchown(int fd, int owner, int group) {
        return result(FCHOWN, call(FCHOWN, fd, owner, group));
    }

    /**
     * {@code ssize_t readlink(const char *pathname, char *buf, size_t bufsiz);}
     *
     * <p>Reads where a symbolic link leads, as {@code /proc/self/fd/5}. No NUL is written, and what there is no room
     * for is cut off.
     *
     * @param pathname the link
     * @param buf where the name goes
     * @param bufsiz at most how many bytes
     * @return bytes written, or -1 with {@code errno()} ENOENT, EINVAL, EACCES, ENOTDIR, EFAULT
     * @throws IndexOutOfBoundsException if {@code bufsiz} is more than {@code buf} holds
     * @throws IllegalArgumentException if there is a NUL in {@code pathname}
     * @see <a href="https://man7.org/linux/man-pages/man2/readlink.2.html">readlink(2)</a>
     */
    public static int readlink(String pathname, byte[] buf, int bufsiz) {
        if (pathname == null || buf == null) {
            return refused(READLINK, EFAULT);
        }
        try (Memory m = memory()) {
            long room = m.out(buf, 0, bufsiz);
            return m.back(result(READLINK, m.call(READLINK, m.in(pathname), room, bufsiz)), room, buf, 0, bufsiz);
        }
    }

    /**
     * {@code pid_t gettid(void);}
     *
     * <p>Tells the kernel's id of this thread; of a virtual thread, its carrier's.
     *
     * @return the thread id; it cannot fail
     * @see <a href="https://man7.org/linux/man-pages/man2/gettid.2.html">gettid(2)</a>
     */
    public static int gettid() {
        return result(GETTID, call(GETTID));
    }

    /**
     * {@code uid_t getuid(void);}
     *
     * <p>Tells the real user id.
     *
     * @return the user id, unsigned; it cannot fail
     * @see <a href="https://man7.org/linux/man-pages/man2/getuid.2.html">getuid(2)</a>
     */
    public static int getuid() {
        return (int) call(GETUID);
    }

    /**
     * {@code uid_t geteuid(void);}
     *
     * <p>Tells the effective user id, by which the kernel decides.
     *
     * @return the user id, unsigned; it cannot fail
     * @see <a href="https://man7.org/linux/man-pages/man2/geteuid.2.html">geteuid(2)</a>
     */
    public static int geteuid() {
        return (int) call(GETEUID);
    }

    /**
     * {@code gid_t getgid(void);}
     *
     * <p>Tells the real group id.
     *
     * @return the group id, unsigned; it cannot fail
     * @see <a href="https://man7.org/linux/man-pages/man2/getgid.2.html">getgid(2)</a>
     */
    public static int getgid() {
        return (int) call(GETGID);
    }

    /**
     * {@code gid_t getegid(void);}
     *
     * <p>Tells the effective group id, by which the kernel decides.
     *
     * @return the group id, unsigned; it cannot fail
     * @see <a href="https://man7.org/linux/man-pages/man2/getegid.2.html">getegid(2)</a>
     */
    public static int getegid() {
        return (int) call(GETEGID);
    }

    /**
     * {@code int gethostname(char *name, size_t len);}
     *
     * <p>Tells the machine's name, with a NUL where there is room.
     *
     * @param name where the name goes
     * @param len at most how many bytes
     * @return 0, or -1 with {@code errno()} ENAMETOOLONG, with what there was room for written, or EFAULT
     * @throws IndexOutOfBoundsException if {@code len} is more than {@code name} holds
     * @see <a href="https://man7.org/linux/man-pages/man2/gethostname.2.html">gethostname(2)</a>
     */
    public static int gethostname(byte[] name, int len) {
        return name(GETHOSTNAME, name, len);
    }

    /**
     * {@code int sethostname(const char *name, size_t len);}
     *
     * <p>Changes the machine's name, in this thread's UTS namespace.
     *
     * @param name the name
     * @param len its length in bytes, without a NUL
     * @return 0, or -1 with {@code errno()} EPERM, EINVAL, EFAULT
     * @throws IndexOutOfBoundsException if {@code len} is more than {@code name} has
     * @see <a href="https://man7.org/linux/man-pages/man2/gethostname.2.html">gethostname(2)</a>
     */
    public static int sethostname(String name, int len) {
        return setName(SETHOSTNAME, name, len);
    }

    /**
     * {@link #sethostname(String, int)} from bytes.
     *
     * @param name the name
     * @param len its length in bytes, without a NUL
     * @return 0, or -1 with {@code errno()}
     */
    public static int sethostname(byte[] name, int len) {
        return setName(SETHOSTNAME, name, len);
    }

    /**
     * {@code int getdomainname(char *name, size_t len);}
     *
     * <p>Tells the machine's NIS domain, with a NUL where there is room. It is no DNS domain.
     *
     * @param name where the name goes
     * @param len at most how many bytes; what there is no room for is cut off
     * @return 0, or -1 with {@code errno()} EFAULT
     * @throws IndexOutOfBoundsException if {@code len} is more than {@code name} holds
     * @see <a href="https://man7.org/linux/man-pages/man2/getdomainname.2.html">getdomainname(2)</a>
     */
    public static int getdomainname(byte[] name, int len) {
        return name(GETDOMAINNAME, name, len);
    }

    private static int name(Function f, byte[] name, int len) {
        if (name == null) { // the C library writes it, not the kernel
            return refused(f, EFAULT);
        }
        try (Memory m = memory()) {
            long room = m.in(name, 0, len);
            int result = result(f, m.call(f, room, len));
            m.back(len, room, name, 0, len);
            return result;
        }
    }

    /**
     * {@code int setdomainname(const char *name, size_t len);}
     *
     * <p>Changes the machine's NIS domain, in this thread's UTS namespace.
     *
     * @param name the name
     * @param len its length in bytes, without a NUL
     * @return 0, or -1 with {@code errno()} EPERM, EINVAL, EFAULT
     * @throws IndexOutOfBoundsException if {@code len} is more than {@code name} has
     * @see <a href="https://man7.org/linux/man-pages/man2/getdomainname.2.html">getdomainname(2)</a>
     */
    public static int setdomainname(String name, int len) {
        return setName(SETDOMAINNAME, name, len);
    }

    /**
     * {@link #setdomainname(String, int)} from bytes.
     *
     * @param name the name
     * @param len its length in bytes, without a NUL
     * @return 0, or -1 with {@code errno()}
     */
    public static int setdomainname(byte[] name, int len) {
        return setName(SETDOMAINNAME, name, len);
    }

    private static int setName(Function f, Object name, int len) {
        try (Memory m = memory()) {
            return result(f, m.call(f, len < 0 ? 0 : m.in(name, 0, len), len)); // of a negative length C looks at nothing
        }
    }

    /**
     * {@code long sysconf(int name);}
     *
     * <p>Tells a limit or a property of the system.
     *
     * @param name _SC_OPEN_MAX, _SC_PAGESIZE, _SC_NPROCESSORS_ONLN, ...
     * @return its value; -1 with {@code errno()} as it was before if there is no limit, or no value; or -1 with
     *     {@code errno()} EINVAL
     * @see <a href="https://man7.org/linux/man-pages/man3/sysconf.3.html">sysconf(3)</a>
     */
    public static long sysconf(int name) {
        long value = call(SYSCONF, name);
        if (value == -1) {
            Caller caller = Caller.current();
            int errno = caller.errno();
            String function = caller.function();
            call(CLOSE, -1); // "no limit" leaves C's errno as it was, so it has to be one that sysconf does not set
            value = call(SYSCONF, name);
            if (resultLong(SYSCONF, value) == -1 && caller.errno() != EINVAL) {
                caller.failed(function, errno);
            }
        }
        return value;
    }
}
