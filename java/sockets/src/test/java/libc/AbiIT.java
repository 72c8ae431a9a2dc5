package libc;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import libc.internal.Errors;
import libc.sys.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The constants and structs of all headers are those of the C compiler. */
class AbiIT {

    /**
     * Where the name of a class does not tell its header, or the kernel's headers have more names. Where they have more
     * of a struct, tcp_info, they come first.
     */
    private static final Map<String, List<String>> UNITS = Map.ofEntries(
            entry("libc.Strings", List.of("string.h")),
            entry("libc.Unistd", List.of("unistd.h", "linux/close_range.h")),
            entry("libc.bits.Fcntl", List.of("fcntl.h")),
            entry("libc.bits.In", List.of("netinet/in.h", "linux/in.h linux/in6.h")),
            entry("libc.bits.Socket", List.of("sys/socket.h", "linux/socket.h")),
            entry("libc.linux.Errqueue", List.of("time.h linux/errqueue.h")),
            entry("libc.linux.Sockios", List.of("sys/ioctl.h linux/sockios.h")),
            entry("libc.linux.VmSockets", List.of("sys/socket.h sys/ioctl.h linux/vm_sockets.h")),
            entry("libc.net.If", List.of("net/if.h", "linux/if.h linux/netdevice.h")),
            entry("libc.net.IfArp", List.of("net/if_arp.h", "linux/if_arp.h")),
            entry("libc.netinet.Icmp6", List.of("netinet/icmp6.h", "linux/icmpv6.h")),
            entry("libc.netinet.Ip", List.of("netinet/ip.h", "linux/ip.h")),
            entry("libc.netinet.IpIcmp", List.of("netinet/ip_icmp.h", "linux/icmp.h")),
            entry("libc.netinet.Tcp", List.of("linux/tcp.h", "netinet/tcp.h")),
            entry("libc.netinet.Udp", List.of("netinet/udp.h", "linux/udp.h")),
            entry("libc.netpacket.Packet", List.of("netpacket/packet.h", "linux/if_packet.h")),
            entry("libc.sys.Mman", List.of("sys/mman.h", "linux/memfd.h")),
            entry("libc.sys.Types", List.of("sys/types.h", "sys/uio.h")),
            entry("libc.sys.Un", List.of("sys/un.h", "linux/sockios.h linux/un.h")));

    @TempDir
    Path dir;

    @BeforeEach
    void needsACompiler() {
        Needs.tool("gcc");
    }

    @Test
    void findsTheClasses() throws Exception {
        Set<Class<?>> found = headers().stream().map(Abi.Header::type).collect(Collectors.toSet());
        assertTrue(found.containsAll(Set.of(Types.class, libc.bits.Socket.class, libc.netinet.Tcp.class, Errno.class)),
                found::toString);
    }

    @Test
    void classesSayWhatTheirHeadersSay() throws Exception {
        Map<String, String> differences = Abi.differences(dir, Machine.own(), headers(), newer());
        assertTrue(differences.isEmpty(), () -> lines(differences));
    }

    static Stream<Machine> foreign() {
        return Machine.all().stream().filter(Machine::isForeign);
    }

    /** Values that differ by machine are chosen when a class is initialised, which takes a JVM of its own. */
    @ParameterizedTest
    @MethodSource("foreign")
    @Tag("once")
    void classesSayWhatTheHeadersOfOtherMachinesSay(Machine machine) throws Exception {
        Needs.tool(machine.tools());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertEquals("", Needs.run(dir, java, "-Dos.arch=" + machine.osArch(), "-cp",
                System.getProperty("java.class.path"), ForeignAbi.class.getName(), dir.toString()));
    }

    @Test
    void listOfNewerNamesIsNotLongerThanNeeded() throws Exception {
        Set<String> constants = headers().stream().flatMap(header -> Arrays.stream(header.type().getDeclaredFields()))
                .map(Field::getName).collect(Collectors.toSet());
        assertEquals(List.of(), newer().keySet().stream().filter(name -> !constants.contains(name)).toList());
    }

    @Test
    void everyMistakeIsFoundAndNamed() throws Exception {
        List<Abi.Header> wrong = List.of(new Abi.Header(WrongHeader.class, List.of("netinet/ip.h fcntl.h poll.h netdb.h")));
        Map<String, String> differences = Abi.differences(dir, Machine.own(), wrong,
                Map.of("SO_LATER", 100L, "SO_LATEST", 101L, "SOMAXCONN", 1L));
        assertEquals("""
                AF_ATLANTIS
                AF_INET
                SOL_SOCKET
                SO_LATEST
                flock unpacked and packed
                flock.l_sysid
                in6_addr alignment
                in6addr_loopback
                iphdr.ihl bits
                iphdr.ihl packed
                iphdr.ihl unpacked
                iphdr.version bits
                iphdr.version packed
                iphdr.version unpacked
                linger.l_linger offset
                linger.l_linger packed
                linger.l_linger unpacked
                linger.l_onoff offset
                linger.l_onoff packed
                linger.l_onoff unpacked
                pollfd.events unpacked
                pollfd.revents
                protoent.p_aliases offset
                protoent.p_name offset
                sockaddr_atlantis
                timeval size
                ucred unpacked and packed
                ucred.uid size
                ucred.uid unpacked""", differences.keySet().stream()
                .map(subject -> subject.replaceFirst("^libc\\.WrongHeader\\.", "")).sorted().collect(Collectors.joining("\n")));
        String in = ", in <netinet/ip.h> <fcntl.h> <poll.h> <netdb.h> ";
        assertEquals("3" + in + "2", differences.get("libc.WrongHeader.AF_INET"));
        assertEquals("0" + in + "4", differences.get("libc.WrongHeader.linger.l_linger offset"));
        assertEquals("2" + in + "4", differences.get("libc.WrongHeader.ucred.uid size"));
        assertEquals("102, in the list of newer names 101", differences.get("libc.WrongHeader.SO_LATEST"));
    }

    @Test
    void memberThatIsNotInCIsNamed() {
        List<Abi.Header> wrong = List.of(new Abi.Header(WrongMember.class, List.of("sys/socket.h")));
        Throwable failed = assertThrows(AssertionError.class, () -> Abi.differences(dir, Machine.own(), wrong, Map.of()));
        assertTrue(failed.getMessage().contains("l_delay"), failed.getMessage());
    }

    @Test
    void errnoNamesAndTextsAreThoseOfC() {
        String source = """
                #define _GNU_SOURCE
                #include <stdio.h>
                #include <string.h>

                static const char *text(const char *s)
                {
                    return s == NULL ? "null" : s;
                }

                int main(void)
                {
                    for (int e = -1; e <= 200; e++)
                        printf("%s, %s, %s\\n", text(strerrorname_np(e)), text(strerrordesc_np(e)), strerror(e));
                    return 0;
                }
                """;
        List<Integer> errors = IntStream.rangeClosed(-1, 200).boxed().toList();
        List<String> c = CProgram.run(dir, source, new byte[0]).lines();
        CProgram.assertLines(errors, c, errors.stream().map(e -> String.join(", ", Strings.strerrorname_np(e),
                Strings.strerrordesc_np(e), Strings.strerror(e))).toList());
        CProgram.assertLines(errors, c, errors.stream().map(e -> String.join(", ", Errors.name(e),
                Strings.strerrordesc_np(e), Errors.text(e))).toList());
    }

    private static String lines(Map<String, String> differences) {
        return differences.entrySet().stream().map(difference -> difference.getKey() + ": " + difference.getValue())
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    /** Every public class of the library that is a header's, from the jar or folder that the library comes from. */
    static List<Abi.Header> headers() throws Exception {
        Path library = Path.of(Types.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(library)) {
            return headers(library);
        }
        try (FileSystem jar = FileSystems.newFileSystem(library)) {
            return headers(jar.getPath("/"));
        }
    }

    private static List<Abi.Header> headers(Path root) throws IOException, ClassNotFoundException {
        List<String> files;
        try (Stream<Path> all = Files.walk(root.resolve("libc"))) {
            files = all.map(file -> root.relativize(file).toString()).filter(file -> file.endsWith(".class")).sorted().toList();
        }
        List<Abi.Header> headers = new ArrayList<>();
        for (String file : files) {
            String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
            if (!name.matches("libc\\.(internal|nio)\\..*") && !name.contains("$") && !name.endsWith("-info")) {
                Class<?> type = Class.forName(name);
                if (Types.class.isAssignableFrom(type)) {
                    headers.add(new Abi.Header(type, UNITS.getOrDefault(name, List.of(header(name)))));
                }
            }
        }
        return headers;
    }

    /** {@code libc.netinet.IpIcmp} is {@code netinet/ip_icmp.h}. */
    private static String header(String type) {
        String path = type.substring("libc.".length()).replace('.', '/');
        return path.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT) + ".h";
    }

    static Map<String, Long> newer() throws IOException {
        try (InputStream list = AbiIT.class.getResourceAsStream("newer.tsv")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toMap(row -> row[0], row -> Long.decode(row[1]), (a, b) -> b, TreeMap::new));
        }
    }
}
