package compare.experiments.calls;

import static libc.Errno.check;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import libc.netinet.In.sockaddr_in;

/** ServerSocketChannel.bind. */
final class BindListener implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does it take to listen on a port?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("ServerSocketChannel.bind is bind(2) and listen(2) in one, so that nothing can be done "
                + "between the two. Its backlog is 50 if none is given, where a program in C passes SOMAXCONN. Then it "
                + "asks twice what it was bound to.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        sockaddr_in addr = Lab.loopback(0);
        lab.watch();
        check(bind(fd, addr, sizeof(addr)));
        check(listen(fd, SOMAXCONN));
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        ServerSocketChannel server = lab.keep(ServerSocketChannel.open());
        InetSocketAddress address = Lab.address(0);
        lab.watch();
        server.bind(address);
        return "";
    }
}
