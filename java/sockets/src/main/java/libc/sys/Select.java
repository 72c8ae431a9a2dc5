package libc.sys;

import static libc.internal.call.Function.function;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.stream.Collectors;
import libc.Struct;
import libc.internal.call.Function;
import libc.internal.memory.Memory;

/**
 * {@code <sys/select.h>}: waiting for descriptors below 1,024. {@link libc.Poll#poll} knows no such limit.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/select.2.html">select(2)</a>
 */
public class Select extends Types {

    private static final Function SELECT =
            function("int select(int nfds, fd_set *readfds, fd_set *writefds, fd_set *exceptfds, struct timeval *timeout)");
    private static final Function PSELECT = function("int pselect(int nfds, fd_set *readfds, fd_set *writefds, fd_set *exceptfds, "
            + "const struct timespec *timeout, const sigset_t *sigmask)");

    /** Descriptors that an fd_set has room for: 0 to 1,023. */
    public static final int FD_SETSIZE = 1024;
    /** Bits of an element of an fd_set in C. */
    public static final int NFDBITS = 64;

    /** Not to be made: a header's class has only static members. */
    protected Select() {}

    /**
     * {@code fd_set}: a set of descriptors from 0 to 1,023.
     */
    public static final class fd_set extends Struct {
        /** The bits of the descriptors, those of {@code long fds_bits[16]} in memory. */
        public final byte[] fds_bits = new byte[FD_SETSIZE / Byte.SIZE];

        /** {@code fd_set a = {0}}: no descriptor. */
        public fd_set() {}

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public fd_set(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the set to copy
         */
        public void set(fd_set from) {
            System.arraycopy(from.fds_bits, 0, fds_bits, 0, fds_bits.length);
        }

        @Override
        protected void fields(Fields f) {
            f.bytes("fds_bits", fds_bits, Long.BYTES);
        }

        @Override
        public String toString() {
            return BitSet.valueOf(fds_bits).stream().mapToObj(Integer::toString)
                    .collect(Collectors.joining(" ", "[", "]"));
        }
    }

    /**
     * {@code void FD_ZERO(fd_set *set);}
     *
     * <p>Takes every descriptor out of a set.
     *
     * @param set the set
     * @see <a href="https://man7.org/linux/man-pages/man2/select.2.html">select(2)</a>
     */
    public static void FD_ZERO(fd_set set) {
        Arrays.fill(set.fds_bits, (byte) 0);
    }

    /**
     * {@code void FD_SET(int fd, fd_set *set);}
     *
     * <p>Puts a descriptor into a set.
     *
     * @param fd a descriptor
     * @param set the set
     * @throws IndexOutOfBoundsException if {@code fd} is negative, or FD_SETSIZE or more
     * @see <a href="https://man7.org/linux/man-pages/man2/select.2.html">select(2)</a>
     */
    public static void FD_SET(int fd, fd_set set) {
        set.fds_bits[at(fd)] |= (byte) (1 << fd % Byte.SIZE);
    }

    /**
     * {@code void FD_CLR(int fd, fd_set *set);}
     *
     * <p>Takes a descriptor out of a set.
     *
     * @param fd a descriptor
     * @param set the set
     * @throws IndexOutOfBoundsException if {@code fd} is negative, or FD_SETSIZE or more
     * @see <a href="https://man7.org/linux/man-pages/man2/select.2.html">select(2)</a>
     */
    public static void FD_CLR(int fd, fd_set set) {
        set.fds_bits[at(fd)] &= (byte) ~(1 << fd % Byte.SIZE);
    }

    /**
     * {@code int FD_ISSET(int fd, fd_set *set);}
     *
     * <p>Asks whether a descriptor is in a set.
     *
     * @param fd a descriptor
     * @param set the set
     * @return whether it is
     * @throws IndexOutOfBoundsException if {@code fd} is negative, or FD_SETSIZE or more
     * @see <a href="https://man7.org/linux/man-pages/man2/select.2.html">select(2)</a>
     */
    public static boolean FD_ISSET(int fd, fd_set set) {
        return (set.fds_bits[at(fd)] & 1 << fd % Byte.SIZE) != 0;
    }

    private static int at(int fd) {
        return Objects.checkIndex(fd, FD_SETSIZE) / Byte.SIZE;
    }

    /**
     * {@code int select(int nfds, fd_set *readfds, fd_set *writefds, fd_set *exceptfds, struct timeval *timeout);}
     *
     * <p>Waits until one of some descriptors is ready. Occupies its carrier thread while it waits;
     * {@link Thread#interrupt} does not wake it.
     *
     * @param nfds one more than the highest descriptor in a set
     * @param readfds the descriptors to read from, or null; left in it are those that are ready
     * @param writefds the descriptors to write to, or null; left in it are those that are ready
     * @param exceptfds the descriptors at which to look for out-of-band data, or null; left in it are those that have
     *     some
     * @param timeout how long it waits at most, or null to wait without end; Linux writes what is left of it
     * @return how many bits are set in all three, 0 when the time is up, or -1 with {@code errno()} EBADF, EINTR,
     *     EINVAL
     * @throws IndexOutOfBoundsException if {@code nfds} is more than a set has room for
     * @see <a href="https://man7.org/linux/man-pages/man2/select.2.html">select(2)</a>
     */
    public static int select(int nfds, fd_set readfds, fd_set writefds, fd_set exceptfds, timeval timeout) {
        checkRoom(nfds, readfds, writefds, exceptfds);
        try (Memory m = memory()) {
            long read = m.in(readfds);
            long write = m.in(writefds);
            long except = m.in(exceptfds);
            long time = m.in(timeout);
            int ready = result(SELECT, m.call(SELECT, nfds, read, write, except, time));
            m.back(time, timeout); // the time that is left is told by a call that fails, too
            m.back(ready, read, readfds);
            m.back(ready, write, writefds);
            return m.back(ready, except, exceptfds);
        }
    }

    /**
     * {@code int pselect(int nfds, fd_set *readfds, fd_set *writefds, fd_set *exceptfds,
     * const struct timespec *timeout, const sigset_t *sigmask);}
     *
     * <p>{@link #select} with a finer timeout and, for as long as it waits, another signal mask of this thread.
     * Occupies its carrier thread while it waits; {@link Thread#interrupt} does not wake it.
     *
     * @param nfds one more than the highest descriptor in a set
     * @param readfds the descriptors to read from, or null; left in it are those that are ready
     * @param writefds the descriptors to write to, or null; left in it are those that are ready
     * @param exceptfds the descriptors at which to look for out-of-band data, or null; left in it are those that have
     *     some
     * @param timeout how long it waits at most, or null to wait without end; it is not changed
     * @param sigmask the signals that are blocked meanwhile, or null to leave the mask
     * @return how many bits are set in all three, 0 when the time is up, or -1 with {@code errno()} EBADF, EINTR,
     *     EINVAL
     * @throws IndexOutOfBoundsException if {@code nfds} is more than a set has room for
     * @see <a href="https://man7.org/linux/man-pages/man2/pselect.2.html">pselect(2)</a>
     */
    public static int pselect(int nfds, fd_set readfds, fd_set writefds, fd_set exceptfds, timespec timeout,
            sigset_t sigmask) {
        checkRoom(nfds, readfds, writefds, exceptfds);
        try (Memory m = memory()) {
            long read = m.in(readfds);
            long write = m.in(writefds);
            long except = m.in(exceptfds);
            int ready = result(PSELECT, m.call(PSELECT, nfds, read, write, except, m.in(timeout), m.in(sigmask)));
            m.back(ready, read, readfds);
            m.back(ready, write, writefds);
            return m.back(ready, except, exceptfds);
        }
    }

    private static void checkRoom(int nfds, fd_set readfds, fd_set writefds, fd_set exceptfds) {
        if (nfds > FD_SETSIZE && (readfds != null || writefds != null || exceptfds != null)) {
            throw new IndexOutOfBoundsException("nfds " + nfds + " of a set of " + FD_SETSIZE);
        }
    }
}
