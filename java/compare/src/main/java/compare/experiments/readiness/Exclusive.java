package compare.experiments.readiness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.check;
import static libc.sys.Epoll.*;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Other;
import compare.Verdict;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import libc.sys.Un.sockaddr_un;

/** EPOLLEXCLUSIVE, against the thundering herd. */
final class Exclusive implements Experiment {

    @Override
    public String question() {
        return "When two threads wait for connections to one listener, each with its own epoll or Selector, how many"
                + " does a connection wake?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("EPOLLEXCLUSIVE wakes one, where its man page promises no more than that not all need be"
                + " woken. The JDK does not have it, and each Selector wakes, all but one for nothing: in Java one"
                + " thread accepts for all, or each has a listener of its own, with SO_REUSEPORT.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        Path path = lab.directory().resolve("socket");
        sockaddr_un addr = new sockaddr_un(AF_UNIX, path.toString().getBytes(UTF_8));
        int listener = lab.keep(socket(AF_UNIX, SOCK_STREAM, 0));
        check(bind(listener, addr, sizeof(addr)));
        check(listen(listener, 2));
        int events = EPOLLIN | EPOLLEXCLUSIVE;
        int first = lab.epoll(listener, events);
        int second = lab.epoll(listener, events);
        lab.watch();
        return woken(lab, () -> Waits.ready(first, -1), () -> Waits.ready(second, -1), path);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        Path path = lab.directory().resolve("socket");
        ServerSocketChannel server = lab.keep(ServerSocketChannel.open(StandardProtocolFamily.UNIX));
        server.bind(UnixDomainSocketAddress.of(path));
        Selector first = lab.selector(server, SelectionKey.OP_ACCEPT);
        Selector second = lab.selector(server, SelectionKey.OP_ACCEPT);
        lab.watch();
        return woken(lab, first::select, second::select, path);
    }

    private static String woken(Lab lab, Callable<?> wait, Callable<?> another, Path path) throws Exception {
        Other<?> first = lab.other(wait).awaitWaiting();
        Other<?> second = lab.other(another).awaitWaiting();
        lab.keep(SocketChannel.open(UnixDomainSocketAddress.of(path)));
        int woken = (first.waits() ? 0 : 1) + (second.waits() ? 0 : 1);
        lab.keep(SocketChannel.open(UnixDomainSocketAddress.of(path)));
        first.get();
        second.get();
        return Integer.toString(woken);
    }
}
