package compare.experiments.connecting;

import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import libc.nio.SocketAddresses;

/** EADDRNOTAVAIL. */
final class ForeignAddress implements Experiment {

    /** Of TEST-NET-3, which is nobody's. */
    private static final InetSocketAddress NOBODYS = new InetSocketAddress("203.0.113.1", 0);

    @Override
    public String question() {
        return "What does binding answer to an address that is not this machine's?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("EADDRNOTAVAIL becomes a BindException whose message is the errno's text. EADDRINUSE "
                + "becomes one, too: only the text tells them apart.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        sockaddr addr = SocketAddresses.toC(NOBODYS);
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        lab.watch();
        return Lab.outcome(bind(fd, addr, sizeof(addr)));
    }

    @Override
    public String channels(Lab lab) throws Exception {
        SocketChannel channel = lab.keep(SocketChannel.open());
        lab.watch();
        return Lab.outcome(() -> channel.bind(NOBODYS));
    }

    @Override
    public String netty(Lab lab) throws Exception {
        return Netty.outcome(Netty.client(lab).register().sync().channel().bind(NOBODYS));
    }
}
