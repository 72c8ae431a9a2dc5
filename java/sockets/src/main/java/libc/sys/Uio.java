package libc.sys;

import static libc.internal.call.Function.function;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;

import java.nio.ReadOnlyBufferException;
import libc.internal.call.Function;
import libc.internal.memory.Memory;
import libc.internal.memory.Messages;

/**
 * {@code <sys/uio.h>}: one call, several pieces of memory.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/readv.2.html">readv(2)</a>
 */
public class Uio extends Types {

    private static final Function READV = function("ssize_t readv(int fd, const struct iovec *iov, int iovcnt)");
    private static final Function WRITEV = function("ssize_t writev(int fd, const struct iovec *iov, int iovcnt)");
    private static final Function PREADV =
            function("ssize_t preadv(int fd, const struct iovec *iov, int iovcnt, off_t offset)");
    private static final Function PWRITEV =
            function("ssize_t pwritev(int fd, const struct iovec *iov, int iovcnt, off_t offset)");
    private static final Function PREADV2 =
            function("ssize_t preadv2(int fd, const struct iovec *iov, int iovcnt, off_t offset, int flags)");
    private static final Function PWRITEV2 =
            function("ssize_t pwritev2(int fd, const struct iovec *iov, int iovcnt, off_t offset, int flags)");

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
        try (Memory m = memory()) {
            Messages vector = m.messages();
            return vector.transferred(result(READV, m.call(READV, fd, vector.received(iov, iovcnt), iovcnt)));
        }
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
        try (Memory m = memory()) {
            Messages vector = m.messages();
            return vector.transferred(result(WRITEV, m.call(WRITEV, fd, vector.sent(iov, iovcnt), iovcnt)));
        }
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
        try (Memory m = memory()) {
            Messages vector = m.messages();
            return vector.transferred(result(PREADV, m.call(PREADV, fd, vector.received(iov, iovcnt), iovcnt, offset)));
        }
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
        try (Memory m = memory()) {
            Messages vector = m.messages();
            return vector.transferred(result(PWRITEV, m.call(PWRITEV, fd, vector.sent(iov, iovcnt), iovcnt, offset)));
        }
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
        try (Memory m = memory()) {
            Messages vector = m.messages();
            return vector.transferred(result(PREADV2, m.call(PREADV2, fd, vector.received(iov, iovcnt), iovcnt, offset, flags)));
        }
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
        try (Memory m = memory()) {
            Messages vector = m.messages();
            return vector.transferred(result(PWRITEV2, m.call(PWRITEV2, fd, vector.sent(iov, iovcnt), iovcnt, offset, flags)));
        }
    }
}
