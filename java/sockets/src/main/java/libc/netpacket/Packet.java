package libc.netpacket;

import java.nio.ByteBuffer;
import libc.Struct;

/**
 * {@code <netpacket/packet.h>}: frames of the link layer, glibc's, with what only {@code <linux/if_packet.h>} has.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/packet.7.html">packet(7)</a>
 */
public class Packet extends libc.sys.Socket {

    /** sll_pkttype: to this host. */
    public static final int PACKET_HOST = 0;
    /** sll_pkttype: to all. */
    public static final int PACKET_BROADCAST = 1;
    /** sll_pkttype: to a group. */
    public static final int PACKET_MULTICAST = 2;
    /** sll_pkttype: to another host, received in promiscuous mode. */
    public static final int PACKET_OTHERHOST = 3;
    /** sll_pkttype: sent by this host. */
    public static final int PACKET_OUTGOING = 4;
    /** sll_pkttype: multicast or broadcast looped back, within the kernel. */
    public static final int PACKET_LOOPBACK = 5;
    /** sll_pkttype: to user space, within the kernel. */
    public static final int PACKET_USER = 6;
    /** sll_pkttype: to the kernel, within the kernel. */
    public static final int PACKET_KERNEL = 7;
    /** sll_pkttype: routed fast, no longer used. */
    public static final int PACKET_FASTROUTE = 6;

    /** struct packet_mreq: receives multicast or all frames, by PACKET_MR_*. */
    public static final int PACKET_ADD_MEMBERSHIP = 1;
    /** struct packet_mreq: undoes PACKET_ADD_MEMBERSHIP. */
    public static final int PACKET_DROP_MEMBERSHIP = 2;
    /** Not used. */
    public static final int PACKET_RECV_OUTPUT = 3;
    /** struct tpacket_req or tpacket_req3: memory-mapped receive ring. */
    public static final int PACKET_RX_RING = 5;
    /** struct tpacket_stats or tpacket_stats_v3, read-only: packets received and dropped since the last time. */
    public static final int PACKET_STATISTICS = 6;
    /** int, bytes: a longer packet is queued too when the ring cuts it. */
    public static final int PACKET_COPY_THRESH = 7;
    /** int boolean: each packet brings a control message struct tpacket_auxdata. */
    public static final int PACKET_AUXDATA = 8;
    /** int boolean: sll_ifindex is that of the device that the packet came in by, below a bond. */
    public static final int PACKET_ORIGDEV = 9;
    /** int, TPACKET_V*: version of the ring. */
    public static final int PACKET_VERSION = 10;
    /** int, in TPACKET_V*, out bytes: size of a ring version's header. */
    public static final int PACKET_HDRLEN = 11;
    /** int, bytes: room before each packet in the ring. */
    public static final int PACKET_RESERVE = 12;
    /** struct tpacket_req: memory-mapped transmit ring. */
    public static final int PACKET_TX_RING = 13;
    /** int boolean: a malformed packet in the transmit ring is skipped. */
    public static final int PACKET_LOSS = 14;
    /** int boolean: a struct virtio_net_hdr goes before each packet. */
    public static final int PACKET_VNET_HDR = 15;
    /** Not used. */
    public static final int PACKET_TX_TIMESTAMP = 16;
    /** int, SOF_TIMESTAMPING_*: which timestamps the ring bears. */
    public static final int PACKET_TIMESTAMP = 17;
    /** int, group id in the low 16 bits, PACKET_FANOUT_* in the high: shares packets among sockets. */
    public static final int PACKET_FANOUT = 18;
    /** int boolean: each frame of the transmit ring says where its packet starts. */
    public static final int PACKET_TX_HAS_OFF = 19;
    /** int boolean: sends straight to the driver, past the packet scheduler. */
    public static final int PACKET_QDISC_BYPASS = 20;
    /** struct tpacket_rollover_stats, read-only: how packets rolled over. */
    public static final int PACKET_ROLLOVER_STATS = 21;
    /** struct sock_fprog or int: the program of PACKET_FANOUT_CBPF or PACKET_FANOUT_EBPF. */
    public static final int PACKET_FANOUT_DATA = 22;
    /** int boolean: does not receive what this host sends. */
    public static final int PACKET_IGNORE_OUTGOING = 23;
    /** int, bytes: size of the header that PACKET_VNET_HDR puts before. Since Linux 6.4. */
    public static final int PACKET_VNET_HDR_SZ = 24;

    /** Fanout: by the flow's hash. */
    public static final int PACKET_FANOUT_HASH = 0;
    /** Fanout: one after the other. */
    public static final int PACKET_FANOUT_LB = 1;
    /** Fanout: by the CPU. */
    public static final int PACKET_FANOUT_CPU = 2;
    /** Fanout: to the first socket until it is full. */
    public static final int PACKET_FANOUT_ROLLOVER = 3;
    /** Fanout: at random. */
    public static final int PACKET_FANOUT_RND = 4;
    /** Fanout: by the device's receive queue. */
    public static final int PACKET_FANOUT_QM = 5;
    /** Fanout: by a classic BPF program. */
    public static final int PACKET_FANOUT_CBPF = 6;
    /** Fanout: by an eBPF program. */
    public static final int PACKET_FANOUT_EBPF = 7;
    /** Fanout flag: a full socket's packets go to another. */
    public static final int PACKET_FANOUT_FLAG_ROLLOVER = 0x1000;
    /** Fanout flag: the kernel picks a group id that is not in use. */
    public static final int PACKET_FANOUT_FLAG_UNIQUEID = 0x2000;
    /** Fanout flag: the group does not receive what this host sends. Since Linux 6.5. */
    public static final int PACKET_FANOUT_FLAG_IGNORE_OUTGOING = 0x4000;
    /** Fanout flag: IP fragments are reassembled before. */
    public static final int PACKET_FANOUT_FLAG_DEFRAG = 0x8000;

    /** mr_type: receives a multicast address. */
    public static final int PACKET_MR_MULTICAST = 0;
    /** mr_type: receives every frame. */
    public static final int PACKET_MR_PROMISC = 1;
    /** mr_type: receives all multicast. */
    public static final int PACKET_MR_ALLMULTI = 2;
    /** mr_type: receives another unicast address. */
    public static final int PACKET_MR_UNICAST = 3;

    /** Ring version 1. */
    public static final int TPACKET_V1 = 0;
    /** Ring version 2. */
    public static final int TPACKET_V2 = 1;
    /** Ring version 3, blocks of packets of varying size. */
    public static final int TPACKET_V3 = 2;
    /** Alignment in a ring, in bytes. */
    public static final int TPACKET_ALIGNMENT = 16;
    /** Bytes of header and address in a ring of version 1. */
    public static final int TPACKET_HDRLEN = 52;
    /** Bytes of header and address in a ring of version 2. */
    public static final int TPACKET2_HDRLEN = 52;
    /** Bytes of header and address in a ring of version 3. */
    public static final int TPACKET3_HDRLEN = 68;

    /** Receive frame: the kernel's. */
    public static final int TP_STATUS_KERNEL = 0;
    /** Receive frame: the program's, holds a packet. */
    public static final int TP_STATUS_USER = 1 << 0;
    /** Receive frame: the packet is cut, recvfrom(2) has all of it. */
    public static final int TP_STATUS_COPY = 1 << 1;
    /** Receive frame: packets were dropped since PACKET_STATISTICS. */
    public static final int TP_STATUS_LOSING = 1 << 2;
    /** Receive frame: the checksum is left to the device. */
    public static final int TP_STATUS_CSUMNOTREADY = 1 << 3;
    /** Receive frame: tp_vlan_tci is valid. */
    public static final int TP_STATUS_VLAN_VALID = 1 << 4;
    /** Receive block: ended by its timeout. */
    public static final int TP_STATUS_BLK_TMO = 1 << 5;
    /** Receive frame: tp_vlan_tpid is valid. */
    public static final int TP_STATUS_VLAN_TPID_VALID = 1 << 6;
    /** Receive frame: the checksum was verified. */
    public static final int TP_STATUS_CSUM_VALID = 1 << 7;
    /** Transmit frame: free. */
    public static final int TP_STATUS_AVAILABLE = 0;
    /** Transmit frame: to be sent. */
    public static final int TP_STATUS_SEND_REQUEST = 1 << 0;
    /** Transmit frame: is being sent. */
    public static final int TP_STATUS_SENDING = 1 << 1;
    /** Transmit frame: malformed. */
    public static final int TP_STATUS_WRONG_FORMAT = 1 << 2;
    /** Frame: the timestamp is the kernel's. */
    public static final int TP_STATUS_TS_SOFTWARE = 1 << 29;
    /** Frame: deprecated, never set. */
    public static final int TP_STATUS_TS_SYS_HARDWARE = 1 << 30;
    /** Frame: the timestamp is the device's. */
    public static final int TP_STATUS_TS_RAW_HARDWARE = 1 << 31;
    /** tp_feature_req_word: fills in tp_rxhash. */
    public static final int TP_FT_REQ_FILL_RXHASH = 0x1;

    /** Not to be made: a header's class has only static members. */
    protected Packet() {}

    /**
     * {@code TPACKET_ALIGN(x)}
     *
     * <p>Rounds up to a multiple of TPACKET_ALIGNMENT.
     *
     * @param x bytes
     * @return the aligned number of bytes
     * @see <a href="https://man7.org/linux/man-pages/man7/packet.7.html">packet(7)</a>
     */
    public static int TPACKET_ALIGN(int x) {
        return x + TPACKET_ALIGNMENT - 1 & -TPACKET_ALIGNMENT;
    }

    /**
     * {@code struct sockaddr_ll}: the address of a packet socket.
     */
    public static final class sockaddr_ll extends sockaddr {
        /** AF_PACKET. */
        public int sll_family;
        /** Protocol ETH_P_*, in network byte order. */
        public int sll_protocol;
        /** Interface index; 0 for all. */
        public int sll_ifindex;
        /** Kind of link, ARPHRD_*. */
        public int sll_hatype;
        /** Kind of packet, PACKET_HOST and others. */
        public int sll_pkttype;
        /** Bytes of the link address. */
        public int sll_halen;
        /** Link address. */
        public final byte[] sll_addr = new byte[8];

        /** {@code struct sockaddr_ll a = {0}}. */
        public sockaddr_ll() {}

        /**
         * {@code struct sockaddr_ll a = {sll_family, sll_protocol, sll_ifindex, sll_hatype, sll_pkttype,
         * sll_halen, sll_addr}}.
         *
         * @param sll_family AF_PACKET
         * @param sll_protocol protocol ETH_P_*, in network byte order
         * @param sll_ifindex interface index; 0 for all
         * @param sll_hatype kind of link, ARPHRD_*
         * @param sll_pkttype kind of packet, PACKET_HOST and others
         * @param sll_halen bytes of the link address
         * @param sll_addr link address
         */
        public sockaddr_ll(int sll_family, int sll_protocol, int sll_ifindex, int sll_hatype, int sll_pkttype,
                int sll_halen, byte[] sll_addr) {
            this.sll_family = sll_family;
            this.sll_protocol = sll_protocol;
            this.sll_ifindex = sll_ifindex;
            this.sll_hatype = sll_hatype;
            this.sll_pkttype = sll_pkttype;
            this.sll_halen = sll_halen;
            System.arraycopy(sll_addr, 0, this.sll_addr, 0, sll_addr.length);
        }

        /**
         * {@code (struct sockaddr_ll *) &from}: the bytes of another address, copied now.
         *
         * @param from the address
         */
        public sockaddr_ll(sockaddr from) {
            copy(from);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public sockaddr_ll(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct sockaddr_ll a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static sockaddr_ll[] array(int n) {
            return filled(new sockaddr_ll[n], sockaddr_ll::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(sockaddr_ll from) {
            copy(from);
        }

        @Override
        public int sa_family() {
            return sll_family;
        }

        @Override
        public void sa_family(int family) {
            sll_family = family;
        }

        @Override
        protected void fields(Fields f) {
            sll_family = f.uint16("sll_family", sll_family);
            sll_protocol = f.uint16("sll_protocol", sll_protocol);
            sll_ifindex = f.int32("sll_ifindex", sll_ifindex);
            sll_hatype = f.uint16("sll_hatype", sll_hatype);
            sll_pkttype = f.uint8("sll_pkttype", sll_pkttype);
            sll_halen = f.uint8("sll_halen", sll_halen);
            f.bytes("sll_addr", sll_addr);
        }
    }

    /**
     * {@code struct packet_mreq}: the value of PACKET_ADD_MEMBERSHIP and PACKET_DROP_MEMBERSHIP.
     */
    public static final class packet_mreq extends Struct {
        /** Interface index. */
        public int mr_ifindex;
        /** What to receive, PACKET_MR_*. */
        public int mr_type;
        /** Bytes of the address. */
        public int mr_alen;
        /** Link address. */
        public final byte[] mr_address = new byte[8];

        /** {@code struct packet_mreq a = {0}}. */
        public packet_mreq() {}

        /**
         * {@code struct packet_mreq a = {mr_ifindex, mr_type, mr_alen, mr_address}}.
         *
         * @param mr_ifindex interface index
         * @param mr_type what to receive, PACKET_MR_*
         * @param mr_alen bytes of the address
         * @param mr_address link address
         */
        public packet_mreq(int mr_ifindex, int mr_type, int mr_alen, byte[] mr_address) {
            this.mr_ifindex = mr_ifindex;
            this.mr_type = mr_type;
            this.mr_alen = mr_alen;
            System.arraycopy(mr_address, 0, this.mr_address, 0, mr_address.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public packet_mreq(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct packet_mreq a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static packet_mreq[] array(int n) {
            return filled(new packet_mreq[n], packet_mreq::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(packet_mreq from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            mr_ifindex = f.int32("mr_ifindex", mr_ifindex);
            mr_type = f.as("PACKET_MR_").uint16("mr_type", mr_type);
            mr_alen = f.uint16("mr_alen", mr_alen);
            f.bytes("mr_address", mr_address);
        }
    }

    /**
     * {@code struct tpacket_stats}: the answer to PACKET_STATISTICS.
     */
    public static final class tpacket_stats extends Struct {
        /** Packets received, dropped ones included. */
        public int tp_packets;
        /** Packets dropped. */
        public int tp_drops;

        /** {@code struct tpacket_stats a = {0}}. */
        public tpacket_stats() {}

        /**
         * {@code struct tpacket_stats a = {tp_packets, tp_drops}}.
         *
         * @param tp_packets packets received, dropped ones included
         * @param tp_drops packets dropped
         */
        public tpacket_stats(int tp_packets, int tp_drops) {
            this.tp_packets = tp_packets;
            this.tp_drops = tp_drops;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tpacket_stats(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tpacket_stats a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tpacket_stats[] array(int n) {
            return filled(new tpacket_stats[n], tpacket_stats::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tpacket_stats from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            tp_packets = f.int32("tp_packets", tp_packets);
            tp_drops = f.int32("tp_drops", tp_drops);
        }
    }

    /**
     * {@code struct tpacket_stats_v3}: the answer to PACKET_STATISTICS of a ring of version 3.
     */
    public static final class tpacket_stats_v3 extends Struct {
        /** Packets received, dropped ones included. */
        public int tp_packets;
        /** Packets dropped. */
        public int tp_drops;
        /** How often the ring was full. */
        public int tp_freeze_q_cnt;

        /** {@code struct tpacket_stats_v3 a = {0}}. */
        public tpacket_stats_v3() {}

        /**
         * {@code struct tpacket_stats_v3 a = {tp_packets, tp_drops, tp_freeze_q_cnt}}.
         *
         * @param tp_packets packets received, dropped ones included
         * @param tp_drops packets dropped
         * @param tp_freeze_q_cnt how often the ring was full
         */
        public tpacket_stats_v3(int tp_packets, int tp_drops, int tp_freeze_q_cnt) {
            this.tp_packets = tp_packets;
            this.tp_drops = tp_drops;
            this.tp_freeze_q_cnt = tp_freeze_q_cnt;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tpacket_stats_v3(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tpacket_stats_v3 a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tpacket_stats_v3[] array(int n) {
            return filled(new tpacket_stats_v3[n], tpacket_stats_v3::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tpacket_stats_v3 from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            tp_packets = f.int32("tp_packets", tp_packets);
            tp_drops = f.int32("tp_drops", tp_drops);
            tp_freeze_q_cnt = f.int32("tp_freeze_q_cnt", tp_freeze_q_cnt);
        }
    }

    /**
     * {@code struct tpacket_rollover_stats}: the answer to PACKET_ROLLOVER_STATS.
     */
    public static final class tpacket_rollover_stats extends Struct {
        /** Packets that rolled over. */
        public long tp_all;
        /** Those of them that were of a huge flow. */
        public long tp_huge;
        /** Packets that found no socket. */
        public long tp_failed;

        /** {@code struct tpacket_rollover_stats a = {0}}. */
        public tpacket_rollover_stats() {}

        /**
         * {@code struct tpacket_rollover_stats a = {tp_all, tp_huge, tp_failed}}.
         *
         * @param tp_all packets that rolled over
         * @param tp_huge those of them that were of a huge flow
         * @param tp_failed packets that found no socket
         */
        public tpacket_rollover_stats(long tp_all, long tp_huge, long tp_failed) {
            this.tp_all = tp_all;
            this.tp_huge = tp_huge;
            this.tp_failed = tp_failed;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tpacket_rollover_stats(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tpacket_rollover_stats a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tpacket_rollover_stats[] array(int n) {
            return filled(new tpacket_rollover_stats[n], tpacket_rollover_stats::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tpacket_rollover_stats from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            tp_all = f.int64("tp_all", tp_all);
            tp_huge = f.int64("tp_huge", tp_huge);
            tp_failed = f.int64("tp_failed", tp_failed);
        }
    }

    /**
     * {@code struct tpacket_auxdata}: the control message PACKET_AUXDATA.
     */
    public static final class tpacket_auxdata extends Struct {
        /** TP_STATUS_*. */
        public int tp_status;
        /** Bytes of the packet. */
        public int tp_len;
        /** Bytes received. */
        public int tp_snaplen;
        /** Offset of the link header. */
        public int tp_mac;
        /** Offset of the network header. */
        public int tp_net;
        /** VLAN tag. */
        public int tp_vlan_tci;
        /** Protocol of the VLAN tag. */
        public int tp_vlan_tpid;

        /** {@code struct tpacket_auxdata a = {0}}. */
        public tpacket_auxdata() {}

        /**
         * {@code struct tpacket_auxdata a = {tp_status, tp_len, tp_snaplen, tp_mac, tp_net, tp_vlan_tci,
         * tp_vlan_tpid}}.
         *
         * @param tp_status TP_STATUS_*
         * @param tp_len bytes of the packet
         * @param tp_snaplen bytes received
         * @param tp_mac offset of the link header
         * @param tp_net offset of the network header
         * @param tp_vlan_tci VLAN tag
         * @param tp_vlan_tpid protocol of the VLAN tag
         */
        public tpacket_auxdata(int tp_status, int tp_len, int tp_snaplen, int tp_mac, int tp_net, int
                tp_vlan_tci, int tp_vlan_tpid) {
            this.tp_status = tp_status;
            this.tp_len = tp_len;
            this.tp_snaplen = tp_snaplen;
            this.tp_mac = tp_mac;
            this.tp_net = tp_net;
            this.tp_vlan_tci = tp_vlan_tci;
            this.tp_vlan_tpid = tp_vlan_tpid;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tpacket_auxdata(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tpacket_auxdata a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tpacket_auxdata[] array(int n) {
            return filled(new tpacket_auxdata[n], tpacket_auxdata::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tpacket_auxdata from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            tp_status = f.as("TP_STATUS_").int32("tp_status", tp_status);
            tp_len = f.int32("tp_len", tp_len);
            tp_snaplen = f.int32("tp_snaplen", tp_snaplen);
            tp_mac = f.uint16("tp_mac", tp_mac);
            tp_net = f.uint16("tp_net", tp_net);
            tp_vlan_tci = f.uint16("tp_vlan_tci", tp_vlan_tci);
            tp_vlan_tpid = f.uint16("tp_vlan_tpid", tp_vlan_tpid);
        }
    }

    /**
     * {@code struct tpacket_hdr}: the header of a frame in a ring of version 1.
     */
    public static final class tpacket_hdr extends Struct {
        /** TP_STATUS_*. */
        public long tp_status;
        /** Bytes of the packet. */
        public int tp_len;
        /** Bytes in the ring. */
        public int tp_snaplen;
        /** Offset of the link header. */
        public int tp_mac;
        /** Offset of the network header. */
        public int tp_net;
        /** Time, seconds. */
        public int tp_sec;
        /** Time, microseconds. */
        public int tp_usec;

        /** {@code struct tpacket_hdr a = {0}}. */
        public tpacket_hdr() {}

        /**
         * {@code struct tpacket_hdr a = {tp_status, tp_len, tp_snaplen, tp_mac, tp_net, tp_sec, tp_usec}}.
         *
         * @param tp_status TP_STATUS_*
         * @param tp_len bytes of the packet
         * @param tp_snaplen bytes in the ring
         * @param tp_mac offset of the link header
         * @param tp_net offset of the network header
         * @param tp_sec time, seconds
         * @param tp_usec time, microseconds
         */
        public tpacket_hdr(long tp_status, int tp_len, int tp_snaplen, int tp_mac, int tp_net, int tp_sec, int
                tp_usec) {
            this.tp_status = tp_status;
            this.tp_len = tp_len;
            this.tp_snaplen = tp_snaplen;
            this.tp_mac = tp_mac;
            this.tp_net = tp_net;
            this.tp_sec = tp_sec;
            this.tp_usec = tp_usec;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tpacket_hdr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tpacket_hdr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tpacket_hdr[] array(int n) {
            return filled(new tpacket_hdr[n], tpacket_hdr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tpacket_hdr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            tp_status = f.as("TP_STATUS_").int64("tp_status", tp_status);
            tp_len = f.int32("tp_len", tp_len);
            tp_snaplen = f.int32("tp_snaplen", tp_snaplen);
            tp_mac = f.uint16("tp_mac", tp_mac);
            tp_net = f.uint16("tp_net", tp_net);
            tp_sec = f.int32("tp_sec", tp_sec);
            tp_usec = f.int32("tp_usec", tp_usec);
        }
    }

    /**
     * {@code struct tpacket2_hdr}: the header of a frame in a ring of version 2.
     */
    public static final class tpacket2_hdr extends Struct {
        /** TP_STATUS_*. */
        public int tp_status;
        /** Bytes of the packet. */
        public int tp_len;
        /** Bytes in the ring. */
        public int tp_snaplen;
        /** Offset of the link header. */
        public int tp_mac;
        /** Offset of the network header. */
        public int tp_net;
        /** Time, seconds. */
        public int tp_sec;
        /** Time, nanoseconds. */
        public int tp_nsec;
        /** VLAN tag. */
        public int tp_vlan_tci;
        /** Protocol of the VLAN tag. */
        public int tp_vlan_tpid;
        /** Padding. */
        public final byte[] tp_padding = new byte[4];

        /** {@code struct tpacket2_hdr a = {0}}. */
        public tpacket2_hdr() {}

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tpacket2_hdr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tpacket2_hdr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tpacket2_hdr[] array(int n) {
            return filled(new tpacket2_hdr[n], tpacket2_hdr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tpacket2_hdr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            tp_status = f.as("TP_STATUS_").int32("tp_status", tp_status);
            tp_len = f.int32("tp_len", tp_len);
            tp_snaplen = f.int32("tp_snaplen", tp_snaplen);
            tp_mac = f.uint16("tp_mac", tp_mac);
            tp_net = f.uint16("tp_net", tp_net);
            tp_sec = f.int32("tp_sec", tp_sec);
            tp_nsec = f.int32("tp_nsec", tp_nsec);
            tp_vlan_tci = f.uint16("tp_vlan_tci", tp_vlan_tci);
            tp_vlan_tpid = f.uint16("tp_vlan_tpid", tp_vlan_tpid);
            f.bytes("tp_padding", tp_padding);
        }
    }

    /**
     * {@code struct tpacket_hdr_variant1}: what only the header of version 3 has.
     */
    public static final class tpacket_hdr_variant1 extends Struct {
        /** Hash of the flow. */
        public int tp_rxhash;
        /** VLAN tag. */
        public int tp_vlan_tci;
        /** Protocol of the VLAN tag. */
        public int tp_vlan_tpid;
        /** Padding. */
        public int tp_padding;

        /** {@code struct tpacket_hdr_variant1 a = {0}}. */
        public tpacket_hdr_variant1() {}

        /**
         * {@code struct tpacket_hdr_variant1 a = {tp_rxhash, tp_vlan_tci, tp_vlan_tpid, tp_padding}}.
         *
         * @param tp_rxhash hash of the flow
         * @param tp_vlan_tci VLAN tag
         * @param tp_vlan_tpid protocol of the VLAN tag
         * @param tp_padding padding
         */
        public tpacket_hdr_variant1(int tp_rxhash, int tp_vlan_tci, int tp_vlan_tpid, int tp_padding) {
            this.tp_rxhash = tp_rxhash;
            this.tp_vlan_tci = tp_vlan_tci;
            this.tp_vlan_tpid = tp_vlan_tpid;
            this.tp_padding = tp_padding;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tpacket_hdr_variant1(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tpacket_hdr_variant1 a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tpacket_hdr_variant1[] array(int n) {
            return filled(new tpacket_hdr_variant1[n], tpacket_hdr_variant1::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tpacket_hdr_variant1 from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            tp_rxhash = f.int32("tp_rxhash", tp_rxhash);
            tp_vlan_tci = f.int32("tp_vlan_tci", tp_vlan_tci);
            tp_vlan_tpid = f.uint16("tp_vlan_tpid", tp_vlan_tpid);
            tp_padding = f.uint16("tp_padding", tp_padding);
        }
    }

    /**
     * {@code struct tpacket3_hdr}: the header of a packet in a ring of version 3.
     */
    public static final class tpacket3_hdr extends Struct {
        /** Bytes to the next packet in the block; 0 for the last. */
        public int tp_next_offset;
        /** Time, seconds. */
        public int tp_sec;
        /** Time, nanoseconds. */
        public int tp_nsec;
        /** Bytes in the ring. */
        public int tp_snaplen;
        /** Bytes of the packet. */
        public int tp_len;
        /** TP_STATUS_*. */
        public int tp_status;
        /** Offset of the link header. */
        public int tp_mac;
        /** Offset of the network header. */
        public int tp_net;
        /** More. */
        public final tpacket_hdr_variant1 hv1 = new tpacket_hdr_variant1();
        /** Padding. */
        public final byte[] tp_padding = new byte[8];

        /** {@code struct tpacket3_hdr a = {0}}. */
        public tpacket3_hdr() {}

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tpacket3_hdr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tpacket3_hdr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tpacket3_hdr[] array(int n) {
            return filled(new tpacket3_hdr[n], tpacket3_hdr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tpacket3_hdr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            tp_next_offset = f.int32("tp_next_offset", tp_next_offset);
            tp_sec = f.int32("tp_sec", tp_sec);
            tp_nsec = f.int32("tp_nsec", tp_nsec);
            tp_snaplen = f.int32("tp_snaplen", tp_snaplen);
            tp_len = f.int32("tp_len", tp_len);
            tp_status = f.as("TP_STATUS_").int32("tp_status", tp_status);
            tp_mac = f.uint16("tp_mac", tp_mac);
            tp_net = f.uint16("tp_net", tp_net);
            f.struct("hv1", hv1);
            f.bytes("tp_padding", tp_padding);
        }
    }

    /**
     * {@code struct tpacket_req}: the value of PACKET_RX_RING and PACKET_TX_RING.
     */
    public static final class tpacket_req extends Struct {
        /** Bytes of a block, a multiple of the page size. */
        public int tp_block_size;
        /** Blocks. */
        public int tp_block_nr;
        /** Bytes of a frame, a multiple of TPACKET_ALIGNMENT. */
        public int tp_frame_size;
        /** Frames. */
        public int tp_frame_nr;

        /** {@code struct tpacket_req a = {0}}. */
        public tpacket_req() {}

        /**
         * {@code struct tpacket_req a = {tp_block_size, tp_block_nr, tp_frame_size, tp_frame_nr}}.
         *
         * @param tp_block_size bytes of a block, a multiple of the page size
         * @param tp_block_nr blocks
         * @param tp_frame_size bytes of a frame, a multiple of TPACKET_ALIGNMENT
         * @param tp_frame_nr frames
         */
        public tpacket_req(int tp_block_size, int tp_block_nr, int tp_frame_size, int tp_frame_nr) {
            this.tp_block_size = tp_block_size;
            this.tp_block_nr = tp_block_nr;
            this.tp_frame_size = tp_frame_size;
            this.tp_frame_nr = tp_frame_nr;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tpacket_req(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tpacket_req a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tpacket_req[] array(int n) {
            return filled(new tpacket_req[n], tpacket_req::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tpacket_req from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            tp_block_size = f.int32("tp_block_size", tp_block_size);
            tp_block_nr = f.int32("tp_block_nr", tp_block_nr);
            tp_frame_size = f.int32("tp_frame_size", tp_frame_size);
            tp_frame_nr = f.int32("tp_frame_nr", tp_frame_nr);
        }
    }

    /**
     * {@code struct tpacket_req3}: the value of PACKET_RX_RING for version 3.
     */
    public static final class tpacket_req3 extends Struct {
        /** Bytes of a block, a multiple of the page size. */
        public int tp_block_size;
        /** Blocks. */
        public int tp_block_nr;
        /** Bytes of a frame, a multiple of TPACKET_ALIGNMENT. */
        public int tp_frame_size;
        /** Frames. */
        public int tp_frame_nr;
        /** Time after which a block is handed over, in ms. */
        public int tp_retire_blk_tov;
        /** Bytes in each block for the program. */
        public int tp_sizeof_priv;
        /** TP_FT_REQ_FILL_RXHASH. */
        public int tp_feature_req_word;

        /** {@code struct tpacket_req3 a = {0}}. */
        public tpacket_req3() {}

        /**
         * {@code struct tpacket_req3 a = {tp_block_size, tp_block_nr, tp_frame_size, tp_frame_nr,
         * tp_retire_blk_tov, tp_sizeof_priv, tp_feature_req_word}}.
         *
         * @param tp_block_size bytes of a block, a multiple of the page size
         * @param tp_block_nr blocks
         * @param tp_frame_size bytes of a frame, a multiple of TPACKET_ALIGNMENT
         * @param tp_frame_nr frames
         * @param tp_retire_blk_tov time after which a block is handed over, in ms
         * @param tp_sizeof_priv bytes in each block for the program
         * @param tp_feature_req_word TP_FT_REQ_FILL_RXHASH
         */
        public tpacket_req3(int tp_block_size, int tp_block_nr, int tp_frame_size, int tp_frame_nr, int
                tp_retire_blk_tov, int tp_sizeof_priv, int tp_feature_req_word) {
            this.tp_block_size = tp_block_size;
            this.tp_block_nr = tp_block_nr;
            this.tp_frame_size = tp_frame_size;
            this.tp_frame_nr = tp_frame_nr;
            this.tp_retire_blk_tov = tp_retire_blk_tov;
            this.tp_sizeof_priv = tp_sizeof_priv;
            this.tp_feature_req_word = tp_feature_req_word;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tpacket_req3(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tpacket_req3 a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tpacket_req3[] array(int n) {
            return filled(new tpacket_req3[n], tpacket_req3::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tpacket_req3 from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            tp_block_size = f.int32("tp_block_size", tp_block_size);
            tp_block_nr = f.int32("tp_block_nr", tp_block_nr);
            tp_frame_size = f.int32("tp_frame_size", tp_frame_size);
            tp_frame_nr = f.int32("tp_frame_nr", tp_frame_nr);
            tp_retire_blk_tov = f.int32("tp_retire_blk_tov", tp_retire_blk_tov);
            tp_sizeof_priv = f.int32("tp_sizeof_priv", tp_sizeof_priv);
            tp_feature_req_word = f.int32("tp_feature_req_word", tp_feature_req_word);
        }
    }

    /**
     * {@code struct fanout_args}: the value of PACKET_FANOUT with a limit.
     */
    public static final class fanout_args extends Struct {
        /** Group. */
        public int id;
        /** PACKET_FANOUT_*. */
        public int type_flags;
        /** Most sockets; 0 for 256. */
        public int max_num_members;

        /** {@code struct fanout_args a = {0}}. */
        public fanout_args() {}

        /**
         * {@code struct fanout_args a = {id, type_flags, max_num_members}}.
         *
         * @param id group
         * @param type_flags PACKET_FANOUT_*
         * @param max_num_members most sockets; 0 for 256
         */
        public fanout_args(int id, int type_flags, int max_num_members) {
            this.id = id;
            this.type_flags = type_flags;
            this.max_num_members = max_num_members;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public fanout_args(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct fanout_args a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static fanout_args[] array(int n) {
            return filled(new fanout_args[n], fanout_args::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(fanout_args from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            id = f.uint16("id", id);
            type_flags = f.uint16("type_flags", type_flags);
            max_num_members = f.int32("max_num_members", max_num_members);
        }
    }
}
