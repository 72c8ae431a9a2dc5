package libc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Signal.*;
import static libc.Spawn.*;
import static libc.Unistd.*;
import static libc.sys.Wait.WIFSIGNALED;
import static libc.sys.Wait.WTERMSIG;
import static libc.sys.Wait.waitpid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import libc.Sched.sched_param;
import libc.sys.Types.sigset_t;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** File actions and attributes of posix_spawn(3), as the child sees them. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SpawnIT {

    private static final int HIGH = 9000;
    private static final int NO_DESCRIPTOR = 9999;

    @TempDir
    Path dir;

    private Sockets s;
    private posix_spawn_file_actions_t actions;
    private posix_spawnattr_t attr;

    @BeforeEach
    void setUp() {
        Sockets.assertBackend();
        s = new Sockets();
        actions = new posix_spawn_file_actions_t();
        attr = new posix_spawnattr_t();
        assertEquals(0, posix_spawnattr_init(attr));
    }

    @AfterEach
    void tearDown() throws Exception {
        s.close();
    }

    /** What a child writes that is run with the actions and attributes. */
    private String output(String... argv) throws Exception {
        int[] fds = new int[2];
        check(pipe2(fds, O_CLOEXEC));
        s.keep(fds[0]);
        s.keep(fds[1]);
        assertEquals(0, posix_spawn_file_actions_adddup2(actions, fds[1], 1));
        int[] pid = new int[1];
        assertEquals(0, posix_spawnp(pid, argv[0], actions, attr, argv, environ));
        s.closeNow(fds[1]);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[4096];
        int n;
        while ((n = check(read(fds[0], some, some.length))) > 0) {
            all.write(some, 0, n);
        }
        check(waitpid(pid[0], null, 0));
        return all.toString(UTF_8);
    }

    private String status(String name) throws Exception {
        return output("sed", "-n", "s/^" + name + ":[ \t]*//p", "/proc/self/status").strip();
    }

    private static String bits(int... signals) {
        long bits = 0;
        for (int signum : signals) {
            bits |= 1L << signum - 1;
        }
        return "%016x".formatted(bits);
    }

    @Test
    void addchdirChangesTheDirectory() throws Exception {
        assertEquals(0, posix_spawn_file_actions_addchdir_np(actions, dir.toString()));
        assertEquals(dir.toRealPath() + "\n", output("pwd", "-P"));
        assertEquals(EFAULT, posix_spawn_file_actions_addchdir_np(actions, null));
        assertEquals(EFAULT, posix_spawn_file_actions_addchdir_np(null, "/"));
        assertThrows(IllegalArgumentException.class, () -> posix_spawn_file_actions_addchdir_np(actions, "nul\0inside"));
        actions = new posix_spawn_file_actions_t();
        assertEquals(0, posix_spawn_file_actions_addchdir_np(actions, dir + "/none"));
        assertEquals(ENOENT, posix_spawn(null, "/bin/true", actions, attr, new String[] {"true"}, environ));
    }

    @Test
    void addfchdirChangesTheDirectory() throws Exception {
        int fd = s.keep(open(dir.toString(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        assertEquals(0, posix_spawn_file_actions_addfchdir_np(actions, fd));
        assertEquals(dir.toRealPath() + "\n", output("pwd", "-P"));
        assertEquals(EFAULT, posix_spawn_file_actions_addfchdir_np(null, fd));
        actions = new posix_spawn_file_actions_t();
        assertEquals(0, posix_spawn_file_actions_addfchdir_np(actions, NO_DESCRIPTOR));
        assertEquals(EBADF, posix_spawn(null, "/bin/true", actions, attr, new String[] {"true"}, environ));
    }

    @Test
    void addclosefromClosesTheRest() throws Exception {
        int fd = s.keep(fcntl(s.open(libc.sys.Socket.AF_UNIX, libc.sys.Socket.SOCK_STREAM), F_DUPFD, HIGH));
        assertTrue(listed(output("ls", "/proc/self/fd")).contains(fd));
        actions = new posix_spawn_file_actions_t();
        attr = new posix_spawnattr_t();
        assertEquals(0, posix_spawn_file_actions_addclosefrom_np(actions, HIGH));
        assertFalse(listed(output("ls", "/proc/self/fd")).contains(fd));
        assertEquals(EBADF, posix_spawn_file_actions_addclosefrom_np(actions, -1));
        assertEquals(EFAULT, posix_spawn_file_actions_addclosefrom_np(null, 3));
    }

    private static List<Integer> listed(String list) {
        return list.lines().map(Integer::valueOf).toList();
    }

    @Test
    void addtcsetpgrpMakesTheForegroundGroup() throws Exception {
        Needs.tool("script");
        assertEquals(0, posix_spawn_file_actions_addtcsetpgrp_np(actions, s.open(libc.sys.Socket.AF_UNIX,
                libc.sys.Socket.SOCK_STREAM)));
        assertEquals(ENOTTY, posix_spawn(null, "/bin/true", actions, attr, new String[] {"true"}, environ));
        assertEquals(EBADF, posix_spawn_file_actions_addtcsetpgrp_np(actions, -1));
        assertEquals(EFAULT, posix_spawn_file_actions_addtcsetpgrp_np(null, 0));
        String java = String.join(" ", Sockets.java(Foreground.class).stream().map(word -> "'" + word + "'").toList());
        String[] ids = Needs.run(dir, "script", "-qec", java, "/dev/null").strip().split("\\s+");
        assertEquals(ids[0], ids[1], "the process group");
        assertEquals(ids[0], ids[2], "the foreground process group");
    }

    /** Prints a child's process id, process group and its terminal's foreground process group. */
    static final class Foreground {

        private Foreground() {}

        public static void main(String[] args) throws Exception {
            posix_spawn_file_actions_t actions = new posix_spawn_file_actions_t();
            posix_spawn_file_actions_addtcsetpgrp_np(actions, STDIN_FILENO);
            posix_spawnattr_t attr = new posix_spawnattr_t();
            posix_spawnattr_init(attr);
            posix_spawnattr_setflags(attr, POSIX_SPAWN_SETPGROUP);
            posix_spawnattr_setpgroup(attr, 0);
            int[] pid = new int[1];
            String[] argv = {"awk", "{print $1, $5, $8}", "/proc/self/stat"};
            if (posix_spawnp(pid, argv[0], actions, attr, argv, environ) == 0) {
                check(waitpid(pid[0], null, 0));
            }
        }
    }

    @Test
    void theSignalMaskIsTheChilds() throws Exception {
        sigset_t mask = new sigset_t();
        check(sigaddset(mask, SIGUSR1));
        check(sigaddset(mask, SIGTERM));
        assertEquals(0, posix_spawnattr_setsigmask(attr, mask));
        assertEquals(0, posix_spawnattr_setflags(attr, POSIX_SPAWN_SETSIGMASK));
        sigset_t got = new sigset_t();
        check(sigaddset(got, SIGHUP));
        assertEquals(0, posix_spawnattr_getsigmask(attr, got));
        assertEquals("[USR1 TERM]", got.toString());
        assertEquals(bits(SIGUSR1, SIGTERM), status("SigBlk"));
        assertEquals(EFAULT, posix_spawnattr_setsigmask(attr, null));
        assertEquals(EFAULT, posix_spawnattr_setsigmask(null, mask));
        assertEquals(EFAULT, posix_spawnattr_getsigmask(attr, null));
        assertEquals(EFAULT, posix_spawnattr_getsigmask(null, mask));
    }

    private static final String STARTER = """
            #include <signal.h>
            #include <stdlib.h>
            #include <unistd.h>

            int main(int argc, char *argv[])
            {
                sigset_t mask;
                sigemptyset(&mask);
                int i = 1;
                for (; i < argc && atoi(argv[i]) != 0; i++)
                    sigaddset(&mask, atoi(argv[i]));
                if (sigprocmask(SIG_SETMASK, &mask, NULL) < 0)
                    return 1;
                execvp(argv[i], argv + i);
                return 1;
            }
            """;

    /** The JVM blocks and unblocks signals in its threads, which is nothing to a child. */
    @ParameterizedTest
    @MethodSource("masks")
    void theSignalMaskIsTheOneThatTheProcessWasStartedWith(List<Integer> blocked) throws Exception {
        Needs.tool("gcc", "sed", "cat");
        Files.writeString(dir.resolve("starter.c"), STARTER);
        Needs.run(dir, "gcc", "-std=gnu11", "-Wall", "-Wextra", "-Werror", "-o", "starter", "starter.c");
        List<String> command = new ArrayList<>(List.of(dir.resolve("starter").toString()));
        blocked.forEach(signum -> command.add(signum.toString()));
        command.addAll(Sockets.java(Masks.class));
        String own = bits(blocked.stream().mapToInt(Integer::intValue).toArray());
        int end = blocked.contains(SIGQUIT) ? 0 : SIGQUIT;
        assertEquals(List.of(own, own, own, own, own, bits(SIGUSR1, SIGQUIT), bits(), "ended by " + end,
                "ended by " + SIGQUIT), Needs.run(dir, command.toArray(String[]::new)).lines().toList());
    }

    static List<List<Integer>> masks() {
        return List.of(List.of(), List.of(SIGUSR1, SIGTERM, 37), List.of(SIGQUIT, SIGCHLD));
    }

    /** Prints the masks of children, and by which signal those end that get SIGQUIT. */
    static final class Masks {

        private static final String[] SIGBLK = {"sed", "-n", "s/^SigBlk:[ \t]*//p", "/proc/self/status"};

        private Masks() {}

        public static void main(String[] args) throws Exception {
            sigset_t mask = new sigset_t();
            posix_spawnattr_t none = new posix_spawnattr_t();
            posix_spawnattr_init(none);
            posix_spawnattr_setsigmask(none, mask);
            posix_spawnattr_t group = new posix_spawnattr_t();
            posix_spawnattr_init(group);
            posix_spawnattr_setflags(group, POSIX_SPAWN_SETPGROUP);
            mask(null);
            mask(none);
            mask(group);
            Thread other = new Thread(() -> mask(null));
            other.start();
            other.join();
            int[] pid = new int[1];
            ended(posix_spawn(pid, "/bin/sed", null, null, SIGBLK, environ), pid);
            sigaddset(mask, SIGUSR1);
            sigaddset(mask, SIGQUIT);
            posix_spawnattr_t set = new posix_spawnattr_t();
            posix_spawnattr_init(set);
            posix_spawnattr_setsigmask(set, mask);
            posix_spawnattr_setflags(set, POSIX_SPAWN_SETSIGMASK);
            mask(set);
            posix_spawnattr_setsigmask(set, new sigset_t());
            mask(set);
            System.out.println("ended by " + quit(null));
            System.out.println("ended by " + quit(set));
        }

        private static void mask(posix_spawnattr_t attr) {
            int[] pid = new int[1];
            ended(posix_spawnp(pid, SIGBLK[0], null, attr, SIGBLK, environ), pid);
        }

        private static void ended(int error, int[] pid) {
            assertEquals(0, error);
            assertEquals(pid[0], waitpid(pid[0], null, 0));
        }

        /** A child that reads until it is at the end, which comes after the signal. */
        private static int quit(posix_spawnattr_t attr) throws Exception {
            int[] fds = new int[2];
            check(pipe2(fds, O_CLOEXEC));
            posix_spawn_file_actions_t actions = new posix_spawn_file_actions_t();
            posix_spawn_file_actions_adddup2(actions, fds[0], 0);
            int[] pid = new int[1];
            assertEquals(0, posix_spawnp(pid, "cat", actions, attr, new String[] {"cat"}, environ));
            check(kill(pid[0], SIGQUIT));
            check(close(fds[1]));
            check(close(fds[0]));
            int[] status = new int[1];
            check(waitpid(pid[0], status, 0));
            return WIFSIGNALED(status[0]) ? WTERMSIG(status[0]) : 0;
        }
    }

    @Test
    void signalsAreSetToTheirDefault() throws Exception {
        sighandler_t before = signal(SIGUSR1, SIG_IGN);
        try {
            assertNotEquals(0, Long.parseLong(status("SigIgn"), 16) & Long.parseLong(bits(SIGUSR1), 16));
            actions = new posix_spawn_file_actions_t();
            sigset_t set = new sigset_t();
            check(sigaddset(set, SIGUSR1));
            assertEquals(0, posix_spawnattr_setsigdefault(attr, set));
            assertEquals(0, posix_spawnattr_setflags(attr, POSIX_SPAWN_SETSIGDEF));
            sigset_t got = new sigset_t();
            assertEquals(0, posix_spawnattr_getsigdefault(attr, got));
            assertEquals("[USR1]", got.toString());
            assertEquals(0, Long.parseLong(status("SigIgn"), 16) & Long.parseLong(bits(SIGUSR1), 16));
            assertEquals(EFAULT, posix_spawnattr_setsigdefault(attr, null));
            assertEquals(EFAULT, posix_spawnattr_setsigdefault(null, set));
            assertEquals(EFAULT, posix_spawnattr_getsigdefault(attr, null));
            assertEquals(EFAULT, posix_spawnattr_getsigdefault(null, set));
        } finally {
            signal(SIGUSR1, before);
        }
    }

    @Test
    void flagsAndProcessGroupAreTold() throws Exception {
        int[] value = {-1};
        assertEquals(0, posix_spawnattr_setflags(attr, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSID));
        assertEquals(0, posix_spawnattr_getflags(attr, value));
        assertEquals(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSID, value[0]);
        assertEquals(0, posix_spawnattr_setpgroup(attr, 4711));
        assertEquals(0, posix_spawnattr_getpgroup(attr, value));
        assertEquals(4711, value[0]);
        assertEquals(EFAULT, posix_spawnattr_getflags(null, value));
        assertEquals(EFAULT, posix_spawnattr_getflags(attr, null));
        assertEquals(EFAULT, posix_spawnattr_getpgroup(null, value));
        assertEquals(EFAULT, posix_spawnattr_getpgroup(attr, null));
        assertThrows(IndexOutOfBoundsException.class, () -> posix_spawnattr_getflags(attr, new int[0]));
    }

    @Test
    void schedulingIsTold() {
        int[] policy = {-1};
        assertEquals(0, posix_spawnattr_setschedpolicy(attr, SCHED_FIFO));
        assertEquals(0, posix_spawnattr_getschedpolicy(attr, policy));
        assertEquals(SCHED_FIFO, policy[0]);
        assertEquals(EINVAL, posix_spawnattr_setschedpolicy(attr, 4711));
        assertEquals(EFAULT, posix_spawnattr_setschedpolicy(null, SCHED_FIFO));
        assertEquals(EFAULT, posix_spawnattr_getschedpolicy(attr, null));
        assertEquals(EFAULT, posix_spawnattr_getschedpolicy(null, policy));

        sched_param param = new sched_param();
        assertEquals(0, posix_spawnattr_setschedparam(attr, new sched_param(7)));
        assertEquals(0, posix_spawnattr_getschedparam(attr, param));
        assertEquals("{sched_priority=7}", param.toString());
        assertEquals(EFAULT, posix_spawnattr_setschedparam(attr, null));
        assertEquals(EFAULT, posix_spawnattr_setschedparam(null, param));
        assertEquals(EFAULT, posix_spawnattr_getschedparam(attr, null));
        assertEquals(EFAULT, posix_spawnattr_getschedparam(null, param));
    }

    @Test
    void schedulingIsTheChilds() throws Exception {
        Needs.root();
        assertEquals(0, posix_spawnattr_setschedpolicy(attr, SCHED_RR));
        assertEquals(0, posix_spawnattr_setschedparam(attr, new sched_param(3)));
        assertEquals(0, posix_spawnattr_setflags(attr, POSIX_SPAWN_SETSCHEDULER));
        assertEquals("3 2\n", output("awk", "{print $40, $41}", "/proc/self/stat"));
        actions = new posix_spawn_file_actions_t();
        assertEquals(0, posix_spawnattr_setschedparam(attr, new sched_param(4711)));
        assertEquals(EINVAL, posix_spawn(null, "/bin/true", actions, attr, new String[] {"true"}, environ));
    }

    @Test
    void thePriorityAloneIsTheChilds() throws Exception {
        Needs.root();
        assertEquals(0, posix_spawnattr_setschedparam(attr, new sched_param(1)));
        assertEquals(0, posix_spawnattr_setflags(attr, POSIX_SPAWN_SETSCHEDPARAM));
        assertEquals(EINVAL, posix_spawn(null, "/bin/true", actions, attr, new String[] {"true"}, environ),
                "the policy that it inherits has no priorities");
        assertEquals(0, posix_spawnattr_setschedparam(attr, new sched_param(0)));
        assertEquals("0 0\n", output("awk", "{print $40, $41}", "/proc/self/stat"));
    }
}
