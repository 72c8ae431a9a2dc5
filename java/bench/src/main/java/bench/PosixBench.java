package bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import jnr.constants.platform.AddressFamily;
import jnr.constants.platform.Sock;
import jnr.posix.POSIX;
import jnr.posix.POSIXFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The operations of {@code native/bench/limits.c} through jnr-posix, which makes no sockets but pairs, and has write and
 * read in the place of send and recv, which without flags do the same.
 */
public class PosixBench {

    private static final POSIX POSIX = POSIXFactory.getNativePOSIX();

    /** Two connected sockets. */
    @State(Scope.Thread)
    public static class Pair {

        @Param({"unix"})
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
                check(POSIX.write(sv[0], array, (long) size));
            }
            sv = new int[2];
            pairs.add(sv);
            check(POSIX.socketpair(AddressFamily.AF_UNIX.intValue(), Sock.SOCK_STREAM.intValue(), 0, sv));
        }

        @TearDown
        public void tearDown() throws IOException {
            for (int[] pair : pairs) {
                check(POSIX.close(pair[0]));
                check(POSIX.close(pair[1]));
            }
        }
    }

    @Benchmark
    public long sendRecv(Pair p) throws IOException {
        check(POSIX.write(p.sv[0], p.array, (long) p.size));
        return all(p, check(POSIX.read(p.sv[1], p.array, (long) p.size)));
    }

    @Benchmark
    public long sendRecvDirect(Pair p) throws IOException {
        check(POSIX.write(p.sv[0], p.direct, (long) p.size));
        return all(p, check(POSIX.read(p.sv[1], p.direct, (long) p.size)));
    }

    /** An array cannot be read into but from its start, so it has to be all at once. */
    private static long all(Pair p, long got) throws IOException {
        if (got != p.size) {
            throw new IOException(got + " of " + p.size + " bytes");
        }
        return got;
    }

    @Benchmark
    public int parentId() {
        return POSIX.getppid();
    }

    private static long check(long result) throws IOException {
        if (result == -1) {
            throw new IOException(POSIX.strerror(POSIX.errno()));
        }
        return result;
    }
}
