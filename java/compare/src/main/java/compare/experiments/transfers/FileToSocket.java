package compare.experiments.transfers;

import static libc.Fcntl.O_RDONLY;
import static libc.Fcntl.open;
import static libc.sys.Sendfile.sendfile;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;

/** sendfile(2). */
final class FileToSocket implements OfCalls {

    private static final int SIZE = 20_000;

    @Override
    public String question() {
        return "Which call takes a file to a socket?";
    }

    @Override
    public Verdict verdict() {
        return Runtime.version().feature() > 17
                ? Verdict.differs("FileChannel.transferTo is sendfile(2), after a copy_file_range(2) in vain, which is "
                        + "for files only. The bytes do not go through the JVM.")
                : Verdict.same("FileChannel.transferTo is sendfile(2): the bytes do not go through the JVM. Java 25 "
                        + "tries copy_file_range(2) first.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        int file = lab.keep(open(lab.file(SIZE).toString(), O_RDONLY));
        lab.watch();
        return Lab.outcome(sendfile(connection[0], file, new long[1], SIZE));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel[] connection = lab.channels();
        FileChannel file = lab.keep(FileChannel.open(lab.file(SIZE)));
        lab.watch();
        return Lab.outcome(() -> file.transferTo(0, SIZE, connection[0]));
    }
}
