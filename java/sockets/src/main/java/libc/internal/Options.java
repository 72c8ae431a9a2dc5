package libc.internal;

import static libc.bits.Socket.SO_GET_FILTER;
import static libc.bits.Socket.SOL_SOCKET;
import static libc.netinet.In.IPPROTO_IP;
import static libc.netinet.In.IPPROTO_IPV6;
import static libc.netinet.In.IPPROTO_TCP;
import static libc.netinet.In.IP_MSFILTER;
import static libc.netinet.In.MCAST_MSFILTER;
import static libc.netinet.Tcp.TCP_ZEROCOPY_RECEIVE;

import java.nio.ByteBuffer;
import java.util.Objects;

/** The few options of getsockopt(2) whose answer is not just {@code optlen} bytes. */
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
     * Whether a value has an address in it, to which the kernel would write.
     *
     * @throws IndexOutOfBoundsException if it announces a longer list than it has room for: the kernel does not look at
     *     {@code optlen} then
     */
    public static boolean hasAddress(int level, int optname, ByteBuffer value, int size) {
        if (value == null) {
            return false;
        } else if (level == IPPROTO_IP && optname == IP_MSFILTER) {
            checkList(value, size, IMSF_NUMSRC, IMSF_SLIST, IN_ADDR);
        } else if ((level == IPPROTO_IP || level == IPPROTO_IPV6) && optname == MCAST_MSFILTER) {
            checkList(value, size, GF_NUMSRC, GF_SLIST, SOCKADDR_STORAGE);
        } else if (level == IPPROTO_TCP && optname == TCP_AO_GET_KEYS) {
            checkList(value, size, NKEYS, 0, size);
        } else if (level == IPPROTO_TCP && optname == TCP_ZEROCOPY_RECEIVE) {
            return number(value, size, ADDRESS) != 0 || number(value, size, COPYBUF_ADDRESS) != 0;
        }
        return false;
    }

    private static void checkList(ByteBuffer value, int size, int numsrc, int slist, int source) {
        if (size >= slist) {
            long sources = Integer.toUnsignedLong((int) number(value, size, numsrc));
            Objects.checkFromIndexSize(slist, sources * source, (long) size);
        }
    }

    /** The 64 bits, or what there is of them, at a place in the value. */
    private static long number(ByteBuffer value, int size, int at) {
        long number = 0;
        for (int i = Math.min(size - at, Long.BYTES) - 1; i >= 0; i--) {
            number = number << Byte.SIZE | value.get(value.position() + at + i) & 0xff;
        }
        return number;
    }
}
