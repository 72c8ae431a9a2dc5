package procfs;

import static libc.sys.Socket.SOCK_DGRAM;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who talks to whom, among the sockets of one network namespace. */
final class Peers {

    private static final Set<Kind> BY_ADDRESS = EnumSet.of(Kind.TCP, Kind.UDP, Kind.UDPLITE);

    private record Connection(Kind kind, Ends ends) {

        static Connection of(SocketEntry entry) {
            return new Connection(entry.kind(), new Ends(entry.local(), entry.remote()));
        }

        Connection reversed() {
            return new Connection(kind, ends.reversed());
        }
    }

    /** Where there are several with the same addresses, as SO_REUSEPORT permits, none. */
    private final Map<Connection, Optional<SocketEntry>> byEnds = new HashMap<>();
    private final Map<Long, SocketEntry> byInode = new HashMap<>();

    /** Addresses of TCP, and names of UNIX. */
    private final Set<SocketAddress> listening = new HashSet<>();
    private final boolean allListeners;

    /** Sockets, among which may be all listeners of TCP that there are. */
    Peers(List<SocketEntry> sockets, boolean allListeners) {
        this.allListeners = allListeners;
        for (SocketEntry entry : sockets) {
            if (entry.state() == State.TCP_LISTEN) {
                listening.add(Ends.canonical(entry.local()));
            } else if (isConnected(entry)) {
                byEnds.merge(Connection.of(entry), Optional.of(entry), (one, other) -> Optional.empty());
            } else if (entry.kind() == Kind.UNIX && entry.inode() != 0) {
                byInode.put(entry.inode(), entry);
            }
        }
    }

    private static boolean isConnected(SocketEntry entry) {
        return BY_ADDRESS.contains(entry.kind()) && ((InetSocketAddress) entry.remote()).getPort() != 0;
    }

    Optional<SocketEntry> peer(SocketEntry entry) {
        return isConnected(entry) ? byEnds.getOrDefault(Connection.of(entry).reversed(), Optional.empty())
                : Optional.ofNullable(byInode.get(entry.peerInode()));
    }

    Optional<Side> side(SocketEntry entry) {
        boolean stream = entry.kind() == Kind.TCP || entry.kind() == Kind.UNIX && entry.type() != SOCK_DGRAM;
        return stream ? switch (entry.state()) {
            case TCP_LISTEN, TCP_CLOSE -> Optional.empty();
            case TCP_SYN_SENT -> Optional.of(Side.CLIENT);
            case TCP_SYN_RECV, TCP_NEW_SYN_RECV -> Optional.of(Side.SERVER);
            default -> connectedSide(entry);
        } : Optional.empty();
    }

    private Optional<Side> connectedSide(SocketEntry entry) {
        Optional<SocketEntry> peer = peer(entry);
        boolean server = listens(entry.local());
        boolean client = peer.isPresent() && listens(peer.get().local());
        if (server != client) {
            return Optional.of(server ? Side.SERVER : Side.CLIENT);
        }
        boolean elsewhere = !server && peer.isEmpty() && entry.kind() == Kind.TCP && allListeners;
        return elsewhere ? Optional.of(Side.CLIENT) : Optional.empty();
    }

    private boolean listens(SocketAddress local) {
        return listening.contains(Ends.canonical(local)) || local instanceof InetSocketAddress address
                && listening.contains(new InetSocketAddress(address.getPort()));
    }
}
