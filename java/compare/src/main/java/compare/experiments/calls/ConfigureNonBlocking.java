package compare.experiments.calls;

import static libc.Errno.check;
import static libc.Fcntl.*;
import static libc.sys.Socket.*;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.nio.channels.SocketChannel;

/** SelectableChannel.configureBlocking. */
final class ConfigureNonBlocking implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does it take to make a socket non-blocking?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("Both set O_NONBLOCK by fcntl(2), beside the flags that there are.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        lab.watch();
        int flags = check(fcntl(fd, F_GETFL));
        check(fcntl(fd, F_SETFL, flags | O_NONBLOCK));
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        SocketChannel channel = lab.keep(SocketChannel.open());
        lab.watch();
        channel.configureBlocking(false);
        return "";
    }
}
