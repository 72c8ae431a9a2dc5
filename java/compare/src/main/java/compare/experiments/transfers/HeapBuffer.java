package compare.experiments.transfers;

import static libc.Errno.check;
import static libc.Unistd.write;
import static libc.sys.Socket.*;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Memory that the garbage collector may move. */
final class HeapBuffer implements OfCalls {

    private static final int SIZE = 100_000;
    private static final int ROOM = 2 * SIZE;

    @Override
    public String question() {
        return "Is a large write cut in pieces when it is from the heap, or from a direct buffer?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("It is one write(2) either way. What the calls do not show is that the JDK copies a heap"
                + " buffer whole into a direct one, which the thread then keeps, however large, and which Java 25 does"
                + " not count among direct buffers. -Djdk.nio.maxCachedBufferSize limits what is kept.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        check(setsockopt(connection[0], SOL_SOCKET, SO_SNDBUF, ROOM));
        lab.watch();
        int heap = check(write(connection[0], ByteBuffer.allocate(SIZE)));
        return heap + " " + check(write(connection[0], ByteBuffer.allocateDirect(SIZE)));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel[] connection = lab.channels();
        connection[0].setOption(StandardSocketOptions.SO_SNDBUF, ROOM);
        lab.watch();
        int heap = connection[0].write(ByteBuffer.allocate(SIZE));
        return heap + " " + connection[0].write(ByteBuffer.allocateDirect(SIZE));
    }
}
