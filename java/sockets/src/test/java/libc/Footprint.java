package libc;

import static libc.Errno.check;
import static libc.Sockets.bound;
import static libc.Unistd.read;
import static libc.Unistd.write;
import static libc.sys.Socket.*;
import static libc.sys.Uio.readv;
import static libc.sys.Uio.writev;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import libc.netinet.In.sockaddr_in;

/**
 * What calls leave behind, as a table: bytes of the heap for each call, and how much more memory is resident at the end
 * than at the start. It runs in a JVM that has little memory and in which nobody can ask for a collection, and ends with
 * status 1 if a row is above its bound.
 *
 * <p>While the compilers are at work they have memory of their own and calls allocate, and both end. What a call leaves
 * behind it leaves each time. So a row is measured until it is within its bounds, and a few times at most.
 */
final class Footprint {

    /** Less than what any call would leave behind in a row: 13 bytes for each of 20,000, 524 for each of 500. */
    static final long BOUND = 256 << 10;

    /** What each of some platform threads may have for its calls, and have touched of its stack. */
    static final long BOUND_OF_PLATFORM_THREAD = 128 << 10;

    /** What each of very many virtual threads may have for its calls. */
    static final long BOUND_OF_VIRTUAL_THREAD = 2 << 10;

    /** For all threads that are no more. */
    static final long BOUND_OF_PAST_THREADS = 8 << 20;

    /** For the whole table, with what the JVM compiles and loads meanwhile, and what malloc(3) keeps of a large copy. */
    static final long BOUND_OF_ALL = 128 << 20;

    private static final int[] SIZES = {16, 1 << 10, 16 << 10, 64 << 10, 1 << 20, 16 << 20};
    private static final int[] SIZES_OF_THREADS = {16, 1 << 10, 16 << 10, 64 << 10, 256 << 10};
    private static final int SMALL = 64 << 10;
    private static final int PLATFORM_THREADS = 64;
    private static final int VIRTUAL_THREADS = 10_000;

    /** So large that what is done for a large copy is done, and so small that it is soon compiled. */
    private static final int WARM_UP = 320 << 10;

    private static final int WARM_UP_CALLS = 12_000;
    private static final int ATTEMPTS = 8;
    private static final long SECONDS = 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The pages are counted, where VmRSS in {@code status} is off by as much as the kernel's counter of each CPU may be. */
    private static final Path MEMORY = Path.of("/proc/self/smaps_rollup");

    /** All calls share this memory, of which there is just enough. */
    private static final ByteBuffer DIRECT = ByteBuffer.allocateDirect(16 << 20);

    private static final Method START_VIRTUAL_THREAD = startVirtualThread();

    /** A call that sends and one that receives. */
    private record Transfer(String name, String memory, Turn turn) {}

    private interface Turn {
        void turn(int size) throws ErrnoException;
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Bytes that the heap and resident memory have grown by. */
    private record Growth(long heap, long resident) {}

    private interface Measurement {
        Growth measure() throws Exception;
    }

    private final long atStart = resident();
    private boolean failed;

    private Footprint() throws IOException {}

    /** With a size and a number of calls, the rows of that size alone, with fewer threads. */
    public static void main(String[] args) throws Exception {
        Footprint table = new Footprint();
        System.out.printf(Locale.ROOT, "Java %s, %,d KiB resident at the start%n%n", Runtime.version(), table.atStart >> 10);
        System.out.println("| calls | memory | size | times | heap, bytes a call | resident at the end, KiB | more than at the start, KiB | |");
        System.out.println("|---|---|---:|---:|---:|---:|---:|---|");
        if (args.length == 0) {
            for (int size : SIZES) {
                table.transfers(size, size <= SMALL ? 20_000 : 500);
            }
            for (int size : SIZES_OF_THREADS) {
                table.platformThreads(size, 20_000);
            }
            table.virtualThreads();
            table.pastThreads(START_VIRTUAL_THREAD == null ? 20_000 : 200_000);
        } else {
            int size = Integer.parseInt(args[0]);
            int calls = Integer.parseInt(args[1]);
            table.transfers(size, calls);
            table.platformThreads(Math.min(size, 256 << 10), calls);
            table.virtualThreads();
            table.pastThreads(START_VIRTUAL_THREAD == null ? 2_000 : 20_000);
        }
        long grown = resident() - table.atStart;
        System.out.printf(Locale.ROOT, "| %s | | | | | %,d | %,d | %s|%n%n", "the whole table", resident() >> 10, grown >> 10,
                table.verdict(0, grown, BOUND_OF_ALL));
        System.exit(table.failed ? 1 : 0);
    }

    private static Method startVirtualThread() {
        try {
            return Thread.class.getMethod("startVirtualThread", Runnable.class);
        } catch (NoSuchMethodException e) {
            return null; // before Java 21
        }
    }

    private static long resident() throws IOException {
        for (String line : Files.readAllLines(MEMORY)) {
            if (line.startsWith("Rss:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) << 10;
            }
        }
        throw new IOException("no Rss in " + MEMORY);
    }

    /** Every way to transfer, for one thread. None waits: of a large transfer the kernel takes what it has room for. */
    private static List<Transfer> transfers(Sockets s, byte[] array) throws ErrnoException {
        int[] sv = s.pair(SOCK_STREAM | SOCK_NONBLOCK);
        int udp = s.open(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK);
        sockaddr_in addr = bound(udp);
        sockaddr_storage from = new sockaddr_storage();
        int[] len = {0};
        List<Transfer> transfers = new ArrayList<>();
        transfers.add(new Transfer("send, recv", "byte[]", size -> {
            check(send(sv[0], array, size, 0));
            check(recv(sv[1], array, size, 0));
        }));
        transfers.add(new Transfer("write, read", "byte[]", size -> {
            check(write(sv[0], array, size));
            check(read(sv[1], array, size));
        }));
        transfers.add(new Transfer("sendto, recvfrom", "byte[]", size -> {
            boolean datagram = size < SMALL;
            check(sendto(datagram ? udp : sv[0], array, size, 0, datagram ? addr : null, datagram ? sizeof(addr) : 0));
            len[0] = sizeof(from);
            check(recvfrom(datagram ? udp : sv[1], array, size, 0, from, len));
        }));
        transfers.add(new Transfer("setsockopt, getsockopt", "byte[]", size -> {
            check(setsockopt(sv[0], SOL_SOCKET, SO_REUSEADDR, array, size));
            len[0] = size;
            check(getsockopt(sv[0], SOL_SOCKET, SO_REUSEADDR, array, len));
        }));
        messages(transfers, "byte[]", sv, array, array);
        for (ByteBuffer memory : new ByteBuffer[] {ByteBuffer.wrap(array), DIRECT.duplicate()}) {
            String kind = memory.isDirect() ? "direct buffer" : "heap buffer";
            transfers.add(new Transfer("send, recv", kind, size -> {
                check(send(sv[0], memory.clear().limit(size), 0));
                check(recv(sv[1], memory.clear().limit(size), 0));
            }));
            transfers.add(new Transfer("write, read", kind, size -> {
                check(write(sv[0], memory.clear().limit(size)));
                check(read(sv[1], memory.clear().limit(size)));
            }));
            transfers.add(new Transfer("sendto, recvfrom", kind, size -> {
                boolean datagram = size < SMALL;
                check(sendto(datagram ? udp : sv[0], memory.clear().limit(size), 0, datagram ? addr : null,
                        datagram ? sizeof(addr) : 0));
                len[0] = sizeof(from);
                check(recvfrom(datagram ? udp : sv[1], memory.clear().limit(size), 0, from, len));
            }));
            transfers.add(new Transfer("setsockopt, getsockopt", kind, size -> {
                check(setsockopt(sv[0], SOL_SOCKET, SO_REUSEADDR, memory.clear().limit(size)));
                check(getsockopt(sv[0], SOL_SOCKET, SO_REUSEADDR, memory.clear().limit(size)));
            }));
            messages(transfers, kind, sv, memory, memory.duplicate());
        }
        return transfers;
    }

    /** Those that scatter and gather, of one kind of memory. */
    private static void messages(List<Transfer> transfers, String kind, int[] sv, Object memory, Object other) {
        iovec[] iov = {new iovec(memory, 0)};
        mmsghdr[] messages = mmsghdr.array(2);
        messages[0].msg_hdr.set(new msghdr(null, 0, iov, 1, null, 0, 0));
        messages[1].msg_hdr.set(new msghdr(null, 0, new iovec[] {new iovec(other, 0)}, 1, null, 0, 0));
        Turn clear = size -> {
            for (mmsghdr message : messages) {
                iovec io = message.msg_hdr.msg_iov[0];
                io.iov_len = size;
                if (io.iov_base instanceof ByteBuffer buffer) {
                    buffer.clear();
                }
            }
        };
        transfers.add(new Transfer("writev, readv", kind, size -> {
            clear.turn(size);
            check(writev(sv[0], iov, 1));
            clear.turn(size);
            check(readv(sv[1], iov, 1));
        }));
        transfers.add(new Transfer("sendmsg, recvmsg", kind, size -> {
            clear.turn(size);
            check(sendmsg(sv[0], messages[0].msg_hdr, 0));
            clear.turn(size);
            check(recvmsg(sv[1], messages[0].msg_hdr, 0));
        }));
        transfers.add(new Transfer("sendmmsg, recvmmsg", kind, size -> {
            clear.turn(size);
            check(sendmmsg(sv[0], messages, messages.length, 0));
            clear.turn(size);
            check(recvmmsg(sv[1], messages, messages.length, 0, null));
        }));
    }

    private void transfers(int size, int calls) throws Exception {
        byte[] array = new byte[Math.max(size, WARM_UP)];
        int count = transfers(size, calls, array, 0);
        for (int i = 1; i < count; i++) {
            transfers(size, calls, array, i);
        }
    }

    /** One of them, on sockets of its own, in which no other left anything. Returns how many there are. */
    private int transfers(int size, int calls, byte[] array, int i) throws Exception {
        try (Sockets s = new Sockets()) {
            List<Transfer> transfers = transfers(s, array);
            Transfer transfer = transfers.get(i);
            Work warmUp = () -> repeat(transfer, Math.min(size, WARM_UP), WARM_UP_CALLS);
            row(transfer.name, transfer.memory, size, calls, BOUND, warmUp, () -> {
                long start = resident();
                long before = THREADS.getCurrentThreadAllocatedBytes();
                repeat(transfer, size, calls);
                long heap = THREADS.getCurrentThreadAllocatedBytes() - before;
                return new Growth(heap, resident() - start);
            });
            return transfers.size();
        }
    }

    private static void repeat(Transfer transfer, int size, int times) throws ErrnoException {
        Turn turn = transfer.turn;
        for (int i = 0; i < times; i++) {
            turn.turn(size);
        }
    }

    private void platformThreads(int size, int calls) throws Exception {
        byte[] array = new byte[size];
        List<Sockets> sockets = new ArrayList<>();
        List<List<Transfer>> transfers = new ArrayList<>();
        for (int i = 0; i < PLATFORM_THREADS; i++) {
            sockets.add(new Sockets());
            transfers.add(transfers(sockets.get(i), array));
        }
        int times = Math.max(1, calls / PLATFORM_THREADS / transfers.get(0).size());
        row("all", PLATFORM_THREADS + " platform threads", size, times, PLATFORM_THREADS * BOUND_OF_PLATFORM_THREAD,
                () -> {}, () -> together(PLATFORM_THREADS, false, i -> {
                    for (Transfer transfer : transfers.get(i)) {
                        repeat(transfer, size, times);
                    }
                }));
        for (Sockets s : sockets) {
            s.close();
        }
    }

    private void virtualThreads() throws Exception {
        if (START_VIRTUAL_THREAD == null) {
            return;
        }
        try (Sockets s = new Sockets()) {
            Transfer transfer = transfers(s, new byte[1 << 10]).get(0);
            row(transfer.name, String.format(Locale.ROOT, "%,d virtual threads", VIRTUAL_THREADS), 1 << 10, 1,
                    VIRTUAL_THREADS * BOUND_OF_VIRTUAL_THREAD, () -> {},
                    () -> together(VIRTUAL_THREADS, true, i -> transfer.turn.turn(1 << 10)));
        }
    }

    /** Threads of which each makes one transfer and is no more. */
    private void pastThreads(int count) throws Exception {
        boolean virtual = START_VIRTUAL_THREAD != null;
        try (Sockets s = new Sockets()) {
            Transfer transfer = transfers(s, new byte[16]).get(0);
            row(transfer.name, String.format(Locale.ROOT, "%,d %s threads, one after the other", count,
                    virtual ? "virtual" : "platform"), 16, 1, BOUND_OF_PAST_THREADS, () -> {}, () -> {
                        long start = resident();
                        for (int i = 0; i < count; i++) {
                            await(start(virtual, () -> transfer.turn.turn(16)));
                        }
                        return new Growth(0, resident() - start);
                    });
        }
    }

    private interface Part {
        void run(int i) throws Exception;
    }

    /** How much more is resident when so many threads have done their part, and still live. */
    private static Growth together(int count, boolean virtual, Part part) throws Exception {
        CountDownLatch ready = new CountDownLatch(count);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(count);
        CountDownLatch measured = new CountDownLatch(1);
        List<FutureTask<Void>> ends = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int own = i;
            ends.add(start(virtual, () -> {
                ready.countDown();
                go.await();
                try {
                    part.run(own);
                } finally {
                    done.countDown();
                }
                measured.await();
            }));
        }
        await(ready);
        long start = resident();
        go.countDown();
        await(done);
        long grown = resident() - start;
        measured.countDown();
        for (FutureTask<Void> end : ends) {
            await(end);
        }
        return new Growth(0, grown);
    }

    private static FutureTask<Void> start(boolean virtual, Work work) throws ReflectiveOperationException {
        FutureTask<Void> task = new FutureTask<>(() -> {
            work.run();
            return null;
        });
        if (virtual) {
            START_VIRTUAL_THREAD.invoke(null, task);
        } else {
            new Thread(task).start();
        }
        return task;
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException(latch.getCount() + " threads are not where they should be");
        }
    }

    /** Waits for the end of a thread's work, whose exception is thrown here. */
    private static void await(FutureTask<Void> task) throws Exception {
        try {
            task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError error) {
                throw error;
            }
            throw e;
        }
    }

    private void row(String calls, String memory, int size, int times, long bound, Work warmUp, Measurement measurement)
            throws Exception {
        System.out.printf(Locale.ROOT, "| %s | %s | %s | %,d | ", calls, memory, size < 1 << 10 ? size + " B"
                : size < 1 << 20 ? (size >> 10) + " KiB" : (size >> 20) + " MiB", times);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        try {
            warmUp.run();
            Growth growth;
            int attempts = 0;
            do {
                growth = measurement.measure();
                attempts++;
            } while ((growth.heap > 0 || growth.resident > bound) && attempts < ATTEMPTS && System.nanoTime() - end < 0);
            System.out.printf(Locale.ROOT, "%.1f | %,d | %,d | %s|%n", (double) growth.heap / times, resident() >> 10,
                    growth.resident >> 10, verdict(growth.heap, growth.resident, bound));
        } catch (OutOfMemoryError e) {
            failed = true;
            System.out.printf(Locale.ROOT, "| %,d | | %s |%n", resident() >> 10, e);
        }
    }

    private String verdict(long heap, long grown, long bound) {
        String heapVerdict = heap > 0 ? "above 0 B " : "";
        String verdict = grown > bound ? String.format(Locale.ROOT, "%sabove %,d KiB ", heapVerdict, bound >> 10) : heapVerdict;
        failed |= !verdict.isEmpty();
        return verdict;
    }
}
