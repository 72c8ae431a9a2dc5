package compare.experiments.beyond;

import static libc.Strings.strerrorname_np;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** SO_ERROR. */
final class PendingError implements Experiment {

    @Override
    public String question() {
        return "Which error does a connection hold after a reset, before a read or a write finds it?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("SO_ERROR tells it and takes it away. A channel asks for that only as it finishes a"
                + " connect; later its reads and writes alone find out.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.reset(connection[1]);
        lab.watch();
        int first = Descriptors.option(connection[0], SO_ERROR);
        return strerrorname_np(first) + ", then " + Descriptors.option(connection[0], SO_ERROR);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel channel = lab.channels()[0];
        lab.watch();
        return Lab.option(channel, "SO_ERROR");
    }
}
