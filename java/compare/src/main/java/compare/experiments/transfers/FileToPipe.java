package compare.experiments.transfers;

import static libc.Fcntl.O_RDONLY;
import static libc.Fcntl.open;
import static libc.Unistd.pipe;
import static libc.sys.Sendfile.sendfile;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;

/** sendfile(2) to what is no socket. */
final class FileToPipe implements OfCalls {

    private static final int SIZE = 5000;

    @Override
    public String question() {
        return "Which call takes a file to a pipe?";
    }

    @Override
    public Verdict verdict() {
        return Runtime.version().feature() > 17
                ? Verdict.differs("Java 25 has sendfile(2) for files and TCP and UNIX channels alone: for a pipe it "
                        + "reads into the heap and writes, or maps the file if there are 16 KiB or more. Java 17 calls "
                        + "sendfile(2).")
                : Verdict.same("sendfile(2), which writes to pipes too. Java 25 reads and writes, or maps the file.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] pipe = lab.pipe();
        int file = lab.keep(open(lab.file(SIZE).toString(), O_RDONLY));
        lab.watch();
        return Lab.outcome(sendfile(pipe[1], file, new long[1], SIZE));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        Pipe pipe = Pipe.open();
        lab.keep(pipe.source());
        lab.keep(pipe.sink());
        FileChannel file = lab.keep(FileChannel.open(lab.file(SIZE)));
        lab.watch();
        return Lab.outcome(() -> file.transferTo(0, SIZE, pipe.sink()));
    }
}
