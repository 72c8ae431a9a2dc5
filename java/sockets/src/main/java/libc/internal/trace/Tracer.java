package libc.internal.trace;

import java.io.IOError;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import libc.internal.call.Watch;

/** Prints a line for each call that is seen, when it has been made. */
public final class Tracer implements Watch.Watcher {

    /** The one that there is. */
    public static final Tracer TRACER = new Tracer();

    private static final Set<String> SHOWN = Set.of("time", "duration", "thread");
    private static final double NANOS = 1e9;

    /** Apart, since every program's first call loads the class around it. */
    private static final class Clock {
        static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS ");
    }

    private volatile PrintStream out;
    private volatile Set<String> shown = Set.of();

    private Tracer() {}

    /**
     * The tracer, if a property or the environment asks for it: {@code -Dlibc.trace=true} or a file name,
     * {@code LIBC_TRACE=1} or a file name, {@code -Dlibc.trace.show=time,duration,thread}.
     *
     * @throws IOError if the file cannot be written
     */
    public static Optional<Tracer> configured() {
        String wanted = System.getProperty("libc.trace", System.getenv().getOrDefault("LIBC_TRACE", ""));
        switch (wanted) {
            case "", "0", "false" -> {
                return Optional.empty();
            }
            case "1", "true" -> { }
            default -> {
                try {
                    TRACER.to(file(Path.of(wanted)));
                } catch (IOException e) {
                    throw new IOError(e);
                }
            }
        }
        String show = System.getProperty("libc.trace.show", "");
        TRACER.show(show.isEmpty() ? new String[0] : show.split(","));
        return Optional.of(TRACER);
    }

    /** A file for lines, empty at first, to which each is written at once. */
    public static PrintStream file(Path file) throws IOException {
        return new PrintStream(Files.newOutputStream(file), true);
    }

    /** Says where lines go; null is standard error, whatever that is when a line is printed. */
    public void to(PrintStream stream) {
        out = stream;
    }

    /** Says what each line has beside the call. */
    public void show(String... words) {
        for (String word : words) {
            if (!SHOWN.contains(word)) {
                throw new IllegalArgumentException(word + ": there are time, duration and thread");
            }
        }
        shown = Set.of(words);
    }

    @Override
    public long see(Watch.Call call) {
        String function = call.function().name();
        Row row = Table.row(function);
        if (row == null) {
            return call.make();
        }
        Seen seen = new Seen(row, call);
        List<Supplier<String>> arguments = new ArrayList<>();
        for (int i = 0; i < row.arguments().size(); i++) {
            arguments.add(look(row.arguments().get(i), seen, i));
        }
        LocalTime begin = LocalTime.now();
        long nanos = System.nanoTime();
        long result = call.make();
        nanos = System.nanoTime() - nanos;
        seen.returned(result);
        if (FileActions.has(function)) {
            FileActions.see(function, arguments);
        } else {
            print(begin, function + list(arguments) + " = " + text(() -> row.result().print(seen)), nanos);
        }
        return result;
    }

    /** An argument that cannot be read is no reason for the call not to be made, or its answer to be lost. */
    private static Supplier<String> look(Argument argument, Seen call, int i) {
        try {
            return argument.look(call, i);
        } catch (RuntimeException e) {
            return () -> unreadable(e);
        }
    }

    private static String text(Supplier<String> text) {
        try {
            return text.get();
        } catch (RuntimeException e) {
            return unreadable(e);
        }
    }

    private static String unreadable(RuntimeException e) {
        return "? /* " + e + " */";
    }

    /** Arguments in parentheses, but for those that do not count. */
    static String list(List<Supplier<String>> arguments) {
        return arguments.stream().map(Tracer::text).filter(text -> text != null)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private void print(LocalTime begin, String call, long nanos) {
        Set<String> also = shown;
        PrintStream to = out;
        (to == null ? System.err : to).println((also.contains("thread") ? "[" + thread() + "] " : "")
                + (also.contains("time") ? Clock.TIME.format(begin) : "") + call
                + (also.contains("duration") ? " <%.6f>".formatted(nanos / NANOS) : ""));
    }

    /** The thread's name; a virtual thread often has none. */
    private static String thread() {
        Thread thread = Thread.currentThread();
        return thread.getName().isEmpty() ? "#" + thread.getId() : thread.getName();
    }
}
