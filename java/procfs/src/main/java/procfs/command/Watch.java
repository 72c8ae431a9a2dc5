package procfs.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import procfs.command.Changes.Change;
import procfs.command.Changes.Mark;

/** Sockets as they change: on a terminal the table, and beneath it what happened; elsewhere a line for each change. */
final class Watch {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int LOOK_AT_SIZE_MS = 250;
    private static final int HISTORY = 1000;

    private final Reader reader;
    private final Columns columns;
    private final Changes changes;
    private final String title;
    private final Duration interval;
    private final Deque<String> history = new ArrayDeque<>();

    /** Reads a sample. */
    interface Reader {
        Sample read() throws IOException;
    }

    Watch(Reader reader, Columns columns, String title, Duration interval) {
        this.reader = reader;
        this.columns = columns;
        this.changes = new Changes(columns);
        this.title = title;
        this.interval = interval;
    }

    /** On standard output, until nobody reads it. */
    void lines() throws IOException, InterruptedException {
        Output out = new Output();
        String sign = "=";
        while (true) {
            long next = System.nanoTime() + interval.toNanos();
            StringBuilder text = new StringBuilder();
            String time = LocalTime.now().format(TIME);
            for (Change change : changes.next(reader.read())) {
                if (sign != null || change.mark() != Mark.SAME) {
                    text.append(event(time, change, sign)).append('\n');
                }
            }
            sign = null;
            out.write(text.toString().getBytes(UTF_8));
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        }
    }

    /** On a terminal, until {@code q}; it is closed then. */
    void screen(Terminal opened) throws IOException {
        try (Terminal terminal = opened) {
            boolean on = true;
            while (on) {
                long next = System.nanoTime() + interval.toNanos();
                Sample sample = reader.read();
                List<Change> rows = changes.next(sample);
                LocalTime now = LocalTime.now();
                remember(rows, now.format(TIME));
                String head = title + "   " + now.format(CLOCK) + "   " + sample.sockets().size() + " sockets";
                on = waits(terminal, head, rows, next);
            }
        }
    }

    /** Shows a sample until the next is due, in a size that may change; false if it was the last. */
    private boolean waits(Terminal terminal, String head, List<Change> rows, long next) throws IOException {
        int shown = 0;
        while (true) {
            int size = terminal.rows();
            if (size != shown) {
                terminal.show(picture(head, rows, size));
                shown = size;
            }
            long left = TimeUnit.NANOSECONDS.toMillis(next - System.nanoTime());
            int key = terminal.key((int) Math.max(0, Math.min(left, LOOK_AT_SIZE_MS)));
            if (key == 'q' || key == 'Q' || key == Terminal.END) {
                return false;
            } else if (left <= 0) {
                return true;
            }
        }
    }

    private void remember(List<Change> rows, String time) {
        for (Change change : rows) {
            if (change.isTransition()) {
                history.addLast(event(time, change, null));
                if (history.size() > HISTORY) {
                    history.removeFirst();
                }
            }
        }
    }

    /** A title, the table as far as it fits, and a quarter of the screen for the latest transitions. */
    private List<String> picture(String head, List<Change> rows, int size) {
        int below = Math.min(history.size(), size / 4);
        List<String> table = columns.lines(rows.stream().map(change -> change.now().row()).toList());
        int header = table.size() - rows.size();
        List<String> lines = new ArrayList<>();
        lines.add("\033[7m" + head + "   q ends");
        int room = size - below - 1;
        for (int i = 0; i < table.size() && i < room; i++) {
            if (i == room - 1 && i < table.size() - 1) {
                lines.add("... " + (table.size() - i) + " more");
            } else {
                lines.add(i < header ? "  " + table.get(i) : coloured(rows.get(i - header).mark(), table.get(i)));
            }
        }
        history.stream().skip(history.size() - below).forEach(lines::add);
        return lines.subList(0, Math.min(size, lines.size()));
    }

    private static String coloured(Mark mark, String line) {
        String colour = switch (mark) {
            case SAME -> "";
            case NEW -> "\033[32m";
            case CHANGED -> "\033[33m";
            case GONE -> "\033[31m";
        };
        return colour + mark.sign + " " + line;
    }

    /** {@code 12:34:56.789 ~ tcp ESTAB->CLOSE-WAIT 0 0 127.0.0.1:80 127.0.0.1:49152}. */
    private static String event(String time, Change change, String sign) {
        List<String> cells = change.now().row().cells();
        String state = (change.from() == null ? "" : change.from().shortName() + "->") + cells.get(1);
        String mark = sign == null ? String.valueOf(change.mark().sign) : sign;
        return String.join(" ", time, mark, cells.get(0), state, cells.get(2), cells.get(3), cells.get(5) + cells.get(6),
                cells.get(7) + cells.get(8), change.now().row().extras().strip()).strip();
    }
}
