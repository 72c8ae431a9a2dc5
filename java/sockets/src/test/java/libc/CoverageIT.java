package libc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library has each name of its headers or declines it, and {@code make coverage} tells where it does not. */
@Tag("once")
class CoverageIT {

    @TempDir
    Path dir;

    @BeforeEach
    void needsACompiler() {
        Needs.tool("gcc");
    }

    static Stream<Machine> machines() {
        return Machine.all().stream();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void eachNameIsBoundOrDeclined(Machine machine) throws Exception {
        Needs.tool(machine.tools());
        Coverage coverage = new Coverage(dir, machine, AbiIT.headers(), List.of(), Coverage.rules());
        assertEquals("", String.join("\n", coverage.faults()));
    }

    @Test
    void noRuleDeclinesJustAnyName() throws Exception {
        for (Coverage.Rule rule : Coverage.rules()) {
            for (String name : List.of("", "x", "X", "no_such_name", "NO_SUCH_NAME", "no_such_name_t")) {
                assertFalse(rule.names().matcher(name).matches(), rule.toString());
            }
            assertFalse(rule.reason().isBlank(), rule.toString());
        }
    }

    @Test
    void headerIsReadAsCReadsIt() throws Exception {
        Path header = Files.writeString(dir.resolve("atlantis.h"), """
                #define ATLANTIS_H
                #define ATLANTIS 1
                #define ATLANTIS_SUNK 2
                #undef ATLANTIS_SUNK
                #define _ATLANTIS_OWN 3
                #define atlantis_of(x) ((x) + 1)
                #define atlantis_dive atlantis_dive
                typedef int atlantis_id;
                typedef struct atlantis *atlantis_ptr;
                enum { ATLANTIS_NORTH, ATLANTIS_SOUTH = (1 << 4) };
                struct atlantis { int depth; union atlantis_gate { int open; char shut[4]; } gate; };
                typedef struct { int x[2]; } __attribute__((packed)) atlantis_t;
                typedef atlantis_t atlantis_alias_t;
                extern const struct atlantis atlantis_any;
                extern int atlantis_dive(int (*how)(int), int depth) __attribute__((nonnull(1)));
                static inline int atlantis_rise(int depth) { int up = 0; while (up < depth) { up++; } return up; }
                """);
        Coverage coverage = new Coverage(dir, Machine.own(), List.of(), List.of(header.toString()), List.of());
        assertEquals("""
                ATLANTIS
                ATLANTIS_NORTH
                ATLANTIS_SOUTH
                atlantis_any
                atlantis_dive()
                atlantis_of()
                atlantis_rise()
                struct atlantis
                struct atlantis_alias_t
                struct atlantis_gate
                struct atlantis_t""", String.join("\n", coverage.faults()).replace("missing: " + header + " ", ""));
    }

    @Test
    void classThatLacksEverythingIsTold() throws Exception {
        List<Abi.Header> wrong = List.of(new Abi.Header(ErrnoException.class, List.of("netinet/udp.h")));
        Coverage coverage = new Coverage(dir, Machine.own(), wrong, List.of(), List.of());
        assertTrue(coverage.faults().containsAll(
                Set.of("missing: netinet/udp.h UDP_SEGMENT", "missing: netinet/udp.h struct udphdr")),
                () -> coverage.faults().toString());
        assertEquals("bound: 0 functions, 0 constants, 0 structs", last(coverage.report()));
    }

    @Test
    void ruleForWhatIsBoundOrNotThereIsTold() throws Exception {
        List<Abi.Header> udp = List.of(new Abi.Header(libc.netinet.Udp.class, List.of("netinet/udp.h")));
        List<Coverage.Rule> rules = List.of(rule("netinet/udp.h", "UDP_(CORK|ATLANTIS)"),
                rule("netinet/udp.h", "UDP_ATLANTIS"), rule("linux/udp.h", "UDP_CORK"));
        assertEquals(Set.of("bound and declined: netinet/udp.h UDP_CORK",
                "declined without need: netinet/udp.h UDP_ATLANTIS", "declined without need: linux/udp.h UDP_CORK"),
                new Coverage(dir, Machine.own(), udp, List.of(), rules).faults());
    }

    @Test
    void makeCoverageFailsForAMissingNameAlone() throws Exception {
        Path header = Files.writeString(dir.resolve("atlantis.h"), "#define ATLANTIS 1\n");
        List<String> complete = make(0);
        List<String> lacking = make(1, header.toString());
        assertTrue(lacking.contains("missing: " + header + " ATLANTIS"), lacking::toString);
        assertTrue(last(complete).matches("bound: [0-9,]{3,} functions, [0-9,]{5,} constants, [0-9,]{3,} structs"),
                last(complete));
        assertEquals(last(complete), last(lacking));
        for (String readme : List.of("README.md", "README.zh-CN.md")) {
            assertTrue(Files.readString(Path.of("../..", readme)).contains("`" + last(complete) + "`"), readme);
        }
    }

    /** What the Makefile runs, with nothing but the library and the tests on the class path. */
    private List<String> make(int status, String... more) throws Exception {
        Path tests = Path.of(Coverage.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("libc.jar") + ":" + tests,
                Coverage.class.getName()));
        command.addAll(List.of(more));
        Path output = dir.resolve("coverage");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertTrue(Needs.ends(process), "did not end");
        List<String> lines = Files.readAllLines(output);
        assertEquals(status, process.exitValue(), lines::toString);
        return lines;
    }

    private static Coverage.Rule rule(String header, String names) {
        return new Coverage.Rule(header, Pattern.compile(names), "because");
    }

    private static String last(List<String> lines) {
        return lines.get(lines.size() - 1);
    }
}
