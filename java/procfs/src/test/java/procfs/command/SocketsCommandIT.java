package procfs.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import libc.Needs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as it is typed, on either JVM, against {@code ss} and against what is there. */
@Tag("once")
@ParameterizedClass
@ValueSource(strings = {"java.newest", "java.oldest"})
class SocketsCommandIT {

    private static final int ATTEMPTS = 5;
    private static final long LARGEST = 6_000_000;

    /** What goes on by itself between one look and the next. */
    private static final Pattern MOVING = Pattern.compile(
            "(?<=timer:\\(\\w{1,9},)[^)]*|\\blast(snd|rcv|ack):\\d+|\\bbbr:\\([^)]*\\)");

    @Parameter
    private String java;

    @TempDir
    private static Path dir;

    private static Zoo zoo;

    @BeforeAll
    static void setUp() throws IOException {
        Needs.root();
        Needs.tool("unshare", "nsenter", "ip", "ss", "python3", "dot");
        zoo = new Zoo(dir);
    }

    @AfterAll
    static void tearDown() throws IOException {
        zoo.close();
    }

    @BeforeEach
    void start() throws IOException {
        zoo.refresh();
    }

    private Run sockets(String... arguments) throws IOException, InterruptedException {
        return Run.of(dir, Run.sockets(java, arguments));
    }

    /** Looks into the zoo's namespace. */
    private Run inZoo(String arguments) throws IOException, InterruptedException {
        return sockets(words("--net " + zoo.pid() + " " + arguments).toArray(String[]::new));
    }

    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(" "));
    }

    private JsonArray json(String arguments) throws IOException, InterruptedException {
        return JsonParser.parseString(inZoo(arguments + " --json").succeeded()).getAsJsonArray();
    }

    private JsonObject ofInode(JsonArray sockets, String name) {
        long inode = zoo.inode(name);
        return objects(sockets).filter(one -> one.has("inode") && one.get("inode").getAsLong() == inode).findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + sockets));
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
    }

    /**
     * Lines whose words, in any order, are all that counts. ss asks by netlink, and has one more of these sockets itself; of
     * UDP-Lite it knows nothing.
     */
    private static List<String> comparable(String table) {
        String onOneLine = table.replace("\n\t", " ").replace("PortProcess", "Port Process");
        String whole = MOVING.matcher(onOneLine).replaceAll("");
        return whole.lines().filter(line -> !line.startsWith("nl ") && !line.startsWith("udplite")).map(line -> {
            String[] words = line.strip().split("\\s+");
            Arrays.sort(words);
            return String.join(" ", words);
        }).sorted().toList();
    }

    /** What ss prints, which complains of tables that this kernel lacks, and prints a name with whatever is in it. */
    private static String ss(String arguments) throws IOException, InterruptedException {
        Run run = Run.of(dir, zoo.inside(words("ss " + arguments).toArray(String[]::new)));
        assertEquals(0, run.status(), run.err());
        return run.out().replace(zoo.hostile(), Text.printable(zoo.hostile()));
    }

    /** Between the two looks a socket may end its time, so there are several. */
    private void assertLikeSs(BatchClient sockets, String arguments) throws IOException, InterruptedException {
        List<String> expected = List.of();
        List<String> actual = List.of("not yet");
        for (int i = 0; i < ATTEMPTS && !expected.equals(actual); i++) {
            expected = comparable(ss(arguments));
            actual = comparable(sockets.run("--net " + zoo.pid() + " " + arguments).succeeded());
        }
        assertEquals(String.join("\n", expected), String.join("\n", actual), arguments);
    }

    /** In one JVM, since most of the time of each is its start. */
    private void assertLikeSs(List<String> lines) throws IOException {
        try (BatchClient sockets = new BatchClient(java)) {
            assertAll(lines.stream().map(arguments -> () -> assertLikeSs(sockets, arguments)));
        }
    }

    @Test
    void startsWithoutAWordFromTheJvm() throws Exception {
        assertEquals("sockets " + System.getProperty("sockets.version") + "\n", sockets("--version").succeeded());
        String help = sockets("--help").succeeded();
        for (String word : List.of("Usage: sockets", "--raw-sockets", "Exit status:", "EXPRESSION", "Examples:")) {
            assertTrue(help.contains(word), word);
        }
        long size = Files.size(Path.of(System.getProperty("sockets.jar")));
        assertTrue(size < LARGEST, "sockets.jar has " + size + " bytes");
    }

    @Test
    void printsWhatSsPrints() throws Exception {
        assertLikeSs(List.of("", "-a", "-an", "-l", "-H -an", "-tan", "-ta", "-t", "-tn", "-tl", "-ltn", "-tanp", "-tane",
                "-tano", "-tanm", "-tani", "-tanimO", "-tanpoemiO", "-tanr", "--tcp --all --numeric --processes", "-uan",
                "-ua", "-u", "-ul", "-uanpe", "-uanm", "-xan", "-x", "-xl", "-xanp", "-xanm", "-0an", "-0anp", "-0l", "-0nm",
                "-wan", "-wa", "-w", "-wanp", "-tuwxan0", "-4an", "-6an", "-4tan", "-6tl", "-4xa", "-6x0a"));
    }

    @Test
    void understandsTheWordsOfSs() throws Exception {
        List<String> words = List.of("state established", "state listening", "state LISTENING", "state connected",
                "state synchronized", "state bucket", "state big", "state all", "state fin-wait-2 state close-wait",
                "exclude listening", "excl established excl bucket", "state time-wait", "state syn-sent", "state closed",
                "sport = :443", "sport :22 or dport :22", "( dport = :https or sport = :ssh )", "src 127.0.0.1", "dst [::1]",
                "state established sport >= :1024", "dport < :1024 and not dst 10.0.0.0/8", "src 127.0.0.0/8",
                "state established ( src [::1] or sport != :443 )");
        assertLikeSs(words.stream().map(word -> "-tan " + word).toList());
    }

    @Test
    void asItIsTyped() throws Exception {
        for (String arguments : List.of("-tlnp", "-xanp", "-tan state established sport = :443")) {
            assertEquals(comparable(ss(arguments)), comparable(inZoo(arguments).succeeded()), arguments);
        }
        String quoted = sockets("--net", "" + zoo.pid(), "-tan", "( sport = :22 or dport = :22 ) and state").failed(2);
        assertTrue(quoted.startsWith("sockets: "), quoted);
    }

    /** ss takes the device's number apart as glibc's numbers are, which the kernel's is not. */
    @Test
    void devicesOfUnixSockets() throws Exception {
        String device = Needs.run(dir, "stat", "--format=%Hd/%Ld", dir.resolve("stream.sock").toString()).strip();
        String table = inZoo("-xanpe").succeeded();
        assertTrue(table.contains(" dev:" + device), device + " in " + table);
        Pattern dev = Pattern.compile(" dev:\\S+");
        assertEquals(comparable(dev.matcher(ss("-xanpe")).replaceAll("")), comparable(dev.matcher(table).replaceAll("")));
    }

    /** But for what a listener's backlog is, whether :: is IPv4's too, and to which interface a socket is bound. */
    @Test
    void readsTheSameFromProc() throws Exception {
        for (String arguments : List.of("-4tanp exclude listening", "-6tanp exclude listening", "-4uanp", "-4wanp")) {
            List<String> diag = List.of();
            List<String> proc = List.of("not yet");
            for (int i = 0; i < ATTEMPTS && !diag.equals(proc); i++) {
                diag = comparable(inZoo(arguments).succeeded());
                proc = comparable(inZoo("--proc " + arguments).succeeded());
            }
            assertEquals(diag, proc, arguments);
        }
    }

    @Test
    void jsonIsReadByOthers() throws Exception {
        Run run = inZoo("-a -p -e -i -m --peers --json");
        Path file = Files.writeString(dir.resolve("all.json"), run.succeeded());
        Needs.run(dir, "python3", "-m", "json.tool", file.toString());
        assertEquals("[]\n", inZoo("-tan --json sport = :1").succeeded());
    }

    @Test
    void jsonSaysWhatIsThere() throws Exception {
        JsonArray tcp = json("-tanpeim --peers");
        JsonObject client = ofInode(tcp, "established_client");
        JsonObject server = ofInode(tcp, "established_server");
        assertEquals("tcp", client.get("kind").getAsString());
        assertEquals("inet", client.get("family").getAsString());
        assertEquals("stream", client.get("type").getAsString());
        assertEquals("ESTAB", client.get("state").getAsString());
        assertEquals("{\"address\":\"127.0.0.1\",\"port\":443}", client.get("remote").toString());
        assertEquals(client.get("local"), server.get("remote"));
        assertEquals(100, server.get("recv_q").getAsInt());
        assertEquals("keepalive", client.getAsJsonObject("timer").get("kind").getAsString());
        assertEquals(0, client.get("uid").getAsInt());
        assertEquals("diag", client.get("source").getAsString());
        assertEquals("client", client.get("side").getAsString());
        assertEquals("server", server.get("side").getAsString());
        String owner = "[{\"pid\":" + zoo.pid() + ",\"fd\":" + zoo.fd("established_server") + ",\"command\":\"python3\"}]";
        assertEquals(owner, server.get("owners").toString());
        assertEquals(owner, client.getAsJsonObject("peer").get("owners").toString());
        assertEquals(zoo.inode("established_server"), client.getAsJsonObject("peer").get("inode").getAsLong());
        assertEquals(100, client.getAsJsonObject("tcp_info").get("tcpi_bytes_sent").getAsLong());
        assertTrue(client.getAsJsonObject("memory").get("sndbuf").getAsLong() > 0);
        assertTrue(client.has("congestion") && client.has("cookie"));
        JsonObject listener = ofInode(tcp, "https");
        assertFalse(listener.has("remote") || listener.has("peer") || listener.has("side") || listener.has("timer"));
        assertEquals("lo", ofInode(tcp, "device").get("interface").getAsString());
        JsonObject mapped = ofInode(tcp, "mapped_server");
        assertEquals("::ffff:127.0.0.1", mapped.getAsJsonObject("local").get("address").getAsString());
        assertEquals(mapped.get("inode"), ofInode(tcp, "mapped_client").getAsJsonObject("peer").get("inode"));
        assertTrue(objects(tcp).anyMatch(one -> one.get("state").getAsString().equals("TIME-WAIT") && !one.has("inode")));
        assertTrue(objects(json("-tan")).noneMatch(one -> one.has("owners") || one.has("peer") || one.has("tcp_info")));
    }

    /** Programs are written by those names. */
    @Test
    void theReadmeHasAllMembers() throws Exception {
        Set<String> found = new TreeSet<>();
        members(json("-a -p -e -i -m --peers"), found);
        members(json("-a -p -e -i -m --peers --proc -tuwx0 --netlink"), found);
        for (String readme : List.of("README.md", "README.zh-CN.md")) {
            String text = Files.readString(Path.of("..", "..", readme));
            List<String> missing = found.stream().filter(name -> !name.startsWith("tcpi_"))
                    .filter(name -> !text.contains("`" + name + "`")).toList();
            assertEquals(List.of(), missing, readme);
        }
        assertTrue(found.containsAll(List.of("kind", "peer", "tcpi_rtt", "rmem_alloc", "port_id", "cookie", "pointer")),
                found.toString());
    }

    private static void members(JsonElement element, Set<String> found) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(one -> members(one, found));
        } else if (element.isJsonObject()) {
            element.getAsJsonObject().entrySet().forEach(member -> {
                found.add(member.getKey());
                members(member.getValue(), found);
            });
        }
    }

    @Test
    void jsonOfOtherKinds() throws Exception {
        JsonArray all = json("-an --udplite --icmp --netlink -tuwx0 --peers");
        JsonObject unix = ofInode(all, "stream_server");
        assertEquals(dir.resolve("stream.sock").toString(), unix.getAsJsonObject("local").get("path").getAsString());
        assertEquals(zoo.inode("stream_client"), unix.get("peer_inode").getAsLong());
        assertEquals(zoo.hostile(), ofInode(all, "abstract").getAsJsonObject("local").get("abstract").getAsString());
        assertFalse(ofInode(all, "left").has("local"));
        assertEquals("{\"protocol\":3,\"interface\":\"lo\"}", ofInode(all, "packet_lo").get("local").toString());
        assertEquals(3, ofInode(all, "packet").getAsJsonObject("local").get("protocol").getAsInt());
        assertEquals(zoo.pid(), ofInode(all, "netlink").getAsJsonObject("local").get("port_id").getAsInt());
        assertEquals("udplite", ofInode(all, "udplite").get("kind").getAsString());
        assertEquals(1, ofInode(all, "raw").get("protocol").getAsInt());
        assertEquals(58, ofInode(all, "raw6").get("protocol").getAsInt());
    }

    @Test
    void onlyThoseOfAProcess() throws Exception {
        String pid = Integer.toString(zoo.pid());
        String json = sockets("--pid", pid, "-tan", "--json").succeeded();
        JsonArray own = JsonParser.parseString(json).getAsJsonArray();
        assertEquals(zoo.inode("https"), ofInode(own, "https").get("inode").getAsLong());
        assertTrue(objects(own).allMatch(one -> one.has("inode")), "a process has nothing that has no inode");
        String withPeers = sockets("--pid", pid, "-tan", "--json", "--peers").succeeded();
        assertEquals(own.size(), JsonParser.parseString(withPeers).getAsJsonArray().size());
    }

    @Test
    void peersAndSides() throws Exception {
        String table = inZoo("-tn --peers sport = :443").succeeded();
        assertTrue(table.startsWith("State Recv-Q Send-Q Side   "), table);
        assertTrue(table.contains(" server "), table);
        String client = "(\"python3\",pid=" + zoo.pid() + ",fd=" + zoo.fd("established_client") + ")";
        assertTrue(table.contains(" peers:(" + client + ")"), table);
        assertFalse(table.contains("users:"), table);
    }

    @Test
    void namesOfOthersAreHarmless() throws Exception {
        String table = inZoo("-xanp").succeeded();
        assertTrue(table.contains("@red\\x1b[31m\"\\\\x0aname"), table);
        assertFalse(table.contains("\033"), table);
    }

    @Test
    void graphvizTakesTheGraph() throws Exception {
        String graph = inZoo("--dot -n").succeeded();
        Path file = Files.writeString(dir.resolve("zoo.dot"), graph);
        String plain = Needs.run(dir, "dot", "-Tplain", file.toString());
        String pid = "\"pid " + zoo.pid() + "\"";
        assertTrue(plain.lines().anyMatch(line -> line.startsWith("node " + pid)), plain);
        String label = "tcp 127.0.0.1:" + zoo.port("established_client") + " \u2192 127.0.0.1:443\\nESTAB";
        for (String part : List.of("tcp 127.0.0.1:443 LISTEN", "udp 127.0.0.1:53\\n",
                pid + " -> " + pid + " [label=\"" + label, "u_str \u2192 " + dir.resolve("stream.sock"),
                "red\\\\x1b[31m\\\"", "FIN-WAIT-2 / CLOSE-WAIT", "no process",
                " \u2192 127.0.0.1:53\\nESTAB / UNCONN\"];")) {
            assertTrue(graph.contains(part), part + " in " + graph);
        }
    }

    @Test
    void linesOfProcExplained() throws Exception {
        String lines = sockets("--raw", Integer.toString(zoo.pid())).succeeded();
        String inode = "socket:[" + zoo.inode("https") + "]";
        assertTrue(lines.contains("fd " + zoo.fd("https") + ", " + inode) && lines.contains("TCP_LISTEN"), lines);
    }

    @Test
    void namespacesByName() throws Exception {
        String name = "sockets-" + UUID.randomUUID();
        Needs.run(dir, "ip", "netns", "attach", name, Integer.toString(zoo.pid()));
        try {
            String expected = inZoo("-tlnp").succeeded();
            assertEquals(expected, sockets("-N", name, "-tlnp").succeeded());
            assertEquals(expected, sockets("-tlnp", "--net=" + name).succeeded());
        } finally {
            Needs.run(dir, "ip", "netns", "delete", name);
        }
    }

    @Test
    void misuseIsStatus2() throws Exception {
        List<String> lines = List.of("-z", "--json --dot", "--diag --proc", "--pid 1 -N x", "--pid 0", "--raw -1",
                "--pid one", "state", "state no", "exclude all", "nonsense", "-tan sport = :no-such-service", "--watch=0",
                "--watch=-1", "--watch=soon", "--watch=NaN", "-N");
        try (BatchClient batch = new BatchClient(java)) {
            for (String line : lines) {
                Run run = batch.run(line);
                assertEquals(2, run.status(), line);
                assertTrue(run.out().matches("sockets: [^\n]+\nTry 'sockets --help'\\.\n"), run.out());
            }
        }
        assertTrue(sockets("-z").failed(2).startsWith("sockets: Unknown option: '-z'\n"));
    }

    @Test
    void failureIsStatus1AndALine() throws Exception {
        int gone = gone();
        assertEquals("sockets: no such process: " + gone + "\n", sockets("--pid", "" + gone).failed(1));
        assertEquals("sockets: no such process: " + gone + "\n", sockets("--pid", "" + gone, "--peers").failed(1));
        assertEquals("sockets: no such process: " + gone + "\n", sockets("--net", "" + gone).failed(1));
        assertEquals("sockets: no such process: " + gone + "\n", sockets("--raw", "" + gone).failed(1));
        assertEquals("sockets: no such network namespace: no-such\n", sockets("-N", "no-such").failed(1));
    }

    /** Of another user's process nothing is shown rather than half of it. */
    @Test
    void withoutPermission() throws Exception {
        Needs.tool("setpriv");
        List<String> command = new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        command.addAll(Run.sockets(java, "--pid", Integer.toString(zoo.pid())));
        String err = Run.of(dir, command).failed(1);
        assertTrue(err.matches("sockets: .*(?i:denied|not permitted|EACCES|EPERM).*\n"), err);
    }

    /** A process that was there a moment ago. */
    private int gone() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return (int) process.pid();
    }

    @Test
    void nobodyReads() throws Exception {
        List<String> command = Run.sockets(java, "-an", "--net", Integer.toString(zoo.pid()));
        String line = String.join("' '", command);
        assertEquals("", Run.of(dir, List.of("sh", "-c", "'" + line + "' | true")).err());
        Run full = Run.of(dir, List.of("sh", "-c", "'" + line + "' > /dev/full"));
        assertEquals("sockets: write: ENOSPC (No space left on device)\n", full.failed(1));
    }
}
