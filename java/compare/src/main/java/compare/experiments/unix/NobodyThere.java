package compare.experiments.unix;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Verdict;
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

/** ENOENT and ECONNREFUSED. */
final class NobodyThere implements Experiment {

    @Override
    public String question() {
        return "What does connecting to a path answer where nobody listens?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("ENOENT where there is no path; ECONNREFUSED where the path is left of a socket that is "
                + "gone, or is another kind of file. Only the second is a ConnectException: a client that tries again "
                + "until the server is up has to catch SocketException.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        return answer(lab, path -> {
            sockaddr_un addr = Unix.address(path);
            return Lab.outcome(connect(Unix.socket(lab, SOCK_STREAM), addr, sizeof(addr)));
        });
    }

    @Override
    public String channels(Lab lab) throws IOException {
        return answer(lab, path -> Lab.outcome(() -> lab.keep(SocketChannel.open(UnixDomainSocketAddress.of(path)))));
    }

    @Override
    public String netty(Lab lab) throws IOException {
        return answer(lab, path -> Lab.outcome(() -> Unix.netty(lab, new Inbox())
                .connect(new DomainSocketAddress(path.toString())).sync()));
    }

    @Override
    public String junixsocket(Lab lab) throws IOException {
        return answer(lab, path -> Lab.outcome(() -> lab.keep(AFUNIXSocketChannel.open(AFUNIXSocketAddress.of(path)))));
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws IOException {
        return answer(lab, path -> Lab.outcome(() ->
                lab.keep(UnixSocketChannel.open(new UnixSocketAddress(path.toFile())))));
    }

    private interface Connect {
        String to(Path path) throws IOException;
    }

    private static String answer(Lab lab, Connect connect) throws IOException {
        Path stale = Unix.path(lab, "stale");
        lab.close(Unix.bound(lab, SOCK_STREAM, stale));
        Path file = Files.createFile(Unix.path(lab, "file"));
        lab.watch();
        return ("no path: " + connect.to(Unix.path(lab)) + "\nstale: " + connect.to(stale)
                + "\na regular file: " + connect.to(file)).replace(lab.directory().toString(), "DIRECTORY");
    }
}
