package compare.experiments.beyond;

import io.netty.channel.epoll.EpollChannelOption;
import java.lang.reflect.Field;
import java.net.SocketOption;
import java.nio.channels.NetworkChannel;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options of channels, by their names in C. */
final class OptionNames {

    private static final Map<String, String> RENAMED = Map.of("TCP_KEEPCOUNT", "TCP_KEEPCNT",
            "TCP_KEEPINTERVAL", "TCP_KEEPINTVL", "IP_DONTFRAGMENT", "IP_MTU_DISCOVER",
            "IP_MULTICAST_LOOP_DISABLED", "IP_MULTICAST_LOOP");

    private OptionNames() {}

    /** Those of a channel. */
    static Set<String> of(NetworkChannel channel) {
        return inC(channel.supportedOptions().stream().map(SocketOption::name));
    }

    /** Those of Netty's epoll channels. */
    static Set<String> ofNetty() {
        return inC(Arrays.stream(EpollChannelOption.class.getFields()).map(Field::getName));
    }

    /** Those of the catalogue that are among these. */
    static Stream<libc.SocketOption> named(Collection<String> names) {
        return libc.SocketOption.all().stream().filter(option -> names.contains(option.name()));
    }

    private static Set<String> inC(Stream<String> names) {
        return names.map(name -> RENAMED.getOrDefault(name, name)).collect(Collectors.toSet());
    }
}
