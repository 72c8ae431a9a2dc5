package procfs.command;

import static libc.Errno.EPIPE;
import static libc.Errno.check;
import static libc.Unistd.STDOUT_FILENO;

import java.io.IOException;
import java.io.OutputStream;
import libc.ErrnoException;
import libc.Unistd;

/** Standard output, whose errors are known by their numbers. */
final class Output extends OutputStream {

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int off, int len) throws IOException {
        for (int done = 0; done < len;) {
            done += check(Unistd.write(STDOUT_FILENO, bytes, off + done, len - done));
        }
    }

    /** Whether a failure is that nobody reads any more, as {@code head} when it has enough. */
    static boolean isUnread(IOException e) {
        return e instanceof ErrnoException failure && failure.errno() == EPIPE;
    }
}
