package demos.tools;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs every demo, in C and in Java, against each other and against curl, nc, socat and Python; shows what they print
 * and what {@code /proc} shows of them, and checks both.
 *
 * <p>{@code Demo [--java17=HOME]}, where HOME is a Java 17, on which the demos run through jnr.
 */
public final class Demo {

    /** Something to show and check, in a directory of its own. */
    private interface Scenario {
        void run(Report report, Path directory) throws IOException, InterruptedException;
    }

    /** A scenario that every language has its turn in. */
    private interface Turn {
        void run(Report report, Path directory, Language language) throws IOException, InterruptedException;
    }

    private final List<Language> languages;
    private final Map<String, Scenario> scenarios = new LinkedHashMap<>();

    /** The demos in C, in Java on the JVM that runs this, and on a Java 17 unless that is null. */
    public Demo(Path java17) {
        languages = new ArrayList<>(List.of(Language.C, Language.ffm("Java", Path.of(System.getProperty("java.home")))));
        if (java17 != null) {
            languages.add(Language.jnr("Java 17", java17));
        }
        for (Pair pair : Pair.ALL) {
            scenarios.put(pair.title(), (report, directory) -> pair.talk(report, directory, languages));
            if (!pair.nc().isEmpty()) {
                inTurn(pair.title() + ", and nc", pair::talkToNc);
            }
        }
        inTurn("tcp20_server: one HTTP request", Servers::tcp20);
        inTurn("tcp30_server: HTTP requests until Ctrl-C", Servers::tcp30);
        inTurn("tcp30_server: a slow client", Servers::tcp30Slow);
        crosswise("tcp40_echo_server, tcp40_echo_client: IPv4 and IPv6", RealPeers.TCP40);
        inTurn("tcp40_echo_server, tcp40_echo_client: IPv6, both families, nc and socat", RealPeers::tcp40);
        for (String chat : List.of("tcp50_chat_poll", "tcp51_chat_select", "tcp52_chat_epoll")) {
            inTurn(chat + ": four clients and one thread", (report, directory, language) ->
                    Chat.talk(report, directory, language, chat));
        }
        inTurn("tcp60_nonblocking_connect: connecting without waiting", Alone::tcp60);
        inTurn("tcp70_sendfile: a static web server", Web::tcp70);
        crosswise("tcp80_oob_server, tcp80_oob_client: urgent data", RealPeers.TCP80);
        inTurn("tcp80_oob_server: urgent data from Python", RealPeers::tcp80);
        inTurn("udp20_server: datagrams until Ctrl-C", Servers::udp20);
        crosswise("udp30_multicast_receiver, udp30_multicast_sender: a group on loopback", RealPeers.UDP30);
        inTurn("udp30_multicast_receiver: a group, and Python", RealPeers::udp30);
        scenarios.put("udp40_broadcast_receiver, udp40_broadcast_sender: to everybody on loopback",
                (report, directory) -> RealPeers.udp40(report, directory, languages));
        inTurn("udp40_broadcast_receiver, udp40_broadcast_sender: socat and Python", RealPeers::udp40ToOthers);
        inTurn("udp50_pktinfo: IPv4 and IPv6, the demo's client and nc", Udp::pktinfo);
        inTurn("udp60_mmsg_gso: many datagrams in one call", Alone::udp60);
        inTurn("unix10: parent and child on an anonymous pair", Alone::unix10);
        inTurn("unix40_seqpacket: socat at the other end", Unix::seqpacket);
        inTurn("unix50_pass_fd: a descriptor to and from Python", Unix::passFd);
        inTurn("unix60_credentials: nc and Python, and a client without capabilities", Unix::credentials);
        inTurn("lab10_stream_vs_datagram: what is said of streams and datagrams, tried out", Alone::lab10);
        inTurn("netns10_two_hosts: two hosts and a cable", Alone::netns10);
        scenarios.put("proc10_sockets: the sockets of a process",
                (report, directory) -> Alone.proc10(report, directory, languages));
        inTurn("a bad command line: a usage line and exit status 2", Alone::usage);
        inTurn("a call that fails: which one, why, and exit status 1", Alone::failure);
    }

    private void crosswise(String title, Exchange exchange) {
        scenarios.put(title, (report, directory) -> exchange.crosswise(report, directory, languages));
    }

    private void inTurn(String title, Turn turn) {
        for (Language language : languages) {
            scenarios.put(title + ", in " + language, (report, directory) -> turn.run(report, directory, language));
        }
    }

    /** Runs the demos. The exit status is 0 if everything is as it should be. */
    public static void main(String[] args) throws InterruptedException, IOException {
        Path java17 = null;
        if (args.length == 1 && args[0].startsWith("--java17=")) {
            java17 = Path.of(args[0].substring("--java17=".length()));
        } else if (args.length > 0) {
            System.err.println("usage: demos.tools.Demo [--java17=HOME]");
            System.exit(2);
        }
        System.exit(new Demo(java17).run(System.out) ? 0 : 1);
    }

    /** Runs everything, a few things at a time, and prints one after the other. Whether all is as it should be. */
    public boolean run(PrintStream out) throws InterruptedException, IOException {
        Path directory = Files.createTempDirectory("demo");
        ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors() + 1);
        // Ctrl-C leaves nothing behind either.
        Thread hook = new Thread(() -> end(threads, directory));
        Runtime.getRuntime().addShutdownHook(hook);
        out.println("Before each line stands who printed it. /proc is proc10_sockets, run while the server waits.\n");
        int passed = 0;
        int failed = 0;
        Set<String> lacking = new TreeSet<>();
        try {
            Map<String, Future<Report>> reports = new LinkedHashMap<>();
            scenarios.forEach((title, scenario) ->
                    reports.put(title, threads.submit(() -> report(scenario, directory))));
            for (Map.Entry<String, Future<Report>> entry : reports.entrySet()) {
                Report report = entry.getValue().get();
                out.println(entry.getKey());
                out.println("=".repeat(entry.getKey().length()));
                out.println(report);
                passed += report.passed();
                failed += report.failed();
                lacking.addAll(report.lacking());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            end(threads, directory);
        }
        Runtime.getRuntime().removeShutdownHook(hook);
        if (!lacking.isEmpty()) {
            out.println("left out, for want of " + String.join(", ", lacking));
        }
        out.println(passed + " passed, " + failed + " failed");
        return failed == 0;
    }

    private static void end(ExecutorService threads, Path directory) {
        threads.shutdownNow();
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        try {
            threads.awaitTermination(10, TimeUnit.SECONDS);
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        } catch (InterruptedException | IOException e) {
            System.err.println("cannot remove " + directory + ": " + e);
        }
    }

    private static Report report(Scenario scenario, Path parent) {
        Report report = new Report();
        try {
            scenario.run(report, Files.createTempDirectory(parent, ""));
        } catch (IOException | InterruptedException | IllegalStateException e) {
            report.check("it goes through to the end", false, e);
        }
        return report;
    }
}
