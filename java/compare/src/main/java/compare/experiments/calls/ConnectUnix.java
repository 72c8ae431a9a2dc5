package compare.experiments.calls;

import static libc.Errno.check;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import jnr.unixsocket.UnixSocketAddress;
import jnr.unixsocket.UnixSocketChannel;
import libc.nio.SocketAddresses;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/** A SocketChannel of UNIX. */
final class ConnectUnix implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does it take to connect a UNIX stream socket?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("SocketChannel.connect asks afterwards for the name of its own socket, which has none. "
                + "junixsocket calls socket(2) only now.");
    }

    private static ServerSocketChannel server(Lab lab) throws IOException {
        return lab.keep(ServerSocketChannel.open(StandardProtocolFamily.UNIX))
                .bind(UnixDomainSocketAddress.of(lab.directory().resolve("s")));
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        sockaddr addr = SocketAddresses.toC(server(lab).getLocalAddress());
        int fd = lab.keep(socket(AF_UNIX, SOCK_STREAM, 0));
        lab.watch();
        check(connect(fd, addr, sizeof(addr)));
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        ServerSocketChannel server = server(lab);
        SocketChannel channel = lab.keep(SocketChannel.open(StandardProtocolFamily.UNIX));
        lab.watch();
        channel.connect(server.getLocalAddress());
        return "";
    }

    @Override
    public String junixsocket(Lab lab) throws Exception {
        AFUNIXSocketAddress address = AFUNIXSocketAddress.of(server(lab).getLocalAddress());
        AFUNIXSocketChannel channel = lab.keep(AFUNIXSocketChannel.open());
        lab.watch();
        channel.connect(address);
        return "";
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws Exception {
        UnixSocketAddress address = new UnixSocketAddress(server(lab).getLocalAddress().toString());
        UnixSocketChannel channel = lab.keep(UnixSocketChannel.open());
        lab.watch();
        channel.connect(address);
        return "";
    }
}
