package compare.experiments.connecting;

import static libc.Errno.check;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import libc.netinet.In.sockaddr_in;
import libc.nio.SocketAddresses;

/** getsockname and getLocalAddress. */
final class OwnAddress implements Experiment {

    @Override
    public String question() {
        return "What does a socket say its own address is, before and after it connects?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("In C a socket has an address of zeros before it is bound. A channel says null, without a "
                + "call, and later what it learned when it connected.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        sockaddr_in addr = Lab.loopback(Lab.port(lab.listener()));
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        lab.watch();
        SocketAddress before = SocketAddresses.local(fd);
        check(connect(fd, addr, sizeof(addr)));
        return text(before) + ", then " + text(SocketAddresses.local(fd));
    }

    @Override
    public String channels(Lab lab) throws Exception {
        InetSocketAddress address = Lab.address(Lab.port(lab.listener()));
        SocketChannel channel = lab.keep(SocketChannel.open());
        lab.watch();
        SocketAddress before = channel.getLocalAddress();
        channel.connect(address);
        return text(before) + ", then " + text(channel.getLocalAddress());
    }

    @Override
    public String netty(Lab lab) throws Exception {
        InetSocketAddress address = Lab.address(Lab.port(lab.listener()));
        Channel channel = Netty.client(lab).register().sync().channel();
        SocketAddress before = channel.localAddress();
        channel.connect(address).sync();
        return text(before) + ", then " + text(channel.localAddress());
    }

    private static String text(SocketAddress address) {
        return address instanceof InetSocketAddress ip
                ? ip.getAddress().getHostAddress() + (ip.getPort() == 0 ? " and port 0" : " and a port")
                : String.valueOf(address);
    }
}
