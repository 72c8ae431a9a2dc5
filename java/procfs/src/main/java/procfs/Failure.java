package procfs;

import static libc.Errno.EACCES;
import static libc.Errno.ENOENT;
import static libc.Errno.EPERM;
import static libc.Errno.ESRCH;
import static libc.Errno.errno;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import libc.ErrnoException;

/** What is not there and what is not permitted are the same exceptions, whether java.nio.file or the binding was told so. */
final class Failure {

    private Failure() {}

    /** Why a function just failed on a file. */
    static IOException of(Path file, String function) {
        ErrnoException failure = new ErrnoException(function, errno());
        return switch (failure.errno()) {
            case ENOENT, ESRCH -> new NoSuchFileException(file.toString(), null, failure.getMessage());
            case EACCES, EPERM -> new AccessDeniedException(file.toString(), null, failure.getMessage());
            default -> failure;
        };
    }
}
