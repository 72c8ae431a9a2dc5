package libc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A C file over real headers that prints what they say, a line {@code key=answer} for each question. */
final class TranslationUnit {

    private static final Pattern DIRECTIVE = Pattern.compile("#(define|undef) (\\w+).*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern DEFINITION = Pattern.compile("\\b(struct|union)\\b[^;{}]*\\b(\\w+)\\s*\\{");
    private static final Pattern FLEXIBLE = Pattern.compile("\\bstruct (\\w+)\\s*\\{[^{}]*\\[\\];\\s*\\}");

    private static final Pattern TYPEDEF =
            Pattern.compile("(?:\\}|typedef \\w+)\\s*(\\w+)\\s*(?:__attribute__\\s*\\(\\(.*?\\)\\)\\s*)?;");

    private static final String COMMON = """
            #include <stddef.h>
            #include <stdio.h>
            #include <string.h>

            /* Of glibc's deprecated names the values are asked for too. */
            #undef __glibc_macro_warning
            #define __glibc_macro_warning(message)

            void number(long long value);
            void hex(const void *from, size_t size);
            void take(void *to, size_t size, size_t sent);
            """;

    /** A deprecated constant warns where it is used. */
    private static final String DEPRECATED = """
            #undef __glibc_macro_warning
            #define __glibc_macro_warning(message)
            """;

    private static final String MAIN = """
            #include "common.h"

            static FILE *bytes;

            void number(long long value)
            {
                printf("%%lld\\n", value);
            }

            void hex(const void *from, size_t size)
            {
                const unsigned char *byte = from;

                while (size-- > 0)
                    printf("%%02x", *byte++);
                putchar('\\n');
            }

            /* Takes all bytes that were sent, and keeps those that there is room for. */
            void take(void *to, size_t size, size_t sent)
            {
                unsigned char *byte = to;

                memset(to, 0, size);
                for (size_t i = 0; i < sent; i++) {
                    int c = fgetc(bytes);

                    if (i < size)
                        byte[i] = c;
                }
            }

            %s
            int main(void)
            {
                bytes = fopen("bytes", "rb");
                if (bytes == NULL)
                    return 1;
            %s    return fgetc(bytes) != EOF || ferror(bytes);
            }
            """;

    private final Machine machine;
    private final String name;
    private final List<String> headers;
    private final Set<String> names = new HashSet<>();
    private final Map<String, String> structs = new HashMap<>();
    private final Set<String> flexible = new HashSet<>();
    private final StringBuilder body = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /**
     * Reads the headers.
     *
     * @param dir where to compile
     * @param machine whose headers
     * @param headers their names, a space between them
     */
    TranslationUnit(Path dir, Machine machine, String headers) throws IOException, InterruptedException {
        this.machine = machine;
        this.name = headers.replaceAll("\\W", "_");
        this.headers = List.of(headers.split(" "));
        StringBuilder text = new StringBuilder();
        for (String line : preprocessed(dir, machine, this.headers, "-P")) {
            Matcher directive = DIRECTIVE.matcher(line);
            if (!directive.matches()) {
                text.append(line).append('\n');
            } else if (directive.group(1).equals("define")) {
                names.add(directive.group(2));
            } else {
                names.remove(directive.group(2));
            }
        }
        WORD.matcher(text).results().forEach(word -> names.add(word.group()));
        FLEXIBLE.matcher(text).results().forEach(type -> flexible.add(type.group(1)));
        TYPEDEF.matcher(text).results().forEach(type -> structs.put(type.group(1), type.group(1)));
        DEFINITION.matcher(text).results().forEach(type -> structs.put(type.group(2), type.group(1) + " " + type.group(2)));
    }

    /** What the preprocessor makes of headers: their text, their macros, and markers that say which file a line is from. */
    static List<String> preprocessed(Path dir, Machine machine, List<String> headers, String... options)
            throws IOException, InterruptedException {
        List<String> preprocess = new ArrayList<>(machine.gcc());
        headers.forEach(header -> preprocess.addAll(List.of("-include", header)));
        preprocess.addAll(List.of(options));
        preprocess.addAll(List.of("-E", "-dD", "-x", "c", "/dev/null"));
        return Needs.run(dir, preprocess.toArray(String[]::new)).lines().toList();
    }

    /** Whether the headers have this name. */
    boolean has(String name) {
        return names.contains(name);
    }

    /** The type with this tag, {@code struct linger}, or name, {@code fd_set}, or null if the headers do not define it. */
    String struct(String tag) {
        return structs.get(tag);
    }

    /** Whether the type ends in an array without a length, of whose padding C cannot be told to clear it. */
    boolean isFlexible(String tag) {
        return flexible.contains(tag);
    }

    void statement(String statement) {
        body.append("    ").append(statement).append('\n');
    }

    /** Has C answer by a call of number or hex. */
    void ask(String question, String call) {
        statement("printf(\"" + key(question) + "=\"); " + call + ";");
    }

    /** The key of the answers to a question. */
    String key(String question) {
        return this + " " + question;
    }

    /** Bytes for the C program to take. */
    void send(byte[] sent) {
        bytes.writeBytes(sent);
    }

    /** Compiles the units into one program. Answers what it prints by key; a question in a loop has several answers. */
    static Map<String, List<String>> answers(Path dir, Machine machine, List<TranslationUnit> units)
            throws IOException, InterruptedException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        List<String> compile = new ArrayList<>(machine.gcc());
        compile.addAll(List.of("-o", "headers", "main.c"));
        for (TranslationUnit unit : units) {
            sent.writeBytes(unit.bytes.toByteArray());
            compile.add(unit.name + ".c");
            Files.writeString(dir.resolve(unit.name + ".c"), unit.source());
        }
        Files.write(dir.resolve("bytes"), sent.toByteArray());
        Files.writeString(dir.resolve("common.h"), COMMON);
        Files.writeString(dir.resolve("main.c"), MAIN.formatted(
                units.stream().map(unit -> "void " + unit.name + "(void);\n").collect(joining()),
                units.stream().map(unit -> "    " + unit.name + "();\n").collect(joining())));
        Needs.run(dir, compile.toArray(String[]::new));
        List<String> run = new ArrayList<>(machine.emulator());
        run.add(dir.resolve("headers").toString());
        return Needs.run(dir, run.toArray(String[]::new)).lines().map(line -> line.split("=", 2))
                .collect(groupingBy(line -> line[0], mapping(line -> line[1], toList())));
    }

    private String source() {
        return headers.stream().map("#include <%s>\n"::formatted).collect(joining())
                + "#include \"common.h\"\n\n" + DEPRECATED + "\nvoid " + name + "(void)\n{\n" + body + "}\n";
    }

    /** The headers as a C program names them. */
    @Override
    public String toString() {
        return headers.stream().map("<%s>"::formatted).collect(joining(" "));
    }
}
