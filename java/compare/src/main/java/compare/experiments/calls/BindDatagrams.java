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

/** DatagramChannel.bind. */
final class BindDatagrams implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does it take to bind a UDP socket?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("DatagramChannel.bind asks at once, twice, what it was bound to: for the IP address and for "
                + "the port.");
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
        InetSocketAddress address = Lab.address(0);
        lab.watch();
        channel.bind(address);
        return "";
    }
}
