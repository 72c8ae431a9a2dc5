package compare.experiments.defaults;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import jnr.unixsocket.UnixServerSocketChannel;
import org.newsclub.net.unix.AFUNIXServerSocketChannel;

/** The descriptor of a ServerSocketChannel of UNIX. */
final class UnixListenerSocket implements Experiment {

    @Override
    public String question() {
        return "What is a fresh UNIX socket that is to listen, and what is set on it?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("A fresh UNIX ServerSocketChannel is a plain blocking socket(2). Netty's is non-blocking; "
                + "junixsocket's has FD_CLOEXEC, so that exec closes it.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        return Fresh.socket(lab, AF_UNIX, SOCK_STREAM);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        return Fresh.channel(lab, () -> ServerSocketChannel.open(StandardProtocolFamily.UNIX));
    }

    @Override
    public String netty(Lab lab) throws Exception {
        return Fresh.channel(lab, () -> Lab.unregistered(EpollServerDomainSocketChannel::new));
    }

    @Override
    public String junixsocket(Lab lab) throws Exception {
        return Fresh.channel(lab, AFUNIXServerSocketChannel::open);
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws Exception {
        return Fresh.channel(lab, UnixServerSocketChannel::open);
    }
}
