package compare.experiments.ending;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Connected;
import compare.Lab;
import compare.NettyEvents;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** EOF. */
final class EndOfStream implements Connected {

    @Override
    public String question() {
        return "What does a read answer at the end of a stream, and what the next one?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("0 in C is -1 in Java, where 0 says that nothing is there just now. A loop of while (n >"
                + " 0) means the same in both; one that ends only at 0 never ends on a channel.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        check(shutdown(connection[0], SHUT_WR));
        return Lab.readByte(connection[1]) + "\n" + Lab.readByte(connection[1]);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        NettyEvents events = new NettyEvents();
        int listener = lab.listener();
        lab.nettyTo(listener, events);
        int peer = lab.accepted(listener);
        lab.watch();
        check(shutdown(peer, SHUT_WR));
        return events.next();
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        lab.watch();
        connection[0].shutdownOutput();
        return Lab.readByte(connection[1]) + "\n" + Lab.readByte(connection[1]);
    }
}
