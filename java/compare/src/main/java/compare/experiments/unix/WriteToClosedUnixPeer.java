package compare.experiments.unix;

import static libc.sys.Socket.SOCK_STREAM;

import compare.Lab;
import compare.UnixConnected;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** EPIPE at once. */
final class WriteToClosedUnixPeer implements UnixConnected {

    @Override
    public String question() {
        return "What do the first and the second write answer on a UNIX connection that the peer has closed?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("Both fail: unlike with TCP, there is no network in which the first could get lost. EPIPE "
                + "is a mere IOException whose message is strerror's text: who has to tell it from others compares texts, "
                + "and each library throws something else. junixsocket closes the channel at the first.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] pair = lab.pair(SOCK_STREAM);
        lab.watch();
        lab.close(pair[1]);
        return Lab.writeByte(pair[0]) + "\n" + Lab.writeByte(pair[0]);
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        lab.watch();
        connection[1].close();
        return Lab.writeByte(connection[0]) + "\n" + Lab.writeByte(connection[0]);
    }
}
