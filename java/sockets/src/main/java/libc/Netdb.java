package libc;

import static libc.Errno.EFAULT;
import static libc.internal.call.Function.function;
import static libc.internal.call.Native.call;
import static libc.internal.call.Native.failed;
import static libc.internal.call.Native.refused;
import static libc.internal.call.Native.result;
import static libc.internal.call.Native.resultPointer;
import static libc.internal.call.Native.seven;
import static libc.internal.memory.Memory.memory;

import java.util.Objects;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import libc.internal.Entries;
import libc.internal.call.Caller;
import libc.internal.call.Function;
import libc.internal.call.Native;
import libc.internal.memory.Memory;
import libc.internal.memory.Pointers;
import libc.netinet.In;

/**
 * {@code <netdb.h>}: addresses of hosts and services by their names, names by addresses, and the databases in /etc.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/getaddrinfo.3.html">getaddrinfo(3)</a>
 * @see <a href="https://man7.org/linux/man-pages/man3/gethostbyname.3.html">gethostbyname(3)</a>
 */
public class Netdb extends In {

    private static final Function GAI_STRERROR = function("const char *gai_strerror(int errcode)");
    private static final Function H_ERRNO_LOCATION = function("int *__h_errno_location(void)");
    private static final Function GETADDRINFO = function("int getaddrinfo(const char *node, const char *service, "
            + "const struct addrinfo *hints, struct addrinfo **res)");
    private static final Function FREEADDRINFO = function("void freeaddrinfo(struct addrinfo *res)");
    private static final Function GETNAMEINFO = function("int getnameinfo(const struct sockaddr *addr, socklen_t addrlen, "
            + "char *host, socklen_t hostlen, char *serv, socklen_t servlen, int flags)");
    private static final Function GETHOSTBYNAME = function("struct hostent *gethostbyname(const char *name)");
    private static final Function GETHOSTBYNAME2 = function("struct hostent *gethostbyname2(const char *name, int af)");
    private static final Function GETHOSTBYADDR =
            function("struct hostent *gethostbyaddr(const void *addr, socklen_t len, int type)");
    private static final Function GETHOSTENT = function("struct hostent *gethostent(void)");
    private static final Function SETHOSTENT = function("void sethostent(int stayopen)");
    private static final Function ENDHOSTENT = function("void endhostent(void)");
    private static final Function GETSERVBYNAME =
            function("struct servent *getservbyname(const char *name, const char *proto)");
    private static final Function GETSERVBYPORT = function("struct servent *getservbyport(int port, const char *proto)");
    private static final Function GETSERVENT = function("struct servent *getservent(void)");
    private static final Function SETSERVENT = function("void setservent(int stayopen)");
    private static final Function ENDSERVENT = function("void endservent(void)");
    private static final Function GETPROTOBYNAME = function("struct protoent *getprotobyname(const char *name)");
    private static final Function GETPROTOBYNUMBER = function("struct protoent *getprotobynumber(int proto)");
    private static final Function GETPROTOENT = function("struct protoent *getprotoent(void)");
    private static final Function SETPROTOENT = function("void setprotoent(int stayopen)");
    private static final Function ENDPROTOENT = function("void endprotoent(void)");
    private static final Function GETNETBYNAME = function("struct netent *getnetbyname(const char *name)");
    private static final Function GETNETBYADDR = function("struct netent *getnetbyaddr(uint32_t net, int type)");
    private static final Function GETNETENT = function("struct netent *getnetent(void)");
    private static final Function SETNETENT = function("void setnetent(int stayopen)");
    private static final Function ENDNETENT = function("void endnetent(void)");

    /** Without a node: addresses to bind(2) to, not to connect(2) to. */
    public static final int AI_PASSIVE = 0x0001;
    /** Ask for the canonical name, in the first result. */
    public static final int AI_CANONNAME = 0x0002;
    /** The node is an address; names are not looked up. */
    public static final int AI_NUMERICHOST = 0x0004;
    /** With AF_INET6: IPv4-mapped addresses where there are no others. */
    public static final int AI_V4MAPPED = 0x0008;
    /** With AI_V4MAPPED: IPv4-mapped addresses beside the others. */
    public static final int AI_ALL = 0x0010;
    /** Only families of which this machine has an address. */
    public static final int AI_ADDRCONFIG = 0x0020;
    /** Encode the node as an internationalized name (IDN). */
    public static final int AI_IDN = 0x0040;
    /** Decode the canonical name from its IDN form. */
    public static final int AI_CANONIDN = 0x0080;
    /** Without effect since glibc 2.28: unassigned code points in an IDN. */
    public static final int AI_IDN_ALLOW_UNASSIGNED = 0x0100;
    /** Without effect since glibc 2.28: STD3 rules for an IDN. */
    public static final int AI_IDN_USE_STD3_ASCII_RULES = 0x0200;
    /** The service is a port number; names are not looked up. */
    public static final int AI_NUMERICSERV = 0x0400;

    /** Flags that do not exist or do not go together. */
    public static final int EAI_BADFLAGS = -1;
    /** The node or the service is not known, or neither was given. */
    public static final int EAI_NONAME = -2;
    /** The name server could not answer for now. */
    public static final int EAI_AGAIN = -3;
    /** The name server answered that it never will. */
    public static final int EAI_FAIL = -4;
    /** The node exists, but has no address. */
    public static final int EAI_NODATA = -5;
    /** The address family is not supported. */
    public static final int EAI_FAMILY = -6;
    /** The socket type is not supported, or does not go with the protocol. */
    public static final int EAI_SOCKTYPE = -7;
    /** The service does not exist for the socket type. */
    public static final int EAI_SERVICE = -8;
    /** The node has no address of the family. */
    public static final int EAI_ADDRFAMILY = -9;
    /** Out of memory. */
    public static final int EAI_MEMORY = -10;
    /** A system error, which errno tells. */
    public static final int EAI_SYSTEM = -11;
    /** A buffer is too short for its answer. */
    public static final int EAI_OVERFLOW = -12;
    /** Of getaddrinfo_a(3): the request is not done yet. */
    public static final int EAI_INPROGRESS = -100;
    /** Of getaddrinfo_a(3): the request was cancelled. */
    public static final int EAI_CANCELED = -101;
    /** Of getaddrinfo_a(3): the request could not be cancelled. */
    public static final int EAI_NOTCANCELED = -102;
    /** Of getaddrinfo_a(3): all requests are done already. */
    public static final int EAI_ALLDONE = -103;
    /** Of getaddrinfo_a(3): a signal interrupted the wait. */
    public static final int EAI_INTR = -104;
    /** The node cannot be encoded as an internationalized name. */
    public static final int EAI_IDN_ENCODE = -105;

    /** Print the address; do not look its name up. */
    public static final int NI_NUMERICHOST = 1;
    /** Print the port number; do not look its name up. */
    public static final int NI_NUMERICSERV = 2;
    /** Of a host in the local domain, only its own part of the name. */
    public static final int NI_NOFQDN = 4;
    /** An address without a name is an error. */
    public static final int NI_NAMEREQD = 8;
    /** The name of the UDP service, where it is not that of TCP. */
    public static final int NI_DGRAM = 16;
    /** Decode the name from its internationalized (IDN) form. */
    public static final int NI_IDN = 32;
    /** Without effect since glibc 2.28: unassigned code points in an IDN. */
    public static final int NI_IDN_ALLOW_UNASSIGNED = 64;
    /** Without effect since glibc 2.28: STD3 rules for an IDN. */
    public static final int NI_IDN_USE_STD3_ASCII_RULES = 128;
    /** Bytes that are enough for any host name, its NUL included. */
    public static final int NI_MAXHOST = 1025;
    /** Bytes that are enough for any service name, its NUL included. */
    public static final int NI_MAXSERV = 32;
    /** Between an IPv6 address and its interface in text. */
    public static final int SCOPE_DELIMITER = '%';

    /** h_errno: a system error, which errno tells. */
    public static final int NETDB_INTERNAL = -1;
    /** h_errno: no error. */
    public static final int NETDB_SUCCESS = 0;
    /** h_errno: no such host. */
    public static final int HOST_NOT_FOUND = 1;
    /** h_errno: the name server could not answer for now. */
    public static final int TRY_AGAIN = 2;
    /** h_errno: the name server answered that it never will. */
    public static final int NO_RECOVERY = 3;
    /** h_errno: the name exists, but has no address. */
    public static final int NO_DATA = 4;
    /** The same as NO_DATA. */
    public static final int NO_ADDRESS = NO_DATA;

    private static final Object HOSTS = new Object();
    private static final Object SERVICES = new Object();
    private static final Object PROTOCOLS = new Object();
    private static final Object NETWORKS = new Object();

    /** Not to be made: a header's class has only static members. */
    protected Netdb() {}

    /**
     * {@code int getaddrinfo(const char *restrict node, const char *restrict service, const struct addrinfo *restrict
     * hints, struct addrinfo **restrict res);}
     *
     * <p>Finds the addresses of a host and a service. The results are Java objects: C's own are freed before it
     * returns. Occupies its carrier thread while it waits; {@link Thread#interrupt} does not wake it.
     *
     * @param node host name or address, or null for this machine
     * @param service service name or port number, or null for port 0
     * @param hints which family, type, protocol and flags, or null for any; its other fields do not count
     * @param res where the first result goes; the others follow by {@code ai_next}
     * @return 0, or EAI_NONAME, EAI_SERVICE, EAI_FAMILY, EAI_SOCKTYPE, EAI_BADFLAGS, EAI_ADDRFAMILY, EAI_NODATA,
     *     EAI_AGAIN, EAI_FAIL, EAI_MEMORY, or EAI_SYSTEM with {@code errno()}, EFAULT if {@code res} is null
     * @throws IndexOutOfBoundsException if {@code res} has no room
     * @throws IllegalArgumentException if there is a NUL in a string
     * @see <a href="https://man7.org/linux/man-pages/man3/getaddrinfo.3.html">getaddrinfo(3)</a>
     */
    public static int getaddrinfo(String node, String service, addrinfo hints, addrinfo[] res) {
        if (res == null) {
            refused(GETADDRINFO, EFAULT);
            return result(GETADDRINFO, EAI_SYSTEM, true);
        }
        Objects.checkIndex(0, res.length);
        try (Memory m = memory()) {
            long first = m.room(Long.BYTES);
            int error = (int) m.call(GETADDRINFO, m.in(node), m.in(service), m.in(hints), first);
            if (error == EAI_SYSTEM) {
                failed(GETADDRINFO);
            } else if (error == 0) {
                long list = m.getLong(first);
                try {
                    res[0] = Entries.addresses(list);
                } finally {
                    m.call(FREEADDRINFO, list);
                }
            }
            return result(GETADDRINFO, error, error != 0);
        }
    }

    /**
     * {@code void freeaddrinfo(struct addrinfo *res);}
     *
     * <p>Does nothing: what {@link #getaddrinfo} answers is Java's.
     *
     * @param res the results
     * @see <a href="https://man7.org/linux/man-pages/man3/getaddrinfo.3.html">getaddrinfo(3)</a>
     */
    public static void freeaddrinfo(addrinfo res) {}

    /**
     * {@code const char *gai_strerror(int errcode);}
     *
     * <p>Tells what an error code of {@link #getaddrinfo} or {@link #getnameinfo} means, in the C locale's English.
     *
     * @param errcode EAI_NONAME, ...
     * @return its text, {@code "Unknown error"} if there is no such code
     * @see <a href="https://man7.org/linux/man-pages/man3/getaddrinfo.3.html">getaddrinfo(3)</a>
     */
    public static String gai_strerror(int errcode) {
        return Pointers.string(call(GAI_STRERROR, errcode));
    }

    /**
     * {@code int getnameinfo(const struct sockaddr *restrict addr, socklen_t addrlen, char host[_Nullable restrict
     * .hostlen], socklen_t hostlen, char serv[_Nullable restrict .servlen], socklen_t servlen, int flags);}
     *
     * <p>Finds the names of an address's host and service. Occupies its carrier thread while it waits; {@link
     * Thread#interrupt} does not wake it.
     *
     * @param addr the address
     * @param addrlen its length in bytes
     * @param host where the host's name or address goes, NUL-terminated, or null
     * @param hostlen how many bytes of {@code host} it may take, NI_MAXHOST is enough; 0 asks for none
     * @param serv where the service's name or port number goes, NUL-terminated, or null
     * @param servlen how many bytes of {@code serv} it may take, NI_MAXSERV is enough; 0 asks for none
     * @param flags NI_NUMERICHOST, NI_NUMERICSERV, NI_NAMEREQD, NI_DGRAM, NI_NOFQDN, ...
     * @return 0, or EAI_NONAME, EAI_OVERFLOW, EAI_FAMILY, EAI_BADFLAGS, EAI_AGAIN, EAI_FAIL, EAI_MEMORY, or
     *     EAI_SYSTEM with {@code errno()}, EFAULT if {@code addr} is null
     * @throws IndexOutOfBoundsException if a length is more than its array has
     * @see <a href="https://man7.org/linux/man-pages/man3/getnameinfo.3.html">getnameinfo(3)</a>
     */
    public static int getnameinfo(sockaddr addr, int addrlen, byte[] host, int hostlen, byte[] serv, int servlen,
            int flags) {
        if (addr == null) {
            refused(GETNAMEINFO, EFAULT);
            return result(GETNAMEINFO, EAI_SYSTEM, true);
        }
        try (Memory m = memory()) {
            long address = m.terminated(addr, addrlen);
            int hostRoom = room(host, hostlen);
            int servRoom = room(serv, servlen);
            long hostName = m.in(host, 0, hostRoom);
            long servName = m.in(serv, 0, servRoom);
            int error = (int) seven(GETNAMEINFO, address, addrlen, hostName, hostRoom, servName, servRoom, flags);
            if (error == 0) {
                back(m, hostName, host, hostRoom);
                back(m, servName, serv, servRoom);
            } else if (error == EAI_SYSTEM) {
                failed(GETNAMEINFO);
            }
            return result(GETNAMEINFO, error, error != 0);
        }
    }

    private static int room(byte[] name, int length) {
        return name == null ? 0 : Objects.checkFromIndexSize(0, length, name.length) + length;
    }

    /** Copies a name and its NUL. */
    private static void back(Memory m, long from, byte[] to, int size) {
        if (to != null) {
            m.backString(from, to, size);
        }
    }

    /**
     * {@code extern int h_errno;}
     *
     * <p>Why a look-up failed. Of this thread, virtual ones too; only a look-up of a host or a network that fails
     * changes it.
     *
     * @return HOST_NOT_FOUND, TRY_AGAIN, NO_RECOVERY, NO_DATA, or NETDB_INTERNAL, which {@code errno()} explains
     * @see <a href="https://man7.org/linux/man-pages/man3/gethostbyname.3.html">gethostbyname(3)</a>
     */
    public static int h_errno() {
        return Caller.current().hErrno();
    }

    /**
     * {@code h_errno = value}
     *
     * <p>Sets this thread's {@link #h_errno()}.
     *
     * @param value the error number
     * @see <a href="https://man7.org/linux/man-pages/man3/gethostbyname.3.html">gethostbyname(3)</a>
     */
    public static void h_errno(int value) {
        Caller.current().hErrno(value);
    }

    /**
     * {@code void herror(const char *s);}
     *
     * <p>Prints {@code s: } and the text of this thread's {@link #h_errno()} to {@link Stdio#stderr}.
     *
     * @param s what failed; without one, null or {@code ""}, the text stands alone
     * @see <a href="https://man7.org/linux/man-pages/man3/gethostbyname.3.html">gethostbyname(3)</a>
     */
    public static void herror(String s) {
        Stdio.fprintf(Stdio.stderr, "%s%s%s\n", s == null ? "" : s, s == null || s.isEmpty() ? "" : ": ",
                hstrerror(h_errno()));
    }

    /**
     * {@code const char *hstrerror(int err);}
     *
     * <p>Tells what an {@link #h_errno()} means, in the C locale's English.
     *
     * @param err HOST_NOT_FOUND, ...
     * @return its text, {@code "Unknown resolver error"} if there is no such number
     * @see <a href="https://man7.org/linux/man-pages/man3/gethostbyname.3.html">gethostbyname(3)</a>
     */
    public static String hstrerror(int err) {
        return switch (err) {
            case NETDB_SUCCESS -> "Resolver Error 0 (no error)";
            case HOST_NOT_FOUND -> "Unknown host";
            case TRY_AGAIN -> "Host name lookup failure";
            case NO_RECOVERY -> "Unknown server error";
            case NO_DATA -> "No address associated with name";
            default -> err < 0 ? "Resolver internal error" : "Unknown resolver error";
        };
    }

    /**
     * {@code struct hostent *gethostbyname(const char *name);}
     *
     * <p>Finds a host's IPv4 addresses by its name. The answer is a fresh object, not C's static one, so threads may
     * ask at once. Occupies its carrier thread while it waits; {@link Thread#interrupt} does not wake it.
     *
     * @param name host name or IPv4 address
     * @return the host, or null with {@link #h_errno()} HOST_NOT_FOUND, NO_DATA, TRY_AGAIN, NO_RECOVERY, or
     *     NETDB_INTERNAL with {@code errno()}, EFAULT if {@code name} is null
     * @throws IllegalArgumentException if there is a NUL in a string
     * @see <a href="https://man7.org/linux/man-pages/man3/gethostbyname.3.html">gethostbyname(3)</a>
     */
    public static hostent gethostbyname(String name) {
        return name == null ? noHost(GETHOSTBYNAME)
                : host(GETHOSTBYNAME, m -> m.call(GETHOSTBYNAME, m.in(name)));
    }

    /**
     * {@code struct hostent *gethostbyname2(const char *name, int af);}
     *
     * <p>Finds a host's addresses of a family by its name. The answer is a fresh object, not C's static one, so
     * threads may ask at once. Occupies its carrier thread while it waits; {@link Thread#interrupt} does not wake it.
     *
     * @param name host name or address
     * @param af AF_INET or AF_INET6
     * @return the host, or null with {@link #h_errno()} HOST_NOT_FOUND, NO_DATA, TRY_AGAIN, NO_RECOVERY, or
     *     NETDB_INTERNAL with {@code errno()}, EAFNOSUPPORT, EFAULT
     * @throws IllegalArgumentException if there is a NUL in a string
     * @see <a href="https://man7.org/linux/man-pages/man3/gethostbyname.3.html">gethostbyname(3)</a>
     */
    public static hostent gethostbyname2(String name, int af) {
        return name == null ? noHost(GETHOSTBYNAME2)
                : host(GETHOSTBYNAME2, m -> m.call(GETHOSTBYNAME2, m.in(name), af));
    }

    /**
     * {@code struct hostent *gethostbyaddr(const void *addr, socklen_t len, int type);}
     *
     * <p>Finds a host by an address. The answer is a fresh object, not C's static one, so threads may ask at once.
     * Occupies its carrier thread while it waits; {@link Thread#interrupt} does not wake it.
     *
     * @param addr the address: an {@code in_addr} or an {@code in6_addr}
     * @param len its length in bytes
     * @param type AF_INET or AF_INET6
     * @return the host, or null with {@link #h_errno()} HOST_NOT_FOUND, NO_DATA, TRY_AGAIN, NO_RECOVERY, or
     *     NETDB_INTERNAL with {@code errno()}, EAFNOSUPPORT, EFAULT
     * @throws IndexOutOfBoundsException if {@code len} is more than {@code addr} has
     * @see <a href="https://man7.org/linux/man-pages/man3/gethostbyname.3.html">gethostbyname(3)</a>
     */
    public static hostent gethostbyaddr(Struct addr, int len, int type) {
        return byAddress(addr, len, type);
    }

    /**
     * {@link #gethostbyaddr(Struct, int, int)} of an address in bytes, as {@code h_addr_list} has them.
     *
     * @param addr the address, of 4 or 16 bytes in network byte order
     * @param len its length in bytes
     * @param type AF_INET or AF_INET6
     * @return the host, or null with {@link #h_errno()}
     */
    public static hostent gethostbyaddr(byte[] addr, int len, int type) {
        return byAddress(addr, len, type);
    }

    private static hostent byAddress(Object addr, int len, int type) {
        return addr == null ? noHost(GETHOSTBYADDR)
                : host(GETHOSTBYADDR, m -> m.call(GETHOSTBYADDR, m.in(addr, 0, len), len, type));
    }

    /**
     * {@code struct hostent *gethostent(void);}
     *
     * <p>Reads the next host of /etc/hosts. The place in the list is the process's: threads that read it share it.
     *
     * @return the host, or null at the end
     * @see <a href="https://man7.org/linux/man-pages/man3/gethostbyname.3.html">gethostbyname(3)</a>
     */
    public static hostent gethostent() {
        return host(GETHOSTENT, m -> call(GETHOSTENT));
    }

    /**
     * {@code void sethostent(int stayopen);}
     *
     * <p>Opens /etc/hosts, or goes back to its beginning; queries to name servers then may use TCP.
     *
     * @param stayopen nonzero: the file, or the TCP connection, stays open between look-ups
     * @see <a href="https://man7.org/linux/man-pages/man3/gethostbyname.3.html">gethostbyname(3)</a>
     */
    public static void sethostent(int stayopen) {
        call(SETHOSTENT, stayopen);
    }

    /**
     * {@code void endhostent(void);}
     *
     * <p>Closes /etc/hosts, and the TCP connection to a name server.
     *
     * @see <a href="https://man7.org/linux/man-pages/man3/gethostbyname.3.html">gethostbyname(3)</a>
     */
    public static void endhostent() {
        call(ENDHOSTENT);
    }

    private static hostent noHost(Function function) {
        refused(function, EFAULT);
        h_errno(NETDB_INTERNAL);
        return null;
    }

    private static hostent host(Function function, ToLongFunction<Memory> look) {
        return named(HOSTS, () -> entry(function, HOSTS, look, Entries::host));
    }

    /**
     * {@code struct servent *getservbyname(const char *name, const char *proto);}
     *
     * <p>Finds a service by its name. The answer is a fresh object, not C's static one, so threads may ask at once.
     *
     * @param name official name or alias
     * @param proto {@code "tcp"}, {@code "udp"}, ..., or null for any
     * @return the service, or null if there is none, or with {@code errno()} EFAULT if {@code name} is null
     * @throws IllegalArgumentException if there is a NUL in a string
     * @see <a href="https://man7.org/linux/man-pages/man3/getservbyname.3.html">getservbyname(3)</a>
     */
    public static servent getservbyname(String name, String proto) {
        return name == null ? none(GETSERVBYNAME) : service(GETSERVBYNAME, m -> m.call(GETSERVBYNAME, m.in(name), m.in(proto)));
    }

    /**
     * {@code struct servent *getservbyport(int port, const char *proto);}
     *
     * <p>Finds a service by its port. The answer is a fresh object, not C's static one, so threads may ask at once.
     *
     * @param port port, in network byte order
     * @param proto {@code "tcp"}, {@code "udp"}, ..., or null for any
     * @return the service, or null if there is none
     * @throws IllegalArgumentException if there is a NUL in a string
     * @see <a href="https://man7.org/linux/man-pages/man3/getservbyport.3.html">getservbyport(3)</a>
     */
    public static servent getservbyport(int port, String proto) {
        return service(GETSERVBYPORT, m -> m.call(GETSERVBYPORT, port, m.in(proto)));
    }

    /**
     * {@code struct servent *getservent(void);}
     *
     * <p>Reads the next service of /etc/services. The place in the list is the process's: threads that read it share
     * it.
     *
     * @return the service, or null at the end
     * @see <a href="https://man7.org/linux/man-pages/man3/getservent.3.html">getservent(3)</a>
     */
    public static servent getservent() {
        return service(GETSERVENT, m -> call(GETSERVENT));
    }

    /**
     * {@code void setservent(int stayopen);}
     *
     * <p>Opens /etc/services, or goes back to its beginning.
     *
     * @param stayopen nonzero: the file stays open between look-ups
     * @see <a href="https://man7.org/linux/man-pages/man3/setservent.3.html">setservent(3)</a>
     */
    public static void setservent(int stayopen) {
        call(SETSERVENT, stayopen);
    }

    /**
     * {@code void endservent(void);}
     *
     * <p>Closes /etc/services.
     *
     * @see <a href="https://man7.org/linux/man-pages/man3/endservent.3.html">endservent(3)</a>
     */
    public static void endservent() {
        call(ENDSERVENT);
    }

    private static servent service(Function function, ToLongFunction<Memory> look) {
        return entry(function, SERVICES, look, Entries::service);
    }

    /**
     * {@code struct protoent *getprotobyname(const char *name);}
     *
     * <p>Finds a protocol by its name. The answer is a fresh object, not C's static one, so threads may ask at once.
     *
     * @param name official name or alias
     * @return the protocol, or null if there is none, or with {@code errno()} EFAULT if {@code name} is null
     * @throws IllegalArgumentException if there is a NUL in a string
     * @see <a href="https://man7.org/linux/man-pages/man3/getprotobyname.3.html">getprotobyname(3)</a>
     */
    public static protoent getprotobyname(String name) {
        return name == null ? none(GETPROTOBYNAME)
                : protocol(GETPROTOBYNAME, m -> m.call(GETPROTOBYNAME, m.in(name)));
    }

    /**
     * {@code struct protoent *getprotobynumber(int proto);}
     *
     * <p>Finds a protocol by its number. The answer is a fresh object, not C's static one, so threads may ask at once.
     *
     * @param proto IPPROTO_TCP, ...
     * @return the protocol, or null if there is none
     * @see <a href="https://man7.org/linux/man-pages/man3/getprotobynumber.3.html">getprotobynumber(3)</a>
     */
    public static protoent getprotobynumber(int proto) {
        return protocol(GETPROTOBYNUMBER, m -> m.call(GETPROTOBYNUMBER, proto));
    }

    /**
     * {@code struct protoent *getprotoent(void);}
     *
     * <p>Reads the next protocol of /etc/protocols. The place in the list is the process's: threads that read it share
     * it.
     *
     * @return the protocol, or null at the end
     * @see <a href="https://man7.org/linux/man-pages/man3/getprotoent.3.html">getprotoent(3)</a>
     */
    public static protoent getprotoent() {
        return protocol(GETPROTOENT, m -> call(GETPROTOENT));
    }

    /**
     * {@code void setprotoent(int stayopen);}
     *
     * <p>Opens /etc/protocols, or goes back to its beginning.
     *
     * @param stayopen nonzero: the file stays open between look-ups
     * @see <a href="https://man7.org/linux/man-pages/man3/setprotoent.3.html">setprotoent(3)</a>
     */
    public static void setprotoent(int stayopen) {
        call(SETPROTOENT, stayopen);
    }

    /**
     * {@code void endprotoent(void);}
     *
     * <p>Closes /etc/protocols.
     *
     * @see <a href="https://man7.org/linux/man-pages/man3/endprotoent.3.html">endprotoent(3)</a>
     */
    public static void endprotoent() {
        call(ENDPROTOENT);
    }

    private static protoent protocol(Function function, ToLongFunction<Memory> look) {
        return entry(function, PROTOCOLS, look, Entries::protocol);
    }

    /**
     * {@code struct netent *getnetbyname(const char *name);}
     *
     * <p>Finds a network by its name. The answer is a fresh object, not C's static one, so threads may ask at once.
     *
     * @param name official name or alias
     * @return the network, or null with {@link #h_errno()} HOST_NOT_FOUND, or NETDB_INTERNAL and {@code errno()}
     *     EFAULT if {@code name} is null
     * @throws IllegalArgumentException if there is a NUL in a string
     * @see <a href="https://man7.org/linux/man-pages/man3/getnetbyname.3.html">getnetbyname(3)</a>
     */
    public static netent getnetbyname(String name) {
        if (name == null) {
            h_errno(NETDB_INTERNAL);
            return none(GETNETBYNAME);
        }
        return network(GETNETBYNAME, m -> m.call(GETNETBYNAME, m.in(name)));
    }

    /**
     * {@code struct netent *getnetbyaddr(uint32_t net, int type);}
     *
     * <p>Finds a network by its number. The answer is a fresh object, not C's static one, so threads may ask at once.
     *
     * @param net network number, in host byte order
     * @param type AF_INET
     * @return the network, or null with {@link #h_errno()} HOST_NOT_FOUND
     * @see <a href="https://man7.org/linux/man-pages/man3/getnetbyaddr.3.html">getnetbyaddr(3)</a>
     */
    public static netent getnetbyaddr(int net, int type) {
        return network(GETNETBYADDR, m -> m.call(GETNETBYADDR, net, type));
    }

    /**
     * {@code struct netent *getnetent(void);}
     *
     * <p>Reads the next network of /etc/networks. The place in the list is the process's: threads that read it share
     * it.
     *
     * @return the network, or null at the end
     * @see <a href="https://man7.org/linux/man-pages/man3/getnetent.3.html">getnetent(3)</a>
     */
    public static netent getnetent() {
        return network(GETNETENT, m -> call(GETNETENT));
    }

    /**
     * {@code void setnetent(int stayopen);}
     *
     * <p>Opens /etc/networks, or goes back to its beginning.
     *
     * @param stayopen nonzero: the file stays open between look-ups
     * @see <a href="https://man7.org/linux/man-pages/man3/setnetent.3.html">setnetent(3)</a>
     */
    public static void setnetent(int stayopen) {
        call(SETNETENT, stayopen);
    }

    /**
     * {@code void endnetent(void);}
     *
     * <p>Closes /etc/networks.
     *
     * @see <a href="https://man7.org/linux/man-pages/man3/endnetent.3.html">endnetent(3)</a>
     */
    public static void endnetent() {
        call(ENDNETENT);
    }

    private static netent network(Function function, ToLongFunction<Memory> look) {
        return named(NETWORKS, () -> entry(function, NETWORKS, look, Entries::network));
    }

    private static <T> T none(Function function) {
        refused(function, EFAULT);
        return null;
    }

    /** A look-up in a database whose answer is C's static memory: copied before another look-up overwrites it. */
    private static <T> T entry(Function function, Object database, ToLongFunction<Memory> look,
            LongFunction<T> copy) {
        synchronized (database) {
            try (Memory m = memory()) {
                long address = resultPointer(function, look.applyAsLong(m));
                return address == 0 ? null : copy.apply(address);
            }
        }
    }

    /** A look-up that says by h_errno why it failed. */
    private static <T> T named(Object database, Supplier<T> look) {
        // Before the look-up too: the first run loads classes, after which a virtual thread may be on another carrier.
        Native.getInt(call(H_ERRNO_LOCATION));
        synchronized (database) {
            T entry = look.get();
            if (entry == null) {
                h_errno(Native.getInt(call(H_ERRNO_LOCATION)));
            }
            return entry;
        }
    }

    /**
     * {@code struct addrinfo}: a socket address, and the socket that goes with it; to {@link #getaddrinfo} also
     * the hints.
     */
    public static final class addrinfo extends Struct {
        /** AI_PASSIVE, AI_NUMERICHOST, ... */
        public int ai_flags;
        /** AF_INET, AF_INET6, or AF_UNSPEC for any. */
        public int ai_family;
        /** SOCK_STREAM, SOCK_DGRAM, ..., or 0 for any. */
        public int ai_socktype;
        /** IPPROTO_TCP, ..., or 0 for any. */
        public int ai_protocol;
        /** Length of the address, in bytes. */
        public int ai_addrlen;
        /** The address, of its family's class. */
        public sockaddr ai_addr;
        /** Canonical name of the host, in the first result if AI_CANONNAME asks for it. */
        public String ai_canonname;
        /** The next result, or null. */
        public addrinfo ai_next;

        /** {@code struct addrinfo a = {0}}. */
        public addrinfo() {}

        /**
         * {@code struct addrinfo a = {ai_flags, ai_family, ai_socktype, ai_protocol, ai_addrlen, ai_addr,
         * ai_canonname, ai_next}}.
         *
         * @param ai_flags AI_PASSIVE, AI_NUMERICHOST, ...
         * @param ai_family AF_INET, AF_INET6, or AF_UNSPEC for any
         * @param ai_socktype SOCK_STREAM, SOCK_DGRAM, ..., or 0 for any
         * @param ai_protocol IPPROTO_TCP, ..., or 0 for any
         * @param ai_addrlen length of the address, in bytes
         * @param ai_addr the address, of its family's class
         * @param ai_canonname canonical name of the host, in the first result if AI_CANONNAME asks for it
         * @param ai_next the next result, or null
         */
        public addrinfo(int ai_flags, int ai_family, int ai_socktype, int ai_protocol, int ai_addrlen,
                sockaddr ai_addr, String ai_canonname, addrinfo ai_next) {
            this.ai_flags = ai_flags;
            this.ai_family = ai_family;
            this.ai_socktype = ai_socktype;
            this.ai_protocol = ai_protocol;
            this.ai_addrlen = ai_addrlen;
            this.ai_addr = ai_addr;
            this.ai_canonname = ai_canonname;
            this.ai_next = ai_next;
        }

        /**
         * {@code struct addrinfo a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static addrinfo[] array(int n) {
            return filled(new addrinfo[n], addrinfo::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(addrinfo from) {
            ai_flags = from.ai_flags;
            ai_family = from.ai_family;
            ai_socktype = from.ai_socktype;
            ai_protocol = from.ai_protocol;
            ai_addrlen = from.ai_addrlen;
            ai_addr = from.ai_addr;
            ai_canonname = from.ai_canonname;
            ai_next = from.ai_next;
        }

        @Override
        protected void fields(Fields f) {
            ai_flags = f.as("AI_").int32("ai_flags", ai_flags);
            ai_family = f.as("AF_").int32("ai_family", ai_family);
            ai_socktype = f.as("SOCK_").int32("ai_socktype", ai_socktype);
            ai_protocol = f.as("IPPROTO_").int32("ai_protocol", ai_protocol);
            ai_addrlen = f.int32("ai_addrlen", ai_addrlen);
            ai_addr = f.pointer("ai_addr", ai_addr);
            ai_canonname = f.pointer("ai_canonname", ai_canonname);
            ai_next = f.pointer("ai_next", ai_next);
        }
    }

    /**
     * {@code struct hostent}: a host.
     */
    public static final class hostent extends Struct {
        /** Official name. */
        public String h_name;
        /** Other names; they end at the array's end. */
        public String[] h_aliases;
        /** AF_INET or AF_INET6. */
        public int h_addrtype;
        /** Length of each address, in bytes. */
        public int h_length;
        /** Addresses in network byte order; they end at the array's end. */
        public byte[][] h_addr_list;

        /** {@code struct hostent a = {0}}. */
        public hostent() {}

        /**
         * {@code struct hostent a = {h_name, h_aliases, h_addrtype, h_length, h_addr_list}}.
         *
         * @param h_name official name
         * @param h_aliases other names; they end at the array's end
         * @param h_addrtype AF_INET or AF_INET6
         * @param h_length length of each address, in bytes
         * @param h_addr_list addresses in network byte order; they end at the array's end
         */
        public hostent(String h_name, String[] h_aliases, int h_addrtype, int h_length, byte[][] h_addr_list) {
            this.h_name = h_name;
            this.h_aliases = h_aliases;
            this.h_addrtype = h_addrtype;
            this.h_length = h_length;
            this.h_addr_list = h_addr_list;
        }

        /**
         * {@code struct hostent a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static hostent[] array(int n) {
            return filled(new hostent[n], hostent::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(hostent from) {
            h_name = from.h_name;
            h_aliases = from.h_aliases;
            h_addrtype = from.h_addrtype;
            h_length = from.h_length;
            h_addr_list = from.h_addr_list;
        }

        /**
         * {@code h_addr}.
         *
         * @return the first address
         */
        public byte[] h_addr() {
            return h_addr_list[0];
        }

        @Override
        protected void fields(Fields f) {
            h_name = f.pointer("h_name", h_name);
            h_aliases = f.pointer("h_aliases", h_aliases);
            h_addrtype = f.as("AF_").int32("h_addrtype", h_addrtype);
            h_length = f.int32("h_length", h_length);
            h_addr_list = f.pointer("h_addr_list", h_addr_list);
        }
    }

    /**
     * {@code struct servent}: a service.
     */
    public static final class servent extends Struct {
        /** Official name. */
        public String s_name;
        /** Other names; they end at the array's end. */
        public String[] s_aliases;
        /** Port, in network byte order. */
        public int s_port;
        /** Name of its protocol. */
        public String s_proto;

        /** {@code struct servent a = {0}}. */
        public servent() {}

        /**
         * {@code struct servent a = {s_name, s_aliases, s_port, s_proto}}.
         *
         * @param s_name official name
         * @param s_aliases other names; they end at the array's end
         * @param s_port port, in network byte order
         * @param s_proto name of its protocol
         */
        public servent(String s_name, String[] s_aliases, int s_port, String s_proto) {
            this.s_name = s_name;
            this.s_aliases = s_aliases;
            this.s_port = s_port;
            this.s_proto = s_proto;
        }

        /**
         * {@code struct servent a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static servent[] array(int n) {
            return filled(new servent[n], servent::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(servent from) {
            s_name = from.s_name;
            s_aliases = from.s_aliases;
            s_port = from.s_port;
            s_proto = from.s_proto;
        }

        @Override
        protected void fields(Fields f) {
            s_name = f.pointer("s_name", s_name);
            s_aliases = f.pointer("s_aliases", s_aliases);
            s_port = f.int32("s_port", s_port);
            s_proto = f.pointer("s_proto", s_proto);
        }
    }

    /**
     * {@code struct protoent}: a protocol.
     */
    public static final class protoent extends Struct {
        /** Official name. */
        public String p_name;
        /** Other names; they end at the array's end. */
        public String[] p_aliases;
        /** Number: IPPROTO_TCP, ... */
        public int p_proto;

        /** {@code struct protoent a = {0}}. */
        public protoent() {}

        /**
         * {@code struct protoent a = {p_name, p_aliases, p_proto}}.
         *
         * @param p_name official name
         * @param p_aliases other names; they end at the array's end
         * @param p_proto number: IPPROTO_TCP, ...
         */
        public protoent(String p_name, String[] p_aliases, int p_proto) {
            this.p_name = p_name;
            this.p_aliases = p_aliases;
            this.p_proto = p_proto;
        }

        /**
         * {@code struct protoent a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static protoent[] array(int n) {
            return filled(new protoent[n], protoent::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(protoent from) {
            p_name = from.p_name;
            p_aliases = from.p_aliases;
            p_proto = from.p_proto;
        }

        @Override
        protected void fields(Fields f) {
            p_name = f.pointer("p_name", p_name);
            p_aliases = f.pointer("p_aliases", p_aliases);
            p_proto = f.int32("p_proto", p_proto);
        }
    }

    /**
     * {@code struct netent}: a network.
     */
    public static final class netent extends Struct {
        /** Official name. */
        public String n_name;
        /** Other names; they end at the array's end. */
        public String[] n_aliases;
        /** AF_INET. */
        public int n_addrtype;
        /** Network number, in host byte order. */
        public int n_net;

        /** {@code struct netent a = {0}}. */
        public netent() {}

        /**
         * {@code struct netent a = {n_name, n_aliases, n_addrtype, n_net}}.
         *
         * @param n_name official name
         * @param n_aliases other names; they end at the array's end
         * @param n_addrtype AF_INET
         * @param n_net network number, in host byte order
         */
        public netent(String n_name, String[] n_aliases, int n_addrtype, int n_net) {
            this.n_name = n_name;
            this.n_aliases = n_aliases;
            this.n_addrtype = n_addrtype;
            this.n_net = n_net;
        }

        /**
         * {@code struct netent a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static netent[] array(int n) {
            return filled(new netent[n], netent::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(netent from) {
            n_name = from.n_name;
            n_aliases = from.n_aliases;
            n_addrtype = from.n_addrtype;
            n_net = from.n_net;
        }

        @Override
        protected void fields(Fields f) {
            n_name = f.pointer("n_name", n_name);
            n_aliases = f.pointer("n_aliases", n_aliases);
            n_addrtype = f.as("AF_").int32("n_addrtype", n_addrtype);
            n_net = f.int32("n_net", n_net);
        }
    }
}
