package compare.experiments.ending;

import static libc.Signal.SIGPIPE;
import static libc.Signal.signal;
import static libc.sys.Socket.SOCK_STREAM;

import compare.Lab;
import compare.UnixConnected;
import compare.Verdict;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import libc.Signal.sighandler_t;

/** SIGPIPE. */
final class BrokenPipeSignal implements UnixConnected {

    private static final int PATIENCE_S = 5;

    @Override
    public String question() {
        return "Does a write to a closed connection raise SIGPIPE?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("The JDK writes with write(2), without MSG_NOSIGNAL, so the signal comes. A JVM handles it"
                + " by doing nothing; a C program is ended by it, unless it ignores or handles it.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int[] pair = lab.pair(SOCK_STREAM);
        lab.close(pair[0]);
        return raised(lab, () -> Lab.writeByte(pair[1]));
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws Exception {
        connection[0].close();
        return raised(lab, () -> Lab.writeByte(connection[1]));
    }

    private static String raised(Lab lab, Runnable write) throws InterruptedException {
        CountDownLatch signals = new CountDownLatch(1);
        sighandler_t before = signal(SIGPIPE, signum -> signals.countDown());
        lab.watch();
        write.run();
        String raised = signals.await(PATIENCE_S, TimeUnit.SECONDS) ? "yes" : "no";
        signal(SIGPIPE, before);
        return raised;
    }
}
