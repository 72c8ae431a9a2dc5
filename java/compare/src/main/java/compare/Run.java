package compare;

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was answered and seen on one JVM.
 *
 * @param java its name, as in "Java 25"
 * @param reports what was answered
 * @param calls what strace(1) saw by experiment and side, or null where there is no strace
 */
record Run(String java, List<Report> reports, Map<String, List<String>> calls) {

    private static final int FFM_SINCE = 22;
    private static final int UNSAFE_WARNS_SINCE = 23;

    /** Asks the questions whose names match on the JVM that has this home. */
    static Run on(Path home, String only) throws IOException, InterruptedException {
        int feature = feature(home);
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
        if (feature >= FFM_SINCE) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        if (feature >= UNSAFE_WARNS_SINCE) {
            command.add("--sun-misc-unsafe-memory-access=allow"); // Netty's and jnr's
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Leg.class.getName(), only));
        Path directory = Files.createTempDirectory("compare");
        boolean traced = hasStrace();
        try {
            List<Report> reports = reports(traced ? Traces.command(directory, command) : command);
            return new Run("Java " + feature, reports, traced ? Traces.read(directory) : null);
        } finally {
            delete(directory);
        }
    }

    /** What a side called, or null if nobody saw it. */
    List<String> calls(Report report, Side side) {
        return calls == null ? null : calls.get(report.experiment() + " " + side);
    }

    private static int feature(Path home) throws IOException {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            String version = lines.filter(line -> line.startsWith("JAVA_VERSION=")).findFirst().orElseThrow();
            return Runtime.Version.parse(version.replaceAll(".*=\"|\"", "")).feature();
        }
    }

    private static boolean hasStrace() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(dir -> Files.isExecutable(Path.of(dir, "strace")));
    }

    private static List<Report> reports(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process.getOutputStream().close();
        Gson gson = new Gson();
        List<Report> reports;
        try (BufferedReader out = process.inputReader()) {
            reports = out.lines().map(line -> gson.fromJson(line, Report.class)).toList();
        }
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with status " + status);
        }
        return reports;
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
