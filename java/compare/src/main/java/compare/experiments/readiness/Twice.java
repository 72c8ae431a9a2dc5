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

/** One socket, several waits. */
final class Twice implements UnixConnected {

    @Override
    public String question() {
        return "What does adding a socket to a second epoll or Selector answer, and what does adding it to the first one"
                + " again?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("In C as in Java a socket may be waited for by several. To add it again is refused by"
                + " EPOLL_CTL_ADD, since a change is EPOLL_CTL_MOD, while register changes the key that is there.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.pair(SOCK_STREAM)[0];
        int first = lab.epoll(fd, EPOLLIN);
        int second = lab.keep(epoll_create1(0));
        lab.watch();
        return Lab.outcome(Waits.add(second, fd, EPOLLIN)) + "\n" + Lab.outcome(Waits.add(first, fd, EPOLLIN));
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        Selector first = lab.selector(connection[0], SelectionKey.OP_READ);
        SelectionKey key = connection[0].keyFor(first);
        lab.watch();
        Selector second = lab.selector(connection[0], SelectionKey.OP_READ);
        return (connection[0].keyFor(second) == key ? "the same key" : "another key") + "\n"
                + (connection[0].register(first, SelectionKey.OP_READ) == key ? "the same key" : "another key");
    }
}
