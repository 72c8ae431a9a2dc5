package libc;

import static libc.Conditions.*;
import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Unistd.*;
import static libc.sys.Ioctl.*;
import static libc.sys.Mman.*;
import static libc.sys.Sendfile.sendfile;
import static libc.sys.Socket.*;
import static libc.sys.Stat.*;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import libc.ErrorsIT.Row;
import libc.sys.Stat.stat;

/** Descriptors and files, and what is asked of them. */
final class DescriptorErrors {

    private DescriptorErrors() {}

    static List<Row> rows() {
        return Stream.of(descriptors(), copies(), files(), moves(), requests()).flatMap(List::stream).toList();
    }

    private static List<Row> descriptors() {
        return List.of(
                Row.fails("close", EBADF, "closed", (s, d) -> close(closed(s))),
                Row.fails("close", EBADF, "-1", (s, d) -> close(-1)),

                Row.fails("fcntl", EAGAIN, "F_SETLEASE to write of a file that is open twice", (s, d) -> {
                    file(s, d);
                    return fcntl(file(s, d), F_SETLEASE, F_WRLCK);
                }),
                Row.fails("fcntl", EBADF, "closed", (s, d) -> fcntl(closed(s), F_GETFL)),
                Row.fails("fcntl", EBADF, "F_GETPIPE_SZ of a socket", (s, d) -> fcntl(tcp(s), F_GETPIPE_SZ)),
                Row.fails("fcntl", EBUSY, "F_SETPIPE_SZ below what is in the pipe", (s, d) -> {
                    int fd = fifo(s, d);
                    check(write(fd, new byte[16384], 16384));
                    return fcntl(fd, F_SETPIPE_SZ, 1);
                }),
                Row.fails("fcntl", EFAULT, "F_GETLK of a number", (s, d) -> fcntl(file(s, d), F_GETLK, 1)),
                Row.fails("fcntl", EFAULT, "F_GETOWN_EX without an argument", (s, d) -> fcntl(tcp(s), F_GETOWN_EX)),
                Row.fails("fcntl", EINVAL, "no such command", (s, d) -> fcntl(tcp(s), NO_OPTION)),
                Row.fails("fcntl", EINVAL, "a negative command", (s, d) -> fcntl(tcp(s), -1)),
                Row.fails("fcntl", EINVAL, "F_ADD_SEALS of a file that has none",
                        (s, d) -> fcntl(tcp(s), F_ADD_SEALS, F_SEAL_GROW)),
                Row.fails("fcntl", EINVAL, "F_DUPFD to a negative descriptor", (s, d) -> fcntl(tcp(s), F_DUPFD, -1)),
                Row.fails("fcntl", EINVAL, "F_DUPFD beyond the limit",
                        (s, d) -> fcntl(tcp(s), F_DUPFD, Integer.MAX_VALUE)),
                Row.fails("fcntl", EINVAL, "F_SETSIG of no signal", (s, d) -> fcntl(tcp(s), F_SETSIG, NO_OPTION)),
                Row.fails("fcntl", ENOTDIR, "F_NOTIFY of a file", (s, d) -> fcntl(file(s, d), F_NOTIFY, DN_CREATE)),

                Row.fails("fcntl", EAGAIN, "F_OFD_SETLK of what another has locked", (s, d) -> {
                    int fd = writable(s, d);
                    check(fcntl(fd, F_OFD_SETLK, new flock(F_WRLCK, SEEK_SET, 0, 1, 0)));
                    return fcntl(writable(s, d), F_OFD_SETLK, new flock(F_WRLCK, SEEK_SET, 0, 1, 0));
                }),
                Row.fails("fcntl", EBADF, "F_SETLK of a closed descriptor",
                        (s, d) -> fcntl(closed(s), F_SETLK, new flock())),
                Row.fails("fcntl", EFAULT, "F_GETLK of null", (s, d) -> fcntl(file(s, d), F_GETLK, (flock) null)),
                Row.fails("fcntl", EINVAL, "F_SETLK of no such lock",
                        (s, d) -> fcntl(file(s, d), F_SETLK, new flock(NO_OPTION, SEEK_SET, 0, 0, 0))),
                Row.fails("fcntl", ESRCH, "F_SETOWN_EX to no process",
                        (s, d) -> fcntl(tcp(s), F_SETOWN_EX, new f_owner_ex(F_OWNER_PID, Integer.MAX_VALUE))),
                Row.fails("fcntl", EINVAL, "F_SET_RW_HINT of no such hint",
                        (s, d) -> fcntl(file(s, d), F_SET_RW_HINT, new long[] {NO_OPTION})),
                Row.fails("fcntl", EPERM, "F_ADD_SEALS of a file that is sealed", (s, d) -> {
                    int fd = s.keep(memfd_create("x", MFD_ALLOW_SEALING));
                    check(fcntl(fd, F_ADD_SEALS, F_SEAL_SEAL));
                    return fcntl(fd, F_ADD_SEALS, F_SEAL_GROW);
                }),

                Row.fails("unlink", EFAULT, "null", (s, d) -> unlink(null)),
                Row.fails("unlink", EISDIR, "a directory", (s, d) -> unlink(d.toString())),
                Row.fails("unlink", ELOOP, "the directory is a link to itself", (s, d) ->
                        unlink(Files.createSymbolicLink(d.resolve("loop"), d.resolve("loop")) + "/x")),
                Row.fails("unlink", ENAMETOOLONG, "a name of 256 bytes", (s, d) -> unlink(d + "/" + "x".repeat(256))),
                Row.fails("unlink", ENAMETOOLONG, "a path of a MiB", (s, d) -> unlink("x/".repeat(1 << 19))),
                Row.fails("unlink", ENOENT, "no such name", (s, d) -> unlink(d + "/none")),
                Row.fails("unlink", ENOENT, "an empty name", (s, d) -> unlink("")),
                Row.fails("unlink", ENOTDIR, "a file for a directory",
                        (s, d) -> unlink(Files.createFile(d.resolve("file")) + "/x")),
                Row.fails("unlink", EPERM, "a file system that does not allow it",
                        (s, d) -> unlink("/proc/self/status")));
    }

    private static List<Row> copies() {
        return List.of(
                Row.fails("dup", EBADF, "closed", (s, d) -> dup(closed(s))),
                Row.fails("dup2", EBADF, "closed", (s, d) -> dup2(closed(s), 0)),
                Row.fails("dup2", EBADF, "to a negative descriptor", (s, d) -> dup2(tcp(s), -1)),
                Row.fails("dup2", EBADF, "beyond the limit", (s, d) -> dup2(tcp(s), Integer.MAX_VALUE)),
                Row.fails("dup3", EBADF, "closed", (s, d) -> dup3(closed(s), tcp(s), 0)),
                Row.fails("dup3", EBADF, "beyond the limit", (s, d) -> dup3(tcp(s), Integer.MAX_VALUE, 0)),
                Row.fails("dup3", EINVAL, "to itself", (s, d) -> {
                    int fd = tcp(s);
                    return dup3(fd, fd, 0);
                }),
                Row.fails("dup3", EINVAL, "no such flag", (s, d) -> dup3(tcp(s), tcp(s), O_APPEND)),
                Row.fails("pipe", EFAULT, "null", (s, d) -> pipe((int[]) null)),
                Row.fails("pipe2", EFAULT, "null", (s, d) -> pipe2(null, 0)),
                Row.fails("pipe2", EINVAL, "no such flag", (s, d) -> pipe2(new int[2], O_APPEND)),
                Row.fails("close_range", EINVAL, "no such flag",
                        (s, d) -> close_range(NO_DESCRIPTOR, NO_DESCRIPTOR, 1 << 30)),
                Row.fails("close_range", EINVAL, "the last before the first",
                        (s, d) -> close_range(NO_DESCRIPTOR, NO_DESCRIPTOR - 1, 0)),
                Row.fails("memfd_create", EFAULT, "null", (s, d) -> memfd_create(null, 0)),
                Row.fails("memfd_create", EINVAL, "no such flag", (s, d) -> memfd_create("x", 0x4000)),
                Row.fails("memfd_create", EINVAL, "a name of 250 bytes", (s, d) -> memfd_create("x".repeat(250), 0)));
    }

    private static List<Row> files() {
        stat st = new stat();
        return List.of(
                Row.fails("open", EEXIST, "O_EXCL of what is there", (s, d) ->
                        open(Files.createFile(d.resolve("file")).toString(), O_WRONLY | O_CREAT | O_EXCL, 0600)),
                Row.fails("open", EFAULT, "null",
                        (s, d) -> open(null, O_RDONLY)),
                Row.fails("open", ELOOP, "the directory is a link to itself",
                        (s, d) -> open(loop(d), O_RDONLY)),
                Row.fails("open", ENAMETOOLONG, "a name of 256 bytes",
                        (s, d) -> open(d + "/" + "x".repeat(256), O_RDONLY)),
                Row.fails("open", ENOENT, "no such name",
                        (s, d) -> open(d + "/none", O_RDONLY)),
                Row.fails("open", ENOENT, "an empty name",
                        (s, d) -> open("", O_RDONLY)),
                Row.fails("open", ENOTDIR, "a file for a directory",
                        (s, d) -> open(Files.createFile(d.resolve("file")) + "/x", O_RDONLY)),
                Row.fails("open", EINVAL, "O_TMPFILE, and not for writing",
                        (s, d) -> open(d.toString(), O_TMPFILE | O_RDONLY, 0600)),
                Row.fails("open", EISDIR, "a directory for writing", (s, d) -> open(d.toString(), O_WRONLY)),
                Row.fails("open", ELOOP, "O_NOFOLLOW of a link", (s, d) ->
                        open(Files.createSymbolicLink(d.resolve("link"), d).toString(), O_RDONLY | O_NOFOLLOW)),
                Row.fails("open", ENOTDIR, "O_DIRECTORY of a file", (s, d) ->
                        open(Files.createFile(d.resolve("file")).toString(), O_RDONLY | O_DIRECTORY)),
                Row.fails("open", ENXIO, "a FIFO for writing that nobody reads",
                        (s, d) -> open(mkfifo(d).toString(), O_WRONLY | O_NONBLOCK)),
                Row.fails("open", ENXIO, "a socket", (s, d) -> {
                    bindTo(s, d.resolve("socket"));
                    return open(d.resolve("socket").toString(), O_RDWR);
                }),
                Row.fails("open", ETXTBSY, "a program that runs, for writing",
                        (s, d) -> open("/proc/self/exe", O_WRONLY)),

                Row.fails("stat", EFAULT, "null",
                        (s, d) -> stat(null, st)),
                Row.fails("stat", ELOOP, "the directory is a link to itself",
                        (s, d) -> stat(loop(d), st)),
                Row.fails("stat", ENAMETOOLONG, "a name of 256 bytes",
                        (s, d) -> stat(d + "/" + "x".repeat(256), st)),
                Row.fails("stat", ENOENT, "no such name",
                        (s, d) -> stat(d + "/none", st)),
                Row.fails("stat", ENOENT, "an empty name",
                        (s, d) -> stat("", st)),
                Row.fails("stat", ENOTDIR, "a file for a directory",
                        (s, d) -> stat(Files.createFile(d.resolve("file")) + "/x", st)),
                Row.fails("stat", EFAULT, "statbuf null", (s, d) -> stat("/", null)),
                Row.fails("fstat", EBADF, "closed", (s, d) -> fstat(closed(s), st)),
                Row.fails("fstat", EFAULT, "statbuf null", (s, d) -> fstat(tcp(s), null)),

                Row.fails("chmod", EFAULT, "null",
                        (s, d) -> chmod(null, 0600)),
                Row.fails("chmod", ELOOP, "the directory is a link to itself",
                        (s, d) -> chmod(loop(d), 0600)),
                Row.fails("chmod", ENAMETOOLONG, "a name of 256 bytes",
                        (s, d) -> chmod(d + "/" + "x".repeat(256), 0600)),
                Row.fails("chmod", ENOENT, "no such name",
                        (s, d) -> chmod(d + "/none", 0600)),
                Row.fails("chmod", ENOENT, "an empty name",
                        (s, d) -> chmod("", 0600)),
                Row.fails("chmod", ENOTDIR, "a file for a directory",
                        (s, d) -> chmod(Files.createFile(d.resolve("file")) + "/x", 0600)),
                Row.fails("fchmod", EBADF, "closed", (s, d) -> fchmod(closed(s), 0600)),

                Row.fails("chown", EFAULT, "null",
                        (s, d) -> chown(null, -1, -1)),
                Row.fails("chown", ELOOP, "the directory is a link to itself",
                        (s, d) -> chown(loop(d), -1, -1)),
                Row.fails("chown", ENAMETOOLONG, "a name of 256 bytes",
                        (s, d) -> chown(d + "/" + "x".repeat(256), -1, -1)),
                Row.fails("chown", ENOENT, "no such name",
                        (s, d) -> chown(d + "/none", -1, -1)),
                Row.fails("chown", ENOENT, "an empty name",
                        (s, d) -> chown("", -1, -1)),
                Row.fails("chown", ENOTDIR, "a file for a directory",
                        (s, d) -> chown(Files.createFile(d.resolve("file")) + "/x", -1, -1)),
                Row.fails("fchown", EBADF, "closed", (s, d) -> fchown(closed(s), -1, -1)),

                Row.fails("readlink", EFAULT, "null",
                        (s, d) -> readlink(null, new byte[1], 1)),
                Row.fails("readlink", ELOOP, "the directory is a link to itself",
                        (s, d) -> readlink(loop(d), new byte[1], 1)),
                Row.fails("readlink", ENAMETOOLONG, "a name of 256 bytes",
                        (s, d) -> readlink(d + "/" + "x".repeat(256), new byte[1], 1)),
                Row.fails("readlink", ENOENT, "no such name",
                        (s, d) -> readlink(d + "/none", new byte[1], 1)),
                Row.fails("readlink", ENOENT, "an empty name",
                        (s, d) -> readlink("", new byte[1], 1)),
                Row.fails("readlink", ENOTDIR, "a file for a directory",
                        (s, d) -> readlink(Files.createFile(d.resolve("file")) + "/x", new byte[1], 1)),
                Row.fails("readlink", EFAULT, "buf null", (s, d) -> readlink("/proc/self", null, 1)),
                Row.fails("readlink", EINVAL, "no room", (s, d) -> readlink("/proc/self", new byte[1], 0)),
                Row.fails("readlink", EINVAL, "not a link", (s, d) -> readlink("/", new byte[1], 1)));
    }

    private static List<Row> moves() {
        return List.of(
                Row.fails("sendfile", EAGAIN, "nonblocking and full",
                        (s, d) -> sendfile(full(s), withAByte(s, d), null, 1)),
                Row.fails("sendfile", EBADF, "from a closed descriptor",
                        (s, d) -> sendfile(tcp(s), closed(s), null, 1)),
                Row.fails("sendfile", EBADF, "to what is not open for writing",
                        (s, d) -> sendfile(file(s, d), withAByte(s, d), null, 1)),
                Row.fails("sendfile", EINVAL, "to a file that appends", (s, d) -> sendfile(
                        s.keep(open(d + "/out", O_WRONLY | O_CREAT | O_APPEND, 0600)), withAByte(s, d), null, 1)),
                Row.fails("sendfile", EINVAL, "a negative count",
                        (s, d) -> sendfile(s.pair(SOCK_STREAM)[0], withAByte(s, d), null, -1)),
                Row.fails("sendfile", EINVAL, "a negative offset",
                        (s, d) -> sendfile(s.pair(SOCK_STREAM)[0], withAByte(s, d), new long[] {-1}, 1)),
                Row.fails("sendfile", ESPIPE, "an offset in a socket", (s, d) -> {
                    int[] sv = s.pair(SOCK_STREAM);
                    return sendfile(sv[0], sv[1], new long[] {1}, 1);
                }),

                Row.fails("splice", EAGAIN, "SPLICE_F_NONBLOCK, and the pipe is empty",
                        (s, d) -> splice(piped(s)[0], null, writable(s, d), null, 1, SPLICE_F_NONBLOCK)),
                Row.fails("splice", EBADF, "closed", (s, d) -> splice(closed(s), null, piped(s)[1], null, 1, 0)),
                Row.fails("splice", EINVAL, "no pipe",
                        (s, d) -> splice(withAByte(s, d), null, writable(s, d), null, 1, 0)),
                Row.fails("splice", EINVAL, "to a file that appends", (s, d) -> splice(piped(s)[0], null,
                        s.keep(open(d + "/out", O_WRONLY | O_CREAT | O_APPEND, 0600)), null, 1, 0)),
                Row.fails("splice", EINVAL, "a pipe to itself", (s, d) -> {
                    int[] ends = piped(s);
                    return splice(ends[0], null, ends[1], null, 1, 0);
                }),
                Row.fails("splice", ESPIPE, "an offset in a pipe",
                        (s, d) -> splice(piped(s)[0], new long[1], writable(s, d), null, 1, 0)),

                Row.fails("tee", EAGAIN, "SPLICE_F_NONBLOCK, and the pipe is empty",
                        (s, d) -> tee(piped(s)[0], piped(s)[1], 1, SPLICE_F_NONBLOCK)),
                Row.fails("tee", EBADF, "closed", (s, d) -> tee(closed(s), piped(s)[1], 1, 0)),
                Row.fails("tee", EINVAL, "no pipe", (s, d) -> tee(withAByte(s, d), piped(s)[1], 1, 0)),
                Row.fails("tee", EINVAL, "a pipe to itself", (s, d) -> {
                    int[] ends = piped(s);
                    return tee(ends[0], ends[1], 1, 0);
                }));
    }

    private static List<Row> requests() {
        return List.of(
                Row.fails("ioctl", EBADF, "closed", (s, d) -> ioctl(closed(s), FIONREAD, new int[1])),
                Row.fails("ioctl", EFAULT, "null", (s, d) -> ioctl(tcp(s), FIONREAD, (int[]) null)),
                Row.fails("ioctl", EFAULT, "no argument", (s, d) -> ioctl(tcp(s), FIONREAD)),
                Row.fails("ioctl", EINVAL, "FIONREAD of a socket that listens",
                        (s, d) -> ioctl(called(s), FIONREAD, new int[1])),
                Row.fails("ioctl", EINVAL, "a request whose memory is not known",
                        (s, d) -> ioctl(tcp(s), SIOCDEVPRIVATE, new byte[64])),
                Row.fails("ioctl", ENODEV, "no such interface",
                        (s, d) -> ioctl(tcp(s), SIOCGIFMTU, named("no-such-if"))),
                Row.fails("ioctl", ENOTTY, "a file", (s, d) -> ioctl(file(s, d), SIOCGIFMTU, named("lo"))));
    }
}
