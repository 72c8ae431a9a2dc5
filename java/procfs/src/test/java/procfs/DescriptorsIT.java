package procfs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static libc.Errno.check;
import static libc.Fcntl.O_CLOEXEC;
import static libc.Fcntl.O_RDONLY;
import static libc.Fcntl.open;
import static libc.Unistd.close;
import static libc.Unistd.dup;
import static libc.Unistd.getpid;
import static libc.Unistd.pipe;
import static libc.sys.Epoll.epoll_create1;
import static libc.sys.Socket.AF_UNIX;
import static libc.sys.Socket.SOCK_STREAM;
import static libc.sys.Socket.socketpair;
import static libc.sys.Stat.fstat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import libc.Needs;
import libc.sys.Stat.stat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptorsIT {

    private static final int CHURN = 2_000;

    @TempDir
    Path dir;

    private final Deque<Integer> opened = new ArrayDeque<>();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void tearDown() {
        opened.forEach(fd -> close(fd));
        started.forEach(Process::destroyForcibly);
    }

    private int keep(int fd) throws Exception {
        opened.push(check(fd));
        return fd;
    }

    private Process start(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(process);
        return process;
    }

    private static Descriptor own(int fd) throws Exception {
        return only(Descriptors.of(getpid()), fd);
    }

    private static Descriptor only(Descriptors descriptors, int fd) {
        List<Descriptor> found = descriptors.open().stream().filter(one -> one.number() == fd).toList();
        assertEquals(1, found.size(), descriptors.toString());
        return found.get(0);
    }

    private static long inode(int fd) throws Exception {
        stat st = new stat();
        check(fstat(fd, st));
        return st.st_ino;
    }

    @Test
    void everyKindIsToldByItsLink() throws Exception {
        int[] sv = new int[2];
        check(socketpair(AF_UNIX, SOCK_STREAM, 0, sv));
        int[] fds = new int[2];
        check(pipe(fds));
        for (int fd : new int[] {sv[0], sv[1], fds[0], fds[1]}) {
            keep(fd);
        }
        long socket = inode(sv[0]);
        assertEquals(new Descriptor(sv[0], "socket:[" + socket + "]", Descriptor.Kind.SOCKET, socket), own(sv[0]));
        long pipe = inode(fds[0]);
        assertEquals(new Descriptor(fds[1], "pipe:[" + pipe + "]", Descriptor.Kind.PIPE, pipe), own(fds[1]));
        int epoll = keep(epoll_create1(0));
        assertEquals(new Descriptor(epoll, "anon_inode:[eventpoll]", Descriptor.Kind.ANON_INODE, 0), own(epoll));
        int net = keep(open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC));
        assertEquals(new Descriptor(net, "net:[" + inode(net) + "]", Descriptor.Kind.OTHER, inode(net)), own(net));
    }

    @Test
    void pathIsAsTheKernelTellsIt() throws Exception {
        Path file = dir.resolve("socket:[4711]");
        Files.createFile(file);
        int fd = keep(open(file.toString(), O_RDONLY | O_CLOEXEC));
        assertEquals(new Descriptor(fd, dir.toRealPath() + "/socket:[4711]", Descriptor.Kind.PATH, 0), own(fd));
        Files.delete(file);
        assertEquals(dir.toRealPath() + "/socket:[4711] (deleted)", own(fd).target());
    }

    /** The path is UTF-8 whatever the JVM's locale. */
    @Test
    void pathThatIsNotAscii() throws Exception {
        byte[] name = (dir + "/gr\u00fc\u00df\u7a97").getBytes(UTF_8);
        int fd = keep(open(new String(name, UTF_8), O_RDONLY | O_CLOEXEC | libc.Fcntl.O_CREAT, 0600));
        assertTrue(own(fd).target().endsWith("/gr\u00fc\u00df\u7a97"), own(fd).target());
    }

    @Test
    void descriptorsAreInOrderAndNoneIsMissing() throws Exception {
        int epoll = keep(epoll_create1(0));
        for (int i = 0; i < 300; i++) {
            keep(dup(epoll));
        }
        Descriptors descriptors = Descriptors.of(getpid());
        List<Integer> numbers = descriptors.open().stream().map(Descriptor::number).toList();
        assertEquals(numbers.stream().sorted().distinct().toList(), numbers);
        assertTrue(numbers.containsAll(opened));
        assertEquals(getpid(), descriptors.pid());
    }

    /** A directory so deep that its path is longer than a page, which is the most that the kernel tells. */
    @Test
    void pathThatIsTooLongToTell() throws Exception {
        Needs.tool("python3");
        Process deep = start("python3", "-c", String.join("\n", "import os, shutil, sys", "os.chdir(sys.argv[1])",
                "for i in range(100):", "    os.mkdir('d' * 50)", "    os.chdir('d' * 50)",
                "fd = os.open('.', os.O_RDONLY)", "print(fd, flush=True)", "sys.stdin.read()",
                "for i in range(100):", "    os.chdir('..')", "    os.rmdir('d' * 50)"), dir.toString());
        int fd = Integer.parseInt(new BufferedReader(new InputStreamReader(deep.getInputStream(), UTF_8)).readLine());
        assertEquals(new Descriptor(fd, "", Descriptor.Kind.PATH, 0), only(Descriptors.of((int) deep.pid()), fd));
        deep.getOutputStream().close();
        assertTrue(Needs.ends(deep));
        assertEquals(0, deep.exitValue());
    }

    @Test
    void noSuchProcess() {
        NoSuchFileException e = assertThrows(NoSuchFileException.class, () -> Descriptors.of(Integer.MAX_VALUE));
        assertTrue(e.getMessage().contains("/proc/" + Integer.MAX_VALUE), e.getMessage());
        assertThrows(NoSuchFileException.class, () -> Descriptors.of(0));
    }

    @Test
    void processThatEndedIsNoProcess() throws Exception {
        Needs.tool("true");
        Process process = start("true");
        assertTrue(Needs.ends(process));
        assertThrows(NoSuchFileException.class, () -> Descriptors.of((int) process.pid()));
    }

    /** Without its capabilities root may see neither another user's directory nor the links of one with capabilities. */
    @Test
    @Tag("once")
    void whatIsNotPermittedIsSaid() throws Exception {
        Needs.root();
        Needs.tool("setpriv", "sleep");
        Process other = start("setpriv", "--reuid", "65534", "--clear-groups", "sleep", "100");
        Process root = start("sleep", "100");
        List<String> bare = List.of("setpriv", "--bounding-set", "-all", "--inh-caps", "-all");
        assertEquals("AccessDeniedException AccessDeniedException true\n", Jvm.run(dir, bare, Unprivileged.class,
                Long.toString(other.pid()), Long.toString(root.pid())));
    }

    /** Looks at two processes that it may not look at, and at all. */
    static final class Unprivileged {

        public static void main(String[] args) throws Exception {
            for (String pid : args) {
                System.out.print(assertThrows(AccessDeniedException.class, () -> Descriptors.of(Integer.parseInt(pid)))
                        .getClass().getSimpleName() + " ");
            }
            System.out.println(Owners.now().denied() >= args.length);
        }
    }

    /** strace answers in the kernel's place, once a link has been listed, that its descriptor or its process has gone. */
    @Test
    @Tag("once")
    void whatVanishesHalfwayIsCounted() throws Exception {
        Needs.tool("strace", "sleep");
        Process sleep = start("sleep", "100");
        String link = "/proc/" + sleep.pid() + "/fd/1";
        for (String error : List.of("ENOENT", "ESRCH")) {
            assertEquals("0 2 vanished 1\n", Jvm.run(dir, strace(link, error), Vanishing.class, Long.toString(sleep.pid())));
        }
        assertEquals(link + "\n", Jvm.run(dir, strace(link, "EACCES"), Vanishing.class, Long.toString(sleep.pid())));
    }

    private List<String> strace(String link, String error) {
        return List.of("strace", "-f", "-o", dir.resolve("calls").toString(), "-P", link, "-e", "trace=readlink,readlinkat",
                "-e", "inject=readlink,readlinkat:error=" + error);
    }

    /** Prints a process's descriptors, or which it may not see. */
    static final class Vanishing {

        public static void main(String[] args) throws Exception {
            try {
                Descriptors descriptors = Descriptors.of(Integer.parseInt(args[0]));
                System.out.println(descriptors.open().stream().map(one -> one.number() + " ").collect(joining())
                        + "vanished " + descriptors.vanished());
            } catch (AccessDeniedException e) {
                System.out.println(e.getFile());
            }
        }
    }

    /** Whatever a process does while it is looked at, what it has open all the time is found. */
    @Test
    void processThatOpensAndCloses() throws Exception {
        int stays = keep(epoll_create1(0));
        Thread churn = new Thread(() -> {
            for (int i = 0; i < CHURN; i++) {
                close(dup(stays));
            }
        });
        churn.start();
        do {
            assertEquals("anon_inode:[eventpoll]", own(stays).target());
        } while (churn.isAlive());
        churn.join();
    }

    /** It ends at some time while it is looked at: before, in between or after. */
    @Test
    void processThatEndsMeanwhile() throws Exception {
        Needs.tool("sleep");
        for (int i = 0; i < 50; i++) {
            Process process = start("sleep", "100");
            process.destroyForcibly();
            while (process.isAlive()) {
                try {
                    Descriptors.of((int) process.pid());
                } catch (NoSuchFileException e) {
                    assertTrue(Needs.ends(process));
                }
            }
        }
    }

    @Test
    void ownersOfASocketAreInTheOrderOfPidAndDescriptor() throws Exception {
        Needs.tool("sleep");
        int[] sv = new int[2];
        check(socketpair(AF_UNIX, SOCK_STREAM, 0, sv));
        keep(sv[0]);
        keep(sv[1]);
        int twin = keep(dup(sv[0]));
        int[] pid = new int[1];
        String[] argv = {"sleep", "100"};
        assertEquals(0, libc.Spawn.posix_spawnp(pid, argv[0], null, null, argv, libc.Unistd.environ));
        try {
            assertTrue(Owners.now().of(inode(sv[0])).stream().map(Owner::pid).toList().contains(pid[0]));
            List<Owner> owners = Owners.now().of(inode(sv[0]));
            String own = Files.readString(Path.of("/proc/self/comm")).strip();
            assertEquals(List.of(new Owner(getpid(), sv[0], own), new Owner(getpid(), twin, own),
                    new Owner(pid[0], sv[0], "sleep"), new Owner(pid[0], twin, "sleep")).stream()
                    .sorted(Comparator.comparingInt(Owner::pid).thenComparingInt(Owner::fd)).toList(), owners);
        } finally {
            check(libc.Signal.kill(pid[0], libc.Signal.SIGKILL));
            check(libc.sys.Wait.waitpid(pid[0], null, 0));
        }
        assertEquals(List.of(), Owners.now().of(0));
    }
}
