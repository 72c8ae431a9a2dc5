package compare.experiments.beyond;

import static libc.Errno.check;
import static libc.netinet.In.IPPROTO_TCP;
import static libc.netinet.In.ntohs;
import static libc.netinet.Tcp.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import libc.netinet.In.sockaddr_in;

/** TCP_DEFER_ACCEPT. */
final class DeferAccept implements Experiment {

    private static final int SECONDS = 30;

    @Override
    public String question() {
        return "Two clients connect, and only the second sends something: which one is accepted first by a listener that"
                + " waits for data?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("With TCP_DEFER_ACCEPT the kernel keeps silent clients from accept(2). No"
                + " ServerSocketChannel has the option: it accepts both clients, and the program waits for the data."
                + " Netty has it.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int listener = lab.listener();
        check(setsockopt(listener, IPPROTO_TCP, TCP_DEFER_ACCEPT, SECONDS));
        lab.watch();
        int second = clients(lab, Lab.port(listener));
        sockaddr_in addr = new sockaddr_in();
        lab.keep(accept(listener, addr, new int[] {sizeof(addr)}));
        return which(ntohs(addr.sin_port) == second);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        ServerSocketChannel channel = lab.serverChannel();
        lab.watch();
        return Lab.option(channel, "TCP_DEFER_ACCEPT");
    }

    @Override
    public String netty(Lab lab) throws Exception {
        CompletableFuture<Integer> first = new CompletableFuture<>();
        Channel listener = new ServerBootstrap().group(lab.netty()).channel(EpollServerSocketChannel.class)
                .option(EpollChannelOption.TCP_DEFER_ACCEPT, SECONDS).childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        first.complete(channel.remoteAddress().getPort());
                    }
                }).bind(InetAddress.getLoopbackAddress(), 0).sync().channel();
        lab.watch();
        int second = clients(lab, ((InetSocketAddress) listener.localAddress()).getPort());
        return which(first.get(SECONDS, TimeUnit.SECONDS) == second);
    }

    /** The port of the second client. */
    private static int clients(Lab lab, int port) throws IOException {
        lab.connectedTo(port);
        int second = lab.connectedTo(port);
        check(send(second, "hello", 5, 0));
        return Lab.port(second);
    }

    private static String which(boolean second) {
        return second ? "the second" : "the first";
    }
}
