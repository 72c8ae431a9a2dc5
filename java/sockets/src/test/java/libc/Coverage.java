package libc;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import libc.HeaderNames.Kind;
import libc.HeaderNames.Name;

/**
 * What the library has of the headers on this machine: each name is bound, or declined by a rule that says why, or
 * missing. A name that several headers give counts for the one whose class has it, or else for glibc's.
 */
final class Coverage {

    /**
     * Names that the library does not have.
     *
     * @param header which header's
     * @param names which
     * @param reason why
     */
    record Rule(String header, Pattern names, String reason) {

        private boolean declines(String header, Name name) {
            return this.header.equals(header) && names.matcher(name.text()).matches();
        }
    }

    private enum State { BOUND, DECLINED, MISSING }

    private static final Comparator<String> GLIBC_FIRST =
            Comparator.comparing((String header) -> header.startsWith("linux/")).thenComparing(Comparator.naturalOrder());

    private final List<Rule> rules;
    private final Map<Name, Set<String>> bound = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private final Set<Rule> used = new HashSet<>();
    private final Map<String, Map<Kind, int[]>> counts = new TreeMap<>();
    private final Set<String> faults = new TreeSet<>();

    /**
     * Compares.
     *
     * @param dir where the compiler runs
     * @param machine whose headers
     * @param classes the headers' classes
     * @param more headers beside theirs
     * @param rules what is declined
     */
    Coverage(Path dir, Machine machine, List<Abi.Header> classes, List<String> more, List<Rule> rules)
            throws IOException, InterruptedException {
        this.rules = rules;
        Set<List<String>> units = new LinkedHashSet<>();
        for (Abi.Header header : classes) {
            Set<String> headers = new HashSet<>();
            for (String unit : header.units()) {
                units.add(List.of(unit.split(" ")));
                headers.addAll(List.of(unit.split(" ")));
            }
            bind(Kind.CONSTANT, header.type().getDeclaredFields(), headers);
            bind(Kind.FUNCTION, header.type().getDeclaredMethods(), headers);
            for (Class<?> struct : header.type().getDeclaredClasses()) {
                if (!Modifier.isPublic(struct.getModifiers())) {
                    continue;
                }
                bind(Kind.STRUCT, struct.getSimpleName(), headers);
                Stream.concat(Arrays.stream(struct.getFields()), Arrays.stream(struct.getMethods()))
                        .forEach(member -> members.add(member.getName()));
            }
        }
        more.forEach(header -> units.add(List.of(header)));
        Set<String> headers = units.stream().flatMap(List::stream).collect(Collectors.toSet());
        Map<Name, Set<String>> found = new HashMap<>();
        for (List<String> unit : units) {
            HeaderNames.of(dir, machine, unit, headers).forEach((name, header) ->
                    found.computeIfAbsent(name, n -> new TreeSet<>(GLIBC_FIRST)).add(header));
        }
        headers.forEach(header -> counts.put(header, new EnumMap<>(Kind.class)));
        found.forEach(this::count);
        rules.stream().filter(rule -> !used.contains(rule)).forEach(rule ->
                faults.add("declined without need: " + rule.header + " " + rule.names));
    }

    private void bind(Kind kind, Member[] of, Set<String> headers) {
        Arrays.stream(of).filter(member -> Modifier.isPublic(member.getModifiers()))
                .forEach(member -> bind(kind, member.getName(), headers));
    }

    private void bind(Kind kind, String name, Set<String> headers) {
        bound.computeIfAbsent(new Name(kind, name), n -> new HashSet<>()).addAll(headers);
    }

    private void count(Name found, Set<String> headers) {
        // To C errno is a macro without arguments.
        Name function = new Name(Kind.FUNCTION, found.text());
        Name name = found.kind() == Kind.CONSTANT && bound.containsKey(function) ? function : found;
        Set<String> homes = bound.getOrDefault(name, Set.of());
        String header = headers.stream().filter(homes::contains).findFirst().orElse(headers.iterator().next());
        List<Rule> declining = rules.stream().filter(rule -> rule.declines(header, name)).toList();
        used.addAll(declining);
        boolean member = homes.isEmpty() && name.kind() == Kind.CONSTANT && members.contains(name.text());
        State state = member || !homes.isEmpty() ? State.BOUND : declining.isEmpty() ? State.MISSING : State.DECLINED;
        if (!member) {
            counts.get(header).computeIfAbsent(name.kind(), kind -> new int[State.values().length])[state.ordinal()]++;
        }
        if (state == State.MISSING) {
            faults.add("missing: " + header + " " + name);
        } else if (state == State.BOUND && !declining.isEmpty()) {
            faults.add("bound and declined: " + header + " " + name);
        }
    }

    /** Names that are neither bound nor declined, and rules that decline what is not there or what is bound. */
    Set<String> faults() {
        return faults;
    }

    /** A row for each header, the faults, and what is bound in all. */
    List<String> report() {
        List<String> report = new ArrayList<>();
        report.add(row("bound/declined/missing", "functions", "constants", "structs"));
        Map<Kind, Integer> total = new EnumMap<>(Kind.class);
        counts.forEach((header, kinds) -> {
            List<String> cells = new ArrayList<>(List.of(header));
            for (Kind kind : Kind.values()) {
                int[] states = kinds.getOrDefault(kind, new int[State.values().length]);
                cells.add(Arrays.stream(states).mapToObj(Integer::toString).collect(Collectors.joining("/")));
                total.merge(kind, states[State.BOUND.ordinal()], Integer::sum);
            }
            report.add(row(cells.toArray()));
        });
        report.addAll(faults);
        report.add(String.format(Locale.ROOT, "bound: %,d functions, %,d constants, %,d structs", total.values().toArray()));
        return report;
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-24s %12s %12s %12s", cells);
    }

    /** The rules in {@code declined.tsv}. */
    static List<Rule> rules() throws IOException {
        try (InputStream list = Coverage.class.getResourceAsStream("declined.tsv")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t")).map(row -> new Rule(row[0], Pattern.compile(row[1]), row[2])).toList();
        }
    }

    /** Prints the report; the arguments are headers that the library has no class for. */
    public static void main(String[] args) throws Exception {
        Path dir = Files.createTempDirectory("coverage");
        Coverage coverage;
        try {
            coverage = new Coverage(dir, Machine.own(), AbiIT.headers(), List.of(args), rules());
        } finally {
            try (Stream<Path> files = Files.walk(dir)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        coverage.report().forEach(System.out::println);
        System.exit(coverage.faults.isEmpty() ? 0 : 1);
    }
}
