package compare.experiments.ending;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** SHUT_RD on TCP. */
final class ShutdownInput implements Experiment {

    @Override
    public String question() {
        return "After the input was shut down, what do three reads answer, if a byte was there before and another one"
                + " comes after the first read?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("TCP goes on taking data: read hands out what was there and what comes later, and"
                + " answers 0 only when there is nothing. A channel answers -1 from then on without a call, and the"
                + " data is lost to it.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        Lab.writeByte(connection[0]);
        check(shutdown(connection[1], SHUT_RD));
        String there = Lab.readByte(connection[1]);
        Lab.writeByte(connection[0]);
        return there + "\n" + Lab.readByte(connection[1]) + "\n" + Lab.readByte(connection[1]);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel[] connection = lab.channels();
        lab.watch();
        Lab.writeByte(connection[0]);
        connection[1].shutdownInput();
        String there = Lab.readByte(connection[1]);
        Lab.writeByte(connection[0]);
        return there + "\n" + Lab.readByte(connection[1]) + "\n" + Lab.readByte(connection[1]);
    }
}
