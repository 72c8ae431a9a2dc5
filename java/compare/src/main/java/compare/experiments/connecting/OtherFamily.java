package compare.experiments.connecting;

import static libc.netinet.In.*;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import libc.netinet.In.sockaddr_in;

/** Addresses of another family than the socket's. */
final class OtherFamily implements Experiment {

    @Override
    public String question() {
        return "What does connecting answer to an address of the other IP family?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("A channel of StandardProtocolFamily.INET refuses an IPv6 address before it calls "
                + "connect(2). One of INET6 maps an IPv4 address, which a program in C has to do itself: the kernel says "
                + "EINVAL, since the address is too short for one of IPv6.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int port = Lab.port(lab.listener());
        sockaddr_in v4 = Lab.loopback(port);
        sockaddr_in6 v6 = new sockaddr_in6(AF_INET6, htons(port), 0, in6addr_loopback, 0);
        int inet = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        int inet6 = lab.keep(socket(AF_INET6, SOCK_STREAM, 0));
        lab.watch();
        return "of IPv4 to IPv6: " + Lab.outcome(connect(inet, v6, sizeof(v6)))
                + "\nof IPv6 to IPv4: " + Lab.outcome(connect(inet6, v4, sizeof(v4)));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        InetSocketAddress v4 = Lab.address(Lab.port(lab.listener()));
        InetSocketAddress v6 = new InetSocketAddress(InetAddress.getByName("::1"), v4.getPort());
        SocketChannel inet = lab.keep(SocketChannel.open(StandardProtocolFamily.INET));
        SocketChannel inet6 = lab.keep(SocketChannel.open(StandardProtocolFamily.INET6));
        lab.watch();
        return "of IPv4 to IPv6: " + Lab.outcome(() -> inet.connect(v6))
                + "\nof IPv6 to IPv4: " + Lab.outcome(() -> inet6.connect(v4));
    }
}
