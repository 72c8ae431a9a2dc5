package compare.experiments.datagrams;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Verdict;
import io.netty.buffer.Unpooled;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import libc.netinet.In.sockaddr_in;

/** EMSGSIZE. */
final class TooLong implements Experiment {

    /** 65535, less the headers of IPv4 and UDP. */
    private static final int LONGEST = 65507;

    @Override
    public String question() {
        return "How long may a datagram be?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("65507 bytes by IPv4. One more is EMSGSIZE, and nothing of it is sent: a SocketException, "
                + "which has no errno, only its text.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.receiver();
        sockaddr_in addr = Lab.loopback(Lab.port(fd));
        lab.watch();
        return Lab.outcome(sendto(fd, new byte[LONGEST], LONGEST, 0, addr, sizeof(addr)))
                + "\n" + Lab.outcome(sendto(fd, new byte[LONGEST + 1], LONGEST + 1, 0, addr, sizeof(addr)));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel channel = Udp.channel(lab);
        SocketAddress address = channel.getLocalAddress();
        lab.watch();
        return Lab.outcome(() -> channel.send(ByteBuffer.allocate(LONGEST), address))
                + "\n" + Lab.outcome(() -> channel.send(ByteBuffer.allocate(LONGEST + 1), address));
    }

    @Override
    public String netty(Lab lab) throws Exception {
        lab.watch();
        EpollDatagramChannel channel = Udp.channel(Udp.netty(lab, new Inbox()));
        return netty(channel, LONGEST) + "\n" + netty(channel, LONGEST + 1);
    }

    private static String netty(EpollDatagramChannel channel, int length) {
        return Lab.outcome(() -> {
            DatagramPacket packet = new DatagramPacket(Unpooled.wrappedBuffer(new byte[length]), channel.localAddress());
            channel.writeAndFlush(packet).sync();
            return length;
        });
    }
}
