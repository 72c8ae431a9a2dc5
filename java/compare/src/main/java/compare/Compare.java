package compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the kernel does, and what JDK channels make of it: {@code java -jar compare.jar [--java=HOME ...] [--only=REGEX]
 * [--page=FILE] [--markdown=FILE]}.
 *
 * <p>Asks on this JVM, and on each other whose home is named; prints a table, and writes a page for browsers and one in
 * Markdown. Ends with status 0 if every experiment's verdict is what it says itself.
 */
public final class Compare {

    private Compare() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Set<Path> homes = new LinkedHashSet<>(List.of(Path.of(System.getProperty("java.home"))));
        String only = ".*";
        Path page = null;
        Path markdown = null;
        for (String arg : args) {
            String value = arg.substring(arg.indexOf('=') + 1);
            if (arg.startsWith("--java=")) {
                homes.add(Path.of(value));
            } else if (arg.startsWith("--only=")) {
                only = value;
            } else if (arg.startsWith("--page=")) {
                page = Path.of(value);
            } else if (arg.startsWith("--markdown=")) {
                markdown = Path.of(value);
            } else {
                System.err.println("usage: java -jar compare.jar [--java=HOME ...] [--only=REGEX] [--page=FILE]"
                        + " [--markdown=FILE]");
                System.exit(2);
            }
        }
        List<Run> runs = new ArrayList<>();
        for (Path home : homes) {
            System.err.println(home + " ...");
            runs.add(Run.on(home, only));
        }
        Document document = Document.of(runs);
        System.out.print(document.table());
        if (page != null) {
            Files.writeString(page, document.page());
            System.out.println(page);
        }
        if (markdown != null) {
            write(markdown, document.markdown());
        }
        document.failures().forEach(System.err::println);
        System.exit(document.failures().isEmpty() ? 0 : 1);
    }

    /** A page that says already what was found stays as it is. */
    private static void write(Path markdown, String found) throws IOException {
        if (!Files.exists(markdown)
                || !Document.withoutCalls(Files.readString(markdown)).equals(Document.withoutCalls(found))) {
            Files.writeString(markdown, found);
        }
    }
}
