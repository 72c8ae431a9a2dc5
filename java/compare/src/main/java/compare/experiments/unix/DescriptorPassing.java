package compare.experiments.unix;

import static compare.Posix.POSIX;
import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.check;
import static libc.Strings.memcpy;
import static libc.Unistd.pipe;
import static libc.Unistd.read;
import static libc.Unistd.write;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Posix;
import compare.Verdict;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.DomainSocketReadMode;
import io.netty.channel.unix.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import jnr.posix.MsgHdr;
import jnr.unixsocket.UnixSocketAddress;
import jnr.unixsocket.UnixSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/** SCM_RIGHTS. */
final class DescriptorPassing implements Experiment {

    @Override
    public String question() {
        return "Can a socket receive an open file?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("SCM_RIGHTS brings a descriptor of what the sender has open. A channel reads the byte "
                + "that comes with it; the kernel closes the descriptor again, and neither side is told.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int listener = Unix.listener(lab);
        int fd = Unix.connected(lab, Unix.path(lab));
        lab.watch();
        int pipe = pass(lab, listener);
        byte[] control = new byte[CMSG_SPACE(sizeof(int.class))];
        msghdr msg = new msghdr(null, 0, new iovec[] {new iovec(new byte[1], 1)}, 1, control, sizeof(control), 0);
        check(recvmsg(fd, msg, 0));
        check(write(lab.keep(CMSG_DATA(CMSG_FIRSTHDR(msg)).getInt()), "hello", 5));
        return written(pipe);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        int listener = Unix.listener(lab);
        SocketChannel channel = lab.keep(SocketChannel.open(UnixDomainSocketAddress.of(Unix.path(lab))));
        lab.watch();
        int pipe = pass(lab, listener);
        channel.read(ByteBuffer.allocate(1));
        return written(pipe);
    }

    @Override
    public String netty(Lab lab) throws Exception {
        int listener = Unix.listener(lab);
        Inbox inbox = new Inbox();
        lab.watch();
        Unix.netty(lab, inbox).option(EpollChannelOption.DOMAIN_SOCKET_READ_MODE, DomainSocketReadMode.FILE_DESCRIPTORS)
                .connect(new DomainSocketAddress(Unix.path(lab).toString())).sync();
        int pipe = pass(lab, listener);
        check(write(lab.keep(inbox.next(FileDescriptor.class).intValue()), "hello", 5));
        return written(pipe);
    }

    @Override
    public String junixsocket(Lab lab) throws IOException {
        int listener = Unix.listener(lab);
        lab.watch();
        AFUNIXSocketChannel channel = lab.keep(AFUNIXSocketChannel.open(AFUNIXSocketAddress.of(Unix.path(lab))));
        channel.setAncillaryReceiveBufferSize(CMSG_SPACE(sizeof(int.class)));
        int pipe = pass(lab, listener);
        channel.read(ByteBuffer.allocate(1));
        try (FileOutputStream file = new FileOutputStream(channel.getReceivedFileDescriptors()[0])) {
            file.write("hello".getBytes(UTF_8));
        }
        return written(pipe);
    }

    @Override
    public String jnrPosix(Lab lab) throws IOException {
        int listener = Unix.listener(lab);
        int fd = Unix.connected(lab, Unix.path(lab));
        lab.watch();
        int pipe = pass(lab, listener);
        MsgHdr message = Posix.message(1);
        message.allocateControl(Integer.BYTES);
        Posix.check(POSIX.recvmsg(fd, message, 0));
        int end = message.getControls()[0].getData().order(ByteOrder.nativeOrder()).getInt();
        Posix.check(POSIX.write(lab.keep(end), "hello".getBytes(UTF_8), 5));
        return written(pipe);
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws IOException {
        int listener = Unix.listener(lab);
        lab.watch();
        UnixSocketChannel channel = lab.keep(UnixSocketChannel.open(new UnixSocketAddress(Unix.path(lab).toFile())));
        int pipe = pass(lab, listener);
        channel.read(ByteBuffer.allocate(1));
        return written(pipe);
    }

    /** Sends one end of a pipe to who has connected, and nobody else has it any more; answers the other end. */
    private static int pass(Lab lab, int listener) throws IOException {
        int[] pipe = new int[2];
        check(pipe(pipe));
        int[] end = {lab.keep(pipe[1])};
        byte[] control = new byte[CMSG_SPACE(sizeof(end))];
        msghdr msg = new msghdr(null, 0, new iovec[] {new iovec("x", 1)}, 1, control, sizeof(control), 0);
        cmsghdr cmsg = CMSG_FIRSTHDR(msg);
        cmsg.cmsg_level(SOL_SOCKET);
        cmsg.cmsg_type(SCM_RIGHTS);
        cmsg.cmsg_len(CMSG_LEN(sizeof(end)));
        memcpy(CMSG_DATA(cmsg), end, sizeof(end));
        check(sendmsg(lab.accepted(listener), msg, 0));
        lab.close(pipe[1]);
        return lab.keep(pipe[0]);
    }

    /** What was written to the end that was sent; a pipe that nobody can write to any more has come to its end. */
    private static String written(int pipe) throws IOException {
        byte[] buf = new byte[100];
        int n = check(read(pipe, buf, sizeof(buf)));
        return n == 0 ? Lab.CANNOT : "written to it: " + new String(buf, 0, n, UTF_8);
    }
}
