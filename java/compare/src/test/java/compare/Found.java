package compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import libc.Needs;

/** What all experiments find out on both JVMs, asked once for all tests. */
final class Found {

    private static Document document;

    private Found() {}

    static synchronized Document document() {
        if (document == null) {
            Needs.tool("strace");
            try {
                List<Run> runs = new ArrayList<>();
                for (String home : List.of(System.getProperty("java.newest"), System.getProperty("java.oldest"))) {
                    runs.add(Run.on(Path.of(home), ".*"));
                }
                document = Document.of(runs);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return document;
    }
}
