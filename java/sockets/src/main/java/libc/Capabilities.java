package libc;

import static libc.Errno.EAFNOSUPPORT;
import static libc.Errno.ENOPROTOOPT;
import static libc.Errno.EOPNOTSUPP;
import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.Unistd.close;
import static libc.Unistd.geteuid;
import static libc.sys.Resource.RLIMIT_NOFILE;
import static libc.sys.Resource.RLIM_INFINITY;
import static libc.sys.Resource.getrlimit;
import static libc.sys.Socket.socket;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import libc.internal.Headers;
import libc.internal.call.Native;
import libc.sys.Resource.rlimit;

/**
 * What this machine, this process and this JVM can do with sockets. It prints as text.
 *
 * @param kernel the kernel's release
 * @param libc the C library and its version
 * @param java the JVM's version
 * @param backend {@code ffm} or {@code jnr}
 * @param euid the effective user
 * @param privileges the capabilities that matter to sockets and are effective, as {@code CAP_NET_RAW}
 * @param sockets every kind of socket that was tried
 * @param options the options of {@link SocketOption} that can be read, and whether a socket that could be opened knows them
 * @param limits the limits, by the names of sysctl(8) or getrlimit(2), as the kernel writes them
 */
public record Capabilities(String kernel, String libc, String java, String backend, int euid, Set<String> privileges,
        List<Kind> sockets, Map<SocketOption, Boolean> options, Map<String, String> limits) {

    /** The bits of capabilities(7) that socket(7) and its like ask for. */
    private static final Map<String, Integer> PRIVILEGES = new LinkedHashMap<>();

    static {
        PRIVILEGES.put("CAP_NET_BIND_SERVICE", 10);
        PRIVILEGES.put("CAP_NET_BROADCAST", 11);
        PRIVILEGES.put("CAP_NET_ADMIN", 12);
        PRIVILEGES.put("CAP_NET_RAW", 13);
        PRIVILEGES.put("CAP_SYS_ADMIN", 21);
        PRIVILEGES.put("CAP_SYS_RESOURCE", 24);
        PRIVILEGES.put("CAP_BPF", 39);
    }

    private static final List<String> TYPES =
            List.of("SOCK_STREAM", "SOCK_DGRAM", "SOCK_RAW", "SOCK_RDM", "SOCK_SEQPACKET", "SOCK_DCCP");

    /** The protocols that a family has beside the one that 0 chooses. */
    private static final Map<String, List<String>> PROTOCOLS = Map.of(
            "AF_INET", List.of("IPPROTO_ICMP", "IPPROTO_UDPLITE", "IPPROTO_SCTP", "IPPROTO_MPTCP", "IPPROTO_RAW"),
            "AF_INET6", List.of("IPPROTO_ICMPV6", "IPPROTO_UDPLITE", "IPPROTO_SCTP", "IPPROTO_MPTCP", "IPPROTO_RAW"),
            "AF_NETLINK", Names.constants("NETLINK_"),
            "AF_CAN", Names.constants("CAN_RAW"));

    private static final List<String> SYSCTLS = List.of("fs.file-max", "fs.nr_open", "net.core.somaxconn",
            "net.core.rmem_default", "net.core.rmem_max", "net.core.wmem_default", "net.core.wmem_max",
            "net.core.optmem_max", "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem", "net.ipv4.tcp_mem",
            "net.ipv4.tcp_max_syn_backlog", "net.ipv4.udp_mem", "net.ipv4.udp_rmem_min", "net.ipv4.udp_wmem_min",
            "net.ipv4.ip_local_port_range", "net.ipv4.ip_unprivileged_port_start", "net.ipv4.ping_group_range",
            "net.unix.max_dgram_qlen");

    private static final Pattern GLIBC = Pattern.compile("GNU C Library [^\\n]*?version [\\d.]*\\d");
    private static final Pattern LIBRARY = Pattern.compile("(/\\S*/(libc[.-]|ld-musl-)\\S*)$");
    private static final Pattern EFFECTIVE = Pattern.compile("CapEff:\\s*(\\p{XDigit}+)");

    /**
     * A kind of socket that was tried.
     *
     * @param family {@code AF_INET}
     * @param type {@code SOCK_STREAM}
     * @param protocol {@code IPPROTO_MPTCP}, or {@code 0}
     * @param errno why it cannot be opened, or 0
     */
    public record Kind(String family, String type, String protocol, int errno) {

        /**
         * Whether socket(2) opens one.
         *
         * @return whether it does
         */
        public boolean isOpened() {
            return errno == 0;
        }

        private int open() {
            return socket((int) Headers.value(family), (int) Headers.value(type),
                    protocol.equals("0") ? 0 : (int) Headers.value(protocol));
        }
    }

    /**
     * Finds out. It opens a socket of every family and type that the headers name, for which a kernel may load modules,
     * and closes it again. {@code errno()} stays what it was.
     *
     * @return what there is
     * @throws IOException if {@code /proc} cannot be read, or the process is out of descriptors
     */
    public static Capabilities report() throws IOException {
        int before = errno();
        List<Kind> sockets = triedSockets();
        rlimit files = new rlimit();
        check(getrlimit(RLIMIT_NOFILE, files));
        Map<String, String> limits = new LinkedHashMap<>();
        limits.put("RLIMIT_NOFILE", limit(files.rlim_cur) + " of " + limit(files.rlim_max));
        for (String sysctl : SYSCTLS) {
            Path file = Path.of("/proc/sys", sysctl.replace('.', '/'));
            if (Files.exists(file)) { // not every kernel and every network namespace has all
                limits.put(sysctl, firstLine(file).replace('\t', ' '));
            }
        }
        Capabilities report = new Capabilities(firstLine(Path.of("/proc/sys/kernel/osrelease")), library(),
                Runtime.version().toString(), Native.backend(), geteuid(), effective(), sockets,
                triedOptions(sockets), limits);
        errno(before);
        return report;
    }

    /**
     * Whether socket(2) opens this.
     *
     * @param family AF_INET, ...
     * @param type SOCK_STREAM, ...
     * @param protocol IPPROTO_MPTCP, ..., or 0
     * @return whether it does; of what was not tried, false
     */
    public boolean opens(int family, int type, int protocol) {
        return sockets.stream().anyMatch(kind -> kind.isOpened() && Headers.value(kind.family) == family
                && Headers.value(kind.type) == type
                && (kind.protocol.equals("0") ? 0 : Headers.value(kind.protocol)) == protocol);
    }

    /**
     * Whether the kernel knows an option, of some socket that can be opened.
     *
     * @param level as setsockopt takes it
     * @param optname as setsockopt takes it
     * @return whether it does; of what only setsockopt could tell, false
     */
    public boolean knows(int level, int optname) {
        return options.getOrDefault(SocketOption.of(level, optname), false);
    }

    /**
     * Whether a capability is effective.
     *
     * @param capability as {@code CAP_NET_RAW}
     * @return whether it is; of one that does not matter to sockets, false
     */
    public boolean has(String capability) {
        return privileges.contains(capability);
    }

    /** Of a family that the kernel does not have one try is enough. */
    private static List<Kind> triedSockets() {
        List<Kind> tried = new ArrayList<>();
        Set<String> lacking = new HashSet<>();
        for (String family : sorted(Names.constants("AF_"))) {
            for (String type : TYPES) {
                for (String protocol : protocols(family)) {
                    if (!lacking.contains(family)) {
                        int fd = new Kind(family, type, protocol, 0).open();
                        tried.add(new Kind(family, type, protocol, fd < 0 ? errno() : 0));
                        if (fd >= 0) {
                            close(fd);
                        } else if (errno() == EAFNOSUPPORT) {
                            lacking.add(family);
                        }
                    }
                }
            }
        }
        return List.copyOf(tried);
    }

    private static List<String> protocols(String family) {
        List<String> protocols = new ArrayList<>(List.of("0"));
        sorted(PROTOCOLS.getOrDefault(family, List.of())).stream().filter(protocol -> Headers.value(protocol) != 0)
                .forEach(protocols::add);
        return protocols;
    }

    private static List<String> sorted(List<String> constants) {
        return constants.stream().sorted(Comparator.comparingLong(Headers::value)).toList();
    }

    private static Map<SocketOption, Boolean> triedOptions(List<Kind> sockets) throws ErrnoException {
        Map<SocketOption, Boolean> known = new LinkedHashMap<>();
        SocketOption.all().stream().filter(SocketOption::isReadable).forEach(option -> known.put(option, false));
        for (Kind kind : sockets) {
            if (kind.isOpened()) {
                int fd = check(kind.open());
                known.replaceAll((option, isKnown) -> isKnown || option.read(fd) != null
                        || errno() != ENOPROTOOPT && errno() != EOPNOTSUPP);
                close(fd);
            }
        }
        return known;
    }

    private static Set<String> effective() throws IOException {
        Matcher effective = EFFECTIVE.matcher(Files.readString(Path.of("/proc/self/status")));
        long bits = effective.find() ? Long.parseUnsignedLong(effective.group(1), 16) : 0;
        return PRIVILEGES.keySet().stream().filter(name -> (bits >>> PRIVILEGES.get(name) & 1) != 0)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The library that is mapped, and of glibc what it says of itself. */
    private static String library() throws IOException {
        for (String mapping : Files.readAllLines(Path.of("/proc/self/maps"))) {
            Matcher library = LIBRARY.matcher(mapping);
            if (library.find() && Files.isReadable(Path.of(library.group(1)))) {
                Matcher glibc = GLIBC.matcher(Files.readString(Path.of(library.group(1)), StandardCharsets.ISO_8859_1));
                return glibc.find() ? glibc.group() : library.group(1);
            }
        }
        return "unknown";
    }

    /** In one read, since a sysctl answers only the first. */
    private static String firstLine(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return lines.readLine();
        }
    }

    private static String limit(long limit) {
        return limit == RLIM_INFINITY ? "RLIM_INFINITY" : Long.toUnsignedString(limit);
    }

    /** The report, one thing a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("kernel      ").append(kernel).append('\n');
        text.append("libc        ").append(libc).append('\n');
        text.append("java        ").append(java).append(", ").append(backend).append('\n');
        text.append("user        ").append(euid).append(privileges.isEmpty() ? "" : " " + String.join(" ", privileges))
                .append('\n');
        Map<String, List<String>> families = new LinkedHashMap<>();
        for (Kind kind : sockets) {
            if (kind.isOpened()) {
                families.computeIfAbsent(kind.family, family -> new ArrayList<>())
                        .add(kind.type + (kind.protocol.equals("0") ? "" : "/" + kind.protocol));
            }
        }
        families.forEach((family, types) -> text.append("opens       ").append(family).append(": ")
                .append(String.join(" ", types)).append('\n'));
        List<String> unknown = options.entrySet().stream().filter(option -> !option.getValue())
                .map(option -> option.getKey().name()).toList();
        text.append("options     ").append(options.size() - unknown.size()).append(" of ").append(options.size())
                .append(" known").append(unknown.isEmpty() ? "" : ", not " + String.join(" ", unknown)).append('\n');
        limits.forEach((name, value) -> text.append("limit       ").append(name).append(" = ").append(value).append('\n'));
        return text.toString();
    }
}
