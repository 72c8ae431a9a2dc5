package demos.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server and a client that send each other one message.
 *
 * @param name what their names begin with
 * @param what what they do
 * @param ready the line by which the server says where it is
 * @param line its socket's line in proc10_sockets, a template of {@link Report} in which X is where it is
 * @param server what the server prints, a template
 * @param client what the client prints, a template
 * @param nc nc as a client, without the server's address, or empty if it cannot be one
 * @param ncServer nc as a server, or empty if there is nothing that it does like ours
 */
record Pair(String name, String what, String ready, String line, String server, String client, List<String> nc,
        List<String> ncServer) {

    static final Pair TCP = new Pair("tcp10", "one TCP connection, one message each way",
            "listening on 127.0.0.1:(\\d+)", "{FD} tcp 127.0.0.1:X -> 0.0.0.0:0 LISTEN server, listening", """
            listening on 127.0.0.1:{S}
            received 22 bytes from 127.0.0.1:{C}: hello from the client
            """, """
            connected from 127.0.0.1:{C}
            received 22 bytes from 127.0.0.1:{S}: hello from the server
            """,
            List.of("nc", "-n", "-N", "127.0.0.1"), List.of("nc", "-n", "-v", "-l", "127.0.0.1", "0"));

    static final Pair UDP = new Pair("udp10", "one UDP datagram each way",
            "bound to 127.0.0.1:(\\d+)", "{FD} udp 127.0.0.1:X -> 0.0.0.0:0 CLOSE server or client", """
            bound to 127.0.0.1:{S}
            received 22 bytes from 127.0.0.1:{C}: hello from the client
            """, """
            sent from 0.0.0.0:{C}
            received 22 bytes from 127.0.0.1:{S}: hello from the server
            """,
            List.of("nc", "-n", "-u", "127.0.0.1"), List.of("nc", "-n", "-v", "-u", "-l", "127.0.0.1", "0"));

    static final Pair PKTINFO = new Pair("udp50_pktinfo", "a server with many addresses answers from the one asked",
            "bound to port (\\d+)", "{FD} udp 0.0.0.0:X -> 0.0.0.0:0 CLOSE server or client", """
            bound to port {S}
            received 22 bytes from 127.0.0.1 port {C} to 127.0.0.2 on lo: hello from the client
            """, """
            asked 127.0.0.2
            received 23 bytes from 127.0.0.1: hello from any address
            received 38 bytes from 127.0.0.2: hello from the address that you asked
            """,
            List.of(), List.of());

    static final Pair UNIX_STREAM = new Pair("unix20_tcp", "a connection on a named UNIX socket, one message each way",
            "listening on (\\S+)", "{FD} unix stream X LISTEN server, listening", """
            listening on {S}
            received 22 bytes from a socket without a name: hello from the client
            """, """
            received 22 bytes from {S}: hello from the server
            """,
            List.of("nc", "-N", "-U"), List.of("nc", "-v", "-l", "-U", "nc.sock"));

    static final Pair UNIX_DATAGRAM = new Pair("unix30_udp", "named UNIX sockets, one datagram each way",
            "bound to (\\S+)", "{FD} unix datagram X UNCONNECTED server", """
            bound to {S}
            received 22 bytes from {C}: hello from the client
            """, """
            bound to {C}
            received 22 bytes from {S}: hello from the server
            """,
            List.of("nc", "-u", "-s", "nc.sock", "-U"), List.of());

    static final Pair SEQPACKET = new Pair("unix40_seqpacket", "records on a connection, and names that are no files",
            "listening on @(\\S+)", "{FD} unix seqpacket @X LISTEN server, listening", """
            listening on @{S}
            @{C} connected
            a record of 3 bytes: one
            a record of 3 bytes: two
            a record of 16 bytes, the rest is lost: a record too lon
            the end
            """, """
            bound to @{C}
            sent 3 bytes: one
            sent 3 bytes: two
            sent 32 bytes: a record too long for the server
            received 21 bytes: hello from the server
            """,
            List.of(), List.of());

    static final Pair PASS_FD = new Pair("unix50_pass_fd", "a file's descriptor goes to another process",
            "listening on (\\S+)", "{FD} unix stream X LISTEN server, listening", """
            listening on {S}
            passed a descriptor of the file that was {S}.notes
            received 8 bytes: written
            the file has 59 bytes:
            one, by the server
            two, by the client
            three, by the server
            """, """
            received a descriptor of the file that was {S}.notes
            to open it by that name: No such file or directory
            wrote 19 bytes to it
            """,
            List.of(), List.of());

    static final Pair CREDENTIALS = new Pair("unix60_credentials", "who is at the other end, and who only says so",
            "listening on (\\S+)", "{FD} unix stream X LISTEN server, listening", """
            listening on {S}
            process {C}, user {U}, group {G} connected
            process {C}, user {U}, group {G} sent 22 bytes: I do not say who I am
            process {C}, user {U}, group {G} sent 12 bytes: I am myself
            """ + (Unix.MAY_BE_INIT ? "process 1, user {U}, group {G} sent 10 bytes: I am init\n" : "")
            + (Unix.MAY_BE_NOBODY ? "process {C}, user 65534, group 65534 sent 12 bytes: I am nobody\n" : ""), """
            process {P}, user {U}, group {G} listens
            sent: I do not say who I am
            sent: I am myself
            """ + (Unix.MAY_BE_INIT ? "sent: I am init\n" : Unix.NOT_INIT)
            + (Unix.MAY_BE_NOBODY ? "sent: I am nobody\n" : Unix.NOT_NOBODY),
            List.of(), List.of());

    static final List<Pair> ALL = List.of(TCP, UDP, PKTINFO, UNIX_STREAM, UNIX_DATAGRAM, SEQPACKET, PASS_FD,
            CREDENTIALS);

    String title() {
        return name + "_server, " + name + "_client: " + what;
    }

    /** Both ends in one language, and C at either end. */
    void talk(Report report, Path directory, List<Language> languages) throws IOException, InterruptedException {
        Language.crosswise(languages, (server, client) -> talk(report, directory, server, client));
    }

    private void talk(Report report, Path directory, Language serverLanguage, Language clientLanguage)
            throws IOException, InterruptedException {
        report.heading("server in " + serverLanguage + ", client in " + clientLanguage);
        try (Program server = startServer(directory, serverLanguage)) {
            String where = server.await(ready);
            String sockets = serverLanguage.sockets(directory, server);
            try (Program client = clientLanguage.start(directory, name + "_client", where)) {
                String statuses = client.exitStatus() + " and " + server.exitStatus();
                report.show("server", server.output());
                report.show("/proc", sockets);
                report.show("client", client.output());
                report.says("both print what they should", this.server + this.client, server.output() + client.output());
                report.shows("/proc shows the server", line.replace("X", where), sockets);
                report.same("both exit with status 0", "0 and 0", statuses);
            }
        }
        try (Stream<Path> left = Files.list(directory)) {
            report.same("no file is left", List.of(), left.toList());
        }
    }

    /** A server in one language with nc as its client, and the other way round. */
    void talkToNc(Report report, Path directory, Language language) throws IOException, InterruptedException {
        if (!report.has("nc")) {
            return;
        }
        report.heading("server in " + language + ", client nc");
        try (Program server = startServer(directory, language);
                Program client = new Program(directory, ncTo(server.await(ready)))) {
            client.type("hello from nc\n");
            client.await("hello from the server");
            int status = server.exitStatus();
            report.show("server", server.output());
            report.show("nc", client.output());
            report.says("the server prints what it should", fromNc(this.server), server.output());
            report.same("the server exits with status 0", 0, status);
        }
        Files.deleteIfExists(directory.resolve("nc.sock"));

        if (ncServer.isEmpty()) {
            return;
        }
        report.heading("server nc, client in " + language);
        try (Program server = new Program(directory, ncServer)) {
            server.type("hello from nc\n");
            String where = server.await("(?:Listening|Bound) on (?:127.0.0.1 )?(\\S+)");
            try (Program client = language.start(directory, name + "_client", where)) {
                int status = client.exitStatus();
                server.await("hello from the client");
                report.show("nc", server.output());
                report.show("client", client.output());
                report.says("the client prints what it should", fromNc(this.client), client.output());
                report.same("the client exits with status 0", 0, status);
            }
        }
        Files.deleteIfExists(directory.resolve("nc.sock"));
    }

    Program startServer(Path directory, Language language) throws IOException {
        boolean named = name.startsWith("unix");
        return language.start(directory, name + "_server", named ? directory.resolve("server.sock").toString() : "0");
    }

    /** nc as a client of the server that is there. */
    List<String> ncTo(String where) {
        return Stream.concat(nc.stream(), Stream.of(where)).toList();
    }

    private static String fromNc(String template) {
        return template.replaceAll("22 (.*): hello from the (client|server)", "14 $1: hello from nc");
    }
}
