package libc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.EBADF;
import static libc.Errno.ENOTCONN;
import static libc.Errno.ENOTSOCK;
import static libc.Errno.check;
import static libc.Fcntl.O_RDONLY;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import libc.bits.Socket.sockaddr;
import libc.netinet.In.sockaddr_in;
import libc.nio.InheritedChannel;
import libc.nio.SocketAddresses;
import libc.sys.Un.sockaddr_un;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A socket of system calls as a JDK channel: one in the life of a JVM, so each case has a JVM of its own. */
class InheritedChannelIT {

    @TempDir
    private Path dir;

    /** What a JVM does that begins with its descriptor 0 at /dev/null. */
    enum Case {

        SERVER_OF_IPV4 {
            @Override
            void run(Sockets s, Path dir) throws Exception {
                serve(s, AF_INET, new InetSocketAddress("127.0.0.1", 0));
            }
        },

        SERVER_OF_BOTH {
            @Override
            void run(Sockets s, Path dir) throws Exception {
                serve(s, AF_INET6, new InetSocketAddress("0.0.0.0", 0));
            }
        },

        SERVER_OF_UNIX {
            @Override
            void run(Sockets s, Path dir) throws Exception {
                serve(s, AF_UNIX, UnixDomainSocketAddress.of(dir.resolve("listener")));
            }
        },

        SERVER_OF_AN_ABSTRACT_NAME {
            @Override
            void run(Sockets s, Path dir) throws Exception {
                sockaddr_un name = new sockaddr_un();
                name.sun_family = AF_UNIX;
                int listener = s.open(AF_UNIX, SOCK_STREAM);
                check(bind(listener, name, sizeof(short.class)));
                check(listen(listener, 1));
                int[] length = {sizeof(name)};
                check(getsockname(listener, name, length));
                int client = s.open(AF_UNIX, SOCK_STREAM);
                check(connect(client, name, length[0]));
                try (ServerSocketChannel server = (ServerSocketChannel) of(listener);
                        SocketChannel accepted = server.accept()) {
                    assertEquals(UnixDomainSocketAddress.of(""), server.getLocalAddress());
                    assertEquals(1, send(client, "x", 1, 0));
                    assertEquals(1, accepted.read(ByteBuffer.allocate(2)));
                }
            }
        },

        SERVER_FOR_A_SELECTOR {
            @Override
            void run(Sockets s, Path dir) throws Exception {
                int listener = s.open(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
                Sockets.listening(listener, 1);
                try (ServerSocketChannel server = (ServerSocketChannel) of(listener); Selector selector = Selector.open()) {
                    assertTrue(server.isBlocking());
                    server.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
                    assertNull(server.accept());
                    try (SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
                        assertEquals(1, selector.select(30_000));
                        try (SocketChannel accepted = server.accept()) {
                            assertEquals(client.getLocalAddress(), accepted.getRemoteAddress());
                        }
                    }
                }
            }
        },

        CONNECTION_OF_IPV6 {
            @Override
            void run(Sockets s, Path dir) throws Exception {
                try (ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress("::1", 0))) {
                    sockaddr addr = SocketAddresses.toC(server.getLocalAddress());
                    int fd = s.open(AF_INET6, SOCK_STREAM);
                    check(connect(fd, addr, SocketAddresses.length(addr)));
                    try (SocketChannel channel = (SocketChannel) of(fd); SocketChannel accepted = server.accept()) {
                        assertEquals(accepted.getLocalAddress(), channel.getRemoteAddress());
                        assertEquals(accepted.getRemoteAddress(), channel.getLocalAddress());
                    }
                }
            }
        },

        CONNECTION_OF_IPV4 {
            @Override
            void run(Sockets s, Path dir) throws Exception {
                int[] tcp = s.tcp();
                if (Runtime.version().feature() > 20) {
                    converse(s, tcp, SocketAddresses.remote(tcp[0]));
                } else {
                    IOException server = assertThrows(IOException.class, () -> of(tcp[0]));
                    assertTrue(server.getMessage().startsWith("not a SocketChannel for this JDK: "), server::getMessage);
                }
            }
        },

        CONNECTION_OF_UNIX {
            @Override
            void run(Sockets s, Path dir) throws Exception {
                converse(s, s.pair(SOCK_STREAM), UnixDomainSocketAddress.of(""));
            }
        },

        DATAGRAMS {
            @Override
            void run(Sockets s, Path dir) throws Exception {
                int fd = s.open(AF_INET6, SOCK_DGRAM);
                sockaddr addr = SocketAddresses.toC(new InetSocketAddress("::1", 0));
                check(bind(fd, addr, SocketAddresses.length(addr)));
                try (DatagramChannel ours = (DatagramChannel) of(fd); DatagramChannel other = DatagramChannel.open()) {
                    ByteBuffer two = ByteBuffer.allocate(2);
                    SocketAddress from = receive(ours, other, two);
                    assertEquals(2, ours.send(two.flip(), from));
                    assertEquals(2, other.read(two.clear()));
                }
            }
        },

        DATAGRAMS_OF_IPV4 {
            @Override
            void run(Sockets s, Path dir) throws Exception {
                int fd = s.open(AF_INET, SOCK_DGRAM);
                Sockets.bound(fd);
                try (DatagramChannel ours = (DatagramChannel) of(fd); DatagramChannel other = DatagramChannel.open()) {
                    ByteBuffer two = ByteBuffer.allocate(2);
                    SocketAddress from = receive(ours, other, two);
                    assertThrows(SocketException.class, () -> ours.send(two.flip(), from));
                }
            }
        },

        /** The channel does not know that the kernel would take no datagram but the peer's. */
        DATAGRAMS_OF_A_CONNECTED_SOCKET {
            @Override
            void run(Sockets s, Path dir) throws Exception {
                int other = s.open(AF_INET, SOCK_DGRAM);
                sockaddr_in peer = Sockets.bound(other);
                int fd = s.open(AF_INET, SOCK_DGRAM);
                check(connect(fd, peer, sizeof(peer)));
                try (DatagramChannel channel = (DatagramChannel) of(fd)) {
                    assertFalse(channel.isConnected());
                    assertEquals(SocketAddresses.local(fd), channel.getLocalAddress());
                }
            }
        },

        /** A refusal leaves the JVM its one channel. */
        REFUSALS {
            @Override
            void run(Sockets s, Path dir) throws Exception {
                assertErrno(ENOTCONN, s.open(AF_INET, SOCK_STREAM));
                assertErrno(ENOTCONN, s.open(AF_UNIX, SOCK_STREAM));
                assertErrno(ENOTSOCK, s.file(Path.of("/dev/null"), O_RDONLY));
                assertErrno(EBADF, -1);
                for (int type : new int[] {SOCK_DGRAM, SOCK_SEQPACKET}) {
                    int fd = s.pair(type)[0];
                    assertThrows(IllegalArgumentException.class, () -> InheritedChannel.of(fd));
                }
                assertThrows(IllegalArgumentException.class, () -> InheritedChannel.of(s.open(AF_NETLINK, SOCK_RAW)));
                try (NetworkChannel channel = of(s.pair(SOCK_STREAM)[0])) {
                    assertInstanceOf(SocketChannel.class, channel);
                }
            }

            private void assertErrno(int errno, int fd) {
                assertEquals(errno, assertThrows(ErrnoException.class, () -> InheritedChannel.of(fd)).errno());
            }
        },

        ONE_IN_A_JVM {
            @Override
            void run(Sockets s, Path dir) throws Exception {
                int[] sv = s.pair(SOCK_STREAM);
                try (NetworkChannel channel = of(sv[0])) {
                    assertThrows(IllegalStateException.class, () -> InheritedChannel.of(sv[1]));
                    assertThrows(IllegalStateException.class, () -> InheritedChannel.of(sv[0]));
                    assertTrue(channel.isOpen());
                    assertSame(channel, System.inheritedChannel());
                }
            }
        },

        NONE_IF_ASKED_BEFORE {
            @Override
            void run(Sockets s, Path dir) throws Exception {
                assertNull(System.inheritedChannel());
                String stdin = link(0);
                assertThrows(IllegalStateException.class, () -> InheritedChannel.of(s.pair(SOCK_STREAM)[0]));
                assertEquals(stdin, link(0));
            }
        },

        CLOSED_STDIN {
            @Override
            void run(Sockets s, Path dir) throws Exception {
                int[] sv = s.pair(SOCK_STREAM);
                check(Unistd.close(0));
                assertEquals(EBADF, assertThrows(ErrnoException.class, () -> InheritedChannel.of(sv[0])).errno());
            }
        },

        /** The JDK points 0, 1 and 2 to /dev/null; who has kept them puts them back. */
        CLOSE {
            @Override
            void run(Sockets s, Path dir) throws Exception {
                String stdout = link(1);
                int kept = s.keep(Unistd.dup(1));
                NetworkChannel channel = of(s.pair(SOCK_STREAM)[0]);
                assertEquals(stdout, link(1));
                channel.close();
                for (int fd = 0; fd <= 2; fd++) {
                    assertEquals("/dev/null", link(fd));
                }
                check(Unistd.dup2(kept, 1));
                assertEquals(stdout, link(1));
            }
        };

        abstract void run(Sockets s, Path dir) throws Exception;

        static String link(int fd) throws IOException {
            return Files.readSymbolicLink(Path.of("/proc/self/fd", Integer.toString(fd))).toString();
        }

        /** The channel, for which descriptor 0 was borrowed only. */
        static NetworkChannel of(int fd) throws IOException {
            String stdin = link(0);
            assertNotEquals(stdin, link(fd));
            NetworkChannel channel = InheritedChannel.of(fd);
            assertEquals(stdin, link(0));
            return channel;
        }

        /** JDK channels at both ends, though the JDK did not open the listener. */
        static void serve(Sockets s, int domain, SocketAddress address) throws Exception {
            int listener = s.open(domain, SOCK_STREAM);
            sockaddr addr = domain == AF_INET6 ? SocketAddresses.toC6((InetSocketAddress) address)
                    : SocketAddresses.toC(address);
            check(bind(listener, addr, SocketAddresses.length(addr)));
            check(listen(listener, 1));
            try (ServerSocketChannel server = (ServerSocketChannel) of(listener)) {
                assertEquals(SocketAddresses.local(listener), server.getLocalAddress());
                s.closeNow(listener);
                SocketAddress there = domain == AF_UNIX ? address
                        : new InetSocketAddress("127.0.0.1", ((InetSocketAddress) server.getLocalAddress()).getPort());
                try (SocketChannel client = SocketChannel.open(there); SocketChannel accepted = server.accept()) {
                    assertEquals(client.getLocalAddress(), accepted.getRemoteAddress());
                    ByteBuffer two = ByteBuffer.wrap("to".getBytes(US_ASCII));
                    assertEquals(2, client.write(two));
                    assertEquals(2, accepted.read(two.clear()));
                    assertEquals(2, accepted.write(two.flip()));
                    assertEquals(2, client.read(two.clear()));
                    client.shutdownOutput();
                    assertEquals(-1, accepted.read(two.clear()));
                }
            }
        }

        static SocketAddress receive(DatagramChannel ours, DatagramChannel other, ByteBuffer two) throws IOException {
            other.connect(ours.getLocalAddress());
            other.write(ByteBuffer.wrap("to".getBytes(US_ASCII)));
            SocketAddress from = ours.receive(two);
            assertEquals(other.getLocalAddress(), from);
            assertEquals(2, two.position());
            return from;
        }

        static void converse(Sockets s, int[] pair, SocketAddress peer) throws Exception {
            try (SocketChannel channel = (SocketChannel) of(pair[0])) {
                s.closeNow(pair[0]);
                assertTrue(channel.isConnected());
                assertEquals(peer, channel.getRemoteAddress());
                ByteBuffer two = ByteBuffer.wrap("to".getBytes(US_ASCII));
                assertEquals(2, channel.write(two));
                byte[] bytes = new byte[2];
                assertEquals(2, check(recv(pair[1], bytes, 2, 0)));
                assertEquals(2, check(send(pair[1], bytes, 2, 0)));
                assertEquals(2, channel.read(two.clear()));
                check(shutdown(pair[1], SHUT_WR));
                assertEquals(-1, channel.read(two.clear()));
                channel.shutdownOutput();
                assertEquals(0, check(recv(pair[1], bytes, 2, 0)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void in_a_JVM_of_its_own(Case which) throws Exception {
        Path done = dir.resolve("done");
        Needs.run(dir, Sockets.java(Alone.class, which.name(), dir.toString(), done.toString()).toArray(String[]::new));
        assertTrue(Files.exists(done));
    }

    /** Runs a case, and can tell of a failure though a channel's close has taken stderr away. */
    static final class Alone {

        private Alone() {}

        public static void main(String[] args) throws Exception {
            Sockets.assertBackend();
            int stderr = check(Unistd.dup(2));
            try (Sockets s = new Sockets()) {
                Case.valueOf(args[0]).run(s, Path.of(args[1]));
            } finally {
                check(Unistd.dup2(stderr, 2));
            }
            Files.createFile(Path.of(args[2]));
        }
    }
}
