package procfs;

import static java.net.StandardProtocolFamily.INET;
import static java.net.StandardProtocolFamily.INET6;
import static java.net.StandardProtocolFamily.UNIX;
import static libc.Errno.check;
import static libc.Unistd.close;
import static libc.Unistd.dup;
import static libc.netinet.Tcp.TCP_INFO;
import static libc.netinet.Tcp.TCP_SYN_SENT;
import static libc.netinet.In.IPPROTO_TCP;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import libc.netinet.Tcp.tcp_info;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketsIT {

    private static final int SIZE = 30_000;

    @TempDir
    Path dir;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    @AfterEach
    void tearDown() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    private <T extends AutoCloseable> T keep(T channel) {
        open.push(channel);
        return channel;
    }

    private static InetSocketAddress any(String address) throws IOException {
        return new InetSocketAddress(InetAddress.getByName(address), 0);
    }

    /** That it is the channel's shows by an option which is set on the descriptor and read from the channel. */
    private static int assertOwn(NetworkChannel channel) throws IOException {
        int fd = Sockets.fdOf(channel);
        int before = channel.getOption(StandardSocketOptions.SO_RCVBUF);
        check(setsockopt(fd, SOL_SOCKET, SO_RCVBUF, SIZE));
        assertNotEquals(SIZE, before);
        assertEquals(SIZE, channel.getOption(StandardSocketOptions.SO_RCVBUF));
        channel.setOption(StandardSocketOptions.SO_RCVBUF, before);
        assertEquals(fd, Sockets.fdOf(channel));
        return fd;
    }

    /** None is chosen, and the message names them. */
    private static void assertAlike(NetworkChannel channel, NetworkChannel... all) {
        IOException e = assertThrows(IOException.class, () -> Sockets.fdOf(channel));
        assertTrue(e.getMessage().matches("descriptors \\[\\d+(, \\d+){" + (all.length - 1) + "}] are all like .*"),
                e::getMessage);
        assertTrue(e.getMessage().endsWith(channel.toString()), e.getMessage());
    }

    /** Both ends of a connection, and its listener between them. */
    private NetworkChannel[] connected(InetSocketAddress listenerAddress) throws IOException {
        ServerSocketChannel listener = keep(ServerSocketChannel.open()).bind(listenerAddress);
        InetAddress address = listenerAddress.getAddress();
        SocketChannel client = keep(SocketChannel.open(new InetSocketAddress(
                address.isAnyLocalAddress() ? InetAddress.getByName("127.0.0.1") : address, listener.socket().getLocalPort())));
        return new NetworkChannel[] {client, listener, keep(listener.accept())};
    }

    @Test
    void tcpOfBothFamiliesAndBothTogether() throws Exception {
        for (String address : List.of("127.0.0.1", "::1", "0.0.0.0", "::")) {
            NetworkChannel[] channels = connected(any(address));
            int[] fds = new int[channels.length];
            for (int i = 0; i < fds.length; i++) {
                fds[i] = assertOwn(channels[i]);
            }
            assertEquals(fds.length, Arrays.stream(fds).distinct().count());
        }
    }

    @Test
    void tcpOfManyConnections() throws Exception {
        ServerSocketChannel listener = keep(ServerSocketChannel.open()).bind(any("127.0.0.1"));
        for (int i = 0; i < 20; i++) {
            keep(SocketChannel.open(listener.getLocalAddress()));
            keep(listener.accept());
        }
        for (AutoCloseable channel : open) {
            assertOwn((NetworkChannel) channel);
        }
    }

    @Test
    void tcpInfoOfAChannel() throws Exception {
        NetworkChannel[] channels = connected(any("127.0.0.1"));
        SocketChannel client = (SocketChannel) channels[0];
        assertEquals(4, client.write(ByteBuffer.wrap(new byte[4])));
        tcp_info info = new tcp_info();
        check(getsockopt(Sockets.fdOf(channels[2]), IPPROTO_TCP, TCP_INFO, info, new int[] {sizeof(info)}));
        assertEquals(4, info.tcpi_bytes_received);
        check(getsockopt(Sockets.fdOf(client), IPPROTO_TCP, TCP_INFO, info, new int[] {sizeof(info)}));
        assertEquals(4, info.tcpi_bytes_sent);
    }

    @Test
    void tcpBeforeItHasAnAddressAndOnceItHas() throws Exception {
        SocketChannel channel = keep(SocketChannel.open());
        int fd = assertOwn(channel);
        channel.bind(any("127.0.0.1"));
        assertEquals(fd, assertOwn(channel));
        ServerSocketChannel listener = keep(ServerSocketChannel.open());
        int other = assertOwn(listener);
        listener.bind(any("127.0.0.1"));
        assertEquals(other, assertOwn(listener));
        channel.connect(listener.getLocalAddress());
        assertEquals(fd, assertOwn(channel));
        channel.shutdownInput();
        channel.shutdownOutput();
        assertEquals(fd, assertOwn(channel));
    }

    /** Of a listener whose backlog is full: what asks it for a connection is left without an answer. */
    @Test
    void tcpThatIsConnecting() throws Exception {
        ServerSocketChannel listener = keep(ServerSocketChannel.open()).bind(any("0.0.0.0"), 1);
        check(listen(Sockets.fdOf(listener), 0));
        keep(SocketChannel.open(new InetSocketAddress("127.0.0.2", listener.socket().getLocalPort())));
        InetSocketAddress busy = new InetSocketAddress("127.0.0.1", listener.socket().getLocalPort());
        for (InetSocketAddress from : new InetSocketAddress[] {null, any("127.0.0.1"), any("0.0.0.0")}) {
            SocketChannel channel = keep(SocketChannel.open());
            channel.configureBlocking(false);
            int fd = assertOwn(channel);
            if (from != null) {
                channel.bind(from);
            }
            assertFalse(channel.connect(busy));
            assertEquals(fd, Sockets.fdOf(channel));
            tcp_info info = new tcp_info();
            check(getsockopt(fd, IPPROTO_TCP, TCP_INFO, info, new int[] {sizeof(info)}));
            assertEquals(TCP_SYN_SENT, info.tcpi_state);
            channel.close();
        }
        SocketChannel[] two = {keep(SocketChannel.open()), keep(SocketChannel.open())};
        for (SocketChannel channel : two) {
            channel.configureBlocking(false);
            channel.connect(busy);
        }
        assertAlike(two[0], two);
    }

    /** One that is connected to the same place may be the one that is connecting, and has just been answered. */
    @Test
    void tcpThatIsConnectingBesideOneThatIsConnected() throws Exception {
        ServerSocketChannel listener = keep(ServerSocketChannel.open()).bind(any("127.0.0.1"), 1);
        check(listen(Sockets.fdOf(listener), 0));
        SocketChannel connected = keep(SocketChannel.open(listener.getLocalAddress()));
        SocketChannel connecting = keep(SocketChannel.open());
        connecting.configureBlocking(false);
        assertFalse(connecting.connect(listener.getLocalAddress()));
        assertOwn(connected);
        assertAlike(connecting, connecting, connected);
    }

    /** The kernel has answered, and the channel has not asked yet. */
    @Test
    void tcpThatIsConnectedOrRefusedAlready() throws Exception {
        ServerSocketChannel listener = keep(ServerSocketChannel.open()).bind(any("127.0.0.1"));
        SocketChannel channel = keep(SocketChannel.open());
        channel.configureBlocking(false);
        if (!channel.connect(listener.getLocalAddress())) {
            assertOwn(channel);
            assertTrue(channel.finishConnect());
        }
        assertOwn(channel);
        channel.close();

        InetSocketAddress nobody = (InetSocketAddress) listener.getLocalAddress();
        listener.close();
        SocketChannel refused = keep(SocketChannel.open());
        refused.configureBlocking(false);
        int fd = assertOwn(refused);
        refused.connect(nobody);
        assertEquals(fd, Sockets.fdOf(refused));
    }

    @Test
    void udp() throws Exception {
        for (ProtocolFamily family : new ProtocolFamily[] {null, INET, INET6}) {
            DatagramChannel channel = keep(family == null ? DatagramChannel.open() : DatagramChannel.open(family));
            int fd = assertOwn(channel);
            channel.bind(null);
            assertEquals(fd, assertOwn(channel));
            channel.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), channel.socket().getLocalPort()));
            assertEquals(fd, assertOwn(channel));
            channel.disconnect();
            assertEquals(fd, assertOwn(channel));
        }
        DatagramChannel sender = keep(DatagramChannel.open());
        int fd = assertOwn(sender);
        sender.send(ByteBuffer.wrap(new byte[1]), sender.bind(any("127.0.0.1")).getLocalAddress());
        assertEquals(fd, assertOwn(sender));
    }

    @Test
    void unix() throws Exception {
        UnixDomainSocketAddress place = UnixDomainSocketAddress.of(dir.resolve("gr\u00fcn"));
        ServerSocketChannel listener = keep(ServerSocketChannel.open(UNIX));
        int fd = assertOwn(listener);
        listener.bind(place);
        assertEquals(fd, assertOwn(listener));
        SocketChannel client = keep(SocketChannel.open(UNIX));
        fd = Sockets.fdOf(client);
        client.connect(place);
        assertEquals(fd, assertOwn(client));
        SocketChannel server = keep(listener.accept());
        int[] credentials = new int[3];
        check(getsockopt(assertOwn(server), SOL_SOCKET, SO_PEERCRED, credentials, new int[] {sizeof(credentials)}));
        assertEquals(libc.Unistd.getpid(), credentials[0]);
    }

    /** As /var/run is another way to /run. */
    @Test
    void unixByAnotherPath() throws Exception {
        ServerSocketChannel listener = keep(ServerSocketChannel.open(UNIX))
                .bind(UnixDomainSocketAddress.of(dir.resolve("one")));
        Path other = Files.createSymbolicLink(dir.resolve("other"), dir);
        SocketChannel client = keep(SocketChannel.open(UnixDomainSocketAddress.of(other.resolve("one"))));
        assertOwn(client);
        Files.delete(other);
        IOException e = assertThrows(IOException.class, () -> Sockets.fdOf(client));
        assertEquals("none of this process's sockets is like " + client, e.getMessage());
        assertOwn(listener);
    }

    @Test
    void whatIsAlikeIsNotGuessed() throws Exception {
        SocketChannel[] unbound = {keep(SocketChannel.open()), keep(SocketChannel.open()), keep(SocketChannel.open())};
        assertAlike(unbound[1], unbound);

        ServerSocketChannel listener = keep(ServerSocketChannel.open(UNIX))
                .bind(UnixDomainSocketAddress.of(dir.resolve("one")));
        SocketChannel[] clients = {keep(SocketChannel.open(listener.getLocalAddress())),
                keep(SocketChannel.open(listener.getLocalAddress()))};
        SocketChannel[] accepted = {keep(listener.accept()), keep(listener.accept())};
        assertAlike(clients[0], clients);
        assertAlike(accepted[0], accepted);
        accepted[1].close();
        assertOwn(accepted[0]);

        DatagramChannel[] twins = {keep(DatagramChannel.open()), keep(DatagramChannel.open())};
        twins[0].setOption(StandardSocketOptions.SO_REUSEPORT, true).bind(any("127.0.0.1"));
        twins[1].setOption(StandardSocketOptions.SO_REUSEPORT, true).bind(twins[0].getLocalAddress());
        assertAlike(twins[1], twins);
        twins[0].close();
        int fd = assertOwn(twins[1]);
        int twin = check(dup(fd));
        keep(() -> close(twin));
        assertEquals("descriptors [" + Math.min(fd, twin) + ", " + Math.max(fd, twin) + "] are all like " + twins[1],
                assertThrows(IOException.class, () -> Sockets.fdOf(twins[1])).getMessage());
    }

    @Test
    void whatWasResetIsNotFound() throws Exception {
        NetworkChannel[] channels = connected(any("127.0.0.1"));
        channels[2].setOption(StandardSocketOptions.SO_LINGER, 0);
        channels[2].close();
        assertThrows(IOException.class, () -> ((SocketChannel) channels[0]).read(ByteBuffer.allocate(1)));
        assertEquals("none of this process's sockets is like " + channels[0],
                assertThrows(IOException.class, () -> Sockets.fdOf(channels[0])).getMessage());
    }

    @Test
    void closedChannelHasNone() throws Exception {
        for (NetworkChannel channel : List.of(SocketChannel.open(), ServerSocketChannel.open(), DatagramChannel.open(),
                SocketChannel.open(UNIX), ServerSocketChannel.open(UNIX))) {
            channel.close();
            assertThrows(ClosedChannelException.class, () -> Sockets.fdOf(channel));
        }
    }

    @Test
    void channelOfAnotherClass() throws Exception {
        assertThrows(IllegalArgumentException.class, () -> Sockets.fdOf(keep(AsynchronousSocketChannel.open())));
    }

    /** Sockets of this process that no channel has are passed over, whatever their family. */
    @Test
    void otherSocketsArePassedOver() throws Exception {
        for (int[] one : new int[][] {{AF_UNIX, SOCK_DGRAM}, {AF_NETLINK, SOCK_RAW}, {AF_INET6, SOCK_DGRAM},
            {AF_UNIX, SOCK_SEQPACKET}}) {
            int fd = check(socket(one[0], one[1], 0));
            keep(() -> close(fd));
        }
        int alg = socket(libc.bits.Socket.AF_ALG, SOCK_SEQPACKET, 0); // which has no getsockname; few kernels lack it
        if (alg >= 0) {
            keep(() -> close(alg));
        }
        assertOwn(keep(SocketChannel.open()));
        assertOwn(keep(SocketChannel.open(UNIX)));
    }

    @Test
    @Tag("once")
    void withoutIpv6() throws Exception {
        assertEquals("2\n", Jvm.run(dir, List.of(), Ipv4.class));
    }

    /** As a JVM is that prefers IPv4: its sockets are of AF_INET. */
    static final class Ipv4 {

        public static void main(String[] args) throws Exception {
            System.setProperty("java.net.preferIPv4Stack", "true");
            SocketsIT test = new SocketsIT();
            try {
                for (String address : List.of("127.0.0.1", "0.0.0.0")) {
                    for (NetworkChannel channel : test.connected(any(address))) {
                        assertOwn(channel);
                    }
                }
                DatagramChannel datagrams = test.keep(DatagramChannel.open());
                assertOwn(datagrams.bind(null));
                int[] domain = new int[1];
                check(getsockopt(assertOwn(datagrams), SOL_SOCKET, SO_DOMAIN, domain, new int[] {sizeof(domain)}));
                System.out.println(domain[0]);
            } finally {
                test.tearDown();
            }
        }
    }
}
