package compare.experiments.ending;

import compare.Experiment;
import compare.Lab;
import compare.NettyEvents;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** ECONNRESET of reads. */
final class ReadAfterReset implements Experiment {

    @Override
    public String question() {
        return "What do three reads answer when a byte has come, and then a reset?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("What came before the reset can still be read. In C the error comes once, and then what"
                + " looks like an orderly end; a channel remembers the reset and throws every time. Its message is the"
                + " JDK's own, \"Connection reset\", and not strerror's, \"Connection reset by peer\", which is what a"
                + " write throws.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        Lab.writeByte(connection[0]);
        lab.reset(connection[0]);
        return Lab.readByte(connection[1]) + "\n" + Lab.readByte(connection[1]) + "\n" + Lab.readByte(connection[1]);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        int listener = lab.listener();
        SocketChannel channel = lab.client(listener);
        int peer = lab.accepted(listener);
        lab.watch();
        Lab.writeByte(peer);
        lab.reset(peer);
        return Lab.readByte(channel) + "\n" + Lab.readByte(channel) + "\n" + Lab.readByte(channel);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        NettyEvents events = new NettyEvents();
        int listener = lab.listener();
        lab.nettyTo(listener, events);
        int peer = lab.accepted(listener);
        lab.watch();
        Lab.writeByte(peer);
        lab.reset(peer);
        return events.until("channelInactive");
    }
}
