package demos.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a demo is written in, and run by: C, or Java on some JVM through one of the backends. */
public final class Language {

    /** The demos in C. */
    public static final Language C = new Language("C", List.of());

    private final String name;
    private final List<String> launcher;

    private Language(String name, List<String> launcher) {
        this.name = name;
        this.launcher = launcher;
    }

    /** Java on a JVM of 22 or later, through FFM, which needs the library and nothing else. */
    public static Language ffm(String name, Path home) {
        return java(name, home, Tree.LIBRARY + ":" + Tree.DEMOS, "--enable-native-access=ALL-UNNAMED",
                "-Dlibc.backend=ffm");
    }

    /** Java through jnr, on a JVM of 17 or later. */
    public static Language jnr(String name, Path home, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Dlibc.backend=jnr");
        return java(name, home, Tree.LIBRARY + ":" + Tree.DEMOS + ":" + Tree.JNR + "/*", all.toArray(String[]::new));
    }

    private static Language java(String name, Path home, String classPath, String... options) {
        List<String> launcher = new ArrayList<>();
        launcher.add(home.resolve("bin/java").toString());
        // A JVM that lives for a moment has no use for the compiler that pays off later; and none has to leave the file
        // behind that is for those who would watch it, or to remove those that others have left.
        launcher.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
        launcher.addAll(List.of(options));
        launcher.addAll(List.of("-cp", classPath));
        return new Language(name, List.copyOf(launcher));
    }

    /** The same with other classes in front of these demos. */
    public Language before(Path classes) {
        List<String> other = new ArrayList<>(launcher);
        int classPath = other.indexOf("-cp") + 1;
        other.set(classPath, classes + ":" + other.get(classPath));
        return new Language(name, List.copyOf(other));
    }

    /** A server in one language and a client in another. */
    interface Meeting {
        void of(Language server, Language client) throws IOException, InterruptedException;
    }

    /** Has them meet, both in one language, and C at either end. */
    static void crosswise(List<Language> languages, Meeting meeting) throws IOException, InterruptedException {
        for (Language server : languages) {
            for (Language client : languages) {
                if (server == client || server == C || client == C) {
                    meeting.of(server, client);
                }
            }
        }
    }

    /** The command line that runs a demo. */
    public List<String> command(String demo, String... arguments) {
        List<String> command = new ArrayList<>(launcher);
        command.add(this == C ? Tree.C_PROGRAMS.resolve(demo).toString() : "demos." + demo);
        command.addAll(List.of(arguments));
        return command;
    }

    /** Starts a demo in a directory. */
    public Program start(Path directory, String demo, String... arguments) throws IOException {
        return new Program(directory, command(demo, arguments));
    }

    /** What proc10_sockets shows of a process. */
    String descriptors(Path directory, Program program) throws IOException, InterruptedException {
        try (Program proc = start(directory, "proc10_sockets", Long.toString(program.pid()))) {
            proc.exitStatus();
            return proc.output();
        }
    }

    /** The second half of that, its sockets. */
    String sockets(Path directory, Program program) throws IOException, InterruptedException {
        return descriptors(directory, program).replaceFirst("(?s).*\n\n", "");
    }

    @Override
    public String toString() {
        return name;
    }
}
