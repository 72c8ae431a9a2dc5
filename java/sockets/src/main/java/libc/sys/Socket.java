package libc.sys;

import static libc.Errno.EFAULT;
import static libc.Errno.EINVAL;
import static libc.internal.call.Function.function;
import static libc.internal.call.Native.call;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.Objects;
import libc.Struct;
import libc.internal.Options;
import libc.internal.call.Function;
import libc.internal.call.Native;
import libc.internal.memory.Memory;
import libc.internal.memory.Messages;
import libc.linux.Filter.sock_filter;
import libc.linux.Filter.sock_fprog;
import libc.sys.Stat.stat;

/**
 * {@code <sys/socket.h>}: the socket functions. What {@code <bits/socket.h>} has, the constants and the structs, is
 * in {@link libc.bits.Socket}.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/socket.7.html">socket(7)</a>
 */
public class Socket extends libc.bits.Socket {

    private static final Function SOCKET = function("int socket(int domain, int type, int protocol)");
    private static final Function SOCKETPAIR = function("int socketpair(int domain, int type, int protocol, int sv[2])");
    private static final Function BIND = function("int bind(int sockfd, const struct sockaddr *addr, socklen_t addrlen)");
    private static final Function LISTEN = function("int listen(int sockfd, int backlog)");
    private static final Function ACCEPT = function("int accept(int sockfd, struct sockaddr *addr, socklen_t *addrlen)");
    private static final Function CONNECT =
            function("int connect(int sockfd, const struct sockaddr *addr, socklen_t addrlen)");
    private static final Function GETSOCKNAME =
            function("int getsockname(int sockfd, struct sockaddr *addr, socklen_t *addrlen)");
    private static final Function GETPEERNAME =
            function("int getpeername(int sockfd, struct sockaddr *addr, socklen_t *addrlen)");
    private static final Function GETSOCKOPT =
            function("int getsockopt(int sockfd, int level, int optname, void *optval, socklen_t *optlen)");
    private static final Function SETSOCKOPT =
            function("int setsockopt(int sockfd, int level, int optname, const void *optval, socklen_t optlen)");
    private static final Function SHUTDOWN = function("int shutdown(int sockfd, int how)");
    private static final Function SEND = function("ssize_t send(int sockfd, const void *buf, size_t len, int flags)");
    private static final Function SENDTO = function("ssize_t sendto(int sockfd, const void *buf, size_t len, int flags, "
            + "const struct sockaddr *dest_addr, socklen_t addrlen)");
    private static final Function RECV = function("ssize_t recv(int sockfd, void *buf, size_t len, int flags)");
    private static final Function RECVFROM = function("ssize_t recvfrom(int sockfd, void *buf, size_t len, int flags, struct sockaddr *src_addr, "
            + "socklen_t *addrlen)");
    private static final Function ACCEPT4 =
            function("int accept4(int sockfd, struct sockaddr *addr, socklen_t *addrlen, int flags)");
    private static final Function SOCKATMARK = function("int sockatmark(int sockfd)");
    private static final Function ISFDTYPE = function("int isfdtype(int fd, int fdtype)");
    private static final Function FSTAT = function("int fstat(int fd, struct stat *statbuf)");
    private static final Function SENDMSG = function("ssize_t sendmsg(int sockfd, const struct msghdr *msg, int flags)");
    private static final Function RECVMSG = function("ssize_t recvmsg(int sockfd, struct msghdr *msg, int flags)");
    private static final Function SENDMMSG =
            function("int sendmmsg(int sockfd, struct mmsghdr *msgvec, unsigned int vlen, int flags)");
    private static final Function RECVMMSG = function("int recvmmsg(int sockfd, struct mmsghdr *msgvec, unsigned int vlen, int flags, "
            + "struct timespec *timeout)");

    /** Not to be made: a header's class has only static members. */
    protected Socket() {}

    /**
     * {@code int socket(int domain, int type, int protocol);}
     *
     * <p>Makes an endpoint for communication.
     *
     * @param domain AF_INET, AF_INET6, AF_UNIX, ...
     * @param type SOCK_STREAM, SOCK_DGRAM, ..., with SOCK_CLOEXEC and SOCK_NONBLOCK
     * @param protocol IPPROTO_TCP, ..., or 0 for the type's own
     * @return a descriptor, or -1 with {@code errno()} EAFNOSUPPORT, EPROTONOSUPPORT, EINVAL, EMFILE, EACCES
     * @see <a href="https://man7.org/linux/man-pages/man2/socket.2.html">socket(2)</a>
     */
    public static int socket(int domain, int type, int protocol) {
        return result(SOCKET, call(SOCKET, domain, type, protocol));
    }

    /**
     * {@code int socketpair(int domain, int type, int protocol, int sv[2]);}
     *
     * <p>Makes two sockets that are connected to each other.
     *
     * @param domain AF_UNIX
     * @param type SOCK_STREAM, SOCK_DGRAM or SOCK_SEQPACKET, with SOCK_CLOEXEC and SOCK_NONBLOCK
     * @param protocol 0
     * @param sv where the two descriptors go
     * @return 0, or -1 with {@code errno()} EOPNOTSUPP, EAFNOSUPPORT, EMFILE, EFAULT
     * @throws IndexOutOfBoundsException if {@code sv} has room for less than two
     * @see <a href="https://man7.org/linux/man-pages/man2/socketpair.2.html">socketpair(2)</a>
     */
    public static int socketpair(int domain, int type, int protocol, int[] sv) {
        try (Memory m = memory()) {
            int size = 2 * Integer.BYTES;
            long room = m.inOut(sv, 0, size);
            int result = result(SOCKETPAIR, m.call(SOCKETPAIR, domain, type, protocol, room));
            m.back(result == 0 ? size : 0, room, sv, 0, size);
            return result;
        }
    }

    /**
     * {@code int bind(int sockfd, const struct sockaddr *addr, socklen_t addrlen);}
     *
     * <p>Gives a socket its own address.
     *
     * @param sockfd the socket
     * @param addr the address; port 0 lets the kernel choose one, which {@link #getsockname} tells
     * @param addrlen its length in bytes
     * @return 0, or -1 with {@code errno()} EADDRINUSE, EADDRNOTAVAIL, EACCES, EINVAL, ENOENT, EFAULT
     * @throws IndexOutOfBoundsException if {@code addrlen} is more than {@code addr} has
     * @see <a href="https://man7.org/linux/man-pages/man2/bind.2.html">bind(2)</a>
     */
    public static int bind(int sockfd, sockaddr addr, int addrlen) {
        try (Memory m = memory()) {
            return result(BIND, m.call(BIND, sockfd, m.in(addr, addrlen), addrlen));
        }
    }

    /**
     * {@code int listen(int sockfd, int backlog);}
     *
     * <p>Makes a socket passive: connections to it wait until {@link #accept} takes them.
     *
     * @param sockfd the socket
     * @param backlog how many connections may wait; the kernel cuts it to net.core.somaxconn
     * @return 0, or -1 with {@code errno()} EADDRINUSE, EOPNOTSUPP, ENOTSOCK, EBADF
     * @see <a href="https://man7.org/linux/man-pages/man2/listen.2.html">listen(2)</a>
     */
    public static int listen(int sockfd, int backlog) {
        return result(LISTEN, call(LISTEN, sockfd, backlog));
    }

    /**
     * {@code int accept(int sockfd, struct sockaddr *addr, socklen_t *addrlen);}
     *
     * <p>Takes the first connection that waits at a listening socket. Occupies its carrier thread while it waits;
     * {@link Thread#interrupt} does not wake it.
     *
     * @param sockfd the listening socket
     * @param addr where the peer's address goes, or null
     * @param addrlen in: the room in bytes; out: the address's length, even if it is more; or null if {@code addr} is
     * @return a descriptor of the connection, or -1 with {@code errno()} EAGAIN, ECONNABORTED, EINTR, EINVAL, EMFILE
     * @throws IndexOutOfBoundsException if {@code addrlen} is more than {@code addr} has
     * @see <a href="https://man7.org/linux/man-pages/man2/accept.2.html">accept(2)</a>
     */
    public static int accept(int sockfd, sockaddr addr, int[] addrlen) {
        return address(ACCEPT, sockfd, addr, addrlen, 0);
    }

    /**
     * {@code int connect(int sockfd, const struct sockaddr *addr, socklen_t addrlen);}
     *
     * <p>Connects a stream socket to its peer, or sets where a datagram socket sends to. Occupies its
     * carrier thread while it waits; {@link Thread#interrupt} does not wake it.
     *
     * @param sockfd the socket
     * @param addr the peer's address; family AF_UNSPEC dissolves the association of a datagram socket
     * @param addrlen its length in bytes
     * @return 0, or -1 with {@code errno()} ECONNREFUSED, EINPROGRESS, ETIMEDOUT, EISCONN, EALREADY, ENETUNREACH,
     *     EAGAIN
     * @throws IndexOutOfBoundsException if {@code addrlen} is more than {@code addr} has
     * @see <a href="https://man7.org/linux/man-pages/man2/connect.2.html">connect(2)</a>
     */
    public static int connect(int sockfd, sockaddr addr, int addrlen) {
        try (Memory m = memory()) {
            return result(CONNECT, m.call(CONNECT, sockfd, m.in(addr, addrlen), addrlen));
        }
    }

    /**
     * {@code int getsockname(int sockfd, struct sockaddr *addr, socklen_t *addrlen);}
     *
     * <p>Tells a socket's own address.
     *
     * @param sockfd the socket
     * @param addr where the address goes
     * @param addrlen in: the room in bytes; out: the address's length, even if it is more
     * @return 0, or -1 with {@code errno()} EBADF, ENOTSOCK, EINVAL, EFAULT
     * @throws IndexOutOfBoundsException if {@code addrlen} is more than {@code addr} has
     * @see <a href="https://man7.org/linux/man-pages/man2/getsockname.2.html">getsockname(2)</a>
     */
    public static int getsockname(int sockfd, sockaddr addr, int[] addrlen) {
        return address(GETSOCKNAME, sockfd, addr, addrlen, 0);
    }

    /**
     * {@code int getpeername(int sockfd, struct sockaddr *addr, socklen_t *addrlen);}
     *
     * <p>Tells the address of a socket's peer.
     *
     * @param sockfd the socket
     * @param addr where the address goes
     * @param addrlen in: the room in bytes; out: the address's length, even if it is more
     * @return 0, or -1 with {@code errno()} ENOTCONN, EBADF, ENOTSOCK, EINVAL, EFAULT
     * @throws IndexOutOfBoundsException if {@code addrlen} is more than {@code addr} has
     * @see <a href="https://man7.org/linux/man-pages/man2/getpeername.2.html">getpeername(2)</a>
     */
    public static int getpeername(int sockfd, sockaddr addr, int[] addrlen) {
        return address(GETPEERNAME, sockfd, addr, addrlen, 0);
    }

    /** Calls a function that returns an address by its arguments; what does not take the fourth word does not look at it. */
    private static int address(Function f, int sockfd, sockaddr addr, int[] addrlen, int flags) {
        try (Memory m = memory()) {
            int length = addrlen == null ? 0 : addrlen[0]; // read once: addrlen may change meanwhile
            long address = m.in(addr, length);
            long room = addrlen == null ? 0 : m.in(length);
            int result = m.back(result(f, m.call(f, sockfd, address, room, flags)), address, addr);
            m.back(room, addrlen); // which a call that fails may have written
            return result;
        }
    }

    /** A call that C does not get to see: -1 with EBADF or ENOTSOCK if the descriptor is the fault, else with {@code errno}. */
    private static int refused(Function f, int sockfd, int errno) {
        try (Memory m = memory()) {
            long type = m.in(0);
            return (int) m.call(GETSOCKOPT, sockfd, SOL_SOCKET, SO_TYPE, type, m.in(Integer.BYTES)) == -1 ? result(f, -1)
                    : Native.refused(f, errno);
        }
    }

    /**
     * {@code int getsockopt(int sockfd, int level, int optname, void *optval, socklen_t *optlen);}
     *
     * <p>Reads an option. What a shorter answer does not reach keeps its old value.
     *
     * @param sockfd the socket
     * @param level SOL_SOCKET, IPPROTO_IP, IPPROTO_IPV6, IPPROTO_TCP, ...
     * @param optname the option
     * @param optval where its value goes
     * @param optlen in: the room in bytes; out: the value's length
     * @return 0, or -1 with {@code errno()} ENOPROTOOPT, EBADF, ENOTSOCK, EINVAL, EFAULT
     * @throws IndexOutOfBoundsException if {@code optlen} is more than {@code optval} has
     * @see <a href="https://man7.org/linux/man-pages/man2/getsockopt.2.html">getsockopt(2)</a>
     */
    public static int getsockopt(int sockfd, int level, int optname, int[] optval, int[] optlen) {
        return getOption(sockfd, level, optname, optval, optlen);
    }

    /**
     * {@link #getsockopt(int, int, int, int[], int[])} of a 64-bit value.
     *
     * @param sockfd the socket
     * @param level SOL_SOCKET, ...
     * @param optname the option
     * @param optval where its value goes
     * @param optlen in: the room in bytes; out: the value's length
     * @return 0, or -1 with {@code errno()}
     */
    public static int getsockopt(int sockfd, int level, int optname, long[] optval, int[] optlen) {
        return getOption(sockfd, level, optname, optval, optlen);
    }

    /**
     * {@link #getsockopt(int, int, int, int[], int[])} of a string or other bytes.
     *
     * @param sockfd the socket
     * @param level SOL_SOCKET, ...
     * @param optname the option
     * @param optval where its value goes
     * @param optlen in: the room in bytes; out: the value's length
     * @return 0, or -1 with {@code errno()}
     */
    public static int getsockopt(int sockfd, int level, int optname, byte[] optval, int[] optlen) {
        return getOption(sockfd, level, optname, optval, optlen);
    }

    /**
     * {@link #getsockopt(int, int, int, int[], int[])} of a struct.
     *
     * @param sockfd the socket
     * @param level SOL_SOCKET, ...
     * @param optname the option
     * @param optval where its value goes
     * @param optlen in: the room in bytes; out: the value's length
     * @return 0, or -1 with {@code errno()}
     */
    public static int getsockopt(int sockfd, int level, int optname, Struct optval, int[] optlen) {
        return getOption(sockfd, level, optname, optval, optlen);
    }

    /**
     * {@link #getsockopt(int, int, int, int[], int[])} into a buffer, from its position to its limit; the value's
     * length advances its position.
     *
     * @param sockfd the socket
     * @param level SOL_SOCKET, ...
     * @param optname the option
     * @param optval where its value goes
     * @return 0, or -1 with {@code errno()}
     * @throws ReadOnlyBufferException if {@code optval} is read-only
     */
    public static int getsockopt(int sockfd, int level, int optname, ByteBuffer optval) {
        return optval == null ? Native.refused(GETSOCKOPT, EFAULT)
                : getOption(sockfd, level, optname, optval,
                        optval.remaining() / Options.size(level, optname, 1), null);
    }

    private static int getOption(int sockfd, int level, int optname, Object optval, int[] optlen) {
        if (optlen == null) {
            try (Memory m = memory()) {
                return result(GETSOCKOPT, m.call(GETSOCKOPT, sockfd, level, optname, optval == null ? 0 : m.room(0), 0));
            }
        }
        return getOption(sockfd, level, optname, optval, optlen[0], optlen);
    }

    /** With a length that was read once: optlen may change meanwhile. */
    private static int getOption(int sockfd, int level, int optname, Object optval, int length, int[] optlen) {
        try (Memory m = memory()) {
            if (optval != null && length < 0) {
                return refused(GETSOCKOPT, sockfd, EINVAL);
            }
            int size = optval == null ? 0 : Options.size(level, optname, length);
            boolean isPointedFrom = Options.isPointedFromGet(level, optname);
            long value = isPointedFrom ? m.copied(optval, 0, size) : m.inOut(optval, 0, size);
            if (isPointedFrom && Options.hasAddressToGet(level, optname, m, value, size)) {
                return refused(GETSOCKOPT, sockfd, EFAULT);
            }
            long room = m.in(length);
            int result = result(GETSOCKOPT, m.apart(GETSOCKOPT, sockfd, level, optname, value, room, 0));
            m.back(room, optlen); // of a failure too: with ERANGE it is what would have been enough
            m.back(result == 0 ? Options.size(level, optname, m.getInt(room)) : 0, value, optval, 0, size);
            return result;
        }
    }

    /**
     * {@code int setsockopt(int sockfd, int level, int optname, const void *optval, socklen_t optlen);}
     *
     * <p>Sets an option.
     *
     * @param sockfd the socket
     * @param level SOL_SOCKET, IPPROTO_IP, IPPROTO_IPV6, IPPROTO_TCP, ...
     * @param optname the option
     * @param optval its value
     * @param optlen the value's length in bytes
     * @return 0, or -1 with {@code errno()} ENOPROTOOPT, EINVAL, EDOM, EPERM, EBADF, ENOTSOCK, EFAULT
     * @throws IndexOutOfBoundsException if {@code optlen} is more than {@code optval} has
     * @see <a href="https://man7.org/linux/man-pages/man2/setsockopt.2.html">setsockopt(2)</a>
     */
    public static int setsockopt(int sockfd, int level, int optname, int[] optval, int optlen) {
        return setOption(sockfd, level, optname, optval, optlen);
    }

    /**
     * {@link #setsockopt(int, int, int, int[], int)} to an int.
     *
     * @param sockfd the socket
     * @param level SOL_SOCKET, ...
     * @param optname the option
     * @param optval its value
     * @param optlen {@code sizeof(int.class)}; fewer bytes are the value's lower ones
     * @return 0, or -1 with {@code errno()}
     */
    public static int setsockopt(int sockfd, int level, int optname, int optval, int optlen) {
        if (optlen > Integer.BYTES) {
            throw new IndexOutOfBoundsException("optlen " + optlen + " of an int");
        }
        try (Memory m = memory()) {
            return result(SETSOCKOPT, m.call(SETSOCKOPT, sockfd, level, optname, m.in(optval), optlen));
        }
    }

    /**
     * {@link #setsockopt(int, int, int, int, int)} at a prompt: to an int of 4 bytes.
     *
     * @param sockfd the socket
     * @param level SOL_SOCKET, ...
     * @param optname the option
     * @param optval its value
     * @return 0, or -1 with {@code errno()}
     */
    public static int setsockopt(int sockfd, int level, int optname, int optval) {
        return setsockopt(sockfd, level, optname, optval, Integer.BYTES);
    }

    /**
     * {@link #setsockopt(int, int, int, int[], int)} to a 64-bit value.
     *
     * @param sockfd the socket
     * @param level SOL_SOCKET, ...
     * @param optname the option
     * @param optval its value
     * @param optlen the value's length in bytes
     * @return 0, or -1 with {@code errno()}
     */
    public static int setsockopt(int sockfd, int level, int optname, long[] optval, int optlen) {
        return setOption(sockfd, level, optname, optval, optlen);
    }

    /**
     * {@link #setsockopt(int, int, int, int[], int)} to bytes.
     *
     * @param sockfd the socket
     * @param level SOL_SOCKET, ...
     * @param optname the option
     * @param optval its value
     * @param optlen the value's length in bytes
     * @return 0, or -1 with {@code errno()}
     */
    public static int setsockopt(int sockfd, int level, int optname, byte[] optval, int optlen) {
        return setOption(sockfd, level, optname, optval, optlen);
    }

    /**
     * {@link #setsockopt(int, int, int, int[], int)} to a string, such as a congestion control's or an interface's
     * name.
     *
     * @param sockfd the socket
     * @param level SOL_SOCKET, ...
     * @param optname the option
     * @param optval its value, whose NUL may be part of it
     * @param optlen the value's length in bytes
     * @return 0, or -1 with {@code errno()}
     */
    public static int setsockopt(int sockfd, int level, int optname, String optval, int optlen) {
        return setOption(sockfd, level, optname, optval, optlen);
    }

    /**
     * {@link #setsockopt(int, int, int, int[], int)} to a struct.
     *
     * @param sockfd the socket
     * @param level SOL_SOCKET, ...
     * @param optname the option
     * @param optval its value
     * @param optlen the value's length in bytes
     * @return 0, or -1 with {@code errno()}
     */
    public static int setsockopt(int sockfd, int level, int optname, Struct optval, int optlen) {
        return setOption(sockfd, level, optname, optval, optlen);
    }

    /**
     * {@link #setsockopt(int, int, int, int[], int)} to what a buffer has from its position to its limit, which stay.
     *
     * @param sockfd the socket
     * @param level SOL_SOCKET, ...
     * @param optname the option
     * @param optval its value
     * @return 0, or -1 with {@code errno()}
     */
    public static int setsockopt(int sockfd, int level, int optname, ByteBuffer optval) {
        return optval == null ? Native.refused(SETSOCKOPT, EFAULT)
                : setOption(sockfd, level, optname, optval, optval.remaining());
    }

    private static int setOption(int sockfd, int level, int optname, Object optval, int optlen) {
        try (Memory m = memory()) {
            long value;
            if (optval instanceof sock_fprog program) {
                value = program(m, program, optlen);
            } else if (Options.isPointedFromSet(level, optname)) {
                value = m.copied(optval, 0, Math.max(optlen, 0));
                if (Options.hasAddressToSet(level, m, value, Math.max(optlen, 0))) {
                    return refused(SETSOCKOPT, sockfd, EFAULT);
                }
            } else {
                value = m.in(optval, 0, Math.max(optlen, 0)); // of a negative length C looks at nothing
            }
            return m.sent(result(SETSOCKOPT, m.apart(SETSOCKOPT, sockfd, level, optname, value, optlen, 0)), optval);
        }
    }

    /** Behind the struct are the instructions to which it points. */
    private static long program(Memory m, sock_fprog program, int optlen) {
        Objects.checkFromIndexSize(0, Math.max(optlen, 0), program.size());
        sock_filter[] filter = program.filter;
        int instructions = program.len & 0xffff; // both read once: the program may change meanwhile
        long at = m.in(program);
        m.putInt(at, instructions);
        if (filter != null) {
            m.putLong(at + offsetof(sock_fprog.class, "filter"),
                    m.in(filter, 0, instructions * sizeof(sock_filter.class)));
        }
        return at;
    }

    /**
     * {@code int shutdown(int sockfd, int how);}
     *
     * <p>Ends sending, receiving or both, for every descriptor of the socket.
     *
     * @param sockfd the socket
     * @param how SHUT_RD, SHUT_WR or SHUT_RDWR
     * @return 0, or -1 with {@code errno()} ENOTCONN, EINVAL, EBADF, ENOTSOCK
     * @see <a href="https://man7.org/linux/man-pages/man2/shutdown.2.html">shutdown(2)</a>
     */
    public static int shutdown(int sockfd, int how) {
        return result(SHUTDOWN, call(SHUTDOWN, sockfd, how));
    }

    /**
     * {@code ssize_t send(int sockfd, const void *buf, size_t len, int flags);}
     *
     * <p>Sends on a connected socket. Occupies its carrier thread while it waits; {@link Thread#interrupt} does not
     * wake it.
     *
     * @param sockfd the socket
     * @param buf what to send
     * @param len how many bytes
     * @param flags MSG_NOSIGNAL, MSG_DONTWAIT, MSG_MORE, ... or 0
     * @return bytes sent, fewer than {@code len} where the send buffer is short, or -1 with {@code errno()}
     *     EAGAIN, EPIPE, ECONNRESET, EMSGSIZE, ENOTCONN, EDESTADDRREQ, EINTR
     * @throws IndexOutOfBoundsException if {@code len} is more than {@code buf} has
     * @see <a href="https://man7.org/linux/man-pages/man2/send.2.html">send(2)</a>
     */
    public static int send(int sockfd, byte[] buf, int len, int flags) {
        return send(sockfd, buf, 0, len, flags);
    }

    /**
     * {@link #send(int, byte[], int, int)} of {@code buf} from {@code off}.
     *
     * @param sockfd the socket
     * @param buf what to send
     * @param off where in {@code buf}, in bytes
     * @param len how many bytes
     * @param flags MSG_NOSIGNAL, MSG_DONTWAIT, MSG_MORE, ... or 0
     * @return bytes sent, or -1 with {@code errno()}
     * @throws IndexOutOfBoundsException if that is not within {@code buf}
     */
    public static int send(int sockfd, byte[] buf, int off, int len, int flags) {
        try (Memory m = memory()) {
            return result(SEND, m.call(SEND, sockfd, m.in(buf, off, len, flags), len, flags));
        }
    }

    /**
     * {@link #send(int, byte[], int, int)} of a buffer, from its position to its limit, without a copy if it is
     * direct.
     *
     * @param sockfd the socket
     * @param buf what to send; what was transferred advances its position
     * @param flags MSG_NOSIGNAL, MSG_DONTWAIT, MSG_MORE, ... or 0
     * @return bytes sent, or -1 with {@code errno()}
     */
    public static int send(int sockfd, ByteBuffer buf, int flags) {
        return buf == null ? Native.refused(SEND, EFAULT) : sendFrom(sockfd, buf, 0, buf.remaining(), flags);
    }

    /**
     * {@link #send(int, byte[], int, int)} of a string, as its UTF-8 bytes, whose NUL may be sent too.
     *
     * @param sockfd the socket
     * @param buf what to send
     * @param len how many bytes
     * @param flags MSG_NOSIGNAL, MSG_DONTWAIT, MSG_MORE, ... or 0
     * @return bytes sent, or -1 with {@code errno()}
     */
    public static int send(int sockfd, String buf, int len, int flags) {
        return sendFrom(sockfd, buf, 0, len, flags);
    }

    /**
     * {@link #send(int, byte[], int, int)} of ints.
     *
     * @param sockfd the socket
     * @param buf what to send
     * @param len how many bytes, in C's layout
     * @param flags MSG_NOSIGNAL, MSG_DONTWAIT, MSG_MORE, ... or 0
     * @return bytes sent, or -1 with {@code errno()}
     */
    public static int send(int sockfd, int[] buf, int len, int flags) {
        return sendFrom(sockfd, buf, 0, len, flags);
    }

    /**
     * {@link #send(int, byte[], int, int)} of 64-bit values.
     *
     * @param sockfd the socket
     * @param buf what to send
     * @param len how many bytes, in C's layout
     * @param flags MSG_NOSIGNAL, MSG_DONTWAIT, MSG_MORE, ... or 0
     * @return bytes sent, or -1 with {@code errno()}
     */
    public static int send(int sockfd, long[] buf, int len, int flags) {
        return sendFrom(sockfd, buf, 0, len, flags);
    }

    /**
     * {@link #send(int, byte[], int, int)} of a struct, as a message's header is.
     *
     * @param sockfd the socket
     * @param buf what to send
     * @param len how many bytes, in C's layout
     * @param flags MSG_NOSIGNAL, MSG_DONTWAIT, MSG_MORE, ... or 0
     * @return bytes sent, or -1 with {@code errno()}
     */
    public static int send(int sockfd, Struct buf, int len, int flags) {
        return sendFrom(sockfd, buf, 0, len, flags);
    }

    /** From anything but a byte[], which takes a path of its own: most calls bring one, and it asks for no types. */
    private static int sendFrom(int sockfd, Object buf, int off, int len, int flags) {
        try (Memory m = memory()) {
            return m.sent(result(SEND, m.call(SEND, sockfd, m.in(buf, off, len, flags), len, flags)), buf);
        }
    }

    /**
     * {@code ssize_t sendto(int sockfd, const void *buf, size_t len, int flags,
     * const struct sockaddr *dest_addr, socklen_t addrlen);}
     *
     * <p>Sends a datagram to an address. Occupies its carrier thread while it waits; {@link Thread#interrupt} does
     * not wake it.
     *
     * @param sockfd the socket
     * @param buf what to send
     * @param len how many bytes
     * @param flags MSG_NOSIGNAL, MSG_DONTWAIT, MSG_MORE, ... or 0
     * @param dest_addr where to, or null if the socket is connected
     * @param addrlen its length in bytes
     * @return bytes sent, or -1 with {@code errno()} EAGAIN, EMSGSIZE, ECONNREFUSED, EDESTADDRREQ, EISCONN,
     *     EACCES, ENETUNREACH, ENOBUFS, EINTR
     * @throws IndexOutOfBoundsException if {@code len} is more than {@code buf} has
     * @see <a href="https://man7.org/linux/man-pages/man2/sendto.2.html">sendto(2)</a>
     */
    public static int sendto(int sockfd, byte[] buf, int len, int flags, sockaddr dest_addr, int addrlen) {
        return sendtoFrom(sockfd, buf, 0, len, flags, dest_addr, addrlen);
    }

    /**
     * {@link #sendto(int, byte[], int, int, sockaddr, int)} of {@code buf} from {@code off}.
     *
     * @param sockfd the socket
     * @param buf what to send
     * @param off where in {@code buf}, in bytes
     * @param len how many bytes
     * @param flags MSG_NOSIGNAL, MSG_DONTWAIT, MSG_MORE, ... or 0
     * @param dest_addr where to, or null if the socket is connected
     * @param addrlen its length in bytes
     * @return bytes sent, or -1 with {@code errno()}
     * @throws IndexOutOfBoundsException if that is not within {@code buf}
     */
    public static int sendto(int sockfd, byte[] buf, int off, int len, int flags, sockaddr dest_addr, int addrlen) {
        return sendtoFrom(sockfd, buf, off, len, flags, dest_addr, addrlen);
    }

    /**
     * {@link #sendto(int, byte[], int, int, sockaddr, int)} of a buffer, from its position to its limit, without a
     * copy if it is direct.
     *
     * @param sockfd the socket
     * @param buf what to send; what was transferred advances its position
     * @param flags MSG_NOSIGNAL, MSG_DONTWAIT, MSG_MORE, ... or 0
     * @param dest_addr where to, or null if the socket is connected
     * @param addrlen its length in bytes
     * @return bytes sent, or -1 with {@code errno()}
     */
    public static int sendto(int sockfd, ByteBuffer buf, int flags, sockaddr dest_addr, int addrlen) {
        return buf == null ? Native.refused(SENDTO, EFAULT)
                : sendtoFrom(sockfd, buf, 0, buf.remaining(), flags, dest_addr, addrlen);
    }

    /**
     * {@link #sendto(int, byte[], int, int, sockaddr, int)} of a string, as its UTF-8 bytes, whose NUL may be sent
     * too.
     *
     * @param sockfd the socket
     * @param buf what to send
     * @param len how many bytes
     * @param flags MSG_NOSIGNAL, MSG_DONTWAIT, MSG_MORE, ... or 0
     * @param dest_addr where to, or null if the socket is connected
     * @param addrlen its length in bytes
     * @return bytes sent, or -1 with {@code errno()}
     */
    public static int sendto(int sockfd, String buf, int len, int flags, sockaddr dest_addr, int addrlen) {
        return sendtoFrom(sockfd, buf, 0, len, flags, dest_addr, addrlen);
    }

    /**
     * {@link #sendto(int, byte[], int, int, sockaddr, int)} of ints.
     *
     * @param sockfd the socket
     * @param buf what to send
     * @param len how many bytes, in C's layout
     * @param flags MSG_NOSIGNAL, MSG_DONTWAIT, MSG_MORE, ... or 0
     * @param dest_addr where to, or null if the socket is connected
     * @param addrlen its length in bytes
     * @return bytes sent, or -1 with {@code errno()}
     */
    public static int sendto(int sockfd, int[] buf, int len, int flags, sockaddr dest_addr, int addrlen) {
        return sendtoFrom(sockfd, buf, 0, len, flags, dest_addr, addrlen);
    }

    /**
     * {@link #sendto(int, byte[], int, int, sockaddr, int)} of 64-bit values.
     *
     * @param sockfd the socket
     * @param buf what to send
     * @param len how many bytes, in C's layout
     * @param flags MSG_NOSIGNAL, MSG_DONTWAIT, MSG_MORE, ... or 0
     * @param dest_addr where to, or null if the socket is connected
     * @param addrlen its length in bytes
     * @return bytes sent, or -1 with {@code errno()}
     */
    public static int sendto(int sockfd, long[] buf, int len, int flags, sockaddr dest_addr, int addrlen) {
        return sendtoFrom(sockfd, buf, 0, len, flags, dest_addr, addrlen);
    }

    /**
     * {@link #sendto(int, byte[], int, int, sockaddr, int)} of a struct, as a message's header is.
     *
     * @param sockfd the socket
     * @param buf what to send
     * @param len how many bytes, in C's layout
     * @param flags MSG_NOSIGNAL, MSG_DONTWAIT, MSG_MORE, ... or 0
     * @param dest_addr where to, or null if the socket is connected
     * @param addrlen its length in bytes
     * @return bytes sent, or -1 with {@code errno()}
     */
    public static int sendto(int sockfd, Struct buf, int len, int flags, sockaddr dest_addr, int addrlen) {
        return sendtoFrom(sockfd, buf, 0, len, flags, dest_addr, addrlen);
    }

    private static int sendtoFrom(int sockfd, Object buf, int off, int len, int flags, sockaddr dest_addr,
            int addrlen) {
        try (Memory m = memory()) {
            long data = m.in(buf, off, len, flags);
            return m.sent(result(SENDTO, m.apart(SENDTO, sockfd, data, len, flags, m.in(dest_addr, addrlen), addrlen)), buf);
        }
    }

    /**
     * {@code ssize_t recv(int sockfd, void *buf, size_t len, int flags);}
     *
     * <p>Receives at most {@code len} bytes into {@code buf}. Occupies its carrier thread while it waits;
     * {@link Thread#interrupt} does not wake it.
     *
     * @param sockfd the socket
     * @param buf where it goes
     * @param len at most how many bytes
     * @param flags MSG_PEEK, MSG_DONTWAIT, MSG_WAITALL, MSG_TRUNC, ... or 0
     * @return bytes received (with MSG_TRUNC a datagram's whole length, even beyond {@code len}), 0 at end of
     *     stream, or -1 with {@code errno()} EAGAIN, ECONNREFUSED, ECONNRESET, EINTR, ENOTCONN
     * @throws IndexOutOfBoundsException if {@code len} is more than {@code buf} holds
     * @see <a href="https://man7.org/linux/man-pages/man2/recv.2.html">recv(2)</a>
     */
    public static int recv(int sockfd, byte[] buf, int len, int flags) {
        return recv(sockfd, buf, 0, len, flags);
    }

    /**
     * {@link #recv(int, byte[], int, int)} into {@code buf} from {@code off}.
     *
     * @param sockfd the socket
     * @param buf where it goes
     * @param off where in {@code buf}, in bytes
     * @param len at most how many bytes
     * @param flags MSG_PEEK, MSG_DONTWAIT, MSG_WAITALL, MSG_TRUNC, ... or 0
     * @return bytes received, or -1 with {@code errno()}
     * @throws IndexOutOfBoundsException if that is not within {@code buf}
     */
    public static int recv(int sockfd, byte[] buf, int off, int len, int flags) {
        try (Memory m = memory()) {
            long room = m.out(buf, off, len, flags);
            return m.back(result(RECV, m.call(RECV, sockfd, room, len, flags)), room, buf, off, len);
        }
    }

    /**
     * {@link #recv(int, byte[], int, int)} into a buffer, from its position to its limit, without a copy if it is
     * direct.
     *
     * @param sockfd the socket
     * @param buf where it goes; what was transferred advances its position
     * @param flags MSG_PEEK, MSG_DONTWAIT, MSG_WAITALL, MSG_TRUNC, ... or 0
     * @return bytes received, or -1 with {@code errno()}
     * @throws ReadOnlyBufferException if it is read-only
     */
    public static int recv(int sockfd, ByteBuffer buf, int flags) {
        return buf == null ? Native.refused(RECV, EFAULT) : recvInto(sockfd, buf, 0, buf.remaining(), flags);
    }

    /**
     * {@link #recv(int, byte[], int, int)} into ints.
     *
     * @param sockfd the socket
     * @param buf where it goes
     * @param len at most how many bytes, in C's layout
     * @param flags MSG_PEEK, MSG_DONTWAIT, MSG_WAITALL, MSG_TRUNC, ... or 0
     * @return bytes received, or -1 with {@code errno()}
     */
    public static int recv(int sockfd, int[] buf, int len, int flags) {
        return recvInto(sockfd, buf, 0, len, flags);
    }

    /**
     * {@link #recv(int, byte[], int, int)} into 64-bit values.
     *
     * @param sockfd the socket
     * @param buf where it goes
     * @param len at most how many bytes, in C's layout
     * @param flags MSG_PEEK, MSG_DONTWAIT, MSG_WAITALL, MSG_TRUNC, ... or 0
     * @return bytes received, or -1 with {@code errno()}
     */
    public static int recv(int sockfd, long[] buf, int len, int flags) {
        return recvInto(sockfd, buf, 0, len, flags);
    }

    /**
     * {@link #recv(int, byte[], int, int)} into a struct, as a message's header is.
     *
     * @param sockfd the socket
     * @param buf where it goes
     * @param len at most how many bytes, in C's layout
     * @param flags MSG_PEEK, MSG_DONTWAIT, MSG_WAITALL, MSG_TRUNC, ... or 0
     * @return bytes received, or -1 with {@code errno()}
     */
    public static int recv(int sockfd, Struct buf, int len, int flags) {
        return recvInto(sockfd, buf, 0, len, flags);
    }

    /** Into anything but a byte[], which takes a path of its own: most calls bring one, and it asks for no types. */
    private static int recvInto(int sockfd, Object buf, int off, int len, int flags) {
        try (Memory m = memory()) {
            long room = m.out(buf, off, len, flags);
            return m.back(result(RECV, m.call(RECV, sockfd, room, len, flags)), room, buf, off, len);
        }
    }

    /**
     * {@code ssize_t recvfrom(int sockfd, void *buf, size_t len, int flags,
     * struct sockaddr *src_addr, socklen_t *addrlen);}
     *
     * <p>Receives at most {@code len} bytes into {@code buf}, and tells who sent them. Occupies its carrier thread
     * while it waits; {@link Thread#interrupt} does not wake it.
     *
     * @param sockfd the socket
     * @param buf where it goes
     * @param len at most how many bytes
     * @param flags MSG_PEEK, MSG_DONTWAIT, MSG_WAITALL, MSG_TRUNC, ... or 0
     * @param src_addr where the sender's address goes, or null
     * @param addrlen in: the room in bytes; out: the address's length, even if it is more; or null
     * @return bytes received (with MSG_TRUNC a datagram's whole length, even beyond {@code len}), 0 at end of
     *     stream, or -1 with {@code errno()} EAGAIN, ECONNREFUSED, EINTR, ENOTCONN
     * @throws IndexOutOfBoundsException if {@code len} is more than {@code buf} holds
     * @see <a href="https://man7.org/linux/man-pages/man2/recvfrom.2.html">recvfrom(2)</a>
     */
    public static int recvfrom(int sockfd, byte[] buf, int len, int flags, sockaddr src_addr, int[] addrlen) {
        return recvfromInto(sockfd, buf, 0, len, flags, src_addr, addrlen);
    }

    /**
     * {@link #recvfrom(int, byte[], int, int, sockaddr, int[])} into {@code buf} from {@code off}.
     *
     * @param sockfd the socket
     * @param buf where it goes
     * @param off where in {@code buf}, in bytes
     * @param len at most how many bytes
     * @param flags MSG_PEEK, MSG_DONTWAIT, MSG_WAITALL, MSG_TRUNC, ... or 0
     * @param src_addr where the sender's address goes, or null
     * @param addrlen in: the room in bytes; out: the address's length, even if it is more; or null
     * @return bytes received, or -1 with {@code errno()}
     * @throws IndexOutOfBoundsException if that is not within {@code buf}
     */
    public static int recvfrom(int sockfd, byte[] buf, int off, int len, int flags, sockaddr src_addr,
            int[] addrlen) {
        return recvfromInto(sockfd, buf, off, len, flags, src_addr, addrlen);
    }

    /**
     * {@link #recvfrom(int, byte[], int, int, sockaddr, int[])} into a buffer, from its position to its limit,
     * without a copy if it is direct.
     *
     * @param sockfd the socket
     * @param buf where it goes; what was transferred advances its position
     * @param flags MSG_PEEK, MSG_DONTWAIT, MSG_WAITALL, MSG_TRUNC, ... or 0
     * @param src_addr where the sender's address goes, or null
     * @param addrlen in: the room in bytes; out: the address's length, even if it is more; or null
     * @return bytes received, or -1 with {@code errno()}
     * @throws ReadOnlyBufferException if it is read-only
     */
    public static int recvfrom(int sockfd, ByteBuffer buf, int flags, sockaddr src_addr, int[] addrlen) {
        return buf == null ? Native.refused(RECVFROM, EFAULT)
                : recvfromInto(sockfd, buf, 0, buf.remaining(), flags, src_addr, addrlen);
    }

    /**
     * {@link #recvfrom(int, byte[], int, int, sockaddr, int[])} into ints.
     *
     * @param sockfd the socket
     * @param buf where it goes
     * @param len at most how many bytes, in C's layout
     * @param flags MSG_PEEK, MSG_DONTWAIT, MSG_WAITALL, MSG_TRUNC, ... or 0
     * @param src_addr where the sender's address goes, or null
     * @param addrlen in: the room in bytes; out: the address's length, even if it is more; or null
     * @return bytes received, or -1 with {@code errno()}
     */
    public static int recvfrom(int sockfd, int[] buf, int len, int flags, sockaddr src_addr, int[] addrlen) {
        return recvfromInto(sockfd, buf, 0, len, flags, src_addr, addrlen);
    }

    /**
     * {@link #recvfrom(int, byte[], int, int, sockaddr, int[])} into 64-bit values.
     *
     * @param sockfd the socket
     * @param buf where it goes
     * @param len at most how many bytes, in C's layout
     * @param flags MSG_PEEK, MSG_DONTWAIT, MSG_WAITALL, MSG_TRUNC, ... or 0
     * @param src_addr where the sender's address goes, or null
     * @param addrlen in: the room in bytes; out: the address's length, even if it is more; or null
     * @return bytes received, or -1 with {@code errno()}
     */
    public static int recvfrom(int sockfd, long[] buf, int len, int flags, sockaddr src_addr, int[] addrlen) {
        return recvfromInto(sockfd, buf, 0, len, flags, src_addr, addrlen);
    }

    /**
     * {@link #recvfrom(int, byte[], int, int, sockaddr, int[])} into a struct, as a message's header is.
     *
     * @param sockfd the socket
     * @param buf where it goes
     * @param len at most how many bytes, in C's layout
     * @param flags MSG_PEEK, MSG_DONTWAIT, MSG_WAITALL, MSG_TRUNC, ... or 0
     * @param src_addr where the sender's address goes, or null
     * @param addrlen in: the room in bytes; out: the address's length, even if it is more; or null
     * @return bytes received, or -1 with {@code errno()}
     */
    public static int recvfrom(int sockfd, Struct buf, int len, int flags, sockaddr src_addr, int[] addrlen) {
        return recvfromInto(sockfd, buf, 0, len, flags, src_addr, addrlen);
    }

    private static int recvfromInto(int sockfd, Object buf, int off, int len, int flags, sockaddr src_addr,
            int[] addrlen) {
        try (Memory m = memory()) {
            int length = addrlen == null ? 0 : addrlen[0]; // read once: addrlen may change meanwhile
            boolean failsHalfway = src_addr != null && (addrlen == null || length < 0); // when the data has come already
            long data = failsHalfway ? m.inOut(buf, off, len) : m.out(buf, off, len, flags);
            long address = m.in(src_addr, length);
            long room = addrlen == null ? 0 : m.in(length);
            int n = result(RECVFROM, m.apart(RECVFROM, sockfd, data, len, flags, address, room));
            m.back(n, address, src_addr);
            m.back(room, addrlen);
            if (failsHalfway) {
                m.backInPlace(len, data, buf, off);
            }
            return m.back(n, data, buf, off, len);
        }
    }

    /**
     * {@code int accept4(int sockfd, struct sockaddr *addr, socklen_t *addrlen, int flags);}
     *
     * <p>{@link #accept} with flags for the new descriptor. Occupies its carrier thread while it waits;
     * {@link Thread#interrupt} does not wake it.
     *
     * @param sockfd the listening socket
     * @param addr where the peer's address goes, or null
     * @param addrlen in: the room in bytes; out: the address's length, even if it is more; or null if {@code addr} is
     * @param flags SOCK_NONBLOCK, SOCK_CLOEXEC or 0
     * @return a descriptor of the connection, or -1 with {@code errno()} EAGAIN, ECONNABORTED, EINTR, EINVAL, EMFILE
     * @throws IndexOutOfBoundsException if {@code addrlen} is more than {@code addr} has
     * @see <a href="https://man7.org/linux/man-pages/man2/accept4.2.html">accept4(2)</a>
     */
    public static int accept4(int sockfd, sockaddr addr, int[] addrlen, int flags) {
        return address(ACCEPT4, sockfd, addr, addrlen, flags);
    }

    /**
     * {@code int sockatmark(int sockfd);}
     *
     * <p>Asks whether all data before the out-of-band mark has been read.
     *
     * @param sockfd the socket
     * @return 1 if the next byte is the one behind the mark, 0 if not, or -1 with {@code errno()} EBADF, EINVAL, ENOTTY
     * @see <a href="https://man7.org/linux/man-pages/man3/sockatmark.3.html">sockatmark(3)</a>
     */
    public static int sockatmark(int sockfd) {
        return result(SOCKATMARK, call(SOCKATMARK, sockfd));
    }

    /**
     * {@code int isfdtype(int fd, int fdtype);}
     *
     * <p>Asks whether a descriptor is of a type.
     *
     * @param fd a descriptor
     * @param fdtype S_IFSOCK, S_IFIFO, S_IFREG, ... of {@code <sys/stat.h>}
     * @return 1 if it is, 0 if not, or -1 with {@code errno()} EBADF
     * @see <a href="https://man7.org/linux/man-pages/man3/isfdtype.3.html">isfdtype(3)</a>
     */
    public static int isfdtype(int fd, int fdtype) {
        int is = (int) call(ISFDTYPE, fd, fdtype);
        if (is == -1) { // against the man page, glibc keeps errno as it was: the fstat that failed there has to fail here too
            try (Memory m = memory()) {
                return result(ISFDTYPE, m.call(FSTAT, fd, m.room(sizeof(stat.class))));
            }
        }
        return is;
    }

    /**
     * {@code ssize_t sendmsg(int sockfd, const struct msghdr *msg, int flags);}
     *
     * <p>Sends a message that may lie in several pieces, with control messages. Occupies its carrier thread while it
     * waits; {@link Thread#interrupt} does not wake it.
     *
     * @param sockfd the socket
     * @param msg the message; what was sent advances the positions of its buffers
     * @param flags MSG_NOSIGNAL, MSG_DONTWAIT, MSG_MORE, ... or 0
     * @return bytes sent, or -1 with {@code errno()} EAGAIN, EPIPE, EMSGSIZE, EINVAL, EBADF, EPERM, ETOOMANYREFS,
     *     EFAULT
     * @throws IndexOutOfBoundsException if a length in {@code msg} is more than its memory has
     * @throws IllegalArgumentException if an {@code iov_base} is not memory
     * @see <a href="https://man7.org/linux/man-pages/man2/sendmsg.2.html">sendmsg(2)</a>
     */
    public static int sendmsg(int sockfd, msghdr msg, int flags) {
        try (Memory m = memory()) {
            Messages messages = m.messages();
            return messages.transferredOne(result(SENDMSG, m.call(SENDMSG, sockfd, messages.sent(msg, flags), flags)));
        }
    }

    /**
     * {@code ssize_t recvmsg(int sockfd, struct msghdr *msg, int flags);}
     *
     * <p>Receives a message into several pieces, with control messages. Occupies its carrier thread while it waits;
     * {@link Thread#interrupt} does not wake it. Descriptors that arrive by SCM_RIGHTS are this process's from then
     * on: those in {@code msg_control}, and no others.
     *
     * @param sockfd the socket
     * @param msg where it goes; {@code msg_namelen}, {@code msg_controllen} and {@code msg_flags} are written
     * @param flags MSG_PEEK, MSG_DONTWAIT, MSG_TRUNC, MSG_CMSG_CLOEXEC, MSG_ERRQUEUE, ... or 0
     * @return bytes received, 0 at end of stream, or -1 with {@code errno()} EAGAIN, ECONNREFUSED, EINTR, ENOTCONN,
     *     EFAULT
     * @throws IndexOutOfBoundsException if a length in {@code msg} is more than its memory has
     * @throws IllegalArgumentException if an {@code iov_base} is not memory to write to
     * @throws ReadOnlyBufferException if one is a read-only buffer
     * @see <a href="https://man7.org/linux/man-pages/man2/recvmsg.2.html">recvmsg(2)</a>
     */
    public static int recvmsg(int sockfd, msghdr msg, int flags) {
        try (Memory m = memory()) {
            Messages messages = m.messages();
            long room = messages.received(msg, flags);
            return messages.isNegative() ? refused(RECVMSG, sockfd, EINVAL)
                    : messages.transferredOne(result(RECVMSG, m.call(RECVMSG, sockfd, room, flags)));
        }
    }

    /**
     * {@code int sendmmsg(int sockfd, struct mmsghdr *msgvec, unsigned int vlen, int flags);}
     *
     * <p>Sends several messages in one call. Occupies its carrier thread while it waits; {@link Thread#interrupt}
     * does not wake it.
     *
     * @param sockfd the socket
     * @param msgvec the messages; each {@code msg_len} becomes the bytes sent of it
     * @param vlen how many of them; the kernel takes 1024 at most
     * @param flags MSG_NOSIGNAL, MSG_DONTWAIT, ... or 0
     * @return messages sent, maybe fewer than {@code vlen}, or -1 with the {@code errno()} of the first if none was
     * @throws IndexOutOfBoundsException if {@code vlen}, or a length in a message, is more than there is
     * @throws IllegalArgumentException if an {@code iov_base} is not memory
     * @see <a href="https://man7.org/linux/man-pages/man2/sendmmsg.2.html">sendmmsg(2)</a>
     */
    public static int sendmmsg(int sockfd, mmsghdr[] msgvec, int vlen, int flags) {
        try (Memory m = memory()) {
            Messages messages = m.messages();
            long room = messages.sent(msgvec, vlen, flags);
            return messages.transferredMany(result(SENDMMSG, m.call(SENDMMSG, sockfd, room, vlen, flags)));
        }
    }

    /**
     * {@code int recvmmsg(int sockfd, struct mmsghdr *msgvec, unsigned int vlen, int flags, struct timespec *timeout);}
     *
     * <p>Receives several messages in one call. Occupies its carrier thread while it waits; {@link Thread#interrupt}
     * does not wake it.
     *
     * @param sockfd the socket
     * @param msgvec where they go; each {@code msg_len} becomes the bytes received
     * @param vlen how many at most
     * @param flags MSG_WAITFORONE, MSG_DONTWAIT, ... or 0
     * @param timeout how long to go on receiving, looked at after each message only; what is left of it is written;
     *     or null
     * @return messages received, or -1 with {@code errno()} EAGAIN, EINTR, EINVAL, EFAULT if there was none
     * @throws IndexOutOfBoundsException if {@code vlen}, or a length in a message, is more than there is
     * @throws IllegalArgumentException if an {@code iov_base} is not memory to write to
     * @throws ReadOnlyBufferException if one is a read-only buffer
     * @see <a href="https://man7.org/linux/man-pages/man2/recvmmsg.2.html">recvmmsg(2)</a>
     */
    public static int recvmmsg(int sockfd, mmsghdr[] msgvec, int vlen, int flags, timespec timeout) {
        try (Memory m = memory()) {
            Messages messages = m.messages();
            long room = messages.received(msgvec, vlen, flags);
            if (messages.isNegative()) {
                return refused(RECVMMSG, sockfd, EINVAL);
            }
            long time = m.in(timeout);
            int count = result(RECVMMSG, m.call(RECVMMSG, sockfd, room, vlen, flags, time));
            m.back(count, time, timeout);
            return messages.transferredMany(count);
        }
    }
}
