package libc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Assert.assertFails;
import static libc.Errno.*;
import static libc.Fcntl.O_CLOEXEC;
import static libc.Fcntl.O_RDONLY;
import static libc.Fcntl.open;
import static libc.Sched.*;
import static libc.Signal.SIGKILL;
import static libc.Signal.kill;
import static libc.Spawn.posix_spawnp;
import static libc.Strings.strerrorname_np;
import static libc.TwoNetworks.*;
import static libc.Unistd.environ;
import static libc.Unistd.geteuid;
import static libc.Unistd.getpid;
import static libc.arpa.Inet.*;
import static libc.net.If.if_nameindex;
import static libc.sys.Pidfd.pidfd_open;
import static libc.sys.Wait.waitpid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import libc.netinet.In.sockaddr_in;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** One thread goes to a namespace and another to a second one; the thread of the test stays where it was. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class NamespacesIT {

    private static final int LIMIT = 10;
    private static final int NO_DESCRIPTOR = 9999;
    @TempDir
    Path dir;

    private TwoNetworks networks;
    private String left;
    private String right;
    private ExecutorService atLeft;
    private ExecutorService atRight;
    private Sockets s;

    @BeforeEach
    void setUp() {
        Sockets.assertBackend();
        networks = new TwoNetworks(dir);
        left = networks.left;
        right = networks.right;
        atLeft = networks.atLeft;
        atRight = networks.atRight;
        s = networks.sockets;
    }

    @AfterEach
    void tearDown() throws Exception {
        networks.close();
    }

    /** A namespace of the calling thread, as /proc names it. */
    private static String namespace(String kind) throws Exception {
        return Files.readSymbolicLink(Path.of("/proc/thread-self/ns", kind)).toString();
    }

    private int openNamespace(String kind) throws Exception {
        return s.keep(open("/proc/thread-self/ns/" + kind, O_RDONLY | O_CLOEXEC));
    }

    /** The next bytes, as many as a message of these tests has, and who sent them. */
    private static String received(int fd, sockaddr_in from) throws Exception {
        byte[] buf = new byte[4];
        int n = check(recvfrom(fd, buf, buf.length, MSG_WAITALL, from, new int[] {sizeof(from)}));
        return new String(buf, 0, n, UTF_8);
    }

    private static List<String> interfaces() {
        return Arrays.stream(if_nameindex()).map(one -> one.if_name).filter(name -> name.startsWith("libc" + getpid()))
                .toList();
    }

    @Test
    void eachThreadSeesTheInterfacesOfItsNetwork() throws Exception {
        networks.enter();
        assertEquals(List.of(left), on(atLeft, NamespacesIT::interfaces));
        assertEquals(List.of(right), on(atRight, NamespacesIT::interfaces));
        assertEquals(List.of(), interfaces());
    }

    @Test
    void tcpGoesFromOneNetworkToTheOther() throws Exception {
        networks.enter();
        int listener = on(atLeft, () -> networks.socket(SOCK_STREAM));
        sockaddr_in there = on(atLeft, () -> bound(listener, LEFT_ADDRESS));
        on(atLeft, () -> check(listen(listener, 1)));

        assertFails(ENETUNREACH, connect(networks.socket(SOCK_STREAM), there, sizeof(there)));
        assertFails(EADDRNOTAVAIL, bind(networks.socket(SOCK_STREAM), there, sizeof(there)));

        int client = on(atRight, () -> networks.socket(SOCK_STREAM));
        on(atRight, () -> check(connect(client, there, sizeof(there))));
        on(atRight, () -> check(send(client, "ping", 4, 0)));
        on(atLeft, () -> {
            sockaddr_in peer = new sockaddr_in();
            int server = s.keep(accept(listener, peer, new int[] {sizeof(peer)}));
            assertEquals(RIGHT_ADDRESS, inet_ntoa(peer.sin_addr));
            assertEquals("ping", received(server, new sockaddr_in()));
            return check(send(server, "pong", 4, 0));
        });
        assertEquals("pong", on(atRight, () -> received(client, new sockaddr_in())));
    }

    @Test
    void udpGoesFromOneNetworkToTheOther() throws Exception {
        networks.enter();
        int receiver = on(atLeft, () -> networks.socket(SOCK_DGRAM));
        sockaddr_in there = on(atLeft, () -> bound(receiver, LEFT_ADDRESS));

        assertFails(ENETUNREACH, sendto(networks.socket(SOCK_DGRAM), "lost", 4, 0, there, sizeof(there)));

        int sender = on(atRight, () -> networks.socket(SOCK_DGRAM));
        on(atRight, () -> check(sendto(sender, "ping", 4, 0, there, sizeof(there))));
        on(atLeft, () -> {
            sockaddr_in from = new sockaddr_in();
            assertEquals("ping", received(receiver, from));
            assertEquals(RIGHT_ADDRESS, inet_ntoa(from.sin_addr));
            return check(sendto(receiver, "pong", 4, 0, from, sizeof(from)));
        });
        sockaddr_in from = new sockaddr_in();
        assertEquals("pong", on(atRight, () -> received(sender, from)));
        assertEquals(there.toString(), from.toString());
    }

    @Test
    void socketStaysInTheNetworkThatItWasMadeIn() throws Exception {
        networks.enter();
        int receiver = on(atLeft, () -> networks.socket(SOCK_DGRAM));
        sockaddr_in there = on(atLeft, () -> bound(receiver, LEFT_ADDRESS));
        int sender = on(atRight, () -> networks.socket(SOCK_DGRAM));
        check(sendto(sender, "ping", 4, 0, there, sizeof(there)));
        assertEquals("ping", received(receiver, new sockaddr_in()));
    }

    @Test
    void aThreadMovesBetweenTwoNetworks() throws Exception {
        Needs.root();
        String own = namespace("net");
        int first = on(atLeft, () -> {
            check(unshare(CLONE_NEWNET));
            String one = namespace("net");
            int ns = openNamespace("net");
            int listener = s.open(AF_INET, SOCK_STREAM);
            sockaddr_in any = Sockets.in("0.0.0.0", 0);
            check(bind(listener, any, sizeof(any)));
            check(getsockname(listener, any, new int[] {sizeof(any)}));
            check(listen(listener, 1));

            check(unshare(CLONE_NEWNET));
            assertNotEquals(one, namespace("net"));
            int same = s.open(AF_INET, SOCK_STREAM);
            check(bind(same, any, sizeof(any)));
            check(listen(same, 1));

            check(setns(ns, CLONE_NEWNET));
            assertEquals(one, namespace("net"));
            assertFails(EADDRINUSE, bind(s.open(AF_INET, SOCK_STREAM), any, sizeof(any)));
            return ns;
        });
        assertEquals(own, namespace("net"), "this thread stayed where it was");
        on(atRight, () -> {
            check(setns(first, 0));
            assertNotEquals(own, namespace("net"));
            sockaddr_in loopback = Sockets.loopback(9);
            assertFails(ENETUNREACH, connect(s.open(AF_INET, SOCK_STREAM), loopback, sizeof(loopback)));
            return null;
        });
    }

    @Test
    void threadOrProcessBeginsWhereItsStarterIs() throws Exception {
        Needs.root();
        Needs.tool("sleep");
        String own = namespace("net");
        on(atLeft, () -> check(unshare(CLONE_NEWNET)));
        String other = on(atLeft, () -> namespace("net"));
        assertNotEquals(own, other);
        assertEquals(own, namespace("net"), "this thread stayed where it was");
        FutureTask<String> child = new FutureTask<>(() -> namespace("net"));
        on(atLeft, () -> {
            new Thread(child).start();
            return child.get();
        });
        assertEquals(other, child.get());

        int[] pid = new int[1];
        String[] argv = {"sleep", "100"};
        assertEquals(0, on(atLeft, () -> posix_spawnp(pid, argv[0], null, null, argv, environ)));
        int pidfd = s.keep(pidfd_open(pid[0], 0));
        try {
            on(atRight, () -> check(setns(pidfd, CLONE_NEWNET)));
            assertEquals(other, on(atRight, () -> namespace("net")));
        } finally {
            check(kill(pid[0], SIGKILL));
            check(waitpid(pid[0], null, 0));
        }
        assertFails(ESRCH, setns(pidfd, CLONE_NEWNET));
    }

    @Test
    void whatIsNoSuchNamespaceIsRefused() throws Exception {
        assertFails(EBADF, setns(NO_DESCRIPTOR, 0));
        assertFails(EINVAL, setns(s.open(AF_UNIX, SOCK_STREAM), 0));
        assertFails(EINVAL, setns(openNamespace("net"), CLONE_NEWUTS));
        assertFails(EINVAL, unshare(1));
    }

    @Test
    void whatTakesASingleThreadIsRefused() throws Exception {
        for (int flag : new int[] {CLONE_NEWUSER, CLONE_VM, CLONE_SIGHAND, CLONE_THREAD}) {
            assertFails(EINVAL, unshare(flag));
        }
        assertFails(EINVAL, setns(openNamespace("user"), CLONE_NEWUSER));
        assertFails(EUSERS, setns(openNamespace("time"), CLONE_NEWTIME));
    }

    @Test
    void mountNamespaceTakesARootDirectoryOfTheThreadsOwn() throws Exception {
        Needs.root();
        String own = namespace("mnt");
        int mnt = openNamespace("mnt");
        on(atLeft, () -> {
            assertFails(EINVAL, setns(mnt, CLONE_NEWNS));
            check(unshare(CLONE_FS));
            check(setns(mnt, CLONE_NEWNS));
            check(unshare(CLONE_NEWNS));
            assertNotEquals(own, namespace("mnt"));
            return check(setns(mnt, CLONE_NEWNS));
        });
        assertEquals(own, on(atLeft, () -> namespace("mnt")));
    }

    @Test
    void withoutThePrivilegeNothingMoves() throws Exception {
        List<String> command = new ArrayList<>();
        if (geteuid() == 0) {
            Needs.tool("setpriv");
            command.addAll(List.of("setpriv", "--bounding-set", "-sys_admin"));
        }
        command.addAll(Sockets.java(Unprivileged.class));
        assertEquals("-1 EPERM\n-1 EPERM\ntrue\n", Needs.run(dir, command.toArray(String[]::new)));
    }

    /** Tries to go to a new network and to its own. */
    static final class Unprivileged {

        private Unprivileged() {}

        public static void main(String[] args) throws Exception {
            String own = namespace("net");
            System.out.println(unshare(CLONE_NEWNET) + " " + strerrorname_np(errno()));
            int ns = check(open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC));
            System.out.println(setns(ns, CLONE_NEWNET) + " " + strerrorname_np(errno()));
            System.out.println(own.equals(namespace("net")));
        }
    }
}
