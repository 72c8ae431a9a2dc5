package compare.experiments.datagrams;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.epoll.EpollDatagramChannel;
import java.io.IOException;
import java.nio.channels.DatagramChannel;

/** ICMP's port unreachable. */
final class RefusedUnconnected implements Experiment {

    @Override
    public String question() {
        return "Does a socket that is not connected learn that its datagrams were refused?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("No: the kernel does not keep the error for a socket that has many peers, unless IP_RECVERR "
                + "asks for it. A program that wants to know has to connect the socket.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.receiver();
        int closed = Udp.deaf(lab);
        lab.watch();
        Udp.send(fd, "x", closed);
        Udp.send(fd, "x", closed);
        Udp.send(fd, "its own", Lab.port(fd)); // it would come behind an error
        return "receive " + Udp.receive(fd);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel channel = Udp.channel(lab);
        int closed = Udp.deaf(lab);
        lab.watch();
        Udp.send(channel, "x", closed);
        Udp.send(channel, "x", closed);
        Udp.send(channel, "its own", Udp.port(channel));
        return "receive " + Udp.receive(channel);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        Inbox inbox = new Inbox();
        int closed = Udp.deaf(lab);
        lab.watch();
        EpollDatagramChannel channel = Udp.channel(Udp.netty(lab, inbox));
        channel.writeAndFlush(Udp.packet("x", closed)).sync();
        channel.writeAndFlush(Udp.packet("x", closed)).sync();
        channel.writeAndFlush(Udp.packet("its own", Udp.port(channel))).sync();
        return "receive " + Udp.receive(inbox);
    }
}
