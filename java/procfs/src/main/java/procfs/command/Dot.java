package procfs.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import procfs.Kind;
import procfs.Owner;
import procfs.Side;
import procfs.SocketEntry;
import procfs.SocketTable;
import procfs.State;

/** A graph for Graphviz: processes and where they listen, their connections from client to server, and who is elsewhere. */
final class Dot implements Printer {

    private final Ends ends;

    Dot(Names names) {
        this.ends = new Ends(names);
    }

    @Override
    public void print(SocketTable table, List<SocketEntry> sockets, Appendable out) throws IOException {
        Graph graph = new Graph();
        Set<SocketEntry> drawn = Collections.newSetFromMap(new IdentityHashMap<>());
        for (SocketEntry entry : sockets) {
            Optional<SocketEntry> peer = table.peer(entry).or(() -> receiver(table, entry));
            if (peer.isEmpty()) {
                alone(graph, table, entry);
            } else if (!drawn.contains(peer.get()) || table.peer(peer.get()).filter(back -> back == entry).isEmpty()) {
                drawn.add(entry);
                connection(graph, table, entry, peer.get());
            }
        }
        graph.print(out);
    }

    /** Who receives what a socket sends that is connected to one which is not: a datagram server's. */
    private static Optional<SocketEntry> receiver(SocketTable table, SocketEntry entry) {
        if (!entry.kind().isInternet() || entry.kind() == Kind.TCP || !Ends.isConnected(entry)) {
            return Optional.empty();
        }
        InetSocketAddress remote = (InetSocketAddress) entry.remote();
        return table.sockets().stream().filter(other -> other.kind() == entry.kind() && other.state() == State.TCP_CLOSE)
                .filter(other -> receives((InetSocketAddress) other.local(), remote)).findFirst();
    }

    private static boolean receives(InetSocketAddress local, InetSocketAddress remote) {
        boolean all = local.getAddress().isAnyLocalAddress() && remote.getAddress().isLoopbackAddress();
        return local.getPort() == remote.getPort() && (all || local.getAddress().equals(remote.getAddress()));
    }

    /** A socket that listens, or whose other end is elsewhere. */
    private void alone(Graph graph, SocketTable table, SocketEntry entry) throws IOException {
        List<Owner> owners = table.owners(entry);
        String local = Ends.netid(entry) + " " + name(entry, ends.local(entry));
        if (owners.isEmpty()) {
            return;
        } else if (Ends.isConnected(entry)) {
            String[] remote = ends.remote(entry);
            boolean internet = entry.kind().isInternet();
            String host = internet ? remote[0].substring(0, remote[0].length() - 1) : String.join("", remote);
            boolean served = table.side(entry).filter(side -> side == Side.SERVER).isPresent();
            String server = name(entry, served ? ends.local(entry) : remote);
            String client = name(entry, served ? remote : ends.local(entry));
            String there = graph.elsewhere(host);
            for (String process : graph.processes(owners)) {
                graph.edge(served ? there : process, served ? process : there, table.side(entry).isPresent(),
                        Ends.netid(entry), client, server, entry.state().shortName());
            }
        } else if (entry.state() == State.TCP_LISTEN || Ends.isNamed(entry.local())) {
            for (String process : graph.processes(owners)) {
                graph.waits(process, entry.state() == State.TCP_LISTEN ? local + " LISTEN" : local);
            }
        }
    }

    /**
     * Two ends that are both in the table; one of them, a closed one, may have no process. What a process has in a pair
     * without names, it has for itself.
     */
    private void connection(Graph graph, SocketTable table, SocketEntry entry, SocketEntry peer) throws IOException {
        Optional<Side> side = table.side(entry);
        boolean served = side.filter(s -> s == Side.SERVER).isPresent();
        boolean directed = side.isPresent() || peer.state() == State.TCP_CLOSE;
        SocketEntry client = served ? peer : entry;
        SocketEntry server = served ? entry : peer;
        List<Owner> clients = table.owners(client);
        List<Owner> servers = table.owners(server);
        if (clients.isEmpty() && servers.isEmpty()) {
            return;
        }
        String state = client.state() == server.state() ? client.state().shortName()
                : client.state().shortName() + " / " + server.state().shortName();
        String from = name(client, ends.local(client));
        String to = name(server, ends.local(server));
        for (String first : graph.processes(clients)) {
            for (String second : graph.processes(servers)) {
                boolean ownPair = first.equals(second) && from.isEmpty() && to.isEmpty();
                if (!ownPair) {
                    graph.edge(first, second, directed, Ends.netid(entry), from, to, state);
                }
            }
        }
    }

    /** An end's name as others know it: of a UNIX socket without its inode, nothing if it has none. */
    private static String name(SocketEntry entry, String[] end) {
        String name = entry.kind() == Kind.UNIX ? end[0].strip() : String.join("", end);
        return name.equals("*") ? "" : name;
    }
}
