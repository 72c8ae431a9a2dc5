package compare;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a channel of Netty's tells its handler once it is active, as text. */
public final class NettyEvents extends ChannelInboundHandlerAdapter {

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final boolean autoRead;

    /** Of a channel that reads by itself. */
    public NettyEvents() {
        this(true);
    }

    /** Of a channel that reads by itself, or not. */
    public NettyEvents(boolean autoRead) {
        this.autoRead = autoRead;
    }

    /** The next event, which is waited for. */
    public String next() throws InterruptedException {
        return String.valueOf(events.poll(Leg.PATIENCE_S, TimeUnit.SECONDS));
    }

    /** The events to this one, which is waited for, a line each. */
    public String until(String last) throws InterruptedException {
        StringBuilder lines = new StringBuilder();
        String event;
        do {
            event = next();
            lines.append(event).append('\n');
        } while (!event.equals(last) && !event.equals("null"));
        return lines.toString().strip();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(autoRead);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf buffer = (ByteBuf) message;
        events.add("channelRead " + buffer.readableBytes());
        buffer.release();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        events.add("channelInactive");
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        events.add(event.getClass().getSimpleName());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        events.add("exceptionCaught " + Lab.outcome(() -> {
            throw (Exception) cause;
        }));
    }
}
