package selftest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** How this machine is set, and what this process may do on it: root of a container lacks some of it. */
public final class Machine {

    /** To take a group's id. */
    public static final int CAP_SETGID = 6;
    /** To take a user's id. */
    public static final int CAP_SETUID = 7;
    /** To configure the network. */
    public static final int CAP_NET_ADMIN = 12;
    /** To use raw sockets. */
    public static final int CAP_NET_RAW = 13;
    /** To administrate. */
    public static final int CAP_SYS_ADMIN = 21;

    private Machine() {}

    /** Whether this process has a capability in effect. */
    public static boolean has(int capability) throws IOException {
        return hasBit(Path.of("/proc/self/status"), "CapEff:", capability);
    }

    /** Whether a thread of this process blocks a signal now. */
    public static boolean isBlocked(int tid, int signum) throws IOException {
        return hasBit(Path.of("/proc/self/task/" + tid + "/status"), "SigBlk:", signum - 1);
    }

    private static boolean hasBit(Path status, String name, int bit) throws IOException {
        String line = Files.readAllLines(status).stream().filter(text -> text.startsWith(name)).findFirst().orElseThrow();
        return (Long.parseUnsignedLong(line.substring(name.length()).strip(), 16) >>> bit & 1) != 0;
    }

    /** A setting of the kernel, "net/core/wmem_max", if it is shown here: containers lack some. */
    public static Optional<String> setting(String name) throws IOException {
        Path file = Path.of("/proc/sys", name);
        // Read by lines, in one piece: of a number the kernel answers the first piece alone.
        return Files.isReadable(file) ? Optional.of(Files.readAllLines(file).get(0)) : Optional.empty();
    }

    /** The numbers of a setting that every Linux shows. */
    public static int[] numbers(String name) throws IOException {
        return Arrays.stream(setting(name).orElseThrow().strip().split("\\s+")).mapToInt(Integer::parseInt).toArray();
    }
}
