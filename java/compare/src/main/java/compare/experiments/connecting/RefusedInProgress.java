package compare.experiments.connecting;

import static libc.Errno.check;
import static libc.Poll.*;
import static libc.Strings.strerrorname_np;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import libc.Names;
import libc.netinet.In.sockaddr_in;

/** ECONNREFUSED of a socket that does not block. */
final class RefusedInProgress implements Experiment {

    @Override
    public String question() {
        return "How does a non-blocking socket learn that its connection was refused?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("Both poll, and can read SO_ERROR once. Of POLLERR and POLLHUP the selector tells only that "
                + "finishConnect will not wait; finishConnect throws and closes the channel. The kernel's next connect "
                + "fails once, with ECONNABORTED, and the one after that begins anew.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        sockaddr_in addr = Lab.loopback(Ports.silent(lab));
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
        pollfd[] fds = {new pollfd(fd, POLLOUT, 0)};
        lab.watch();
        return "connect: " + Lab.outcome(connect(fd, addr, sizeof(addr)))
                + "\nready: " + (check(poll(fds, 1, -1)) == 1 ? Names.of("POLL", fds[0].revents) : "")
                + "\nSO_ERROR: " + error(fd) + ", then " + error(fd)
                + "\nconnect: " + Lab.outcome(connect(fd, addr, sizeof(addr))) + ", then "
                + Lab.outcome(connect(fd, addr, sizeof(addr)));
    }

    @Override
    public String channels(Lab lab) throws Exception {
        InetSocketAddress address = Lab.address(Ports.silent(lab));
        SocketChannel channel = lab.keep(SocketChannel.open());
        channel.configureBlocking(false);
        Selector selector = lab.keep(Selector.open());
        SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
        lab.watch();
        return "connect: " + Lab.outcome(() -> channel.connect(address))
                + "\nready: " + (selector.select() == 1 && key.isConnectable() ? "OP_CONNECT" : "")
                + "\nfinishConnect: " + Lab.outcome(channel::finishConnect) + ", then " + Lab.outcome(channel::finishConnect)
                + "\nconnect: " + Lab.outcome(() -> channel.connect(address)) + ", then "
                + Lab.outcome(() -> channel.connect(address));
    }

    private static String error(int fd) throws IOException {
        int error = Lab.option(fd, SOL_SOCKET, SO_ERROR);
        return error == 0 ? "0" : strerrorname_np(error);
    }
}
