package libc;

/**
 * {@code <signal.h>}: the signals, glibc's.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/signal.7.html">signal(7)</a>
 */
public class Signal extends libc.sys.Types {

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

    /** Not to be made: a header's class has only static members. */
    protected Signal() {}
}
