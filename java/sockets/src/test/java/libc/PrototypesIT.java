package libc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import libc.internal.Libc;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The methods of the seam have the arguments and the results of the C functions: the C compiler checks a file of
 * static assertions, which is made from the seam's signatures, against the real headers.
 *
 * <p>C cannot take a function's type apart, so gcc lists the headers' prototypes, and the first assertion on each
 * function is that its type is the listed one, of as many arguments as the seam has. Names that are glibc's own, such
 * as fcntl64, are in its headers too: no method is left out, and one without a prototype is a mistake.
 */
@Tag("once")
class PrototypesIT {

    /**
     * The functions that are variadic, and how many arguments each has before the dots. What comes after them no
     * prototype says, and it differs by command; of that only what passes as it is may be there, so no short.
     */
    private static final Map<String, Integer> VARIADIC = Map.of("fcntl", 2, "fcntl64", 2, "ioctl", 2, "open", 2);

    /** The arguments that are pointers in C and numbers in the seam: what C handed out, and SIG_DFL and SIG_IGN. */
    private static final Set<String> ADDRESSES = Set.of("freeaddrinfo 1", "freeifaddrs 1", "if_freenameindex 1",
            "memcpy 2", "signal 2", "strlen 1");

    private static final Map<Class<?>, Integer> BYTES = Map.of(short.class, Short.BYTES, int.class, Integer.BYTES,
            long.class, Long.BYTES);

    private static final Set<Class<?>> PASSED_AS_THEY_ARE = Set.of(int.class, long.class, ByteBuffer.class);

    private static final List<Class<?>> ARGUMENTS = List.of(short.class, int.class, long.class, ByteBuffer.class);
    private static final List<Class<?>> RESULTS =
            List.of(void.class, short.class, int.class, long.class, ByteBuffer.class);

    private static final String PRELUDE = Stream.of("arpa/inet.h", "fcntl.h", "ifaddrs.h", "net/if.h", "netdb.h",
            "netinet/ether.h", "netinet/in.h", "poll.h", "sched.h", "signal.h", "spawn.h", "string.h", "sys/epoll.h",
            "sys/eventfd.h", "sys/ioctl.h", "sys/mman.h", "sys/pidfd.h", "sys/resource.h", "sys/select.h",
            "sys/sendfile.h", "sys/socket.h", "sys/stat.h", "sys/timerfd.h", "sys/uio.h", "sys/wait.h", "time.h",
            "unistd.h").map("#include <%s>\n"::formatted).collect(joining()) + """

            #define SAME(a, b) __builtin_types_compatible_p(__typeof__(a), __typeof__(b))
            #define CLASS(type) __builtin_classify_type(*(__typeof__(type) *) 0)

            /* The address of a socket is a union of pointers, which C passes as it passes its first member. */
            #define IS_POINTER(type) (CLASS(type) == CLASS(void *) \\
                || SAME(type, __SOCKADDR_ARG) || SAME(type, __CONST_SOCKADDR_ARG))
            _Static_assert(CLASS(((__SOCKADDR_ARG) {0}).__sockaddr__) == CLASS(void *), "__SOCKADDR_ARG");
            _Static_assert(CLASS(((__CONST_SOCKADDR_ARG) {0}).__sockaddr__) == CLASS(void *), "__CONST_SOCKADDR_ARG");

            /* A struct of one 32-bit number is passed as that number is. */
            #define IS_NUMBER(type) (CLASS(type) == CLASS(int) || SAME(type, struct in_addr))

            """;

    private static final Pattern PROTOTYPE = Pattern.compile("/\\*.*?\\*/ extern (.+?)(\\w+) \\((.*)\\);.*");
    private static final Pattern MISTAKE = Pattern.compile("seam\\.c:\\d+:\\d+: .*\"(.*)\"");

    /** A function of the headers; the last argument of a variadic one is the dots. */
    private record Prototype(String result, List<String> arguments) {

        int fixed() {
            return arguments.contains("...") ? arguments.size() - 1 : arguments.size();
        }
    }

    /** A function of a seam. */
    private record Function(String name, Class<?> result, List<Class<?>> parameters) {

        Function with(int i, Class<?> type) {
            List<Class<?>> changed = new ArrayList<>(parameters);
            changed.set(i, type);
            return new Function(name, result, changed);
        }

        /** How many arguments the prototype tells of. */
        int fixed() {
            return Math.min(parameters.size(), VARIADIC.getOrDefault(name, parameters.size()));
        }
    }

    @TempDir
    Path dir;

    /** The methods of all families of the seam. */
    private static List<Function> seam() {
        return seam(Libc.class.getDeclaredClasses());
    }

    private static List<Function> seam(Class<?>... families) {
        return Arrays.stream(families).flatMap(family -> Arrays.stream(family.getMethods()))
                .map(m -> new Function(m.getName(), m.getReturnType(), List.of(m.getParameterTypes()))).toList();
    }

    static List<Machine> machines() {
        return Machine.all();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void theSeamIsWhatTheHeadersSay(Machine machine) throws Exception {
        assertEquals("", mistakes(machine, seam()));
    }

    /** A method handle is found by its function's name. */
    @Test
    void noFunctionHasTwoMethods() {
        Set<String> names = new HashSet<>();
        assertEquals(List.of(), seam().stream().map(Function::name).filter(name -> !names.add(name)).toList());
    }

    /** A seam in which all is wrong. */
    interface Wrong {

        int listen(int sockfd);

        int shutdown(int sockfd, int how, int more);

        int fcntl(int fd);

        int openat(int dirfd, ByteBuffer pathname, int flags, int mode);

        int atlantis();

        long send(int sockfd, ByteBuffer buf, int len, int flags);

        int poll(ByteBuffer fds, int nfds, int timeout);

        int connect(int sockfd, ByteBuffer addr, long addrlen);

        int bind(int sockfd, int addr, int addrlen);

        int getpeername(int sockfd, long addr, ByteBuffer addrlen);

        int dup(ByteBuffer oldfd);

        int ioctl(int fd, int request, ByteBuffer argp);

        int open(ByteBuffer pathname, int flags, short mode);

        int posix_spawnattr_setflags(ByteBuffer attr, int flags);

        int recv(int sockfd, ByteBuffer buf, long len, int flags);

        int inet_ntoa(int in);

        long close(int fd);

        void dup2(int oldfd, int newfd);

        int freeifaddrs(long ifa);

        ByteBuffer gethostent();

        boolean isfdtype(int fd, int fdtype);

        long difftime(long time1, long time0);
    }

    @ParameterizedTest
    @MethodSource("machines")
    void everyMistakeIsFoundAndNamed(Machine machine) throws Exception {
        assertEquals("""
                atlantis: no prototype
                bind: argument 2 as int, in C __CONST_SOCKADDR_ARG
                close: result as long, in C int
                connect: argument 3 as long, in C socklen_t
                difftime: result as long, in C double
                dup2: result as void, in C int
                dup: argument 1 as ByteBuffer, in C int
                fcntl: 1 arguments, in C (int, int, ...)
                freeifaddrs: result as int, in C void
                gethostent: result as ByteBuffer, in C struct hostent *
                getpeername: argument 2 as long, in C __SOCKADDR_ARG
                inet_ntoa: result as int, in C char *
                ioctl: argument 2 as int, in C long unsigned int
                isfdtype: result as boolean, in C int
                listen: 1 arguments, in C (int, int)
                open: argument 3 as short, in C ...
                openat: 4 arguments, in C (int, const char *, int, ...)
                poll: argument 2 as int, in C nfds_t
                posix_spawnattr_setflags: argument 2 as int, in C short int
                recv: result as int, in C ssize_t
                send: argument 3 as int, in C size_t
                shutdown: 3 arguments, in C (int, int)""", mistakes(machine, seam(Wrong.class)));
    }

    /** Whatever one changes in the seam, the headers object to it. */
    @ParameterizedTest
    @MethodSource("machines")
    void noTypeCouldBeAnother(Machine machine) throws Exception {
        List<Function> changed = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (Function f : seam()) {
            for (Class<?> type : others(RESULTS, f.result)) {
                changed.add(new Function(f.name, type, f.parameters));
                expected.add(f.name + ": result as " + type.getSimpleName());
            }
            for (int i = 0; i < f.fixed(); i++) {
                for (Class<?> type : others(ARGUMENTS, f.parameters.get(i))) {
                    if (type != ByteBuffer.class || !isAddress(f, i)) {
                        changed.add(f.with(i, type));
                        expected.add(argument(f, i, type));
                    }
                }
            }
            if (f.fixed() > 0) {
                changed.add(new Function(f.name, f.result, f.parameters.subList(0, f.fixed() - 1)));
                expected.add(f.name + ": " + (f.fixed() - 1) + " arguments");
            }
            if (!VARIADIC.containsKey(f.name)) {
                List<Class<?>> more = Stream.concat(f.parameters.stream(), Stream.of(int.class)).toList();
                changed.add(new Function(f.name, f.result, more));
                expected.add(f.name + ": " + more.size() + " arguments");
            }
        }
        assertEquals(expected.stream().sorted().collect(joining("\n")),
                mistakes(machine, changed).lines().map(mistake -> mistake.replaceFirst(", in C .*", "")).sorted()
                        .collect(joining("\n")));
    }

    private static List<Class<?>> others(List<Class<?>> types, Class<?> type) {
        return types.stream().filter(other -> other != type).toList();
    }

    /** What the compiler finds wrong in a seam, a line each. */
    private String mistakes(Machine machine, List<Function> seam) throws Exception {
        Needs.tool(machine.gcc().get(0));
        Map<String, Prototype> prototypes = prototypes(machine);
        Files.writeString(dir.resolve("seam.c"), PRELUDE + seam.stream()
                .flatMap(f -> assertions(f, prototypes.get(f.name))).collect(joining("\n", "", "\n")));
        CProgram.Output output = CProgram.run(dir, new byte[0],
                gcc(machine, "-fno-diagnostics-show-caret", "-fsyntax-only", "seam.c"));
        String errors = new String(output.err(), UTF_8);
        assertEquals(errors.isEmpty(), output.status() == 0, errors);
        return errors.lines().map(line -> {
            Matcher mistake = MISTAKE.matcher(line);
            assertTrue(mistake.matches(), errors);
            return mistake.group(1);
        }).sorted().collect(joining("\n"));
    }

    private Map<String, Prototype> prototypes(Machine machine) throws IOException, InterruptedException {
        Files.writeString(dir.resolve("headers.c"), PRELUDE);
        Needs.run(dir, gcc(machine, "-aux-info", "prototypes", "-fsyntax-only", "headers.c"));
        return Files.readAllLines(dir.resolve("prototypes")).stream().map(PROTOTYPE::matcher).filter(Matcher::matches)
                .collect(toMap(m -> m.group(2), PrototypesIT::prototype, (first, again) -> again));
    }

    private static Prototype prototype(Matcher matcher) {
        String arguments = matcher.group(3);
        return new Prototype(matcher.group(1).strip(),
                arguments.equals("void") ? List.of() : List.of(arguments.split(", ")));
    }

    private static String[] gcc(Machine machine, String... arguments) {
        return Stream.concat(machine.gcc().stream(), Arrays.stream(arguments)).toArray(String[]::new);
    }

    private static Stream<String> assertions(Function f, Prototype c) {
        if (c == null) {
            return Stream.of(assertion("0", f.name + ": no prototype"));
        }
        List<String> all = new ArrayList<>();
        all.add(assertion("SAME(" + f.name + ", " + c.result + " (" + arguments(f, c) + "))",
                f.name + ": " + f.parameters.size() + " arguments, in C (" + String.join(", ", c.arguments) + ")"));
        all.add(assertion(result(f.result, c.result),
                f.name + ": result as " + f.result.getSimpleName() + ", in C " + c.result));
        for (int i = 0; i < Math.min(f.fixed(), c.fixed()); i++) {
            Class<?> type = f.parameters.get(i);
            boolean isPointer = type == ByteBuffer.class || type == long.class && isAddress(f, i);
            String argument = c.arguments.get(i);
            all.add(assertion(isPointer ? "IS_POINTER(" + argument + ")" : isNumber(type, argument),
                    argument(f, i, type) + ", in C " + argument));
        }
        for (int i = f.fixed(); i < f.parameters.size(); i++) {
            Class<?> type = f.parameters.get(i);
            all.add(assertion(PASSED_AS_THEY_ARE.contains(type) ? "1" : "0", argument(f, i, type) + ", in C ..."));
        }
        return all.stream();
    }

    private static String assertion(String condition, String mistake) {
        return "_Static_assert(" + condition + ", \"" + mistake + "\");";
    }

    private static String argument(Function f, int i, Class<?> type) {
        return f.name + ": argument " + (i + 1) + " as " + type.getSimpleName();
    }

    /** C's types for as many arguments as the seam has. */
    private static String arguments(Function f, Prototype c) {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < f.fixed(); i++) {
            arguments.add(i < c.fixed() ? c.arguments.get(i) : "int");
        }
        if (VARIADIC.containsKey(f.name)) {
            arguments.add("...");
        }
        return arguments.isEmpty() ? "void" : String.join(", ", arguments);
    }

    private static String result(Class<?> type, String result) {
        if (type == void.class || result.equals("void")) {
            return type == void.class && result.equals("void") ? "1" : "0";
        }
        return (type == long.class ? "IS_POINTER(" + result + ") || " : "") + isNumber(type, result);
    }

    private static String isNumber(Class<?> type, String c) {
        return BYTES.containsKey(type) ? "(IS_NUMBER(" + c + ") && sizeof(" + c + ") == " + BYTES.get(type) + ")" : "0";
    }

    private static boolean isAddress(Function f, int i) {
        return ADDRESSES.contains(f.name + " " + (i + 1));
    }
}
