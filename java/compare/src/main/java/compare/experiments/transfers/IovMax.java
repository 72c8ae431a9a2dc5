package compare.experiments.transfers;

import static java.util.Collections.nCopies;
import static libc.sys.Socket.*;
import static libc.sys.Uio.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.buffer.Unpooled;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.stream.Stream;
import libc.sys.Types.iovec;

/** More pieces than one call takes. */
final class IovMax implements Experiment {

    private static final int BUFFERS = UIO_MAXIOV + 1;

    @Override
    public String question() {
        return "How many bytes does a write from " + BUFFERS + " buffers of a byte each send?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The kernel refuses more than IOV_MAX pieces, 1024. The JDK gives it the first 1024 and"
                + " answers a short write, so a program that takes a gathering write of a blocking channel to be"
                + " complete loses the rest. Netty copies many small pieces into one buffer.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        iovec[] iov = Stream.generate(() -> new iovec(new byte[1], 1)).limit(BUFFERS).toArray(iovec[]::new);
        return Lab.outcome(writev(connection[0], iov, iov.length));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel[] connection = lab.channels();
        lab.watch();
        ByteBuffer[] buffers = Stream.generate(() -> ByteBuffer.allocate(1)).limit(BUFFERS).toArray(ByteBuffer[]::new);
        return Lab.outcome(() -> connection[0].write(buffers));
    }

    @Override
    public String netty(Lab lab) throws IOException {
        int listener = lab.listener();
        EpollSocketChannel channel = lab.nettyClient(listener);
        int server = lab.accepted(listener);
        lab.watch();
        byte[][] bytes = nCopies(BUFFERS, new byte[1]).toArray(byte[][]::new);
        channel.writeAndFlush(Unpooled.wrappedBuffer(BUFFERS, bytes)).syncUninterruptibly();
        return Lab.outcome(recv(server, new byte[BUFFERS], BUFFERS, MSG_WAITALL));
    }
}
