package libc;

import static libc.Assert.assertFails;
import static libc.Errno.*;
import static libc.Signal.*;
import static libc.Spawn.*;
import static libc.Strings.strerrorname_np;
import static libc.Unistd.*;
import static libc.sys.Pidfd.*;
import static libc.sys.Wait.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import libc.Poll.pollfd;
import libc.internal.call.Native;
import libc.sys.Types.sigset_t;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Signals, and processes as descriptors. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SignalsIT {

    private static final int NO_DESCRIPTOR = 9999;
    private static final Set<Integer> OF_THE_JVM =
            Set.of(SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGQUIT, SIGUSR2, SIGKILL, SIGSTOP);

    @TempDir
    Path dir;

    private final List<Integer> children = new ArrayList<>();
    private Sockets s;

    @BeforeEach
    void setUp() {
        Sockets.assertBackend();
        s = new Sockets();
    }

    @AfterEach
    void tearDown() throws Exception {
        s.close();
        for (int child : children) {
            kill(child, SIGKILL);
            waitpid(child, null, 0);
        }
    }

    private static void assertRefused(int errno, sighandler_t answer) {
        assertSame(SIG_ERR, answer);
        assertEquals("signal: " + strerrorname_np(errno),
                assertThrows(ErrnoException.class, () -> check(-1)).getMessage().replaceFirst(" \\(.*", ""));
    }

    /** A child that waits for a signal. */
    private int child() {
        int[] pid = new int[1];
        assertEquals(0, posix_spawnp(pid, "sleep", null, null, new String[] {"sleep", "100"}, environ));
        children.add(pid[0]);
        return pid[0];
    }

    private int wait(int child) throws ErrnoException {
        int[] status = new int[1];
        check(waitpid(child, status, 0));
        children.remove((Integer) child);
        return status[0];
    }

    @Test
    void killSendsASignal() throws Exception {
        int child = child();
        assertEquals(0, kill(child, 0));
        check(kill(child, SIGTERM));
        assertEquals(SIGTERM, WTERMSIG(wait(child)));
        assertFails(ESRCH, kill(child, 0));
        assertFails(EINVAL, kill(getpid(), 4711));
    }

    @Test
    void aHandlerIsCalled() throws Exception {
        BlockingQueue<Integer> came = new LinkedBlockingQueue<>();
        sighandler_t handler = came::add;
        sighandler_t before = signal(SIGUSR1, handler);
        try {
            check(kill(getpid(), SIGUSR1));
            assertEquals(SIGUSR1, came.poll(30, TimeUnit.SECONDS));
            assertSame(handler, signal(SIGUSR1, SIG_IGN));
            check(kill(getpid(), SIGUSR1));
            assertSame(SIG_IGN, signal(SIGUSR1, handler));
            check(kill(getpid(), SIGUSR1));
            assertEquals(SIGUSR1, came.poll(30, TimeUnit.SECONDS));
            assertTrue(came.isEmpty());
        } finally {
            assertSame(handler, signal(SIGUSR1, before));
        }
    }

    @Test
    void whatWasIgnoredCanBeHandledAgain() throws Exception {
        for (int signum : new int[] {SIGHUP, SIGINT, SIGTERM}) {
            BlockingQueue<Integer> came = new LinkedBlockingQueue<>();
            sighandler_t before = signal(signum, SIG_IGN);
            try {
                check(kill(getpid(), signum));
                assertSame(SIG_IGN, signal(signum, came::add));
                check(kill(getpid(), signum));
                assertEquals(signum, came.poll(30, TimeUnit.SECONDS));
            } finally {
                signal(signum, before);
            }
        }
    }

    @Test
    void everySignalThatIsNotTheJvmsCanBeHandledAndGivenBack() {
        sighandler_t handler = signum -> { };
        IntStream.range(1, SIGSYS + 1).filter(signum -> !OF_THE_JVM.contains(signum)).forEach(signum -> {
            sighandler_t before = signal(signum, handler);
            assertNotEquals(SIG_ERR, before, () -> "signal " + signum);
            assertSame(handler, signal(signum, before), () -> "signal " + signum);
            assertEquals(kind(before), kind(signal(signum, before)), () -> "signal " + signum);
        });
    }

    /** A handler without what tells it from another object for the same. */
    private static String kind(sighandler_t handler) {
        return handler.toString().replaceAll("@\\p{XDigit}+", "");
    }

    @Test
    void signalsOfTheJvmAreRefused() {
        for (int signum : OF_THE_JVM) {
            if (signum == SIGKILL || signum == SIGSTOP) {
                assertRefused(EINVAL, signal(signum, SIG_IGN));
            } else {
                assertThrows(IllegalArgumentException.class, () -> signal(signum, SIG_IGN));
            }
        }
        assertEquals("signal: the JVM itself needs SIGSEGV",
                assertThrows(IllegalArgumentException.class, () -> signal(SIGSEGV, SIG_DFL)).getMessage());
        assertRefused(EINVAL, signal(0, SIG_IGN));
        assertRefused(EINVAL, signal(-1, SIG_IGN));
        assertRefused(EINVAL, signal(SIGRTMIN, SIG_IGN));
        assertRefused(EINVAL, signal(Integer.MAX_VALUE, SIG_IGN));
        assertRefused(EINVAL, signal(SIGUSR1, SIG_ERR));
        assertRefused(EINVAL, signal(SIGUSR1, null));
        assertThrows(UnsupportedOperationException.class, () -> SIG_IGN.handle(SIGUSR1));
        assertEquals("[SIG_DFL, SIG_IGN, SIG_ERR]", List.of(SIG_DFL, SIG_IGN, SIG_ERR).toString());
    }

    @Test
    void whatIsHandledCanBeLeftToTheKernelAgain() throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\"; echo $?", "sh"));
        command.addAll(Sockets.java(Default.class));
        assertEquals("handled\n" + (128 + SIGUSR1) + "\n",
                Needs.run(dir, command.toArray(String[]::new)).replaceAll("User defined signal 1.*\n", ""));
    }

    /** Handles a signal, and then ends of it. */
    static final class Default {

        private Default() {}

        public static void main(String[] args) throws Exception {
            BlockingQueue<Integer> came = new LinkedBlockingQueue<>();
            signal(SIGUSR1, came::add);
            kill(getpid(), SIGUSR1);
            System.out.println(Integer.valueOf(SIGUSR1).equals(came.poll(30, TimeUnit.SECONDS)) ? "handled" : "lost");
            System.out.flush();
            signal(SIGUSR1, SIG_DFL);
            kill(getpid(), SIGUSR1);
            System.out.println("still there");
        }
    }

    @Test
    void withoutTheModuleThereIsNoSignal() throws Exception {
        if (Native.backend().equals("ffm")) { // jnr cannot do without the module
            List<String> command = new ArrayList<>(Sockets.java(Alone.class));
            command.add(1, "--limit-modules=java.base");
            assertEquals("ENOSYS\n", Needs.run(dir, command.toArray(String[]::new)));
        }
    }

    /** Asks for a signal in a JVM of its own. */
    static final class Alone {

        private Alone() {}

        public static void main(String[] args) {
            System.out.println(signal(SIGINT, SIG_IGN) == SIG_ERR ? strerrorname_np(errno()) : "handled");
        }
    }

    @Test
    void setsOfSignals() throws Exception {
        sigset_t set = new sigset_t();
        check(sigaddset(set, SIGINT));
        check(sigaddset(set, SIGRTMAX));
        assertEquals("[INT RT_32]", set.toString());
        assertEquals(1, sigismember(set, SIGINT));
        assertEquals(0, sigismember(set, SIGTERM));
        check(sigfillset(set));
        assertEquals(1, sigismember(set, SIGTERM));
        check(sigdelset(set, SIGTERM));
        assertEquals(0, sigismember(set, SIGTERM));
        check(sigemptyset(set));
        assertEquals("[]", set.toString());

        assertFails(EINVAL, sigaddset(set, 0));
        assertFails(EINVAL, sigaddset(set, NSIG));
        assertFails(EINVAL, sigdelset(set, -1));
        assertFails(EINVAL, sigismember(set, Integer.MAX_VALUE));
        assertFails(EINVAL, sigemptyset(null));
        assertFails(EINVAL, sigfillset(null));
        assertFails(EINVAL, sigaddset(null, SIGINT));
        assertFails(EINVAL, sigdelset(null, SIGINT));
        assertFails(EINVAL, sigismember(null, SIGINT));
    }

    @Test
    void aPidfdIsReadableWhenItsProcessHasEnded() throws Exception {
        int child = child();
        int pidfd = s.keep(pidfd_open(child, 0));
        pollfd[] fds = {new pollfd(pidfd, Poll.POLLIN, 0)};
        assertEquals(0, Poll.poll(fds, 1, 0));
        check(pidfd_send_signal(pidfd, 0, null, 0));
        check(pidfd_send_signal(pidfd, SIGTERM, null, 0));
        assertEquals(1, Poll.poll(fds, 1, 30_000));
        assertEquals(SIGTERM, WTERMSIG(wait(child)));
        assertFails(ESRCH, pidfd_send_signal(pidfd, SIGTERM, null, 0));
        assertFails(ESRCH, pidfd_open(child, 0));
        assertFails(EINVAL, pidfd_open(getpid(), 0x4000_0000));
        assertFails(EINVAL, pidfd_open(-1, 0));
        assertFails(EBADF, pidfd_send_signal(NO_DESCRIPTOR, 0, null, 0));
    }

    @Test
    void aSignalComesWithItsInfo() throws Exception {
        int child = child();
        int pidfd = s.keep(pidfd_open(child, 0));
        siginfo_t info = new siginfo_t();
        info.si_signo = SIGUSR1;
        info.si_code = SI_QUEUE;
        info.si_pid = getpid();
        info.si_int = 42;
        assertFails(EINVAL, pidfd_send_signal(pidfd, SIGTERM, info, 0));
        info.si_code = SI_USER;
        assertFails(EPERM, pidfd_send_signal(pidfd, SIGUSR1, info, 0));
        info.si_code = SI_QUEUE;
        check(pidfd_send_signal(pidfd, SIGUSR1, info, 0));
        assertEquals(SIGUSR1, WTERMSIG(wait(child)));
    }

    @Test
    void aPidfdGivesDescriptors() throws Exception {
        int self = s.keep(pidfd_open(getpid(), PIDFD_NONBLOCK));
        int[] fds = new int[2];
        check(pipe(fds));
        s.keep(fds[0]);
        s.keep(fds[1]);
        int copy = s.keep(pidfd_getfd(self, fds[1], 0));
        check(write(copy, "x", 1));
        assertEquals(1, read(fds[0], new byte[1], 1));
        assertFails(EBADF, pidfd_getfd(self, NO_DESCRIPTOR, 0));
        assertFails(EBADF, pidfd_getfd(fds[0], fds[1], 0));
        assertFails(EINVAL, pidfd_getfd(self, fds[1], 1));
    }
}
