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

/** DatagramChannel.disconnect. */
final class DisconnectDatagrams implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does it take to disconnect a UDP socket?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("Both connect to AF_UNSPEC, by which Linux takes away the port that it had chosen itself. "
                + "DatagramChannel.disconnect asks for the address and binds the old port again; another socket may have "
                + "taken it meanwhile.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        sockaddr_in addr = Lab.loopback(Lab.port(lab.receiver()));
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
        InetSocketAddress peer = Lab.address(Lab.port(lab.receiver()));
        DatagramChannel channel = lab.keep(DatagramChannel.open()).connect(peer);
        lab.watch();
        channel.disconnect();
        return "";
    }
}
