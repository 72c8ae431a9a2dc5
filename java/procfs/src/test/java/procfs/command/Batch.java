package procfs.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** The command again and again in one JVM: for each line of words what it prints, and its exit status behind a NUL. */
final class Batch {

    private Batch() {}

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int status = SocketsCommand.run(line.split(" "));
            System.out.println("\0" + status);
        }
    }
}
