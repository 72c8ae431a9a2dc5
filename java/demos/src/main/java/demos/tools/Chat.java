package demos.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The chat servers, and who comes to them. */
final class Chat {

    /** Hears a line, answers it and leaves. */
    private static final String PYTHON = """
            import socket, sys
            with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as s, s.makefile("rw") as f:
                line = f.readline()
                print(line, end="")
                f.write("I heard %d letters\\n" % len(line.split(": ")[1].strip()))
                f.flush()
            """;

    private Chat() {}

    static void talk(Report report, Path directory, Language language, String demo)
            throws IOException, InterruptedException {
        if (!report.has("nc") || !report.has("python3")) {
            return;
        }
        for (Language other : language == Language.C ? List.of(language) : List.of(language, Language.C)) {
            report.heading("nc twice, Python, and tcp40_echo_client in " + other);
            try (Program server = language.start(directory, demo, "0", "4")) {
                String port = server.await(Pair.TCP.ready());
                try (Program first = new Program(directory, Pair.TCP.ncTo(port))) {
                    server.await("client 1 came .*");
                    try (Program second = new Program(directory, Pair.TCP.ncTo(port))) {
                        server.await("client 2 came .*");
                        try (Program python = new Program(directory, List.of("python3", "-c", PYTHON, port))) {
                            server.await("client 3 came .*");
                            first.type("hello\n");
                            server.await("client 3 left");
                            int status = python.exitStatus();
                            report.show("Python", python.output());
                            report.says("Python hears the first", "client 1: hello\n", python.output());
                            report.same("it exits with status 0", 0, status);
                        }
                        try (Program client = other.start(directory, "tcp40_echo_client", port, "127.0.0.1")) {
                            int status = client.exitStatus();
                            report.show("client", client.output());
                            report.says("who speaks hears no echo", "trying 127.0.0.1:{S}\n", client.output());
                            report.same("it exits with status 0", 0, status);
                        }
                        second.typeEnd();
                        second.exitStatus();
                        report.show("nc 2", second.output());
                        report.says("the second hears all others", """
                                client 1: hello
                                client 3: I heard 5 letters
                                client 4: hello from the client
                                """, second.output());
                    }
                    first.typeEnd();
                    int status = server.exitStatus();
                    first.exitStatus();
                    report.show("nc 1", first.output());
                    report.show("server", server.output());
                    report.says("the first hears all others", """
                            client 3: I heard 5 letters
                            client 4: hello from the client
                            """, first.output());
                    report.says("the server prints what it should", """
                            listening on 127.0.0.1:{S}
                            client 1 came from 127.0.0.1:{A}
                            client 2 came from 127.0.0.1:{B}
                            client 3 came from 127.0.0.1:{C}
                            client 1: hello
                            client 3: I heard 5 letters
                            client 3 left
                            client 4 came from 127.0.0.1:{D}
                            client 4: hello from the client
                            client 4 left
                            client 2 left
                            client 1 left
                            """, server.output());
                    report.same("the server exits with status 0", 0, status);
                }
            }
        }
    }
}
