package libc;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import libc.internal.Manual;
import libc.tools.Prototypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The manual at the prompt: whether its table is that of the sources, and what it prints. */
@Tag("once")
class ManIT {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path TABLE = Path.of("src/main/resources/libc/man.tsv");

    /** C functions that the library calls and that are not offered by these names. */
    private static final Set<String> INNER = Set.of("__h_errno_location");

    @Test
    void the_table_is_that_of_these_sources() throws IOException {
        String table = Files.readString(TABLE);
        assertEquals(ManPages.table(SOURCES), table, "stale: " + table.lines().findFirst().orElse(""));
    }

    @Test
    void every_function_that_is_called_is_in_it_and_names_its_page() throws IOException {
        List<String[]> entries = Files.readAllLines(TABLE).stream().skip(1).map(line -> line.split("\t", -1)).toList();
        Set<String> lacking = new TreeSet<>(Prototypes.functions());
        lacking.removeAll(INNER);
        assertTrue(lacking.size() > 150, "only " + lacking);
        entries.forEach(entry -> lacking.remove(entry[1]));
        assertEquals(Set.of(), lacking);
        entries.stream().filter(entry -> Prototypes.functions().contains(entry[1])).collect(groupingBy(entry -> entry[1]))
                .forEach((name, of) -> assertTrue(of.stream().anyMatch(entry -> isOf(entry[2], Prototypes.of(name))),
                        () -> Prototypes.of(name) + " is not among " + of.stream().map(entry -> entry[2]).toList()));
        entries.forEach(entry -> assertTrue(entry[4].matches("\\w+\\(\\d\\)"), entry[1] + " has no page"));
    }

    /** The Javadoc's prototype is that of the call; a variadic one may name what the dots stand for, and a page the arrays' sizes. */
    private static boolean isOf(String javadoc, String prototype) {
        String dots = prototype.replace("...", "");
        return plain(javadoc).equals(plain(prototype) + ";")
                || !dots.equals(prototype) && plain(javadoc).startsWith(plain(dots.substring(0, dots.lastIndexOf(','))));
    }

    private static String plain(String prototype) {
        return prototype.replace("restrict ", "").replaceAll("\\b(\\w+)\\[[^\\]]*\\.[^\\]]*\\]", "*$1");
    }

    @Test
    void a_function_is_explained_from_its_prototype_to_its_errors() throws Exception {
        assertEquals("""
                sockatmark(3)  libc.sys.Socket  https://man7.org/linux/man-pages/man3/sockatmark.3.html

                  int sockatmark(int sockfd);
                    returns 1 if the next byte is the one behind the mark, 0 if not, or -1 with errno() EBADF, EINVAL, ENOTTY

                in Java
                  int sockatmark(int sockfd)

                errno
                  EBADF           Bad file descriptor
                  EINVAL          Invalid argument
                  ENOTTY          Inappropriate ioctl for device
                """, Printed.by(() -> Manual.print("sockatmark")));
    }

    @Test
    void all_prototypes_and_all_forms_are_shown() throws Exception {
        String printed = Printed.by(() -> Manual.print("open"));
        assertTrue(printed.contains("\n  int open(const char *pathname, int flags);\n"), printed);
        assertTrue(printed.contains("\n  int open(const char *pathname, int flags, mode_t mode);\n"), printed);
        assertTrue(printed.contains("\n  int open(String pathname, int flags)\n"), printed);
        assertTrue(printed.contains("\n  int open(String pathname, int flags, int mode)\n"), printed);
    }

    @Test
    void the_page_of_the_system_comes_from_section_2_first() throws Exception {
        Needs.tool("man");
        if (new ProcessBuilder("man", "-w", "2", "recv").start().waitFor() != 0) {
            Needs.lacks("the man pages of manpages-dev");
        }
        String printed = Printed.by(() -> Prompt.man("recv"));
        assertTrue(printed.contains("ssize_t recv(int sockfd, void *buf, size_t len, int flags);"), printed);
        assertTrue(printed.contains("recv(2)"), printed);
        assertTrue(Printed.by(() -> Prompt.man("socket", 7)).contains("SO_REUSEADDR"));
        assertTrue(Printed.by(() -> Prompt.man("no_such_page")).contains("no_such_page"));
    }
}
