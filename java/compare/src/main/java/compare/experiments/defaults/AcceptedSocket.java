package compare.experiments.defaults;

import static libc.Errno.check;
import static libc.Fcntl.*;
import static libc.netinet.In.IPPROTO_TCP;
import static libc.netinet.Tcp.TCP_NODELAY;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import libc.netinet.In.sockaddr_in;

/** What accept gives to a new socket. */
final class AcceptedSocket implements Experiment {

    private static final int SIZE = 40_000;

    @Override
    public String question() {
        return "What does an accepted socket inherit that its listener was given?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("An accepted socket has its listener's options, but blocks even if the listener does not. A "
                + "ServerSocketChannel lets one set SO_RCVBUF, which has to be set before the connection is made, but not "
                + "TCP_NODELAY, which has to be set on each SocketChannel.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int listener = lab.listener();
        int client = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        sockaddr_in addr = Lab.loopback(Lab.port(listener));
        lab.watch();
        check(fcntl(listener, F_SETFL, O_NONBLOCK));
        check(setsockopt(listener, SOL_SOCKET, SO_RCVBUF, SIZE));
        check(setsockopt(listener, IPPROTO_TCP, TCP_NODELAY, 1));
        check(connect(client, addr, sizeof(addr)));
        int accepted = lab.keep(accept(listener, null, null));
        boolean rcvbuf = Lab.option(accepted, SOL_SOCKET, SO_RCVBUF) == Lab.option(listener, SOL_SOCKET, SO_RCVBUF);
        String nodelay = inherited(Lab.option(accepted, IPPROTO_TCP, TCP_NODELAY) == 1);
        return text(rcvbuf, nodelay, (check(fcntl(accepted, F_GETFL)) & O_NONBLOCK) != 0);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        ServerSocketChannel server = lab.serverChannel();
        Selector selector = lab.keep(Selector.open());
        lab.watch();
        server.configureBlocking(false);
        server.setOption(StandardSocketOptions.SO_RCVBUF, SIZE);
        String nodelay = Lab.outcome(() -> server.setOption(StandardSocketOptions.TCP_NODELAY, true));
        lab.keep(SocketChannel.open(server.getLocalAddress()));
        server.register(selector, SelectionKey.OP_ACCEPT);
        selector.select();
        SocketChannel accepted = lab.keep(server.accept());
        boolean rcvbuf = accepted.getOption(StandardSocketOptions.SO_RCVBUF)
                .equals(server.getOption(StandardSocketOptions.SO_RCVBUF));
        return text(rcvbuf, nodelay, !accepted.isBlocking());
    }

    private static String text(boolean rcvbuf, String nodelay, boolean nonblock) {
        return "SO_RCVBUF: " + inherited(rcvbuf) + "\nTCP_NODELAY: " + nodelay + "\nO_NONBLOCK: " + inherited(nonblock);
    }

    private static String inherited(boolean it) {
        return it ? "inherited" : "not inherited";
    }
}
