package compare.experiments.beyond;

import static libc.Errno.check;
import static libc.sys.Ioctl.FIONREAD;
import static libc.sys.Ioctl.ioctl;
import static libc.sys.Socket.send;

import compare.Connected;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** FIONREAD. */
final class BytesWaiting implements Connected {

    private static final int SENT = 5;

    @Override
    public String question() {
        return "How many of " + SENT + " bytes that were sent are waiting to be read?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("No channel tells, but the stream of its socket does: available() is FIONREAD. That of"
                + " jnr-unixsocket answers 0 nevertheless. What waits to be sent, SIOCOUTQ, the JDK does not tell.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        check(send(connection[0], new byte[SENT], SENT, 0));
        lab.watch();
        int[] bytes = new int[1];
        check(ioctl(connection[1], FIONREAD, bytes));
        return Integer.toString(bytes[0]);
    }

    @Override
    public String connected(Lab lab, SocketChannel[] connection) throws IOException {
        connection[0].write(ByteBuffer.allocate(SENT));
        lab.watch();
        return Lab.outcome(() -> connection[1].socket().getInputStream().available());
    }
}
