package selftest;

import static libc.Unistd.geteuid;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the socket API does on this machine: {@code java -jar libc-selftest.jar [--java=HOME ...] [--only=T31_\\w+]}.
 *
 * <p>The behaviours run in JVMs of their own, through both backends where the JVM has both, and if root asks for it
 * once more as an ordinary user. Ends with status 0 if all that applies has passed.
 */
public final class Selftest {

    private static final int FFM_SINCE = 22;
    private static final int UNSAFE_WARNS_SINCE = 23;
    private static final String NOBODY = "65534";

    private Selftest() {}

    /** A JVM, a backend and a user. */
    private record Run(String java, int feature, String backend, boolean asNobody) {

        List<String> command(Path jar, Path tmp, List<String> arguments) {
            List<String> command = new ArrayList<>();
            if (asNobody) {
                command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"));
            }
            command.add(java);
            if (feature >= FFM_SINCE) {
                command.add("--enable-native-access=ALL-UNNAMED");
            }
            if (feature >= UNSAFE_WARNS_SINCE) {
                command.add("--sun-misc-unsafe-memory-access=allow"); // jnr's
            }
            command.addAll(List.of("-Dlibc.backend=" + backend, "-Djava.io.tmpdir=" + tmp, "-cp", jar.toString(),
                    Leg.class.getName()));
            command.addAll(arguments);
            return command;
        }

        @Override
        public String toString() {
            return backend + ", Java " + feature + (asNobody ? ", an ordinary user"
                    : geteuid() == 0 ? ", root" : "");
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Set<String> javas = new LinkedHashSet<>(List.of(System.getProperty("java.home")));
        List<String> only = new ArrayList<>();
        for (String arg : args) {
            if (arg.startsWith("--java=")) {
                javas.add(arg.substring("--java=".length()));
            } else if (arg.startsWith("--only=")) {
                only.add(arg.substring("--only=".length()));
            } else {
                System.err.println("usage: java -jar libc-selftest.jar [--java=HOME ...] [--only=T31_\\w+]");
                System.exit(2);
            }
        }
        Matrix matrix = new Matrix();
        Path tmp = Files.createTempDirectory("libc-selftest",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        try {
            // Where everybody can read it.
            Path jar = Files.copy(jar(), tmp.resolve("libc-selftest.jar"), StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
            Path work = Files.createDirectory(tmp.resolve("work"));
            Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxrwxrwx"));
            for (Run run : runs(javas)) {
                System.err.println(run + " ...");
                matrix.add(run.toString(), results(run.command(jar, work, only)));
            }
        } finally {
            delete(tmp);
        }
        System.out.printf("libc-selftest on Linux %s, %s%n%n%s", System.getProperty("os.version"),
                System.getProperty("os.arch"), matrix);
        System.exit(matrix.passed() ? 0 : 1);
    }

    private static List<Run> runs(Set<String> homes) throws IOException, InterruptedException {
        List<Run> runs = new ArrayList<>();
        boolean canBeNobody = geteuid() == 0 && has("setpriv");
        for (boolean asNobody : canBeNobody ? new boolean[] {false, true} : new boolean[] {false}) {
            for (String home : homes) {
                String java = Path.of(home, "bin", "java").toString();
                int feature = feature(Path.of(home));
                for (String backend : feature >= FFM_SINCE ? List.of("ffm", "jnr") : List.of("jnr")) {
                    runs.add(new Run(java, feature, backend, asNobody));
                }
            }
        }
        return runs;
    }

    private static boolean has(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(dir -> Files.isExecutable(Path.of(dir, tool)));
    }

    private static int feature(Path home) throws IOException {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            String version = lines.filter(line -> line.startsWith("JAVA_VERSION=")).findFirst().orElseThrow();
            return Runtime.Version.parse(version.replaceAll(".*=\"|\"", "")).feature();
        }
    }

    private static Path jar() {
        return Path.of(System.getProperty("java.class.path"));
    }

    private static List<Result> results(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process.getOutputStream().close();
        List<Result> results;
        try (BufferedReader out = process.inputReader()) {
            results = out.lines().map(Result::parse).toList();
        }
        int status = process.waitFor();
        if (status != 0) {
            System.err.println(String.join(" ", command) + " ended with status " + status);
        }
        return results;
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
