package compare.experiments.transfers;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** MSG_WAITALL. */
final class WaitForAll implements Experiment {

    @Override
    public String question() {
        return "What does one blocking read of four bytes answer, when two are there and two come later?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("With MSG_WAITALL recv(2) waits for all of them. A channel answers what is there, so"
                + " that reads go in a loop, as in InputStream.readNBytes of the channel's socket.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int[] connection = lab.connection();
        check(send(connection[0], "ab", 2, 0));
        lab.watch();
        return lab.other(() -> check(recv(connection[1], new byte[4], 4, MSG_WAITALL)))
                .outcomeOr(() -> check(send(connection[0], "cd", 2, 0)));
    }

    @Override
    public String channels(Lab lab) throws Exception {
        SocketChannel[] connection = lab.channels();
        connection[0].write(ByteBuffer.allocate(2));
        lab.watch();
        return lab.other(() -> connection[1].read(ByteBuffer.allocate(4)))
                .outcomeOr(() -> connection[0].write(ByteBuffer.allocate(2)));
    }
}
