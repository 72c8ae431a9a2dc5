package libc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that headers give to a program, and which header each is from: macros, enum constants, variables, functions,
 * and types that are structs or unions. What begins with an underscore is C's own; an empty macro says that a header was
 * included.
 */
final class HeaderNames {

    enum Kind { FUNCTION, CONSTANT, STRUCT }

    /** A struct and a function may have one name, as stat does. */
    record Name(Kind kind, String text) {

        @Override
        public String toString() {
            return switch (kind) {
                case FUNCTION -> text + "()";
                case CONSTANT -> text;
                case STRUCT -> "struct " + text;
            };
        }
    }

    private static final Pattern MARKER = Pattern.compile("# \\d+ \"(.*?)\"( [12])?.*");
    private static final Pattern DIRECTIVE = Pattern.compile("#(define|undef) (\\w+)(\\(?)(.*)");
    private static final Pattern DIRECTORY = Pattern.compile("^(\\./|.*/include/(\\w+-linux-gnu/)?)");

    /** What only implements the header that includes it; poll.h consists of sys/poll.h. */
    private static final Pattern PRIVATE = Pattern.compile("(bits|asm|asm-generic|linux)/.*|sys/poll\\.h");

    private static final Pattern ATTRIBUTE =
            Pattern.compile("__attribute__\\s*\\(\\((?:[^()]|\\([^()]*\\))*\\)\\)|__asm__\\s*\\([^()]*\\)|__extension__");
    private static final Pattern TAG = Pattern.compile("\\b(?:struct|union)\\s+(\\w+)\\s*\\{");
    private static final Pattern ENUM = Pattern.compile("\\benum\\b\\s*\\w*\\s*\\{([^{}]*)\\}");
    private static final Pattern ENUM_CONSTANT = Pattern.compile("(?:^|,)\\s*(\\w+)");
    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*\\}");
    private static final Pattern BODY = Pattern.compile("(?<=\\))\\s*\\[ *\\]");
    private static final Pattern DECLARATION = Pattern.compile("[^;]+");
    private static final Pattern TYPEDEF =
            Pattern.compile("\\s*typedef\\s+(?:(struct|union)\\b\\s*\\w*\\s*(?:\\[ *\\])?|(\\w+)\\s)\\s*(\\w+)\\s*");
    private static final Pattern FUNCTION =
            Pattern.compile("(?!\\s*typedef)[^(]*\\b(\\w+)\\s*\\((?!\\s*\\*).*", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("\\s*extern\\b[^(]*\\b(\\w+)\\s*(?:\\[[^\\]]*\\]\\s*)*");

    private final Set<String> headers;
    private final Map<Name, String> names = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final TreeMap<Integer, String> sources = new TreeMap<>();

    private HeaderNames(Set<String> headers) {
        this.headers = headers;
    }

    /**
     * Reads headers.
     *
     * @param dir where the compiler runs
     * @param machine whose headers
     * @param unit what to include
     * @param headers those whose names are asked for
     * @return the header of each name
     */
    static Map<Name, String> of(Path dir, Machine machine, List<String> unit, Set<String> headers)
            throws IOException, InterruptedException {
        HeaderNames reader = new HeaderNames(headers);
        reader.read(TranslationUnit.preprocessed(dir, machine, unit));
        return reader.names;
    }

    private void read(List<String> lines) {
        Map<Name, String> macros = new HashMap<>();
        Deque<String> including = new ArrayDeque<>(List.of(""));
        for (String line : lines) {
            Matcher marker = MARKER.matcher(line);
            Matcher directive = DIRECTIVE.matcher(line);
            if (marker.matches()) {
                if (" 1".equals(marker.group(2))) {
                    including.push(header(marker.group(1), including.peek()));
                } else if (" 2".equals(marker.group(2))) {
                    including.pop();
                }
                sources.put(text.length(), including.peek());
            } else if (directive.matches()) {
                Kind kind = directive.group(3).isEmpty() ? Kind.CONSTANT : Kind.FUNCTION;
                macros.keySet().removeIf(macro -> macro.text.equals(directive.group(2)));
                if (directive.group(1).equals("define") && (kind == Kind.FUNCTION || !directive.group(4).isBlank())) {
                    add(macros, kind, directive.group(2), including.peek());
                }
            } else {
                text.append(line).append('\n');
            }
        }
        declarations();
        // A macro may stand for the function of its name.
        macros.keySet().removeIf(macro -> names.containsKey(new Name(Kind.FUNCTION, macro.text)));
        macros.forEach(names::putIfAbsent);
    }

    /** The header that a file counts for, or "". */
    private String header(String file, String includer) {
        String name = DIRECTORY.matcher(file).replaceFirst("");
        if (headers.contains(name)) {
            return name;
        }
        return PRIVATE.matcher(name).matches() ? includer : "";
    }

    /** Takes out what is nested, level by level, and leaves each rest where it was, since its place tells its header. */
    private void declarations() {
        String rest = ATTRIBUTE.matcher(text).replaceAll(HeaderNames::blank);
        TAG.matcher(rest).results().forEach(tag -> add(Kind.STRUCT, tag, 1, 0));
        for (MatchResult list : ENUM.matcher(rest).results().toList()) {
            ENUM_CONSTANT.matcher(list.group(1)).results().forEach(name -> add(Kind.CONSTANT, name, 1, list.start(1)));
        }
        for (String nested = ""; !nested.equals(rest); ) {
            nested = rest;
            rest = BRACES.matcher(rest).replaceAll(braces -> "[" + blank(braces).substring(2) + "]");
        }
        rest = BODY.matcher(rest).replaceAll(body -> ";" + blank(body).substring(1));
        Set<String> structs = new HashSet<>();
        for (MatchResult declaration : DECLARATION.matcher(rest).results().toList()) {
            Matcher typedef = TYPEDEF.matcher(declaration.group());
            Matcher function = FUNCTION.matcher(declaration.group());
            Matcher variable = VARIABLE.matcher(declaration.group());
            if (typedef.matches() && (typedef.group(1) != null || structs.contains(typedef.group(2)))) {
                structs.add(typedef.group(3));
                add(Kind.STRUCT, typedef, 3, declaration.start());
            } else if (function.matches()) {
                add(Kind.FUNCTION, function, 1, declaration.start());
            } else if (variable.matches()) {
                add(Kind.CONSTANT, variable, 1, declaration.start());
            }
        }
    }

    private static String blank(MatchResult match) {
        return " ".repeat(match.end() - match.start());
    }

    private void add(Kind kind, MatchResult match, int group, int offset) {
        add(names, kind, match.group(group), sources.floorEntry(offset + match.start(group)).getValue());
    }

    private static void add(Map<Name, String> names, Kind kind, String name, String header) {
        if (!header.isEmpty() && !name.startsWith("_")) {
            names.putIfAbsent(new Name(kind, name), header);
        }
    }
}
