package demos.tools;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A child process and what it prints, to stdout and stderr together. Whoever waits for it waits {@value #PATIENCE}
 * seconds at most, and gets an {@link IllegalStateException} then.
 */
public final class Program implements AutoCloseable {

    private static final int PATIENCE = 20;

    private final String command;
    private final Process process;
    private final Thread reader;
    private final StringBuilder output = new StringBuilder();
    private boolean ended;

    /** Starts a program in a directory. It reads what {@link #type} gives it. */
    public Program(Path directory, List<String> command) throws IOException {
        this.command = String.join(" ", command);
        // What a shell runs in the background ignores SIGINT, and its children inherit that.
        List<String> interruptible = new ArrayList<>(List.of("env", "--default-signal=INT"));
        interruptible.addAll(command);
        process = new ProcessBuilder(interruptible).directory(directory.toFile()).redirectErrorStream(true).start();
        reader = new Thread(this::read);
        reader.setDaemon(true);
        reader.start();
    }

    /** The command line that runs a command line without capabilities, for one who has them. */
    public static List<String> withoutCapabilities(List<String> command) {
        List<String> without = new ArrayList<>(List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all"));
        without.addAll(command);
        return without;
    }

    /** Its number. */
    public long pid() {
        return process.pid();
    }

    /** Waits for a line that it prints and the expression matches. Returns it, or the expression's group. */
    public synchronized String await(String line) throws InterruptedException {
        Pattern pattern = Pattern.compile("^" + line + "\r?\n", Pattern.MULTILINE);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        for (;;) {
            Matcher matcher = pattern.matcher(output);
            if (matcher.find()) {
                return matcher.group(matcher.groupCount());
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (ended || left <= 0) {
                throw failure((ended ? "ended without the line " : "did not print the line ") + line);
            }
            wait(left);
        }
    }

    /** Writes to its standard input. */
    public void type(String text) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write(text.getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    /** Ends its standard input. */
    public void typeEnd() throws IOException {
        process.getOutputStream().close();
    }

    /** Ctrl-C: sends it SIGINT. */
    public void interrupt() throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -INT " + pid()).inheritIO().start();
        if (kill.waitFor() != 0) {
            throw failure("could not be interrupted");
        }
    }

    /** Waits for its end and returns its exit status; 128 and the signal's number if a signal ended it. */
    public int exitStatus() throws InterruptedException {
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            throw failure("did not end");
        }
        reader.join(TimeUnit.SECONDS.toMillis(PATIENCE));
        return process.exitValue();
    }

    /** All that it has printed, with its lines ended by \n. */
    public synchronized String output() {
        return output.toString().replace("\r\n", "\n");
    }

    /** Ends it if it has not ended, and whatever it has started. */
    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        // Process.destroyForcibly would close the stream that is being read.
        process.toHandle().destroyForcibly();
        process.onExit().join();
        process.getOutputStream().close();
    }

    private void read() {
        try (Reader in = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            char[] buffer = new char[8192];
            for (int n; (n = in.read(buffer)) >= 0;) {
                synchronized (this) {
                    output.append(buffer, 0, n);
                    notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(command, e);
        } finally {
            synchronized (this) {
                ended = true;
                notifyAll();
            }
        }
    }

    private IllegalStateException failure(String what) {
        return new IllegalStateException(command + " " + what + (output.isEmpty() ? "" : ":\n" + output()));
    }
}
