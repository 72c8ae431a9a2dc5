package compare.experiments.calls;

import static libc.Errno.check;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.nio.channels.SocketChannel;
import libc.netinet.In.sockaddr_in;

/** getLocalAddress and getRemoteAddress. */
final class TellAddresses implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does it take to ask a connected socket for its addresses?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("Channels call nothing: both addresses are kept since the connection was made.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int fd = lab.connection()[0];
        sockaddr_in addr = new sockaddr_in();
        int[] len = {sizeof(addr)};
        lab.watch();
        check(getsockname(fd, addr, len));
        check(getpeername(fd, addr, len));
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        SocketChannel channel = lab.channels()[0];
        lab.watch();
        channel.getLocalAddress();
        channel.getRemoteAddress();
        return "";
    }
}
