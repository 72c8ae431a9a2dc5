package procfs;

import static libc.Unistd.getpid;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** From a JDK channel to its descriptor. */
public final class Sockets {

    private Sockets() {}

    /**
     * The descriptor of a JDK channel, for {@code setsockopt} and its like: a SocketChannel, ServerSocketChannel or
     * DatagramChannel, of IP or UNIX. It is found among this process's descriptors by what {@code getsockname} and
     * {@code getpeername} say. It stays the channel's: do not close it.
     *
     * <p>Several sockets may be alike: channels that are not bound yet, connections of one UNIX listener, twins by
     * {@code SO_REUSEPORT}, a duplicate of the descriptor. None is chosen then. None is found of a connection that the other
     * end has reset, since the kernel has forgotten whose it was.
     *
     * @param channel an open channel
     * @return its descriptor
     * @throws IllegalArgumentException if it is a channel of another class
     * @throws ClosedChannelException if it is closed
     * @throws IOException if none of this process's sockets is like it, or if several are: the message
     *     names their descriptors
     */
    public static int fdOf(NetworkChannel channel) throws IOException {
        Likeness wanted = Likeness.of(channel);
        boolean connecting = channel instanceof SocketChannel stream && stream.isConnectionPending();
        List<Integer> found = new ArrayList<>();
        for (Descriptor descriptor : Descriptors.of(getpid()).open()) {
            if (descriptor.kind() == Descriptor.Kind.SOCKET && Likeness.of(descriptor.number())
                    .filter(connecting ? wanted::mayFit : wanted::fits).isPresent()) {
                found.add(descriptor.number());
            }
        }
        if (!channel.isOpen()) {
            throw new ClosedChannelException();
        } else if (found.size() == 1) {
            return found.get(0);
        }
        throw new IOException(found.isEmpty() ? "none of this process's sockets is like " + channel
                : "descriptors " + found + " are all like " + channel);
    }
}
