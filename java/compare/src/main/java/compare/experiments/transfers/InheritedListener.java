package compare.experiments.transfers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.check;
import static libc.Unistd.dup;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import libc.netinet.In.sockaddr_in;

/** System.inheritedChannel, of a listener. */
final class InheritedListener implements Experiment {

    @Override
    public String question() {
        return "What does one read who accepts from a listener that was its descriptor 0 when it was started?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("System.inheritedChannel() is a ServerSocketChannel like any other, whoever made the "
                + "socket. It is the JDK's only way to a descriptor it did not open, and looks at descriptor 0 alone: "
                + "of systemd, which gives 3 and up, it knows nothing. Netty takes any.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int listener = lab.listener();
        greet(lab, listener);
        lab.watch();
        int connection = lab.keep(accept(listener, null, null));
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
        CompletableFuture<String> read = new CompletableFuture<>();
        new ServerBootstrap().group(lab.netty()).channelFactory(() -> new EpollServerSocketChannel(dup(listener)))
                .childHandler(new SimpleChannelInboundHandler<ByteBuf>() {
                    @Override
                    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
                        read.complete(bytes.toString(US_ASCII));
                    }
                }).register().sync();
        return read.get();
    }

    private static void greet(Lab lab, int listener) throws IOException {
        int client = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        sockaddr_in addr = Lab.loopback(Lab.port(listener));
        check(connect(client, addr, sizeof(addr)));
        check(send(client, "hello", 5, 0));
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
