package compare.experiments.readiness;

import static libc.sys.Socket.*;

import compare.Lab;
import compare.NettyEvents;
import compare.UnixConnected;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** An end that nobody asked for. */
final class HangUpOfNoInterest implements UnixConnected {

    @Override
    public String question() {
        return "When a peer has closed, how many sockets does a wait report that was asked for no events?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("EPOLLHUP and EPOLLERR are reported unasked. The JDK does not keep a channel without"
                + " interest in its epoll, and learns of the end when there is interest again; the other libraries'"
                + " Selectors report it. Netty always asks for EPOLLRDHUP, and tells of the end although it does not"
                + " read.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] pair = lab.pair(SOCK_STREAM);
        int epfd = lab.epoll(pair[1], 0);
        lab.watch();
        lab.close(pair[0]);
        return Waits.ready(epfd);
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        Selector selector = lab.selector(connection[1], 0);
        lab.watch();
        connection[0].close();
        return Waits.ready(selector);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        NettyEvents events = new NettyEvents(false);
        int listener = lab.listener();
        lab.nettyTo(listener, events);
        int peer = lab.accepted(listener);
        lab.watch();
        lab.close(peer);
        return events.next();
    }
}
