package compare.experiments.beyond;

import static compare.Posix.POSIX;
import static libc.Errno.check;
import static libc.Fcntl.*;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Posix;
import compare.Verdict;
import java.io.IOException;
import jnr.constants.platform.Fcntl;
import jnr.unixsocket.UnixSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketPair;
import procfs.Sockets;

/** FD_CLOEXEC. */
final class CloseOnExec implements Experiment {

    @Override
    public String question() {
        return "Is a new socket closed when its process executes another program?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("By default it is not, and the JDK does not ask for it either, so that a program which"
                + " native code starts has the sockets of all channels. Of the other libraries only junixsocket does.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        lab.watch();
        return closed(fd);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        int fd = Sockets.fdOf(lab.serverChannel());
        lab.watch();
        return closed(fd);
    }

    @Override
    public String netty(Lab lab) throws IOException {
        int fd = lab.nettyClient(lab.listener()).fd().intValue();
        lab.watch();
        return closed(fd);
    }

    @Override
    public String junixsocket(Lab lab) throws IOException {
        AFUNIXSocketPair<AFUNIXSocketChannel> pair = AFUNIXSocketPair.open();
        lab.keep(pair.getSocket2());
        int fd = Descriptors.of(lab.keep(pair.getSocket1()));
        lab.watch();
        return closed(fd);
    }

    @Override
    public String jnrPosix(Lab lab) throws IOException {
        int fd = Posix.pair(lab, SOCK_STREAM)[0];
        lab.watch();
        return (Posix.check(POSIX.fcntl(fd, Fcntl.F_GETFD)) & FD_CLOEXEC) == 0 ? "no" : "yes";
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws IOException {
        int fd = lab.keep(UnixSocketChannel.open()).getFD();
        lab.watch();
        return closed(fd);
    }

    private static String closed(int fd) throws IOException {
        return (check(fcntl(fd, F_GETFD)) & FD_CLOEXEC) == 0 ? "no" : "yes";
    }
}
