package compare.experiments.readiness;

import static libc.sys.Epoll.*;
import static libc.sys.Socket.*;

import compare.Lab;
import compare.Other;
import compare.UnixConnected;
import compare.Verdict;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A close of what waits. */
final class CloseOfWaiter implements UnixConnected {

    @Override
    public String question() {
        return "What becomes of a wait whose epoll or Selector another thread closes, and what does the next one answer?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("In C the wait holds the open epoll: it goes on and reports, and nobody is told."
                + " Selector.close wakes the thread by an eventfd; its select answers 0, as after any wake-up, and only"
                + " the next one throws. jnr-unixsocket's answers 0 even then.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int[] pair = lab.pair(SOCK_STREAM);
        int epfd = lab.epoll(pair[1], EPOLLIN);
        lab.watch();
        Other<String> wait = lab.other(() -> Waits.ready(epfd, -1)).awaitWaiting();
        lab.close(epfd);
        String next = Waits.ready(epfd); // before anything else gets the number
        return Waits.ending(wait, () -> Lab.writeByte(pair[0])) + "\n" + next;
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws Exception {
        Selector selector = lab.selector(connection[1], SelectionKey.OP_READ);
        lab.watch();
        Other<Integer> wait = lab.other(selector::select).awaitWaiting();
        selector.close();
        return Waits.ending(wait, () -> Lab.writeByte(connection[0])) + "\n" + Lab.outcome(selector::selectNow);
    }
}
