package libc.linux;

/**
 * {@code <linux/if_arp.h>}: all that {@code <net/if_arp.h>} has, and the kernel's names beside it, which stand
 * there.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/arp.7.html">arp(7)</a>
 */
public class IfArp extends libc.net.IfArp {

    /** Not to be made: a header's class has only static members. */
    protected IfArp() {}
}
