package compare.experiments.ending;

import static libc.Errno.check;
import static libc.Unistd.dup2;
import static libc.sys.Socket.SOCK_STREAM;

import compare.Lab;
import compare.NettyEvents;
import compare.UnixConnected;
import compare.Verdict;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** A descriptor's number after its end. */
final class UseAfterClose implements UnixConnected {

    private static final int OTHERS = 8;

    @Override
    public String question() {
        return "What does a write to a closed socket answer, and what once other sockets have been opened?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("In C a closed number fails only until something is opened that gets it: then a write"
                + " goes to that, without an error. A channel knows that it is closed. jnr-unixsocket's does not, and"
                + " has the fault of C.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.pair(SOCK_STREAM)[0];
        int[] another = lab.pair(SOCK_STREAM);
        lab.watch();
        lab.close(fd);
        String closed = Lab.writeByte(fd);
        // A new descriptor gets the lowest number that is free, which dup2 is sure to make this one.
        lab.keep(check(dup2(another[0], fd)));
        return closed + "\n" + Lab.writeByte(fd);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        int listener = lab.listener();
        EpollSocketChannel channel = lab.nettyTo(listener, new NettyEvents());
        lab.watch();
        channel.close().sync();
        String closed = Lab.writeByte(channel);
        lab.nettyTo(listener, new NettyEvents());
        return closed + "\n" + Lab.writeByte(channel);
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        lab.watch();
        connection[0].close();
        String closed = Lab.writeByte(connection[0]);
        // So many that one has the number that is free now.
        for (int i = 0; i < OTHERS; i++) {
            lab.pair(SOCK_STREAM);
        }
        return closed + "\n" + Lab.writeByte(connection[0]);
    }
}
