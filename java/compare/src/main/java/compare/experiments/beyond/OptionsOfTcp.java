package compare.experiments.beyond;

import static java.util.stream.Collectors.joining;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import libc.SocketOption;

/** The options of one level. */
final class OptionsOfTcp implements Experiment {

    @Override
    public String question() {
        return "Which options of TCP can be set by their names?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("StandardSocketOptions has TCP_NODELAY, jdk.net.ExtendedSocketOptions four more. The "
                + "others can be set on a JDK channel by its descriptor, which procfs.Sockets.fdOf finds.");
    }

    @Override
    public String syscalls(Lab lab) {
        return ofTcp(SocketOption.all().stream().map(SocketOption::name).toList());
    }

    @Override
    public String channels(Lab lab) throws IOException {
        Set<String> names = new HashSet<>();
        for (NetworkChannel channel : List.of(lab.keep(SocketChannel.open()), lab.keep(ServerSocketChannel.open()))) {
            names.addAll(OptionNames.of(channel));
        }
        return ofTcp(names);
    }

    @Override
    public String netty(Lab lab) {
        return ofTcp(OptionNames.ofNetty());
    }

    private static String ofTcp(Collection<String> names) {
        return OptionNames.named(names).filter(option -> option.levelName().equals("IPPROTO_TCP")).map(SocketOption::name)
                .sorted().collect(joining("\n"));
    }
}
