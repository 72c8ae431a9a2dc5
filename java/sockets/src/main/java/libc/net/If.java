package libc.net;

import static libc.Errno.EFAULT;
import static libc.internal.call.Function.function;
import static libc.internal.call.Native.call;
import static libc.internal.call.Native.failed;
import static libc.internal.call.Native.refused;
import static libc.internal.call.Native.result;
import static libc.internal.call.Native.resultPointer;
import static libc.internal.memory.Memory.memory;
import static libc.internal.memory.Pointers.string;

import java.nio.ByteBuffer;
import libc.Struct;
import libc.internal.Entries;
import libc.internal.Union;
import libc.internal.call.Function;
import libc.internal.memory.Memory;

/**
 * {@code <net/if.h>}: network interfaces, glibc's, with what only {@code <linux/if.h>} and {@code
 * <linux/netdevice.h>} have.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/if_nameindex.3.html">if_nameindex(3)</a>
 * @see <a href="https://man7.org/linux/man-pages/man7/netdevice.7.html">netdevice(7)</a>
 */
public class If extends libc.sys.Socket {

    private static final Function IF_NAMETOINDEX = function("unsigned int if_nametoindex(const char *ifname)");
    private static final Function IF_INDEXTONAME = function("char *if_indextoname(unsigned int ifindex, char *ifname)");
    private static final Function IF_NAMEINDEX = function("struct if_nameindex *if_nameindex(void)");
    private static final Function IF_FREENAMEINDEX = function("void if_freenameindex(struct if_nameindex *ptr)");

    /** Bytes of an interface's name, its NUL included. */
    public static final int IF_NAMESIZE = 16;
    /** Another name of IF_NAMESIZE. */
    public static final int IFNAMSIZ = IF_NAMESIZE;
    /** Bytes of an interface's alias, its NUL included. */
    public static final int IFALIASZ = 256;
    /** Bytes of an interface's alternative name, its NUL included. */
    public static final int ALTIFNAMSIZ = 128;

    /** Flag: the interface is up. */
    public static final int IFF_UP = 1;
    /** Flag: it has a broadcast address. */
    public static final int IFF_BROADCAST = 2;
    /** Flag: its driver debugs. */
    public static final int IFF_DEBUG = 4;
    /** Flag: it is a loopback. */
    public static final int IFF_LOOPBACK = 8;
    /** Flag: it is one end of a point-to-point link. */
    public static final int IFF_POINTOPOINT = 16;
    /** Flag: avoids trailers, obsolete. */
    public static final int IFF_NOTRAILERS = 32;
    /** Flag: it is operational. */
    public static final int IFF_RUNNING = 64;
    /** Flag: does not resolve addresses. */
    public static final int IFF_NOARP = 128;
    /** Flag: receives every frame, whoever it is for. */
    public static final int IFF_PROMISC = 256;
    /** Flag: receives all multicast. */
    public static final int IFF_ALLMULTI = 512;
    /** Flag: others are bundled under it. */
    public static final int IFF_MASTER = 1024;
    /** Flag: it is bundled under another. */
    public static final int IFF_SLAVE = 2048;
    /** Flag: it can do multicast. */
    public static final int IFF_MULTICAST = 4096;
    /** Flag: its medium can be chosen. */
    public static final int IFF_PORTSEL = 8192;
    /** Flag: it chooses the medium by itself. */
    public static final int IFF_AUTOMEDIA = 16384;
    /** Flag: its addresses are lost when it goes down. */
    public static final int IFF_DYNAMIC = 32768;
    /** Flag: the layer below is up, a cable is in. */
    public static final int IFF_LOWER_UP = 65536;
    /** Flag: it waits, such as for authentication. */
    public static final int IFF_DORMANT = 131072;
    /** Flag: frames sent come back (CAN). */
    public static final int IFF_ECHO = 262144;
    /** Flags that the kernel alone changes. */
    public static final int IFF_VOLATILE = IFF_LOOPBACK | IFF_POINTOPOINT | IFF_BROADCAST | IFF_ECHO | IFF_MASTER
            | IFF_SLAVE | IFF_RUNNING | IFF_LOWER_UP | IFF_DORMANT;

    /** ifs_type: asks for the line. */
    public static final int IF_GET_IFACE = 0x0001;
    /** ifs_type: asks for the protocol. */
    public static final int IF_GET_PROTO = 0x0002;
    /** Serial line: V.35. */
    public static final int IF_IFACE_V35 = 0x1000;
    /** Serial line: V.24. */
    public static final int IF_IFACE_V24 = 0x1001;
    /** Serial line: X.21. */
    public static final int IF_IFACE_X21 = 0x1002;
    /** Serial line: T1. */
    public static final int IF_IFACE_T1 = 0x1003;
    /** Serial line: E1. */
    public static final int IF_IFACE_E1 = 0x1004;
    /** Serial line: synchronous; software cannot set it. */
    public static final int IF_IFACE_SYNC_SERIAL = 0x1005;
    /** Serial line: X.21 with two clocks. */
    public static final int IF_IFACE_X21D = 0x1006;
    /** Line protocol: raw HDLC. */
    public static final int IF_PROTO_HDLC = 0x2000;
    /** Line protocol: PPP. */
    public static final int IF_PROTO_PPP = 0x2001;
    /** Line protocol: Cisco HDLC. */
    public static final int IF_PROTO_CISCO = 0x2002;
    /** Line protocol: frame relay. */
    public static final int IF_PROTO_FR = 0x2003;
    /** Frame relay: makes a circuit. */
    public static final int IF_PROTO_FR_ADD_PVC = 0x2004;
    /** Frame relay: removes a circuit. */
    public static final int IF_PROTO_FR_DEL_PVC = 0x2005;
    /** Line protocol: X.25. */
    public static final int IF_PROTO_X25 = 0x2006;
    /** Line protocol: raw HDLC that looks like Ethernet. */
    public static final int IF_PROTO_HDLC_ETH = 0x2007;
    /** Frame relay: makes a circuit that bridges Ethernet. */
    public static final int IF_PROTO_FR_ADD_ETH_PVC = 0x2008;
    /** Frame relay: removes a circuit that bridges Ethernet. */
    public static final int IF_PROTO_FR_DEL_ETH_PVC = 0x2009;
    /** Frame relay: reads a circuit's state. */
    public static final int IF_PROTO_FR_PVC = 0x200A;
    /** Frame relay: reads the state of a circuit that bridges Ethernet. */
    public static final int IF_PROTO_FR_ETH_PVC = 0x200B;
    /** Line protocol: a raw socket. */
    public static final int IF_PROTO_RAW = 0x200C;

    /** Operational state (RFC 2863): not known. */
    public static final int IF_OPER_UNKNOWN = 0;
    /** Operational state: the hardware is missing. */
    public static final int IF_OPER_NOTPRESENT = 1;
    /** Operational state: down. */
    public static final int IF_OPER_DOWN = 2;
    /** Operational state: the interface below is down. */
    public static final int IF_OPER_LOWERLAYERDOWN = 3;
    /** Operational state: under test. */
    public static final int IF_OPER_TESTING = 4;
    /** Operational state: waits for an event such as authentication. */
    public static final int IF_OPER_DORMANT = 5;
    /** Operational state: up. */
    public static final int IF_OPER_UP = 6;

    /** Link mode: goes up when the carrier does. */
    public static final int IF_LINK_MODE_DEFAULT = 0;
    /** Link mode: goes up to dormant only. */
    public static final int IF_LINK_MODE_DORMANT = 1;
    /** Link mode: goes up to testing only. */
    public static final int IF_LINK_MODE_TESTING = 2;

    /** Port: not known. */
    public static final int IF_PORT_UNKNOWN = 0;
    /** Port: 10BASE2, thin coaxial cable. */
    public static final int IF_PORT_10BASE2 = 1;
    /** Port: 10BASE-T, twisted pair. */
    public static final int IF_PORT_10BASET = 2;
    /** Port: attachment unit interface. */
    public static final int IF_PORT_AUI = 3;
    /** Port: 100BASE-T. */
    public static final int IF_PORT_100BASET = 4;
    /** Port: 100BASE-TX. */
    public static final int IF_PORT_100BASETX = 5;
    /** Port: 100BASE-FX, fibre. */
    public static final int IF_PORT_100BASEFX = 6;

    /** Bytes of a link address. */
    public static final int IFHWADDRLEN = 6;

    /** Not to be made: a header's class has only static members. */
    protected If() {}

    /**
     * {@code unsigned int if_nametoindex(const char *ifname);}
     *
     * <p>Tells an interface's index by its name.
     *
     * @param ifname its name
     * @return the index, or 0 with {@code errno()} ENODEV, EFAULT
     * @throws IllegalArgumentException if there is a NUL in {@code ifname}
     * @see <a href="https://man7.org/linux/man-pages/man3/if_nametoindex.3.html">if_nametoindex(3)</a>
     */
    public static int if_nametoindex(String ifname) {
        if (ifname == null) {
            refused(IF_NAMETOINDEX, EFAULT);
            return result(IF_NAMETOINDEX, 0, true);
        }
        try (Memory m = memory()) {
            int index = (int) m.call(IF_NAMETOINDEX, m.in(ifname));
            if (index == 0) {
                failed(IF_NAMETOINDEX);
            }
            return result(IF_NAMETOINDEX, index, index == 0);
        }
    }

    /**
     * {@code char *if_indextoname(unsigned int ifindex, char *ifname);}
     *
     * <p>Tells an interface's name by its index.
     *
     * @param ifindex its index
     * @param ifname where the name goes, NUL-terminated: IF_NAMESIZE bytes
     * @return the name, or null with {@code errno()} ENXIO, EFAULT
     * @throws IndexOutOfBoundsException if {@code ifname} has room for less than IF_NAMESIZE
     * @see <a href="https://man7.org/linux/man-pages/man3/if_indextoname.3.html">if_indextoname(3)</a>
     */
    public static String if_indextoname(int ifindex, byte[] ifname) {
        if (ifname == null) {
            refused(IF_INDEXTONAME, EFAULT);
            return null;
        }
        try (Memory m = memory()) {
            long room = m.in(ifname, 0, IF_NAMESIZE);
            String name = string(IF_INDEXTONAME, m.call(IF_INDEXTONAME, ifindex, room));
            if (name != null) {
                m.backString(room, ifname, IF_NAMESIZE);
            }
            return name;
        }
    }

    /**
     * {@code struct if_nameindex *if_nameindex(void);}
     *
     * <p>Lists the interfaces. The list is Java's: C's own is freed before it returns. It ends at the array's end,
     * where C's has an element of zeros.
     *
     * @return the interfaces, or null with {@code errno()} ENOBUFS, EMFILE, ENOMEM
     * @see <a href="https://man7.org/linux/man-pages/man3/if_nameindex.3.html">if_nameindex(3)</a>
     */
    public static if_nameindex[] if_nameindex() {
        long list = resultPointer(IF_NAMEINDEX, call(IF_NAMEINDEX));
        if (list == 0) {
            return null;
        }
        try {
            return Entries.interfaceNames(list);
        } finally {
            call(IF_FREENAMEINDEX, list);
        }
    }

    /**
     * {@code void if_freenameindex(struct if_nameindex *ptr);}
     *
     * <p>Does nothing: what {@link #if_nameindex} answers is Java's.
     *
     * @param ptr the list
     * @see <a href="https://man7.org/linux/man-pages/man3/if_freenameindex.3.html">if_freenameindex(3)</a>
     */
    public static void if_freenameindex(if_nameindex[] ptr) {}

    /**
     * {@code struct if_nameindex}: an interface's index and name.
     */
    public static final class if_nameindex extends Struct {
        /** Index, 1 and up. */
        public int if_index;
        /** Name. */
        public String if_name;

        /** {@code struct if_nameindex a = {0}}. */
        public if_nameindex() {}

        /**
         * {@code struct if_nameindex a = {if_index, if_name}}.
         *
         * @param if_index index, 1 and up
         * @param if_name name
         */
        public if_nameindex(int if_index, String if_name) {
            this.if_index = if_index;
            this.if_name = if_name;
        }

        /**
         * {@code struct if_nameindex a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static if_nameindex[] array(int n) {
            return filled(new if_nameindex[n], if_nameindex::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(if_nameindex from) {
            if_index = from.if_index;
            if_name = from.if_name;
        }

        @Override
        protected void fields(Fields f) {
            if_index = f.int32("if_index", if_index);
            if_name = f.pointer("if_name", if_name);
        }
    }

    /**
     * {@code struct ifmap}: memory and interrupt of a device.
     */
    public static final class ifmap extends Struct {
        /** Where its memory begins. */
        public long mem_start;
        /** Where its memory ends. */
        public long mem_end;
        /** Address of its ports. */
        public int base_addr;
        /** Interrupt. */
        public int irq;
        /** DMA channel. */
        public int dma;
        /** Connector, IF_PORT_*. */
        public int port;

        /** {@code struct ifmap a = {0}}. */
        public ifmap() {}

        /**
         * {@code struct ifmap a = {mem_start, mem_end, base_addr, irq, dma, port}}.
         *
         * @param mem_start where its memory begins
         * @param mem_end where its memory ends
         * @param base_addr address of its ports
         * @param irq interrupt
         * @param dma DMA channel
         * @param port connector, IF_PORT_*
         */
        public ifmap(long mem_start, long mem_end, int base_addr, int irq, int dma, int port) {
            this.mem_start = mem_start;
            this.mem_end = mem_end;
            this.base_addr = base_addr;
            this.irq = irq;
            this.dma = dma;
            this.port = port;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ifmap(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ifmap a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ifmap[] array(int n) {
            return filled(new ifmap[n], ifmap::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ifmap from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            mem_start = f.int64("mem_start", mem_start);
            mem_end = f.int64("mem_end", mem_end);
            base_addr = f.uint16("base_addr", base_addr);
            irq = f.uint8("irq", irq);
            dma = f.uint8("dma", dma);
            port = f.uint8("port", port);
        }
    }

    /**
     * {@code struct ifreq}: an interface's name, and one of many things about it, which share their place.
     *
     * <p>In memory {@code ifr_data} is NULL; ioctl(2) puts in where the object is.
     */
    public static final class ifreq extends Struct {
        private static final int SIZE = 24;

        /** Name, NUL-terminated where there is room. */
        public final byte[] ifr_name = new byte[IF_NAMESIZE];
        private final sockaddr addr = new sockaddr();
        private final ifmap map = new ifmap();
        private final byte[] name = new byte[IF_NAMESIZE];
        private final Union union = new Union(SIZE, addr, map, name);
        private Object data;

        /** {@code struct ifreq a = {0}}. */
        public ifreq() {}

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ifreq(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ifreq a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ifreq[] array(int n) {
            return filled(new ifreq[n], ifreq::new);
        }

        /**
         * {@code *this = from}: both point to the same data then.
         *
         * @param from the struct to copy
         */
        public void set(ifreq from) {
            copy(from);
            data = from.data;
        }

        /**
         * {@code ifr_addr}.
         *
         * @return address
         */
        public sockaddr ifr_addr() {
            return addr();
        }

        /**
         * {@code ifr_addr}.
         *
         * @param ifr_addr address
         */
        public void ifr_addr(sockaddr ifr_addr) {
            address(ifr_addr);
        }

        /**
         * {@code ifr_dstaddr}.
         *
         * @return the peer's address
         */
        public sockaddr ifr_dstaddr() {
            return addr();
        }

        /**
         * {@code ifr_dstaddr}.
         *
         * @param ifr_dstaddr the peer's address
         */
        public void ifr_dstaddr(sockaddr ifr_dstaddr) {
            address(ifr_dstaddr);
        }

        /**
         * {@code ifr_broadaddr}.
         *
         * @return broadcast address
         */
        public sockaddr ifr_broadaddr() {
            return addr();
        }

        /**
         * {@code ifr_broadaddr}.
         *
         * @param ifr_broadaddr broadcast address
         */
        public void ifr_broadaddr(sockaddr ifr_broadaddr) {
            address(ifr_broadaddr);
        }

        /**
         * {@code ifr_netmask}.
         *
         * @return network mask
         */
        public sockaddr ifr_netmask() {
            return addr();
        }

        /**
         * {@code ifr_netmask}.
         *
         * @param ifr_netmask network mask
         */
        public void ifr_netmask(sockaddr ifr_netmask) {
            address(ifr_netmask);
        }

        /**
         * {@code ifr_hwaddr}.
         *
         * @return link address; its family is the kind of link, ARPHRD_*
         */
        public sockaddr ifr_hwaddr() {
            return addr();
        }

        /**
         * {@code ifr_hwaddr}.
         *
         * @param ifr_hwaddr link address; its family is the kind of link, ARPHRD_*
         */
        public void ifr_hwaddr(sockaddr ifr_hwaddr) {
            address(ifr_hwaddr);
        }

        /**
         * {@code ifr_flags}.
         *
         * @return flags, IFF_*
         */
        public int ifr_flags() {
            return union.memory().getShort(0);
        }

        /**
         * {@code ifr_flags}.
         *
         * @param ifr_flags flags, IFF_*
         */
        public void ifr_flags(int ifr_flags) {
            number().putShort(0, (short) ifr_flags);
            union.load();
        }

        /**
         * {@code ifr_ifindex}.
         *
         * @return interface index
         */
        public int ifr_ifindex() {
            return union.memory().getInt(0);
        }

        /**
         * {@code ifr_ifindex}.
         *
         * @param ifr_ifindex interface index
         */
        public void ifr_ifindex(int ifr_ifindex) {
            number().putInt(0, ifr_ifindex);
            union.load();
        }

        /**
         * {@code ifr_metric}.
         *
         * @return metric
         */
        public int ifr_metric() {
            return union.memory().getInt(0);
        }

        /**
         * {@code ifr_metric}.
         *
         * @param ifr_metric metric
         */
        public void ifr_metric(int ifr_metric) {
            number().putInt(0, ifr_metric);
            union.load();
        }

        /**
         * {@code ifr_mtu}.
         *
         * @return MTU, in bytes
         */
        public int ifr_mtu() {
            return union.memory().getInt(0);
        }

        /**
         * {@code ifr_mtu}.
         *
         * @param ifr_mtu MTU, in bytes
         */
        public void ifr_mtu(int ifr_mtu) {
            number().putInt(0, ifr_mtu);
            union.load();
        }

        /**
         * {@code ifr_bandwidth}.
         *
         * @return bandwidth
         */
        public int ifr_bandwidth() {
            return union.memory().getInt(0);
        }

        /**
         * {@code ifr_bandwidth}.
         *
         * @param ifr_bandwidth bandwidth
         */
        public void ifr_bandwidth(int ifr_bandwidth) {
            number().putInt(0, ifr_bandwidth);
            union.load();
        }

        /**
         * {@code ifr_qlen}.
         *
         * @return transmit queue, in packets
         */
        public int ifr_qlen() {
            return union.memory().getInt(0);
        }

        /**
         * {@code ifr_qlen}.
         *
         * @param ifr_qlen transmit queue, in packets
         */
        public void ifr_qlen(int ifr_qlen) {
            number().putInt(0, ifr_qlen);
            union.load();
        }

        /**
         * {@code ifr_map}.
         *
         * @return memory and interrupt
         */
        public ifmap ifr_map() {
            union.memory();
            return map;
        }

        /**
         * {@code ifr_map}.
         *
         * @param ifr_map memory and interrupt
         */
        public void ifr_map(ifmap ifr_map) {
            union.memory();
            map.set(ifr_map);
            data = null;
        }

        /**
         * {@code ifr_slave}.
         *
         * @return name of the interface in a bond, NUL-terminated where there is room
         */
        public byte[] ifr_slave() {
            union.memory();
            return name;
        }

        /**
         * {@code ifr_newname}.
         *
         * @return new name, NUL-terminated where there is room
         */
        public byte[] ifr_newname() {
            union.memory();
            return name;
        }

        /**
         * {@code ifr_data}.
         *
         * @return what it points to: a {@code byte[]}, a ByteBuffer or a struct, which ioctl(2) reads and writes,
         *     or null
         */
        public Object ifr_data() {
            return data;
        }

        /**
         * {@code ifr_data}.
         *
         * @param ifr_data what it points to: a {@code byte[]}, a ByteBuffer or a struct, which ioctl(2) reads and
         *     writes, or null
         */
        public void ifr_data(Object ifr_data) {
            number().putLong(0, 0);
            union.load();
            data = ifr_data;
        }

        private sockaddr addr() {
            union.memory();
            return addr;
        }

        /** Of an address that is longer, the first 16 bytes, as a cast takes them. */
        private void address(sockaddr from) {
            addr().set(from);
            data = null;
        }

        private ByteBuffer number() {
            data = null;
            return union.memory();
        }

        @Override
        protected void fields(Fields f) {
            f.string("ifr_name", ifr_name);
            boolean asked = f.memory(union.memory(), SIZE, Long.BYTES);
            union.load();
            if (asked) {
                f.struct("ifr_addr", addr);
                f.at(IF_NAMESIZE);
                f.struct("ifr_dstaddr", addr);
                f.at(IF_NAMESIZE);
                f.struct("ifr_broadaddr", addr);
                f.at(IF_NAMESIZE);
                f.struct("ifr_netmask", addr);
                f.at(IF_NAMESIZE);
                f.struct("ifr_hwaddr", addr);
                f.at(IF_NAMESIZE);
                f.int16("ifr_flags", ifr_flags());
                f.at(IF_NAMESIZE);
                f.int32("ifr_ifindex", ifr_ifindex());
                f.at(IF_NAMESIZE);
                f.int32("ifr_metric", ifr_metric());
                f.at(IF_NAMESIZE);
                f.int32("ifr_mtu", ifr_mtu());
                f.at(IF_NAMESIZE);
                f.int32("ifr_bandwidth", ifr_bandwidth());
                f.at(IF_NAMESIZE);
                f.int32("ifr_qlen", ifr_qlen());
                f.at(IF_NAMESIZE);
                f.struct("ifr_map", map);
                f.at(IF_NAMESIZE);
                f.bytes("ifr_slave", name);
                f.at(IF_NAMESIZE);
                f.bytes("ifr_newname", name);
                f.at(IF_NAMESIZE);
                f.pointer("ifr_data", data);
            }
        }
    }

    /**
     * {@code struct ifconf}: a list of interfaces, and where it goes. In memory its pointer is NULL; ioctl(2) puts
     * in where
     * the list is.
     */
    public static final class ifconf extends Struct {
        /** Before: the room, after: the list, in bytes. */
        public int ifc_len;
        private Object memory;

        /** {@code struct ifconf a = {0}}. */
        public ifconf() {}

        /**
         * {@code struct ifconf a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ifconf[] array(int n) {
            return filled(new ifconf[n], ifconf::new);
        }

        /**
         * {@code *this = from}: both point to the same memory then.
         *
         * @param from the struct to copy
         */
        public void set(ifconf from) {
            ifc_len = from.ifc_len;
            memory = from.memory;
        }

        /**
         * {@code ifc_buf}.
         *
         * @return the room in bytes, or null if there is none, or it is in structs
         */
        public byte[] ifc_buf() {
            return memory instanceof byte[] bytes ? bytes : null;
        }

        /**
         * {@code ifc_buf}.
         *
         * @param ifc_buf room for {@link ifreq}s of 40 bytes each; null asks for the list's length alone
         */
        public void ifc_buf(byte[] ifc_buf) {
            memory = ifc_buf;
        }

        /**
         * {@code ifc_req}.
         *
         * @return the room in structs; of one in bytes, the structs that {@code ifc_len} says are in it, copied now
         */
        public ifreq[] ifc_req() {
            if (memory instanceof byte[] bytes) {
                ByteBuffer from = ByteBuffer.wrap(bytes);
                int size = sizeof(ifreq.class);
                ifreq[] list = ifreq.array(Math.min(Math.max(ifc_len, 0), bytes.length) / size);
                for (int i = 0; i < list.length; i++) {
                    list[i].unpack(from.position(i * size));
                }
                return list;
            }
            return (ifreq[]) memory;
        }

        /**
         * {@code ifc_req}.
         *
         * @param ifc_req the structs to fill; null asks for the list's length alone
         */
        public void ifc_req(ifreq[] ifc_req) {
            memory = ifc_req;
        }

        @Override
        protected void fields(Fields f) {
            ifc_len = f.int32("ifc_len", ifc_len);
            f.pointer("ifc_buf", memory);
            f.at(8);
            f.pointer("ifc_req", memory);
        }
    }
}
