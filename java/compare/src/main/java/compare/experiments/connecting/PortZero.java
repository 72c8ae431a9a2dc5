package compare.experiments.connecting;

import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.nio.channels.SocketChannel;
import libc.netinet.In.sockaddr_in;

/** Connecting to port 0. */
final class PortZero implements Experiment {

    @Override
    public String question() {
        return "What does connecting to port 0 answer?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("Port 0 is no wildcard here, but a port on which nobody listens: the channel throws the "
                + "same ConnectException as for any other such port.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        sockaddr_in addr = Lab.loopback(0);
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        lab.watch();
        return Lab.outcome(connect(fd, addr, sizeof(addr)));
    }

    @Override
    public String channels(Lab lab) throws Exception {
        SocketChannel channel = lab.keep(SocketChannel.open());
        lab.watch();
        return Lab.outcome(() -> channel.connect(Lab.address(0)));
    }

    @Override
    public String netty(Lab lab) throws Exception {
        return Netty.outcome(Netty.client(lab).connect(Lab.address(0)));
    }
}
