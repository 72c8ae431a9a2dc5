package compare.experiments.connecting;

import static libc.Errno.check;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.SocketOption;
import java.nio.channels.ServerSocketChannel;
import libc.netinet.In.sockaddr_in;
import libc.sys.Socket;

/** Two sockets that are to listen on one port, and both have an option. */
abstract class TwoListeners implements Experiment {

    private final int optname;
    private final SocketOption<Boolean> option;
    private final ChannelOption<Boolean> nettys;

    /** The option, as the kernel, the JDK and Netty call it. */
    TwoListeners(int optname, SocketOption<Boolean> option, ChannelOption<Boolean> nettys) {
        this.optname = optname;
        this.option = option;
        this.nettys = nettys;
    }

    @Override
    public final String syscalls(Lab lab) throws Exception {
        int first = socket(lab);
        int second = socket(lab);
        sockaddr_in addr = Lab.loopback(0);
        check(bind(first, addr, sizeof(addr)));
        check(listen(first, SOMAXCONN));
        sockaddr_in same = Lab.loopback(Lab.port(first));
        lab.watch();
        return Lab.outcome(bind(second, same, sizeof(same)) == 0 ? listen(second, SOMAXCONN) : -1);
    }

    private int socket(Lab lab) throws IOException {
        int fd = lab.keep(Socket.socket(AF_INET, SOCK_STREAM, 0));
        check(setsockopt(fd, SOL_SOCKET, optname, 1));
        return fd;
    }

    @Override
    public final String channels(Lab lab) throws Exception {
        ServerSocketChannel first = channel(lab).bind(Lab.address(0));
        ServerSocketChannel second = channel(lab);
        lab.watch();
        return Lab.outcome(() -> {
            second.bind(first.getLocalAddress());
            return 0;
        });
    }

    private ServerSocketChannel channel(Lab lab) throws IOException {
        return lab.keep(ServerSocketChannel.open()).setOption(option, true);
    }

    @Override
    public final String netty(Lab lab) throws Exception {
        ServerSocketChannel first = channel(lab).bind(Lab.address(0));
        lab.watch();
        return Netty.outcome(Netty.server(lab).option(nettys, true).bind(first.getLocalAddress()));
    }
}
