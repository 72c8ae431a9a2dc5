package libc;

import static libc.Conditions.*;
import static libc.Errno.*;
import static libc.Fcntl.O_CLOEXEC;
import static libc.Fcntl.O_RDONLY;
import static libc.Fcntl.open;
import static libc.Sched.*;
import static libc.Signal.*;
import static libc.Spawn.*;
import static libc.Unistd.*;
import static libc.sys.Pidfd.*;
import static libc.sys.Resource.*;
import static libc.sys.Wait.waitpid;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import libc.ErrorsIT.Row;
import libc.sys.Resource.rlimit;

/** Processes, their signals, limits and namespaces, and the names of the machine. */
final class ProcessErrors {

    private ProcessErrors() {}

    static List<Row> rows() {
        return Stream.of(processes(), actions(), attributes(), signals(), limits(), namespaces(),
                names()).flatMap(List::stream).toList();
    }

    private static List<Row> processes() {
        String[] argv = {"x"};
        return List.of(
                Row.fails("waitpid", ECHILD, "not a child", (s, d) -> waitpid(getpid(), new int[1], 0)),
                Row.fails("waitpid", EINVAL, "no such option", (s, d) -> waitpid(getpid(), new int[1], 0x100)),
                Row.fails("waitpid", ESRCH, "the least int", (s, d) -> waitpid(Integer.MIN_VALUE, new int[1], 0)),

                Row.answers("posix_spawn", E2BIG, "an argument of a MiB", (s, d) ->
                        posix_spawn(null, "/bin/true", null, null, new String[] {"x".repeat(1 << 20)}, environ)),
                Row.answers("posix_spawn", EACCES, "not executable", (s, d) ->
                        posix_spawn(null, program(d, "rw-------").toString(), null, null, argv, environ)),
                Row.answers("posix_spawn", EBADF, "a file action on a descriptor that is not open", (s, d) -> {
                    posix_spawn_file_actions_t actions = new posix_spawn_file_actions_t();
                    assertEquals(0, posix_spawn_file_actions_adddup2(actions, closed(s), 1));
                    return posix_spawn(null, "/bin/true", actions, null, argv, environ);
                }),
                Row.answers("posix_spawn", EFAULT, "path null",
                        (s, d) -> posix_spawn(null, null, null, null, argv, environ)),
                Row.answers("posix_spawn", EFAULT, "argv null",
                        (s, d) -> posix_spawn(null, "/bin/true", null, null, null, environ)),
                Row.answers("posix_spawn", ENAMETOOLONG, "a path of a MiB",
                        (s, d) -> posix_spawn(null, "x/".repeat(1 << 19), null, null, argv, environ)),
                Row.answers("posix_spawn", ENOENT, "no such program",
                        (s, d) -> posix_spawn(new int[1], d + "/none", null, null, argv, environ)),
                Row.answers("posix_spawn", ENOENT, "a file action on a file that is not there", (s, d) -> {
                    posix_spawn_file_actions_t actions = new posix_spawn_file_actions_t();
                    assertEquals(0, posix_spawn_file_actions_addopen(actions, 1, d + "/none", O_RDONLY, 0));
                    return posix_spawn(null, "/bin/true", actions, null, argv, environ);
                }),
                Row.answers("posix_spawn", ENOEXEC, "not a program", (s, d) ->
                        posix_spawn(null, program(d, "rwx------").toString(), null, null, argv, environ)),
                Row.answers("posix_spawn", ENOTDIR, "a file for a directory", (s, d) ->
                        posix_spawn(null, program(d, "rwx------") + "/x", null, null, argv, environ)),
                Row.answers("posix_spawn", EPERM, "a process group that is none", (s, d) -> {
                    posix_spawnattr_t attr = new posix_spawnattr_t();
                    assertEquals(0, posix_spawnattr_init(attr));
                    assertEquals(0, posix_spawnattr_setflags(attr, POSIX_SPAWN_SETPGROUP));
                    assertEquals(0, posix_spawnattr_setpgroup(attr, Integer.MAX_VALUE));
                    return posix_spawn(null, "/bin/true", null, attr, argv, environ);
                }),

                Row.answers("posix_spawnp", EFAULT, "file null",
                        (s, d) -> posix_spawnp(null, null, null, null, argv, environ)),
                Row.answers("posix_spawnp", EACCES, "not executable", (s, d) ->
                        posix_spawnp(null, program(d, "rw-------").toString(), null, null, argv, environ)),
                Row.answers("posix_spawnp", ENOENT, "not in PATH",
                        (s, d) -> posix_spawnp(null, "no-such-program", null, null, argv, environ)),

                Row.answers("posix_spawn_file_actions_init", EFAULT, "null",
                        (s, d) -> posix_spawn_file_actions_init(null)),
                Row.answers("posix_spawn_file_actions_destroy", EFAULT, "null",
                        (s, d) -> posix_spawn_file_actions_destroy(null)),
                Row.answers("posix_spawn_file_actions_addopen", EBADF, "a negative descriptor", (s, d) ->
                        posix_spawn_file_actions_addopen(new posix_spawn_file_actions_t(), -1, "x", O_RDONLY, 0)),
                Row.answers("posix_spawn_file_actions_addopen", EFAULT, "path null", (s, d) ->
                        posix_spawn_file_actions_addopen(new posix_spawn_file_actions_t(), 1, null, O_RDONLY, 0)),
                Row.answers("posix_spawn_file_actions_addopen", EFAULT, "null", (s, d) ->
                        posix_spawn_file_actions_addopen(null, 1, "x", O_RDONLY, 0)),
                Row.answers("posix_spawn_file_actions_addclose", EBADF, "a negative descriptor", (s, d) ->
                        posix_spawn_file_actions_addclose(new posix_spawn_file_actions_t(), -1)),
                Row.answers("posix_spawn_file_actions_addclose", EFAULT, "null", (s, d) ->
                        posix_spawn_file_actions_addclose(null, 1)),
                Row.answers("posix_spawn_file_actions_adddup2", EBADF, "a negative descriptor", (s, d) ->
                        posix_spawn_file_actions_adddup2(new posix_spawn_file_actions_t(), 1, -1)),
                Row.answers("posix_spawn_file_actions_adddup2", EFAULT, "null", (s, d) ->
                        posix_spawn_file_actions_adddup2(null, 1, 1)),
                Row.answers("posix_spawnattr_init", EFAULT, "null", (s, d) -> posix_spawnattr_init(null)),
                Row.answers("posix_spawnattr_destroy", EFAULT, "null", (s, d) -> posix_spawnattr_destroy(null)),
                Row.answers("posix_spawnattr_setflags", EINVAL, "no such flag",
                        (s, d) -> posix_spawnattr_setflags(new posix_spawnattr_t(), 0x4000)),
                Row.answers("posix_spawnattr_setflags", EFAULT, "null", (s, d) -> posix_spawnattr_setflags(null, 0)),
                Row.answers("posix_spawnattr_setpgroup", EFAULT, "null", (s, d) -> posix_spawnattr_setpgroup(null, 0)));
    }

    private static List<Row> actions() {
        posix_spawn_file_actions_t none = new posix_spawn_file_actions_t();
        return List.of(
                Row.answers("posix_spawn_file_actions_addchdir_np", EFAULT, "null",
                        (s, d) -> posix_spawn_file_actions_addchdir_np(null, "/")),
                Row.answers("posix_spawn_file_actions_addchdir_np", EFAULT, "path null",
                        (s, d) -> posix_spawn_file_actions_addchdir_np(none, null)),
                Row.answers("posix_spawn_file_actions_addfchdir_np", EFAULT, "null",
                        (s, d) -> posix_spawn_file_actions_addfchdir_np(null, 0)),
                Row.answers("posix_spawn_file_actions_addclosefrom_np", EBADF, "a negative descriptor",
                        (s, d) -> posix_spawn_file_actions_addclosefrom_np(none, -1)),
                Row.answers("posix_spawn_file_actions_addclosefrom_np", EFAULT, "null",
                        (s, d) -> posix_spawn_file_actions_addclosefrom_np(null, 3)),
                Row.answers("posix_spawn_file_actions_addtcsetpgrp_np", EBADF, "a negative descriptor",
                        (s, d) -> posix_spawn_file_actions_addtcsetpgrp_np(none, -1)),
                Row.answers("posix_spawn_file_actions_addtcsetpgrp_np", EFAULT, "null",
                        (s, d) -> posix_spawn_file_actions_addtcsetpgrp_np(null, 0)));
    }

    private static List<Row> attributes() {
        return List.of(
                Row.answers("posix_spawnattr_getflags", EFAULT, "attr null",
                        (s, d) -> posix_spawnattr_getflags(null, new int[1])),
                Row.answers("posix_spawnattr_getflags", EFAULT, "null",
                        (s, d) -> posix_spawnattr_getflags(new posix_spawnattr_t(), null)),
                Row.answers("posix_spawnattr_getpgroup", EFAULT, "attr null",
                        (s, d) -> posix_spawnattr_getpgroup(null, new int[1])),
                Row.answers("posix_spawnattr_getpgroup", EFAULT, "null",
                        (s, d) -> posix_spawnattr_getpgroup(new posix_spawnattr_t(), null)),
                Row.answers("posix_spawnattr_getsigdefault", EFAULT, "attr null",
                        (s, d) -> posix_spawnattr_getsigdefault(null, new sigset_t())),
                Row.answers("posix_spawnattr_getsigdefault", EFAULT, "null",
                        (s, d) -> posix_spawnattr_getsigdefault(new posix_spawnattr_t(), null)),
                Row.answers("posix_spawnattr_getsigmask", EFAULT, "attr null",
                        (s, d) -> posix_spawnattr_getsigmask(null, new sigset_t())),
                Row.answers("posix_spawnattr_getsigmask", EFAULT, "null",
                        (s, d) -> posix_spawnattr_getsigmask(new posix_spawnattr_t(), null)),
                Row.answers("posix_spawnattr_getschedparam", EFAULT, "attr null",
                        (s, d) -> posix_spawnattr_getschedparam(null, new sched_param())),
                Row.answers("posix_spawnattr_getschedparam", EFAULT, "null",
                        (s, d) -> posix_spawnattr_getschedparam(new posix_spawnattr_t(), null)),
                Row.answers("posix_spawnattr_getschedpolicy", EFAULT, "attr null",
                        (s, d) -> posix_spawnattr_getschedpolicy(null, new int[1])),
                Row.answers("posix_spawnattr_getschedpolicy", EFAULT, "null",
                        (s, d) -> posix_spawnattr_getschedpolicy(new posix_spawnattr_t(), null)),
                Row.answers("posix_spawnattr_setsigdefault", EFAULT, "attr null",
                        (s, d) -> posix_spawnattr_setsigdefault(null, new sigset_t())),
                Row.answers("posix_spawnattr_setsigdefault", EFAULT, "null",
                        (s, d) -> posix_spawnattr_setsigdefault(new posix_spawnattr_t(), null)),
                Row.answers("posix_spawnattr_setsigmask", EFAULT, "attr null",
                        (s, d) -> posix_spawnattr_setsigmask(null, new sigset_t())),
                Row.answers("posix_spawnattr_setsigmask", EFAULT, "null",
                        (s, d) -> posix_spawnattr_setsigmask(new posix_spawnattr_t(), null)),
                Row.answers("posix_spawnattr_setschedparam", EFAULT, "attr null",
                        (s, d) -> posix_spawnattr_setschedparam(null, new sched_param())),
                Row.answers("posix_spawnattr_setschedparam", EFAULT, "null",
                        (s, d) -> posix_spawnattr_setschedparam(new posix_spawnattr_t(), null)),
                Row.answers("posix_spawnattr_setschedpolicy", EFAULT, "attr null",
                        (s, d) -> posix_spawnattr_setschedpolicy(null, 0)),
                Row.answers("posix_spawnattr_setschedpolicy", EINVAL, "no such policy",
                        (s, d) -> posix_spawnattr_setschedpolicy(new posix_spawnattr_t(), NO_OPTION)));
    }

    private static List<Row> signals() {
        sigset_t set = new sigset_t();
        return List.of(
                Row.fails("kill", EINVAL, "no such signal", (s, d) -> kill(getpid(), NO_OPTION)),
                Row.fails("kill", ESRCH, "no such process", (s, d) -> kill(Integer.MAX_VALUE, 0)),
                Row.fails("signal", SIG_ERR, EINVAL, "no such signal", (s, d) -> signal(NO_OPTION, SIG_IGN)),
                Row.fails("signal", SIG_ERR, EINVAL, "SIGKILL", (s, d) -> signal(SIGKILL, SIG_IGN)),
                Row.fails("sigemptyset", EINVAL, "null", (s, d) -> sigemptyset(null)),
                Row.fails("sigfillset", EINVAL, "null", (s, d) -> sigfillset(null)),
                Row.fails("sigaddset", EINVAL, "no such signal", (s, d) -> sigaddset(set, NSIG)),
                Row.fails("sigaddset", EINVAL, "null", (s, d) -> sigaddset(null, SIGINT)),
                Row.fails("sigdelset", EINVAL, "no such signal", (s, d) -> sigdelset(set, 0)),
                Row.fails("sigdelset", EINVAL, "null", (s, d) -> sigdelset(null, SIGINT)),
                Row.fails("sigismember", EINVAL, "no such signal", (s, d) -> sigismember(set, -1)),
                Row.fails("sigismember", EINVAL, "null", (s, d) -> sigismember(null, SIGINT)),

                Row.fails("pidfd_open", EINVAL, "no such flag", (s, d) -> pidfd_open(getpid(), 0x4000_0000)),
                Row.fails("pidfd_open", EINVAL, "a negative process", (s, d) -> pidfd_open(-1, 0)),
                Row.fails("pidfd_open", ESRCH, "no such process", (s, d) -> pidfd_open(Integer.MAX_VALUE, 0)),
                Row.fails("pidfd_getfd", EBADF, "no pidfd", (s, d) -> pidfd_getfd(tcp(s), 0, 0)),
                Row.fails("pidfd_getfd", EBADF, "a descriptor that is not open there",
                        (s, d) -> pidfd_getfd(s.keep(pidfd_open(getpid(), 0)), NO_DESCRIPTOR, 0)),
                Row.fails("pidfd_getfd", EINVAL, "no such flag",
                        (s, d) -> pidfd_getfd(s.keep(pidfd_open(getpid(), 0)), 0, 1)),
                Row.fails("pidfd_getfd", ESRCH, "the process has ended", (s, d) -> pidfd_getfd(ended(s), 0, 0)),
                Row.fails("pidfd_send_signal", EBADF, "no pidfd", (s, d) -> pidfd_send_signal(tcp(s), 0, null, 0)),
                Row.fails("pidfd_send_signal", EINVAL, "no such signal",
                        (s, d) -> pidfd_send_signal(s.keep(pidfd_open(getpid(), 0)), NO_OPTION, null, 0)),
                Row.fails("pidfd_send_signal", EINVAL, "no such flag",
                        (s, d) -> pidfd_send_signal(s.keep(pidfd_open(getpid(), 0)), 0, null, 0x4000)),
                Row.fails("pidfd_send_signal", EINVAL, "the info of another signal",
                        (s, d) -> pidfd_send_signal(s.keep(pidfd_open(getpid(), 0)), SIGTERM, new siginfo_t(), 0)),
                Row.fails("pidfd_send_signal", ESRCH, "the process has ended",
                        (s, d) -> pidfd_send_signal(ended(s), 0, null, 0)));
    }

    private static List<Row> limits() {
        return List.of(
                Row.fails("getrlimit", EFAULT, "null", (s, d) -> getrlimit(RLIMIT_CORE, null)),
                Row.fails("getrlimit", EINVAL, "no such limit", (s, d) -> getrlimit(NO_OPTION, new rlimit())),
                Row.fails("setrlimit", EFAULT, "null", (s, d) -> setrlimit(RLIMIT_CORE, null)),
                Row.fails("setrlimit", EINVAL, "no such limit", (s, d) -> setrlimit(NO_OPTION, new rlimit())),
                Row.fails("setrlimit", EINVAL, "more than the most",
                        (s, d) -> setrlimit(RLIMIT_CORE, new rlimit(2, 1))),
                Row.fails("prlimit", EINVAL, "no such limit", (s, d) -> prlimit(0, NO_OPTION, null, new rlimit())),
                Row.fails("prlimit", EINVAL, "more than the most",
                        (s, d) -> prlimit(0, RLIMIT_CORE, new rlimit(2, 1), null)),
                Row.fails("prlimit", ESRCH, "no such process",
                        (s, d) -> prlimit(Integer.MAX_VALUE, RLIMIT_CORE, null, new rlimit())));
    }

    private static List<Row> namespaces() {
        return List.of(
                Row.fails("setns", EBADF, "closed", (s, d) -> setns(closed(s), 0)),
                Row.fails("setns", EINVAL, "no namespace", (s, d) -> setns(tcp(s), 0)),
                Row.fails("setns", EINVAL, "a namespace of another kind", (s, d) ->
                        setns(s.keep(open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC)), CLONE_NEWUTS)),
                Row.fails("setns", EINVAL, "the user namespace that it is in",
                        (s, d) -> setns(s.keep(open("/proc/self/ns/user", O_RDONLY | O_CLOEXEC)), CLONE_NEWUSER)),
                Row.fails("unshare", EINVAL, "no such flag", (s, d) -> unshare(1)),
                Row.fails("unshare", EINVAL, "CLONE_NEWUSER of one thread of many", (s, d) -> unshare(CLONE_NEWUSER)),
                Row.fails("unshare", EINVAL, "CLONE_VM of one thread of many", (s, d) -> unshare(CLONE_VM)));
    }

    private static List<Row> names() {
        return List.of(
                Row.fails("gethostname", EFAULT, "null", (s, d) -> gethostname(null, 1)),
                Row.fails("gethostname", ENAMETOOLONG, "no room", (s, d) -> gethostname(new byte[1], 1)),
                Row.fails("sethostname", EFAULT, "null", (s, d) -> {
                    Needs.root();
                    return sethostname((byte[]) null, 1);
                }),
                Row.fails("sethostname", EINVAL, "65 bytes", (s, d) -> {
                    Needs.root();
                    return sethostname(new byte[65], 65);
                }),
                Row.fails("getdomainname", EFAULT, "null", (s, d) -> getdomainname(null, 1)),
                Row.fails("setdomainname", EFAULT, "null", (s, d) -> {
                    Needs.root();
                    return setdomainname((byte[]) null, 1);
                }),
                Row.fails("setdomainname", EINVAL, "65 bytes", (s, d) -> {
                    Needs.root();
                    return setdomainname(new byte[65], 65);
                }),
                Row.fails("sysconf", EINVAL, "no such name", (s, d) -> sysconf(NO_OPTION)));
    }
}
