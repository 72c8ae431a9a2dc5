package compare.experiments.ending;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Lab;
import compare.UnixConnected;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** SHUT_RD on UNIX connections. */
final class PeerOfShutdownInput implements UnixConnected {

    @Override
    public String question() {
        return "What does a write answer on a UNIX connection whose other end has shut down its input, and what a read"
                + " there?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The answers differ only in how Java tells 0 and EPIPE. A UNIX socket tells its peer of"
                + " the shutdown, and the peer's writes fail at once; TCP has no word for it, and its peer may write"
                + " on.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] pair = lab.pair(SOCK_STREAM);
        lab.watch();
        check(shutdown(pair[0], SHUT_RD));
        return Lab.writeByte(pair[1]) + "\n" + Lab.readByte(pair[0]);
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        lab.watch();
        connection[0].shutdownInput();
        return Lab.writeByte(connection[1]) + "\n" + Lab.readByte(connection[0]);
    }
}
