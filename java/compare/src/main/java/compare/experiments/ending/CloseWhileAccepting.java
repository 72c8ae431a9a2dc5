package compare.experiments.ending;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Other;
import compare.Verdict;
import java.io.Closeable;
import java.net.SocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jnr.unixsocket.UnixServerSocketChannel;
import jnr.unixsocket.UnixSocketAddress;
import jnr.unixsocket.UnixSocketChannel;
import org.newsclub.net.unix.AFUNIXServerSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/** A close under an accept. */
final class CloseWhileAccepting implements Experiment {

    @Override
    public String question() {
        return "What becomes of an accept that waits, when another thread closes its socket?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("In C the call holds the open socket, which goes on listening after the close until the"
                + " next connection comes, and accept still takes that. The JDK puts another socket in the closed one's"
                + " place by dup2, and wakes the thread by a signal.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int listener = lab.listener();
        int port = Lab.port(listener);
        return ending(lab, () -> lab.accepted(listener), () -> lab.close(listener), () -> lab.connectedTo(port));
    }

    @Override
    public String channels(Lab lab) throws Exception {
        ServerSocketChannel server = lab.serverChannel();
        SocketAddress address = server.getLocalAddress();
        return ending(lab, () -> lab.keep(server.accept()), server, () -> lab.keep(SocketChannel.open(address)));
    }

    @Override
    public String junixsocket(Lab lab) throws Exception {
        AFUNIXSocketAddress address = AFUNIXSocketAddress.of(path(lab));
        AFUNIXServerSocketChannel server = lab.keep(AFUNIXServerSocketChannel.open());
        server.bind(address);
        return ending(lab, () -> lab.keep(server.accept()), server, () -> lab.keep(AFUNIXSocketChannel.open(address)));
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws Exception {
        UnixSocketAddress address = new UnixSocketAddress(path(lab).toFile());
        UnixServerSocketChannel server = lab.keep(UnixServerSocketChannel.open());
        server.socket().bind(address);
        return ending(lab, () -> lab.keep(server.accept()), server, () -> lab.keep(UnixSocketChannel.open(address)));
    }

    private static Path path(Lab lab) throws Exception {
        return lab.directory().resolve("socket");
    }

    private static String ending(Lab lab, Callable<?> accept, Closeable close, Callable<?> connect) throws Exception {
        lab.watch();
        Other<String> other = lab.other(() -> {
            accept.call();
            return "a connection";
        }).awaitWaiting();
        close.close();
        return other.outcomeOr(connect);
    }
}
