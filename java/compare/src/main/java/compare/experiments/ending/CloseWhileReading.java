package compare.experiments.ending;

import compare.Connected;
import compare.Lab;
import compare.Other;
import compare.Verdict;
import java.nio.channels.SocketChannel;

/** A close under a read. */
final class CloseWhileReading implements Connected {

    @Override
    public String question() {
        return "What becomes of a read that waits, when another thread closes its socket?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("In C the call holds the open socket, and goes on after the close; nobody is told. The"
                + " JDK puts another socket in the closed one's place by dup2, wakes the thread by a signal, and lets"
                + " the thread close the descriptor on its way out.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int[] connection = lab.connection();
        lab.watch();
        Other<String> read = lab.other(() -> Lab.readByte(connection[1])).awaitWaiting();
        lab.close(connection[1]);
        return read.outcomeOr(() -> Lab.writeByte(connection[0]));
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws Exception {
        lab.watch();
        Other<String> read = lab.other(() -> Lab.readByte(connection[1])).awaitWaiting();
        connection[1].close();
        return read.outcomeOr(() -> Lab.writeByte(connection[0]));
    }
}
