package compare.experiments.connecting;

import static libc.sys.Socket.SO_REUSEADDR;

import compare.Verdict;
import io.netty.channel.ChannelOption;
import java.net.StandardSocketOptions;

/** EADDRINUSE. */
final class PortInUse extends TwoListeners {

    PortInUse() {
        super(SO_REUSEADDR, StandardSocketOptions.SO_REUSEADDR, ChannelOption.SO_REUSEADDR);
    }

    @Override
    public String question() {
        return "Can two sockets listen on one port if both have SO_REUSEADDR?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("SO_REUSEADDR is about TIME_WAIT, and on Linux never lets two sockets listen on one "
                + "address: the second bind is EADDRINUSE, of which the JDK makes a BindException. "
                + "ServerSocketChannel.open sets the option by itself.");
    }
}
