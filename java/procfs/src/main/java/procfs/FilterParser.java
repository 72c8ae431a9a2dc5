package procfs;

import static libc.Netdb.getservbyname;
import static libc.arpa.Inet.inet_pton;
import static libc.arpa.Inet.ntohs;
import static libc.sys.Socket.AF_INET;
import static libc.sys.Socket.AF_INET6;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import libc.Netdb.servent;
import procfs.Filter.And;
import procfs.Filter.Comparison;
import procfs.Filter.End;
import procfs.Filter.Host;
import procfs.Filter.Not;
import procfs.Filter.Or;
import procfs.Filter.Port;

/** Reads the filters of {@code ss}. */
final class FilterParser {

    /** In words. It bounds how deep this, and what it makes, calls itself. */
    private static final int LONGEST = 1024;

    private static final Pattern TOKEN = Pattern.compile("[()]|&&?|\\|\\|?|[!=<>]=?|[^\\s()&|!=<>]+");
    private static final Pattern ENDPOINT =
            Pattern.compile("(?:\\[([^]/]*)(?:/(\\w*))?](?:/(\\w*))?|([^:/]*)(?:/(\\w*))?)(?::([^:]*))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private static final Set<String> AND = Set.of("&", "&&", "and");
    private static final Set<String> OR = Set.of("|", "||", "or");
    private static final Set<String> NOT = Set.of("!", "not");
    private static final Set<String> EQUAL = Set.of("=", "==", "eq");
    private static final Set<String> OTHER = Set.of("!=", "ne", "neq");
    private static final Set<String> AT_LEAST = Set.of(">=", "ge", "geq");
    private static final Set<String> AT_MOST = Set.of("<=", "le", "leq");
    private static final Set<String> MORE = Set.of(">", "gt");
    private static final Set<String> LESS = Set.of("<", "lt");

    private record Token(String text, int start) {}

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    FilterParser(String text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(new Token(matcher.group(), matcher.start()));
        }
        if (tokens.size() > LONGEST) {
            throw error(tokens.get(LONGEST).start(), "longer than a filter may be");
        }
        tokens.add(new Token("", text.length()));
    }

    Filter parse() {
        if (atEnd()) {
            return Filter.ANY;
        }
        Filter filter = list();
        if (!atEnd()) {
            throw expected("and, or, or a condition");
        }
        return filter;
    }

    private Filter list() {
        Filter filter = condition();
        while (!atEnd() && !is(Set.of(")"))) {
            if (take(OR)) {
                filter = new Or(filter, condition());
            } else {
                take(AND);
                filter = new And(filter, condition());
            }
        }
        return filter;
    }

    private Filter condition() {
        if (take(NOT)) {
            return new Not(condition());
        } else if (take(Set.of("("))) {
            Filter filter = list();
            if (!take(Set.of(")"))) {
                throw expected(")");
            }
            return filter;
        } else if (is(Set.of("sport", "dport"))) {
            return port(take().startsWith("s") ? End.LOCAL : End.REMOTE);
        } else if (is(Set.of("src", "dst"))) {
            return host(take().startsWith("s") ? End.LOCAL : End.REMOTE);
        }
        throw expected("sport, dport, src, dst, not or (");
    }

    private Filter port(End end) {
        if (take(AT_LEAST)) {
            return port(end, Comparison.AT_LEAST);
        } else if (take(AT_MOST)) {
            return port(end, Comparison.AT_MOST);
        } else if (take(MORE)) {
            return new Not(port(end, Comparison.AT_MOST));
        } else if (take(LESS)) {
            return new Not(port(end, Comparison.AT_LEAST));
        } else if (take(OTHER)) {
            return new Not(port(end, Comparison.EQUAL));
        }
        take(EQUAL);
        return port(end, Comparison.EQUAL);
    }

    private Filter port(End end, Comparison comparison) {
        String word = tokens.get(next).text();
        Filter filter = port(end, comparison, word.startsWith(":") ? word.substring(1) : word);
        next++;
        return filter;
    }

    private Filter port(End end, Comparison comparison, String port) {
        if (port.equals("*") && comparison == Comparison.EQUAL) {
            return Filter.ANY;
        }
        return new Port(end, comparison, NUMBER.matcher(port).matches() ? number(port, 0xffff, "a port") : service(port));
    }

    /** A service's port, if it is the same by TCP and by UDP. */
    private int service(String name) {
        servent tcp = getservbyname(name, "tcp");
        servent udp = getservbyname(name, "udp");
        if (name.isEmpty() || tcp == null && udp == null) {
            throw expected("a port or a service");
        } else if (tcp != null && udp != null && tcp.s_port != udp.s_port) {
            throw expected("a port, as the service has one by TCP and another by UDP,");
        }
        return ntohs(tcp != null ? tcp.s_port : udp.s_port);
    }

    private Filter host(End end) {
        boolean not = take(OTHER);
        if (!not) {
            take(EQUAL);
        }
        Matcher endpoint = ENDPOINT.matcher(tokens.get(next).text());
        if (atEnd() || !endpoint.matches()) {
            throw expected("an address, one of IPv6 in brackets,");
        }
        Filter host = endpoint.group(1) != null
                ? host(end, AF_INET6, endpoint.group(1), endpoint.group(endpoint.group(2) != null ? 2 : 3))
                : host(end, AF_INET, endpoint.group(4), endpoint.group(5));
        String port = endpoint.group(6);
        Filter both = port == null || port.isEmpty() ? host : and(host, port(end, Comparison.EQUAL, port));
        next++;
        return not ? new Not(both) : both;
    }

    private static Filter and(Filter first, Filter second) {
        return first == Filter.ANY ? second : second == Filter.ANY ? first : new And(first, second);
    }

    private Filter host(End end, int family, String address, String prefix) {
        if (family == AF_INET && prefix == null && (address.isEmpty() || address.equals("*"))) {
            return Filter.ANY;
        }
        byte[] bytes = new byte[family == AF_INET ? 4 : 16];
        if (inet_pton(family, address, bytes) != 1) {
            throw expected("an address, not a name,");
        }
        int bits = Byte.SIZE * bytes.length;
        try {
            // The other factory makes an IPv4 address of a v4-mapped one.
            InetAddress inet = family == AF_INET ? InetAddress.getByAddress(bytes)
                    : Inet6Address.getByAddress(null, bytes, -1);
            return new Host(end, inet, prefix == null ? bits : number(prefix, bits, "a prefix"));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private int number(String digits, int largest, String what) {
        if (!NUMBER.matcher(digits).matches() || Integer.parseInt(digits) > largest) {
            throw expected(what + " of at most " + largest);
        }
        return Integer.parseInt(digits);
    }

    private boolean atEnd() {
        return next == tokens.size() - 1;
    }

    private boolean is(Set<String> words) {
        return words.contains(tokens.get(next).text());
    }

    private boolean take(Set<String> words) {
        boolean is = is(words);
        next += is ? 1 : 0;
        return is;
    }

    private String take() {
        return tokens.get(next++).text();
    }

    private IllegalArgumentException expected(String what) {
        return error(tokens.get(next).start(), what + " expected");
    }

    private IllegalArgumentException error(int at, String problem) {
        String where = at < text.length() ? "\"" + text.substring(at) + '"' : "its end";
        return new IllegalArgumentException("filter, at " + where + ": " + problem);
    }
}
