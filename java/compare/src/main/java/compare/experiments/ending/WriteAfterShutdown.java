package compare.experiments.ending;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Connected;
import compare.Lab;
import compare.NettyEvents;
import compare.Verdict;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** SHUT_WR. */
final class WriteAfterShutdown implements Connected {

    @Override
    public String question() {
        return "What does a write answer after the output was shut down?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("In C it fails with EPIPE, and its signal. A channel makes no call and throws"
                + " AsynchronousCloseException, although nothing was asynchronous and the channel is open: that is a"
                + " ClosedChannelException, and misleads a program which takes one for the end of the channel.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        check(shutdown(connection[0], SHUT_WR));
        return Lab.writeByte(connection[0]);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        EpollSocketChannel channel = lab.nettyTo(lab.listener(), new NettyEvents());
        lab.watch();
        channel.shutdownOutput().sync();
        return Lab.writeByte(channel);
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        lab.watch();
        connection[0].shutdownOutput();
        return Lab.writeByte(connection[0]);
    }
}
