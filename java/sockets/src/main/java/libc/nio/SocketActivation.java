package libc.nio;

import static libc.Errno.check;
import static libc.Fcntl.FD_CLOEXEC;
import static libc.Fcntl.F_GETFD;
import static libc.Fcntl.F_SETFD;
import static libc.Fcntl.fcntl;
import static libc.Unistd.getpid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import libc.ErrnoException;

/**
 * Sockets that a service manager opened and hands over when it starts the program: systemd's socket activation, which others
 * speak too. LISTEN_FDS descriptors begin at 3, LISTEN_PID is the process that they are for, LISTEN_FDNAMES their names.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/sd_listen_fds.3.html">sd_listen_fds(3)</a>
 */
public final class SocketActivation {

    /** The first descriptor that is handed over. */
    public static final int SD_LISTEN_FDS_START = 3;

    private SocketActivation() {}

    /**
     * A descriptor that was handed over.
     *
     * @param fd the descriptor
     * @param name what the service manager calls it, {@code unknown} if it does not say
     */
    public record Activated(int fd, String name) {}

    /**
     * The descriptors that were handed over to this process, as sd_listen_fds_with_names(3) answers them. Each is made
     * close-on-exec, so that no child inherits it. A JVM cannot take the variables out of its environment: a second call
     * answers the same, and a child finds them too, but with another process's id.
     *
     * @return the descriptors from 3 on, none if the program was started in another way or they are for another process
     * @throws ErrnoException if one of them is not open: EBADF
     * @throws IllegalStateException if the variables make no sense
     */
    public static List<Activated> descriptors() throws ErrnoException {
        String pid = System.getenv("LISTEN_PID");
        String fds = System.getenv("LISTEN_FDS");
        if (pid == null || fds == null || number("LISTEN_PID", pid) != getpid()) {
            return List.of();
        }
        int count = number("LISTEN_FDS", fds);
        String joined = System.getenv("LISTEN_FDNAMES");
        List<String> names = joined == null ? Collections.nCopies(count, "unknown") : List.of(joined.split(":", -1));
        if (names.size() != count) {
            throw new IllegalStateException("LISTEN_FDS=" + count + " and LISTEN_FDNAMES=" + joined);
        }
        List<Activated> activated = new ArrayList<>();
        for (String name : names) {
            int fd = SD_LISTEN_FDS_START + activated.size();
            check(fcntl(fd, F_SETFD, check(fcntl(fd, F_GETFD)) | FD_CLOEXEC));
            activated.add(new Activated(fd, name));
        }
        return List.copyOf(activated);
    }

    private static int number(String name, String value) {
        if (!value.matches("\\d{1,9}")) {
            throw new IllegalStateException(name + "=" + value);
        }
        return Integer.parseInt(value);
    }
}
