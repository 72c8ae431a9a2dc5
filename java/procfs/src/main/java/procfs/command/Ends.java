package procfs.command;

import static libc.sys.Socket.SOCK_DGRAM;
import static libc.sys.Socket.SOCK_RAW;
import static libc.sys.Socket.SOCK_STREAM;
import static libc.sys.Socket.AF_INET6;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Locale;
import procfs.Kind;
import procfs.LinkAddress;
import procfs.NetlinkAddress;
import procfs.SocketEntry;
import procfs.State;
import procfs.UnixAddress;

/** The two ends of a socket as text, each in two parts: what goes before the port, with what parts the two, and the port. */
final class Ends {

    private static final String[] NONE = {"*", ""};

    private final Names names;

    Ends(Names names) {
        this.names = names;
    }

    /** What a socket is, in the first column. */
    static String netid(SocketEntry entry) {
        return switch (entry.kind()) {
            case UNIX -> switch (entry.type()) {
                case SOCK_STREAM -> "u_str";
                case SOCK_DGRAM -> "u_dgr";
                default -> "u_seq";
            };
            case PACKET -> entry.type() == SOCK_RAW ? "p_raw" : "p_dgr";
            case NETLINK -> "nl";
            case ICMP -> entry.family() == AF_INET6 ? "icmp6" : "icmp";
            default -> entry.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    String[] local(SocketEntry entry) throws IOException {
        return parts(entry, entry.local(), entry.interfaceIndex(), entry.inode());
    }

    String[] remote(SocketEntry entry) throws IOException {
        boolean unconnected = entry.kind() == Kind.PACKET
                || entry.kind() == Kind.NETLINK && entry.state() != State.TCP_ESTABLISHED;
        return unconnected ? NONE : parts(entry, entry.remote(), 0, entry.peerInode());
    }

    /** Whether it has another end. */
    static boolean isConnected(SocketEntry entry) {
        return entry.peerInode() != 0 || isNamed(entry.remote());
    }

    /** Whether an address is one that others can name. */
    static boolean isNamed(SocketAddress address) {
        if (address instanceof InetSocketAddress internet) {
            return internet.getPort() != 0 || !internet.getAddress().isAnyLocalAddress();
        }
        return address instanceof UnixAddress unix && !unix.isUnnamed();
    }

    private String[] parts(SocketEntry entry, SocketAddress address, int interfaceIndex, long inode) throws IOException {
        if (address instanceof InetSocketAddress internet) {
            String host = names.host(entry.family(), internet.getAddress(), Boolean.TRUE.equals(entry.details().v6only()));
            String device = interfaceIndex == 0 ? "" : "%" + names.interfaceName(interfaceIndex);
            return new String[] {host + device + ":", port(entry.kind(), internet.getPort())};
        } else if (address instanceof UnixAddress unix) {
            return new String[] {Text.printable(unix.toString()) + " ", Long.toString(inode)};
        } else if (address instanceof LinkAddress link) {
            return new String[] {names.linkProtocol(link.protocol()) + ":",
                    link.interfaceIndex() == 0 ? "*" : names.interfaceName(link.interfaceIndex())};
        } else if (address instanceof NetlinkAddress netlink) {
            return new String[] {names.netlinkProtocol(netlink.protocol()) + ":", names.netlinkPort(netlink.portId())};
        }
        return new String[] {address.toString(), ""};
    }

    private String port(Kind kind, int port) throws IOException {
        return switch (kind) {
            case RAW -> names.protocol(port);
            case TCP -> names.port("tcp", port);
            default -> names.port("udp", port);
        };
    }
}
