package compare.experiments.defaults;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.epoll.EpollSocketChannel;
import java.nio.channels.SocketChannel;

/** The descriptor of a SocketChannel. */
final class StreamSocket implements Experiment {

    @Override
    public String question() {
        return "What is a fresh TCP socket, and what is set on it?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("A fresh SocketChannel is a plain blocking socket(2) of AF_INET6, with IPV6_V6ONLY set to 0, "
                + "which it is anyhow by default. exec closes neither. Netty's is non-blocking and has TCP_NODELAY on.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        return Fresh.socket(lab, AF_INET6, SOCK_STREAM);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        return Fresh.channel(lab, SocketChannel::open);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        return Fresh.channel(lab, () -> Lab.unregistered(EpollSocketChannel::new));
    }
}
