package procfs.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link Batch} on some JVM, of the classes that are in {@code sockets.jar}. */
final class BatchClient implements AutoCloseable {

    private final Process process;

    BatchClient(String java) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty(java), "bin", "java").toString()));
        if (java.equals("java.newest")) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        Path tests = Path.of(Batch.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        command.addAll(List.of("-cp", System.getProperty("sockets.jar") + ":" + tests, Batch.class.getName()));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Runs the command; what it writes to standard error is in its output. */
    Run run(String words) throws IOException {
        process.outputWriter(UTF_8).append(words).append('\n').flush();
        String output = until('\0');
        return new Run(Integer.parseInt(until('\n')), output, "");
    }

    private String until(char end) throws IOException {
        InputStream in = process.getInputStream();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = in.read(); b != end; b = in.read()) {
            if (b < 0) {
                throw new IOException("it ended: " + bytes.toString(UTF_8));
            }
            bytes.write(b);
        }
        return bytes.toString(UTF_8);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
    }
}
