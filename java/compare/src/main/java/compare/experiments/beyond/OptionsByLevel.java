package compare.experiments.beyond;

import static java.util.stream.Collectors.joining;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import libc.SocketOption;

/** All options. */
final class OptionsByLevel implements Experiment {

    @Override
    public String question() {
        return "How many options of each level can be set by their names?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The JDK has the common ones of sockets, IP, multicast and TCP; those of IPv6 it sets"
                + " beside IP's, under IP's names. Of UDP and all other levels it has none.");
    }

    @Override
    public String syscalls(Lab lab) {
        return byLevel(SocketOption.all().stream().map(SocketOption::name).toList());
    }

    @Override
    public String channels(Lab lab) throws IOException {
        Set<String> names = new HashSet<>();
        for (NetworkChannel channel : List.of(lab.keep(SocketChannel.open()), lab.keep(ServerSocketChannel.open()),
                lab.keep(DatagramChannel.open()), lab.keep(SocketChannel.open(StandardProtocolFamily.UNIX)),
                lab.keep(ServerSocketChannel.open(StandardProtocolFamily.UNIX)))) {
            names.addAll(OptionNames.of(channel));
        }
        return byLevel(names);
    }

    @Override
    public String netty(Lab lab) {
        return byLevel(OptionNames.ofNetty());
    }

    private static String byLevel(Collection<String> names) {
        return SocketOption.all().stream().map(SocketOption::levelName).distinct()
                .map(level -> level + " " + ofLevel(level, names)).collect(joining("\n"));
    }

    private static long ofLevel(String level, Collection<String> names) {
        return OptionNames.named(names).filter(option -> option.levelName().equals(level)).count();
    }
}
