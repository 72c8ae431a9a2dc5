package compare.experiments.transfers;

import static libc.Unistd.write;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** write(2) of no bytes. */
final class EmptyWrite implements Experiment {

    @Override
    public String question() {
        return "What does a write of no bytes answer after a reset, and what the next read?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("In C a write of no bytes tells the error, and uses it up: the read sees an orderly end."
                + " A channel answers 0 for an empty buffer without a call, whatever has become of the connection, and"
                + " the read finds the reset.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.reset(connection[1]);
        lab.watch();
        return Lab.outcome(write(connection[0], new byte[0], 0)) + "\n" + Lab.readByte(connection[0]);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel[] connection = lab.channels();
        connection[1].setOption(StandardSocketOptions.SO_LINGER, 0).close();
        lab.watch();
        return Lab.outcome(() -> connection[0].write(ByteBuffer.allocate(0))) + "\n" + Lab.readByte(connection[0]);
    }
}
