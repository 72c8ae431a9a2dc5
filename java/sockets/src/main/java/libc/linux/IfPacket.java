package libc.linux;

/**
 * {@code <linux/if_packet.h>}: all that {@code <netpacket/packet.h>} has, and the kernel's names beside it, which
 * stand there.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/packet.7.html">packet(7)</a>
 */
public class IfPacket extends libc.netpacket.Packet {

    /** Not to be made: a header's class has only static members. */
    protected IfPacket() {}
}
