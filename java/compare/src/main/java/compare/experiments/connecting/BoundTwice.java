package compare.experiments.connecting;

import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.Channel;
import java.nio.channels.SocketChannel;
import libc.netinet.In.sockaddr_in;

/** EINVAL of bind. */
final class BoundTwice implements Experiment {

    @Override
    public String question() {
        return "What does binding answer if the socket is bound already?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The channel knows its state, and throws without asking the kernel; Netty asks. "
                + "AlreadyBoundException is an unchecked one, which a catch of IOException misses.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        sockaddr_in addr = Lab.loopback(0);
        int fd = lab.bound(SOCK_STREAM);
        lab.watch();
        return Lab.outcome(bind(fd, addr, sizeof(addr)));
    }

    @Override
    public String channels(Lab lab) throws Exception {
        SocketChannel channel = lab.keep(SocketChannel.open()).bind(Lab.address(0));
        lab.watch();
        return Lab.outcome(() -> channel.bind(Lab.address(0)));
    }

    @Override
    public String netty(Lab lab) throws Exception {
        Channel channel = Netty.client(lab).register().sync().channel();
        channel.bind(Lab.address(0)).sync();
        return Netty.outcome(channel.bind(Lab.address(0)));
    }
}
