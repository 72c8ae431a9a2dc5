package libc.linux;

import java.nio.ByteBuffer;
import libc.Struct;
import libc.linux.Rtnetlink.rtattr;

/**
 * {@code <linux/if_addr.h>}: addresses in rtnetlink messages.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
 */
public class IfAddr extends IfLink {

    /** Not used. */
    public static final int IFA_UNSPEC = 0;
    /** The prefix's address, or the peer's of a point-to-point link. */
    public static final int IFA_ADDRESS = 1;
    /** The interface's own address. */
    public static final int IFA_LOCAL = 2;
    /** String: label. */
    public static final int IFA_LABEL = 3;
    /** Broadcast address. */
    public static final int IFA_BROADCAST = 4;
    /** Anycast address. */
    public static final int IFA_ANYCAST = 5;
    /** struct ifa_cacheinfo: lifetimes. */
    public static final int IFA_CACHEINFO = 6;
    /** Multicast address. */
    public static final int IFA_MULTICAST = 7;
    /** u32: IFA_F_*, all of them; ifa_flags has 8 bits. */
    public static final int IFA_FLAGS = 8;
    /** u32: metric of the prefix's route. */
    public static final int IFA_RT_PRIORITY = 9;
    /** s32: network namespace to look in. */
    public static final int IFA_TARGET_NETNSID = 10;
    /** u8: who set the address, IFAPROT_*. */
    public static final int IFA_PROTO = 11;
    /** Largest of IFA_*. */
    public static final int IFA_MAX = 11;

    /** Another address of a subnet. */
    public static final int IFA_F_SECONDARY = 0x01;
    /** Temporary, for privacy; the same bit as IFA_F_SECONDARY. */
    public static final int IFA_F_TEMPORARY = IFA_F_SECONDARY;
    /** Duplicates are not looked for. */
    public static final int IFA_F_NODAD = 0x02;
    /** In use while duplicates are looked for. */
    public static final int IFA_F_OPTIMISTIC = 0x04;
    /** A duplicate was found. */
    public static final int IFA_F_DADFAILED = 0x08;
    /** A mobile node's home address. */
    public static final int IFA_F_HOMEADDRESS = 0x10;
    /** No longer preferred. */
    public static final int IFA_F_DEPRECATED = 0x20;
    /** Not in use yet, duplicates are looked for. */
    public static final int IFA_F_TENTATIVE = 0x40;
    /** Set by hand, stays. */
    public static final int IFA_F_PERMANENT = 0x80;
    /** The kernel makes temporary addresses from it. */
    public static final int IFA_F_MANAGETEMPADDR = 0x100;
    /** Without a route to its prefix. */
    public static final int IFA_F_NOPREFIXROUTE = 0x200;
    /** Joins the multicast group by itself. */
    public static final int IFA_F_MCAUTOJOIN = 0x400;
    /** Made from a secret (RFC 7217). */
    public static final int IFA_F_STABLE_PRIVACY = 0x800;

    /** Set by: not said. */
    public static final int IFAPROT_UNSPEC = 0;
    /** Set by: the kernel, loopback. */
    public static final int IFAPROT_KERNEL_LO = 1;
    /** Set by: the kernel, from a router advertisement. */
    public static final int IFAPROT_KERNEL_RA = 2;
    /** Set by: the kernel, link-local. */
    public static final int IFAPROT_KERNEL_LL = 3;

    /** Not to be made: a header's class has only static members. */
    protected IfAddr() {}

    /**
     * {@code struct rtattr *IFA_RTA(struct ifaddrmsg *r);}
     *
     * <p>Finds the first attribute behind a {@code struct ifaddrmsg} in the memory that it was read from.
     *
     * @param r the struct, read from a message
     * @return the attribute; of a struct that was not read from memory, one of no bytes, for which {@link
     *     Rtnetlink#RTA_OK(Rtnetlink.rtattr, int)} is false
     * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
     */
    public static rtattr IFA_RTA(ifaddrmsg r) {
        return new rtattr(r.attributes);
    }

    /**
     * {@code int IFA_PAYLOAD(struct nlmsghdr *n);}
     *
     * <p>Tells how many bytes of attributes there are behind a {@code struct ifaddrmsg}.
     *
     * @param n the message
     * @return bytes of attributes
     * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
     */
    public static int IFA_PAYLOAD(nlmsghdr n) {
        return NLMSG_PAYLOAD(n, sizeof(ifaddrmsg.class));
    }

    /**
     * {@code struct ifaddrmsg}: an address, the payload of RTM_NEWADDR, RTM_DELADDR and RTM_GETADDR before its
     * attributes IFA_*.
     */
    public static final class ifaddrmsg extends Struct {
        /** AF_INET or AF_INET6. */
        public int ifa_family;
        /** Bits of the prefix. */
        public int ifa_prefixlen;
        /** IFA_F_*, the lower 8 bits. */
        public int ifa_flags;
        /** Scope, RT_SCOPE_*. */
        public int ifa_scope;
        /** Interface index. */
        public int ifa_index;

        /** What was behind it in the memory that it was read from. */
        ByteBuffer attributes = ByteBuffer.allocate(0);

        /** {@code struct ifaddrmsg a = {0}}. */
        public ifaddrmsg() {}

        /**
         * {@code struct ifaddrmsg a = {ifa_family, ifa_prefixlen, ifa_flags, ifa_scope, ifa_index}}.
         *
         * @param ifa_family AF_INET or AF_INET6
         * @param ifa_prefixlen bits of the prefix
         * @param ifa_flags IFA_F_*, the lower 8 bits
         * @param ifa_scope scope, RT_SCOPE_*
         * @param ifa_index interface index
         */
        public ifaddrmsg(int ifa_family, int ifa_prefixlen, int ifa_flags, int ifa_scope, int ifa_index) {
            this.ifa_family = ifa_family;
            this.ifa_prefixlen = ifa_prefixlen;
            this.ifa_flags = ifa_flags;
            this.ifa_scope = ifa_scope;
            this.ifa_index = ifa_index;
        }

        /**
         * One read from memory, attributes behind it included.
         *
         * @param from where from, from its position, which stays
         */
        public ifaddrmsg(ByteBuffer from) {
            unpack(from);
            attributes = behind(from, NLMSG_ALIGN(size()));
        }

        /**
         * {@code struct ifaddrmsg a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ifaddrmsg[] array(int n) {
            return filled(new ifaddrmsg[n], ifaddrmsg::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ifaddrmsg from) {
            copy(from);
            attributes = from.attributes;
        }

        @Override
        protected void fields(Fields f) {
            ifa_family = f.as("AF_").uint8("ifa_family", ifa_family);
            ifa_prefixlen = f.uint8("ifa_prefixlen", ifa_prefixlen);
            ifa_flags = f.as("IFA_F_").uint8("ifa_flags", ifa_flags);
            ifa_scope = f.as("RT_SCOPE_").uint8("ifa_scope", ifa_scope);
            ifa_index = f.int32("ifa_index", ifa_index);
        }
    }

    /**
     * {@code struct ifa_cacheinfo}: lifetimes of an address, the value of IFA_CACHEINFO.
     */
    public static final class ifa_cacheinfo extends Struct {
        /** Seconds that it is preferred, unsigned; -1 for ever. */
        public int ifa_prefered;
        /** Seconds that it is valid, unsigned; -1 for ever. */
        public int ifa_valid;
        /** When it was made, in 1/100 s since the machine started. */
        public int cstamp;
        /** When it was changed, in 1/100 s since the machine started. */
        public int tstamp;

        /** {@code struct ifa_cacheinfo a = {0}}. */
        public ifa_cacheinfo() {}

        /**
         * {@code struct ifa_cacheinfo a = {ifa_prefered, ifa_valid, cstamp, tstamp}}.
         *
         * @param ifa_prefered seconds that it is preferred, unsigned; -1 for ever
         * @param ifa_valid seconds that it is valid, unsigned; -1 for ever
         * @param cstamp when it was made, in 1/100 s since the machine started
         * @param tstamp when it was changed, in 1/100 s since the machine started
         */
        public ifa_cacheinfo(int ifa_prefered, int ifa_valid, int cstamp, int tstamp) {
            this.ifa_prefered = ifa_prefered;
            this.ifa_valid = ifa_valid;
            this.cstamp = cstamp;
            this.tstamp = tstamp;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public ifa_cacheinfo(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct ifa_cacheinfo a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ifa_cacheinfo[] array(int n) {
            return filled(new ifa_cacheinfo[n], ifa_cacheinfo::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ifa_cacheinfo from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ifa_prefered = f.int32("ifa_prefered", ifa_prefered);
            ifa_valid = f.int32("ifa_valid", ifa_valid);
            cstamp = f.int32("cstamp", cstamp);
            tstamp = f.int32("tstamp", tstamp);
        }
    }
}
