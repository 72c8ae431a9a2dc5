package libc.netinet;

/**
 * {@code <netinet/ip.h>}: IPv4's header and what its fields mean, glibc's, with what only {@code <linux/ip.h>} has.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
 * @see <a href="https://man7.org/linux/man-pages/man7/raw.7.html">raw(7)</a>
 */
public class Ip extends In {

    /** ip_off: reserved flag. */
    public static final int IP_RF = 0x8000;
    /** ip_off: do not fragment. */
    public static final int IP_DF = 0x4000;
    /** ip_off: more fragments follow. */
    public static final int IP_MF = 0x2000;
    /** ip_off: mask of the fragment's offset, in units of 8 bytes. */
    public static final int IP_OFFMASK = 0x1fff;

    /** Version in an IPv4 header. */
    public static final int IPVERSION = 4;
    /** Largest packet in bytes, header included. */
    public static final int IP_MAXPACKET = 65535;

    /** Mask of the congestion bits in the type of service (RFC 3168). */
    public static final int IPTOS_ECN_MASK = 0x03;
    /** Not capable of congestion notification. */
    public static final int IPTOS_ECN_NOT_ECT = 0x00;
    /** Capable of congestion notification, code 1. */
    public static final int IPTOS_ECN_ECT1 = 0x01;
    /** Capable of congestion notification, code 0. */
    public static final int IPTOS_ECN_ECT0 = 0x02;
    /** Congestion was met. */
    public static final int IPTOS_ECN_CE = 0x03;

    /** Mask of the differentiated services code point in the type of service. */
    public static final int IPTOS_DSCP_MASK = 0xfc;
    /** Assured forwarding, class 1, dropped late (RFC 2597). */
    public static final int IPTOS_DSCP_AF11 = 0x28;
    /** Assured forwarding, class 1, dropped sooner. */
    public static final int IPTOS_DSCP_AF12 = 0x30;
    /** Assured forwarding, class 1, dropped first. */
    public static final int IPTOS_DSCP_AF13 = 0x38;
    /** Assured forwarding, class 2, dropped late. */
    public static final int IPTOS_DSCP_AF21 = 0x48;
    /** Assured forwarding, class 2, dropped sooner. */
    public static final int IPTOS_DSCP_AF22 = 0x50;
    /** Assured forwarding, class 2, dropped first. */
    public static final int IPTOS_DSCP_AF23 = 0x58;
    /** Assured forwarding, class 3, dropped late. */
    public static final int IPTOS_DSCP_AF31 = 0x68;
    /** Assured forwarding, class 3, dropped sooner. */
    public static final int IPTOS_DSCP_AF32 = 0x70;
    /** Assured forwarding, class 3, dropped first. */
    public static final int IPTOS_DSCP_AF33 = 0x78;
    /** Assured forwarding, class 4, dropped late. */
    public static final int IPTOS_DSCP_AF41 = 0x88;
    /** Assured forwarding, class 4, dropped sooner. */
    public static final int IPTOS_DSCP_AF42 = 0x90;
    /** Assured forwarding, class 4, dropped first. */
    public static final int IPTOS_DSCP_AF43 = 0x98;
    /** Expedited forwarding: low loss and low delay, for voice. */
    public static final int IPTOS_DSCP_EF = 0xb8;

    /** Mask of the class selector in the type of service (RFC 2474). */
    public static final int IPTOS_CLASS_MASK = 0xe0;
    /** Class selector 0: best effort. */
    public static final int IPTOS_CLASS_CS0 = 0x00;
    /** Class selector 1. */
    public static final int IPTOS_CLASS_CS1 = 0x20;
    /** Class selector 2. */
    public static final int IPTOS_CLASS_CS2 = 0x40;
    /** Class selector 3. */
    public static final int IPTOS_CLASS_CS3 = 0x60;
    /** Class selector 4. */
    public static final int IPTOS_CLASS_CS4 = 0x80;
    /** Class selector 5. */
    public static final int IPTOS_CLASS_CS5 = 0xa0;
    /** Class selector 6: network control. */
    public static final int IPTOS_CLASS_CS6 = 0xc0;
    /** Class selector 7, the highest. */
    public static final int IPTOS_CLASS_CS7 = 0xe0;
    /** Class selector of ordinary traffic. */
    public static final int IPTOS_CLASS_DEFAULT = IPTOS_CLASS_CS0;

    /** Mask of the type of service proper (RFC 1349), deprecated. */
    public static final int IPTOS_TOS_MASK = 0x1E;
    /** Type of service: little delay, for interactive traffic. */
    public static final int IPTOS_LOWDELAY = 0x10;
    /** Type of service: high throughput. */
    public static final int IPTOS_THROUGHPUT = 0x08;
    /** Type of service: high reliability. */
    public static final int IPTOS_RELIABILITY = 0x04;
    /** Type of service: low cost, for what does not matter. */
    public static final int IPTOS_LOWCOST = 0x02;
    /** Another name of IPTOS_LOWCOST, the man page's. */
    public static final int IPTOS_MINCOST = IPTOS_LOWCOST;

    /** Mask of the precedence in the type of service, deprecated. */
    public static final int IPTOS_PREC_MASK = IPTOS_CLASS_MASK;
    /** Precedence 7: control within a network. */
    public static final int IPTOS_PREC_NETCONTROL = IPTOS_CLASS_CS7;
    /** Precedence 6: control between networks, such as routing. */
    public static final int IPTOS_PREC_INTERNETCONTROL = IPTOS_CLASS_CS6;
    /** Precedence 5: critical. */
    public static final int IPTOS_PREC_CRITIC_ECP = IPTOS_CLASS_CS5;
    /** Precedence 4: flash override. */
    public static final int IPTOS_PREC_FLASHOVERRIDE = IPTOS_CLASS_CS4;
    /** Precedence 3: flash. */
    public static final int IPTOS_PREC_FLASH = IPTOS_CLASS_CS3;
    /** Precedence 2: immediate. */
    public static final int IPTOS_PREC_IMMEDIATE = IPTOS_CLASS_CS2;
    /** Precedence 1: priority. */
    public static final int IPTOS_PREC_PRIORITY = IPTOS_CLASS_CS1;
    /** Precedence 0: routine. */
    public static final int IPTOS_PREC_ROUTINE = IPTOS_CLASS_CS0;

    /** Option type: copied into every fragment. */
    public static final int IPOPT_COPY = 0x80;
    /** Option type: mask of the class. */
    public static final int IPOPT_CLASS_MASK = 0x60;
    /** Option type: mask of the number. */
    public static final int IPOPT_NUMBER_MASK = 0x1f;

    /** Option class: control. */
    public static final int IPOPT_CONTROL = 0x00;
    /** Option class: reserved. */
    public static final int IPOPT_RESERVED1 = 0x20;
    /** Option class: debugging and measurement. */
    public static final int IPOPT_DEBMEAS = 0x40;
    /** Another name of IPOPT_DEBMEAS, the kernel's. */
    public static final int IPOPT_MEASUREMENT = IPOPT_DEBMEAS;
    /** Option class: reserved. */
    public static final int IPOPT_RESERVED2 = 0x60;

    /** Option: end of the list. */
    public static final int IPOPT_EOL = 0;
    /** Another name of IPOPT_EOL, the kernel's. */
    public static final int IPOPT_END = IPOPT_EOL;
    /** Option: padding. */
    public static final int IPOPT_NOP = 1;
    /** Another name of IPOPT_NOP, the kernel's. */
    public static final int IPOPT_NOOP = IPOPT_NOP;
    /** Option: records the route. */
    public static final int IPOPT_RR = 7;
    /** Option: records time stamps. */
    public static final int IPOPT_TS = 68;
    /** Another name of IPOPT_TS, the kernel's. */
    public static final int IPOPT_TIMESTAMP = IPOPT_TS;
    /** Option: security level (RFC 1108). */
    public static final int IPOPT_SECURITY = 130;
    /** Another name of IPOPT_SECURITY, the kernel's. */
    public static final int IPOPT_SEC = IPOPT_SECURITY;
    /** Option: loose source route. */
    public static final int IPOPT_LSRR = 131;
    /** Option: commercial security label. */
    public static final int IPOPT_CIPSO = 134;
    /** Option: SATNET stream id. */
    public static final int IPOPT_SATID = 136;
    /** Another name of IPOPT_SATID, the kernel's. */
    public static final int IPOPT_SID = IPOPT_SATID;
    /** Option: strict source route. */
    public static final int IPOPT_SSRR = 137;
    /** Option: router alert (RFC 2113). */
    public static final int IPOPT_RA = 148;

    /** Offset within an option, in bytes: its type. */
    public static final int IPOPT_OPTVAL = 0;
    /** Offset within an option, in bytes: its length. */
    public static final int IPOPT_OLEN = 1;
    /** Offset within an option, in bytes: its pointer to the next free slot. */
    public static final int IPOPT_OFFSET = 2;
    /** Smallest value of that pointer. */
    public static final int IPOPT_MINOFF = 4;
    /** Most bytes of options in one header. */
    public static final int MAX_IPOPTLEN = 40;

    /** ipt_flg: time stamps only. */
    public static final int IPOPT_TS_TSONLY = 0;
    /** ipt_flg: time stamps and addresses. */
    public static final int IPOPT_TS_TSANDADDR = 1;
    /** ipt_flg: time stamps of the hosts listed only. */
    public static final int IPOPT_TS_PRESPEC = 3;

    /** Security level of RFC 791: unclassified. */
    public static final int IPOPT_SECUR_UNCLASS = 0x0000;
    /** Security level of RFC 791: confidential. */
    public static final int IPOPT_SECUR_CONFID = 0xf135;
    /** Security level of RFC 791: EFTO. */
    public static final int IPOPT_SECUR_EFTO = 0x789a;
    /** Security level of RFC 791: MMMM. */
    public static final int IPOPT_SECUR_MMMM = 0xbc4d;
    /** Security level of RFC 791: restricted. */
    public static final int IPOPT_SECUR_RESTR = 0xaf13;
    /** Security level of RFC 791: secret. */
    public static final int IPOPT_SECUR_SECRET = 0xd788;
    /** Security level of RFC 791: top secret. */
    public static final int IPOPT_SECUR_TOPSECRET = 0x6bc5;

    /** Largest time to live, in hops. */
    public static final int MAXTTL = 255;
    /** Time to live unless IP_TTL says otherwise, in hops. */
    public static final int IPDEFTTL = 64;
    /** Packet that every host can take, in bytes. */
    public static final int IP_MSS = 576;

    /** Not to be made: a header's class has only static members. */
    protected Ip() {}
}
