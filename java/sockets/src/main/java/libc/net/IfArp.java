package libc.net;

import java.nio.ByteBuffer;
import libc.Struct;

/**
 * {@code <net/if_arp.h>}: ARP and the kinds of links, glibc's, with what only {@code <linux/if_arp.h>} has.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/arp.7.html">arp(7)</a>
 */
public class IfArp extends Ethernet {

    /** Asks for a hardware address. */
    public static final int ARPOP_REQUEST = 1;
    /** Answers with a hardware address. */
    public static final int ARPOP_REPLY = 2;
    /** Reverse ARP: asks for a protocol address. */
    public static final int ARPOP_RREQUEST = 3;
    /** Reverse ARP: answers with a protocol address. */
    public static final int ARPOP_RREPLY = 4;
    /** Inverse ARP: asks for the peer's protocol address. */
    public static final int ARPOP_InREQUEST = 8;
    /** Inverse ARP: answers with the protocol address. */
    public static final int ARPOP_InREPLY = 9;
    /** ATM ARP: refuses. */
    public static final int ARPOP_NAK = 10;

    /** Link: NET/ROM, amateur radio. */
    public static final int ARPHRD_NETROM = 0;
    /** Link: Ethernet. */
    public static final int ARPHRD_ETHER = 1;
    /** Link: experimental Ethernet. */
    public static final int ARPHRD_EETHER = 2;
    /** Link: AX.25, amateur radio. */
    public static final int ARPHRD_AX25 = 3;
    /** Link: PROnet token ring. */
    public static final int ARPHRD_PRONET = 4;
    /** Link: Chaosnet. */
    public static final int ARPHRD_CHAOS = 5;
    /** Link: IEEE 802.2. */
    public static final int ARPHRD_IEEE802 = 6;
    /** Link: ARCNET. */
    public static final int ARPHRD_ARCNET = 7;
    /** Link: AppleTalk. */
    public static final int ARPHRD_APPLETLK = 8;
    /** Link: frame relay DLCI. */
    public static final int ARPHRD_DLCI = 15;
    /** Link: ATM. */
    public static final int ARPHRD_ATM = 19;
    /** Link: Metricom STRIP, radio. */
    public static final int ARPHRD_METRICOM = 23;
    /** Link: IPv4 over IEEE 1394 (RFC 2734). */
    public static final int ARPHRD_IEEE1394 = 24;
    /** Link: EUI-64 addresses. */
    public static final int ARPHRD_EUI64 = 27;
    /** Link: InfiniBand. */
    public static final int ARPHRD_INFINIBAND = 32;
    /** Link: SLIP. */
    public static final int ARPHRD_SLIP = 256;
    /** Link: SLIP with compressed headers. */
    public static final int ARPHRD_CSLIP = 257;
    /** Link: SLIP in 6 bits. */
    public static final int ARPHRD_SLIP6 = 258;
    /** Link: SLIP in 6 bits with compressed headers. */
    public static final int ARPHRD_CSLIP6 = 259;
    /** Link: reserved, thought of for KISS. */
    public static final int ARPHRD_RSRVD = 260;
    /** Link: adaptive SLIP. */
    public static final int ARPHRD_ADAPT = 264;
    /** Link: ROSE, amateur radio. */
    public static final int ARPHRD_ROSE = 270;
    /** Link: X.25. */
    public static final int ARPHRD_X25 = 271;
    /** Link: a board that does X.25 itself. */
    public static final int ARPHRD_HWX25 = 272;
    /** Link: controller area network. */
    public static final int ARPHRD_CAN = 280;
    /** Link: management component transport. */
    public static final int ARPHRD_MCTP = 290;
    /** Link: PPP. */
    public static final int ARPHRD_PPP = 512;
    /** Link: Cisco HDLC. */
    public static final int ARPHRD_CISCO = 513;
    /** Another name of ARPHRD_CISCO. */
    public static final int ARPHRD_HDLC = ARPHRD_CISCO;
    /** Link: LAPB. */
    public static final int ARPHRD_LAPB = 516;
    /** Link: DEC DDCMP. */
    public static final int ARPHRD_DDCMP = 517;
    /** Link: raw HDLC. */
    public static final int ARPHRD_RAWHDLC = 518;
    /** Link: raw IP, without a link header. */
    public static final int ARPHRD_RAWIP = 519;
    /** Link: tunnel of IPv4 in IPv4. */
    public static final int ARPHRD_TUNNEL = 768;
    /** Link: tunnel of IPv6 in IPv6. */
    public static final int ARPHRD_TUNNEL6 = 769;
    /** Link: frame relay access device. */
    public static final int ARPHRD_FRAD = 770;
    /** Link: SKIP, encrypted. */
    public static final int ARPHRD_SKIP = 771;
    /** Link: loopback. */
    public static final int ARPHRD_LOOPBACK = 772;
    /** Link: LocalTalk. */
    public static final int ARPHRD_LOCALTLK = 773;
    /** Link: FDDI. */
    public static final int ARPHRD_FDDI = 774;
    /** Link: AP1000 BIF. */
    public static final int ARPHRD_BIF = 775;
    /** Link: tunnel of IPv6 in IPv4. */
    public static final int ARPHRD_SIT = 776;
    /** Link: tunnel of IP in AppleTalk. */
    public static final int ARPHRD_IPDDP = 777;
    /** Link: tunnel of GRE over IPv4. */
    public static final int ARPHRD_IPGRE = 778;
    /** Link: PIM sparse mode registers. */
    public static final int ARPHRD_PIMREG = 779;
    /** Link: HIPPI. */
    public static final int ARPHRD_HIPPI = 780;
    /** Link: Nexus Ash. */
    public static final int ARPHRD_ASH = 781;
    /** Link: Acorn Econet. */
    public static final int ARPHRD_ECONET = 782;
    /** Link: infrared. */
    public static final int ARPHRD_IRDA = 783;
    /** Link: Fibre Channel, point to point. */
    public static final int ARPHRD_FCPP = 784;
    /** Link: Fibre Channel, arbitrated loop. */
    public static final int ARPHRD_FCAL = 785;
    /** Link: Fibre Channel, public loop. */
    public static final int ARPHRD_FCPL = 786;
    /** Link: Fibre Channel, fabric. */
    public static final int ARPHRD_FCFABRIC = 787;
    /** Link: token ring. */
    public static final int ARPHRD_IEEE802_TR = 800;
    /** Link: wireless LAN, IEEE 802.11 frames. */
    public static final int ARPHRD_IEEE80211 = 801;
    /** Link: IEEE 802.11 frames behind a Prism2 header. */
    public static final int ARPHRD_IEEE80211_PRISM = 802;
    /** Link: IEEE 802.11 frames behind a radiotap header. */
    public static final int ARPHRD_IEEE80211_RADIOTAP = 803;
    /** Link: IEEE 802.15.4. */
    public static final int ARPHRD_IEEE802154 = 804;
    /** Link: IEEE 802.15.4 with its physical header. */
    public static final int ARPHRD_IEEE802154_PHY = 805;
    /** Link: IEEE 802.15.4, monitored. */
    public static final int ARPHRD_IEEE802154_MONITOR = 805;
    /** Link: Phonet. */
    public static final int ARPHRD_PHONET = 820;
    /** Link: Phonet pipe. */
    public static final int ARPHRD_PHONET_PIPE = 821;
    /** Link: CAIF. */
    public static final int ARPHRD_CAIF = 822;
    /** Link: tunnel of GRE over IPv6. */
    public static final int ARPHRD_IP6GRE = 823;
    /** Link: netlink messages, monitored. */
    public static final int ARPHRD_NETLINK = 824;
    /** Link: IPv6 over low-power radio. */
    public static final int ARPHRD_6LOWPAN = 825;
    /** Link: vsock packets, monitored. */
    public static final int ARPHRD_VSOCKMON = 826;
    /** Link: nothing is known of it. */
    public static final int ARPHRD_VOID = 0xFFFF;
    /** Link: no header. */
    public static final int ARPHRD_NONE = 0xFFFE;

    /** arp_flags: the entry is complete. */
    public static final int ATF_COM = 0x02;
    /** arp_flags: the entry stays. */
    public static final int ATF_PERM = 0x04;
    /** arp_flags: answers for the address (proxy ARP). */
    public static final int ATF_PUBL = 0x08;
    /** arp_flags: the peer asked for trailers, obsolete. */
    public static final int ATF_USETRAILERS = 0x10;
    /** arp_flags: arp_netmask counts, for proxy entries. */
    public static final int ATF_NETMASK = 0x20;
    /** arp_flags: does not answer for the address. */
    public static final int ATF_DONTPUB = 0x40;
    /** arp_flags: the entry was added by itself. */
    public static final int ATF_MAGIC = 0x80;

    /** arpd request: an entry changed. */
    public static final int ARPD_UPDATE = 0x01;
    /** arpd request: asks for an address. */
    public static final int ARPD_LOOKUP = 0x02;
    /** arpd request: forget all. */
    public static final int ARPD_FLUSH = 0x03;

    /** Not to be made: a header's class has only static members. */
    protected IfArp() {}

    /**
     * {@code struct arphdr}: the header of an ARP packet, before the addresses.
     */
    public static final class arphdr extends Struct {
        /** Kind of link ARPHRD_*, in network byte order. */
        public int ar_hrd;
        /** Protocol ETH_P_*, in network byte order. */
        public int ar_pro;
        /** Bytes of a link address. */
        public int ar_hln;
        /** Bytes of a protocol address. */
        public int ar_pln;
        /** Operation ARPOP_*, in network byte order. */
        public int ar_op;

        /** {@code struct arphdr a = {0}}. */
        public arphdr() {}

        /**
         * {@code struct arphdr a = {ar_hrd, ar_pro, ar_hln, ar_pln, ar_op}}.
         *
         * @param ar_hrd kind of link ARPHRD_*, in network byte order
         * @param ar_pro protocol ETH_P_*, in network byte order
         * @param ar_hln bytes of a link address
         * @param ar_pln bytes of a protocol address
         * @param ar_op operation ARPOP_*, in network byte order
         */
        public arphdr(int ar_hrd, int ar_pro, int ar_hln, int ar_pln, int ar_op) {
            this.ar_hrd = ar_hrd;
            this.ar_pro = ar_pro;
            this.ar_hln = ar_hln;
            this.ar_pln = ar_pln;
            this.ar_op = ar_op;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public arphdr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct arphdr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static arphdr[] array(int n) {
            return filled(new arphdr[n], arphdr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(arphdr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ar_hrd = f.uint16("ar_hrd", ar_hrd);
            ar_pro = f.uint16("ar_pro", ar_pro);
            ar_hln = f.uint8("ar_hln", ar_hln);
            ar_pln = f.uint8("ar_pln", ar_pln);
            ar_op = f.uint16("ar_op", ar_op);
        }
    }

    /**
     * {@code struct arpreq}: an ARP entry, the argument of SIOCGARP, SIOCSARP and SIOCDARP.
     */
    public static final class arpreq extends Struct {
        /** Protocol address, a sockaddr_in. */
        public final sockaddr arp_pa = new sockaddr();
        /** Link address, its family ARPHRD_*. */
        public final sockaddr arp_ha = new sockaddr();
        /** Flags, ATF_*. */
        public int arp_flags;
        /** Network mask, for proxy entries. */
        public final sockaddr arp_netmask = new sockaddr();
        /** Name of the interface. */
        public final byte[] arp_dev = new byte[16];

        /** {@code struct arpreq a = {0}}. */
        public arpreq() {}

        /**
         * {@code struct arpreq a = {arp_pa, arp_ha, arp_flags, arp_netmask, arp_dev}}.
         *
         * @param arp_pa protocol address, a sockaddr_in
         * @param arp_ha link address, its family ARPHRD_*
         * @param arp_flags flags, ATF_*
         * @param arp_netmask network mask, for proxy entries
         * @param arp_dev name of the interface
         */
        public arpreq(sockaddr arp_pa, sockaddr arp_ha, int arp_flags, sockaddr arp_netmask, byte[] arp_dev) {
            this.arp_pa.set(arp_pa);
            this.arp_ha.set(arp_ha);
            this.arp_flags = arp_flags;
            this.arp_netmask.set(arp_netmask);
            System.arraycopy(arp_dev, 0, this.arp_dev, 0, arp_dev.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public arpreq(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct arpreq a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static arpreq[] array(int n) {
            return filled(new arpreq[n], arpreq::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(arpreq from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("arp_pa", arp_pa);
            f.struct("arp_ha", arp_ha);
            arp_flags = f.as("ATF_").int32("arp_flags", arp_flags);
            f.struct("arp_netmask", arp_netmask);
            f.string("arp_dev", arp_dev);
        }
    }
}
