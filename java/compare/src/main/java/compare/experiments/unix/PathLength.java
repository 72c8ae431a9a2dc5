package compare.experiments.unix;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.List;
import java.util.StringJoiner;
import jnr.unixsocket.UnixServerSocketChannel;
import jnr.unixsocket.UnixSocketAddress;
import libc.sys.Un.sockaddr_un;
import org.newsclub.net.unix.AFUNIXServerSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** sun_path. */
final class PathLength implements Experiment {

    private static final List<Integer> LENGTHS = List.of(106, 107, 108, 109);

    /** Netty's answer to 108 varies: it fails at times. */
    private static final List<Integer> NETTYS_LENGTHS = List.of(106, 107, 109);

    @Override
    public String question() {
        return "How many bytes may the path of a socket have?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("108 on Linux, if the last NUL is left out, since addrlen says where the path ends. The JDK "
                + "takes 106, one less than fits with a NUL, and refuses more by itself: there are sockets of C programs "
                + "that it cannot reach. jnr-unixsocket cuts off the last byte in silence.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        return answer(lab, LENGTHS, path -> {
            byte[] bytes = path.toString().getBytes(UTF_8);
            return bind(Unix.socket(lab, SOCK_STREAM), new sockaddr_storage(AF_UNIX, bytes, 0),
                    offsetof(sockaddr_un.class, "sun_path") + bytes.length) == 0 ? bound(path) : Lab.outcome(-1);
        });
    }

    @Override
    public String channels(Lab lab) throws IOException {
        return answer(lab, LENGTHS, path -> Lab.outcome(() -> {
            try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                server.bind(UnixDomainSocketAddress.of(path));
                return bound(path);
            }
        }));
    }

    @Override
    public String netty(Lab lab) throws IOException {
        return answer(lab, NETTYS_LENGTHS, path -> Lab.outcome(() -> {
            Unix.nettyServer(lab, new Inbox(), new DomainSocketAddress(path.toString()));
            return bound(path);
        }));
    }

    @Override
    public String junixsocket(Lab lab) throws IOException {
        return answer(lab, LENGTHS, path -> Lab.outcome(() -> {
            try (AFUNIXServerSocketChannel server = AFUNIXServerSocketChannel.open()) {
                server.bind(AFUNIXSocketAddress.of(path));
                return bound(path);
            }
        }));
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws IOException {
        return answer(lab, LENGTHS, path -> Lab.outcome(() -> {
            try (UnixServerSocketChannel server = UnixServerSocketChannel.open()) {
                server.socket().bind(new UnixSocketAddress(path.toFile()));
                return bound(path);
            }
        }));
    }

    private static String bound(Path path) {
        return Files.exists(path) ? "bound" : "bound to another path";
    }

    private interface Bind {
        String to(Path path) throws IOException;
    }

    private static String answer(Lab lab, List<Integer> lengths, Bind bind) throws IOException {
        int room = lab.directory().toString().length() + "/".length();
        lab.watch();
        StringJoiner answer = new StringJoiner("\n");
        for (int length : lengths) {
            Path path = Unix.path(lab, String.format("%-" + (length - room) + "d", length).replace(' ', 'x'));
            answer.add(length + ": " + bind.to(path));
        }
        return answer.toString();
    }
}
