package compare.experiments.calls;

import static libc.sys.Socket.*;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import jnr.unixsocket.UnixSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/** A SocketChannel of UNIX. */
final class OpenUnix implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does it take to open a UNIX stream socket?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("Both are one socket(2). junixsocket calls nothing yet.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        lab.keep(socket(AF_UNIX, SOCK_STREAM, 0));
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        lab.keep(SocketChannel.open(StandardProtocolFamily.UNIX));
        return "";
    }

    @Override
    public String netty(Lab lab) throws Exception {
        lab.keep(Lab.unregistered(EpollDomainSocketChannel::new));
        return "";
    }

    @Override
    public String junixsocket(Lab lab) throws Exception {
        lab.keep(AFUNIXSocketChannel.open());
        return "";
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws Exception {
        lab.keep(UnixSocketChannel.open());
        return "";
    }
}
