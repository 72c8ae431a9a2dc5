package procfs;

import static libc.sys.Socket.AF_INET;
import static libc.sys.Socket.AF_INET6;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Which sockets, from where, and what of them. A query does not change: each method answers another one. What
 * the kernel can leave out by itself it is told to leave out.
 *
 * @param kinds the kinds
 * @param families of the Internet kinds {@code AF_INET}, {@code AF_INET6} or both
 * @param states the states
 * @param filter which addresses and ports
 * @param details what is asked for of each beyond its entry
 * @param source where they are read from
 * @param namespace whose network namespace
 * @param pid only those that this process has open; 0 for all
 * @param owners whether the processes that have them open are looked up
 */
public record Query(Set<Kind> kinds, Set<Integer> families, Set<State> states, Filter filter, Set<Detail> details,
        Source source, Namespace namespace, int pid, boolean owners) {

    /** All sockets of this thread's network namespace, without details and without owners. */
    public static final Query ALL = new Query(EnumSet.allOf(Kind.class), Set.of(AF_INET, AF_INET6), EnumSet.allOf(State.class),
            Filter.ANY, Set.of(), Source.AUTO, Namespace.OWN, 0, false);

    /** A query; no object may be null. */
    public Query {
        kinds = Set.copyOf(kinds);
        families = Set.copyOf(families);
        states = Set.copyOf(states);
        Objects.requireNonNull(filter);
        details = Set.copyOf(details);
        Objects.requireNonNull(source);
        Objects.requireNonNull(namespace);
    }

    /**
     * Only these kinds.
     *
     * @param only the kinds
     * @return the query
     */
    public Query kinds(Kind... only) {
        return new Query(Set.of(only), families, states, filter, details, source, namespace, pid, owners);
    }

    /**
     * Of the Internet kinds only this family.
     *
     * @param only {@code AF_INET} or {@code AF_INET6}
     * @return the query
     */
    public Query family(int only) {
        return new Query(kinds, Set.of(only), states, filter, details, source, namespace, pid, owners);
    }

    /**
     * Only these states.
     *
     * @param only the states
     * @return the query
     */
    public Query states(State... only) {
        return new Query(kinds, families, Set.of(only), filter, details, source, namespace, pid, owners);
    }

    /**
     * Only what the filter matches.
     *
     * @param only the filter
     * @return the query
     */
    public Query filter(Filter only) {
        return new Query(kinds, families, states, only, details, source, namespace, pid, owners);
    }

    /**
     * With these details.
     *
     * @param more the details
     * @return the query
     */
    public Query details(Detail... more) {
        return new Query(kinds, families, states, filter, Set.of(more), source, namespace, pid, owners);
    }

    /**
     * From this source.
     *
     * @param from the source
     * @return the query
     */
    public Query source(Source from) {
        return new Query(kinds, families, states, filter, details, from, namespace, pid, owners);
    }

    /**
     * Of this network namespace.
     *
     * @param of the namespace
     * @return the query
     */
    public Query namespace(Namespace of) {
        return new Query(kinds, families, states, filter, details, source, of, pid, owners);
    }

    /**
     * Only what this process has open, of the network namespace that it is in.
     *
     * @param of the process
     * @return the query
     */
    public Query pid(int of) {
        return new Query(kinds, families, states, filter, details, source, Namespace.of(of), of, owners);
    }

    /**
     * With the processes that have each open.
     *
     * @return the query
     */
    public Query withOwners() {
        return new Query(kinds, families, states, filter, details, source, namespace, pid, true);
    }

    /**
     * Asks.
     *
     * @return the sockets
     * @throws IOException if the source cannot be read, or is damaged
     */
    public SocketTable read() throws IOException {
        return SocketTable.read(this);
    }
}
