package compare.experiments.transfers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static libc.Errno.check;
import static libc.Unistd.STDERR_FILENO;
import static libc.Unistd.STDIN_FILENO;
import static libc.Unistd.dup;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** System.inheritedChannel, closed. */
final class InheritedStreams implements Experiment {

    @Override
    public String question() {
        return "Which of the descriptors 0, 1 and 2 are still what they were, when the inherited socket has been closed?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The JDK dups descriptor 0 for the channel, and when that is closed points 0, 1 and 2 to "
                + "/dev/null, whatever they are: what the program prints after that is lost.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        lab.watch();
        List<String> before = links();
        int channel = lab.keep(dup(STDIN_FILENO));
        lab.close(channel);
        return compared(before);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        return Child.run(lab, Program.class, connection[1]);
    }

    @Override
    public String netty(Lab lab) throws IOException {
        int[] connection = lab.connection();
        Epoll.ensureAvailability();
        lab.watch();
        List<String> before = links();
        new EpollSocketChannel(check(dup(connection[1]))).unsafe().closeForcibly();
        return compared(before);
    }

    private static List<String> links() {
        return IntStream.rangeClosed(STDIN_FILENO, STDERR_FILENO).mapToObj(fd -> {
            try {
                return Files.readSymbolicLink(Path.of("/proc/self/fd", Integer.toString(fd))).toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).toList();
    }

    private static String compared(List<String> before) {
        List<String> after = links();
        return IntStream.range(0, before.size())
                .mapToObj(fd -> fd + ": " + (after.get(fd).equals(before.get(fd)) ? "as it was" : after.get(fd)))
                .collect(joining("\n"));
    }

    /** The program. */
    static final class Program {

        /** Prints what has become of its descriptors. */
        public static void main(String[] args) throws IOException {
            try (PrintStream out = new PrintStream(new FileOutputStream("/proc/self/fd/1"), true, UTF_8)) {
                List<String> before = links();
                System.inheritedChannel().close();
                out.println(compared(before));
            }
        }
    }
}
