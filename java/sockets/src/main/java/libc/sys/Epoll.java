package libc.sys;

import static libc.internal.call.Function.function;
import static libc.internal.call.Native.call;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;

import java.nio.ByteBuffer;
import java.util.Objects;
import libc.Struct;
import libc.internal.Arch;
import libc.internal.call.Function;
import libc.internal.memory.Memory;

/**
 * {@code <sys/epoll.h>}: waiting for many descriptors.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/epoll.7.html">epoll(7)</a>
 */
public class Epoll extends Types {

    private static final Function EPOLL_CREATE = function("int epoll_create(int size)");
    private static final Function EPOLL_CREATE1 = function("int epoll_create1(int flags)");
    private static final Function EPOLL_CTL =
            function("int epoll_ctl(int epfd, int op, int fd, struct epoll_event *event)");
    private static final Function EPOLL_WAIT =
            function("int epoll_wait(int epfd, struct epoll_event *events, int maxevents, int timeout)");
    private static final Function EPOLL_PWAIT = function("int epoll_pwait(int epfd, struct epoll_event *events, int maxevents, int timeout, "
            + "const sigset_t *sigmask)");
    private static final Function EPOLL_PWAIT2 = function("int epoll_pwait2(int epfd, struct epoll_event *events, int maxevents, "
            + "const struct timespec *timeout, const sigset_t *sigmask)");

    /** epoll_create1(2): the descriptor is closed by execve(2). */
    public static final int EPOLL_CLOEXEC = 524288;
    /** Data to read, a connection to accept(2), or end of stream. */
    public static final int EPOLLIN = 1;
    /** Out-of-band data to read. */
    public static final int EPOLLPRI = 2;
    /** Room to write; after connect(2), connected or failed. */
    public static final int EPOLLOUT = 4;
    /** Normal data to read, the same as EPOLLIN. */
    public static final int EPOLLRDNORM = 64;
    /** Priority data to read; sockets do not report it. */
    public static final int EPOLLRDBAND = 128;
    /** Room to write, the same as EPOLLOUT. */
    public static final int EPOLLWRNORM = 256;
    /** Room to write priority data. */
    public static final int EPOLLWRBAND = 512;
    /** Not used. */
    public static final int EPOLLMSG = 1024;
    /** An error is pending (SO_ERROR); always reported. */
    public static final int EPOLLERR = 8;
    /** Hung up; on a socket, both directions are shut; always reported. */
    public static final int EPOLLHUP = 16;
    /** The peer has shut down its writing side of a stream. */
    public static final int EPOLLRDHUP = 8192;
    /** Wakes one of several epoll descriptors rather than all. */
    public static final int EPOLLEXCLUSIVE = 268435456;
    /** Keeps the system from suspending while the event is handled. Needs CAP_BLOCK_SUSPEND. */
    public static final int EPOLLWAKEUP = 536870912;
    /** Reports once, and then not before EPOLL_CTL_MOD. */
    public static final int EPOLLONESHOT = 1073741824;
    /** Edge-triggered: reports changes. */
    public static final int EPOLLET = 0x80000000;

    /** Adds a descriptor. */
    public static final int EPOLL_CTL_ADD = 1;
    /** Removes a descriptor. */
    public static final int EPOLL_CTL_DEL = 2;
    /** Changes a descriptor's events. */
    public static final int EPOLL_CTL_MOD = 3;

    /** Not to be made: a header's class has only static members. */
    protected Epoll() {}

    /**
     * {@code int epoll_create(int size);}
     *
     * <p>Makes an epoll instance.
     *
     * @param size more than 0, without a meaning
     * @return a descriptor, not close-on-exec, or -1 with {@code errno()} EINVAL, EMFILE, ENFILE
     * @see <a href="https://man7.org/linux/man-pages/man2/epoll_create.2.html">epoll_create(2)</a>
     */
    public static int epoll_create(int size) {
        return result(EPOLL_CREATE, call(EPOLL_CREATE, size));
    }

    /**
     * {@code int epoll_create1(int flags);}
     *
     * <p>Makes an epoll instance.
     *
     * @param flags EPOLL_CLOEXEC or 0
     * @return a descriptor, or -1 with {@code errno()} EINVAL, EMFILE, ENFILE
     * @see <a href="https://man7.org/linux/man-pages/man2/epoll_create.2.html">epoll_create(2)</a>
     */
    public static int epoll_create1(int flags) {
        return result(EPOLL_CREATE1, call(EPOLL_CREATE1, flags));
    }

    /**
     * {@code int epoll_ctl(int epfd, int op, int fd, struct epoll_event *event);}
     *
     * <p>Says which events of a descriptor are of interest.
     *
     * @param epfd the epoll instance
     * @param op EPOLL_CTL_ADD, EPOLL_CTL_MOD or EPOLL_CTL_DEL
     * @param fd the descriptor
     * @param event the events, and the data that comes back with them; for EPOLL_CTL_DEL it may be null
     * @return 0, or -1 with {@code errno()} EBADF, EEXIST, ENOENT, EPERM (a regular file), EINVAL, ELOOP, EFAULT
     * @see <a href="https://man7.org/linux/man-pages/man2/epoll_ctl.2.html">epoll_ctl(2)</a>
     */
    public static int epoll_ctl(int epfd, int op, int fd, epoll_event event) {
        try (Memory m = memory()) {
            return result(EPOLL_CTL, m.call(EPOLL_CTL, epfd, op, fd, m.in(event)));
        }
    }

    /**
     * {@code int epoll_wait(int epfd, struct epoll_event *events, int maxevents, int timeout);}
     *
     * <p>Waits for events. Occupies its carrier thread while it waits; {@link Thread#interrupt} does not wake it.
     *
     * @param epfd the epoll instance
     * @param events where they go
     * @param maxevents at most how many
     * @param timeout in ms; 0 does not wait, a negative one waits without end
     * @return how many, 0 when the time is up, or -1 with {@code errno()} EBADF, EINVAL, EINTR, EFAULT
     * @throws IndexOutOfBoundsException if {@code maxevents} is more than {@code events} has room for
     * @see <a href="https://man7.org/linux/man-pages/man2/epoll_wait.2.html">epoll_wait(2)</a>
     */
    public static int epoll_wait(int epfd, epoll_event[] events, int maxevents, int timeout) {
        try (Memory m = memory()) {
            long room = room(m, events, maxevents);
            return back(m, result(EPOLL_WAIT, m.call(EPOLL_WAIT, epfd, room, maxevents, timeout)), room, events);
        }
    }

    /**
     * {@code int epoll_pwait(int epfd, struct epoll_event *events, int maxevents, int timeout, const sigset_t
     * *sigmask);}
     *
     * <p>{@link #epoll_wait} with, for as long as it waits, another signal mask of this thread. Occupies its carrier
     * thread while it waits; {@link Thread#interrupt} does not wake it.
     *
     * @param epfd the epoll instance
     * @param events where they go
     * @param maxevents at most how many
     * @param timeout in ms; 0 does not wait, a negative one waits without end
     * @param sigmask the signals that are blocked meanwhile, or null to leave the mask
     * @return how many, 0 when the time is up, or -1 with {@code errno()} EBADF, EINVAL, EINTR, EFAULT
     * @throws IndexOutOfBoundsException if {@code maxevents} is more than {@code events} has room for
     * @see <a href="https://man7.org/linux/man-pages/man2/epoll_pwait.2.html">epoll_pwait(2)</a>
     */
    public static int epoll_pwait(int epfd, epoll_event[] events, int maxevents, int timeout, sigset_t sigmask) {
        try (Memory m = memory()) {
            long room = room(m, events, maxevents);
            return back(m, result(EPOLL_PWAIT, m.call(EPOLL_PWAIT, epfd, room, maxevents, timeout, m.in(sigmask))), room,
                    events);
        }
    }

    /**
     * {@code int epoll_pwait2(int epfd, struct epoll_event *events, int maxevents, const struct timespec *timeout,
     * const sigset_t *sigmask);}
     *
     * <p>{@link #epoll_pwait} with a finer timeout. Occupies its carrier thread while it waits; {@link
     * Thread#interrupt} does not wake it.
     *
     * @param epfd the epoll instance
     * @param events where they go
     * @param maxevents at most how many
     * @param timeout how long it waits at most, or null to wait without end
     * @param sigmask the signals that are blocked meanwhile, or null to leave the mask
     * @return how many, 0 when the time is up, or -1 with {@code errno()} EBADF, EINVAL, EINTR, EFAULT; ENOSYS before
     *     Linux 5.11 and glibc 2.35
     * @throws IndexOutOfBoundsException if {@code maxevents} is more than {@code events} has room for
     * @see <a href="https://man7.org/linux/man-pages/man2/epoll_pwait2.2.html">epoll_pwait2(2)</a>
     */
    public static int epoll_pwait2(int epfd, epoll_event[] events, int maxevents, timespec timeout, sigset_t sigmask) {
        try (Memory m = memory()) {
            long room = room(m, events, maxevents);
            return back(m, result(EPOLL_PWAIT2, m.call(EPOLL_PWAIT2, epfd, room, maxevents, m.in(timeout), m.in(sigmask))), room,
                    events);
        }
    }

    private static long room(Memory m, epoll_event[] events, int maxevents) {
        if (events == null || maxevents < 0) { // of which C looks at nothing
            return 0;
        }
        Objects.checkFromIndexSize(0, maxevents, events.length);
        return m.room(Math.multiplyExact(maxevents, sizeof(epoll_event.class)));
    }

    private static int back(Memory m, int n, long room, epoll_event[] events) {
        for (int i = 0; i < n; i++) {
            if (events[i] == null) {
                events[i] = new epoll_event();
            }
            m.back(room + (long) i * sizeof(epoll_event.class), events[i]);
        }
        return n;
    }

    /**
     * {@code union epoll_data}: the caller's own. C's {@code ptr} is not offered: keep a table by {@code fd} or
     * {@code u64}.
     */
    public static final class epoll_data extends Struct {
        private long u64;

        /** {@code epoll_data_t a = {0}}. */
        public epoll_data() {}

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public epoll_data(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the union to copy
         */
        public void set(epoll_data from) {
            u64 = from.u64;
        }

        /**
         * The lower 32 bits, as a descriptor.
         *
         * @return the descriptor
         */
        public int fd() {
            return (int) u64;
        }

        /**
         * Sets the lower 32 bits.
         *
         * @param fd a descriptor
         */
        public void fd(int fd) {
            u64 = u64 & -1L << Integer.SIZE | Integer.toUnsignedLong(fd);
        }

        /**
         * The lower 32 bits.
         *
         * @return the number, unsigned
         */
        public int u32() {
            return (int) u64;
        }

        /**
         * Sets the lower 32 bits.
         *
         * @param u32 a number
         */
        public void u32(int u32) {
            fd(u32);
        }

        /**
         * All 64 bits.
         *
         * @return the number, unsigned
         */
        public long u64() {
            return u64;
        }

        /**
         * Sets all 64 bits.
         *
         * @param u64 a number
         */
        public void u64(long u64) {
            this.u64 = u64;
        }

        @Override
        protected void fields(Fields f) {
            u64 = f.int64("u64", u64);
        }

        @Override
        public String toString() {
            return "{u32=" + Integer.toUnsignedString(u32()) + ", u64=" + Long.toUnsignedString(u64) + "}";
        }
    }

    /**
     * {@code struct epoll_event}: events, and the caller's own data that comes back with them. On x86_64 it is
     * packed.
     */
    public static final class epoll_event extends Struct {
        /** EPOLLIN, EPOLLOUT, ... | EPOLLET. */
        public int events;
        /** What tells the caller whose events they are. */
        public final epoll_data data = new epoll_data();

        /** {@code struct epoll_event a = {0}}. */
        public epoll_event() {}

        /**
         * {@code struct epoll_event a = {events, data}}.
         *
         * @param events EPOLLIN, EPOLLOUT, ... | EPOLLET
         * @param data what tells the caller whose events they are
         */
        public epoll_event(int events, epoll_data data) {
            this.events = events;
            this.data.set(data);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public epoll_event(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct epoll_event a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static epoll_event[] array(int n) {
            return filled(new epoll_event[n], epoll_event::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(epoll_event from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            if (Arch.X86_64) {
                f.packed();
            }
            events = f.as("EPOLL").int32("events", events);
            f.struct("data", data);
        }
    }
}
