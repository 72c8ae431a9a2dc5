package compare.experiments.ending;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** A close that throws away what came. */
final class UnreadAtClose implements Experiment {

    @Override
    public String question() {
        return "On TCP, what do two reads of the peer answer after a close that left a byte unread?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("The kernel sends RST instead of FIN if data is thrown away, and a channel's close is"
                + " close(2) and no more. A server that closes before it has read the whole of a request may give its"
                + " client this error instead of its answer.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        Lab.writeByte(connection[1]);
        lab.close(connection[0]);
        return Lab.readByte(connection[1]) + "\n" + Lab.readByte(connection[1]);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        int listener = lab.listener();
        SocketChannel channel = lab.client(listener);
        int peer = lab.accepted(listener);
        lab.watch();
        Lab.writeByte(peer);
        channel.close();
        return Lab.readByte(peer) + "\n" + Lab.readByte(peer);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        int listener = lab.listener();
        EpollSocketChannel channel = lab.nettyClient(listener);
        int peer = lab.accepted(listener);
        lab.watch();
        Lab.writeByte(peer);
        channel.close().sync();
        return Lab.readByte(peer) + "\n" + Lab.readByte(peer);
    }
}
