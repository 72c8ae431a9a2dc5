package compare.experiments.readiness;

import static libc.sys.Epoll.*;
import static libc.sys.Socket.*;

import compare.Connected;
import compare.Lab;
import compare.Other;
import compare.Verdict;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** EINTR of a wait. */
final class InterruptedWait implements Connected {

    @Override
    public String question() {
        return "What does a wait answer when its thread gets a signal, or is interrupted, and what the next one?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("EINTR is 0 keys, and nothing is closed, unlike by an interrupt of a read. The interrupt"
                + " wakes the Selector by its eventfd; the thread stays interrupted, and until it clears that no select"
                + " waits.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int[] pair = lab.pair(SOCK_STREAM);
        int epfd = Waits.epoll(lab, pair[1], EPOLLIN);
        lab.watch();
        Other<String> wait = lab.other(() -> Waits.ready(epfd, -1)).awaitWaiting();
        wait.signal(lab);
        String interrupted = wait.outcomeOr(() -> Lab.writeByte(pair[0]));
        Lab.writeByte(pair[0]);
        return interrupted + "\n" + Waits.ready(epfd);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        return connected(lab, lab.unixChannels());
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws Exception {
        Selector selector = Waits.selector(lab, connection[1], SelectionKey.OP_READ);
        lab.watch();
        Other<Integer> wait = lab.other(selector::select).awaitWaiting();
        wait.thread().interrupt();
        String interrupted = wait.outcomeOr(() -> Lab.writeByte(connection[0]));
        Lab.writeByte(connection[0]);
        return interrupted + "\n" + Waits.ready(selector);
    }
}
