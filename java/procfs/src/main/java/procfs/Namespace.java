package procfs;

import static libc.Fcntl.O_CLOEXEC;
import static libc.Fcntl.O_RDONLY;
import static libc.Fcntl.open;
import static libc.Sched.CLONE_NEWNET;
import static libc.Sched.setns;
import static libc.Unistd.close;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A network namespace, whose sockets, addresses and ports are its own.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/network_namespaces.7.html">network_namespaces(7)</a>
 */
public final class Namespace {

    private static final Path THREAD = Path.of("/proc/thread-self");
    private static final Path NAMED = Path.of("/run/netns");

    /** The calling thread's. */
    public static final Namespace OWN = new Namespace(THREAD.resolve("ns/net"), THREAD.resolve("net"));

    private final Path file;
    private final Path tables;

    private Namespace(Path file, Path tables) {
        this.file = file;
        this.tables = tables;
    }

    /**
     * The namespace that a process is in.
     *
     * @param pid the process
     * @return its namespace
     */
    public static Namespace of(int pid) {
        Path process = Path.of("/proc", Integer.toString(pid));
        return new Namespace(process.resolve("ns/net"), process.resolve("net"));
    }

    /**
     * The namespace that {@code ip netns} knows by a name.
     *
     * @param name its name
     * @return the namespace
     * @throws IllegalArgumentException if it cannot be the name of a file
     */
    public static Namespace named(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException("no name of a namespace: \"" + name + '"');
        }
        return new Namespace(NAMED.resolve(name), null);
    }

    /**
     * The file that stands for it.
     *
     * @return such as {@code /proc/1234/ns/net}
     */
    public Path file() {
        return file;
    }

    /**
     * What tells it from other namespaces.
     *
     * @return its inode
     * @throws NoSuchFileException if it is gone, or never was
     * @throws java.nio.file.AccessDeniedException if it is another user's
     * @throws IOException if it cannot be looked at
     */
    public long inode() throws IOException {
        return ((Number) Files.getAttribute(file, "unix:ino")).longValue();
    }

    /**
     * Does something in it, on a thread that goes there and then ends; in one's own namespace, on this thread. Sockets that
     * are made there belong to that namespace, wherever they are used later. An interrupt of this thread is passed on to
     * that one, whose end is waited for all the same.
     *
     * @param <T> the result
     * @param task what to do
     * @return what the task answers
     * @throws NoSuchFileException if it is gone, or never was
     * @throws java.nio.file.AccessDeniedException if it may not be entered
     * @throws IOException if it cannot be entered, or the task says so
     */
    public <T> T call(Callable<T> task) throws IOException {
        try {
            if (this == OWN || inode() == OWN.inode()) {
                return task.call();
            }
            FutureTask<T> there = new FutureTask<>(() -> {
                enter();
                return task.call();
            });
            Thread thread = new Thread(there, "in " + file);
            thread.start();
            return result(there, thread);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (Exception e) {
            throw failure(e);
        }
    }

    private void enter() throws IOException {
        int fd = open(file.toString(), O_RDONLY | O_CLOEXEC);
        if (fd == -1) {
            throw Failure.of(file, "open");
        }
        try {
            if (setns(fd, CLONE_NEWNET) == -1) {
                throw Failure.of(file, "setns");
            }
        } finally {
            close(fd);
        }
    }

    /** Who left before the end would lose what the task opens. */
    private static <T> T result(FutureTask<T> task, Thread thread) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    thread.interrupt();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static IOException failure(Throwable thrown) {
        if (thrown instanceof IOException e) {
            return e;
        } else if (thrown instanceof RuntimeException e) {
            throw e;
        } else if (thrown instanceof Error e) {
            throw e;
        } else if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new IOException(thrown);
    }

    /**
     * The directory that has its tables, {@code tcp}, {@code udp} and so on.
     *
     * @return such as {@code /proc/1234/net};
     *     of a namespace that only has a name, the directory that has them inside {@link #call}
     */
    public Path tables() {
        return Objects.requireNonNullElse(tables, OWN.tables);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
