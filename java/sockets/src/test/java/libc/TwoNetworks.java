package libc;

import static libc.Errno.check;
import static libc.Fcntl.O_CLOEXEC;
import static libc.Fcntl.O_RDONLY;
import static libc.Fcntl.open;
import static libc.Sched.CLONE_NEWNET;
import static libc.Sched.setns;
import static libc.Unistd.getpid;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import libc.netinet.In.sockaddr_in;
import libc.sys.Types.timeval;

/** Two network namespaces with a cable from the one to the other, as two hosts have, and a thread in each. */
final class TwoNetworks {

    static final String LEFT_ADDRESS = "198.51.100.1";
    static final String RIGHT_ADDRESS = "198.51.100.2";

    private static final int LIMIT = 10;

    /** Names of the namespaces, and of the interface in each. */
    final String left = "libc" + getpid() + "l";
    final String right = "libc" + getpid() + "r";

    /** A platform thread each, which ends with the test: no other work comes to run where it has gone. */
    final ExecutorService atLeft = Executors.newSingleThreadExecutor();
    final ExecutorService atRight = Executors.newSingleThreadExecutor();

    final Sockets sockets = new Sockets();

    private final Path dir;

    TwoNetworks(Path dir) {
        this.dir = dir;
    }

    /** Makes the networks, and sends a thread to each. */
    void enter() throws Exception {
        Needs.root();
        Needs.tool("ip");
        Needs.run(dir, "ip", "netns", "add", left);
        Needs.run(dir, "ip", "netns", "add", right);
        cable(left, right, LEFT_ADDRESS, RIGHT_ADDRESS);
        for (String name : List.of(left, right)) {
            on(name.equals(left) ? atLeft : atRight, () -> check(setns(
                    sockets.keep(open("/run/netns/" + name, O_RDONLY | O_CLOEXEC)), CLONE_NEWNET)));
        }
    }

    /** Lays a cable, of whose interfaces and addresses the first is on the left. */
    void cable(String one, String two, String oneAddress, String twoAddress) throws Exception {
        Needs.run(dir, "ip", "link", "add", one, "netns", left, "type", "veth", "peer", "name", two, "netns", right);
        ip(left, "address", "add", oneAddress + "/30", "dev", one);
        ip(right, "address", "add", twoAddress + "/30", "dev", two);
        ip(left, "link", "set", one, "up");
        ip(right, "link", "set", two, "up");
    }

    /** Runs ip(8) in one of the networks. */
    void ip(String name, String... command) throws Exception {
        String[] all = new String[command.length + 3];
        all[0] = "ip";
        all[1] = "-n";
        all[2] = name;
        System.arraycopy(command, 0, all, 3, command.length);
        Needs.run(dir, all);
    }

    /** Runs a step in a thread. */
    static <T> T on(ExecutorService thread, Callable<T> step) throws Exception {
        return thread.submit(step).get(2 * LIMIT, TimeUnit.SECONDS);
    }

    /** A socket of the calling thread's network, that waits for a while only, and of which nothing goes to a gateway. */
    int socket(int type) throws Exception {
        int fd = sockets.open(AF_INET, type);
        timeval limit = new timeval(LIMIT, 0);
        check(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, limit, sizeof(limit)));
        check(setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, limit, sizeof(limit)));
        check(setsockopt(fd, SOL_SOCKET, SO_DONTROUTE, 1));
        return fd;
    }

    /** Binds a socket to an address and a port of the kernel's choice, and answers both. */
    static sockaddr_in bound(int fd, String address) throws Exception {
        sockaddr_in addr = Sockets.in(address, 0);
        check(bind(fd, addr, sizeof(addr)));
        check(getsockname(fd, addr, new int[] {sizeof(addr)}));
        return addr;
    }

    /** Ends the threads and removes the networks. */
    void close() throws Exception {
        try {
            sockets.close();
            for (ExecutorService thread : List.of(atLeft, atRight)) {
                thread.shutdown();
                assertTrue(thread.awaitTermination(2 * LIMIT, TimeUnit.SECONDS));
            }
        } finally {
            for (String name : List.of(left, right)) {
                if (Files.exists(Path.of("/run/netns", name))) {
                    Needs.run(dir, "ip", "netns", "delete", name);
                }
            }
        }
    }
}
