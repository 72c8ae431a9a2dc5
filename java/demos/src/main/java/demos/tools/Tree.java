package demos.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the project's texts and programs are, found from where the classes of this module are. */
public final class Tree {

    /** The library: a jar, or a folder of classes. */
    public static final Path LIBRARY = location(libc.sys.Socket.class);

    /** The Java demos: a jar, or a folder of classes. */
    public static final Path DEMOS = location(Tree.class);

    private static final Path TARGET = DEMOS.getParent();
    private static final Path ROOT = TARGET.resolve("../../..").normalize();

    /** The texts of the demos in C. */
    public static final Path C_TEXTS = ROOT.resolve("native/demos");

    /** The header that they share. */
    public static final Path C_HEADER = ROOT.resolve("include/arguments.h");

    /** The texts of the demos in Java. */
    public static final Path JAVA_TEXTS = ROOT.resolve("java/demos/src/main/java/demos");

    /** The demos in C, compiled. */
    public static final Path C_PROGRAMS = ROOT.resolve("native/build/demos");

    /** The jars of jnr. */
    public static final Path JNR = TARGET.resolve("lib");

    private Tree() {}

    /** Whether PATH leads to a program of this name. */
    public static boolean hasTool(String name) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(dir -> Files.isExecutable(Path.of(dir, name)));
    }

    /** Whether a tool that is lacking is a failure, and not only left out. */
    public static boolean isCi() {
        return "true".equals(System.getenv("CI"));
    }

    /** Whether the demos may do what they say needs root: root in a container often may not. */
    public static boolean isRoot() {
        return isCapable(6, 7, 8, 12, 21); // CAP_SETGID, CAP_SETUID, CAP_SETPCAP, CAP_NET_ADMIN, CAP_SYS_ADMIN
    }

    /** Whether this process, and so those that it starts, have these of capabilities(7), by their numbers. */
    static boolean isCapable(int... capabilities) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            String line = lines.filter(text -> text.startsWith("CapEff:")).findFirst().orElseThrow();
            long set = Long.parseUnsignedLong(line.substring("CapEff:".length()).strip(), 16);
            return IntStream.of(capabilities).allMatch(n -> (set >>> n & 1) != 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
