package compare.experiments.transfers;

import static libc.Errno.check;
import static libc.netinet.In.IPPROTO_TCP;
import static libc.netinet.Tcp.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.buffer.Unpooled;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** TCP_CORK and MSG_MORE. */
final class Cork implements Experiment {

    @Override
    public String question() {
        return "How few segments can two writes of a byte become, Nagle's algorithm being off?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The kernel keeps back what is sent with MSG_MORE or under TCP_CORK. The JDK has "
                + "neither: what is to go together has to be one gathering write. Netty has TCP_CORK.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        check(setsockopt(connection[0], IPPROTO_TCP, TCP_NODELAY, 1));
        lab.watch();
        check(send(connection[0], "a", 1, MSG_MORE));
        check(send(connection[0], "b", 1, 0));
        lab.unwatch();
        return segments(connection[1]);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        int listener = lab.listener();
        SocketChannel channel = lab.client(listener);
        int server = lab.accepted(listener);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        lab.watch();
        channel.write(ByteBuffer.allocate(1));
        channel.write(ByteBuffer.allocate(1));
        lab.unwatch();
        return segments(server);
    }

    @Override
    public String netty(Lab lab) throws IOException {
        int listener = lab.listener();
        EpollSocketChannel channel = lab.nettyClient(listener);
        int server = lab.accepted(listener);
        lab.watch();
        channel.config().setOption(EpollChannelOption.TCP_CORK, true);
        channel.writeAndFlush(Unpooled.wrappedBuffer(new byte[1])).syncUninterruptibly();
        channel.writeAndFlush(Unpooled.wrappedBuffer(new byte[1])).syncUninterruptibly();
        channel.config().setOption(EpollChannelOption.TCP_CORK, false);
        lab.unwatch();
        return segments(server);
    }

    /** How many of them had data, when two bytes have come. */
    private static String segments(int server) throws IOException {
        check(recv(server, new byte[2], 2, MSG_WAITALL));
        tcp_info info = new tcp_info();
        check(getsockopt(server, IPPROTO_TCP, TCP_INFO, info, new int[] {sizeof(info)}));
        return Integer.toString(info.tcpi_data_segs_in);
    }
}
