package libc;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import libc.tools.Prototypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the trace says of each system call what strace says of it. */
class TraceBesideStraceIT {

    /** The system calls behind the library's, those with ? not on every architecture. */
    private static final String CALLS = "%network,read,write,readv,writev,preadv,pwritev,preadv2,pwritev2,close,"
            + "?close_range,?poll,ppoll,?select,pselect6,?epoll_create,epoll_create1,epoll_ctl,?epoll_wait,epoll_pwait,"
            + "?epoll_pwait2,fcntl,ioctl,unshare,setns,dup,?dup2,dup3,?pipe,pipe2,eventfd2,sendfile,splice,tee,?unlink,"
            + "?unlinkat,?open,openat,?readlink,?readlinkat,wait4,newfstatat,?stat,fstat,?chmod,fchmod,?fchmodat,umask,"
            + "?chown,fchown,?fchownat,timerfd_create,timerfd_settime,timerfd_gettime,memfd_create,getpid,getppid,gettid,"
            + "getuid,geteuid,getgid,getegid,sethostname,setdomainname,prlimit64,kill,?pidfd_open,?pidfd_getfd,"
            + "?pidfd_send_signal";

    private static final Pattern POINTER = Pattern.compile("0x[0-9a-f]{9,}");
    private static final Pattern LINE = Pattern.compile("(\\w+)\\((.*)\\) += (.*)");

    /** Functions of the C library that call nothing, or others. */
    private static final Set<String> NO_SYSTEM_CALLS = Set.of("sigemptyset", "sigaddset", "posix_spawn", "posix_spawnp");

    @TempDir
    Path dir;

    @Test
    void straceSaysTheSameLineByLine() throws Exception {
        Needs.tool("strace");
        Path trace = dir.resolve("strace");
        List<String> command = new ArrayList<>(List.of("strace", "--follow-forks", "--output-separately", "--seccomp-bpf",
                "-qqq", "--signal=none", "--string-limit=32", "--trace=" + CALLS, "--output=" + trace));
        command.addAll(Sockets.java(TraceCalls.class, dir.toString()));
        List<String> ours = between(Needs.run(dir, command.toArray(String[]::new)).lines().toList(), 0);
        List<String> theirs = null;
        try (Stream<Path> threads = Files.list(dir)) {
            for (Path thread : threads.filter(file -> file.getFileName().toString().startsWith("strace.")).toList()) {
                List<String> lines = Files.readAllLines(thread);
                if (lines.stream().anyMatch(line -> line.startsWith("write(-1, \"" + TraceCalls.MARK))) {
                    theirs = between(lines, 2);
                }
            }
        }
        List<String> expected = theirs.stream().filter(line -> !line.matches("getsockopt\\(.*, SO_(DOMAIN|PROTOCOL), .*"))
                .map(TraceBesideStraceIT::ofStrace).toList();
        List<String> actual = ours.stream().map(TraceBesideStraceIT::ofTrace)
                .filter(line -> !NO_SYSTEM_CALLS.contains(name(line))).toList();
        assertIterableEquals(withoutGettid(expected), withoutGettid(actual));
        assertTrue(expected.containsAll(actual), "gettid");
        Set<String> shown = ours.stream().map(TraceBesideStraceIT::name).collect(toCollection(TreeSet::new));
        TraceIT.LITERAL.forEach(line -> shown.add(name(line.expected())));
        assertEquals(functions(), shown, "functions that are compared with strace or with a line");
    }

    /** The JVM calls it too, once in a while. */
    private static List<String> withoutGettid(List<String> lines) {
        return lines.stream().filter(line -> !line.startsWith("gettid(")).toList();
    }

    /** The lines between two marks, of which the first is the one after {@code skip} others. */
    private static List<String> between(List<String> lines, int skip) {
        List<Integer> marks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("write(-1, \"" + TraceCalls.MARK)) {
                marks.add(i);
            }
        }
        assertEquals(skip + 2, marks.size(), "marks");
        return lines.subList(marks.get(skip) + 1, marks.get(skip + 1));
    }

    /** All that is called, but for what the library calls for itself. */
    private static Set<String> functions() {
        Set<String> all = new TreeSet<>(Prototypes.functions());
        all.removeIf(name -> name.startsWith("posix_spawn_file_actions_") || Set.of("strlen", "gai_strerror",
                "__h_errno_location", "freeaddrinfo", "freeifaddrs", "if_freenameindex").contains(name));
        return all;
    }

    private static String name(String line) {
        return line.substring(0, line.indexOf('('));
    }

    /** What is different in strace 6, whatever the call is. */
    private static String ofStrace(String line) {
        String s = line.replaceFirst("\\) += ", ") = ").replaceAll(" /\\* \\w+_\\?\\?\\? \\*/", "");
        s = replace(s, "if_nametoindex\\(\"(\\w+)\"\\)", m -> index(m.group(1)));
        s = s.replaceAll("cmsg_type=SO_(TIMESTAMP\\w*)_OLD", "cmsg_type=SCM_$1").replaceAll("(SO_\\w+|SIOCG\\w+)_OLD", "$1");
        s = s.replace("RLIM64_INFINITY", "RLIM_INFINITY").replace("WSTOPPED, NULL)", "WUNTRACED, NULL)");
        // A struct timeval that it does not know, and a string with its NUL.
        s = s.replaceAll("SO_RCVTIMEO, \"[^\"]*\"", "SO_RCVTIMEO, {tv_sec=1, tv_usec=2}").replace("\"lo\\0\"", "\"lo\"");
        s = s.replace("SO_TIMESTAMPING, [24]", "SO_TIMESTAMPING, [SOF_TIMESTAMPING_RX_SOFTWARE|SOF_TIMESTAMPING_SOFTWARE]");
        s = s.replace("ee_errno=111, ee_origin=2", "ee_errno=ECONNREFUSED, ee_origin=SO_EE_ORIGIN_ICMP");
        // What glibc does with a time that it is given: the kernel's rest of it is for select(2) alone.
        if (s.startsWith("p")) {
            s = s.replaceFirst("(NULL\\) = \\d+ \\(.*tv_nsec=)\\d+(\\}\\))$", "$1TIME$2");
            s = s.replaceFirst("((?:sigsetsize=8\\}|, 8)\\) = \\d+ \\(.*), left \\{[^}]*\\}\\)$", "$1)");
        }
        // Attributes, which the trace leaves out.
        s = s.replaceFirst("^(recvfrom\\(\\d+, \\[\\{nlmsg.*?ifi_change=\\d+\\}), \\[\\[.*\\]\\](, 9000,.*)", "$1, ...]$2");
        return anyhow(s);
    }

    /** Which system call a function is, and what it is given beside the function's arguments. */
    private static String ofTrace(String line) {
        Matcher call = LINE.matcher(line);
        assertTrue(call.matches(), line);
        String arguments = call.group(2);
        String result = call.group(3);
        return anyhow(switch (call.group(1)) {
            case "recv" -> "recvfrom(" + arguments + ", NULL, NULL) = " + result;
            case "send" -> "sendto(" + arguments + ", NULL, 0) = " + result;
            case "open" -> "openat(AT_FDCWD, " + arguments + ") = " + result;
            case "pipe" -> "pipe2(" + arguments + ", 0) = " + result;
            case "eventfd" -> "eventfd2(" + arguments + ") = " + result;
            case "stat" -> "newfstatat(AT_FDCWD, " + arguments + ", 0) = " + result;
            case "fstat" -> "newfstatat(" + arguments.replaceFirst(", ", ", \"\", ") + ", AT_EMPTY_PATH) = " + result;
            case "waitpid" -> "wait4(" + arguments + ", NULL) = " + result;
            case "getrlimit" -> "prlimit64(0, " + arguments.replaceFirst(", ", ", NULL, ") + ") = " + result;
            case "setrlimit" -> "prlimit64(0, " + arguments + ", NULL) = " + result;
            case "prlimit" -> "prlimit64(" + arguments + ") = " + result;
            case "ppoll", "epoll_pwait", "epoll_pwait2" -> call.group(1) + "(" + arguments + ", 8) = " + result;
            case "select" -> "pselect6(" + nanos(arguments) + ", NULL) = "
                    + result.replaceFirst("tv_usec=\\d+", "tv_nsec=TIME");
            case "pselect" -> "pselect6(" + arguments.replaceFirst(", (NULL|\\[[A-Z ]*\\])$", ", {sigmask=$1, sigsetsize=8}")
                    + ") = " + result;
            case "eventfd_read" -> eventfd("read", arguments, result);
            case "eventfd_write" -> eventfd("write", arguments, result);
            case "sockatmark" -> "ioctl(" + arguments + ", SIOCATMARK, [" + result + "]) = 0";
            // strace looks at the offsets before the call alone.
            case "splice" -> "splice(" + arguments.replaceAll("(\\[\\d+\\]) => \\[\\d+\\]", "$1") + ") = " + result;
            default -> line;
        });
    }

    /** Memory is at any place, flags are in any order, and strace 6 knows nothing of IPv6's control messages. */
    private static String anyhow(String line) {
        String s = POINTER.matcher(line).replaceAll("POINTER");
        s = replace(s, "\\w+(?:\\|\\w+)+", m -> Stream.of(m.group().split("\\|")).sorted().collect(joining("|")));
        s = s.replaceAll("(cmsg_level=SOL_IPV6, cmsg_type=)\\w+"
                + "(?:, cmsg_data=(?:\\{[^}]*\\}|\\[[^]]*\\]|\"[^\"]*\"))?", "$1ANY");
        // In a vector strace leaves netlink's messages as they are.
        return replace(s, "^(\\w+msg\\(\\d+, .*iov_base=)"
                + "(?:\\[\\{nlmsg_len.*\\}\\]|\"[ 4]\\\\0\\\\0\\\\0.*?\"(?:\\.\\.\\.)?)(, iov_len=.*)",
                m -> m.group(1) + "MESSAGE" + m.group(2));
    }

    private static String nanos(String arguments) {
        return replace(arguments, "tv_usec=(\\d+)", m -> "tv_nsec=" + Long.parseLong(m.group(1)) * 1000);
    }

    private static String eventfd(String call, String arguments, String result) {
        String bytes = replace(arguments, ", \\[?(\\d)\\]?$", m -> ", \"\\" + m.group(1) + "\\0".repeat(7) + "\"");
        return call + "(" + bytes + ", 8) = "
                + (result.equals("0") ? "8" : result);
    }

    private static String index(String name) {
        try {
            return Integer.toString(NetworkInterface.getByName(name).getIndex());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String replace(String text, String regex, Function<MatchResult, String> replacement) {
        return Pattern.compile(regex).matcher(text).replaceAll(m -> Matcher.quoteReplacement(replacement.apply(m)));
    }
}
