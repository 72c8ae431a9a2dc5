package compare.experiments.defaults;

import static libc.Errno.check;
import static libc.Fcntl.*;
import static libc.Unistd.getpid;
import static libc.sys.Socket.*;

import compare.Lab;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import libc.SocketOption;
import libc.sys.Socket;
import procfs.Descriptor;
import procfs.Descriptors;

/** What a socket has that was made just now, by its descriptor. */
final class Fresh {

    private Fresh() {}

    /** Of what socket(2) makes. */
    static String socket(Lab lab, int domain, int type) throws IOException {
        lab.watch();
        return descriptor(lab, lab.keep(Socket.socket(domain, type, 0)));
    }

    /** Of a descriptor: what it is, and the options that are not as {@code socket(domain, type, 0)} has them. */
    private static String descriptor(Lab lab, int fd) throws IOException {
        lab.unwatch();
        SocketOption domain = SocketOption.of(SOL_SOCKET, SO_DOMAIN);
        SocketOption type = SocketOption.of(SOL_SOCKET, SO_TYPE);
        Map<SocketOption, Object> options = SocketOption.options(fd);
        Map<SocketOption, Object> plain = SocketOption.options(
                lab.keep(Socket.socket((Integer) options.get(domain), (Integer) options.get(type), 0)));
        Stream<String> is = Stream.of(text(domain, options) + ", " + text(type, options),
                "O_NONBLOCK " + ((check(fcntl(fd, F_GETFL)) & O_NONBLOCK) == 0 ? "no" : "yes"),
                "FD_CLOEXEC " + ((check(fcntl(fd, F_GETFD)) & FD_CLOEXEC) == 0 ? "no" : "yes"));
        Stream<String> has = options.keySet().stream()
                .filter(option -> option.isWritable() && !option.name().equals("TCP_TIMESTAMP")) // a clock
                .filter(option -> !text(option, options).equals(text(option, plain)))
                .map(option -> option.name() + " " + text(option, options) + ", not " + text(option, plain));
        return Stream.concat(is, has).collect(Collectors.joining("\n"));
    }

    /** Of a channel of whatever library. */
    static String channel(Lab lab, Callable<? extends Closeable> open) throws Exception {
        open.call().close(); // what a library opens for itself, and but once, is there then
        List<Integer> before = sockets();
        lab.watch();
        lab.keep(open.call());
        lab.unwatch();
        List<Integer> made = sockets().stream().filter(fd -> !before.contains(fd)).toList();
        return made.isEmpty() ? "no socket yet" : descriptor(lab, made.get(0));
    }

    private static List<Integer> sockets() throws IOException {
        return Descriptors.of(getpid()).open().stream().filter(fd -> fd.kind() == Descriptor.Kind.SOCKET)
                .map(Descriptor::number).toList();
    }

    private static String text(SocketOption option, Map<SocketOption, Object> options) {
        return option.text(options.get(option));
    }
}
