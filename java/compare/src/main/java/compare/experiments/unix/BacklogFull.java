package compare.experiments.unix;

import static java.util.stream.Collectors.joining;
import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.unix.DomainSocketAddress;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jnr.unixsocket.UnixSocketAddress;
import jnr.unixsocket.UnixSocketChannel;
import libc.sys.Un.sockaddr_un;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/** EAGAIN of connect(2). */
final class BacklogFull implements Experiment {

    private static final int BACKLOG = 1;

    /** One more than the queue holds, which is one more than its length. */
    private static final int CONNECTS = 3;

    private static final String CONNECTED = "connected";

    @Override
    public String question() {
        return "What does a non-blocking connect answer when the server's queue is full?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("EAGAIN: unlike with TCP, no connection is under way, and the program has to try again. The "
                + "JDK throws a SocketException and closes the channel, so that only a new one can try. junixsocket says "
                + "that it is connected when it is not.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        listening(lab);
        lab.watch();
        sockaddr_un addr = Unix.address(Unix.path(lab));
        return answer(() -> connect(Unix.socket(lab, SOCK_STREAM | SOCK_NONBLOCK), addr, sizeof(addr)) == 0
                ? CONNECTED : Lab.outcome(-1));
    }

    private static void listening(Lab lab) throws IOException {
        check(listen(Unix.bound(lab, SOCK_STREAM, Unix.path(lab)), BACKLOG));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(Unix.path(lab));
        lab.keep(ServerSocketChannel.open(StandardProtocolFamily.UNIX)).bind(address, BACKLOG);
        lab.watch();
        return answer(() -> connecting(lab.keep(SocketChannel.open(StandardProtocolFamily.UNIX)), address));
    }

    @Override
    public String netty(Lab lab) throws Exception {
        listening(lab);
        lab.watch();
        return answer(() -> {
            Unix.netty(lab, new Inbox()).connect(new DomainSocketAddress(Unix.path(lab).toString())).sync();
            return CONNECTED;
        }).replace(lab.directory().toString(), "DIRECTORY");
    }

    @Override
    public String junixsocket(Lab lab) throws IOException {
        listening(lab);
        lab.watch();
        return answer(() -> connecting(lab.keep(AFUNIXSocketChannel.open()), AFUNIXSocketAddress.of(Unix.path(lab))));
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws IOException {
        listening(lab);
        lab.watch();
        return answer(() -> connecting(lab.keep(UnixSocketChannel.create()),
                new UnixSocketAddress(Unix.path(lab).toFile())));
    }

    private static String connecting(SocketChannel channel, SocketAddress address) throws IOException {
        channel.configureBlocking(false);
        return channel.connect(address) ? CONNECTED
                : "pending, and finishConnect answers " + Lab.outcome(channel::finishConnect);
    }

    private static String answer(Callable<String> connect) {
        return Stream.generate(() -> Lab.outcome(connect)).limit(CONNECTS).collect(joining("\n"));
    }
}
