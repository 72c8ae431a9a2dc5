package procfs;

import java.util.List;
import libc.netinet.Tcp.tcp_info;

/**
 * What a source says of a socket beyond its entry. A component is null where nobody asked for it, or the source
 * or the kind of socket does not have it.
 *
 * @param cookie the kernel's number of the socket, {@code SO_COOKIE}, never used twice (sock_diag)
 * @param pointer the socket's address in the kernel as {@code /proc} shows it, hashed for most ({@code /proc})
 * @param references how many hold it in the kernel ({@code /proc})
 * @param drops packets dropped for lack of room, a count
 * @param shutdown what is shut down: bit 1 receiving, bit 2 sending (sock_diag)
 * @param tcpInfo what {@code TCP_INFO} tells (sock_diag)
 * @param congestion the congestion control's name (sock_diag)
 * @param memory its memory (sock_diag)
 * @param tos {@code IP_TOS} (sock_diag)
 * @param trafficClass {@code IPV6_TCLASS} (sock_diag)
 * @param v6only {@code IPV6_V6ONLY} of a socket without a connection, asked for or not (sock_diag)
 * @param mark {@code SO_MARK}, which only root is told (sock_diag)
 * @param cgroup the control group's number (sock_diag)
 * @param pending of a UNIX listener the inodes of the connections that wait for accept(2) (sock_diag)
 * @param pathDevice of a UNIX socket with a path the device of its file, as the kernel numbers it (sock_diag)
 * @param pathInode of a UNIX socket with a path its file's inode (sock_diag)
 */
public record Details(Long cookie, Long pointer, Integer references, Long drops, Integer shutdown, tcp_info tcpInfo,
        String congestion, SocketMemory memory, Integer tos, Integer trafficClass, Boolean v6only, Integer mark, Long cgroup,
        List<Long> pending, Integer pathDevice, Long pathInode) {

    /** Nothing. */
    public static final Details NONE = new Details(null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null);
}
