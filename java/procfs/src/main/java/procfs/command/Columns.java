package procfs.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import procfs.SocketEntry;
import procfs.SocketTable;

/** The columns of {@code ss}, as wide as what is in them. */
final class Columns implements Printer {

    private static final int NETID = 0;
    private static final int STATE = 1;
    private static final int SIDE = 4;
    private static final List<String> HEADER = List.of("Netid", "State", "Recv-Q", "Send-Q", "Side", "Local Address:",
            "Port", "Peer Address:", "Port");
    private static final List<Boolean> TO_THE_RIGHT = List.of(false, false, false, false, false, true, false, true, false);

    private final Show show;
    private final Ends ends;
    private final Extras extras;
    private final boolean[] shown = new boolean[HEADER.size()];

    /**
     * The columns.
     *
     * @param show what of each socket
     * @param names the names to use
     * @param kinds whether there can be several kinds
     * @param states whether there can be several states
     */
    Columns(Show show, Names names, boolean kinds, boolean states) {
        this.show = show;
        this.ends = new Ends(names);
        this.extras = new Extras(show, names);
        Arrays.fill(shown, true);
        shown[NETID] = kinds;
        shown[STATE] = states;
        shown[SIDE] = show.peers;
    }

    /** A socket, or the header: a cell for each column, and what stands behind them. */
    record Row(List<String> cells, String extras) {}

    @Override
    public void print(SocketTable table, List<SocketEntry> sockets, Appendable out) throws IOException {
        List<Row> rows = new ArrayList<>(sockets.size());
        for (SocketEntry entry : sockets) {
            rows.add(row(table, entry));
        }
        for (String line : lines(rows)) {
            out.append(line).append('\n');
        }
    }

    Row row(SocketTable table, SocketEntry entry) throws IOException {
        String[] local = ends.local(entry);
        String[] remote = ends.remote(entry);
        String side = show.peers ? table.side(entry).map(s -> s.name().toLowerCase(Locale.ROOT)).orElse("") : "";
        return new Row(List.of(Ends.netid(entry), entry.state().shortName(), Long.toString(entry.receiveQueue()),
                Long.toString(entry.sendQueue()), side, local[0], local[1], remote[0], remote[1]), extras.of(table, entry));
    }

    /** The header, if there is to be one, and the rows as lines without spaces at their ends. */
    List<String> lines(List<Row> rows) {
        int[] widths = HEADER.stream().mapToInt(String::length).toArray();
        for (Row row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.cells().get(i).length());
            }
        }
        List<String> lines = new ArrayList<>(rows.size() + 1);
        if (!show.noHeader) {
            lines.add(line(new Row(HEADER, "Process"), widths));
        }
        for (Row row : rows) {
            lines.add(line(row, widths));
        }
        return lines;
    }

    private String line(Row row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            if (shown[i]) {
                boolean port = i > 0 && TO_THE_RIGHT.get(i - 1);
                line.append(line.length() == 0 || port ? "" : " ");
                String cell = row.cells().get(i);
                String padding = " ".repeat(widths[i] - cell.length());
                line.append(TO_THE_RIGHT.get(i) ? padding : "").append(cell).append(TO_THE_RIGHT.get(i) ? "" : padding);
            }
        }
        boolean below = row.extras().isEmpty() || row.extras().startsWith("\n");
        return below ? line.toString().stripTrailing() + row.extras() : line.append(' ').append(row.extras()).toString();
    }
}
