package libc;

import static libc.Conditions.called;
import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Ifaddrs.getifaddrs;
import static libc.Netdb.gai_strerror;
import static libc.Netdb.h_errno;
import static libc.Netdb.hstrerror;
import static libc.Poll.poll;
import static libc.Strings.strerror;
import static libc.Strings.strerrorname_np;
import static libc.Unistd.dup;
import static libc.Unistd.getpid;
import static libc.Unistd.pipe;
import static libc.Unistd.pipe2;
import static libc.net.If.if_nameindex;
import static libc.sys.Epoll.epoll_create;
import static libc.sys.Epoll.epoll_create1;
import static libc.sys.Eventfd.eventfd;
import static libc.sys.Mman.memfd_create;
import static libc.sys.Pidfd.pidfd_open;
import static libc.sys.Socket.*;
import static libc.sys.Timerfd.CLOCK_MONOTONIC;
import static libc.sys.Timerfd.timerfd_create;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import libc.Ifaddrs.ifaddrs;
import libc.Poll.pollfd;
import libc.tools.Prototypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ERRORS sections of the man pages as tables, run against the kernel. Not here is what takes a signal, another
 * user than root, a full machine or a broken disk.
 *
 * <p>A table is a class whose {@code rows()} are listed in {@link #rows}; what its rows need they find in
 * {@link Conditions}.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ErrorsIT {

    /** What errno and h_errno are before each call. */
    private static final int BEFORE = 4711;

    /** The limit of descriptors of the JVM in which they run out. */
    private static final int LIMIT = 256;

    /** Functions that have no rows, by the reason. */
    private static final Map<String, Set<String>> CANNOT_FAIL = Map.of(
            "always successful, says the man page", Set.of("getpid", "getppid", "gettid", "getuid", "geteuid", "getgid",
                    "getegid", "umask"),
            "takes every int", Set.of("inet_lnaof", "inet_makeaddr", "inet_netof", "inet_ntoa", "gai_strerror"),
            "answers nothing", Set.of("sethostent", "endhostent", "setservent", "endservent", "setprotoent",
                    "endprotoent", "setnetent", "endnetent"),
            "answers null where the entries end, which is no failure", Set.of("gethostent", "getservent", "getprotoent",
                    "getnetent"),
            "does nothing in Java", Set.of("freeaddrinfo", "freeifaddrs", "if_freenameindex"),
            "not public", Set.of("strlen", "__h_errno_location"));

    @TempDir
    private static Path shared;

    private static Map<String, String> scarceOutcomes;

    @TempDir
    Path dir;

    /** A call that fails, on descriptors and files that it makes. */
    interface Call {
        Object in(Sockets s, Path dir) throws Exception;
    }

    /**
     * A line of a table.
     *
     * @param told where C says why the call failed
     * @param expected what the call answers, and what is told
     */
    record Row(String function, String error, String why, Call call, Supplier<String> told, String expected) {

        /** A call that answers -1, and errno says why. */
        static Row fails(String function, int errno, String why, Call call) {
            return fails(function, -1, errno, why, call);
        }

        /** A call that answers something else than -1, and errno says why. */
        static Row fails(String function, Object answer, int errno, String why, Call call) {
            return new Row(function, strerrorname_np(errno), why, call,
                    () -> assertThrows(ErrnoException.class, () -> check(-1)).getMessage(),
                    answer + " " + function + ": " + strerrorname_np(errno) + " (" + strerror(errno) + ")");
        }

        /** A call that answers the error, one of errno.h or a negative one of netdb.h, and leaves errno alone. */
        static Row answers(String function, int error, String why, Call call) {
            return new Row(function, error < 0 ? gai_strerror(error) : strerrorname_np(error), why, call,
                    () -> "errno " + errno(), error + " errno " + BEFORE);
        }

        /** A look-up that answers null, and h_errno says why. */
        static Row looksUpInVain(String function, int hErrno, String why, Call call) {
            return new Row(function, hstrerror(hErrno), why, call, () -> "h_errno " + h_errno(),
                    "null h_errno " + hErrno);
        }

        /** A call whose answer is all that C says. */
        static Row denies(String function, Object answer, String why, Call call) {
            return new Row(function, "no", why, call, () -> "", answer + " ");
        }

        /** What the call answers, and what is told. */
        String outcome(Path dir) throws Exception {
            try (Sockets s = new Sockets()) {
                errno(BEFORE);
                h_errno(BEFORE);
                return call.in(s, dir) + " " + told.get();
            }
        }

        @Override
        public String toString() {
            return function + ": " + error + ", " + why;
        }
    }

    @BeforeAll
    static void runsOnTheExpectedBackend() {
        Sockets.assertBackend();
    }

    /** All rows but those for which descriptors have to be scarce. */
    static List<Row> rows() {
        return Stream.of(SocketErrors.rows(), MessageErrors.rows(), DescriptorErrors.rows(), WaitingErrors.rows(),
                ProcessErrors.rows(), NameErrors.rows()).flatMap(List::stream).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theCallFailsAsItsManPageSays(Row row) throws Exception {
        assertEquals(row.expected(), row.outcome(dir));
    }

    @Test
    void everyFunctionThatCanFailHasItsRows() {
        Set<String> functions = new TreeSet<>(Prototypes.functions());
        Set<String> excepted = CANNOT_FAIL.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
        Set<String> rows = Stream.of(rows(), scarce()).flatMap(List::stream).map(Row::function)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> both = new TreeSet<>(rows);
        both.retainAll(excepted);
        assertEquals(Set.of(), both, "functions that cannot fail, and do");
        rows.addAll(excepted);
        assertEquals(functions, rows);
    }

    @Test
    void noTwoRowsAreTheSame() {
        List<String> names = Stream.of(rows(), scarce()).flatMap(List::stream).map(Row::toString).toList();
        assertEquals(names.stream().distinct().toList(), names);
    }

    /** What fails where descriptors have run out, in a JVM of its own that is short of them. */
    static List<Row> scarce() {
        return List.of(
                Row.fails("socket", EMFILE, "no descriptor is left", (s, d) -> socket(AF_INET, SOCK_STREAM, 0)),
                Row.fails("socketpair", EMFILE, "no descriptor is left",
                        (s, d) -> socketpair(AF_UNIX, SOCK_STREAM, 0, new int[2])),
                Row.fails("accept", EMFILE, "no descriptor is left", (s, d) -> accept(Scarce.listener, null, null)),
                Row.fails("accept4", EMFILE, "no descriptor is left",
                        (s, d) -> accept4(Scarce.listener, null, null, SOCK_CLOEXEC)),
                Row.fails("fcntl", EMFILE, "no descriptor is left", (s, d) -> fcntl(Scarce.listener, F_DUPFD, 0)),
                Row.fails("dup", EMFILE, "no descriptor is left", (s, d) -> dup(Scarce.listener)),
                Row.fails("pipe", EMFILE, "no descriptor is left", (s, d) -> pipe(new int[2])),
                Row.fails("pipe2", EMFILE, "no descriptor is left", (s, d) -> pipe2(new int[2], O_CLOEXEC)),
                Row.fails("open", EMFILE, "no descriptor is left", (s, d) -> open("/dev/null", O_RDONLY)),
                Row.fails("memfd_create", EMFILE, "no descriptor is left", (s, d) -> memfd_create("x", 0)),
                Row.fails("epoll_create", EMFILE, "no descriptor is left", (s, d) -> epoll_create(1)),
                Row.fails("epoll_create1", EMFILE, "no descriptor is left", (s, d) -> epoll_create1(0)),
                Row.fails("eventfd", EMFILE, "no descriptor is left", (s, d) -> eventfd(0, 0)),
                Row.fails("timerfd_create", EMFILE, "no descriptor is left",
                        (s, d) -> timerfd_create(CLOCK_MONOTONIC, 0)),
                Row.fails("pidfd_open", EMFILE, "no descriptor is left", (s, d) -> pidfd_open(getpid(), 0)),
                Row.fails("getifaddrs", EMFILE, "no descriptor is left", (s, d) -> getifaddrs(new ifaddrs[1])),
                Row.fails("if_nameindex", null, EMFILE, "no descriptor is left", (s, d) -> if_nameindex()),
                Row.fails("poll", EINVAL, "more than RLIMIT_NOFILE",
                        (s, d) -> poll(pollfd.array(LIMIT + 1), LIMIT + 1, 0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scarce")
    void theCallFailsWhereDescriptorsHaveRunOut(Row row) throws Exception {
        assertEquals(row.expected(), scarceOutcomes().get(row.toString()));
    }

    private static synchronized Map<String, String> scarceOutcomes() throws Exception {
        if (scarceOutcomes == null) {
            List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -n " + LIMIT + " && exec \"$@\"", "sh"));
            command.addAll(Sockets.java(Scarce.class));
            Map<String, String> outcomes = new TreeMap<>();
            for (String line : Needs.run(shared, command.toArray(String[]::new)).lines().toList()) {
                int end = line.lastIndexOf('=');
                outcomes.put(line.substring(0, Math.max(end, 0)), line.substring(end + 1)); // the last one counts
            }
            scarceOutcomes = outcomes;
        }
        return scarceOutcomes;
    }

    /** Uses all descriptors up, and prints what comes of each row then. */
    static final class Scarce {

        /** A socket to which a client has connected, for each row that accepts. */
        private static int listener;

        private Scarce() {}

        public static void main(String[] args) throws Exception {
            listener = called(new Sockets());
            // Once while there are enough, so that every class is loaded by the time there are none.
            Conditions.call(listener);
            printOutcomes();
            int fd;
            do {
                fd = socket(AF_INET, SOCK_STREAM, 0);
            } while (fd != -1);
            printOutcomes();
        }

        private static void printOutcomes() throws Exception {
            for (Row row : scarce()) {
                System.out.println(row + "=" + row.outcome(Path.of("")));
            }
        }
    }
}
