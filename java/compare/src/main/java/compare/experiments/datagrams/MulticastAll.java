package compare.experiments.datagrams;

import static libc.Errno.check;
import static libc.netinet.In.INADDR_ANY;
import static libc.netinet.In.IPPROTO_IP;
import static libc.netinet.In.IP_MULTICAST_IF;
import static libc.netinet.In.htons;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import libc.netinet.In.in_addr;
import libc.netinet.In.ip_mreqn;
import libc.netinet.In.sockaddr_in;

/** IP_MULTICAST_ALL. */
final class MulticastAll implements Experiment {

    @Override
    public String question() {
        return "Does a socket that has joined no group hear what is sent to a group that another has joined?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("Yes, if it is bound to all addresses and the same port, for IP_MULTICAST_ALL is on. The "
                + "JDK, like Netty, switches it off whenever it opens an IPv4 socket. On its IPv6 sockets Java 25 switches "
                + "off IPV6_MULTICAST_ALL, Java 17 does not.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int member = Udp.member(lab);
        lab.watch();
        int bystander = lab.keep(socket(AF_INET, SOCK_DGRAM, 0));
        check(setsockopt(bystander, SOL_SOCKET, SO_REUSEADDR, 1));
        sockaddr_in any = new sockaddr_in(AF_INET, htons(Lab.port(member)), new in_addr(INADDR_ANY));
        check(bind(bystander, any, sizeof(any)));
        send(lab, member);
        return Udp.receive(bystander);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        int member = Udp.member(lab);
        lab.watch();
        DatagramChannel bystander = lab.keep(DatagramChannel.open(StandardProtocolFamily.INET))
                .setOption(StandardSocketOptions.SO_REUSEADDR, true).bind(new InetSocketAddress(Lab.port(member)));
        send(lab, member);
        return Udp.receive(bystander);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        int member = Udp.member(lab);
        Inbox inbox = new Inbox();
        lab.watch();
        Udp.netty(lab, inbox).option(ChannelOption.SO_REUSEADDR, true).bind(Lab.port(member)).sync();
        send(lab, member);
        return Udp.receive(inbox);
    }

    /** To the group, and then to the bystander. */
    private static void send(Lab lab, int member) throws IOException {
        int from = lab.receiver();
        ip_mreqn group = Udp.group();
        check(setsockopt(from, IPPROTO_IP, IP_MULTICAST_IF, group, sizeof(group)));
        sockaddr_in addr = new sockaddr_in(AF_INET, htons(Lab.port(member)), group.imr_multiaddr);
        check(sendto(from, "for the group", 13, 0, addr, sizeof(addr)));
        Udp.receive(member);
        Udp.send(from, "for it alone", Lab.port(member));
    }
}
