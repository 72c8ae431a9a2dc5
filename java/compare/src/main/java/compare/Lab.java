package compare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.Strings.strerrordesc_np;
import static libc.Strings.strerrorname_np;
import static libc.netinet.In.INADDR_LOOPBACK;
import static libc.netinet.In.htonl;
import static libc.netinet.In.htons;
import static libc.netinet.In.ntohs;
import static libc.sys.Epoll.*;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jnr.unixsocket.UnixSocketChannel;
import libc.Unistd;
import libc.netinet.In.in_addr;
import libc.netinet.In.sockaddr_in;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketPair;

/** What an experiment works with. It closes, in the reverse order, what was made in it. */
public final class Lab implements AutoCloseable {

    /** The answer of one that has nothing for the question. */
    public static final String CANNOT = "cannot";

    private static final int ERRNOS = 134;

    private final String name;
    private final Deque<Closeable> closing = new ConcurrentLinkedDeque<>();
    private boolean watching = true;
    private Path directory;

    /** The name is in the marks that {@link Traces} looks for. */
    Lab(String name) {
        this.name = name;
    }

    private record Descriptor(int fd) implements Closeable {
        @Override
        public void close() throws IOException {
            check(Unistd.close(fd));
        }
    }

    /**
     * What is called from here on is what the trace shows. Without it that is all that is called; with it, what was only
     * made ready for the question is left out.
     */
    public void watch() {
        mark(Traces.BEGIN);
    }

    /** What is called from here on is not what the trace shows, since it only looks at what came of the rest. */
    public void unwatch() {
        if (watching) {
            watching = false;
            mark(Traces.END);
        }
    }

    /** Seen by strace and by nobody else. */
    void mark(String what) {
        byte[] mark = (name + " " + what).getBytes(UTF_8);
        Unistd.write(-1, mark, mark.length);
    }

    /** Keeps a descriptor, which must not be -1, to be closed in the end. */
    public int keep(int fd) throws IOException {
        closing.push(new Descriptor(check(fd)));
        return fd;
    }

    /** Closes a descriptor now that was kept. */
    public void close(int fd) throws IOException {
        Descriptor descriptor = new Descriptor(fd);
        closing.removeFirstOccurrence(descriptor);
        descriptor.close();
    }

    /** Keeps a channel or the like, to be closed in the end. */
    public <T extends Closeable> T keep(T closeable) {
        closing.push(closeable);
        return closeable;
    }

    /** A socket, of a type such as SOCK_STREAM, that is bound to a port of 127.0.0.1. */
    public int bound(int type) throws IOException {
        int fd = keep(socket(AF_INET, type, 0));
        sockaddr_in addr = loopback(0);
        check(bind(fd, addr, sizeof(addr)));
        return fd;
    }

    /** A TCP socket that listens on a port of 127.0.0.1. */
    public int listener() throws IOException {
        return listener(SOMAXCONN);
    }

    /** A TCP socket that listens on a port of 127.0.0.1 with this backlog. */
    public int listener(int backlog) throws IOException {
        int fd = bound(SOCK_STREAM);
        check(listen(fd, backlog));
        return fd;
    }

    /** 127.0.0.1 and a port of this machine's byte order. */
    public static sockaddr_in loopback(int port) {
        return new sockaddr_in(AF_INET, htons(port), new in_addr(htonl(INADDR_LOOPBACK)));
    }

    /** The same as Java has it. */
    public static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** The port, in this machine's byte order, that a socket of AF_INET is bound to. */
    public static int port(int fd) throws IOException {
        sockaddr_in addr = new sockaddr_in();
        check(getsockname(fd, addr, new int[] {sizeof(addr)}));
        return ntohs(addr.sin_port);
    }

    /** A TCP connection on 127.0.0.1: the client's socket and the server's. */
    public int[] connection() throws IOException {
        int listener = listener();
        int client = connectedTo(port(listener));
        int server = accepted(listener);
        close(listener);
        return new int[] {client, server};
    }

    /** A TCP socket that is connected to a port of 127.0.0.1. */
    public int connectedTo(int port) throws IOException {
        int fd = keep(socket(AF_INET, SOCK_STREAM, 0));
        sockaddr_in addr = loopback(port);
        check(connect(fd, addr, sizeof(addr)));
        return fd;
    }

    /** The listener's side of the next connection to it. */
    public int accepted(int listener) throws IOException {
        return keep(accept(listener, null, null));
    }

    /** A TCP channel that listens on a port of 127.0.0.1. */
    public ServerSocketChannel serverChannel() throws IOException {
        return keep(ServerSocketChannel.open()).bind(address(0));
    }

    /** A TCP connection on 127.0.0.1: the client's channel and the server's. */
    public SocketChannel[] channels() throws IOException {
        try (ServerSocketChannel server = serverChannel()) {
            SocketChannel client = keep(SocketChannel.open(server.getLocalAddress()));
            return new SocketChannel[] {client, keep(server.accept())};
        }
    }

    /** A connection of a channel to a listener. */
    public SocketChannel client(int listener) throws IOException {
        return keep(SocketChannel.open(address(port(listener))));
    }

    /** A connection of Netty's to a listener, with its handler. */
    public EpollSocketChannel nettyTo(int listener, ChannelHandler handler) throws IOException {
        return (EpollSocketChannel) new Bootstrap().group(netty()).channel(EpollSocketChannel.class).handler(handler)
                .connect(address(port(listener))).syncUninterruptibly().channel();
    }

    /** A connection of Netty's to a listener. It reads nothing by itself. */
    public EpollSocketChannel nettyClient(int listener) throws IOException {
        return nettyTo(listener, new NettyEvents(false));
    }

    /** A UNIX connection: both its sockets, of a type such as SOCK_STREAM. */
    public int[] pair(int type) throws IOException {
        int[] sv = new int[2];
        check(socketpair(AF_UNIX, type, 0, sv));
        return new int[] {keep(sv[0]), keep(sv[1])};
    }

    /** A UNIX connection: the client's channel and the server's. */
    public SocketChannel[] unixChannels() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(directory().resolve("socket")));
            SocketChannel client = keep(SocketChannel.open(server.getLocalAddress()));
            return new SocketChannel[] {client, keep(server.accept())};
        }
    }

    /** A UNIX connection of junixsocket's. */
    public SocketChannel[] junixsocketChannels() throws IOException {
        AFUNIXSocketPair<AFUNIXSocketChannel> pair = AFUNIXSocketPair.open();
        return new SocketChannel[] {keep(pair.getSocket1()), keep(pair.getSocket2())};
    }

    /** A UNIX connection of jnr-unixsocket's. */
    public SocketChannel[] jnrChannels() throws IOException {
        UnixSocketChannel[] pair = UnixSocketChannel.pair();
        return new SocketChannel[] {keep(pair[0]), keep(pair[1])};
    }

    /** A pipe: the end to read from and the one to write to. */
    public int[] pipe() throws IOException {
        int[] pipe = new int[2];
        check(Unistd.pipe(pipe));
        return new int[] {keep(pipe[0]), keep(pipe[1])};
    }

    /** An epoll with one descriptor in it. */
    public int epoll(int fd, int events) throws IOException {
        int epfd = keep(epoll_create1(0));
        check(epoll_ctl(epfd, EPOLL_CTL_ADD, fd, new epoll_event(events, new epoll_data())));
        return epfd;
    }

    /** A Selector, of the channel's library, with one channel, which is made non-blocking. */
    public Selector selector(SelectableChannel channel, int ops) throws IOException {
        Selector selector = keep(channel.provider().openSelector());
        channel.configureBlocking(false).register(selector, ops);
        return selector;
    }

    /** Closes a TCP socket now that was kept, so that it resets its connection. */
    public void reset(int fd) throws IOException {
        check(setsockopt(fd, SOL_SOCKET, SO_LINGER, new linger(1, 0), sizeof(linger.class)));
        close(fd);
    }

    /** What a read of one byte answers. */
    public static String readByte(int fd) {
        return outcome(Unistd.read(fd, new byte[1], 1));
    }

    /** What a read of one byte answers. */
    public static String readByte(ReadableByteChannel channel) {
        return outcome(() -> channel.read(ByteBuffer.allocate(1)));
    }

    /** What a write of one byte answers. */
    public static String writeByte(int fd) {
        return outcome(Unistd.write(fd, new byte[1], 1));
    }

    /** What a write of one byte answers. */
    public static String writeByte(WritableByteChannel channel) {
        return outcome(() -> channel.write(ByteBuffer.allocate(1)));
    }

    /** What a write of one byte answers, once it is done. */
    public static String writeByte(Channel channel) {
        return outcome(() ->
                channel.writeAndFlush(Unpooled.wrappedBuffer(new byte[1])).syncUninterruptibly().isSuccess() ? 1 : 0);
    }

    /** One thread of Netty's that waits with epoll. */
    public EventLoopGroup netty() {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        closing.push(() -> group.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly());
        return group;
    }

    /** A channel of Netty's that is registered with no thread, as something to close. */
    public static Closeable unregistered(Supplier<? extends Channel> open) {
        Epoll.ensureAvailability();
        return open.get().unsafe()::closeForcibly;
    }

    /** A UDP socket bound to a port of 127.0.0.1. */
    public int receiver() throws IOException {
        return bound(SOCK_DGRAM);
    }

    /** A directory for sockets with paths, short enough for {@code sun_path}, which is removed in the end. */
    public Path directory() throws IOException {
        if (directory == null) {
            directory = Files.createDirectory(Path.of(System.getProperty("java.io.tmpdir"),
                    String.format(Traces.DIRECTORY, ThreadLocalRandom.current().nextInt())));
            closing.addLast(this::removeDirectory);
        }
        return directory;
    }

    /** A file of so many bytes. */
    public Path file(int size) throws IOException {
        return Files.write(directory().resolve("file"), new byte[size]);
    }

    private void removeDirectory() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    /** Calls something in another thread. */
    public <T> Other<T> other(Callable<T> call) {
        return new Other<>(call);
    }

    /** What a call of the kernel answered: a number, or of -1 the name of its errno. */
    public static String outcome(long result) {
        return result == -1 ? strerrorname_np(errno()) : Long.toString(result);
    }

    /**
     * What something of Java's answered: its text, or the name of what it threw and its message, for which the errno
     * stands if it is that one's text.
     */
    public static String outcome(Callable<?> call) {
        try {
            return String.valueOf(call.call());
        } catch (Exception e) {
            String thrown = e.getClass().getSimpleName();
            return e.getMessage() == null ? thrown : IntStream.range(1, ERRNOS)
                    .filter(errno -> e.getMessage().equals(strerrordesc_np(errno)))
                    .mapToObj(errno -> thrown + " of " + strerrorname_np(errno)).findFirst()
                    .orElse(thrown + ": " + e.getMessage());
        }
    }

    /** What getsockopt(2) says of an option that is an int. */
    public static int option(int fd, int level, int optname) throws IOException {
        int[] value = new int[1];
        check(getsockopt(fd, level, optname, value, new int[] {sizeof(value)}));
        return value[0];
    }

    /** {@link #CANNOT} of a channel that has no option of this name, or else the option's value. */
    public static String option(NetworkChannel channel, String name) throws IOException {
        for (SocketOption<?> option : channel.supportedOptions()) {
            if (option.name().equals(name)) {
                return String.valueOf(channel.getOption(option));
            }
        }
        return CANNOT;
    }

    /** {@link #CANNOT}, if it is refused with such an exception; or else what came of it. */
    public static String unless(Class<? extends Exception> refusal, Callable<?> call) throws Exception {
        try {
            return String.valueOf(call.call());
        } catch (Exception e) {
            if (refusal.isInstance(e)) {
                return CANNOT;
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        IOException failed = null;
        while (!closing.isEmpty()) {
            try {
                closing.pop().close();
            } catch (IOException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
