package compare.experiments.ending;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Connected;
import compare.Lab;
import compare.NettyEvents;
import compare.Verdict;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** Half-close: the one direction goes on. */
final class AnswerAfterEnd implements Connected {

    @Override
    public String question() {
        return "What does one side read that has shut down its output, when the other side answers only then?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("After shutdown(SHUT_WR), or shutdownOutput, the other direction goes on. Netty closes a"
                + " connection by itself when the peer's stream ends, so that an answer is lost, unless"
                + " ALLOW_HALF_CLOSURE is set.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        check(shutdown(connection[0], SHUT_WR));
        Lab.readByte(connection[1]);
        Lab.writeByte(connection[1]);
        return Lab.readByte(connection[0]);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        return netty(lab, false) + "\nwith ALLOW_HALF_CLOSURE " + netty(lab, true);
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        lab.watch();
        connection[0].shutdownOutput();
        Lab.readByte(connection[1]);
        Lab.writeByte(connection[1]);
        return Lab.readByte(connection[0]);
    }

    private static String netty(Lab lab, boolean half) throws Exception {
        NettyEvents events = new NettyEvents();
        int listener = lab.listener();
        EpollSocketChannel channel = lab.nettyTo(listener, events);
        channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, half);
        int peer = lab.accepted(listener);
        check(shutdown(peer, SHUT_WR));
        events.next();
        Lab.writeByte(channel);
        return Lab.readByte(peer);
    }
}
