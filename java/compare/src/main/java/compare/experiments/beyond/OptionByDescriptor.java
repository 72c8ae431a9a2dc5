package compare.experiments.beyond;

import static libc.Errno.check;
import static libc.Poll.*;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import procfs.Sockets;

/** setsockopt(2) on a channel's descriptor. */
final class OptionByDescriptor implements Experiment {

    @Override
    public String question() {
        return "With SO_RCVLOWAT of 2, how many sockets are ready after one byte, and how many after two?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("The JDK does not know the option, but the kernel obeys it for any socket: it is set on the"
                + " channel's own descriptor, which procfs.Sockets.fdOf finds, and holds for the Selector.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        check(setsockopt(connection[1], SOL_SOCKET, SO_RCVLOWAT, 2));
        pollfd[] fds = {new pollfd(connection[1], POLLIN, 0)};
        check(send(connection[0], "a", 1, 0));
        int first = check(poll(fds, 1, 0));
        check(send(connection[0], "b", 1, 0));
        return first + ", " + check(poll(fds, 1, -1));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel[] connection = lab.channels();
        int fd = Sockets.fdOf(connection[1]);
        Selector selector = lab.selector(connection[1], SelectionKey.OP_READ);
        lab.watch();
        check(setsockopt(fd, SOL_SOCKET, SO_RCVLOWAT, 2));
        connection[0].write(ByteBuffer.allocate(1));
        int first = selector.selectNow();
        connection[0].write(ByteBuffer.allocate(1));
        return first + ", " + selector.select();
    }
}
