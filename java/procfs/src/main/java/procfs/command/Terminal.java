package procfs.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Poll.POLLIN;
import static libc.Poll.poll;
import static libc.Signal.SIGWINCH;
import static libc.Signal.signal;
import static libc.Unistd.STDIN_FILENO;
import static libc.Unistd.STDOUT_FILENO;
import static libc.Unistd.read;
import static libc.Unistd.write;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import libc.Poll.pollfd;

/**
 * The terminal as a screen of its own. When it is closed, what was there before is there again; and it is closed whatever
 * ends the JVM, but for SIGKILL.
 */
final class Terminal implements AutoCloseable {

    /** What {@link #key} answers if there was none. */
    static final int NO_KEY = -1;

    /** What {@link #key} answers if there will be none any more. */
    static final int END = -2;

    /** The alternate screen, no cursor, and lines that are cut at the edge. */
    private static final String OPEN = "\033[?1049h\033[?25l\033[?7l";
    private static final String CLOSE = "\033[0m\033[?7h\033[?25h\033[?1049l";
    private static final int USUAL_ROWS = 24;
    private static final int ATTEMPTS = 3;

    private final Output out = new Output();
    private final String before;
    private final AtomicBoolean resized = new AtomicBoolean(true);
    private final int keyboards;
    private int rows = USUAL_ROWS;
    private boolean closed;

    private Terminal(String before) throws IOException {
        this.before = before;
        this.keyboards = stty(STDIN_FILENO, "-g").isPresent() ? 1 : 0;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "terminal"));
        signal(SIGWINCH, number -> resized.set(true));
        enter();
    }

    /**
     * Takes the terminal that standard output is, if it is one that has a screen. Ctrl-C ends the JVM as always; what would
     * stop it or make it print, Ctrl-Z and Ctrl-\, is off.
     */
    static Optional<Terminal> open() throws IOException {
        String type = System.getenv("TERM");
        if (type == null || Set.of("", "dumb").contains(type)) {
            return Optional.empty();
        }
        Optional<String> settings = stty(STDOUT_FILENO, "-g");
        return settings.isEmpty() ? Optional.empty() : Optional.of(new Terminal(settings.get()));
    }

    /** What stty(1) answers of one of our descriptors; nothing of what is no terminal, or is there no more. */
    private static Optional<String> stty(int fd, String... arguments) {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add(0, "stty");
        try {
            Process process = new ProcessBuilder(command).redirectInput(new File("/proc/self/fd/" + fd))
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String answer = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            return process.waitFor() == 0 ? Optional.of(answer) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** How many lines there are, at this moment. */
    int rows() {
        if (resized.getAndSet(false)) {
            int lines = stty(STDOUT_FILENO, "size").map(size -> Integer.parseInt(size.split(" ")[0])).orElse(0);
            rows = lines == 0 ? USUAL_ROWS : lines;
        }
        return rows;
    }

    /** Shows lines in place of those before; there must not be more than {@link #rows}. */
    void show(List<String> lines) throws IOException {
        StringBuilder screen = new StringBuilder("\033[H");
        String separator = "";
        for (String line : lines) {
            screen.append(separator).append(line).append("\033[0m\033[K");
            separator = "\n";
        }
        print(screen.append("\033[J").toString());
    }

    /** A key, waiting for one at most so many milliseconds. */
    int key(int timeout) {
        pollfd[] keys = {new pollfd(STDIN_FILENO, POLLIN, 0)};
        if (poll(keys, keyboards, timeout) <= 0) {
            return NO_KEY;
        }
        byte[] key = new byte[1];
        return read(STDIN_FILENO, key, 1) == 1 ? key[0] : END;
    }

    private synchronized void enter() throws IOException {
        if (!closed) {
            stty(STDOUT_FILENO, "-icanon", "-echo", "min", "1", "time", "0", "quit", "undef", "susp", "undef");
            print(OPEN);
        }
    }

    private synchronized void print(String text) throws IOException {
        if (!closed) {
            out.write(text.getBytes(UTF_8));
        }
    }

    /**
     * Of a terminal that is gone there is nothing to put back, so what fails here fails in silence. A second Ctrl-C would
     * end stty(1) too, which is why it is tried again.
     */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            byte[] text = CLOSE.getBytes(UTF_8);
            write(STDOUT_FILENO, text, text.length);
            boolean restored = false;
            for (int attempt = 0; attempt < ATTEMPTS && !restored; attempt++) {
                restored = stty(STDOUT_FILENO, before).isPresent();
            }
        }
    }
}
