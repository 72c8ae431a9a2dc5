package compare.experiments.datagrams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.check;
import static libc.Strings.strerrorname_np;
import static libc.linux.Errqueue.SO_EE_ORIGIN_ICMP;
import static libc.netinet.In.IPPROTO_IP;
import static libc.netinet.In.IP_RECVERR;
import static libc.netinet.In.ntohs;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import libc.linux.Errqueue.sock_extended_err;
import libc.netinet.In.sockaddr_in;

/** IP_RECVERR. */
final class RefusalsQueued implements Experiment {

    private static final int CONTROL = 512;

    @Override
    public String question() {
        return "Can a socket that is not connected learn who refused its datagram?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("With IP_RECVERR the next call fails, and recvmsg with MSG_ERRQUEUE tells the "
                + "destination and the cause. Channels have neither the option nor the flag.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.receiver();
        int closed = Udp.deaf(lab);
        lab.watch();
        check(setsockopt(fd, IPPROTO_IP, IP_RECVERR, 1));
        Udp.send(fd, "lost", closed);
        String answer = "receive " + Lab.outcome(recv(fd, new byte[1], 1, 0));
        sockaddr_in to = new sockaddr_in();
        byte[] text = new byte["lost".length()];
        msghdr msg = new msghdr(to, sizeof(to), new iovec[] {new iovec(text, sizeof(text))}, 1,
                new byte[CONTROL], CONTROL, 0);
        check(recvmsg(fd, msg, MSG_ERRQUEUE));
        sock_extended_err err = new sock_extended_err(CMSG_DATA(CMSG_FIRSTHDR(msg)));
        return answer + "\nqueue " + new String(text, UTF_8) + ", " + strerrorname_np(err.ee_errno)
                + ", " + (err.ee_origin == SO_EE_ORIGIN_ICMP ? "by ICMP" : "not by ICMP")
                + ", " + (ntohs(to.sin_port) == closed ? "to the port that refused" : "to another port");
    }

    @Override
    public String channels(Lab lab) throws IOException {
        return Lab.option(Udp.channel(lab), "IP_RECVERR");
    }
}
