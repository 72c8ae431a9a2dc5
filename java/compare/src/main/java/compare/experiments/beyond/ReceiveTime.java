package compare.experiments.beyond;

import static libc.Errno.check;
import static libc.Time.CLOCK_REALTIME;
import static libc.Time.clock_gettime;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.DatagramChannel;
import libc.netinet.In.sockaddr_in;

/** SO_TIMESTAMPNS. */
final class ReceiveTime implements Experiment {

    private static final int ROOM = 256;

    @Override
    public String question() {
        return "When did a datagram come, as the kernel has it?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("The kernel notes the time as it takes the datagram in, and gives it beside the "
                + "datagram to recvmsg(2), as all that is beside one: the interface, the address it was for, the time "
                + "to live. DatagramChannel.receive has the sender's address alone.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int receiver = lab.receiver();
        sockaddr_in addr = Lab.loopback(Lab.port(receiver));
        check(setsockopt(receiver, SOL_SOCKET, SO_TIMESTAMPNS, 1));
        lab.watch();
        long before = now();
        check(sendto(lab.keep(socket(AF_INET, SOCK_DGRAM, 0)), new byte[1], 1, 0, addr, sizeof(addr)));
        msghdr msg = new msghdr();
        msg.msg_iov = new iovec[] {new iovec(new byte[1], 1)};
        msg.msg_iovlen = 1;
        msg.msg_control = new byte[ROOM];
        msg.msg_controllen = ROOM;
        check(recvmsg(receiver, msg, 0));
        long after = now();
        long time = nanos(new timespec(CMSG_DATA(CMSG_FIRSTHDR(msg))));
        return before <= time && time <= after ? "between sending and receiving it" : "at another time";
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel channel = lab.keep(DatagramChannel.open());
        lab.watch();
        return Lab.option(channel, "SO_TIMESTAMPNS");
    }

    private static long now() throws IOException {
        timespec time = new timespec();
        check(clock_gettime(CLOCK_REALTIME, time));
        return nanos(time);
    }

    private static long nanos(timespec time) {
        return Math.addExact(Math.multiplyExact(time.tv_sec, 1_000_000_000L), time.tv_nsec);
    }
}
