package compare.experiments.defaults;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.util.List;

/** The options of a ServerSocketChannel, by getOption. */
final class ListenerOptions implements Experiment {

    private static final List<String> OPTIONS = List.of("SO_KEEPALIVE", "SO_LINGER", "SO_RCVBUF", "SO_REUSEADDR",
            "SO_REUSEPORT", "SO_SNDBUF", "IP_TOS", "TCP_NODELAY", "TCP_QUICKACK",
            "TCP_KEEPIDLE", "TCP_KEEPINTVL", "TCP_KEEPCNT");

    @Override
    public String question() {
        return "What do the options of a socket say that is to listen?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("ServerSocketChannel.open sets SO_REUSEADDR, which a program in C has to set itself. It "
                + "knows only a few options: those that accepted sockets inherit, such as SO_KEEPALIVE and TCP_NODELAY, "
                + "have to be set on each of them. SO_RCVBUF is halved.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int plain = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        lab.watch();
        return Options.bySyscalls(lab.keep(socket(AF_INET, SOCK_STREAM, 0)), plain, OPTIONS);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        int plain = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        lab.watch();
        return Options.byChannel(lab.keep(ServerSocketChannel.open()), plain, OPTIONS);
    }
}
