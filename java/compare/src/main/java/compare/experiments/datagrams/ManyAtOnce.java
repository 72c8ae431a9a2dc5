package compare.experiments.datagrams;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/** sendmmsg(2) and recvmmsg(2). */
final class ManyAtOnce implements Experiment {

    private static final int MANY = 3;
    private static final int LENGTH = 100;

    @Override
    public String question() {
        return "Can many datagrams be sent by one call, and received by one?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("Yes, by sendmmsg(2) and recvmmsg(2). A channel's gathering write makes one datagram of "
                + "many buffers, and its scattering read spreads one over many: with channels each datagram costs a call.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int from = lab.receiver();
        int to = lab.receiver();
        Udp.connect(from, Lab.port(to));
        lab.watch();
        return "sent " + check(sendmmsg(from, messages(), MANY, 0))
                + ", received " + check(recvmmsg(to, messages(), MANY, 0, null));
    }

    private static mmsghdr[] messages() {
        mmsghdr[] messages = mmsghdr.array(MANY);
        for (mmsghdr message : messages) {
            message.msg_hdr.msg_iov = new iovec[] {new iovec(new byte[LENGTH], LENGTH)};
            message.msg_hdr.msg_iovlen = 1;
        }
        return messages;
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel to = Udp.channel(lab);
        DatagramChannel from = Udp.channel(lab).connect(to.getLocalAddress());
        lab.watch();
        ByteBuffer[] buffers = Stream.generate(() -> ByteBuffer.allocate(LENGTH)).limit(MANY)
                .toArray(ByteBuffer[]::new);
        from.write(buffers);
        ByteBuffer first = ByteBuffer.allocate(MANY * LENGTH);
        to.receive(first);
        return first.hasRemaining() ? "a datagram of " + first.position() : Lab.CANNOT;
    }

    @Override
    public String netty(Lab lab) throws Exception {
        Counter counter = new Counter();
        lab.watch();
        EpollDatagramChannel channel = Udp.channel(Udp.netty(lab, counter).option(ChannelOption.AUTO_READ, false)
                .option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, LENGTH)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(MANY * LENGTH)));
        ChannelFuture sent = channel.newSucceededFuture();
        for (int i = 0; i < MANY; i++) {
            sent = channel.write(Udp.packet("x", Udp.port(channel)));
        }
        channel.flush();
        sent.sync();
        channel.read();
        return "sent " + MANY + ", received " + counter.together.take();
    }

    /** Counts what one read brings. */
    private static final class Counter extends ChannelInboundHandlerAdapter {

        private final BlockingQueue<Integer> together = new LinkedBlockingQueue<>();
        private int count;

        @Override
        public void channelRead(ChannelHandlerContext context, Object packet) {
            ReferenceCountUtil.release(packet);
            count++;
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            together.add(count);
        }
    }
}
