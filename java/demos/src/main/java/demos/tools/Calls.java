package demos.tools;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import libc.sys.Types;

/** Reads from a text the calls of libc functions, in the order in which they stand there. */
final class Calls {

    /** A function's name with a parenthesis behind it, and the line that it stands in, from 1. */
    record Call(String function, int line) {}

    private record Token(String text, int line) {}

    /** Comments, preprocessor lines, text blocks, strings, characters; and as group 1 the rest, word by word. */
    private static final Pattern TOKEN = Pattern.compile("//.*|/\\*(?s:.*?)\\*/|(?m:^)\\h*#(?:.*\\\\\n)*.*"
            + "|\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|(\\w+|\\S)");

    /** What has a parenthesis behind it in C and is no function. */
    private static final Set<String> C_WORDS = Set.of("if", "for", "while", "switch", "return", "sizeof", "offsetof");

    /** Static methods of the headers' classes that are no functions in C. */
    private static final Set<String> JAVA_WORDS = Set.of("sizeof", "offsetof", "from", "str", "errno", "check");

    private Calls() {}

    /**
     * The calls in a C text, but for those of functions that it defines, or its own header does. {@code return} from
     * main is one of exit.
     */
    static List<Call> inC(String text, String header) {
        // Outside of all braces a name with a parenthesis behind it is a definition.
        Set<String> own = Stream.concat(calls(header, 0, 0).stream(), calls(text, 0, 0).stream())
                .map(Call::function).collect(Collectors.toSet());
        return calls(text, 1, Integer.MAX_VALUE).stream()
                .filter(call -> !own.contains(call.function) && !C_WORDS.contains(call.function)).toList();
    }

    /** The calls of these functions in a Java text. */
    static List<Call> inJava(String text, Set<String> functions) {
        // Inside a class's braces alone it is a definition.
        return calls(text, 2, Integer.MAX_VALUE).stream().filter(call -> functions.contains(call.function)).toList();
    }

    private static List<Call> calls(String text, int shallowest, int deepest) {
        List<Token> tokens = tokens(text);
        List<Call> calls = new ArrayList<>();
        int depth = 0;
        boolean main = false;
        for (int i = 0; i < tokens.size() - 1; i++) {
            Token token = tokens.get(i);
            if (token.text.equals("{")) {
                depth++;
            } else if (token.text.equals("}")) {
                depth--;
            } else if (shallowest <= depth && depth <= deepest && isCalled(tokens, i)) {
                calls.add(new Call(token.text, token.line));
            } else if (shallowest <= depth && depth <= deepest && token.text.equals("return") && main) {
                calls.add(new Call("exit", token.line));
            }
            if (depth == 0 && isCalled(tokens, i)) {
                main = token.text.equals("main");
            }
        }
        return calls;
    }

    /** Whether this is a name with a parenthesis behind it, but not one behind an object and a dot, or behind new. */
    private static boolean isCalled(List<Token> tokens, int i) {
        boolean struct = i > 0 && tokens.get(i - 1).text.equals("new");
        boolean method = i > 1 && tokens.get(i - 1).text.equals(".")
                && !Character.isUpperCase(tokens.get(i - 2).text.charAt(0));
        return Character.isJavaIdentifierStart(tokens.get(i).text.charAt(0)) && tokens.get(i + 1).text.equals("(")
                && !struct && !method;
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        int line = 1;
        int counted = 0;
        for (Matcher m = TOKEN.matcher(text); m.find();) {
            if (m.group(1) != null) {
                line += (int) text.substring(counted, m.start()).chars().filter(c -> c == '\n').count();
                counted = m.start();
                tokens.add(new Token(m.group(1), line));
            }
        }
        return tokens;
    }

    /** The functions that the library binds. */
    static Set<String> bound() throws IOException {
        if (Files.isDirectory(Tree.LIBRARY)) {
            return bound(Tree.LIBRARY);
        }
        try (FileSystem jar = FileSystems.newFileSystem(Tree.LIBRARY)) {
            return bound(jar.getPath("/"));
        }
    }

    private static Set<String> bound(Path root) throws IOException {
        Set<String> functions = new HashSet<>();
        try (Stream<Path> files = Files.walk(root.resolve("libc"))) {
            for (Path file : files.filter(path -> path.toString().matches("[^$-]+\\.class")).toList()) {
                String name = root.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
                Class<?> type = Class.forName(name, false, Calls.class.getClassLoader());
                if (Types.class.isAssignableFrom(type)) {
                    Stream.of(type.getMethods()).filter(method -> Modifier.isStatic(method.getModifiers()))
                            .map(Method::getName).forEach(functions::add);
                }
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        functions.removeAll(JAVA_WORDS);
        return functions;
    }
}
