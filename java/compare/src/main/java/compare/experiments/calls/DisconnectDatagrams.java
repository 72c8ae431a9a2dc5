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

/** DatagramChannel.disconnect. */
final class DisconnectDatagrams implements Experiment {

    @Override
    public String question() {
        return "What does disconnecting a UDP socket call?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("Both connect to AF_UNSPEC, by which Linux takes away the port that it had chosen itself. "
                + "DatagramChannel.disconnect asks for the address and binds the old port again; another socket may have "
                + "taken it meanwhile.");
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
        check(connect(fd, addr, sizeof(addr)));
        sockaddr nobody = new sockaddr();
        nobody.sa_family(AF_UNSPEC);
        lab.watch();
        check(connect(fd, nobody, sizeof(nobody)));
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        DatagramChannel peer = lab.keep(DatagramChannel.open());
        peer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        DatagramChannel channel = lab.keep(DatagramChannel.open()).connect(peer.getLocalAddress());
        lab.watch();
        channel.disconnect();
        return "";
    }
}
