package compare.experiments.readiness;

import static libc.sys.Epoll.*;
import static libc.sys.Socket.*;

import compare.Lab;
import compare.UnixConnected;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** The set of selected keys. */
final class SelectedKeys implements UnixConnected {

    @Override
    public String question() {
        return "How many sockets do two waits report for one byte that is not read, if the program leaves the keys"
                + " selected?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("A select counts the keys that it adds to the selected ones, and nobody but the program"
                + " takes them out. A key that stays there is not counted again, though its socket is ready: a loop"
                + " then gets 0 from selects that do not wait. The other libraries count it each time.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] pair = lab.pair(SOCK_STREAM);
        int epfd = lab.epoll(pair[1], EPOLLIN);
        lab.watch();
        Lab.writeByte(pair[0]);
        return Waits.ready(epfd) + "\n" + Waits.ready(epfd);
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        Selector selector = lab.selector(connection[1], SelectionKey.OP_READ);
        lab.watch();
        Lab.writeByte(connection[0]);
        return Lab.outcome(selector::selectNow) + "\n" + Lab.outcome(selector::selectNow);
    }
}
