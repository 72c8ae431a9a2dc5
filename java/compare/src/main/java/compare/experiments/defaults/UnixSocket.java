package compare.experiments.defaults;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import jnr.unixsocket.UnixSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/** The descriptor of a SocketChannel of UNIX. */
final class UnixSocket implements Experiment {

    @Override
    public String question() {
        return "What is a fresh UNIX stream socket, and what is set on it?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("A fresh UNIX SocketChannel is a plain blocking socket(2). Netty's is non-blocking; junixsocket "
                + "calls socket(2) only when it connects or binds.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        return Fresh.socket(lab, AF_UNIX, SOCK_STREAM);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        return Fresh.channel(lab, () -> SocketChannel.open(StandardProtocolFamily.UNIX));
    }

    @Override
    public String netty(Lab lab) throws Exception {
        return Fresh.channel(lab, () -> Lab.unregistered(EpollDomainSocketChannel::new));
    }

    @Override
    public String junixsocket(Lab lab) throws Exception {
        return Fresh.channel(lab, AFUNIXSocketChannel::open);
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws Exception {
        return Fresh.channel(lab, UnixSocketChannel::open);
    }
}
