package libc;

import static libc.Assert.assertFails;
import static libc.Errno.*;
import static libc.Fcntl.open;
import static libc.Sched.*;
import static libc.Signal.SIGKILL;
import static libc.Signal.kill;
import static libc.Strings.str;
import static libc.Unistd.*;
import static libc.sys.Resource.*;
import static libc.sys.Socket.*;
import static libc.sys.Wait.waitpid;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import libc.sys.Resource.rlimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The machine, the process and its limits, and the namespaces of a thread. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class MachineIT {

    private static final int NO_DESCRIPTOR = 9999;

    @TempDir
    Path dir;

    private Sockets s;

    @BeforeEach
    void setUp() {
        Sockets.assertBackend();
        s = new Sockets();
    }

    @AfterEach
    void tearDown() throws Exception {
        s.close();
    }

    /** What a thread does that leaves the namespaces of all others alone, and ends. */
    private interface Step {
        void run() throws Exception;
    }

    private static void onAThreadOfItsOwn(Step step) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                step.run();
                done.complete(null);
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        thread.start();
        try {
            done.get(50, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
        thread.join();
    }

    @Test
    void ids() throws Exception {
        assertEquals(Path.of("/proc/thread-self").toRealPath().getFileName().toString(), Integer.toString(gettid()));
        onAThreadOfItsOwn(() -> assertNotEquals(getpid(), gettid()));
        int[] uids = status("Uid");
        int[] gids = status("Gid");
        assertEquals(uids[0], getuid());
        assertEquals(uids[1], geteuid());
        assertEquals(gids[0], getgid());
        assertEquals(gids[1], getegid());
    }

    private static int[] status(String name) throws Exception {
        String line = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith(name + ":"))
                .findFirst().orElseThrow();
        return Arrays.stream(line.split("\\s+")).skip(1).mapToInt(Integer::parseInt).toArray();
    }

    @Test
    void names() throws Exception {
        byte[] name = new byte[65];
        check(gethostname(name, sizeof(name)));
        assertEquals(Files.readString(Path.of("/proc/sys/kernel/hostname")).strip(), str(name));
        check(getdomainname(name, sizeof(name)));
        assertEquals(Files.readString(Path.of("/proc/sys/kernel/domainname")).strip(), str(name));
        byte[] cut = new byte[1];
        assertFails(ENAMETOOLONG, gethostname(cut, 1));
        assertEquals(0, getdomainname(cut, 1), "cut off without a word");
        assertFails(EFAULT, gethostname(null, 1));
        assertFails(EFAULT, getdomainname(null, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> gethostname(name, 66));
        assertThrows(IndexOutOfBoundsException.class, () -> getdomainname(name, 66));
        assertFails(EINVAL, sethostname("x".repeat(65), 65));
        assertFails(EINVAL, setdomainname("x".repeat(65), 65));
        assertThrows(IndexOutOfBoundsException.class, () -> sethostname("x", 3));
        assertThrows(IndexOutOfBoundsException.class, () -> setdomainname(new byte[1], 2));
    }

    @Test
    void namesAreSetInANamespace() throws Exception {
        Needs.root();
        byte[] before = new byte[65];
        check(gethostname(before, sizeof(before)));
        onAThreadOfItsOwn(() -> {
            byte[] name = new byte[65];
            check(unshare(CLONE_NEWUTS));
            check(sethostname("elsewhere", 9));
            check(gethostname(name, sizeof(name)));
            assertEquals("elsewhere", str(name));
            check(sethostname(new byte[] {'a', 'b', 'c'}, 2));
            check(gethostname(name, sizeof(name)));
            assertEquals("ab", str(name));
            check(setdomainname("nis", 3));
            check(getdomainname(name, sizeof(name)));
            assertEquals("nis", str(name));
            check(setdomainname(new byte[] {'a', 'b', 'c'}, 2));
            check(getdomainname(name, sizeof(name)));
            assertEquals("ab", str(name));
            assertFails(EFAULT, sethostname((String) null, 1));
            assertFails(EFAULT, setdomainname((byte[]) null, 1));
        });
        byte[] after = new byte[65];
        check(gethostname(after, sizeof(after)));
        assertArrayEquals(before, after, "the other threads have theirs");
    }

    @Test
    void sysconfTellsLimits() throws Exception {
        assertEquals(Needs.run(dir, "getconf", "PAGESIZE").strip(), Long.toString(sysconf(_SC_PAGESIZE)));
        assertEquals(Needs.run(dir, "getconf", "_NPROCESSORS_ONLN").strip(), Long.toString(sysconf(_SC_NPROCESSORS_ONLN)));
        assertEquals(1024, sysconf(_SC_IOV_MAX));
        rlimit rlim = new rlimit();
        check(getrlimit(RLIMIT_NOFILE, rlim));
        assertEquals(rlim.rlim_cur, sysconf(_SC_OPEN_MAX));

        assertFails(ESRCH, kill(Integer.MAX_VALUE, 0));
        assertEquals(-1, sysconf(_SC_2_FORT_DEV));
        assertEquals(ESRCH, errno(), "no value is no failure");
        assertEquals("kill: ESRCH (No such process)", assertThrows(ErrnoException.class, () -> check(-1)).getMessage());
        assertEquals(-1, sysconf(4711));
        assertEquals(EINVAL, errno());
        assertEquals("sysconf: EINVAL (Invalid argument)",
                assertThrows(ErrnoException.class, () -> check(-1)).getMessage());
    }

    @Test
    void limits() throws Exception {
        rlimit core = new rlimit();
        check(getrlimit(RLIMIT_CORE, core));
        rlimit lower = new rlimit(0, core.rlim_max);
        try {
            check(setrlimit(RLIMIT_CORE, lower));
            rlimit now = new rlimit();
            check(getrlimit(RLIMIT_CORE, now));
            assertEquals(lower.toString(), now.toString());
        } finally {
            check(setrlimit(RLIMIT_CORE, core));
        }
        assertFails(EINVAL, setrlimit(RLIMIT_CORE, new rlimit(2, 1)));
        assertFails(EINVAL, getrlimit(4711, core));
        assertFails(EINVAL, setrlimit(4711, core));
        assertFails(EFAULT, getrlimit(RLIMIT_CORE, null));
        assertFails(EFAULT, setrlimit(RLIMIT_CORE, null));
    }

    @Test
    void limitsOfAnotherProcess() throws Exception {
        int[] pid = new int[1];
        assertEquals(0, Spawn.posix_spawnp(pid, "sleep", null, null, new String[] {"sleep", "100"}, environ));
        try {
            rlimit old = new rlimit(-2, -2);
            check(prlimit(pid[0], RLIMIT_NOFILE, new rlimit(4711, 4712), old));
            assertNotEquals(-2, old.rlim_cur);
            check(prlimit(pid[0], RLIMIT_NOFILE, null, old));
            assertEquals("{rlim_cur=4711, rlim_max=4712}", old.toString());
            assertTrue(Files.readAllLines(Path.of("/proc/" + pid[0] + "/limits")).stream()
                    .anyMatch(line -> line.matches("Max open files +4711 +4712 +files *")));
        } finally {
            check(kill(pid[0], SIGKILL));
            check(waitpid(pid[0], null, 0));
        }
        assertFails(ESRCH, prlimit(pid[0], RLIMIT_NOFILE, null, new rlimit()));
        assertFails(EINVAL, prlimit(0, -1, null, new rlimit()));
        assertFails(EINVAL, prlimit(0, RLIMIT_CORE, new rlimit(2, 1), null));
    }
}
