package compare.experiments.transfers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.check;
import static libc.Unistd.dup;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Verdict;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.epoll.EpollServerSocketChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** System.inheritedChannel, of a listener. */
final class InheritedListener implements Experiment {

    @Override
    public String question() {
        return "What does a program read from its first client, if its descriptor 0 is a listener when it is started?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("System.inheritedChannel() is a ServerSocketChannel like any other, whoever made the"
                + " socket. It is the JDK's only way to a descriptor that it did not open, and is for descriptor 0"
                + " alone: what systemd passes, from 3 up, it does not find. Netty takes any descriptor.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int listener = lab.listener();
        greet(lab, listener);
        lab.watch();
        int connection = lab.accepted(listener);
        byte[] buf = new byte[8];
        return new String(buf, 0, check(recv(connection, buf, buf.length, 0)), US_ASCII);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        int listener = lab.listener();
        greet(lab, listener);
        lab.watch();
        return Child.run(lab, Program.class, listener);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        int listener = lab.listener();
        greet(lab, listener);
        lab.watch();
        Inbox inbox = new Inbox();
        new ServerBootstrap().group(lab.netty()).channelFactory(() -> new EpollServerSocketChannel(dup(listener)))
                .childHandler(inbox).register().sync();
        ByteBuf bytes = inbox.next(ByteBuf.class);
        String read = bytes.toString(US_ASCII);
        bytes.release();
        return read;
    }

    private static void greet(Lab lab, int listener) throws IOException {
        check(send(lab.connectedTo(Lab.port(listener)), "hello", 5, 0));
    }

    /** The program. */
    static final class Program {

        /** Prints what the first client says. */
        public static void main(String[] args) throws IOException {
            try (SocketChannel connection = ((ServerSocketChannel) System.inheritedChannel()).accept()) {
                ByteBuffer buf = ByteBuffer.allocate(8);
                connection.read(buf);
                System.out.println(US_ASCII.decode(buf.flip()));
            }
        }
    }
}
