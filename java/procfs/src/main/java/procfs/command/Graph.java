package procfs.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import procfs.Owner;

/** A graph in Graphviz's language. Lines that differ in the client's address alone are drawn as one, with their number. */
final class Graph {

    private static final String NOBODY = "no process";

    /** The lines of each node, in the order in which the nodes came; the first is its title. */
    private final Map<String, Set<String>> nodes = new LinkedHashMap<>();
    private final Set<String> elsewhere = new TreeSet<>();
    private final Map<Edge, List<String>> edges = new LinkedHashMap<>();

    private record Edge(String from, String to, boolean directed, String kind, String server, String state) {}

    /** The nodes of the processes that share a socket, or the one that stands for none. */
    Set<String> processes(List<Owner> owners) {
        Set<String> found = new LinkedHashSet<>();
        for (Owner owner : owners) {
            String node = "pid " + owner.pid();
            nodes.computeIfAbsent(node, key -> new LinkedHashSet<>(List.of(Text.printable(owner.command()), node)));
            found.add(node);
        }
        if (found.isEmpty()) {
            nodes.computeIfAbsent(NOBODY, key -> new LinkedHashSet<>(List.of(NOBODY)));
            found.add(NOBODY);
        }
        return found;
    }

    /** The node of what is not on this machine. */
    String elsewhere(String name) {
        elsewhere.add(name);
        return name;
    }

    /** A process waits for others at an address. */
    void waits(String node, String where) {
        nodes.get(node).add(where);
    }

    void edge(String from, String to, boolean directed, String kind, String client, String server, String state) {
        edges.computeIfAbsent(new Edge(from, to, directed, kind, server, state), key -> new ArrayList<>()).add(client);
    }

    void print(Appendable out) throws IOException {
        out.append("digraph sockets {\n    rankdir=LR;\n    node [shape=box, style=rounded, fontname=\"sans-serif\"];\n"
                + "    edge [fontname=\"sans-serif\", fontsize=10];\n");
        for (Map.Entry<String, Set<String>> node : nodes.entrySet()) {
            out.append("    ").append(quoted(node.getKey()));
            out.append(" [label=").append(label(node.getValue())).append("];\n");
        }
        for (String name : elsewhere) {
            out.append("    ").append(quoted(name)).append(" [shape=ellipse];\n");
        }
        for (Map.Entry<Edge, List<String>> line : edges.entrySet()) {
            Edge edge = line.getKey();
            List<String> clients = line.getValue();
            String client = clients.size() > 1 || clients.get(0).isEmpty() ? "" : " " + clients.get(0);
            String server = edge.server.isEmpty() ? "" : " \u2192 " + edge.server;
            String times = clients.size() > 1 ? " \u00d7" + clients.size() : "";
            out.append("    ").append(quoted(edge.from)).append(" -> ").append(quoted(edge.to)).append(" [label=")
                    .append(label(List.of(edge.kind + client + server, edge.state + times)))
                    .append(edge.directed ? "" : ", dir=none").append("];\n");
        }
        out.append("}\n");
    }

    private static String label(Iterable<String> lines) {
        return "\"" + escaped(String.join("\n", lines)).replace("\n", "\\n") + "\"";
    }

    private static String quoted(String text) {
        return "\"" + escaped(text) + "\"";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
