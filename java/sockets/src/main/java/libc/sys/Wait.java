package libc.sys;

import static libc.internal.call.Function.function;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;

import libc.internal.call.Function;
import libc.internal.memory.Memory;

/**
 * {@code <sys/wait.h>}: what waitpid(2) takes, and the macros that read the status it writes; glibc's.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/wait.2.html">wait(2)</a>
 */
public class Wait extends Types {

    private static final Function WAITPID = function("pid_t waitpid(pid_t pid, int *wstatus, int options)");

    /** Does not block: 0 if no child has changed. */
    public static final int WNOHANG = 1;
    /** Reports stopped children too. */
    public static final int WUNTRACED = 2;
    /** waitid(2)'s name of WUNTRACED. */
    public static final int WSTOPPED = WUNTRACED;
    /** waitid(2) only: reports ended children; waitpid(2) answers EINVAL. */
    public static final int WEXITED = 4;
    /** Reports children that SIGCONT has woken, too. */
    public static final int WCONTINUED = 8;
    /** waitid(2) only: leaves the child to be waited for again; waitpid(2) answers EINVAL. */
    public static final int WNOWAIT = 0x01000000;
    /** Linux: waits for children of this thread only. */
    public static final int __WNOTHREAD = 0x20000000;
    /** Linux: waits for children of any kind, clone(2)'s too. */
    public static final int __WALL = 0x40000000;
    /** Linux: waits for clone(2)'s children that end without SIGCHLD only. */
    public static final int __WCLONE = 0x80000000;

    /** Of a status: the child left a core dump. */
    public static final int WCOREFLAG = 0x80;
    /** Of waitpid(2): any child. */
    public static final int WAIT_ANY = -1;
    /** Of waitpid(2): any child of this process group. */
    public static final int WAIT_MYPGRP = 0;

    /** Not to be made: a header's class has only static members. */
    protected Wait() {}

    /**
     * Did the child end by itself, by exit(3) or by returning from main?
     *
     * @param status what waitpid(2) wrote
     * @return whether {@link #WEXITSTATUS} says something
     * @see <a href="https://man7.org/linux/man-pages/man2/wait.2.html">wait(2)</a>
     */
    public static boolean WIFEXITED(int status) {
        return WTERMSIG(status) == 0;
    }

    /**
     * The exit status, if {@link #WIFEXITED}.
     *
     * @param status what waitpid(2) wrote
     * @return 0 to 255: the low 8 bits of what the child gave to exit(3)
     * @see <a href="https://man7.org/linux/man-pages/man2/wait.2.html">wait(2)</a>
     */
    public static int WEXITSTATUS(int status) {
        return (status & 0xff00) >> 8;
    }

    /**
     * Did a signal end the child?
     *
     * @param status what waitpid(2) wrote
     * @return whether {@link #WTERMSIG} says something
     * @see <a href="https://man7.org/linux/man-pages/man2/wait.2.html">wait(2)</a>
     */
    public static boolean WIFSIGNALED(int status) {
        return (byte) ((status & 0x7f) + 1) >> 1 > 0;
    }

    /**
     * The signal that ended the child, if {@link #WIFSIGNALED}.
     *
     * @param status what waitpid(2) wrote
     * @return its number, such as SIGKILL
     * @see <a href="https://man7.org/linux/man-pages/man2/wait.2.html">wait(2)</a>
     */
    public static int WTERMSIG(int status) {
        return status & 0x7f;
    }

    /**
     * Did the child leave a core dump? Asked if {@link #WIFSIGNALED}.
     *
     * @param status what waitpid(2) wrote
     * @return whether it did
     * @see <a href="https://man7.org/linux/man-pages/man2/wait.2.html">wait(2)</a>
     */
    public static boolean WCOREDUMP(int status) {
        return (status & 0x80) != 0;
    }

    /**
     * Has a signal stopped the child? Reported with {@link #WUNTRACED}.
     *
     * @param status what waitpid(2) wrote
     * @return whether {@link #WSTOPSIG} says something
     * @see <a href="https://man7.org/linux/man-pages/man2/wait.2.html">wait(2)</a>
     */
    public static boolean WIFSTOPPED(int status) {
        return (status & 0xff) == 0x7f;
    }

    /**
     * The signal that stopped the child, if {@link #WIFSTOPPED}.
     *
     * @param status what waitpid(2) wrote
     * @return its number, such as SIGSTOP
     * @see <a href="https://man7.org/linux/man-pages/man2/wait.2.html">wait(2)</a>
     */
    public static int WSTOPSIG(int status) {
        return WEXITSTATUS(status);
    }

    /**
     * Has SIGCONT woken the child? Reported with {@link #WCONTINUED}.
     *
     * @param status what waitpid(2) wrote
     * @return whether it has
     * @see <a href="https://man7.org/linux/man-pages/man2/wait.2.html">wait(2)</a>
     */
    public static boolean WIFCONTINUED(int status) {
        return status == 0xffff;
    }

    /**
     * {@code pid_t waitpid(pid_t pid, int *wstatus, int options);}
     *
     * <p>Waits for a child to change its state, and takes the status of one that has ended. Occupies its carrier thread
     * while it waits; {@link Thread#interrupt} does not wake it. Name the child: any child, -1, may be one that
     * {@link Process} waits for.
     *
     * @param pid the child's process id
     * @param wstatus where its status goes, for {@link #WIFEXITED} and the like, or null
     * @param options WNOHANG, WUNTRACED, WCONTINUED or 0
     * @return the child's process id, 0 if with WNOHANG none has changed, or -1 with {@code errno()} ECHILD, EINTR, EINVAL
     * @throws IndexOutOfBoundsException if {@code wstatus} is empty
     * @see <a href="https://man7.org/linux/man-pages/man2/waitpid.2.html">waitpid(2)</a>
     */
    public static int waitpid(int pid, int[] wstatus, int options) {
        try (Memory m = memory()) {
            long room = m.inOut(wstatus, 0, Integer.BYTES);
            int child = result(WAITPID, m.call(WAITPID, pid, room, options));
            m.back(child > 0 ? Integer.BYTES : 0, room, wstatus, 0, Integer.BYTES);
            return child;
        }
    }
}
