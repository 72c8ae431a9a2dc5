package libc.net;

import java.nio.ByteBuffer;
import libc.Struct;

/**
 * {@code <net/ethernet.h>}: the Ethernet header as BSD names it.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/ether_aton.3.html">ether_aton(3)</a>
 */
public class Ethernet extends libc.linux.IfEther {

    /** Xerox PUP. */
    public static final int ETHERTYPE_PUP = 0x0200;
    /** Sprite. */
    public static final int ETHERTYPE_SPRITE = 0x0500;
    /** IPv4. */
    public static final int ETHERTYPE_IP = 0x0800;
    /** ARP. */
    public static final int ETHERTYPE_ARP = 0x0806;
    /** Reverse ARP. */
    public static final int ETHERTYPE_REVARP = 0x8035;
    /** AppleTalk. */
    public static final int ETHERTYPE_AT = 0x809B;
    /** AppleTalk ARP. */
    public static final int ETHERTYPE_AARP = 0x80F3;
    /** VLAN tag (IEEE 802.1Q). */
    public static final int ETHERTYPE_VLAN = 0x8100;
    /** Novell IPX. */
    public static final int ETHERTYPE_IPX = 0x8137;
    /** IPv6. */
    public static final int ETHERTYPE_IPV6 = 0x86dd;
    /** For testing interfaces. */
    public static final int ETHERTYPE_LOOPBACK = 0x9000;
    /** First of the trailer packets, obsolete. */
    public static final int ETHERTYPE_TRAIL = 0x1000;
    /** Number of the trailer packets. */
    public static final int ETHERTYPE_NTRAILER = 16;

    /** Bytes of an Ethernet address. */
    public static final int ETHER_ADDR_LEN = ETH_ALEN;
    /** Bytes of the type field. */
    public static final int ETHER_TYPE_LEN = 2;
    /** Bytes of the checksum. */
    public static final int ETHER_CRC_LEN = 4;
    /** Bytes of the header. */
    public static final int ETHER_HDR_LEN = ETH_HLEN;
    /** Smallest frame in bytes, checksum included. */
    public static final int ETHER_MIN_LEN = 64;
    /** Largest frame in bytes, checksum included. */
    public static final int ETHER_MAX_LEN = 1518;
    /** Most bytes of payload. */
    public static final int ETHERMTU = ETH_DATA_LEN;
    /** Fewest bytes of payload. */
    public static final int ETHERMIN = 46;

    /** Not to be made: a header's class has only static members. */
    protected Ethernet() {}

    /**
     * {@code int ETHER_IS_VALID_LEN(int foo);}
     *
     * <p>Tells whether a frame can be so long.
     *
     * @param foo bytes of a frame, checksum included
     * @return whether it is between ETHER_MIN_LEN and ETHER_MAX_LEN
     * @see <a href="https://man7.org/linux/man-pages/man7/packet.7.html">packet(7)</a>
     */
    public static boolean ETHER_IS_VALID_LEN(int foo) {
        return foo >= ETHER_MIN_LEN && foo <= ETHER_MAX_LEN;
    }

    /**
     * {@code struct ether_addr}: an Ethernet address.
     */
    public static final class ether_addr extends Struct {
        /** Its bytes, the first transferred first. */
        public final byte[] ether_addr_octet = new byte[6];

        /** {@code struct ether_addr a = {0}}. */
        public ether_addr() {}

        /**
         * {@code struct ether_addr a = {ether_addr_octet}}.
         *
         * @param ether_addr_octet its bytes, the first transferred first
         */
        public ether_addr(byte[] ether_addr_octet) {
            System.arraycopy(ether_addr_octet, 0, this.ether_addr_octet, 0, ether_addr_octet.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ether_addr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ether_addr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ether_addr[] array(int n) {
            return filled(new ether_addr[n], ether_addr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ether_addr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.bytes("ether_addr_octet", ether_addr_octet);
        }
    }

    /**
     * {@code struct ether_header}: the header of an Ethernet frame as BSD names it.
     */
    public static final class ether_header extends Struct {
        /** Destination. */
        public final byte[] ether_dhost = new byte[6];
        /** Source. */
        public final byte[] ether_shost = new byte[6];
        /** Protocol ETHERTYPE_*, in network byte order. */
        public int ether_type;

        /** {@code struct ether_header a = {0}}. */
        public ether_header() {}

        /**
         * {@code struct ether_header a = {ether_dhost, ether_shost, ether_type}}.
         *
         * @param ether_dhost destination
         * @param ether_shost source
         * @param ether_type protocol ETHERTYPE_*, in network byte order
         */
        public ether_header(byte[] ether_dhost, byte[] ether_shost, int ether_type) {
            System.arraycopy(ether_dhost, 0, this.ether_dhost, 0, ether_dhost.length);
            System.arraycopy(ether_shost, 0, this.ether_shost, 0, ether_shost.length);
            this.ether_type = ether_type;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ether_header(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ether_header a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ether_header[] array(int n) {
            return filled(new ether_header[n], ether_header::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ether_header from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.packed();
            f.bytes("ether_dhost", ether_dhost);
            f.bytes("ether_shost", ether_shost);
            ether_type = f.uint16("ether_type", ether_type);
        }
    }
}
