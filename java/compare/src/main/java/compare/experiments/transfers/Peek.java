package compare.experiments.transfers;

import static compare.Posix.POSIX;
import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Posix;
import compare.Verdict;
import java.io.IOException;

/** MSG_PEEK. */
final class Peek implements Experiment {

    @Override
    public String question() {
        return "Can bytes be read so that they stay for the next read?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("recv(2) with MSG_PEEK leaves them in the socket, for whoever reads next, even another"
                + " process. What has been read from a channel the program itself has to keep, in the buffer or a"
                + " PushbackInputStream.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        check(send(connection[0], "hello", 5, 0));
        lab.watch();
        byte[] buf = new byte[8];
        int peeked = check(recv(connection[1], buf, 2, MSG_PEEK));
        return peeked + ", then " + Lab.outcome(recv(connection[1], buf, buf.length, 0));
    }

    @Override
    public String channels(Lab lab) {
        return Lab.CANNOT;
    }

    @Override
    public String jnrPosix(Lab lab) throws IOException {
        int[] sv = Posix.pair(lab, SOCK_STREAM);
        Posix.check(POSIX.write(sv[0], new byte[5], 5));
        lab.watch();
        int peeked = Posix.check(POSIX.recvmsg(sv[1], Posix.message(2), MSG_PEEK));
        return peeked + ", then " + Posix.outcome(POSIX.recvmsg(sv[1], Posix.message(8), 0));
    }
}
