package compare.experiments.connecting;

import static libc.Errno.check;
import static libc.Poll.*;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import libc.netinet.In.sockaddr_in;

/** The backlog of a listener. */
final class Backlog implements Experiment {

    private static final int[] BACKLOGS = {0, 1, 4};

    /** A connection that fits is there when connect returns; one that does not is tried again after a second. */
    private static final int PATIENCE_MS = 200;

    private interface Listening {
        int port(int backlog) throws Exception;
    }

    @Override
    public String question() {
        return "How many connections wait for accept with a backlog of 0, of 1 and of 4?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The kernel admits one more than was asked for. A backlog of 0 is for "
                + "ServerSocketChannel.bind as if none was given, and it takes 50.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        return waiting(lab, backlog -> Lab.port(lab.listener(backlog)));
    }

    @Override
    public String channels(Lab lab) throws Exception {
        return waiting(lab, backlog ->
                lab.keep(ServerSocketChannel.open()).bind(Lab.address(0), backlog).socket().getLocalPort());
    }

    @Override
    public String netty(Lab lab) throws Exception {
        return waiting(lab, backlog -> ((InetSocketAddress) Netty.server(lab).option(ChannelOption.SO_BACKLOG, backlog)
                .option(ChannelOption.AUTO_READ, false).bind(Lab.address(0)).sync().channel().localAddress()).getPort());
    }

    private static String waiting(Lab lab, Listening listening) throws Exception {
        int[] ports = new int[BACKLOGS.length];
        lab.watch();
        for (int i = 0; i < ports.length; i++) {
            ports[i] = listening.port(BACKLOGS[i]);
        }
        lab.unwatch();
        StringBuilder text = new StringBuilder();
        for (int port : ports) {
            text.append(text.isEmpty() ? "" : ", ").append(admitted(lab, port));
        }
        return text.toString();
    }

    private static int admitted(Lab lab, int port) throws IOException {
        sockaddr_in addr = Lab.loopback(port);
        for (int n = 0; ; n++) {
            int fd = lab.keep(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
            connect(fd, addr, sizeof(addr));
            if (check(poll(new pollfd[] {new pollfd(fd, POLLOUT, 0)}, 1, PATIENCE_MS)) == 0) {
                return n;
            }
        }
    }
}
