package procfs.command;

import static libc.sys.Socket.AF_INET;
import static libc.sys.Socket.AF_INET6;
import static libc.sys.Socket.AF_NETLINK;
import static libc.sys.Socket.AF_PACKET;
import static libc.sys.Socket.AF_UNIX;
import static libc.sys.Socket.SOCK_DGRAM;
import static libc.sys.Socket.SOCK_PACKET;
import static libc.sys.Socket.SOCK_RAW;
import static libc.sys.Socket.SOCK_SEQPACKET;
import static libc.sys.Socket.SOCK_STREAM;

/** Families and types in words. */
final class Constants {

    private Constants() {}

    static String family(int family) {
        return switch (family) {
            case AF_INET -> "inet";
            case AF_INET6 -> "inet6";
            case AF_UNIX -> "unix";
            case AF_PACKET -> "packet";
            case AF_NETLINK -> "netlink";
            default -> Integer.toString(family);
        };
    }

    static String type(int type) {
        return switch (type) {
            case SOCK_STREAM -> "stream";
            case SOCK_DGRAM -> "dgram";
            case SOCK_RAW -> "raw";
            case SOCK_SEQPACKET -> "seqpacket";
            case SOCK_PACKET -> "packet";
            default -> Integer.toString(type);
        };
    }
}
