package libc.linux;

/**
 * {@code <linux/netfilter_ipv4.h>}: netfilter over IPv4.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
 */
public class NetfilterIpv4 extends libc.Limits {

    /** struct sockaddr_in, read-only, level SOL_IP: where a redirected connection was going. */
    public static final int SO_ORIGINAL_DST = 80;

    /** Not to be made: a header's class has only static members. */
    protected NetfilterIpv4() {}
}
