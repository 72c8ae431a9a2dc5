package demos.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Servers and clients that meet each other in C and Java, and nc, socat and Python. */
final class RealPeers {

    private static final String LISTENING = "listening on \\S+:(\\d+)";

    /** The server has an IPv4 address alone, so the client's first attempt is in vain. */
    static final Exchange TCP40 = new Exchange("tcp40_echo_server", List.of("127.0.0.1"), LISTENING,
            "tcp40_echo_client", List.of(), """
            listening on 127.0.0.1:{S}
            connected to 127.0.0.1:{C}
            echo of 22 bytes
            """, """
            trying [::1]:{S}
            connect: Connection refused
            trying 127.0.0.1:{S}
            received 22 bytes: hello from the client
            """);

    private static final Exchange TCP40_IPV6 = new Exchange("tcp40_echo_server", List.of("::1"), LISTENING,
            "tcp40_echo_client", List.of(), """
            listening on [::1]:{S}
            connected to [::1]:{C}
            echo of 22 bytes
            """, """
            trying [::1]:{S}
            received 22 bytes: hello from the client
            """);

    private static final Exchange TCP40_BOTH = new Exchange("tcp40_echo_server", List.of("::"), LISTENING,
            "tcp40_echo_client", List.of("127.0.0.1"), """
            listening on [::]:{S}
            connected to [::ffff:127.0.0.1]:{C}
            echo of 22 bytes
            """, """
            trying 127.0.0.1:{S}
            received 22 bytes: hello from the client
            """);

    static final Exchange TCP80 = new Exchange("tcp80_oob_server", List.of(), LISTENING,
            "tcp80_oob_client", List.of(), """
            listening on 127.0.0.1:{S}
            poll: POLLPRI
            recv, in front of the mark: one two stop
            SIOCATMARK: 1
            recv with MSG_OOB: !
            recv with MSG_OOB, again: Invalid argument
            recv, behind the mark: three
            SO_OOBINLINE
            poll: POLLPRI
            recv, in front of the mark: four \s
            recv with MSG_OOB: Invalid argument
            recv, behind the mark: !five
            """, """
            send: one two \s
            send with MSG_OOB: stop!
            send: three
            received 5 bytes: go on
            send: four \s
            send with MSG_OOB: !
            send: five
            """);

    /** tcp80_oob_client once more. */
    private static final String URGENT = """
            import socket, sys
            with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as s:
                s.send(b"one two ")
                s.send(b"stop!", socket.MSG_OOB)
                s.send(b"three")
                print(s.recv(64).decode())
                s.send(b"four ")
                s.send(b"!", socket.MSG_OOB)
                s.send(b"five")
            """;

    static final Exchange UDP30 = new Exchange("udp30_multicast_receiver", List.of(), "bound to 239.255.95.1:(\\d+)",
            "udp30_multicast_sender", List.of(), """
            joined; once more: Address already in use
            bound to 239.255.95.1:{S}
            received 12 bytes from 127.0.0.1:{C}: hello, group
            received 20 bytes from 127.0.0.1:{C}: hello without a copy
            left
            received 18 bytes at the other socket: there was one more
            received from the group: Resource temporarily unavailable
            """, """
            sent to 239.255.95.1:{S}: hello, group
            received 21 bytes from 127.0.0.1:{O}: a member has heard it
            sent to 239.255.95.1:{S}: hello without a copy
            received 21 bytes from 127.0.0.1:{O}: a member has heard it
            received 19 bytes from 127.0.0.1:{O}: the member has left
            sent to 239.255.95.1:{S}: hello, nobody
            sent to 127.0.0.1:{O}: there was one more
            """);

    /** udp30_multicast_sender once more. */
    private static final String TO_GROUP = """
            import socket, sys
            group = ("239.255.95.1", int(sys.argv[1]))
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
                s.settimeout(20)
                s.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton("127.0.0.1"))
                s.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 0)
                s.sendto(b"hello, group", group)
                print(s.recv(64).decode())
                s.sendto(b"hello without a copy", group)
                print(s.recv(64).decode())
                text, member = s.recvfrom(64)
                print(text.decode())
                s.sendto(b"hello, nobody", group)
                s.sendto(b"there was one more", member)
            """;

    private static final String BROADCAST = "bound to 127.255.255.255:(\\d+)";

    /** udp40_broadcast_receiver once more. */
    private static final String FROM_EVERYBODY = """
            import socket
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
                s.settimeout(20)
                s.bind(("127.255.255.255", 0))
                print("bound to %s:%d" % s.getsockname(), flush=True)
                text, peer = s.recvfrom(64)
                print(text.decode(), end="")
                s.sendto(b"heard\\n", peer)
            """;

    private RealPeers() {}

    static void tcp40(Report report, Path directory, Language language) throws IOException, InterruptedException {
        TCP40_IPV6.run(report, directory, language, Language.C);
        TCP40_BOTH.run(report, directory, language, Language.C);
        if (report.has("nc")) {
            for (String host : List.of("::1", "127.0.0.1")) {
                String from = host.equals("::1") ? "[::1]" : "[::ffff:127.0.0.1]";
                TCP40_BOTH.run(report, directory, language, "nc " + host,
                        "listening on [::]:{S}\nconnected to " + from + ":{C}\necho of 14 bytes\n", "hello from nc\n",
                        new Exchange.Client("hello from nc\n", "nc", "-n", "-N", host, "PORT"));
            }
        }
        if (report.has("socat")) {
            report.heading("server socat, client in " + language);
            try (Program server = new Program(directory,
                    List.of("socat", "-d", "-d", "TCP6-LISTEN:0,bind=[::1]", "PIPE"));
                    Program client = language.start(directory, "tcp40_echo_client",
                            server.await(".* listening on .*:(\\d+)"))) {
                int status = client.exitStatus();
                report.show("client", client.output());
                report.says("the client prints what it should", TCP40_IPV6.clientSays(), client.output());
                report.same("the client exits with status 0", 0, status);
            }
        }
    }

    static void tcp80(Report report, Path directory, Language language) throws IOException, InterruptedException {
        if (report.has("python3")) {
            TCP80.run(report, directory, language, "Python", TCP80.serverSays(), "go on\n",
                    new Exchange.Client("", "python3", "-c", URGENT, "PORT"));
        }
    }

    static void udp30(Report report, Path directory, Language language) throws IOException, InterruptedException {
        if (report.has("python3")) {
            UDP30.run(report, directory, language, "Python", UDP30.serverSays(), """
                    a member has heard it
                    a member has heard it
                    the member has left
                    """, new Exchange.Client("", "python3", "-c", TO_GROUP, "PORT"));
        }
    }

    /** A sender in each language, and a receiver in each, all at the same port. */
    static void udp40(Report report, Path directory, List<Language> languages)
            throws IOException, InterruptedException {
        for (Language language : languages) {
            report.heading("sender in " + language + ", receivers in " + languages);
            List<Program> receivers = new ArrayList<>();
            try {
                String port = "0";
                for (Language other : languages) {
                    receivers.add(other.start(directory, "udp40_broadcast_receiver", port));
                    port = receivers.get(receivers.size() - 1).await(BROADCAST);
                }
                try (Program sender = language.start(directory, "udp40_broadcast_sender", port,
                        "" + receivers.size())) {
                    int status = sender.exitStatus();
                    report.show("sender", sender.output());
                    report.says("the sender hears from each receiver", sent(receivers.size()), sender.output());
                    report.same("the sender exits with status 0", 0, status);
                }
                for (Program receiver : receivers) {
                    int status = receiver.exitStatus();
                    report.show("receiver", receiver.output());
                    report.says("the receiver has a copy", """
                            bound to 127.255.255.255:{S}
                            received 17 bytes from 127.0.0.1:{C}: hello, everybody
                            """, receiver.output());
                    report.same("the receiver exits with status 0", 0, status);
                }
            } finally {
                for (Program receiver : receivers) {
                    receiver.close();
                }
            }
        }
    }

    static void udp40ToOthers(Report report, Path directory, Language language)
            throws IOException, InterruptedException {
        if (report.has("socat")) {
            report.heading("sender socat, receiver in " + language);
            try (Program receiver = language.start(directory, "udp40_broadcast_receiver", "0");
                    Program socat = new Program(directory, List.of("socat", "-",
                            "UDP4-DATAGRAM:127.255.255.255:" + receiver.await(BROADCAST) + ",broadcast"))) {
                socat.type("hello from socat\n");
                socat.await("heard");
                int status = receiver.exitStatus();
                report.show("receiver", receiver.output());
                report.show("socat", socat.output());
                report.says("the receiver has it", """
                        bound to 127.255.255.255:{S}
                        received 17 bytes from 127.0.0.1:{C}: hello from socat
                        """, receiver.output());
                report.same("the receiver exits with status 0", 0, status);
            }
        }
        if (report.has("python3")) {
            report.heading("sender in " + language + ", receiver Python");
            try (Program python = new Program(directory, List.of("python3", "-c", FROM_EVERYBODY));
                    Program sender = language.start(directory, "udp40_broadcast_sender", python.await(BROADCAST))) {
                String statuses = sender.exitStatus() + " and " + python.exitStatus();
                report.show("sender", sender.output());
                report.show("Python", python.output());
                report.says("the sender hears from Python", sent(1), sender.output());
                report.shows("Python has it", "hello, everybody", python.output());
                report.same("both exit with status 0", "0 and 0", statuses);
            }
        }
    }

    private static String sent(int answers) {
        return "sendto: Permission denied\nsendto with SO_BROADCAST: done\n"
                + "received 6 bytes from 127.0.0.1:{S}: heard\n".repeat(answers);
    }
}
