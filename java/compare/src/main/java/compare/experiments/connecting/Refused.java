package compare.experiments.connecting;

import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import libc.netinet.In.sockaddr_in;

/** ECONNREFUSED. */
final class Refused implements Experiment {

    @Override
    public String question() {
        return "What does connecting answer where nobody listens?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("ECONNREFUSED becomes a ConnectException whose message is the errno's text. ETIMEDOUT "
                + "becomes one, too: only the text tells them apart. Netty adds the address.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        sockaddr_in addr = Lab.loopback(Ports.silent(lab));
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        lab.watch();
        return Lab.outcome(connect(fd, addr, sizeof(addr)));
    }

    @Override
    public String channels(Lab lab) throws Exception {
        InetSocketAddress address = Lab.address(Ports.silent(lab));
        SocketChannel channel = lab.keep(SocketChannel.open());
        lab.watch();
        return Lab.outcome(() -> channel.connect(address));
    }

    @Override
    public String netty(Lab lab) throws Exception {
        return Netty.outcome(Netty.client(lab).connect(Lab.address(Ports.silent(lab))));
    }
}
