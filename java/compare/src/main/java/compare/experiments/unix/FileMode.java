package compare.experiments.unix;

import static libc.Errno.check;
import static libc.sys.Socket.*;
import static libc.sys.Stat.fchmod;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.unix.DomainSocketAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import libc.sys.Un.sockaddr_un;

/** Who may connect, which needs the right to write. */
final class FileMode implements Experiment {

    @Override
    public String question() {
        return "With which mode is the path of a socket created, and who decides that?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("With 0777 less the umask; on Linux an fchmod of the socket before the bind restricts it "
                + "further. With channels one can only change the file once it is there and listens: better is a directory "
                + "that nobody else may enter. junixsocket lets everybody connect.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        lab.watch();
        Unix.bound(lab, SOCK_STREAM, Unix.path(lab));
        int fd = Unix.socket(lab, SOCK_STREAM);
        check(fchmod(fd, 0600));
        sockaddr_un addr = Unix.address(Unix.path(lab, "private"));
        check(bind(fd, addr, sizeof(addr)));
        return mode(Unix.path(lab)) + "\nfchmod to 0600 before: " + mode(Unix.path(lab, "private"));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        lab.watch();
        Unix.serverChannel(lab);
        return mode(Unix.path(lab));
    }

    @Override
    public String netty(Lab lab) throws Exception {
        lab.watch();
        Unix.nettyServer(lab, new Inbox(), new DomainSocketAddress(Unix.path(lab).toString()));
        return mode(Unix.path(lab));
    }

    @Override
    public String junixsocket(Lab lab) throws IOException {
        lab.watch();
        Unix.junixsocketServer(lab);
        return mode(Unix.path(lab));
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws IOException {
        lab.watch();
        Unix.jnrServer(lab);
        return mode(Unix.path(lab));
    }

    private static String mode(Path path) throws IOException {
        int mode = (int) Files.getAttribute(path, "unix:mode") & 0777;
        return mode == (0777 & ~umask()) ? "0777 less the umask" : "0" + Integer.toOctalString(mode);
    }

    /** The umask, which umask(2) would not tell without changing it for all. */
    private static int umask() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(s -> s.startsWith("Umask:")).findFirst().orElseThrow();
        return Integer.parseInt(line.substring("Umask:".length()).trim(), 8);
    }
}
