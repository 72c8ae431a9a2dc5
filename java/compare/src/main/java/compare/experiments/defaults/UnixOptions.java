package compare.experiments.defaults;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.util.List;
import jnr.unixsocket.UnixSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/** The options of a SocketChannel of UNIX, by getOption. */
final class UnixOptions implements Experiment {

    private static final List<String> OPTIONS = List.of("SO_KEEPALIVE", "SO_LINGER", "SO_PASSCRED", "SO_RCVBUF",
            "SO_REUSEADDR", "SO_SNDBUF");

    @Override
    public String question() {
        return "What do the options of a fresh UNIX stream socket say?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("A UNIX channel has three options and, once connected, SO_PEERCRED; SO_RCVBUF and SO_SNDBUF "
                + "are halved. SO_PASSCRED cannot be set; by jnr-unixsocket it can.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int plain = lab.keep(socket(AF_UNIX, SOCK_STREAM, 0));
        lab.watch();
        return Options.bySyscalls(lab.keep(socket(AF_UNIX, SOCK_STREAM, 0)), plain, OPTIONS);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        return of(lab, SocketChannel.open(StandardProtocolFamily.UNIX));
    }

    @Override
    public String junixsocket(Lab lab) throws IOException {
        return of(lab, AFUNIXSocketChannel.open());
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws IOException {
        return of(lab, UnixSocketChannel.open());
    }

    private static String of(Lab lab, SocketChannel channel) throws IOException {
        lab.keep(channel);
        int plain = lab.keep(socket(AF_UNIX, SOCK_STREAM, 0));
        lab.watch();
        return Options.byChannel(channel, plain, OPTIONS);
    }
}
