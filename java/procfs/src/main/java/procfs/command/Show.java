package procfs.command;

import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Option;
import procfs.Detail;

/** What is shown of each socket. */
final class Show {

    @Option(names = {"-n", "--numeric"}, description = "Numbers instead of the names of ports and protocols.")
    boolean numeric;

    @Option(names = {"-r", "--resolve"}, description = "Names of hosts.")
    boolean resolve;

    @Option(names = {"-p", "--processes"}, description = "The processes that have it open.")
    boolean processes;

    @Option(names = "--peers", 
            description = "Server or client, and the processes at the other end, where that is on this machine.")
    boolean peers;

    @Option(names = {"-o", "--options"}, description = "Its timer.")
    private boolean options;

    @Option(names = {"-e", "--extended"}, description = "User, inode, cookie, mark, control group; includes -o.")
    boolean extended;

    @Option(names = {"-i", "--info"}, description = "What TCP_INFO tells.")
    boolean info;

    @Option(names = {"-m", "--memory"}, description = "Its memory.")
    boolean memory;

    @Option(names = {"-O", "--oneline"}, description = "All of a socket on one line.")
    boolean oneline;

    @Option(names = {"-H", "--no-header"}, description = "No header.")
    boolean noHeader;

    boolean timer() {
        return options || extended;
    }

    boolean owners() {
        return processes || peers;
    }

    Set<Detail> details() {
        Set<Detail> details = EnumSet.noneOf(Detail.class);
        if (info) {
            details.add(Detail.INFO);
        }
        if (memory) {
            details.add(Detail.MEMORY);
        }
        if (extended) {
            details.add(Detail.EXTENDED);
        }
        return details;
    }
}
