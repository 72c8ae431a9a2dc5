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

    /** When nothing is to come: what a send on this machine brings is there when it returns. */
    private static final int SHORT_MS = 50;

    @Override
    public String question() {
        return "What does one who waits see of an urgent byte that nothing else comes with?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("poll(2) tells it as POLLPRI. A Selector has no operation for that, and OP_READ does not "
                + "stand for it: it waits on.");
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
        Selector selector = lab.keep(Selector.open());
        SelectionKey key = connection[1].configureBlocking(false).register(selector, SelectionKey.OP_READ);
        lab.watch();
        return selector.select(SHORT_MS) + " " + (key.readyOps() == 0 ? "nothing" : key.readyOps());
    }
}
