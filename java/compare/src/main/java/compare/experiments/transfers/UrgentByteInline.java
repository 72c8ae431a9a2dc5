package compare.experiments.transfers;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** SO_OOBINLINE. */
final class UrgentByteInline implements Experiment {

    @Override
    public String question() {
        return "With SO_OOBINLINE, what do two reads see of \"ab\", an urgent c, and \"d\"?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("The urgent byte stays in its place, and a read still stops before it. Where the mark is "
                + "only C can ask, by sockatmark(3): in Java a read that stops there is like any short one. The option "
                + "is Socket.setOOBInline.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        check(setsockopt(connection[1], SOL_SOCKET, SO_OOBINLINE, 1));
        return Urgent.reads(connection);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel[] connection = lab.channels();
        lab.watch();
        connection[1].socket().setOOBInline(true);
        return Urgent.reads(connection);
    }
}
