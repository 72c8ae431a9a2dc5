package libc.sys;

import static libc.internal.call.Function.function;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;

import libc.internal.call.Function;
import libc.internal.memory.Memory;

/**
 * {@code <sys/sendfile.h>}: from a file to a socket inside the kernel.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/sendfile.2.html">sendfile(2)</a>
 */
public class Sendfile extends Types {

    private static final Function SENDFILE =
            function("ssize_t sendfile(int out_fd, int in_fd, off_t *offset, size_t count)");

    /** Not to be made: a header's class has only static members. */
    protected Sendfile() {}

    /**
     * {@code ssize_t sendfile(int out_fd, int in_fd, off_t *offset, size_t count);}
     *
     * <p>Writes bytes of a file to a descriptor. Occupies its carrier thread while it waits; {@link Thread#interrupt}
     * does not wake it.
     *
     * @param out_fd where to
     * @param in_fd the file, or what can be read like one; no socket
     * @param offset where in the file, in bytes, moved on; null for the descriptor's own offset
     * @param count at most how many bytes
     * @return bytes written, maybe fewer than {@code count}, 0 at the end of the file, or -1 with {@code errno()}
     *     EAGAIN, EBADF, EINVAL, EPIPE, ESPIPE, EOVERFLOW, EIO
     * @throws IndexOutOfBoundsException if {@code offset} is empty
     * @see <a href="https://man7.org/linux/man-pages/man2/sendfile.2.html">sendfile(2)</a>
     */
    public static int sendfile(int out_fd, int in_fd, long[] offset, long count) {
        try (Memory m = memory()) {
            long room = m.in(offset);
            return m.back(result(SENDFILE, m.call(SENDFILE, out_fd, in_fd, room, count)), room, offset);
        }
    }
}
