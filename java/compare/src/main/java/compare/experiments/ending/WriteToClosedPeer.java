package compare.experiments.ending;

import compare.Experiment;
import compare.Lab;
import compare.NettyEvents;
import compare.Verdict;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** Writes that nobody will read. */
final class WriteToClosedPeer implements Experiment {

    @Override
    public String question() {
        return "What do the first and the second write answer on a TCP connection that the peer has closed?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The first write succeeds, since the peer's FIN says no more than that it will not send;"
                + " the RST that answers it makes the next one fail. So a lost message shows only at the second. Netty"
                + " has closed by itself at the end of the stream, and both fail.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        lab.close(connection[0]);
        return Lab.writeByte(connection[1]) + "\n" + Lab.writeByte(connection[1]);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel[] connection = lab.channels();
        lab.watch();
        connection[0].close();
        return Lab.writeByte(connection[1]) + "\n" + Lab.writeByte(connection[1]);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        NettyEvents events = new NettyEvents();
        int listener = lab.listener();
        EpollSocketChannel channel = lab.nettyTo(listener, events);
        int peer = lab.accepted(listener);
        lab.watch();
        lab.close(peer);
        return events.next() + "\n" + Lab.writeByte(channel) + "\n" + Lab.writeByte(channel);
    }
}
