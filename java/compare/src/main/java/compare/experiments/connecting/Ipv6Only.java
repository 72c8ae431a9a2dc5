package compare.experiments.connecting;

import static libc.Errno.check;
import static libc.netinet.In.*;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import libc.netinet.In.sockaddr_in;

/** IPV6_V6ONLY. */
final class Ipv6Only implements Experiment {

    @Override
    public String question() {
        return "Can a listener on all addresses be kept to IPv6?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("No channel has the option IPV6_V6ONLY: open sets it to 0. Who has the channel's "
                + "descriptor can set it to 1 by setsockopt(2), before the channel is bound.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int listener = lab.keep(socket(AF_INET6, SOCK_STREAM, 0));
        int client = lab.keep(socket(AF_INET, SOCK_STREAM, 0));
        sockaddr_in6 any = new sockaddr_in6(AF_INET6, 0, 0, in6addr_any, 0);
        lab.watch();
        check(setsockopt(listener, IPPROTO_IPV6, IPV6_V6ONLY, 1));
        check(bind(listener, any, sizeof(any)));
        check(listen(listener, SOMAXCONN));
        check(getsockname(listener, any, new int[] {sizeof(any)}));
        sockaddr_in addr = Lab.loopback(ntohs(any.sin6_port));
        return "by IPv4 " + Lab.outcome(connect(client, addr, sizeof(addr)));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        return Lab.option(lab.keep(ServerSocketChannel.open()), "IPV6_V6ONLY");
    }
}
