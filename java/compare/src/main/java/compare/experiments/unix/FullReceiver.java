package compare.experiments.unix;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import jnr.unixsocket.UnixDatagramChannel;
import jnr.unixsocket.UnixSocketAddress;
import libc.sys.Un.sockaddr_un;
import org.newsclub.net.unix.AFUNIXDatagramChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** Flow control of datagrams. */
final class FullReceiver implements Experiment {

    /** More than a queue holds by default, which is ten, or 512. */
    private static final int MANY = 100_000;

    @Override
    public String question() {
        return "Does a sender of UNIX datagrams learn that the receiver has no more room?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("Unlike with UDP, nothing is dropped: send waits until there is room, or answers EAGAIN "
                + "if it may not wait. The JDK has no UNIX datagrams.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int to = Unix.bound(lab, SOCK_DGRAM, Unix.path(lab));
        int from = Unix.socket(lab, SOCK_DGRAM);
        sockaddr_un addr = Unix.address(Unix.path(lab));
        check(connect(from, addr, sizeof(addr)));
        lab.watch();
        int sent = 0;
        while (sent < MANY && send(from, "x", 1, MSG_DONTWAIT) == 1) {
            sent++;
        }
        return sent == MANY ? "no" : Lab.outcome(-1) + ", received " + received(to, sent);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        return Lab.unless(UnsupportedOperationException.class,
                () -> lab.keep(DatagramChannel.open(StandardProtocolFamily.UNIX)));
    }

    @Override
    public String junixsocket(Lab lab) throws IOException {
        return fill(lab, lab.keep(AFUNIXDatagramChannel.open()), AFUNIXSocketAddress.of(Unix.path(lab)));
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws IOException {
        return fill(lab, lab.keep(UnixDatagramChannel.open()), new UnixSocketAddress(Unix.path(lab).toFile()));
    }

    private static String fill(Lab lab, DatagramChannel from, SocketAddress address) throws IOException {
        int to = Unix.bound(lab, SOCK_DGRAM, Unix.path(lab));
        from.configureBlocking(false);
        lab.watch();
        int sent = 0;
        String last = "1";
        while (sent < MANY && last.equals("1")) {
            last = Lab.outcome(() -> from.send(ByteBuffer.allocate(1), address));
            sent += last.equals("1") ? 1 : 0;
        }
        return sent == MANY ? "no" : last + ", received " + received(to, sent);
    }

    /** Whether all that was sent comes. */
    private static String received(int to, int sent) {
        int received = 0;
        while (recv(to, new byte[1], 1, MSG_DONTWAIT) == 1) {
            received++;
        }
        return received == sent ? "all" : "some";
    }
}
