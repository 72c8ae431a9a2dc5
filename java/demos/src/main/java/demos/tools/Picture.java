package demos.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Prints the graph of demos that talk to each other, for Graphviz. It wants a network namespace for itself, or what else is
 * there is in the picture too.
 *
 * <p>{@code Picture JAR}, where JAR is the command {@code sockets}.
 */
public final class Picture {

    private static final String NAME = "libc-sockets-picture";

    private Picture() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 1) {
            System.err.println("usage: Picture JAR");
            System.exit(2);
        }
        Path home = Path.of(System.getProperty("java.home"));
        Language java = Language.ffm("Java", home);
        Path dir = Files.createTempDirectory("picture");
        try (Program chat = Language.C.start(dir, "tcp50_chat_poll", "0");
                Program http = java.start(dir, "tcp20_server", "0");
                Program echo = Language.C.start(dir, "tcp40_echo_server", "0", "::1");
                Program datagrams = Language.C.start(dir, "udp20_server", "0");
                Program records = Language.C.start(dir, "unix40_seqpacket_server", NAME)) {
            String chatPort = chat.await(Pair.TCP.ready());
            String httpPort = http.await(Pair.TCP.ready());
            String echoPort = echo.await("listening on " + Pattern.quote("[::1]:") + "(\\d+)");
            String udpPort = datagrams.await(Pair.UDP.ready());
            records.await("listening on .*");
            // Each of these waits for an answer that does not come: a chat does not echo, a request has an end.
            try (Program talker = Language.C.start(dir, "tcp10_client", chatPort);
                    Program asker = Language.C.start(dir, "tcp10_client", httpPort);
                    Program listener = new Program(dir, List.of("nc", "-n", "-v", "127.0.0.1", chatPort));
                    Program silent = new Program(dir, List.of("nc", "-n", "-v", "::1", echoPort));
                    Program sender = new Program(dir, List.of("nc", "-n", "-u", "-v", "127.0.0.1", udpPort));
                    Program recorder = new Program(dir,
                            List.of("socat", "-dd", "-", "ABSTRACT-CONNECT:" + NAME + ",type=5"))) {
                talker.await("connected from .*");
                asker.await("connected from .*");
                chat.await("client 2 came .*");
                listener.await("Connection to .*");
                silent.await("Connection to .*");
                sender.await("Connection to .*");
                recorder.await(".*starting data transfer loop.*");
                try (Program dot = new Program(dir, List.of(home.resolve("bin/java").toString(), "-jar",
                        Path.of(args[0]).toAbsolutePath().toString(), "-tuxn", "--dot"))) {
                    if (dot.exitStatus() != 0) {
                        throw new IllegalStateException(dot.output());
                    }
                    System.out.print(dot.output());
                }
            }
        } finally {
            Files.delete(dir);
        }
    }
}
