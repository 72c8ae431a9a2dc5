package libc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;
import jnr.unixsocket.UnixDatagramChannel;
import jnr.unixsocket.UnixServerSocketChannel;
import jnr.unixsocket.UnixSocketAddress;
import jnr.unixsocket.UnixSocketChannel;
import libc.Place.Kind;
import org.newsclub.net.unix.AFUNIXDatagramChannel;
import org.newsclub.net.unix.AFUNIXServerSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/** A peer in this JVM, with channels of its own. */
enum ChannelPeer implements Peer {

    JDK {
        @Override
        SocketAddress address(Place place) {
            return place.kind() == Kind.INET ? new InetSocketAddress(place.name(), place.port())
                    : UnixDomainSocketAddress.of(place.name());
        }

        @Override
        SocketChannel open(Kind kind) throws IOException {
            return SocketChannel.open(family(kind));
        }

        @Override
        public Listener listen(Place own) throws IOException {
            ServerSocketChannel channel = ServerSocketChannel.open(family(own.kind())).bind(address(own));
            return new ChannelListener(this, place(own, channel), channel::accept, channel);
        }

        @Override
        DatagramChannel openDatagram() throws IOException {
            return DatagramChannel.open(StandardProtocolFamily.INET);
        }

        private StandardProtocolFamily family(Kind kind) {
            return kind == Kind.INET ? StandardProtocolFamily.INET : StandardProtocolFamily.UNIX;
        }
    },

    JNR_UNIXSOCKET {
        @Override
        SocketAddress address(Place place) {
            return new UnixSocketAddress(place.kind() == Kind.ABSTRACT ? "\0" + place.name() : place.name());
        }

        @Override
        SocketChannel open(Kind kind) throws IOException {
            return UnixSocketChannel.open();
        }

        @Override
        public Listener listen(Place own) throws IOException {
            UnixServerSocketChannel channel = UnixServerSocketChannel.open();
            channel.socket().bind(address(own));
            return new ChannelListener(this, own, channel::accept, channel);
        }

        @Override
        DatagramChannel openDatagram() throws IOException {
            return UnixDatagramChannel.open();
        }

        @Override
        SocketAddress remote(SocketChannel accepted) {
            return ((UnixSocketChannel) accepted).getRemoteSocketAddress(); // the channels' own method answers null
        }
    },

    JUNIXSOCKET {
        @Override
        SocketAddress address(Place place) throws SocketException {
            return place.kind() == Kind.ABSTRACT ? AFUNIXSocketAddress.inAbstractNamespace(place.name())
                    : AFUNIXSocketAddress.of(Path.of(place.name()));
        }

        @Override
        SocketChannel open(Kind kind) throws IOException {
            return AFUNIXSocketChannel.open();
        }

        @Override
        public Listener listen(Place own) throws IOException {
            ServerSocketChannel channel = AFUNIXServerSocketChannel.open().bind(address(own));
            return new ChannelListener(this, own, channel::accept, channel);
        }

        @Override
        DatagramChannel openDatagram() throws IOException {
            return AFUNIXDatagramChannel.open();
        }
    };

    abstract SocketAddress address(Place place) throws IOException;

    abstract SocketChannel open(Kind kind) throws IOException;

    abstract DatagramChannel openDatagram() throws IOException;

    SocketAddress remote(SocketChannel accepted) throws IOException {
        return accepted.getRemoteAddress();
    }

    private record ChannelConnection(SocketChannel channel) implements Connection {

        @Override
        public InputStream in() {
            return Channels.newInputStream(channel);
        }

        @Override
        public OutputStream out() {
            return Channels.newOutputStream(channel);
        }

        @Override
        public void shutdownOutput() throws IOException {
            channel.shutdownOutput();
        }

        @Override
        public void end() throws IOException {
            channel.close();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** jnr-unixsocket's listening channel is no ServerSocketChannel. */
    private interface Acceptor {
        SocketChannel accept() throws IOException;
    }

    private record ChannelListener(ChannelPeer peer, Place place, Acceptor acceptor, Closeable channel)
            implements Listener {

        @Override
        public Connection accept(Place ours) throws IOException {
            SocketChannel accepted = acceptor.accept();
            if (ours.kind() != Kind.UNNAMED) {
                assertEquals(peer.address(ours), peer.remote(accepted));
            }
            return new ChannelConnection(accepted);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private record ChannelDatagrams(DatagramChannel channel, Place place, SocketAddress ours) implements Datagrams {

        @Override
        public void send(byte[] datagram) throws IOException {
            assertEquals(datagram.length, channel.send(ByteBuffer.wrap(datagram), ours));
        }

        @Override
        public byte[] receive(int length) throws IOException {
            ByteBuffer room = ByteBuffer.allocate(length + 1);
            assertEquals(ours, channel.receive(room));
            return Arrays.copyOf(room.array(), room.position());
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    @Override
    public Connection connect(Place own, Place ours) throws IOException {
        SocketChannel channel = open(ours.kind());
        if (own.kind() != Kind.UNNAMED) {
            channel.bind(address(own));
        }
        channel.connect(address(ours));
        return new ChannelConnection(channel);
    }

    @Override
    public Datagrams sender(Place own, Place ours) throws IOException {
        return receiver(own, ours);
    }

    @Override
    public Datagrams receiver(Place own, Place ours) throws IOException {
        DatagramChannel channel = openDatagram();
        channel.bind(address(own));
        return new ChannelDatagrams(channel, place(own, channel), address(ours));
    }

    private static Place place(Place own, NetworkChannel channel) throws IOException {
        return own.kind() == Kind.INET
                ? Place.loopback(((InetSocketAddress) channel.getLocalAddress()).getPort()) : own;
    }
}
