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

/** Readiness as a state. */
final class LevelTriggered implements UnixConnected {

    @Override
    public String question() {
        return "How many sockets do two waits report for one byte that is not read, and how many does one when it has"
                + " been read?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("A Selector reports a state, as epoll does without EPOLLET: what is not read is reported"
                + " again by the next wait, if the key has been taken out of the selected ones.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] pair = lab.pair(SOCK_STREAM);
        int epfd = lab.epoll(pair[1], EPOLLIN);
        lab.watch();
        Lab.writeByte(pair[0]);
        String waits = Waits.ready(epfd) + "\n" + Waits.ready(epfd);
        Lab.readByte(pair[1]);
        return waits + "\n" + Waits.ready(epfd);
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        Selector selector = lab.selector(connection[1], SelectionKey.OP_READ);
        lab.watch();
        Lab.writeByte(connection[0]);
        String waits = Waits.ready(selector) + "\n" + Waits.ready(selector);
        Lab.readByte(connection[1]);
        return waits + "\n" + Waits.ready(selector);
    }
}
