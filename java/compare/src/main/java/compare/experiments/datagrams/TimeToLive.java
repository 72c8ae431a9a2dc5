package compare.experiments.datagrams;

import static libc.Errno.check;
import static libc.netinet.In.IPPROTO_IP;
import static libc.netinet.In.IP_RECVTOS;
import static libc.netinet.In.IP_RECVTTL;
import static libc.netinet.In.IP_TOS;
import static libc.netinet.In.IP_TTL;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;

/** IP_RECVTTL and IP_RECVTOS. */
final class TimeToLive implements Experiment {

    private static final int TTL = 7;
    private static final int TOS = 0x10;

    @Override
    public String question() {
        return "Can a program set a datagram's TTL and TOS, and see those of a datagram that it receives?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("A channel sets IP_TOS, but no TTL except that of multicast, and sees neither of what it "
                + "receives: a traceroute cannot be written with channels.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int from = lab.receiver();
        int to = lab.receiver();
        lab.watch();
        check(setsockopt(from, IPPROTO_IP, IP_TTL, TTL));
        check(setsockopt(from, IPPROTO_IP, IP_TOS, TOS));
        check(setsockopt(to, IPPROTO_IP, IP_RECVTTL, 1));
        check(setsockopt(to, IPPROTO_IP, IP_RECVTOS, 1));
        Udp.send(from, "x", Lab.port(to));
        byte[] control = new byte[CMSG_SPACE(sizeof(int.class)) + CMSG_SPACE(1)];
        msghdr msg = new msghdr(null, 0, new iovec[] {new iovec(new byte[1], 1)}, 1, control, sizeof(control), 0);
        check(recvmsg(to, msg, 0));
        cmsghdr ttl = CMSG_FIRSTHDR(msg);
        cmsghdr tos = CMSG_NXTHDR(msg, ttl);
        return "set: TTL " + Lab.option(from, IPPROTO_IP, IP_TTL) + ", TOS " + Lab.option(from, IPPROTO_IP, IP_TOS)
                + "\nseen: TTL " + CMSG_DATA(ttl).getInt() + ", TOS " + CMSG_DATA(tos).get();
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel channel = Udp.channel(lab);
        lab.watch();
        channel.setOption(StandardSocketOptions.IP_TOS, TOS);
        return "set: TTL " + Lab.option(channel, "IP_TTL") + ", TOS " + Lab.option(channel, "IP_TOS")
                + "\nseen: TTL " + Lab.option(channel, "IP_RECVTTL") + ", TOS " + Lab.option(channel, "IP_RECVTOS");
    }
}
