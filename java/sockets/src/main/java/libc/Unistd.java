package libc;

import static libc.Errno.EFAULT;
import static libc.internal.Native.LIBC;
import static libc.internal.Native.refused;
import static libc.internal.Native.result;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import libc.internal.Scratch;
import libc.sys.Types;

/**
 * {@code <unistd.h>}: descriptors and processes.
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

    /** Not to be made: a header's class has only static members. */
    protected Unistd() {}

    /**
     * {@code ssize_t read(int fd, void *buf, size_t count);}
     *
     * <p>Reads at most {@code count} bytes into {@code buf}. Occupies its carrier thread while it waits;
     * {@link Thread#interrupt} does not wake it.
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
        return readInto(fd, buf, 0, count);
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
        return readInto(fd, buf, off, count);
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

    private static int readInto(int fd, Object buf, int off, int count) {
        Scratch scratch = Scratch.current();
        ByteBuffer room = scratch.copyOutRoom(buf, off, count);
        return scratch.copyOut(result("read", LIBC.read(fd, room, count)), buf, off, count);
    }

    /**
     * {@code ssize_t write(int fd, const void *buf, size_t count);}
     *
     * <p>Writes at most {@code count} bytes of {@code buf}. A JVM ignores SIGPIPE: a pipe or socket
     * that nobody reads any more answers EPIPE. Occupies its carrier thread while it waits; {@link Thread#interrupt}
     * does not wake it.
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
        return writeFrom(fd, buf, 0, count);
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
        return writeFrom(fd, buf, off, count);
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

    private static int writeFrom(int fd, Object buf, int off, int count) {
        Scratch scratch = Scratch.current();
        ByteBuffer data = scratch.copyIn(buf, off, count);
        return scratch.sent(result("write", LIBC.write(fd, data, count)), buf);
    }
    /**
     * {@code int close(int fd);}
     *
     * <p>Closes a descriptor. It is closed even if this answers EINTR or EIO; a second try may close what another
     * thread has opened in between. A thread that waits in a call on the descriptor is not woken by it.
     *
     * @param fd a descriptor
     * @return 0, or -1 with {@code errno()} EBADF, EINTR, EIO
     * @see <a href="https://man7.org/linux/man-pages/man2/close.2.html">close(2)</a>
     */
    public static int close(int fd) {
        return result("close", LIBC.close(fd));
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
        return scratch.sent(result("unlink", LIBC.unlink(scratch.string(pathname))), pathname);
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
        return LIBC.getpid();
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
        return LIBC.getppid();
    }
}
