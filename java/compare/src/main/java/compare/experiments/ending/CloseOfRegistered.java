package compare.experiments.ending;

import static libc.Errno.check;
import static libc.sys.Epoll.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A close of a connection that is waited for. */
final class CloseOfRegistered implements Experiment {

    @Override
    public String question() {
        return "When a connection is closed that is in an epoll, or registered with a Selector, what do the peer's read"
                + " and two writes answer, and what a write after the next wait?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("A close of a registered channel shuts its output down, and leaves the descriptor open"
                + " until the next select of its Selector, which takes it out of the epoll. Until then the peer reads"
                + " the end of the stream, but what it writes is taken and read by nobody; in C the first write is"
                + " answered by RST, and the second fails.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        int epfd = lab.epoll(connection[0], EPOLLIN);
        lab.watch();
        lab.close(connection[0]);
        String closed = answers(connection[1]);
        check(epoll_wait(epfd, epoll_event.array(1), 1, 0));
        return closed + "\n" + Lab.writeByte(connection[1]);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        int listener = lab.listener();
        SocketChannel channel = lab.client(listener);
        int peer = lab.accepted(listener);
        Selector selector = lab.selector(channel, SelectionKey.OP_READ);
        selector.selectNow();
        lab.watch();
        channel.close();
        String closed = answers(peer);
        selector.selectNow();
        return closed + "\n" + Lab.writeByte(peer);
    }

    private static String answers(int peer) {
        return Lab.readByte(peer) + "\n" + Lab.writeByte(peer) + "\n" + Lab.writeByte(peer);
    }
}
