package compare.experiments.transfers;

import static libc.Errno.check;
import static libc.Unistd.dup;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** System.inheritedChannel, of a connection. */
final class InheritedConnection implements Experiment {

    private static final String CONNECTION = "a connection";
    private static final String LISTENER = "a listener";

    @Override
    public String question() {
        return "What is the descriptor 0 of a program that is started with a connection of AF_INET there?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("System.inheritedChannel() is a SocketChannel. Java 17 looks at descriptor 0 before it "
                + "makes its first socket, and does without IPv6 if it is of AF_INET; a connection of AF_INET that "
                + "comes there later, by dup2(2), it takes for a listener. Netty has constructors for any descriptor.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        int[] listens = new int[1];
        check(getsockopt(connection[1], SOL_SOCKET, SO_ACCEPTCONN, listens, new int[] {sizeof(listens)}));
        return listens[0] == 0 ? CONNECTION : LISTENER;
    }

    @Override
    public String channels(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        return Child.run(lab, Program.class, connection[1]);
    }

    @Override
    public String netty(Lab lab) throws IOException {
        int[] connection = lab.connection();
        Epoll.ensureAvailability();
        lab.watch();
        EpollSocketChannel channel = new EpollSocketChannel(check(dup(connection[1])));
        String answer = channel.remoteAddress() != null ? CONNECTION : LISTENER;
        channel.unsafe().closeForcibly();
        return answer;
    }

    /** The program. */
    static final class Program {

        /** Prints what it has been given. */
        public static void main(String[] args) throws IOException {
            System.out.println(System.inheritedChannel() instanceof SocketChannel ? CONNECTION : LISTENER);
        }
    }
}
