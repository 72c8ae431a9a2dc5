package libc;

import static libc.Errno.EFAULT;
import static libc.internal.call.Function.function;
import static libc.internal.call.Native.refused;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;

import java.nio.ByteBuffer;
import libc.internal.call.Function;
import libc.internal.memory.Memory;
import libc.sys.Types;

/**
 * {@code <time.h>}: clocks. {@code struct timespec} is in {@link Types}, which has it for all headers.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/clock_gettime.2.html">clock_gettime(2)</a>
 */
public class Time extends Types {

    private static final Function CLOCK_GETTIME = function("int clock_gettime(clockid_t clockid, struct timespec *tp)");

    /** Time of day since 1970-01-01 00:00 UTC, which can be set. */
    public static final int CLOCK_REALTIME = 0;
    /** Time since some point of the past, which nobody sets; stands still while the machine sleeps. */
    public static final int CLOCK_MONOTONIC = 1;
    /** CPU time of the process. */
    public static final int CLOCK_PROCESS_CPUTIME_ID = 2;
    /** CPU time of the thread. */
    public static final int CLOCK_THREAD_CPUTIME_ID = 3;
    /** CLOCK_MONOTONIC without the adjustments of NTP. */
    public static final int CLOCK_MONOTONIC_RAW = 4;
    /** CLOCK_REALTIME as of the last tick: faster, less precise. */
    public static final int CLOCK_REALTIME_COARSE = 5;
    /** CLOCK_MONOTONIC as of the last tick: faster, less precise. */
    public static final int CLOCK_MONOTONIC_COARSE = 6;
    /** CLOCK_MONOTONIC and the time that the machine slept. */
    public static final int CLOCK_BOOTTIME = 7;
    /** A timer's clock: CLOCK_REALTIME, and wakes the machine. */
    public static final int CLOCK_REALTIME_ALARM = 8;
    /** A timer's clock: CLOCK_BOOTTIME, and wakes the machine. */
    public static final int CLOCK_BOOTTIME_ALARM = 9;
    /** International Atomic Time: CLOCK_REALTIME without leap seconds. */
    public static final int CLOCK_TAI = 11;

    /** A timer's time is a point in time, not a distance. */
    public static final int TIMER_ABSTIME = 1;

    /** Not to be made: a header's class has only static members. */
    protected Time() {}

    /**
     * {@code int clock_gettime(clockid_t clockid, struct timespec *tp);}
     *
     * <p>Tells the time of a clock. Of a virtual thread, CLOCK_THREAD_CPUTIME_ID is its carrier's.
     *
     * @param clockid CLOCK_REALTIME, CLOCK_MONOTONIC, ...
     * @param tp where the time goes
     * @return 0, or -1 with {@code errno()} EINVAL, EFAULT
     * @see <a href="https://man7.org/linux/man-pages/man2/clock_gettime.2.html">clock_gettime(2)</a>
     */
    public static int clock_gettime(int clockid, timespec tp) {
        if (tp == null) { // the kernel does not look at it: the clocks are read in user space
            return refused(CLOCK_GETTIME, EFAULT);
        }
        try (Memory m = memory()) {
            long room = m.in(tp);
            return m.back(result(CLOCK_GETTIME, m.call(CLOCK_GETTIME, clockid, room)), room, tp);
        }
    }

    /**
     * {@code struct itimerspec}: when a timer expires.
     */
    public static final class itimerspec extends Struct {
        /** Time between later expirations; 0 is none. */
        public final timespec it_interval = new timespec();
        /** Time of the first expiration; 0 disarms the timer. */
        public final timespec it_value = new timespec();

        /** {@code struct itimerspec a = {0}}. */
        public itimerspec() {}

        /**
         * {@code struct itimerspec a = {it_interval, it_value}}.
         *
         * @param it_interval time between later expirations; 0 is none
         * @param it_value time of the first expiration; 0 disarms the timer
         */
        public itimerspec(timespec it_interval, timespec it_value) {
            this.it_interval.set(it_interval);
            this.it_value.set(it_value);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public itimerspec(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct itimerspec a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static itimerspec[] array(int n) {
            return filled(new itimerspec[n], itimerspec::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(itimerspec from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("it_interval", it_interval);
            f.struct("it_value", it_value);
        }
    }
}
