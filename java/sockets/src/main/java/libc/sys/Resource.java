package libc.sys;

import static libc.Errno.EFAULT;
import static libc.internal.call.Function.function;
import static libc.internal.call.Native.refused;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;

import java.nio.ByteBuffer;
import libc.Struct;
import libc.internal.call.Function;
import libc.internal.memory.Memory;

/**
 * {@code <sys/resource.h>}: limits of a process.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/getrlimit.2.html">getrlimit(2)</a>
 */
public class Resource extends Types {

    private static final Function GETRLIMIT = function("int getrlimit(int resource, struct rlimit *rlim)");
    private static final Function SETRLIMIT = function("int setrlimit(int resource, const struct rlimit *rlim)");
    private static final Function PRLIMIT =
            function("int prlimit(pid_t pid, int resource, const struct rlimit *new_limit, struct rlimit *old_limit)");

    /** CPU time, in seconds. */
    public static final int RLIMIT_CPU = 0;
    /** Size of a file that is written, in bytes. */
    public static final int RLIMIT_FSIZE = 1;
    /** Data segment, in bytes. */
    public static final int RLIMIT_DATA = 2;
    /** Stack of the main thread, in bytes. */
    public static final int RLIMIT_STACK = 3;
    /** Core dump, in bytes. */
    public static final int RLIMIT_CORE = 4;
    /** Resident memory, in bytes; without effect. */
    public static final int RLIMIT_RSS = 5;
    /** Processes and threads of the user. */
    public static final int RLIMIT_NPROC = 6;
    /** One more than the highest descriptor. */
    public static final int RLIMIT_NOFILE = 7;
    /** BSD's name of RLIMIT_NOFILE. */
    public static final int RLIMIT_OFILE = RLIMIT_NOFILE;
    /** Locked memory, in bytes. */
    public static final int RLIMIT_MEMLOCK = 8;
    /** Address space, in bytes. */
    public static final int RLIMIT_AS = 9;
    /** Locks on files; without effect. */
    public static final int RLIMIT_LOCKS = 10;
    /** Signals that wait for the user. */
    public static final int RLIMIT_SIGPENDING = 11;
    /** POSIX message queues of the user, in bytes. */
    public static final int RLIMIT_MSGQUEUE = 12;
    /** Ceiling of the nice value, as 20 less it. */
    public static final int RLIMIT_NICE = 13;
    /** Ceiling of the real-time priority. */
    public static final int RLIMIT_RTPRIO = 14;
    /** CPU time of a real-time thread without a blocking call, in µs. */
    public static final int RLIMIT_RTTIME = 15;
    /** How many limits there are. */
    public static final int RLIMIT_NLIMITS = 16;
    /** How many limits there are. */
    public static final int RLIM_NLIMITS = RLIMIT_NLIMITS;
    /** No limit. */
    public static final long RLIM_INFINITY = -1;
    /** A hard limit that does not fit, which no limit is. */
    public static final long RLIM_SAVED_MAX = RLIM_INFINITY;
    /** A soft limit that does not fit, which no limit is. */
    public static final long RLIM_SAVED_CUR = RLIM_INFINITY;

    /** Not to be made: a header's class has only static members. */
    protected Resource() {}

    /**
     * {@code int getrlimit(int resource, struct rlimit *rlim);}
     *
     * <p>Tells a limit of this process. A JVM raises its soft RLIMIT_NOFILE to the hard one at its start, unless it is
     * run with {@code -XX:-MaxFDLimit}.
     *
     * @param resource RLIMIT_NOFILE, ...
     * @param rlim where the limit goes
     * @return 0, or -1 with {@code errno()} EINVAL, EFAULT
     * @see <a href="https://man7.org/linux/man-pages/man2/getrlimit.2.html">getrlimit(2)</a>
     */
    public static int getrlimit(int resource, rlimit rlim) {
        if (rlim == null) { // the C library calls prlimit(2), which asks for nothing then
            return refused(GETRLIMIT, EFAULT);
        }
        try (Memory m = memory()) {
            long room = m.in(rlim);
            return m.back(result(GETRLIMIT, m.call(GETRLIMIT, resource, room)), room, rlim);
        }
    }

    /**
     * {@code int setrlimit(int resource, const struct rlimit *rlim);}
     *
     * <p>Sets a limit of this process, the JVM's.
     *
     * @param resource RLIMIT_NOFILE, ...
     * @param rlim the limit
     * @return 0, or -1 with {@code errno()} EINVAL, EPERM, EFAULT
     * @see <a href="https://man7.org/linux/man-pages/man2/getrlimit.2.html">getrlimit(2)</a>
     */
    public static int setrlimit(int resource, rlimit rlim) {
        if (rlim == null) { // the C library calls prlimit(2), which sets nothing then
            return refused(SETRLIMIT, EFAULT);
        }
        try (Memory m = memory()) {
            return result(SETRLIMIT, m.call(SETRLIMIT, resource, m.in(rlim)));
        }
    }

    /**
     * {@code int prlimit(pid_t pid, int resource, const struct rlimit *new_limit, struct rlimit *old_limit);}
     *
     * <p>Sets and tells a limit of any process.
     *
     * @param pid the process, 0 for this one
     * @param resource RLIMIT_NOFILE, ...
     * @param new_limit the limit to set, or null
     * @param old_limit where the limit goes that was set before, or null
     * @return 0, or -1 with {@code errno()} EINVAL, EPERM, ESRCH
     * @see <a href="https://man7.org/linux/man-pages/man2/prlimit.2.html">prlimit(2)</a>
     */
    public static int prlimit(int pid, int resource, rlimit new_limit, rlimit old_limit) {
        try (Memory m = memory()) {
            long old = m.in(old_limit);
            return m.back(result(PRLIMIT, m.call(PRLIMIT, pid, resource, m.in(new_limit), old)), old, old_limit);
        }
    }

    /**
     * {@code struct rlimit}: a limit.
     */
    public static final class rlimit extends Struct {
        /** The soft limit, which holds; unsigned, or RLIM_INFINITY. */
        public long rlim_cur;
        /** The hard limit, to which the soft one may be raised; unsigned, or RLIM_INFINITY. */
        public long rlim_max;

        /** {@code struct rlimit a = {0}}. */
        public rlimit() {}

        /**
         * {@code struct rlimit a = {rlim_cur, rlim_max}}.
         *
         * @param rlim_cur the soft limit, which holds; unsigned, or RLIM_INFINITY
         * @param rlim_max the hard limit, to which the soft one may be raised; unsigned, or RLIM_INFINITY
         */
        public rlimit(long rlim_cur, long rlim_max) {
            this.rlim_cur = rlim_cur;
            this.rlim_max = rlim_max;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public rlimit(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct rlimit a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static rlimit[] array(int n) {
            return filled(new rlimit[n], rlimit::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(rlimit from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            rlim_cur = f.int64("rlim_cur", rlim_cur);
            rlim_max = f.int64("rlim_max", rlim_max);
        }
    }
}
