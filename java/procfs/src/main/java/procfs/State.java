package procfs;

/**
 * A socket's state, by the names of the kernel's {@code include/net/tcp_states.h}. What has no
 * connection is in {@code TCP_CLOSE}, or {@code TCP_ESTABLISHED} once it has a peer.
 */
public enum State {
    /** Connected. */
    TCP_ESTABLISHED("ESTAB"),
    /** A connection was asked for, and not answered yet. */
    TCP_SYN_SENT("SYN-SENT"),
    /** Asked by a peer, answered, and not yet confirmed. */
    TCP_SYN_RECV("SYN-RECV"),
    /** Closed on this end; the peer has not acknowledged that. */
    TCP_FIN_WAIT1("FIN-WAIT-1"),
    /** Closed on this end, which the peer has acknowledged; it has not closed yet. */
    TCP_FIN_WAIT2("FIN-WAIT-2"),
    /** Closed on both ends; kept for the segments that may still be under way. */
    TCP_TIME_WAIT("TIME-WAIT"),
    /** No connection. */
    TCP_CLOSE("UNCONN"),
    /** The peer has closed; this end has not. */
    TCP_CLOSE_WAIT("CLOSE-WAIT"),
    /** The peer has closed, then this end; that is not acknowledged yet. */
    TCP_LAST_ACK("LAST-ACK"),
    /** Waits for connections. */
    TCP_LISTEN("LISTEN"),
    /** Both ends have closed at once; this end's is not acknowledged yet. */
    TCP_CLOSING("CLOSING"),
    /** A listener's connection request that is no socket yet; the kernel shows it as {@link #TCP_SYN_RECV}. */
    TCP_NEW_SYN_RECV("NEW-SYN-RECV");

    private static final State[] STATES = values();

    private final String shortName;

    State(String shortName) {
        this.shortName = shortName;
    }

    /**
     * The state of a number.
     *
     * @param value 1 to 12, as the kernel has it
     * @return the state
     * @throws IllegalArgumentException if there is none of this number
     */
    public static State of(int value) {
        if (value < 1 || value > STATES.length) {
            throw new IllegalArgumentException("no state " + value);
        }
        return STATES[value - 1];
    }

    /**
     * The kernel's number of it.
     *
     * @return 1 to 12
     */
    public int value() {
        return ordinal() + 1;
    }

    /**
     * Its bit in a set of states, as sock_diag takes one.
     *
     * @return {@code 1 << value()}
     */
    public int bit() {
        return 1 << value();
    }

    /**
     * The name that {@code ss} prints.
     *
     * @return such as {@code ESTAB}
     */
    public String shortName() {
        return shortName;
    }
}
