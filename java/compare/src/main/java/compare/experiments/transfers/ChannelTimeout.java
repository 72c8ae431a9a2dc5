package compare.experiments.transfers;

import static libc.Errno.check;
import static libc.Poll.poll;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Other;
import compare.Verdict;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** SO_RCVTIMEO, and a channel's read. */
final class ChannelTimeout implements Experiment {

    private static final int TIMEOUT_MS = 10;

    @Override
    public String question() {
        return "What does a channel's own read answer when the socket's timeout is over?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("SO_RCVTIMEO ends every read. Socket.setSoTimeout is for the stream of the channel's"
                + " socket alone: SocketChannel.read waits as if there were none, until a byte comes. To limit its wait"
                + " takes a Selector.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int[] connection = lab.connection();
        timeval time = new timeval(0, TIMEOUT_MS * 1000);
        lab.watch();
        check(setsockopt(connection[1], SOL_SOCKET, SO_RCVTIMEO, time, sizeof(time)));
        Other<String> reader = lab.other(() -> Lab.outcome(recv(connection[1], new byte[1], 1, 0)));
        return reader.get();
    }

    @Override
    public String channels(Lab lab) throws Exception {
        SocketChannel[] connection = lab.channels();
        lab.watch();
        connection[1].socket().setSoTimeout(TIMEOUT_MS);
        Other<Integer> reader = lab.other(() -> connection[1].read(ByteBuffer.allocate(1))).awaitWaiting();
        poll(null, 0, 10 * TIMEOUT_MS);
        connection[0].write(ByteBuffer.allocate(1));
        return reader.outcome();
    }
}
