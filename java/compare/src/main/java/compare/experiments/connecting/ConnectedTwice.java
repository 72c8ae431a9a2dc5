package compare.experiments.connecting;

import static libc.Errno.check;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import libc.netinet.In.sockaddr_in;

/** EISCONN. */
final class ConnectedTwice implements Experiment {

    @Override
    public String question() {
        return "What does connecting answer if the socket is connected already?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The channel, of the JDK as of Netty, knows its state, and throws without asking the "
                + "kernel: EISCONN never comes from it.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int listener = lab.listener();
        sockaddr_in addr = Lab.loopback(Lab.port(listener));
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        check(connect(fd, addr, sizeof(addr)));
        lab.watch();
        return Lab.outcome(connect(fd, addr, sizeof(addr)));
    }

    @Override
    public String channels(Lab lab) throws Exception {
        InetSocketAddress address = Lab.address(Lab.port(lab.listener()));
        SocketChannel channel = lab.keep(SocketChannel.open(address));
        lab.watch();
        return Lab.outcome(() -> channel.connect(address));
    }

    @Override
    public String netty(Lab lab) throws Exception {
        InetSocketAddress address = Lab.address(Lab.port(lab.listener()));
        Channel channel = Netty.client(lab).connect(address).sync().channel();
        return Netty.outcome(channel.connect(address));
    }
}
