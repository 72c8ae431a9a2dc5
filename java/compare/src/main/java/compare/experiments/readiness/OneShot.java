package compare.experiments.readiness;

import static libc.Errno.check;
import static libc.sys.Epoll.*;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** EPOLLONESHOT. */
final class OneShot implements Experiment {

    @Override
    public String question() {
        return "Asked to report a socket once, how many sockets do two waits report, and how many does one when asked anew?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("A key does not take the flag. What comes near is interestOps(0) at each event, which"
                + " the next select turns into an EPOLL_CTL_DEL. The JDK itself uses EPOLLONESHOT: for asynchronous"
                + " channels and, where there are any, for virtual threads that wait.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] pair = lab.pair(SOCK_STREAM);
        int events = EPOLLIN | EPOLLONESHOT;
        int epfd = lab.epoll(pair[1], events);
        lab.watch();
        Lab.writeByte(pair[0]);
        String waits = Waits.ready(epfd) + "\n" + Waits.ready(epfd);
        check(epoll_ctl(epfd, EPOLL_CTL_MOD, pair[1], new epoll_event(events, new epoll_data())));
        return waits + "\n" + Waits.ready(epfd);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel channel = lab.unixChannels()[1];
        SelectionKey key = channel.keyFor(lab.selector(channel, SelectionKey.OP_READ));
        lab.watch();
        return Waits.flag(key, EPOLLONESHOT);
    }
}
