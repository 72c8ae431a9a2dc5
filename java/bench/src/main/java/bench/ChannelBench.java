package bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jnr.unixsocket.UnixSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketPair;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The operations of {@code native/bench/limits.c} through a {@link SocketChannel}: the JDK's or a library's. */
public class ChannelBench {

    /** Two connected channels. */
    @State(Scope.Thread)
    public static class Pair {

        @Param({"jdk", "junixsocket", "jnr-unixsocket"})
        public String library;

        @Param({"unix", "tcp"})
        public String transport;

        @Param({"16", "1024", "16384"})
        public int size;

        private final List<SocketChannel> channels = new ArrayList<>();
        private SocketChannel from;
        private SocketChannel to;
        private ByteBuffer heap;
        private ByteBuffer direct;

        @Setup
        public void setUp() {
            heap = ByteBuffer.allocate(size);
            direct = ByteBuffer.allocateDirect(size);
        }

        /** A new pair for each iteration, for the reason that limits.c gives. */
        @Setup(Level.Iteration)
        public void open() throws IOException {
            if (from != null) {
                from.write(heap.clear());
            }
            switch (library + " " + transport) {
                case "jdk unix" -> {
                    Path directory = Files.createTempDirectory("bench");
                    Path path = directory.resolve("socket");
                    connect(StandardProtocolFamily.UNIX, UnixDomainSocketAddress.of(path));
                    Files.delete(path);
                    Files.delete(directory);
                }
                case "jdk tcp" -> {
                    connect(StandardProtocolFamily.INET, loopback());
                    from.setOption(StandardSocketOptions.TCP_NODELAY, true);
                }
                case "junixsocket unix" -> {
                    AFUNIXSocketPair<AFUNIXSocketChannel> pair = AFUNIXSocketPair.open();
                    from = pair.getSocket1();
                    to = pair.getSocket2();
                }
                case "jnr-unixsocket unix" -> {
                    UnixSocketChannel[] pair = UnixSocketChannel.pair();
                    from = pair[0];
                    to = pair[1];
                }
                default -> throw new IllegalArgumentException(library + " has no " + transport);
            }
            channels.add(from);
            channels.add(to);
        }

        private void connect(StandardProtocolFamily family, SocketAddress address) throws IOException {
            try (ServerSocketChannel server = ServerSocketChannel.open(family)) {
                server.bind(address);
                from = SocketChannel.open(server.getLocalAddress());
                to = server.accept();
            }
        }

        @TearDown
        public void tearDown() throws IOException {
            for (SocketChannel channel : channels) {
                channel.close();
            }
        }
    }

    /** A channel that listens. */
    @State(Scope.Thread)
    public static class Server {

        private ServerSocketChannel channel;
        private SocketAddress address;

        @Setup
        public void setUp() throws IOException {
            channel = ServerSocketChannel.open(StandardProtocolFamily.INET).bind(loopback());
            address = channel.getLocalAddress();
        }

        @TearDown
        public void tearDown() throws IOException {
            channel.close();
        }
    }

    private static InetSocketAddress loopback() throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    }

    @Benchmark
    public int sendRecv(Pair p) throws IOException {
        return sendRecv(p, p.heap);
    }

    @Benchmark
    public int sendRecvDirect(Pair p) throws IOException {
        return sendRecv(p, p.direct);
    }

    private static int sendRecv(Pair p, ByteBuffer buffer) throws IOException {
        p.from.write(buffer.clear());
        buffer.clear();
        while (buffer.hasRemaining()) {
            p.to.read(buffer);
        }
        return buffer.position();
    }

    @Benchmark
    public void connection(Server s) throws IOException {
        SocketChannel client = SocketChannel.open(StandardProtocolFamily.INET);
        client.connect(s.address);
        SocketChannel accepted = s.channel.accept();
        accepted.setOption(StandardSocketOptions.SO_LINGER, 0);
        accepted.close();
        client.close();
    }
}
