package selftest.behaviours;

import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Unistd.*;
import static libc.sys.Epoll.*;
import static libc.sys.Eventfd.*;
import static libc.sys.Socket.isfdtype;
import static libc.sys.Socket.sockatmark;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;

import java.util.LinkedHashMap;
import java.util.Map;
import selftest.Calls;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** A descriptor that is not a socket is ENOTSOCK to every call that takes only sockets. */
class T05_not_a_socket {

    private static final String FILES = "is a socket";
    private static final String NAMES = "has no file";

    @On(value = Group.NONE, otherwise = FILES)
    void every_call_of_sockets_says_ENOTSOCK(Transport transport, Sockets sockets) throws Exception {
        others(sockets).forEach((other, fd) -> Calls.ofSockets().forEach((name, call) ->
                assertFails(ENOTSOCK, call.on(fd), name + " of " + other)));
    }

    @On(value = Group.NONE, otherwise = FILES)
    void it_is_asked_without_an_error(Transport transport, Sockets sockets) throws Exception {
        others(sockets).forEach((other, fd) -> {
            assertEquals(0, isfdtype(fd, S_IFSOCK), other);
            // sockatmark(3) names both; an epoll says EINVAL since it has an ioctl of its own, Linux 6.9.
            assertEquals(-1, sockatmark(fd), other);
            assertTrue(errno() == ENOTTY || errno() == EINVAL, other);
        });
    }

    @On(value = Group.PATH, otherwise = NAMES)
    void a_sockets_file_is_not_a_socket(Transport transport, Sockets sockets) throws Exception {
        sockets.bound(sockets.open());
        String path = sockets.dir().resolve("s0").toString();
        assertFails(ENXIO, open(path, O_RDWR | O_CLOEXEC));
        int fd = sockets.keep(open(path, O_PATH | O_CLOEXEC));
        assertEquals(1, isfdtype(fd, S_IFSOCK), "its file is a socket's");
        Calls.ofSockets().forEach((name, call) -> assertFails(EBADF, call.on(fd), name));
    }

    private static Map<String, Integer> others(Sockets sockets) throws Exception {
        Map<String, Integer> others = new LinkedHashMap<>();
        int[] pipe = new int[2];
        check(pipe2(pipe, O_CLOEXEC));
        others.put("a pipe's end to read", sockets.keep(pipe[0]));
        others.put("a pipe's end to write", sockets.keep(pipe[1]));
        String file = sockets.dir().resolve("file").toString();
        others.put("a file", sockets.keep(open(file, O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR)));
        others.put("a directory", sockets.keep(open(sockets.dir().toString(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)));
        others.put("a file of proc", sockets.keep(open("/proc/self/status", O_RDONLY | O_CLOEXEC)));
        others.put("an eventfd", sockets.keep(eventfd(0, EFD_CLOEXEC)));
        others.put("an epoll", sockets.keep(epoll_create1(EPOLL_CLOEXEC)));
        return others;
    }
}
