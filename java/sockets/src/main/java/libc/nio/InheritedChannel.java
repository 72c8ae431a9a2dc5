package libc.nio;

import static libc.Errno.check;
import static libc.Fcntl.F_DUPFD_CLOEXEC;
import static libc.Fcntl.fcntl;
import static libc.Unistd.STDERR_FILENO;
import static libc.Unistd.STDIN_FILENO;
import static libc.Unistd.close;
import static libc.Unistd.dup2;
import static libc.sys.Socket.AF_INET;
import static libc.sys.Socket.AF_INET6;
import static libc.sys.Socket.AF_UNIX;
import static libc.sys.Socket.SOCK_DGRAM;
import static libc.sys.Socket.SOCK_STREAM;
import static libc.sys.Socket.SOL_SOCKET;
import static libc.sys.Socket.SO_ACCEPTCONN;
import static libc.sys.Socket.SO_DOMAIN;
import static libc.sys.Socket.SO_TYPE;
import static libc.sys.Socket.getpeername;
import static libc.sys.Socket.getsockopt;
import static libc.sys.Socket.sizeof;
import static libc.sys.Stat.fstat;

import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import libc.ErrnoException;
import libc.bits.Socket.sockaddr_storage;
import libc.sys.Stat.stat;

/**
 * A JDK channel on a socket that system calls made, by the one door that the JDK has for that: {@link
 * System#inheritedChannel}, which looks at descriptor 0, once in the life of a JVM.
 */
public final class InheritedChannel {

    private InheritedChannel() {}

    /**
     * The JDK channel of a socket: a {@link ServerSocketChannel} of a stream socket that listens, a {@link SocketChannel} of
     * one that is connected, a {@link DatagramChannel} of a datagram socket of IP; streams may be of AF_UNIX too. For the
     * length of the call descriptor 0 is this socket, by dup2(2), then it is again what it was.
     *
     * <p>The channel has a descriptor of its own, and {@code fd} stays the caller's to close. It is in blocking mode. Its
     * {@code close} points the descriptors 0, 1 and 2 to {@code /dev/null}, as the JDK does with an inherited channel: who
     * wants to print after that keeps 1 and 2 by dup(2) and puts them back. A DatagramChannel does not know of a connection.
     * Where the JVM has IPv6, datagrams of AF_INET can only be received, since the JDK sends them to addresses of AF_INET6,
     * and Java 17 takes a connection of AF_INET for a server; sockets of AF_INET6 serve both.
     *
     * @param fd the socket
     * @return its channel
     * @throws IllegalArgumentException if no JDK channel is for such a socket
     * @throws IllegalStateException if the JVM has given its one inherited channel before, or said that it has none
     * @throws ErrnoException with ENOTSOCK if {@code fd} is not a socket, ENOTCONN if a stream neither listens nor is
     *     connected, EBADF if {@code fd} or descriptor 0 is closed
     * @throws IOException if /proc cannot be read, or the JDK makes another channel
     */
    public static synchronized NetworkChannel of(int fd) throws IOException {
        Class<? extends NetworkChannel> kind = kind(fd);
        int descriptors = descriptors(fd);
        int stdin = check(fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
        NetworkChannel channel;
        try {
            check(dup2(fd, STDIN_FILENO));
            channel = (NetworkChannel) System.inheritedChannel();
        } finally {
            check(dup2(stdin, STDIN_FILENO));
            check(close(stdin));
        }
        if (descriptors(fd) == descriptors) {
            throw new IllegalStateException("System.inheritedChannel() has been asked before, and answers the same again");
        } else if (!kind.isInstance(channel)) {
            throw new IOException("not a " + kind.getSimpleName() + " for this JDK: " + channel);
        }
        return channel;
    }

    private static Class<? extends NetworkChannel> kind(int fd) throws ErrnoException {
        int domain = option(fd, SO_DOMAIN);
        int type = option(fd, SO_TYPE);
        boolean inet = domain == AF_INET || domain == AF_INET6;
        if (type == SOCK_DGRAM && inet) {
            return DatagramChannel.class;
        } else if (type != SOCK_STREAM || !inet && domain != AF_UNIX) {
            throw new IllegalArgumentException("no JDK channel is for SO_DOMAIN " + domain + ", SO_TYPE " + type);
        } else if (option(fd, SO_ACCEPTCONN) != 0) {
            return ServerSocketChannel.class;
        }
        sockaddr_storage peer = new sockaddr_storage();
        check(getpeername(fd, peer, new int[] {sizeof(peer)}));
        return SocketChannel.class;
    }

    private static int option(int fd, int name) throws ErrnoException {
        int[] value = new int[1];
        check(getsockopt(fd, SOL_SOCKET, name, value, new int[] {sizeof(value)}));
        return value[0];
    }

    /** How many of this process's descriptors are this socket: the JDK makes one more for a new channel. */
    private static int descriptors(int fd) throws IOException {
        stat socket = new stat();
        check(fstat(fd, socket));
        stat other = new stat();
        int descriptors = 0;
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path path : open) {
                int number = Integer.parseInt(path.getFileName().toString());
                if (fstat(number, other) == 0 && other.st_dev == socket.st_dev && other.st_ino == socket.st_ino) {
                    descriptors++;
                }
            }
        }
        return descriptors;
    }
}
