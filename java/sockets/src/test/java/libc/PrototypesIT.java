package libc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import libc.tools.Prototypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The prototypes by which functions are called are those of the C headers: the compiler compares the type of each with
 * {@code __typeof__} of the function, on every machine.
 */
@Tag("once")
class PrototypesIT {

    private static final String PRELUDE = Stream.of("arpa/inet.h", "fcntl.h", "ifaddrs.h", "net/if.h", "netdb.h",
            "netinet/ether.h", "netinet/in.h", "poll.h", "sched.h", "signal.h", "spawn.h", "string.h", "sys/epoll.h",
            "sys/eventfd.h", "sys/ioctl.h", "sys/mman.h", "sys/pidfd.h", "sys/resource.h", "sys/select.h",
            "sys/sendfile.h", "sys/socket.h", "sys/stat.h", "sys/timerfd.h", "sys/uio.h", "sys/wait.h", "time.h",
            "unistd.h").map("#include <%s>\n"::formatted).collect(joining());

    private static final Pattern PROTOTYPE = Pattern.compile("(.*?)(\\w+)\\((.*)\\)");
    private static final Pattern PARAMETER = Pattern.compile("(.*?)(\\w+)((?:\\[\\d*])?)");
    private static final Pattern MISTAKE = Pattern.compile("prototypes\\.c:\\d+:\\d+: error: (?:.*\"(.*)\"|.(\\w+). undeclared.*)");

    /** A word's types: none passes as another. */
    private static final List<String> TYPES = List.of("int", "unsigned int", "long", "unsigned short", "char *", "struct timeval *");

    @TempDir
    Path dir;

    static List<Machine> machines() {
        return Machine.all();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void thePrototypesAreTheHeaders(Machine machine) throws Exception {
        Map<String, String> all = new TreeMap<>();
        Prototypes.functions().forEach(name -> all.put(name, Prototypes.of(name)));
        assertTrue(all.size() > 165, "only " + all.size());
        assertEquals("", mistakes(machine, all));
    }

    @Test
    void aFunctionIsFoundByItsName() {
        assertEquals("int listen(int sockfd, int backlog)", Prototypes.of("listen"));
        Prototypes.functions().forEach(name -> assertTrue(Prototypes.of(name).contains(name + "("), name));
    }

    @Test
    void anUnknownFunctionIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Prototypes.of("atlantis"));
    }

    /** Whatever one changes in a prototype, a type, one parameter less or one more, the headers object to it. */
    @ParameterizedTest
    @MethodSource("machines")
    void everyMistakeIsFoundAndNamed(Machine machine) throws Exception {
        Map<String, String> changed = new LinkedHashMap<>();
        changed.put("atlantis", "int atlantis(void)");
        for (String name : Prototypes.functions()) {
            String prototype = Prototypes.of(name);
            Matcher m = PROTOTYPE.matcher(prototype);
            assertTrue(m.matches(), prototype);
            List<String> parameters = m.group(3).equals("void") ? List.of() : Arrays.asList(m.group(3).split(", "));
            put(changed, name, m, "more", Stream.concat(parameters.stream().filter(p -> !p.equals("...")), Stream.of("double more")).toList());
            if (!parameters.isEmpty()) {
                put(changed, name, m, "less", parameters.subList(0, parameters.size() - 1));
            }
            for (String type : TYPES) {
                changed.put(name + " result " + type, "union sigval *" + type.length() + name);
                for (int i = 0; i < parameters.size(); i++) {
                    List<String> other = new ArrayList<>(parameters);
                    other.set(i, type + " other");
                    put(changed, name, m, i + " " + type, other);
                }
            }
            changed.keySet().removeIf(key -> key.contains(" result "));
            changed.put(name + " result", "union sigval " + name + "(" + m.group(3) + ")");
        }
        String mistakes = mistakes(machine, changed);
        List<String> unseen = new ArrayList<>(changed.keySet());
        unseen.removeAll(mistakes.lines().toList());
        assertEquals(List.of(), unseen.stream().filter(key -> !isSame(key)).toList());
    }

    private static void put(Map<String, String> changed, String name, Matcher m, String what, List<String> parameters) {
        changed.put(name + " " + what,
                m.group(1) + name + "(" + (parameters.isEmpty() ? "void" : String.join(", ", parameters)) + ")");
    }

    /** Whether a change puts in the type that is there already. */
    private static boolean isSame(String key) {
        String[] words = key.split(" ", 3);
        if (words.length < 3) {
            return false;
        }
        String prototype = Prototypes.of(words[0]);
        Matcher m = PARAMETER.matcher(prototype.substring(prototype.indexOf('(') + 1, prototype.lastIndexOf(')'))
                .split(", ")[Integer.parseInt(words[1])]);
        String type = m.matches() ? m.group(1).strip() + (m.group(3).isEmpty() ? "" : " *") : "...";
        if (type.equals("int") && words[0].endsWith("rlimit")) {
            type = "unsigned int"; // which the enumeration of the headers is compatible with
        }
        return switch (words[2]) {
            case "int" -> List.of("int", "pid_t", "clockid_t").contains(type);
            case "unsigned int" -> List.of("unsigned int", "uint32_t", "socklen_t", "uid_t", "gid_t", "mode_t", "in_addr_t")
                    .contains(type);
            case "long" -> List.of("long", "off_t").contains(type);
            default -> type.equals(words[2]);
        };
    }

    /** What the compiler finds wrong in prototypes: their keys, a line each. */
    private String mistakes(Machine machine, Map<String, String> prototypes) throws Exception {
        Needs.tool(machine.gcc().get(0));
        StringBuilder program = new StringBuilder(PRELUDE);
        prototypes.forEach((key, prototype) -> {
            String name = key.split(" ")[0];
            Matcher m = PROTOTYPE.matcher(prototype);
            assertTrue(m.matches(), prototype);
            // The page says int, and the headers the enumeration.
            String parameters = m.group(3).replace("int resource", "enum __rlimit_resource resource");
            program.append("_Static_assert(__builtin_types_compatible_p(__typeof__(%s), __typeof__(%s(%s))), \"%s\");%n"
                    .formatted(name, m.group(1), parameters, key));
        });
        Files.writeString(dir.resolve("prototypes.c"), program);
        CProgram.Output output = CProgram.run(dir, new byte[0], Stream.concat(machine.gcc().stream(),
                Stream.of("-D_GNU_SOURCE", "-w", "-fno-diagnostics-show-caret", "-fmax-errors=0", "-fsyntax-only",
                        "prototypes.c")).toArray(String[]::new));
        String errors = new String(output.err(), UTF_8);
        assertEquals(errors.isEmpty(), output.status() == 0, errors);
        return errors.lines().filter(line -> line.contains("static assertion failed") || line.contains("undeclared")).map(line -> {
            Matcher mistake = MISTAKE.matcher(line);
            assertTrue(mistake.matches(), line);
            return mistake.group(1) != null ? mistake.group(1) : mistake.group(2);
        }).sorted().collect(joining("\n"));
    }
}
