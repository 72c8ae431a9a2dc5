package compare.experiments.transfers;

import static libc.Errno.check;
import static libc.Unistd.write;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Other;
import compare.Verdict;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** More than the socket's buffers hold, when somebody reads. */
final class BlockingWrite implements Experiment {

    private static final int SIZE = 32 << 20;

    @Override
    public String question() {
        return "Does a blocking write of 32 MiB wait until all is written?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("One call, which returns when all is in the socket's buffers: the kernel waits for room, "
                + "and the JDK leaves that to it.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int[] connection = lab.connection();
        ByteBuffer bytes = ByteBuffer.allocateDirect(SIZE);
        lab.watch();
        return outcome(lab.other(() -> write(connection[0], bytes)), connection[1]);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        int listener = lab.listener();
        SocketChannel channel = lab.client(listener);
        int server = lab.accepted(listener);
        ByteBuffer bytes = ByteBuffer.allocateDirect(SIZE);
        lab.watch();
        return outcome(lab.other(() -> channel.write(bytes)), server);
    }

    private static String outcome(Other<Integer> writer, int server) throws Exception {
        writer.awaitWaiting();
        check(recv(server, ByteBuffer.allocateDirect(SIZE), MSG_WAITALL));
        return writer.outcome();
    }
}
