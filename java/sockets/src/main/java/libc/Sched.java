package libc;

import static libc.internal.call.Function.function;
import static libc.internal.call.Native.call;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;

import java.nio.ByteBuffer;
import libc.internal.call.Function;
import libc.internal.memory.Memory;
import libc.sys.Types;

/**
 * {@code <sched.h>}: namespaces, and the scheduling parameters that {@link Spawn} takes.
 *
 * <p>{@link #setns} and {@link #unshare} act on the calling thread alone, and on the threads and processes that it
 * starts afterwards; the JVM's others stay where they are. On a virtual thread that is its carrier, which runs others
 * later: use a platform thread, and let it end.
 *
 * <p>What the kernel allows with one thread only fails in a JVM, which has several: both calls with EINVAL for
 * CLONE_NEWUSER, setns with EUSERS for CLONE_NEWTIME, and setns with EINVAL for CLONE_NEWNS, until the thread has
 * unshared CLONE_FS. A thread that either call gives another CLONE_NEWPID starts processes there, and threads no more.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/namespaces.7.html">namespaces(7)</a>
 */
public class Sched extends Types {

    private static final Function SETNS = function("int setns(int fd, int nstype)");
    private static final Function UNSHARE = function("int unshare(int flags)");

    /** The standard policy, time-sharing. */
    public static final int SCHED_OTHER = 0;
    /** Real-time: runs until it blocks or yields. */
    public static final int SCHED_FIFO = 1;
    /** Real-time, in turns with others of its priority. */
    public static final int SCHED_RR = 2;
    /** Time-sharing of what takes long and is in no hurry. */
    public static final int SCHED_BATCH = 3;
    /** Reserved; Linux does not have it. */
    public static final int SCHED_ISO = 4;
    /** Runs when nothing else does. */
    public static final int SCHED_IDLE = 5;
    /** Real-time by deadlines. */
    public static final int SCHED_DEADLINE = 6;
    /** Or-ed in: children do not inherit it. */
    public static final int SCHED_RESET_ON_FORK = 0x40000000;

    /** Memory is shared; unshare(2) allows it with one thread only, which a JVM is not. */
    public static final int CLONE_VM = 0x00000100;
    /** Root, working directory and umask; unshare(2) gives the thread its own. */
    public static final int CLONE_FS = 0x00000200;
    /** Descriptors; unshare(2) gives the thread a table of its own. */
    public static final int CLONE_FILES = 0x00000400;
    /** Signal handlers are shared; unshare(2) allows it with one thread only. */
    public static final int CLONE_SIGHAND = 0x00000800;
    /** clone(2) answers with a pidfd. */
    public static final int CLONE_PIDFD = 0x00001000;
    /** clone(2): the child is traced too. */
    public static final int CLONE_PTRACE = 0x00002000;
    /** clone(2): waits until the child releases the memory. */
    public static final int CLONE_VFORK = 0x00004000;
    /** clone(2): the child's parent is the caller's. */
    public static final int CLONE_PARENT = 0x00008000;
    /** A thread of this process; unshare(2) allows it with one thread only. */
    public static final int CLONE_THREAD = 0x00010000;
    /** Mount namespace. */
    public static final int CLONE_NEWNS = 0x00020000;
    /** System V semaphore adjustments; unshare(2) gives the thread its own. */
    public static final int CLONE_SYSVSEM = 0x00040000;
    /** clone(2): sets thread-local storage. */
    public static final int CLONE_SETTLS = 0x00080000;
    /** clone(2): stores the thread id for the parent. */
    public static final int CLONE_PARENT_SETTID = 0x00100000;
    /** clone(2): clears the thread id in the child. */
    public static final int CLONE_CHILD_CLEARTID = 0x00200000;
    /** clone(2): without a meaning. */
    public static final int CLONE_DETACHED = 0x00400000;
    /** clone(2): no tracer can force CLONE_PTRACE. */
    public static final int CLONE_UNTRACED = 0x00800000;
    /** clone(2): stores the thread id in the child. */
    public static final int CLONE_CHILD_SETTID = 0x01000000;
    /** Cgroup namespace. */
    public static final int CLONE_NEWCGROUP = 0x02000000;
    /** UTS namespace: host name and NIS domain. */
    public static final int CLONE_NEWUTS = 0x04000000;
    /** IPC namespace. */
    public static final int CLONE_NEWIPC = 0x08000000;
    /** User namespace; setns(2) and unshare(2) allow it with one thread only, which a JVM is not. */
    public static final int CLONE_NEWUSER = 0x10000000;
    /** PID namespace, of the children to come. */
    public static final int CLONE_NEWPID = 0x20000000;
    /** Network namespace. */
    public static final int CLONE_NEWNET = 0x40000000;
    /** clone(2): the I/O context is shared. */
    public static final int CLONE_IO = 0x80000000;
    /** Time namespace, of the children to come. */
    public static final int CLONE_NEWTIME = 0x00000080;

    /** Not to be made: a header's class has only static members. */
    protected Sched() {}

    /**
     * {@code int setns(int fd, int nstype);}
     *
     * <p>Moves the calling thread, of a virtual thread the carrier, and no other of the JVM's, to a namespace. Sockets
     * that it has stay in theirs.
     *
     * @param fd a descriptor of {@code /proc/PID/ns/net} or the like, or a pidfd
     * @param nstype the kind that it has to be of, as CLONE_NEWNET, or 0 for any; of a pidfd, the kinds to join
     * @return 0, or -1 with {@code errno()} EBADF, EINVAL (not of that kind, or a kind that takes a single thread),
     *     EPERM, ESRCH, EUSERS
     * @see <a href="https://man7.org/linux/man-pages/man2/setns.2.html">setns(2)</a>
     */
    public static int setns(int fd, int nstype) {
        return result(SETNS, call(SETNS, fd, nstype));
    }

    /**
     * {@code int unshare(int flags);}
     *
     * <p>Moves the calling thread, of a virtual thread the carrier, and no other of the JVM's, to new namespaces.
     * Sockets that it has stay in theirs.
     *
     * @param flags CLONE_NEWNET, CLONE_NEWUTS, CLONE_FILES, ...
     * @return 0, or -1 with {@code errno()} EINVAL (no such flag, or one that takes a single thread), EPERM,
     *     ENOSPC, ENOMEM
     * @see <a href="https://man7.org/linux/man-pages/man2/unshare.2.html">unshare(2)</a>
     */
    public static int unshare(int flags) {
        return result(UNSHARE, call(UNSHARE, flags));
    }

    /**
     * {@code struct sched_param}: the parameters of a scheduling policy.
     */
    public static final class sched_param extends Struct {
        /** Priority: 0 for time-sharing, 1 to 99 for real-time. */
        public int sched_priority;

        /** {@code struct sched_param a = {0}}. */
        public sched_param() {}

        /**
         * {@code struct sched_param a = {sched_priority}}.
         *
         * @param sched_priority priority: 0 for time-sharing, 1 to 99 for real-time
         */
        public sched_param(int sched_priority) {
            this.sched_priority = sched_priority;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public sched_param(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct sched_param a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static sched_param[] array(int n) {
            return filled(new sched_param[n], sched_param::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(sched_param from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            sched_priority = f.int32("sched_priority", sched_priority);
        }
    }
}
