package app;

import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.Strings.strerrorname_np;
import static libc.Unistd.close;
import static libc.sys.Socket.AF_UNIX;
import static libc.sys.Socket.SOCK_STREAM;
import static libc.sys.Socket.send;

import java.io.IOException;
import java.nio.ByteBuffer;
import jnr.constants.platform.Errno;
import jnr.posix.MsgHdr;
import jnr.posix.POSIX;
import jnr.posix.POSIXFactory;

/** A user's program that calls jnr-posix beside the library: on the same sockets, and one call of each that fails. */
public final class Beside {

    private Beside() {}

    public static void main(String[] args) throws IOException {
        POSIX posix = POSIXFactory.getNativePOSIX();
        int[] sv = new int[2];
        posix.socketpair(AF_UNIX, SOCK_STREAM, 0, sv);
        check(send(sv[0], "hello", 5, 0));
        MsgHdr message = posix.allocateMsgHdr();
        message.setIov(new ByteBuffer[] {ByteBuffer.allocateDirect(8)});
        int received = posix.recvmsg(sv[1], message, 0);
        check(close(sv[0]));
        check(close(sv[1]));
        close(-1);
        posix.socketpair(-1, SOCK_STREAM, 0, sv);
        System.out.println(received + " " + Errno.valueOf(posix.errno()).name() + " " + strerrorname_np(errno()));
    }
}
