package demos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs demos under strace(1) and reads what system calls they made. What differs from run to run is numbered in the
 * order in which it appears, in whichever of the demos it appears: descriptors, ports, processes.
 *
 * <p>In C and in Java, standard input and output and the descriptors of files are stdio's. A JVM makes more calls of its
 * own, and these are told from the demo's:
 * <ul>
 * <li>The launcher starts one thread, which runs main. No other thread counts.
 * <li>As it starts, the JVM looks up the user's name, for which glibc would ask nscd: {@link #NSCD}.
 * <li>When libnet.so is loaded, which jnr brings about, the JDK asks what the kernel can do: {@link #LIBNET}.
 * <li>What is unlinked after it was opened with O_CREAT is a file: jffi unpacks its library into one.
 * </ul>
 * A file whose name ends with .notes is a demo's, and what happens to it counts.
 */
final class Strace {

    /** Those with ? are not there on every architecture. */
    private static final String CALLS = "%network,read,write,readv,writev,pread64,pwrite64,preadv,pwritev,close,"
            + "?close_range,?poll,ppoll,?select,pselect6,?epoll_create,epoll_create1,epoll_ctl,?epoll_wait,epoll_pwait,"
            + "fcntl,ioctl,unshare,setns,dup,?dup2,dup3,?pipe,pipe2,eventfd2,sendfile,splice,tee,?unlink,unlinkat,"
            + "?open,openat,?readlink,readlinkat,?fork,?vfork,clone,clone3,execve,wait4,waitid";

    /** The first calls of all, once or twice, where no nscd runs. */
    private static final Pattern NSCD = Pattern.compile("""
            \\A(?:socket\\(AF_UNIX, SOCK_STREAM\\|SOCK_CLOEXEC\\|SOCK_NONBLOCK, 0\\) = (\\S+)
            connect\\(\\1, \\{sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110\\) = -1 (?:ENOENT|ECONNREFUSED) .*
            close\\(\\1\\) = 0
            ){1,2}""");

    /** Is there IPv4, is there IPv6, is there SO_REUSEPORT; and Java 17's pair that wakes who waits in a call. */
    private static final Pattern LIBNET = Pattern.compile("""
            openat\\(.*/libnet\\.so".*
            socket\\(AF_INET, SOCK_STREAM, IPPROTO_IP\\) = (\\S+)
            close\\(\\1\\) = 0
            socket\\(AF_INET6, SOCK_STREAM, IPPROTO_IP\\) = (?:-1 .*|(\\S+)
            close\\(\\2\\) = 0)
            socket\\(AF_INET6?, SOCK_STREAM, IPPROTO_IP\\) = (\\S+)
            setsockopt\\(\\3, SOL_SOCKET, SO_REUSEPORT, \\[1], 4\\) = 0
            close\\(\\3\\) = 0
            (?:socketpair\\(AF_UNIX, SOCK_STREAM, 0, \\[\\S+, (\\S+)]\\) = 0
            close\\(\\4\\) = 0
            )?""");

    private static final Pattern DESCRIPTOR = Pattern.compile("\\b(\\d+)<[a-z_]+:[^>]*>");
    private static final Pattern ON_FILE = Pattern.compile("\\w+\\(\\d+</(?![^>]*\\.notes>).*");
    private static final Pattern ON_STDIO = Pattern.compile("\\w+\\([012](<[^>]*>).*");
    private static final Pattern ON_DESCRIPTOR = Pattern.compile("\\w+\\(\\d+(<[^>]*>).*");
    private static final Pattern CREATES = Pattern.compile(
            "open(?:at)?\\([^\"]*(\"[^\"]*(?<!\\.notes)\"), [^)]*O_CREAT.* = \\d.*");
    private static final Pattern UNLINKS = Pattern.compile("unlink(?:at)?\\([^\"]*(\"[^\"]*\").*");
    private static final Pattern THREAD = Pattern.compile("clone3?\\(.*CLONE_THREAD.* = (\\d+)");
    private static final Pattern CHILD = Pattern.compile("(?:v?fork|clone3?)\\((?!.*CLONE_THREAD).* = (\\d+)");

    private static final Pattern PROGRAM = Pattern.compile(
            "^execve\\((?!\"/proc/self/exe\")\"[^\"]*\", (\\[.*]), .* = 0$", Pattern.MULTILINE);

    /**
     * Files by their paths, but for {@link #LIBNET}'s and those of demos; a thread's beginning, and another program's;
     * and calls that the kernel restarts after a signal.
     */
    private static final Pattern NOT_COMPARED = Pattern.compile("(?:open|readlink|readlinkat)\\(.*"
            + "|openat\\((?!.*(?:/libnet\\.so|\\.notes)\").*|clone3?\\(.*CLONE_THREAD.*|execve\\(.*"
            + "|.* = \\? ERESTART.*");

    /** What proc10_sockets and lab10 read, but for the "." and ".." that readdir(3) gives; other files are the JVM's. */
    private static final Pattern PROC = Pattern.compile(
            "(\\w+)\\([^\"]*\"(/proc/(?:\\d+/(?:fd(?!/\\.)|net)|net/udp)\\b[^\"]*)\".* = (?:(-1 \\w+)|\\d).*");

    private final Path directory;
    private final List<String> demos = new ArrayList<>();
    private final Map<String, List<String>> threads = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<Integer, String> decoded = new HashMap<>();
    private final List<String> calls = new ArrayList<>();

    /** Writes its files to a directory. */
    Strace(Path directory) {
        this.directory = directory;
    }

    /** The command line that traces a demo's command line. */
    List<String> command(String demo, List<String> command) {
        demos.add(demo);
        // With a file for each thread, no other thread's calls come in between.
        Stream<String> strace = Stream.of("strace", "--follow-forks", "--output-separately", "--seccomp-bpf", "-qqq",
                "--decode-fds=path", "--string-limit=1000000", "--signal=none", "--trace=" + CALLS,
                "--output=" + directory.resolve("trace" + demos.size()));
        return Stream.concat(strace, command.stream()).toList();
    }

    /** The calls of all demos traced, when they have ended, one demo after the other. */
    List<String> calls() throws IOException {
        for (int i = 0; i < demos.size(); i++) {
            threads.clear();
            String prefix = "trace" + (i + 1) + ".";
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(path -> path.getFileName().toString().startsWith(prefix)).toList()) {
                    threads.put(file.getFileName().toString().substring(prefix.length()), Files.readAllLines(file)
                            .stream().map(line -> line.replaceFirst("\\) += ", ") = ")).toList());
                }
            }
            // A child's first call can be execve, too.
            Set<String> children = threads.values().stream().flatMap(lines -> found(CHILD, lines).stream())
                    .collect(Collectors.toSet());
            String first = threads.keySet().stream().filter(id -> !children.contains(id))
                    .filter(id -> String.join("\n", threads.get(id)).startsWith("execve(")).findFirst().orElseThrow();
            calls.add(demos.get(i) + ":");
            readProcess(first);
        }
        return calls;
    }

    private void readProcess(String id) {
        List<String> children = new ArrayList<>();
        Set<String> started = found(THREAD, threads.get(id));
        read(threads.get(id), Function.identity(), children);
        if (!started.isEmpty()) {
            assertEquals(1, started.size(), "threads that the launcher starts");
            read(threads.get(started.iterator().next()), calls -> LIBNET.matcher(NSCD.matcher(calls).replaceFirst(""))
                    .replaceFirst(""), children);
        }
        for (String child : children) {
            calls.add(name("process ", child) + ":");
            Matcher program = PROGRAM.matcher(String.join("\n", threads.get(child)));
            if (program.find()) {
                // What another program does is no demo's doing.
                calls.add("runs " + program.group(1).replaceAll("/proc/self/fd/\\d+", "/proc/self/fd/N"));
            } else {
                readProcess(child);
            }
        }
    }

    private void read(List<String> lines, Function<String, String> ownCallsRemoved, List<String> children) {
        Set<String> created = found(CREATES, lines);
        // perror(3) writes to a copy of standard error.
        Set<String> stdio = found(ON_STDIO, lines);
        String others = lines.stream().filter(line -> !isAmong(created, UNLINKS, line)
                && !isAmong(stdio, ON_DESCRIPTOR, line) && !ON_FILE.matcher(line).matches()
                && (!NOT_COMPARED.matcher(line).matches() || PROC.matcher(line).matches()))
                .map(line -> line + "\n").collect(Collectors.joining());
        ownCallsRemoved.apply(others).lines().forEach(line -> {
            Matcher child = CHILD.matcher(line);
            Matcher proc = PROC.matcher(line);
            if (child.matches()) {
                children.add(child.group(1));
                calls.add("starts " + name("process ", child.group(1)));
            } else if (proc.matches()) {
                String path = replace(proc.group(2), "\\d+(?=/fd|/net)", m -> name("process ", m.group()));
                calls.add(proc.group(1) + " " + path + (proc.group(3) == null ? "" : " = " + proc.group(3)));
            } else if (!line.contains("/libnet.so\"")) {
                calls.add(numbered(line));
            }
        });
    }

    /** What the expression's group is in those lines that it matches. */
    private static Set<String> found(Pattern pattern, List<String> lines) {
        return lines.stream().map(pattern::matcher).filter(Matcher::matches).map(line -> line.group(1))
                .collect(Collectors.toSet());
    }

    private static boolean isAmong(Set<String> values, Pattern pattern, String line) {
        return found(pattern, List.of(line)).stream().anyMatch(values::contains);
    }

    private String numbered(String line) {
        String s = line.replaceAll("0x[0-9a-f]{7,}", "POINTER");
        // What poll answers has the bare number of a descriptor that is decoded in what it was asked.
        s = s.replaceAll("\\b(\\d+)(<[a-z_]+:[^>]*>)(.*\\{fd=\\1)(?=, revents)", "$1$2$3$2");
        // What sendfile(2) sends is a file of the demo's.
        s = s.replaceAll("(?<=, )\\d+</(?:[^/>]*/)*([^/>]*)>", "file $1");
        // So has select in what it answers, and in the number above all that it waits for.
        DESCRIPTOR.matcher(s).results().forEach(m -> decoded.put(Integer.valueOf(m.group(1)), m.group()));
        if (s.matches("p?select6?\\(.*")) {
            s = replace(s, "(?<=^\\w{6,8}\\()\\d+", m -> decoded(Integer.parseInt(m.group()) - 1) + " + 1");
            s = replace(s, "(?<= = \\d{1,4} \\().*", ready -> replace(ready.group(), "\\d+",
                    m -> decoded(Integer.parseInt(m.group()))));
        }
        s = replace(s, DESCRIPTOR.pattern(), m -> name("fd", m.group()));
        s = s.replaceAll("AT_FDCWD<[^>]*>", "AT_FDCWD");
        s = replace(s, "\\b\\d+<([^>]*\\.notes)>(?:\\(deleted\\))?", m -> name("file", m.group(1)));
        s = replace(s, "htons\\(([1-9]\\d*)\\)", m -> "htons(" + name("port", m.group(1)) + ")");
        s = replace(s, "127\\.0\\.0\\.1:(\\d+)", m -> "127.0.0.1:" + name("port", m.group(1)));
        s = replace(s, "\\{pid=(\\d+)", m -> "{pid=" + name("process ", m.group(1)));
        s = replace(s, "sun_path=@\"([^\"]*)\"", m -> "sun_path=@\"" + name("name", m.group(1)) + "\"");
        // A path that has a process's number in it is as long as that; the length ends with a NUL.
        s = replace(s, "(sun_path=\"([^\"]*)\"}, \\[(?:\\d+ => )?)(\\d+)]", m ->
                m.group(1) + (Integer.parseInt(m.group(3)) == 2 + m.group(2).length() + 1 ? "PATH" : m.group(3)) + "]");
        s = replace(s, "\\.sock\\.(\\d+)\"", m -> ".sock." + name("process ", m.group(1)) + "\"");
        return replace(s, "^wait4\\((\\d+)(.*) = (\\d+)$", m ->
                "wait4(" + name("process ", m.group(1)) + m.group(2) + " = " + name("process ", m.group(3)));
    }

    /** A descriptor's bare number as strace decodes it elsewhere. */
    private String decoded(int number) {
        return decoded.getOrDefault(number, "" + number);
    }

    private static String replace(String text, String regex, Function<MatchResult, String> replacement) {
        return Pattern.compile(regex).matcher(text).replaceAll(m -> Matcher.quoteReplacement(replacement.apply(m)));
    }

    private String name(String kind, String value) {
        return names.computeIfAbsent(kind + value, key ->
                kind + (1 + names.values().stream().filter(name -> name.startsWith(kind)).count()));
    }
}
