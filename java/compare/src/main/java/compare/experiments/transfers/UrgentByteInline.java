package compare.experiments.transfers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** SO_OOBINLINE. */
final class UrgentByteInline implements Experiment {

    @Override
    public String question() {
        return "With SO_OOBINLINE, what do two reads see of \"ab\", an urgent c, and \"d\"?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("The urgent byte stays in its place, and a read still stops before it. Where the mark is "
                + "only C can ask, by sockatmark(3): in Java a read that stops there is like any short one. The option "
                + "is Socket.setOOBInline.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        check(setsockopt(connection[1], SOL_SOCKET, SO_OOBINLINE, 1));
        check(send(connection[0], "ab", 2, 0));
        check(send(connection[0], "c", 1, MSG_OOB));
        check(send(connection[0], "d", 1, 0));
        byte[] buf = new byte[8];
        String first = new String(buf, 0, check(recv(connection[1], buf, buf.length, 0)), US_ASCII);
        return first + ", " + new String(buf, 0, check(recv(connection[1], buf, buf.length, 0)), US_ASCII);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel[] connection = lab.channels();
        lab.watch();
        connection[1].socket().setOOBInline(true);
        connection[0].write(US_ASCII.encode("ab"));
        connection[0].socket().sendUrgentData('c');
        connection[0].write(US_ASCII.encode("d"));
        ByteBuffer first = ByteBuffer.allocate(8);
        connection[1].read(first);
        ByteBuffer second = ByteBuffer.allocate(8);
        connection[1].read(second);
        return US_ASCII.decode(first.flip()) + ", " + US_ASCII.decode(second.flip());
    }
}
