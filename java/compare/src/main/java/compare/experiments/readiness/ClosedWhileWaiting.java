package compare.experiments.readiness;

import static libc.Errno.check;
import static libc.sys.Epoll.*;

import compare.Connected;
import compare.Lab;
import compare.Other;
import compare.Verdict;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A close under a wait. */
final class ClosedWhileWaiting implements Connected {

    @Override
    public String question() {
        return "Does a wait end when another thread closes the only socket that it is for?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("Nobody is woken by either close. With a Selector that is worse, since it keeps the"
                + " descriptor open until its next select: wake it up after the close.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int[] connection = lab.connection();
        int epfd = lab.epoll(connection[0], EPOLLIN);
        lab.watch();
        Other<String> wait = lab.other(() -> Waits.ready(epfd, -1)).awaitWaiting();
        lab.close(connection[0]);
        return Waits.ending(wait, () -> check(Waits.add(epfd, connection[1], EPOLLOUT)));
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws Exception {
        Selector selector = lab.selector(connection[0], SelectionKey.OP_READ);
        lab.watch();
        Other<Integer> wait = lab.other(selector::select).awaitWaiting();
        connection[0].close();
        return Waits.ending(wait, selector::wakeup);
    }
}
