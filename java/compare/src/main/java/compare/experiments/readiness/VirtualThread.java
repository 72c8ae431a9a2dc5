package compare.experiments.readiness;

import static libc.Unistd.gettid;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import compare.Waiting;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicInteger;

/** A read in a virtual thread. */
final class VirtualThread implements Experiment {

    private static final int JAVA_WITH_VIRTUAL_THREADS = 21;

    @Override
    public String question() {
        return "What does the thread that carries a virtual thread do while that one waits in a read?";
    }

    @Override
    public Verdict verdict() {
        if (Runtime.version().feature() < JAVA_WITH_VIRTUAL_THREADS) {
            return Verdict.jdkCannot("Before Java 21 there are no virtual threads: a thread that reads occupies one of the"
                    + " kernel's.");
        }
        return Verdict.differs("A system call holds the thread underneath as long as it waits. A channel makes its socket"
                + " non-blocking when a virtual thread first reads from it, and on EAGAIN leaves the waiting to an epoll"
                + " of the JDK's, with EPOLLONESHOT. Java 17 has no virtual threads.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int[] connection = lab.connection();
        lab.watch();
        return carrier(() -> Lab.readByte(connection[1]), () -> Lab.writeByte(connection[0]));
    }

    @Override
    public String channels(Lab lab) throws Exception {
        if (Runtime.version().feature() < JAVA_WITH_VIRTUAL_THREADS) {
            return Lab.CANNOT;
        }
        SocketChannel[] connection = lab.channels();
        lab.watch();
        return carrier(() -> Lab.readByte(connection[1]), () -> Lab.writeByte(connection[0]));
    }

    private static String carrier(Runnable read, Runnable write) throws Exception {
        AtomicInteger tid = new AtomicInteger();
        Thread thread = started(() -> {
            tid.set(gettid());
            read.run();
        });
        while (!Waiting.inKernel(tid.get()) && thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        String carrier = Waiting.inKernel(tid.get()) ? "it waits in the call" : "it is free for others";
        write.run();
        thread.join();
        return carrier;
    }

    /** A virtual thread, or where there are none the thread itself that would carry it. */
    private static Thread started(Runnable task) throws Exception {
        if (Runtime.version().feature() < JAVA_WITH_VIRTUAL_THREADS) {
            Thread thread = new Thread(task, "other");
            thread.setDaemon(true);
            thread.start();
            return thread;
        }
        return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    }
}
