package procfs;

import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sockets, who has them open, and who talks to whom. */
public final class SocketTable implements Iterable<SocketEntry> {

    /** All that were read, of which a query with a pid has only some. */
    private final List<SocketEntry> read;
    private final List<SocketEntry> sockets;
    private final Set<Kind> lacking;
    private final List<Descriptor> unresolved;
    private final Owners owners;
    private final boolean allListeners;
    private Peers peers;

    private SocketTable(Query query) throws IOException {
        Set<Long> inodes = query.pid() == 0 ? Set.of() : inodes(socketsOf(query.pid()), Descriptor::inode);
        Sources sources = new Sources(query);
        read = List.copyOf(sources.entries());
        sockets = query.pid() == 0 ? read : read.stream().filter(entry -> inodes.contains(entry.inode())).toList();
        lacking = Collections.unmodifiableSet(sources.lacking());
        unresolved = query.pid() == 0 ? List.of() : unresolved(query.pid(), inodes);
        owners = query.owners() ? Owners.now() : null;
        allListeners = query.states().contains(State.TCP_LISTEN) && query.filter() == Filter.ANY
                && query.families().containsAll(Query.ALL.families());
    }

    /**
     * All sockets of this thread's network namespace, with their owners.
     *
     * @return the table
     * @throws IOException if it cannot be read
     */
    public static SocketTable all() throws IOException {
        return Query.ALL.withOwners().read();
    }

    /**
     * The sockets that a process has open.
     *
     * @param pid the process
     * @return the table
     * @throws IOException if there is no such process, it is another user's, or the table cannot be read
     */
    public static SocketTable of(int pid) throws IOException {
        return Query.ALL.pid(pid).withOwners().read();
    }

    /**
     * All sockets of the network namespace that a process is in, with their owners.
     *
     * @param pid the process
     * @return the table
     * @throws IOException if it cannot be read
     */
    public static SocketTable inNamespaceOf(int pid) throws IOException {
        return Query.ALL.namespace(Namespace.of(pid)).withOwners().read();
    }

    static SocketTable read(Query query) throws IOException {
        return new SocketTable(query);
    }

    /** What was opened or closed while the tables were read is not lacking there. */
    private List<Descriptor> unresolved(int pid, Set<Long> inodes) throws IOException {
        Set<Long> resolved = inodes(sockets, SocketEntry::inode);
        return socketsOf(pid).stream()
                .filter(one -> inodes.contains(one.inode()) && !resolved.contains(one.inode())).toList();
    }

    private static <T> Set<Long> inodes(List<T> of, Function<T, Long> inode) {
        return of.stream().map(inode).collect(Collectors.toSet());
    }

    private static List<Descriptor> socketsOf(int pid) throws IOException {
        return Descriptors.of(pid).open().stream().filter(open -> open.kind() == Descriptor.Kind.SOCKET).toList();
    }

    /**
     * The sockets: those that the query asks for, and of a query with a pid those of them that the process has open.
     *
     * @return in the order of their kinds, and of each in the source's
     */
    public List<SocketEntry> sockets() {
        return sockets;
    }

    /**
     * The kinds of which nothing could be read, since the kernel has no table of them in the source that was asked for.
     * Where the source is chosen automatically, there are no such sockets then.
     *
     * @return the kinds
     */
    public Set<Kind> lacking() {
        return lacking;
    }

    /**
     * Of a query with a pid the process's descriptors of sockets that are not in this table: those that the query does
     * not ask for, those of another network namespace or family, and TCP sockets that are neither bound nor connected,
     * which no table of the kernel's has.
     *
     * @return the descriptors
     */
    public List<Descriptor> unresolved() {
        return unresolved;
    }

    /**
     * How many processes were passed over when the owners were looked up, since they may not be looked at: they are
     * other users', or have more privileges.
     *
     * @return a count; kernel threads, which have no sockets open, are among them where one is not root
     * @throws IllegalStateException if the query did not ask for owners
     */
    public int denied() {
        return asked().denied();
    }

    /**
     * Who has a socket open.
     *
     * @param entry a socket of this table
     * @return each process and descriptor, in the order of their numbers; none of a socket that is closed and not gone
     *     yet, that no process has accepted yet, or that is another user's
     * @throws IllegalStateException if the query did not ask for owners
     */
    public List<Owner> owners(SocketEntry entry) {
        return asked().of(entry.inode());
    }

    private synchronized Peers peers() {
        if (peers == null) {
            peers = new Peers(read, allListeners);
        }
        return peers;
    }

    private Owners asked() {
        if (owners == null) {
            throw new IllegalStateException("the query did not ask for owners");
        }
        return owners;
    }

    /**
     * The other end of a socket's connection: by the reversed addresses for TCP and UDP, by the peer's inode for UNIX,
     * which {@code /proc} does not tell. It is looked for among all sockets that the query asks for, and of a query with
     * a pid among those of other processes too.
     *
     * @param entry a socket of this table
     * @return the other end; none if it is elsewhere, or if several sockets have its addresses
     */
    public Optional<SocketEntry> peer(SocketEntry entry) {
        return peers().peer(entry);
    }

    /**
     * Which side of its connection a socket is, as far as this table tells: of a listener's address or name it is a
     * server's, and its other end a client's. A TCP connection to elsewhere that no listener of this table explains is
     * taken for a client's, if the query asks for all listeners.
     *
     * @param entry a socket of this table
     * @return the side; none for what is not connected, or has two like ends, as a socketpair
     */
    public Optional<Side> side(SocketEntry entry) {
        return peers().side(entry);
    }

    @Override
    public Iterator<SocketEntry> iterator() {
        return sockets().iterator();
    }
}
