package compare;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Takes what a channel of Netty's hears, in the order in which it comes. */
public final class Inbox extends ChannelInboundHandlerAdapter {

    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        heard.add(message);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        heard.add(cause);
    }

    /** The next message; what went wrong instead of one is thrown. */
    public <T> T next(Class<T> type) throws Exception {
        Object next = heard.poll(Leg.PATIENCE_S, TimeUnit.SECONDS);
        if (next instanceof Exception thrown) {
            throw thrown;
        }
        return type.cast(next);
    }
}
