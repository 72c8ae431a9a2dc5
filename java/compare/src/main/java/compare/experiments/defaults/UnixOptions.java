package compare.experiments.defaults;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.Callable;
import jnr.unixsocket.UnixSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/** The options of a SocketChannel of UNIX, by getOption. */
final class UnixOptions implements Experiment {

    private static final List<String> OPTIONS = List.of("SO_KEEPALIVE", "SO_LINGER", "SO_PASSCRED", "SO_RCVBUF",
            "SO_REUSEADDR", "SO_SNDBUF", "SO_PEERCRED");

    @Override
    public String question() {
        return "What do the options of a fresh UNIX stream socket say?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("A UNIX channel has SO_LINGER, SO_RCVBUF and SO_SNDBUF, of which it halves the last two, "
                + "and SO_PEERCRED, which it refuses before it is connected. SO_PASSCRED is an option of jnr-unixsocket "
                + "alone. junixsocket says that SO_REUSEADDR is on.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        return Options.bySyscalls(lab, AF_UNIX, SOCK_STREAM, OPTIONS);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        return byChannel(lab, () -> SocketChannel.open(StandardProtocolFamily.UNIX));
    }

    @Override
    public String junixsocket(Lab lab) throws Exception {
        return byChannel(lab, AFUNIXSocketChannel::open);
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws Exception {
        return byChannel(lab, UnixSocketChannel::open);
    }

    private static String byChannel(Lab lab, Callable<SocketChannel> open) throws Exception {
        return Options.byChannel(lab, AF_UNIX, SOCK_STREAM, open, OPTIONS);
    }
}
