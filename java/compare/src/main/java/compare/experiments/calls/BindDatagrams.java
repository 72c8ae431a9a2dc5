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

/** DatagramChannel.bind. */
final class BindDatagrams implements Experiment {

    @Override
    public String question() {
        return "What does binding a UDP socket call?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("DatagramChannel.bind asks at once, twice, what it was bound to: for the IP address and for "
                + "the port.");
    }

    @Override
    public boolean isOfCalls() {
        return true;
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int fd = lab.keep(socket(AF_INET, SOCK_DGRAM, 0));
        sockaddr_in addr = Lab.loopback(0);
        lab.watch();
        check(bind(fd, addr, sizeof(addr)));
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        DatagramChannel channel = lab.keep(DatagramChannel.open());
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        lab.watch();
        channel.bind(address);
        return "";
    }
}
