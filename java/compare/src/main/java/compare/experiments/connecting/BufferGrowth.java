package compare.experiments.connecting;

import static libc.Errno.check;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import libc.netinet.In.sockaddr_in;

/** SO_SNDBUF before and after connect. */
final class BufferGrowth implements Experiment {

    /** Less than any system allows, and more than any demands. */
    private static final int SIZE = 40_000;

    @Override
    public String question() {
        return "Does SO_SNDBUF stay as it is while the socket connects?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("TCP chooses the size of its buffer when it knows the connection, unless SO_SNDBUF was set: "
                + "what it says before says nothing of later.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        sockaddr_in addr = Lab.loopback(Lab.port(lab.listener()));
        int plain = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        int set = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        check(setsockopt(set, SOL_SOCKET, SO_SNDBUF, SIZE));
        lab.watch();
        return "not set " + growth(plain, addr) + ", set " + growth(set, addr);
    }

    private static String growth(int fd, sockaddr_in addr) throws IOException {
        int before = Lab.option(fd, SOL_SOCKET, SO_SNDBUF);
        check(connect(fd, addr, sizeof(addr)));
        return growth(before, Lab.option(fd, SOL_SOCKET, SO_SNDBUF));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        InetSocketAddress address = Lab.address(Lab.port(lab.listener()));
        SocketChannel plain = lab.keep(SocketChannel.open());
        SocketChannel set = lab.keep(SocketChannel.open()).setOption(StandardSocketOptions.SO_SNDBUF, SIZE);
        lab.watch();
        return "not set " + growth(plain, address) + ", set " + growth(set, address);
    }

    private static String growth(SocketChannel channel, InetSocketAddress address) throws IOException {
        int before = channel.getOption(StandardSocketOptions.SO_SNDBUF);
        channel.connect(address);
        return growth(before, channel.getOption(StandardSocketOptions.SO_SNDBUF));
    }

    private static String growth(int before, int after) {
        return after > before ? "it grows" : after == before ? "it stays" : "it shrinks";
    }
}
