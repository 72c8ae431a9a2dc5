package compare.experiments.transfers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.check;
import static libc.sys.Uio.*;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import libc.sys.Types.iovec;

/** A piece of no bytes. */
final class GatheredEmpty implements OfCalls {

    @Override
    public String question() {
        return "What does the kernel see of an empty buffer among those that are written?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The JDK leaves out empty buffers, so that they do not count for IOV_MAX, and makes no "
                + "call if all are empty. The kernel takes them, and sends nothing for them.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        iovec[] some = {new iovec("one", 3), new iovec("", 0), new iovec("two", 3)};
        int written = check(writev(connection[0], some, some.length));
        iovec[] none = {new iovec("", 0), new iovec("", 0)};
        return written + " " + Lab.outcome(writev(connection[0], none, none.length));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel[] connection = lab.channels();
        lab.watch();
        ByteBuffer empty = ByteBuffer.allocate(0);
        long written = connection[0].write(new ByteBuffer[] {US_ASCII.encode("one"), empty, US_ASCII.encode("two")});
        return written + " " + connection[0].write(new ByteBuffer[] {empty, empty});
    }
}
