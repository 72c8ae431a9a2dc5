package procfs.command;

import static libc.sys.Socket.AF_INET;
import static libc.sys.Socket.AF_INET6;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import procfs.Filter;
import procfs.Kind;
import procfs.State;

/** Which sockets. What is left open is what {@code ss} shows by itself. */
final class Selection {

    private static final Set<Kind> INTERNET = EnumSet.range(Kind.TCP, Kind.ICMP);

    @Option(names = {"-t", "--tcp"}, description = "TCP.")
    private boolean tcp;

    @Option(names = {"-u", "--udp"}, description = "UDP.")
    private boolean udp;

    @Option(names = "--udplite", description = "UDP-Lite.")
    private boolean udplite;

    @Option(names = {"-w", "--raw-sockets"}, description = "Raw IP.")
    private boolean raw;

    @Option(names = "--icmp", description = "ICMP echo without privileges.")
    private boolean icmp;

    @Option(names = {"-x", "--unix"}, description = "UNIX.")
    private boolean unix;

    @Option(names = {"-0", "--packet"}, description = "Packets below IP.")
    private boolean packet;

    @Option(names = "--netlink", description = "Netlink.")
    private boolean netlink;

    @Option(names = {"-4", "--ipv4"}, description = "IPv4.")
    private boolean ipv4;

    @Option(names = {"-6", "--ipv6"}, description = "IPv6.")
    private boolean ipv6;

    private Set<State> states = EnumSet.noneOf(State.class);

    @Option(names = {"-l", "--listening"}, description = "Those that wait: listeners, and what has no connection.")
    private void listening(boolean chosen) {
        states = chosen ? EnumSet.of(State.TCP_LISTEN, State.TCP_CLOSE) : states;
    }

    @Option(names = {"-a", "--all"}, description = "In every state.")
    private void all(boolean chosen) {
        states = chosen ? EnumSet.allOf(State.class) : states;
    }

    /** Of nothing in particular everything; of IP alone its kinds. */
    Set<Kind> kinds() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        boolean[] chosen = {tcp, udp, udplite, raw, icmp, unix, packet, netlink};
        for (Kind kind : Kind.values()) {
            if (chosen[kind.ordinal()]) {
                kinds.add(kind);
            }
        }
        if (kinds.stream().noneMatch(Kind::isInternet) && (ipv4 || ipv6)) {
            kinds.addAll(INTERNET);
        }
        return kinds.isEmpty() ? EnumSet.allOf(Kind.class) : kinds;
    }

    Set<Integer> families() {
        return ipv4 == ipv6 ? Set.of(AF_INET, AF_INET6) : Set.of(ipv4 ? AF_INET : AF_INET6);
    }

    /**
     * The states and the filter that words ask for: {@code state NAME} and {@code exclude NAME} as often as one likes, then
     * an expression. Without states in words those of the options; without such too, what each kind's connections are in.
     *
     * @param words as they were typed, in one argument or several
     * @param usual what is shown if nobody asks for states; null is what {@code ss} shows
     * @throws IllegalArgumentException if they make no sense
     */
    Chosen choose(List<String> words, Set<State> usual) {
        Deque<String> left = new ArrayDeque<>(List.of(String.join(" ", words).strip().split("\\s+")));
        Set<State> named = null;
        while (left.size() > 0 && List.of("state", "exclude", "excl").contains(left.peek())) {
            boolean adds = left.remove().equals("state");
            if (left.isEmpty()) {
                throw new IllegalArgumentException("a state's name is missing");
            }
            Set<State> group = States.of(left.remove());
            if (named == null) {
                named = adds ? EnumSet.noneOf(State.class) : EnumSet.allOf(State.class);
            }
            if (adds) {
                named.addAll(group);
            } else {
                named.removeAll(group);
            }
        }
        Set<State> chosen = named != null ? named : !states.isEmpty() ? states : usual != null ? usual : usual();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("no state is left");
        }
        String expression = String.join(" ", left);
        return new Chosen(chosen, expression.isEmpty() ? Filter.ANY : Filter.parse(expression));
    }

    private Set<State> usual() {
        Set<State> usual = EnumSet.noneOf(State.class);
        if (tcp || unix || ipv4 || ipv6) {
            usual.addAll(States.CONNECTION);
        }
        if (udp || udplite || raw || icmp) {
            usual.add(State.TCP_ESTABLISHED);
        }
        if (packet || netlink) {
            usual.add(State.TCP_CLOSE);
        }
        return usual.isEmpty() ? States.CONNECTION : usual;
    }

    /**
     * What was chosen.
     *
     * @param states the states
     * @param filter the addresses and ports
     */
    record Chosen(Set<State> states, Filter filter) {}
}
