package libc;

import static libc.Errno.EFAULT;
import static libc.Errno.ENOSYS;
import static libc.internal.Libc.processes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import libc.internal.Memory;
import libc.internal.Scratch;

/**
 * {@code <spawn.h>}: new processes, which file actions hand their descriptors. The functions here answer an error number,
 * not -1, and leave {@code errno} alone.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawn.3.html">posix_spawn(3)</a>
 */
public class Spawn extends Sched {

    /** Effective user and group id become the real ones. */
    public static final int POSIX_SPAWN_RESETIDS = 0x01;

    /** The process group attribute counts. */
    public static final int POSIX_SPAWN_SETPGROUP = 0x02;

    /** The signals to be set to their default count. */
    public static final int POSIX_SPAWN_SETSIGDEF = 0x04;

    /** The signal mask counts. */
    public static final int POSIX_SPAWN_SETSIGMASK = 0x08;

    /** The scheduling parameters count. */
    public static final int POSIX_SPAWN_SETSCHEDPARAM = 0x10;

    /** The scheduling policy and its parameters count. */
    public static final int POSIX_SPAWN_SETSCHEDULER = 0x20;

    /** Without effect since glibc 2.24. */
    public static final int POSIX_SPAWN_USEVFORK = 0x40;

    /** The child leads a new session. */
    public static final int POSIX_SPAWN_SETSID = 0x80;

    /** More than any libc's {@code posix_spawn_file_actions_t} or {@code posix_spawnattr_t} takes. */
    private static final int OPAQUE_SIZE = 512;

    /** Not to be made: a header's class has only static members. */
    protected Spawn() {}

    /**
     * {@code posix_spawn_file_actions_t}: what a child does with its descriptors before it begins. The list is Java's;
     * C's own exists only during a call, so nothing is lost by not destroying it.
     */
    public static final class posix_spawn_file_actions_t {
        private final List<Action> list = new ArrayList<>();

        /** {@code posix_spawn_file_actions_t actions}, with none. */
        public posix_spawn_file_actions_t() {}
    }

    /** {@code posix_spawnattr_t}: in what a child differs from its parent. */
    public static final class posix_spawnattr_t {
        private final ByteBuffer memory = memory(OPAQUE_SIZE);

        /** {@code posix_spawnattr_t attr}, with no difference. */
        public posix_spawnattr_t() {}
    }

    /** One file action, said to a list of C's. */
    private interface Action {
        int addTo(ByteBuffer actions);
    }

    /** One of the two functions that spawn. */
    private interface Spawner {
        int spawn(ByteBuffer pid, ByteBuffer path, ByteBuffer actions, ByteBuffer attr, ByteBuffer argv,
                ByteBuffer envp);
    }

    /**
     * {@code int posix_spawn(pid_t *pid, const char *path, const posix_spawn_file_actions_t *file_actions,
     * const posix_spawnattr_t *attrp, char *const argv[], char *const envp[]);}
     *
     * <p>Runs a program in a new process. Its end is for {@link libc.sys.Wait#waitpid} to take.
     *
     * @param pid where the process id goes, or null
     * @param path the program
     * @param file_actions what happens to descriptors in the child, or null
     * @param attrp its attributes, or null
     * @param argv its arguments, the first its name; they end at a null or at the array's end
     * @param envp its environment, as {@link Unistd#environ}; null is none
     * @return 0, or an error number: ENOENT, EACCES, ENOEXEC, E2BIG, EBADF, EAGAIN, EFAULT
     * @throws IllegalArgumentException if there is a NUL in a string
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawn.3.html">posix_spawn(3)</a>
     */
    public static int posix_spawn(int[] pid, String path, posix_spawn_file_actions_t file_actions,
            posix_spawnattr_t attrp, String[] argv, String[] envp) {
        return spawn(processes()::posix_spawn, pid, path, file_actions, attrp, argv, envp);
    }

    /**
     * {@code int posix_spawnp(pid_t *pid, const char *file, const posix_spawn_file_actions_t *file_actions,
     * const posix_spawnattr_t *attrp, char *const argv[], char *const envp[]);}
     *
     * <p>{@link #posix_spawn} of a program that is looked for in PATH, unless there is a slash in its name.
     *
     * @param pid where the process id goes, or null
     * @param file the program
     * @param file_actions what happens to descriptors in the child, or null
     * @param attrp its attributes, or null
     * @param argv its arguments, the first its name; they end at a null or at the array's end
     * @param envp its environment, as {@link Unistd#environ}; null is none
     * @return 0, or an error number: ENOENT, EACCES, ENOEXEC, E2BIG, EBADF, EAGAIN, EFAULT
     * @throws IllegalArgumentException if there is a NUL in a string
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawn.3.html">posix_spawn(3)</a>
     */
    public static int posix_spawnp(int[] pid, String file, posix_spawn_file_actions_t file_actions,
            posix_spawnattr_t attrp, String[] argv, String[] envp) {
        return spawn(processes()::posix_spawnp, pid, file, file_actions, attrp, argv, envp);
    }

    private static int spawn(Spawner spawner, int[] pid, String path, posix_spawn_file_actions_t actions,
            posix_spawnattr_t attr, String[] argv, String[] envp) {
        if (path == null || argv == null) {
            return EFAULT;
        }
        if (pid != null) {
            Objects.checkIndex(0, pid.length);
        }
        ByteBuffer child = memory(Integer.BYTES);
        ByteBuffer arguments = vector(argv);
        ByteBuffer environment = envp == null ? null : vector(envp);
        ByteBuffer memory = actions == null ? null : memory(OPAQUE_SIZE);
        Scratch scratch = Scratch.current();
        try {
            int error = actions == null ? 0 : addAll(actions, memory);
            if (error == 0) {
                error = spawner.spawn(child, scratch.string(path), memory, attr == null ? null : attr.memory, arguments,
                        environment);
            }
            if (error == 0 && pid != null) {
                pid[0] = child.getInt(0);
            }
            return error;
        } finally {
            scratch.end();
            if (memory != null) {
                processes().posix_spawn_file_actions_destroy(memory);
            }
        }
    }

    private static int addAll(posix_spawn_file_actions_t actions, ByteBuffer memory) {
        processes().posix_spawn_file_actions_init(memory);
        synchronized (actions) {
            int error = 0;
            for (int i = 0; i < actions.list.size() && error == 0; i++) {
                error = actions.list.get(i).addTo(memory);
            }
            return error;
        }
    }

    private static ByteBuffer memory(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }

    /** A {@code char *argv[]}: the pointers, a NULL, and the strings behind it, in one piece. */
    private static ByteBuffer vector(String[] strings) {
        List<byte[]> all = Arrays.stream(strings).takeWhile(Objects::nonNull).map(Scratch::bytes).toList();
        int pointers = (all.size() + 1) * Long.BYTES;
        ByteBuffer vector = memory(pointers + all.stream().mapToInt(bytes -> bytes.length).sum());
        long address = Memory.address(vector);
        int at = pointers;
        for (int i = 0; i < all.size(); i++) {
            vector.putLong(i * Long.BYTES, address + at);
            vector.put(at, all.get(i));
            at += all.get(i).length;
        }
        return vector;
    }

    /**
     * {@code int posix_spawn_file_actions_init(posix_spawn_file_actions_t *file_actions);}
     *
     * <p>Makes the list empty.
     *
     * @param file_actions the list
     * @return 0, or EFAULT if it is null
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawn_file_actions_init.3p.html">posix_spawn_file_actions_init(3p)</a>
     */
    public static int posix_spawn_file_actions_init(posix_spawn_file_actions_t file_actions) {
        if (file_actions == null) {
            return EFAULT;
        }
        synchronized (file_actions) {
            file_actions.list.clear();
        }
        return 0;
    }

    /**
     * {@code int posix_spawn_file_actions_destroy(posix_spawn_file_actions_t *file_actions);}
     *
     * <p>Makes the list empty; there is nothing to free.
     *
     * @param file_actions the list
     * @return 0, or EFAULT if it is null
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawn_file_actions_destroy.3p.html">posix_spawn_file_actions_destroy(3p)</a>
     */
    public static int posix_spawn_file_actions_destroy(posix_spawn_file_actions_t file_actions) {
        return posix_spawn_file_actions_init(file_actions);
    }

    /**
     * {@code int posix_spawn_file_actions_addopen(posix_spawn_file_actions_t *file_actions, int fd, const char *path,
     * int oflag, mode_t mode);}
     *
     * <p>The child opens a file as {@code fd}.
     *
     * @param file_actions the list
     * @param fd the child's descriptor
     * @param path the file
     * @param oflag O_RDONLY, O_WRONLY, ... as for open(2)
     * @param mode permissions of a file that it creates
     * @return 0, or an error number: EBADF, ENOMEM, EFAULT
     * @throws IllegalArgumentException if there is a NUL in {@code path}
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawn_file_actions_addopen.3p.html">posix_spawn_file_actions_addopen(3p)</a>
     */
    public static int posix_spawn_file_actions_addopen(posix_spawn_file_actions_t file_actions, int fd, String path,
            int oflag, int mode) {
        return path == null ? EFAULT : add(file_actions, actions -> processes().posix_spawn_file_actions_addopen(
                actions, fd, Scratch.current().string(path), oflag, mode));
    }

    /**
     * {@code int posix_spawn_file_actions_addclose(posix_spawn_file_actions_t *file_actions, int fd);}
     *
     * <p>The child closes {@code fd}.
     *
     * @param file_actions the list
     * @param fd the child's descriptor
     * @return 0, or an error number: EBADF, ENOMEM, EFAULT
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawn_file_actions_addclose.3p.html">posix_spawn_file_actions_addclose(3p)</a>
     */
    public static int posix_spawn_file_actions_addclose(posix_spawn_file_actions_t file_actions, int fd) {
        return add(file_actions, actions -> processes().posix_spawn_file_actions_addclose(actions, fd));
    }

    /**
     * {@code int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t *file_actions, int fd, int newfd);}
     *
     * <p>The child makes {@code newfd} a copy of {@code fd}, which stays open when the program begins even if
     * {@code fd} is close-on-exec, and even if the two are equal.
     *
     * @param file_actions the list
     * @param fd a descriptor of this process
     * @param newfd the child's descriptor
     * @return 0, or an error number: EBADF, ENOMEM, EFAULT
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawn_file_actions_adddup2.3p.html">posix_spawn_file_actions_adddup2(3p)</a>
     */
    public static int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t file_actions, int fd, int newfd) {
        return add(file_actions, actions -> processes().posix_spawn_file_actions_adddup2(actions, fd, newfd));
    }

    /** Adds what C takes: it is asked with a list of its own. */
    private static int add(posix_spawn_file_actions_t file_actions, Action action) {
        if (file_actions == null) {
            return EFAULT;
        }
        ByteBuffer trial = memory(OPAQUE_SIZE);
        processes().posix_spawn_file_actions_init(trial);
        try {
            int error = action.addTo(trial);
            if (error == 0) {
                synchronized (file_actions) {
                    file_actions.list.add(action);
                }
            }
            return error;
        } finally {
            processes().posix_spawn_file_actions_destroy(trial);
        }
    }

    /**
     * {@code int posix_spawnattr_init(posix_spawnattr_t *attr);}
     *
     * <p>Makes the attributes those of a child that differs in nothing.
     *
     * @param attr the attributes
     * @return 0, or EFAULT if it is null
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawnattr_init.3p.html">posix_spawnattr_init(3p)</a>
     */
    public static int posix_spawnattr_init(posix_spawnattr_t attr) {
        return attr == null ? EFAULT : processes().posix_spawnattr_init(attr.memory);
    }

    /**
     * {@code int posix_spawnattr_destroy(posix_spawnattr_t *attr);}
     *
     * <p>Ends the use of the attributes; there is nothing to free.
     *
     * @param attr the attributes
     * @return 0, or EFAULT if it is null
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawnattr_destroy.3p.html">posix_spawnattr_destroy(3p)</a>
     */
    public static int posix_spawnattr_destroy(posix_spawnattr_t attr) {
        return attr == null ? EFAULT : processes().posix_spawnattr_destroy(attr.memory);
    }

    /**
     * {@code int posix_spawnattr_setflags(posix_spawnattr_t *attr, short flags);}
     *
     * <p>Says which of the attributes count.
     *
     * @param attr the attributes
     * @param flags POSIX_SPAWN_SETPGROUP, POSIX_SPAWN_SETSID, POSIX_SPAWN_RESETIDS, ...
     * @return 0, or an error number: EINVAL, EFAULT
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawnattr_setflags.3p.html">posix_spawnattr_setflags(3p)</a>
     */
    public static int posix_spawnattr_setflags(posix_spawnattr_t attr, int flags) {
        return attr == null ? EFAULT : processes().posix_spawnattr_setflags(attr.memory, (short) flags);
    }

    /**
     * {@code int posix_spawnattr_setpgroup(posix_spawnattr_t *attr, pid_t pgroup);}
     *
     * <p>Says which process group the child joins, if POSIX_SPAWN_SETPGROUP is among the flags.
     *
     * @param attr the attributes
     * @param pgroup process group id, or 0 for a new one of the child's own
     * @return 0, or EFAULT if {@code attr} is null
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawnattr_setpgroup.3p.html">posix_spawnattr_setpgroup(3p)</a>
     */
    public static int posix_spawnattr_setpgroup(posix_spawnattr_t attr, int pgroup) {
        return attr == null ? EFAULT : processes().posix_spawnattr_setpgroup(attr.memory, pgroup);
    }

    /**
     * {@code int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *file_actions, const char *path);}
     *
     * <p>The child changes its working directory, for the actions that follow and the program. A path of {@link
     * #posix_spawn} that is relative is relative to it.
     *
     * @param file_actions the list
     * @param path the directory
     * @return 0, or an error number: ENOMEM, EFAULT; ENOSYS before glibc 2.29
     * @throws IllegalArgumentException if there is a NUL in {@code path}
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawn.3.html">posix_spawn(3)</a>
     */
    public static int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t file_actions, String path) {
        return path == null ? EFAULT : add(file_actions, actions -> error(
                processes().posix_spawn_file_actions_addchdir_np(actions, Scratch.current().string(path))));
    }

    /**
     * {@code int posix_spawn_file_actions_addfchdir_np(posix_spawn_file_actions_t *file_actions, int fd);}
     *
     * <p>The child changes its working directory to one that is open. If it is not, {@link #posix_spawn} answers EBADF.
     *
     * @param file_actions the list
     * @param fd a descriptor of the directory
     * @return 0, or an error number: ENOMEM, EFAULT; ENOSYS before glibc 2.29
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawn.3.html">posix_spawn(3)</a>
     */
    public static int posix_spawn_file_actions_addfchdir_np(posix_spawn_file_actions_t file_actions, int fd) {
        return add(file_actions, actions -> error(processes().posix_spawn_file_actions_addfchdir_np(actions, fd)));
    }

    /**
     * {@code int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *file_actions, int from);}
     *
     * <p>The child closes every descriptor from {@code from} on.
     *
     * @param file_actions the list
     * @param from the first descriptor to close
     * @return 0, or an error number: EBADF, ENOMEM, EFAULT; ENOSYS before glibc 2.34
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawn.3.html">posix_spawn(3)</a>
     */
    public static int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t file_actions, int from) {
        return add(file_actions, actions -> error(processes().posix_spawn_file_actions_addclosefrom_np(actions, from)));
    }

    /**
     * {@code int posix_spawn_file_actions_addtcsetpgrp_np(posix_spawn_file_actions_t *file_actions, int tcfd);}
     *
     * <p>The child makes its process group the foreground one of a terminal.
     *
     * @param file_actions the list
     * @param tcfd a descriptor of the terminal
     * @return 0, or an error number: EBADF, ENOMEM, EFAULT; ENOSYS before glibc 2.35
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawn.3.html">posix_spawn(3)</a>
     */
    public static int posix_spawn_file_actions_addtcsetpgrp_np(posix_spawn_file_actions_t file_actions, int tcfd) {
        return add(file_actions, actions -> error(processes().posix_spawn_file_actions_addtcsetpgrp_np(actions, tcfd)));
    }

    /** A function that this machine's libc lacks answers -1, where these answer an error number. */
    private static int error(int answer) {
        return answer == -1 ? ENOSYS : answer;
    }

    /**
     * {@code int posix_spawnattr_getflags(const posix_spawnattr_t *attr, short *flags);}
     *
     * <p>Tells which of the attributes count.
     *
     * @param attr the attributes
     * @param flags where POSIX_SPAWN_SETPGROUP, ... go
     * @return 0, or EFAULT if one of them is null
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawnattr_getflags.3p.html">posix_spawnattr_getflags(3p)</a>
     */
    public static int posix_spawnattr_getflags(posix_spawnattr_t attr, int[] flags) {
        if (attr == null || flags == null) {
            return EFAULT;
        }
        Objects.checkIndex(0, flags.length);
        ByteBuffer place = Scratch.current().place(0);
        int error = processes().posix_spawnattr_getflags(attr.memory, place);
        flags[0] = place.getShort(0);
        return error;
    }

    /**
     * {@code int posix_spawnattr_getpgroup(const posix_spawnattr_t *attr, pid_t *pgroup);}
     *
     * <p>Tells which process group the child joins.
     *
     * @param attr the attributes
     * @param pgroup where the process group id goes
     * @return 0, or EFAULT if one of them is null
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawnattr_getpgroup.3p.html">posix_spawnattr_getpgroup(3p)</a>
     */
    public static int posix_spawnattr_getpgroup(posix_spawnattr_t attr, int[] pgroup) {
        if (attr == null || pgroup == null) {
            return EFAULT;
        }
        Objects.checkIndex(0, pgroup.length);
        ByteBuffer place = Scratch.current().place(0);
        int error = processes().posix_spawnattr_getpgroup(attr.memory, place);
        pgroup[0] = place.getInt(0);
        return error;
    }

    /**
     * {@code int posix_spawnattr_setsigdefault(posix_spawnattr_t *attr, const sigset_t *sigdefault);}
     *
     * <p>Says which signals the child has set to their default, if POSIX_SPAWN_SETSIGDEF is among the flags.
     *
     * @param attr the attributes
     * @param sigdefault the signals
     * @return 0, or EFAULT if one of them is null
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawnattr_setsigdefault.3p.html">posix_spawnattr_setsigdefault(3p)</a>
     */
    public static int posix_spawnattr_setsigdefault(posix_spawnattr_t attr, sigset_t sigdefault) {
        return attr == null || sigdefault == null ? EFAULT
                : processes().posix_spawnattr_setsigdefault(attr.memory, Scratch.current().place(0, sigdefault));
    }

    /**
     * {@code int posix_spawnattr_getsigdefault(const posix_spawnattr_t *attr, sigset_t *sigdefault);}
     *
     * <p>Tells which signals the child has set to their default.
     *
     * @param attr the attributes
     * @param sigdefault where the signals go
     * @return 0, or EFAULT if one of them is null
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawnattr_getsigdefault.3p.html">posix_spawnattr_getsigdefault(3p)</a>
     */
    public static int posix_spawnattr_getsigdefault(posix_spawnattr_t attr, sigset_t sigdefault) {
        if (attr == null || sigdefault == null) {
            return EFAULT;
        }
        Scratch scratch = Scratch.current();
        return scratch.copyOutPlace(processes().posix_spawnattr_getsigdefault(attr.memory, scratch.place(0, sigdefault)), 0,
                sigdefault);
    }

    /**
     * {@code int posix_spawnattr_setsigmask(posix_spawnattr_t *attr, const sigset_t *sigmask);}
     *
     * <p>Says which signals the child blocks, if POSIX_SPAWN_SETSIGMASK is among the flags.
     *
     * @param attr the attributes
     * @param sigmask the signals
     * @return 0, or EFAULT if one of them is null
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawnattr_setsigmask.3p.html">posix_spawnattr_setsigmask(3p)</a>
     */
    public static int posix_spawnattr_setsigmask(posix_spawnattr_t attr, sigset_t sigmask) {
        return attr == null || sigmask == null ? EFAULT
                : processes().posix_spawnattr_setsigmask(attr.memory, Scratch.current().place(0, sigmask));
    }

    /**
     * {@code int posix_spawnattr_getsigmask(const posix_spawnattr_t *attr, sigset_t *sigmask);}
     *
     * <p>Tells which signals the child blocks.
     *
     * @param attr the attributes
     * @param sigmask where the signals go
     * @return 0, or EFAULT if one of them is null
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawnattr_getsigmask.3p.html">posix_spawnattr_getsigmask(3p)</a>
     */
    public static int posix_spawnattr_getsigmask(posix_spawnattr_t attr, sigset_t sigmask) {
        if (attr == null || sigmask == null) {
            return EFAULT;
        }
        Scratch scratch = Scratch.current();
        return scratch.copyOutPlace(processes().posix_spawnattr_getsigmask(attr.memory, scratch.place(0, sigmask)), 0,
                sigmask);
    }

    /**
     * {@code int posix_spawnattr_setschedpolicy(posix_spawnattr_t *attr, int schedpolicy);}
     *
     * <p>Says how the child is scheduled, if POSIX_SPAWN_SETSCHEDULER is among the flags.
     *
     * @param attr the attributes
     * @param schedpolicy SCHED_OTHER, SCHED_FIFO or SCHED_RR
     * @return 0, or an error number: EINVAL, EFAULT
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawnattr_setschedpolicy.3p.html">posix_spawnattr_setschedpolicy(3p)</a>
     */
    public static int posix_spawnattr_setschedpolicy(posix_spawnattr_t attr, int schedpolicy) {
        return attr == null ? EFAULT : processes().posix_spawnattr_setschedpolicy(attr.memory, schedpolicy);
    }

    /**
     * {@code int posix_spawnattr_getschedpolicy(const posix_spawnattr_t *attr, int *schedpolicy);}
     *
     * <p>Tells how the child is scheduled.
     *
     * @param attr the attributes
     * @param schedpolicy where SCHED_OTHER, ... goes
     * @return 0, or EFAULT if one of them is null
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawnattr_getschedpolicy.3p.html">posix_spawnattr_getschedpolicy(3p)</a>
     */
    public static int posix_spawnattr_getschedpolicy(posix_spawnattr_t attr, int[] schedpolicy) {
        if (attr == null || schedpolicy == null) {
            return EFAULT;
        }
        Objects.checkIndex(0, schedpolicy.length);
        ByteBuffer place = Scratch.current().place(0);
        int error = processes().posix_spawnattr_getschedpolicy(attr.memory, place);
        schedpolicy[0] = place.getInt(0);
        return error;
    }

    /**
     * {@code int posix_spawnattr_setschedparam(posix_spawnattr_t *attr, const struct sched_param *schedparam);}
     *
     * <p>Says with which priority the child is scheduled, if POSIX_SPAWN_SETSCHEDULER or POSIX_SPAWN_SETSCHEDPARAM is
     * among the flags.
     *
     * @param attr the attributes
     * @param schedparam the priority
     * @return 0, or EFAULT if one of them is null
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawnattr_setschedparam.3p.html">posix_spawnattr_setschedparam(3p)</a>
     */
    public static int posix_spawnattr_setschedparam(posix_spawnattr_t attr, sched_param schedparam) {
        return attr == null || schedparam == null ? EFAULT
                : processes().posix_spawnattr_setschedparam(attr.memory, Scratch.current().place(0, schedparam));
    }

    /**
     * {@code int posix_spawnattr_getschedparam(const posix_spawnattr_t *attr, struct sched_param *schedparam);}
     *
     * <p>Tells with which priority the child is scheduled.
     *
     * @param attr the attributes
     * @param schedparam where the priority goes
     * @return 0, or EFAULT if one of them is null
     * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawnattr_getschedparam.3p.html">posix_spawnattr_getschedparam(3p)</a>
     */
    public static int posix_spawnattr_getschedparam(posix_spawnattr_t attr, sched_param schedparam) {
        if (attr == null || schedparam == null) {
            return EFAULT;
        }
        Scratch scratch = Scratch.current();
        return scratch.copyOutPlace(processes().posix_spawnattr_getschedparam(attr.memory, scratch.place(0, schedparam)), 0,
                schedparam);
    }
}
