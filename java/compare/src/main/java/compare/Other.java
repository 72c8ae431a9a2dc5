package compare;

import static libc.Errno.check;
import static libc.Fcntl.*;
import static libc.Signal.SIGURG;
import static libc.Unistd.gettid;
import static libc.Unistd.write;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import libc.Signal;

/** A call in a thread of its own, which occupies it. */
public final class Other<T> {

    private final FutureTask<T> task;
    private final Thread thread;
    private volatile int tid;

    Other(Callable<T> call) {
        task = new FutureTask<>(() -> {
            tid = gettid();
            return call.call();
        });
        thread = new Thread(task, "other");
        thread.setDaemon(true);
        thread.start();
    }

    /** The thread. */
    public Thread thread() {
        return thread;
    }

    /** Returns when it waits in a system call, and not for a lock of the JVM's. */
    public Other<T> awaitWaiting() throws Exception {
        if (!waits()) {
            throw new IllegalStateException("it does not wait; " + outcome());
        }
        return this;
    }

    /** Whether it has come to wait in a system call, or else to its end. */
    public boolean waits() throws Exception {
        long start = System.nanoTime();
        while (!task.isDone()) {
            if (Waiting.inKernel(tid)) {
                return true;
            }
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(Leg.PATIENCE_S)) {
                throw new IllegalStateException("it neither waits nor ends; " + thread.getState());
            }
            Thread.sleep(1);
        }
        return false;
    }

    /**
     * Sends a signal to its thread and no other, SIGURG, which is handled by doing nothing: it goes to the owner of a
     * pipe's end. It stays handled, since what is ignored before it arrives interrupts nothing.
     */
    public void signal(Lab lab) throws IOException {
        Signal.signal(SIGURG, signum -> { });
        int[] pipe = lab.pipe();
        check(fcntl(pipe[0], F_SETOWN_EX, new f_owner_ex(F_OWNER_TID, tid)));
        check(fcntl(pipe[0], F_SETSIG, SIGURG));
        check(fcntl(pipe[0], F_SETFL, O_ASYNC));
        check(write(pipe[1], new byte[1], 1));
    }

    /** What came of it; of one that waits that it does, and what comes of it once something else was done. */
    public String outcomeOr(Callable<?> release) throws Exception {
        if (!waits()) {
            return outcome();
        }
        release.call();
        return "it waits on, and then answers " + outcome();
    }

    /** What came of it, as {@link Lab#outcome} says it. */
    public String outcome() {
        return Lab.outcome(this::get);
    }

    /** What it answered; throws what it threw. */
    public T get() throws Exception {
        try {
            return task.get(Leg.PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception thrown ? thrown : e;
        }
    }
}
