package compare.experiments.datagrams;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.epoll.EpollDatagramChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import libc.netinet.In.sockaddr_in;
import libc.nio.SocketAddresses;

/** connect(2) to AF_UNSPEC. */
final class Disconnect implements Experiment {

    @Override
    public String question() {
        return "Which address does a socket have after it was connected, and disconnected again?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("connect to AF_UNSPEC takes away what connect had chosen: the address, and the port too if "
                + "no bind had asked for one, so that nobody reaches the socket there any more. The JDK binds it to that "
                + "port again.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int peer = lab.receiver();
        int fd = lab.keep(socket(AF_INET, SOCK_DGRAM, 0));
        lab.watch();
        Udp.connect(fd, Lab.port(peer));
        InetSocketAddress connected = (InetSocketAddress) SocketAddresses.local(fd);
        sockaddr_in nobody = new sockaddr_in();
        check(connect(fd, nobody, sizeof(nobody)));
        return answer(connected, (InetSocketAddress) SocketAddresses.local(fd));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel peer = Udp.channel(lab);
        DatagramChannel channel = lab.keep(DatagramChannel.open());
        lab.watch();
        InetSocketAddress connected = (InetSocketAddress) channel.connect(peer.getLocalAddress()).getLocalAddress();
        return answer(connected, (InetSocketAddress) channel.disconnect().getLocalAddress());
    }

    @Override
    public String netty(Lab lab) throws Exception {
        int peer = lab.receiver();
        lab.watch();
        EpollDatagramChannel channel = (EpollDatagramChannel) Udp.netty(lab, new Inbox())
                .connect(Lab.address(Lab.port(peer))).sync().channel();
        InetSocketAddress connected = channel.localAddress();
        channel.disconnect().sync();
        return answer(connected, channel.localAddress());
    }

    private static String answer(InetSocketAddress connected, InetSocketAddress disconnected) {
        return "connected: " + host(connected) + ", a port" + "\ndisconnected: " + host(disconnected)
                + (disconnected.getPort() == 0 ? ", no port"
                : disconnected.getPort() == connected.getPort() ? ", the same port" : ", another port");
    }

    private static String host(InetSocketAddress address) {
        return address.getAddress().isAnyLocalAddress() ? "any address" : address.getAddress().getHostAddress();
    }
}
