package compare.experiments.defaults;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.util.List;

/** The options of a DatagramChannel, by getOption. */
final class DatagramOptions implements Experiment {

    private static final List<String> OPTIONS = List.of("SO_BROADCAST", "SO_RCVBUF", "SO_REUSEADDR", "SO_REUSEPORT",
            "SO_SNDBUF", "IP_TOS", "IP_MULTICAST_LOOP", "IP_MULTICAST_TTL", "IP_MULTICAST_ALL");

    @Override
    public String question() {
        return "What do the options of a fresh UDP socket say?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("SO_RCVBUF and SO_SNDBUF are halved, and there is no option for IP_MULTICAST_ALL.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int plain = lab.keep(socket(AF_INET, SOCK_DGRAM, 0));
        lab.watch();
        return Options.bySyscalls(lab.keep(socket(AF_INET, SOCK_DGRAM, 0)), plain, OPTIONS);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        int plain = lab.keep(socket(AF_INET, SOCK_DGRAM, 0));
        lab.watch();
        return Options.byChannel(lab.keep(DatagramChannel.open()), plain, OPTIONS);
    }
}
