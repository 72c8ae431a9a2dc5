package compare.experiments.transfers;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Other;
import compare.Verdict;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** MSG_WAITALL. */
final class WaitForAll implements Experiment {

    @Override
    public String question() {
        return "Can one blocking read of four bytes wait for two and two?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("recv(2) with MSG_WAITALL can. A channel answers what there is, so that reads go in a "
                + "loop, as in InputStream.readNBytes of the channel's socket.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int[] connection = lab.connection();
        check(send(connection[0], "ab", 2, 0));
        lab.watch();
        Other<Integer> reader = lab.other(() -> check(recv(connection[1], new byte[4], 4, MSG_WAITALL))).awaitWaiting();
        check(send(connection[0], "cd", 2, 0));
        return reader.outcome();
    }

    @Override
    public String channels(Lab lab) throws Exception {
        SocketChannel[] connection = lab.channels();
        connection[0].write(ByteBuffer.allocate(2));
        lab.watch();
        Other<Integer> reader = lab.other(() -> connection[1].read(ByteBuffer.allocate(4)));
        String outcome = reader.outcome();
        connection[0].write(ByteBuffer.allocate(2));
        return outcome;
    }
}
