package compare.experiments.connecting;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/** SO_RCVBUF and SO_SNDBUF. */
final class BufferSize implements Experiment {

    /** Less than any system allows, and more than any demands. */
    private static final int SET = 40_000;

    @Override
    public String question() {
        return "What do SO_RCVBUF and SO_SNDBUF say after they were set?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The kernel doubles what is set, to have room for its own bookkeeping, and says so. The "
                + "JDK's getOption halves it again, so that a program reads what it set; Netty's does not.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        lab.watch();
        check(setsockopt(fd, SOL_SOCKET, SO_RCVBUF, SET));
        check(setsockopt(fd, SOL_SOCKET, SO_SNDBUF, SET));
        return text(Lab.option(fd, SOL_SOCKET, SO_RCVBUF), Lab.option(fd, SOL_SOCKET, SO_SNDBUF));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel channel = lab.keep(SocketChannel.open());
        lab.watch();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, SET);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, SET);
        return text(channel.getOption(StandardSocketOptions.SO_RCVBUF), channel.getOption(StandardSocketOptions.SO_SNDBUF));
    }

    @Override
    public String netty(Lab lab) throws Exception {
        Channel channel = Netty.client(lab).register().sync().channel();
        channel.config().setOption(ChannelOption.SO_RCVBUF, SET);
        channel.config().setOption(ChannelOption.SO_SNDBUF, SET);
        return text(channel.config().getOption(ChannelOption.SO_RCVBUF),
                channel.config().getOption(ChannelOption.SO_SNDBUF));
    }

    private static String text(int receiving, int sending) {
        return "SO_RCVBUF " + text(receiving) + ", SO_SNDBUF " + text(sending);
    }

    private static String text(int size) {
        return size == SET ? "what was set" : size == 2 * SET ? "twice what was set" : Integer.toString(size);
    }
}
