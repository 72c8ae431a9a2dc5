package libc;

import java.nio.file.Path;
import java.util.Map;

/** The comparison of {@link AbiIT} in a JVM of its own whose {@code os.arch} is another machine's. */
final class ForeignAbi {

    private ForeignAbi() {}

    /** Prints the differences, a line each; the first argument is where to compile. */
    public static void main(String[] args) throws Exception {
        Machine own = Machine.own();
        Machine machine = new Machine(own.arch(), own.osArch(), true);
        Map<String, String> differences = Abi.differences(Path.of(args[0]), machine, AbiIT.headers(), AbiIT.newer());
        differences.forEach((subject, difference) -> System.out.println(subject + ": " + difference));
    }
}
