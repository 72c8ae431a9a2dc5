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

/** Readiness as a hint. */
final class TakenByAnother implements Connected {

    @Override
    public String question() {
        return "What does a wait report of a socket with a byte, and what does a read answer that another reader has"
                + " forestalled?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("Readiness was true when it was asked for. The read answers EAGAIN in C and 0 in Java, and"
                + " both have to be expected after each wait; a socket that blocks would wait there.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] pair = lab.pair(SOCK_STREAM | SOCK_NONBLOCK);
        int epfd = Waits.epoll(lab, pair[1], EPOLLIN);
        Lab.writeByte(pair[0]);
        lab.watch();
        String ready = Waits.ready(epfd);
        Lab.readByte(pair[1]);
        return ready + "\n" + Lab.readByte(pair[1]);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        return connected(lab, lab.unixChannels());
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        Selector selector = Waits.selector(lab, connection[1], SelectionKey.OP_READ);
        Lab.writeByte(connection[0]);
        lab.watch();
        String ready = Waits.ready(selector);
        Lab.readByte(connection[1]);
        return ready + "\n" + Lab.readByte(connection[1]);
    }
}
