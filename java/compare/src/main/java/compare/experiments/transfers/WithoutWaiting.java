package compare.experiments.transfers;

import static compare.Posix.POSIX;
import static libc.sys.Socket.*;

import compare.Lab;
import compare.OfCalls;
import compare.Posix;
import compare.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** MSG_DONTWAIT. */
final class WithoutWaiting implements OfCalls {

    @Override
    public String question() {
        return "Which calls does it take to read once without waiting, from a blocking socket?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("In C it is a flag of recv(2), for that one call. The JDK has to make the whole channel"
                + " non-blocking and blocking again, by fcntl(2), which is felt by all who share the socket.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        return Lab.outcome(recv(connection[1], new byte[8], 8, MSG_DONTWAIT));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel[] connection = lab.channels();
        lab.watch();
        connection[1].configureBlocking(false);
        String outcome = Lab.outcome(() -> connection[1].read(ByteBuffer.allocate(8)));
        connection[1].configureBlocking(true);
        return outcome;
    }

    @Override
    public String jnrPosix(Lab lab) throws IOException {
        int[] sv = Posix.pair(lab, SOCK_STREAM);
        lab.watch();
        return Posix.outcome(POSIX.recvmsg(sv[1], Posix.message(8), MSG_DONTWAIT));
    }
}
