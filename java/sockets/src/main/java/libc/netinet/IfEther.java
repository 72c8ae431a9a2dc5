package libc.netinet;

import java.nio.ByteBuffer;
import libc.Struct;

/**
 * {@code <netinet/if_ether.h>}: ARP over Ethernet.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/arp.7.html">arp(7)</a>
 */
public class IfEther extends libc.net.IfArp {

    /** Not to be made: a header's class has only static members. */
    protected IfEther() {}

    /**
     * {@code struct ether_arp}: an ARP packet for IPv4 over Ethernet.
     */
    public static final class ether_arp extends Struct {
        /** Header. */
        public final arphdr ea_hdr = new arphdr();
        /** Sender's link address. */
        public final byte[] arp_sha = new byte[6];
        /** Sender's IPv4 address. */
        public final byte[] arp_spa = new byte[4];
        /** Target's link address. */
        public final byte[] arp_tha = new byte[6];
        /** Target's IPv4 address. */
        public final byte[] arp_tpa = new byte[4];

        /** {@code struct ether_arp a = {0}}. */
        public ether_arp() {}

        /**
         * {@code struct ether_arp a = {ea_hdr, arp_sha, arp_spa, arp_tha, arp_tpa}}.
         *
         * @param ea_hdr header
         * @param arp_sha sender's link address
         * @param arp_spa sender's IPv4 address
         * @param arp_tha target's link address
         * @param arp_tpa target's IPv4 address
         */
        public ether_arp(arphdr ea_hdr, byte[] arp_sha, byte[] arp_spa, byte[] arp_tha, byte[] arp_tpa) {
            this.ea_hdr.set(ea_hdr);
            System.arraycopy(arp_sha, 0, this.arp_sha, 0, arp_sha.length);
            System.arraycopy(arp_spa, 0, this.arp_spa, 0, arp_spa.length);
            System.arraycopy(arp_tha, 0, this.arp_tha, 0, arp_tha.length);
            System.arraycopy(arp_tpa, 0, this.arp_tpa, 0, arp_tpa.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ether_arp(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ether_arp a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ether_arp[] array(int n) {
            return filled(new ether_arp[n], ether_arp::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ether_arp from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("ea_hdr", ea_hdr);
            f.bytes("arp_sha", arp_sha);
            f.bytes("arp_spa", arp_spa);
            f.bytes("arp_tha", arp_tha);
            f.bytes("arp_tpa", arp_tpa);
        }
    }
}
