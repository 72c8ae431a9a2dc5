package compare.experiments.defaults;

import static libc.sys.Socket.socket;

import compare.Lab;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketOption;
import java.nio.channels.NetworkChannel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import libc.bits.Socket.linger;

/** The values of options, by their names in C, in words that are the same for C and for Java. */
final class Options {

    /** Those whose defaults are settings of the system. */
    private static final Set<String> OF_THE_SYSTEM =
            Set.of("SO_RCVBUF", "SO_SNDBUF", "TCP_KEEPIDLE", "TCP_KEEPINTVL", "TCP_KEEPCNT");

    private static final Map<String, String> IN_JAVA =
            Map.of("TCP_KEEPINTVL", "TCP_KEEPINTERVAL", "TCP_KEEPCNT", "TCP_KEEPCOUNT",
                    "IP_MTU_DISCOVER", "IP_DONTFRAGMENT");

    /** As getOption says that a socket does not linger. */
    private static final Integer NO_LINGER = -1;

    private Options() {}

    private interface Reader {
        Object read(String name) throws IOException;
    }

    /** As getsockopt tells them of what {@code socket(domain, type, 0)} makes. */
    static String bySyscalls(Lab lab, int domain, int type, List<String> names) throws IOException {
        int plain = lab.keep(socket(domain, type, 0));
        lab.watch();
        int fd = lab.keep(socket(domain, type, 0));
        return text(names, name -> option(name).value(fd), plain);
    }

    /** As getOption tells them of a channel; {@code socket(domain, type, 0)} makes a socket of the same kind. */
    static String byChannel(Lab lab, int domain, int type, Callable<? extends NetworkChannel> open, List<String> names)
            throws Exception {
        int plain = lab.keep(socket(domain, type, 0));
        lab.watch();
        NetworkChannel channel = lab.keep(open.call());
        Map<String, SocketOption<?>> options = channel.supportedOptions().stream()
                .collect(Collectors.toMap(SocketOption::name, option -> option));
        checkEvery(channel, options.keySet(), names);
        return text(names, name -> {
            SocketOption<?> option = options.get(IN_JAVA.getOrDefault(name, name));
            try {
                return option == null ? "not supported" : channel.getOption(option);
            } catch (SocketException e) { // its message is of whichever errno there was
                return "SocketException";
            }
        }, plain);
    }

    /** What a JDK to come may have more is to be asked, too. */
    private static void checkEvery(NetworkChannel channel, Set<String> options, List<String> names) {
        Set<String> unasked = new TreeSet<>(options);
        names.forEach(name -> unasked.remove(IN_JAVA.getOrDefault(name, name)));
        if (channel.getClass().getModule() == Object.class.getModule() && !unasked.isEmpty()) {
            throw new IllegalStateException("not asked: " + unasked);
        }
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
