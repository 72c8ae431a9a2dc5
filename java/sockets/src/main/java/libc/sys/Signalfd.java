package libc.sys;

import java.nio.ByteBuffer;
import libc.Struct;
import libc.bits.Fcntl;

/**
 * {@code <sys/signalfd.h>}: what is read of a signalfd that another process has handed over. signalfd(2) itself is not
 * offered: every thread of the JVM would have to block the signal.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/signalfd.2.html">signalfd(2)</a>
 */
public class Signalfd extends Types {

    /** The descriptor is closed by execve(2). */
    public static final int SFD_CLOEXEC = Fcntl.O_CLOEXEC;
    /** Calls do not block: EAGAIN. */
    public static final int SFD_NONBLOCK = Fcntl.O_NONBLOCK;

    /** Not to be made: a header's class has only static members. */
    protected Signalfd() {}

    /**
     * {@code struct signalfd_siginfo}: what read(2) of a signalfd tells of a signal.
     */
    public static final class signalfd_siginfo extends Struct {
        /** The signal. */
        public int ssi_signo;
        /** An errno, seldom used. */
        public int ssi_errno;
        /** Where it came from: SI_USER, ... */
        public int ssi_code;
        /** Process id of the sender. */
        public int ssi_pid;
        /** User id of the sender, unsigned. */
        public int ssi_uid;
        /** Descriptor, of SIGIO. */
        public int ssi_fd;
        /** Id of the kernel's timer. */
        public int ssi_tid;
        /** Events, of SIGIO. */
        public int ssi_band;
        /** How often the timer expired in between. */
        public int ssi_overrun;
        /** Trap that caused it. */
        public int ssi_trapno;
        /** Exit status or signal, of SIGCHLD. */
        public int ssi_status;
        /** Value that was sent along by sigqueue(3). */
        public int ssi_int;
        /** The same as a pointer. */
        public long ssi_ptr;
        /** User CPU time in ticks, of SIGCHLD. */
        public long ssi_utime;
        /** System CPU time in ticks, of SIGCHLD. */
        public long ssi_stime;
        /** Address of the fault. */
        public long ssi_addr;
        /** Least significant bit of the address, of SIGBUS. */
        public int ssi_addr_lsb;
        /** Nothing. */
        public int __pad2;
        /** Number of the system call, of SIGSYS. */
        public int ssi_syscall;
        /** Address of the system call, of SIGSYS. */
        public long ssi_call_addr;
        /** Architecture of the system call, of SIGSYS. */
        public int ssi_arch;
        /** Room for more. */
        public final byte[] __pad = new byte[28];

        /** {@code struct signalfd_siginfo a = {0}}. */
        public signalfd_siginfo() {}

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public signalfd_siginfo(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct signalfd_siginfo a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static signalfd_siginfo[] array(int n) {
            return filled(new signalfd_siginfo[n], signalfd_siginfo::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(signalfd_siginfo from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ssi_signo = f.as("SIG").int32("ssi_signo", ssi_signo);
            ssi_errno = f.int32("ssi_errno", ssi_errno);
            ssi_code = f.int32("ssi_code", ssi_code);
            ssi_pid = f.int32("ssi_pid", ssi_pid);
            ssi_uid = f.int32("ssi_uid", ssi_uid);
            ssi_fd = f.int32("ssi_fd", ssi_fd);
            ssi_tid = f.int32("ssi_tid", ssi_tid);
            ssi_band = f.int32("ssi_band", ssi_band);
            ssi_overrun = f.int32("ssi_overrun", ssi_overrun);
            ssi_trapno = f.int32("ssi_trapno", ssi_trapno);
            ssi_status = f.int32("ssi_status", ssi_status);
            ssi_int = f.int32("ssi_int", ssi_int);
            ssi_ptr = f.int64("ssi_ptr", ssi_ptr);
            ssi_utime = f.int64("ssi_utime", ssi_utime);
            ssi_stime = f.int64("ssi_stime", ssi_stime);
            ssi_addr = f.int64("ssi_addr", ssi_addr);
            ssi_addr_lsb = f.uint16("ssi_addr_lsb", ssi_addr_lsb);
            __pad2 = f.uint16("__pad2", __pad2);
            ssi_syscall = f.int32("ssi_syscall", ssi_syscall);
            ssi_call_addr = f.int64("ssi_call_addr", ssi_call_addr);
            ssi_arch = f.int32("ssi_arch", ssi_arch);
            f.bytes("__pad", __pad);
        }
    }
}
