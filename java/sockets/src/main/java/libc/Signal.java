package libc;

import static libc.internal.call.Function.function;
import static libc.internal.call.Native.call;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;

import java.nio.ByteBuffer;
import libc.internal.Signals;
import libc.internal.call.Function;
import libc.internal.memory.Memory;

/**
 * {@code <signal.h>}: the signals, glibc's, and what a JVM allows to do about them.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/signal.7.html">signal(7)</a>
 */
public class Signal extends libc.sys.Types {

    private static final Function KILL = function("int kill(pid_t pid, int sig)");
    private static final Function SIGEMPTYSET = function("int sigemptyset(sigset_t *set)");
    private static final Function SIGFILLSET = function("int sigfillset(sigset_t *set)");
    private static final Function SIGADDSET = function("int sigaddset(sigset_t *set, int signum)");
    private static final Function SIGDELSET = function("int sigdelset(sigset_t *set, int signum)");
    private static final Function SIGISMEMBER = function("int sigismember(const sigset_t *set, int signum)");

    /** The terminal hung up; ends the process. */
    public static final int SIGHUP = 1;
    /** Ctrl-C; ends the process. */
    public static final int SIGINT = 2;
    /** Ctrl-\; ends the process with a core dump. */
    public static final int SIGQUIT = 3;
    /** Illegal instruction; core dump. */
    public static final int SIGILL = 4;
    /** Breakpoint; core dump. */
    public static final int SIGTRAP = 5;
    /** abort(3); core dump. */
    public static final int SIGABRT = 6;
    /** PDP-11's name of SIGABRT. */
    public static final int SIGIOT = SIGABRT;
    /** Memory that is mapped but not there; core dump. */
    public static final int SIGBUS = 7;
    /** Arithmetic error, such as division by 0; core dump. */
    public static final int SIGFPE = 8;
    /** Ends the process; cannot be caught. */
    public static final int SIGKILL = 9;
    /** Free for the program to use; ends the process by default. */
    public static final int SIGUSR1 = 10;
    /** Invalid memory access; core dump. */
    public static final int SIGSEGV = 11;
    /** Free for the program to use; ends the process by default. */
    public static final int SIGUSR2 = 12;
    /** Write to a pipe or socket that nobody reads; ends the process. The JVM ignores it. */
    public static final int SIGPIPE = 13;
    /** Timer of alarm(2); ends the process. */
    public static final int SIGALRM = 14;
    /** Please end; what kill(1) sends. */
    public static final int SIGTERM = 15;
    /** Stack fault of a coprocessor, unused. */
    public static final int SIGSTKFLT = 16;
    /** A child has ended, stopped or gone on; ignored by default. */
    public static final int SIGCHLD = 17;
    /** System V's name of SIGCHLD. */
    public static final int SIGCLD = SIGCHLD;
    /** A stopped process goes on. */
    public static final int SIGCONT = 18;
    /** Stops the process; cannot be caught. */
    public static final int SIGSTOP = 19;
    /** Ctrl-Z; stops the process. */
    public static final int SIGTSTP = 20;
    /** Read from the terminal in the background; stops the process. */
    public static final int SIGTTIN = 21;
    /** Write to the terminal in the background; stops the process. */
    public static final int SIGTTOU = 22;
    /** Out-of-band data on a socket (F_SETOWN); ignored by default. */
    public static final int SIGURG = 23;
    /** CPU time beyond RLIMIT_CPU; core dump. */
    public static final int SIGXCPU = 24;
    /** File size beyond RLIMIT_FSIZE; core dump. */
    public static final int SIGXFSZ = 25;
    /** Timer of CPU time in user mode. */
    public static final int SIGVTALRM = 26;
    /** Timer of CPU time. */
    public static final int SIGPROF = 27;
    /** The terminal's size changed; ignored by default. */
    public static final int SIGWINCH = 28;
    /** Input or output is possible (O_ASYNC, F_SETOWN); ends the process by default. */
    public static final int SIGPOLL = 29;
    /** BSD's name of SIGPOLL, the one that man pages use. */
    public static final int SIGIO = SIGPOLL;
    /** Power failure. */
    public static final int SIGPWR = 30;
    /** Forbidden or unknown system call; core dump. */
    public static final int SIGSYS = 31;

    /** The first real-time signal that is a program's to use; glibc keeps two before it. */
    public static final int SIGRTMIN = 34;
    /** The last real-time signal. */
    public static final int SIGRTMAX = 64;
    /** One more than the last signal. */
    public static final int NSIG = 65;

    /** {@code si_code} of a signal from kill(2). */
    public static final int SI_USER = 0;
    /** {@code si_code} of a signal from the kernel. */
    public static final int SI_KERNEL = 0x80;
    /** {@code si_code} of a signal from sigqueue(3). */
    public static final int SI_QUEUE = -1;
    /** {@code si_code} of a signal from a timer of timer_create(2). */
    public static final int SI_TIMER = -2;
    /** {@code si_code} of a signal from a message queue. */
    public static final int SI_MESGQ = -3;
    /** {@code si_code} of a signal from asynchronous input and output. */
    public static final int SI_ASYNCIO = -4;
    /** {@code si_code} of a queued SIGIO. */
    public static final int SI_SIGIO = -5;
    /** {@code si_code} of a signal from tgkill(2). */
    public static final int SI_TKILL = -6;
    /** {@code si_code} of the end of threads at execve(2). */
    public static final int SI_DETHREAD = -7;
    /** {@code si_code} of a signal from getaddrinfo_a(3). */
    public static final int SI_ASYNCNL = -60;

    /** {@link #signal}: what the kernel does by default. */
    public static final sighandler_t SIG_DFL = new Disposition("SIG_DFL");
    /** {@link #signal}: nothing. */
    public static final sighandler_t SIG_IGN = new Disposition("SIG_IGN");
    /** What {@link #signal} answers where it fails. */
    public static final sighandler_t SIG_ERR = new Disposition("SIG_ERR");

    /** Not to be made: a header's class has only static members. */
    protected Signal() {}

    /** {@code typedef void (*sighandler_t)(int);}, a lambda or a method reference. */
    @FunctionalInterface
    public interface sighandler_t {
        /**
         * A signal has come.
         *
         * @param signum its number
         */
        void handle(int signum);
    }

    private record Disposition(String name) implements sighandler_t {
        @Override
        public void handle(int signum) {
            throw new UnsupportedOperationException(name + " is no function");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * {@code sighandler_t signal(int signum, sighandler_t handler);}
     *
     * <p>Says what a signal does to this process. A handler runs by the JDK's own mechanism, in a thread of its own and
     * not in one that the signal interrupts, so that it may do what it likes; a call that waits in the thread that the
     * kernel chose is restarted or ends with EINTR, as signal(7) says.
     *
     * <p>Signals by which the JVM works (SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGQUIT, SIGUSR2; with {@code -Xrs}
     * also SIGHUP, SIGINT, SIGTERM) are refused. Real-time signals, which the JDK does not know, answer EINVAL, as do
     * SIGKILL and SIGSTOP.
     *
     * @param signum SIGINT, SIGTERM, SIGPIPE, SIGCHLD, ...
     * @param handler SIG_DFL, SIG_IGN, or what is to be called
     * @return what was set before, to be set again, or {@link #SIG_ERR} with {@code errno()} EINVAL, or ENOSYS where
     *     the JVM lacks the module jdk.unsupported
     * @throws IllegalArgumentException if the JVM itself needs the signal
     * @see <a href="https://man7.org/linux/man-pages/man2/signal.2.html">signal(2)</a>
     */
    public static sighandler_t signal(int signum, sighandler_t handler) {
        return Signals.signal(signum, handler);
    }

    /**
     * {@code int kill(pid_t pid, int sig);}
     *
     * <p>Sends a signal. To this process, most signals end the JVM, or make it write a thread dump (SIGQUIT).
     *
     * @param pid a process; 0 is every process of this process group, -1 every process that may be sent one, any other
     *     negative one the process group of that number
     * @param sig SIGTERM, ..., or 0 to ask no more than whether it could be sent
     * @return 0, or -1 with {@code errno()} ESRCH, EPERM, EINVAL
     * @see <a href="https://man7.org/linux/man-pages/man2/kill.2.html">kill(2)</a>
     */
    public static int kill(int pid, int sig) {
        return result(KILL, call(KILL, pid, sig));
    }

    /**
     * {@code int sigemptyset(sigset_t *set);}
     *
     * <p>Takes every signal out of a set.
     *
     * @param set the set
     * @return 0, or -1 with {@code errno()} EINVAL if it is null
     * @see <a href="https://man7.org/linux/man-pages/man3/sigemptyset.3.html">sigemptyset(3)</a>
     */
    public static int sigemptyset(sigset_t set) {
        return change(SIGEMPTYSET, set, 0);
    }

    /**
     * {@code int sigfillset(sigset_t *set);}
     *
     * <p>Puts every signal into a set.
     *
     * @param set the set
     * @return 0, or -1 with {@code errno()} EINVAL if it is null
     * @see <a href="https://man7.org/linux/man-pages/man3/sigfillset.3.html">sigfillset(3)</a>
     */
    public static int sigfillset(sigset_t set) {
        return change(SIGFILLSET, set, 0);
    }

    /**
     * {@code int sigaddset(sigset_t *set, int signum);}
     *
     * <p>Puts a signal into a set.
     *
     * @param set the set
     * @param signum the signal
     * @return 0, or -1 with {@code errno()} EINVAL if there is no such signal or {@code set} is null
     * @see <a href="https://man7.org/linux/man-pages/man3/sigaddset.3.html">sigaddset(3)</a>
     */
    public static int sigaddset(sigset_t set, int signum) {
        return change(SIGADDSET, set, signum);
    }

    /**
     * {@code int sigdelset(sigset_t *set, int signum);}
     *
     * <p>Takes a signal out of a set.
     *
     * @param set the set
     * @param signum the signal
     * @return 0, or -1 with {@code errno()} EINVAL if there is no such signal or {@code set} is null
     * @see <a href="https://man7.org/linux/man-pages/man3/sigdelset.3.html">sigdelset(3)</a>
     */
    public static int sigdelset(sigset_t set, int signum) {
        return change(SIGDELSET, set, signum);
    }

    private static int change(Function f, sigset_t set, int signum) {
        try (Memory m = memory()) {
            long room = m.in(set);
            return m.back(result(f, m.call(f, room, signum)), room, set);
        }
    }

    /**
     * {@code int sigismember(const sigset_t *set, int signum);}
     *
     * <p>Asks whether a signal is in a set.
     *
     * @param set the set
     * @param signum the signal
     * @return 1 if it is, 0 if not, or -1 with {@code errno()} EINVAL if there is no such signal or {@code set} is null
     * @see <a href="https://man7.org/linux/man-pages/man3/sigismember.3.html">sigismember(3)</a>
     */
    public static int sigismember(sigset_t set, int signum) {
        try (Memory m = memory()) {
            return result(SIGISMEMBER, m.call(SIGISMEMBER, m.in(set), signum));
        }
    }

    /**
     * {@code siginfo_t}: what a signal tells beside its number. Of C's unions it has what goes with a signal that is
     * sent; the rest is kept.
     */
    public static final class siginfo_t extends Struct {
        /** The signal. */
        public int si_signo;
        /** An errno, seldom used. */
        public int si_errno;
        /** Where it came from: SI_USER, SI_QUEUE, ... */
        public int si_code;
        /** Process id of the sender. */
        public int si_pid;
        /** User id of the sender, unsigned. */
        public int si_uid;
        /** The value that was sent along. */
        public int si_int;
        private final byte[] __pad0 = new byte[4];
        private final byte[] __si_high = new byte[4];
        private final byte[] __si_rest = new byte[96];

        /** {@code siginfo_t a = {0}}. */
        public siginfo_t() {}

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public siginfo_t(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(siginfo_t from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            si_signo = f.as("SIG").int32("si_signo", si_signo);
            si_errno = f.int32("si_errno", si_errno);
            si_code = f.int32("si_code", si_code);
            f.bytes("__pad0", __pad0);
            si_pid = f.int32("si_pid", si_pid);
            si_uid = f.int32("si_uid", si_uid);
            si_int = f.int32("si_int", si_int);
            f.bytes("__si_high", __si_high);
            f.bytes("__si_rest", __si_rest, Long.BYTES);
        }
    }
}
