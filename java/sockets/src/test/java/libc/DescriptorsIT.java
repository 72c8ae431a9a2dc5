package libc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Assert.assertFails;
import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Sockets.un;
import static libc.Unistd.*;
import static libc.linux.Sockios.*;
import static libc.sys.Ioctl.*;
import static libc.sys.Mman.*;
import static libc.sys.Sendfile.sendfile;
import static libc.sys.Socket.*;
import static libc.sys.Stat.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import libc.net.If.ifconf;
import libc.net.If.ifreq;
import libc.netinet.In.sockaddr_in;
import libc.sys.Stat.stat;
import libc.sys.Un.sockaddr_un;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Descriptors of every kind: files, pipes, sockets, memory. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class DescriptorsIT {

    private static final int HIGH = 9000;
    private static final int NO_DESCRIPTOR = 9999;

    @TempDir
    Path dir;

    private Sockets s;

    @BeforeEach
    void setUp() {
        Sockets.assertBackend();
        s = new Sockets();
    }

    @AfterEach
    void tearDown() throws Exception {
        s.close();
    }

    private int[] pipe() throws ErrnoException {
        int[] fds = new int[2];
        check(Unistd.pipe(fds));
        s.keep(fds[0]);
        s.keep(fds[1]);
        return fds;
    }

    private int file(String name, String content) throws Exception {
        Path file = Files.writeString(dir.resolve(name), content);
        return s.keep(open(file.toString(), O_RDWR | O_CLOEXEC));
    }

    private static String readAll(int fd, int most) throws ErrnoException {
        byte[] bytes = new byte[most];
        return new String(bytes, 0, check(read(fd, bytes, most)), UTF_8);
    }

    private static boolean isOpen(int fd) {
        return fcntl(fd, F_GETFD) != -1;
    }

    @Test
    void dupSharesTheOpenFile() throws Exception {
        int fd = file("shared", "abcdef");
        int copy = s.keep(dup(fd));
        assertNotEquals(fd, copy);
        assertEquals("abc", readAll(fd, 3));
        assertEquals("def", readAll(copy, 3), "one offset");
        check(fcntl(copy, F_SETFL, O_APPEND));
        assertEquals(O_APPEND, check(fcntl(fd, F_GETFL)) & O_APPEND, "one set of status flags");
        assertEquals(0, fcntl(copy, F_GETFD), "but not of descriptor flags");
        assertFails(EBADF, dup(NO_DESCRIPTOR));
    }

    @Test
    void dup2ReplacesADescriptor() throws Exception {
        int fd = file("a", "a");
        int other = file("b", "b");
        assertEquals(other, dup2(fd, other));
        assertEquals("a", readAll(other, 1));
        assertEquals(fd, dup2(fd, fd), "nothing happens");
        assertFails(EBADF, dup2(NO_DESCRIPTOR, NO_DESCRIPTOR));
        assertFails(EBADF, dup2(fd, -1));
    }

    @Test
    void dup3SetsCloseOnExec() throws Exception {
        int fd = file("a", "a");
        int other = file("b", "b");
        assertEquals(other, dup3(fd, other, O_CLOEXEC));
        assertEquals(FD_CLOEXEC, fcntl(other, F_GETFD));
        assertEquals(other, dup3(fd, other, 0));
        assertEquals(0, fcntl(other, F_GETFD));
        assertFails(EINVAL, dup3(fd, fd, 0));
        assertFails(EINVAL, dup3(fd, other, O_APPEND));
    }

    @Test
    void pipeIsReadWhereItWasNotWritten() throws Exception {
        int[] fds = pipe();
        assertEquals(5, write(fds[1], "bytes", 5));
        assertEquals("bytes", readAll(fds[0], 10));
        assertFails(EFAULT, Unistd.pipe(null));
        assertThrows(IndexOutOfBoundsException.class, () -> Unistd.pipe(new int[1]));
    }

    @Test
    void pipe2TakesFlags() throws Exception {
        int[] fds = new int[2];
        check(pipe2(fds, O_CLOEXEC | O_NONBLOCK));
        s.keep(fds[0]);
        s.keep(fds[1]);
        assertEquals(FD_CLOEXEC, fcntl(fds[0], F_GETFD));
        assertFails(EAGAIN, read(fds[0], new byte[1], 1));
        assertFails(EINVAL, pipe2(fds, O_APPEND));
        assertFails(EFAULT, pipe2(null, 0));
    }

    @Test
    void closeRangeClosesOrMarks() throws Exception {
        int fd = file("a", "a");
        int first = check(fcntl(fd, F_DUPFD, HIGH));
        int second = check(fcntl(fd, F_DUPFD, HIGH));
        check(close_range(first, second, CLOSE_RANGE_CLOEXEC));
        assertEquals(FD_CLOEXEC, fcntl(first, F_GETFD));
        assertEquals(FD_CLOEXEC, fcntl(second, F_GETFD));
        check(close_range(first, second, 0));
        assertFalse(isOpen(first) || isOpen(second));
        assertTrue(isOpen(fd));
        assertFails(EINVAL, close_range(second, first, 0));
        assertFails(EINVAL, close_range(second, ~0, 0x4000));
    }

    @Test
    void openCreatesAndOpens() throws Exception {
        String path = dir.resolve("created").toString();
        assertFails(ENOENT, open(path, O_RDONLY));
        int fd = s.keep(open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640));
        assertEquals(3, write(fd, "new", 3));
        assertEquals("new", readAll(s.keep(open(path, O_RDONLY)), 10));
        assertEquals(PosixFilePermissions.fromString("rw-r-----"), Files.getPosixFilePermissions(Path.of(path)));
        assertFails(EEXIST, open(path, O_WRONLY | O_CREAT | O_EXCL, 0640));
        assertFails(ENOTDIR, open(path, O_RDONLY | O_DIRECTORY));
        assertFails(EISDIR, open(dir.toString(), O_WRONLY));
        assertFails(EFAULT, open(null, O_RDONLY));
        assertThrows(IllegalArgumentException.class, () -> open("nul\0inside", O_RDONLY));
    }

    @Test
    void statAndFstatTellWhatAFileIs() throws Exception {
        Path path = Files.writeString(dir.resolve("file"), "12345");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-x--x"));
        Files.createLink(dir.resolve("other"), path);
        stat st = new stat();
        check(stat(path.toString(), st));
        assertTrue(S_ISREG(st.st_mode));
        assertEquals(Files.getAttribute(path, "unix:mode"), st.st_mode);
        assertEquals(Files.getAttribute(path, "unix:ino"), st.st_ino);
        assertEquals(Files.getAttribute(path, "unix:dev"), st.st_dev);
        assertEquals(Files.getAttribute(path, "unix:nlink"), (int) st.st_nlink);
        assertEquals(Files.getAttribute(path, "unix:uid"), st.st_uid);
        assertEquals(Files.getAttribute(path, "unix:gid"), st.st_gid);
        assertEquals(5, st.st_size);
        assertEquals(Files.getLastModifiedTime(path).toInstant().getEpochSecond(), st.st_mtime());
        assertEquals(Files.getLastModifiedTime(path).toInstant().getNano(), st.st_mtim.tv_nsec);
        assertTrue(st.st_blksize > 0 && st.st_atime() > 0 && st.st_ctime() > 0);

        stat same = new stat();
        check(fstat(s.keep(open(path.toString(), O_RDONLY)), same));
        assertEquals(st.toString(), same.toString());

        check(fstat(pipe()[0], st));
        assertTrue(S_ISFIFO(st.st_mode));
        check(fstat(s.open(AF_UNIX, SOCK_STREAM), st));
        assertTrue(S_ISSOCK(st.st_mode));
        check(stat("/dev/null", st));
        assertTrue(S_ISCHR(st.st_mode));
        assertEquals(Files.getAttribute(Path.of("/dev/null"), "unix:rdev"), st.st_rdev);
        check(stat(dir.toString(), st));
        assertTrue(S_ISDIR(st.st_mode) && !S_ISBLK(st.st_mode) && !S_ISLNK(st.st_mode));

        assertFails(ENOENT, stat(dir + "/none", st));
        assertFails(ENOTDIR, stat(path + "/x", st));
        assertFails(EFAULT, stat(null, st));
        assertFails(EFAULT, stat(path.toString(), null));
        assertFails(EBADF, fstat(NO_DESCRIPTOR, st));
        assertFails(EFAULT, fstat(pipe()[0], null));
    }

    @Test
    void chmodFchmodAndUmaskSayWhoMayUseAFile() throws Exception {
        int fd = file("file", "");
        Path path = dir.resolve("file");
        check(chmod(path.toString(), 0600));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        check(fchmod(fd, S_IRUSR | S_IXGRP | S_IWOTH));
        assertEquals("r----x-w-", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        assertFails(ENOENT, chmod(dir + "/none", 0600));
        assertFails(EFAULT, chmod(null, 0600));
        assertFails(EBADF, fchmod(NO_DESCRIPTOR, 0600));

        int before = umask(0077);
        try {
            s.keep(open(dir + "/masked", O_WRONLY | O_CREAT, 0666));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("masked"))));
        } finally {
            assertEquals(0077, umask(before));
        }
    }

    @Test
    void chownAndFchownSayWhoseAFileIs() throws Exception {
        int fd = file("file", "");
        String path = dir.resolve("file").toString();
        check(chown(path, -1, -1));
        check(fchown(fd, getuid(), getgid()));
        assertFails(ENOENT, chown(dir + "/none", -1, -1));
        assertFails(EFAULT, chown(null, -1, -1));
        assertFails(EBADF, fchown(NO_DESCRIPTOR, -1, -1));
        Needs.root();
        check(chown(path, 4711, -1));
        check(fchown(fd, -1, 4712));
        assertEquals(4711, Files.getAttribute(Path.of(path), "unix:uid"));
        assertEquals(4712, Files.getAttribute(Path.of(path), "unix:gid"));
    }

    @Test
    void readlinkReadsWhereALinkLeads() throws Exception {
        int fd = file("file", "");
        byte[] name = new byte[4096];
        String link = "/proc/self/fd/" + fd;
        int n = check(readlink(link, name, sizeof(name)));
        assertEquals(dir.resolve("file").toRealPath().toString(), new String(name, 0, n, UTF_8));
        byte[] some = {'x', 'x', 'x', 'x'};
        assertEquals(3, readlink(link, some, 3), "cut off");
        assertArrayEquals(new byte[] {name[0], name[1], name[2], 'x'}, some);
        assertFails(EINVAL, readlink(dir.toString(), name, sizeof(name)));
        assertFails(EINVAL, readlink(link, name, 0));
        assertFails(ENOENT, readlink(dir + "/none", name, sizeof(name)));
        assertFails(EFAULT, readlink(null, name, 1));
        assertFails(EFAULT, readlink(link, null, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> readlink(link, some, 5));
    }

    @Test
    void sendfileMovesAFileToASocket() throws Exception {
        int fd = file("file", "0123456789");
        int[] sv = s.pair(SOCK_STREAM);
        long[] offset = {2};
        assertEquals(3, sendfile(sv[0], fd, offset, 3));
        assertEquals(5, offset[0]);
        assertEquals("234", readAll(sv[1], 10));
        assertEquals(10, sendfile(sv[0], fd, null, 1L << 40), "from the descriptor's own offset, which was not moved");
        assertEquals("0123456789", readAll(sv[1], 20));
        assertEquals(0, sendfile(sv[0], fd, null, 1), "end of file");
        assertFails(EBADF, sendfile(sv[0], NO_DESCRIPTOR, null, 1));
        assertFails(EINVAL, sendfile(sv[0], fd, new long[] {-1}, 1));
        assertFails(ESPIPE, sendfile(sv[0], sv[1], new long[] {1}, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> sendfile(sv[0], fd, new long[0], 1));
    }

    @Test
    void spliceMovesThroughAPipe() throws Exception {
        int[] fds = pipe();
        int in = file("in", "abcdef");
        int out = file("out", "------");
        long[] from = {1};
        long[] to = {2};
        assertEquals(4, splice(in, from, fds[1], null, 4, 0));
        assertEquals(5, from[0]);
        assertEquals(3, splice(fds[0], null, out, to, 3, SPLICE_F_MOVE));
        assertEquals(5, to[0]);
        assertEquals("--bcd-", Files.readString(dir.resolve("out")));
        assertEquals("e", readAll(fds[0], 10));
        assertFails(EAGAIN, splice(fds[0], null, out, null, 1, SPLICE_F_NONBLOCK));
        assertFails(EINVAL, splice(in, null, out, null, 1, 0));
        assertFails(ESPIPE, splice(in, null, fds[1], new long[1], 1, 0));
        assertFails(EBADF, splice(NO_DESCRIPTOR, null, fds[1], null, 1, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> splice(in, new long[0], fds[1], null, 1, 0));
    }

    @Test
    void teeCopiesAndLeavesWhatItCopied() throws Exception {
        int[] one = pipe();
        int[] two = pipe();
        check(write(one[1], "twice", 5));
        assertEquals(5, tee(one[0], two[1], 100, 0));
        assertEquals("twice", readAll(one[0], 10));
        assertEquals("twice", readAll(two[0], 10));
        assertFails(EAGAIN, tee(one[0], two[1], 1, SPLICE_F_NONBLOCK));
        assertFails(EINVAL, tee(one[0], one[1], 1, 0));
        assertFails(EBADF, tee(NO_DESCRIPTOR, two[1], 1, 0));
    }

    @Test
    void memfdCreateMakesAFileThatCanBeSealed() throws Exception {
        int fd = s.keep(memfd_create("scratch", MFD_CLOEXEC | MFD_ALLOW_SEALING));
        assertEquals(FD_CLOEXEC, fcntl(fd, F_GETFD));
        assertEquals(4, write(fd, "data", 4));
        check(fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE));
        assertFails(EPERM, write(fd, "more", 4));
        byte[] name = new byte[100];
        assertTrue(new String(name, 0, check(readlink("/proc/self/fd/" + fd, name, 100)), UTF_8).startsWith("/memfd:scratch"));
        assertFails(EINVAL, memfd_create("x", 0x4000));
        assertFails(EINVAL, memfd_create("x".repeat(250), 0));
        assertFails(EFAULT, memfd_create(null, 0));
    }

    @Test
    void fcntlLocksPartsOfAFile() throws Exception {
        int fd = file("file", "0123456789");
        int other = file2("file");
        flock lock = new flock(F_WRLCK, SEEK_SET, 2, 3, 0);
        check(fcntl(fd, F_OFD_SETLK, lock));
        flock asked = new flock(F_RDLCK, SEEK_SET, 0, 0, 0);
        check(fcntl(other, F_OFD_GETLK, asked));
        assertEquals("{l_type=F_WRLCK, l_whence=SEEK_SET, l_start=2, l_len=3, l_pid=-1}", asked.toString());
        assertFails(EAGAIN, fcntl(other, F_OFD_SETLK, new flock(F_WRLCK, SEEK_SET, 4, 1, 0)));
        check(fcntl(other, F_OFD_SETLKW, new flock(F_WRLCK, SEEK_SET, 5, 1, 0)));
        asked = new flock(F_RDLCK, SEEK_SET, 0, 2, 0);
        check(fcntl(other, F_OFD_GETLK, asked));
        assertEquals(F_UNLCK, asked.l_type);
        check(fcntl(fd, F_SETLK, new flock(F_WRLCK, SEEK_SET, 100, 1, 0)));
        check(fcntl(fd, F_SETLKW, new flock(F_UNLCK, SEEK_SET, 100, 1, 0)));
        check(fcntl(fd, F_GETLK, new flock(F_WRLCK, SEEK_SET, 100, 1, 0)));

        assertFails(EINVAL, fcntl(fd, F_SETLK, new flock(4711, SEEK_SET, 0, 0, 0)));
        assertFails(EINVAL, fcntl(fd, F_OFD_SETLK, new flock(F_RDLCK, SEEK_SET, 0, 0, 1)));
        assertFails(EBADF, fcntl(NO_DESCRIPTOR, F_GETLK, new flock()));
        assertFails(EFAULT, fcntl(fd, F_GETLK, (flock) null));
        assertFails(EINVAL, fcntl(fd, F_SETFL, new flock()));
        assertFails(EINVAL, fcntl(fd, F_SETOWN_EX, new flock()));
    }

    private int file2(String name) throws ErrnoException {
        return s.keep(open(dir.resolve(name).toString(), O_RDWR));
    }

    @Test
    void fcntlTellsTheOwner() throws Exception {
        int fd = s.open(AF_UNIX, SOCK_STREAM);
        check(fcntl(fd, F_SETOWN_EX, new f_owner_ex(F_OWNER_PID, getpid())));
        f_owner_ex owner = new f_owner_ex();
        check(fcntl(fd, F_GETOWN_EX, owner));
        assertEquals(F_OWNER_PID, owner.type);
        assertEquals(getpid(), owner.pid);
        assertEquals(getpid(), fcntl(fd, F_GETOWN));
        assertFails(EINVAL, fcntl(fd, F_SETOWN_EX, new f_owner_ex(4711, 0)));
        assertFails(ESRCH, fcntl(fd, F_SETOWN_EX, new f_owner_ex(F_OWNER_PID, Integer.MAX_VALUE)));
        assertFails(EFAULT, fcntl(fd, F_GETOWN_EX, (f_owner_ex) null));
        assertFails(EINVAL, fcntl(fd, F_GETLK, owner));
    }

    @Test
    void fcntlTellsAHint() throws Exception {
        int fd = file("file", "");
        check(fcntl(fd, F_SET_RW_HINT, new long[] {RWH_WRITE_LIFE_SHORT}));
        long[] hint = {-1};
        check(fcntl(fd, F_GET_RW_HINT, hint));
        assertEquals(RWH_WRITE_LIFE_SHORT, hint[0]);
        assertFails(EINVAL, fcntl(fd, F_SET_RW_HINT, new long[] {4711}));
        assertFails(EFAULT, fcntl(fd, F_GET_RW_HINT, (long[]) null));
        assertFails(EINVAL, fcntl(fd, F_GETLK, hint));
        assertThrows(IndexOutOfBoundsException.class, () -> fcntl(fd, F_GET_RW_HINT, new long[0]));
    }

    @Test
    void ioctlTellsAndSetsNumbers() throws Exception {
        int[] sv = s.pair(SOCK_STREAM);
        check(send(sv[0], "hello", 5, 0));
        int[] n = {-1};
        check(ioctl(sv[1], FIONREAD, n));
        assertEquals(5, n[0]);
        ByteBuffer direct = ByteBuffer.allocateDirect(8).order(ByteOrder.nativeOrder()).position(4);
        check(ioctl(sv[1], SIOCINQ, direct));
        assertEquals(5, direct.getInt(4));
        assertEquals(8, direct.position());
        ByteBuffer heap = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder());
        check(ioctl(sv[1], FIONREAD, heap));
        assertEquals(5, heap.getInt(0));
        byte[] bytes = new byte[4];
        check(ioctl(sv[1], FIONREAD, bytes));
        assertArrayEquals(new byte[] {5, 0, 0, 0}, bytes);
        check(ioctl(sv[0], SIOCOUTQ, n));
        assertTrue(n[0] > 0, "bytes that the peer has not read");

        check(ioctl(sv[0], FIONBIO, new int[] {1}));
        assertEquals(O_NONBLOCK, fcntl(sv[0], F_GETFL) & O_NONBLOCK);
        check(ioctl(sv[0], FIOCLEX));
        assertEquals(FD_CLOEXEC, fcntl(sv[0], F_GETFD));
        check(ioctl(sv[0], FIONCLEX));
        assertEquals(0, fcntl(sv[0], F_GETFD));
        check(ioctl(sv[0], SIOCSPGRP, new int[] {getpid()}));
        check(ioctl(sv[0], SIOCGPGRP, n));
        assertEquals(getpid(), n[0]);
        long[] size = {-1};
        int fd = s.keep(memfd_create("file", 0));
        check(write(fd, "12345", 5));
        stat st = new stat();
        check(ioctl(fd, FIOQSIZE, size));
        check(fstat(fd, st));
        assertEquals(st.st_blocks * S_BLKSIZE, size[0]);
    }

    @Test
    void ioctlTellsWhenAPacketCame() throws Exception {
        int fd = s.open(AF_INET, SOCK_DGRAM);
        sockaddr_in addr = Sockets.bound(fd);
        timeval tv = new timeval();
        assertFails(ENOENT, ioctl(fd, SIOCGSTAMP, tv));
        check(sendto(fd, "x", 1, 0, addr, sizeof(addr)));
        check(recv(fd, new byte[1], 1, 0));
        check(ioctl(fd, SIOCGSTAMP, tv));
        timespec ts = new timespec();
        check(ioctl(fd, SIOCGSTAMPNS_NEW, ts));
        assertEquals(tv.tv_sec, ts.tv_sec);
        assertTrue(Math.abs(System.currentTimeMillis() / 1000 - tv.tv_sec) < 60, tv::toString);
    }

    @Test
    void ioctlAsksAboutInterfaces() throws Exception {
        int fd = s.open(AF_INET, SOCK_DGRAM);
        ifreq ifr = new ifreq();
        Strings.strcpy(ifr.ifr_name, "lo");
        check(ioctl(fd, SIOCGIFINDEX, ifr));
        int index = ifr.ifr_ifindex();
        assertEquals(Files.readString(Path.of("/sys/class/net/lo/ifindex")).strip(), Integer.toString(index));
        check(ioctl(fd, SIOCGIFMTU, ifr));
        assertEquals(Files.readString(Path.of("/sys/class/net/lo/mtu")).strip(), Integer.toString(ifr.ifr_mtu()));
        check(ioctl(fd, SIOCGIFTXQLEN, ifr));
        assertEquals(Files.readString(Path.of("/sys/class/net/lo/tx_queue_len")).strip(), Integer.toString(ifr.ifr_qlen()));
        check(ioctl(fd, SIOCGIFADDR, ifr));
        assertEquals("{sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr(\"127.0.0.1\")}",
                new sockaddr_in(ifr.ifr_addr()).toString());
        check(ioctl(fd, SIOCGIFHWADDR, ifr));
        assertEquals(772, ifr.ifr_hwaddr().sa_family(), "ARPHRD_LOOPBACK");
        check(ioctl(fd, SIOCGIFFLAGS, ifr));
        assertEquals(1, ifr.ifr_flags() & 1, "IFF_UP");
        check(ioctl(fd, SIOCGIFMAP, ifr));
        assertEquals(0, ifr.ifr_map().irq);

        ifreq named = new ifreq();
        named.ifr_ifindex(index);
        check(ioctl(fd, SIOCGIFNAME, named));
        assertEquals("lo", Strings.str(named.ifr_name));

        Strings.strcpy(ifr.ifr_name, "nonesuch");
        assertFails(ENODEV, ioctl(fd, SIOCGIFINDEX, ifr));
        assertFails(ENOTTY, ioctl(file("file", ""), SIOCGIFINDEX, ifr));
        assertFails(EBADF, ioctl(NO_DESCRIPTOR, SIOCGIFINDEX, ifr));
        assertFails(EFAULT, ioctl(fd, SIOCGIFINDEX, (Struct) null));
    }

    @Test
    void ioctlListsInterfaces() throws Exception {
        int fd = s.open(AF_INET, SOCK_DGRAM);
        ifconf ifc = new ifconf();
        check(ioctl(fd, SIOCGIFCONF, ifc));
        int length = ifc.ifc_len;
        assertTrue(length >= sizeof(ifreq.class) && length % sizeof(ifreq.class) == 0, "asked for the length: " + length);

        ifreq[] some = new ifreq[length / sizeof(ifreq.class) + 1];
        ifc.ifc_len = sizeof(some);
        ifc.ifc_req(some);
        check(ioctl(fd, SIOCGIFCONF, ifc));
        assertEquals(length, ifc.ifc_len);
        assertTrue(Arrays.stream(some).limit(length / sizeof(ifreq.class)).anyMatch(r -> Strings.str(r.ifr_name).equals("lo")));

        byte[] bytes = new byte[4096];
        ifc.ifc_len = sizeof(bytes);
        ifc.ifc_buf(bytes);
        check(ioctl(fd, SIOCGIFCONF, ifc));
        assertEquals(length, ifc.ifc_len);
        Set<String> names = new TreeSet<>();
        for (ifreq ifr : ifc.ifc_req()) {
            names.add(Strings.str(ifr.ifr_name));
        }
        assertTrue(names.contains("lo"), names::toString);

        ifc.ifc_len = sizeof(bytes) + 1;
        assertThrows(IndexOutOfBoundsException.class, () -> ioctl(fd, SIOCGIFCONF, ifc));
        ifc.ifc_len = -1;
        assertFails(EINVAL, ioctl(fd, SIOCGIFCONF, ifc));
        assertFails(EINVAL, ioctl(fd, SIOCGIFCONF, new byte[16]));
    }

    @Test
    void ioctlFollowsIfrData() throws Exception {
        int fd = s.open(AF_INET, SOCK_DGRAM);
        ifreq ifr = new ifreq();
        Strings.strcpy(ifr.ifr_name, "lo");
        int[] value = {0x0a, -1}; // ETHTOOL_GLINK
        ifr.ifr_data(value);
        check(ioctl(fd, SIOCETHTOOL, ifr));
        assertEquals(1, value[1]);
        byte[] driver = new byte[196];
        driver[0] = 0x03; // ETHTOOL_GDRVINFO
        ifr.ifr_data(driver);
        if (ioctl(fd, SIOCETHTOOL, ifr) == -1) {
            assertFails(EOPNOTSUPP, -1);
        }
        ByteBuffer buffer = ByteBuffer.allocate(12).order(ByteOrder.nativeOrder()).putInt(4, 0x0a).position(4);
        ifr.ifr_data(buffer);
        check(ioctl(fd, SIOCETHTOOL, ifr));
        assertEquals(1, buffer.getInt(8));

        ifr.ifr_data(new int[] {0x0a});
        assertThrows(IndexOutOfBoundsException.class, () -> ioctl(fd, SIOCETHTOOL, ifr));
        ifr.ifr_data(new int[] {0x1b, 0, 1 << 30}); // ETHTOOL_GSTRINGS writes as much as a count says
        assertFails(EINVAL, ioctl(fd, SIOCETHTOOL, ifr));
        ifr.ifr_data(new byte[12]);
        assertFails(EOPNOTSUPP, ioctl(fd, SIOCGHWTSTAMP, ifr));
    }

    @Test
    void ioctlRefusesWhatCouldWriteAnywhere() throws Exception {
        int fd = s.open(AF_INET, SOCK_DGRAM);
        for (long unknown : new long[] {0x400454caL /* TUNSETIFF says 4, and takes 40 */, 0xc020660bL /* FS_IOC_FIEMAP */}) {
            byte[] memory = new byte[4096];
            assertEquals(-1, ioctl(fd, unknown, memory));
            assertArrayEquals(new byte[4096], memory);
        }
        assertFails(EINVAL, ioctl(fd, SIOCADDRT, new byte[4096]));
        assertFails(EINVAL, ioctl(fd, SIOCDEVPRIVATE, new byte[4096]));
        assertFails(EFAULT, ioctl(fd, FIONREAD));
        assertThrows(IndexOutOfBoundsException.class, () -> ioctl(fd, FIONREAD, new int[0]));
        assertThrows(IndexOutOfBoundsException.class, () -> ioctl(fd, SIOCGIFADDR, new byte[39]));
        assertThrows(IndexOutOfBoundsException.class, () -> ioctl(fd, SIOCGIFADDR, new timeval()));
        assertThrows(ReadOnlyBufferException.class,
                () -> ioctl(fd, FIONREAD, ByteBuffer.allocateDirect(4).asReadOnlyBuffer()));
    }

    @Test
    void ioctlHandsOutTheNetworkNamespace() throws Exception {
        Needs.root();
        int ns = s.keep(ioctl(s.open(AF_INET, SOCK_DGRAM), SIOCGSKNS));
        stat one = new stat();
        stat other = new stat();
        check(fstat(ns, one));
        check(stat("/proc/self/ns/net", other));
        assertEquals(other.st_ino, one.st_ino);
    }

    @Test
    void accept4SetsFlags() throws Exception {
        int listener = s.open(AF_INET, SOCK_STREAM);
        sockaddr_in addr = Sockets.listening(listener, 1);
        int client = s.open(AF_INET, SOCK_STREAM);
        check(connect(client, addr, sizeof(addr)));
        sockaddr_in peer = new sockaddr_in();
        int[] length = {sizeof(peer)};
        int fd = s.keep(accept4(listener, peer, length, SOCK_NONBLOCK | SOCK_CLOEXEC));
        assertEquals(sizeof(peer), length[0]);
        sockaddr_in own = new sockaddr_in();
        check(getsockname(client, own, length));
        assertEquals(own.toString(), peer.toString());
        assertEquals(O_NONBLOCK, fcntl(fd, F_GETFL) & O_NONBLOCK);
        assertEquals(FD_CLOEXEC, fcntl(fd, F_GETFD));
        assertFails(EINVAL, accept4(listener, null, null, 1));
        assertFails(EINVAL, accept4(client, null, null, 0));
        assertFails(EBADF, accept4(NO_DESCRIPTOR, null, null, 0));
        assertFails(ENOTSOCK, accept4(pipe()[0], null, null, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> accept4(listener, peer, new int[] {17}, 0));
    }

    @Test
    void sockatmarkFindsTheMark() throws Exception {
        int[] sv = s.tcp();
        assertEquals(0, sockatmark(sv[1]));
        check(send(sv[0], "a", 1, 0));
        check(send(sv[0], "!", 1, MSG_OOB));
        Poll.pollfd[] fds = {new Poll.pollfd(sv[1], Poll.POLLPRI, 0)};
        assertEquals(1, Poll.poll(fds, 1, 10_000));
        assertEquals(0, sockatmark(sv[1]), "before the mark");
        assertEquals(1, recv(sv[1], new byte[10], 10, 0));
        assertEquals(1, sockatmark(sv[1]));
        assertFails(EBADF, sockatmark(NO_DESCRIPTOR));
        assertFails(ENOTTY, sockatmark(file("file", "")));
    }

    @Test
    void isfdtypeTellsTypes() throws Exception {
        int socket = s.open(AF_UNIX, SOCK_STREAM);
        assertEquals(1, isfdtype(socket, S_IFSOCK));
        assertEquals(0, isfdtype(socket, S_IFREG));
        assertEquals(1, isfdtype(file("file", ""), S_IFREG));
        assertFails(EBADF, isfdtype(NO_DESCRIPTOR, S_IFSOCK));
    }

    @Test
    void fchmodOfAnUnboundSocketIsItsNamesMode() throws Exception {
        int fd = s.open(AF_UNIX, SOCK_STREAM);
        Path path = dir.resolve("sock");
        check(fchmod(fd, 0600));
        sockaddr_un addr = un(path);
        check(bind(fd, addr, sizeof(addr)));
        assertEquals("rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS)));
    }
}
