package compare.experiments.calls;

import static libc.Errno.check;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import libc.netinet.In.sockaddr_in;

/** DatagramChannel.connect. */
final class ConnectDatagrams implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does it take to connect a UDP socket?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("DatagramChannel.connect binds the socket first, and after connect(2) throws away what had "
                + "arrived already, without blocking, until there is no more. In C what had arrived before is still "
                + "received.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        sockaddr_in addr = Lab.loopback(Lab.port(lab.receiver()));
        int fd = lab.keep(socket(AF_INET, SOCK_DGRAM, 0));
        lab.watch();
        check(connect(fd, addr, sizeof(addr)));
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        InetSocketAddress peer = Lab.address(Lab.port(lab.receiver()));
        DatagramChannel channel = lab.keep(DatagramChannel.open());
        lab.watch();
        channel.connect(peer);
        return "";
    }
}
