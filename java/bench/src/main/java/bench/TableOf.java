package bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import oshi.SystemInfo;
import procfs.Kind;
import procfs.Namespace;
import procfs.ProcNet;
import procfs.Query;
import procfs.SockDiag;

/**
 * One way to the table of TCP sockets, in a JVM of its own. It prints what {@code tables.c} prints, from as many samples:
 * how many nanoseconds it takes, how many of the processors', those of the JVM's own threads among them, the process's peak
 * memory in kB, how many sockets there are; and how many bytes are allocated each time.
 */
public final class TableOf {

    private static final int SAMPLES = 12;
    private static final long WARMUP = 3_000_000_000L;
    private static final long SAMPLE = 100_000_000;

    /** A way to it; the constants' names are this program's argument. */
    enum Way {
        VISIT {
            @Override
            long sockets() throws IOException {
                Counter counter = new Counter();
                diag().visit(Kind.TCP, Query.ALL, counter);
                return counter.sockets;
            }
        },
        LIST {
            @Override
            long sockets() throws IOException {
                return diag().entries(Kind.TCP, Query.ALL).size();
            }
        },
        OWNERS {
            @Override
            long sockets() throws IOException {
                return Query.ALL.kinds(Kind.TCP).withOwners().read().sockets().size();
            }
        },
        PROC {
            @Override
            long sockets() throws IOException {
                return ProcNet.entries(Namespace.OWN.tables(), Kind.TCP).size();
            }
        },
        OSHI {
            @Override
            long sockets() {
                return new SystemInfo().getOperatingSystem().getInternetProtocolStats().getConnections().stream()
                        .filter(connection -> connection.getType().startsWith("tcp")).count();
            }
        };

        private SockDiag diag;

        SockDiag diag() throws IOException {
            if (diag == null) {
                diag = SockDiag.open(Namespace.OWN);
            }
            return diag;
        }

        abstract long sockets() throws IOException;
    }

    private static final class Counter implements Consumer<SockDiag.Row> {
        private long sockets;

        @Override
        public void accept(SockDiag.Row row) {
            sockets++;
        }
    }

    private TableOf() {}

    public static void main(String[] args) throws IOException {
        Way way = Way.valueOf(args[0]);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        sample(way, WARMUP);
        double[] samples = new double[SAMPLES];
        double[] bytes = new double[SAMPLES];
        long used = process.getProcessCpuTime();
        int operations = 0;
        for (int i = 0; i < SAMPLES; i++) {
            long allocated = threads.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            int n = sample(way, SAMPLE);
            operations += n;
            samples[i] = (double) (System.nanoTime() - start) / n;
            bytes[i] = (double) (threads.getCurrentThreadAllocatedBytes() - allocated) / n;
        }
        used = process.getProcessCpuTime() - used;
        Arrays.sort(samples);
        Arrays.sort(bytes);
        System.out.printf("%.0f %d %d %d %.0f%n", samples[SAMPLES / 4], used / operations, peak(), way.sockets(),
                bytes[SAMPLES / 2]);
    }

    private static int sample(Way way, long length) throws IOException {
        long start = System.nanoTime();
        int n = 0;
        do {
            way.sockets();
            n++;
        } while (System.nanoTime() - start < length);
        return n;
    }

    private static long peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
    }
}
