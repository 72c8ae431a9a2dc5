package compare.experiments.ending;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Connected;
import compare.Lab;
import compare.Other;
import compare.Verdict;
import java.nio.channels.SocketChannel;

/** A shutdown under a read. */
final class ShutdownWhileReading implements Connected {

    @Override
    public String question() {
        return "What does a read that waits answer when another thread shuts down the input?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("Both wake the thread, which sees an end of stream: 0 in C, -1 in Java. In C it is the"
                + " way to stop a thread that reads, since a close does not wake it.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int[] connection = lab.connection();
        lab.watch();
        Other<String> read = lab.other(() -> Lab.readByte(connection[1])).awaitWaiting();
        check(shutdown(connection[1], SHUT_RD));
        return read.get();
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws Exception {
        lab.watch();
        Other<String> read = lab.other(() -> Lab.readByte(connection[1])).awaitWaiting();
        connection[1].shutdownInput();
        return read.get();
    }
}
