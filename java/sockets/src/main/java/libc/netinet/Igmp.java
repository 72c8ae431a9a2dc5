package libc.netinet;

import java.nio.ByteBuffer;
import libc.Struct;

/**
 * {@code <netinet/igmp.h>}: IGMP, who listens to a multicast group.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
 */
public class Igmp extends In {

    /** Smallest message, in bytes. */
    public static final int IGMP_MINLEN = 8;
    /** Type: asks who listens. */
    public static final int IGMP_MEMBERSHIP_QUERY = 0x11;
    /** Type: listens, version 1. */
    public static final int IGMP_V1_MEMBERSHIP_REPORT = 0x12;
    /** Type: listens, version 2. */
    public static final int IGMP_V2_MEMBERSHIP_REPORT = 0x16;
    /** Type: listens no longer, version 2. */
    public static final int IGMP_V2_LEAVE_GROUP = 0x17;
    /** Type: DVMRP routing. */
    public static final int IGMP_DVMRP = 0x13;
    /** Type: PIM routing. */
    public static final int IGMP_PIM = 0x14;
    /** Type: trace. */
    public static final int IGMP_TRACE = 0x15;
    /** Type: multicast trace, answer. */
    public static final int IGMP_MTRACE_RESP = 0x1e;
    /** Type: multicast trace. */
    public static final int IGMP_MTRACE = 0x1f;
    /** Type: multicast router advertisement (RFC 4286). */
    public static final int IGMP_MRDISC_ADV = 0x30;
    /** Longest delay of a report, in seconds. */
    public static final int IGMP_MAX_HOST_REPORT_DELAY = 10;
    /** Units of igmp_code in a second. */
    public static final int IGMP_TIMER_SCALE = 10;
    /** State of a member: delays its report. */
    public static final int IGMP_DELAYING_MEMBER = 1;
    /** State of a member: idle. */
    public static final int IGMP_IDLE_MEMBER = 2;
    /** State of a member: another has reported. */
    public static final int IGMP_LAZY_MEMBER = 3;
    /** State of a member: sleeps. */
    public static final int IGMP_SLEEPING_MEMBER = 4;
    /** State of a member: wakes up. */
    public static final int IGMP_AWAKENING_MEMBER = 5;
    /** The router speaks version 1. */
    public static final int IGMP_v1_ROUTER = 1;
    /** The router speaks version 2. */
    public static final int IGMP_v2_ROUTER = 2;
    /** Former name of IGMP_MEMBERSHIP_QUERY. */
    public static final int IGMP_HOST_MEMBERSHIP_QUERY = IGMP_MEMBERSHIP_QUERY;
    /** Former name of IGMP_V1_MEMBERSHIP_REPORT. */
    public static final int IGMP_HOST_MEMBERSHIP_REPORT = IGMP_V1_MEMBERSHIP_REPORT;
    /** Former name of IGMP_V2_MEMBERSHIP_REPORT. */
    public static final int IGMP_HOST_NEW_MEMBERSHIP_REPORT = IGMP_V2_MEMBERSHIP_REPORT;
    /** Former name of IGMP_V2_LEAVE_GROUP. */
    public static final int IGMP_HOST_LEAVE_MESSAGE = IGMP_V2_LEAVE_GROUP;

    /** Not to be made: a header's class has only static members. */
    protected Igmp() {}

    /**
     * {@code struct igmp}: an IGMP message.
     */
    public static final class igmp extends Struct {
        /** Type: IGMP_MEMBERSHIP_QUERY, ... */
        public int igmp_type;
        /** Of a query, longest delay of a report in 1/10 s. */
        public int igmp_code;
        /** Checksum, in network byte order. */
        public int igmp_cksum;
        /** Multicast group. */
        public final in_addr igmp_group = new in_addr();

        /** {@code struct igmp a = {0}}. */
        public igmp() {}

        /**
         * {@code struct igmp a = {igmp_type, igmp_code, igmp_cksum, igmp_group}}.
         *
         * @param igmp_type type: IGMP_MEMBERSHIP_QUERY,
         * @param igmp_code of a query, longest delay of a report in 1/10 s
         * @param igmp_cksum checksum, in network byte order
         * @param igmp_group multicast group
         */
        public igmp(int igmp_type, int igmp_code, int igmp_cksum, in_addr igmp_group) {
            this.igmp_type = igmp_type;
            this.igmp_code = igmp_code;
            this.igmp_cksum = igmp_cksum;
            this.igmp_group.set(igmp_group);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public igmp(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct igmp a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static igmp[] array(int n) {
            return filled(new igmp[n], igmp::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(igmp from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            igmp_type = f.uint8("igmp_type", igmp_type);
            igmp_code = f.uint8("igmp_code", igmp_code);
            igmp_cksum = f.uint16("igmp_cksum", igmp_cksum);
            f.struct("igmp_group", igmp_group);
        }
    }
}
