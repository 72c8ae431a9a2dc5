package libc;

import static libc.Assert.assertFails;
import static libc.Errno.*;
import static libc.Fcntl.O_RDWR;
import static libc.sys.Uio.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** readv(2) and its kin. */
class UioIT {

    @TempDir
    private Path dir;

    @BeforeAll
    static void runsOnTheExpectedBackend() {
        Sockets.assertBackend();
    }

    private static iovec[] pieces(Object a, int aLen, Object b, int bLen) {
        return new iovec[] {new iovec(a, aLen), new iovec(b, bLen)};
    }

    @Test
    void pieces_go_through_a_file_at_its_offset_and_at_others() throws Exception {
        try (Sockets s = new Sockets()) {
            Path path = Files.createFile(dir.resolve("file"));
            int fd = s.file(path, O_RDWR);
            assertEquals(7, check(writev(fd, pieces("abc", 3, ByteBuffer.allocateDirect(4).putInt(0, 0x64656667), 4), 2)));
            assertEquals("abcdefg", Files.readString(path));
            assertEquals(3, check(pwritev(fd, pieces("X", 1, "YZ", 2), 2, 1)));
            assertEquals(2, check(pwritev2(fd, pieces("!", 1, "?", 1), 2, 5, 0)));
            assertEquals("aXYZe!?", Files.readString(path));
            byte[] a = new byte[2];
            byte[] b = new byte[9];
            assertEquals(5, check(preadv(fd, pieces(a, 2, b, 9), 2, 2)));
            assertEquals("YZ|e!?", Strings.str(a) + "|" + Strings.str(b));
            assertEquals(2, check(preadv2(fd, pieces(a, 1, b, 1), 2, 0, 0)));
            assertEquals("aX", "" + (char) a[0] + (char) b[0]);
            assertEquals(0, check(readv(fd, pieces(a, 2, b, 9), 2)));
        }
    }

    @Test
    void a_part_fills_the_first_pieces() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(libc.sys.Socket.SOCK_STREAM);
            check(writev(sv[0], pieces("abc", 3, null, 0), 2));
            ByteBuffer first = ByteBuffer.allocate(2);
            ByteBuffer second = ByteBuffer.allocateDirect(2);
            ByteBuffer third = ByteBuffer.allocate(2);
            iovec[] iov = {new iovec(first, 2), new iovec(second, 2), new iovec(third, 2)};
            assertEquals(3, check(readv(sv[1], iov, 3)));
            assertEquals("2 1 0", first.position() + " " + second.position() + " " + third.position());
            assertEquals('c', second.get(0));
        }
    }

    @Test
    void what_the_man_page_refuses_and_what_java_does() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(libc.sys.Socket.SOCK_STREAM);
            iovec[] iov = {new iovec(new byte[1], 1)};
            assertFails(EBADF, readv(-1, iov, 1));
            assertFails(EBADF, writev(-1, iov, 1));
            assertFails(ESPIPE, preadv(sv[0], iov, 1, 0));
            assertFails(ESPIPE, pwritev(sv[0], iov, 1, 0));
            assertFails(ESPIPE, preadv2(sv[0], iov, 1, 0, 0));
            assertFails(ESPIPE, pwritev2(sv[0], iov, 1, 0, 0));
            assertFails(EINVAL, writev(sv[0], iovec.array(UIO_MAXIOV + 1), UIO_MAXIOV + 1));
            assertFails(EFAULT, writev(sv[0], null, 1));
            assertFails(EFAULT, writev(sv[0], new iovec[] {new iovec(null, 1)}, 1));
            assertThrows(IndexOutOfBoundsException.class, () -> writev(sv[0], iov, 2));
            assertThrows(IndexOutOfBoundsException.class, () -> writev(sv[0], new iovec[] {new iovec("a", 3)}, 1));
            assertThrows(ReadOnlyBufferException.class,
                    () -> readv(sv[0], new iovec[] {new iovec(ByteBuffer.allocate(1).asReadOnlyBuffer(), 1)}, 1));
        }
    }
}
