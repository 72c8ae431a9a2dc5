package compare.experiments.unix;

import static libc.Errno.check;
import static libc.Unistd.getgid;
import static libc.Unistd.getpid;
import static libc.Unistd.getuid;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Posix;
import compare.Verdict;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributes;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;
import jnr.unixsocket.Credentials;
import jnr.unixsocket.UnixSocketAddress;
import jnr.unixsocket.UnixSocketChannel;
import jnr.unixsocket.UnixSocketOptions;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketCredentials;

/** SO_PEERCRED. */
final class PeerCredentials implements Experiment {

    @Override
    public String question() {
        return "What does a connected socket tell of who is at its other end?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("Process, user and group, as numbers, as they were when the other end connected, or "
                + "listened. The JDK's SO_PEERCRED leaves out the process, and makes names of the numbers, for which it "
                + "looks into the table of users.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int listener = Unix.listener(lab);
        Unix.connected(lab, Unix.path(lab));
        lab.watch();
        ucred peer = new ucred();
        check(getsockopt(lab.accepted(listener), SOL_SOCKET, SO_PEERCRED, peer, new int[] {sizeof(peer)}));
        return answer(peer.pid, peer.uid, peer.gid);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        ServerSocketChannel server = Unix.serverChannel(lab);
        lab.keep(SocketChannel.open(server.getLocalAddress()));
        lab.watch();
        UnixDomainPrincipal peer = lab.keep(server.accept()).getOption(ExtendedSocketOptions.SO_PEERCRED);
        PosixFileAttributes own = Files.readAttributes(lab.directory(), PosixFileAttributes.class);
        return "user by name: " + (peer.user().equals(own.owner()) ? "mine" : peer.user())
                + "\ngroup by name: " + (peer.group().equals(own.group()) ? "mine" : peer.group());
    }

    @Override
    public String netty(Lab lab) throws Exception {
        Unix.listener(lab);
        lab.watch();
        EpollDomainSocketChannel channel = (EpollDomainSocketChannel) Unix.netty(lab, new Inbox())
                .connect(new DomainSocketAddress(Unix.path(lab).toString())).sync().channel();
        io.netty.channel.unix.PeerCredentials peer = channel.peerCredentials();
        return answer(peer.pid(), peer.uid(), peer.gids()[0]);
    }

    @Override
    public String junixsocket(Lab lab) throws IOException {
        Unix.listener(lab);
        lab.watch();
        AFUNIXSocketCredentials peer = lab.keep(AFUNIXSocketChannel.open(AFUNIXSocketAddress.of(Unix.path(lab))))
                .getPeerCredentials();
        return answer(peer.getPid(), peer.getUid(), peer.getGid());
    }

    @Override
    public String jnrPosix(Lab lab) throws IOException {
        int listener = Unix.listener(lab);
        Unix.connected(lab, Unix.path(lab));
        int fd = lab.accepted(listener);
        lab.watch();
        ucred peer = new ucred(Posix.option(fd, SOL_SOCKET, SO_PEERCRED, sizeof(ucred.class)));
        return answer(peer.pid, peer.uid, peer.gid);
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws IOException {
        Unix.listener(lab);
        lab.watch();
        Credentials peer = lab.keep(UnixSocketChannel.open(new UnixSocketAddress(Unix.path(lab).toFile())))
                .getOption(UnixSocketOptions.SO_PEERCRED);
        return answer(peer.getPid(), peer.getUid(), peer.getGid());
    }

    private static String answer(long pid, long uid, long gid) {
        return "process: " + mine(pid, getpid()) + "\nuser: " + mine(uid, getuid()) + "\ngroup: " + mine(gid, getgid());
    }

    private static String mine(long id, long own) {
        return id == own ? "mine" : "another";
    }
}
