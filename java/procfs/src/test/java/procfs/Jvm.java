package procfs;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import libc.Needs;

/** Runs classes of the tests on this JVM and this backend. */
final class Jvm {

    private Jvm() {}

    /** Runs one behind other words, as {@code setpriv}, and answers what it printed. */
    static String run(Path dir, List<String> before, Class<?> main, String... args) throws Exception {
        List<String> command = new ArrayList<>(before);
        command.addAll(command());
        command.add(main.getName());
        command.addAll(List.of(args));
        return Needs.run(dir, command.toArray(String[]::new));
    }

    /** The words before the name of a class, or before a source file. */
    static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }
}
