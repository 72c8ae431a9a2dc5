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
        return "What is a socket that is to listen, and what is set on it?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("ServerSocketChannel.open sets SO_REUSEADDR, so that a server starts again at once, while "
                + "its old connections are in TIME_WAIT. In C one sets it oneself.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        lab.watch();
        return Fresh.descriptor(lab, lab.keep(socket(AF_INET6, SOCK_STREAM, 0)));
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
