package libc.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

/**
 * Where somebody sits who types. jshell runs what is typed in a JVM of its own: then the terminal is not this process's, but
 * its parent's.
 */
public final class Terminal {

    private Terminal() {}

    /** Whether what is typed comes from a terminal, and what is printed goes to one. */
    public static boolean isThere() {
        return isTerminal(0) && isTerminal(1);
    }

    private static boolean isTerminal(int fd) {
        try {
            String target = Files.readSymbolicLink(descriptor(fd).toPath()).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException e) {
            return false; // what cannot be looked at cannot be used either
        }
    }

    /** A descriptor of the process that has the terminal, as a file to open. */
    public static File descriptor(int fd) {
        boolean isBehindJshell = System.getProperty("sun.java.command", "").startsWith("jdk.jshell.execution.");
        ProcessHandle self = ProcessHandle.current();
        return new File("/proc/" + (isBehindJshell ? self.parent().orElse(self) : self).pid() + "/fd/" + fd);
    }
}
