package selftest;

import static libc.Fcntl.*;
import static libc.Unistd.*;
import static libc.sys.Sendfile.sendfile;
import static libc.sys.Socket.*;
import static libc.sys.Stat.fstat;
import static libc.sys.Uio.readv;
import static libc.sys.Uio.writev;

import java.util.LinkedHashMap;
import java.util.Map;
import libc.sys.Ioctl;
import libc.sys.Stat.stat;

/** The calls that take a descriptor, with arguments that no call objects to. */
public final class Calls {

    private static final int ROOM = 16;

    private Calls() {}

    /** A call on a descriptor. */
    public interface Call {
        /** What it answers. */
        long on(int fd);
    }

    /** Those that take a socket only. */
    public static Map<String, Call> ofSockets() {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("bind", fd -> bind(fd, new sockaddr(), ROOM));
        calls.put("listen", fd -> listen(fd, 1));
        calls.put("accept", fd -> accept(fd, null, null));
        calls.put("accept4", fd -> accept4(fd, null, null, SOCK_CLOEXEC));
        calls.put("connect", fd -> connect(fd, new sockaddr(), ROOM));
        calls.put("getsockname", fd -> getsockname(fd, new sockaddr(), new int[] {ROOM}));
        calls.put("getpeername", fd -> getpeername(fd, new sockaddr(), new int[] {ROOM}));
        calls.put("getsockopt", fd -> getsockopt(fd, SOL_SOCKET, SO_TYPE, new int[1], new int[] {Integer.BYTES}));
        calls.put("setsockopt", fd -> setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, 1));
        calls.put("shutdown", fd -> shutdown(fd, SHUT_RDWR));
        calls.put("send", fd -> send(fd, new byte[ROOM], ROOM, MSG_DONTWAIT));
        calls.put("sendto", fd -> sendto(fd, new byte[ROOM], ROOM, MSG_DONTWAIT, null, 0));
        calls.put("sendmsg", fd -> sendmsg(fd, new msghdr(), MSG_DONTWAIT));
        calls.put("sendmmsg", fd -> sendmmsg(fd, mmsghdr.array(1), 1, MSG_DONTWAIT));
        calls.put("recv", fd -> recv(fd, new byte[ROOM], ROOM, MSG_DONTWAIT));
        calls.put("recvfrom", fd -> recvfrom(fd, new byte[ROOM], ROOM, MSG_DONTWAIT, null, null));
        calls.put("recvmsg", fd -> recvmsg(fd, new msghdr(), MSG_DONTWAIT));
        calls.put("recvmmsg", fd -> recvmmsg(fd, mmsghdr.array(1), 1, MSG_DONTWAIT, null));
        return calls;
    }

    /** Those that take any descriptor. */
    public static Map<String, Call> ofDescriptors() {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("read", fd -> read(fd, new byte[ROOM], ROOM));
        calls.put("readv", fd -> readv(fd, new iovec[] {new iovec(new byte[ROOM], ROOM)}, 1));
        calls.put("write", fd -> write(fd, new byte[ROOM], ROOM));
        calls.put("writev", fd -> writev(fd, new iovec[] {new iovec(new byte[ROOM], ROOM)}, 1));
        calls.put("sendfile", fd -> sendfile(fd, fd, null, ROOM));
        calls.put("splice", fd -> splice(fd, null, fd, null, ROOM, SPLICE_F_NONBLOCK));
        calls.put("tee", fd -> tee(fd, fd, ROOM, SPLICE_F_NONBLOCK));
        calls.put("fcntl", fd -> fcntl(fd, F_GETFD));
        calls.put("ioctl", fd -> Ioctl.ioctl(fd, Ioctl.FIONREAD, new int[1]));
        calls.put("fstat", fd -> fstat(fd, new stat()));
        calls.put("isfdtype", fd -> isfdtype(fd, S_IFSOCK));
        calls.put("sockatmark", fd -> sockatmark(fd));
        calls.put("dup", fd -> dup(fd));
        calls.put("dup2", fd -> dup2(fd, fd));
        calls.put("close", fd -> close(fd));
        return calls;
    }
}
