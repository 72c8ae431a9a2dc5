package compare.experiments.datagrams;

import static libc.Errno.check;
import static libc.arpa.Inet.inet_makeaddr;
import static libc.arpa.Inet.inet_ntoa;
import static libc.netinet.In.INADDR_ANY;
import static libc.netinet.In.IPPROTO_IP;
import static libc.netinet.In.IP_PKTINFO;
import static libc.netinet.In.htons;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.socket.DatagramPacket;
import java.io.IOException;
import java.net.InetSocketAddress;
import libc.netinet.In.in_addr;
import libc.netinet.In.in_pktinfo;
import libc.netinet.In.sockaddr_in;

/** IP_PKTINFO. */
final class DestinationAddress implements Experiment {

    @Override
    public String question() {
        return "Can a socket that is bound to all addresses learn to which of them a datagram was sent?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("IP_PKTINFO brings the address, and the interface, with each datagram, so that the answer "
                + "can be sent from there. Channels do not have the option: a program on a machine of several addresses "
                + "binds a channel to each.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.keep(socket(AF_INET, SOCK_DGRAM, 0));
        sockaddr_in any = new sockaddr_in(AF_INET, htons(0), new in_addr(INADDR_ANY));
        check(bind(fd, any, sizeof(any)));
        lab.watch();
        check(setsockopt(fd, IPPROTO_IP, IP_PKTINFO, 1));
        send(lab, Lab.port(fd));
        byte[] control = new byte[CMSG_SPACE(sizeof(in_pktinfo.class))];
        msghdr msg = new msghdr(null, 0, new iovec[] {new iovec(new byte[1], 1)}, 1, control, sizeof(control), 0);
        check(recvmsg(fd, msg, 0));
        return inet_ntoa(new in_pktinfo(CMSG_DATA(CMSG_FIRSTHDR(msg))).ipi_addr);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        return Lab.option(Udp.channel(lab), "IP_PKTINFO");
    }

    @Override
    public String netty(Lab lab) throws Exception {
        Inbox inbox = new Inbox();
        lab.watch();
        Channel channel = Udp.netty(lab, inbox).option(EpollChannelOption.IP_RECVORIGDSTADDR, true).bind(0).sync().channel();
        send(lab, ((InetSocketAddress) channel.localAddress()).getPort());
        DatagramPacket packet = inbox.next(DatagramPacket.class);
        packet.release();
        return packet.recipient().getAddress().getHostAddress();
    }

    private static void send(Lab lab, int port) throws IOException {
        int from = lab.keep(socket(AF_INET, SOCK_DGRAM, 0));
        sockaddr_in second = new sockaddr_in(AF_INET, htons(port), inet_makeaddr(127, 2));
        check(sendto(from, "x", 1, 0, second, sizeof(second)));
    }
}
