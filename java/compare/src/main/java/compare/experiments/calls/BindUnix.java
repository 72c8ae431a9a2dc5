package compare.experiments.calls;

import static libc.Errno.check;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import jnr.unixsocket.UnixServerSocketChannel;
import jnr.unixsocket.UnixSocketAddress;
import libc.nio.SocketAddresses;
import org.newsclub.net.unix.AFUNIXServerSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** A ServerSocketChannel of UNIX. */
final class BindUnix implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does it take to listen on a path?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("ServerSocketChannel.bind listens too, with a backlog of 50. The libraries pass the kernel "
                + "three lengths of one path: with its NUL, without it, and all of sun_path. A path is the same name with "
                + "each of them; an abstract name would be three names.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        sockaddr addr = SocketAddresses.toC(UnixDomainSocketAddress.of(lab.directory().resolve("s")));
        int fd = lab.keep(socket(AF_UNIX, SOCK_STREAM, 0));
        lab.watch();
        check(bind(fd, addr, sizeof(addr)));
        check(listen(fd, SOMAXCONN));
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(lab.directory().resolve("s"));
        ServerSocketChannel server = lab.keep(ServerSocketChannel.open(StandardProtocolFamily.UNIX));
        lab.watch();
        server.bind(address);
        return "";
    }

    @Override
    public String junixsocket(Lab lab) throws Exception {
        AFUNIXSocketAddress address = AFUNIXSocketAddress.of(lab.directory().resolve("s"));
        AFUNIXServerSocketChannel server = lab.keep(AFUNIXServerSocketChannel.open());
        lab.watch();
        server.bind(address);
        return "";
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws Exception {
        UnixSocketAddress address = new UnixSocketAddress(lab.directory().resolve("s").toFile());
        UnixServerSocketChannel server = lab.keep(UnixServerSocketChannel.open());
        lab.watch();
        server.socket().bind(address);
        return "";
    }
}
