package compare.experiments.ending;

import static libc.sys.Socket.SOCK_STREAM;

import compare.Connected;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** EPIPE. */
final class BrokenPipe implements Connected {

    @Override
    public String question() {
        return "What does a write answer on a UNIX connection that the peer has closed?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("EPIPE becomes an IOException with strerror's text for a message, \"Broken pipe\". There is"
                + " no errno in it: who has to tell this end from others compares texts, and each library throws"
                + " something else.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] pair = lab.pair(SOCK_STREAM);
        lab.watch();
        lab.close(pair[0]);
        return Lab.writeByte(pair[1]);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        return connected(lab, lab.unixChannels());
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        lab.watch();
        connection[0].close();
        return Lab.writeByte(connection[1]);
    }
}
