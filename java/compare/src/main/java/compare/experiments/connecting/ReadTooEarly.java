package compare.experiments.connecting;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** ENOTCONN. */
final class ReadTooEarly implements Experiment {

    @Override
    public String question() {
        return "What does reading answer before the socket is connected?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The channel knows its state, and throws without asking the kernel. The exception is an "
                + "unchecked one, which a catch of IOException misses.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        lab.watch();
        return Lab.outcome(recv(fd, new byte[1], 1, 0));
    }

    @Override
    public String channels(Lab lab) throws Exception {
        SocketChannel channel = lab.keep(SocketChannel.open());
        lab.watch();
        return Lab.outcome(() -> channel.read(ByteBuffer.allocate(1)));
    }
}
