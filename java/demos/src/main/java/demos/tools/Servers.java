package demos.tools;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The servers of many clients, and the one of curl. */
final class Servers {

    private static final int MIB = 1 << 20;
    static final int SIGINT_STATUS = 128 + 2;
    private static final int PATIENCE_MS = 20_000;
    private static final String OK = "200 OK: 127.0.0.1:{C} sent a body of 0 bytes\n";

    private Servers() {}

    static void tcp20(Report report, Path directory, Language language) throws IOException, InterruptedException {
        if (report.has("curl")) {
            report.heading("curl");
            try (Program server = language.start(directory, "tcp20_server", "0")) {
                String port = server.await(Pair.TCP.ready());
                String sockets = language.sockets(directory, server);
                String answer = get(directory, port, "--include");
                int status = server.exitStatus();
                report.show("server", server.output());
                report.show("/proc", sockets);
                report.show("curl", answer);
                report.says("both print what they should", """
                        listening on 127.0.0.1:{S}
                        received {N} bytes from 127.0.0.1:{C}:
                        GET / HTTP/1.1
                        Host: 127.0.0.1:{S}
                        User-Agent: {U}
                        Accept: */*

                        HTTP/1.1 200 OK
                        Content-Type: text/plain
                        Content-Length: {L}
                        Connection: close

                        200 OK: hello, 127.0.0.1:{C}
                        """, server.output() + answer);
                report.shows("/proc shows the server", Pair.TCP.line().replace("X", port), sockets);
                report.same("the server exits with status 0", 0, status);
            }
        }
        if (report.has("nc")) {
            for (String request : List.of("GET / HTTP/1.1\r\n\r\n", "hello\n")) {
                report.heading("nc, " + request.strip());
                try (Program server = language.start(directory, "tcp20_server", "0");
                        Program nc = new Program(directory, Pair.TCP.ncTo(server.await(Pair.TCP.ready())))) {
                    nc.type(request);
                    nc.typeEnd();
                    String statuses = nc.exitStatus() + " and " + server.exitStatus();
                    report.show("server", server.output());
                    report.show("nc", nc.output());
                    report.shows("nc prints the answer", request.startsWith("GET") ? "HTTP/1.1 200 OK"
                            : "HTTP/1.1 400 Bad Request", nc.output());
                    report.same("both exit with status 0", "0 and 0", statuses);
                }
            }
        }
    }

    static void tcp30(Report report, Path directory, Language language) throws IOException, InterruptedException {
        if (!report.has("curl")) {
            return;
        }
        report.heading("all sorts of clients");
        Files.write(directory.resolve("body"), new byte[MIB]);
        String port;
        try (Program server = language.start(directory, "tcp30_server", "0")) {
            port = server.await(Pair.TCP.ready());
            String sockets = language.sockets(directory, server);
            String get = get(directory, port);
            String head = get(directory, port, "--head");
            String post = get(directory, port, "--data-binary", "@body");
            String garbage = exchange(port, "\u0016\u0003\u0001 garbage\r\n");
            String half = exchange(port, "GET / HT");
            try (Socket gone = connect(port)) {
                gone.shutdownOutput();
                gone.getInputStream().readAllBytes();
            }
            try (Socket reset = connect(port)) {
                reset.getOutputStream().write("GET / HT".getBytes(UTF_8));
                reset.setSoLinger(true, 0);
            }
            String again = get(directory, port);
            // The side that closes first has the connection in TIME_WAIT. This client is sure not to be it.
            try (Socket patient = connect(port)) {
                patient.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8));
                patient.getInputStream().readAllBytes();
            }
            server.interrupt();
            int status = server.exitStatus();
            report.show("server", server.output());
            report.show("/proc", sockets);
            report.show("curl", get + head + post + again);
            report.show("others", garbage + half);
            report.says("the server prints what it should", """
                    listening on 127.0.0.1:{S}
                    127.0.0.1:{A} "GET / HTTP/1.1" 200
                    127.0.0.1:{B} "HEAD / HTTP/1.1" 200
                    127.0.0.1:{C} "POST / HTTP/1.1" 200
                    127.0.0.1:{D} "" 400
                    127.0.0.1:{E} "GET / HT" 400
                    127.0.0.1:{F} hung up
                    recv: Connection reset by peer
                    127.0.0.1:{G} hung up
                    127.0.0.1:{H} "GET / HTTP/1.1" 200
                    127.0.0.1:{I} "GET / HTTP/1.1" 200
                    """, server.output());
            report.shows("/proc shows the server", Pair.TCP.line().replace("X", port), sockets);
            report.says("GET is answered", OK, get);
            report.shows("HEAD is answered", "HTTP/1.1 200 OK", head);
            report.says("1 MiB arrives", "200 OK: 127.0.0.1:{C} sent a body of 1048576 bytes\n", post);
            report.shows("garbage is refused", "HTTP/1.1 400 Bad Request", garbage);
            report.shows("half a request is refused", "HTTP/1.1 400 Bad Request", half);
            report.says("GET is answered after clients that hang up", OK, again);
            report.same("Ctrl-C ends it", SIGINT_STATUS, status);
        }

        report.heading("started again at once");
        long waiting = timeWaits(port);
        try (Program server = language.start(directory, "tcp30_server", port)) {
            server.await(Pair.TCP.ready());
            String get = get(directory, port);
            server.interrupt();
            int status = server.exitStatus();
            report.show("server", server.output());
            report.show("curl", get);
            report.check("the port still had connections in TIME_WAIT", waiting > 0, "/proc/net/tcp shows none");
            report.says("GET is answered", OK, get);
            report.same("Ctrl-C ends it", SIGINT_STATUS, status);
        }
    }

    static void tcp30Slow(Report report, Path directory, Language language) throws IOException, InterruptedException {
        report.heading("half a request, and nothing more");
        try (Program server = language.start(directory, "tcp30_server", "0", "2")) {
            String port = server.await(Pair.TCP.ready());
            String late;
            try (Socket slow = connect(port)) {
                slow.getOutputStream().write("GET / HT".getBytes(UTF_8));
                late = new String(slow.getInputStream().readAllBytes(), UTF_8);
            }
            String next = exchange(port, "GET / HTTP/1.1\r\n\r\n");
            int status = server.exitStatus();
            report.show("server", server.output());
            report.show("slow", late);
            report.show("next", next);
            report.shows("its time is up", "HTTP/1.1 408 Request Timeout", late);
            report.shows("the next client is answered", "HTTP/1.1 200 OK", next);
            report.same("the server exits with status 0", 0, status);
        }
    }

    static void udp20(Report report, Path directory, Language language) throws IOException, InterruptedException {
        report.heading("clients in C and " + language + ", and nc");
        try (Program server = language.start(directory, "udp20_server", "0")) {
            String port = server.await(Pair.UDP.ready());
            String sockets = language.sockets(directory, server);
            String echoed = Pair.UDP.client().replace("from the server", "from the client");
            for (Language other : List.of(Language.C, language)) {
                try (Program client = other.start(directory, "udp10_client", port)) {
                    int status = client.exitStatus();
                    report.show("client", client.output());
                    report.says("the client has its message back", echoed, client.output());
                    report.same("the client exits with status 0", 0, status);
                }
            }
            String expected = """
                    bound to 127.0.0.1:{S}
                    received 22 bytes from 127.0.0.1:{A}
                    received 22 bytes from 127.0.0.1:{B}
                    """;
            if (report.has("nc")) {
                try (Program nc = new Program(directory, Pair.UDP.ncTo(port))) {
                    nc.type("hello from nc\n");
                    report.show("nc", nc.await("hello from nc"));
                }
                expected += "received 14 bytes from 127.0.0.1:{N}\n";
            }
            server.interrupt();
            int status = server.exitStatus();
            report.show("server", server.output());
            report.show("/proc", sockets);
            report.says("the server prints what it should", expected, server.output());
            report.shows("/proc shows the server", Pair.UDP.line().replace("X", port), sockets);
            report.same("Ctrl-C ends it", SIGINT_STATUS, status);
        }
    }

    private static String get(Path directory, String port, String... options) throws IOException, InterruptedException {
        return curl(directory, Stream.concat(Stream.of(options), Stream.of("http://127.0.0.1:" + port + "/"))
                .toArray(String[]::new));
    }

    /** What curl prints. */
    static String curl(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("curl", "--silent", "--show-error", "--noproxy", "*"),
                Stream.of(arguments)).toList();
        try (Program curl = new Program(directory, command)) {
            curl.exitStatus();
            return curl.output();
        }
    }

    /** A client that says nothing, and is patient for a while. */
    static Socket connect(String port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    /** Sends a request that is all that the client has to say, and receives the answer. */
    private static String exchange(String port, String request) throws IOException {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /** How many connections that were the server's are in TIME_WAIT, proc(5). */
    private static long timeWaits(String port) throws IOException {
        String line = String.format(" *\\d+: 0100007F:%04X \\S+ 06 .*", Integer.parseInt(port));
        return Files.readAllLines(Path.of("/proc/net/tcp")).stream().filter(text -> text.matches(line)).count();
    }
}
