package procfs;

import static libc.Errno.check;
import static libc.Strings.memcpy;
import static libc.Unistd.close;
import static libc.Unistd.getpid;
import static libc.net.If.IFF_UP;
import static libc.net.If.if_nameindex;
import static libc.sys.Ioctl.SIOCGIFFLAGS;
import static libc.sys.Ioctl.ioctl;
import static libc.sys.Socket.AF_INET;
import static libc.sys.Socket.SOCK_DGRAM;
import static libc.sys.Socket.socket;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import libc.ErrnoException;
import libc.Needs;
import libc.net.If.ifreq;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamespaceIT {

    @TempDir
    Path dir;

    private final String name = "procfs" + getpid();
    private Process inside;

    @BeforeEach
    void setUp() throws Exception {
        Needs.root();
        Needs.tool("ip", "sleep");
        Needs.run(dir, "ip", "netns", "add", name);
        // Once it sleeps it is there: ip goes to the namespace, and then becomes the other program.
        inside = new ProcessBuilder("ip", "netns", "exec", name, "sh", "-c", "echo; exec sleep 100").start();
        assertEquals('\n', inside.getInputStream().read());
    }

    @AfterEach
    void tearDown() throws Exception {
        inside.destroyForcibly();
        Needs.run(dir, "ip", "netns", "delete", name);
    }

    private static List<String> interfaces() {
        return Arrays.stream(if_nameindex()).map(one -> one.if_name).toList();
    }

    @Test
    void isTheSameByNameAndByProcess() throws Exception {
        Namespace named = Namespace.named(name);
        Namespace of = Namespace.of((int) inside.pid());
        assertEquals(named.inode(), of.inode());
        assertNotEquals(Namespace.OWN.inode(), of.inode());
        assertEquals(Namespace.OWN.inode(), Namespace.of(getpid()).inode());
        assertEquals("/run/netns/" + name, named.toString());
        assertEquals(Path.of("/proc/" + inside.pid() + "/ns/net"), of.file());
        assertEquals(Path.of("/proc/" + inside.pid() + "/net"), of.tables());
    }

    @Test
    void tasksAreDoneThere() throws Exception {
        List<String> own = interfaces();
        for (Namespace namespace : List.of(Namespace.named(name), Namespace.of((int) inside.pid()))) {
            assertEquals(List.of("lo"), namespace.call(NamespaceIT::interfaces));
            assertEquals(namespace.inode(), namespace.call(Namespace.OWN::inode));
            assertEquals(Files.readString(Path.of("/proc/" + inside.pid() + "/net/dev")),
                    namespace.call(() -> Files.readString(Namespace.named(name).tables().resolve("dev"))));
            assertNotSame(Thread.currentThread(), namespace.call(Thread::currentThread));
        }
        assertEquals(own, interfaces(), "this thread stayed where it was");
        assertSame(Thread.currentThread(), Namespace.OWN.call(Thread::currentThread));
        assertSame(Thread.currentThread(), Namespace.of(getpid()).call(Thread::currentThread));
    }

    @Test
    void fromThereOneGetsBackByProcess() throws Exception {
        long own = Namespace.OWN.inode();
        Namespace here = Namespace.of(getpid());
        assertEquals(own, Namespace.named(name).call(() -> here.call(Namespace.OWN::inode)));
    }

    @Test
    void socketStaysInIt() throws Exception {
        int fd = Namespace.named(name).call(() -> check(socket(AF_INET, SOCK_DGRAM, 0)));
        try {
            ifreq request = new ifreq();
            memcpy(request.ifr_name, "lo", 2);
            check(ioctl(fd, SIOCGIFFLAGS, request));
            assertEquals(0, request.ifr_flags() & IFF_UP, "nobody has set the interface up there");
        } finally {
            close(fd);
        }
    }

    @Test
    void whatTheTaskThrowsArrives() {
        Namespace there = Namespace.named(name);
        for (Namespace namespace : List.of(Namespace.OWN, there)) {
            assertEquals("io", assertThrows(IOException.class, () -> namespace.call(() -> {
                throw new IOException("io");
            })).getMessage());
            assertEquals("state", assertThrows(IllegalStateException.class, () -> namespace.call(() -> {
                throw new IllegalStateException("state");
            })).getMessage());
            assertEquals("error", assertThrows(AssertionError.class, () -> namespace.call(() -> {
                throw new AssertionError("error");
            })).getMessage());
            assertEquals("other", assertThrows(IOException.class, () -> namespace.call(() -> {
                throw new Exception("other");
            })).getCause().getMessage());
        }
    }

    /** The task is told, and what it answers is not lost. */
    @Test
    void interruptIsPassedOn() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        AtomicReference<String> told = new AtomicReference<>();
        FutureTask<String> call = new FutureTask<>(() -> {
            String answer = Namespace.named(name).call(() -> {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                    return "not interrupted";
                } catch (InterruptedException e) {
                    told.set("interrupted");
                    return "the answer";
                }
            });
            stillInterrupted.set(Thread.currentThread().isInterrupted());
            return answer;
        });
        Thread caller = new Thread(call);
        caller.start();
        begun.await();
        caller.interrupt();
        assertEquals("the answer", call.get());
        assertEquals("interrupted", told.get());
        assertTrue(stillInterrupted.get());
    }

    @Test
    void taskThatGivesUpWhenInterrupted() throws Exception {
        for (Namespace namespace : List.of(Namespace.OWN, Namespace.named(name))) {
            assertThrows(IOException.class, () -> namespace.call(() -> {
                throw new InterruptedException();
            }));
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void whatIsNotThereIsSaid() {
        for (Namespace namespace : List.of(Namespace.of(Integer.MAX_VALUE), Namespace.of(0), Namespace.named("no" + name))) {
            assertEquals(namespace.toString(), assertThrows(NoSuchFileException.class, namespace::inode).getMessage());
            assertEquals(namespace.toString(),
                    assertThrows(NoSuchFileException.class, () -> namespace.call(() -> 0)).getMessage());
        }
        for (String no : List.of("", ".", "..", "a/b", "/proc/1/ns/net")) {
            assertThrows(IllegalArgumentException.class, () -> Namespace.named(no));
        }
    }

    /** A name under which nothing is mounted, as ip leaves one behind that was killed. */
    @Test
    void fileThatIsNoNamespace() throws Exception {
        Path file = Path.of("/run/netns/no" + name);
        Files.createFile(file);
        try {
            assertEquals("setns: EINVAL (Invalid argument)", assertThrows(ErrnoException.class,
                    () -> Namespace.named("no" + name).call(() -> 0)).getMessage());
        } finally {
            Files.delete(file);
        }
    }

    @Test
    @Tag("once")
    void whatIsNotPermittedIsSaid() throws Exception {
        Needs.tool("setpriv");
        assertEquals("/run/netns/" + name + ": setns: EPERM (Operation not permitted)\n", Jvm.run(dir,
                List.of("setpriv", "--bounding-set", "-sys_admin", "--inh-caps", "-sys_admin"), Unprivileged.class, "named",
                name));
        assertEquals("/proc/" + inside.pid() + "/ns/net\n", Jvm.run(dir,
                List.of("setpriv", "--bounding-set", "-all", "--inh-caps", "-all"), Unprivileged.class, "of",
                Long.toString(inside.pid())));
    }

    /** Tries to go there. */
    static final class Unprivileged {

        public static void main(String[] args) {
            Namespace there = args[0].equals("named") ? Namespace.named(args[1]) : Namespace.of(Integer.parseInt(args[1]));
            System.out.println(assertThrows(AccessDeniedException.class, () -> there.call(() -> 0)).getMessage());
        }
    }
}
