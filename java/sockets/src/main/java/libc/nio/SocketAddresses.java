package libc.nio;

import static libc.Errno.check;
import static libc.arpa.Inet.htons;
import static libc.arpa.Inet.ntohs;
import static libc.sys.Un.AF_INET;
import static libc.sys.Un.AF_INET6;
import static libc.sys.Un.AF_UNIX;
import static libc.sys.Un.SUN_LEN;
import static libc.sys.Un.UNIX_PATH_MAX;
import static libc.sys.Un.getpeername;
import static libc.sys.Un.getsockname;
import static libc.sys.Un.offsetof;
import static libc.sys.Un.sizeof;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import libc.ErrnoException;
import libc.bits.Socket.sockaddr;
import libc.bits.Socket.sockaddr_storage;
import libc.netinet.In.in6_addr;
import libc.netinet.In.in_addr;
import libc.netinet.In.sockaddr_in;
import libc.netinet.In.sockaddr_in6;
import libc.sys.Un.sockaddr_un;

/** Socket addresses as C has them, {@code struct sockaddr} and its length, and as the JDK has them. */
public final class SocketAddresses {

    private static final int SUN_PATH = offsetof(sockaddr_un.class, "sun_path");

    private SocketAddresses() {}

    /**
     * The address a socket is bound to, as {@code getLocalAddress} of a channel answers it.
     *
     * @param sockfd a socket of AF_INET, AF_INET6 or AF_UNIX
     * @return the address that getsockname(2) answers
     * @throws ErrnoException if the call fails
     * @throws IllegalArgumentException if the JDK has no such address, as an abstract name
     */
    public static SocketAddress local(int sockfd) throws ErrnoException {
        sockaddr_storage addr = new sockaddr_storage();
        int[] addrlen = {sizeof(addr)};
        check(getsockname(sockfd, addr, addrlen));
        return toJava(addr, addrlen[0]);
    }

    /**
     * The address a socket is connected to, as {@code getRemoteAddress} of a channel answers it.
     *
     * @param sockfd a socket of AF_INET, AF_INET6 or AF_UNIX
     * @return the address that getpeername(2) answers
     * @throws ErrnoException if the call fails, with ENOTCONN if it is not connected
     * @throws IllegalArgumentException if the JDK has no such address, as an abstract name
     */
    public static SocketAddress remote(int sockfd) throws ErrnoException {
        sockaddr_storage addr = new sockaddr_storage();
        int[] addrlen = {sizeof(addr)};
        check(getpeername(sockfd, addr, addrlen));
        return toJava(addr, addrlen[0]);
    }

    /**
     * C's address as a JDK address. An IPv4-mapped IPv6 address becomes the IPv4 address, as the JDK has it everywhere; the
     * flow information of IPv6 is lost. A pathname has to make sense in the encoding of the JVM's file names.
     *
     * @param addr the address
     * @param addrlen its length, as the call said that answered it; of a UNIX address it says what is a name
     * @return an {@link InetSocketAddress} or a {@link UnixDomainSocketAddress}, whose path is empty where there is no name
     * @throws IllegalArgumentException if the JDK has no such address: of another family, an abstract name, a pathname
     *     whose bytes are no characters
     */
    public static SocketAddress toJava(sockaddr addr, int addrlen) {
        return switch (addr.sa_family()) {
            case AF_INET -> toJava(new sockaddr_in(addr));
            case AF_INET6 -> toJava(new sockaddr_in6(addr));
            case AF_UNIX -> toJava(new sockaddr_un(addr), addrlen);
            default -> throw new IllegalArgumentException("the JDK has no such address: " + addr);
        };
    }

    private static InetSocketAddress toJava(sockaddr_in sin) {
        byte[] bytes = new byte[Integer.BYTES];
        sin.sin_addr.pack(ByteBuffer.wrap(bytes));
        return new InetSocketAddress(address(bytes, 0), ntohs(sin.sin_port));
    }

    private static InetSocketAddress toJava(sockaddr_in6 sin6) {
        return new InetSocketAddress(address(sin6.sin6_addr.s6_addr, sin6.sin6_scope_id), ntohs(sin6.sin6_port));
    }

    private static InetAddress address(byte[] bytes, int scope) {
        try {
            InetAddress address = InetAddress.getByAddress(bytes);
            return scope != 0 && address instanceof Inet6Address ? Inet6Address.getByAddress(null, bytes, scope) : address;
        } catch (UnknownHostException e) {
            throw new AssertionError(e); // only said of an array that has neither 4 bytes nor 16
        }
    }

    private static UnixDomainSocketAddress toJava(sockaddr_un sun, int addrlen) {
        int end = Math.min(addrlen - SUN_PATH, sun.sun_path.length);
        if (end > 0 && sun.sun_path[0] == 0) {
            throw new IllegalArgumentException("the JDK has no abstract names: " + sun);
        }
        int length = 0;
        while (length < end && sun.sun_path[length] != 0) {
            length++;
        }
        try {
            return UnixDomainSocketAddress.of(
                    fileNames().newDecoder().decode(ByteBuffer.wrap(sun.sun_path, 0, length)).toString());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not in " + fileNames() + ": " + sun, e);
        }
    }

    /**
     * A JDK address as C's. The kernel takes it with {@link #length}.
     *
     * @param address an {@link InetSocketAddress} or a {@link UnixDomainSocketAddress}
     * @return a sockaddr_in, a sockaddr_in6 with its scope, or a sockaddr_un
     * @throws UnresolvedAddressException if it is a host name that has no address
     * @throws IllegalArgumentException if it is of another class, or a path that sun_path cannot hold
     */
    public static sockaddr toC(SocketAddress address) {
        if (address instanceof UnixDomainSocketAddress unix) {
            return new sockaddr_un(AF_UNIX, bytes(unix.getPath()));
        } else if (address instanceof InetSocketAddress inet) {
            InetAddress ip = resolved(inet);
            return ip instanceof Inet6Address ? toC6(inet)
                    : new sockaddr_in(AF_INET, htons(inet.getPort()), new in_addr(ByteBuffer.wrap(ip.getAddress())));
        }
        throw new IllegalArgumentException("C has no such address here: " + address);
    }

    /**
     * A JDK address for a socket of AF_INET6 that serves IPv4 too, as those of JDK channels do: an IPv4 address is mapped,
     * {@code ::ffff:192.0.2.1}, and the wildcard of either family is {@code ::}.
     *
     * @param address the address
     * @return the same in IPv6
     * @throws UnresolvedAddressException if it is a host name that has no address
     */
    public static sockaddr_in6 toC6(InetSocketAddress address) {
        byte[] bytes = new byte[16];
        int scope = 0;
        if (resolved(address) instanceof Inet6Address inet6) {
            bytes = inet6.getAddress();
            scope = inet6.getScopeId();
        } else if (!address.getAddress().isAnyLocalAddress()) {
            ByteBuffer.wrap(bytes).putShort(10, (short) 0xffff).put(12, address.getAddress().getAddress());
        }
        return new sockaddr_in6(AF_INET6, htons(address.getPort()), 0, new in6_addr(bytes), scope);
    }

    private static InetAddress resolved(InetSocketAddress address) {
        if (address.isUnresolved()) {
            throw new UnresolvedAddressException();
        }
        return address.getAddress();
    }

    private static byte[] bytes(Path path) {
        byte[] bytes = path.toString().getBytes(fileNames());
        if (!Path.of(path.toString()).equals(path)) {
            throw new IllegalArgumentException("not in " + fileNames() + ": " + path);
        } else if (bytes.length > UNIX_PATH_MAX) {
            throw new IllegalArgumentException(bytes.length + " bytes, and sun_path has " + UNIX_PATH_MAX + ": " + path);
        }
        return bytes;
    }

    /** What the JDK's paths and the bytes of file names are translated by. */
    private static Charset fileNames() {
        return Charset.forName(System.getProperty("native.encoding"));
    }

    /**
     * The length to hand to the kernel with an address that {@link #toC} made: of a pathname to its NUL, without a name that
     * of the family alone.
     *
     * @param addr the address
     * @return its length in bytes
     */
    public static int length(sockaddr addr) {
        if (addr instanceof sockaddr_un sun) {
            return sun.sun_path[0] == 0 ? SUN_PATH : Math.min(SUN_LEN(sun) + 1, sizeof(sun));
        }
        return sizeof(addr);
    }
}
