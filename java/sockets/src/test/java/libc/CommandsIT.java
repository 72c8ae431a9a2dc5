package libc;

import static libc.Assert.assertFails;
import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.bits.Socket.AF_INET;
import static libc.bits.Socket.AF_UNIX;
import static libc.bits.Socket.SOCK_DGRAM;
import static libc.bits.Socket.SOCK_STREAM;
import static libc.linux.Sockios.SIOCGIFCONF;
import static libc.linux.Sockios.SIOCETHTOOL;
import static libc.sys.Epoll.epoll_create1;
import static libc.sys.Ioctl.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntSupplier;
import libc.net.If.ifconf;
import libc.net.If.ifreq;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands of fcntl(2) and requests of ioctl(2) that fail: first for the descriptor's sake, as in C. */
@Timeout(60)
class CommandsIT {

    private static final int NO_COMMAND = 999;
    private static final long NO_REQUEST = 999_999;
    private static final long TCGETS = 0x5401;
    private static final long TIOCGWINSZ = 0x5413;
    private static final long TIOCSTI = 0x5412;
    // Newer than this machine's headers.
    private static final int F_DUPFD_QUERY = 1024 + 3;
    private static final int F_CREATED_QUERY = 1024 + 4;

    @TempDir
    Path dir;

    private Sockets s;
    private int file;
    private int path;
    private int closed;

    @BeforeEach
    void setUp() throws Exception {
        Sockets.assertBackend();
        s = new Sockets();
        file = s.file(Files.writeString(dir.resolve("file"), "content"), O_RDWR);
        path = s.file(dir, O_PATH);
        closed = Conditions.closed(s);
    }

    @AfterEach
    void tearDown() throws Exception {
        s.close();
    }

    @Test
    void a_descriptor_that_is_not_open_is_EBADF_whatever_the_command() {
        for (int fd : new int[] {-1, closed, Integer.MAX_VALUE, Integer.MIN_VALUE, path}) {
            for (int command : new int[] {NO_COMMAND, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, F_GETLK, F_SETLK,
                F_SETLKW, F_OFD_GETLK, F_OFD_SETLK, F_OFD_SETLKW, F_GETOWN_EX, F_SETOWN_EX, F_GET_RW_HINT, F_SET_RW_HINT,
                F_GET_FILE_RW_HINT, F_SET_FILE_RW_HINT, F_GETPIPE_SZ, F_NOTIFY, F_GETLEASE, F_GET_SEALS}) {
                List<IntSupplier> calls = List.of(() -> fcntl(fd, command), () -> fcntl(fd, command, 0),
                        () -> fcntl(fd, command, -1), () -> fcntl(fd, command, new flock()),
                        () -> fcntl(fd, command, (flock) null), () -> fcntl(fd, command, new f_owner_ex()),
                        () -> fcntl(fd, command, new long[1]), () -> fcntl(fd, command, (long[]) null));
                for (IntSupplier call : calls) {
                    assertEquals(-1, call.getAsInt());
                    assertEquals(EBADF, errno(), "fcntl(" + fd + ", " + command + ")");
                }
            }
            for (long request : new long[] {NO_REQUEST, 0, -1, TCGETS, TIOCSTI, FIONREAD, FIONBIO, FIOQSIZE, SIOCGIFCONF,
                SIOCETHTOOL, 0x89f5, 0xffffffff00000000L | FIONREAD}) {
                List<IntSupplier> calls = List.of(() -> ioctl(fd, request), () -> ioctl(fd, request, new int[20]),
                        () -> ioctl(fd, request, new long[20]), () -> ioctl(fd, request, new byte[100]),
                        () -> ioctl(fd, request, ByteBuffer.allocate(100)),
                        () -> ioctl(fd, request, ByteBuffer.allocateDirect(100)),
                        () -> ioctl(fd, request, new ifreq()), () -> ioctl(fd, request, new ifconf()),
                        () -> ioctl(fd, request, (byte[]) null));
                for (IntSupplier call : calls) {
                    assertEquals(-1, call.getAsInt());
                    assertEquals(EBADF, errno(), "ioctl(" + fd + ", " + request + ")");
                }
            }
        }
    }

    @Test
    void a_number_is_no_memory() {
        for (int command : new int[] {F_GETLK, F_SETLK, F_SETLKW, F_OFD_GETLK, F_OFD_SETLK, F_OFD_SETLKW, F_GETOWN_EX,
            F_SETOWN_EX, F_GET_RW_HINT, F_SET_RW_HINT}) {
            assertFails(EFAULT, fcntl(file, command, 0));
            assertFails(EFAULT, fcntl(file, command));
            assertFails(EFAULT, fcntl(file, command, -1));
            assertFails(EFAULT, fcntl(file, command, 4096));
        }
        for (int command : new int[] {NO_COMMAND, -1, Integer.MIN_VALUE}) {
            assertFails(EINVAL, fcntl(file, command));
            assertFails(EINVAL, fcntl(file, command, 4096));
            assertFails(EINVAL, fcntl(file, command, new flock()));
            assertFails(EINVAL, fcntl(file, command, new f_owner_ex()));
            assertFails(EINVAL, fcntl(file, command, new long[1]));
        }
    }

    @Test
    void commands_that_take_a_descriptor_or_nothing() throws Exception {
        Path made = dir.resolve("made");
        int created = s.keep(open(made.toString(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        int twin = s.keep(Unistd.dup(created));
        int again = s.file(made, O_RDWR);
        int old = s.keep(open(made.toString(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
        List<String> c = CProgram.run(dir, """
                #define _GNU_SOURCE
                #include <errno.h>
                #include <fcntl.h>
                #include <stdio.h>
                #include <unistd.h>

                static void line(int result)
                {
                    printf("%d %d\\n", result, result == -1 ? errno : 0);
                }

                int main(void)
                {
                    int created = open("c-made", O_RDWR | O_CREAT | O_EXCL, 0600);
                    int twin = dup(created), again = open("c-made", O_RDWR);
                    int old = open("c-made", O_RDWR | O_CREAT, 0600);
                    line(fcntl(created, 1024 + 3, created));
                    line(fcntl(created, 1024 + 3, twin));
                    line(fcntl(created, 1024 + 3, again));
                    line(fcntl(created, 1024 + 3, -1));
                    line(fcntl(-1, 1024 + 3, created));
                    line(fcntl(created, 1024 + 4));
                    line(fcntl(twin, 1024 + 4));
                    line(fcntl(again, 1024 + 4));
                    line(fcntl(old, 1024 + 4));
                    line(fcntl(-1, 1024 + 4));
                    return 0;
                }
                """, new byte[0]).lines();
        List<IntSupplier> calls = List.of(
                () -> fcntl(created, F_DUPFD_QUERY, created), () -> fcntl(created, F_DUPFD_QUERY, twin),
                () -> fcntl(created, F_DUPFD_QUERY, again), () -> fcntl(created, F_DUPFD_QUERY, -1),
                () -> fcntl(-1, F_DUPFD_QUERY, created), () -> fcntl(created, F_CREATED_QUERY),
                () -> fcntl(twin, F_CREATED_QUERY), () -> fcntl(again, F_CREATED_QUERY),
                () -> fcntl(old, F_CREATED_QUERY), () -> fcntl(-1, F_CREATED_QUERY));
        assertEquals(c, calls.stream().map(IntSupplier::getAsInt)
                .map(result -> result + " " + (result == -1 ? errno() : 0)).toList());
    }

    @Test
    void a_request_of_another_kind_of_descriptor_is_ENOTTY() throws Exception {
        int[] pipe = new int[2];
        check(Unistd.pipe2(pipe, O_CLOEXEC));
        s.keep(pipe[0]);
        s.keep(pipe[1]);
        int[] sockets = {s.open(AF_INET, SOCK_DGRAM), s.open(AF_INET, SOCK_STREAM), s.open(AF_UNIX, SOCK_STREAM)};
        byte[] bytes = new byte[100];
        for (int fd : new int[] {file, pipe[0], sockets[0], sockets[1], sockets[2]}) {
            assertFails(ENOTTY, ioctl(fd, TCGETS, bytes));
            assertFails(ENOTTY, ioctl(fd, TIOCGWINSZ, new int[8]));
            assertFails(ENOTTY, ioctl(fd, TCGETS, ByteBuffer.allocate(100)));
            assertFails(ENOTTY, ioctl(fd, NO_REQUEST));
            assertFails(ENOTTY, ioctl(fd, NO_REQUEST, (byte[]) null));
            assertFails(ENOTTY, ioctl(fd, -1));
        }
        assertFails(ENOTTY, ioctl(file, SIOCGIFCONF, new ifconf()));
        assertFails(ENOTTY, ioctl(file, SIOCETHTOOL, new ifreq()));
        assertFails(ENOTTY, ioctl(file, SIOCETHTOOL, bytes));
        assertFails(EINVAL, ioctl(s.keep(epoll_create1(0)), TCGETS, bytes));
        assertArrayEquals(new byte[100], bytes);
    }

    /** How much memory it takes is known to whoever knows the request. */
    @Test
    void a_request_that_is_not_known_writes_nowhere() throws Exception {
        int terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC);
        if (terminal == -1) {
            Needs.lacks("/dev/ptmx");
        }
        s.keep(terminal);
        for (int size : new int[] {0, 4, 35}) {
            Guarded guarded = Guarded.direct(size);
            try {
                assertFails(EINVAL, ioctl(terminal, TCGETS, guarded.slice()));
            } catch (IndexOutOfBoundsException known) {
                assertTrue(size < 36, "the request's memory");
            }
            guarded.assertUntouchedFrom(0);
        }
        int udp = s.open(AF_INET, SOCK_DGRAM);
        int refused = ioctl(udp, NO_REQUEST, new byte[4]);
        assertEquals(-1, refused);
        assertTrue(errno() == ENOTTY || errno() == EINVAL, () -> Strings.strerrorname_np(errno()));
        assertFails(EFAULT, ioctl(udp, FIONREAD, (int[]) null));
        assertFails(EFAULT, ioctl(udp, FIONREAD));
        assertFails(EFAULT, ioctl(udp, SIOCGIFCONF));
    }
}
