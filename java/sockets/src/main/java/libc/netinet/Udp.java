package libc.netinet;

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
}
