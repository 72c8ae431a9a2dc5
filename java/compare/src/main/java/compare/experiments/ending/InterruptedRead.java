package compare.experiments.ending;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Connected;
import compare.Lab;
import compare.Other;
import compare.Verdict;
import java.nio.channels.SocketChannel;
import libc.sys.Types.timeval;

/** EINTR. */
final class InterruptedRead implements Connected {

    private static final int TIMEOUT_S = 60;

    @Override
    public String question() {
        return "What does a read that waits answer when its thread gets a signal, or is interrupted, and what does the"
                + " next read?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("A signal ends the call with EINTR, and the program may read on. An interrupt closes the"
                + " channel, and what the peer sends later is lost; the JDK wakes the thread as for a close, by dup2"
                + " and a signal of its own. The EINTR of other signals it hides, by reading again. A read of"
                + " jnr-unixsocket's does not notice an interrupt.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int[] connection = lab.connection();
        // The JDK handles signals with SA_RESTART, with which a read goes on that has no timeout.
        check(setsockopt(connection[1], SOL_SOCKET, SO_RCVTIMEO, new timeval(TIMEOUT_S, 0), sizeof(timeval.class)));
        lab.watch();
        Other<String> read = lab.other(() -> Lab.readByte(connection[1])).awaitWaiting();
        read.signal(lab);
        String interrupted = read.outcomeOr(() -> Lab.writeByte(connection[0]));
        Lab.writeByte(connection[0]);
        return interrupted + "\n" + Lab.readByte(connection[1]);
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws Exception {
        lab.watch();
        Other<String> read = lab.other(() -> Lab.readByte(connection[1])).awaitWaiting();
        read.thread().interrupt();
        String interrupted = read.outcomeOr(() -> Lab.writeByte(connection[0]));
        Lab.writeByte(connection[0]);
        return interrupted + "\n" + Lab.readByte(connection[1]);
    }
}
