package procfs;

import java.net.SocketAddress;
import java.util.Objects;

/**
 * A socket as a table of the kernel shows it, whichever source the table was read from.
 *
 * @param kind which table it is in
 * @param family {@code AF_INET}, {@code AF_INET6}, {@code AF_UNIX}, {@code AF_PACKET}, {@code AF_NETLINK}
 * @param type {@code SOCK_STREAM}, {@code SOCK_DGRAM}, {@code SOCK_RAW}, {@code SOCK_SEQPACKET}; 0 of a netlink
 *     socket by {@code /proc}, which does not say
 * @param protocol of a raw socket the IP protocol, of a packet socket the link layer's in host byte order, of a netlink
 *     socket netlink's; otherwise the transport's, as {@code IPPROTO_TCP}, or 0
 * @param state its state
 * @param local its own address: an InetSocketAddress, {@link UnixAddress}, {@link LinkAddress} or {@link NetlinkAddress}
 * @param remote the other end's, of the same class; what is not connected has the wildcard's or none's
 * @param receiveQueue bytes received and not read yet; of a TCP listener connections that wait for accept(2)
 * @param sendQueue bytes sent and not acknowledged or delivered yet; of a TCP listener the backlog, which
 *     {@code /proc} does not say: 0
 * @param timer the timer it waits for, {@link Timer#NONE} where there is none
 * @param uid the owner's user; -1 where the source does not say
 * @param inode its inode, which {@code fstat} of its descriptors tells too; 0 of one that no process has open
 * @param peerInode the other end's inode, of a UNIX socket by sock_diag; otherwise 0
 * @param interfaceIndex the interface it is bound to; 0 for none, or where the source does not say
 * @param source where this comes from: {@link Source#DIAG} or {@link Source#PROC}
 * @param details what was asked for beyond that
 */
public record SocketEntry(Kind kind, int family, int type, int protocol, State state, SocketAddress local,
        SocketAddress remote, long receiveQueue, long sendQueue, Timer timer, long uid, long inode, long peerInode,
        int interfaceIndex, Source source, Details details) {

    /** An entry; no object may be null. */
    public SocketEntry {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(state);
        Objects.requireNonNull(local);
        Objects.requireNonNull(remote);
        Objects.requireNonNull(timer);
        Objects.requireNonNull(source);
        Objects.requireNonNull(details);
    }
}
