package procfs;

import static libc.Errno.EBADF;
import static libc.Errno.ENOTCONN;
import static libc.Errno.ENOTSOCK;
import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.Strings.strlen;
import static libc.netinet.In.IPPROTO_TCP;
import static libc.netinet.In.IPPROTO_UDP;
import static libc.sys.Stat.stat;
import static libc.sys.Un.*;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import libc.ErrnoException;
import libc.nio.SocketAddresses;
import libc.sys.Stat.stat;

/**
 * What a JDK channel and the kernel both tell of a socket.
 *
 * @param family {@code SO_DOMAIN}; AF_INET of IPv6 too, since a channel does not tell which
 * @param type {@code SO_TYPE}
 * @param protocol {@code SO_PROTOCOL}
 * @param listening {@code SO_ACCEPTCONN}
 * @param ends {@code getsockname} and {@code getpeername}
 */
record Likeness(int family, int type, int protocol, boolean listening, Ends ends) {

    static Likeness of(NetworkChannel channel) throws IOException {
        if (channel instanceof SocketChannel stream) {
            return of(channel, SOCK_STREAM, IPPROTO_TCP, false, stream.getRemoteAddress());
        } else if (channel instanceof ServerSocketChannel listener) {
            return of(channel, SOCK_STREAM, IPPROTO_TCP, listener.getLocalAddress() != null, null);
        } else if (channel instanceof DatagramChannel datagrams) {
            return of(channel, SOCK_DGRAM, IPPROTO_UDP, false, datagrams.getRemoteAddress());
        }
        throw new IllegalArgumentException("neither SocketChannel, ServerSocketChannel nor DatagramChannel: " + channel);
    }

    private static Likeness of(NetworkChannel channel, int type, int protocol, boolean listening, SocketAddress remote)
            throws IOException {
        // One without an address has nothing else to tell IP from UNIX: every channel of IP has this option, none of UNIX.
        boolean internet = channel.supportedOptions().contains(StandardSocketOptions.SO_REUSEADDR);
        SocketAddress local = channel.getLocalAddress();
        if (local == null) {
            local = internet ? new InetSocketAddress(0) : UnixAddress.UNNAMED;
        }
        return new Likeness(internet ? AF_INET : AF_UNIX, type, internet ? protocol : 0, listening,
                new Ends(name(local), name(remote)));
    }

    private static SocketAddress name(SocketAddress address) {
        return address instanceof UnixDomainSocketAddress unix
                ? UnixAddress.of(unix.getPath().toString().getBytes(Charset.forName(System.getProperty("sun.jnu.encoding"))))
                : address;
    }

    /** That of a descriptor; none if no channel has a socket of this family, or it was closed meanwhile. */
    static Optional<Likeness> of(int fd) throws IOException {
        try {
            int family = option(fd, SO_DOMAIN);
            if (family != AF_INET && family != AF_INET6 && family != AF_UNIX) {
                return Optional.empty();
            }
            sockaddr_storage address = new sockaddr_storage();
            int[] length = {sizeof(address)};
            check(getsockname(fd, address, length));
            SocketAddress local = name(address, length[0]);
            length[0] = sizeof(address);
            boolean connected = getpeername(fd, address, length) == 0;
            if (!connected && errno() != ENOTCONN) {
                throw new ErrnoException("getpeername", errno());
            }
            return Optional.of(new Likeness(family == AF_UNIX ? AF_UNIX : AF_INET, option(fd, SO_TYPE),
                    option(fd, SO_PROTOCOL), option(fd, SO_ACCEPTCONN) != 0,
                    new Ends(local, connected ? name(address, length[0]) : null)));
        } catch (ErrnoException e) {
            if (e.errno() == EBADF || e.errno() == ENOTSOCK) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static int option(int fd, int name) throws IOException {
        int[] value = new int[1];
        check(getsockopt(fd, SOL_SOCKET, name, value, new int[] {sizeof(value)}));
        return value[0];
    }

    private static SocketAddress name(sockaddr_storage address, int length) {
        if (address.sa_family() == AF_UNIX) {
            byte[] path = new sockaddr_un(address).sun_path;
            int most = Math.min(length - offsetof(sockaddr_un.class, "sun_path"), path.length);
            byte[] name = Arrays.copyOf(path, Math.max(most, 0));
            return UnixAddress.of(name.length > 0 && name[0] != 0 ? Arrays.copyOf(name, strlen(name)) : name);
        }
        return SocketAddresses.toJava(address, length);
    }

    /** Whether a socket that the kernel tells of is this channel's. */
    boolean fits(Likeness socket) {
        return equals(socket) || family == AF_UNIX && equals(socket.withRemote(ends.remote()))
                && isSameFile(socket.ends.remote(), ends.remote());
    }

    /**
     * Whether it may be this channel's while a connection is under way. The kernel has chosen a local address that the
     * channel does not tell yet, and tells the remote one only when the other end has answered.
     */
    boolean mayFit(Likeness socket) {
        return equals(new Likeness(socket.family, socket.type, socket.protocol, socket.listening, ends))
                && (socket.ends.remote() == null || socket.ends.remote().equals(ends.remote()))
                && mayBecome((InetSocketAddress) ends.local(), (InetSocketAddress) socket.ends.local());
    }

    private static boolean mayBecome(InetSocketAddress asked, InetSocketAddress chosen) {
        return chosen.getPort() != 0 && (asked.getPort() == 0 || asked.getPort() == chosen.getPort())
                && (asked.getAddress().isAnyLocalAddress() || asked.getAddress().equals(chosen.getAddress()));
    }

    private Likeness withRemote(SocketAddress remote) {
        return new Likeness(family, type, protocol, listening, new Ends(ends.local(), remote));
    }

    /** A path that the channel went by need not be the one that the listener was bound to. */
    private static boolean isSameFile(SocketAddress one, SocketAddress two) {
        stat first = new stat();
        stat second = new stat();
        return one instanceof UnixAddress a && two instanceof UnixAddress b && stat(a.toString(), first) == 0
                && stat(b.toString(), second) == 0 && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
    }
}
