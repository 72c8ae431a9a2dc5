package compare.experiments.datagrams;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** A port that nobody asked for. */
final class BoundByItself implements Experiment {

    @Override
    public String question() {
        return "Does a socket that is not bound get a port by a send, and by a receive?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The kernel gives a port to a socket that sends; one that receives without a port waits for "
                + "nothing. A channel's receive binds it, too, but to a port that getLocalAddress tells only then.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int peer = lab.receiver();
        int sender = lab.keep(socket(AF_INET, SOCK_DGRAM, 0));
        int receiver = lab.keep(socket(AF_INET, SOCK_DGRAM, 0));
        lab.watch();
        Udp.send(sender, "x", Lab.port(peer));
        recv(receiver, new byte[1], 1, MSG_DONTWAIT);
        return "send: " + (Lab.port(sender) != 0) + "\nreceive: " + (Lab.port(receiver) != 0);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel peer = Udp.channel(lab);
        DatagramChannel sender = lab.keep(DatagramChannel.open());
        DatagramChannel receiver = lab.keep(DatagramChannel.open());
        receiver.configureBlocking(false);
        lab.watch();
        Udp.send(sender, "x", Udp.port(peer));
        receiver.receive(ByteBuffer.allocate(1));
        return "send: " + (sender.getLocalAddress() != null) + "\nreceive: " + (receiver.getLocalAddress() != null);
    }
}
