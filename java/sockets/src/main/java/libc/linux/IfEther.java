package libc.linux;

import java.nio.ByteBuffer;
import libc.Struct;

/**
 * {@code <linux/if_ether.h>}: Ethernet's sizes and protocol numbers. {@code <linux/if_arp.h>} includes it beside
 * {@code <linux/if.h>}, so that their classes are one line.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/packet.7.html">packet(7)</a>
 */
public class IfEther extends libc.net.If {

    /** Bytes of an Ethernet address. */
    public static final int ETH_ALEN = 6;
    /** Bytes of the type field. */
    public static final int ETH_TLEN = 2;
    /** Bytes of the header. */
    public static final int ETH_HLEN = 14;
    /** Smallest frame in bytes, without its checksum. */
    public static final int ETH_ZLEN = 60;
    /** Largest payload in bytes. */
    public static final int ETH_DATA_LEN = 1500;
    /** Largest frame in bytes, without its checksum. */
    public static final int ETH_FRAME_LEN = 1514;
    /** Bytes of the checksum. */
    public static final int ETH_FCS_LEN = 4;
    /** Smallest MTU that IPv4 allows, in bytes. */
    public static final int ETH_MIN_MTU = 68;
    /** Largest MTU, in bytes. */
    public static final int ETH_MAX_MTU = 0xFFFF;

    /** Protocol: Ethernet loopback. */
    public static final int ETH_P_LOOP = 0x0060;
    /** Protocol: Xerox PUP. */
    public static final int ETH_P_PUP = 0x0200;
    /** Protocol: Xerox PUP address translation. */
    public static final int ETH_P_PUPAT = 0x0201;
    /** Protocol: time-sensitive networking (IEEE 1722). */
    public static final int ETH_P_TSN = 0x22F0;
    /** Protocol: ERSPAN version 2, type III, mirrored traffic. */
    public static final int ETH_P_ERSPAN2 = 0x22EB;
    /** Protocol: IPv4. */
    public static final int ETH_P_IP = 0x0800;
    /** Protocol: X.25. */
    public static final int ETH_P_X25 = 0x0805;
    /** Protocol: ARP. */
    public static final int ETH_P_ARP = 0x0806;
    /** Protocol: G8BPQ's AX.25 over Ethernet, not registered. */
    public static final int ETH_P_BPQ = 0x08FF;
    /** Protocol: Xerox PUP in IEEE 802.3 frames. */
    public static final int ETH_P_IEEEPUP = 0x0a00;
    /** Protocol: Xerox PUP address translation in IEEE 802.3 frames. */
    public static final int ETH_P_IEEEPUPAT = 0x0a01;
    /** Protocol: B.A.T.M.A.N. Advanced mesh, not registered. */
    public static final int ETH_P_BATMAN = 0x4305;
    /** Protocol: DEC, assigned. */
    public static final int ETH_P_DEC = 0x6000;
    /** Protocol: DECnet dump and load. */
    public static final int ETH_P_DNA_DL = 0x6001;
    /** Protocol: DECnet remote console. */
    public static final int ETH_P_DNA_RC = 0x6002;
    /** Protocol: DECnet routing. */
    public static final int ETH_P_DNA_RT = 0x6003;
    /** Protocol: DEC LAT. */
    public static final int ETH_P_LAT = 0x6004;
    /** Protocol: DEC diagnostics. */
    public static final int ETH_P_DIAG = 0x6005;
    /** Protocol: DEC, for customers. */
    public static final int ETH_P_CUST = 0x6006;
    /** Protocol: DEC systems communication architecture. */
    public static final int ETH_P_SCA = 0x6007;
    /** Protocol: Ethernet frames in a tunnel. */
    public static final int ETH_P_TEB = 0x6558;
    /** Protocol: reverse ARP. */
    public static final int ETH_P_RARP = 0x8035;
    /** Protocol: AppleTalk DDP. */
    public static final int ETH_P_ATALK = 0x809B;
    /** Protocol: AppleTalk ARP. */
    public static final int ETH_P_AARP = 0x80F3;
    /** Protocol: VLAN tag (IEEE 802.1Q). */
    public static final int ETH_P_8021Q = 0x8100;
    /** Protocol: ERSPAN type II, mirrored traffic. */
    public static final int ETH_P_ERSPAN = 0x88BE;
    /** Protocol: Novell IPX. */
    public static final int ETH_P_IPX = 0x8137;
    /** Protocol: IPv6. */
    public static final int ETH_P_IPV6 = 0x86DD;
    /** Protocol: flow control (IEEE 802.3 31B). */
    public static final int ETH_P_PAUSE = 0x8808;
    /** Protocol: slow protocols such as link aggregation (IEEE 802.3 43B). */
    public static final int ETH_P_SLOW = 0x8809;
    /** Protocol: web cache coordination. */
    public static final int ETH_P_WCCP = 0x883E;
    /** Protocol: MPLS, unicast. */
    public static final int ETH_P_MPLS_UC = 0x8847;
    /** Protocol: MPLS, multicast. */
    public static final int ETH_P_MPLS_MC = 0x8848;
    /** Protocol: multiprotocol over ATM. */
    public static final int ETH_P_ATMMPOA = 0x884c;
    /** Protocol: PPPoE, discovery. */
    public static final int ETH_P_PPP_DISC = 0x8863;
    /** Protocol: PPPoE, session. */
    public static final int ETH_P_PPP_SES = 0x8864;
    /** Protocol: HomePNA and wireless link control. */
    public static final int ETH_P_LINK_CTL = 0x886c;
    /** Protocol: ATM in frames over Ethernet. */
    public static final int ETH_P_ATMFATE = 0x8884;
    /** Protocol: port access, EAPOL (IEEE 802.1X). */
    public static final int ETH_P_PAE = 0x888E;
    /** Protocol: PROFINET. */
    public static final int ETH_P_PROFINET = 0x8892;
    /** Protocol: Realtek's own, several. */
    public static final int ETH_P_REALTEK = 0x8899;
    /** Protocol: ATA over Ethernet. */
    public static final int ETH_P_AOE = 0x88A2;
    /** Protocol: EtherCAT. */
    public static final int ETH_P_ETHERCAT = 0x88A4;
    /** Protocol: service VLAN tag (IEEE 802.1ad). */
    public static final int ETH_P_8021AD = 0x88A8;
    /** Protocol: for local experiments (IEEE 802). */
    public static final int ETH_P_802_EX1 = 0x88B5;
    /** Protocol: preauthentication (IEEE 802.11). */
    public static final int ETH_P_PREAUTH = 0x88C7;
    /** Protocol: TIPC. */
    public static final int ETH_P_TIPC = 0x88CA;
    /** Protocol: link layer discovery. */
    public static final int ETH_P_LLDP = 0x88CC;
    /** Protocol: media redundancy. */
    public static final int ETH_P_MRP = 0x88E3;
    /** Protocol: MACsec (IEEE 802.1AE). */
    public static final int ETH_P_MACSEC = 0x88E5;
    /** Protocol: backbone service tag (IEEE 802.1ah). */
    public static final int ETH_P_8021AH = 0x88E7;
    /** Protocol: VLAN registration (IEEE 802.1Q MVRP). */
    public static final int ETH_P_MVRP = 0x88F5;
    /** Protocol: precision time, PTP (IEEE 1588). */
    public static final int ETH_P_1588 = 0x88F7;
    /** Protocol: network controller sideband interface. */
    public static final int ETH_P_NCSI = 0x88F8;
    /** Protocol: parallel redundancy (IEC 62439-3). */
    public static final int ETH_P_PRP = 0x88FB;
    /** Protocol: connectivity fault management. */
    public static final int ETH_P_CFM = 0x8902;
    /** Protocol: Fibre Channel over Ethernet. */
    public static final int ETH_P_FCOE = 0x8906;
    /** Protocol: InfiniBand over Ethernet. */
    public static final int ETH_P_IBOE = 0x8915;
    /** Protocol: tunneled direct link setup of wireless LAN. */
    public static final int ETH_P_TDLS = 0x890D;
    /** Protocol: FCoE initialization. */
    public static final int ETH_P_FIP = 0x8914;
    /** Protocol: media independent handover (IEEE 802.21). */
    public static final int ETH_P_80221 = 0x8917;
    /** Protocol: high-availability seamless redundancy (IEC 62439-3). */
    public static final int ETH_P_HSR = 0x892F;
    /** Protocol: network service header. */
    public static final int ETH_P_NSH = 0x894F;
    /** Protocol: Ethernet loopback as IEEE 802.3 has it. */
    public static final int ETH_P_LOOPBACK = 0x9000;
    /** Protocol: stacked VLAN tag, deprecated, not registered. */
    public static final int ETH_P_QINQ1 = 0x9100;
    /** Protocol: stacked VLAN tag, deprecated, not registered. */
    public static final int ETH_P_QINQ2 = 0x9200;
    /** Protocol: stacked VLAN tag, deprecated, not registered. */
    public static final int ETH_P_QINQ3 = 0x9300;
    /** Protocol: distributed switch tag with an EtherType, not registered. */
    public static final int ETH_P_EDSA = 0xDADA;
    /** Protocol: VLAN tag that stands for a switch port, not registered. */
    public static final int ETH_P_DSA_8021Q = 0xDADB;
    /** Protocol: tag of the A5PSW switch, not registered. */
    public static final int ETH_P_DSA_A5PSW = 0xE001;
    /** Protocol: ForCES forwarding elements. */
    public static final int ETH_P_IFE = 0xED3E;
    /** Protocol: IBM's AF_IUCV, not registered. */
    public static final int ETH_P_AF_IUCV = 0xFBFB;
    /** Smallest value that is a protocol; a smaller one in the type field is a length (IEEE 802.3). */
    public static final int ETH_P_802_3_MIN = 0x0600;

    /** In socket(2): IEEE 802.3 frames. */
    public static final int ETH_P_802_3 = 0x0001;
    /** In socket(2): AX.25. */
    public static final int ETH_P_AX25 = 0x0002;
    /** In socket(2): every protocol, frames sent included. */
    public static final int ETH_P_ALL = 0x0003;
    /** In socket(2): IEEE 802.2 frames. */
    public static final int ETH_P_802_2 = 0x0004;
    /** In socket(2): SNAP, within the kernel. */
    public static final int ETH_P_SNAP = 0x0005;
    /** In socket(2): DEC DDCMP, within the kernel. */
    public static final int ETH_P_DDCMP = 0x0006;
    /** In socket(2): PPP frames of a WAN. */
    public static final int ETH_P_WAN_PPP = 0x0007;
    /** In socket(2): multilink PPP frames. */
    public static final int ETH_P_PPP_MP = 0x0008;
    /** In socket(2): LocalTalk. */
    public static final int ETH_P_LOCALTALK = 0x0009;
    /** In socket(2): CAN frames. */
    public static final int ETH_P_CAN = 0x000C;
    /** In socket(2): CAN FD frames. */
    public static final int ETH_P_CANFD = 0x000D;
    /** In socket(2): CAN XL frames. */
    public static final int ETH_P_CANXL = 0x000E;
    /** In socket(2): AppleTalk over PPP. */
    public static final int ETH_P_PPPTALK = 0x0010;
    /** In socket(2): IEEE 802.2 frames of a token ring. */
    public static final int ETH_P_TR_802_2 = 0x0011;
    /** In socket(2): Mobitex. */
    public static final int ETH_P_MOBITEX = 0x0015;
    /** In socket(2): control frames of a card. */
    public static final int ETH_P_CONTROL = 0x0016;
    /** In socket(2): infrared. */
    public static final int ETH_P_IRDA = 0x0017;
    /** In socket(2): Acorn Econet. */
    public static final int ETH_P_ECONET = 0x0018;
    /** In socket(2): HDLC frames. */
    public static final int ETH_P_HDLC = 0x0019;
    /** In socket(2): ARCNET. */
    public static final int ETH_P_ARCNET = 0x001A;
    /** In socket(2): distributed switch tag. */
    public static final int ETH_P_DSA = 0x001B;
    /** In socket(2): switch tag in a trailer. */
    public static final int ETH_P_TRAILER = 0x001C;
    /** In socket(2): Nokia's Phonet. */
    public static final int ETH_P_PHONET = 0x00F5;
    /** In socket(2): IEEE 802.15.4 frames. */
    public static final int ETH_P_IEEE802154 = 0x00F6;
    /** In socket(2): ST-Ericsson's CAIF. */
    public static final int ETH_P_CAIF = 0x00F7;
    /** In socket(2): distributed switch tags, multiplexed. */
    public static final int ETH_P_XDSA = 0x00F8;
    /** In socket(2): Qualcomm's multiplexing and aggregation. */
    public static final int ETH_P_MAP = 0x00F9;
    /** In socket(2): management component transport. */
    public static final int ETH_P_MCTP = 0x00FA;

    /** Not to be made: a header's class has only static members. */
    protected IfEther() {}

    /**
     * {@code struct ethhdr}: the header of an Ethernet frame.
     */
    public static final class ethhdr extends Struct {
        /** Destination. */
        public final byte[] h_dest = new byte[6];
        /** Source. */
        public final byte[] h_source = new byte[6];
        /** Protocol ETH_P_*, in network byte order. */
        public int h_proto;

        /** {@code struct ethhdr a = {0}}. */
        public ethhdr() {}

        /**
         * {@code struct ethhdr a = {h_dest, h_source, h_proto}}.
         *
         * @param h_dest destination
         * @param h_source source
         * @param h_proto protocol ETH_P_*, in network byte order
         */
        public ethhdr(byte[] h_dest, byte[] h_source, int h_proto) {
            System.arraycopy(h_dest, 0, this.h_dest, 0, h_dest.length);
            System.arraycopy(h_source, 0, this.h_source, 0, h_source.length);
            this.h_proto = h_proto;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ethhdr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ethhdr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ethhdr[] array(int n) {
            return filled(new ethhdr[n], ethhdr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ethhdr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.packed();
            f.bytes("h_dest", h_dest);
            f.bytes("h_source", h_source);
            h_proto = f.uint16("h_proto", h_proto);
        }
    }
}
