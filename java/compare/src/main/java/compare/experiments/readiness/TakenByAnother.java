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

/** Readiness as a hint. */
final class TakenByAnother implements UnixConnected {

    @Override
    public String question() {
        return "How many sockets does a wait report for a byte, and what does a read answer when another reader was"
                + " faster?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("What a wait reports was true then, and may have changed. The read answers EAGAIN in C"
                + " and 0 in Java, and has to be expected to after each wait; on a blocking socket it would wait.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] pair = lab.pair(SOCK_STREAM | SOCK_NONBLOCK);
        int epfd = lab.epoll(pair[1], EPOLLIN);
        Lab.writeByte(pair[0]);
        lab.watch();
        String ready = Waits.ready(epfd);
        Lab.readByte(pair[1]);
        return ready + "\n" + Lab.readByte(pair[1]);
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        Selector selector = lab.selector(connection[1], SelectionKey.OP_READ);
        Lab.writeByte(connection[0]);
        lab.watch();
        String ready = Waits.ready(selector);
        Lab.readByte(connection[1]);
        return ready + "\n" + Lab.readByte(connection[1]);
    }
}
