package compare.experiments.connecting;

import static libc.Errno.check;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.ChannelOption;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import libc.netinet.In.sockaddr_in;

/** EADDRINUSE. */
final class PortInUse implements Experiment {

    @Override
    public String question() {
        return "Can two sockets listen on one port if both have SO_REUSEADDR?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("SO_REUSEADDR is about TIME_WAIT, and on Linux never lets two sockets listen on one address: "
                + "EADDRINUSE, of which the JDK makes a BindException. ServerSocketChannel.open sets it anyhow.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int first = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        int second = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        check(setsockopt(first, SOL_SOCKET, SO_REUSEADDR, 1));
        check(setsockopt(second, SOL_SOCKET, SO_REUSEADDR, 1));
        sockaddr_in addr = Lab.loopback(0);
        check(bind(first, addr, sizeof(addr)));
        check(listen(first, SOMAXCONN));
        sockaddr_in same = Lab.loopback(Lab.port(first));
        lab.watch();
        return Lab.outcome(bind(second, same, sizeof(same)));
    }

    @Override
    public String channels(Lab lab) throws Exception {
        ServerSocketChannel first = lab.serverChannel();
        ServerSocketChannel second = lab.keep(ServerSocketChannel.open());
        second.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        lab.watch();
        return Lab.outcome(() -> second.bind(first.getLocalAddress()));
    }

    @Override
    public String netty(Lab lab) throws Exception {
        return Netty.outcome(Netty.server(lab).option(ChannelOption.SO_REUSEADDR, true)
                .bind(lab.serverChannel().getLocalAddress()));
    }
}
