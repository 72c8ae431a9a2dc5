package compare.experiments.readiness;

import static libc.Errno.check;
import static libc.sys.Epoll.*;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import libc.Names;

/** EPOLLRDHUP, EPOLLHUP, EPOLLERR. */
final class HangUp implements Experiment {

    @Override
    public String question() {
        return "How does a wait report the end of the peer's stream, the end of both streams, and a reset?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("A key has one word for all of them, OP_READ, and only a read tells which it was. The JDK"
                + " does not ask for EPOLLRDHUP, by which a program in C learns of the end without reading what comes"
                + " before it.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] half = lab.connection();
        int[] both = lab.connection();
        int[] reset = lab.connection();
        lab.watch();
        check(shutdown(half[0], SHUT_WR));
        check(shutdown(both[1], SHUT_WR));
        lab.close(both[0]);
        lab.reset(reset[0]);
        return events(lab, half[1]) + "\n" + events(lab, both[1]) + "\n" + events(lab, reset[1]);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        int listener = lab.listener();
        SocketChannel[] channels = new SocketChannel[3];
        int[] peers = new int[3];
        for (int i = 0; i < peers.length; i++) {
            channels[i] = lab.client(listener);
            peers[i] = lab.accepted(listener);
        }
        lab.watch();
        check(shutdown(peers[0], SHUT_WR));
        channels[1].shutdownOutput();
        lab.close(peers[1]);
        lab.reset(peers[2]);
        return operations(lab, channels[0]) + "\n" + operations(lab, channels[1]) + "\n" + operations(lab, channels[2]);
    }

    private static String events(Lab lab, int fd) throws IOException {
        epoll_event[] events = epoll_event.array(1);
        check(epoll_wait(lab.epoll(fd, EPOLLIN | EPOLLRDHUP), events, 1, -1));
        return Names.of("EPOLL", events[0].events);
    }

    private static String operations(Lab lab, SocketChannel channel) throws IOException {
        Selector selector = lab.selector(channel, SelectionKey.OP_READ);
        selector.select();
        return channel.keyFor(selector).isReadable() ? "OP_READ" : "none";
    }
}
