package compare.experiments.transfers;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** SO_RCVTIMEO, and the timeout of a channel's stream. */
final class StreamTimeout implements Experiment {

    private static final int TIMEOUT_MS = 10;

    @Override
    public String question() {
        return "What does a read answer when its timeout is over?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("EAGAIN in C, by SO_RCVTIMEO. Socket.setSoTimeout is not that option: the JDK keeps the"
                + " number to itself, and the stream of the channel's socket makes it non-blocking for the read, and"
                + " waits with poll(2).");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        timeval time = new timeval(0, TIMEOUT_MS * 1000);
        check(setsockopt(connection[1], SOL_SOCKET, SO_RCVTIMEO, time, sizeof(time)));
        return Lab.outcome(recv(connection[1], new byte[1], 1, 0));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel[] connection = lab.channels();
        lab.watch();
        connection[1].socket().setSoTimeout(TIMEOUT_MS);
        return Lab.outcome(() -> connection[1].socket().getInputStream().read());
    }
}
