package compare.experiments.readiness;

import static libc.sys.Epoll.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** 0 and -1. */
final class Timeouts implements Experiment {

    @Override
    public String question() {
        return "While nothing is ready, what does a wait answer with a timeout of 0, and what with one of -1?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("0 means the opposite: epoll_wait does not wait, and select waits without end. Not to"
                + " wait is selectNow, to wait without end is select without a timeout, and -1 is refused. With"
                + " junixsocket 0 is not to wait, as in C; with jnr-unixsocket both wait.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        lab.watch();
        return syscalls(lab, 0) + "\n" + syscalls(lab, -1);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        lab.watch();
        return channels(lab, lab.channels(), 0) + "\n" + channels(lab, lab.channels(), -1);
    }

    @Override
    public String junixsocket(Lab lab) throws Exception {
        return channels(lab, lab.junixsocketChannels(), 0) + "\n" + channels(lab, lab.junixsocketChannels(), -1);
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws Exception {
        return channels(lab, lab.jnrChannels(), 0) + "\n" + channels(lab, lab.jnrChannels(), -1);
    }

    private static String syscalls(Lab lab, int timeout) throws Exception {
        int[] connection = lab.connection();
        int epfd = lab.epoll(connection[1], EPOLLIN);
        return lab.other(() -> Waits.ready(epfd, timeout)).outcomeOr(() -> Lab.writeByte(connection[0]));
    }

    private static String channels(Lab lab, SocketChannel[] connection, int timeout) throws Exception {
        Selector selector = lab.selector(connection[1], SelectionKey.OP_READ);
        return lab.other(() -> selector.select(timeout)).outcomeOr(() -> Lab.writeByte(connection[0]));
    }
}
