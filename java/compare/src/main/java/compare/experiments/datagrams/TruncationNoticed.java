package compare.experiments.datagrams;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.DatagramChannel;

/** MSG_TRUNC. */
final class TruncationNoticed implements Experiment {

    private static final int ROOM = 5;

    @Override
    public String question() {
        return "Does a receiver learn that a datagram was longer than its buffer?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("recvmsg sets MSG_TRUNC in msg_flags, and recv with the flag MSG_TRUNC answers the length "
                + "that the datagram had. To a channel one that was cut looks like one that just fits: the only way is a "
                + "buffer that is a byte longer than the longest datagram.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int to = Udp.holding(lab, "hello, world", "hello, world");
        lab.watch();
        msghdr msg = new msghdr();
        msg.msg_iov = new iovec[] {new iovec(new byte[ROOM], ROOM)};
        msg.msg_iovlen = 1;
        check(recvmsg(to, msg, 0));
        return (msg.msg_flags == MSG_TRUNC ? "MSG_TRUNC" : "nothing")
                + "\nlength " + recv(to, new byte[ROOM], ROOM, MSG_TRUNC);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel to = Udp.channelHolding(lab, "hello, world", "hello");
        lab.watch();
        String cut = Udp.receive(to, ROOM);
        String whole = Udp.receive(to, ROOM);
        return cut.equals(whole) ? Lab.CANNOT : cut + "\n" + whole;
    }
}
