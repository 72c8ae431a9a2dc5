package compare.experiments.connecting;

import static libc.Errno.check;
import static libc.netinet.In.*;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import libc.netinet.In.sockaddr_in;
import libc.nio.SocketAddresses;

/** Connecting to 0.0.0.0. */
final class AnyDestination implements Experiment {

    @Override
    public String question() {
        return "Where does connecting to 0.0.0.0 go?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("To this machine: as a destination, the address of no host in particular is the loopback "
                + "address. The JDK puts 127.0.0.1 in its place before it calls connect(2). Netty passes :: to its socket "
                + "of AF_INET6, which the kernel takes for ::1: a listener of IPv4 is not found.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        sockaddr_in addr = Lab.loopback(Lab.port(lab.listener()));
        addr.sin_addr.s_addr = htonl(INADDR_ANY);
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        lab.watch();
        check(connect(fd, addr, sizeof(addr)));
        return "to " + ((InetSocketAddress) SocketAddresses.remote(fd)).getAddress().getHostAddress();
    }

    @Override
    public String channels(Lab lab) throws Exception {
        InetSocketAddress any = new InetSocketAddress("0.0.0.0", Lab.port(lab.listener()));
        SocketChannel channel = lab.keep(SocketChannel.open());
        lab.watch();
        channel.connect(any);
        return "to " + ((InetSocketAddress) channel.getRemoteAddress()).getAddress().getHostAddress();
    }

    @Override
    public String netty(Lab lab) throws Exception {
        InetSocketAddress any = new InetSocketAddress("0.0.0.0", Lab.port(lab.listener()));
        return Netty.outcome(Netty.client(lab).connect(any));
    }
}
