package compare.experiments.defaults;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.epoll.EpollDatagramChannel;
import java.nio.channels.DatagramChannel;

/** The descriptor of a DatagramChannel. */
final class DatagramSocket implements Experiment {

    @Override
    public String question() {
        return "What is a fresh UDP socket, and what is set on it?";
    }

    @Override
    public Verdict verdict() {
        return Runtime.version().feature() == 17
                ? Verdict.same("A fresh DatagramChannel of Java 17 is a plain blocking socket(2) of AF_INET6; the one of "
                        + "Java 25 has IPV6_MULTICAST_ALL at 0.")
                : Verdict.differs("Java 25 sets IPV6_MULTICAST_ALL to 0, and Java 17 does not: a channel gets only what "
                        + "is sent to the IPv6 groups that it has joined itself, and not what is sent to others' groups.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        return Fresh.socket(lab, AF_INET6, SOCK_DGRAM);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        return Fresh.channel(lab, DatagramChannel::open);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        return Fresh.channel(lab, () -> Lab.unregistered(EpollDatagramChannel::new));
    }
}
