package compare.experiments.connecting;

import static libc.Errno.check;
import static libc.arpa.Inet.inet_ntop;
import static libc.arpa.Inet.inet_pton;
import static libc.netinet.In.*;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/** An IPv4-mapped IPv6 address. */
final class MappedAddress implements Experiment {

    private static final String MAPPED = "::ffff:127.0.0.1";

    @Override
    public String question() {
        return "What is the peer's address once one has connected to ::ffff:127.0.0.1?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("InetAddress makes an Inet4Address of an IPv4-mapped address before any socket sees it. The "
                + "channel, whose socket is of AF_INET6, maps it again, so that the kernel is told the same.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        sockaddr_in6 addr = new sockaddr_in6(AF_INET6, htons(Lab.port(lab.listener())), 0, new in6_addr(), 0);
        check(inet_pton(AF_INET6, MAPPED, addr.sin6_addr));
        int fd = lab.keep(socket(AF_INET6, SOCK_STREAM, 0));
        lab.watch();
        check(connect(fd, addr, sizeof(addr)));
        check(getpeername(fd, addr, new int[] {sizeof(addr)}));
        return inet_ntop(AF_INET6, addr.sin6_addr, new byte[INET6_ADDRSTRLEN], INET6_ADDRSTRLEN);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(MAPPED), Lab.port(lab.listener()));
        SocketChannel channel = lab.keep(SocketChannel.open());
        lab.watch();
        channel.connect(address);
        return ((InetSocketAddress) channel.getRemoteAddress()).getAddress().getHostAddress();
    }
}
