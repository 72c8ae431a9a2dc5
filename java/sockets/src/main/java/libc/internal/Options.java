package libc.internal;

import static libc.bits.Socket.SOL_PACKET;
import static libc.bits.Socket.SOL_SOCKET;
import static libc.bits.Socket.SO_ATTACH_FILTER;
import static libc.bits.Socket.SO_ATTACH_REUSEPORT_CBPF;
import static libc.bits.Socket.SO_GET_FILTER;
import static libc.netinet.In.IPPROTO_IP;
import static libc.netinet.In.IPPROTO_IPV6;
import static libc.netinet.In.IPPROTO_TCP;
import static libc.netinet.In.IP_MSFILTER;
import static libc.netinet.In.MCAST_MSFILTER;
import static libc.netinet.Tcp.TCP_ZEROCOPY_RECEIVE;
import static libc.netpacket.Packet.PACKET_FANOUT_DATA;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import libc.internal.memory.Memory;

/** The few options whose value is not just {@code optlen} bytes. */
public final class Options {

    private static final int SOCK_FILTER = 8;

    // struct ip_msfilter and struct group_filter: where each says how many sources follow, and where they do.
    private static final int IMSF_NUMSRC = 12;
    private static final int IMSF_SLIST = 16;
    private static final int IN_ADDR = 4;
    private static final int GF_NUMSRC = 140;
    private static final int GF_SLIST = 144;
    private static final int SOCKADDR_STORAGE = 128;

    // struct tcp_zerocopy_receive: two addresses, which the kernel writes to.
    private static final int ADDRESS = 0;
    private static final int COPYBUF_ADDRESS = 24;

    // TCP_AO_GET_KEYS of Linux 6.7, and the number of keys in its struct tcp_ao_getsockopt: optlen is that of one.
    private static final int TCP_AO_GET_KEYS = 41;
    private static final int NKEYS = 208;

    // struct sock_fprog, of cBPF: where its instructions are.
    private static final int FILTER = 8;

    // What has addresses in its value beside these, from linux/netfilter*, linux/if_xdp.h, linux/sctp.h and linux/rds.h.
    private static final int IPT_SO_SET_REPLACE = 64;
    private static final int ARPT_SO_SET_REPLACE = 96;
    private static final int EBT_BASE_CTL = 128;
    private static final int SOL_XDP = 283;
    private static final int XDP_UMEM_REG = 4;
    private static final int SOL_SCTP = 132;
    private static final int SCTP_SOCKOPT_CONNECTX3 = 111;
    private static final int SOL_RDS = 276;
    private static final int RDS_GET_MR = 2;
    private static final int RDS_GET_MR_FOR_DEST = 7;

    private Options() {}

    /**
     * How many bytes an {@code optlen} stands for. Of a filter it counts instructions.
     *
     * @throws IndexOutOfBoundsException if no memory has so many
     */
    public static int size(int level, int optname, int optlen) {
        if (level == SOL_SOCKET && optname == SO_GET_FILTER) {
            Objects.checkFromIndexSize(0, optlen, Integer.MAX_VALUE / SOCK_FILTER);
            return optlen * SOCK_FILTER;
        }
        return optlen;
    }

    /**
     * Whether the value of an option to set has an address in it. What is checked of it must not change any more, so C gets a copy
     * even of a direct buffer.
     */
    public static boolean isPointedFromSet(int level, int optname) {
        return switch (level) {
            case SOL_SOCKET -> optname == SO_ATTACH_FILTER || optname == SO_ATTACH_REUSEPORT_CBPF;
            case SOL_PACKET -> optname == PACKET_FANOUT_DATA;
            case IPPROTO_IP -> optname == IPT_SO_SET_REPLACE || optname == ARPT_SO_SET_REPLACE || isOfEbtables(optname);
            case IPPROTO_IPV6 -> optname == IPT_SO_SET_REPLACE;
            case SOL_XDP -> optname == XDP_UMEM_REG;
            case SOL_RDS -> optname == RDS_GET_MR || optname == RDS_GET_MR_FOR_DEST;
            default -> false;
        };
    }

    /** Whether there is one in the value, which the kernel would read from or write to. */
    public static boolean hasAddressToSet(int level, Memory m, long value, int size) {
        return value != 0 && (level != SOL_SOCKET && level != SOL_PACKET || number(m, value, size, FILTER) != 0);
    }

    /** {@link #isPointedFromSet} of an option to get, or whether its value says how much lies behind it. */
    public static boolean isPointedFromGet(int level, int optname) {
        return switch (level) {
            case IPPROTO_IP -> optname == IP_MSFILTER || optname == MCAST_MSFILTER || isOfEbtables(optname);
            case IPPROTO_IPV6 -> optname == MCAST_MSFILTER;
            case IPPROTO_TCP -> optname == TCP_AO_GET_KEYS || optname == TCP_ZEROCOPY_RECEIVE;
            case SOL_SCTP -> optname == SCTP_SOCKOPT_CONNECTX3;
            default -> false;
        };
    }

    private static boolean isOfEbtables(int optname) {
        return (optname & -4) == EBT_BASE_CTL;
    }

    /**
     * Whether the value of an option to get has an address in it, which the kernel would read from or write to.
     *
     * @throws IndexOutOfBoundsException if it announces a longer list than it has room for: the kernel does not look at
     *     {@code optlen} then
     */
    public static boolean hasAddressToGet(int level, int optname, Memory m, long value, int size) {
        if (value == 0) {
            return false;
        } else if (level == IPPROTO_IP && optname == IP_MSFILTER) {
            checkList(m, value, size, IMSF_NUMSRC, IMSF_SLIST, IN_ADDR);
        } else if (level != IPPROTO_TCP && optname == MCAST_MSFILTER) {
            checkList(m, value, size, GF_NUMSRC, GF_SLIST, SOCKADDR_STORAGE);
        } else if (level == IPPROTO_TCP && optname == TCP_AO_GET_KEYS) {
            checkList(m, value, size, NKEYS, 0, size);
        } else {
            return level != IPPROTO_TCP || number(m, value, size, ADDRESS) != 0
                    || number(m, value, size, COPYBUF_ADDRESS) != 0;
        }
        return false;
    }

    private static void checkList(Memory m, long value, int size, int numsrc, int slist, int source) {
        if (size >= slist) {
            long sources = Integer.toUnsignedLong((int) number(m, value, size, numsrc));
            Objects.checkFromIndexSize(slist, sources * source, (long) size);
        }
    }

    /** The 64 bits, or what there is of them, at a place in the value. */
    private static long number(Memory m, long value, int size, int at) {
        byte[] bytes = new byte[Long.BYTES];
        m.read(value + at, bytes, 0, Math.min(Math.max(size - at, 0), Long.BYTES));
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }
}
