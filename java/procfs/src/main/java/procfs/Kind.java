package procfs;

/** What a table has sockets of. */
public enum Kind {
    /** TCP, IPv4 and IPv6. */
    TCP,
    /** UDP, IPv4 and IPv6. */
    UDP,
    /** UDP-Lite, IPv4 and IPv6. */
    UDPLITE,
    /** Raw IP, IPv4 and IPv6; see {@link SocketEntry#protocol}. */
    RAW,
    /** ICMP echo by {@code SOCK_DGRAM}, IPv4 and IPv6: {@code ping} without privileges. */
    ICMP,
    /** UNIX, of any type. */
    UNIX,
    /** Packets below IP, {@code AF_PACKET}. */
    PACKET,
    /** Netlink. */
    NETLINK;

    /**
     * Whether it has Internet addresses.
     *
     * @return whether there is a table of it for IPv4 and one for IPv6
     */
    public boolean isInternet() {
        return compareTo(ICMP) <= 0;
    }
}
