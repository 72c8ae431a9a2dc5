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
import java.nio.file.Files;
import java.nio.file.Path;
import jnr.unixsocket.UnixServerSocketChannel;
import libc.sys.Un.sockaddr_un;
import org.newsclub.net.unix.AFUNIXServerSocketChannel;

/** bind(2) without a name. */
final class Autobind implements Experiment {

    @Override
    public String question() {
        return "Which name does a server get that binds without giving one?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The kernel makes up an abstract name of five hexadecimal digits. The JDK makes up a path "
                + "in the directory for temporary files, which stays there until somebody deletes it.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        lab.watch();
        int fd = Unix.socket(lab, SOCK_STREAM);
        sockaddr_un addr = new sockaddr_un();
        addr.sun_family = AF_UNIX;
        check(bind(fd, addr, offsetof(sockaddr_un.class, "sun_path")));
        return kind(name(fd));
    }

    private static String name(int fd) throws IOException {
        sockaddr_un addr = new sockaddr_un();
        int[] length = {sizeof(addr)};
        check(getsockname(fd, addr, length));
        return new String(addr.sun_path, 0, length[0] - offsetof(sockaddr_un.class, "sun_path"), UTF_8);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        lab.watch();
        ServerSocketChannel server = lab.keep(ServerSocketChannel.open(StandardProtocolFamily.UNIX)).bind(null);
        Path path = ((UnixDomainSocketAddress) server.getLocalAddress()).getPath();
        lab.keep(() -> Files.delete(path));
        return kind(path.toString());
    }

    @Override
    public String netty(Lab lab) throws Exception {
        lab.watch();
        return kind(name(Unix.nettyServer(lab, new Inbox(), new DomainSocketAddress("")).fd().intValue()));
    }

    @Override
    public String junixsocket(Lab lab) throws IOException {
        lab.watch();
        AFUNIXServerSocketChannel server = lab.keep(AFUNIXServerSocketChannel.open());
        server.bind(null);
        Path path = server.getLocalAddress().getFile().toPath();
        lab.keep(() -> Files.delete(path));
        return kind(path.toString());
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws IOException {
        lab.watch();
        UnixServerSocketChannel server = lab.keep(UnixServerSocketChannel.open());
        server.socket().bind(null);
        return kind(server.getLocalSocketAddress().path());
    }

    private static String kind(String name) {
        return name.matches("\0[0-9a-f]{5}") ? "abstract, five hexadecimal digits"
                : name.startsWith(System.getProperty("java.io.tmpdir")) ? "a path in java.io.tmpdir" : name;
    }
}
