package compare.experiments.calls;

import static libc.sys.Socket.*;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.nio.channels.SocketChannel;

/** SocketChannel.open. */
final class OpenStream implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does it take to open a TCP socket?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("SocketChannel.open sets IPV6_V6ONLY to 0, so that the socket of AF_INET6 takes IPv4 too "
                + "whatever net.ipv6.bindv6only says.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        lab.keep(socket(AF_INET6, SOCK_STREAM, 0));
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        lab.keep(SocketChannel.open());
        return "";
    }
}
