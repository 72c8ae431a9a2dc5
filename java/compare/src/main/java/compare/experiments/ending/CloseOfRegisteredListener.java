package compare.experiments.ending;

import static libc.Errno.check;
import static libc.sys.Epoll.*;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import libc.netinet.In.sockaddr_in;

/** A close of a listener that is waited for. */
final class CloseOfRegisteredListener implements Experiment {

    @Override
    public String question() {
        return "When a listener is closed that is in an epoll, or registered with a Selector, what does a connect"
                + " answer, and what one after the next wait?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("A registered ServerSocketChannel goes on listening after close, until the next select"
                + " of its Selector: clients are connected whom nobody will accept, and the port is not free. So wake"
                + " the Selector up after the close.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int listener = lab.listener();
        int port = Lab.port(listener);
        int epfd = lab.epoll(listener, EPOLLIN);
        lab.watch();
        lab.close(listener);
        String closed = connected(lab, port);
        check(epoll_wait(epfd, epoll_event.array(1), 1, 0));
        return closed + "\n" + connected(lab, port);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        ServerSocketChannel server = lab.serverChannel();
        int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
        Selector selector = lab.selector(server, SelectionKey.OP_ACCEPT);
        selector.selectNow();
        lab.watch();
        server.close();
        String closed = connected(lab, port);
        selector.selectNow();
        return closed + "\n" + connected(lab, port);
    }

    private static String connected(Lab lab, int port) throws IOException {
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        sockaddr_in addr = Lab.loopback(port);
        return Lab.outcome(connect(fd, addr, sizeof(addr)));
    }
}
