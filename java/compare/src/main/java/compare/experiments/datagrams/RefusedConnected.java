package compare.experiments.datagrams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Verdict;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.socket.DatagramPacket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import libc.netinet.In.sockaddr_in;

/** ECONNREFUSED. */
final class RefusedConnected implements Experiment {

    @Override
    public String question() {
        return "Which call on a connected socket tells that a datagram was refused?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The next call, be it a receive or a send, and only that one; if it is a send, it has sent "
                + "nothing. ECONNREFUSED is a PortUnreachableException here, which is a SocketException but no "
                + "ConnectException.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.receiver();
        sockaddr_in closed = Lab.loopback(Udp.deaf(lab));
        check(connect(fd, closed, sizeof(closed)));
        lab.watch();
        String received = "send " + send(fd, "x", 1, 0) + ", receive " + Lab.outcome(recv(fd, new byte[1], 1, 0));
        String sent = "send " + send(fd, "x", 1, 0);
        Udp.await(fd);
        return received + "\n" + sent + ", send " + Lab.outcome(send(fd, "x", 1, 0))
                + ", send " + Lab.outcome(send(fd, "x", 1, 0));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel channel = Udp.channel(lab);
        channel.connect(Lab.address(Udp.deaf(lab)));
        lab.watch();
        String received = "send " + write(channel) + ", receive " + Lab.outcome(() -> channel.read(ByteBuffer.allocate(1)));
        String sent = "send " + write(channel);
        Udp.await(channel);
        return received + "\n" + sent + ", send " + write(channel) + ", send " + write(channel);
    }

    private static String write(DatagramChannel channel) {
        return Lab.outcome(() -> channel.write(Udp.buffer("x")));
    }

    @Override
    public String netty(Lab lab) throws Exception {
        Inbox inbox = new Inbox();
        int closed = Udp.deaf(lab);
        lab.watch();
        Channel channel = Udp.netty(lab, inbox).connect(Lab.address(closed)).sync().channel();
        channel.writeAndFlush(Unpooled.copiedBuffer("x", UTF_8)).sync();
        return "send 1, receive " + Lab.outcome(() -> inbox.next(DatagramPacket.class));
    }
}
