package compare.experiments.beyond;

import static libc.Errno.check;
import static libc.sys.Socket.SOL_SOCKET;
import static libc.sys.Socket.getsockopt;
import static libc.sys.Types.sizeof;

import java.io.IOException;
import org.newsclub.net.unix.AFSomeSocketThing;
import org.newsclub.net.unix.FileDescriptorCast;

/** What is asked of a descriptor, whoever opened it. */
final class Descriptors {

    private Descriptors() {}

    /** That of a socket of junixsocket's. */
    static int of(AFSomeSocketThing socket) throws IOException {
        return FileDescriptorCast.using(socket.getFileDescriptor()).as(Integer.class);
    }

    /** An int of the level SOL_SOCKET. */
    static int option(int fd, int optname) throws IOException {
        int[] value = new int[1];
        check(getsockopt(fd, SOL_SOCKET, optname, value, new int[] {sizeof(value)}));
        return value[0];
    }
}
