package compare.experiments.connecting;

import static libc.Errno.check;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.epoll.EpollChannelOption;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import libc.netinet.In.sockaddr_in;

/** SO_REUSEPORT. */
final class ReusePort implements Experiment {

    @Override
    public String question() {
        return "Can two sockets listen on one port if both have SO_REUSEPORT?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("Both listen, and the kernel deals the connections out between them. All of them have to set it "
                + "before they bind.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int first = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        int second = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        check(setsockopt(first, SOL_SOCKET, SO_REUSEPORT, 1));
        check(setsockopt(second, SOL_SOCKET, SO_REUSEPORT, 1));
        sockaddr_in addr = Lab.loopback(0);
        check(bind(first, addr, sizeof(addr)));
        check(listen(first, SOMAXCONN));
        sockaddr_in same = Lab.loopback(Lab.port(first));
        lab.watch();
        return Lab.outcome(bind(second, same, sizeof(same)) == 0 ? listen(second, SOMAXCONN) : -1);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        ServerSocketChannel first = listening(lab);
        ServerSocketChannel second = lab.keep(ServerSocketChannel.open());
        second.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        lab.watch();
        return Lab.outcome(() -> {
            second.bind(first.getLocalAddress());
            return 0;
        });
    }

    @Override
    public String netty(Lab lab) throws Exception {
        return Netty.outcome(Netty.server(lab).option(EpollChannelOption.SO_REUSEPORT, true)
                .bind(listening(lab).getLocalAddress()));
    }

    private static ServerSocketChannel listening(Lab lab) throws IOException {
        return lab.keep(ServerSocketChannel.open()).setOption(StandardSocketOptions.SO_REUSEPORT, true)
                .bind(Ports.address(0));
    }
}
