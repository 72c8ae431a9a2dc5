package compare.experiments.readiness;

import static libc.sys.Epoll.*;
import static libc.sys.Socket.*;

import compare.Connected;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** The set of selected keys. */
final class SelectedKeys implements Connected {

    @Override
    public String question() {
        return "How many sockets do two waits report of which a byte is not read, if their keys are left selected?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("A select counts the keys that it adds to the selected ones. Nobody but the program takes"
                + " them out, and a key that stays is counted no more, though its socket is ready: a loop of selects"
                + " that answer 0 and do not wait. The other libraries count it each time.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] pair = lab.pair(SOCK_STREAM);
        int epfd = Waits.epoll(lab, pair[1], EPOLLIN);
        lab.watch();
        Lab.writeByte(pair[0]);
        return Waits.ready(epfd) + "\n" + Waits.ready(epfd);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        return connected(lab, lab.unixChannels());
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        Selector selector = Waits.selector(lab, connection[1], SelectionKey.OP_READ);
        lab.watch();
        Lab.writeByte(connection[0]);
        return Lab.outcome(selector::selectNow) + "\n" + Lab.outcome(selector::selectNow);
    }
}
