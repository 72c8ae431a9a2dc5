package compare.experiments.calls;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import io.netty.channel.epoll.EpollServerSocketChannel;
import java.nio.channels.ServerSocketChannel;

/** ServerSocketChannel.open. */
final class OpenListener implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does it take to open a TCP socket that is to listen?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("ServerSocketChannel.open sets SO_REUSEADDR, as a server in C does, and IPV6_V6ONLY to 0, so "
                + "that it takes IPv4 too whatever net.ipv6.bindv6only says.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int fd = lab.keep(socket(AF_INET6, SOCK_STREAM, 0));
        check(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, 1));
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        lab.keep(ServerSocketChannel.open());
        return "";
    }

    @Override
    public String netty(Lab lab) throws Exception {
        lab.keep(Lab.unregistered(EpollServerSocketChannel::new));
        return "";
    }
}
