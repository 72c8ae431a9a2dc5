package compare.experiments.transfers;

import static libc.Errno.check;
import static libc.Fcntl.O_CREAT;
import static libc.Fcntl.O_WRONLY;
import static libc.Fcntl.open;
import static libc.Fcntl.splice;
import static libc.Unistd.pipe;
import static libc.Unistd.write;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** splice(2). */
final class SocketToFile implements OfCalls {

    private static final int SIZE = 20_000;

    @Override
    public String question() {
        return "Which calls take what a socket receives to a file?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("splice(2) moves it through a pipe, inside the kernel. The JDK has no splice(2):"
                + " FileChannel.transferFrom reads and writes, 8 KiB at a time.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        int[] pipe = lab.pipe();
        int file = lab.keep(open(file(lab).toString(), O_WRONLY | O_CREAT, 0600));
        check(write(connection[0], new byte[SIZE], SIZE));
        lab.watch();
        int in = check(splice(connection[1], null, pipe[1], null, SIZE, 0));
        return in + " " + Lab.outcome(splice(pipe[0], null, file, new long[1], in, 0));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel[] connection = lab.channels();
        FileChannel file = lab.keep(FileChannel.open(file(lab), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        connection[0].write(ByteBuffer.allocate(SIZE));
        lab.watch();
        return Lab.outcome(() -> file.transferFrom(connection[1], 0, SIZE));
    }

    private static Path file(Lab lab) throws IOException {
        return lab.directory().resolve("file");
    }
}
