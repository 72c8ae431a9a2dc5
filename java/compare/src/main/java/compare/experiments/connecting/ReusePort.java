package compare.experiments.connecting;

import static libc.sys.Socket.SO_REUSEPORT;

import compare.Verdict;
import io.netty.channel.epoll.EpollChannelOption;
import java.net.StandardSocketOptions;

/** SO_REUSEPORT. */
final class ReusePort extends TwoListeners {

    ReusePort() {
        super(SO_REUSEPORT, StandardSocketOptions.SO_REUSEPORT, EpollChannelOption.SO_REUSEPORT);
    }

    @Override
    public String question() {
        return "Can two sockets listen on one port if both have SO_REUSEPORT?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("Both listen, and the kernel deals out the connections between them. Each has to set the "
                + "option before it binds.");
    }
}
