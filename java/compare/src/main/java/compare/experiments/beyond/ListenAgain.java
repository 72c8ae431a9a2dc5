package compare.experiments.beyond;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import libc.netinet.In.sockaddr_in;
import procfs.Sockets;

/** listen(2) of a socket that listens. */
final class ListenAgain implements Experiment {

    private static final int FIRST = 3;
    private static final int SECOND = 7;

    @Override
    public String question() {
        return "What is the backlog of a socket that was told " + FIRST + ", and then, while it listens, " + SECOND + "?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("listen(2) can be called again. A ServerSocketChannel begins to listen when it is bound,"
                + " and it can be bound only once.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        sockaddr_in addr = Lab.loopback(0);
        check(bind(fd, addr, sizeof(addr)));
        check(listen(fd, FIRST));
        lab.watch();
        int first = backlog(fd);
        check(listen(fd, SECOND));
        return first + ", " + backlog(fd);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        ServerSocketChannel channel = lab.keep(ServerSocketChannel.open());
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        channel.bind(address, FIRST);
        int fd = Sockets.fdOf(channel);
        lab.watch();
        int first = backlog(fd);
        return first + ", " + Lab.outcome(() -> {
            channel.bind(address, SECOND);
            return backlog(fd);
        });
    }

    /** What TCP_INFO of a listener has in a field that is another thing's in a connection. */
    private static int backlog(int fd) throws IOException {
        return Descriptors.tcpInfo(fd).tcpi_sacked;
    }
}
