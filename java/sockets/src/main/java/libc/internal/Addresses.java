package libc.internal;

import static libc.bits.Socket.AF_INET;
import static libc.bits.Socket.AF_INET6;
import static libc.bits.Socket.AF_UNIX;
import static libc.bits.Socket.AF_UNSPEC;

import java.nio.ByteBuffer;
import libc.bits.Socket.sockaddr;
import libc.netinet.In.sockaddr_in;
import libc.netinet.In.sockaddr_in6;
import libc.sys.Un.sockaddr_un;

/** Socket addresses as strace prints them. */
public final class Addresses {

    private Addresses() {}

    /** An address of any class by what its family says it is. */
    public static String toString(sockaddr addr) {
        return switch (addr.sa_family()) {
            case AF_INET -> toString(addr instanceof sockaddr_in in ? in : new sockaddr_in(addr));
            case AF_INET6 -> toString(addr instanceof sockaddr_in6 in6 ? in6 : new sockaddr_in6(addr));
            case AF_UNIX -> toString(addr instanceof sockaddr_un un ? un : new sockaddr_un(addr));
            case AF_UNSPEC -> "{sa_family=AF_UNSPEC, " + data(addr) + "}";
            default -> "{sa_family=0x" + Integer.toHexString(addr.sa_family()) + " /* AF_??? */, " + data(addr) + "}";
        };
    }

    private static String toString(sockaddr_in in) {
        return "{sa_family=AF_INET, sin_port=htons(" + hostOrder(in.sin_port) + "), sin_addr=" + in.sin_addr + "}";
    }

    private static String toString(sockaddr_in6 in6) {
        return "{sa_family=AF_INET6, sin6_port=htons(" + hostOrder(in6.sin6_port) + "), sin6_flowinfo=htonl("
                + Integer.toUnsignedString(Integer.reverseBytes(in6.sin6_flowinfo)) + "), inet_pton(AF_INET6, \""
                + ipv6(in6.sin6_addr.s6_addr) + "\", &sin6_addr), sin6_scope_id="
                + Integer.toUnsignedString(in6.sin6_scope_id) + "}";
    }

    private static String toString(sockaddr_un un) {
        byte[] path = un.sun_path;
        boolean isAbstract = path[0] == 0;
        int first = isAbstract ? 1 : 0;
        int end = first;
        while (end < path.length && path[end] != 0) {
            end++;
        }
        if (end == first) {
            return "{sa_family=AF_UNIX}";
        }
        return "{sa_family=AF_UNIX, sun_path=" + (isAbstract ? "@" : "") + quoted(path, first, end) + "}";
    }

    private static String data(sockaddr addr) {
        byte[] bytes = new byte[addr.size()];
        addr.pack(ByteBuffer.wrap(bytes));
        return "sa_data=" + quoted(bytes, Short.BYTES, bytes.length);
    }

    private static int hostOrder(int port) {
        return Short.toUnsignedInt(Short.reverseBytes((short) port));
    }

    /** Dotted decimal of an address in network byte order. */
    public static String ipv4(int address) {
        return (address & 0xff) + "." + (address >> 8 & 0xff) + "." + (address >> 16 & 0xff) + "." + (address >>> 24);
    }

    /** RFC 5952: the first longest run of two or more zero groups becomes "::". */
    public static String ipv6(byte[] address) {
        int[] groups = new int[8];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = (address[2 * i] & 0xff) << 8 | address[2 * i + 1] & 0xff;
        }
        int runStart = -1;
        int runLength = 1;
        for (int i = 0; i < groups.length; i++) {
            int end = i;
            while (end < groups.length && groups[end] == 0) {
                end++;
            }
            if (end - i > runLength) {
                runStart = i;
                runLength = end - i;
            }
        }
        // As inet_ntop(3) prints them, IPv4 addresses keep their dots: ::1.2.3.4, ::ffff:1.2.3.4.
        boolean mapped = runStart == 0 && (runLength == 6 || runLength == 5 && groups[5] == 0xffff);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < groups.length; i++) {
            if (i == runStart) {
                text.append(i == 0 ? "::" : ":");
                i += runLength - 1;
            } else if (mapped && i == 6) {
                text.append(address[12] & 0xff).append('.').append(address[13] & 0xff).append('.')
                        .append(address[14] & 0xff).append('.').append(address[15] & 0xff);
                break;
            } else {
                text.append(Integer.toHexString(groups[i])).append(i < 7 ? ":" : "");
            }
        }
        return text.toString();
    }

    /** A string as C writes it, in quotes. */
    public static String quoted(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = from; i < to; i++) {
            int b = bytes[i] & 0xff;
            switch (b) {
                case '"', '\\' -> text.append('\\').append((char) b);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case 0x0b -> text.append("\\v");
                case '\f' -> text.append("\\f");
                default -> {
                    boolean digitNext = i + 1 < to && bytes[i + 1] >= '0' && bytes[i + 1] <= '9';
                    text.append(b >= ' ' && b < 0x7f ? String.valueOf((char) b)
                            : '\\' + (digitNext ? "%03o".formatted(b) : Integer.toOctalString(b)));
                }
            }
        }
        return text.append('"').toString();
    }
}
