package compare.experiments.connecting;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.nio.channels.ServerSocketChannel;

/** EINVAL of accept. */
final class AcceptTooEarly implements Experiment {

    @Override
    public String question() {
        return "What does accepting answer before the socket listens?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The channel knows its state, and throws without asking the kernel. No channel is bound and "
                + "does not listen, since ServerSocketChannel.bind does both.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        lab.watch();
        return Lab.outcome(accept(fd, null, null));
    }

    @Override
    public String channels(Lab lab) throws Exception {
        ServerSocketChannel server = lab.keep(ServerSocketChannel.open());
        lab.watch();
        return Lab.outcome(server::accept);
    }
}
