package procfs.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Stack;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import procfs.Descriptor;
import procfs.Descriptors;
import procfs.Filter;
import procfs.Kind;
import procfs.Namespace;
import procfs.Query;
import procfs.SocketEntry;
import procfs.SocketTable;
import procfs.Source;
import procfs.State;

/** The command {@code sockets}. */
@Command(name = "sockets", mixinStandardHelpOptions = true, versionProvider = SocketsCommand.Version.class,
        sortOptions = false, abbreviateSynopsis = true, usageHelpAutoWidth = true,
        description = "Prints the kernel's tables of sockets, as ss does. It asks by sock_diag(7), and reads /proc where "
                + "that is not permitted.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:The sockets were printed, if there were any.",
                "1:They could not be read or printed; standard error says why.", "2:The options or words make no sense."},
        footerHeading = "%nWords:%n",
        footer = {"  state NAME, exclude NAME",
                "      established, syn-sent, syn-recv, fin-wait-1, fin-wait-2, time-wait,",
                "      closed, close-wait, last-ack, listening, closing; or a group: all,",
                "      connected, synchronized, bucket, big",
                "  EXPRESSION",
                "      src or dst and an address, a network, a port or both; sport or dport,",
                "      one of = != < > <= >= and a port; combined by and, or, not, ( )",
                "", "Examples:",
                "  sockets -tlnp                           who listens, and where",
                "  sockets -tn state established dport = :443",
                "  sockets -tanpe --json | jq '.[] | select(.state == \"CLOSE-WAIT\")'",
                "  sockets -x --pid 4711 --peers",
                "  sockets -tu --dot | dot -Tsvg > sockets.svg",
                "  sockets -t --watch=0.5"})
public final class SocketsCommand implements Callable<Integer> {

    private static final int BUFFER = 1 << 16;
    private static final double SHORTEST = 0.01;
    private static final int LONGEST = 86_400;

    @ArgGroup(validate = false, heading = "%nWhich sockets:%n")
    private final Selection selection = new Selection();

    @ArgGroup(validate = false, heading = "%nWhat of them:%n")
    private final Show show = new Show();

    @ArgGroup(heading = "%nWhose:%n")
    private Whose whose = new Whose();

    @ArgGroup(heading = "%nFrom where, if not from wherever they can be had:%n")
    private From from = new From();

    @ArgGroup(heading = "%nIn which form, if not in columns:%n")
    private Form form = new Form();

    @Parameters(paramLabel = "WORD", description = "States, and an expression of addresses and ports; see below.")
    private List<String> words = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    private static final class Whose {
        @Option(names = {"-N", "--net"}, paramLabel = "NAME|PID",
                description = "Those of the network namespace that ip-netns(8) knows by a name, or that a process is in.")
        private String net;

        @Option(names = "--pid", paramLabel = "PID", description = "Only those that this process has open.")
        private Integer pid;
    }

    private static final class From {
        @Option(names = "--diag", description = "By sock_diag, or fail.")
        private boolean diag;

        @Option(names = "--proc", description = "From /proc, or fail.")
        private boolean proc;
    }

    private static final class Form {
        @Option(names = "--json", description = "An array of objects.")
        private boolean json;

        @Option(names = "--dot", description = "A graph of the processes and the sockets between them, for Graphviz; of "
                + "sockets in every state.")
        private boolean dot;

        @Option(names = "--raw", paramLabel = "PID",
                description = "The lines that /proc has of a process's sockets, and under each what its fields mean.")
        private Integer raw;

        @Option(names = "--watch", paramLabel = "SECONDS", arity = "0..1", fallbackValue = "1",
                preprocessor = OnlyAttached.class,
                description = "The sockets as they change, of every state, looked at again and again; q ends it. Without a "
                + "terminal a line for each change.")
        private Double watch;
    }

    /** Of {@code --watch 2} the 2 is a word, since {@code --watch state listening} has to be one. */
    static final class OnlyAttached implements IParameterPreprocessor {
        @Override
        public boolean preprocess(Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
            if (info.get("separator") == null) {
                arguments.push(((CommandLine.Model.OptionSpec) option).fallbackValue());
            }
            return false;
        }
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"sockets " + SocketsCommand.class.getPackage().getImplementationVersion()};
        }
    }

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Does what the words say, and answers the exit status. */
    static int run(String... args) {
        CommandLine command = new CommandLine(new SocketsCommand()).setExpandAtFiles(false);
        command.setParameterExceptionHandler(SocketsCommand::misused);
        command.setExecutionExceptionHandler(SocketsCommand::failed);
        return command.execute(args);
    }

    private static int misused(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("sockets: " + e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, command.getErr());
        command.getErr().println("Try 'sockets --help'.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int failed(Exception thrown, CommandLine command, CommandLine.ParseResult result) throws Exception {
        Exception e = thrown instanceof UncheckedIOException unchecked ? unchecked.getCause() : thrown;
        if (!(e instanceof IOException failure)) {
            throw e;
        }
        if (!Output.isUnread(failure)) {
            command.getErr().println("sockets: " + Text.printable(Failures.say(failure)));
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Namespace namespace = namespace();
        Names names = new Names(show.numeric, show.resolve, namespace);
        Query query = query(namespace);
        Set<Kind> kinds = query.kinds();
        boolean types = kinds.size() > 1 || kinds.contains(Kind.UNIX) || kinds.contains(Kind.PACKET);
        Columns columns = new Columns(show, names, types, query.states().size() > 1);
        if (form.watch != null) {
            return watch(query, columns);
        }
        try (Writer out = new BufferedWriter(new OutputStreamWriter(new Output(), UTF_8), BUFFER)) {
            if (form.raw != null) {
                RawLines.print(positive(form.raw), out);
            } else {
                Printer printer = form.json ? new Json(show, names) : form.dot ? new Dot(names) : columns;
                Sample sample = read(query);
                printer.print(sample.table(), sample.sockets(), out);
            }
        }
        return 0;
    }

    private Namespace namespace() {
        if (whose.pid != null) {
            return Namespace.of(positive(whose.pid));
        } else if (whose.net == null) {
            return Namespace.OWN;
        }
        Namespace named = Namespace.named(whose.net);
        boolean pid = whose.net.matches("[1-9][0-9]{0,8}") && !Files.exists(named.file());
        return pid ? Namespace.of(Integer.parseInt(whose.net)) : named;
    }

    /** What was asked for. A graph has every state in it, and so has what is watched, or it would not be seen to change. */
    private Query query(Namespace namespace) {
        Set<State> usual = form.dot || form.watch != null ? EnumSet.allOf(State.class) : null;
        try {
            Selection.Chosen chosen = selection.choose(words, usual);
            Source source = from.diag ? Source.DIAG : from.proc ? Source.PROC : Source.AUTO;
            return new Query(selection.kinds(), selection.families(), chosen.states(), chosen.filter(), show.details(),
                    source, namespace, whose.pid == null ? 0 : whose.pid, show.owners() || form.dot);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** The sockets asked for. With their other ends the whole table is read, since those may not be among them. */
    private Sample read(Query query) throws IOException {
        boolean whole = show.peers || form.dot;
        SocketTable table = whole ? whole(query).read() : query.read();
        Set<Long> own = whole && query.pid() != 0 ? sockets(query.pid()) : null;
        List<SocketEntry> sockets = table.sockets().stream()
                .filter(entry -> !whole || (own == null || own.contains(entry.inode())) && isAskedFor(entry, query))
                .sorted(Comparator.comparing(SocketEntry::kind).reversed()).toList();
        return new Sample(table, sockets);
    }

    private static Query whole(Query query) {
        return new Query(query.kinds(), Query.ALL.families(), Query.ALL.states(), Filter.ANY, query.details(),
                query.source(), query.namespace(), 0, true);
    }

    private static boolean isAskedFor(SocketEntry entry, Query query) {
        return query.states().contains(entry.state()) && query.filter().matches(entry)
                && (!entry.kind().isInternet() || query.families().contains(entry.family()));
    }

    private static Set<Long> sockets(int pid) throws IOException {
        return Descriptors.of(pid).open().stream().filter(open -> open.kind() == Descriptor.Kind.SOCKET)
                .map(Descriptor::inode).collect(Collectors.toSet());
    }

    private int watch(Query query, Columns columns) throws IOException, InterruptedException {
        if (!(form.watch >= SHORTEST && form.watch <= LONGEST)) {
            throw new ParameterException(spec.commandLine(),
                    "not an interval from " + SHORTEST + " to " + LONGEST + " seconds: " + form.watch);
        }
        show.oneline = true;
        String title = "sockets " + String.join(" ", spec.commandLine().getParseResult().originalArgs());
        Duration interval = Duration.ofMillis(Math.round(form.watch * 1000));
        Watch watch = new Watch(() -> read(query), columns, Text.printable(title), interval);
        Optional<Terminal> terminal = Terminal.open();
        if (terminal.isPresent()) {
            watch.screen(terminal.get());
        } else {
            watch.lines();
        }
        return 0;
    }

    private int positive(int pid) {
        if (pid <= 0) {
            throw new ParameterException(spec.commandLine(), "no process has the number " + pid);
        }
        return pid;
    }
}
