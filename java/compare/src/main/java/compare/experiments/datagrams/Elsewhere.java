package compare.experiments.datagrams;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.epoll.EpollDatagramChannel;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.Callable;
import libc.netinet.In.sockaddr_in;

/** EISCONN, which datagrams do not know. */
final class Elsewhere implements Experiment {

    @Override
    public String question() {
        return "May a connected socket send to another than its peer, and connect to another?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("On Linux it may do both. A channel refuses both with AlreadyConnectedException, which is "
                + "no IOException, until it has disconnected. Netty sends, and refuses to connect.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.receiver();
        Udp.connect(fd, Lab.port(lab.receiver()));
        sockaddr_in other = Lab.loopback(Lab.port(lab.receiver()));
        lab.watch();
        return "send: " + (sendto(fd, "x", 1, 0, other, sizeof(other)) == 1 ? "done" : Lab.outcome(-1))
                + "\nconnect: " + (connect(fd, other, sizeof(other)) == 0 ? "done" : Lab.outcome(-1));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel channel = Udp.channel(lab).connect(Udp.channel(lab).getLocalAddress());
        SocketAddress other = Udp.channel(lab).getLocalAddress();
        lab.watch();
        return "send: " + done(() -> channel.send(Udp.buffer("x"), other))
                + "\nconnect: " + done(() -> channel.connect(other));
    }

    private static String done(Callable<?> call) {
        return Lab.outcome(() -> {
            call.call();
            return "done";
        });
    }

    @Override
    public String netty(Lab lab) throws Exception {
        int peer = Lab.port(lab.receiver());
        int other = Lab.port(lab.receiver());
        lab.watch();
        EpollDatagramChannel channel = Udp.channel(Udp.netty(lab, new Inbox()));
        channel.connect(Lab.address(peer)).sync();
        return "send: " + done(() -> channel.writeAndFlush(Udp.packet("x", other)).sync())
                + "\nconnect: " + done(() -> channel.connect(Lab.address(other)).sync());
    }
}
