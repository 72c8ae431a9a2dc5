package bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the table of 25,000 TCP sockets in every way, and prints what each costs as Markdown. It makes a network namespace
 * of its own, in which the table has only these, and which ends with it.
 *
 * <p>As a machine drifts, each way is gone in several rounds, each time in a new process; the table shows their medians.
 */
public final class Tables {

    private static final String PROGRAM = "native/build/bench/tables";
    private static final int SOCKETS = 25_000;
    private static final int PROCESSES = 5;
    private static final int ROUNDS = 3;
    private static final String INSIDE = "--inside";

    /** Each way, and what goes it. */
    private enum Way {
        C("C, a sock_diag dump", PROGRAM, "dump"),
        VISIT("the library, visiting by sock_diag", TableOf.Way.VISIT),
        LIST("the library, a list by sock_diag", TableOf.Way.LIST),
        PROC("the library, a list by `/proc`", TableOf.Way.PROC),
        OWNERS("the library, a table with owners", TableOf.Way.OWNERS),
        SS("`ss -tan`, a process", PROGRAM, "run", "ss", "-tan"),
        SS_OWNERS("`ss -tanp`, a process", PROGRAM, "run", "ss", "-tanp"),
        CAT("`cat /proc/net/tcp /proc/net/tcp6`, a process", PROGRAM, "run", "cat", "/proc/net/tcp", "/proc/net/tcp6"),
        OSHI("OSHI, a list with owners", TableOf.Way.OSHI);

        final String title;
        final String[] command;

        Way(String title, String... command) {
            this.title = title;
            this.command = command;
        }

        Way(String title, TableOf.Way way) {
            this(title, java("-Dslf4j.internal.verbosity=ERROR", "-cp", System.getProperty("java.class.path"),
                    TableOf.class.getName(), way.name()));
        }
    }

    /** What the processes of one way printed. */
    private record Samples(List<Double> nanoseconds, List<Double> processor, List<Double> kilobytes, List<Double> bytes) {}

    private final Map<Way, Samples> results = new EnumMap<>(Way.class);

    private Tables() {}

    public static void main(String[] args) throws Exception {
        if (!Files.isExecutable(Path.of(PROGRAM))) {
            System.err.println("no " + PROGRAM + ": run this from the project's root, after make -C native");
            System.exit(1);
        } else if (args.length == 0) {
            System.exit(inNamespace());
        }
        Process holder = new ProcessBuilder(PROGRAM, "hold", Integer.toString(SOCKETS), Integer.toString(PROCESSES))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader out = holder.inputReader()) {
            if (!"ready".equals(out.readLine())) {
                throw new IOException("the sockets could not be made: exit status " + holder.waitFor());
            }
            Contention contention = new Contention();
            Tables tables = new Tables();
            for (int round = 1; round <= ROUNDS; round++) {
                for (Way way : Way.values()) {
                    System.err.printf("round %d of %d: %s%n", round, ROUNDS, way.title);
                    tables.measure(way);
                }
            }
            contention.report();
            System.out.print(Machine.description() + tables.markdown());
        } finally {
            holder.getOutputStream().close();
            holder.waitFor();
        }
    }

    /** This program in a network namespace; who is not root is root of a user namespace there. */
    private static int inNamespace() throws IOException, InterruptedException {
        boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        return new ProcessBuilder(Stream.of(
                root ? new String[] {"unshare", "--net"} : new String[] {"unshare", "--net", "--map-root-user"},
                java("-cp", System.getProperty("java.class.path"), Tables.class.getName(), INSIDE))
                .flatMap(Stream::of).toArray(String[]::new)).inheritIO().start().waitFor();
    }

    private static String[] java(String... arguments) {
        return Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED"), Stream.of(arguments)).toArray(String[]::new);
    }

    private void measure(Way way) throws IOException, InterruptedException {
        String[] figures = Machine.run(way.command).split(" ");
        Samples samples = results.computeIfAbsent(way,
                w -> new Samples(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        samples.nanoseconds().add(Double.valueOf(figures[0]));
        samples.processor().add(Double.valueOf(figures[1]));
        samples.kilobytes().add(Double.valueOf(figures[2]));
        long sockets = Long.parseLong(figures[3]);
        if (sockets != 0 && sockets != SOCKETS + PROCESSES) {
            throw new IOException(way.title + ": " + sockets + " sockets");
        }
        if (figures.length > 4) {
            samples.bytes().add(Double.valueOf(figures[4]));
        }
    }

    private String markdown() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, """
                %,d TCP sockets, of %d processes.

                |  | ms | of C's dump | of `ss -tan` | of the processors | allocated | peak memory |
                |---|---:|---:|---:|---:|---:|---:|
                """, SOCKETS + PROCESSES, PROCESSES));
        double c = Machine.median(results.get(Way.C).nanoseconds());
        double ss = Machine.median(results.get(Way.SS).nanoseconds());
        results.forEach((way, samples) -> {
            double ns = Machine.median(samples.nanoseconds());
            String bytes = samples.bytes().isEmpty() ? ""
                    : String.format(Locale.ROOT, "%,.0f kB", Machine.median(samples.bytes()) / 1000);
            text.append(String.format(Locale.ROOT, "| %s | %.1f | ×%.2f | ×%.2f | %.1f ms | %s | %,.0f MB |%n", way.title,
                    ns / 1e6, ns / c, ns / ss, Machine.median(samples.processor()) / 1e6, bytes,
                    Machine.median(samples.kilobytes()) / 1000));
        });
        return text.toString();
    }
}
