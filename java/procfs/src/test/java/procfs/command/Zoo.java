package procfs.command;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process with sockets of every kind, in a network namespace that nobody else is in. */
final class Zoo implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final JsonObject facts;

    Zoo(Path dir) throws IOException {
        Path script = dir.resolve("zoo.py");
        try (var in = Zoo.class.getResourceAsStream("zoo.py")) {
            Files.copy(in, script);
        }
        process = new ProcessBuilder("unshare", "--net", "python3", script.toString(), dir.toString())
                .redirectErrorStream(true).start();
        out = process.inputReader();
        String line = out.readLine();
        if (line == null || !line.startsWith("{")) {
            throw new IOException(line + "\n" + String.join("\n", out.lines().toList()));
        }
        facts = JsonParser.parseString(line).getAsJsonObject();
    }

    /** Makes anew what the kernel removes by itself: sockets in TIME_WAIT and FIN_WAIT2. */
    void refresh() throws IOException {
        process.outputWriter().append('\n').flush();
        String line = out.readLine();
        if (!"refreshed".equals(line)) {
            throw new IOException(line + "\n" + String.join("\n", out.lines().toList()));
        }
    }

    int pid() {
        return facts.get("pid").getAsInt();
    }

    /** A name that a terminal, JSON and Graphviz would each read as something else. */
    String hostile() {
        return facts.get("hostile").getAsString();
    }

    int port(String socket) {
        return socket(socket).get("port").getAsInt();
    }

    int fd(String socket) {
        return socket(socket).get("fd").getAsInt();
    }

    long inode(String socket) {
        return socket(socket).get("inode").getAsLong();
    }

    private JsonObject socket(String name) {
        return facts.getAsJsonObject("sockets").getAsJsonObject(name);
    }

    /** A command line that runs in its network namespace. */
    List<String> inside(String... command) {
        List<String> inside = new ArrayList<>(List.of("nsenter", "--target", Integer.toString(pid()), "--net"));
        inside.addAll(List.of(command));
        return inside;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new IOException("the zoo does not end");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
