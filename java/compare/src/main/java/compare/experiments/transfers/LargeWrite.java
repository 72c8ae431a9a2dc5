package compare.experiments.transfers;

import static libc.Errno.check;
import static libc.Unistd.write;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import libc.Fcntl;

/** More than the socket's buffers hold, when nobody reads. */
final class LargeWrite implements Experiment {

    private static final int SIZE = 16 << 20;

    @Override
    public String question() {
        return "What does a non-blocking write of 16 MiB answer, and what another one when the buffers are full?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("Both write what there is room for. Then EAGAIN in C is 0 in Java, and no exception: a"
                + " loop that writes until nothing is left spins. Netty keeps the rest and writes it when it can.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        check(Fcntl.fcntl(connection[0], Fcntl.F_SETFL, Fcntl.O_NONBLOCK));
        ByteBuffer bytes = ByteBuffer.allocateDirect(SIZE);
        lab.watch();
        String first = part(check(write(connection[0], bytes)));
        int n;
        do {
            n = write(connection[0], bytes);
        } while (n > 0);
        return first + ", " + Lab.outcome(n);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel[] connection = lab.channels();
        connection[0].configureBlocking(false);
        ByteBuffer bytes = ByteBuffer.allocateDirect(SIZE);
        lab.watch();
        String first = part(connection[0].write(bytes));
        int n;
        do {
            n = connection[0].write(bytes);
        } while (n > 0);
        return first + ", " + n;
    }

    @Override
    public String netty(Lab lab) throws Exception {
        EpollSocketChannel channel = lab.nettyClient(lab.listener());
        lab.watch();
        return channel.eventLoop().submit(() -> {
            ChannelFuture future = channel.writeAndFlush(Unpooled.directBuffer(SIZE).writeZero(SIZE));
            String first = part(channel.unsafe().outboundBuffer().currentProgress());
            return first + ", " + (future.isDone() ? "done" : "not done yet");
        }).get();
    }

    private static String part(long n) {
        return n == SIZE ? "all" : n > 0 ? "a part" : "nothing";
    }
}
