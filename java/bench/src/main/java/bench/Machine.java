package bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each table needs: the machine's name, its programs, and the middle of what was measured. */
final class Machine {

    private Machine() {}

    static String description() throws IOException {
        String cpu;
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            cpu = lines.filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse(System.getProperty("os.arch"));
        }
        return "%s, %d CPUs, Linux %s, Java %s%n%n".formatted(cpu, Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.version"), Runtime.version());
    }

    /** What a program prints, in one line; it has to end with status 0. */
    static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader out = process.inputReader()) {
            String text = out.lines().collect(Collectors.joining("\n"));
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(String.join(" ", command) + ": exit status " + status);
            }
            return text;
        }
    }

    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
