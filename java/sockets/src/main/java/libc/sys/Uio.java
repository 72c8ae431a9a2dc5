package libc.sys;

import static libc.internal.Libc.sockets;
import static libc.internal.Native.result;

import java.nio.ReadOnlyBufferException;
import libc.internal.Messages;
import libc.internal.Scratch;

/**
 * {@code <sys/uio.h>}: one call, several pieces of memory.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/readv.2.html">readv(2)</a>
 */
public class Uio extends Types {

    /** Most elements of an iovec array in one call. */
    public static final int UIO_MAXIOV = 1024;
    /** preadv2(2): polls the device for completion. */
    public static final int RWF_HIPRI = 0x00000001;
    /** pwritev2(2): as O_DSYNC, for this call. */
    public static final int RWF_DSYNC = 0x00000002;
    /** pwritev2(2): as O_SYNC, for this call. */
    public static final int RWF_SYNC = 0x00000004;
    /** preadv2(2): does not wait for what is not in memory. */
    public static final int RWF_NOWAIT = 0x00000008;
    /** pwritev2(2): appends, for this call. */
    public static final int RWF_APPEND = 0x00000010;
    /** pwritev2(2): does not append in spite of O_APPEND, for this call. */
    public static final int RWF_NOAPPEND = 0x00000020;

    /** Not to be made: a header's class has only static members. */
    protected Uio() {}

    /**
     * {@code ssize_t readv(int fd, const struct iovec *iov, int iovcnt);}
     *
     * <p>Reads into several pieces, one after the other. Occupies its carrier thread while it waits;
     * {@link Thread#interrupt} does not wake it.
     *
     * @param fd a descriptor
     * @param iov the pieces; what was transferred advances the positions of buffers
     * @param iovcnt how many of them
     * @return bytes read, 0 at end of file or stream, or -1 with {@code errno()} EAGAIN, EBADF, EINVAL, EINTR,
     *     ECONNRESET, EFAULT
     * @throws IndexOutOfBoundsException if {@code iovcnt} or an {@code iov_len} is more than there is
     * @throws IllegalArgumentException if an {@code iov_base} is not memory to write to
     * @throws ReadOnlyBufferException if one is a read-only buffer
     * @see <a href="https://man7.org/linux/man-pages/man2/readv.2.html">readv(2)</a>
     */
    public static int readv(int fd, iovec[] iov, int iovcnt) {
        Messages vectors = Scratch.current().receiving();
        return vectors.transferred(
                result("readv", sockets().readv(fd, vectors.vector(iov, iovcnt), iovcnt)), iov);
    }

    /**
     * {@code ssize_t writev(int fd, const struct iovec *iov, int iovcnt);}
     *
     * <p>Writes several pieces, one after the other. Occupies its carrier thread while it waits;
     * {@link Thread#interrupt} does not wake it.
     *
     * @param fd a descriptor
     * @param iov the pieces; what was transferred advances the positions of buffers
     * @param iovcnt how many of them
     * @return bytes written, or -1 with {@code errno()} EAGAIN, EBADF, EINVAL, EINTR, EPIPE, EFAULT
     * @throws IndexOutOfBoundsException if {@code iovcnt} or an {@code iov_len} is more than there is
     * @throws IllegalArgumentException if an {@code iov_base} is not memory
     * @see <a href="https://man7.org/linux/man-pages/man2/writev.2.html">writev(2)</a>
     */
    public static int writev(int fd, iovec[] iov, int iovcnt) {
        Messages vectors = Scratch.current().sending();
        return vectors.transferred(
                result("writev", sockets().writev(fd, vectors.vector(iov, iovcnt), iovcnt)), iov);
    }

    /**
     * {@code ssize_t preadv(int fd, const struct iovec *iov, int iovcnt, off_t offset);}
     *
     * <p>{@link #readv} from a place in a file, whose own offset stays. Occupies its carrier thread while it waits;
     * {@link Thread#interrupt} does not wake it.
     *
     * @param fd a descriptor
     * @param iov the pieces; what was transferred advances the positions of buffers
     * @param iovcnt how many of them
     * @param offset where in the file, in bytes
     * @return bytes read, 0 at end of file or stream, or -1 with {@code errno()} EAGAIN, EBADF, EINVAL, EINTR,
     *     ECONNRESET, ESPIPE, EFAULT
     * @throws IndexOutOfBoundsException if {@code iovcnt} or an {@code iov_len} is more than there is
     * @throws IllegalArgumentException if an {@code iov_base} is not memory to write to
     * @throws ReadOnlyBufferException if one is a read-only buffer
     * @see <a href="https://man7.org/linux/man-pages/man2/preadv.2.html">preadv(2)</a>
     */
    public static int preadv(int fd, iovec[] iov, int iovcnt, long offset) {
        Messages vectors = Scratch.current().receiving();
        return vectors.transferred(
                result("preadv", sockets().preadv(fd, vectors.vector(iov, iovcnt), iovcnt, offset)), iov);
    }

    /**
     * {@code ssize_t pwritev(int fd, const struct iovec *iov, int iovcnt, off_t offset);}
     *
     * <p>{@link #writev} at a place in a file, whose own offset stays. Occupies its carrier thread while it waits;
     * {@link Thread#interrupt} does not wake it.
     *
     * @param fd a descriptor
     * @param iov the pieces; what was transferred advances the positions of buffers
     * @param iovcnt how many of them
     * @param offset where in the file, in bytes
     * @return bytes written, or -1 with {@code errno()} EAGAIN, EBADF, EINVAL, EINTR, EPIPE, ESPIPE, EFAULT
     * @throws IndexOutOfBoundsException if {@code iovcnt} or an {@code iov_len} is more than there is
     * @throws IllegalArgumentException if an {@code iov_base} is not memory
     * @see <a href="https://man7.org/linux/man-pages/man2/pwritev.2.html">pwritev(2)</a>
     */
    public static int pwritev(int fd, iovec[] iov, int iovcnt, long offset) {
        Messages vectors = Scratch.current().sending();
        return vectors.transferred(
                result("pwritev", sockets().pwritev(fd, vectors.vector(iov, iovcnt), iovcnt, offset)), iov);
    }

    /**
     * {@code ssize_t preadv2(int fd, const struct iovec *iov, int iovcnt, off_t offset, int flags);}
     *
     * <p>{@link #preadv} with flags. Occupies its carrier thread while it waits; {@link Thread#interrupt} does not
     * wake it.
     *
     * @param fd a descriptor
     * @param iov the pieces; what was transferred advances the positions of buffers
     * @param iovcnt how many of them
     * @param offset where in the file, in bytes
     * @param flags RWF_NOWAIT, RWF_HIPRI, RWF_DSYNC, ... or 0
     * @return bytes read, 0 at end of file or stream, or -1 with {@code errno()} EAGAIN, EBADF, EINVAL, EINTR,
     *     ECONNRESET, ESPIPE, EOPNOTSUPP, EFAULT
     * @throws IndexOutOfBoundsException if {@code iovcnt} or an {@code iov_len} is more than there is
     * @throws IllegalArgumentException if an {@code iov_base} is not memory to write to
     * @throws ReadOnlyBufferException if one is a read-only buffer
     * @see <a href="https://man7.org/linux/man-pages/man2/preadv2.2.html">preadv2(2)</a>
     */
    public static int preadv2(int fd, iovec[] iov, int iovcnt, long offset, int flags) {
        Messages vectors = Scratch.current().receiving();
        return vectors.transferred(
                result("preadv2", sockets().preadv2(fd, vectors.vector(iov, iovcnt), iovcnt, offset, flags)), iov);
    }

    /**
     * {@code ssize_t pwritev2(int fd, const struct iovec *iov, int iovcnt, off_t offset, int flags);}
     *
     * <p>{@link #pwritev} with flags. Occupies its carrier thread while it waits; {@link Thread#interrupt} does not
     * wake it.
     *
     * @param fd a descriptor
     * @param iov the pieces; what was transferred advances the positions of buffers
     * @param iovcnt how many of them
     * @param offset where in the file, in bytes
     * @param flags RWF_NOWAIT, RWF_HIPRI, RWF_DSYNC, ... or 0
     * @return bytes written, or -1 with {@code errno()} EAGAIN, EBADF, EINVAL, EINTR, EPIPE, ESPIPE, EOPNOTSUPP,
     *     EFAULT
     * @throws IndexOutOfBoundsException if {@code iovcnt} or an {@code iov_len} is more than there is
     * @throws IllegalArgumentException if an {@code iov_base} is not memory
     * @see <a href="https://man7.org/linux/man-pages/man2/pwritev2.2.html">pwritev2(2)</a>
     */
    public static int pwritev2(int fd, iovec[] iov, int iovcnt, long offset, int flags) {
        Messages vectors = Scratch.current().sending();
        return vectors.transferred(
                result("pwritev2", sockets().pwritev2(fd, vectors.vector(iov, iovcnt), iovcnt, offset, flags)), iov);
    }
}
