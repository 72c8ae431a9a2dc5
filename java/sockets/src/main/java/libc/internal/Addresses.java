package libc.internal;

import static libc.bits.Socket.AF_ALG;
import static libc.bits.Socket.AF_INET;
import static libc.bits.Socket.AF_INET6;
import static libc.bits.Socket.AF_NETLINK;
import static libc.bits.Socket.AF_PACKET;
import static libc.bits.Socket.AF_UNIX;
import static libc.bits.Socket.AF_UNSPEC;
import static libc.bits.Socket.AF_VSOCK;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import libc.Names;
import libc.bits.Socket.sockaddr;
import libc.linux.IfAlg.sockaddr_alg;
import libc.linux.Netlink.sockaddr_nl;
import libc.linux.VmSockets.sockaddr_vm;
import libc.netinet.In.sockaddr_in;
import libc.netinet.In.sockaddr_in6;
import libc.netpacket.Packet.sockaddr_ll;
import libc.sys.Un.sockaddr_un;

/** Socket addresses in the classes of their families, and as strace prints them. */
public final class Addresses {

    private Addresses() {}

    /** An address in its family's class, copied where it is not in that already; of a family without one, as it is. */
    public static sockaddr ofFamily(sockaddr addr) {
        return switch (addr.sa_family()) {
            case AF_INET -> addr instanceof sockaddr_in ? addr : new sockaddr_in(addr);
            case AF_INET6 -> addr instanceof sockaddr_in6 ? addr : new sockaddr_in6(addr);
            case AF_UNIX -> addr instanceof sockaddr_un ? addr : new sockaddr_un(addr);
            case AF_NETLINK -> addr instanceof sockaddr_nl ? addr : new sockaddr_nl(addr);
            case AF_PACKET -> addr instanceof sockaddr_ll ? addr : new sockaddr_ll(addr);
            case AF_VSOCK -> addr instanceof sockaddr_vm ? addr : new sockaddr_vm(addr);
            case AF_ALG -> addr instanceof sockaddr_alg ? addr : new sockaddr_alg(addr);
            default -> addr;
        };
    }

    /** An address of any class by what its family says it is. */
    public static String toString(sockaddr addr) {
        return switch (addr.sa_family()) {
            case AF_INET -> toString((sockaddr_in) ofFamily(addr));
            case AF_INET6 -> toString((sockaddr_in6) ofFamily(addr));
            case AF_UNIX -> toString((sockaddr_un) ofFamily(addr));
            case AF_NETLINK -> toString((sockaddr_nl) ofFamily(addr));
            case AF_PACKET -> toString((sockaddr_ll) ofFamily(addr));
            case AF_VSOCK -> toString((sockaddr_vm) ofFamily(addr));
            case AF_ALG -> toString((sockaddr_alg) ofFamily(addr));
            case AF_UNSPEC -> "{sa_family=AF_UNSPEC, " + data(addr) + "}";
            default -> "{sa_family=0x" + Integer.toHexString(addr.sa_family()) + " /* AF_??? */, " + data(addr) + "}";
        };
    }

    private static String toString(sockaddr_in in) {
        return "{sa_family=AF_INET, sin_port=htons(" + hostOrder(in.sin_port) + "), sin_addr=" + in.sin_addr + "}";
    }

    private static String toString(sockaddr_in6 in6) {
        return "{sa_family=AF_INET6, sin6_port=htons(" + hostOrder(in6.sin6_port) + "), sin6_flowinfo=htonl("
                + Integer.toUnsignedString(Integer.reverseBytes(in6.sin6_flowinfo)) + "), "
                + pton(in6.sin6_addr.s6_addr, ", &sin6_addr") + ", sin6_scope_id="
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

    private static String toString(sockaddr_nl nl) {
        return "{sa_family=AF_NETLINK, nl_pid=" + Integer.toUnsignedString(nl.nl_pid)
                + ", nl_groups=%08x}".formatted(nl.nl_groups);
    }

    private static String toString(sockaddr_ll ll) {
        byte[] address = Arrays.copyOf(ll.sll_addr, Math.min(ll.sll_halen, ll.sll_addr.length));
        String bytes = HexFormat.ofDelimiter(", ").withPrefix("0x").formatHex(address);
        return "{sa_family=AF_PACKET, sll_protocol=htons(" + Names.of("ETH_P_", hostOrder(ll.sll_protocol))
                + "), sll_ifindex=" + ll.sll_ifindex + ", sll_hatype=" + Names.of("ARPHRD_", ll.sll_hatype)
                + ", sll_pkttype=" + Names.of("PACKET_HOST", ll.sll_pkttype) + ", sll_halen=" + ll.sll_halen
                + (bytes.isEmpty() ? "" : ", sll_addr=[" + bytes + "]") + "}";
    }

    private static String toString(sockaddr_vm vm) {
        return "{sa_family=AF_VSOCK, svm_cid=0x%x, svm_port=0x%x, svm_flags=0x%x}"
                .formatted(vm.svm_cid, vm.svm_port, vm.svm_flags);
    }

    private static String toString(sockaddr_alg alg) {
        return "{sa_family=AF_ALG, salg_type=" + string(alg.salg_type) + ", salg_feat=0x%x, salg_mask=0x%x, salg_name="
                .formatted(alg.salg_feat, alg.salg_mask) + string(alg.salg_name) + "}";
    }

    /** The string that {@code char[]} holds, as C writes it. */
    public static String string(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return quoted(bytes, 0, end);
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

    /** The call that makes an IPv6 address. */
    public static String pton(byte[] address, String where) {
        return "inet_pton(AF_INET6, \"" + ipv6(address) + "\"" + where + ")";
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
                    boolean octalNext = i + 1 < to && bytes[i + 1] >= '0' && bytes[i + 1] <= '7';
                    text.append(b >= ' ' && b < 0x7f ? String.valueOf((char) b)
                            : '\\' + (octalNext ? "%03o".formatted(b) : Integer.toOctalString(b)));
                }
            }
        }
        return text.append('"').toString();
    }
}
