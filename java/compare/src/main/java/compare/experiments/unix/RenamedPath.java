package compare.experiments.unix;

import static libc.Errno.check;
import static libc.Strings.str;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import jnr.unixsocket.UnixSocketAddress;
import jnr.unixsocket.UnixSocketChannel;
import libc.sys.Un.sockaddr_un;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/** Names that go their own way. */
final class RenamedPath implements Experiment {

    @Override
    public String question() {
        return "Can a client connect to a path that was renamed, and which name has the server then?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The path is a file like others: whoever finds it can connect. getpeername tells the path "
                + "that the server was bound to; getRemoteAddress tells the one that the channel was given, without asking "
                + "the kernel.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        Unix.listener(lab);
        Path renamed = renamed(lab);
        lab.watch();
        sockaddr_un peer = new sockaddr_un();
        check(getpeername(Unix.connected(lab, renamed), peer, new int[] {sizeof(peer)}));
        return answer(str(peer.sun_path));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        Unix.serverChannel(lab);
        Path renamed = renamed(lab);
        lab.watch();
        return answer(lab.keep(SocketChannel.open(UnixDomainSocketAddress.of(renamed))).getRemoteAddress().toString());
    }

    @Override
    public String netty(Lab lab) throws Exception {
        Unix.listener(lab);
        Path renamed = renamed(lab);
        lab.watch();
        EpollDomainSocketChannel channel = (EpollDomainSocketChannel) Unix.netty(lab, new Inbox())
                .connect(new DomainSocketAddress(renamed.toString())).sync().channel();
        return answer(channel.remoteAddress().path());
    }

    @Override
    public String junixsocket(Lab lab) throws IOException {
        Unix.listener(lab);
        Path renamed = renamed(lab);
        lab.watch();
        return answer(lab.keep(AFUNIXSocketChannel.open(AFUNIXSocketAddress.of(renamed))).getRemoteAddress().getPath());
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws IOException {
        Unix.listener(lab);
        Path renamed = renamed(lab);
        lab.watch();
        return answer(lab.keep(UnixSocketChannel.open(new UnixSocketAddress(renamed.toFile())))
                .getRemoteSocketAddress().path());
    }

    private static Path renamed(Lab lab) throws IOException {
        return Files.move(Unix.path(lab), Unix.path(lab, "renamed"));
    }

    private static String answer(String peer) {
        return "connected, to " + Path.of(peer).getFileName();
    }
}
