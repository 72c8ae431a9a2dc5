package procfs.command;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import procfs.Kind;
import procfs.SocketEntry;
import procfs.State;

/** What is different from one sample to the next. */
final class Changes {

    private final Columns columns;
    private Map<Key, Seen> before = Map.of();
    private boolean first = true;

    Changes(Columns columns) {
        this.columns = columns;
    }

    /** What became of a socket. */
    enum Mark {
        SAME(' '), NEW('+'), CHANGED('~'), GONE('-');

        final char sign;

        Mark(char sign) {
            this.sign = sign;
        }
    }

    /** A socket as it was when it was seen last. */
    record Seen(SocketEntry entry, Columns.Row row) {}

    /**
     * A socket, and what became of it.
     *
     * @param mark what became of it
     * @param now as it is, or was last
     * @param from the state that it was in before, or null if it is still in that
     */
    record Change(Mark mark, Seen now, State from) {

        boolean isTransition() {
            return mark == Mark.NEW || mark == Mark.GONE || from != null;
        }
    }

    /** What is the same of a socket as long as it lives. TCP's loses its inode when nobody has it open any more. */
    private record Key(Kind kind, SocketAddress local, SocketAddress remote, int interfaceIndex, long inode) {

        static Key of(SocketEntry entry) {
            boolean connection = entry.kind() == Kind.TCP && Ends.isConnected(entry);
            return new Key(entry.kind(), connection ? entry.local() : null, connection ? entry.remote() : null,
                    connection ? entry.interfaceIndex() : 0, connection ? 0 : entry.inode());
        }
    }

    /** The sockets of a sample, and behind them those that are gone since the one before. In the first nothing is new. */
    List<Change> next(Sample sample) throws IOException {
        Map<Key, Seen> now = new LinkedHashMap<>();
        List<Change> changes = new ArrayList<>();
        for (SocketEntry entry : sample.sockets()) {
            Key key = Key.of(entry);
            Seen seen = new Seen(entry, columns.row(sample.table(), entry));
            now.put(key, seen);
            changes.add(change(before.get(key), seen));
        }
        before.forEach((key, seen) -> {
            if (!now.containsKey(key)) {
                changes.add(new Change(Mark.GONE, seen, null));
            }
        });
        before = now;
        first = false;
        return changes;
    }

    private Change change(Seen was, Seen is) {
        if (was == null) {
            return new Change(first ? Mark.SAME : Mark.NEW, is, null);
        }
        State from = was.entry().state() == is.entry().state() ? null : was.entry().state();
        return new Change(was.row().cells().equals(is.row().cells()) ? Mark.SAME : Mark.CHANGED, is, from);
    }
}
