package selftest;

import static libc.netinet.In.*;
import static libc.sys.Socket.*;

import java.util.Locale;

/** What bytes travel on: a family, a type, and of AF_UNIX the kind of name. */
public enum Transport {
    TCP4(AF_INET, SOCK_STREAM, Name.ADDRESS),
    TCP6(AF_INET6, SOCK_STREAM, Name.ADDRESS),
    UDP4(AF_INET, SOCK_DGRAM, Name.ADDRESS),
    UDP6(AF_INET6, SOCK_DGRAM, Name.ADDRESS),
    STREAM_PATH(AF_UNIX, SOCK_STREAM, Name.PATH),
    STREAM_ABSTRACT(AF_UNIX, SOCK_STREAM, Name.ABSTRACT),
    STREAM_PAIR(AF_UNIX, SOCK_STREAM, Name.NONE),
    DGRAM_PATH(AF_UNIX, SOCK_DGRAM, Name.PATH),
    DGRAM_ABSTRACT(AF_UNIX, SOCK_DGRAM, Name.ABSTRACT),
    DGRAM_PAIR(AF_UNIX, SOCK_DGRAM, Name.NONE),
    SEQPACKET_PATH(AF_UNIX, SOCK_SEQPACKET, Name.PATH),
    SEQPACKET_ABSTRACT(AF_UNIX, SOCK_SEQPACKET, Name.ABSTRACT),
    SEQPACKET_PAIR(AF_UNIX, SOCK_SEQPACKET, Name.NONE),
    /** For what concerns no socket's bytes: descriptors, names, macros, tables. */
    NONE(AF_UNSPEC, 0, Name.NONE);

    /** How a socket is found. */
    public enum Name { ADDRESS, PATH, ABSTRACT, NONE }

    private final int family;
    private final int type;
    private final Name name;

    Transport(int family, int type, Name name) {
        this.family = family;
        this.type = type;
        this.name = name;
    }

    /** AF_INET, AF_INET6, AF_UNIX, or AF_UNSPEC for none. */
    public int family() {
        return family;
    }

    /** SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET. */
    public int type() {
        return type;
    }

    /** How a socket is found. */
    public Name naming() {
        return name;
    }

    /** Over IPv4 or IPv6. */
    public boolean isInternet() {
        return family == AF_INET || family == AF_INET6;
    }

    /** Of AF_UNIX. */
    public boolean isUnix() {
        return family == AF_UNIX;
    }

    /** Bytes without borders. */
    public boolean isStream() {
        return type == SOCK_STREAM;
    }

    /** Listens, accepts and is connected; a socketpair is born connected. */
    public boolean isConnection() {
        return type == SOCK_STREAM || type == SOCK_SEQPACKET;
    }

    /** Can be bound to a name. */
    public boolean isNamed() {
        return name != Name.NONE;
    }

    /** As the matrix heads its column. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }
}
