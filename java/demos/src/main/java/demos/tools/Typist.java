package demos.tools;

import java.io.BufferedInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import jdk.jshell.tool.JavaShellToolBuilder;

/**
 * jshell as if somebody typed its input: what it reads from a pipe is shown at its prompt line by line, so that what is printed
 * reads as a session at a terminal does. {@code make jshell} uses it for input that is no terminal.
 */
public final class Typist {

    private Typist() {}

    /**
     * Runs jshell, which shows what it reads from any stream but the standard input itself. No history is kept.
     *
     * @param args jshell's own
     * @throws Exception if it cannot be started
     */
    public static void main(String[] args) throws Exception {
        System.exit(JavaShellToolBuilder.builder().persistence(new HashMap<>()).in(new BufferedInputStream(System.in), null)
                .out(System.out, new PrintStream(new NoTerminal(System.out), true), System.out).start(args));
    }

    /** A terminal's line ends as a file's. */
    private static final class NoTerminal extends FilterOutputStream {

        NoTerminal(OutputStream file) {
            super(file);
        }

        @Override
        public void write(int b) throws IOException {
            if (b != '\r') {
                out.write(b);
            }
        }
    }
}
