package compare.experiments.datagrams;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import java.io.IOException;
import java.nio.channels.DatagramChannel;

/** Datagrams longer than the buffer. */
final class Truncation implements Experiment {

    private static final int ROOM = 5;

    @Override
    public String question() {
        return "What becomes of the rest of a datagram that is longer than the buffer?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("It is lost: the next receive answers the next datagram. A stream would keep it.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int to = Udp.holding(lab, "hello, world", "next");
        lab.watch();
        return Udp.receive(to, ROOM) + "\n" + Udp.receive(to, ROOM);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel to = Udp.channelHolding(lab, "hello, world", "next");
        lab.watch();
        return Udp.receive(to, ROOM) + "\n" + Udp.receive(to, ROOM);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        Inbox inbox = new Inbox();
        int from = lab.receiver();
        lab.watch();
        int to = Udp.port(Udp.channel(Udp.netty(lab, inbox)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(ROOM))));
        Udp.send(from, "hello, world", to);
        Udp.send(from, "next", to);
        return Udp.receive(inbox) + "\n" + Udp.receive(inbox);
    }
}
