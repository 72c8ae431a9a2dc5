package procfs.command;

import java.util.List;
import procfs.SocketEntry;
import procfs.SocketTable;

/**
 * What was read.
 *
 * @param table who has sockets open, and their other ends
 * @param sockets those to show
 */
record Sample(SocketTable table, List<SocketEntry> sockets) {}
