package compare.experiments.calls;

import static libc.Errno.check;
import static libc.sys.Epoll.*;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** SocketChannel.close of one that is registered with a selector. */
final class CloseRegistered implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does it take to close a connected socket that is waited for with epoll?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("close(2) takes the descriptor out of the epoll. A channel that is registered only shuts "
                + "its output down; its descriptor is closed when the selector selects the next time. A program that no "
                + "longer selects keeps it open.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int[] connection = lab.connection();
        int epoll = lab.keep(epoll_create1(EPOLL_CLOEXEC));
        check(epoll_ctl(epoll, EPOLL_CTL_ADD, connection[0], new epoll_event(EPOLLIN, new epoll_data())));
        lab.watch();
        lab.close(connection[0]);
        check(epoll_wait(epoll, epoll_event.array(1), 1, 0));
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        SocketChannel[] connection = lab.channels();
        Selector selector = lab.keep(Selector.open());
        connection[0].configureBlocking(false);
        connection[0].register(selector, SelectionKey.OP_READ);
        selector.selectNow();
        lab.watch();
        connection[0].close();
        selector.selectNow();
        return "";
    }
}
