package procfs.command;

import static libc.Netdb.getprotobynumber;
import static libc.Netdb.getservbyport;
import static libc.arpa.Inet.INET6_ADDRSTRLEN;
import static libc.arpa.Inet.htons;
import static libc.arpa.Inet.inet_ntop;
import static libc.linux.IfEther.ETH_P_ALL;
import static libc.sys.Socket.AF_INET;
import static libc.sys.Socket.AF_INET6;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import libc.Netdb.protoent;
import libc.Netdb.servent;
import libc.linux.IfEther;
import libc.net.If;
import procfs.Namespace;

/** The names of what the tables have as numbers; each is looked up once. */
final class Names {

    /** The names that {@code ss} has for netlink's protocols, by their numbers. */
    private static final List<String> NETLINK = List.of("rtnl", "unused", "usersock", "fw", "tcpdiag", "nflog", "xfrm",
            "selinux", "iscsi", "audit", "fiblookup", "connector", "nft", "ip6fw", "dec-rt", "uevent", "genl", "17",
            "scsi-trans", "ecryptfs", "rdma", "crypto");

    private static final int IPV4_LENGTH = 4;

    private final boolean numeric;
    private final boolean resolve;
    private final Map<String, Map<Integer, String>> services = new HashMap<>();
    private final Map<Integer, String> protocols = new HashMap<>();
    private final Map<InetAddress, String> hosts = new HashMap<>();
    private final Map<Integer, String> links = new HashMap<>();
    private final Namespace namespace;
    private Map<Integer, String> interfaces;
    private Map<Long, String> cgroups;
    private int[] ephemeral;

    /**
     * Names.
     *
     * @param numeric whether ports and protocols stay numbers
     * @param resolve whether addresses become names
     * @param namespace whose interfaces
     */
    Names(boolean numeric, boolean resolve, Namespace namespace) {
        this.numeric = numeric;
        this.resolve = resolve;
        this.namespace = namespace;
    }

    /** A port by its service's name, but for those that the kernel gives to clients, whose names mislead. */
    String port(String protocol, int port) throws IOException {
        if (port == 0) {
            return "*";
        } else if (numeric || isEphemeral(port)) {
            return Integer.toString(port);
        }
        return services.computeIfAbsent(protocol, key -> new HashMap<>()).computeIfAbsent(port, key -> {
            servent service = getservbyport(htons(port), protocol);
            return service == null ? Integer.toString(port) : service.s_name;
        });
    }

    private boolean isEphemeral(int port) throws IOException {
        if (ephemeral == null) {
            // a file that only a single read gets whole
            String[] range = Files.readAllLines(Path.of("/proc/sys/net/ipv4/ip_local_port_range")).get(0).split("\\s+");
            ephemeral = new int[] {Integer.parseInt(range[0]), Integer.parseInt(range[1])};
        }
        return port >= ephemeral[0] && port <= ephemeral[1];
    }

    /** A raw socket's protocol, which stands where others have their port. */
    String protocol(int protocol) {
        if (protocol == 0) {
            return "*";
        } else if (numeric) {
            return Integer.toString(protocol);
        }
        return protocols.computeIfAbsent(protocol, key -> {
            protoent entry = getprotobynumber(key);
            return entry == null ? Integer.toString(key) : entry.p_name;
        });
    }

    /** An address; one of IPv6 in brackets, {@code *} for the one that stands for IPv4's too. */
    String host(int family, InetAddress address, boolean v6only) {
        if (family == AF_INET6 && address.isAnyLocalAddress() && !v6only) {
            return "*";
        }
        if (resolve && !address.isAnyLocalAddress()) {
            return hosts.computeIfAbsent(address, key -> {
                InetAddress unmapped = unmapped(key);
                String name = unmapped.getCanonicalHostName();
                return name.equals(unmapped.getHostAddress()) ? bracketed(family, key) : name;
            });
        }
        return bracketed(family, address);
    }

    /** Of an IPv4-mapped address the one that it stands for, which is the one that has a name. */
    private static InetAddress unmapped(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new AssertionError("an address has an address's length", e);
        }
    }

    private static String bracketed(int family, InetAddress address) {
        String text = numbers(family, address);
        return family == AF_INET ? text : "[" + text + "]";
    }

    /** An address as inet_ntop(3) writes it. InetAddress itself turns IPv6's IPv4-mapped addresses into IPv4's. */
    static String numbers(int family, InetAddress address) {
        byte[] bytes = address.getAddress();
        byte[] text = new byte[INET6_ADDRSTRLEN];
        String numbers = inet_ntop(bytes.length == IPV4_LENGTH ? AF_INET : AF_INET6, bytes, text, text.length);
        return family == AF_INET6 && bytes.length == IPV4_LENGTH ? "::ffff:" + numbers : numbers;
    }

    String interfaceName(int index) throws IOException {
        if (interfaces == null) {
            interfaces = namespace.call(() -> {
                Map<Integer, String> found = new HashMap<>();
                for (If.if_nameindex one : If.if_nameindex()) {
                    found.put(one.if_index, one.if_name);
                }
                return found;
            });
        }
        return interfaces.getOrDefault(index, "if" + index);
    }

    /** The protocol that a packet socket receives. */
    String linkProtocol(int protocol) {
        return protocol == ETH_P_ALL ? "*" : links.computeIfAbsent(protocol, Names::etherType);
    }

    private static String etherType(int protocol) {
        for (Field field : IfEther.class.getFields()) {
            if (field.getName().startsWith("ETH_P_") && constant(field) == protocol) {
                return field.getName().substring("ETH_P_".length()).toLowerCase(Locale.ROOT);
            }
        }
        return "[" + protocol + "]";
    }

    private static int constant(Field field) {
        try {
            return field.getInt(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field + " is public", e);
        }
    }

    String netlinkProtocol(int protocol) {
        return numeric || protocol >= NETLINK.size() ? Integer.toString(protocol) : NETLINK.get(protocol);
    }

    /** A netlink port: the kernel's, a process's if there is one of this number, or just a number. */
    String netlinkPort(int portId) throws IOException {
        String number = Integer.toUnsignedString(portId);
        if (numeric) {
            return number;
        } else if (portId == 0) {
            return "kernel";
        }
        Path command = Path.of("/proc", number, "comm");
        try {
            return Text.printable(Files.readString(command).strip()) + "/" + number;
        } catch (IOException e) {
            return number; // of a process that is not there, or is gone by now
        }
    }

    /** The path of a control group, or its number if there is no path to it from here. */
    String cgroup(long id) throws IOException {
        if (cgroups == null) {
            cgroups = ControlGroups.paths();
        }
        return cgroups.getOrDefault(id, "unreachable:" + Long.toHexString(id));
    }
}
