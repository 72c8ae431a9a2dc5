package libc;

import static java.util.stream.Collectors.joining;
import static libc.Errno.errno;
import static libc.Fcntl.*;
import static libc.Poll.poll;
import static libc.Poll.ppoll;
import static libc.Strings.strerrorname_np;
import static libc.Unistd.*;
import static libc.sys.Epoll.*;
import static libc.sys.Eventfd.eventfd;
import static libc.sys.Ioctl.FIONREAD;
import static libc.sys.Ioctl.ioctl;
import static libc.sys.Mman.memfd_create;
import static libc.sys.Pidfd.*;
import static libc.sys.Select.pselect;
import static libc.sys.Select.select;
import static libc.sys.Sendfile.sendfile;
import static libc.sys.Socket.*;
import static libc.sys.Stat.*;
import static libc.sys.Timerfd.*;
import static libc.sys.Uio.*;
import static libc.sys.Wait.waitpid;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import libc.Poll.pollfd;
import libc.sys.Un.sockaddr_un;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the man pages' ERRORS sections have beyond {@link ErrorsIT}: errors that a healthy kernel does not give, which
 * strace puts in its mouth. Each arrives in {@code errno()} with -1.
 *
 * <p>Not here: getrlimit(2) and its like, which the JVM calls when it starts; ENFILE of socketpair(2), which java.nio calls;
 * clock_gettime(2), which is no syscall; posix_spawn(3), which would fail by clone(2), as each thread of the JVM would.
 */
class InjectedErrorsIT {

    private static final int NO_ONE = -1;

    /** What a call is made with: the name of a file, and a descriptor of it. */
    private record File(String name, int fd) {}

    private interface Call {
        int call(File file);
    }

    /**
     * Errors of a function.
     *
     * @param function its name
     * @param syscall what strace calls it, or the alternatives of the architectures
     * @param errors names
     * @param call a call that would not fail so by itself
     */
    private record Row(String function, String syscall, List<String> errors, Call call) {

        static Row of(String function, String syscall, String errors, Call call) {
            return new Row(function, syscall, List.of(errors.split(" ")), call);
        }
    }

    /** Syscalls that can fail in the same JVM: those that it makes itself fail only of the test's own file. */
    private enum Group {
        /** What a JVM does not do by itself. */
        SOCKETS(false) {
            @Override
            List<Row> rows() {
                byte[] data = new byte[1];
                msghdr message = new msghdr();
                iovec[] iov = {new iovec(data, 1)};
                int[] two = new int[2];
                pollfd[] fds = pollfd.array(1);
                epoll_event[] events = epoll_event.array(1);
                sockaddr_un name = new sockaddr_un(AF_UNIX, new byte[] {'x', 0});
                timespec now = new timespec();
                return List.of(
                        Row.of("socket", "socket", "EACCES ENFILE ENOBUFS ENOMEM", f -> socket(AF_UNIX, SOCK_STREAM, 0)),
                        Row.of("bind", "bind", "EACCES ENOMEM EROFS", f -> bind(f.fd, name, sizeof(name))),
                        Row.of("listen", "listen", "EADDRINUSE", f -> listen(f.fd, 1)),
                        Row.of("accept", "accept", "ECONNABORTED EINTR ENFILE ENOBUFS ENOMEM EPERM EPROTO",
                                f -> accept(f.fd, null, null)),
                        Row.of("accept4", "accept4", "ECONNABORTED EINTR ENFILE ENOBUFS ENOMEM EPERM EPROTO",
                                f -> accept4(f.fd, null, null, 0)),
                        Row.of("connect", "connect", "EADDRINUSE EINTR EPERM", f -> connect(f.fd, name, sizeof(name))),
                        Row.of("getsockname", "getsockname", "ENOBUFS",
                                f -> getsockname(f.fd, name, new int[] {sizeof(name)})),
                        Row.of("getpeername", "getpeername", "ENOBUFS",
                                f -> getpeername(f.fd, name, new int[] {sizeof(name)})),
                        Row.of("getsockopt", "getsockopt", "ENOMEM",
                                f -> getsockopt(f.fd, SOL_SOCKET, SO_TYPE, two, new int[] {4})),
                        Row.of("setsockopt", "setsockopt", "ENOMEM ENOBUFS",
                                f -> setsockopt(f.fd, SOL_SOCKET, SO_KEEPALIVE, 1)),
                        Row.of("shutdown", "shutdown", "EINVAL", f -> shutdown(f.fd, SHUT_RD)),
                        Row.of("send", "sendto", "EACCES EALREADY EINTR EISCONN ENOBUFS ENOMEM",
                                f -> send(f.fd, data, 1, 0)),
                        Row.of("sendto", "sendto", "EACCES EALREADY EINTR EISCONN ENOBUFS ENOMEM",
                                f -> sendto(f.fd, data, 1, 0, name, sizeof(name))),
                        Row.of("recv", "recvfrom", "EINTR ENOMEM", f -> recv(f.fd, data, 1, 0)),
                        Row.of("recvfrom", "recvfrom", "EINTR ENOMEM", f -> recvfrom(f.fd, data, 1, 0, null, null)),
                        Row.of("sendmsg", "sendmsg", "EACCES EALREADY EINTR EISCONN ENOMEM",
                                f -> sendmsg(f.fd, message, 0)),
                        Row.of("recvmsg", "recvmsg", "EINTR ENOMEM", f -> recvmsg(f.fd, message, 0)),
                        Row.of("sendmmsg", "sendmmsg", "EINTR ENOMEM ENOBUFS",
                                f -> sendmmsg(f.fd, mmsghdr.array(1), 1, 0)),
                        Row.of("recvmmsg", "recvmmsg", "EINTR ENOMEM",
                                f -> recvmmsg(f.fd, mmsghdr.array(1), 1, 0, null)),
                        Row.of("poll", "?poll,ppoll", "EINTR ENOMEM", f -> poll(fds, 1, 0)),
                        Row.of("ppoll", "ppoll", "EINTR ENOMEM", f -> ppoll(fds, 1, now, null)),
                        Row.of("select", "?select,pselect6", "EINTR ENOMEM", f -> select(0, null, null, null, new timeval())),
                        Row.of("pselect", "pselect6", "EINTR ENOMEM", f -> pselect(0, null, null, null, now, null)),
                        Row.of("epoll_create", "?epoll_create,epoll_create1", "ENFILE ENOMEM", f -> epoll_create(1)),
                        Row.of("epoll_create1", "epoll_create1", "ENFILE ENOMEM", f -> epoll_create1(0)),
                        Row.of("epoll_ctl", "epoll_ctl", "ENOMEM ENOSPC",
                                f -> epoll_ctl(f.fd, EPOLL_CTL_ADD, f.fd, events[0])),
                        Row.of("epoll_wait", "?epoll_wait,epoll_pwait", "EINTR", f -> epoll_wait(f.fd, events, 1, 0)),
                        Row.of("epoll_pwait", "epoll_pwait", "EINTR", f -> epoll_pwait(f.fd, events, 1, 0, null)),
                        Row.of("epoll_pwait2", "epoll_pwait2", "EINTR", f -> epoll_pwait2(f.fd, events, 1, now, null)),
                        Row.of("eventfd", "eventfd2", "ENFILE ENODEV ENOMEM", f -> eventfd(0, 0)),
                        Row.of("timerfd_create", "timerfd_create", "ENFILE ENODEV ENOMEM EPERM",
                                f -> timerfd_create(CLOCK_MONOTONIC, 0)),
                        Row.of("timerfd_settime", "timerfd_settime", "ECANCELED",
                                f -> timerfd_settime(f.fd, 0, new itimerspec(), null)),
                        Row.of("timerfd_gettime", "timerfd_gettime", "EFAULT", f -> timerfd_gettime(f.fd, new itimerspec())),
                        Row.of("dup2", "?dup2,dup3", "EBUSY EINTR EMFILE", f -> dup2(f.fd, 999)),
                        Row.of("dup3", "dup3", "EBUSY EINTR EMFILE", f -> dup3(f.fd, 999, 0)),
                        Row.of("pipe", "?pipe,pipe2", "ENFILE", f -> pipe(two)),
                        Row.of("pipe2", "pipe2", "ENFILE", f -> pipe2(two, 0)),
                        Row.of("close_range", "close_range", "EMFILE ENOMEM", f -> close_range(998, 999, 0)),
                        Row.of("splice", "splice", "ENOMEM", f -> splice(f.fd, null, f.fd, null, 1, 0)),
                        Row.of("tee", "tee", "ENOMEM", f -> tee(f.fd, f.fd, 1, 0)),
                        Row.of("sendfile", "sendfile", "EFAULT ENOMEM EOVERFLOW",
                                f -> sendfile(f.fd, f.fd, null, 1)),
                        Row.of("memfd_create", "memfd_create", "ENFILE ENOMEM", f -> memfd_create("x", 0)),
                        Row.of("setns", "setns", "ENOMEM EPERM", f -> libc.Sched.setns(f.fd, 0)),
                        Row.of("unshare", "unshare", "ENOMEM ENOSPC EPERM EUSERS",
                                f -> libc.Sched.unshare(libc.Sched.CLONE_FS)),
                        Row.of("kill", "kill", "EPERM", f -> libc.Signal.kill(getpid(), 0)),
                        Row.of("pidfd_open", "pidfd_open", "ENFILE ENODEV ENOMEM", f -> pidfd_open(getpid(), 0)),
                        Row.of("pidfd_getfd", "pidfd_getfd", "EMFILE ENFILE EPERM", f -> pidfd_getfd(f.fd, 0, 0)),
                        Row.of("pidfd_send_signal", "pidfd_send_signal", "EPERM",
                                f -> pidfd_send_signal(f.fd, 0, null, 0)),
                        Row.of("waitpid", "wait4", "EINTR", f -> waitpid(NO_ONE, null, 0)),
                        Row.of("sethostname", "sethostname", "EPERM", f -> sethostname(new byte[] {'x'}, 1)),
                        Row.of("setdomainname", "setdomainname", "EPERM", f -> setdomainname(new byte[] {'x'}, 1)),
                        Row.of("readv", "readv", "EOPNOTSUPP EINTR", f -> readv(f.fd, iov, 1)),
                        Row.of("writev", "writev", "EOPNOTSUPP ENOSPC", f -> writev(f.fd, iov, 1)),
                        Row.of("preadv", "preadv", "EOPNOTSUPP EINTR", f -> preadv(f.fd, iov, 1, 0)),
                        Row.of("pwritev", "pwritev", "EOPNOTSUPP ENOSPC", f -> pwritev(f.fd, iov, 1, 0)),
                        Row.of("preadv2", "preadv2", "EOPNOTSUPP EINTR", f -> preadv2(f.fd, iov, 1, 0, 0)),
                        Row.of("pwritev2", "pwritev2", "EOPNOTSUPP ENOSPC", f -> pwritev2(f.fd, iov, 1, 0, 0)));
            }
        },
        /** What takes the file's name. */
        NAMES(true) {
            @Override
            List<Row> rows() {
                return List.of(
                        Row.of("open", "openat", "EBUSY EDQUOT EFBIG EINTR ENFILE ENODEV ENOMEM ENOSPC EOPNOTSUPP "
                                + "EOVERFLOW EPERM EROFS", f -> open(f.name, O_RDONLY)),
                        Row.of("stat", "?stat,newfstatat", "EACCES ENOMEM EOVERFLOW", f -> stat(f.name, new stat())),
                        Row.of("chown", "?chown,fchownat", "ENOMEM EPERM EROFS", f -> chown(f.name, NO_ONE, NO_ONE)),
                        Row.of("chmod", "?chmod,fchmodat", "ENOMEM EPERM EROFS", f -> chmod(f.name, 0600)),
                        Row.of("unlink", "?unlink,unlinkat", "EBUSY EIO ENOMEM EROFS", f -> unlink(f.name)),
                        Row.of("readlink", "?readlink,readlinkat", "EACCES EIO ENOMEM",
                                f -> readlink(f.name, new byte[9], 9)));
            }
        },
        /** What takes the file's descriptor. */
        DESCRIPTORS(true) {
            @Override
            List<Row> rows() {
                byte[] data = new byte[1];
                return List.of(
                        Row.of("read", "read", "EINTR EIO", f -> read(f.fd, data, 1)),
                        Row.of("write", "write", "EDQUOT EFBIG EINTR EIO ENOSPC EPERM", f -> write(f.fd, data, 1)),
                        Row.of("fcntl", "fcntl", "EACCES EDEADLK EINTR ENOLCK", f -> fcntl(f.fd, F_GETFD)),
                        Row.of("fstat", "?fstat,newfstatat", "ENOMEM EOVERFLOW", f -> fstat(f.fd, new stat())),
                        Row.of("fchown", "fchown", "EIO ENOMEM EPERM EROFS", f -> fchown(f.fd, NO_ONE, NO_ONE)),
                        Row.of("fchmod", "fchmod", "EIO ENOMEM EPERM EROFS", f -> fchmod(f.fd, 0600)),
                        Row.of("ioctl", "ioctl", "EIO ENOTTY", f -> ioctl(f.fd, FIONREAD, new int[1])),
                        Row.of("dup", "dup", "EBUSY EINTR EMFILE", f -> dup(f.fd)),
                        Row.of("close", "close", "EDQUOT EINTR EIO ENOSPC", f -> close(f.fd)));
            }
        };

        private final boolean ofTheFile;

        Group(boolean ofTheFile) {
            this.ofTheFile = ofTheFile;
        }

        abstract List<Row> rows();

        /** The rows that have an error for the round, and what comes of each. */
        Stream<Row> rows(int round) {
            return rows().stream().filter(row -> row.errors.size() > round);
        }
    }

    @TempDir
    Path dir;

    @BeforeEach
    void needsStrace() {
        Needs.tool("strace");
    }

    /** In each round each function fails once, with its next error. */
    @ParameterizedTest
    @EnumSource(Group.class)
    void eachErrorArrives(Group group) throws Exception {
        int rounds = group.rows().stream().mapToInt(row -> row.errors.size()).max().orElseThrow();
        Path file = Files.createFile(dir.resolve("file")).toRealPath();
        for (int round = 0; round < rounds; round++) {
            int number = round;
            List<String> command = new ArrayList<>(List.of("strace", "-f", "-qq", "-o", "/dev/null"));
            if (group.ofTheFile) {
                command.addAll(List.of("-P", file.toString()));
            }
            group.rows(round).forEach(row ->
                    command.addAll(List.of("-e", "inject=" + row.syscall + ":error=" + row.errors.get(number))));
            command.addAll(Sockets.java(InjectedErrorsIT.class, group.name(), "" + round, file.toString()));
            assertEquals(group.rows(round).map(row -> row.function + " -1 " + row.errors.get(number) + "\n")
                    .collect(joining()), Needs.run(dir, command.toArray(String[]::new)));
        }
    }

    /** Calls the functions of a group that have an error for the round, and prints what comes of it. */
    public static void main(String[] args) {
        File file = new File(args[2], open(args[2], O_RDWR));
        StringBuilder answers = new StringBuilder();
        Group.valueOf(args[0]).rows(Integer.parseInt(args[1])).forEach(row -> {
            int result = row.call.call(file);
            answers.append(row.function).append(' ').append(result).append(' ')
                    .append(result == NO_ONE ? strerrorname_np(errno()) : "0").append('\n');
        });
        System.out.print(answers);
    }
}
