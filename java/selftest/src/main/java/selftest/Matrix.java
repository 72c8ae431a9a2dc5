package selftest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Behaviour by transport by leg: passed, failed, or not applicable and why. */
final class Matrix {

    private static final String FAILED = "X";
    private static final String PASSED = "+";
    private static final String NOTHING = "?";

    private final List<String> legs = new ArrayList<>();
    private final Map<String, Map<Transport, List<List<Result>>>> rows = new TreeMap<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();

    /** Adds what one leg has answered. */
    void add(String leg, List<Result> results) {
        int number = legs.size();
        legs.add(leg);
        for (Result result : results) {
            List<List<Result>> cell = rows.computeIfAbsent(result.behaviour(), b -> new TreeMap<>())
                    .computeIfAbsent(result.transport(), t -> new ArrayList<>());
            while (cell.size() <= number) {
                cell.add(new ArrayList<>());
            }
            cell.get(number).add(result);
        }
    }

    /** Whether every cell has an answer and none failed. */
    boolean passed() {
        return !rows.isEmpty() && rows.keySet().stream().allMatch(row -> List.of(Transport.values()).stream()
                .noneMatch(t -> marks(row, t).contains(FAILED) || marks(row, t).contains(NOTHING)));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("A mark for each of these, in their order; + passed, X failed, ? no answer:\n");
        for (int i = 0; i < legs.size(); i++) {
            text.append("  ").append(i + 1).append("  ").append(legs.get(i)).append('\n');
        }
        int name = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
        text.append('\n').append(" ".repeat(name));
        for (Transport transport : Transport.values()) {
            text.append("  ").append(pad(transport.toString(), width(transport)));
        }
        text.append('\n');
        for (String row : rows.keySet()) {
            text.append(pad(row, name));
            for (Transport transport : Transport.values()) {
                String marks = marks(row, transport);
                boolean same = marks.chars().distinct().count() == 1 && Character.isLowerCase(marks.charAt(0));
                text.append("  ").append(pad(same ? marks.substring(0, 1) : marks, width(transport)));
            }
            text.append('\n');
        }
        text.append('\n');
        reasons.forEach((reason, letter) -> text.append(letter).append("  ").append(reason).append('\n'));
        failures(text);
        return text.toString();
    }

    private void failures(StringBuilder text) {
        rows.values().forEach(row -> row.values().forEach(cell -> {
            for (int leg = 0; leg < cell.size(); leg++) {
                for (Result result : cell.get(leg)) {
                    if (result.outcome() == Result.Outcome.FAILED) {
                        text.append('\n').append(result.behaviour()).append('.').append(result.method()).append(" on ")
                                .append(result.transport()).append(", ").append(legs.get(leg)).append('\n')
                                .append(result.detail().indent(4));
                    }
                }
            }
        }));
    }

    private int width(Transport transport) {
        return Math.max(transport.toString().length(), legs.size());
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private String marks(String row, Transport transport) {
        List<List<Result>> cell = rows.get(row).getOrDefault(transport, List.of());
        StringBuilder marks = new StringBuilder();
        for (int leg = 0; leg < legs.size(); leg++) {
            marks.append(leg < cell.size() ? mark(cell.get(leg)) : NOTHING);
        }
        return marks.toString();
    }

    private String mark(List<Result> results) {
        if (results.stream().anyMatch(result -> result.outcome() == Result.Outcome.FAILED)) {
            return FAILED;
        } else if (results.stream().anyMatch(result -> result.outcome() == Result.Outcome.PASSED)) {
            return PASSED;
        }
        return results.isEmpty() ? NOTHING
                : reasons.computeIfAbsent(results.get(0).detail(), reason -> letter(reasons.size()));
    }

    /** a to z, then what comes behind in Unicode's Greek. */
    private static String letter(int n) {
        return String.valueOf((char) (n < 26 ? 'a' + n : '\u03b1' + n - 26));
    }
}
