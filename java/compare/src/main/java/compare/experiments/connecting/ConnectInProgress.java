package compare.experiments.connecting;

import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import libc.netinet.In.sockaddr_in;

/** EALREADY. */
final class ConnectInProgress implements Experiment {

    @Override
    public String question() {
        return "What does connecting answer while the socket connects already?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("connect of a channel that does not block answers false where the kernel says EINPROGRESS. "
                + "A second connect, which answers EALREADY in C, throws: in its place there is finishConnect, which "
                + "answers false for as long as it lasts.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        sockaddr_in addr = Lab.loopback(Ports.full(lab));
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
        lab.watch();
        return Lab.outcome(connect(fd, addr, sizeof(addr))) + ", then " + Lab.outcome(connect(fd, addr, sizeof(addr)));
    }

    @Override
    public String channels(Lab lab) throws Exception {
        InetSocketAddress address = Lab.address(Ports.full(lab));
        SocketChannel channel = lab.keep(SocketChannel.open());
        channel.configureBlocking(false);
        lab.watch();
        return Lab.outcome(() -> channel.connect(address)) + ", then " + Lab.outcome(() -> channel.connect(address));
    }
}
