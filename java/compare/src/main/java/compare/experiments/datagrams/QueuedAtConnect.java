package compare.experiments.datagrams;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.DatagramChannel;

/** What came before the connect. */
final class QueuedAtConnect implements Experiment {

    @Override
    public String question() {
        return "Does a socket still receive what had come before it was connected?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The kernel filters what comes in, not what is queued: a connected socket may receive what "
                + "a stranger sent before. A channel's connect empties the queue, and throws away what the peer itself had "
                + "sent, too.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int peer = lab.receiver();
        int other = lab.receiver();
        lab.watch();
        return "from another: " + syscalls(lab, peer, other) + "\nfrom the peer: " + syscalls(lab, peer, peer);
    }

    private static String syscalls(Lab lab, int peer, int sender) throws IOException {
        int fd = lab.receiver();
        Udp.send(sender, "before", Lab.port(fd));
        Udp.await(fd);
        Udp.connect(fd, Lab.port(peer));
        Udp.send(peer, "after", Lab.port(fd));
        return Udp.receive(fd);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel peer = Udp.channel(lab);
        DatagramChannel other = Udp.channel(lab);
        lab.watch();
        return "from another: " + channels(lab, peer, other) + "\nfrom the peer: " + channels(lab, peer, peer);
    }

    private static String channels(Lab lab, DatagramChannel peer, DatagramChannel sender) throws IOException {
        DatagramChannel channel = Udp.channel(lab);
        Udp.send(sender, "before", Udp.port(channel));
        Udp.await(channel);
        channel.connect(peer.getLocalAddress());
        Udp.send(peer, "after", Udp.port(channel));
        return Udp.receive(channel);
    }
}
