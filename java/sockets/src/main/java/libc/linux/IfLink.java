package libc.linux;

import java.nio.ByteBuffer;
import libc.Struct;
import libc.linux.Rtnetlink.ifinfomsg;
import libc.linux.Rtnetlink.rtattr;

/**
 * {@code <linux/if_link.h>}: attributes of links in rtnetlink messages.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
 */
public class IfLink extends Netlink {

    /** Not used. */
    public static final int IFLA_UNSPEC = 0;
    /** Link address. */
    public static final int IFLA_ADDRESS = 1;
    /** Link broadcast address. */
    public static final int IFLA_BROADCAST = 2;
    /** String: name. */
    public static final int IFLA_IFNAME = 3;
    /** u32, bytes: MTU. */
    public static final int IFLA_MTU = 4;
    /** u32: index of the interface that this one is made on. */
    public static final int IFLA_LINK = 5;
    /** String: queueing discipline. */
    public static final int IFLA_QDISC = 6;
    /** struct rtnl_link_stats: counters. */
    public static final int IFLA_STATS = 7;
    /** Not used. */
    public static final int IFLA_COST = 8;
    /** Not used. */
    public static final int IFLA_PRIORITY = 9;
    /** u32: index of the interface above, a bridge or bond. */
    public static final int IFLA_MASTER = 10;
    /** Event of wireless extensions. */
    public static final int IFLA_WIRELESS = 11;
    /** Nested: of one protocol, such as a bridge's. */
    public static final int IFLA_PROTINFO = 12;
    /** u32: transmit queue in packets. */
    public static final int IFLA_TXQLEN = 13;
    /** struct rtnl_link_ifmap: the device's memory and interrupt. */
    public static final int IFLA_MAP = 14;
    /** u32: weight. */
    public static final int IFLA_WEIGHT = 15;
    /** u8: operational state, IF_OPER_*. */
    public static final int IFLA_OPERSTATE = 16;
    /** u8: link mode, IF_LINK_MODE_*. */
    public static final int IFLA_LINKMODE = 17;
    /** Nested IFLA_INFO_*: kind of interface and what belongs to it. */
    public static final int IFLA_LINKINFO = 18;
    /** u32: process whose network namespace to move to. */
    public static final int IFLA_NET_NS_PID = 19;
    /** String: alias. */
    public static final int IFLA_IFALIAS = 20;
    /** u32: virtual functions. */
    public static final int IFLA_NUM_VF = 21;
    /** Nested: virtual functions. */
    public static final int IFLA_VFINFO_LIST = 22;
    /** struct rtnl_link_stats64: counters. */
    public static final int IFLA_STATS64 = 23;
    /** Nested: ports of virtual functions. */
    public static final int IFLA_VF_PORTS = 24;
    /** Nested: the port itself. */
    public static final int IFLA_PORT_SELF = 25;
    /** Nested: by address family. */
    public static final int IFLA_AF_SPEC = 26;
    /** u32: group. */
    public static final int IFLA_GROUP = 27;
    /** u32: descriptor of the network namespace to move to. */
    public static final int IFLA_NET_NS_FD = 28;
    /** u32, RTEXT_FILTER_*: what a request wants beside. */
    public static final int IFLA_EXT_MASK = 29;
    /** u32: how often promiscuous mode was asked for. */
    public static final int IFLA_PROMISCUITY = 30;
    /** u32: transmit queues. */
    public static final int IFLA_NUM_TX_QUEUES = 31;
    /** u32: receive queues. */
    public static final int IFLA_NUM_RX_QUEUES = 32;
    /** u8: whether there is a carrier. */
    public static final int IFLA_CARRIER = 33;
    /** Bytes: the physical port's id. */
    public static final int IFLA_PHYS_PORT_ID = 34;
    /** u32: how often the carrier came and went. */
    public static final int IFLA_CARRIER_CHANGES = 35;
    /** Bytes: the physical switch's id. */
    public static final int IFLA_PHYS_SWITCH_ID = 36;
    /** s32: network namespace of IFLA_LINK. */
    public static final int IFLA_LINK_NETNSID = 37;
    /** String: the physical port's name. */
    public static final int IFLA_PHYS_PORT_NAME = 38;
    /** u8: taken down by a protocol. */
    public static final int IFLA_PROTO_DOWN = 39;
    /** u32: most segments of one packet handed to the device. */
    public static final int IFLA_GSO_MAX_SEGS = 40;
    /** u32, bytes: largest packet handed to the device. */
    public static final int IFLA_GSO_MAX_SIZE = 41;
    /** Padding, for 64-bit alignment. */
    public static final int IFLA_PAD = 42;
    /** Nested: XDP programs. */
    public static final int IFLA_XDP = 43;
    /** u32: why the message was sent. */
    public static final int IFLA_EVENT = 44;
    /** s32: network namespace that the interface moved to. */
    public static final int IFLA_NEW_NETNSID = 45;
    /** Former name of IFLA_TARGET_NETNSID. */
    public static final int IFLA_IF_NETNSID = 46;
    /** s32: network namespace to act in. */
    public static final int IFLA_TARGET_NETNSID = 46;
    /** u32: how often the carrier came. */
    public static final int IFLA_CARRIER_UP_COUNT = 47;
    /** u32: how often the carrier went. */
    public static final int IFLA_CARRIER_DOWN_COUNT = 48;
    /** s32: index in the network namespace moved to. */
    public static final int IFLA_NEW_IFINDEX = 49;
    /** u32, bytes: smallest MTU. */
    public static final int IFLA_MIN_MTU = 50;
    /** u32, bytes: largest MTU. */
    public static final int IFLA_MAX_MTU = 51;
    /** Nested: properties. */
    public static final int IFLA_PROP_LIST = 52;
    /** String: alternative name. */
    public static final int IFLA_ALT_IFNAME = 53;
    /** Link address that the device was made with. */
    public static final int IFLA_PERM_ADDRESS = 54;
    /** Nested: why a protocol took the interface down. */
    public static final int IFLA_PROTO_DOWN_REASON = 55;
    /** String: name of the device behind it. */
    public static final int IFLA_PARENT_DEV_NAME = 56;
    /** String: bus of the device behind it. */
    public static final int IFLA_PARENT_DEV_BUS_NAME = 57;
    /** u32, bytes: largest packet that received ones are joined to. */
    public static final int IFLA_GRO_MAX_SIZE = 58;
    /** u32, bytes: largest packet that the device segments. */
    public static final int IFLA_TSO_MAX_SIZE = 59;
    /** u32: most segments that the device makes of a packet. */
    public static final int IFLA_TSO_MAX_SEGS = 60;
    /** u32: how often all multicast was asked for. */
    public static final int IFLA_ALLMULTI = 61;
    /** Largest of IFLA_*. */
    public static final int IFLA_MAX = 61;

    /** Not used. */
    public static final int IFLA_INFO_UNSPEC = 0;
    /** String: kind of interface, as "veth". */
    public static final int IFLA_INFO_KIND = 1;
    /** Nested: of the kind. */
    public static final int IFLA_INFO_DATA = 2;
    /** Counters of the kind. */
    public static final int IFLA_INFO_XSTATS = 3;
    /** String: kind of the interface above. */
    public static final int IFLA_INFO_SLAVE_KIND = 4;
    /** Nested: of the kind above. */
    public static final int IFLA_INFO_SLAVE_DATA = 5;
    /** Largest of IFLA_INFO_*. */
    public static final int IFLA_INFO_MAX = 5;

    /** Not used. */
    public static final int IFLA_INET_UNSPEC = 0;
    /** u32[], by IPV4_DEVCONF_*: settings of IPv4. */
    public static final int IFLA_INET_CONF = 1;
    /** Largest of IFLA_INET_*. */
    public static final int IFLA_INET_MAX = 1;

    /** Not used. */
    public static final int IFLA_INET6_UNSPEC = 0;
    /** u32: how far the interface is in finding routers. */
    public static final int IFLA_INET6_FLAGS = 1;
    /** s32[]: settings of IPv6. */
    public static final int IFLA_INET6_CONF = 2;
    /** u64[]: counters of IPv6. */
    public static final int IFLA_INET6_STATS = 3;
    /** Not used. */
    public static final int IFLA_INET6_MCAST = 4;
    /** struct ifla_cacheinfo: times. */
    public static final int IFLA_INET6_CACHEINFO = 5;
    /** u64[]: counters of ICMPv6. */
    public static final int IFLA_INET6_ICMP6STATS = 6;
    /** struct in6_addr: the interface's half of its addresses. */
    public static final int IFLA_INET6_TOKEN = 7;
    /** u8, IN6_ADDR_GEN_MODE_*: how addresses are made. */
    public static final int IFLA_INET6_ADDR_GEN_MODE = 8;
    /** u32, bytes: MTU that a router advertised. */
    public static final int IFLA_INET6_RA_MTU = 9;
    /** Largest of IFLA_INET6_*. */
    public static final int IFLA_INET6_MAX = 9;
    /** Addresses are made from the link address. */
    public static final int IN6_ADDR_GEN_MODE_EUI64 = 0;
    /** No link-local address is made. */
    public static final int IN6_ADDR_GEN_MODE_NONE = 1;
    /** Addresses are made from a secret that was set (RFC 7217). */
    public static final int IN6_ADDR_GEN_MODE_STABLE_PRIVACY = 2;
    /** Addresses are made from a secret that the kernel chose. */
    public static final int IN6_ADDR_GEN_MODE_RANDOM = 3;

    /** Of IFLA_EVENT: no reason. */
    public static final int IFLA_EVENT_NONE = 0;
    /** Of IFLA_EVENT: the device was reset. */
    public static final int IFLA_EVENT_REBOOT = 1;
    /** Of IFLA_EVENT: offloading changed. */
    public static final int IFLA_EVENT_FEATURES = 2;
    /** Of IFLA_EVENT: a bond's active interface changed. */
    public static final int IFLA_EVENT_BONDING_FAILOVER = 3;
    /** Of IFLA_EVENT: the neighbours were told the addresses again. */
    public static final int IFLA_EVENT_NOTIFY_PEERS = 4;
    /** Of IFLA_EVENT: memberships in multicast groups were sent again. */
    public static final int IFLA_EVENT_IGMP_RESEND = 5;
    /** Of IFLA_EVENT: a bond's options changed. */
    public static final int IFLA_EVENT_BONDING_OPTIONS = 6;

    /** Padding, for 64-bit alignment. */
    public static final int IFLA_STATS_UNSPEC = 0;
    /** struct rtnl_link_stats64: counters. */
    public static final int IFLA_STATS_LINK_64 = 1;
    /** Nested: counters of the kind of interface. */
    public static final int IFLA_STATS_LINK_XSTATS = 2;
    /** Nested: counters of the kind of interface above, a bridge or bond. */
    public static final int IFLA_STATS_LINK_XSTATS_SLAVE = 3;
    /** Nested: counters of what the device does by itself. */
    public static final int IFLA_STATS_LINK_OFFLOAD_XSTATS = 4;
    /** Nested: by address family. */
    public static final int IFLA_STATS_AF_SPEC = 5;
    /** Largest of IFLA_STATS_*. */
    public static final int IFLA_STATS_MAX = 5;

    /** Not to be made: a header's class has only static members. */
    protected IfLink() {}

    /**
     * {@code int IFLA_STATS_FILTER_BIT(int ATTR);}
     *
     * <p>Makes the bit of {@code filter_mask} that asks for an attribute.
     *
     * @param ATTR attribute, IFLA_STATS_*, from 1
     * @return the bit
     * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
     */
    public static int IFLA_STATS_FILTER_BIT(int ATTR) {
        return 1 << ATTR - 1;
    }

    /**
     * {@code struct rtattr *IFLA_RTA(struct ifinfomsg *r);}
     *
     * <p>Finds the first attribute behind a {@code struct ifinfomsg} in the memory that it was read from.
     *
     * @param r the struct, read from a message
     * @return the attribute; of a struct that was not read from memory, one of no bytes, for which {@link
     *     Rtnetlink#RTA_OK(Rtnetlink.rtattr, int)} is false
     * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
     */
    public static rtattr IFLA_RTA(ifinfomsg r) {
        return new rtattr(r.attributes);
    }

    /**
     * {@code int IFLA_PAYLOAD(struct nlmsghdr *n);}
     *
     * <p>Tells how many bytes of attributes there are behind a {@code struct ifinfomsg}.
     *
     * @param n the message
     * @return bytes of attributes
     * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
     */
    public static int IFLA_PAYLOAD(nlmsghdr n) {
        return NLMSG_PAYLOAD(n, sizeof(ifinfomsg.class));
    }

    /**
     * {@code struct rtnl_link_stats}: a link's counters, 32 bits each, which begin anew after 4,294,967,295.
     */
    public static final class rtnl_link_stats extends Struct {
        /** Packets received. */
        public int rx_packets;
        /** Packets sent. */
        public int tx_packets;
        /** Bytes received. */
        public int rx_bytes;
        /** Bytes sent. */
        public int tx_bytes;
        /** Bad packets received. */
        public int rx_errors;
        /** Packets that could not be sent. */
        public int tx_errors;
        /** Received packets dropped for lack of room. */
        public int rx_dropped;
        /** Packets to send dropped for lack of room. */
        public int tx_dropped;
        /** Multicast packets received. */
        public int multicast;
        /** Collisions on the medium. */
        public int collisions;
        /** Packets received with a wrong length. */
        public int rx_length_errors;
        /** Overflows of the receive ring. */
        public int rx_over_errors;
        /** Packets received with a wrong checksum. */
        public int rx_crc_errors;
        /** Packets received with wrong alignment. */
        public int rx_frame_errors;
        /** Overruns of the receive FIFO. */
        public int rx_fifo_errors;
        /** Packets that the receiver missed. */
        public int rx_missed_errors;
        /** Packets whose sending was aborted. */
        public int tx_aborted_errors;
        /** Packets lost to the loss of the carrier. */
        public int tx_carrier_errors;
        /** Underruns of the send FIFO. */
        public int tx_fifo_errors;
        /** Heartbeat errors. */
        public int tx_heartbeat_errors;
        /** Late collisions. */
        public int tx_window_errors;
        /** Compressed packets received. */
        public int rx_compressed;
        /** Compressed packets sent. */
        public int tx_compressed;
        /** Packets dropped on an inactive interface; 0 where getifaddrs tells. */
        public int rx_nohandler;

        /** {@code struct rtnl_link_stats a = {0}}. */
        public rtnl_link_stats() {}

        /**
         * {@code struct rtnl_link_stats a = {rx_packets, tx_packets, rx_bytes, tx_bytes, rx_errors, tx_errors,
         * rx_dropped, tx_dropped, multicast, collisions, rx_length_errors, rx_over_errors, rx_crc_errors,
         * rx_frame_errors, rx_fifo_errors, rx_missed_errors, tx_aborted_errors, tx_carrier_errors, tx_fifo_errors,
         * tx_heartbeat_errors, tx_window_errors, rx_compressed, tx_compressed, rx_nohandler}}.
         *
         * @param rx_packets packets received
         * @param tx_packets packets sent
         * @param rx_bytes bytes received
         * @param tx_bytes bytes sent
         * @param rx_errors bad packets received
         * @param tx_errors packets that could not be sent
         * @param rx_dropped received packets dropped for lack of room
         * @param tx_dropped packets to send dropped for lack of room
         * @param multicast multicast packets received
         * @param collisions collisions on the medium
         * @param rx_length_errors packets received with a wrong length
         * @param rx_over_errors overflows of the receive ring
         * @param rx_crc_errors packets received with a wrong checksum
         * @param rx_frame_errors packets received with wrong alignment
         * @param rx_fifo_errors overruns of the receive FIFO
         * @param rx_missed_errors packets that the receiver missed
         * @param tx_aborted_errors packets whose sending was aborted
         * @param tx_carrier_errors packets lost to the loss of the carrier
         * @param tx_fifo_errors underruns of the send FIFO
         * @param tx_heartbeat_errors heartbeat errors
         * @param tx_window_errors late collisions
         * @param rx_compressed compressed packets received
         * @param tx_compressed compressed packets sent
         * @param rx_nohandler packets dropped on an inactive interface; 0 where getifaddrs tells
         */
        public rtnl_link_stats(int rx_packets, int tx_packets, int rx_bytes, int tx_bytes, int rx_errors,
                int tx_errors, int rx_dropped, int tx_dropped, int multicast, int collisions, int rx_length_errors,
                int rx_over_errors, int rx_crc_errors, int rx_frame_errors, int rx_fifo_errors, int rx_missed_errors,
                int tx_aborted_errors, int tx_carrier_errors, int tx_fifo_errors, int tx_heartbeat_errors,
                int tx_window_errors, int rx_compressed, int tx_compressed, int rx_nohandler) {
            this.rx_packets = rx_packets;
            this.tx_packets = tx_packets;
            this.rx_bytes = rx_bytes;
            this.tx_bytes = tx_bytes;
            this.rx_errors = rx_errors;
            this.tx_errors = tx_errors;
            this.rx_dropped = rx_dropped;
            this.tx_dropped = tx_dropped;
            this.multicast = multicast;
            this.collisions = collisions;
            this.rx_length_errors = rx_length_errors;
            this.rx_over_errors = rx_over_errors;
            this.rx_crc_errors = rx_crc_errors;
            this.rx_frame_errors = rx_frame_errors;
            this.rx_fifo_errors = rx_fifo_errors;
            this.rx_missed_errors = rx_missed_errors;
            this.tx_aborted_errors = tx_aborted_errors;
            this.tx_carrier_errors = tx_carrier_errors;
            this.tx_fifo_errors = tx_fifo_errors;
            this.tx_heartbeat_errors = tx_heartbeat_errors;
            this.tx_window_errors = tx_window_errors;
            this.rx_compressed = rx_compressed;
            this.tx_compressed = tx_compressed;
            this.rx_nohandler = rx_nohandler;
        }

        /**
         * One read from memory. Of a shorter one, an older kernel's, the other fields are 0.
         *
         * @param from where from, from its position, which stays; {@code from.remaining()} says how much there is
         */
        public rtnl_link_stats(ByteBuffer from) {
            unpackWritten(from);
        }

        /**
         * {@code struct rtnl_link_stats a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static rtnl_link_stats[] array(int n) {
            return filled(new rtnl_link_stats[n], rtnl_link_stats::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(rtnl_link_stats from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            rx_packets = f.int32("rx_packets", rx_packets);
            tx_packets = f.int32("tx_packets", tx_packets);
            rx_bytes = f.int32("rx_bytes", rx_bytes);
            tx_bytes = f.int32("tx_bytes", tx_bytes);
            rx_errors = f.int32("rx_errors", rx_errors);
            tx_errors = f.int32("tx_errors", tx_errors);
            rx_dropped = f.int32("rx_dropped", rx_dropped);
            tx_dropped = f.int32("tx_dropped", tx_dropped);
            multicast = f.int32("multicast", multicast);
            collisions = f.int32("collisions", collisions);
            rx_length_errors = f.int32("rx_length_errors", rx_length_errors);
            rx_over_errors = f.int32("rx_over_errors", rx_over_errors);
            rx_crc_errors = f.int32("rx_crc_errors", rx_crc_errors);
            rx_frame_errors = f.int32("rx_frame_errors", rx_frame_errors);
            rx_fifo_errors = f.int32("rx_fifo_errors", rx_fifo_errors);
            rx_missed_errors = f.int32("rx_missed_errors", rx_missed_errors);
            tx_aborted_errors = f.int32("tx_aborted_errors", tx_aborted_errors);
            tx_carrier_errors = f.int32("tx_carrier_errors", tx_carrier_errors);
            tx_fifo_errors = f.int32("tx_fifo_errors", tx_fifo_errors);
            tx_heartbeat_errors = f.int32("tx_heartbeat_errors", tx_heartbeat_errors);
            tx_window_errors = f.int32("tx_window_errors", tx_window_errors);
            rx_compressed = f.int32("rx_compressed", rx_compressed);
            tx_compressed = f.int32("tx_compressed", tx_compressed);
            rx_nohandler = f.int32("rx_nohandler", rx_nohandler);
        }
    }

    /**
     * {@code struct rtnl_link_stats64}: counters of a link, the value of IFLA_STATS64. A kernel that knows fewer
     * sends a shorter one.
     */
    public static final class rtnl_link_stats64 extends Struct {
        /** Packets received. */
        public long rx_packets;
        /** Packets sent. */
        public long tx_packets;
        /** Bytes received. */
        public long rx_bytes;
        /** Bytes sent. */
        public long tx_bytes;
        /** Bad packets received. */
        public long rx_errors;
        /** Packets that could not be sent. */
        public long tx_errors;
        /** Packets received and dropped. */
        public long rx_dropped;
        /** Packets dropped before they were sent. */
        public long tx_dropped;
        /** Multicast packets received. */
        public long multicast;
        /** Collisions. */
        public long collisions;
        /** Packets received of a wrong length. */
        public long rx_length_errors;
        /** Packets lost because the ring was full. */
        public long rx_over_errors;
        /** Packets received with a wrong checksum. */
        public long rx_crc_errors;
        /** Packets received that were not aligned. */
        public long rx_frame_errors;
        /** Packets lost because the receiver was too slow. */
        public long rx_fifo_errors;
        /** Packets that the device missed. */
        public long rx_missed_errors;
        /** Packets not sent, aborted. */
        public long tx_aborted_errors;
        /** Packets not sent, no carrier. */
        public long tx_carrier_errors;
        /** Packets not sent, the sender was too slow. */
        public long tx_fifo_errors;
        /** Heartbeats missed. */
        public long tx_heartbeat_errors;
        /** Late collisions. */
        public long tx_window_errors;
        /** Compressed packets received. */
        public long rx_compressed;
        /** Compressed packets sent. */
        public long tx_compressed;
        /** Packets dropped because nobody takes them. */
        public long rx_nohandler;
        /** Packets dropped because they were for another host. */
        public long rx_otherhost_dropped;

        /** {@code struct rtnl_link_stats64 a = {0}}. */
        public rtnl_link_stats64() {}

        /**
         * One read from memory. Of a shorter one, an older kernel's, the other fields are 0.
         *
         * @param from where from, from its position, which stays; {@code from.remaining()} says how much there is
         */
        public rtnl_link_stats64(ByteBuffer from) {
            unpackWritten(from);
        }

        /**
         * {@code struct rtnl_link_stats64 a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static rtnl_link_stats64[] array(int n) {
            return filled(new rtnl_link_stats64[n], rtnl_link_stats64::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(rtnl_link_stats64 from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            rx_packets = f.int64("rx_packets", rx_packets);
            tx_packets = f.int64("tx_packets", tx_packets);
            rx_bytes = f.int64("rx_bytes", rx_bytes);
            tx_bytes = f.int64("tx_bytes", tx_bytes);
            rx_errors = f.int64("rx_errors", rx_errors);
            tx_errors = f.int64("tx_errors", tx_errors);
            rx_dropped = f.int64("rx_dropped", rx_dropped);
            tx_dropped = f.int64("tx_dropped", tx_dropped);
            multicast = f.int64("multicast", multicast);
            collisions = f.int64("collisions", collisions);
            rx_length_errors = f.int64("rx_length_errors", rx_length_errors);
            rx_over_errors = f.int64("rx_over_errors", rx_over_errors);
            rx_crc_errors = f.int64("rx_crc_errors", rx_crc_errors);
            rx_frame_errors = f.int64("rx_frame_errors", rx_frame_errors);
            rx_fifo_errors = f.int64("rx_fifo_errors", rx_fifo_errors);
            rx_missed_errors = f.int64("rx_missed_errors", rx_missed_errors);
            tx_aborted_errors = f.int64("tx_aborted_errors", tx_aborted_errors);
            tx_carrier_errors = f.int64("tx_carrier_errors", tx_carrier_errors);
            tx_fifo_errors = f.int64("tx_fifo_errors", tx_fifo_errors);
            tx_heartbeat_errors = f.int64("tx_heartbeat_errors", tx_heartbeat_errors);
            tx_window_errors = f.int64("tx_window_errors", tx_window_errors);
            rx_compressed = f.int64("rx_compressed", rx_compressed);
            tx_compressed = f.int64("tx_compressed", tx_compressed);
            rx_nohandler = f.int64("rx_nohandler", rx_nohandler);
            rx_otherhost_dropped = f.int64("rx_otherhost_dropped", rx_otherhost_dropped);
        }
    }

    /**
     * {@code struct rtnl_link_ifmap}: memory and interrupt of a device, the value of IFLA_MAP.
     */
    public static final class rtnl_link_ifmap extends Struct {
        /** Where its memory begins. */
        public long mem_start;
        /** Where its memory ends. */
        public long mem_end;
        /** Address of its ports. */
        public long base_addr;
        /** Interrupt. */
        public int irq;
        /** DMA channel. */
        public int dma;
        /** Connector, IF_PORT_*. */
        public int port;

        /** {@code struct rtnl_link_ifmap a = {0}}. */
        public rtnl_link_ifmap() {}

        /**
         * {@code struct rtnl_link_ifmap a = {mem_start, mem_end, base_addr, irq, dma, port}}.
         *
         * @param mem_start where its memory begins
         * @param mem_end where its memory ends
         * @param base_addr address of its ports
         * @param irq interrupt
         * @param dma DMA channel
         * @param port connector, IF_PORT_*
         */
        public rtnl_link_ifmap(long mem_start, long mem_end, long base_addr, int irq, int dma, int port) {
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
        public rtnl_link_ifmap(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct rtnl_link_ifmap a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static rtnl_link_ifmap[] array(int n) {
            return filled(new rtnl_link_ifmap[n], rtnl_link_ifmap::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(rtnl_link_ifmap from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            mem_start = f.int64("mem_start", mem_start);
            mem_end = f.int64("mem_end", mem_end);
            base_addr = f.int64("base_addr", base_addr);
            irq = f.uint16("irq", irq);
            dma = f.uint8("dma", dma);
            port = f.uint8("port", port);
        }
    }

    /**
     * {@code struct ifla_cacheinfo}: the value of IFLA_INET6_CACHEINFO.
     */
    public static final class ifla_cacheinfo extends Struct {
        /** Most bytes of a packet put together from fragments. */
        public int max_reasm_len;
        /** When it was last changed, in hundredths of a second since the start. */
        public int tstamp;
        /** How long a neighbour counts as reachable, in ms. */
        public int reachable_time;
        /** Time between solicitations, in ms. */
        public int retrans_time;

        /** {@code struct ifla_cacheinfo a = {0}}. */
        public ifla_cacheinfo() {}

        /**
         * {@code struct ifla_cacheinfo a = {max_reasm_len, tstamp, reachable_time, retrans_time}}.
         *
         * @param max_reasm_len most bytes of a packet put together from fragments
         * @param tstamp when it was last changed, in hundredths of a second since the start
         * @param reachable_time how long a neighbour counts as reachable, in ms
         * @param retrans_time time between solicitations, in ms
         */
        public ifla_cacheinfo(int max_reasm_len, int tstamp, int reachable_time, int retrans_time) {
            this.max_reasm_len = max_reasm_len;
            this.tstamp = tstamp;
            this.reachable_time = reachable_time;
            this.retrans_time = retrans_time;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ifla_cacheinfo(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ifla_cacheinfo a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ifla_cacheinfo[] array(int n) {
            return filled(new ifla_cacheinfo[n], ifla_cacheinfo::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ifla_cacheinfo from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            max_reasm_len = f.int32("max_reasm_len", max_reasm_len);
            tstamp = f.int32("tstamp", tstamp);
            reachable_time = f.int32("reachable_time", reachable_time);
            retrans_time = f.int32("retrans_time", retrans_time);
        }
    }

    /**
     * {@code struct if_stats_msg}: the payload of RTM_NEWSTATS and RTM_GETSTATS before its attributes IFLA_STATS_*.
     */
    public static final class if_stats_msg extends Struct {
        /** AF_UNSPEC. */
        public int family;
        /** Padding. */
        public int pad1;
        /** Padding. */
        public int pad2;
        /** Interface index. */
        public int ifindex;
        /** Which attributes, by IFLA_STATS_FILTER_BIT. */
        public int filter_mask;

        /** {@code struct if_stats_msg a = {0}}. */
        public if_stats_msg() {}

        /**
         * {@code struct if_stats_msg a = {family, pad1, pad2, ifindex, filter_mask}}.
         *
         * @param family AF_UNSPEC
         * @param pad1 padding
         * @param pad2 padding
         * @param ifindex interface index
         * @param filter_mask which attributes, by IFLA_STATS_FILTER_BIT
         */
        public if_stats_msg(int family, int pad1, int pad2, int ifindex, int filter_mask) {
            this.family = family;
            this.pad1 = pad1;
            this.pad2 = pad2;
            this.ifindex = ifindex;
            this.filter_mask = filter_mask;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public if_stats_msg(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct if_stats_msg a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static if_stats_msg[] array(int n) {
            return filled(new if_stats_msg[n], if_stats_msg::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(if_stats_msg from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            family = f.as("AF_").uint8("family", family);
            pad1 = f.uint8("pad1", pad1);
            pad2 = f.uint16("pad2", pad2);
            ifindex = f.int32("ifindex", ifindex);
            filter_mask = f.int32("filter_mask", filter_mask);
        }
    }
}
