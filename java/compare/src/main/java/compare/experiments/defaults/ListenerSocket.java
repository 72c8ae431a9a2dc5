package compare.experiments.defaults;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.epoll.EpollServerSocketChannel;
import java.nio.channels.ServerSocketChannel;

/** The descriptor of a ServerSocketChannel. */
final class ListenerSocket implements Experiment {

    @Override
    public String question() {
        return "What is a fresh TCP socket that is to listen, and what is set on it?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("ServerSocketChannel.open sets SO_REUSEADDR, so that a server can start again at once while "
                + "its old connections are in TIME_WAIT. In C the program has to set it.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        return Fresh.socket(lab, AF_INET6, SOCK_STREAM);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        return Fresh.channel(lab, ServerSocketChannel::open);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        return Fresh.channel(lab, () -> Lab.unregistered(EpollServerSocketChannel::new));
    }
}
