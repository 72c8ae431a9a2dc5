package compare.experiments.beyond;

import static libc.Errno.check;
import static libc.linux.Filter.*;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.DatagramChannel;
import libc.netinet.In.sockaddr_in;

/** SO_REUSEPORT with a program. */
final class GroupMember implements Experiment {

    private static final int DATAGRAMS = 8;

    @Override
    public String question() {
        return "When two sockets share a port by SO_REUSEPORT, and an attached program chooses the second, how many of "
                + DATAGRAMS + " datagrams from as many senders does each get?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("The JDK has SO_REUSEPORT, and the kernel shares out by a hash of the addresses. "
                + "SO_ATTACH_REUSEPORT_CBPF, which lets a program choose, it has not.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int first = member(lab, 0);
        int second = member(lab, Lab.port(first));
        lab.watch();
        sock_filter[] code = {BPF_STMT(BPF_RET | BPF_K, 1)};
        sock_fprog program = new sock_fprog(code.length, code);
        check(setsockopt(first, SOL_SOCKET, SO_ATTACH_REUSEPORT_CBPF, program, sizeof(program)));
        sockaddr_in addr = Lab.loopback(Lab.port(first));
        for (int i = 0; i < DATAGRAMS; i++) {
            check(sendto(lab.keep(socket(AF_INET, SOCK_DGRAM, 0)), new byte[1], 1, 0, addr, sizeof(addr)));
        }
        return received(first) + ", " + received(second);
    }

    private static int member(Lab lab, int port) throws IOException {
        int fd = lab.keep(socket(AF_INET, SOCK_DGRAM, 0));
        check(setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, 1));
        sockaddr_in addr = Lab.loopback(port);
        check(bind(fd, addr, sizeof(addr)));
        return fd;
    }

    private static int received(int fd) {
        int n = 0;
        while (recv(fd, new byte[1], 1, MSG_DONTWAIT) >= 0) {
            n++;
        }
        return n;
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel channel = lab.keep(DatagramChannel.open());
        lab.watch();
        return Lab.option(channel, "SO_ATTACH_REUSEPORT_CBPF");
    }
}
