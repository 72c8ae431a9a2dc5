package compare.experiments.ending;

import static libc.Unistd.close;
import static libc.sys.Socket.*;

import compare.Connected;
import compare.Lab;
import compare.NettyEvents;
import compare.Verdict;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.Closeable;
import java.nio.channels.SocketChannel;

/** A close too many. */
final class DoubleClose implements Connected {

    @Override
    public String question() {
        return "What does a second close answer?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("A channel knows that it is closed, and does nothing. In C a second close fails or, if"
                + " the number has been given away in between, closes what somebody else has just opened.");
    }

    @Override
    public String syscalls(Lab lab) {
        int fd = socket(AF_INET, SOCK_STREAM, 0);
        lab.watch();
        return Lab.outcome(close(fd)) + "\n" + Lab.outcome(close(fd));
    }

    @Override
    public String netty(Lab lab) throws Exception {
        EpollSocketChannel channel = lab.nettyTo(lab.listener(), new NettyEvents());
        lab.watch();
        Closeable close = () -> channel.close().syncUninterruptibly();
        return outcome(close) + "\n" + outcome(close);
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) {
        lab.watch();
        return outcome(connection[0]) + "\n" + outcome(connection[0]);
    }

    private static String outcome(Closeable closeable) {
        return Lab.outcome(() -> {
            closeable.close();
            return 0;
        });
    }
}
