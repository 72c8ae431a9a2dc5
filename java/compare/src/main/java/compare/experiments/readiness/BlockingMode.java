package compare.experiments.readiness;

import static libc.Errno.check;
import static libc.Fcntl.*;
import static libc.sys.Epoll.*;
import static libc.sys.Socket.*;

import compare.Lab;
import compare.UnixConnected;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** Blocking sockets that are waited for. */
final class BlockingMode implements UnixConnected {

    @Override
    public String question() {
        return "May a blocking socket be waited for, and may a socket be made blocking while it is waited for?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("epoll takes any socket, and O_NONBLOCK may be set or cleared at any time. A channel has"
                + " to be non-blocking as long as it is registered: to read from it as from a stream, its key has to be"
                + " cancelled first, and the Selector has to select.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.pair(SOCK_STREAM)[0];
        int epfd = lab.keep(epoll_create1(0));
        lab.watch();
        String added = Lab.outcome(Waits.add(epfd, fd, EPOLLIN));
        check(fcntl(fd, F_SETFL, O_NONBLOCK));
        return added + "\n" + Lab.outcome(fcntl(fd, F_SETFL, 0));
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        Selector selector = lab.keep(connection[0].provider().openSelector());
        lab.watch();
        String added = Lab.outcome(() -> connection[0].register(selector, SelectionKey.OP_READ));
        connection[0].configureBlocking(false).register(selector, SelectionKey.OP_READ);
        return added + "\n" + Lab.outcome(() -> connection[0].configureBlocking(true));
    }
}
