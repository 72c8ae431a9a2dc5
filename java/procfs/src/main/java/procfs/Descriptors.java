package procfs;

import static libc.Errno.ENAMETOOLONG;
import static libc.Errno.ENOENT;
import static libc.Errno.ESRCH;
import static libc.Errno.errno;
import static libc.Fcntl.O_CLOEXEC;
import static libc.Fcntl.O_RDONLY;
import static libc.Limits.PATH_MAX;
import static libc.Unistd.close;
import static libc.Unistd.readlink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import libc.Fcntl;

/**
 * A process's open files, {@code /proc/PID/fd}.
 *
 * @param pid the process
 * @param open its descriptors, in the order of their numbers
 * @param vanished how many were closed, or went with their process, while they were looked at
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_fd.5.html">proc_pid_fd(5)</a>
 */
public record Descriptors(int pid, List<Descriptor> open, int vanished) {

    /**
     * A process's, now. One's own have that of the directory that is read among them.
     *
     * @param pid the process
     * @return its descriptors
     * @throws java.nio.file.NoSuchFileException if there is no such process
     * @throws AccessDeniedException if it is another user's
     * @throws IOException if they cannot be read
     */
    public static Descriptors of(int pid) throws IOException {
        Path directory = Path.of("/proc", Integer.toString(pid), "fd");
        byte[] target = new byte[PATH_MAX];
        List<Descriptor> found = new ArrayList<>();
        int vanished = 0;
        try (DirectoryStream<Path> links = links(directory)) {
            for (Path link : links) {
                int number = Integer.parseInt(link.getFileName().toString());
                int length = readlink(link.toString(), target, target.length);
                if (length >= 0) {
                    found.add(Descriptor.of(number, new String(target, 0, length, StandardCharsets.UTF_8)));
                } else if (errno() == ENAMETOOLONG) {
                    found.add(new Descriptor(number, "", Descriptor.Kind.PATH, 0));
                } else if (errno() == ENOENT || errno() == ESRCH || !Files.exists(directory)) {
                    vanished++; // of a process that has just ended, the kernel says EACCES
                } else {
                    throw Failure.of(link, "readlink");
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        found.sort(Comparator.comparingInt(Descriptor::number));
        return new Descriptors(pid, List.copyOf(found), vanished);
    }

    /** The kernel is asked why once more where that fails, since java.nio.file knows neither ESRCH nor EPERM. */
    private static DirectoryStream<Path> links(Path directory) throws IOException {
        try {
            return Files.newDirectoryStream(directory);
        } catch (FileSystemException e) {
            int fd = Fcntl.open(directory.toString(), O_RDONLY | O_CLOEXEC);
            if (fd == -1) {
                throw Failure.of(directory, "open");
            }
            close(fd);
            throw e;
        }
    }
}
