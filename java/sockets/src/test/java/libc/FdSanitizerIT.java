package libc;

import static libc.Conditions.rights;
import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Poll.*;
import static libc.Spawn.*;
import static libc.Unistd.*;
import static libc.linux.Sockios.SIOCGSKNS;
import static libc.sys.Epoll.*;
import static libc.sys.Eventfd.*;
import static libc.sys.Ioctl.ioctl;
import static libc.sys.Mman.*;
import static libc.sys.Pidfd.*;
import static libc.sys.Resource.*;
import static libc.sys.Select.FD_SET;
import static libc.sys.Select.select;
import static libc.sys.Sendfile.sendfile;
import static libc.sys.Socket.*;
import static libc.sys.Stat.fstat;
import static libc.sys.Timerfd.*;
import static libc.sys.Uio.*;
import static libc.sys.Wait.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import libc.sys.Select.fd_set;
import libc.sys.Stat.stat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The descriptor sanitizer. */
class FdSanitizerIT {

    /** Numbers that close keeps for itself. */
    private static final int KEPT = 64;

    /** What makes a descriptor, by the function. */
    private static final Map<String, Maker> MAKERS = new TreeMap<>();

    /** What uses a descriptor. */
    private static final Map<String, User> USERS = new TreeMap<>();

    interface Maker {
        int make(Sockets s) throws ErrnoException;
    }

    interface User {
        void use(int fd) throws ErrnoException;
    }

    private final Sockets sockets = new Sockets();

    @TempDir
    Path dir;

    @BeforeEach
    void on() {
        Sockets.assertBackend();
        FdSanitizer.on();
    }

    @AfterEach
    void off() throws ErrnoException {
        sockets.close();
        FdSanitizer.off();
    }

    static {
        MAKERS.put("socket", s -> socket(AF_INET, SOCK_STREAM, 0));
        MAKERS.put("socketpair", s -> {
            int[] pair = new int[2];
            check(socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
            s.keep(pair[1]);
            return pair[0];
        });
        MAKERS.put("pipe", s -> {
            int[] ends = new int[2];
            check(pipe(ends));
            s.keep(ends[0]);
            return ends[1];
        });
        MAKERS.put("pipe2", s -> {
            int[] ends = new int[2];
            check(pipe2(ends, O_CLOEXEC));
            s.keep(ends[1]);
            return ends[0];
        });
        MAKERS.put("accept", s -> accept(called(s), null, null));
        MAKERS.put("accept4", s -> accept4(called(s), null, null, SOCK_CLOEXEC));
        MAKERS.put("dup", s -> dup(s.open(AF_INET, SOCK_DGRAM)));
        MAKERS.put("dup2", s -> dup2(s.open(AF_INET, SOCK_DGRAM), check(socket(AF_INET, SOCK_STREAM, 0))));
        MAKERS.put("dup3", s -> dup3(s.open(AF_INET, SOCK_DGRAM), check(socket(AF_INET, SOCK_STREAM, 0)), O_CLOEXEC));
        MAKERS.put("fcntl", s -> fcntl(s.open(AF_INET, SOCK_DGRAM), F_DUPFD_CLOEXEC, 20));
        MAKERS.put("open", s -> Fcntl.open("/dev/null", O_RDWR));
        MAKERS.put("epoll_create", s -> epoll_create(1));
        MAKERS.put("epoll_create1", s -> epoll_create1(EPOLL_CLOEXEC));
        MAKERS.put("eventfd", s -> eventfd(0, EFD_NONBLOCK));
        MAKERS.put("timerfd_create", s -> timerfd_create(CLOCK_MONOTONIC, 0));
        MAKERS.put("memfd_create", s -> memfd_create("fdsan", 0));
        MAKERS.put("pidfd_open", s -> pidfd_open(getpid(), 0));
        MAKERS.put("pidfd_getfd", s -> pidfd_getfd(s.keep(pidfd_open(getpid(), 0)), s.open(AF_INET, SOCK_DGRAM), 0));
        MAKERS.put("ioctl", s -> ioctl(s.open(AF_INET, SOCK_DGRAM), SIOCGSKNS));
        MAKERS.put("recvmsg", s -> {
            int[] pair = s.pair(SOCK_DGRAM);
            check(sendmsg(pair[0], rights(pair[0]), 0));
            msghdr received = room();
            check(recvmsg(pair[1], received, 0));
            return CMSG_DATA(CMSG_FIRSTHDR(received)).getInt();
        });
        MAKERS.put("recvmmsg", s -> {
            int[] pair = s.pair(SOCK_DGRAM);
            mmsghdr[] messages = mmsghdr.array(1);
            messages[0].msg_hdr.set(rights(pair[0]));
            check(sendmmsg(pair[0], messages, 1, 0));
            messages[0].msg_hdr.set(room());
            check(recvmmsg(pair[1], messages, 1, 0, null));
            return CMSG_DATA(CMSG_FIRSTHDR(messages[0].msg_hdr)).getInt();
        });
        MAKERS.put("getsockopt", s -> {
            int[] pidfd = new int[1];
            check(getsockopt(s.pair(SOCK_STREAM)[0], SOL_SOCKET, SO_PEERPIDFD, pidfd, new int[] {sizeof(pidfd)}));
            return pidfd[0];
        });

        byte[] buf = new byte[8];
        int[] on = {1};
        USERS.put("bind", fd -> bind(fd, new sockaddr(), 16));
        USERS.put("listen", fd -> listen(fd, 1));
        USERS.put("accept", fd -> accept(fd, null, null));
        USERS.put("getsockname", fd -> getsockname(fd, new sockaddr(), on));
        USERS.put("getsockopt", fd -> getsockopt(fd, SOL_SOCKET, SO_TYPE, on, new int[] {4}));
        USERS.put("setsockopt", fd -> setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, on, 4));
        USERS.put("shutdown", fd -> shutdown(fd, SHUT_RD));
        USERS.put("send", fd -> send(fd, buf, 1, 0));
        USERS.put("recv", fd -> recv(fd, buf, 1, 0));
        USERS.put("read", fd -> read(fd, buf, 1));
        USERS.put("write", fd -> write(fd, buf, 1));
        USERS.put("writev", fd -> writev(fd, new iovec[] {new iovec("x", 1)}, 1));
        USERS.put("recvmsg", fd -> recvmsg(fd, room(), 0));
        USERS.put("dup", Unistd::dup);
        USERS.put("dup2", fd -> dup2(fd, fd));
        USERS.put("fcntl", fd -> fcntl(fd, F_SETFD, 0));
        USERS.put("fstat", fd -> fstat(fd, new stat()));
        USERS.put("close", Unistd::close);
        USERS.put("splice", fd -> splice(0, null, fd, null, 1, 0));
        USERS.put("sendfile", fd -> sendfile(1, fd, null, 1));
        USERS.put("poll", fd -> poll(new pollfd[] {new pollfd(-1, 0, 0), new pollfd(fd, POLLIN, 0)}, 2, 0));
        USERS.put("ppoll", fd -> ppoll(new pollfd[] {new pollfd(fd, POLLIN, 0)}, 1, new timespec(0, 0), null));
        USERS.put("select", fd -> {
            fd_set set = new fd_set();
            FD_SET(fd, set);
            select(fd + 1, null, set, null, new timeval(0, 0));
        });
        USERS.put("epoll_ctl", fd -> {
            int epoll = check(epoll_create1(0));
            try {
                epoll_ctl(epoll, EPOLL_CTL_ADD, fd, new epoll_event());
            } finally {
                check(close(epoll));
            }
        });
        USERS.put("sendmsg", fd -> sendRights(fd, pair -> sendmsg(pair[0], rights(pair[0], fd), 0)));
        USERS.put("sendmmsg", fd -> sendRights(fd, pair -> {
            mmsghdr[] messages = mmsghdr.array(2);
            messages[0].msg_hdr.set(rights(pair[0]));
            messages[1].msg_hdr.set(rights(fd));
            sendmmsg(pair[0], messages, 2, 0);
        }));
    }

    interface PairUser {
        void use(int[] pair) throws ErrnoException;
    }

    private static void sendRights(int fd, PairUser user) throws ErrnoException {
        int[] pair = new int[2];
        check(socketpair(AF_UNIX, SOCK_DGRAM, 0, pair));
        try {
            user.use(pair);
        } finally {
            check(close(pair[0]));
            check(close(pair[1]));
        }
    }

    /** A listener whom somebody calls. */
    private static int called(Sockets s) throws ErrnoException {
        int listener = s.open(AF_INET, SOCK_STREAM);
        sockaddr to = Sockets.listening(listener, 1);
        check(connect(s.open(AF_INET, SOCK_STREAM), to, sizeof(to)));
        return listener;
    }

    /** Room for a message with a descriptor. */
    private static msghdr room() {
        msghdr message = rights(0);
        message.msg_iov[0].iov_base = new byte[1];
        return message;
    }

    static Set<String> makers() {
        return MAKERS.keySet();
    }

    static Set<String> users() {
        return USERS.keySet();
    }

    /** A descriptor, or -1 where the kernel lacks what makes it. */
    private int made(String maker) throws ErrnoException {
        try {
            return check(MAKERS.get(maker).make(sockets));
        } catch (ErrnoException e) {
            if (!Set.of(ENOSYS, ENOPROTOOPT, EPERM).contains(e.errno())) {
                throw e;
            }
            return -1;
        }
    }

    @ParameterizedTest
    @MethodSource("makers")
    void a_second_close_is_told_with_both_stacks(String maker) throws ErrnoException {
        int fd = made(maker);
        if (fd < 0) {
            return;
        }
        check(close(fd));
        ClosedDescriptorException e = assertThrows(ClosedDescriptorException.class, () -> close(fd));
        assertEquals(fd, e.fd());
        assertEquals("close: descriptor " + fd + " was closed", e.getMessage());
        Throwable closed = e.getCause();
        String thread = " in thread " + Thread.currentThread().getName();
        assertEquals("closed by close" + thread, closed.getMessage());
        assertEquals("libc.Unistd", closed.getStackTrace()[0].getClassName());
        assertEquals("a_second_close_is_told_with_both_stacks", closed.getStackTrace()[1].getMethodName());
        Throwable made = closed.getCause();
        assertEquals("made by " + maker + thread, made.getMessage());
        assertTrue(Arrays.stream(made.getStackTrace()).anyMatch(frame -> frame.getMethodName().equals("made")));
        assertNull(made.getCause());
    }

    /** However many descriptors are made meanwhile, by whomever: the number is nobody's. */
    @ParameterizedTest
    @MethodSource("users")
    void a_use_after_close_is_told(String user) throws ErrnoException, IOException {
        int fd = check(socket(AF_INET, SOCK_DGRAM, 0));
        check(close(fd));
        try (DatagramChannel channel = DatagramChannel.open()) {
            assertTrue(channel.isOpen());
            assertNotEquals(fd, sockets.open(AF_INET, SOCK_DGRAM));
            ClosedDescriptorException e = assertThrows(ClosedDescriptorException.class, () -> USERS.get(user).use(fd));
            assertEquals(user + ": descriptor " + fd + " was closed", e.getMessage());
        }
    }

    /** Closed is closed: only the number stays. */
    @Test
    void the_peer_sees_the_end_at_once() throws ErrnoException {
        int[] pair = new int[2];
        check(socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
        check(close(pair[0]));
        assertEquals(0, check(recv(sockets.keep(pair[1]), new byte[1], 1, 0)));
    }

    @Test
    void a_number_is_given_back_when_others_were_closed_after_it() throws ErrnoException {
        int fd = check(socket(AF_INET, SOCK_DGRAM, 0));
        check(close(fd));
        for (int i = 0; i < KEPT; i++) {
            int other = check(socket(AF_INET, SOCK_DGRAM, 0));
            assertNotEquals(fd, other);
            check(close(other));
        }
        assertThrows(ClosedDescriptorException.class, () -> close(fd));
        int[] many = new int[KEPT];
        Arrays.setAll(many, i -> socket(AF_INET, SOCK_DGRAM, 0));
        assertTrue(Arrays.stream(many).anyMatch(one -> one == fd));
        for (int one : many) {
            check(close(one));
        }
    }

    @Test
    void open_ones_are_listed_with_where_they_were_made() throws ErrnoException {
        int before = FdSanitizer.open().size();
        int[] pair = sockets.pair(SOCK_STREAM);
        List<FdSanitizer.Open> open = FdSanitizer.open();
        assertEquals(before + 2, open.size());
        FdSanitizer.Open first = open.stream().filter(one -> one.fd() == pair[0]).findFirst().orElseThrow();
        assertTrue(first.toString().startsWith(pair[0] + " made by socketpair in thread "), first::toString);
        assertTrue(first.toString().contains(" at libc.Sockets.pair(Sockets.java:"), first::toString);
        sockets.closeNow(pair[0]);
        assertEquals(before + 1, FdSanitizer.open().size());
    }

    // What is no mistake

    @Test
    void a_number_that_is_put_to_new_use_is_open() throws ErrnoException {
        int fd = check(socket(AF_INET, SOCK_DGRAM, 0));
        check(close(fd));
        assertEquals(fd, check(dup2(sockets.open(AF_INET, SOCK_STREAM), fd)));
        assertEquals(SOCK_STREAM, SocketOption.of(SOL_SOCKET, SO_TYPE).value(fd));
        assertEquals(fd, check(dup3(sockets.open(AF_INET, SOCK_DGRAM), fd, 0)));
        assertEquals(SOCK_DGRAM, SocketOption.of(SOL_SOCKET, SO_TYPE).value(fd));
        check(close(fd));
        assertThrows(ClosedDescriptorException.class, () -> close(fd));
    }

    @Test
    void a_number_that_was_never_open_is_the_kernels_to_refuse() {
        for (int i = 0; i < 2; i++) {
            Assert.assertFails(EBADF, close(-1));
            Assert.assertFails(EBADF, close(9_999));
            Assert.assertFails(EBADF, recv(9_999, new byte[1], 1, 0));
        }
        assertEquals(1, poll(new pollfd[] {new pollfd(9_999, POLLIN, 0)}, 1, 0));
    }

    @Test
    void one_may_ask_whether_a_number_is_open() throws ErrnoException {
        int fd = check(socket(AF_INET, SOCK_DGRAM, 0));
        check(close(fd));
        Assert.assertFails(EBADF, fcntl(fd, F_GETFD));
        Assert.assertFails(EBADF, fcntl(fd, F_GETFL));
        assertThrows(ClosedDescriptorException.class, () -> recv(fd, new byte[1], 1, 0));
    }

    @Test
    void close_range_closes() throws ErrnoException {
        int fd = check(fcntl(sockets.open(AF_INET, SOCK_DGRAM), F_DUPFD, 500));
        check(close_range(fd, fd, CLOSE_RANGE_CLOEXEC));
        assertEquals(FD_CLOEXEC, check(fcntl(fd, F_GETFD)));
        check(close_range(fd, fd + 1, 0));
        check(close_range(fd, fd + 1, 0));
        ClosedDescriptorException e = assertThrows(ClosedDescriptorException.class, () -> close(fd));
        assertTrue(e.getCause().getMessage().startsWith("closed by close_range"), e.getCause()::getMessage);
        assertEquals(fd, check(fcntl(sockets.open(AF_INET, SOCK_DGRAM), F_DUPFD, fd)));
        check(close(fd));
    }

    /** A number that was given back and that the JVM has now is not this library's to judge. */
    @Test
    void a_number_that_somebody_else_has_is_not_judged() throws Exception {
        int fd = check(socket(AF_INET, SOCK_DGRAM, 0));
        check(close(fd));
        Assert.assertFails(EBADF, fcntl(fd, F_GETFD)); // which gives it back
        List<DatagramChannel> channels = new ArrayList<>();
        try {
            for (int i = 0; i < KEPT && fcntl(fd, F_GETFD) < 0; i++) {
                channels.add(DatagramChannel.open());
            }
            check(fstat(fd, new stat()));
        } finally {
            for (DatagramChannel channel : channels) {
                channel.close();
            }
        }
    }

    /** What a child does with numbers is its own business, and of those that are kept it has none. */
    @Test
    void a_child_has_no_kept_numbers() throws Exception {
        int closed = check(socket(AF_INET, SOCK_DGRAM, 0));
        check(close(closed));
        Path listing = dir.resolve("listing");
        int out = sockets.keep(Fcntl.open(listing.toString(), O_WRONLY | O_CREAT, 0600));
        posix_spawn_file_actions_t actions = new posix_spawn_file_actions_t();
        assertEquals(0, posix_spawn_file_actions_init(actions));
        assertEquals(0, posix_spawn_file_actions_addopen(actions, closed, "/dev/null", O_RDWR, 0));
        assertEquals(0, posix_spawn_file_actions_adddup2(actions, closed, STDIN_FILENO));
        assertEquals(0, posix_spawn_file_actions_addclose(actions, closed));
        assertEquals(0, posix_spawn_file_actions_adddup2(actions, out, STDOUT_FILENO));
        int[] pid = new int[1];
        assertEquals(0, posix_spawnp(pid, "sh", actions, null,
                new String[] {"sh", "-c", "test ! -e /proc/self/fd/" + closed + " && echo gone"}, environ));
        assertEquals(0, posix_spawn_file_actions_destroy(actions));
        int[] status = new int[1];
        assertEquals(pid[0], check(waitpid(pid[0], status, 0)));
        assertEquals("gone\n", Files.readString(listing));
    }

    @Test
    void threads_tell_of_each_other() throws Exception {
        int fd = check(socket(AF_INET, SOCK_DGRAM, 0));
        Thread closer = new Thread(() -> close(fd), "closer");
        closer.start();
        closer.join();
        ClosedDescriptorException e = assertThrows(ClosedDescriptorException.class, () -> send(fd, "x", 1, 0));
        assertEquals("closed by close in thread closer", e.getCause().getMessage());
    }

    @Test
    void off_is_off() throws ErrnoException {
        FdSanitizer.on(); // twice
        int fd = check(socket(AF_INET, SOCK_DGRAM, 0));
        check(close(fd));
        FdSanitizer.off();
        Assert.assertFails(EBADF, close(fd));
        assertEquals(List.of(), FdSanitizer.open());
    }

    /** A program that runs out of numbers gets those back that are kept. */
    @Tag("once")
    @Test
    void the_property_watches_from_the_start() throws Exception {
        List<String> command = Sockets.java(FdSanitizerIT.class);
        command.add(1, "-Dlibc.fdsan=true");
        assertEquals("left 1 by socket\nall numbers\nsend: descriptor was closed\n",
                Needs.run(dir, command.toArray(String[]::new)).replaceAll("descriptor \\d+", "descriptor"));
    }

    /** Leaves one open, closes more than there may be, and uses one of them. */
    public static void main(String[] args) throws ErrnoException {
        int left = check(socket(AF_INET, SOCK_DGRAM, 0));
        System.out.println("left " + FdSanitizer.open().size() + " by "
                + FdSanitizer.open().get(0).made().getMessage().split(" ")[2]);
        rlimit limit = new rlimit(left + 10, left + 10);
        check(setrlimit(RLIMIT_NOFILE, limit));
        int fd = -1;
        for (int i = 0; i < 2 * KEPT; i++) {
            fd = check(socket(AF_INET, SOCK_DGRAM, 0));
            check(close(fd));
        }
        System.out.println("all numbers");
        try {
            send(fd, "x", 1, 0);
        } catch (ClosedDescriptorException e) {
            System.out.println(e.getMessage());
        }
    }
}
