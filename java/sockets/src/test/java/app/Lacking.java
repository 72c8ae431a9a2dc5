package app;

import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.Strings.strerrorname_np;
import static libc.sys.Socket.AF_UNIX;
import static libc.sys.Socket.SHUT_RD;
import static libc.sys.Socket.SOCK_STREAM;
import static libc.sys.Socket.send;
import static libc.sys.Socket.socketpair;

import java.io.IOException;
import libc.sys.Socket;

/** A user's program on a machine whose libc lacks two functions, which no other libc has either. */
public final class Lacking {

    private Lacking() {}

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        int[] sv = new int[2];
        check(socketpair(AF_UNIX, SOCK_STREAM, 0, sv));
        Object returnsInt = Socket.class.getMethod("shutdowm", int.class, int.class).invoke(null, sv[0], SHUT_RD);
        System.out.println(returnsInt + " " + strerrorname_np(errno()));
        errno(0);
        Object returnsLong = Socket.class.getMethod("rekv", int.class, byte[].class, int.class, int.class)
                .invoke(null, sv[0], new byte[1], 1, 0);
        System.out.println(returnsLong + " " + strerrorname_np(errno()));
        System.out.println(send(sv[1], "on", 2, 0));
    }
}
