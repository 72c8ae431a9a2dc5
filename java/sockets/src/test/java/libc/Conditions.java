package libc;

import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Poll.POLLIN;
import static libc.Poll.poll;
import static libc.Sockets.bound;
import static libc.Sockets.listening;
import static libc.Sockets.loopback;
import static libc.Sockets.un;
import static libc.Unistd.environ;
import static libc.arpa.Inet.*;
import static libc.sys.Epoll.*;
import static libc.sys.Pidfd.pidfd_open;
import static libc.sys.Select.FD_SET;
import static libc.sys.Socket.*;
import static libc.sys.Wait.waitpid;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import libc.Netdb.addrinfo;
import libc.Poll.pollfd;
import libc.net.If.ifreq;
import libc.sys.Select.fd_set;
import libc.sys.Un.sockaddr_un;

/** Descriptors, files and messages in the conditions in which calls fail. */
final class Conditions {

    static final int NO_DESCRIPTOR = 9999;
    static final int NO_FAMILY = 999;
    static final int NO_PROTOCOL = 254;
    static final int NO_OPTION = 9999;

    private Conditions() {}

    static int tcp(Sockets s) throws ErrnoException {
        return s.open(AF_INET, SOCK_STREAM);
    }

    static int udp(Sockets s) throws ErrnoException {
        return s.open(AF_INET, SOCK_DGRAM);
    }

    /** A descriptor that is not open, and that no other thread will be given: they get the lowest. */
    static int closed(Sockets s) throws ErrnoException {
        int fd = s.keep(fcntl(tcp(s), F_DUPFD, NO_DESCRIPTOR));
        s.closeNow(fd);
        return fd;
    }

    static int file(Sockets s, Path dir) throws Exception {
        Path file = dir.resolve("opened");
        if (Files.notExists(file)) {
            Files.createFile(file);
        }
        return s.file(file, O_RDONLY);
    }

    static Path mkfifo(Path dir) throws Exception {
        Path fifo = dir.resolve("fifo");
        Needs.run(dir, "mkfifo", fifo.toString());
        return fifo;
    }

    static int fifo(Sockets s, Path dir) throws Exception {
        int fd = s.file(mkfifo(dir), O_RDWR);
        check(fcntl(fd, F_SETFL, O_NONBLOCK));
        return fd;
    }

    static Path program(Path dir, String mode) throws Exception {
        Path program = Files.writeString(dir.resolve("program"), "neither ELF nor #!");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString(mode));
    }

    static int[] length() {
        return new int[] {sizeof(sockaddr_in.class)};
    }

    static ip_mreqn membership(String group) {
        return new ip_mreqn(new in_addr(inet_addr(group)), new in_addr(htonl(INADDR_LOOPBACK)), 0);
    }

    static int bindTo(Sockets s, Path path) throws ErrnoException {
        sockaddr_un addr = un(path);
        return bind(s.open(AF_UNIX, SOCK_STREAM), addr, sizeof(addr));
    }

    static int connectTo(Sockets s, Path path) throws ErrnoException {
        sockaddr_un addr = un(path);
        return connect(s.open(AF_UNIX, SOCK_STREAM), addr, sizeof(addr));
    }

    static int reusing(int fd) throws ErrnoException {
        check(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, 1));
        return fd;
    }

    /** A socket that waits for at most 10 ms. */
    static int soonGivingUp(int fd) throws ErrnoException {
        timeval tv = new timeval(0, 10_000);
        check(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, tv, sizeof(tv)));
        check(setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, tv, sizeof(tv)));
        return fd;
    }

    /** A listening socket to which a client has connected. */
    static int called(Sockets s) throws ErrnoException {
        int listener = tcp(s);
        sockaddr_in addr = listening(listener, 5);
        check(connect(tcp(s), addr, sizeof(addr)));
        return listener;
    }

    /** A listening socket whose backlog is full, so that it ignores who else calls. */
    static sockaddr_in deaf(Sockets s) throws ErrnoException {
        sockaddr_in addr = listening(tcp(s), 0);
        check(connect(tcp(s), addr, sizeof(addr)));
        return addr;
    }

    /** A nonblocking UNIX stream socket that takes no byte more. */
    static int full(Sockets s) throws ErrnoException {
        return full(s, SOCK_STREAM | SOCK_NONBLOCK)[0];
    }

    static int[] full(Sockets s, int type) throws ErrnoException {
        int[] sv = s.pair(type);
        byte[] data = new byte[4096];
        int n;
        do {
            n = send(sv[0], data, data.length, MSG_DONTWAIT);
        } while (n != -1);
        assertEquals(EAGAIN, errno());
        return sv;
    }

    static int connectedUdp(Sockets s) throws ErrnoException {
        sockaddr_in addr = bound(udp(s));
        int fd = udp(s);
        check(connect(fd, addr, sizeof(addr)));
        return fd;
    }

    /** A UDP socket to which a datagram was sent. */
    static int sentTo(Sockets s) throws ErrnoException {
        int fd = udp(s);
        sockaddr_in addr = bound(fd);
        check(sendto(udp(s), "x", 1, 0, addr, sizeof(addr)));
        return fd;
    }

    /**
     * A UDP socket that has sent a datagram to which the kernel answered that the port is unreachable: the port's
     * owner is connected to another address.
     */
    static int refusedUdp(Sockets s) throws Exception {
        int owner = udp(s);
        sockaddr_in addr = bound(owner);
        check(connect(owner, loopback(9), sizeof(sockaddr_in.class)));
        int fd = udp(s);
        check(connect(fd, addr, sizeof(addr)));
        check(send(fd, "x", 1, 0));
        return awaited(fd, POLLIN);
    }

    /** A TCP socket whose peer has reset the connection. */
    static int reset(Sockets s) throws Exception {
        int[] sv = s.tcp();
        linger now = new linger(1, 0);
        check(setsockopt(sv[1], SOL_SOCKET, SO_LINGER, now, sizeof(now)));
        s.closeNow(sv[1]);
        return awaited(sv[0], POLLIN);
    }

    static int awaited(int fd, int events) throws ErrnoException {
        assertEquals(1, check(poll(new pollfd[] {new pollfd(fd, events, 0)}, 1, 10_000)));
        return fd;
    }

    /** A client more that connects to a listening socket, and stays. */
    static void call(int listener) throws ErrnoException {
        sockaddr_in addr = new sockaddr_in();
        check(getsockname(listener, addr, length()));
        check(connect(check(socket(AF_INET, SOCK_STREAM, 0)), addr, sizeof(addr)));
    }

    /** A descriptor that is not open, and that an fd_set has room for. */
    static int closedLow(Sockets s) throws ErrnoException {
        int fd = s.keep(fcntl(tcp(s), F_DUPFD, 1000));
        s.closeNow(fd);
        return fd;
    }

    static fd_set set(int fd) {
        fd_set set = new fd_set();
        FD_SET(fd, set);
        return set;
    }

    /** An epoll descriptor with others in it, each waited for to be writable. */
    static int epoll(Sockets s, int... fds) throws ErrnoException {
        int epfd = s.keep(epoll_create1(0));
        for (int fd : fds) {
            check(epoll_ctl(epfd, EPOLL_CTL_ADD, fd, event(EPOLLOUT)));
        }
        return epfd;
    }

    static epoll_event event(int events) {
        return new epoll_event(events, new epoll_data());
    }

    /** A request about an interface. */
    static ifreq named(String name) {
        ifreq ifr = new ifreq();
        Strings.strcpy(ifr.ifr_name, name);
        return ifr;
    }

    static int[] piped(Sockets s) throws ErrnoException {
        int[] ends = new int[2];
        check(Unistd.pipe(ends));
        s.keep(ends[0]);
        s.keep(ends[1]);
        return ends;
    }

    /** A path through a link to itself. */
    static String loop(Path dir) throws Exception {
        return Files.createSymbolicLink(dir.resolve("loop"), dir.resolve("loop")) + "/x";
    }

    /** A file, opened anew at each call. */
    static int writable(Sockets s, Path dir) throws ErrnoException {
        return s.keep(open(dir.resolve("writable").toString(), O_RDWR | O_CREAT, 0600));
    }

    /** A file of one byte, open for reading. */
    static int withAByte(Sockets s, Path dir) throws Exception {
        return s.keep(open(Files.writeString(dir.resolve("byte"), "x").toString(), O_RDONLY));
    }

    /** The pidfd of a process that has ended and was waited for. */
    static int ended(Sockets s) throws ErrnoException {
        int[] pid = new int[1];
        assertEquals(0, Spawn.posix_spawnp(pid, "true", null, null, new String[] {"true"}, environ));
        int pidfd = s.keep(pidfd_open(pid[0], 0));
        check(waitpid(pid[0], null, 0));
        return pidfd;
    }

    static iovec[] pieces(Object data, int len) {
        return new iovec[] {new iovec(data, len)};
    }

    /** A message of one piece: an array, or the letters of a String. */
    static msghdr message(Object data) {
        int len = data instanceof byte[] bytes ? bytes.length : ((String) data).length();
        return new msghdr(null, 0, pieces(data, len), 1, null, 0, 0);
    }

    /** A message of one byte that carries descriptors. */
    static msghdr rights(int... fds) {
        int size = fds.length * Integer.BYTES;
        msghdr msg = message("x");
        msg.msg_control = new byte[CMSG_SPACE(size)];
        msg.msg_controllen = msg.msg_control.length;
        cmsghdr cmsg = CMSG_FIRSTHDR(msg);
        cmsg.cmsg_level(SOL_SOCKET);
        cmsg.cmsg_type(SCM_RIGHTS);
        cmsg.cmsg_len(CMSG_LEN(size));
        ByteBuffer data = CMSG_DATA(cmsg);
        for (int fd : fds) {
            data.putInt(fd);
        }
        return msg;
    }

    /** One message of one piece. */
    static mmsghdr[] messages(Object data) {
        mmsghdr[] messages = mmsghdr.array(1);
        messages[0].msg_hdr.set(message(data));
        return messages;
    }

    static addrinfo hints(int flags, int family, int socktype) {
        return new addrinfo(flags, family, socktype, 0, 0, null, null, null);
    }
}
