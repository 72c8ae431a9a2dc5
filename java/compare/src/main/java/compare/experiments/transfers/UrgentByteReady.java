package compare.experiments.transfers;

import static libc.Errno.check;
import static libc.Poll.*;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import libc.Names;

/** POLLPRI. */
final class UrgentByteReady implements Experiment {

    /** Long enough: what was sent to this machine itself has come when the send returns. */
    private static final int SHORT_MS = 50;

    @Override
    public String question() {
        return "What does a wait report when an urgent byte has come, and nothing else?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("poll(2) reports it as POLLPRI. A Selector has no operation for that, and OP_READ does"
                + " not stand for it: a select waits on.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        check(send(connection[0], "c", 1, MSG_OOB));
        lab.watch();
        pollfd[] fds = {new pollfd(connection[1], POLLIN | POLLPRI, 0)};
        return check(poll(fds, 1, -1)) + " " + Names.of("POLL", fds[0].revents);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel[] connection = lab.channels();
        connection[0].socket().sendUrgentData('c');
        Selector selector = lab.selector(connection[1], SelectionKey.OP_READ);
        lab.watch();
        return selector.select(SHORT_MS) + " " + (selector.selectedKeys().isEmpty() ? "nothing" : "OP_READ");
    }
}
