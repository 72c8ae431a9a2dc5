package procfs.command;

import java.io.IOException;
import java.util.List;
import procfs.SocketEntry;
import procfs.SocketTable;

/** A form to print sockets in. */
interface Printer {

    /**
     * Prints.
     *
     * @param table who has them open, and their other ends
     * @param sockets those to show
     * @param out where to
     */
    void print(SocketTable table, List<SocketEntry> sockets, Appendable out) throws IOException;
}
