package demos.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The demos of UDP that need more than one client. */
final class Udp {

    private Udp() {}

    static void pktinfo(Report report, Path directory, Language language) throws IOException, InterruptedException {
        report.heading("clients at several addresses");
        try (Program server = language.start(directory, "udp50_pktinfo_server", "0", "4")) {
            String port = server.await(Pair.PKTINFO.ready());
            String clients = "";
            for (String address : List.of("127.0.0.1", "127.0.0.3", "::1")) {
                try (Program client = language.start(directory, "udp50_pktinfo_client", port, address)) {
                    report.same("the client exits with status 0", 0, client.exitStatus());
                    clients += client.output();
                }
            }
            report.show("client", clients);
            report.same("each is answered from the address that it asked", """
                    asked 127.0.0.1
                    received 23 bytes from 127.0.0.1: hello from any address
                    received 38 bytes from 127.0.0.1: hello from the address that you asked
                    asked 127.0.0.3
                    received 23 bytes from 127.0.0.1: hello from any address
                    received 38 bytes from 127.0.0.3: hello from the address that you asked
                    asked ::1
                    received 23 bytes from ::1: hello from any address
                    received 38 bytes from ::1: hello from the address that you asked
                    """, clients);
            if (report.has("nc")) {
                // It connects its socket, so of the answers it is given one.
                try (Program nc = new Program(directory, List.of("nc", "-n", "-u", "127.0.0.2", port))) {
                    nc.type("hello from nc\n");
                    nc.await("hello from the address that you asked");
                    int status = server.exitStatus();
                    report.show("nc", nc.output());
                    report.same("nc receives the answer from there alone", "hello from the address that you asked\n",
                            nc.output());
                    report.same("the server exits with status 0", 0, status);
                }
                report.show("server", server.output());
                report.says("the server prints what it should", """
                        bound to port {S}
                        received 22 bytes from 127.0.0.1 port {A} to 127.0.0.1 on lo: hello from the client
                        received 22 bytes from 127.0.0.1 port {B} to 127.0.0.3 on lo: hello from the client
                        received 22 bytes from ::1 port {C} to ::1 on lo: hello from the client
                        received 14 bytes from 127.0.0.1 port {D} to 127.0.0.2 on lo: hello from nc
                        """, server.output());
            }
        }
    }
}
