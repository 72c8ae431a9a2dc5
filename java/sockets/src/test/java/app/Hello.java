package app;

import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.Strings.strerrorname_np;
import static libc.Unistd.close;
import static libc.sys.Socket.AF_UNIX;
import static libc.sys.Socket.SOCK_STREAM;
import static libc.sys.Socket.socket;

import java.io.IOException;

/** A user's program: a call that succeeds, one that fails, and through which backend. */
public final class Hello {

    private Hello() {}

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        close(check(socket(AF_UNIX, SOCK_STREAM, 0)));
        close(-1);
        // By reflection: the package is not exported.
        Object backend = Class.forName("libc.internal.call.Native").getMethod("backend").invoke(null);
        System.out.println(backend + " " + strerrorname_np(errno()));
    }
}
