package procfs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static libc.Errno.check;
import static libc.Fcntl.F_GETFL;
import static libc.Fcntl.O_NONBLOCK;
import static libc.Fcntl.fcntl;
import static libc.Unistd.close;
import static libc.Unistd.dup2;
import static libc.Unistd.gettid;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.NetworkChannel;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import libc.Needs;
import libc.bits.Socket.sockaddr;
import libc.nio.SocketAddresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** dup2(2) under a live channel: what the channel does with another socket, and what it does not notice. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReplacedDescriptorIT {

    private static final int LIMIT = 30;

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

    /** Another socket under the channel's number, and nowhere else. */
    private static int replace(NetworkChannel channel, int other) throws IOException {
        int fd = Sockets.fdOf(channel);
        check(dup2(other, fd));
        check(close(other));
        return fd;
    }

    private ServerSocketChannel server() throws IOException {
        return keep(ServerSocketChannel.open()).bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
    }

    private SocketChannel connected() throws IOException {
        ServerSocketChannel server = server();
        SocketChannel channel = keep(SocketChannel.open(server.getLocalAddress()));
        keep(server.accept());
        return channel;
    }

    private static int listener() throws IOException {
        int fd = check(socket(AF_INET, SOCK_STREAM, 0));
        sockaddr addr = SocketAddresses.toC(new InetSocketAddress("127.0.0.1", 0));
        check(bind(fd, addr, SocketAddresses.length(addr)));
        check(listen(fd, 1));
        return fd;
    }

    private int[] pair() throws IOException {
        int[] sv = new int[2];
        check(socketpair(AF_UNIX, SOCK_STREAM, 0, sv));
        keep(() -> check(close(sv[1])));
        return sv;
    }

    @Test
    void a_server_accepts_from_the_other_listener_and_tells_its_old_address() throws Exception {
        ServerSocketChannel server = server();
        SocketAddress old = server.getLocalAddress();
        int fd = replace(server, listener());
        assertEquals(old, server.getLocalAddress());
        SocketAddress now = SocketAddresses.local(fd);
        assertNotEquals(old, now);
        assertThrows(IOException.class, () -> SocketChannel.open(old));
        SocketChannel client = keep(SocketChannel.open(now));
        SocketChannel accepted = keep(server.accept());
        assertEquals(now, accepted.getLocalAddress());
        assertEquals(client.getLocalAddress(), accepted.getRemoteAddress());
        server.close();
        assertThrows(IOException.class, () -> SocketChannel.open(now));
    }

    /** Even one of another family. */
    @Test
    void a_connection_goes_on_with_the_other_peer_and_tells_its_old_addresses() throws Exception {
        SocketChannel channel = connected();
        SocketAddress local = channel.getLocalAddress();
        SocketAddress remote = channel.getRemoteAddress();
        int[] sv = pair();
        replace(channel, sv[0]);
        assertEquals(2, channel.write(ByteBuffer.allocate(2)));
        assertEquals(2, check(recv(sv[1], new byte[3], 3, 0)));
        assertEquals(1, check(send(sv[1], "x", 1, 0)));
        assertEquals(1, channel.read(ByteBuffer.allocate(2)));
        assertEquals(local, channel.getLocalAddress());
        assertEquals(remote, channel.getRemoteAddress());
        channel.shutdownOutput();
        assertEquals(0, check(recv(sv[1], new byte[1], 1, 0)));
        channel.close();
        assertEquals(-1, send(sv[1], "x", 1, MSG_NOSIGNAL));
    }

    @Test
    void a_channel_that_is_not_connected_does_not_notice_that_its_socket_is() throws Exception {
        SocketChannel channel = keep(SocketChannel.open()).bind(new InetSocketAddress("127.0.0.1", 0));
        replace(channel, pair()[0]);
        assertThrows(NotYetConnectedException.class, () -> channel.write(ByteBuffer.allocate(1)));
    }

    /** O_NONBLOCK is the socket's. */
    @Test
    void the_blocking_mode_has_to_be_set_anew() throws Exception {
        SocketChannel channel = connected();
        channel.configureBlocking(false);
        int[] sv = pair();
        int fd = replace(channel, sv[0]);
        assertEquals(0, fcntl(fd, F_GETFL) & O_NONBLOCK);
        channel.configureBlocking(false);
        assertEquals(0, fcntl(fd, F_GETFL) & O_NONBLOCK, "what is so already is not set");
        channel.configureBlocking(true);
        channel.configureBlocking(false);
        assertEquals(0, channel.read(ByteBuffer.allocate(1)));
    }

    @Test
    void a_selector_knows_the_old_socket_until_it_is_registered_anew() throws Exception {
        try (Selector selector = Selector.open()) {
            SocketChannel channel = connected();
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            assertEquals(0, selector.selectNow());
            int[] sv = pair();
            replace(channel, sv[0]);
            assertEquals(1, check(send(sv[1], "x", 1, 0)));
            assertEquals(0, selector.selectNow());
            key.cancel();
            assertEquals(0, selector.selectNow());
            channel.register(selector, SelectionKey.OP_READ);
            assertEquals(1, selector.selectNow());
        }
    }

    @Test
    void who_waits_already_waits_for_the_old_socket() throws Exception {
        ServerSocketChannel server = server();
        SocketAddress old = server.getLocalAddress();
        int fd = Sockets.fdOf(server);
        CompletableFuture<Integer> tid = new CompletableFuture<>();
        FutureTask<SocketChannel> waiting = new FutureTask<>(() -> {
            tid.complete(gettid());
            return server.accept();
        });
        new Thread(waiting).start();
        Needs.untilItWaits(tid.get(LIMIT, SECONDS), fd);
        replace(server, listener());
        SocketChannel toNew = keep(SocketChannel.open(SocketAddresses.local(fd)));
        SocketChannel toOld = keep(SocketChannel.open(old));
        assertEquals(toOld.getLocalAddress(), keep(waiting.get(LIMIT, SECONDS)).getRemoteAddress());
        assertEquals(toNew.getLocalAddress(), keep(server.accept()).getRemoteAddress());
    }
}
