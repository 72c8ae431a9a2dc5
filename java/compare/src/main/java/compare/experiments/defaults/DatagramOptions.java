package compare.experiments.defaults;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.nio.channels.DatagramChannel;
import java.util.List;

/** The options of a DatagramChannel, by getOption. */
final class DatagramOptions implements Experiment {

    private static final List<String> OPTIONS = List.of("SO_BROADCAST", "SO_RCVBUF", "SO_REUSEADDR", "SO_REUSEPORT",
            "SO_SNDBUF", "SO_INCOMING_NAPI_ID", "IP_TOS", "IP_MTU_DISCOVER", "IP_MULTICAST_IF", "IP_MULTICAST_LOOP",
            "IP_MULTICAST_TTL", "IP_MULTICAST_ALL");

    @Override
    public String question() {
        return "What do the options of a fresh UDP socket say?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("SO_RCVBUF and SO_SNDBUF are halved, and there is no option for IP_MULTICAST_ALL. "
                + "IP_MTU_DISCOVER is IP_DONTFRAGMENT since Java 19, which says only whether it is IP_PMTUDISC_DO.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        return Options.bySyscalls(lab, AF_INET, SOCK_DGRAM, OPTIONS);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        return Options.byChannel(lab, AF_INET, SOCK_DGRAM, DatagramChannel::open, OPTIONS);
    }
}
