package compare.experiments.ending;

import static libc.sys.Socket.SOCK_STREAM;

import compare.Lab;
import compare.UnixConnected;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** A close that throws away what came, on UNIX connections. */
final class UnreadAtCloseOfUnix implements UnixConnected {

    @Override
    public String question() {
        return "What do two reads answer on a UNIX connection whose other end was closed with a byte unread?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("A UNIX socket, too, tells its peer that data was thrown away, by ECONNRESET: in C once,"
                + " and then an end of stream, while a channel of the JDK remembers it and throws every time.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] pair = lab.pair(SOCK_STREAM);
        lab.watch();
        Lab.writeByte(pair[1]);
        lab.close(pair[0]);
        return Lab.readByte(pair[1]) + "\n" + Lab.readByte(pair[1]);
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        lab.watch();
        Lab.writeByte(connection[1]);
        connection[0].close();
        return Lab.readByte(connection[1]) + "\n" + Lab.readByte(connection[1]);
    }
}
