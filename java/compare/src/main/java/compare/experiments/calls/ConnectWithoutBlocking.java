package compare.experiments.calls;

import static libc.Errno.check;
import static libc.Poll.*;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import libc.netinet.In.sockaddr_in;

/** SocketChannel.connect and finishConnect. */
final class ConnectWithoutBlocking implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does it take to connect a non-blocking TCP socket?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("Both go one way: EINPROGRESS, wait until the socket is writable, read SO_ERROR. "
                + "finishConnect polls once more before it reads SO_ERROR, and then asks for the socket's own address.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        sockaddr_in addr = Lab.loopback(Lab.port(lab.listener()));
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
        int[] error = new int[1];
        lab.watch();
        connect(fd, addr, sizeof(addr));
        check(poll(new pollfd[] {new pollfd(fd, POLLOUT, 0)}, 1, -1));
        check(getsockopt(fd, SOL_SOCKET, SO_ERROR, error, new int[] {sizeof(error)}));
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        ServerSocketChannel server = lab.serverChannel();
        SocketChannel channel = lab.keep(SocketChannel.open());
        channel.configureBlocking(false);
        Selector selector = lab.keep(Selector.open());
        channel.register(selector, SelectionKey.OP_CONNECT);
        lab.watch();
        channel.connect(server.getLocalAddress());
        selector.select();
        channel.finishConnect();
        return "";
    }
}
