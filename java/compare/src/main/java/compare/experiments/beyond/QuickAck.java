package compare.experiments.beyond;

import static libc.netinet.Tcp.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.epoll.EpollSocketChannelConfig;
import java.io.IOException;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/** TCP_QUICKACK. */
final class QuickAck implements Experiment {

    @Override
    public String question() {
        return "What is TCP_QUICKACK after it has been set to 0, and to 1?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("The JDK has it in jdk.net.ExtendedSocketOptions. It is not for good: TCP goes back to delayed "
                + "acknowledgements by itself.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.connection()[0];
        lab.watch();
        boolean off = Descriptors.setOfTcp(fd, TCP_QUICKACK, 0) != 0;
        return off + ", " + (Descriptors.setOfTcp(fd, TCP_QUICKACK, 1) != 0);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel channel = lab.channels()[0];
        lab.watch();
        SocketOption<Boolean> option = ExtendedSocketOptions.TCP_QUICKACK;
        boolean off = channel.setOption(option, false).getOption(option);
        return off + ", " + channel.setOption(option, true).getOption(option);
    }

    @Override
    public String netty(Lab lab) throws IOException {
        EpollSocketChannelConfig config = lab.nettyClient(lab.listener()).config();
        lab.watch();
        boolean off = config.setTcpQuickAck(false).isTcpQuickAck();
        return off + ", " + config.setTcpQuickAck(true).isTcpQuickAck();
    }
}
