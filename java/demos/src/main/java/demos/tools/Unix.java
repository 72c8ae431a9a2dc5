package demos.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The demos of UNIX domain sockets with Python and socat at the other end. */
final class Unix {

    /** CAP_SYS_ADMIN, and CAP_SETGID and CAP_SETUID: root has them, though not in every container. */
    static final boolean MAY_BE_INIT = Tree.isCapable(21);
    static final boolean MAY_BE_NOBODY = Tree.isCapable(6, 7);

    /** What unix60_credentials_client prints of what it may not do. */
    static final String NOT_INIT = "refused, Operation not permitted: I am init\n";
    static final String NOT_NOBODY = "refused, Operation not permitted: I am nobody\n";

    private Unix() {}

    /** A script of Python, run with one argument. */
    private static Program python(Path directory, String script, String argument) throws IOException {
        return new Program(directory, List.of("python3", "-c", "import os, socket, struct, sys\n" + script, argument));
    }

    static void seqpacket(Report report, Path directory, Language language) throws IOException, InterruptedException {
        if (!report.has("socat")) {
            return;
        }
        String name = directory.resolve("server").toString();
        String socat = name + ",type=5"; // SOCK_SEQPACKET
        report.heading("server in " + language + ", client socat");
        try (Program server = language.start(directory, "unix40_seqpacket_server", name)) {
            server.await("listening on .*");
            try (Program client = new Program(directory, List.of("socat", "-t", "20", "-",
                    "ABSTRACT-CONNECT:" + socat))) {
                client.type("hello");
                client.typeEnd();
                String statuses = server.exitStatus() + " and " + client.exitStatus();
                report.show("server", server.output());
                report.show("socat", client.output());
                report.says("both print what they should", """
                        listening on @{S}
                        a socket without a name connected
                        a record of 5 bytes: hello
                        the end
                        hello from the server""", server.output() + client.output());
                report.same("both exit with status 0", "0 and 0", statuses);
            }
        }
        report.heading("server socat, client in " + language);
        try (Program server = new Program(directory, List.of("socat", "-d", "-d", "-t", "20", "-",
                "ABSTRACT-LISTEN:" + socat))) {
            server.await(".* listening on .*");
            server.type("hello");
            try (Program client = language.start(directory, "unix40_seqpacket_client", name)) {
                String status = "" + client.exitStatus();
                server.typeEnd();
                String statuses = server.exitStatus() + " and " + status;
                report.show("socat", server.output());
                report.show("client", client.output());
                // Its notices go to where the data goes.
                report.same("socat receives the records", "onetwoa record too long for the server",
                        server.output().replaceAll("\\d{4}/\\d\\d/\\d\\d .* socat.*\n", ""));
                report.says("the client prints what it should", Pair.SEQPACKET.client()
                        .replace("21 bytes: hello from the server", "5 bytes: hello"), client.output());
                report.same("both exit with status 0", "0 and 0", statuses);
            }
        }
    }

    static void passFd(Report report, Path directory, Language language) throws IOException, InterruptedException {
        if (!report.has("python3")) {
            return;
        }
        String path = directory.resolve("server.sock").toString();
        report.heading("server in " + language + ", client in Python");
        try (Program server = language.start(directory, "unix50_pass_fd_server", path);
                Program client = python(directory, """
                        conn = socket.socket(socket.AF_UNIX)
                        conn.connect(sys.argv[1])
                        name, fds, flags, address = socket.recv_fds(conn, 1024, 1)
                        print('received', name.decode(), 'and', len(fds), 'descriptor')
                        os.write(fds[0], b'two, by Python\\n')
                        conn.sendall(b'done\\n')
                        """, server.await(Pair.PASS_FD.ready()))) {
            String statuses = server.exitStatus() + " and " + client.exitStatus();
            report.show("server", server.output());
            report.show("Python", client.output());
            report.says("both print what they should", """
                    listening on {S}
                    passed a descriptor of the file that was {S}.notes
                    received 5 bytes: done
                    the file has 55 bytes:
                    one, by the server
                    two, by Python
                    three, by the server
                    received {S}.notes and 1 descriptor
                    """, server.output() + client.output());
            report.same("both exit with status 0", "0 and 0", statuses);
        }
        for (String fds : List.of("[os.open('/dev/full', os.O_WRONLY)]", "[]")) {
            report.heading("server in Python that sends " + (fds.equals("[]") ? "no" : "a useless")
                    + " descriptor, client in " + language);
            try (Program server = python(directory, """
                    with socket.socket(socket.AF_UNIX) as listener:
                        listener.bind(sys.argv[1])
                        listener.listen()
                        print('listening', flush=True)
                        conn, address = listener.accept()
                        os.unlink(sys.argv[1])
                        socket.send_fds(conn, [b'/no/such/file'], FDS)
                        conn.recv(1024)
                    """.replace("FDS", fds), path)) {
                server.await("listening");
                try (Program client = language.start(directory, "unix50_pass_fd_client", path)) {
                    String statuses = server.exitStatus() + " and " + client.exitStatus();
                    report.show("client", client.output());
                    report.says("the client says why it cannot write", fds.equals("[]") ? """
                            no descriptor came with: /no/such/file
                            """ : """
                            received a descriptor of the file that was /no/such/file
                            to open it by that name: No such file or directory
                            write: No space left on device
                            """, client.output());
                    report.same("the client exits with status 1", "0 and 1", statuses);
                }
            }
        }
    }

    static void credentials(Report report, Path directory, Language language) throws IOException, InterruptedException {
        String path = directory.resolve("server.sock").toString();
        if (report.has("nc")) {
            report.heading("server in " + language + ", client nc");
            try (Program server = language.start(directory, "unix60_credentials_server", path);
                    Program nc = new Program(directory, List.of("nc", "-N", "-U",
                            server.await(Pair.CREDENTIALS.ready())))) {
                nc.type("hello from nc\n");
                nc.typeEnd();
                String statuses = server.exitStatus() + " and " + nc.exitStatus();
                report.show("server", server.output());
                report.show("nc", nc.output());
                report.says("both print what they should", """
                        listening on {S}
                        process %1$d, user {U}, group {G} connected
                        process %1$d, user {U}, group {G} sent 14 bytes: hello from nc
                        received
                        """.formatted(nc.pid()), server.output() + nc.output());
                report.same("both exit with status 0", "0 and 0", statuses);
            }
        }
        if (report.has("python3")) {
            report.heading("server in Python, client in " + language);
            try (Program server = python(directory, """
                    with socket.socket(socket.AF_UNIX) as listener:
                        listener.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
                        listener.bind(sys.argv[1])
                        listener.listen()
                        print('listening', flush=True)
                        conn, address = listener.accept()
                        os.unlink(sys.argv[1])
                        while True:
                            text, control, flags, address = conn.recvmsg(1024, socket.CMSG_SPACE(12))
                            if not text: break
                            level, kind, data = control[0]
                            print(kind == socket.SCM_CREDENTIALS, *struct.unpack('3i', data), text.decode(), end='')
                            conn.sendall(b'received\\n')
                    """, path)) {
                server.await("listening");
                try (Program client = language.start(directory, "unix60_credentials_client", path)) {
                    String statuses = server.exitStatus() + " and " + client.exitStatus();
                    report.show("Python", server.output());
                    report.show("client", client.output());
                    report.says("both print what they should", """
                            listening
                            True %1$d {U} {G} I do not say who I am
                            True %1$d {U} {G} I am myself
                            """.formatted(client.pid()) + (MAY_BE_INIT ? "True 1 {U} {G} I am init\n" : "")
                            + (MAY_BE_NOBODY ? "True " + client.pid() + " 65534 65534 I am nobody\n" : "")
                            + Pair.CREDENTIALS.client().replace("{P}", "" + server.pid()),
                            server.output() + client.output());
                    report.same("both exit with status 0", "0 and 0", statuses);
                }
            }
        }
        // Who has them can do without them: then it is as with any other user.
        if (report.hasRoot() && report.has("setpriv")) {
            report.heading("server in " + language + ", client in " + language + " as root without capabilities");
            try (Program server = language.start(directory, "unix60_credentials_server", path);
                    Program client = new Program(directory, Program.withoutCapabilities(language.command(
                            "unix60_credentials_client", server.await(Pair.CREDENTIALS.ready()))))) {
                String statuses = server.exitStatus() + " and " + client.exitStatus();
                report.show("server", server.output());
                report.show("client", client.output());
                report.says("both print what they should", """
                        listening on {S}
                        process {C}, user 0, group 0 connected
                        process {C}, user 0, group 0 sent 22 bytes: I do not say who I am
                        process {C}, user 0, group 0 sent 12 bytes: I am myself
                        process {P}, user 0, group 0 listens
                        sent: I do not say who I am
                        sent: I am myself
                        """ + NOT_INIT + NOT_NOBODY, server.output() + client.output());
                report.same("both exit with status 0", "0 and 0", statuses);
            }
        }
    }
}
