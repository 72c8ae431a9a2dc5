package app;

import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.Strings.strerrorname_np;
import static libc.Unistd.close;
import static libc.sys.Socket.send;

import java.io.IOException;
import java.nio.ByteBuffer;
import jnr.unixsocket.UnixSocketChannel;

/** A user's program that sends to a channel of jnr-unixsocket's through the library. */
public final class BesideChannels {

    private BesideChannels() {}

    public static void main(String[] args) throws IOException {
        UnixSocketChannel[] pair = UnixSocketChannel.pair();
        try (UnixSocketChannel first = pair[0]; UnixSocketChannel second = pair[1]) {
            check(send(first.getFD(), "hello", 5, 0));
            close(-1);
            System.out.println(second.read(ByteBuffer.allocate(8)) + " " + strerrorname_np(errno()));
        }
    }
}
