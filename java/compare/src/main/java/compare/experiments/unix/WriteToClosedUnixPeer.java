package compare.experiments.unix;

import static libc.sys.Socket.MSG_NOSIGNAL;
import static libc.sys.Socket.SOCK_STREAM;
import static libc.sys.Socket.send;

import compare.Connected;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** EPIPE at once. */
final class WriteToClosedUnixPeer implements Connected {

    @Override
    public String question() {
        return "What do the first and the second write answer on a UNIX connection that the peer has closed?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("Both fail: there is no network in between in which the first one could get lost, as with "
                + "TCP. EPIPE is a mere IOException, known by its text alone.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] pair = lab.pair(SOCK_STREAM);
        lab.watch();
        lab.close(pair[1]);
        return Lab.outcome(send(pair[0], "x", 1, MSG_NOSIGNAL)) + "\n" + Lab.outcome(send(pair[0], "x", 1, MSG_NOSIGNAL));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        return connected(lab, lab.unixChannels());
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        lab.watch();
        connection[1].close();
        return Lab.writeByte(connection[0]) + "\n" + Lab.writeByte(connection[0]);
    }
}
