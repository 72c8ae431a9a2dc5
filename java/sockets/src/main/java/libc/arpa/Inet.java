package libc.arpa;

import static libc.Errno.EFAULT;
import static libc.internal.call.Function.function;
import static libc.internal.call.Native.call;
import static libc.internal.call.Native.refused;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;
import static libc.internal.memory.Pointers.string;

import java.util.Objects;
import libc.Struct;
import libc.internal.call.Function;
import libc.internal.memory.Memory;
import libc.netinet.In;

/**
 * {@code <arpa/inet.h>}: Internet addresses as text.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/inet.3.html">inet(3)</a>
 */
public class Inet extends In {

    private static final Function INET_ATON = function("int inet_aton(const char *cp, struct in_addr *inp)");
    private static final Function INET_ADDR = function("in_addr_t inet_addr(const char *cp)");
    private static final Function INET_NETWORK = function("in_addr_t inet_network(const char *cp)");
    private static final Function INET_NTOA = function("char *inet_ntoa(struct in_addr in)");
    private static final Function INET_MAKEADDR = function("struct in_addr inet_makeaddr(in_addr_t net, in_addr_t host)");
    private static final Function INET_LNAOF = function("in_addr_t inet_lnaof(struct in_addr in)");
    private static final Function INET_NETOF = function("in_addr_t inet_netof(struct in_addr in)");
    private static final Function INET_NTOP =
            function("const char *inet_ntop(int af, const void *src, char *dst, socklen_t size)");
    private static final Function INET_PTON = function("int inet_pton(int af, const char *src, void *dst)");
    private static final Function INET_NET_PTON =
            function("int inet_net_pton(int af, const char *pres, void *netp, size_t nsize)");
    private static final Function INET_NET_NTOP =
            function("char *inet_net_ntop(int af, const void *netp, int bits, char *pres, size_t psize)");

    /** Not to be made: a header's class has only static members. */
    protected Inet() {}

    /**
     * {@code int inet_aton(const char *cp, struct in_addr *inp);}
     *
     * <p>Reads an IPv4 address in any of the forms a.b.c.d, a.b.c, a.b and a, whose numbers may be octal or hexadecimal.
     *
     * @param cp the text
     * @param inp where the address goes, in network byte order
     * @return 1, or 0 if {@code cp} is no address, or with {@code errno()} EFAULT if either is null
     * @throws IllegalArgumentException if there is a NUL in {@code cp}
     * @see <a href="https://man7.org/linux/man-pages/man3/inet_aton.3.html">inet_aton(3)</a>
     */
    public static int inet_aton(String cp, in_addr inp) {
        if (cp == null || inp == null) {
            refused(INET_ATON, EFAULT);
            return 0;
        }
        try (Memory m = memory()) {
            long room = m.in(inp);
            int valid = (int) m.call(INET_ATON, m.in(cp), room);
            if (valid != 0) {
                m.back(room, inp);
            }
            return valid;
        }
    }

    /**
     * {@code in_addr_t inet_addr(const char *cp);}
     *
     * <p>Reads an IPv4 address in the forms of {@link #inet_aton}. What it answers to 255.255.255.255 is what it
     * answers to no address at all.
     *
     * @param cp the text
     * @return the address in network byte order, or INADDR_NONE, with {@code errno()} EFAULT if {@code cp} is null
     * @throws IllegalArgumentException if there is a NUL in {@code cp}
     * @see <a href="https://man7.org/linux/man-pages/man3/inet_addr.3.html">inet_addr(3)</a>
     */
    public static int inet_addr(String cp) {
        if (cp == null) {
            return refused(INET_ADDR, EFAULT);
        }
        try (Memory m = memory()) {
            return (int) m.call(INET_ADDR, m.in(cp));
        }
    }

    /**
     * {@code in_addr_t inet_network(const char *cp);}
     *
     * <p>Reads an IPv4 network number in the forms of {@link #inet_aton}.
     *
     * @param cp the text
     * @return the number in host byte order, or -1, with {@code errno()} EFAULT if {@code cp} is null
     * @throws IllegalArgumentException if there is a NUL in {@code cp}
     * @see <a href="https://man7.org/linux/man-pages/man3/inet_network.3.html">inet_network(3)</a>
     */
    public static int inet_network(String cp) {
        if (cp == null) {
            return refused(INET_NETWORK, EFAULT);
        }
        try (Memory m = memory()) {
            return (int) m.call(INET_NETWORK, m.in(cp));
        }
    }

    /**
     * {@code char *inet_ntoa(struct in_addr in);}
     *
     * <p>Prints an IPv4 address as a.b.c.d. The string is a fresh one, not C's static buffer.
     *
     * @param in the address
     * @return its text; it cannot fail
     * @see <a href="https://man7.org/linux/man-pages/man3/inet_ntoa.3.html">inet_ntoa(3)</a>
     */
    public static String inet_ntoa(in_addr in) {
        return string(INET_NTOA, call(INET_NTOA, in.s_addr));
    }

    /**
     * {@code struct in_addr inet_makeaddr(in_addr_t net, in_addr_t host);}
     *
     * <p>Joins a network number and a host number by the classes A, B and C.
     *
     * @param net network number, in host byte order
     * @param host host number in it, in host byte order
     * @return the address, in network byte order
     * @see <a href="https://man7.org/linux/man-pages/man3/inet_makeaddr.3.html">inet_makeaddr(3)</a>
     */
    public static in_addr inet_makeaddr(int net, int host) {
        return new in_addr((int) call(INET_MAKEADDR, net, host));
    }

    /**
     * {@code in_addr_t inet_lnaof(struct in_addr in);}
     *
     * <p>Tells the host number in an address, by the classes A, B and C.
     *
     * @param in the address
     * @return the host number, in host byte order
     * @see <a href="https://man7.org/linux/man-pages/man3/inet_lnaof.3.html">inet_lnaof(3)</a>
     */
    public static int inet_lnaof(in_addr in) {
        return (int) call(INET_LNAOF, in.s_addr);
    }

    /**
     * {@code in_addr_t inet_netof(struct in_addr in);}
     *
     * <p>Tells the network number in an address, by the classes A, B and C.
     *
     * @param in the address
     * @return the network number, in host byte order
     * @see <a href="https://man7.org/linux/man-pages/man3/inet_netof.3.html">inet_netof(3)</a>
     */
    public static int inet_netof(in_addr in) {
        return (int) call(INET_NETOF, in.s_addr);
    }

    /**
     * {@code const char *inet_ntop(int af, const void *src, char *dst, socklen_t size);}
     *
     * <p>Prints an address.
     *
     * @param af AF_INET or AF_INET6
     * @param src the address: an {@code in_addr} or an {@code in6_addr}
     * @param dst where the text goes, NUL-terminated
     * @param size how many bytes of {@code dst} it may take: INET_ADDRSTRLEN or INET6_ADDRSTRLEN is enough
     * @return the text, or null with {@code errno()} ENOSPC, EAFNOSUPPORT, EFAULT
     * @throws IndexOutOfBoundsException if {@code size} is more than {@code dst} holds, or {@code src} is shorter than
     *     an address of {@code af}
     * @see <a href="https://man7.org/linux/man-pages/man3/inet_ntop.3.html">inet_ntop(3)</a>
     */
    public static String inet_ntop(int af, Struct src, byte[] dst, int size) {
        return ntop(af, src, dst, size);
    }

    /**
     * {@link #inet_ntop(int, Struct, byte[], int)} of an address in bytes.
     *
     * @param af AF_INET or AF_INET6
     * @param src the address, of 4 or 16 bytes in network byte order
     * @param dst where the text goes, NUL-terminated
     * @param size how many bytes of {@code dst} it may take
     * @return the text, or null with {@code errno()} ENOSPC, EAFNOSUPPORT, EFAULT
     */
    public static String inet_ntop(int af, byte[] src, byte[] dst, int size) {
        return ntop(af, src, dst, size);
    }

    private static String ntop(int af, Object src, byte[] dst, int size) {
        if (src == null || dst == null) {
            refused(INET_NTOP, EFAULT);
            return null;
        }
        try (Memory m = memory()) {
            long room = m.in(dst, 0, size);
            String text = string(INET_NTOP, m.call(INET_NTOP, af, m.in(src, 0, addressLength(af)), room, size));
            if (text != null) {
                m.backString(room, dst, size);
            }
            return text;
        }
    }

    /**
     * {@code int inet_pton(int af, const char *src, void *dst);}
     *
     * <p>Reads an address in its usual form; an IPv4 address has four decimal numbers.
     *
     * @param af AF_INET or AF_INET6
     * @param src the text
     * @param dst where the address goes: an {@code in_addr} or an {@code in6_addr}
     * @return 1, 0 if {@code src} is no address of {@code af}, or -1 with {@code errno()} EAFNOSUPPORT, EFAULT
     * @throws IndexOutOfBoundsException if {@code dst} is shorter than an address of {@code af}
     * @throws IllegalArgumentException if there is a NUL in {@code src}
     * @see <a href="https://man7.org/linux/man-pages/man3/inet_pton.3.html">inet_pton(3)</a>
     */
    public static int inet_pton(int af, String src, Struct dst) {
        return pton(af, src, dst, dst == null ? 0 : dst.size());
    }

    /**
     * {@link #inet_pton(int, String, Struct)} into bytes.
     *
     * @param af AF_INET or AF_INET6
     * @param src the text
     * @param dst where the address goes, 4 or 16 bytes in network byte order
     * @return 1, 0 if {@code src} is no address of {@code af}, or -1 with {@code errno()} EAFNOSUPPORT, EFAULT
     */
    public static int inet_pton(int af, String src, byte[] dst) {
        return pton(af, src, dst, dst == null ? 0 : dst.length);
    }

    private static int pton(int af, String src, Object dst, int size) {
        if (src == null || dst == null) {
            return refused(INET_PTON, EFAULT);
        }
        int length = addressLength(af);
        Objects.checkFromIndexSize(0, length, size);
        try (Memory m = memory()) {
            long room = m.in(dst, 0, length);
            int valid = result(INET_PTON, m.call(INET_PTON, af, m.in(src), room));
            m.back(valid == 1 ? length : 0, room, dst, 0, length);
            return valid;
        }
    }

    /**
     * {@code int inet_net_pton(int af, const char *pres, void *netp, size_t nsize);}
     *
     * <p>Reads a network number, {@code 192.168/16}, {@code 10} or {@code 0xc0a8}. The bytes of {@code netp} behind it stay
     * as they are.
     *
     * @param af AF_INET
     * @param pres the text
     * @param netp where the number goes, in network byte order: an {@code in_addr}
     * @param nsize how many bytes of {@code netp} it may take
     * @return the number's length in bits, or -1 with {@code errno()} ENOENT if {@code pres} is none, EMSGSIZE,
     *     EAFNOSUPPORT, EFAULT
     * @throws IndexOutOfBoundsException if {@code nsize} is more than {@code netp} has
     * @throws IllegalArgumentException if there is a NUL in {@code pres}
     * @see <a href="https://man7.org/linux/man-pages/man3/inet_net_pton.3.html">inet_net_pton(3)</a>
     */
    public static int inet_net_pton(int af, String pres, Struct netp, int nsize) {
        return netPton(af, pres, netp, nsize);
    }

    /**
     * {@link #inet_net_pton(int, String, Struct, int)} into bytes.
     *
     * @param af AF_INET
     * @param pres the text
     * @param netp where the number goes, in network byte order
     * @param nsize how many bytes of {@code netp} it may take
     * @return the number's length in bits, or -1 with {@code errno()} ENOENT, EMSGSIZE, EAFNOSUPPORT, EFAULT
     */
    public static int inet_net_pton(int af, String pres, byte[] netp, int nsize) {
        return netPton(af, pres, netp, nsize);
    }

    private static int netPton(int af, String pres, Object netp, int nsize) {
        if (pres == null || netp == null) {
            return refused(INET_NET_PTON, EFAULT);
        }
        try (Memory m = memory()) {
            long room = m.in(netp, 0, nsize);
            int bits = result(INET_NET_PTON, m.call(INET_NET_PTON, af, m.in(pres), room, nsize));
            m.back(bits == -1 ? 0 : nsize, room, netp, 0, nsize);
            return bits;
        }
    }

    /**
     * {@code char *inet_net_ntop(int af, const void netp[(.bits - CHAR_BIT + 1) / CHAR_BIT], int bits, char pres[.psize],
     * size_t psize);}
     *
     * <p>Prints a network number: {@code 192.168/16}.
     *
     * @param af AF_INET
     * @param netp the number, in network byte order: an {@code in_addr}
     * @param bits its length in bits, 0 to 32
     * @param pres where the text goes, NUL-terminated
     * @param psize how many bytes of {@code pres} it may take
     * @return the text, or null with {@code errno()} EMSGSIZE, EINVAL, EAFNOSUPPORT, EFAULT
     * @throws IndexOutOfBoundsException if {@code psize} is more than {@code pres} holds, or {@code netp} is shorter than
     *     {@code bits}
     * @see <a href="https://man7.org/linux/man-pages/man3/inet_net_ntop.3.html">inet_net_ntop(3)</a>
     */
    public static String inet_net_ntop(int af, Struct netp, int bits, byte[] pres, int psize) {
        return netNtop(af, netp, bits, pres, psize);
    }

    /**
     * {@link #inet_net_ntop(int, Struct, int, byte[], int)} of a number in bytes.
     *
     * @param af AF_INET
     * @param netp the number, in network byte order
     * @param bits its length in bits, 0 to 32
     * @param pres where the text goes, NUL-terminated
     * @param psize how many bytes of {@code pres} it may take
     * @return the text, or null with {@code errno()} EMSGSIZE, EINVAL, EAFNOSUPPORT, EFAULT
     */
    public static String inet_net_ntop(int af, byte[] netp, int bits, byte[] pres, int psize) {
        return netNtop(af, netp, bits, pres, psize);
    }

    private static String netNtop(int af, Object netp, int bits, byte[] pres, int psize) {
        if (netp == null || pres == null) {
            refused(INET_NET_NTOP, EFAULT);
            return null;
        }
        boolean read = af == AF_INET && bits >= 0 && bits <= Integer.SIZE; // all others C refuses
        try (Memory m = memory()) {
            long number = m.in(netp, 0, read ? (bits + Byte.SIZE - 1) / Byte.SIZE : 0);
            long room = m.in(pres, 0, psize);
            String text = string(INET_NET_NTOP, m.call(INET_NET_NTOP, af, number, bits, room, psize));
            if (text != null) {
                m.backString(room, pres, psize);
            }
            return text;
        }
    }

    /** What C reads or writes of an address; of a family it refuses, nothing. */
    private static int addressLength(int af) {
        return af == AF_INET ? Integer.BYTES : af == AF_INET6 ? sizeof(in6_addr.class) : 0;
    }
}
