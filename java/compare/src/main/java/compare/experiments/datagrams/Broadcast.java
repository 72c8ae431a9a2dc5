package compare.experiments.datagrams;

import static libc.Errno.check;
import static libc.arpa.Inet.inet_addr;
import static libc.netinet.In.htons;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import libc.netinet.In.in_addr;
import libc.netinet.In.sockaddr_in;

/** SO_BROADCAST. */
final class Broadcast implements Experiment {

    @Override
    public String question() {
        return "May a fresh socket send to a broadcast address?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("Not before SO_BROADCAST is set: until then it is EACCES, whatever privileges the program "
                + "has. The JDK makes a BindException of that, though nothing was bound. java.net.DatagramSocket sets the "
                + "option by itself, a channel does not.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.receiver();
        sockaddr_in all = new sockaddr_in(AF_INET, htons(Lab.port(fd)), new in_addr(inet_addr("127.255.255.255")));
        lab.watch();
        String fresh = Lab.outcome(sendto(fd, "x", 1, 0, all, sizeof(all)));
        check(setsockopt(fd, SOL_SOCKET, SO_BROADCAST, 1));
        return "fresh: " + fresh + "\nset: " + Lab.outcome(sendto(fd, "x", 1, 0, all, sizeof(all)));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel channel = Udp.channel(lab);
        InetSocketAddress all = new InetSocketAddress("127.255.255.255", Udp.port(channel));
        lab.watch();
        String fresh = Lab.outcome(() -> channel.send(Udp.buffer("x"), all));
        channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
        return "fresh: " + fresh + "\nset: " + Lab.outcome(() -> channel.send(Udp.buffer("x"), all));
    }
}
