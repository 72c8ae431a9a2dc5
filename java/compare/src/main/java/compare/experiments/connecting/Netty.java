package compare.experiments.connecting;

import compare.Lab;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;

/** Netty's ends of a connection. They are closed with their threads. */
final class Netty {

    private Netty() {}

    @ChannelHandler.Sharable
    private static final class Silent extends ChannelInboundHandlerAdapter {}

    static Bootstrap client(Lab lab) {
        return new Bootstrap().group(lab.netty()).channel(EpollSocketChannel.class).handler(new Silent());
    }

    static ServerBootstrap server(Lab lab) {
        return new ServerBootstrap().group(lab.netty()).channel(EpollServerSocketChannel.class)
                .childHandler(new Silent());
    }

    /** What came of it, without the port. */
    static String outcome(ChannelFuture future) throws InterruptedException {
        Throwable cause = future.await().cause();
        return cause == null ? "0" : (cause.getClass().getSimpleName() + ": " + cause.getMessage()).replaceAll(":\\d+$", "");
    }
}
