package compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is found out about one question, on all JVMs. Where they agree it is said once.
 *
 * @param report the first JVM's
 * @param asked what came of it on each
 */
record Finding(Report report, List<Asked> asked) {

    private static final Pattern SETS = Pattern.compile("(?:thread \\d+: )?setsockopt\\(\\w+, (.*), \\d+\\) = 0(?:  .*)?");
    private static final String NO_STRACE = "(strace is not installed)";

    /** What came of it on one JVM. */
    record Asked(String java, Report report, Map<Side, List<String>> calls) {

        static Asked of(Run run, Report report) {
            Map<Side, List<String>> calls = new LinkedHashMap<>();
            for (Side side : Side.values()) {
                List<String> made = run.calls(report, side);
                if (report.answers().containsKey(side) && made != null) {
                    calls.put(side, made);
                }
            }
            return new Asked(run.java(), report, calls);
        }

        /** A side's answer, or null. */
        String answer(Side side) {
            String answer = report.answers().get(side);
            return !report.ofCalls() || answer == null || answer.equals(Lab.CANNOT) || answer.equals(Leg.FAILED) ? answer
                    : calls.containsKey(side) ? String.join("\n", calls.get(side)) : NO_STRACE;
        }

        /** A side's answer, of calls no more than their names; or null. */
        String brief(Side side) {
            return report.ofCalls() && calls.containsKey(side) && !Lab.CANNOT.equals(answer(side)) ? calls.get(side).stream()
                    .map(call -> call.replaceFirst("\\(.*", "")).collect(Collectors.joining(", ")) : answer(side);
        }

        /** Which options a side set, or null. */
        String options(Side side) {
            String options = calls.getOrDefault(side, List.of()).stream().map(SETS::matcher).filter(Matcher::matches)
                    .map(set -> set.group(1)).distinct().collect(Collectors.joining("\n"));
            return options.isEmpty() ? null : options;
        }

        /** What the two answers come to. */
        Verdict.Kind kind() {
            return report.ofCalls() && calls.isEmpty() ? report.verdict().kind()
                    : Verdict.Kind.of(answer(Side.SYSCALLS), answer(Side.CHANNELS));
        }

        /** What went wrong, be it that the answers are not what the experiment says of them. */
        List<String> failures() {
            List<String> failures = new ArrayList<>(report.failures());
            if (failures.isEmpty() && kind() != report.verdict().kind()) {
                failures.add("the verdict is to be " + report.verdict().kind().text + ", and is " + kind().text + ":\n"
                        + answer(Side.SYSCALLS) + "\n" + answer(Side.CHANNELS));
            }
            return failures.stream().map(failure -> report.experiment() + " on " + java + ": " + failure).toList();
        }
    }

    /**
     * What some of the JVMs agree in.
     *
     * @param java which, or the empty string if all do
     * @param value what
     */
    record On<T>(String java, T value) {}

    /**
     * One who was asked.
     *
     * @param name the side's
     * @param briefs what it answered, of calls no more than their names
     * @param answers what it answered
     * @param traces what it called
     * @param options what it set
     */
    record Column(String name, List<On<String>> briefs, List<On<String>> answers, List<On<List<String>>> traces,
            List<On<String>> options) {}

    /** What the table for a terminal says of it. */
    record Row(Verdict.Kind kind, String syscalls, String channels) {}

    /** Those of all runs, in the order of the first. */
    static List<Finding> of(List<Run> runs) {
        return runs.get(0).reports().stream().map(report -> new Finding(report, runs.stream()
                .map(run -> run.reports().stream().filter(other -> other.experiment().equals(report.experiment()))
                        .findFirst().map(other -> Asked.of(run, other)).orElseThrow()).toList())).toList();
    }

    /** The experiment's name. */
    String name() {
        return report.experiment();
    }

    /** Its name in words. */
    String title() {
        String words = name().replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ");
        return Arrays.stream(words.split(" "))
                .map(word -> word.matches("[A-Z0-9]{2,}") ? word : word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /** Where its heading is in what is made of the page in Markdown. */
    String anchor() {
        return title().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** The package that it is in. */
    String topic() {
        return report.topic();
    }

    /** The question. */
    String question() {
        return report.question();
    }

    /** Same, differs or JDK cannot. */
    List<On<Verdict.Kind>> kinds() {
        return on(Asked::kind);
    }

    /** What there is to know. */
    List<On<String>> verdicts() {
        return on(asked -> asked.report.verdict().how());
    }

    /** What the table for a terminal says. */
    List<On<Row>> rows() {
        return on(asked -> new Row(asked.kind(), asked.brief(Side.SYSCALLS), asked.brief(Side.CHANNELS)));
    }

    /** The kernel's side and the JDK's. */
    List<Column> both() {
        return columns(Stream.of(Side.SYSCALLS, Side.CHANNELS));
    }

    /** The others who have an answer. */
    List<Column> peers() {
        return answering().stream().skip(2).toList();
    }

    /** All who have an answer. */
    List<Column> answering() {
        return all().stream().filter(column -> !column.answers.isEmpty()).toList();
    }

    /** All who were asked. */
    List<Column> all() {
        return columns(Arrays.stream(Side.values()));
    }

    /** Whether it is not the same on all JVMs. */
    boolean dependsOnJava() {
        return kinds().size() > 1 || both().stream().anyMatch(column -> column.answers.size() > 1);
    }

    /** All that went wrong. */
    List<String> failures() {
        return asked.stream().flatMap(asked -> asked.failures().stream()).toList();
    }

    private List<Column> columns(Stream<Side> sides) {
        return sides.map(side -> new Column(side.text, on(asked -> asked.brief(side)), on(asked -> asked.answer(side)),
                on(asked -> asked.calls.get(side)), on(asked -> asked.options(side)))).toList();
    }

    private <T> List<On<T>> on(Function<Asked, T> function) {
        Map<T, List<String>> javas = asked.stream().filter(asked -> function.apply(asked) != null)
                .collect(Collectors.groupingBy(function, LinkedHashMap::new,
                        Collectors.mapping(Asked::java, Collectors.toList())));
        return javas.entrySet().stream().map(entry -> new On<>(entry.getValue().size() == asked.size() ? ""
                : String.join(" and ", entry.getValue()), entry.getKey())).toList();
    }
}
