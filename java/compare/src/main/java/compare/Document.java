package compare;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All findings, as a table for a terminal, a page for browsers and one in Markdown.
 *
 * @param javas the JVMs
 * @param findings what was found out
 */
record Document(List<String> javas, List<Finding> findings) {

    private static final int WIDTH = 40;
    private static final String ROW = "%-" + WIDTH + "s  %-11s  %-" + WIDTH + "s  %s%n";

    private static final Mustache.Escaper HTML = Escapers.simple(new String[][] {
        {"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}});

    /** What ends a cell of a table in Markdown, or is no text there. */
    private static final Mustache.Escaper CELL = Escapers.simple(new String[][] {
        {"|", "&#124;"}, {"\n", "<br>"}, {"*", "&#42;"}, {"`", "&#96;"}});

    /** Experiments of one package. */
    record Topic(String name, List<Finding> findings) {}

    /** What was found out in these runs. */
    static Document of(List<Run> runs) {
        return new Document(runs.stream().map(Run::java).toList(), Finding.of(runs));
    }

    /** How many experiments there are. */
    int total() {
        return findings.size();
    }

    /** The findings by topic. */
    List<Topic> topics() {
        Map<String, List<Finding>> topics = findings.stream()
                .collect(Collectors.groupingBy(Finding::topic, LinkedHashMap::new, Collectors.toList()));
        return topics.entrySet().stream().map(entry -> new Topic(entry.getKey(), entry.getValue())).toList();
    }

    /** Those that are not the same on all JVMs. */
    List<Finding> dependingOnJava() {
        return findings.stream().filter(Finding::dependsOnJava).toList();
    }

    /** Whether there are any. */
    boolean anyDependsOnJava() {
        return !dependingOnJava().isEmpty();
    }

    /** The names of the JVMs. */
    String on() {
        return String.join(" and ", javas);
    }

    /** The kinds of verdicts. */
    List<Verdict.Kind> kinds() {
        return List.of(Verdict.Kind.values());
    }

    /** The heads of the table in the page. */
    List<String> heads() {
        return Stream.concat(Stream.of("topic", "experiment", "verdict"),
                Arrays.stream(Side.values()).map(side -> side.text)).toList();
    }

    /** How many verdicts of the first JVM are of each kind. */
    String counts() {
        return kinds().stream().map(kind -> kind.text + " "
                + findings.stream().filter(finding -> finding.asked().get(0).kind() == kind).count())
                .collect(Collectors.joining(", "));
    }

    /** All that went wrong. */
    List<String> failures() {
        return findings.stream().flatMap(finding -> finding.failures().stream()).toList();
    }

    /** For a terminal: a line for each answer. */
    String table() {
        StringBuilder table = new StringBuilder();
        for (Topic topic : topics()) {
            table.append(String.format("%n" + ROW, topic.name.toUpperCase(Locale.ROOT), "verdict", Side.SYSCALLS.text,
                    Side.CHANNELS.text));
            for (Finding finding : topic.findings) {
                for (Finding.On<Finding.Row> on : finding.rows()) {
                    Finding.Row row = on.value();
                    table.append(String.format(ROW, cut(finding.title() + (on.java().isEmpty() ? "" : ", " + on.java())),
                            row.kind().text, cut(row.syscalls()), cut(row.channels())).replaceFirst(" +\n", "\n"));
                }
            }
        }
        table.append(String.format("%n%d experiments on %s: %s%n", total(), on(), counts()));
        return table.toString().stripLeading();
    }

    private static String cut(String text) {
        String line = text.replace("\n", "; ");
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "...";
    }

    /** For a browser: one file with all that it needs. */
    String page() {
        return template(HTML, "page.html");
    }

    /** For GitHub and the like. Where a value stands in a table, it stays on one line. */
    String markdown() {
        return template(text -> CELL.escape(HTML.escape(text)), "jdk-channels.md");
    }

    /** A page in Markdown without the calls, whose order can be another one in each run. */
    static String withoutCalls(String markdown) {
        return markdown.replaceAll("(?s)<details>.*?</details>", "");
    }

    private String template(Mustache.Escaper escaper, String name) {
        return Mustache.compiler().emptyStringIsFalse(true).withEscaper(escaper).withLoader(Document::resource)
                .compile(resource(name)).execute(this);
    }

    private static Reader resource(String name) {
        return new InputStreamReader(Document.class.getResourceAsStream(name), StandardCharsets.UTF_8);
    }
}
