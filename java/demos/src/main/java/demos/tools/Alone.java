package demos.tools;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The demos that need no other end, and how all of them fail. */
final class Alone {

    private Alone() {}

    static void unix10(Report report, Path directory, Language language) throws IOException, InterruptedException {
        report.heading("two processes");
        try (Program family = language.start(directory, "unix10")) {
            int status = family.exitStatus();
            report.show("family", family.output());
            report.says("parent and child print what they should", """
                    child {C} received 22 bytes: hello from the parent
                    parent %d received 21 bytes: hello from the child
                    the child ended with status 0
                    """.formatted(family.pid()), family.output());
            report.check("the child is another process", !family.output().startsWith("child " + family.pid()),
                    "both have number " + family.pid());
            report.same("the parent exits with status 0", 0, status);
        }
    }

    static void lab10(Report report, Path directory, Language language) throws IOException, InterruptedException {
        report.heading("claims and observations");
        try (Program lab = language.start(directory, "lab10_stream_vs_datagram")) {
            int status = lab.exitStatus();
            report.show("lab", lab.output());
            long claims = lab.output().lines().filter(line -> line.startsWith("claim: ")).count();
            long holding = lab.output().lines().filter(line -> line.strip().equals("so it is")).count();
            report.same("claims that hold", "6 of 6", holding + " of " + claims);
            report.shows("the last line says so", "all claims hold", lab.output());
            report.same("it exits with status 0", 0, status);
        }
    }

    static void tcp60(Report report, Path directory, Language language) throws IOException, InterruptedException {
        report.heading("one process, both ends");
        try (Program both = language.start(directory, "tcp60_nonblocking_connect")) {
            int status = both.exitStatus();
            report.show("both", both.output());
            report.says("it prints what it should", """
                    a server that listens
                     connect: Operation now in progress
                     poll: POLLOUT
                     SO_ERROR: none
                     recv, too early: Resource temporarily unavailable
                     the server received 5 bytes: hello
                    a port at which nobody listens
                     connect: Operation now in progress
                     poll: POLLOUT POLLERR POLLHUP
                     SO_ERROR: Connection refused
                     SO_ERROR: none
                    a server that does not answer
                     connect: Operation now in progress
                     poll: no answer
                     SO_ERROR: none
                     connect: Operation already in progress
                    """, both.output());
            report.same("it exits with status 0", 0, status);
        }
    }

    static void udp60(Report report, Path directory, Language language) throws IOException, InterruptedException {
        report.heading("both ends in one process");
        try (Program demo = language.start(directory, "udp60_mmsg_gso")) {
            int status = demo.exitStatus();
            report.show("demo", demo.output());
            // A kernel before 4.18 has no UDP_SEGMENT, and one before 5.0 no UDP_GRO.
            String segments = demo.output().contains("this kernel has no UDP_SEGMENT") ? """
                        this kernel has no UDP_SEGMENT: Protocol not available
                    """ : """
                        one send sent 2500 bytes
                        one recvmmsg returned 3 datagrams:
                            1000 bytes: aaaaa
                            1000 bytes: bbbbb
                            500 bytes: ccccc
                    """;
            String joined = demo.output().contains("this kernel has no") ? """
                        this kernel has no {O}: Protocol not available
                    """ : """
                        one send sent 2500 bytes
                        one recvmsg returned 2500 bytes, datagrams of 1000 bytes:
                            1000 bytes: aaaaa
                            1000 bytes: bbbbb
                            500 bytes: ccccc
                    """;
            report.says("it prints what it should", """
                    sendmmsg and recvmmsg
                        one sendmmsg sent 3 messages
                        one recvmmsg returned 3 datagrams:
                            3 bytes: one
                            3 bytes: two
                            5 bytes: three
                    UDP_SEGMENT
                    %sUDP_SEGMENT and UDP_GRO
                    %s""".formatted(segments, joined), demo.output());
            report.same("it exits with status 0", 0, status);
        }
    }

    static void netns10(Report report, Path directory, Language language) throws IOException, InterruptedException {
        if (!report.hasRoot() || !report.has("ip") || !report.has("setpriv")) {
            return;
        }
        report.heading("as root");
        try (Program hosts = language.start(directory, "netns10_two_hosts")) {
            int status = hosts.exitStatus();
            report.show("hosts", hosts.output());
            report.says("it prints what it should", """
                    left is 198.51.100.1, right is 198.51.100.2
                    right listens on port 9501
                    left connects to 127.0.0.1 port 9501: Connection refused
                    left connects to 198.51.100.2 port 9501: right accepts 198.51.100.1
                    left sends one
                        right received by TCP: one
                        right received by UDP: one
                    right loses its address, and left sends two
                    right has its address again
                        right received by TCP: two
                    left sends three
                        right received by TCP: three
                        right received by UDP: three
                    """, hosts.output());
            report.same("it exits with status 0", 0, status);
        }
        report.heading("without capabilities");
        try (Program hosts = new Program(directory,
                Program.withoutCapabilities(language.command("netns10_two_hosts")))) {
            int status = hosts.exitStatus();
            report.show("hosts", hosts.output());
            report.same("it says what it needs", "unshare: Operation not permitted: this demo needs root\n",
                    hosts.output());
            report.same("it exits with status 1", 1, status);
        }
    }

    /** All languages see the same in a process, be it a server or a client, in C or in Java. */
    static void proc10(Report report, Path directory, List<Language> languages)
            throws IOException, InterruptedException {
        for (Language language : languages) {
            report.heading("a server in " + language + ", connected");
            try (Program server = Pair.TCP.startServer(directory, language)) {
                String port = server.await(Pair.TCP.ready());
                try (Socket client = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
                    String line = "127.0.0.1:" + port + " -> 127.0.0.1:" + client.getLocalPort() + " ESTABLISHED server";
                    proc10(report, directory, languages, language, server, line);
                }
            }
            report.heading("a client in " + language + ", connected");
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    Program client = language.start(directory, "tcp10_client", "" + server.getLocalPort())) {
                String port = client.await("connected from 127.0.0.1:(\\d+)");
                String line = "127.0.0.1:" + port + " -> 127.0.0.1:" + server.getLocalPort() + " ESTABLISHED client";
                proc10(report, directory, languages, language, client, line);
            }
        }
    }

    private static void proc10(Report report, Path directory, List<Language> languages, Language language,
            Program program, String line) throws IOException, InterruptedException {
        // A connection is there before accept has returned its descriptor.
        String inC = "";
        for (int tries = 0; tries < 1000 && !inC.contains("ESTABLISHED"); tries++) {
            inC = shown(directory, Language.C, language, program);
        }
        report.show("/proc", inC);
        report.shows("the connection is there", "{FD} tcp " + line, inC);
        for (Language other : languages.subList(1, languages.size())) {
            report.same("in " + other + " it looks the same", inC, shown(directory, other, language, program));
        }
    }

    /** A JVM opens and closes files as it likes, so of a program in Java the sockets alone are compared. */
    private static String shown(Path directory, Language by, Language language, Program program)
            throws IOException, InterruptedException {
        return language == Language.C ? by.descriptors(directory, program) : by.sockets(directory, program);
    }

    static void usage(Report report, Path directory, Language language) throws IOException, InterruptedException {
        report.heading("every demo");
        for (String demo : Twins.demos(Tree.C_TEXTS, Tree.JAVA_TEXTS)) {
            // A path beyond sun_path, a port beyond all ports; no process has number 0; the others take nothing.
            String argument = demo.startsWith("unix") ? "x".repeat(108) : demo.startsWith("proc") ? "0" : "65536";
            try (Program program = language.start(directory, demo, argument)) {
                int status = program.exitStatus();
                report.show(demo, program.output());
                report.check(demo + " prints a usage line", program.output().matches("usage: " + demo + " .+\n"),
                        program.output());
                report.same("it exits with status 2", 2, status);
            }
        }
    }

    static void failure(Report report, Path directory, Language language) throws IOException, InterruptedException {
        try (Socket silent = new Socket();
                ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // It has a port and does not listen.
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String refused = "connect: Connection refused\n";
            fails(report, directory, language, refused, "tcp10_client", "" + silent.getLocalPort());
            String inUse = "bind: Address already in use\n";
            fails(report, directory, language, inUse, "tcp10_server", "" + busy.getLocalPort());
            fails(report, directory, language, inUse, "tcp30_server", "" + busy.getLocalPort());
            fails(report, directory, language, inUse, "tcp52_chat_epoll", "" + busy.getLocalPort());
            String bothRefused = "trying [::1]:{P}\n" + refused + "trying 127.0.0.1:{P}\n" + refused;
            fails(report, directory, language, bothRefused, "tcp40_echo_client", "" + silent.getLocalPort());
        }
        fails(report, directory, language, "connect: No such file or directory\n", "unix20_tcp_client", "nobody.sock");
        fails(report, directory, language, "bound to {C}\nsendto: No such file or directory\n", "unix30_udp_client",
                "nobody.sock");
        fails(report, directory, language, "opendir: /proc/{P}/fd: there is no process {P}\n", "proc10_sockets",
                "2147483647");
        try (Stream<Path> left = Files.list(directory)) {
            report.same("no file is left", List.of(), left.toList());
        }
    }

    private static void fails(Report report, Path directory, Language language, String template, String demo,
            String argument) throws IOException, InterruptedException {
        report.heading(demo + " " + argument);
        try (Program program = language.start(directory, demo, argument)) {
            int status = program.exitStatus();
            report.show(demo, program.output());
            report.says("it prints what it should", template, program.output());
            report.same("it exits with status 1", 1, status);
        }
    }
}
