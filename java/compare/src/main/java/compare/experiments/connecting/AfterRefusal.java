package compare.experiments.connecting;

import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.ChannelFuture;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import libc.netinet.In.sockaddr_in;

/** A socket whose connection was refused. */
final class AfterRefusal implements Experiment {

    @Override
    public String question() {
        return "Can a socket connect again after it was refused?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("On Linux a socket whose connection was refused can connect again. A channel closes its "
                + "socket then: each try takes a new one. Java 17 then throws an AsynchronousCloseException, although "
                + "nobody but the channel itself has closed it; Java 25 throws a ClosedChannelException.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        sockaddr_in silent = Lab.loopback(Ports.silent(lab));
        sockaddr_in addr = Lab.loopback(Lab.port(lab.listener()));
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        lab.watch();
        return Lab.outcome(connect(fd, silent, sizeof(silent))) + ", then " + Lab.outcome(connect(fd, addr, sizeof(addr)));
    }

    @Override
    public String channels(Lab lab) throws Exception {
        InetSocketAddress silent = Lab.address(Ports.silent(lab));
        InetSocketAddress address = Lab.address(Lab.port(lab.listener()));
        SocketChannel channel = lab.keep(SocketChannel.open());
        lab.watch();
        return Lab.outcome(() -> channel.connect(silent)) + ", then " + Lab.outcome(() -> channel.connect(address));
    }

    @Override
    public String netty(Lab lab) throws Exception {
        ChannelFuture refused = Netty.client(lab).connect(Lab.address(Ports.silent(lab)));
        return Netty.outcome(refused) + ", then "
                + Netty.outcome(refused.channel().connect(Lab.address(Lab.port(lab.listener()))));
    }
}
