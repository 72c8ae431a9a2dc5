package compare.experiments.datagrams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.check;
import static libc.Poll.POLLIN;
import static libc.Poll.poll;
import static libc.Strings.strlen;
import static libc.arpa.Inet.inet_addr;
import static libc.netinet.In.INADDR_LOOPBACK;
import static libc.netinet.In.IPPROTO_IP;
import static libc.netinet.In.IP_ADD_MEMBERSHIP;
import static libc.netinet.In.htonl;
import static libc.netinet.In.htons;
import static libc.sys.Socket.*;

import compare.Inbox;
import compare.Lab;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.SocketProtocolFamily;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import libc.Poll.pollfd;
import libc.netinet.In.in_addr;
import libc.netinet.In.ip_mreqn;
import libc.netinet.In.sockaddr_in;

/** Datagrams of text on 127.0.0.1. */
final class Udp {

    /** More than any text here. */
    private static final int ROOM = 100;

    /** A group that routers leave inside the organisation; here it is not even heard outside lo. */
    static final String GROUP = "239.255.9.9";

    private Udp() {}

    /** The group on lo, as the options of multicast take it. */
    static ip_mreqn group() {
        return new ip_mreqn(new in_addr(inet_addr(GROUP)), new in_addr(htonl(INADDR_LOOPBACK)), 0);
    }

    /** A socket that has joined the group, and is bound to it and to a port that it shares. */
    static int member(Lab lab) throws IOException {
        int fd = lab.keep(libc.sys.Socket.socket(AF_INET, SOCK_DGRAM, 0));
        ip_mreqn group = group();
        sockaddr_in addr = new sockaddr_in(AF_INET, htons(0), group.imr_multiaddr);
        check(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, 1));
        check(bind(fd, addr, sizeof(addr)));
        check(setsockopt(fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, group, sizeof(group)));
        return fd;
    }

    /** lo. */
    static NetworkInterface lo() throws IOException {
        return NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
    }

    /** The port of a socket that is connected to itself, so that what others send to it is refused. */
    static int deaf(Lab lab) throws IOException {
        int fd = lab.receiver();
        connect(fd, Lab.port(fd));
        return Lab.port(fd);
    }

    static void connect(int fd, int port) throws IOException {
        sockaddr_in addr = Lab.loopback(port);
        check(libc.sys.Socket.connect(fd, addr, sizeof(addr)));
    }

    static void send(int fd, String text, int port) throws IOException {
        sockaddr_in addr = Lab.loopback(port);
        check(sendto(fd, text, strlen(text), 0, addr, sizeof(addr)));
    }

    /** A socket with a port at which these datagrams have come. */
    static int holding(Lab lab, String... texts) throws IOException {
        int from = lab.receiver();
        int to = lab.receiver();
        for (String text : texts) {
            send(from, text, Lab.port(to));
        }
        return to;
    }

    /** Waits for a datagram and takes its text. */
    static String receive(int fd) throws IOException {
        return receive(fd, ROOM);
    }

    /** Waits for a datagram and takes what has room of its text. */
    static String receive(int fd, int room) throws IOException {
        byte[] buf = new byte[room];
        return new String(buf, 0, check(recv(fd, buf, room, 0)), UTF_8);
    }

    /** Waits for a datagram, or an error of one, and leaves it there. */
    static void await(int fd) throws IOException {
        pollfd[] fds = {new pollfd(fd, POLLIN, 0)};
        check(poll(fds, 1, -1));
    }

    /** A channel with a port. */
    static DatagramChannel channel(Lab lab) throws IOException {
        return lab.keep(DatagramChannel.open()).bind(Lab.address(0));
    }

    /** A channel with a port at which these datagrams have come. */
    static DatagramChannel channelHolding(Lab lab, String... texts) throws IOException {
        int from = lab.receiver();
        DatagramChannel to = channel(lab);
        for (String text : texts) {
            send(from, text, port(to));
        }
        return to;
    }

    static int port(DatagramChannel channel) throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    static void send(DatagramChannel channel, String text, int port) throws IOException {
        channel.send(buffer(text), Lab.address(port));
    }

    static ByteBuffer buffer(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }

    /** Waits for a datagram and takes its text. */
    static String receive(DatagramChannel channel) throws IOException {
        return receive(channel, ROOM);
    }

    /** Waits for a datagram and takes what has room of its text. */
    static String receive(DatagramChannel channel, int room) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(room);
        channel.receive(buffer);
        return new String(buffer.array(), 0, buffer.position(), UTF_8);
    }

    /** Waits for a datagram, or an error of one, and leaves it there. */
    static void await(DatagramChannel channel) throws IOException {
        channel.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            selector.select();
        }
        channel.configureBlocking(true);
    }

    /** Makes channels of Netty's, for IPv4. */
    static Bootstrap netty(Lab lab, ChannelHandler handler) {
        return new Bootstrap().group(lab.netty()).channelFactory(() -> new EpollDatagramChannel(SocketProtocolFamily.INET))
                .handler(handler);
    }

    /** A channel with a port. */
    static EpollDatagramChannel channel(Bootstrap netty) throws InterruptedException {
        return (EpollDatagramChannel) netty.bind(Lab.address(0)).sync().channel();
    }

    static int port(EpollDatagramChannel channel) {
        return channel.localAddress().getPort();
    }

    static DatagramPacket packet(String text, int port) {
        return new DatagramPacket(Unpooled.copiedBuffer(text, UTF_8), Lab.address(port));
    }

    /** Waits for a datagram and takes its text. */
    static String receive(Inbox inbox) throws Exception {
        DatagramPacket packet = inbox.next(DatagramPacket.class);
        try {
            return packet.content().toString(UTF_8);
        } finally {
            packet.release();
        }
    }
}
