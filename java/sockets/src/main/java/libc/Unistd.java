package libc;

import static libc.Errno.EFAULT;
import static libc.Errno.EINVAL;
import static libc.internal.Libc.sockets;
import static libc.internal.Native.refused;
import static libc.internal.Native.result;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.Objects;
import libc.internal.Scratch;
import libc.sys.Types;

/**
 * {@code <unistd.h>}: descriptors, processes and their ids, names and limits of the machine.
 *
 * @see <a href="https://man7.org/linux/man-pages/man0/unistd.h.0p.html">unistd.h(0p)</a>
 */
public class Unistd extends Types {

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
        Scratch scratch = Scratch.current();
        ByteBuffer room = scratch.copyOutRoom(buf, off, count);
        return scratch.copyOut(result("read", sockets().read(fd, room, count)), room, buf, off, count);
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
        return buf == null ? refused("read", EFAULT) : readInto(fd, buf, 0, buf.remaining());
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

    /** Into anything but a byte[], which takes a path of its own: see {@link Scratch}. */
    private static int readInto(int fd, Object buf, int off, int count) {
        Scratch scratch = Scratch.current();
        ByteBuffer room = scratch.copyOutRoom(buf, off, count);
        return scratch.copyOut(result("read", sockets().read(fd, room, count)), room, buf, off, count);
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
        Scratch scratch = Scratch.current();
        return scratch.end(result("write", sockets().write(fd, scratch.copyIn(buf, off, count), count)), count);
    }

    /**
     * {@link #write(int, byte[], int)} of a buffer, from its position to its limit, without a copy if it is direct.
     *
     * @param fd a descriptor
     * @param buf what to write; what was transferred advances its position
     * @return bytes written, or -1 with {@code errno()}
     */
    public static int write(int fd, ByteBuffer buf) {
        return buf == null ? refused("write", EFAULT) : writeFrom(fd, buf, 0, buf.remaining());
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

    /** From anything but a byte[], which takes a path of its own: see {@link Scratch}. */
    private static int writeFrom(int fd, Object buf, int off, int count) {
        Scratch scratch = Scratch.current();
        return scratch.sent(result("write", sockets().write(fd, scratch.copyIn(buf, off, count), count)), buf);
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
        return result("close", sockets().close(fd));
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
        Scratch scratch = Scratch.current();
        return scratch.sent(result("unlink", sockets().unlink(scratch.string(pathname))), pathname);
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
        return sockets().getpid();
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
        return sockets().getppid();
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
        return result("dup", sockets().dup(oldfd));
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
        return result("dup2", sockets().dup2(oldfd, newfd));
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
        return result("dup3", sockets().dup3(oldfd, newfd, flags));
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
        Scratch scratch = Scratch.current();
        int size = 2 * Integer.BYTES;
        ByteBuffer room = scratch.copyOutRoom(pipefd, 0, size);
        int result = result("pipe", sockets().pipe(room));
        scratch.copyOut(result == 0 ? size : 0, room, pipefd, 0, size);
        return result;
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
        Scratch scratch = Scratch.current();
        int size = 2 * Integer.BYTES;
        ByteBuffer room = scratch.copyOutRoom(pipefd, 0, size);
        int result = result("pipe2", sockets().pipe2(room, flags));
        scratch.copyOut(result == 0 ? size : 0, room, pipefd, 0, size);
        return result;
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
        return result("close_range", sockets().close_range(first, last, flags));
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
        Scratch scratch = Scratch.current();
        return scratch.sent(result("chown", sockets().chown(scratch.string(pathname), owner, group)), pathname);
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
        return result("fchown", sockets().fchown(fd, owner, group));
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
            return refused("readlink", EFAULT);
        }
        Objects.checkFromIndexSize(0, bufsiz, buf.length);
        Scratch scratch = Scratch.current();
        byte[] path = Scratch.bytes(pathname);
        ByteBuffer room = scratch.room(Math.addExact(bufsiz, path.length)).put(bufsiz, path);
        ByteBuffer behind = room.slice(bufsiz, path.length);
        return scratch.copyOut(result("readlink", sockets().readlink(behind, room, bufsiz)), room, buf, 0, bufsiz);
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
        return result("gettid", sockets().gettid());
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
        return sockets().getuid();
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
        return sockets().geteuid();
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
        return sockets().getgid();
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
        return sockets().getegid();
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
        if (name == null) { // the C library writes it, not the kernel
            return refused("gethostname", EFAULT);
        }
        Scratch scratch = Scratch.current();
        ByteBuffer room = scratch.copyIn(name, 0, len);
        int result = result("gethostname", sockets().gethostname(room, len));
        scratch.copyOut(len, room, name, 0, len);
        return result;
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
        Scratch scratch = Scratch.current();
        return scratch.sent(result("sethostname", sockets().sethostname(scratch.copyIn(name, 0, len), len)), name);
    }

    /**
     * {@link #sethostname(String, int)} from bytes.
     *
     * @param name the name
     * @param len its length in bytes, without a NUL
     * @return 0, or -1 with {@code errno()}
     */
    public static int sethostname(byte[] name, int len) {
        Scratch scratch = Scratch.current();
        return scratch.sent(result("sethostname", sockets().sethostname(scratch.copyIn(name, 0, len), len)), name);
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
        if (name == null) { // the C library writes it, not the kernel
            return refused("getdomainname", EFAULT);
        }
        Scratch scratch = Scratch.current();
        ByteBuffer room = scratch.copyIn(name, 0, len);
        int result = result("getdomainname", sockets().getdomainname(room, len));
        scratch.copyOut(len, room, name, 0, len);
        return result;
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
        Scratch scratch = Scratch.current();
        return scratch.sent(result("setdomainname", sockets().setdomainname(scratch.copyIn(name, 0, len), len)), name);
    }

    /**
     * {@link #setdomainname(String, int)} from bytes.
     *
     * @param name the name
     * @param len its length in bytes, without a NUL
     * @return 0, or -1 with {@code errno()}
     */
    public static int setdomainname(byte[] name, int len) {
        Scratch scratch = Scratch.current();
        return scratch.sent(result("setdomainname", sockets().setdomainname(scratch.copyIn(name, 0, len), len)), name);
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
        long value = sockets().sysconf(name);
        if (value == -1) {
            Scratch scratch = Scratch.current();
            int errno = scratch.errno();
            String function = scratch.function();
            // "No limit" leaves C's errno as it was. So it has to be one that sysconf does not set.
            sockets().close(-1);
            value = sockets().sysconf(name);
            if (result("sysconf", value) == -1 && scratch.errno() != EINVAL) {
                scratch.failed(function, errno);
            }
        }
        return value;
    }
}
