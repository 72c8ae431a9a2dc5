package compare.experiments.calls;

import static libc.sys.Socket.*;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import io.netty.channel.epoll.EpollDatagramChannel;
import java.nio.channels.DatagramChannel;

/** DatagramChannel.open. */
final class OpenDatagrams implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does it take to open a UDP socket?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("DatagramChannel.open sets IPV6_V6ONLY to 0, so that the socket takes IPv4 too, and the "
                + "hops of multicast to the kernel's own 1. IPV6_RECVPKTINFO is set by mistake: it has the number, 49, "
                + "that is IP_MULTICAST_ALL on an IPv4 socket. Java 25 sets IPV6_MULTICAST_ALL to 0 as well, Java 17 does "
                + "not.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        lab.keep(socket(AF_INET6, SOCK_DGRAM, 0));
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        lab.keep(DatagramChannel.open());
        return "";
    }

    @Override
    public String netty(Lab lab) throws Exception {
        lab.keep(Lab.unregistered(EpollDatagramChannel::new));
        return "";
    }
}
