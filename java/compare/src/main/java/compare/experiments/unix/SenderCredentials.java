package compare.experiments.unix;

import static compare.Posix.POSIX;
import static libc.Errno.check;
import static libc.Unistd.getgid;
import static libc.Unistd.getpid;
import static libc.Unistd.getuid;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Posix;
import compare.Verdict;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import jnr.posix.MsgHdr;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/** SCM_CREDENTIALS. */
final class SenderCredentials implements Experiment {

    @Override
    public String question() {
        return "Can the receiver of a message learn which process has sent it?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("With SO_PASSCRED the kernel puts SCM_CREDENTIALS beside what is received: those of the "
                + "sender, who need not be who has connected. The JDK has neither the option nor control messages.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] sv = lab.pair(SOCK_STREAM);
        lab.watch();
        check(setsockopt(sv[1], SOL_SOCKET, SO_PASSCRED, 1));
        check(send(sv[0], "x", 1, 0));
        byte[] control = new byte[CMSG_SPACE(sizeof(ucred.class))];
        msghdr msg = new msghdr(null, 0, new iovec[] {new iovec(new byte[1], 1)}, 1, control, sizeof(control), 0);
        check(recvmsg(sv[1], msg, 0));
        return answer(new ucred(CMSG_DATA(CMSG_FIRSTHDR(msg))));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        return Lab.option(lab.keep(SocketChannel.open(StandardProtocolFamily.UNIX)), "SO_PASSCRED");
    }

    @Override
    public String netty(Lab lab) {
        return Lab.CANNOT;
    }

    @Override
    public String junixsocket(Lab lab) throws IOException {
        return Lab.option(lab.keep(AFUNIXSocketChannel.open()), "SO_PASSCRED");
    }

    @Override
    public String jnrPosix(Lab lab) throws IOException {
        int[] sv = Posix.pair(lab, SOCK_STREAM);
        lab.watch();
        Posix.setOption(sv[1], SOL_SOCKET, SO_PASSCRED, 1);
        Posix.check(POSIX.write(sv[0], new byte[1], 1));
        MsgHdr message = Posix.message(1);
        message.allocateControl(sizeof(ucred.class));
        Posix.check(POSIX.recvmsg(sv[1], message, 0));
        return answer(new ucred(message.getControls()[0].getData().order(ByteOrder.nativeOrder())));
    }

    /** It has the option, and nothing that receives what the option brings. */
    @Override
    public String jnrUnixsocket(Lab lab) {
        return Lab.CANNOT;
    }

    private static String answer(ucred sender) {
        return sender.pid == getpid() && sender.uid == getuid() && sender.gid == getgid()
                ? "process, user and group" : "others";
    }
}
