package compare.experiments.defaults;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.nio.channels.SocketChannel;
import java.util.List;

/** The options of a SocketChannel, by getOption. */
final class StreamOptions implements Experiment {

    private static final List<String> OPTIONS = List.of("SO_KEEPALIVE", "SO_LINGER", "SO_OOBINLINE", "SO_RCVBUF",
            "SO_REUSEADDR", "SO_REUSEPORT", "SO_SNDBUF", "SO_INCOMING_NAPI_ID", "IP_TOS", "TCP_NODELAY", "TCP_QUICKACK",
            "TCP_KEEPIDLE", "TCP_KEEPINTVL", "TCP_KEEPCNT");

    @Override
    public String question() {
        return "What do the options of a fresh TCP socket say?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("getOption halves what getsockopt says of SO_RCVBUF and SO_SNDBUF, since the kernel doubles "
                + "what setsockopt sets. On a socket on which nothing was set it halves the default, which nobody had "
                + "doubled. The other options are as the kernel has them.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        return Options.bySyscalls(lab, AF_INET, SOCK_STREAM, OPTIONS);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        return Options.byChannel(lab, AF_INET, SOCK_STREAM, SocketChannel::open, OPTIONS);
    }
}
