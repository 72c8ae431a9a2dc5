package compare.experiments.transfers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.check;
import static libc.sys.Socket.*;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** What two reads see of an urgent byte among others. */
final class Urgent {

    private static final int ROOM = 8;

    private Urgent() {}

    /** By system calls. */
    static String reads(int[] connection) throws IOException {
        check(send(connection[0], "ab", 2, 0));
        check(send(connection[0], "c", 1, MSG_OOB));
        check(send(connection[0], "d", 1, 0));
        return read(connection[1]) + ", " + read(connection[1]);
    }

    private static String read(int fd) throws IOException {
        byte[] buf = new byte[ROOM];
        return new String(buf, 0, check(recv(fd, buf, buf.length, 0)), US_ASCII);
    }

    /** By channels. */
    static String reads(SocketChannel[] connection) throws IOException {
        connection[0].write(US_ASCII.encode("ab"));
        connection[0].socket().sendUrgentData('c');
        connection[0].write(US_ASCII.encode("d"));
        return read(connection[1]) + ", " + read(connection[1]);
    }

    private static String read(SocketChannel channel) throws IOException {
        ByteBuffer buf = ByteBuffer.allocate(ROOM);
        channel.read(buf);
        return US_ASCII.decode(buf.flip()).toString();
    }
}
