package libc.sys;

import static libc.Errno.EFAULT;
import static libc.Errno.EINVAL;
import static libc.internal.call.Function.function;
import static libc.internal.call.Native.refused;
import static libc.internal.call.Native.result;
import static libc.internal.call.Native.variadic;
import static libc.internal.memory.Memory.memory;
import static libc.net.If.IFNAMSIZ;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.Objects;
import libc.Struct;
import libc.internal.Requests;
import libc.internal.call.Caller;
import libc.internal.call.Function;
import libc.internal.memory.Memory;
import libc.net.If.ifconf;
import libc.net.If.ifreq;

/**
 * {@code <sys/ioctl.h>}: what is asked of a descriptor that has no function of its own.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/ioctl.2.html">ioctl(2)</a>
 * @see <a href="https://man7.org/linux/man-pages/man7/netdevice.7.html">netdevice(7)</a>
 */
public class Ioctl extends Types {

    private static final Function IOCTL = function("int ioctl(int fd, unsigned long request, ...)");

    /** int: bytes that can be read at once; of UDP, those of the first datagram. */
    public static final int FIONREAD = 0x541B;
    /** int boolean: switches O_NONBLOCK. */
    public static final int FIONBIO = 0x5421;
    /** int boolean: switches O_ASYNC. */
    public static final int FIOASYNC = 0x5452;
    /** No argument: sets FD_CLOEXEC. */
    public static final int FIOCLEX = 0x5451;
    /** No argument: clears FD_CLOEXEC. */
    public static final int FIONCLEX = 0x5450;
    /** loff_t: size of a file or directory. */
    public static final int FIOQSIZE = 0x5460;

    /** struct rtentry: adds a route. */
    public static final int SIOCADDRT = 0x890B;
    /** struct rtentry: removes a route. */
    public static final int SIOCDELRT = 0x890C;
    /** Not used. */
    public static final int SIOCRTMSG = 0x890D;
    /** struct ifreq: ifr_name by ifr_ifindex. */
    public static final int SIOCGIFNAME = 0x8910;
    /** Not used. */
    public static final int SIOCSIFLINK = 0x8911;
    /** struct ifconf: interfaces with an IPv4 address. */
    public static final int SIOCGIFCONF = 0x8912;
    /** struct ifreq: ifr_flags, IFF_*. */
    public static final int SIOCGIFFLAGS = 0x8913;
    /** struct ifreq: sets ifr_flags. Needs CAP_NET_ADMIN. */
    public static final int SIOCSIFFLAGS = 0x8914;
    /** struct ifreq: ifr_addr, the address. */
    public static final int SIOCGIFADDR = 0x8915;
    /** struct ifreq: sets ifr_addr. Needs CAP_NET_ADMIN. */
    public static final int SIOCSIFADDR = 0x8916;
    /** struct ifreq: ifr_dstaddr, the peer of a point-to-point link. */
    public static final int SIOCGIFDSTADDR = 0x8917;
    /** struct ifreq: sets ifr_dstaddr. Needs CAP_NET_ADMIN. */
    public static final int SIOCSIFDSTADDR = 0x8918;
    /** struct ifreq: ifr_broadaddr, the broadcast address. */
    public static final int SIOCGIFBRDADDR = 0x8919;
    /** struct ifreq: sets ifr_broadaddr. Needs CAP_NET_ADMIN. */
    public static final int SIOCSIFBRDADDR = 0x891a;
    /** struct ifreq: ifr_netmask, the network mask. */
    public static final int SIOCGIFNETMASK = 0x891b;
    /** struct ifreq: sets ifr_netmask. Needs CAP_NET_ADMIN. */
    public static final int SIOCSIFNETMASK = 0x891c;
    /** struct ifreq: ifr_metric, always 0. */
    public static final int SIOCGIFMETRIC = 0x891d;
    /** Fails with EOPNOTSUPP. */
    public static final int SIOCSIFMETRIC = 0x891e;
    /** Fails with ENOTTY. */
    public static final int SIOCGIFMEM = 0x891f;
    /** Not implemented. */
    public static final int SIOCSIFMEM = 0x8920;
    /** struct ifreq: ifr_mtu, in bytes. */
    public static final int SIOCGIFMTU = 0x8921;
    /** struct ifreq: sets ifr_mtu. Needs CAP_NET_ADMIN. */
    public static final int SIOCSIFMTU = 0x8922;
    /** struct ifreq: renames to ifr_newname. Needs CAP_NET_ADMIN. */
    public static final int SIOCSIFNAME = 0x8923;
    /** struct ifreq: sets ifr_hwaddr. Needs CAP_NET_ADMIN. */
    public static final int SIOCSIFHWADDR = 0x8924;
    /** Not implemented. */
    public static final int SIOCGIFENCAP = 0x8925;
    /** Not implemented. */
    public static final int SIOCSIFENCAP = 0x8926;
    /** struct ifreq: ifr_hwaddr, ARPHRD_* and the link address. */
    public static final int SIOCGIFHWADDR = 0x8927;
    /** Fails with EINVAL. */
    public static final int SIOCGIFSLAVE = 0x8929;
    /** Not implemented. */
    public static final int SIOCSIFSLAVE = 0x8930;
    /** struct ifreq: receives a link multicast address, ifr_hwaddr. Needs CAP_NET_ADMIN. */
    public static final int SIOCADDMULTI = 0x8931;
    /** struct ifreq: receives it no longer. Needs CAP_NET_ADMIN. */
    public static final int SIOCDELMULTI = 0x8932;
    /** struct ifreq: ifr_ifindex by ifr_name. */
    public static final int SIOCGIFINDEX = 0x8933;
    /** The same, as it was misspelt once. */
    public static final int SIOGIFINDEX = SIOCGIFINDEX;
    /** struct ifreq: sets ifr_flags of IPv4's own. Needs CAP_NET_ADMIN. */
    public static final int SIOCSIFPFLAGS = 0x8934;
    /** struct ifreq: ifr_flags of IPv4's own. */
    public static final int SIOCGIFPFLAGS = 0x8935;
    /** struct in6_ifreq: removes an IPv6 address. Needs CAP_NET_ADMIN. */
    public static final int SIOCDIFADDR = 0x8936;
    /** struct ifreq: sets the link broadcast address. Needs CAP_NET_ADMIN. */
    public static final int SIOCSIFHWBROADCAST = 0x8937;
    /** Not implemented. */
    public static final int SIOCGIFCOUNT = 0x8938;
    /** unsigned long[]: bridges, obsolete. */
    public static final int SIOCGIFBR = 0x8940;
    /** unsigned long[]: bridges, obsolete. Needs CAP_NET_ADMIN. */
    public static final int SIOCSIFBR = 0x8941;
    /** struct ifreq: ifr_qlen, transmit queue in packets. */
    public static final int SIOCGIFTXQLEN = 0x8942;
    /** struct ifreq: sets ifr_qlen. Needs CAP_NET_ADMIN. */
    public static final int SIOCSIFTXQLEN = 0x8943;
    /** struct arpreq: removes an ARP entry. Needs CAP_NET_ADMIN. */
    public static final int SIOCDARP = 0x8953;
    /** struct arpreq: an ARP entry. */
    public static final int SIOCGARP = 0x8954;
    /** struct arpreq: sets an ARP entry. Needs CAP_NET_ADMIN. */
    public static final int SIOCSARP = 0x8955;
    /** struct arpreq: removes a reverse ARP entry, removed in Linux 2.3. */
    public static final int SIOCDRARP = 0x8960;
    /** struct arpreq: a reverse ARP entry, removed in Linux 2.3. */
    public static final int SIOCGRARP = 0x8961;
    /** struct arpreq: sets a reverse ARP entry, removed in Linux 2.3. */
    public static final int SIOCSRARP = 0x8962;
    /** struct ifreq: ifr_map, the device's memory and interrupt. */
    public static final int SIOCGIFMAP = 0x8970;
    /** struct ifreq: sets ifr_map. Needs CAP_NET_ADMIN. */
    public static final int SIOCSIFMAP = 0x8971;
    /** struct dlci_add: makes a frame relay device, removed in Linux 5.12. */
    public static final int SIOCADDDLCI = 0x8980;
    /** struct dlci_add: removes a frame relay device, removed in Linux 5.12. */
    public static final int SIOCDELDLCI = 0x8981;
    /** First of 16 that drivers define. */
    public static final int SIOCDEVPRIVATE = 0x89F0;
    /** First of 16 that protocols define. */
    public static final int SIOCPROTOPRIVATE = 0x89E0;

    /** ioctl, int: bytes that can be read. */
    public static final int TIOCINQ = FIONREAD;
    /** ioctl, int: bytes in the output queue. */
    public static final int TIOCOUTQ = 0x5411;

    /** Of a request: the kernel reads the argument. */
    public static final long IOC_IN = 0x40000000L;
    /** Of a request: the kernel writes the argument. */
    public static final long IOC_OUT = 0x80000000L;
    /** Of a request: the kernel reads and writes the argument. */
    public static final long IOC_INOUT = IOC_IN | IOC_OUT;
    /** Of a request: mask of the argument's bytes. */
    public static final int IOCSIZE_MASK = 0x3fff0000;
    /** Of a request: where the argument's bytes are. */
    public static final int IOCSIZE_SHIFT = 16;
    /** Where in {@code struct ifconf} the pointer is. */
    private static final int POINTER = Long.BYTES;

    /** A {@code struct ifreq}, which a socket's last resort reads before it looks at the request. */
    private static final int LEAST = 40;

    /** Not to be made: a header's class has only static members. */
    protected Ioctl() {}

    /**
     * {@code int ioctl(int fd, unsigned long request);}
     *
     * <p>Makes a request that has no argument.
     *
     * @param fd a descriptor
     * @param request FIOCLEX, FIONCLEX, SIOCGSKNS
     * @return what the request says, or -1 with {@code errno()} EBADF, ENOTTY, EFAULT if it has one, or EINVAL if it is
     *     not known here
     * @see <a href="https://man7.org/linux/man-pages/man2/ioctl.2.html">ioctl(2)</a>
     */
    public static int ioctl(int fd, long request) {
        return control(fd, request, null);
    }

    /**
     * {@code int ioctl(int fd, unsigned long request, int *argp);}
     *
     * <p>Makes a request. Let through are those of sockets, of {@code <sys/ioctl.h>} and {@code <linux/sockios.h>}, of
     * whose argument it is known how large it is. Any other the kernel gets with NULL, and is refused with EINVAL if it takes
     * memory: neither the number of a request nor its {@code _IOC_SIZE} says how much memory the kernel is going to write,
     * or whether there is a pointer in it.
     *
     * @param fd a descriptor
     * @param request FIONREAD, FIONBIO, SIOCATMARK, SIOCOUTQ, SIOCSPGRP, ...
     * @param argp its argument
     * @return what the request says, or -1 with {@code errno()} EBADF, ENOTTY, EINVAL, EFAULT, and what the request's
     *     man page says: ENODEV, EPERM, EADDRNOTAVAIL, ENOENT
     * @throws IndexOutOfBoundsException if {@code argp} is smaller than the request's argument
     * @see <a href="https://man7.org/linux/man-pages/man2/ioctl.2.html">ioctl(2)</a>
     */
    public static int ioctl(int fd, long request, int[] argp) {
        return control(fd, request, argp);
    }

    /**
     * {@link #ioctl(int, long, int[])} with a 64-bit number.
     *
     * @param fd a descriptor
     * @param request FIOQSIZE, SIOCBRADDBR, ...
     * @param argp its argument
     * @return what the request says, or -1 with {@code errno()}
     * @throws IndexOutOfBoundsException if {@code argp} is smaller than the request's argument
     */
    public static int ioctl(int fd, long request, long[] argp) {
        return control(fd, request, argp);
    }

    /**
     * {@link #ioctl(int, long, int[])} with bytes.
     *
     * @param fd a descriptor
     * @param request FIOQSIZE, SIOCBRADDBR, ...
     * @param argp its argument
     * @return what the request says, or -1 with {@code errno()}
     * @throws IndexOutOfBoundsException if {@code argp} is smaller than the request's argument
     */
    public static int ioctl(int fd, long request, byte[] argp) {
        return control(fd, request, argp);
    }

    /**
     * {@link #ioctl(int, long, int[])} with a struct: {@link libc.net.If.ifreq}, {@link libc.net.If.ifconf}, a timeval
     * of SIOCGSTAMP, ...
     *
     * <p>What {@code ifr_data} and {@code ifc_req} point to is written too. SIOCETHTOOL is let through with commands
     * whose struct has a fixed size: ETHTOOL_GDRVINFO, ETHTOOL_GLINK, ETHTOOL_GCHANNELS, ETHTOOL_GET_TS_INFO.
     *
     * @param fd a descriptor
     * @param request SIOCGIFADDR, SIOCGIFCONF, SIOCGSTAMP, ...
     * @param argp its argument
     * @return what the request says, or -1 with {@code errno()}
     * @throws IndexOutOfBoundsException if {@code argp} or what it points to is smaller than the request's argument
     */
    public static int ioctl(int fd, long request, Struct argp) {
        if (argp instanceof ifconf list && (int) request == SIOCGIFCONF) {
            return list(fd, list);
        }
        Object data = argp instanceof ifreq ifr && Requests.size((int) request) == -1 ? ifr.ifr_data() : null;
        return data == null ? control(fd, request, argp) : withData(fd, request, (ifreq) argp, data);
    }

    /**
     * {@link #ioctl(int, long, int[])} with a buffer, from its position, which moves beyond the argument.
     *
     * @param fd a descriptor
     * @param request FIONREAD, ...
     * @param argp its argument
     * @return what the request says, or -1 with {@code errno()}
     * @throws IndexOutOfBoundsException if {@code argp} has less left than the request's argument takes
     * @throws ReadOnlyBufferException if it is read-only
     */
    public static int ioctl(int fd, long request, ByteBuffer argp) {
        return control(fd, request, argp);
    }

    private static int control(int fd, long request, Object argp) {
        int size = Requests.size((int) request);
        if (size == -1) {
            return unknown(fd, request, argp);
        }
        try (Memory m = memory()) {
            long room = size == 0 ? 0 : m.copied(argp, 0, size, LEAST);
            int result = result(IOCTL, variadic(IOCTL, fd, request, room));
            m.back(result == -1 || size == 0 ? 0 : size, room, argp, 0, size);
            return result;
        }
    }

    /** What is not known here may take any memory, so it gets NULL; where it would have taken some, the request is refused. */
    private static int unknown(int fd, long request, Object argp) {
        int result = result(IOCTL, variadic(IOCTL, fd, request, 0));
        return result == -1 && argp != null && Caller.current().errno() == EFAULT ? refused(IOCTL, EINVAL) : result;
    }

    /** SIOCGIFCONF: behind the struct is the memory to which it points. */
    private static int list(int fd, ifconf list) {
        byte[] bytes = list.ifc_buf();
        ifreq[] structs = bytes == null ? list.ifc_req() : null;
        Object memory = bytes != null ? bytes : structs;
        int len = memory == null ? 0 : list.ifc_len;
        if (len < 0) {
            return refused(IOCTL, EINVAL);
        }
        try (Memory m = memory()) {
            long room = m.in(list);
            long there = memory == null ? 0 : m.room(Objects.checkFromIndexSize(0, len, Memory.size(memory)) + len);
            m.putInt(room, len);
            m.putLong(room + POINTER, there);
            int result = result(IOCTL, variadic(IOCTL, fd, SIOCGIFCONF, room));
            if (result == 0) {
                int written = m.getInt(room);
                list.ifc_len = written;
                for (int i = 0; structs != null && i < written / sizeof(ifreq.class); i++) {
                    structs[i] = structs[i] == null ? new ifreq() : structs[i];
                }
                m.back(written, there, memory, 0, len);
            }
            return result;
        }
    }

    /** A request whose {@code ifr_data} points to memory, which is behind the struct. */
    private static int withData(int fd, long request, ifreq ifr, Object data) {
        try (Memory m = memory()) {
            long room = m.in(ifr);
            int given = Memory.size(data);
            long there = m.copied(data, 0, given);
            int needed = Requests.dataSize((int) request, given < Integer.BYTES ? -1 : m.getInt(there));
            if (needed == -1) {
                return unknown(fd, request, ifr);
            } else if (needed > given) {
                throw new IndexOutOfBoundsException("ifr_data of " + given + " bytes, where the request takes " + needed);
            }
            m.putLong(room + IFNAMSIZ, there);
            int result = result(IOCTL, variadic(IOCTL, fd, request, room));
            m.backInPlace(result == 0 ? needed : 0, there, data, 0);
            return result;
        }
    }
}
