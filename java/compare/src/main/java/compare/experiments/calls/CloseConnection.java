package compare.experiments.calls;


import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.nio.channels.SocketChannel;

/** SocketChannel.close. */
final class CloseConnection implements Experiment {

    @Override
    public String question() {
        return "What does closing a connected socket call that nobody uses just then?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("A channel in blocking mode whose socket no thread uses just then is closed at once.");
    }

    @Override
    public boolean isOfCalls() {
        return true;
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int[] connection = lab.connection();
        lab.watch();
        lab.close(connection[0]);
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        SocketChannel[] connection = lab.channels();
        lab.watch();
        connection[0].close();
        return "";
    }
}
