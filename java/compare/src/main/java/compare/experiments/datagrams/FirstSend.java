package compare.experiments.datagrams;

import static libc.sys.Socket.*;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import libc.netinet.In.sockaddr_in;

/** How a sender gets its port. */
final class FirstSend implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does the first send of a socket take that is not bound?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("sendto binds the socket by itself. A channel binds it before that, and asks which port it "
                + "has got, so that getLocalAddress can answer without a call.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int peer = lab.receiver();
        int fd = lab.keep(socket(AF_INET, SOCK_DGRAM, 0));
        sockaddr_in addr = Lab.loopback(Lab.port(peer));
        lab.watch();
        return Lab.outcome(sendto(fd, "x", 1, 0, addr, sizeof(addr)));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketAddress peer = Udp.channel(lab).getLocalAddress();
        DatagramChannel channel = lab.keep(DatagramChannel.open(StandardProtocolFamily.INET));
        lab.watch();
        return Lab.outcome(() -> channel.send(Udp.buffer("x"), peer));
    }
}
