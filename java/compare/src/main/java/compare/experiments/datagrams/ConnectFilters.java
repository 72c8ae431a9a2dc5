package compare.experiments.datagrams;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.epoll.EpollDatagramChannel;
import java.io.IOException;
import java.nio.channels.DatagramChannel;

/** Who may speak to a connected socket. */
final class ConnectFilters implements Experiment {

    @Override
    public String question() {
        return "Does a connected socket hear others than its peer?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("No: it is as if nobody had its port, for all but its peer.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.receiver();
        int peer = lab.receiver();
        int other = lab.receiver();
        lab.watch();
        Udp.connect(fd, Lab.port(peer));
        Udp.send(other, "the other's", Lab.port(fd));
        Udp.send(peer, "the peer's", Lab.port(fd));
        return Udp.receive(fd);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel channel = Udp.channel(lab);
        DatagramChannel peer = Udp.channel(lab);
        DatagramChannel other = Udp.channel(lab);
        lab.watch();
        channel.connect(peer.getLocalAddress());
        Udp.send(other, "the other's", Udp.port(channel));
        Udp.send(peer, "the peer's", Udp.port(channel));
        return Udp.receive(channel);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        Inbox inbox = new Inbox();
        int peer = lab.receiver();
        int other = lab.receiver();
        lab.watch();
        EpollDatagramChannel channel = Udp.channel(Udp.netty(lab, inbox));
        channel.connect(Lab.address(Lab.port(peer))).sync();
        Udp.send(other, "the other's", Udp.port(channel));
        Udp.send(peer, "the peer's", Udp.port(channel));
        return Udp.receive(inbox);
    }
}
