package procfs;

import static libc.Fcntl.O_CLOEXEC;
import static libc.Fcntl.O_RDONLY;
import static libc.Fcntl.open;
import static libc.Unistd.close;
import static libc.Unistd.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinTask;

/**
 * Who has which socket open, by a look at all descriptors of all processes.
 *
 * @param byInode the owners of each socket, in the order of pid and descriptor
 * @param denied how many processes may not be looked at
 */
record Owners(Map<Long, List<Owner>> byInode, int denied) {

    private static final Path PROC = Path.of("/proc");

    /** More than {@code /proc/PID/comm} ever has. */
    private static final int COMMAND = 64;

    /** A process's sockets; without a command it is one that may not be looked at. */
    private record Process(int pid, String command, List<Descriptor> sockets) {}

    /**
     * Those of now. Nearly all the time is the kernel's, which makes each link as it is read: hence several processes at
     * once. A task for each, since a parallel stream would take neighbours together, and those with many descriptors are.
     */
    static Owners now() throws IOException {
        Map<Long, List<Owner>> byInode = new HashMap<>();
        int denied = 0;
        for (Process process : processes()) {
            if (process.command == null) {
                denied++;
            }
            for (Descriptor socket : process.sockets) {
                byInode.computeIfAbsent(socket.inode(), inode -> new ArrayList<>(1))
                        .add(new Owner(process.pid, socket.number(), process.command));
            }
        }
        return new Owners(byInode, denied);
    }

    List<Owner> of(long inode) {
        return Collections.unmodifiableList(byInode.getOrDefault(inode, List.of()));
    }

    private static List<Process> processes() throws IOException {
        List<Integer> pids = new ArrayList<>();
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(PROC, "[0-9]*")) {
            directories.forEach(directory -> pids.add(Integer.parseInt(directory.getFileName().toString())));
            Collections.sort(pids);
            return ForkJoinTask.invokeAll(pids.stream().map(pid -> ForkJoinTask.adapt(() -> process(pid))).toList()).stream()
                    .map(ForkJoinTask::join).toList();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Process process(int pid) {
        try {
            List<Descriptor> sockets = Descriptors.of(pid).open().stream()
                    .filter(descriptor -> descriptor.kind() == Descriptor.Kind.SOCKET).toList();
            return sockets.isEmpty() ? new Process(pid, "", sockets) : new Process(pid, command(pid), sockets);
        } catch (NoSuchFileException e) {
            return new Process(pid, "", List.of());
        } catch (AccessDeniedException e) {
            return new Process(pid, null, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String command(int pid) throws IOException {
        Path file = PROC.resolve(pid + "/comm");
        int fd = open(file.toString(), O_RDONLY | O_CLOEXEC);
        if (fd == -1) {
            throw Failure.of(file, "open");
        }
        try {
            byte[] name = new byte[COMMAND];
            int length = read(fd, name, name.length);
            if (length == -1) {
                throw Failure.of(file, "read");
            }
            return new String(name, 0, Math.max(length - 1, 0), StandardCharsets.UTF_8);
        } finally {
            close(fd);
        }
    }
}
