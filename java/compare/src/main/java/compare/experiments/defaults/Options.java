package compare.experiments.defaults;

import java.io.IOException;
import java.net.SocketOption;
import java.nio.channels.NetworkChannel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import libc.bits.Socket.linger;

/** The values of options, by their names in C, in words that are the same for C and for Java. */
final class Options {

    /** Those whose defaults are settings of the system. */
    private static final Set<String> OF_THE_SYSTEM =
            Set.of("SO_RCVBUF", "SO_SNDBUF", "TCP_KEEPIDLE", "TCP_KEEPINTVL", "TCP_KEEPCNT");

    private static final Map<String, String> IN_JAVA =
            Map.of("TCP_KEEPINTVL", "TCP_KEEPINTERVAL", "TCP_KEEPCNT", "TCP_KEEPCOUNT");

    /** As getOption says that a socket does not linger. */
    private static final Integer NO_LINGER = -1;

    private Options() {}

    private interface Reader {
        Object read(String name) throws IOException;
    }

    /** As getsockopt tells them. */
    static String bySyscalls(int fd, int plain, List<String> names) throws IOException {
        return text(names, name -> option(name).value(fd), plain);
    }

    /** As getOption tells them; {@code plain} is a socket of the same kind, as socket(2) makes it. */
    static String byChannel(NetworkChannel channel, int plain, List<String> names) throws IOException {
        Map<String, SocketOption<?>> options = channel.supportedOptions().stream()
                .collect(Collectors.toMap(SocketOption::name, option -> option));
        return text(names, name -> {
            SocketOption<?> option = options.get(IN_JAVA.getOrDefault(name, name));
            return option == null ? "not supported" : channel.getOption(option);
        }, plain);
    }

    private static String text(List<String> names, Reader reader, int plain) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            Object value = reader.read(name);
            text.append(text.isEmpty() ? "" : "\n").append(name).append(' ').append(OF_THE_SYSTEM.contains(name)
                    && value instanceof Integer number ? beside((Integer) option(name).value(plain), number) : text(value));
        }
        return text.toString();
    }

    private static String beside(int systems, int value) {
        return value == systems ? "the system's" : 2 * value == systems ? "half the system's" : Integer.toString(value);
    }

    private static String text(Object value) {
        if (value instanceof linger linger && linger.l_onoff == 0 || NO_LINGER.equals(value)) {
            return "off";
        }
        return value instanceof Boolean on ? on ? "1" : "0" : String.valueOf(value);
    }

    private static libc.SocketOption option(String name) {
        return libc.SocketOption.all().stream().filter(option -> option.name().equals(name)).findFirst().orElseThrow();
    }
}
