package libc;

import static libc.internal.call.Function.function;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;

import java.nio.ByteBuffer;
import java.util.Objects;
import libc.internal.call.Function;
import libc.internal.memory.Memory;

/**
 * {@code <poll.h>}: glibc's, those under {@code _GNU_SOURCE} included.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/poll.2.html">poll(2)</a>
 */
public class Poll extends libc.sys.Types {

    private static final Function POLL = function("int poll(struct pollfd *fds, nfds_t nfds, int timeout)");
    private static final Function PPOLL =
            function("int ppoll(struct pollfd *fds, nfds_t nfds, const struct timespec *tmo_p, const sigset_t *sigmask)");

    /** Data to read, a connection to accept(2), or end of stream. */
    public static final int POLLIN = 0x001;
    /** Out-of-band data to read. */
    public static final int POLLPRI = 0x002;
    /** Room to write; after connect(2), connected or failed. */
    public static final int POLLOUT = 0x004;
    /** In revents only: an error is pending (SO_ERROR). */
    public static final int POLLERR = 0x008;
    /** In revents only: hung up; on a socket, both directions are shut. */
    public static final int POLLHUP = 0x010;
    /** In revents only: the descriptor is not open. */
    public static final int POLLNVAL = 0x020;
    /** Normal data to read, the same as POLLIN. */
    public static final int POLLRDNORM = 0x040;
    /** Priority data to read; sockets do not report it. */
    public static final int POLLRDBAND = 0x080;
    /** Room to write, the same as POLLOUT. */
    public static final int POLLWRNORM = 0x100;
    /** Room to write priority data. */
    public static final int POLLWRBAND = 0x200;
    /** A message has come, in the band of SIGPOLL; poll(2) does not report it. */
    public static final int POLLMSG = 0x400;
    /** Solaris's word to /dev/poll to forget a descriptor; Linux gives it no meaning. */
    public static final int POLLREMOVE = 0x1000;
    /** The peer has shut down its writing side of a stream. */
    public static final int POLLRDHUP = 0x2000;

    /** Not to be made: a header's class has only static members. */
    protected Poll() {}

    /**
     * {@code int poll(struct pollfd *fds, nfds_t nfds, int timeout);}
     *
     * <p>Waits until one of some descriptors is ready. Occupies its carrier thread while it waits;
     * {@link Thread#interrupt} does not wake it.
     *
     * @param fds the descriptors, each with the events asked for; {@code revents} is filled in
     * @param nfds how many of {@code fds}, from the first on
     * @param timeout in ms; 0 does not wait, a negative one waits without end
     * @return how many have a nonzero {@code revents}, 0 when the time is up, or -1 with {@code errno()} EINTR, EFAULT,
     *     EINVAL
     * @throws IndexOutOfBoundsException if {@code nfds} is more than {@code fds} has
     * @throws NullPointerException if one of them is null
     * @see <a href="https://man7.org/linux/man-pages/man2/poll.2.html">poll(2)</a>
     */
    public static int poll(pollfd[] fds, int nfds, int timeout) {
        try (Memory m = memory()) {
            long room = m.inOut(fds, 0, size(fds, nfds));
            return back(m, result(POLL, m.call(POLL, nfds < 0 ? 0 : room, nfds, timeout)), room, fds, nfds);
        }
    }

    /** The bytes of the first {@code nfds}. */
    private static int size(pollfd[] fds, int nfds) {
        if (fds == null || nfds < 0) { // of which C looks at nothing
            return 0;
        }
        Objects.checkFromIndexSize(0, nfds, fds.length);
        return Math.multiplyExact(nfds, sizeof(pollfd.class));
    }

    private static int back(Memory m, int ready, long room, pollfd[] fds, int nfds) {
        if (ready != -1 && fds != null) {
            m.back(nfds * sizeof(pollfd.class), room, fds, 0, nfds * sizeof(pollfd.class));
        }
        return ready;
    }

    /**
     * {@code struct pollfd}: a descriptor and what is asked of it.
     */
    public static final class pollfd extends Struct {
        /** File descriptor; a negative one is passed over. */
        public int fd;
        /** Events asked for: POLLIN, POLLOUT, ... */
        public int events;
        /** Events that hold, which poll fills in. */
        public int revents;

        /** {@code struct pollfd a = {0}}. */
        public pollfd() {}

        /**
         * {@code struct pollfd a = {fd, events, revents}}.
         *
         * @param fd file descriptor; a negative one is passed over
         * @param events events asked for: POLLIN, POLLOUT,
         * @param revents events that hold, which poll fills in
         */
        public pollfd(int fd, int events, int revents) {
            this.fd = fd;
            this.events = events;
            this.revents = revents;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public pollfd(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct pollfd a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static pollfd[] array(int n) {
            return filled(new pollfd[n], pollfd::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(pollfd from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            fd = f.int32("fd", fd);
            events = f.as("POLL").int16("events", events);
            revents = f.as("POLL").int16("revents", revents);
        }
    }

    /**
     * {@code int ppoll(struct pollfd *fds, nfds_t nfds, const struct timespec *tmo_p, const sigset_t *sigmask);}
     *
     * <p>{@link #poll} with a finer timeout and, for as long as it waits, another signal mask of this thread. Occupies
     * its carrier thread while it waits; {@link Thread#interrupt} does not wake it.
     *
     * @param fds the descriptors, each with the events asked for; {@code revents} is filled in
     * @param nfds how many of {@code fds}, from the first on
     * @param tmo_p how long it waits at most, or null to wait without end; it is not changed
     * @param sigmask the signals that are blocked meanwhile, or null to leave the mask
     * @return how many have a nonzero {@code revents}, 0 when the time is up, or -1 with {@code errno()} EINTR, EFAULT,
     *     EINVAL
     * @throws IndexOutOfBoundsException if {@code nfds} is more than {@code fds} has
     * @throws NullPointerException if one of them is null
     * @see <a href="https://man7.org/linux/man-pages/man2/ppoll.2.html">ppoll(2)</a>
     */
    public static int ppoll(pollfd[] fds, int nfds, timespec tmo_p, sigset_t sigmask) {
        try (Memory m = memory()) {
            long room = m.inOut(fds, 0, size(fds, nfds));
            return back(m, result(PPOLL, m.call(PPOLL, nfds < 0 ? 0 : room, nfds, m.in(tmo_p), m.in(sigmask))), room, fds, nfds);
        }
    }
}
