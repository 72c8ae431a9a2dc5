package compare.experiments.datagrams;

import static libc.Errno.check;
import static libc.netinet.In.IPPROTO_IP;
import static libc.netinet.In.IP_MULTICAST_IF;
import static libc.netinet.In.IP_MULTICAST_LOOP;
import static libc.netinet.In.htons;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import libc.netinet.In.ip_mreqn;
import libc.netinet.In.sockaddr_in;

/** IP_MULTICAST_LOOP. */
final class MulticastLoop implements Experiment {

    @Override
    public String question() {
        return "Does a machine hear its own multicast, with IP_MULTICAST_LOOP and without it?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("The option is on from the start, and on Linux the sender's decides, not the receiver's. On lo "
                + "it makes no difference: that interface receives whatever it sends.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int to = Udp.member(lab);
        ip_mreqn group = Udp.group();
        int from = lab.receiver();
        sockaddr_in addr = new sockaddr_in(AF_INET, htons(Lab.port(to)), group.imr_multiaddr);
        lab.watch();
        check(setsockopt(from, IPPROTO_IP, IP_MULTICAST_IF, group, sizeof(group)));
        int loop = Lab.option(from, IPPROTO_IP, IP_MULTICAST_LOOP);
        check(sendto(from, "with", 4, 0, addr, sizeof(addr)));
        check(setsockopt(from, IPPROTO_IP, IP_MULTICAST_LOOP, 0));
        check(sendto(from, "without", 7, 0, addr, sizeof(addr)));
        return (loop == 1) + "\n" + Udp.receive(to) + "\n" + Udp.receive(to);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        NetworkInterface lo = Udp.lo();
        InetAddress group = InetAddress.getByName(Udp.GROUP);
        DatagramChannel to = lab.keep(DatagramChannel.open(StandardProtocolFamily.INET))
                .bind(new InetSocketAddress(group, 0));
        to.join(group, lo);
        DatagramChannel from = Udp.channel(lab);
        InetSocketAddress address = new InetSocketAddress(group, Udp.port(to));
        lab.watch();
        from.setOption(StandardSocketOptions.IP_MULTICAST_IF, lo);
        boolean loop = from.getOption(StandardSocketOptions.IP_MULTICAST_LOOP);
        from.send(Udp.buffer("with"), address);
        from.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, false);
        from.send(Udp.buffer("without"), address);
        return loop + "\n" + Udp.receive(to) + "\n" + Udp.receive(to);
    }
}
