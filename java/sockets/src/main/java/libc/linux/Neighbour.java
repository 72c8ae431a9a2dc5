package libc.linux;

import java.nio.ByteBuffer;
import libc.Struct;

/**
 * {@code <linux/neighbour.h>}: neighbours (ARP, neighbour discovery) in rtnetlink messages.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
 */
public class Neighbour extends IfAddr {

    /** Not used. */
    public static final int NDA_UNSPEC = 0;
    /** Protocol address. */
    public static final int NDA_DST = 1;
    /** Link address. */
    public static final int NDA_LLADDR = 2;
    /** struct nda_cacheinfo: statistics. */
    public static final int NDA_CACHEINFO = 3;
    /** u32: probes sent. */
    public static final int NDA_PROBES = 4;
    /** u16: VLAN. */
    public static final int NDA_VLAN = 5;
    /** u16: port of a tunnel, network byte order. */
    public static final int NDA_PORT = 6;
    /** u32: network identifier of a tunnel. */
    public static final int NDA_VNI = 7;
    /** u32: interface index of a tunnel. */
    public static final int NDA_IFINDEX = 8;
    /** u32: index of the interface above. */
    public static final int NDA_MASTER = 9;
    /** s32: network namespace of the interface. */
    public static final int NDA_LINK_NETNSID = 10;
    /** u32: network identifier of the source. */
    public static final int NDA_SRC_VNI = 11;
    /** u8: who set the entry. */
    public static final int NDA_PROTOCOL = 12;
    /** u32: next hop. */
    public static final int NDA_NH_ID = 13;
    /** Nested: of a bridge's table. */
    public static final int NDA_FDB_EXT_ATTRS = 14;
    /** u32: NTF_EXT_*. */
    public static final int NDA_FLAGS_EXT = 15;
    /** u16: states to match. */
    public static final int NDA_NDM_STATE_MASK = 16;
    /** u8: flags to match. */
    public static final int NDA_NDM_FLAGS_MASK = 17;
    /** Largest of NDA_*. */
    public static final int NDA_MAX = 17;

    /** Flag: use the entry, which starts its resolution. */
    public static final int NTF_USE = 1 << 0;
    /** Flag: of the interface itself. */
    public static final int NTF_SELF = 1 << 1;
    /** Flag: of the interface above. */
    public static final int NTF_MASTER = 1 << 2;
    /** Flag: answers for the address. */
    public static final int NTF_PROXY = 1 << 3;
    /** Flag: learned by someone else. */
    public static final int NTF_EXT_LEARNED = 1 << 4;
    /** Flag: in the device too. */
    public static final int NTF_OFFLOADED = 1 << 5;
    /** Flag: stays at its port. */
    public static final int NTF_STICKY = 1 << 6;
    /** Flag: is a router. */
    public static final int NTF_ROUTER = 1 << 7;
    /** NDA_FLAGS_EXT: the kernel keeps the entry fresh. */
    public static final int NTF_EXT_MANAGED = 1 << 0;

    /** State: is being resolved. */
    public static final int NUD_INCOMPLETE = 0x01;
    /** State: confirmed to work. */
    public static final int NUD_REACHABLE = 0x02;
    /** State: expired. */
    public static final int NUD_STALE = 0x04;
    /** State: expired, waits for a confirmation. */
    public static final int NUD_DELAY = 0x08;
    /** State: is being probed again. */
    public static final int NUD_PROBE = 0x10;
    /** State: not to be reached. */
    public static final int NUD_FAILED = 0x20;
    /** State: needs no resolution. */
    public static final int NUD_NOARP = 0x40;
    /** State: set by hand, stays. */
    public static final int NUD_PERMANENT = 0x80;
    /** State: none. */
    public static final int NUD_NONE = 0x00;

    /** Not to be made: a header's class has only static members. */
    protected Neighbour() {}

    /**
     * {@code struct ndmsg}: a neighbour, the payload of RTM_NEWNEIGH, RTM_DELNEIGH and RTM_GETNEIGH before its
     * attributes NDA_*.
     */
    public static final class ndmsg extends Struct {
        /** Address family. */
        public int ndm_family;
        /** Padding. */
        public int ndm_pad1;
        /** Padding. */
        public int ndm_pad2;
        /** Interface index. */
        public int ndm_ifindex;
        /** State, NUD_*. */
        public int ndm_state;
        /** Flags, NTF_*. */
        public int ndm_flags;
        /** Type, RTN_*. */
        public int ndm_type;

        /** What was behind it in the memory that it was read from. */
        ByteBuffer attributes = ByteBuffer.allocate(0);

        /** {@code struct ndmsg a = {0}}. */
        public ndmsg() {}

        /**
         * {@code struct ndmsg a = {ndm_family, ndm_pad1, ndm_pad2, ndm_ifindex, ndm_state, ndm_flags, ndm_type}}.
         *
         * @param ndm_family address family
         * @param ndm_pad1 padding
         * @param ndm_pad2 padding
         * @param ndm_ifindex interface index
         * @param ndm_state state, NUD_*
         * @param ndm_flags flags, NTF_*
         * @param ndm_type type, RTN_*
         */
        public ndmsg(int ndm_family, int ndm_pad1, int ndm_pad2, int ndm_ifindex, int ndm_state, int ndm_flags,
                int ndm_type) {
            this.ndm_family = ndm_family;
            this.ndm_pad1 = ndm_pad1;
            this.ndm_pad2 = ndm_pad2;
            this.ndm_ifindex = ndm_ifindex;
            this.ndm_state = ndm_state;
            this.ndm_flags = ndm_flags;
            this.ndm_type = ndm_type;
        }

        /**
         * One read from memory, attributes behind it included.
         *
         * @param from where from, from its position, which stays
         */
        public ndmsg(ByteBuffer from) {
            unpack(from);
            attributes = behind(from, NLMSG_ALIGN(size()));
        }

        /**
         * {@code struct ndmsg a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static ndmsg[] array(int n) {
            return filled(new ndmsg[n], ndmsg::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(ndmsg from) {
            copy(from);
            attributes = from.attributes;
        }

        @Override
        protected void fields(Fields f) {
            ndm_family = f.as("AF_").uint8("ndm_family", ndm_family);
            ndm_pad1 = f.uint8("ndm_pad1", ndm_pad1);
            ndm_pad2 = f.uint16("ndm_pad2", ndm_pad2);
            ndm_ifindex = f.int32("ndm_ifindex", ndm_ifindex);
            ndm_state = f.as("NUD_").uint16("ndm_state", ndm_state);
            ndm_flags = f.as("NTF_").uint8("ndm_flags", ndm_flags);
            ndm_type = f.as("RTN_").uint8("ndm_type", ndm_type);
        }
    }

    /**
     * {@code struct nda_cacheinfo}: statistics of a neighbour, the value of NDA_CACHEINFO.
     */
    public static final class nda_cacheinfo extends Struct {
        /** Time since it was confirmed, in clock ticks. */
        public int ndm_confirmed;
        /** Time since it was used, in clock ticks. */
        public int ndm_used;
        /** Time since it was changed, in clock ticks. */
        public int ndm_updated;
        /** References. */
        public int ndm_refcnt;

        /** {@code struct nda_cacheinfo a = {0}}. */
        public nda_cacheinfo() {}

        /**
         * {@code struct nda_cacheinfo a = {ndm_confirmed, ndm_used, ndm_updated, ndm_refcnt}}.
         *
         * @param ndm_confirmed time since it was confirmed, in clock ticks
         * @param ndm_used time since it was used, in clock ticks
         * @param ndm_updated time since it was changed, in clock ticks
         * @param ndm_refcnt references
         */
        public nda_cacheinfo(int ndm_confirmed, int ndm_used, int ndm_updated, int ndm_refcnt) {
            this.ndm_confirmed = ndm_confirmed;
            this.ndm_used = ndm_used;
            this.ndm_updated = ndm_updated;
            this.ndm_refcnt = ndm_refcnt;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public nda_cacheinfo(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct nda_cacheinfo a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static nda_cacheinfo[] array(int n) {
            return filled(new nda_cacheinfo[n], nda_cacheinfo::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(nda_cacheinfo from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ndm_confirmed = f.int32("ndm_confirmed", ndm_confirmed);
            ndm_used = f.int32("ndm_used", ndm_used);
            ndm_updated = f.int32("ndm_updated", ndm_updated);
            ndm_refcnt = f.int32("ndm_refcnt", ndm_refcnt);
        }
    }
}
