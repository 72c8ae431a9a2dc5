package compare.experiments.readiness;

import static libc.Unistd.dup;
import static libc.sys.Epoll.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import procfs.Sockets;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A socket that outlives its descriptor. */
final class ClosedDuplicate implements Experiment {

    @Override
    public String question() {
        return "When a byte comes to a socket with a duplicate, and it is closed, how many sockets does a wait report?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("What is in an epoll is the open socket, which stays there until the last of its"
                + " descriptors is closed: what is reported belongs to a number that cannot be taken out any more, and"
                + " that may be another socket's by now. The JDK takes a channel out by EPOLL_CTL_DEL before it closes"
                + " it.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        int epfd = lab.epoll(connection[0], EPOLLIN);
        lab.keep(dup(connection[0]));
        lab.watch();
        Lab.writeByte(connection[1]);
        lab.close(connection[0]);
        return Waits.ready(epfd);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel[] connection = lab.channels();
        Selector selector = lab.selector(connection[0], SelectionKey.OP_READ);
        selector.selectNow();
        lab.keep(dup(Sockets.fdOf(connection[0])));
        lab.watch();
        Lab.writeByte(connection[1]);
        connection[0].close();
        return Waits.ready(selector);
    }
}
