package procfs;

import java.net.SocketAddress;

/**
 * What a packet socket is bound to.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/packet.7.html">packet(7)</a>
 */
public final class LinkAddress extends SocketAddress {

    private static final long serialVersionUID = 1;

    /** In host byte order. */
    private final int protocol;

    /** 0 for all. */
    private final int interfaceIndex;

    /**
     * An address.
     *
     * @param protocol the protocol in host byte order, as {@code ETH_P_ALL}; 0 for none
     * @param interfaceIndex the interface's index; 0 for all
     */
    public LinkAddress(int protocol, int interfaceIndex) {
        this.protocol = protocol;
        this.interfaceIndex = interfaceIndex;
    }

    /**
     * The protocol.
     *
     * @return in host byte order, as {@code ETH_P_ALL}; 0 for none
     */
    public int protocol() {
        return protocol;
    }

    /**
     * The interface.
     *
     * @return its index; 0 for all
     */
    public int interfaceIndex() {
        return interfaceIndex;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkAddress address && protocol == address.protocol && interfaceIndex == address.interfaceIndex;
    }

    @Override
    public int hashCode() {
        return 31 * protocol + interfaceIndex;
    }

    /** Protocol and interface, by their numbers: {@code 0x0003:2}. */
    @Override
    public String toString() {
        return String.format("0x%04x:%d", protocol, interfaceIndex);
    }
}
