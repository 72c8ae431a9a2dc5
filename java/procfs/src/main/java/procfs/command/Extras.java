package procfs.command;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import procfs.Details;
import procfs.Kind;
import procfs.Owner;
import procfs.SocketEntry;
import procfs.SocketMemory;
import procfs.SocketTable;
import procfs.Timer;

/** What stands behind a socket's columns, in the notation of {@code ss}. */
final class Extras {

    private final Show show;
    private final Names names;

    Extras(Show show, Names names) {
        this.show = show;
        this.names = names;
    }

    /** All that was asked for, a space before each; memory and TCP_INFO of an Internet socket on a line of their own. */
    String of(SocketTable table, SocketEntry entry) throws IOException {
        StringBuilder out = new StringBuilder();
        if (show.processes) {
            owners(out, "users", table.owners(entry));
        }
        if (show.peers) {
            Optional<SocketEntry> peer = table.peer(entry);
            if (peer.isPresent()) {
                owners(out, "peers", table.owners(peer.get()));
            }
        }
        if (show.timer()) {
            timer(out, entry.timer());
        }
        if (show.extended) {
            extended(out, entry);
        }
        Details details = entry.details();
        if (details.memory() != null || details.tcpInfo() != null) {
            out.append(entry.kind().isInternet() && !show.oneline ? "\n\t" : "");
        }
        if (details.memory() != null) {
            memory(out, details.memory());
        }
        if (details.tcpInfo() != null) {
            TcpInfo.print(out, details.tcpInfo(), details.congestion(), show.timer(), show.numeric);
        }
        return out.toString();
    }

    private static void owners(StringBuilder out, String name, List<Owner> owners) {
        if (owners.isEmpty()) {
            return;
        }
        String separator = " " + name + ":(";
        for (Owner owner : owners) {
            out.append(separator).append("(\"").append(Text.printable(owner.command())).append("\",pid=").append(owner.pid())
                    .append(",fd=").append(owner.fd()).append(')');
            separator = ",";
        }
        out.append(')');
    }

    private static void timer(StringBuilder out, Timer timer) {
        if (timer.kind() != Timer.Kind.OFF) {
            out.append(" timer:(").append(timer.kind().shortName()).append(',').append(time(timer.expires())).append(',')
                    .append(timer.retransmits()).append(')');
        }
    }

    /** A time as {@code ss} has it, whose readers know that {@code 1.200ms} are 1,200 ms. */
    static String time(Duration time) {
        long minutes = time.toMinutes();
        int seconds = minutes > 9 ? 0 : time.toSecondsPart();
        int millis = minutes > 0 || seconds > 9 ? 0 : time.toMillisPart();
        return (minutes > 0 ? minutes + "min" : "") + (seconds > 0 ? seconds + (millis > 0 ? "." : "sec") : "")
                + (millis > 0 ? String.format("%03dms", millis) : "");
    }

    private void extended(StringBuilder out, SocketEntry entry) throws IOException {
        Details details = entry.details();
        if (entry.kind() != Kind.UNIX) {
            if (entry.uid() > 0) {
                out.append(" uid:").append(entry.uid());
            }
            Long identity = details.cookie() != null ? details.cookie() : details.pointer();
            out.append(" ino:").append(entry.inode());
            out.append(" sk:").append(identity == null ? "0" : Long.toHexString(identity));
        }
        if (details.mark() != null && details.mark() != 0) {
            out.append(" fwmark:0x").append(Integer.toHexString(details.mark()));
        }
        if (details.cgroup() != null && details.cgroup() != 0) {
            out.append(" cgroup:").append(names.cgroup(details.cgroup()));
        }
        if (details.v6only() != null) {
            out.append(" v6only:").append(details.v6only() ? 1 : 0);
        }
        if (details.shutdown() != null) {
            out.append((details.shutdown() & 1) == 0 ? " <-" : " --").append((details.shutdown() & 2) == 0 ? '>' : '-');
        }
        if (details.pathInode() != null) {
            out.append(" ino:").append(details.pathInode());
        }
        if (details.pathDevice() != null) {
            out.append(" dev:").append(details.pathDevice() >>> 20).append('/').append(details.pathDevice() & 0xfffff);
        }
        if (details.pending() != null) {
            out.append(" peers:");
            details.pending().forEach(inode -> out.append(' ').append(inode));
        }
        if (details.memory() == null && details.drops() != null && details.drops() != 0) {
            out.append(" drops:").append(details.drops());
        }
    }

    private static void memory(StringBuilder out, SocketMemory memory) {
        out.append(" skmem:(r").append(Integer.toUnsignedString(memory.rmemAlloc()))
                .append(",rb").append(Integer.toUnsignedString(memory.rcvbuf()))
                .append(",t").append(Integer.toUnsignedString(memory.wmemAlloc()))
                .append(",tb").append(Integer.toUnsignedString(memory.sndbuf()))
                .append(",f").append(Integer.toUnsignedString(memory.fwdAlloc()))
                .append(",w").append(Integer.toUnsignedString(memory.wmemQueued()))
                .append(",o").append(Integer.toUnsignedString(memory.optmem()))
                .append(",bl").append(Integer.toUnsignedString(memory.backlog()))
                .append(",d").append(Integer.toUnsignedString(memory.drops())).append(')');
    }
}
