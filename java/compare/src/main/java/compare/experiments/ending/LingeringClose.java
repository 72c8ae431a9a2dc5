package compare.experiments.ending;

import static libc.Errno.check;
import static libc.Fcntl.*;
import static libc.Unistd.read;
import static libc.Unistd.write;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.NettyEvents;
import compare.Other;
import compare.Verdict;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.Closeable;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** SO_LINGER with seconds. */
final class LingeringClose implements Experiment {

    private static final int SECONDS = 10;
    private static final int BUFFER = 1 << 14;
    private static final byte[] MUCH = new byte[1 << 16];

    @Override
    public String question() {
        return "With SO_LINGER of some seconds, does close wait for a slow peer, on a blocking socket and on a"
                + " non-blocking one?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("close(2) waits until the peer has acknowledged what was written, or the seconds are over,"
                + " whatever O_NONBLOCK says, and a channel's close is just that call. So a close of a non-blocking"
                + " channel, too, holds up its thread, which may be one that serves many. Netty then closes in another"
                + " thread.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int listener = slow(lab);
        int blocking = full(lab, listener);
        int itsPeer = lab.accepted(listener);
        int nonBlocking = full(lab, listener);
        int peer = lab.accepted(listener);
        check(fcntl(blocking, F_SETFL, 0));
        lab.watch();
        return closed(lab, () -> lab.close(blocking), itsPeer) + "\n" + closed(lab, () -> lab.close(nonBlocking), peer);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        int listener = slow(lab);
        SocketChannel blocking = fullChannel(lab, listener);
        int itsPeer = lab.accepted(listener);
        SocketChannel nonBlocking = fullChannel(lab, listener);
        int peer = lab.accepted(listener);
        blocking.configureBlocking(true);
        lab.watch();
        return closed(lab, blocking, itsPeer) + "\n" + closed(lab, nonBlocking, peer);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        int listener = slow(lab);
        NettyEvents events = new NettyEvents();
        EpollSocketChannel channel = lab.nettyTo(listener, events);
        int peer = lab.accepted(listener);
        channel.config().setOption(ChannelOption.SO_LINGER, SECONDS);
        do {
            channel.writeAndFlush(Unpooled.wrappedBuffer(MUCH));
        } while (channel.isWritable());
        lab.watch();
        ChannelFuture close = channel.close();
        channel.eventLoop().submit(() -> { }).sync();
        String waits = close.isDone() ? "it does not wait" : "it waits, but the event loop does not";
        drain(peer);
        events.until("channelInactive");
        return waits;
    }

    /** A listener to whose connections not much can be sent until they are read. */
    private static int slow(Lab lab) throws IOException {
        int listener = lab.listener();
        check(setsockopt(listener, SOL_SOCKET, SO_RCVBUF, BUFFER));
        return listener;
    }

    private static int full(Lab lab, int listener) throws IOException {
        int fd = lab.connectedTo(Lab.port(listener));
        check(setsockopt(fd, SOL_SOCKET, SO_SNDBUF, BUFFER));
        check(setsockopt(fd, SOL_SOCKET, SO_LINGER, new linger(1, SECONDS), sizeof(linger.class)));
        check(fcntl(fd, F_SETFL, O_NONBLOCK));
        while (write(fd, MUCH, MUCH.length) > 0) { }
        return fd;
    }

    private static SocketChannel fullChannel(Lab lab, int listener) throws IOException {
        SocketChannel channel = lab.client(listener);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER).setOption(StandardSocketOptions.SO_LINGER, SECONDS);
        channel.configureBlocking(false);
        while (channel.write(ByteBuffer.wrap(MUCH)) > 0) { }
        return channel;
    }

    private static String closed(Lab lab, Closeable socket, int peer) throws Exception {
        Other<?> close = lab.other(() -> {
            socket.close();
            return null;
        });
        String waits = close.waits() ? "it waits" : "it does not wait";
        drain(peer);
        close.get();
        return waits;
    }

    private static void drain(int peer) {
        while (read(peer, MUCH, MUCH.length) > 0) { }
    }
}
