package compare.experiments.ending;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.NettyEvents;
import compare.Verdict;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/** SO_LINGER with 0 seconds. */
final class LingerZero implements Experiment {

    @Override
    public String question() {
        return "What does the peer's read answer after a close with SO_LINGER of 0 seconds?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("The option is handed to the kernel as it is, and close sends RST: the peer gets an error"
                + " where its end of stream would be.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        check(setsockopt(connection[0], SOL_SOCKET, SO_LINGER, new linger(1, 0), sizeof(linger.class)));
        lab.close(connection[0]);
        return Lab.readByte(connection[1]);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        int listener = lab.listener();
        SocketChannel channel = lab.client(listener);
        int peer = lab.accepted(listener);
        lab.watch();
        channel.setOption(StandardSocketOptions.SO_LINGER, 0).close();
        return Lab.readByte(peer);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        int listener = lab.listener();
        EpollSocketChannel channel = lab.nettyTo(listener, new NettyEvents());
        int peer = lab.accepted(listener);
        lab.watch();
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close().sync();
        return Lab.readByte(peer);
    }
}
