package procfs;

import static libc.Errno.ENETUNREACH;
import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.Sched.CLONE_NEWNET;
import static libc.Netdb.*;
import static libc.Sched.unshare;
import static libc.Unistd.close;
import static libc.net.If.if_nametoindex;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import libc.ErrnoException;
import libc.Needs;
import libc.Unistd;
import libc.netinet.In.sockaddr_in;
import libc.netinet.In.sockaddr_in6;
import libc.sys.Stat;
import libc.sys.Stat.stat;

/** A network namespace that nobody else is in, with a loopback. It ends with the sockets of its test and its thread. */
final class OwnNetwork {

    /** Its tables. */
    static final Path TABLES = Path.of("/proc/thread-self/net");

    private final Path dir;
    private final Deque<Integer> descriptors = new ArrayDeque<>();

    interface Step {
        void run(OwnNetwork network) throws Exception;
    }

    private OwnNetwork(Path dir) {
        this.dir = dir;
    }

    /** Runs a test in such a namespace, on a thread of its own. */
    static void in(Path dir, Step test) throws Exception {
        Needs.root();
        Needs.tool("ip");
        FutureTask<Void> there = new FutureTask<>(() -> {
            check(unshare(CLONE_NEWNET));
            Needs.run(dir, "ip", "link", "set", "lo", "up");
            OwnNetwork network = new OwnNetwork(dir);
            try {
                test.run(network);
            } finally {
                network.descriptors.forEach(Unistd::close);
            }
            return null;
        });
        Thread thread = new Thread(there);
        thread.start();
        try {
            there.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    /** A descriptor to close at the end. */
    int keep(int fd) throws Exception {
        descriptors.push(check(fd));
        return fd;
    }

    /** Closes one before the end. */
    void closeNow(int fd) throws Exception {
        descriptors.removeFirstOccurrence(fd);
        check(close(fd));
    }

    /** A socket. */
    int open(int domain, int type, int protocol) throws Exception {
        return keep(socket(domain, type, protocol));
    }

    /** A socket bound to an address, with a port of the kernel's choice. */
    int bound(String host, int type, int protocol) throws Exception {
        addrinfo address = address(host, 0);
        int fd = open(address.ai_family, type, protocol);
        check(bind(fd, address.ai_addr, address.ai_addrlen));
        return fd;
    }

    /** A listener on an address. */
    int listening(String host, int backlog) throws Exception {
        int fd = bound(host, SOCK_STREAM, 0);
        check(listen(fd, backlog));
        return fd;
    }

    /** A socket that is connected to what another is bound to. */
    int connected(int to, int type, int protocol) throws Exception {
        sockaddr_storage address = new sockaddr_storage();
        int[] length = {sizeof(address)};
        check(getsockname(to, address, length));
        int fd = open(address.sa_family(), type, protocol);
        check(connect(fd, address, length[0]));
        return fd;
    }

    /**
     * Gives the loopback an IPv6 address. The kernel makes the address's own route a moment later; what is sent before
     * goes out by the network's route and is lost, so this waits until a datagram arrives.
     */
    void addAddress(String host) throws Exception {
        Needs.run(dir, "ip", "address", "add", host + "/64", "dev", "lo", "nodad");
        int fd = open(AF_INET6, SOCK_DGRAM, 0);
        sockaddr_in6 self = (sockaddr_in6) address(host, 0).ai_addr;
        self.sin6_scope_id = check(if_nametoindex("lo"));
        check(bind(fd, self, sizeof(self)));
        check(getsockname(fd, self, new int[] {sizeof(self)}));
        byte[] buf = {1};
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        do {
            if (sendto(fd, buf, 1, 0, self, sizeof(self)) == -1 && errno() != ENETUNREACH) {
                throw new ErrnoException("sendto", errno());
            }
            assertTrue(System.nanoTime() < end, () -> host + " cannot be reached");
        } while (recv(fd, buf, 1, MSG_DONTWAIT) == -1);
        closeNow(fd);
    }

    /** An address as text, with a port. */
    static addrinfo address(String host, int port) {
        addrinfo hints = new addrinfo();
        hints.ai_flags = AI_NUMERICHOST;
        addrinfo[] found = new addrinfo[1];
        int error = getaddrinfo(host, Integer.toString(port), hints, found);
        if (error != 0) {
            throw new AssertionError(host + ": " + gai_strerror(error));
        }
        return found[0];
    }

    /** What getsockname says. */
    static InetSocketAddress local(int fd) throws Exception {
        sockaddr_storage address = new sockaddr_storage();
        check(getsockname(fd, address, new int[] {sizeof(address)}));
        return address(address);
    }

    /** What getpeername says; the wildcard's if there is no peer. */
    static InetSocketAddress remote(int fd) throws Exception {
        sockaddr_storage address = new sockaddr_storage();
        if (getpeername(fd, address, new int[] {sizeof(address)}) == 0) {
            return address(address);
        }
        boolean ipv6 = local(fd).getAddress() instanceof Inet6Address;
        return new InetSocketAddress(InetAddress.getByAddress(new byte[ipv6 ? 16 : 4]), 0);
    }

    private static InetSocketAddress address(sockaddr_storage from) throws Exception {
        if (from.sa_family() == AF_INET) {
            sockaddr_in in = new sockaddr_in(from);
            byte[] bytes = {(byte) in.sin_addr.s_addr, (byte) (in.sin_addr.s_addr >> 8), (byte) (in.sin_addr.s_addr >> 16),
                (byte) (in.sin_addr.s_addr >> 24)};
            return new InetSocketAddress(Inet4Address.getByAddress(bytes), ntohs(in.sin_port));
        }
        sockaddr_in6 in6 = new sockaddr_in6(from);
        return new InetSocketAddress(Inet6Address.getByAddress(null, in6.sin6_addr.s6_addr, -1), ntohs(in6.sin6_port));
    }

    /** What fstat says. */
    static long inode(int fd) throws Exception {
        stat status = new stat();
        check(Stat.fstat(fd, status));
        return status.st_ino;
    }
}
