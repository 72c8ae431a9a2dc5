package procfs.command;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import procfs.State;

/** The names that {@code ss} has for states and for groups of them. */
final class States {

    /** Connections, but for those that the kernel keeps no whole socket of. */
    static final Set<State> CONNECTION = without(State.TCP_LISTEN, State.TCP_CLOSE, State.TCP_TIME_WAIT, State.TCP_SYN_RECV,
            State.TCP_NEW_SYN_RECV);

    private States() {}

    private static Set<State> without(State first, State... rest) {
        return EnumSet.complementOf(EnumSet.of(first, rest));
    }

    /**
     * The states of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Set<State> of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "all" -> EnumSet.allOf(State.class);
            case "connected" -> without(State.TCP_CLOSE, State.TCP_LISTEN);
            case "synchronized" -> without(State.TCP_CLOSE, State.TCP_LISTEN, State.TCP_SYN_SENT);
            case "bucket" -> EnumSet.of(State.TCP_SYN_RECV, State.TCP_TIME_WAIT);
            case "big" -> without(State.TCP_SYN_RECV, State.TCP_NEW_SYN_RECV, State.TCP_TIME_WAIT);
            case "established", "estab" -> EnumSet.of(State.TCP_ESTABLISHED);
            case "syn-sent" -> EnumSet.of(State.TCP_SYN_SENT);
            case "syn-recv", "syn-rcv" -> EnumSet.of(State.TCP_SYN_RECV);
            case "fin-wait-1" -> EnumSet.of(State.TCP_FIN_WAIT1);
            case "fin-wait-2" -> EnumSet.of(State.TCP_FIN_WAIT2);
            case "time-wait" -> EnumSet.of(State.TCP_TIME_WAIT);
            case "closed", "close", "unconnected", "unconn" -> EnumSet.of(State.TCP_CLOSE);
            case "close-wait" -> EnumSet.of(State.TCP_CLOSE_WAIT);
            case "last-ack" -> EnumSet.of(State.TCP_LAST_ACK);
            case "listening", "listen" -> EnumSet.of(State.TCP_LISTEN);
            case "closing" -> EnumSet.of(State.TCP_CLOSING);
            default -> throw new IllegalArgumentException("no state " + name);
        };
    }
}
