package compare.experiments.calls;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.nio.channels.ServerSocketChannel;

/** ServerSocketChannel.close. */
final class CloseListener implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does it take to close a listening socket?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("Where no thread waits in accept, closing is one call.");
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
