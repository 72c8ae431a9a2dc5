package selftest;

import java.util.function.Predicate;

/** Transports that have something in common. */
public enum Group {
    /** Every transport. */
    ALL(t -> t != Transport.NONE),
    /** Streams of bytes. */
    STREAM(Transport::isStream),
    /** Datagrams and records: a send is a recv. */
    MESSAGE(t -> t != Transport.NONE && !t.isStream()),
    /** Datagrams, of UDP and UNIX. */
    DATAGRAM(t -> t != Transport.NONE && !t.isConnection()),
    /** What has a connection: TCP, UNIX streams and records. */
    CONNECTION(Transport::isConnection),
    /** What listens and accepts: connections whose sockets are not born as a pair. */
    LISTENER(t -> t.isConnection() && t.isNamed()),
    /** Records of UNIX. */
    SEQPACKET(t -> t.isConnection() && !t.isStream()),
    /** What can be bound to a name. */
    NAMED(Transport::isNamed),
    /** Sockets that are born as a pair. */
    PAIR(t -> t.isUnix() && !t.isNamed()),
    /** IPv4 and IPv6. */
    INTERNET(Transport::isInternet),
    /** IPv4. */
    INTERNET4(t -> t == Transport.TCP4 || t == Transport.UDP4),
    /** IPv6. */
    INTERNET6(t -> t == Transport.TCP6 || t == Transport.UDP6),
    /** TCP over IPv4 and IPv6. */
    TCP(t -> t.isInternet() && t.isStream()),
    /** UDP over IPv4 and IPv6. */
    UDP(t -> t.isInternet() && !t.isStream()),
    /** All of AF_UNIX. */
    UNIX(Transport::isUnix),
    /** Of AF_UNIX, names in the file system. */
    PATH(t -> t.naming() == Transport.Name.PATH),
    /** Of AF_UNIX, names that begin with NUL. */
    ABSTRACT(t -> t.naming() == Transport.Name.ABSTRACT),
    /** What concerns no socket's bytes. */
    NONE(t -> t == Transport.NONE);

    private final Predicate<Transport> members;

    Group(Predicate<Transport> members) {
        this.members = members;
    }

    boolean has(Transport transport) {
        return members.test(transport);
    }
}
