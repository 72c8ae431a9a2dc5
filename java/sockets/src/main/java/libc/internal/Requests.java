package libc.internal;

import static libc.bits.Socket.FIOGETOWN;
import static libc.bits.Socket.FIOSETOWN;
import static libc.bits.Socket.SIOCATMARK;
import static libc.bits.Socket.SIOCGPGRP;
import static libc.bits.Socket.SIOCGSTAMPNS_OLD;
import static libc.bits.Socket.SIOCGSTAMP_OLD;
import static libc.bits.Socket.SIOCSPGRP;
import static libc.linux.Sockios.*;
import static libc.sys.Ioctl.*;

/**
 * The requests of ioctl(2) that are let through, and how many bytes of memory each reads or writes.
 *
 * <p>A request is no word for its argument's size. The classic ones say nothing of it; those made by {@code _IOR} do,
 * but TUNSETIFF says 4 and takes 40, and FS_IOC_FIEMAP writes as many bytes as a count in its argument says. So what is
 * not known here is refused.
 */
public final class Requests {

    /** {@code struct ifreq}. */
    private static final int IFREQ = 40;
    /** {@code struct arpreq}. */
    private static final int ARPREQ = 68;
    /** {@code struct timeval}, {@code struct timespec}. */
    private static final int TIME = 16;
    /** {@code struct vlan_ioctl_args}. */
    private static final int VLAN_IOCTL_ARGS = 56;
    /** {@code char[IFNAMSIZ]}. */
    private static final int NAME = 16;

    /** {@code struct hwtstamp_config}. */
    private static final int HWTSTAMP_CONFIG = 12;
    /** {@code struct ifbond}. */
    private static final int IFBOND = 12;
    /** {@code struct ifslave}. */
    private static final int IFSLAVE = 28;

    private Requests() {}

    /** Bytes of memory that a request's argument takes; 0 if it has none, -1 if the request is not known. */
    public static int size(int request) {
        return switch (request) {
            case FIOCLEX, FIONCLEX, SIOCGSKNS -> 0;
            case FIONREAD, FIONBIO, FIOASYNC, SIOCOUTQ, SIOCOUTQNSD, SIOCATMARK,
                    FIOSETOWN, SIOCSPGRP, FIOGETOWN, SIOCGPGRP -> Integer.BYTES;
            case FIOQSIZE -> Long.BYTES;
            case SIOCGSTAMP_OLD, SIOCGSTAMPNS_OLD, (int) SIOCGSTAMP_NEW, (int) SIOCGSTAMPNS_NEW -> TIME;
            case SIOCBRADDBR, SIOCBRDELBR -> NAME;
            case SIOCGIFVLAN, SIOCSIFVLAN -> VLAN_IOCTL_ARGS;
            case SIOCDARP, SIOCGARP, SIOCSARP, SIOCDRARP, SIOCGRARP,
                    SIOCSRARP -> ARPREQ;
            case SIOCGIFNAME, SIOCSIFLINK, SIOCGIFFLAGS, SIOCSIFFLAGS, SIOCGIFADDR,
                    SIOCSIFADDR, SIOCGIFDSTADDR, SIOCSIFDSTADDR, SIOCGIFBRDADDR,
                    SIOCSIFBRDADDR, SIOCGIFNETMASK, SIOCSIFNETMASK, SIOCGIFMETRIC,
                    SIOCSIFMETRIC, SIOCGIFMEM, SIOCSIFMEM, SIOCGIFMTU, SIOCSIFMTU,
                    SIOCSIFNAME, SIOCSIFHWADDR, SIOCGIFENCAP, SIOCSIFENCAP,
                    SIOCGIFHWADDR, SIOCGIFSLAVE, SIOCSIFSLAVE, SIOCADDMULTI,
                    SIOCDELMULTI, SIOCGIFINDEX, SIOCSIFPFLAGS, SIOCGIFPFLAGS,
                    SIOCDIFADDR, SIOCSIFHWBROADCAST, SIOCGIFCOUNT, SIOCGIFTXQLEN,
                    SIOCSIFTXQLEN, SIOCGIFMAP, SIOCSIFMAP, SIOCGMIIPHY, SIOCGMIIREG,
                    SIOCSMIIREG, SIOCBONDENSLAVE, SIOCBONDRELEASE, SIOCBONDSETHWADDR,
                    SIOCBONDCHANGEACTIVE, SIOCBRADDIF, SIOCBRDELIF -> IFREQ;
            default -> -1;
        };
    }

    /** Bytes of the memory to which {@code ifr_data} points, which may begin with a command; -1 if the request is not known. */
    public static int dataSize(int request, int command) {
        return switch (request) {
            case SIOCGHWTSTAMP, SIOCSHWTSTAMP -> HWTSTAMP_CONFIG;
            case SIOCBONDINFOQUERY -> IFBOND;
            case SIOCBONDSLAVEINFOQUERY -> IFSLAVE;
            case SIOCETHTOOL -> ethtoolSize(command);
            default -> -1;
        };
    }

    /** Bytes of the struct of a command of {@code <linux/ethtool.h>}; -1 if it has no fixed size, or is not known. */
    private static int ethtoolSize(int command) {
        return switch (command) {
            case 0x03 -> 196; // ETHTOOL_GDRVINFO
            case 0x0a -> 8; // ETHTOOL_GLINK
            case 0x3c -> 36; // ETHTOOL_GCHANNELS
            case 0x41 -> 44; // ETHTOOL_GET_TS_INFO
            default -> -1;
        };
    }
}
