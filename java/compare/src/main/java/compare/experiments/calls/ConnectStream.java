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

/** SocketChannel.connect. */
final class ConnectStream implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does it take to connect a blocking TCP socket?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("SocketChannel.connect asks afterwards, twice, for the socket's own address, from which "
                + "getLocalAddress answers.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        sockaddr_in addr = Lab.loopback(Lab.port(lab.listener()));
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        lab.watch();
        check(connect(fd, addr, sizeof(addr)));
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        ServerSocketChannel server = lab.serverChannel();
        SocketChannel channel = lab.keep(SocketChannel.open());
        lab.watch();
        channel.connect(server.getLocalAddress());
        return "";
    }
}
