package libc;

import static libc.Errno.EFAULT;
import static libc.Errno.ENOSYS;
import static libc.internal.call.Function.function;
import static libc.internal.call.Native.call;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import libc.internal.Signals;
import libc.internal.call.Function;
import libc.internal.call.Watch;
import libc.internal.memory.Memory;

/**
 * {@code <spawn.h>}: new processes, which file actions hand their descriptors. The functions here answer an error number,
 * not -1, and leave {@code errno} alone.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/posix_spawn.3.html">posix_spawn(3)</a>
 */
public class Spawn extends Sched {

    private static final Function POSIX_SPAWN = function("int posix_spawn(pid_t *pid, const char *path, const posix_spawn_file_actions_t *file_actions, "
            + "const posix_spawnattr_t *attrp, char *const argv[], char *const envp[])");
    private static final Function POSIX_SPAWNP = function("int posix_spawnp(pid_t *pid, const char *file, const posix_spawn_file_actions_t *file_actions, "
            + "const posix_spawnattr_t *attrp, char *const argv[], char *const envp[])");
    private static final Function POSIX_SPAWN_FILE_ACTIONS_DESTROY =
            function("int posix_spawn_file_actions_destroy(posix_spawn_file_actions_t *file_actions)");
    private static final Function POSIX_SPAWN_FILE_ACTIONS_INIT =
            function("int posix_spawn_file_actions_init(posix_spawn_file_actions_t *file_actions)");
    private static final Function POSIX_SPAWN_FILE_ACTIONS_ADDOPEN = function("int posix_spawn_file_actions_addopen(posix_spawn_file_actions_t *file_actions, int fd, "
            + "const char *path, int oflag, mode_t mode)");
    private static final Function POSIX_SPAWN_FILE_ACTIONS_ADDCLOSE =
            function("int posix_spawn_file_actions_addclose(posix_spawn_file_actions_t *file_actions, int fd)");
    private static final Function POSIX_SPAWN_FILE_ACTIONS_ADDDUP2 =
            function("int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t *file_actions, int fd, int newfd)");
    private static final Function POSIX_SPAWNATTR_INIT = function("int posix_spawnattr_init(posix_spawnattr_t *attr)");
    private static final Function POSIX_SPAWNATTR_DESTROY =
            function("int posix_spawnattr_destroy(posix_spawnattr_t *attr)");
    private static final Function POSIX_SPAWNATTR_SETFLAGS =
            function("int posix_spawnattr_setflags(posix_spawnattr_t *attr, short flags)");
    private static final Function POSIX_SPAWNATTR_SETPGROUP =
            function("int posix_spawnattr_setpgroup(posix_spawnattr_t *attr, pid_t pgroup)");
    private static final Function POSIX_SPAWN_FILE_ACTIONS_ADDCHDIR_NP =
            function("int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *file_actions, const char *path)");
    private static final Function POSIX_SPAWN_FILE_ACTIONS_ADDFCHDIR_NP =
            function("int posix_spawn_file_actions_addfchdir_np(posix_spawn_file_actions_t *file_actions, int fd)");
    private static final Function POSIX_SPAWN_FILE_ACTIONS_ADDCLOSEFROM_NP =
            function("int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *file_actions, int from)");
    private static final Function POSIX_SPAWN_FILE_ACTIONS_ADDTCSETPGRP_NP =
            function("int posix_spawn_file_actions_addtcsetpgrp_np(posix_spawn_file_actions_t *file_actions, int tcfd)");
    private static final Function POSIX_SPAWNATTR_GETFLAGS =
            function("int posix_spawnattr_getflags(const posix_spawnattr_t *attr, short *flags)");
    private static final Function POSIX_SPAWNATTR_GETPGROUP =
            function("int posix_spawnattr_getpgroup(const posix_spawnattr_t *attr, pid_t *pgroup)");
    private static final Function POSIX_SPAWNATTR_SETSIGDEFAULT =
            function("int posix_spawnattr_setsigdefault(posix_spawnattr_t *attr, const sigset_t *sigdefault)");
    private static final Function POSIX_SPAWNATTR_GETSIGDEFAULT =
            function("int posix_spawnattr_getsigdefault(const posix_spawnattr_t *attr, sigset_t *sigdefault)");
    private static final Function POSIX_SPAWNATTR_SETSIGMASK =
            function("int posix_spawnattr_setsigmask(posix_spawnattr_t *attr, const sigset_t *sigmask)");
    private static final Function POSIX_SPAWNATTR_GETSIGMASK =
            function("int posix_spawnattr_getsigmask(const posix_spawnattr_t *attr, sigset_t *sigmask)");
    private static final Function POSIX_SPAWNATTR_SETSCHEDPOLICY =
            function("int posix_spawnattr_setschedpolicy(posix_spawnattr_t *attr, int schedpolicy)");
    private static final Function POSIX_SPAWNATTR_GETSCHEDPOLICY =
            function("int posix_spawnattr_getschedpolicy(const posix_spawnattr_t *attr, int *schedpolicy)");
    private static final Function POSIX_SPAWNATTR_SETSCHEDPARAM =
            function("int posix_spawnattr_setschedparam(posix_spawnattr_t *attr, const struct sched_param *schedparam)");
    private static final Function POSIX_SPAWNATTR_GETSCHEDPARAM =
            function("int posix_spawnattr_getschedparam(const posix_spawnattr_t *attr, struct sched_param *schedparam)");

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
        private final byte[] memory = new byte[OPAQUE_SIZE];

        /** {@code posix_spawnattr_t attr}, with no difference. */
        public posix_spawnattr_t() {}
    }

    /** One file action, said to a list of C's. */
    private interface Action {

        int addTo(Memory m, long actions);
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
        return spawn(POSIX_SPAWN, pid, path, file_actions, attrp, argv, envp);
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
        return spawn(POSIX_SPAWNP, pid, file, file_actions, attrp, argv, envp);
    }

    private static int spawn(Function f, int[] pid, String path, posix_spawn_file_actions_t actions,
            posix_spawnattr_t attr, String[] argv, String[] envp) {
        if (path == null || argv == null) {
            return result(f, EFAULT, true);
        }
        if (pid != null) {
            Objects.checkIndex(0, pid.length);
        }
        try (Memory m = memory()) {
            long child = m.in(0);
            long program = m.in(path);
            long arguments = m.in(argv);
            long environment = envp == null ? 0 : m.in(envp);
            long attributes = attributes(m, attr);
            long list = actions == null ? 0 : m.room(OPAQUE_SIZE);
            int error = 0;
            try {
                error = actions == null ? 0 : addAll(m, actions, list);
                if (error == 0) {
                    error = error(m.call(f, child, program, list, attributes, arguments, environment));
                }
            } finally {
                if (actions != null) {
                    m.call(POSIX_SPAWN_FILE_ACTIONS_DESTROY, list);
                }
            }
            if (error == 0 && pid != null) {
                pid[0] = m.getInt(child);
            }
            return result(f, error, error != 0);
        }
    }

    /** The attributes of a child whose signal mask is said: JVM threads block what no child should find blocked. */
    private static long attributes(Memory m, posix_spawnattr_t attr) {
        long room = attr == null ? m.room(OPAQUE_SIZE) : m.in(attr.memory, 0, OPAQUE_SIZE);
        long flags = m.in(0);
        Watch.unseen(() -> {
            if (attr == null) {
                call(POSIX_SPAWNATTR_INIT, room);
            }
            call(POSIX_SPAWNATTR_GETFLAGS, room, flags);
            if ((m.getInt(flags) & POSIX_SPAWN_SETSIGMASK) == 0) {
                call(POSIX_SPAWNATTR_SETSIGMASK, room, m.in(Signals.atStart()));
                call(POSIX_SPAWNATTR_SETFLAGS, room, (short) (m.getInt(flags) | POSIX_SPAWN_SETSIGMASK));
            }
        });
        return room;
    }

    private static int addAll(Memory m, posix_spawn_file_actions_t actions, long list) {
        call(POSIX_SPAWN_FILE_ACTIONS_INIT, list);
        synchronized (actions) {
            int error = 0;
            for (int i = 0; i < actions.list.size() && error == 0; i++) {
                error = actions.list.get(i).addTo(m, list);
            }
            return error;
        }
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
            return result(POSIX_SPAWN_FILE_ACTIONS_INIT, EFAULT, true);
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
        return path == null ? result(POSIX_SPAWN_FILE_ACTIONS_ADDOPEN, EFAULT, true)
                : add(POSIX_SPAWN_FILE_ACTIONS_ADDOPEN, file_actions,
                        (m, list) -> error(m.call(POSIX_SPAWN_FILE_ACTIONS_ADDOPEN, list, fd, m.in(path), oflag, mode)));
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
        return add(POSIX_SPAWN_FILE_ACTIONS_ADDCLOSE, file_actions,
                (m, list) -> error(m.call(POSIX_SPAWN_FILE_ACTIONS_ADDCLOSE, list, fd)));
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
        return add(POSIX_SPAWN_FILE_ACTIONS_ADDDUP2, file_actions,
                (m, list) -> error(m.call(POSIX_SPAWN_FILE_ACTIONS_ADDDUP2, list, fd, newfd)));
    }

    /** Adds what C takes: it is asked with a list of its own. */
    private static int add(Function f, posix_spawn_file_actions_t file_actions, Action action) {
        if (file_actions == null) {
            return result(f, EFAULT, true);
        }
        try (Memory m = memory()) {
            long trial = m.room(OPAQUE_SIZE);
            m.call(POSIX_SPAWN_FILE_ACTIONS_INIT, trial);
            try {
                int error = action.addTo(m, trial);
                if (error == 0) {
                    synchronized (file_actions) {
                        file_actions.list.add(action);
                    }
                }
                return result(f, error, error != 0);
            } finally {
                m.call(POSIX_SPAWN_FILE_ACTIONS_DESTROY, trial);
            }
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
        return set(POSIX_SPAWNATTR_INIT, attr, 0, true);
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
        return set(POSIX_SPAWNATTR_DESTROY, attr, 0, true);
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
        return set(POSIX_SPAWNATTR_SETFLAGS, attr, (short) flags, true);
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
        return set(POSIX_SPAWNATTR_SETPGROUP, attr, pgroup, true);
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
        return path == null ? result(POSIX_SPAWN_FILE_ACTIONS_ADDCHDIR_NP, EFAULT, true)
                : add(POSIX_SPAWN_FILE_ACTIONS_ADDCHDIR_NP, file_actions,
                        (m, list) -> error(m.call(POSIX_SPAWN_FILE_ACTIONS_ADDCHDIR_NP, list, m.in(path))));
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
        return add(POSIX_SPAWN_FILE_ACTIONS_ADDFCHDIR_NP, file_actions,
                (m, list) -> error(m.call(POSIX_SPAWN_FILE_ACTIONS_ADDFCHDIR_NP, list, fd)));
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
        return add(POSIX_SPAWN_FILE_ACTIONS_ADDCLOSEFROM_NP, file_actions,
                (m, list) -> error(m.call(POSIX_SPAWN_FILE_ACTIONS_ADDCLOSEFROM_NP, list, from)));
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
        return add(POSIX_SPAWN_FILE_ACTIONS_ADDTCSETPGRP_NP, file_actions,
                (m, list) -> error(m.call(POSIX_SPAWN_FILE_ACTIONS_ADDTCSETPGRP_NP, list, tcfd)));
    }

    /** A function that this machine's libc lacks answers -1, where these answer an error number. */
    private static int error(long result) {
        return (int) result == -1 ? ENOSYS : (int) result;
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
        int[] word = {0}; // of which C writes the short
        int error = get(POSIX_SPAWNATTR_GETFLAGS, attr, flags == null ? null : word);
        if (error == 0) {
            flags[0] = (short) word[0];
        }
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
        return get(POSIX_SPAWNATTR_GETPGROUP, attr, pgroup);
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
        return set(POSIX_SPAWNATTR_SETSIGDEFAULT, attr, sigdefault);
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
        return get(POSIX_SPAWNATTR_GETSIGDEFAULT, attr, sigdefault);
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
        return set(POSIX_SPAWNATTR_SETSIGMASK, attr, sigmask);
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
        return get(POSIX_SPAWNATTR_GETSIGMASK, attr, sigmask);
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
        return set(POSIX_SPAWNATTR_SETSCHEDPOLICY, attr, schedpolicy, true);
    }

    /** Calls a function that changes attributes, by a number. */
    private static int set(Function f, posix_spawnattr_t attr, long value, boolean isThere) {
        if (attr == null || !isThere) {
            return result(f, EFAULT, true);
        }
        try (Memory m = memory()) {
            long room = m.in(attr.memory, 0, OPAQUE_SIZE);
            int error = (int) m.call(f, room, value);
            m.read(room, attr.memory, 0, OPAQUE_SIZE);
            return result(f, error, error != 0);
        }
    }

    /** Calls a function that changes attributes, by a struct. */
    private static int set(Function f, posix_spawnattr_t attr, Struct value) {
        try (Memory m = memory()) {
            return set(f, attr, m.in(value), value != null);
        }
    }

    /** Calls a function that reads attributes, into a variable. */
    private static int get(Function f, posix_spawnattr_t attr, int[] value) {
        if (attr == null || value == null) {
            return result(f, EFAULT, true);
        }
        try (Memory m = memory()) {
            long room = m.in(value[0]);
            int error = (int) m.call(f, m.in(attr.memory, 0, OPAQUE_SIZE), room);
            m.back(room, value);
            return result(f, error, error != 0);
        }
    }

    /** Calls a function that reads attributes, into a struct. */
    private static int get(Function f, posix_spawnattr_t attr, Struct value) {
        if (attr == null || value == null) {
            return result(f, EFAULT, true);
        }
        try (Memory m = memory()) {
            long room = m.in(value);
            int error = (int) m.call(f, m.in(attr.memory, 0, OPAQUE_SIZE), room);
            m.back(room, value);
            return result(f, error, error != 0);
        }
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
        return get(POSIX_SPAWNATTR_GETSCHEDPOLICY, attr, schedpolicy);
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
        return set(POSIX_SPAWNATTR_SETSCHEDPARAM, attr, schedparam);
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
        return get(POSIX_SPAWNATTR_GETSCHEDPARAM, attr, schedparam);
    }
}
