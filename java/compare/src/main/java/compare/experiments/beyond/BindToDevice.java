package compare.experiments.beyond;

import static libc.Errno.check;
import static libc.net.If.IFNAMSIZ;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import libc.Strings;

/** SO_BINDTODEVICE. */
final class BindToDevice implements Experiment {

    @Override
    public String question() {
        return "Which interface is a socket tied to after SO_BINDTODEVICE was set to lo?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("A channel is bound to an address, which does not say which way its packets take. Only"
                + " for multicast can the interface be chosen, by IP_MULTICAST_IF.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        lab.watch();
        check(setsockopt(fd, SOL_SOCKET, SO_BINDTODEVICE, "lo", "lo".length()));
        byte[] name = new byte[IFNAMSIZ];
        check(getsockopt(fd, SOL_SOCKET, SO_BINDTODEVICE, name, new int[] {sizeof(name)}));
        return Strings.str(name);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel channel = lab.keep(SocketChannel.open());
        lab.watch();
        return Lab.option(channel, "SO_BINDTODEVICE");
    }
}
