package compare.experiments.calls;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.epoll.EpollDatagramChannel;
import java.nio.channels.DatagramChannel;

/** DatagramChannel.open. */
final class OpenDatagrams implements Experiment {

    @Override
    public String question() {
        return "What does opening a UDP socket call?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("DatagramChannel.open sets IPV6_V6ONLY to 0, switches off the control message that tells "
                + "where a datagram was sent to, and sets the hops of multicast to the kernel's own "
                + "1." + (Runtime.version().feature() == 17 ? ""
                : " Java 25 sets IPV6_MULTICAST_ALL to 0 too, of which Java 17 knows nothing."));
    }

    @Override
    public boolean isOfCalls() {
        return true;
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
