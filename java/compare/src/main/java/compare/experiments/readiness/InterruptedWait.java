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

/** EINTR of a wait. */
final class InterruptedWait implements UnixConnected {

    @Override
    public String question() {
        return "What does a wait answer when its thread gets a signal, or is interrupted, and what does the next one?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("A signal ends the call in C with EINTR; a Selector hides that, by waiting again. An"
                + " interrupt wakes the Selector by its eventfd: select answers 0, and closes nothing, unlike the"
                + " interrupt of a read. The thread stays interrupted, and until that is cleared no select waits.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int[] pair = lab.pair(SOCK_STREAM);
        int epfd = lab.epoll(pair[1], EPOLLIN);
        lab.watch();
        Other<String> wait = lab.other(() -> Waits.ready(epfd, -1)).awaitWaiting();
        wait.signal(lab);
        String interrupted = wait.outcomeOr(() -> Lab.writeByte(pair[0]));
        Lab.writeByte(pair[0]);
        return interrupted + "\n" + Waits.ready(epfd);
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws Exception {
        Selector selector = lab.selector(connection[1], SelectionKey.OP_READ);
        lab.watch();
        Other<Integer> wait = lab.other(selector::select).awaitWaiting();
        wait.thread().interrupt();
        String interrupted = wait.outcomeOr(() -> Lab.writeByte(connection[0]));
        Lab.writeByte(connection[0]);
        return interrupted + "\n" + Waits.ready(selector);
    }
}
