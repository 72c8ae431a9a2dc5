package demos.tools;

import demos.tools.Calls.Call;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints every demo in C and its twin in Java side by side, and says where the two do not make the same calls of libc
 * functions in the same order. As wide as COLUMNS says, or 160.
 */
public final class Twins {

    /** Calls in C, and those that Java makes in their place. */
    private record Rewording(List<String> c, List<String> java) {

        static Rewording of(String c, String java) {
            return new Rewording(words(c), words(java));
        }

        private static List<String> words(String text) {
            return text.isEmpty() ? List.of() : List.of(text.split(" "));
        }
    }

    /** Every place where Java has other words than C, in the order in which they stand in the texts. */
    private static final Map<String, List<Rewording>> REWORDINGS = Map.of(
            // A JVM cannot fork: it starts itself once more, and what C's child does behind fork stands first in main.
            "unix10", List.of(
                    Rewording.of("", "fprintf strerror exit"),
                    Rewording.of("", "getenv atoi getenv exit"),
                    Rewording.of("fork perror exit close perror exit exit", "posix_spawn_file_actions_init "
                            + "posix_spawn_file_actions_addclose posix_spawn posix_spawn_file_actions_destroy")),
            // Java reads files line by line with a BufferedReader, which try closes, and matches them with a Pattern.
            "lab10_stream_vs_datagram", List.of(
                    Rewording.of("fopen perror exit fgets sscanf", ""),
                    Rewording.of("fclose", "fprintf exit")),
            // As in lab10; and a DirectoryStream reads the directory, and entries is a List.
            "proc10_sockets", List.of(
                    Rewording.of("readdir", ""),
                    Rewording.of("sscanf realloc perror exit readdir", ""),
                    Rewording.of("closedir", ""),
                    Rewording.of("sscanf", ""),
                    Rewording.of("fgets", ""),
                    Rewording.of("fclose", ""),
                    Rewording.of("fopen fscanf", ""),
                    Rewording.of("fclose", ""),
                    Rewording.of("sscanf", ""),
                    Rewording.of("sscanf", ""),
                    Rewording.of("fgets", ""),
                    Rewording.of("fclose", ""),
                    Rewording.of("fgets sscanf", ""),
                    Rewording.of("fclose", ""),
                    Rewording.of("free", "")));

    private Twins() {}

    /** Prints the pairs. The exit status is 0 if all of them make the same calls. */
    public static void main(String[] args) throws IOException {
        String columns = System.getenv("COLUMNS");
        int width = columns != null && columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : 160;
        List<String> complaints = print(System.out, Tree.C_TEXTS, Tree.JAVA_TEXTS, width);
        System.out.println();
        complaints.forEach(System.out::println);
        System.out.println(complaints.isEmpty() ? "All twins make the same calls." : "Not all make the same calls.");
        System.exit(complaints.isEmpty() ? 0 : 1);
    }

    /** Prints the pairs in these folders. What is wrong with them, a line for each one that has something wrong. */
    static List<String> print(PrintStream out, Path cTexts, Path javaTexts, int width) throws IOException {
        List<String> complaints = new ArrayList<>();
        for (String demo : demos(cTexts, javaTexts)) {
            Path c = cTexts.resolve(demo + ".c");
            Path java = javaTexts.resolve(demo + ".java");
            if (!Files.exists(c) || !Files.exists(java)) {
                complaints.add(demo + " has no twin in " + (Files.exists(c) ? "Java" : "C"));
                continue;
            }
            String cText = Files.readString(c);
            String javaText = Files.readString(java);
            out.print(SideBySide.print(demo + ".c", cText, demo + ".java", javaText, width));
            String parting = parting(demo, cText, javaText);
            if (parting != null) {
                complaints.add(demo + " parts from its twin: " + parting);
            }
        }
        return complaints;
    }

    /** The names of all demos that there are in C or in Java. */
    static Set<String> demos(Path cTexts, Path javaTexts) throws IOException {
        Set<String> demos = new TreeSet<>();
        // What has the name of a C file is a demo, and its class too.
        for (Path folder : List.of(cTexts, javaTexts)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.matches("[a-z][a-z0-9_]*\\.(c|java)"))
                        .forEach(name -> demos.add(name.substring(0, name.indexOf('.'))));
            }
        }
        return demos;
    }

    /** Where a demo's texts part, or null if they do not. */
    static String parting(String demo, String cText, String javaText) throws IOException {
        List<Call> c = Calls.inC(cText, Files.readString(Tree.C_HEADER));
        // A function of C that the library lacks may have a stand-in in the Java text.
        Set<String> functions = c.stream().map(Call::function).collect(Collectors.toCollection(HashSet::new));
        functions.addAll(Calls.bound());
        List<Call> java = Calls.inJava(javaText, functions);

        List<Rewording> rewordings = new ArrayList<>(REWORDINGS.getOrDefault(demo, List.of()));
        int i = 0;
        int j = 0;
        while (i < c.size() || j < java.size() || !rewordings.isEmpty()) {
            Rewording next = rewordings.isEmpty() ? null : rewordings.get(0);
            if (next != null && standsAt(next.c, c, i) && standsAt(next.java, java, j)) {
                i += next.c.size();
                j += next.java.size();
                rewordings.remove(0);
            } else if (i < c.size() && j < java.size() && c.get(i).function().equals(java.get(j).function())) {
                i++;
                j++;
            } else {
                return "C " + said(c, i) + ", Java " + said(java, j);
            }
        }
        return null;
    }

    private static String said(List<Call> calls, int i) {
        return i == calls.size() ? "makes no further call"
                : "calls " + calls.get(i).function() + " in line " + calls.get(i).line();
    }

    private static boolean standsAt(List<String> functions, List<Call> calls, int i) {
        return i + functions.size() <= calls.size()
                && calls.subList(i, i + functions.size()).stream().map(Call::function).toList().equals(functions);
    }
}
