package compare.experiments.calls;


import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.nio.channels.ServerSocketChannel;

/** ServerSocketChannel.close. */
final class CloseListener implements Experiment {

    @Override
    public String question() {
        return "What does closing a listening socket call?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("Where no thread waits in accept, closing is one call.");
    }

    @Override
    public boolean isOfCalls() {
        return true;
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int listener = lab.listener();
        lab.watch();
        lab.close(listener);
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        ServerSocketChannel server = lab.serverChannel();
        lab.watch();
        server.close();
        return "";
    }
}
