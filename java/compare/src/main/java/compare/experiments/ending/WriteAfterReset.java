package compare.experiments.ending;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** ECONNRESET of writes. */
final class WriteAfterReset implements Experiment {

    @Override
    public String question() {
        return "What do two writes, and then a read, answer after a reset?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The errors are the kernel's, with strerror's texts: ECONNRESET once, and EPIPE from"
                + " then on. Unlike a read that failed, a write that failed is not remembered by the channel, so that"
                + " the read after it answers what an orderly end does, in Java as in C.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        lab.reset(connection[0]);
        return Lab.writeByte(connection[1]) + "\n" + Lab.writeByte(connection[1]) + "\n" + Lab.readByte(connection[1]);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        int listener = lab.listener();
        SocketChannel channel = lab.client(listener);
        int peer = lab.accepted(listener);
        lab.watch();
        lab.reset(peer);
        return Lab.writeByte(channel) + "\n" + Lab.writeByte(channel) + "\n" + Lab.readByte(channel);
    }
}
