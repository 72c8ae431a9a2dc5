package compare.experiments.readiness;

import static libc.Errno.check;
import static libc.sys.Epoll.*;
import static libc.sys.Eventfd.*;

import compare.Lab;
import compare.UnixConnected;
import compare.Verdict;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A thread that wakes another. */
final class WakeUp implements UnixConnected {

    @Override
    public String question() {
        return "After one wake-up, by an eventfd or by Selector.wakeup, what do two waits answer?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("An eventfd stays ready until it is read, and is an event as others are. Selector.wakeup"
                + " writes to one, too, but select reads it itself and counts no key for it, so that a wake-up ends one"
                + " wait and no more.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int eventfd = lab.keep(eventfd(0, 0));
        int epfd = lab.epoll(eventfd, EPOLLIN);
        lab.watch();
        check(eventfd_write(eventfd, 1));
        String first = Waits.ready(epfd, -1);
        return first + "\n" + lab.other(() -> Waits.ready(epfd, -1)).outcomeOr(() -> eventfd_write(eventfd, 1));
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws Exception {
        Selector selector = lab.selector(connection[1], SelectionKey.OP_READ);
        lab.watch();
        selector.wakeup();
        String first = Lab.outcome(selector::select);
        return first + "\n" + lab.other(selector::select).outcomeOr(selector::wakeup);
    }
}
