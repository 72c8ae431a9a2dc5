package procfs;

import static libc.sys.Socket.AF_INET;
import static libc.sys.Socket.AF_INET6;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import libc.Needs;

/** What ss(8) of iproute2 prints of one socket. */
record Ss(Attributes attributes, String timer) {

    private static final Pattern USER = Pattern.compile("\\(\"([^\"]*)\",pid=(\\d+),fd=(\\d+)\\)");
    private static final Pattern NAMED = Pattern.compile("(\\w+)[:=](.+)");
    private static final Set<String> SHUTDOWN = Set.of("<->", "-->", "<--", "---");
    private static final Set<String> COMPARED = Set.of("ino", "sk", "uid", "v6only", "skmem", "rtt", "wscale", "retrans",
            "groups", "vfs");
    /** What it complains of in another namespace, where it mounts a /sys of its own. */
    private static final String NO_CGROUPS = "Failed to find cgroup2 mount";
    private static final Path CONGESTION = Path.of("/proc/sys/net/ipv4/tcp_available_congestion_control");

    /** Asks it for everything that it knows. */
    static List<Ss> sockets(Path dir, Kind kind, List<String> namespace) throws Exception {
        List<String> command = new ArrayList<>(List.of("ss", "-H", "-n", "-a", "-e", "-o", "-p", "-m", "-i", "-O"));
        command.addAll(namespace);
        command.add(switch (kind) {
            case TCP -> "--tcp";
            case UDP -> "--udp";
            case RAW -> "--raw";
            case UNIX -> "--unix";
            case PACKET -> "--packet";
            case NETLINK -> "--family=netlink";
            default -> throw new IllegalArgumentException("ss has no " + kind);
        });
        Set<String> congestion = Set.of(Files.readString(CONGESTION).strip().split(" "));
        List<Ss> sockets = new ArrayList<>();
        for (String line : Needs.run(dir, command.toArray(String[]::new)).split("\n")) {
            if (!line.isBlank() && !line.equals(NO_CGROUPS)) {
                sockets.add(parse(kind, line.strip().split("\\s+"), congestion));
            }
        }
        return sockets;
    }

    private static Ss parse(Kind kind, String[] words, Set<String> congestion) throws Exception {
        Attributes all = new Attributes();
        int at = 0;
        if (kind == Kind.UNIX || kind == Kind.PACKET) {
            all.put("netid", words[at++]);
        }
        all.put("state", words[at++]).put("recv", words[at++]).put("send", words[at++]);
        String local = words[at++];
        switch (kind) {
            case UNIX -> all.put("local", local).put("ino", words[at++]).put("peerino", words[++at]);
            case PACKET -> all.put("local", local);
            case NETLINK -> all.put("local", local).put("remote", words[at]);
            default -> all.put("family", local.matches("(\\*|\\[).*") ? AF_INET6 : AF_INET).put("local", internet(local))
                    .put("interface", local.contains("%") ? local.replaceAll(".*%|:.*", "") : "")
                    .put("remote", internet(words[at]));
        }
        String timer = "";
        for (at++; at < words.length; at++) {
            String word = words[at];
            Matcher named = NAMED.matcher(word);
            if (word.startsWith("users:")) {
                all.put("users", users(word));
            } else if (word.startsWith("timer:")) {
                timer = word;
            } else if (SHUTDOWN.contains(word)) {
                all.put("shutdown", word);
            } else if (congestion.contains(word)) {
                all.put("congestion", word);
            } else if (word.equals("peers:")) {
                all.put("peers", String.join(" ", List.of(words).subList(at + 1, words.length)));
                break;
            } else if (named.matches()) {
                named(all, kind == Kind.UNIX && named.group(1).equals("ino") ? "vfs" : named.group(1), named.group(2));
            }
        }
        return new Ss(all, timer);
    }

    private static void named(Attributes all, String name, String value) {
        if (Attributes.INFO.containsKey(name)) {
            all.put(name, Attributes.number(Double.parseDouble(value)));
        } else if (COMPARED.contains(name)) {
            all.put(name, value);
        }
    }

    private static String users(String word) {
        Set<String> users = new TreeSet<>();
        Matcher user = USER.matcher(word);
        while (user.find()) {
            users.add(user.group(1) + " " + user.group(2) + " " + user.group(3));
        }
        return String.join(", ", users);
    }

    private static String internet(String text) throws Exception {
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, colon).replaceAll("[\\[\\]]|%.*", "");
        String port = text.substring(colon + 1);
        return Attributes.internet(new InetSocketAddress(InetAddress.getByName(host.equals("*") ? "::" : host),
                port.equals("*") ? 0 : Integer.parseInt(port)));
    }
}
