package libc.arpa;

import static libc.Errno.EFAULT;
import static libc.internal.Libc.sockets;
import static libc.internal.Native.refused;
import static libc.internal.Native.result;
import static libc.internal.Native.string;

import java.nio.ByteBuffer;
import java.util.Objects;
import libc.Struct;
import libc.internal.Scratch;
import libc.netinet.In;

/**
 * {@code <arpa/inet.h>}: Internet addresses as text.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/inet.3.html">inet(3)</a>
 */
public class Inet extends In {

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
            refused("inet_aton", EFAULT);
            return 0;
        }
        Scratch scratch = Scratch.current();
        ByteBuffer address = scratch.address();
        int valid = sockets().inet_aton(scratch.string(cp), address);
        scratch.end();
        if (valid != 0) {
            inp.unpack(address);
        }
        return valid;
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
            return refused("inet_addr", EFAULT);
        }
        Scratch scratch = Scratch.current();
        int address = sockets().inet_addr(scratch.string(cp));
        scratch.end();
        return address;
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
            return refused("inet_network", EFAULT);
        }
        Scratch scratch = Scratch.current();
        int network = sockets().inet_network(scratch.string(cp));
        scratch.end();
        return network;
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
        return string("inet_ntoa", sockets().inet_ntoa(in.s_addr));
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
        return new in_addr(sockets().inet_makeaddr(net, host));
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
        return sockets().inet_lnaof(in.s_addr);
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
        return sockets().inet_netof(in.s_addr);
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
            refused("inet_ntop", EFAULT);
            return null;
        }
        Objects.checkFromIndexSize(0, size, dst.length);
        Scratch scratch = Scratch.current();
        ByteBuffer address = scratch.copyIn(src, 0, addressLength(af));
        ByteBuffer text = scratch.address();
        String answer = string("inet_ntop", sockets().inet_ntop(af, address, text, Math.min(size, INET6_ADDRSTRLEN)));
        if (answer != null) {
            text.get(0, dst, 0, answer.length() + 1);
        }
        scratch.end();
        return answer;
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
            return refused("inet_pton", EFAULT);
        }
        int length = addressLength(af);
        Objects.checkFromIndexSize(0, length, size);
        Scratch scratch = Scratch.current();
        ByteBuffer address = scratch.address();
        int valid = result("inet_pton", sockets().inet_pton(af, scratch.string(src), address));
        if (valid == 1) {
            ByteBuffer room = scratch.copyOutRoom(dst, 0, length).put(0, address, 0, length);
            scratch.copyOut(length, room, dst, 0, length);
        }
        scratch.end();
        return valid;
    }

    /**
     * {@code int inet_net_pton(int af, const char *pres, void netp[.nsize], size_t nsize);}
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
            return refused("inet_net_pton", EFAULT);
        }
        byte[] text = Scratch.bytes(pres);
        Scratch scratch = Scratch.current();
        ByteBuffer room = scratch.copyIn(netp, 0, nsize);
        int bits = result("inet_net_pton",
                sockets().inet_net_pton(af, ByteBuffer.allocateDirect(text.length).put(0, text), room, nsize));
        scratch.copyOut(bits == -1 ? 0 : nsize, room, netp, 0, nsize);
        return bits;
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
            refused("inet_net_ntop", EFAULT);
            return null;
        }
        Objects.checkFromIndexSize(0, psize, pres.length);
        boolean read = af == AF_INET && bits >= 0 && bits <= Integer.SIZE; // all others C refuses
        Scratch scratch = Scratch.current();
        ByteBuffer number = scratch.copyIn(netp, 0, read ? (bits + Byte.SIZE - 1) / Byte.SIZE : 0);
        ByteBuffer text = scratch.address();
        String answer = string("inet_net_ntop",
                sockets().inet_net_ntop(af, number, bits, text, Math.min(psize, text.capacity())));
        if (answer != null) {
            text.get(0, pres, 0, answer.length() + 1);
        }
        scratch.end();
        return answer;
    }

    /** What C reads or writes of an address; of a family it refuses, nothing. */
    private static int addressLength(int af) {
        return af == AF_INET ? Integer.BYTES : af == AF_INET6 ? sizeof(in6_addr.class) : 0;
    }
}
