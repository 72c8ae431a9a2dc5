package compare.experiments.datagrams;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.DatagramChannel;
import libc.netinet.In.sockaddr_in;

/** Port 0, which nobody has. */
final class DestinationPortZero implements Experiment {

    @Override
    public String question() {
        return "What does a send to port 0 answer, and what a connect to it?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("sendto refuses it; connect does not, and what is sent then is lost. A channel refuses both "
                + "by itself, without a call.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.receiver();
        sockaddr_in zero = Lab.loopback(0);
        lab.watch();
        return "send: " + Lab.outcome(sendto(fd, "x", 1, 0, zero, sizeof(zero)))
                + "\nconnect: " + Lab.outcome(connect(fd, zero, sizeof(zero)))
                + ", then send: " + Lab.outcome(send(fd, "x", 1, 0));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel channel = Udp.channel(lab);
        lab.watch();
        return "send: " + Lab.outcome(() -> channel.send(Udp.buffer("x"), Lab.address(0)))
                + "\nconnect: " + Lab.outcome(() -> channel.connect(Lab.address(0)));
    }
}
