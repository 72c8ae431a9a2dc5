package libc.linux;

/**
 * {@code <linux/icmpv6.h>}: all that {@code <netinet/icmp6.h>} has, and the kernel's names beside it, which stand
 * there.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/ipv6.7.html">ipv6(7)</a>
 */
public class Icmpv6 extends libc.netinet.Icmp6 {

    /** Not to be made: a header's class has only static members. */
    protected Icmpv6() {}
}
