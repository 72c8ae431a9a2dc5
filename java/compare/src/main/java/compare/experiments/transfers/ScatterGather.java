package compare.experiments.transfers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.check;
import static libc.sys.Uio.*;

import compare.Connected;
import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import libc.sys.Types.iovec;

/** writev(2) and readv(2). */
final class ScatterGather implements OfCalls, Connected {

    @Override
    public String question() {
        return "What do a write from three buffers and a read into two of them call?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("One writev(2) and one readv(2): arrays of buffers are what iovec arrays are. "
                + "jnr-unixsocket makes a call for each buffer, and junixsocket takes the first one only.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        iovec[] three = {new iovec("one", 3), new iovec("two", 3), new iovec("three", 5)};
        int written = check(writev(connection[0], three, three.length));
        iovec[] two = {new iovec(new byte[4], 4), new iovec(new byte[8], 8)};
        return written + " " + Lab.outcome(readv(connection[1], two, two.length));
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        lab.watch();
        ByteBuffer[] three = {US_ASCII.encode("one"), US_ASCII.encode("two"), US_ASCII.encode("three")};
        long written = connection[0].write(three);
        return written + " " + connection[1].read(new ByteBuffer[] {ByteBuffer.allocate(4), ByteBuffer.allocate(8)});
    }
}
