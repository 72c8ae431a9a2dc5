package compare.experiments.unix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.unix.DomainSocketAddress;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.InvalidPathException;
import jnr.unixsocket.UnixServerSocketChannel;
import jnr.unixsocket.UnixSocketAddress;
import libc.sys.Un.sockaddr_un;
import org.newsclub.net.unix.AFUNIXServerSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** Names that begin with NUL. */
final class AbstractName implements Experiment {

    @Override
    public String question() {
        return "Can a socket have an abstract name, which is no path?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("Linux takes what begins with NUL for a name that leaves no file behind and goes with the "
                + "socket. The JDK has no Path with a NUL: a channel can neither have such a name nor reach a server that "
                + "has one.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        String name = name(lab);
        lab.watch();
        int fd = Unix.socket(lab, SOCK_STREAM);
        sockaddr_un addr = address(name);
        check(bind(fd, addr, length(name)));
        check(listen(fd, 1));
        return reached(lab, name);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        String name = name(lab);
        lab.watch();
        return Lab.unless(InvalidPathException.class, () -> {
            lab.keep(ServerSocketChannel.open(StandardProtocolFamily.UNIX))
                    .bind(UnixDomainSocketAddress.of("\0" + name));
            return reached(lab, name);
        });
    }

    @Override
    public String netty(Lab lab) throws Exception {
        String name = name(lab);
        lab.watch();
        Unix.nettyServer(lab, new Inbox(), new DomainSocketAddress("\0" + name));
        return reached(lab, name);
    }

    @Override
    public String junixsocket(Lab lab) throws IOException {
        String name = name(lab);
        lab.watch();
        lab.keep(AFUNIXServerSocketChannel.open()).bind(AFUNIXSocketAddress.inAbstractNamespace(name));
        return reached(lab, name);
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws IOException {
        String name = name(lab);
        lab.watch();
        lab.keep(UnixServerSocketChannel.open()).socket().bind(new UnixSocketAddress("\0" + name));
        return reached(lab, name);
    }

    private static String name(Lab lab) throws IOException {
        return lab.directory().getFileName().toString();
    }

    private static sockaddr_un address(String name) {
        return new sockaddr_un(AF_UNIX, ("\0" + name).getBytes(UTF_8));
    }

    private static int length(String name) {
        return offsetof(sockaddr_un.class, "sun_path") + 1 + name.length();
    }

    private static String reached(Lab lab, String name) throws IOException {
        return "connect " + Lab.outcome(connect(Unix.socket(lab, SOCK_STREAM), address(name), length(name)));
    }
}
