package libc.netinet;

import java.nio.ByteBuffer;
import libc.Struct;

/**
 * {@code <netinet/udp.h>}: UDP's options, glibc's, with what only {@code <linux/udp.h>} has.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/udp.7.html">udp(7)</a>
 */
public class Udp extends libc.sys.Socket {

    /** int boolean: gathers all that is written into one datagram, sent when cleared. */
    public static final int UDP_CORK = 1;
    /** int, UDP_ENCAP_*: datagrams carry another protocol, which the kernel unpacks. */
    public static final int UDP_ENCAP = 100;
    /** int boolean: sends over IPv6 without a checksum. */
    public static final int UDP_NO_CHECK6_TX = 101;
    /** int boolean: accepts datagrams over IPv6 without a checksum. */
    public static final int UDP_NO_CHECK6_RX = 102;
    /** int, bytes: cuts each send into datagrams of this size; also a control message, 16 bits. */
    public static final int UDP_SEGMENT = 103;
    /** int boolean: receives joined datagrams; a control message UDP_GRO, int, says the size of each. */
    public static final int UDP_GRO = 104;

    /** IPsec ESP in UDP, by early drafts. */
    public static final int UDP_ENCAP_ESPINUDP_NON_IKE = 1;
    /** IPsec ESP in UDP (RFC 3948). */
    public static final int UDP_ENCAP_ESPINUDP = 2;
    /** L2TP in UDP (RFC 2661). */
    public static final int UDP_ENCAP_L2TPINUDP = 3;
    /** GTP version 0, of mobile networks. */
    public static final int UDP_ENCAP_GTP0 = 4;
    /** GTP version 1, user data. */
    public static final int UDP_ENCAP_GTP1U = 5;
    /** RxRPC, within the kernel. */
    public static final int UDP_ENCAP_RXRPC = 6;
    /** IPsec ESP in TCP (RFC 8229). */
    public static final int TCP_ENCAP_ESPINTCP = 7;

    /** Level of UDP_* options, the same as IPPROTO_UDP. */
    public static final int SOL_UDP = 17;

    /** Not to be made: a header's class has only static members. */
    protected Udp() {}

    /**
     * {@code struct udphdr}: the header of a UDP datagram.
     */
    public static final class udphdr extends Struct {
        /** Source port, in network byte order. */
        public int source;
        /** Destination port, in network byte order. */
        public int dest;
        /** Bytes of the datagram, header included, in network byte order. */
        public int len;
        /** Checksum, in network byte order. */
        public int check;

        /** {@code struct udphdr a = {0}}. */
        public udphdr() {}

        /**
         * {@code struct udphdr a = {source, dest, len, check}}.
         *
         * @param source source port, in network byte order
         * @param dest destination port, in network byte order
         * @param len bytes of the datagram, header included, in network byte order
         * @param check checksum, in network byte order
         */
        public udphdr(int source, int dest, int len, int check) {
            this.source = source;
            this.dest = dest;
            this.len = len;
            this.check = check;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public udphdr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct udphdr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static udphdr[] array(int n) {
            return filled(new udphdr[n], udphdr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(udphdr from) {
            copy(from);
        }

        /**
         * {@code uh_sport}.
         *
         * @return BSD's name of {@code source}
         */
        public int uh_sport() {
            return source;
        }

        /**
         * {@code uh_sport}.
         *
         * @param uh_sport BSD's name of {@code source}
         */
        public void uh_sport(int uh_sport) {
            source = uh_sport;
        }

        /**
         * {@code uh_dport}.
         *
         * @return BSD's name of {@code dest}
         */
        public int uh_dport() {
            return dest;
        }

        /**
         * {@code uh_dport}.
         *
         * @param uh_dport BSD's name of {@code dest}
         */
        public void uh_dport(int uh_dport) {
            dest = uh_dport;
        }

        /**
         * {@code uh_ulen}.
         *
         * @return BSD's name of {@code len}
         */
        public int uh_ulen() {
            return len;
        }

        /**
         * {@code uh_ulen}.
         *
         * @param uh_ulen BSD's name of {@code len}
         */
        public void uh_ulen(int uh_ulen) {
            len = uh_ulen;
        }

        /**
         * {@code uh_sum}.
         *
         * @return BSD's name of {@code check}
         */
        public int uh_sum() {
            return check;
        }

        /**
         * {@code uh_sum}.
         *
         * @param uh_sum BSD's name of {@code check}
         */
        public void uh_sum(int uh_sum) {
            check = uh_sum;
        }

        @Override
        protected void fields(Fields f) {
            source = f.uint16("source", source);
            dest = f.uint16("dest", dest);
            len = f.uint16("len", len);
            check = f.uint16("check", check);
            f.at(0);
            f.uint16("uh_sport", source);
            f.uint16("uh_dport", dest);
            f.uint16("uh_ulen", len);
            f.uint16("uh_sum", check);
        }
    }
}
