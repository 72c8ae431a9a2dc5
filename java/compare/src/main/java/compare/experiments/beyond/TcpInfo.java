package compare.experiments.beyond;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import libc.Names;

/** TCP_INFO. */
final class TcpInfo implements Experiment {

    @Override
    public String question() {
        return "Which state is a connection in, when the other end has been closed?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("TCP_INFO tells the state, and the round trip time, congestion window,"
                + " retransmissions, bytes and segments. A SocketChannel knows no more than that it was connected once."
                + " Netty has most of it.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.close(connection[1]);
        lab.watch();
        return state(Descriptors.tcpInfo(connection[0]).tcpi_state);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel channel = lab.channels()[0];
        lab.watch();
        return Lab.option(channel, "TCP_INFO");
    }

    @Override
    public String netty(Lab lab) throws IOException {
        int listener = lab.listener();
        EpollSocketChannel channel = lab.nettyClient(listener);
        channel.config().setAllowHalfClosure(true); // else it closes itself
        int server = lab.accepted(listener);
        lab.close(server);
        lab.watch();
        return state(channel.tcpInfo().state());
    }

    private static String state(int state) {
        return Names.of("TCP_ESTABLISHED", state);
    }
}
