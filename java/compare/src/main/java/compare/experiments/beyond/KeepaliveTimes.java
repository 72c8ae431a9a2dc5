package compare.experiments.beyond;

import static libc.netinet.Tcp.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannelConfig;
import java.io.IOException;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/** TCP_KEEPIDLE, TCP_KEEPINTVL and TCP_KEEPCNT. */
final class KeepaliveTimes implements Experiment {

    private static final int IDLE_S = 60;
    private static final int INTERVAL_S = 10;
    private static final int COUNT = 3;

    @Override
    public String question() {
        return "What are the times of keepalive after they have been set?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("The JDK has them in jdk.net.ExtendedSocketOptions, two under other names: TCP_KEEPINTERVAL and "
                + "TCP_KEEPCOUNT.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.connection()[0];
        lab.watch();
        return text(Descriptors.setOfTcp(fd, TCP_KEEPIDLE, IDLE_S), Descriptors.setOfTcp(fd, TCP_KEEPINTVL, INTERVAL_S),
                Descriptors.setOfTcp(fd, TCP_KEEPCNT, COUNT));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel channel = lab.channels()[0];
        lab.watch();
        return text(set(channel, ExtendedSocketOptions.TCP_KEEPIDLE, IDLE_S),
                set(channel, ExtendedSocketOptions.TCP_KEEPINTERVAL, INTERVAL_S),
                set(channel, ExtendedSocketOptions.TCP_KEEPCOUNT, COUNT));
    }

    private static int set(SocketChannel channel, SocketOption<Integer> option, int value) throws IOException {
        return channel.setOption(option, value).getOption(option);
    }

    @Override
    public String netty(Lab lab) throws IOException {
        EpollSocketChannelConfig config = lab.nettyClient(lab.listener()).config();
        lab.watch();
        config.setOption(EpollChannelOption.TCP_KEEPIDLE, IDLE_S);
        config.setOption(EpollChannelOption.TCP_KEEPINTVL, INTERVAL_S);
        config.setOption(EpollChannelOption.TCP_KEEPCNT, COUNT);
        return text(config.getTcpKeepIdle(), config.getTcpKeepIntvl(), config.getTcpKeepCnt());
    }

    private static String text(int idle, int interval, int count) {
        return idle + " s, " + interval + " s, " + count + " times";
    }
}
