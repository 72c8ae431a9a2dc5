package compare.experiments.ending;

import static libc.Errno.check;
import static libc.Unistd.read;
import static libc.sys.Socket.*;

import compare.Connected;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A read into no room. */
final class ReadIntoNothing implements Connected {

    @Override
    public String question() {
        return "What does a read into an empty buffer answer with nothing to read, with a byte to read, and at the end?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("An empty buffer sees not even the end of the stream, and a channel makes no call for it. 0"
                + " is also what a non-blocking channel answers when nothing is there, so that a loop spins which"
                + " forgets to clear its buffer. jnr-unixsocket answers -1 each time, as it does at the end.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        String nothing = empty(connection[1]);
        Lab.writeByte(connection[0]);
        String something = empty(connection[1]);
        Lab.readByte(connection[1]);
        check(shutdown(connection[0], SHUT_WR));
        return nothing + "\n" + something + "\n" + empty(connection[1]);
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        lab.watch();
        String nothing = empty(connection[1]);
        Lab.writeByte(connection[0]);
        String something = empty(connection[1]);
        Lab.readByte(connection[1]);
        connection[0].shutdownOutput();
        return nothing + "\n" + something + "\n" + empty(connection[1]);
    }

    private static String empty(int fd) {
        return Lab.outcome(read(fd, new byte[0], 0));
    }

    private static String empty(SocketChannel channel) {
        return Lab.outcome(() -> channel.read(ByteBuffer.allocate(0)));
    }
}
