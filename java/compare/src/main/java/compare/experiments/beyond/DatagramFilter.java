package compare.experiments.beyond;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.check;
import static libc.linux.Filter.*;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.DatagramChannel;
import libc.netinet.In.sockaddr_in;

/** SO_ATTACH_FILTER. */
final class DatagramFilter implements Experiment {

    private static final int UDP_HEADER = 8;

    @Override
    public String question() {
        return "Which of the datagrams \"bad\" and \"good\" comes to a receiver that wants only those which begin with"
                + " g?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("A filter that is attached to the socket runs in the kernel, and what it refuses does"
                + " not fill the buffer or wake anyone. In Java every datagram comes to the program.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int receiver = lab.receiver();
        sockaddr_in addr = Lab.loopback(Lab.port(receiver));
        int sender = lab.keep(socket(AF_INET, SOCK_DGRAM, 0));
        check(connect(sender, addr, sizeof(addr)));
        lab.watch();
        sock_filter[] code = {BPF_STMT(BPF_LD | BPF_B | BPF_ABS, UDP_HEADER), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 'g', 0, 1),
            BPF_STMT(BPF_RET | BPF_K, -1), BPF_STMT(BPF_RET | BPF_K, 0)};
        sock_fprog program = new sock_fprog(code.length, code);
        check(setsockopt(receiver, SOL_SOCKET, SO_ATTACH_FILTER, program, sizeof(program)));
        check(send(sender, "bad", 3, 0));
        check(send(sender, "good", 4, 0));
        byte[] buf = new byte[8];
        return new String(buf, 0, check(recv(receiver, buf, buf.length, 0)), US_ASCII);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        DatagramChannel channel = lab.keep(DatagramChannel.open());
        lab.watch();
        return Lab.option(channel, "SO_ATTACH_FILTER");
    }
}
