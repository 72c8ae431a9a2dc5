package compare.experiments.transfers;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** MSG_OOB. */
final class UrgentByte implements Experiment {

    @Override
    public String question() {
        return "What do two reads see of \"ab\", an urgent c, and \"d\"?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("The kernel takes the urgent byte out, and a read stops where it was. Socket.sendUrgentData "
                + "sends one, but no channel can receive it: there is no MSG_OOB for a read.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        return Urgent.reads(connection);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel[] connection = lab.channels();
        lab.watch();
        return Urgent.reads(connection);
    }
}
