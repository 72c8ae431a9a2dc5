package compare.experiments.beyond;

import static libc.Errno.check;
import static libc.netinet.In.IPPROTO_TCP;
import static libc.netinet.Tcp.TCP_INFO;
import static libc.sys.Socket.*;

import java.io.IOException;
import libc.netinet.Tcp.tcp_info;
import org.newsclub.net.unix.AFSomeSocketThing;
import org.newsclub.net.unix.FileDescriptorCast;

/** What is asked of a descriptor, whoever opened it. */
final class Descriptors {

    private Descriptors() {}

    /** That of a socket of junixsocket's. */
    static int of(AFSomeSocketThing socket) throws IOException {
        return FileDescriptorCast.using(socket.getFileDescriptor()).as(Integer.class);
    }

    /** An int of the level SOL_SOCKET. */
    static int option(int fd, int optname) throws IOException {
        return option(fd, SOL_SOCKET, optname);
    }

    private static int option(int fd, int level, int optname) throws IOException {
        int[] value = new int[1];
        check(getsockopt(fd, level, optname, value, new int[] {sizeof(value)}));
        return value[0];
    }

    /** Sets an int of the level IPPROTO_TCP, and answers what it is then. */
    static int setOfTcp(int fd, int optname, int value) throws IOException {
        check(setsockopt(fd, IPPROTO_TCP, optname, value));
        return option(fd, IPPROTO_TCP, optname);
    }

    /** What a TCP socket tells of itself. */
    static tcp_info tcpInfo(int fd) throws IOException {
        tcp_info info = new tcp_info();
        check(getsockopt(fd, IPPROTO_TCP, TCP_INFO, info, new int[] {sizeof(info)}));
        return info;
    }
}
