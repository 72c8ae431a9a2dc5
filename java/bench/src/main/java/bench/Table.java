package bench;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import joptsimple.OptionException;
import joptsimple.OptionParser;
import joptsimple.OptionSet;
import joptsimple.OptionSpec;
import joptsimple.util.PathConverter;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs every operation in every implementation, and prints what they cost as Markdown.
 *
 * <p>A machine drifts, most of all one that is shared. So everything is run in several rounds, C anew before each
 * JVM. Of one process the lower quartile of its samples counts, as other work of the machine only ever adds; the table
 * shows the medians of the processes.
 */
public final class Table {

    private static final Path LIMITS = Path.of("native/build/bench/limits");
    private static final Path FIRST_SOCKET = Path.of("native/build/bench/first_socket");
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final String BARE = "Java " + Runtime.version().feature() + ", one bare downcall through FFM";

    /** The library's jar, and those that jnr consists of. */
    private static final Pattern CALLS = Pattern.compile("(libc-sockets|jffi)-.*");

    private static final String ACCESS = "--enable-native-access=ALL-UNNAMED";

    /** What is measured: a name in {@code limits.c}, a method of the benchmark classes and its parameters. */
    private record Operation(String title, String name, String method, Map<String, String> parameters) {

        static Operation sendRecv(String title, String transport, int size) {
            return new Operation(title, transport + "_" + size, "sendRecv",
                    Map.of("transport", transport, "size", Integer.toString(size)));
        }

        boolean hasBuffer() {
            return !parameters.isEmpty();
        }

        boolean isUnix() {
            return "unix".equals(parameters.get("transport"));
        }
    }

    private static final Operation CONNECTION =
            new Operation("connections per second", "connection", "connection", Map.of());
    private static final Operation GETPPID = new Operation("getppid", "getppid", "parentId", Map.of());

    private static final List<Operation> OPERATIONS = List.of(
            Operation.sendRecv("UNIX 16 B", "unix", 16),
            Operation.sendRecv("UNIX 1 KiB", "unix", 1024),
            Operation.sendRecv("UNIX 16 KiB", "unix", 16384),
            Operation.sendRecv("TCP 16 B", "tcp", 16),
            Operation.sendRecv("TCP 1 KiB", "tcp", 1024),
            Operation.sendRecv("TCP 16 KiB", "tcp", 16384),
            CONNECTION,
            GETPPID);

    /** Who does it. */
    private enum Implementation {
        C("C, one thread", "alone"),
        FLOOR("C, an idle second thread", "accompanied"),
        FFM("FFM, `byte[]`", LibcBench.class, "", "ffm"),
        FFM_DIRECT("FFM, direct buffer", LibcBench.class, "Direct", "ffm"),
        JNR("jnr, `byte[]`", LibcBench.class, "", "jnr"),
        JNR_DIRECT("jnr, direct buffer", LibcBench.class, "Direct", "jnr"),
        JDK("JDK channel, heap buffer", ChannelBench.class, "", "jdk"),
        JDK_DIRECT("JDK channel, direct buffer", ChannelBench.class, "Direct", "jdk"),
        JUNIXSOCKET("junixsocket, heap buffer", ChannelBench.class, "", "junixsocket"),
        JUNIXSOCKET_DIRECT("junixsocket, direct buffer", ChannelBench.class, "Direct", "junixsocket"),
        JNR_POSIX("jnr-posix, `byte[]`", PosixBench.class, "", "jnr-posix"),
        JNR_POSIX_DIRECT("jnr-posix, direct buffer", PosixBench.class, "Direct", "jnr-posix"),
        JNR_UNIXSOCKET("jnr-unixsocket, heap buffer", ChannelBench.class, "", "jnr-unixsocket"),
        JNR_UNIXSOCKET_DIRECT("jnr-unixsocket, direct buffer", ChannelBench.class, "Direct", "jnr-unixsocket");

        final String title;
        final Class<?> benchmark;
        final String buffer;
        final String variant;

        Implementation(String title, String variant) {
            this(title, null, "", variant);
        }

        Implementation(String title, Class<?> benchmark, String buffer, String variant) {
            this.title = title;
            this.benchmark = benchmark;
            this.buffer = buffer;
            this.variant = variant;
        }

        boolean offers(Operation operation) {
            if (benchmark == null) {
                return true;
            } else if (!operation.hasBuffer()) {
                return buffer.isEmpty() && (benchmark == LibcBench.class || this == JDK && operation == CONNECTION
                        || this == JNR_POSIX && operation == GETPPID);
            }
            return operation.isUnix() || benchmark == LibcBench.class || this == JDK || this == JDK_DIRECT;
        }
    }

    /** How much time is spent: rounds; in each of a JVM's two warm-ups and its samples, in ms; starts of processes. */
    private record Effort(int rounds, int warmup, int samples, int sample, int starts) {

        static final Effort FULL = new Effort(3, 400, 10, 80, 5);
        static final Effort QUICK = new Effort(1, 150, 8, 20, 5);
    }

    /** What was measured of one operation in one implementation, each process once. */
    private record Samples(List<Double> nanoseconds, List<Double> bytes) {}

    private final Effort effort;
    private final Map<String, String[]> programs;
    private final Map<Operation, Map<Implementation, Samples>> results = new LinkedHashMap<>();
    private final Map<String, List<Double>> starts = new LinkedHashMap<>();

    private Table(Effort effort, Map<String, String[]> programs) {
        this.effort = effort;
        this.programs = programs;
    }

    public static void main(String[] args) throws Exception {
        OptionParser parser = new OptionParser();
        OptionSpec<Void> quick = parser.accepts("quick", "a minute instead of some minutes, for trying out");
        OptionSpec<Path> java17 = parser.accepts("java17", "the home of a Java 17, to measure its start as well")
                .withRequiredArg().withValuesConvertedBy(new PathConverter());
        OptionSpec<Path> output = parser.accepts("output", "a file to write the table to as well")
                .withRequiredArg().withValuesConvertedBy(new PathConverter());
        OptionSet options;
        try {
            options = parser.parse(args);
        } catch (OptionException e) {
            System.err.println(e.getMessage());
            parser.printHelpOn(System.err);
            System.exit(2);
            return;
        }
        if (!Files.isExecutable(LIMITS)) {
            System.err.println("no " + LIMITS + ": run this from the project's root, after make -C native");
            System.exit(1);
        }
        Table table = new Table(options.has(quick) ? Effort.QUICK : Effort.FULL, programs(options.valueOf(java17)));
        Contention contention = new Contention();
        table.measure();
        contention.report();
        String text = Machine.description() + table.operations() + table.starts();
        System.out.print(text);
        if (options.has(output)) {
            Files.writeString(options.valueOf(output), text);
        }
    }

    private void measure() throws IOException, InterruptedException, RunnerException {
        for (int round = 1; round <= effort.rounds(); round++) {
            for (Operation operation : OPERATIONS) {
                System.err.printf("round %d of %d: %s%n", round, effort.rounds(), operation.title());
                for (Implementation implementation : Implementation.values()) {
                    if (implementation.benchmark != null && implementation.offers(operation)) {
                        runC(operation, Implementation.C);
                        runC(operation, Implementation.FLOOR);
                        runJava(operation, implementation);
                    }
                }
            }
            System.err.printf("round %d of %d: starts%n", round, effort.rounds());
            for (int i = 0; i < effort.starts(); i++) {
                for (Map.Entry<String, String[]> program : programs.entrySet()) {
                    long start = System.nanoTime();
                    Machine.run(program.getValue());
                    starts.computeIfAbsent(program.getKey(), title -> new ArrayList<>())
                            .add((System.nanoTime() - start) / 1e6);
                }
            }
        }
    }

    private Samples samples(Operation operation, Implementation implementation) {
        return results.computeIfAbsent(operation, o -> new LinkedHashMap<>())
                .computeIfAbsent(implementation, i -> new Samples(new ArrayList<>(), new ArrayList<>()));
    }

    private void runC(Operation operation, Implementation implementation) throws IOException, InterruptedException {
        String line = Machine.run(LIMITS.toString(), implementation.variant, operation.name());
        samples(operation, implementation).nanoseconds().add(Double.valueOf(line.split(" ")[1]));
    }

    private void runJava(Operation operation, Implementation implementation) throws RunnerException {
        boolean library = implementation.benchmark == LibcBench.class;
        List<String> jvmArgs = new ArrayList<>(List.of(ACCESS));
        if (Runtime.version().feature() >= 23) {
            jvmArgs.add("--sun-misc-unsafe-memory-access=allow"); // JMH has a few, of which Java warns
        }
        if (library) {
            jvmArgs.add("-Dlibc.backend=" + implementation.variant);
        }
        String benchmark = implementation.benchmark.getName() + "." + operation.method() + implementation.buffer;
        var options = new OptionsBuilder().include("^" + benchmark.replace(".", "\\.") + "$")
                .mode(Mode.AverageTime).timeUnit(NANOSECONDS).forks(1)
                .warmupIterations(2).warmupTime(TimeValue.milliseconds(effort.warmup()))
                .measurementIterations(effort.samples()).measurementTime(TimeValue.milliseconds(effort.sample()))
                .addProfiler(GCProfiler.class).verbosity(VerboseMode.SILENT).shouldFailOnError(true)
                .jvmArgs(jvmArgs.toArray(String[]::new));
        if (implementation.benchmark == ChannelBench.class && operation.hasBuffer()) {
            options.param("library", implementation.variant);
        }
        operation.parameters().forEach(options::param);
        RunResult result = new Runner(options.build()).runSingle();
        Samples samples = samples(operation, implementation);
        samples.nanoseconds().add(result.getPrimaryResult().getStatistics().getPercentile(25));
        samples.bytes().add(result.getSecondaryResults().get("gc.alloc.rate.norm").getStatistics().getPercentile(50));
    }

    private String operations() {
        StringBuilder text = new StringBuilder("""
                One send and its recv, one connection (socket, connect, accept, close), one getppid: nanoseconds, \
                as a multiple of C's with an idle second thread, bytes allocated.

                |  |""");
        OPERATIONS.forEach(operation -> text.append(' ').append(operation.title()).append(" |"));
        text.append("\n|---|").append("---:|".repeat(OPERATIONS.size())).append('\n');
        for (Implementation implementation : Implementation.values()) {
            text.append("| ").append(implementation.title).append(" |");
            for (Operation operation : OPERATIONS) {
                text.append(' ').append(implementation.offers(operation) ? cell(operation, implementation) : "")
                        .append(" |");
            }
            text.append('\n');
        }
        return text.append('\n').toString();
    }

    private String cell(Operation operation, Implementation implementation) {
        Samples samples = samples(operation, implementation);
        double ns = Machine.median(samples.nanoseconds());
        double floor = Machine.median(samples(operation, Implementation.FLOOR).nanoseconds());
        String cell = String.format(Locale.ROOT, operation == CONNECTION ? "%,.0f/s ×%.2f" : "%,.0f ×%.2f",
                operation == CONNECTION ? 1e9 / ns : ns, ns / floor);
        if (samples.bytes().isEmpty()) {
            return cell;
        }
        double bytes = Machine.median(samples.bytes());
        // Less than the smallest object, 16 bytes, is what JMH itself allocates after each sample.
        return cell + String.format(Locale.ROOT, " %,.0f B", bytes < 16 ? 0 : bytes);
    }

    /** README's first program, compiled, as a class path with the library and what it takes to call through jnr. */
    private static String hello() throws IOException {
        Matcher program = Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        if (!program.find()) {
            throw new IOException("no program in README.md");
        }
        Path dir = Files.createDirectories(Path.of(CLASS_PATH).resolveSibling("hello"));
        Path source = Files.writeString(dir.resolve("hello.java"), program.group(1));
        List<String> jars;
        try (Stream<Path> lib = Files.list(Path.of(CLASS_PATH).resolveSibling("lib"))) {
            jars = lib.filter(jar -> CALLS.matcher(jar.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(jar -> !jar.getFileName().toString().startsWith("libc"))).map(Path::toString)
                    .toList();
        }
        String classPath = dir + ":" + String.join(":", jars);
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "17", "-cp", classPath,
                "-d", dir.toString(), source.toString());
        if (status != 0) {
            throw new IOException(source + " does not compile");
        }
        return classPath;
    }

    /** Processes of which the whole life is measured. */
    private static Map<String, String[]> programs(Path java17) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String newest = "Java " + Runtime.version().feature();
        String hello = hello();
        Map<String, String[]> programs = new LinkedHashMap<>();
        programs.put("C, `socket()`", new String[] {FIRST_SOCKET.toString()});
        programs.put(newest + ", an empty `main`", jvm(java, EmptyMain.class));
        programs.put(BARE, jvm(java, "bench.BareDowncall", CLASS_PATH, ACCESS));
        programs.put(newest + ", the ten lines of README through FFM", jvm(java, "hello", hello, ACCESS));
        programs.put(newest + ", the ten lines of README through jnr",
                jvm(java, "hello", hello, ACCESS, "-Dlibc.backend=jnr"));
        programs.put(newest + ", `socket()` through FFM", jvm(java, FirstSocket.class, ACCESS));
        programs.put(newest + ", `socket()` through jnr",
                jvm(java, FirstSocket.class, ACCESS, "-Dlibc.backend=jnr"));
        programs.put(newest + ", `SocketChannel.open()`", jvm(java, FirstChannel.class));
        if (java17 != null) {
            String old = java17.resolve("bin/java").toString();
            programs.put("Java 17, an empty `main`", jvm(old, EmptyMain.class));
            programs.put("Java 17, the ten lines of README through jnr", jvm(old, "hello", hello));
            programs.put("Java 17, `socket()` through jnr", jvm(old, FirstSocket.class));
            programs.put("Java 17, `SocketChannel.open()`", jvm(old, FirstChannel.class));
        }
        return programs;
    }

    private String starts() {
        StringBuilder text = new StringBuilder("""
                | a whole process, from start to end | ms | of one bare downcall |
                |---|---:|---:|
                """);
        double bare = Machine.median(starts.get(BARE));
        starts.forEach((title, all) -> {
            double ms = Machine.median(all);
            text.append(String.format(Locale.ROOT, "| %s | %.0f | ×%.2f |%n", title, ms, ms / bare));
        });
        return text.toString();
    }

    private static String[] jvm(String java, Class<?> main, String... options) {
        return jvm(java, main.getName(), CLASS_PATH, options);
    }

    private static String[] jvm(String java, String main, String classPath, String... options) {
        return Stream.of(Stream.of(java), Stream.of(options), Stream.of("-cp", classPath, main))
                .flatMap(words -> words).toArray(String[]::new);
    }
}
