package libc.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The manual: what {@code man.tsv} has of a function, what its class has, what the system has. */
public final class Manual {

    private static final Pattern ERROR = Pattern.compile("\\bE[A-Z0-9]+\\b");

    private Manual() {}

    /** A line of the table; see {@code ManPages}, which makes it of the sources. */
    private record Entry(String header, String name, String prototype, String returned, String page) {

        static Entry of(String line) {
            String[] columns = line.split("\t", -1);
            return new Entry(columns[0], columns[1], columns[2], columns[3], columns[4]);
        }

        /** Its page, its class, and where the page is on the web: {@code recv(2)  libc.sys.Socket  https://...}. */
        String where() {
            return page + "  " + header + "  "
                    + page.replaceFirst("(.*)\\((\\d)\\)", "https://man7.org/linux/man-pages/man$2/$1.$2.html");
        }

        /** Its forms in Java, the shortest first. */
        Stream<Method> forms() {
            try {
                return Arrays.stream(Class.forName(header).getMethods()).filter(method -> method.getName().equals(name))
                        .sorted(Comparator.comparing(Method::getParameterCount).thenComparing(Method::toString));
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Prints what is known of a function here; of any other name, nothing. */
    public static void print(String name) throws IOException {
        List<Entry> entries;
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Manual.class.getResourceAsStream("/libc/man.tsv"), StandardCharsets.UTF_8))) {
            entries = table.lines().skip(1).map(Entry::of).filter(entry -> entry.name.equals(name)).toList();
        }
        if (entries.isEmpty()) {
            return;
        }
        System.out.println(entries.get(0).where());
        for (Entry entry : entries) {
            System.out.println("\n  " + entry.prototype);
            if (!entry.returned.isEmpty()) {
                System.out.println("    returns " + entry.returned);
            }
        }
        System.out.println("\nin Java");
        entries.get(0).forms().forEach(form -> System.out.println("  " + signature(form)));
        List<String> errors = entries.stream().map(Entry::returned)
                .flatMap(returned -> ERROR.matcher(returned).results().map(MatchResult::group)).distinct().toList();
        if (!errors.isEmpty()) {
            System.out.println("\nerrno");
            errors.forEach(error -> System.out.printf("  %-16s%s%n", error, Errors.text(error)));
        }
    }

    /** A method as it is declared, with the names of its parameters. */
    private static String signature(Method form) {
        return form.getReturnType().getSimpleName() + " " + form.getName() + Arrays.stream(form.getParameters())
                .map(parameter -> parameter.getType().getSimpleName() + " " + parameter.getName())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Prints the system's page of the first of these sections that has one: through man's pager where there is a terminal. */
    public static void page(String name, String sections) throws IOException {
        boolean isPaged = Terminal.isThere();
        ProcessBuilder man = new ProcessBuilder("man", "-S", sections, "--", name).redirectErrorStream(true);
        if (isPaged) {
            man.redirectInput(Terminal.descriptor(0)).redirectOutput(Terminal.descriptor(1));
        } else {
            man.environment().put("MANPAGER", "cat");
        }
        try {
            Process process = man.start();
            process.getInputStream().transferTo(System.out);
            process.waitFor();
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("man " + name).initCause(e);
        }
    }
}
