package compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Has strace(1) write down what a leg calls, and reads from it what each side of each experiment called: what is done
 * with sockets, and with what waits for them.
 */
final class Traces {

    /** Where a side's calls begin. */
    static final String BEGIN = "begin";

    /** Where they end. */
    static final String END = "end";

    /** The name of a directory of an experiment's. */
    static final String DIRECTORY = "lab-%08x";

    /** Those with ? are not there on every architecture. */
    private static final String CALLS = "%network,read,write,readv,writev,pread64,pwrite64,close,dup,?dup2,dup3,fcntl,ioctl,"
            + "?poll,ppoll,?select,pselect6,epoll_create1,epoll_ctl,?epoll_wait,epoll_pwait,?epoll_pwait2,eventfd2,"
            + "?pipe,pipe2,sendfile,copy_file_range,splice,tee,?unlink,unlinkat,tgkill,clone,clone3";

    private static final Pattern LINE = Pattern.compile("(\\d+\\.\\d+) (.*)");
    private static final Pattern MARK = Pattern.compile("write\\(-1, \"(\\w+ \\w+) (" + BEGIN + "|" + END + ")\", .*");
    private static final Pattern THREAD = Pattern.compile("clone3?\\(.*CLONE_THREAD.* = (\\d+)");

    private record Call(String time, String thread, String text) {}

    private Traces() {}

    /** The command line that traces a command line, into files of a directory. */
    static List<String> command(Path directory, List<String> command) {
        // With a file for each thread no call is cut in two by another's.
        Stream<String> strace = Stream.of("strace", "--follow-forks", "--output-separately", "--seccomp-bpf", "-qqq",
                "--decode-fds=path", "--string-limit=80", "--signal=none",
                "--absolute-timestamps=format:unix,precision:ns", "--trace=" + CALLS,
                "--output=" + directory.resolve("trace"));
        return Stream.concat(strace, command.stream()).toList();
    }

    /** The calls by experiment and side, when the command has ended. */
    static Map<String, List<String>> read(Path directory) throws IOException {
        List<Call> calls = new ArrayList<>();
        Set<String> threads = new HashSet<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String thread = file.toString().substring(file.toString().lastIndexOf('.') + 1);
                for (String line : Files.readAllLines(file)) {
                    Matcher matcher = LINE.matcher(line);
                    if (matcher.matches()) {
                        calls.add(new Call(matcher.group(1), thread, matcher.group(2).replaceFirst("\\) += ", ") = ")));
                        Matcher started = THREAD.matcher(matcher.group(2));
                        if (started.matches()) {
                            threads.add(started.group(1));
                        }
                    }
                }
            }
        }
        calls.sort(Comparator.comparing(Call::time));
        return sides(calls, threads);
    }

    /** Every side is asked twice: the last time counts. */
    private static Map<String, List<String>> sides(List<Call> calls, Set<String> threads) {
        Map<String, List<String>> sides = new HashMap<>();
        Slice slice = null;
        for (Call call : calls) {
            Matcher mark = MARK.matcher(call.text);
            if (mark.matches()) {
                slice = mark.group(2).equals(BEGIN) ? new Slice() : slice;
                if (mark.group(2).equals(END)) {
                    sides.put(mark.group(1), slice.lines());
                    slice = null;
                }
            } else if (slice != null) {
                slice.add(call.thread, threads.contains(call.thread) ? "" : call.thread, call.text);
            }
        }
        return sides;
    }
}
