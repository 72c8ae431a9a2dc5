package compare.experiments.defaults;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.nio.channels.ServerSocketChannel;
import java.util.List;

/** The options of a ServerSocketChannel, by getOption. */
final class ListenerOptions implements Experiment {

    private static final List<String> OPTIONS = List.of("SO_KEEPALIVE", "SO_LINGER", "SO_RCVBUF", "SO_REUSEADDR",
            "SO_REUSEPORT", "SO_SNDBUF", "SO_INCOMING_NAPI_ID", "IP_TOS", "TCP_NODELAY", "TCP_QUICKACK",
            "TCP_KEEPIDLE", "TCP_KEEPINTVL", "TCP_KEEPCNT");

    @Override
    public String question() {
        return "What do the options of a fresh TCP socket that is to listen say?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("ServerSocketChannel.open sets SO_REUSEADDR, which a program in C has to set itself. It has "
                + "only a few of the options: others that accepted sockets inherit, such as SO_KEEPALIVE and TCP_NODELAY, "
                + "have to be set on each of them. SO_RCVBUF is halved.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        return Options.bySyscalls(lab, AF_INET, SOCK_STREAM, OPTIONS);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        return Options.byChannel(lab, AF_INET, SOCK_STREAM, ServerSocketChannel::open, OPTIONS);
    }
}
