package compare.experiments.datagrams;

import static libc.Unistd.read;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;

/** Buffers of length 0. */
final class NoRoom implements Experiment {

    @Override
    public String question() {
        return "What becomes of a datagram that is received into an empty buffer, and what if it is read into one?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("A receive of 0 bytes takes it from the queue, and all of it is lost; a read of 0 bytes leaves "
                + "it there. The channel's methods do the same: receive offers the kernel a byte of its own, read does not "
                + "call the kernel at all.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int from = lab.receiver();
        int to = lab.receiver();
        int port = Lab.port(to);
        Udp.connect(to, Lab.port(from));
        for (String text : List.of("first", "second", "third")) {
            Udp.send(from, text, port);
        }
        lab.watch();
        return "receive " + recv(to, new byte[0], 0, 0) + ", then " + Udp.receive(to)
                + "\nread " + read(to, new byte[0], 0) + ", then " + Udp.receive(to);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel from = Udp.channel(lab);
        DatagramChannel to = Udp.channel(lab).connect(from.getLocalAddress());
        int port = Udp.port(to);
        for (String text : List.of("first", "second", "third")) {
            Udp.send(from, text, port);
        }
        lab.watch();
        ByteBuffer none = ByteBuffer.allocate(0);
        to.receive(none);
        return "receive " + none.position() + ", then " + Udp.receive(to)
                + "\nread " + to.read(none) + ", then " + Udp.receive(to);
    }
}
