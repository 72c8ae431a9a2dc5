package bench;

import static libc.Errno.*;
import static libc.Unistd.*;
import static libc.netinet.Tcp.*;
import static libc.netinet.In.*;
import static libc.sys.Socket.*;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The operations of {@code native/bench/limits.c} through the library, call for call. */
public class LibcBench {

    /** Two connected sockets. */
    @State(Scope.Thread)
    public static class Pair {

        @Param({"unix", "tcp"})
        public String transport;

        @Param({"16", "1024", "16384"})
        public int size;

        private final List<int[]> pairs = new ArrayList<>();
        private int[] sv;
        private byte[] array;
        private ByteBuffer direct;

        @Setup
        public void setUp() {
            array = new byte[size];
            direct = ByteBuffer.allocateDirect(size);
        }

        /** A new pair for each iteration, for the reason that limits.c gives. */
        @Setup(Level.Iteration)
        public void open() throws IOException {
            if (sv != null) {
                check(send(sv[0], array, size, 0));
            }
            sv = new int[2];
            pairs.add(sv);
            if (transport.equals("unix")) {
                check(socketpair(AF_UNIX, SOCK_STREAM, 0, sv));
                return;
            }
            sockaddr_in addr = new sockaddr_in();
            int fd = listener(addr);
            sv[0] = check(socket(AF_INET, SOCK_STREAM, 0));
            check(connect(sv[0], addr, sizeof(addr)));
            sv[1] = check(accept(fd, null, null));
            check(setsockopt(sv[0], IPPROTO_TCP, TCP_NODELAY, 1));
            check(close(fd));
        }

        @TearDown
        public void tearDown() throws IOException {
            for (int[] pair : pairs) {
                check(close(pair[0]));
                check(close(pair[1]));
            }
        }
    }

    /** A socket that listens. */
    @State(Scope.Thread)
    public static class Server {

        private final sockaddr_in addr = new sockaddr_in();
        private final sockaddr_in peer = new sockaddr_in();
        private final int[] len = new int[1];
        private final linger reset = new linger(1, 0);
        private int fd;

        @Setup
        public void setUp() throws IOException {
            fd = listener(addr);
        }

        @TearDown
        public void tearDown() throws IOException {
            check(close(fd));
        }
    }

    private static int listener(sockaddr_in addr) throws IOException {
        int fd = check(socket(AF_INET, SOCK_STREAM, 0));
        addr.set(new sockaddr_in(AF_INET, 0, new in_addr(htonl(INADDR_LOOPBACK))));
        check(bind(fd, addr, sizeof(addr)));
        check(getsockname(fd, addr, new int[] {sizeof(addr)}));
        check(listen(fd, 5));
        return fd;
    }

    @Benchmark
    public int sendRecv(Pair p) throws IOException {
        check(send(p.sv[0], p.array, p.size, 0));
        int got = 0;
        while (got < p.size) {
            got += check(recv(p.sv[1], p.array, got, p.size - got, 0));
        }
        return got;
    }

    @Benchmark
    public int sendRecvDirect(Pair p) throws IOException {
        check(send(p.sv[0], p.direct.clear(), 0));
        p.direct.clear();
        while (p.direct.hasRemaining()) {
            check(recv(p.sv[1], p.direct, 0));
        }
        return p.direct.position();
    }

    @Benchmark
    public int connection(Server s) throws IOException {
        int client = check(socket(AF_INET, SOCK_STREAM, 0));
        check(connect(client, s.addr, sizeof(s.addr)));
        s.len[0] = sizeof(s.peer);
        int accepted = check(accept(s.fd, s.peer, s.len));
        check(setsockopt(accepted, SOL_SOCKET, SO_LINGER, s.reset, sizeof(s.reset)));
        check(close(accepted));
        return check(close(client));
    }

    @Benchmark
    public int parentId() {
        return getppid();
    }
}
