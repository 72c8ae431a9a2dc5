package compare.experiments.calls;

import static libc.Errno.check;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import libc.netinet.In.sockaddr_in;

/** ServerSocketChannel.accept. */
final class AcceptConnection implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does it take to accept a connection?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("ServerSocketChannel.accept asks the new socket whether it blocks, and then twice for its "
                + "own address: once for the IP address and once for the port. getLocalAddress answers from that.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int listener = lab.listener();
        int client = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        sockaddr_in addr = Lab.loopback(Lab.port(listener));
        check(connect(client, addr, sizeof(addr)));
        int[] len = {sizeof(addr)};
        lab.watch();
        lab.keep(accept(listener, addr, len));
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        ServerSocketChannel server = lab.serverChannel();
        lab.keep(SocketChannel.open(server.getLocalAddress()));
        lab.watch();
        lab.keep(server.accept());
        return "";
    }
}
