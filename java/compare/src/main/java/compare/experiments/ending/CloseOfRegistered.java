package compare.experiments.ending;

import static libc.Errno.check;
import static libc.sys.Epoll.*;
import static libc.sys.Socket.accept;

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
        return "After the close of a connection in an epoll, or of a Selector, what do the peer's read and two writes"
                + " answer, and what does a write after the next wait?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("A close of a registered channel shuts its output down and leaves the descriptor open until"
                + " the next select of its Selector, which takes it out of the epoll. Until then the peer reads the end,"
                + " but what it writes is taken and read by nobody; in C the first write is answered by RST.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        int epfd = lab.keep(epoll_create1(0));
        check(epoll_ctl(epfd, EPOLL_CTL_ADD, connection[0], new epoll_event(EPOLLIN, new epoll_data())));
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
        int peer = lab.keep(accept(listener, null, null));
        Selector selector = lab.keep(Selector.open());
        channel.configureBlocking(false).register(selector, SelectionKey.OP_READ);
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
