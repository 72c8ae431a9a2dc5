package compare.experiments.datagrams;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** SO_RCVBUF of a receiver that does not receive. */
final class Overrun implements Experiment {

    private static final int MANY = 100;
    private static final int LENGTH = 1000;

    @Override
    public String question() {
        return "Does a sender learn that the receiver has no more room?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("No: every send succeeds, and what finds no room is dropped. Only the kernel at the receiver "
                + "counts what was lost.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int from = lab.receiver();
        int to = lab.receiver();
        check(setsockopt(to, SOL_SOCKET, SO_RCVBUF, LENGTH));
        Udp.connect(from, Lab.port(to));
        lab.watch();
        int sent = 0;
        while (sent < MANY && send(from, new byte[LENGTH], LENGTH, MSG_DONTWAIT) == LENGTH) {
            sent++;
        }
        int received = 0;
        while (recv(to, new byte[LENGTH], LENGTH, MSG_DONTWAIT) == LENGTH) {
            received++;
        }
        return answer(sent, received);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel to = Udp.channel(lab).setOption(StandardSocketOptions.SO_RCVBUF, LENGTH);
        DatagramChannel from = Udp.channel(lab).connect(to.getLocalAddress());
        from.configureBlocking(false);
        to.configureBlocking(false);
        lab.watch();
        int sent = 0;
        while (sent < MANY && from.write(ByteBuffer.allocate(LENGTH)) == LENGTH) {
            sent++;
        }
        int received = 0;
        while (to.receive(ByteBuffer.allocate(LENGTH)) != null) {
            received++;
        }
        return answer(sent, received);
    }

    private static String answer(int sent, int received) {
        return "sent " + (sent == MANY ? "all" : "some") + ", received "
                + (received == sent ? "all" : received == 0 ? "none" : "some");
    }
}
