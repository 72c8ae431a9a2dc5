package compare.experiments.unix;

import static libc.Errno.check;
import static libc.Strings.str;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import jnr.unixsocket.UnixServerSocketChannel;
import libc.sys.Un.sockaddr_un;
import org.newsclub.net.unix.AFUNIXServerSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** The name of who connects. */
final class PeerName implements Experiment {

    @Override
    public String question() {
        return "By which name does a server know its client?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("By none, unless the client has bound itself. No name is an address of nothing but the family "
                + "in C, and an empty path in Java: it does not tell one client from another.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int listener = Unix.listener(lab);
        lab.watch();
        Unix.connected(lab, Unix.path(lab));
        String unbound = name(lab.accepted(listener));
        connectBound(lab);
        return answer(unbound, name(lab.accepted(listener)));
    }

    private static void connectBound(Lab lab) throws IOException {
        int client = Unix.bound(lab, SOCK_STREAM, Unix.path(lab, "client"));
        sockaddr_un addr = Unix.address(Unix.path(lab));
        check(connect(client, addr, sizeof(addr)));
    }

    private static String name(int fd) throws IOException {
        sockaddr_un addr = new sockaddr_un();
        int[] length = {sizeof(addr)};
        check(getpeername(fd, addr, length));
        return length[0] == offsetof(sockaddr_un.class, "sun_path") ? ""
                : Path.of(str(addr.sun_path)).getFileName().toString();
    }

    @Override
    public String channels(Lab lab) throws IOException {
        ServerSocketChannel server = Unix.serverChannel(lab);
        lab.watch();
        lab.keep(SocketChannel.open(server.getLocalAddress()));
        String unbound = name(lab.keep(server.accept()));
        lab.keep(SocketChannel.open(StandardProtocolFamily.UNIX))
                .bind(UnixDomainSocketAddress.of(Unix.path(lab, "client"))).connect(server.getLocalAddress());
        return answer(unbound, name(lab.keep(server.accept())));
    }

    private static String name(SocketChannel accepted) throws IOException {
        return ((UnixDomainSocketAddress) accepted.getRemoteAddress()).getPath().getFileName().toString();
    }

    @Override
    public String netty(Lab lab) throws Exception {
        BlockingQueue<EpollDomainSocketChannel> accepted = new LinkedBlockingQueue<>();
        ChannelHandler handler = new ChannelInboundHandlerAdapter() {
            @Override
            public boolean isSharable() {
                return true;
            }

            @Override
            public void channelActive(ChannelHandlerContext context) {
                accepted.add((EpollDomainSocketChannel) context.channel());
            }
        };
        lab.watch();
        Unix.nettyServer(lab, handler, new DomainSocketAddress(Unix.path(lab).toString()));
        Unix.connected(lab, Unix.path(lab));
        String unbound = name(accepted.take().remoteAddress().path());
        connectBound(lab);
        return answer(unbound, name(accepted.take().remoteAddress().path()));
    }

    @Override
    public String junixsocket(Lab lab) throws IOException {
        AFUNIXServerSocketChannel server = Unix.junixsocketServer(lab);
        lab.watch();
        Unix.connected(lab, Unix.path(lab));
        AFUNIXSocketAddress unbound = lab.keep(server.accept()).getRemoteAddress();
        connectBound(lab);
        return answer(unbound == null ? "" : name(unbound.getPath()),
                name(lab.keep(server.accept()).getRemoteAddress().getPath()));
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws IOException {
        UnixServerSocketChannel server = Unix.jnrServer(lab);
        lab.watch();
        Unix.connected(lab, Unix.path(lab));
        String unbound = name(lab.keep(server.accept()).getRemoteSocketAddress().path());
        connectBound(lab);
        return answer(unbound, name(lab.keep(server.accept()).getRemoteSocketAddress().path()));
    }

    private static String name(String path) {
        return Path.of(path).getFileName().toString();
    }

    private static String answer(String unbound, String bound) {
        return "not bound: " + (unbound.isEmpty() ? "no name" : unbound) + "\nbound: " + bound;
    }
}
