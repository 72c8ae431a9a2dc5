package compare.experiments.beyond;

import static libc.netinet.In.IPPROTO_TCP;
import static libc.netinet.Tcp.*;

import compare.Experiment;
import compare.Lab;
import compare.Posix;
import compare.Verdict;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.IntegerUnixChannelOption;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** setsockopt(2) of any option. */
final class OptionByNumber implements Experiment {

    private static final int MS = 5000;

    @Override
    public String question() {
        return "What is TCP_USER_TIMEOUT after it has been set to " + MS + " by its number?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("A channel takes the options that it lists, and this is none of them; there is no way"
                + " to name another. Netty takes any by level and number, and has this one by name, too.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        return Integer.toString(Descriptors.setOfTcp(connection[0], TCP_USER_TIMEOUT, MS));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel channel = lab.channels()[0];
        lab.watch();
        return Lab.option(channel, "TCP_USER_TIMEOUT");
    }

    @Override
    public String netty(Lab lab) throws IOException {
        EpollSocketChannel channel = lab.nettyClient(lab.listener());
        lab.watch();
        IntegerUnixChannelOption option = new IntegerUnixChannelOption("TCP_USER_TIMEOUT", IPPROTO_TCP, TCP_USER_TIMEOUT);
        channel.config().setOption(option, MS);
        return channel.config().getOption(option).toString();
    }

    @Override
    public String jnrPosix(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        Posix.setOption(connection[0], IPPROTO_TCP, TCP_USER_TIMEOUT, MS);
        return Integer.toString(Posix.option(connection[0], IPPROTO_TCP, TCP_USER_TIMEOUT, Integer.BYTES).getInt(0));
    }
}
