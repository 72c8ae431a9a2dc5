package compare.experiments.readiness;

import static libc.sys.Socket.*;

import compare.Connected;
import compare.Lab;
import compare.NettyEvents;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** An end that nobody asked for. */
final class HangUpOfNoInterest implements Connected {

    @Override
    public String question() {
        return "How many sockets does a wait report whose peer has closed, when it is asked for no events of them?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("EPOLLHUP and EPOLLERR are reported unasked. The JDK has a channel with no interest not in"
                + " its epoll at all, and learns of the end when it is interested again; the other libraries' Selectors"
                + " report it. Netty always asks for EPOLLRDHUP, and tells of the end although it does not read.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] pair = lab.pair(SOCK_STREAM);
        int epfd = Waits.epoll(lab, pair[1], 0);
        lab.watch();
        lab.close(pair[0]);
        return Waits.ready(epfd);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        return connected(lab, lab.unixChannels());
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        Selector selector = Waits.selector(lab, connection[1], 0);
        lab.watch();
        connection[0].close();
        return Waits.ready(selector);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        NettyEvents events = new NettyEvents(false);
        int listener = lab.listener();
        lab.nettyTo(listener, events);
        int peer = lab.keep(accept(listener, null, null));
        lab.watch();
        lab.close(peer);
        return events.next();
    }
}
