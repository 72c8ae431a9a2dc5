package compare.experiments.unix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.newsclub.net.unix.AFSocketType;
import org.newsclub.net.unix.AFUNIXDatagramChannel;
import org.newsclub.net.unix.AFUNIXSocketPair;

/** SOCK_SEQPACKET. */
final class Seqpacket implements Experiment {

    @Override
    public String question() {
        return "Is there a connection that keeps its messages apart?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("SOCK_SEQPACKET is one, with an end like that of a stream. The JDK's UNIX channels are "
                + "all streams.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        lab.watch();
        int[] sv = lab.pair(SOCK_SEQPACKET);
        check(send(sv[0], "one", 3, 0));
        check(send(sv[0], "two", 3, 0));
        lab.close(sv[0]);
        return receive(sv[1]) + ", " + receive(sv[1]) + ", " + receive(sv[1]);
    }

    private static String receive(int fd) throws IOException {
        byte[] buf = new byte[100];
        int n = check(recv(fd, buf, sizeof(buf), 0));
        return n == 0 ? "end" : new String(buf, 0, n, UTF_8);
    }

    @Override
    public String channels(Lab lab) {
        return Lab.CANNOT;
    }

    @Override
    public String netty(Lab lab) {
        return Lab.CANNOT;
    }

    @Override
    public String junixsocket(Lab lab) throws IOException {
        lab.watch();
        AFUNIXSocketPair<AFUNIXDatagramChannel> pair = AFUNIXSocketPair.openDatagram(AFSocketType.SOCK_SEQPACKET);
        AFUNIXDatagramChannel from = lab.keep(pair.getSocket1());
        AFUNIXDatagramChannel to = lab.keep(pair.getSocket2());
        from.write(ByteBuffer.wrap("one".getBytes(UTF_8)));
        from.write(ByteBuffer.wrap("two".getBytes(UTF_8)));
        from.close();
        return receive(to) + ", " + receive(to) + ", " + receive(to);
    }

    private static String receive(AFUNIXDatagramChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(100);
        int n = channel.read(buffer);
        return n <= 0 ? "end" : new String(buffer.array(), 0, n, UTF_8);
    }

    @Override
    public String jnrUnixsocket(Lab lab) {
        return Lab.CANNOT;
    }
}
