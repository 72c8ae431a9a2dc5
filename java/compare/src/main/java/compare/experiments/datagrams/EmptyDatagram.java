package compare.experiments.datagrams;

import static libc.netinet.In.ntohs;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import libc.netinet.In.sockaddr_in;

/** Datagrams of length 0. */
final class EmptyDatagram implements Experiment {

    @Override
    public String question() {
        return "How does a receiver that does not wait tell an empty datagram from none?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("In C 0 is an empty datagram, since datagrams have no end, and EAGAIN is none. A channel's "
                + "read takes the empty one for the end of a stream and answers -1; its 0 is none. A loop that closes at "
                + "-1 can be ended by anybody, with an empty datagram. Its receive answers the sender, or null.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int peer = lab.receiver();
        int fd = lab.receiver();
        Udp.connect(fd, Lab.port(peer));
        Udp.send(peer, "", Lab.port(fd));
        Udp.await(fd);
        lab.watch();
        String read = "read: " + recv(fd, new byte[1], 1, MSG_DONTWAIT)
                + ", then " + Lab.outcome(recv(fd, new byte[1], 1, MSG_DONTWAIT));
        Udp.send(peer, "", Lab.port(fd));
        Udp.await(fd);
        return read + "\nreceive: " + receive(fd, Lab.port(peer)) + ", then " + receive(fd, Lab.port(peer));
    }

    private static String receive(int fd, int port) {
        sockaddr_in from = new sockaddr_in();
        int n = recvfrom(fd, new byte[1], 1, MSG_DONTWAIT, from, new int[] {sizeof(from)});
        return n == 0 && ntohs(from.sin_port) == port ? "the sender" : Lab.outcome(n);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel peer = Udp.channel(lab);
        DatagramChannel channel = Udp.channel(lab).connect(peer.getLocalAddress());
        Udp.send(peer, "", Udp.port(channel));
        Udp.await(channel);
        channel.configureBlocking(false);
        lab.watch();
        String read = "read: " + channel.read(ByteBuffer.allocate(1)) + ", then " + channel.read(ByteBuffer.allocate(1));
        Udp.send(peer, "", Udp.port(channel));
        Udp.await(channel);
        channel.configureBlocking(false);
        return read + "\nreceive: " + receive(channel, peer) + ", then " + receive(channel, peer);
    }

    private static String receive(DatagramChannel channel, DatagramChannel peer) throws IOException {
        SocketAddress from = channel.receive(ByteBuffer.allocate(1));
        return peer.getLocalAddress().equals(from) ? "the sender" : String.valueOf(from);
    }
}
