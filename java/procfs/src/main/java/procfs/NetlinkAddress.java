package procfs;

import java.net.SocketAddress;

/**
 * A netlink socket's address.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/netlink.7.html">netlink(7)</a>
 */
public final class NetlinkAddress extends SocketAddress {

    private static final long serialVersionUID = 1;

    /** As NETLINK_ROUTE. */
    private final int protocol;

    /** 0 is the kernel. */
    private final int portId;

    /** A bit each. */
    private final int groups;

    /**
     * An address.
     *
     * @param protocol the netlink protocol, as {@code NETLINK_ROUTE}
     * @param portId the port ID, {@code nl_pid}: often, but not always, a process's; 0 is the kernel
     * @param groups the first 32 multicast groups, a bit each
     */
    public NetlinkAddress(int protocol, int portId, int groups) {
        this.protocol = protocol;
        this.portId = portId;
        this.groups = groups;
    }

    /**
     * The protocol.
     *
     * @return as {@code NETLINK_ROUTE}
     */
    public int protocol() {
        return protocol;
    }

    /**
     * The port ID, {@code nl_pid}.
     *
     * @return often, but not always, a process's; unsigned; 0 is the kernel
     */
    public int portId() {
        return portId;
    }

    /**
     * The multicast groups.
     *
     * @return the first 32, a bit each
     */
    public int groups() {
        return groups;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetlinkAddress address && protocol == address.protocol && portId == address.portId
                && groups == address.groups;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * protocol + portId) + groups;
    }

    /** Protocol and port ID, by their numbers: {@code 0:1234}. */
    @Override
    public String toString() {
        return protocol + ":" + Integer.toUnsignedString(portId);
    }
}
