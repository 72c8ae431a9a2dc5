package libc.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import libc.Errno;
import libc.replay.Call.Function;

/**
 * Has the same calls made in C and in Java, each in a process and a network namespace of its own, and compares what came
 * of each: {@code Replay SEED CALLS PROGRAM DIRECTORY}. C makes them twice: where it differs from itself, the kernel
 * decided, and the rest of the epoch is passed over.
 *
 * <p>To look for something behind a fault that is known: {@code -Dreplay.negative=false} has no negative lengths,
 * {@code -Dreplay.twice=false} no vectors with a buffer twice, {@code -Dreplay.alike=1000} shows more of each difference, and
 * {@code -Dreplay.undecided=true} also what C does differently from itself. With {@code -Dreplay.guarded=true} the memory of
 * Java's calls lies between {@link libc.internal.memory.Guards}.
 */
public final class Replay {

    /** How often a difference has to come again. */
    private static final int REPETITIONS = 5;

    /** Who plays at first, and who plays again what differed. */
    private static final List<Integer> AT_FIRST = List.of(0, 1, 2);
    private static final List<Integer> AGAIN = List.of(0, 3, 2);

    /** How long the C that takes its time waits after a call, in ns. */
    private static final String PAUSE = "30000";

    private static final int SHOWN = 100;
    private static final int ALIKE = Integer.getInteger("replay.alike", 2);

    private static final Set<Function> ASKING = EnumSet.of(Function.GETSOCKOPT, Function.GETSOCKNAME, Function.GETPEERNAME,
            Function.CMSG, Function.INET_PTON, Function.INET_NTOP, Function.POLL, Function.PPOLL, Function.SELECT,
            Function.PSELECT, Function.SOCKATMARK, Function.ISFDTYPE);

    /** A call that fails with one of these has changed nothing; 0 is a success, and that of both. */
    private static final Set<Integer> HARMLESS = Set.of(0, Errno.EBADF, Errno.ENOTSOCK, Errno.EINVAL, Errno.EMSGSIZE,
            Errno.ENOTTY, Errno.EAGAIN, Errno.ESPIPE);

    private final Path dir;
    private final PrintStream report;
    private final Map<Rules, Integer> rules = new EnumMap<>(Rules.class);
    private final Map<Function, Integer> functions = new EnumMap<>(Function.class);
    private final Map<Function, Integer> tried = new EnumMap<>(Function.class);
    private final Map<Function, Integer> succeeded = new EnumMap<>(Function.class);
    private final Map<String, Integer> causes = new TreeMap<>();
    private final long[] busy = new long[4];
    private final long[] played = new long[4];
    private int differences;
    private int once;
    private int undecided;
    private int epochs;
    private long compared;

    private Replay(Path dir, PrintStream report) {
        this.dir = dir;
        this.report = report;
    }

    /** From the command line: by default the seed is the day's, and there are 100,000 calls. */
    public static void main(String[] args) throws Exception {
        long seed = args[0].isEmpty() ? LocalDate.now().toEpochDay() : Long.parseLong(args[0]);
        long calls = args[1].isEmpty() ? 100_000 : Long.parseLong(args[1]);
        System.exit(run(seed, calls, Path.of(args[2]), Path.of(args[3]), Boolean.getBoolean("replay.guarded"),
                System.out) ? 0 : 1);
    }

    /**
     * Replays calls.
     *
     * @param program the program in C
     * @param dir a directory for what the processes leave
     * @param guarded whether the memory of Java's calls lies between guards
     * @param report where it says what it found
     * @return whether nothing differed
     */
    public static boolean run(long seed, long calls, Path program, Path dir, boolean guarded, PrintStream report)
            throws Exception {
        Replay replay = new Replay(dir, report);
        report.println("seed " + seed + ", " + calls + " calls" + (guarded ? ", guarded" : ""));
        long start = System.nanoTime();
        replay.run(new Generator(seed, enabled("negative"), enabled("twice")), calls, program.toAbsolutePath(), guarded);
        replay.summary(start);
        return replay.differences == 0;
    }

    private static boolean enabled(String kind) {
        return !"false".equals(System.getProperty("replay." + kind));
    }

    private void run(Generator generator, long calls, Path program, boolean guarded) throws Exception {
        List<String> java = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        java.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        java.addAll(List.of("-cp", classPath(), Player.class.getName()));
        if (guarded) {
            java.add("guarded");
        }
        try (Players players = new Players(new Side("c", List.of(program.toString())),
                new Side("again", List.of(program.toString())), new Side("java", java),
                new Side("slow", List.of(program.toString(), PAUSE)))) {
            for (long made = 0; made < calls; made += Generator.EPOCH) {
                List<Call> epoch = generator.epoch((int) Math.min(Generator.EPOCH, Math.max(calls - made, 100)), rules);
                epoch.forEach(call -> functions.merge(call.function, 1, Integer::sum));
                byte[] bytes = Generator.encode(epoch);
                epochs++;
                List<Difference> found = play(players, epoch, bytes, AT_FIRST);
                if (!found.isEmpty()) {
                    // What time alone has decided does not come again and again, nor if C takes its time.
                    Set<Integer> again = found.stream().map(Difference::call).collect(Collectors.toSet());
                    for (int i = 0; i < REPETITIONS && !again.isEmpty(); i++) {
                        again.retainAll(play(players, epoch, bytes, AGAIN).stream().map(Difference::call)
                                .collect(Collectors.toSet()));
                    }
                    found.stream().filter(d -> again.contains(d.call)).forEach(d -> differ(epoch.get(d.call), d));
                    found.stream().filter(d -> !again.contains(d.call)).forEach(d -> once(epoch.get(d.call), d));
                }
            }
        }
    }

    private List<Difference> play(Players players, List<Call> epoch, byte[] bytes, List<Integer> sides) throws Exception {
        List<List<byte[]>> records = players.play(bytes, epoch.size(), sides);
        if (records.get(2).size() < epoch.size()) {
            players.restart(2);
        }
        return compare(epoch, records.get(0), records.get(1), records.get(2), sides == AT_FIRST);
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * Up to the first difference in which one side succeeds, or makes a call that the other does not: after that the two
     * kernels no longer know the same.
     */
    private List<Difference> compare(List<Call> epoch, List<byte[]> c, List<byte[]> again, List<byte[]> java,
            boolean first) {
        List<Difference> found = new ArrayList<>();
        for (int i = 0; i < epoch.size(); i++) {
            byte[] in = i < c.size() ? c.get(i) : null;
            byte[] other = i < again.size() ? again.get(i) : null;
            byte[] out = i < java.size() ? java.get(i) : null;
            if (in == null || other == null) {
                throw new AssertionError("the program in C ended at " + epoch.get(i));
            }
            // How far a call comes that fails halfway is a matter of how the kernel has cut the data into pieces.
            boolean undecided = !same(in, other) || epoch.get(i).mode == Call.Mode.HALFWAY && out != null
                    && result(in) != result(out);
            if (first) {
                compared++;
                tried.merge(epoch.get(i).function, 1, Integer::sum);
                succeeded.merge(epoch.get(i).function, isFailure(in) ? 0 : 1, Integer::sum);
            }
            if (undecided && first) {
                undecided(epoch.get(i), in, other);
            }
            boolean differs = out == null || !undecided && !same(in, out);
            if (differs) {
                found.add(new Difference(i, in, out));
            }
            if (out == null || (differs || undecided) && !asks(epoch.get(i))
                    && (isFailure(in) != isFailure(out)
                            || undecided && (result(in) != result(other) || result(in) != result(out))
                            || differs && (epoch.get(i).mode != Call.Mode.MADE || !HARMLESS.contains(errno(in))))) {
                break;
            }
        }
        return found;
    }

    /** Whether a call changes nothing. */
    private static boolean asks(Call call) {
        return ASKING.contains(call.function) || call.function == Function.FCNTL
                && Set.of(Generator.F_DUPFD_QUERY, Generator.F_CREATED_QUERY).contains(call.number(1));
    }

    /** Behind the index, which begins anew with a player. */
    private static boolean same(byte[] a, byte[] b) {
        return Arrays.equals(a, 4, a.length, b, 4, b.length);
    }

    private static boolean isFailure(byte[] record) {
        return result(record) < 0;
    }

    private static int errno(byte[] record) {
        return ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).getInt(14);
    }

    private static long result(byte[] record) {
        return ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).getLong(6);
    }

    private void once(Call call, Difference d) {
        once++;
        report.println("not each time: " + call);
        report.println("    C    " + text(d.c));
        report.println("    Java " + (d.java == null ? "the JVM ended" : text(d.java)));
    }

    private void differ(Call call, Difference d) {
        differences++;
        String cause = call.function + ": C " + outcome(d.c) + ", Java " + (d.java == null ? "ends" : outcome(d.java));
        int seen = causes.merge(cause, 1, Integer::sum);
        if (seen <= ALIKE && causes.size() <= SHOWN) {
            report.println("epoch " + epochs + ", call " + d.call + ": " + call);
            report.println("    C    " + text(d.c));
            report.println("    Java " + (d.java == null ? "the JVM ended" : text(d.java)));
        }
    }

    /** What a difference is counted by: an error, an exception, or that there was a result. */
    private static String outcome(byte[] record) {
        String rest = new String(record, 18, record.length - 18, UTF_8);
        if (rest.startsWith("java.") || rest.startsWith("made: ")) {
            return rest.split("[:\\[]", 2)[0];
        }
        int errno = errno(record);
        return errno != 0 ? libc.Strings.strerrorname_np(errno) : result(record) < 0 ? "refused" : "succeeds";
    }

    private void undecided(Call call, byte[] c, byte[] again) {
        if (undecided++ < 10 && Boolean.getBoolean("replay.undecided")) {
            report.println("undecided: " + call + "\n    " + text(c) + "\n    " + text(again));
        }
    }

    private static String text(byte[] record) {
        ByteBuffer r = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
        long result = r.getLong(6);
        int errno = r.getInt(14);
        byte[] rest = Arrays.copyOfRange(record, 18, record.length);
        String printed = new String(rest, UTF_8);
        boolean words = rest.length > 5 && (printed.startsWith("java.") || printed.startsWith("made"));
        String hex = HexFormat.of().formatHex(rest);
        return result + (errno == 0 ? "" : " " + libc.Strings.strerrorname_np(errno)) + " "
                + (words ? printed : hex.length() > 300 ? hex.substring(0, 300) + "..." + rest.length : hex);
    }

    private void summary(long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        report.println("calls per function, how many were compared, and how many of these succeeded in C: "
                + functions.entrySet().stream().map(e -> e.getKey() + " " + e.getValue() + "/"
                        + tried.getOrDefault(e.getKey(), 0) + "/" + succeeded.getOrDefault(e.getKey(), 0))
                .collect(Collectors.joining(", ")));
        report.println("rules:");
        for (Rules rule : Rules.values()) {
            report.printf("%8d  %s: %s%n", rules.getOrDefault(rule, 0), rule, rule.reason);
        }
        report.printf("%d epochs, %d calls compared, %d undecided, %d differences not each time, %d differences, %.1f s%n",
                epochs, compared, undecided, once, differences, seconds);
        report.printf("%.0f calls a second in C, %.0f in Java, side by side%n", played[0] * 1e9 / busy[0],
                played[2] * 1e9 / busy[2]);
        if (!causes.isEmpty()) {
            report.println("differences:");
            causes.forEach((cause, count) -> report.printf("%8d  %s%n", count, cause));
        }
    }

    private record Difference(int call, byte[] c, byte[] java) {}

    private record Side(String name, List<String> command) {}

    /** The processes that play: C twice, Java, and C once more, which takes its time. */
    private final class Players implements AutoCloseable {

        private final Side[] sides;
        private final Process[] processes;
        private final InputStream[] outputs;
        /** One that writes and one that reads for each side, or they would wait for each other. */
        private final ExecutorService threads = Executors.newCachedThreadPool();

        Players(Side... sides) throws IOException {
            this.sides = sides;
            processes = new Process[sides.length];
            outputs = new InputStream[sides.length];
            for (int i = 0; i < sides.length; i++) {
                start(i);
            }
        }

        private void start(int i) throws IOException {
            Path own = Files.createDirectories(dir.resolve(sides[i].name));
            for (int k = 0; k < 6; k++) {
                Files.deleteIfExists(own.resolve("s" + k));
            }
            List<String> command = new ArrayList<>(List.of("unshare", "--map-root-user", "--net", "sh", "-c",
                    "ip link set lo up && exec \"$@\"", "replay"));
            command.addAll(sides[i].command);
            processes[i] = new ProcessBuilder(command).directory(own.toFile())
                    .redirectError(dir.resolve(sides[i].name + ".err").toFile()).start();
            outputs[i] = new BufferedInputStream(processes[i].getInputStream(), 1 << 16);
        }

        void restart(int i) throws IOException {
            end(i);
            start(i);
        }

        /** What each side makes of an epoch; less than there are calls if it has ended. */
        List<List<byte[]>> play(byte[] calls, int count, List<Integer> players) throws Exception {
            List<Future<List<byte[]>>> answers = new ArrayList<>();
            for (int side : players) {
                threads.execute(() -> write(processes[side].getOutputStream(), calls));
                answers.add(threads.submit(() -> read(side, count)));
            }
            List<List<byte[]>> all = new ArrayList<>();
            for (Future<List<byte[]>> answer : answers) {
                all.add(answer.get(2, TimeUnit.MINUTES));
            }
            return all;
        }

        private void write(OutputStream to, byte[] calls) {
            try {
                to.write(calls);
                to.flush();
            } catch (IOException e) {
                report.println("a side ended: " + e); // and what it has not written says at which call
            }
        }

        private List<byte[]> read(int side, int count) {
            InputStream from = outputs[side];
            long start = System.nanoTime();
            List<byte[]> records = new ArrayList<>();
            try {
                for (int i = 0; i < count; i++) {
                    byte[] size = from.readNBytes(Integer.BYTES);
                    if (size.length < Integer.BYTES) {
                        return records;
                    }
                    byte[] record = from.readNBytes(ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN).getInt());
                    if (record.length == 0) {
                        throw new EOFException();
                    }
                    records.add(record);
                }
                busy[side] += System.nanoTime() - start;
                played[side] += records.size();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return records;
        }

        private void end(int i) {
            processes[i].destroyForcibly().onExit().join();
        }

        @Override
        public void close() {
            threads.shutdownNow();
            for (int i = 0; i < sides.length; i++) {
                end(i);
            }
        }
    }
}
