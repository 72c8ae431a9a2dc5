package compare.experiments.transfers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;

/** recv(2) with MSG_OOB. */
final class UrgentByteItself implements Experiment {

    @Override
    public String question() {
        return "Can the urgent byte be read before what was sent ahead of it?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("recv(2) with MSG_OOB does that, which is what urgent data is for. No read of the JDK"
                + " takes flags; with SO_OOBINLINE the byte comes in its turn.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        check(send(connection[0], "ab", 2, 0));
        check(send(connection[0], "c", 1, MSG_OOB));
        lab.watch();
        byte[] buf = new byte[8];
        return new String(buf, 0, check(recv(connection[1], buf, buf.length, MSG_OOB)), US_ASCII);
    }

    @Override
    public String channels(Lab lab) {
        return Lab.CANNOT;
    }
}
