package compare.experiments.readiness;

import static libc.Unistd.dup;
import static libc.netinet.In.ntohs;
import static libc.sys.Epoll.*;
import static libc.sys.Socket.getsockname;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import libc.netinet.In.sockaddr_in;

/** A socket that outlives its descriptor. */
final class ClosedDuplicate implements Experiment {

    @Override
    public String question() {
        return "How many sockets does a wait report for a byte that came to one that is closed, but has a duplicate?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("What is in an epoll is the open socket, which stays there until its last descriptor is"
                + " closed: what is reported has a number that cannot be taken out any more, and maybe another's. The"
                + " JDK takes a channel out by EPOLL_CTL_DEL before it closes it.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        int epfd = Waits.epoll(lab, connection[0], EPOLLIN);
        lab.keep(dup(connection[0]));
        lab.watch();
        Lab.writeByte(connection[1]);
        lab.close(connection[0]);
        return Waits.ready(epfd);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel[] connection = lab.channels();
        Selector selector = Waits.selector(lab, connection[0], SelectionKey.OP_READ);
        selector.selectNow();
        lab.keep(dup(descriptor(((InetSocketAddress) connection[0].getLocalAddress()).getPort())));
        lab.watch();
        Lab.writeByte(connection[1]);
        connection[0].close();
        return Waits.ready(selector);
    }

    /** The descriptor that is bound to a port, which no other is. */
    private static int descriptor(int port) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path file : files) {
                int fd = Integer.parseInt(file.getFileName().toString());
                sockaddr_in addr = new sockaddr_in();
                if (getsockname(fd, addr, new int[] {sizeof(addr)}) == 0 && ntohs(addr.sin_port) == port) {
                    return fd;
                }
            }
        }
        throw new IllegalStateException("no descriptor is bound to the port " + port);
    }
}
