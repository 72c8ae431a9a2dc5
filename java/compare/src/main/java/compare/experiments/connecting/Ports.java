package compare.experiments.connecting;

import static libc.Errno.check;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Lab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import libc.netinet.In.sockaddr_in;

/** Ports of 127.0.0.1 to connect to. */
final class Ports {

    private Ports() {}

    /** One that is taken, and on which nobody listens. */
    static int silent(Lab lab) throws IOException {
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        sockaddr_in addr = Lab.loopback(0);
        check(bind(fd, addr, sizeof(addr)));
        return Lab.port(fd);
    }

    /** One whose listener has no more room in its queue, so that a connection to it stays in progress. */
    static int full(Lab lab) throws IOException {
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        sockaddr_in addr = Lab.loopback(0);
        check(bind(fd, addr, sizeof(addr)));
        check(listen(fd, 0));
        addr = Lab.loopback(Lab.port(fd));
        check(connect(lab.keep(socket(AF_INET, SOCK_STREAM, 0)), addr, sizeof(addr)));
        return Lab.port(fd);
    }

    /** 127.0.0.1 and a port. */
    static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
