package libc.linux;

/**
 * {@code <linux/sockios.h>}: the requests of ioctl(2) for sockets that glibc does not name, beside those that it
 * does.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/socket.7.html">socket(7)</a>
 * @see <a href="https://man7.org/linux/man-pages/man7/netdevice.7.html">netdevice(7)</a>
 */
public class Sockios extends libc.sys.Ioctl {

    /** Type of the requests that are made by _IOR. */
    public static final int SOCK_IOC_TYPE = 0x89;
    /** int: bytes that can be read at once. */
    public static final int SIOCINQ = FIONREAD;
    /** int: bytes in the send queue, sent and not acknowledged ones included. */
    public static final int SIOCOUTQ = 0x5411;
    /** int: bytes in the send queue that were never sent (TCP). */
    public static final int SIOCOUTQNSD = 0x894B;
    /** Answers a descriptor of the socket's network namespace. Needs CAP_NET_ADMIN. */
    public static final int SIOCGSKNS = 0x894C;
    /** struct timeval: when the last packet was received. */
    public static final int SIOCGSTAMP = 0x8906;
    /** struct timespec: when the last packet was received. */
    public static final int SIOCGSTAMPNS = 0x8907;
    /** long[2], seconds and microseconds: when the last packet was received. */
    public static final long SIOCGSTAMP_NEW = 0x80108906L;
    /** long[2], seconds and nanoseconds: when the last packet was received. */
    public static final long SIOCGSTAMPNS_NEW = 0x80108907L;
    /** struct ifreq: ifr_data, the device's settings, by ethtool's commands. */
    public static final int SIOCETHTOOL = 0x8946;
    /** struct ifreq: address of the transceiver in use, in struct mii_ioctl_data. */
    public static final int SIOCGMIIPHY = 0x8947;
    /** struct ifreq: reads a transceiver's register. */
    public static final int SIOCGMIIREG = 0x8948;
    /** struct ifreq: writes a transceiver's register. Needs CAP_NET_ADMIN. */
    public static final int SIOCSMIIREG = 0x8949;
    /** struct ifreq: ifr_settings, serial lines. */
    public static final int SIOCWANDEV = 0x894A;
    /** struct vlan_ioctl_args: reads VLANs. */
    public static final int SIOCGIFVLAN = 0x8982;
    /** struct vlan_ioctl_args: changes VLANs. Needs CAP_NET_ADMIN. */
    public static final int SIOCSIFVLAN = 0x8983;
    /** struct ifreq: adds ifr_slave to a bond. Needs CAP_NET_ADMIN. */
    public static final int SIOCBONDENSLAVE = 0x8990;
    /** struct ifreq: takes ifr_slave from a bond. Needs CAP_NET_ADMIN. */
    public static final int SIOCBONDRELEASE = 0x8991;
    /** struct ifreq: sets a bond's link address. Needs CAP_NET_ADMIN. */
    public static final int SIOCBONDSETHWADDR = 0x8992;
    /** struct ifreq: ifr_data, an interface in a bond. */
    public static final int SIOCBONDSLAVEINFOQUERY = 0x8993;
    /** struct ifreq: ifr_data, a bond. */
    public static final int SIOCBONDINFOQUERY = 0x8994;
    /** struct ifreq: makes ifr_slave a bond's active interface. Needs CAP_NET_ADMIN. */
    public static final int SIOCBONDCHANGEACTIVE = 0x8995;
    /** String: makes a bridge. Needs CAP_NET_ADMIN. */
    public static final int SIOCBRADDBR = 0x89a0;
    /** String: removes a bridge. Needs CAP_NET_ADMIN. */
    public static final int SIOCBRDELBR = 0x89a1;
    /** struct ifreq: adds ifr_ifindex to a bridge. Needs CAP_NET_ADMIN. */
    public static final int SIOCBRADDIF = 0x89a2;
    /** struct ifreq: takes ifr_ifindex from a bridge. Needs CAP_NET_ADMIN. */
    public static final int SIOCBRDELIF = 0x89a3;
    /** struct ifreq: ifr_data, struct hwtstamp_config: sets hardware timestamps. Needs CAP_NET_ADMIN. */
    public static final int SIOCSHWTSTAMP = 0x89b0;
    /** struct ifreq: ifr_data, struct hwtstamp_config: reads it. */
    public static final int SIOCGHWTSTAMP = 0x89b1;

    /** Not to be made: a header's class has only static members. */
    protected Sockios() {}
}
