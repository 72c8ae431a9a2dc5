package compare.experiments.readiness;

import static libc.Unistd.read;
import static libc.Unistd.write;
import static libc.sys.Epoll.*;
import static libc.sys.Socket.*;

import compare.Lab;
import compare.UnixConnected;
import compare.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** Room to write. */
final class FullBuffer implements UnixConnected {

    private static final byte[] MUCH = new byte[1 << 20];

    @Override
    public String question() {
        return "What does a write answer when the buffer is full, and how many sockets does a wait for room report then,"
                + " and when all has been read?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("EAGAIN in C is 0 in Java, the count of what was written. OP_WRITE is EPOLLOUT: a socket"
                + " is nearly always ready for it, so it is asked for only after a write that came up short.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] pair = lab.pair(SOCK_STREAM | SOCK_NONBLOCK);
        int epfd = lab.epoll(pair[0], EPOLLOUT);
        while (write(pair[0], MUCH, MUCH.length) > 0) { }
        lab.watch();
        String full = Lab.outcome(write(pair[0], MUCH, MUCH.length)) + "\n" + Waits.ready(epfd);
        while (read(pair[1], MUCH, MUCH.length) > 0) { }
        return full + "\n" + Waits.ready(epfd);
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        Selector selector = lab.selector(connection[0], SelectionKey.OP_WRITE);
        connection[1].configureBlocking(false);
        while (connection[0].write(ByteBuffer.wrap(MUCH)) > 0) { }
        lab.watch();
        String full = Lab.outcome(() -> connection[0].write(ByteBuffer.wrap(MUCH))) + "\n" + Waits.ready(selector);
        while (connection[1].read(ByteBuffer.wrap(MUCH)) > 0) { }
        return full + "\n" + Waits.ready(selector);
    }
}
