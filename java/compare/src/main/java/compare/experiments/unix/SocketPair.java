package compare.experiments.unix;

import static compare.Posix.POSIX;
import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.check;
import static libc.Unistd.pipe;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Posix;
import compare.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import jnr.unixsocket.UnixSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketPair;

/** socketpair(2). */
final class SocketPair implements Experiment {

    @Override
    public String question() {
        return "Can a program have two sockets that are connected to each other and have no name?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("The JDK has Pipe, which is pipe(2): one way only, and no socket. For both ways a channel "
                + "has to listen at a path or a port, where somebody else may connect first.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] sv = new int[2];
        lab.watch();
        check(socketpair(AF_UNIX, SOCK_STREAM, 0, sv));
        lab.keep(sv[0]);
        lab.keep(sv[1]);
        byte[] buf = new byte[2];
        check(send(sv[0], "1", 1, 0));
        check(recv(sv[1], buf, 1, 0));
        check(send(sv[1], "2", 1, 0));
        check(recv(sv[0], buf, 1, 1, 0));
        return answer(ByteBuffer.wrap(buf));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        lab.watch();
        Pipe pipe = Pipe.open();
        ReadableByteChannel source = lab.keep(pipe.source());
        WritableByteChannel sink = lab.keep(pipe.sink());
        return source instanceof ByteChannel first && sink instanceof ByteChannel second ? talk(first, second) : Lab.CANNOT;
    }

    @Override
    public String netty(Lab lab) {
        return Lab.CANNOT;
    }

    @Override
    public String junixsocket(Lab lab) throws IOException {
        lab.watch();
        AFUNIXSocketPair<AFUNIXSocketChannel> pair = AFUNIXSocketPair.open();
        return talk(lab.keep(pair.getSocket1()), lab.keep(pair.getSocket2()));
    }

    @Override
    public String jnrPosix(Lab lab) throws IOException {
        lab.watch();
        int[] sv = Posix.pair(lab, SOCK_STREAM);
        byte[] first = new byte[1];
        byte[] second = new byte[1];
        Posix.check(POSIX.write(sv[0], new byte[] {'1'}, 1));
        Posix.check(POSIX.read(sv[1], first, 1));
        Posix.check(POSIX.write(sv[1], new byte[] {'2'}, 1));
        Posix.check(POSIX.read(sv[0], second, 1));
        return answer(ByteBuffer.wrap(new byte[] {first[0], second[0]}));
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws IOException {
        lab.watch();
        UnixSocketChannel[] pair = UnixSocketChannel.pair();
        return talk(lab.keep(pair[0]), lab.keep(pair[1]));
    }

    private static String talk(ByteChannel first, ByteChannel second) throws IOException {
        ByteBuffer heard = ByteBuffer.allocate(2);
        first.write(ByteBuffer.wrap(new byte[] {'1'}));
        second.read(heard);
        second.write(ByteBuffer.wrap(new byte[] {'2'}));
        first.read(heard);
        return answer(heard);
    }

    private static String answer(ByteBuffer heard) {
        return "both ways: " + new String(heard.array(), UTF_8);
    }
}
