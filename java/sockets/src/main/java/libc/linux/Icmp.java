package libc.linux;

/**
 * {@code <linux/icmp.h>}: all that {@code <netinet/ip_icmp.h>} has, and the kernel's names beside it, which stand
 * there.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/icmp.7.html">icmp(7)</a>
 */
public class Icmp extends libc.netinet.IpIcmp {

    /** Not to be made: a header's class has only static members. */
    protected Icmp() {}
}
