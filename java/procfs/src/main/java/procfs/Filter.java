package procfs;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Objects;

/**
 * Which addresses and ports. sock_diag is told it, so that the kernel sends no others; on {@code /proc} it is applied here.
 */
public sealed interface Filter {

    /** Every socket. */
    Filter ANY = new Any();

    /** Which end of a connection. */
    enum End {
        /** This one. */
        LOCAL,
        /** The other one. */
        REMOTE;

        private SocketAddress of(SocketEntry entry) {
            return this == LOCAL ? entry.local() : entry.remote();
        }
    }

    /** How a port is compared. */
    enum Comparison {
        /** The same. */
        EQUAL,
        /** At most. */
        AT_MOST,
        /** At least. */
        AT_LEAST
    }

    /**
     * Whether a socket is let through.
     *
     * @param entry the socket
     * @return whether it is; what has no Internet address has no port
     */
    boolean matches(SocketEntry entry);

    /** Every socket. */
    record Any() implements Filter {
        @Override
        public boolean matches(SocketEntry entry) {
            return true;
        }
    }

    /**
     * Those of a port.
     *
     * @param end whose port
     * @param comparison how it is compared
     * @param port with what
     */
    record Port(End end, Comparison comparison, int port) implements Filter {

        /** A filter; no object may be null. */
        public Port {
            Objects.requireNonNull(end);
            Objects.requireNonNull(comparison);
            if (port < 0 || port > 0xffff) {
                throw new IllegalArgumentException("no port " + port);
            }
        }

        @Override
        public boolean matches(SocketEntry entry) {
            return end.of(entry) instanceof InetSocketAddress address && switch (comparison) {
                case EQUAL -> address.getPort() == port;
                case AT_MOST -> address.getPort() <= port;
                case AT_LEAST -> address.getPort() >= port;
            };
        }
    }

    /**
     * Those of an address or network. One of IPv4 also has the IPv6 sockets that talk IPv4, by their v4-mapped addresses.
     *
     * @param end whose address
     * @param address the address, or one of the network
     * @param prefix how many bits of it count
     */
    record Host(End end, InetAddress address, int prefix) implements Filter {

        /** Of a v4-mapped address the part before the IPv4 address. */
        private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};

        /** A filter; no object may be null. */
        public Host {
            Objects.requireNonNull(end);
            int bits = Byte.SIZE * address.getAddress().length;
            if (prefix < 0 || prefix > bits) {
                throw new IllegalArgumentException("no prefix of " + prefix + " bits in an address of " + bits);
            }
        }

        @Override
        public boolean matches(SocketEntry entry) {
            if (!(end.of(entry) instanceof InetSocketAddress other)) {
                return false;
            }
            byte[] mine = address.getAddress();
            byte[] theirs = other.getAddress().getAddress();
            int start = theirs.length - mine.length;
            if (start != 0 && (start < 0 || Arrays.mismatch(theirs, MAPPED) != start)) {
                return false;
            }
            int bytes = prefix / Byte.SIZE;
            int rest = Byte.SIZE - prefix % Byte.SIZE;
            return Arrays.equals(mine, 0, bytes, theirs, start, start + bytes)
                    && (rest == Byte.SIZE || (mine[bytes] & 0xff) >> rest == (theirs[start + bytes] & 0xff) >> rest);
        }
    }

    /**
     * Those that both let through.
     *
     * @param first one
     * @param second the other
     */
    record And(Filter first, Filter second) implements Filter {
        @Override
        public boolean matches(SocketEntry entry) {
            return first.matches(entry) && second.matches(entry);
        }
    }

    /**
     * Those that either lets through.
     *
     * @param first one
     * @param second the other
     */
    record Or(Filter first, Filter second) implements Filter {
        @Override
        public boolean matches(SocketEntry entry) {
            return first.matches(entry) || second.matches(entry);
        }
    }

    /**
     * Those that another does not let through.
     *
     * @param filter the other
     */
    record Not(Filter filter) implements Filter {
        @Override
        public boolean matches(SocketEntry entry) {
            return !filter.matches(entry);
        }
    }

    /**
     * Reads a filter as {@code ss} takes it: {@code sport = :22 and not dst 10.0.0.0/8 or ( dport >= :1024 )}.
     *
     * <p>{@code sport} and {@code dport} are compared with a port or the name of a service, with or without a colon before
     * it, by {@code = == eq}, {@code != ne neq}, {@code >= ge geq}, {@code <= le leq}, {@code > gt} or {@code < lt};
     * {@code src} and {@code dst} with an address, a network or {@code *}, and a port behind a colon if wanted:
     * {@code 10.0.0.0/8}, {@code 127.0.0.1:80}, {@code [::1]:https}, {@code [fe80::/10]}. An equals sign can be left out.
     * Conditions are joined by {@code and & &&} or nothing, {@code or | ||}, {@code not !} and parentheses. As in
     * {@code ss}, {@code not} is of the condition behind it, and the others go from left to right, {@code and} no sooner
     * than {@code or}.
     *
     * @param text the filter; an empty one is {@link #ANY}
     * @return the filter
     * @throws IllegalArgumentException if it is none; the message says where
     */
    static Filter parse(String text) {
        return new FilterParser(text).parse();
    }
}
