package compare.experiments.datagrams;

import static libc.netinet.In.IPPROTO_IP;
import static libc.netinet.In.IP_ADD_MEMBERSHIP;
import static libc.netinet.In.IP_DROP_MEMBERSHIP;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.ChannelFuture;
import io.netty.channel.epoll.EpollDatagramChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;
import java.util.concurrent.Callable;
import libc.netinet.In.ip_mreqn;

/** IP_ADD_MEMBERSHIP and IP_DROP_MEMBERSHIP. */
final class MulticastJoin implements Experiment {

    @Override
    public String question() {
        return "What does joining a multicast group twice answer, and what leaving it twice?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("To the kernel the second time is EADDRINUSE, or EADDRNOTAVAIL. A channel keeps a register "
                + "of what it has joined: it answers the key that there is already, without a call, and to drop a key "
                + "again does nothing.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.receiver();
        ip_mreqn group = Udp.group();
        lab.watch();
        return "join: " + set(fd, IP_ADD_MEMBERSHIP, group) + ", then " + set(fd, IP_ADD_MEMBERSHIP, group)
                + "\nleave: " + set(fd, IP_DROP_MEMBERSHIP, group) + ", then " + set(fd, IP_DROP_MEMBERSHIP, group);
    }

    private static String set(int fd, int option, ip_mreqn group) {
        return Lab.outcome(setsockopt(fd, IPPROTO_IP, option, group, sizeof(group)));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel channel = Udp.channel(lab);
        InetAddress group = InetAddress.getByName(Udp.GROUP);
        NetworkInterface lo = Udp.lo();
        lab.watch();
        MembershipKey key = channel.join(group, lo);
        String joined = channel.join(group, lo) == key ? "the same key" : "another key";
        return "join: a key, then " + joined + "\nleave: " + drop(key) + ", then " + drop(key);
    }

    private static String drop(MembershipKey key) {
        return Lab.outcome(() -> {
            key.drop();
            return "done";
        });
    }

    @Override
    public String netty(Lab lab) throws Exception {
        NetworkInterface lo = Udp.lo();
        InetSocketAddress group = new InetSocketAddress(Udp.GROUP, 0);
        lab.watch();
        EpollDatagramChannel channel = Udp.channel(Udp.netty(lab, new Inbox()));
        Callable<ChannelFuture> join = () -> channel.joinGroup(group, lo);
        Callable<ChannelFuture> leave = () -> channel.leaveGroup(group, lo);
        return "join: " + done(channel, join) + ", then " + done(channel, join)
                + "\nleave: " + done(channel, leave) + ", then " + done(channel, leave);
    }

    /** In the thread of the channel: of another's call nobody hears how it failed. */
    private static String done(EpollDatagramChannel channel, Callable<ChannelFuture> call) {
        return Lab.outcome(() -> {
            channel.eventLoop().submit(call).sync().get().sync();
            return "done";
        });
    }
}
