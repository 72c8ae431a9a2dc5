package libc.sys;

import static libc.internal.Libc.files;
import static libc.internal.Native.result;

import libc.internal.Scratch;

/**
 * {@code <sys/sendfile.h>}: from a file to a socket inside the kernel.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/sendfile.2.html">sendfile(2)</a>
 */
public class Sendfile extends Types {

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
        Scratch scratch = Scratch.current();
        int n = result("sendfile", files().sendfile(out_fd, in_fd, scratch.place(0, offset), count));
        return scratch.copyOutPlace(n, 0, offset);
    }
}
