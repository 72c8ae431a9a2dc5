package demos.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a scenario shows, and what was checked in it. */
final class Report {

    private static final Pattern TEMPLATE = Pattern.compile("\\{([A-Z]+)}|( +)|([^{ ]+|\\{)");

    private final StringBuilder text = new StringBuilder();
    private final List<String> lacking = new ArrayList<>();
    private int passed;
    private int failed;

    int passed() {
        return passed;
    }

    int failed() {
        return failed;
    }

    /** That without which something was left out. */
    List<String> lacking() {
        return lacking;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    void heading(String heading) {
        text.append("\n  ").append(heading).append('\n');
    }

    /** Shows what somebody printed, line by line. */
    void show(String who, String lines) {
        lines.lines().forEach(line ->
                text.append(String.format("    %-6s | %s", who, line).stripTrailing()).append('\n'));
    }

    /** Checks that something holds; if not, why says more. */
    void check(String what, boolean holds, Object why) {
        if (holds) {
            passed++;
            text.append("    ok: ").append(what).append('\n');
        } else {
            failed++;
            text.append("    FAILED: ").append(what).append('\n');
            why.toString().lines().forEach(line -> text.append("        ").append(line).append('\n'));
        }
    }

    /** Checks that something is as it should be. */
    void same(String what, Object expected, Object actual) {
        check(what, expected.equals(actual), "expected " + expected + ", got " + actual);
    }

    /**
     * Checks a text against a template in which {@code {P}} stands for a word, the same one wherever it stands, and a
     * space for any number of them.
     */
    void says(String what, String template, String actual) {
        check(what, regex(template).matcher(actual).matches(), "expected\n" + template + "\ngot\n" + actual);
    }

    /** Checks that a text has a line of this template in it. */
    void shows(String what, String template, String actual) {
        check(what, Pattern.compile("^ *" + regex(template) + " *$", Pattern.MULTILINE).matcher(actual).find(),
                "expected the line\n" + template + "\nin\n" + actual);
    }

    /** Whether there is this tool. Without it something is left out, which in CI is a failure. */
    boolean has(String tool) {
        return has(tool, Tree.hasTool(tool));
    }

    /** Whether root runs this. If not, the same. */
    boolean hasRoot() {
        return has("root", Tree.isRoot());
    }

    private boolean has(String what, boolean there) {
        if (!there && Tree.isCi()) {
            check(what + " is there", false, "It is not.");
        } else if (!there) {
            lacking.add(what);
            text.append("    left out: needs ").append(what).append('\n');
        }
        return there;
    }

    private static Pattern regex(String template) {
        StringBuilder regex = new StringBuilder();
        List<String> names = new ArrayList<>();
        for (Matcher m = TEMPLATE.matcher(template); m.find();) {
            if (m.group(1) == null) {
                regex.append(m.group(2) != null ? " +" : Pattern.quote(m.group(3)));
            } else if (names.contains(m.group(1))) {
                regex.append("\\k<").append(m.group(1)).append('>');
            } else {
                names.add(m.group(1));
                regex.append("(?<").append(m.group(1)).append(">[^\\s:]+)");
            }
        }
        return Pattern.compile(regex.toString());
    }
}
