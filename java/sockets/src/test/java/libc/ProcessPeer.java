package libc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import libc.Place.Kind;

/** A peer in another process, which sends what it reads from stdin and writes what it receives to stdout. */
enum ProcessPeer implements Peer {

    NC("nc") {
        @Override
        List<String> command(Role role, Place own, Place ours) {
            Place place = role.first ? ours : own;
            Stream<String> options = switch (role) {
                case CONNECT -> Stream.of("-N");
                case LISTEN -> Stream.of("-N", "-l");
                case SEND -> place.kind() == Kind.PATH ? Stream.of("-u", "-s", own.name()) : Stream.of("-u");
                case RECEIVE -> Stream.of("-u", "-l");
            };
            Stream<String> address = place.kind() == Kind.PATH ? Stream.of("-U", place.name())
                    : Stream.of("-n", place.name(), Integer.toString(place.port()));
            return Stream.concat(Stream.of("nc"), Stream.concat(options, address)).toList();
        }
    },

    SOCAT("socat") {
        @Override
        List<String> command(Role role, Place own, Place ours) {
            Place place = role.first ? ours : own;
            String keyword = switch (place.kind()) {
                case INET -> role.stream ? "TCP4" : "UDP4";
                case PATH -> "UNIX";
                default -> "ABSTRACT";
            };
            String verb = switch (role) {
                case CONNECT -> "CONNECT";
                case LISTEN -> "LISTEN";
                case SEND -> "SENDTO";
                case RECEIVE -> "RECVFROM";
            };
            String address = place.kind() != Kind.INET ? place.name()
                    : role.first ? place.name() + ":" + place.port() : "0,bind=" + place.name();
            boolean named = own.kind() == Kind.PATH || own.kind() == Kind.ABSTRACT;
            String bind = role.first && named ? ",bind=" + own.name() : "";
            // -t is how long one direction goes on after the other has ended.
            return List.of("socat", "-t", Integer.toString(LIMIT), "STDIO",
                    keyword + "-" + verb + ":" + address + bind);
        }
    },

    PYTHON("python3") {
        @Override
        List<String> command(Role role, Place own, Place ours) {
            return List.of("python3", "-c", SCRIPT, role.name(), own.kind().name(), own.name(),
                    ours.kind().name(), ours.name(), Integer.toString(ours.port()));
        }

        @Override
        Datagrams datagrams(Running process, Place place) {
            return new Lines(process, place, process.process().inputReader());
        }
    };

    /** Seconds that a process is given for what takes it a small part of one. */
    static final int LIMIT = 30;

    /** Datagrams are lines of hexadecimal digits here, so that none is joined with another. */
    private static final String SCRIPT = """
            import os, socket, sys, threading

            role, own_kind, own_name, kind, name, port = sys.argv[1:]
            stream = role in ('CONNECT', 'LISTEN')
            inet = 'INET' in (own_kind, kind)

            def address(kind, name, port):
                return (name, int(port)) if inet else name if kind == 'PATH' else b'\\0' + name.encode()

            s = socket.socket(socket.AF_INET if inet else socket.AF_UNIX,
                              socket.SOCK_STREAM if stream else socket.SOCK_DGRAM)
            if own_kind != 'UNNAMED':
                s.bind(address(own_kind, own_name, 0))
            if role == 'CONNECT':
                s.connect(address(kind, name, port))
            elif role == 'LISTEN':
                s.listen()
                s, _ = s.accept()

            def send():
                if stream:
                    while data := os.read(0, 65536):
                        s.sendall(data)
                    s.shutdown(socket.SHUT_WR)
                else:
                    for line in sys.stdin:
                        s.sendto(bytes.fromhex(line), address(kind, name, port))
                    os._exit(0)

            threading.Thread(target=send).start()
            if stream:
                while data := s.recv(65536):
                    sys.stdout.buffer.write(data)
                    sys.stdout.buffer.flush()
            else:
                while True:
                    data, source = s.recvfrom(65536)
                    assert source == address(kind, name, port), source
                    print(data.hex(), flush=True)
            """;

    /** What a process does with its socket: one kind starts with ours, the other waits for it. */
    enum Role {
        CONNECT(true, true), LISTEN(true, false), SEND(false, true), RECEIVE(false, false);

        final boolean stream;
        final boolean first;

        Role(boolean stream, boolean first) {
            this.stream = stream;
            this.first = first;
        }
    }

    private final String tool;

    ProcessPeer(String tool) {
        this.tool = tool;
    }

    abstract List<String> command(Role role, Place own, Place ours);

    Datagrams datagrams(Running process, Place place) {
        return new Chunks(process, place);
    }

    /** The process, as its end of a connection. */
    private record Running(Process process, Path stderr) implements Connection {

        @Override
        public InputStream in() {
            return process.getInputStream();
        }

        @Override
        public OutputStream out() {
            return process.getOutputStream();
        }

        @Override
        public void shutdownOutput() throws IOException {
            process.getOutputStream().close();
        }

        @Override
        public void end() throws Exception {
            assertTrue(process.waitFor(LIMIT, TimeUnit.SECONDS), "the process ends");
            assertEquals(0, process.exitValue(), Files.readString(stderr));
        }

        @Override
        public void close() throws IOException {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.deleteIfExists(stderr);
        }
    }

    private record Accepting(Running process, Place place) implements Listener {

        @Override
        public Connection accept(Place ours) {
            return process;
        }

        @Override
        public void close() throws IOException {
            process.close();
        }
    }

    private record Chunks(Running process, Place place) implements Datagrams {

        @Override
        public void send(byte[] datagram) throws IOException {
            process.out().write(datagram);
            process.out().flush();
        }

        @Override
        public byte[] receive(int length) throws IOException {
            return process.in().readNBytes(length);
        }

        @Override
        public void close() throws IOException {
            process.close();
        }
    }

    private record Lines(Running process, Place place, BufferedReader in) implements Datagrams {

        @Override
        public void send(byte[] datagram) throws IOException {
            process.out().write((HexFormat.of().formatHex(datagram) + "\n").getBytes(StandardCharsets.US_ASCII));
            process.out().flush();
        }

        @Override
        public byte[] receive(int length) throws IOException {
            String line = in.readLine();
            assertNotNull(line, Files.readString(process.stderr()));
            return HexFormat.of().parseHex(line);
        }

        @Override
        public void close() throws IOException {
            process.close();
        }
    }

    @Override
    public Listener listen(Place own) throws Exception {
        Running process = start(Role.LISTEN, own, Place.UNNAMED);
        return new Accepting(process, ready(process, Role.LISTEN, own));
    }

    @Override
    public Connection connect(Place own, Place ours) throws IOException {
        return start(Role.CONNECT, own, ours);
    }

    @Override
    public Datagrams sender(Place own, Place ours) throws IOException {
        return datagrams(start(Role.SEND, own, ours), own);
    }

    @Override
    public Datagrams receiver(Place own, Place ours) throws Exception {
        Running process = start(Role.RECEIVE, own, ours);
        return datagrams(process, ready(process, Role.RECEIVE, own));
    }

    private Running start(Role role, Place own, Place ours) throws IOException {
        Needs.tool(tool);
        Path stderr = Files.createTempFile(tool, ".stderr");
        return new Running(new ProcessBuilder(command(role, own, ours)).redirectError(stderr.toFile()).start(), stderr);
    }

    /** Waits until the process has its socket where ours can reach it, and tells where. */
    private static Place ready(Running running, Role role, Place own) throws Exception {
        Process process = running.process();
        long start = System.nanoTime();
        try {
            while (!process.waitFor(10, TimeUnit.MILLISECONDS)
                    && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(LIMIT)) {
                Optional<Place> place = place(process.pid(), role, own);
                if (place.isPresent()) {
                    return place.get();
                }
            }
            throw new AssertionError("the process has no socket at " + own + ": " + Files.readString(running.stderr()));
        } catch (Throwable e) {
            running.close();
            throw e;
        }
    }

    /** The socket of the process in the kernel's tables: a port that the kernel chose can be known in no other way. */
    private static Optional<Place> place(long pid, Role role, Place own) throws IOException {
        Path proc = Path.of("/proc", Long.toString(pid));
        Set<String> files;
        try (Stream<Path> fds = Files.list(proc.resolve("fd"))) {
            files = fds.map(ProcessPeer::target).collect(Collectors.toSet());
        }
        boolean inet = own.kind() == Kind.INET;
        Path table = proc.resolve("net").resolve(!inet ? "unix" : role.stream ? "tcp" : "udp");
        return Files.readAllLines(table).stream().skip(1).map(line -> line.trim().split("\\s+"))
                .filter(line -> files.contains("socket:[" + line[inet ? 9 : 6] + "]"))
                .filter(line -> inet ? line[3].equals(role.stream ? "0A" : "07")
                        : line.length > 7 && (!role.stream || line[3].equals("00010000")))
                .map(line -> inet ? Place.loopback(Integer.parseInt(line[1].split(":")[1], 16)) : own).findFirst();
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (NoSuchFileException e) {
            return "closed since it was listed";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
