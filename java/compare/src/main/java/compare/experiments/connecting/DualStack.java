package compare.experiments.connecting;

import static libc.Errno.check;
import static libc.arpa.Inet.inet_ntop;
import static libc.netinet.In.*;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One listener for IPv4 and IPv6. */
final class DualStack implements Experiment {

    @Override
    public String question() {
        return "Which addresses does a listener of both IPv4 and IPv6 see its clients have?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("Both listeners take both. To the kernel a client by IPv4 has an IPv4-mapped IPv6 address "
                + "there; Java has no such addresses, and makes an Inet4Address of each. It writes ::1 in full.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int listener = lab.keep(socket(AF_INET6, SOCK_STREAM, 0));
        sockaddr_in6 addr = new sockaddr_in6(AF_INET6, 0, 0, in6addr_any, 0);
        int[] len = {sizeof(addr)};
        check(bind(listener, addr, sizeof(addr)));
        check(listen(listener, SOMAXCONN));
        check(getsockname(listener, addr, len));
        clients(lab, ntohs(addr.sin6_port));
        lab.watch();
        lab.keep(accept(listener, addr, len));
        String first = inet_ntop(AF_INET6, addr.sin6_addr, new byte[INET6_ADDRSTRLEN], INET6_ADDRSTRLEN);
        lab.keep(accept(listener, addr, len));
        return first + ", " + inet_ntop(AF_INET6, addr.sin6_addr, new byte[INET6_ADDRSTRLEN], INET6_ADDRSTRLEN);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        ServerSocketChannel server = lab.keep(ServerSocketChannel.open()).bind(null);
        clients(lab, server.socket().getLocalPort());
        lab.watch();
        return name(lab.keep(server.accept()).getRemoteAddress()) + ", "
                + name(lab.keep(server.accept()).getRemoteAddress());
    }

    @Override
    public String netty(Lab lab) throws Exception {
        BlockingQueue<SocketAddress> accepted = new LinkedBlockingQueue<>();
        Channel server = Netty.server(lab).handler(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object msg) throws Exception {
                accepted.add(((Channel) msg).remoteAddress());
                super.channelRead(ctx, msg);
            }
        }).bind(0).sync().channel();
        clients(lab, ((InetSocketAddress) server.localAddress()).getPort());
        return name(accepted.take()) + ", " + name(accepted.take());
    }

    private static String name(SocketAddress address) {
        return ((InetSocketAddress) address).getAddress().getHostAddress();
    }

    private static void clients(Lab lab, int port) throws IOException {
        lab.keep(SocketChannel.open(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port)));
        lab.keep(SocketChannel.open(new InetSocketAddress(InetAddress.getByName("::1"), port)));
    }
}
