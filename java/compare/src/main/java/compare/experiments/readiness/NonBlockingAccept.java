package compare.experiments.readiness;

import static libc.Errno.check;
import static libc.Fcntl.*;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;

/** An accept that would have to wait. */
final class NonBlockingAccept implements Experiment {

    @Override
    public String question() {
        return "What does an accept on a non-blocking listener answer when nobody has connected?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("EAGAIN in C is null in Java, and no exception.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int listener = lab.listener();
        check(fcntl(listener, F_SETFL, O_NONBLOCK));
        lab.watch();
        return Lab.outcome(accept(listener, null, null));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        ServerSocketChannel server = lab.serverChannel();
        server.configureBlocking(false);
        lab.watch();
        return Lab.outcome(server::accept);
    }
}
