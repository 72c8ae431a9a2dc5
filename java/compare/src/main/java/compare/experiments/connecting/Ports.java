package compare.experiments.connecting;

import static libc.Errno.check;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Lab;
import java.io.IOException;
import libc.netinet.In.sockaddr_in;

/** Ports of 127.0.0.1 to connect to. */
final class Ports {

    private Ports() {}

    /** One that is taken, and on which nobody listens. */
    static int silent(Lab lab) throws IOException {
        return Lab.port(lab.bound(SOCK_STREAM));
    }

    /** One whose listener has no more room in its queue, so that a connection to it stays in progress. */
    static int full(Lab lab) throws IOException {
        int port = Lab.port(lab.listener(0));
        sockaddr_in addr = Lab.loopback(port);
        check(connect(lab.keep(socket(AF_INET, SOCK_STREAM, 0)), addr, sizeof(addr)));
        return port;
    }
}
