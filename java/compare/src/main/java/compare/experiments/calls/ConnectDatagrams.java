package compare.experiments.calls;

import static libc.Errno.check;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import libc.netinet.In.sockaddr_in;

/** DatagramChannel.connect. */
final class ConnectDatagrams implements Experiment {

    @Override
    public String question() {
        return "What does connecting a UDP socket call?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("DatagramChannel.connect binds the socket first, and after connect(2) throws away what had "
                + "arrived from others, without blocking, until there is no more. In C what had arrived before is still "
                + "received.");
    }

    @Override
    public boolean isOfCalls() {
        return true;
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int peer = lab.keep(socket(AF_INET, SOCK_DGRAM, 0));
        sockaddr_in addr = Lab.loopback(0);
        check(bind(peer, addr, sizeof(addr)));
        addr = Lab.loopback(Lab.port(peer));
        int fd = lab.keep(socket(AF_INET, SOCK_DGRAM, 0));
        lab.watch();
        check(connect(fd, addr, sizeof(addr)));
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        DatagramChannel peer = lab.keep(DatagramChannel.open());
        peer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        DatagramChannel channel = lab.keep(DatagramChannel.open());
        lab.watch();
        channel.connect(peer.getLocalAddress());
        return "";
    }
}
