package compare.experiments.connecting;

import static libc.Errno.check;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import libc.netinet.In.sockaddr_in;
import libc.sys.Types.timeval;

/** Connecting for a limited time. */
final class ConnectTimeout implements Experiment {

    private static final int PATIENCE_MS = 50;

    @Override
    public String question() {
        return "What ends connecting if it takes too long?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("A channel has no option for it. Its socket() has a connect with a timeout, which makes the "
                + "socket non-blocking, polls and, when the time is up, closes it. In C SO_SNDTIMEO ends only the wait: "
                + "the kernel goes on connecting.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        sockaddr_in addr = Lab.loopback(Ports.full(lab));
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        timeval patience = new timeval(0, TimeUnit.MILLISECONDS.toMicros(PATIENCE_MS));
        lab.watch();
        check(setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, patience, sizeof(patience)));
        return Lab.outcome(connect(fd, addr, sizeof(addr))) + ", then " + Lab.outcome(connect(fd, addr, sizeof(addr)));
    }

    @Override
    public String channels(Lab lab) throws Exception {
        InetSocketAddress address = Lab.address(Ports.full(lab));
        SocketChannel channel = lab.keep(SocketChannel.open());
        lab.watch();
        return Lab.outcome(() -> connected(channel, address)) + ", then " + Lab.outcome(() -> connected(channel, address));
    }

    @Override
    public String netty(Lab lab) throws Exception {
        InetSocketAddress address = Lab.address(Ports.full(lab));
        ChannelFuture late = Netty.client(lab).option(ChannelOption.CONNECT_TIMEOUT_MILLIS, PATIENCE_MS).connect(address);
        return Netty.outcome(late) + ", then " + Netty.outcome(late.channel().connect(address));
    }

    private static boolean connected(SocketChannel channel, InetSocketAddress address) throws IOException {
        channel.socket().connect(address, PATIENCE_MS);
        return true;
    }
}
