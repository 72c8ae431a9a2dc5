package compare.experiments.datagrams;

import static libc.Errno.check;
import static libc.netinet.In.IPPROTO_UDP;
import static libc.netinet.Udp.UDP_SEGMENT;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Verdict;
import io.netty.buffer.Unpooled;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.unix.SegmentedDatagramPacket;
import java.io.IOException;
import java.util.StringJoiner;

/** UDP_SEGMENT. */
final class Segments implements Experiment {

    private static final int SEGMENT = 1000;
    private static final int LENGTH = 2500;

    @Override
    public String question() {
        return "Can the kernel cut what one send gives it into many datagrams?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("Yes, with UDP_SEGMENT, which spares QUIC most of its calls. Channels do not have the "
                + "option.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int from = lab.receiver();
        int to = lab.receiver();
        Udp.connect(from, Lab.port(to));
        lab.watch();
        check(setsockopt(from, IPPROTO_UDP, UDP_SEGMENT, SEGMENT));
        check(send(from, new byte[LENGTH], LENGTH, 0));
        return received(to);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        return Lab.option(Udp.channel(lab), "UDP_SEGMENT");
    }

    @Override
    public String netty(Lab lab) throws Exception {
        int to = lab.receiver();
        lab.watch();
        EpollDatagramChannel channel = Udp.channel(Udp.netty(lab, new Inbox()));
        channel.writeAndFlush(new SegmentedDatagramPacket(Unpooled.wrappedBuffer(new byte[LENGTH]), SEGMENT,
                Lab.address(Lab.port(to)))).sync();
        return received(to);
    }

    /** How long the datagrams are, until there is all. */
    private static String received(int to) throws IOException {
        StringJoiner lengths = new StringJoiner(", ");
        for (int all = 0; all < LENGTH;) {
            int n = check(recv(to, new byte[LENGTH], LENGTH, 0));
            lengths.add(Integer.toString(n));
            all += n;
        }
        return lengths.toString();
    }
}
