package libc;

import static libc.Errno.EFAULT;
import static libc.internal.call.Function.function;
import static libc.internal.call.Native.refused;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;

import java.util.Objects;
import libc.internal.Entries;
import libc.internal.call.Function;
import libc.internal.memory.Memory;
import libc.sys.Socket;

/**
 * {@code <ifaddrs.h>}: the addresses of the network interfaces.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/getifaddrs.3.html">getifaddrs(3)</a>
 */
public class Ifaddrs extends Socket {

    private static final Function GETIFADDRS = function("int getifaddrs(struct ifaddrs **ifap)");
    private static final Function FREEIFADDRS = function("void freeifaddrs(struct ifaddrs *ifa)");

    /** Not to be made: a header's class has only static members. */
    protected Ifaddrs() {}

    /**
     * {@code int getifaddrs(struct ifaddrs **ifap);}
     *
     * <p>Lists the addresses of all interfaces. The list is Java's: C's own is freed before it returns.
     *
     * @param ifap where the first goes; the others follow by {@code ifa_next}
     * @return 0, or -1 with {@code errno()} EMFILE, ENOBUFS, ENOMEM, EFAULT
     * @throws IndexOutOfBoundsException if {@code ifap} has no room
     * @see <a href="https://man7.org/linux/man-pages/man3/getifaddrs.3.html">getifaddrs(3)</a>
     */
    public static int getifaddrs(ifaddrs[] ifap) {
        if (ifap == null) {
            return refused(GETIFADDRS, EFAULT);
        }
        Objects.checkIndex(0, ifap.length);
        try (Memory m = memory()) {
            long first = m.room(Long.BYTES);
            int result = result(GETIFADDRS, m.call(GETIFADDRS, first));
            if (result == 0) {
                long list = m.getLong(first);
                try {
                    ifap[0] = Entries.interfaces(list);
                } finally {
                    m.call(FREEIFADDRS, list);
                }
            }
            return result;
        }
    }

    /**
     * {@code void freeifaddrs(struct ifaddrs *ifa);}
     *
     * <p>Does nothing: what {@link #getifaddrs} answers is Java's.
     *
     * @param ifa the list
     * @see <a href="https://man7.org/linux/man-pages/man3/freeifaddrs.3.html">freeifaddrs(3)</a>
     */
    public static void freeifaddrs(ifaddrs ifa) {}

    /**
     * {@code struct ifaddrs}: an address of an interface.
     */
    public static final class ifaddrs extends Struct {
        /** The next address, of this interface or another, or null. */
        public ifaddrs ifa_next;
        /** Name of the interface. */
        public String ifa_name;
        /** Its flags: IFF_UP, IFF_LOOPBACK, ... */
        public int ifa_flags;
        /** The address, of its family's class, or null. */
        public sockaddr ifa_addr;
        /** Its netmask, or null. */
        public sockaddr ifa_netmask;
        /** The union of {@link #ifa_broadaddr} and {@link #ifa_dstaddr}, or null. */
        public sockaddr ifa_ifu;
        /** Of a link itself, AF_PACKET or without an address: its {@link libc.linux.IfLink.rtnl_link_stats}; else null. */
        public Object ifa_data;

        /** {@code struct ifaddrs a = {0}}. */
        public ifaddrs() {}

        /**
         * {@code struct ifaddrs a = {ifa_next, ifa_name, ifa_flags, ifa_addr, ifa_netmask, ifa_ifu, ifa_data}}.
         *
         * @param ifa_next the next address, of this interface or another, or null
         * @param ifa_name name of the interface
         * @param ifa_flags its flags: IFF_UP, IFF_LOOPBACK, ...
         * @param ifa_addr the address, of its family's class, or null
         * @param ifa_netmask its netmask, or null
         * @param ifa_ifu the union of {@link #ifa_broadaddr} and {@link #ifa_dstaddr}, or null
         * @param ifa_data of a link itself, AF_PACKET or without an address: its {@link libc.linux.IfLink.rtnl_link_stats};
         *     else null
         */
        public ifaddrs(ifaddrs ifa_next, String ifa_name, int ifa_flags, sockaddr ifa_addr, sockaddr ifa_netmask,
                sockaddr ifa_ifu, Object ifa_data) {
            this.ifa_next = ifa_next;
            this.ifa_name = ifa_name;
            this.ifa_flags = ifa_flags;
            this.ifa_addr = ifa_addr;
            this.ifa_netmask = ifa_netmask;
            this.ifa_ifu = ifa_ifu;
            this.ifa_data = ifa_data;
        }

        /**
         * {@code struct ifaddrs a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ifaddrs[] array(int n) {
            return filled(new ifaddrs[n], ifaddrs::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ifaddrs from) {
            ifa_next = from.ifa_next;
            ifa_name = from.ifa_name;
            ifa_flags = from.ifa_flags;
            ifa_addr = from.ifa_addr;
            ifa_netmask = from.ifa_netmask;
            ifa_ifu = from.ifa_ifu;
            ifa_data = from.ifa_data;
        }

        /**
         * {@code ifa_broadaddr}, if IFF_BROADCAST is among the flags.
         *
         * @return the broadcast address, or null
         */
        public sockaddr ifa_broadaddr() {
            return ifa_ifu;
        }

        /**
         * {@code ifa_dstaddr}, if IFF_POINTOPOINT is among the flags.
         *
         * @return the destination address, or null
         */
        public sockaddr ifa_dstaddr() {
            return ifa_ifu;
        }

        @Override
        protected void fields(Fields f) {
            ifa_next = f.pointer("ifa_next", ifa_next);
            ifa_name = f.pointer("ifa_name", ifa_name);
            ifa_flags = f.as("IFF_").int32("ifa_flags", ifa_flags);
            ifa_addr = f.pointer("ifa_addr", ifa_addr);
            ifa_netmask = f.pointer("ifa_netmask", ifa_netmask);
            ifa_ifu = f.pointer("ifa_ifu", ifa_ifu);
            ifa_data = f.pointer("ifa_data", ifa_data);
        }
    }
}
