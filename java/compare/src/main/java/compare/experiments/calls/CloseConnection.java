package compare.experiments.calls;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.nio.channels.SocketChannel;

/** SocketChannel.close. */
final class CloseConnection implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does it take to close a connected socket that no thread uses just then?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("A channel in blocking mode whose socket no thread uses just then is closed at once.");
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
