package libc.linux;

import java.nio.ByteBuffer;
import libc.Struct;

/**
 * {@code <linux/net_tstamp.h>}: timestamps of packets: SO_TIMESTAMPING, SIOCSHWTSTAMP and SO_TXTIME.
 *
 * @see <a href="https://docs.kernel.org/networking/timestamping.html">docs.kernel.org: timestamping</a>
 * @see <a href="https://man7.org/linux/man-pages/man7/socket.7.html">socket(7)</a>
 */
public class NetTstamp extends libc.sys.Types {

    /** SO_TIMESTAMPING: the device timestamps what it sends. */
    public static final int SOF_TIMESTAMPING_TX_HARDWARE = 1;
    /** SO_TIMESTAMPING: the driver timestamps what it hands to the device. */
    public static final int SOF_TIMESTAMPING_TX_SOFTWARE = 2;
    /** SO_TIMESTAMPING: the device timestamps what it receives. */
    public static final int SOF_TIMESTAMPING_RX_HARDWARE = 4;
    /** SO_TIMESTAMPING: the kernel timestamps what it receives. */
    public static final int SOF_TIMESTAMPING_RX_SOFTWARE = 8;
    /** SO_TIMESTAMPING: reports software timestamps. */
    public static final int SOF_TIMESTAMPING_SOFTWARE = 16;
    /** SO_TIMESTAMPING: deprecated and ignored. */
    public static final int SOF_TIMESTAMPING_SYS_HARDWARE = 32;
    /** SO_TIMESTAMPING: reports hardware timestamps. */
    public static final int SOF_TIMESTAMPING_RAW_HARDWARE = 64;
    /** SO_TIMESTAMPING: numbers what is sent, in ee_data; TCP by bytes. */
    public static final int SOF_TIMESTAMPING_OPT_ID = 128;
    /** SO_TIMESTAMPING: timestamps before the packet scheduler. */
    public static final int SOF_TIMESTAMPING_TX_SCHED = 256;
    /** SO_TIMESTAMPING: timestamps when all is acknowledged (TCP). */
    public static final int SOF_TIMESTAMPING_TX_ACK = 512;
    /** SO_TIMESTAMPING: sent timestamps bring packet information too. */
    public static final int SOF_TIMESTAMPING_OPT_CMSG = 1024;
    /** SO_TIMESTAMPING: sent timestamps come without the packet. */
    public static final int SOF_TIMESTAMPING_OPT_TSONLY = 2048;
    /** SO_TIMESTAMPING: sent timestamps bring TCP's statistics. */
    public static final int SOF_TIMESTAMPING_OPT_STATS = 4096;
    /** SO_TIMESTAMPING: hardware timestamps bring struct scm_ts_pktinfo. */
    public static final int SOF_TIMESTAMPING_OPT_PKTINFO = 8192;
    /** SO_TIMESTAMPING: both a software and a hardware timestamp of what is sent. */
    public static final int SOF_TIMESTAMPING_OPT_TX_SWHW = 16384;
    /** SO_TIMESTAMPING: timestamps by the clock that bind_phc names. */
    public static final int SOF_TIMESTAMPING_BIND_PHC = 32768;
    /** Last flag of SO_TIMESTAMPING that the headers of Linux 6.1 know. */
    public static final int SOF_TIMESTAMPING_LAST = 32768;
    /** All flags of SO_TIMESTAMPING that the headers of Linux 6.1 know. */
    public static final int SOF_TIMESTAMPING_MASK = 0xffff;
    /** Flags of SO_TIMESTAMPING that ask for timestamps of what is sent. */
    public static final int SOF_TIMESTAMPING_TX_RECORD_MASK = SOF_TIMESTAMPING_TX_HARDWARE
            | SOF_TIMESTAMPING_TX_SOFTWARE | SOF_TIMESTAMPING_TX_SCHED | SOF_TIMESTAMPING_TX_ACK;

    /** hwtstamp_config flag: may use the clock of a bond's active interface. */
    public static final int HWTSTAMP_FLAG_BONDED_PHC_INDEX = 1;
    /** Last flag of hwtstamp_config. */
    public static final int HWTSTAMP_FLAG_LAST = 1;
    /** All flags of hwtstamp_config. */
    public static final int HWTSTAMP_FLAG_MASK = 1;

    /** tx_type: no timestamps. */
    public static final int HWTSTAMP_TX_OFF = 0;
    /** tx_type: timestamps as sockets ask. */
    public static final int HWTSTAMP_TX_ON = 1;
    /** tx_type: writes the time into PTP sync packets. */
    public static final int HWTSTAMP_TX_ONESTEP_SYNC = 2;
    /** tx_type: writes the time into PTP sync and peer delay response packets. */
    public static final int HWTSTAMP_TX_ONESTEP_P2P = 3;

    /** rx_filter: nothing is timestamped. */
    public static final int HWTSTAMP_FILTER_NONE = 0;
    /** rx_filter: every packet. */
    public static final int HWTSTAMP_FILTER_ALL = 1;
    /** rx_filter, answer only: what was asked for, and more. */
    public static final int HWTSTAMP_FILTER_SOME = 2;
    /** rx_filter: PTP version 1 over UDP, events. */
    public static final int HWTSTAMP_FILTER_PTP_V1_L4_EVENT = 3;
    /** rx_filter: PTP version 1 over UDP, sync. */
    public static final int HWTSTAMP_FILTER_PTP_V1_L4_SYNC = 4;
    /** rx_filter: PTP version 1 over UDP, delay requests. */
    public static final int HWTSTAMP_FILTER_PTP_V1_L4_DELAY_REQ = 5;
    /** rx_filter: PTP version 2 over UDP, events. */
    public static final int HWTSTAMP_FILTER_PTP_V2_L4_EVENT = 6;
    /** rx_filter: PTP version 2 over UDP, sync. */
    public static final int HWTSTAMP_FILTER_PTP_V2_L4_SYNC = 7;
    /** rx_filter: PTP version 2 over UDP, delay requests. */
    public static final int HWTSTAMP_FILTER_PTP_V2_L4_DELAY_REQ = 8;
    /** rx_filter: PTP version 2 over Ethernet, events. */
    public static final int HWTSTAMP_FILTER_PTP_V2_L2_EVENT = 9;
    /** rx_filter: PTP version 2 over Ethernet, sync. */
    public static final int HWTSTAMP_FILTER_PTP_V2_L2_SYNC = 10;
    /** rx_filter: PTP version 2 over Ethernet, delay requests. */
    public static final int HWTSTAMP_FILTER_PTP_V2_L2_DELAY_REQ = 11;
    /** rx_filter: PTP version 2, events. */
    public static final int HWTSTAMP_FILTER_PTP_V2_EVENT = 12;
    /** rx_filter: PTP version 2, sync. */
    public static final int HWTSTAMP_FILTER_PTP_V2_SYNC = 13;
    /** rx_filter: PTP version 2, delay requests. */
    public static final int HWTSTAMP_FILTER_PTP_V2_DELAY_REQ = 14;
    /** rx_filter: NTP. */
    public static final int HWTSTAMP_FILTER_NTP_ALL = 15;

    /** SO_TXTIME: the time is a deadline. */
    public static final int SOF_TXTIME_DEADLINE_MODE = 1;
    /** SO_TXTIME: what is dropped is reported on the error queue. */
    public static final int SOF_TXTIME_REPORT_ERRORS = 2;
    /** Last flag of SO_TXTIME. */
    public static final int SOF_TXTIME_FLAGS_LAST = 2;
    /** All flags of SO_TXTIME. */
    public static final int SOF_TXTIME_FLAGS_MASK = 3;

    /** Not to be made: a header's class has only static members. */
    protected NetTstamp() {}

    /**
     * {@code struct so_timestamping}: the value of SO_TIMESTAMPING with a clock.
     */
    public static final class so_timestamping extends Struct {
        /** SOF_TIMESTAMPING_*. */
        public int flags;
        /** Number of the PTP clock, for SOF_TIMESTAMPING_BIND_PHC. */
        public int bind_phc;

        /** {@code struct so_timestamping a = {0}}. */
        public so_timestamping() {}

        /**
         * {@code struct so_timestamping a = {flags, bind_phc}}.
         *
         * @param flags SOF_TIMESTAMPING_*
         * @param bind_phc number of the PTP clock, for SOF_TIMESTAMPING_BIND_PHC
         */
        public so_timestamping(int flags, int bind_phc) {
            this.flags = flags;
            this.bind_phc = bind_phc;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public so_timestamping(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct so_timestamping a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static so_timestamping[] array(int n) {
            return filled(new so_timestamping[n], so_timestamping::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(so_timestamping from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            flags = f.as("SOF_TIMESTAMPING_").int32("flags", flags);
            bind_phc = f.int32("bind_phc", bind_phc);
        }
    }

    /**
     * {@code struct hwtstamp_config}: what a device timestamps, behind {@code ifr_data} of SIOCSHWTSTAMP and
     * SIOCGHWTSTAMP.
     */
    public static final class hwtstamp_config extends Struct {
        /** HWTSTAMP_FLAG_*. */
        public int flags;
        /** What it sends, HWTSTAMP_TX_*. */
        public int tx_type;
        /** What it receives, HWTSTAMP_FILTER_*. */
        public int rx_filter;

        /** {@code struct hwtstamp_config a = {0}}. */
        public hwtstamp_config() {}

        /**
         * {@code struct hwtstamp_config a = {flags, tx_type, rx_filter}}.
         *
         * @param flags HWTSTAMP_FLAG_*
         * @param tx_type what it sends, HWTSTAMP_TX_*
         * @param rx_filter what it receives, HWTSTAMP_FILTER_*
         */
        public hwtstamp_config(int flags, int tx_type, int rx_filter) {
            this.flags = flags;
            this.tx_type = tx_type;
            this.rx_filter = rx_filter;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public hwtstamp_config(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct hwtstamp_config a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static hwtstamp_config[] array(int n) {
            return filled(new hwtstamp_config[n], hwtstamp_config::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(hwtstamp_config from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            flags = f.as("HWTSTAMP_FLAG_").int32("flags", flags);
            tx_type = f.as("HWTSTAMP_TX_").int32("tx_type", tx_type);
            rx_filter = f.as("HWTSTAMP_FILTER_").int32("rx_filter", rx_filter);
        }
    }

    /**
     * {@code struct scm_ts_pktinfo}: the control message SCM_TIMESTAMPING_PKTINFO.
     */
    public static final class scm_ts_pktinfo extends Struct {
        /** Index of the interface that timestamped. */
        public int if_index;
        /** Bytes of the packet at the link layer. */
        public int pkt_length;
        /** Not used. */
        public final int[] reserved = new int[2];

        /** {@code struct scm_ts_pktinfo a = {0}}. */
        public scm_ts_pktinfo() {}

        /**
         * {@code struct scm_ts_pktinfo a = {if_index, pkt_length, reserved}}.
         *
         * @param if_index index of the interface that timestamped
         * @param pkt_length bytes of the packet at the link layer
         * @param reserved not used
         */
        public scm_ts_pktinfo(int if_index, int pkt_length, int[] reserved) {
            this.if_index = if_index;
            this.pkt_length = pkt_length;
            System.arraycopy(reserved, 0, this.reserved, 0, reserved.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public scm_ts_pktinfo(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct scm_ts_pktinfo a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static scm_ts_pktinfo[] array(int n) {
            return filled(new scm_ts_pktinfo[n], scm_ts_pktinfo::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(scm_ts_pktinfo from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            if_index = f.int32("if_index", if_index);
            pkt_length = f.int32("pkt_length", pkt_length);
            f.int32s("reserved", reserved);
        }
    }

    /**
     * {@code struct sock_txtime}: the value of SO_TXTIME.
     */
    public static final class sock_txtime extends Struct {
        /** Clock of the times, as CLOCK_TAI. */
        public int clockid;
        /** SOF_TXTIME_*. */
        public int flags;

        /** {@code struct sock_txtime a = {0}}. */
        public sock_txtime() {}

        /**
         * {@code struct sock_txtime a = {clockid, flags}}.
         *
         * @param clockid clock of the times, as CLOCK_TAI
         * @param flags SOF_TXTIME_*
         */
        public sock_txtime(int clockid, int flags) {
            this.clockid = clockid;
            this.flags = flags;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public sock_txtime(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct sock_txtime a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static sock_txtime[] array(int n) {
            return filled(new sock_txtime[n], sock_txtime::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(sock_txtime from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            clockid = f.as("CLOCK_").int32("clockid", clockid);
            flags = f.as("SOF_TXTIME_").int32("flags", flags);
        }
    }
}
