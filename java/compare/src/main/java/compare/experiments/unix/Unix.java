package compare.experiments.unix;

import static libc.Errno.check;
import static libc.Strings.strcpy;
import static libc.sys.Socket.*;

import compare.Lab;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelHandler;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import jnr.unixsocket.UnixServerSocketChannel;
import jnr.unixsocket.UnixSocketAddress;
import libc.sys.Un.sockaddr_un;
import org.newsclub.net.unix.AFUNIXServerSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** Sockets with paths. */
final class Unix {

    private Unix() {}

    /** A path for a socket. */
    static Path path(Lab lab) throws IOException {
        return path(lab, "socket");
    }

    /** Another path for a socket. */
    static Path path(Lab lab, String name) throws IOException {
        return lab.directory().resolve(name);
    }

    static sockaddr_un address(Path path) {
        sockaddr_un addr = new sockaddr_un();
        addr.sun_family = AF_UNIX;
        strcpy(addr.sun_path, path.toString());
        return addr;
    }

    static int socket(Lab lab, int type) throws IOException {
        return lab.keep(libc.sys.Socket.socket(AF_UNIX, type, 0));
    }

    static int bound(Lab lab, int type, Path path) throws IOException {
        int fd = socket(lab, type);
        sockaddr_un addr = address(path);
        check(bind(fd, addr, sizeof(addr)));
        return fd;
    }

    /** A stream socket that listens at the path. */
    static int listener(Lab lab) throws IOException {
        int fd = bound(lab, SOCK_STREAM, path(lab));
        check(listen(fd, SOMAXCONN));
        return fd;
    }

    /** A stream socket that is connected to a path. */
    static int connected(Lab lab, Path path) throws IOException {
        int fd = socket(lab, SOCK_STREAM);
        sockaddr_un addr = address(path);
        check(connect(fd, addr, sizeof(addr)));
        return fd;
    }

    /** A channel that listens at the path. */
    static ServerSocketChannel serverChannel(Lab lab) throws IOException {
        return lab.keep(ServerSocketChannel.open(StandardProtocolFamily.UNIX)).bind(UnixDomainSocketAddress.of(path(lab)));
    }

    /** A channel of Netty's that listens. Those whom it accepts have the handler. */
    static EpollServerDomainSocketChannel nettyServer(Lab lab, ChannelHandler handler, DomainSocketAddress address)
            throws InterruptedException {
        return (EpollServerDomainSocketChannel) new ServerBootstrap().group(lab.netty())
                .channel(EpollServerDomainSocketChannel.class).childHandler(handler).bind(address).sync().channel();
    }

    /** Makes channels of Netty's. */
    static Bootstrap netty(Lab lab, ChannelHandler handler) {
        return new Bootstrap().group(lab.netty()).channel(EpollDomainSocketChannel.class).handler(handler);
    }

    /** A channel of junixsocket's that listens at the path. */
    static AFUNIXServerSocketChannel junixsocketServer(Lab lab) throws IOException {
        AFUNIXServerSocketChannel server = lab.keep(AFUNIXServerSocketChannel.open());
        server.bind(AFUNIXSocketAddress.of(path(lab)));
        return server;
    }

    /** A channel of jnr-unixsocket's that listens at the path. */
    static UnixServerSocketChannel jnrServer(Lab lab) throws IOException {
        UnixServerSocketChannel server = lab.keep(UnixServerSocketChannel.open());
        server.socket().bind(new UnixSocketAddress(path(lab).toFile()));
        return server;
    }
}
