package libc.linux;

import static libc.sys.Socket.AF_INET;
import static libc.sys.Socket.AF_INET6;
import static libc.sys.Socket.AF_UNSPEC;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import libc.Struct;
import libc.bits.Socket.sockaddr;
import libc.netinet.In.sockaddr_in;
import libc.netinet.In.sockaddr_in6;

/**
 * {@code <linux/errqueue.h>}: entries of a socket's error queue, which MSG_ERRQUEUE receives.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/recv.2.html">recv(2)</a>
 * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
 * @see <a href="https://docs.kernel.org/networking/msg_zerocopy.html">docs.kernel.org: msg_zerocopy</a>
 */
public class Errqueue extends libc.sys.Types {

    /** ee_origin: none. */
    public static final int SO_EE_ORIGIN_NONE = 0;
    /** ee_origin: this machine. */
    public static final int SO_EE_ORIGIN_LOCAL = 1;
    /** ee_origin: ICMP. */
    public static final int SO_EE_ORIGIN_ICMP = 2;
    /** ee_origin: ICMPv6. */
    public static final int SO_EE_ORIGIN_ICMP6 = 3;
    /** ee_origin: timestamps of what was sent. */
    public static final int SO_EE_ORIGIN_TXSTATUS = 4;
    /** ee_origin: MSG_ZEROCOPY is done with the sends from ee_info to ee_data. */
    public static final int SO_EE_ORIGIN_ZEROCOPY = 5;
    /** ee_origin: SO_TXTIME dropped a packet. */
    public static final int SO_EE_ORIGIN_TXTIME = 6;
    /** Another name of SO_EE_ORIGIN_TXSTATUS. */
    public static final int SO_EE_ORIGIN_TIMESTAMPING = SO_EE_ORIGIN_TXSTATUS;

    /** ee_code of SO_EE_ORIGIN_ZEROCOPY: the data was copied after all. */
    public static final int SO_EE_CODE_ZEROCOPY_COPIED = 1;
    /** ee_code of SO_EE_ORIGIN_TXTIME: the time was not valid. */
    public static final int SO_EE_CODE_TXTIME_INVALID_PARAM = 1;
    /** ee_code of SO_EE_ORIGIN_TXTIME: the deadline was missed. */
    public static final int SO_EE_CODE_TXTIME_MISSED = 2;
    /** flags of struct sock_ee_data_rfc4884: the extension's checksum or length is wrong. */
    public static final int SO_EE_RFC4884_FLAG_INVALID = 1;

    /** ee_info of SO_EE_ORIGIN_TIMESTAMPING: handed to the device, or sent by it. */
    public static final int SCM_TSTAMP_SND = 0;
    /** ee_info of SO_EE_ORIGIN_TIMESTAMPING: entered the packet scheduler. */
    public static final int SCM_TSTAMP_SCHED = 1;
    /** ee_info of SO_EE_ORIGIN_TIMESTAMPING: acknowledged by the peer. */
    public static final int SCM_TSTAMP_ACK = 2;

    /** Not to be made: a header's class has only static members. */
    protected Errqueue() {}

    /**
     * {@code struct sockaddr *SO_EE_OFFENDER(struct sock_extended_err *ee);}
     *
     * <p>Tells where an error came from. The address is behind the struct in the memory that it was read from.
     *
     * @param ee the error, read from a control message
     * @return the address in its family's class; of family AF_UNSPEC if it is not known
     * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>
     */
    public static sockaddr SO_EE_OFFENDER(sock_extended_err ee) {
        ByteBuffer memory = ee.offender;
        int family = memory.remaining() < sizeof(sockaddr.class) ? AF_UNSPEC : new sockaddr(memory).sa_family();
        if (family == AF_INET) {
            return new sockaddr_in(memory);
        } else if (family == AF_INET6 && memory.remaining() >= sizeof(sockaddr_in6.class)) {
            return new sockaddr_in6(memory);
        }
        return new sockaddr();
    }

    /**
     * {@code struct sock_ee_data_rfc4884}: where an ICMP extension (RFC 4884) is.
     */
    public static final class sock_ee_data_rfc4884 extends Struct {
        /** Offset of the extension behind the ICMP header, in bytes. */
        public int len;
        /** SO_EE_RFC4884_FLAG_INVALID. */
        public int flags;
        /** Not used. */
        public int reserved;

        /** {@code struct sock_ee_data_rfc4884 a = {0}}. */
        public sock_ee_data_rfc4884() {}

        /**
         * {@code struct sock_ee_data_rfc4884 a = {len, flags, reserved}}.
         *
         * @param len offset of the extension behind the ICMP header, in bytes
         * @param flags SO_EE_RFC4884_FLAG_INVALID
         * @param reserved not used
         */
        public sock_ee_data_rfc4884(int len, int flags, int reserved) {
            this.len = len;
            this.flags = flags;
            this.reserved = reserved;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public sock_ee_data_rfc4884(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct sock_ee_data_rfc4884 a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static sock_ee_data_rfc4884[] array(int n) {
            return filled(new sock_ee_data_rfc4884[n], sock_ee_data_rfc4884::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(sock_ee_data_rfc4884 from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            len = f.uint16("len", len);
            flags = f.uint8("flags", flags);
            reserved = f.uint8("reserved", reserved);
        }
    }

    /**
     * {@code struct sock_extended_err}: an entry of the error queue, a control message IP_RECVERR, IPV6_RECVERR
     * and others.
     */
    public static final class sock_extended_err extends Struct {
        /** Error, an errno; ENOMSG of a timestamp, 0 of MSG_ZEROCOPY. */
        public int ee_errno;
        /** Where it came from, SO_EE_ORIGIN_*. */
        public int ee_origin;
        /** ICMP type. */
        public int ee_type;
        /** ICMP code, or SO_EE_CODE_*. */
        public int ee_code;
        /** Padding. */
        public int ee_pad;
        /** More: path MTU in bytes, kind of timestamp SCM_TSTAMP_*, first send that MSG_ZEROCOPY is done with. */
        public int ee_info;
        /** More: number of what was sent, last send that MSG_ZEROCOPY is done with. */
        public int ee_data;

        private ByteBuffer offender = ByteBuffer.allocate(0);

        /** {@code struct sock_extended_err a = {0}}. */
        public sock_extended_err() {}

        /**
         * {@code struct sock_extended_err a = {ee_errno, ee_origin, ee_type, ee_code, ee_pad, ee_info, ee_data}}.
         *
         * @param ee_errno error, an errno; ENOMSG of a timestamp, 0 of MSG_ZEROCOPY
         * @param ee_origin where it came from, SO_EE_ORIGIN_*
         * @param ee_type ICMP type
         * @param ee_code ICMP code, or SO_EE_CODE_*
         * @param ee_pad padding
         * @param ee_info more: path MTU in bytes, kind of timestamp SCM_TSTAMP_*, first send that MSG_ZEROCOPY is
         *     done with
         * @param ee_data more: number of what was sent, last send that MSG_ZEROCOPY is done with
         */
        public sock_extended_err(int ee_errno, int ee_origin, int ee_type, int ee_code, int ee_pad, int ee_info,
                int ee_data) {
            this.ee_errno = ee_errno;
            this.ee_origin = ee_origin;
            this.ee_type = ee_type;
            this.ee_code = ee_code;
            this.ee_pad = ee_pad;
            this.ee_info = ee_info;
            this.ee_data = ee_data;
        }

        /**
         * One read from memory, the address behind it included.
         *
         * @param from where from, from its position, which stays
         */
        public sock_extended_err(ByteBuffer from) {
            unpack(from);
            offender = from.slice(from.position() + size(), from.remaining() - size());
        }

        /**
         * {@code struct sock_extended_err a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static sock_extended_err[] array(int n) {
            return filled(new sock_extended_err[n], sock_extended_err::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(sock_extended_err from) {
            copy(from);
            offender = from.offender;
        }

        /**
         * {@code ee_rfc4884}, which shares its place with {@code ee_data}.
         *
         * @return where the ICMP extension is, copied now
         */
        public sock_ee_data_rfc4884 ee_rfc4884() {
            return new sock_ee_data_rfc4884(
                    ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder()).putInt(0, ee_data));
        }

        /**
         * {@code ee_rfc4884}, which shares its place with {@code ee_data}.
         *
         * @param ee_rfc4884 where the ICMP extension is, copied now
         */
        public void ee_rfc4884(sock_ee_data_rfc4884 ee_rfc4884) {
            ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder());
            ee_rfc4884.pack(bytes);
            ee_data = bytes.getInt(0);
        }

        @Override
        protected void fields(Fields f) {
            ee_errno = f.as("E").int32("ee_errno", ee_errno);
            ee_origin = f.as("SO_EE_ORIGIN_").uint8("ee_origin", ee_origin);
            ee_type = f.uint8("ee_type", ee_type);
            ee_code = f.uint8("ee_code", ee_code);
            ee_pad = f.uint8("ee_pad", ee_pad);
            ee_info = f.int32("ee_info", ee_info);
            ee_data = f.int32("ee_data", ee_data);
            f.at(12);
            f.struct("ee_rfc4884", ee_rfc4884());
        }
    }

    /**
     * {@code struct scm_timestamping}: the control message SCM_TIMESTAMPING.
     */
    public static final class scm_timestamping extends Struct {
        /** Timestamps: the kernel's, none, the device's; 0 where there is none. */
        public final timespec[] ts = timespec.array(3);

        /** {@code struct scm_timestamping a = {0}}. */
        public scm_timestamping() {}

        /**
         * {@code struct scm_timestamping a = {ts}}.
         *
         * @param ts timestamps: the kernel's, none, the device's; 0 where there is none
         */
        public scm_timestamping(timespec[] ts) {
            for (int i = 0; i < ts.length; i++) {
                this.ts[i].set(ts[i]);
            }
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public scm_timestamping(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct scm_timestamping a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static scm_timestamping[] array(int n) {
            return filled(new scm_timestamping[n], scm_timestamping::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(scm_timestamping from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.structs("ts", ts);
        }
    }
}
