package libc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.EAFNOSUPPORT;
import static libc.Errno.EFAULT;
import static libc.Errno.EMFILE;
import static libc.Errno.errno;
import static libc.Fcntl.F_DUPFD;
import static libc.Fcntl.fcntl;
import static libc.Ifaddrs.getifaddrs;
import static libc.Netdb.*;
import static libc.net.If.IF_NAMESIZE;
import static libc.net.If.if_indextoname;
import static libc.net.If.if_nameindex;
import static libc.net.If.if_nametoindex;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import libc.Ifaddrs.ifaddrs;
import libc.bits.Socket.sockaddr;
import libc.bits.Socket.sockaddr_storage;
import libc.sys.Un.sockaddr_un;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Look-ups answer what they answer to C. No name server is asked: names are those of the databases in /etc, or no names
 * that one could be asked about.
 */
class NetdbIT {

    private static final Path HOSTS = Path.of("/etc/hosts");

    /** What no name server can be asked about: a label of more than 63 characters. */
    private static final String IMPOSSIBLE = "x".repeat(64) + ".invalid";

    private static final List<Integer> AI_FLAGS = List.of(0, AI_PASSIVE, AI_CANONNAME, AI_V4MAPPED, AI_ALL,
            AI_V4MAPPED | AI_ALL, AI_ADDRCONFIG, AI_IDN, AI_CANONIDN, AI_CANONIDN | AI_CANONNAME,
            AI_IDN_ALLOW_UNASSIGNED, AI_IDN_USE_STD3_ASCII_RULES, AI_NUMERICSERV, AI_PASSIVE | AI_NUMERICSERV, 0x800);

    private static final String COMMON = """
            #define _GNU_SOURCE
            #include <arpa/inet.h>
            #include <errno.h>
            #include <netdb.h>
            #include <stdio.h>
            #include <string.h>
            #include <sys/socket.h>
            #include <sys/un.h>

            #define COUNT(a) (sizeof(a) / sizeof((a)[0]))

            static inline const char *text(const char *s)
            {
                return s == NULL ? "NULL" : s;
            }

            static inline void hex(const void *from, size_t size)
            {
                for (size_t i = 0; i < size; i++)
                    printf("%02x", ((const unsigned char *)from)[i]);
            }

            static inline void list(char **names)
            {
                for (; *names != NULL; names++)
                    printf(",%s", *names);
            }

            static inline void infos(const char *node, const char *service, const struct addrinfo *hints)
            {
                struct addrinfo *res;
                int error = getaddrinfo(node, service, hints, &res);

                printf("%d", error);
                if (error == EAI_SYSTEM)
                    printf(" errno %d", errno);
                if (error == 0) {
                    for (struct addrinfo *ai = res; ai != NULL; ai = ai->ai_next) {
                        printf(" %d,%d,%d,%d,%u,", ai->ai_flags, ai->ai_family, ai->ai_socktype, ai->ai_protocol,
                               ai->ai_addrlen);
                        hex(ai->ai_addr, ai->ai_addrlen);
                        printf(",%s", text(ai->ai_canonname));
                    }
                    freeaddrinfo(res);
                }
                putchar('\\n');
            }

            static inline void host(struct hostent *host)
            {
                if (host == NULL) {
                    printf("h_errno %d", h_errno);
                    if (h_errno == NETDB_INTERNAL)
                        printf(" errno %d", errno);
                } else {
                    printf("%s %d %d", host->h_name, host->h_addrtype, host->h_length);
                    list(host->h_aliases);
                    for (char **addr = host->h_addr_list; *addr != NULL; addr++) {
                        putchar(' ');
                        hex(*addr, host->h_length);
                    }
                }
                putchar('\\n');
            }

            static inline void serv(struct servent *serv)
            {
                if (serv == NULL) {
                    puts("NULL");
                    return;
                }
                printf("%s %d %s", serv->s_name, serv->s_port, serv->s_proto);
                list(serv->s_aliases);
                putchar('\\n');
            }

            static inline void proto(struct protoent *proto)
            {
                if (proto == NULL) {
                    puts("NULL");
                    return;
                }
                printf("%s %d", proto->p_name, proto->p_proto);
                list(proto->p_aliases);
                putchar('\\n');
            }

            static inline void net(struct netent *net)
            {
                if (net == NULL) {
                    printf("h_errno %d\\n", h_errno);
                    return;
                }
                printf("%s %d %x", net->n_name, net->n_addrtype, net->n_net);
                list(net->n_aliases);
                putchar('\\n');
            }

            int main(void)
            {
            """;

    @TempDir
    Path dir;

    @BeforeAll
    static void runsOnTheExpectedBackend() {
        Sockets.assertBackend();
    }

    @BeforeEach
    void needsACompilerAndDatabases() {
        Needs.tool("gcc");
        for (String file : List.of("/etc/services", "/etc/protocols", "/etc/networks")) {
            if (!Files.isReadable(Path.of(file))) {
                Needs.lacks(file + ", of netbase");
            }
        }
    }

    /** The lines that C prints, and Java's equal them. */
    private List<String> assertSame(List<String> java, String main) {
        List<String> c = CProgram.run(dir, COMMON + main + "    return 0;\n}\n", new byte[0]).lines();
        CProgram.assertLines(IntStream.range(0, java.size()).boxed().toList(), c, java);
        return c;
    }

    private static String array(String declaration, List<String> strings) {
        return "    static const char *const " + declaration + "[] = {" + strings.stream()
                .map(s -> s == null ? "NULL" : CProgram.literal(s)).collect(Collectors.joining(", ")) + "};\n";
    }

    private static String array(String declaration, Stream<Integer> ints) {
        return "    static const int " + declaration + "[] = {"
                + ints.map(String::valueOf).collect(Collectors.joining(", ")) + "};\n";
    }

    private static String text(String s) {
        return s == null ? "NULL" : s;
    }

    private static String list(String[] names) {
        return Arrays.stream(names).map(name -> "," + name).collect(Collectors.joining());
    }

    private static String hex(Struct struct) {
        byte[] bytes = new byte[struct.size()];
        struct.pack(ByteBuffer.wrap(bytes));
        return HexFormat.of().formatHex(bytes);
    }

    private static String infos(String node, String service, addrinfo hints) {
        addrinfo[] res = new addrinfo[1];
        int error = getaddrinfo(node, service, hints, res);
        StringBuilder line = new StringBuilder().append(error);
        if (error == EAI_SYSTEM) {
            line.append(" errno ").append(errno());
        }
        for (addrinfo ai = res[0]; ai != null; ai = ai.ai_next) {
            assertEquals(ai.ai_family, ai.ai_addr.sa_family());
            line.append(' ').append(ai.ai_flags).append(',').append(ai.ai_family).append(',').append(ai.ai_socktype)
                    .append(',').append(ai.ai_protocol).append(',').append(ai.ai_addrlen).append(',')
                    .append(hex(ai.ai_addr)).append(',').append(text(ai.ai_canonname));
        }
        freeaddrinfo(res[0]);
        return line.toString();
    }

    private static String host(hostent host) {
        return host == null ? "h_errno " + h_errno() + (h_errno() == NETDB_INTERNAL ? " errno " + errno() : "")
                : host.h_name + " " + host.h_addrtype + " " + host.h_length + list(host.h_aliases)
                + Arrays.stream(host.h_addr_list).map(addr -> " " + HexFormat.of().formatHex(addr))
                .collect(Collectors.joining());
    }

    private static String serv(servent serv) {
        return serv == null ? "NULL" : serv.s_name + " " + serv.s_port + " " + serv.s_proto + list(serv.s_aliases);
    }

    private static String proto(protoent proto) {
        return proto == null ? "NULL" : proto.p_name + " " + proto.p_proto + list(proto.p_aliases);
    }

    private static String net(netent net) {
        return net == null ? "h_errno " + h_errno()
                : net.n_name + " " + net.n_addrtype + " " + Integer.toHexString(net.n_net) + list(net.n_aliases);
    }

    private static addrinfo hints(int flags, int family, int socktype, int protocol) {
        return new addrinfo(flags, family, socktype, protocol, 0, null, null, null);
    }

    /** The names and aliases that /etc/hosts has for addresses of one family. */
    private static List<String> names(int family) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (String line : Files.readAllLines(HOSTS)) {
            String[] words = line.replaceFirst("#.*", "").strip().split("\\s+");
            if (words.length > 1 && words[0].contains(":") == (family == AF_INET6)) {
                names.addAll(Arrays.asList(words).subList(1, words.length));
            }
        }
        return List.copyOf(names);
    }

    @Test
    void getaddrinfo_of_addresses_and_services() {
        List<String> nodes = Arrays.asList(null, "127.0.0.1", "0x7f.1", "::1", "fe80::1%lo", "fe80::1%nowhere", "localhost");
        List<String> services = Arrays.asList(null, "80", "domain", "no-such-service", "65536", "");
        List<Integer> families = List.of(AF_UNSPEC, AF_INET, AF_INET6, AF_UNIX);
        List<Integer> types = List.of(0, SOCK_STREAM, SOCK_DGRAM, SOCK_RAW, SOCK_SEQPACKET);
        List<Integer> protocols = List.of(0, IPPROTO_TCP, IPPROTO_UDP);
        List<String> java = new ArrayList<>();
        for (String node : nodes) {
            for (String service : services) {
                for (int family : families) {
                    for (int type : types) {
                        for (int protocol : protocols) {
                            for (int flags : AI_FLAGS) {
                                java.add(infos(node, service, hints(flags | AI_NUMERICHOST, family, type, protocol)));
                            }
                        }
                    }
                }
            }
        }
        List<String> c = assertSame(java, array("nodes", nodes) + array("services", services)
                + array("families", families.stream()) + array("types", types.stream())
                + array("protocols", protocols.stream()) + array("flags", AI_FLAGS.stream()) + """
                    for (size_t n = 0; n < COUNT(nodes); n++)
                        for (size_t s = 0; s < COUNT(services); s++)
                            for (size_t f = 0; f < COUNT(families); f++)
                                for (size_t t = 0; t < COUNT(types); t++)
                                    for (size_t p = 0; p < COUNT(protocols); p++)
                                        for (size_t i = 0; i < COUNT(flags); i++) {
                                            struct addrinfo hints = {0};

                                            hints.ai_flags = flags[i] | AI_NUMERICHOST;
                                            hints.ai_family = families[f];
                                            hints.ai_socktype = types[t];
                                            hints.ai_protocol = protocols[p];
                                            infos(nodes[n], services[s], &hints);
                                        }
                """);
        Set<String> answers = c.stream().map(line -> line.split(" ")[0]).collect(Collectors.toSet());
        for (int error : List.of(0, EAI_BADFLAGS, EAI_NONAME, EAI_FAMILY, EAI_SOCKTYPE, EAI_SERVICE, EAI_ADDRFAMILY)) {
            assertTrue(answers.contains("" + error), error + " is not among " + answers);
        }
    }

    @Test
    void getaddrinfo_of_names() throws Exception {
        List<String> nodes = new ArrayList<>(names(AF_INET));
        assertTrue(nodes.contains("localhost"), nodes::toString);
        nodes.add(IMPOSSIBLE);
        nodes.addAll(List.of("", "127.0.0.1"));
        List<String> java = new ArrayList<>();
        for (String node : nodes) {
            java.add(infos(node, "http", null));
            for (int flags : List.of(0, AI_CANONNAME, AI_ADDRCONFIG, AI_CANONNAME | AI_IDN, AI_NUMERICSERV)) {
                java.add(infos(node, "http", hints(flags, AF_INET, 0, 0)));
            }
        }
        assertSame(java, array("nodes", nodes) + """
                    static const int flags[] = {0, AI_CANONNAME, AI_ADDRCONFIG, AI_CANONNAME | AI_IDN, AI_NUMERICSERV};

                    for (size_t n = 0; n < COUNT(nodes); n++) {
                        infos(nodes[n], "http", NULL);
                        for (size_t i = 0; i < COUNT(flags); i++) {
                            struct addrinfo hints = {.ai_flags = flags[i], .ai_family = AF_INET};

                            infos(nodes[n], "http", &hints);
                        }
                    }
                """);
    }

    @Test
    void getaddrinfo_hands_out_addresses_of_their_families_class() {
        addrinfo[] res = new addrinfo[1];
        assertEquals(0, getaddrinfo("127.0.0.1", "9501", hints(AI_NUMERICHOST, AF_INET, SOCK_STREAM, 0), res));
        sockaddr_in sin = assertInstanceOf(sockaddr_in.class, res[0].ai_addr);
        assertEquals(9501, ntohs(sin.sin_port));
        assertEquals("{ai_flags=AI_NUMERICHOST, ai_family=AF_INET, ai_socktype=SOCK_STREAM, ai_protocol=IPPROTO_TCP, "
                + "ai_addrlen=16, ai_addr={sa_family=AF_INET, sin_port=htons(9501), sin_addr=inet_addr(\"127.0.0.1\")}, ai_canonname=NULL, ai_next=NULL}",
                res[0].toString());
        assertEquals(0, getaddrinfo("::1", "9501", hints(AI_NUMERICHOST | AI_CANONNAME, AF_INET6, 0, 0), res));
        sockaddr_in6 sin6 = assertInstanceOf(sockaddr_in6.class, res[0].ai_addr);
        assertArrayEquals(in6addr_loopback.s6_addr, sin6.sin6_addr.s6_addr);
        assertTrue(res[0].toString().endsWith("ai_canonname=\"::1\", ai_next=...}"), res[0]::toString);
    }

    @Test
    void getaddrinfo_refuses_what_it_cannot_do() {
        errno(0);
        assertEquals(EAI_SYSTEM, getaddrinfo("127.0.0.1", "80", null, null));
        assertEquals(EFAULT, errno());
        assertThrows(IndexOutOfBoundsException.class, () -> getaddrinfo("127.0.0.1", "80", null, new addrinfo[0]));
        assertThrows(IllegalArgumentException.class, () -> getaddrinfo("127.0.0.1\0", null, null, new addrinfo[1]));
        assertThrows(IllegalArgumentException.class, () -> getaddrinfo(null, "80\0", null, new addrinfo[1]));
        addrinfo[] res = {new addrinfo()};
        addrinfo before = res[0];
        errno(0);
        assertEquals(EAI_NONAME, getaddrinfo(null, null, null, res));
        assertEquals(before, res[0], "a failure leaves res");
        assertEquals(0, errno(), "only EAI_SYSTEM sets errno");
    }

    @Test
    void getaddrinfo_ignores_the_pointers_in_hints() {
        addrinfo hints = hints(AI_NUMERICHOST, AF_INET, SOCK_STREAM, 0);
        hints.ai_addr = new sockaddr_in();
        hints.ai_canonname = "none";
        hints.ai_next = hints;
        addrinfo[] res = new addrinfo[1];
        assertEquals(0, getaddrinfo("127.0.0.1", null, hints, res));
        assertEquals("none", hints.ai_canonname);
        Strings.memset(hints, 0, sizeof(hints));
        assertNull(hints.ai_next);
        assertEquals(0, hints.ai_flags);
        hints.set(res[0]);
        assertEquals(res[0].ai_addr, hints.ai_addr);
    }

    @Test
    void error_texts() {
        List<String> java = new ArrayList<>();
        for (int error = -210; error <= 10; error++) {
            java.add(gai_strerror(error) + ", " + hstrerror(error));
        }
        assertSame(java, """
                    for (int error = -210; error <= 10; error++)
                        printf("%s, %s\\n", gai_strerror(error), hstrerror(error));
                """);
    }

    @Test
    void herror_prints_what_h_errno_means() {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, UTF_8));
        try {
            h_errno(TRY_AGAIN);
            herror("look-up");
            herror("");
            herror(null);
        } finally {
            System.setErr(before);
        }
        assertEquals("look-up: Host name lookup failure\nHost name lookup failure\nHost name lookup failure\n",
                bytes.toString(UTF_8));
    }

    private static String name(sockaddr addr, int addrlen, int hostlen, int servlen, int flags) {
        byte[] host = new byte[hostlen];
        byte[] serv = new byte[servlen];
        int error = getnameinfo(addr, addrlen, host, hostlen, serv, servlen, flags);
        return error + (error != 0 ? "" : " " + (hostlen == 0 ? "" : Strings.str(host)) + " "
                + (servlen == 0 ? "" : Strings.str(serv)));
    }

    @Test
    void getnameinfo_of_addresses() {
        List<Integer> lengths = List.of(0, 1, 2, 15, 16, 27, 28);
        List<Integer> sizes = List.of(0, 1, 4, NI_MAXHOST);
        List<Integer> flags = IntStream.range(0, 0x200).boxed().toList();
        List<sockaddr> addrs = List.of(new sockaddr_in(AF_INET, htons(53), new in_addr(htonl(INADDR_LOOPBACK))),
                new sockaddr_in6(AF_INET6, htons(514), 0, in6addr_loopback, 0),
                new sockaddr_un(AF_UNIX, "/run/x".getBytes(UTF_8)), new sockaddr_storage());
        List<String> java = new ArrayList<>();
        for (sockaddr addr : addrs) {
            for (int length : lengths) {
                for (int size : sizes) {
                    for (int flag : flags) {
                        // ::1 need not be in /etc/hosts
                        java.add(name(addr, Math.min(length, addr.size()), size, size,
                                addr instanceof sockaddr_in6 ? flag | NI_NUMERICHOST : flag));
                    }
                }
            }
        }
        List<String> c = assertSame(java, array("lengths", lengths.stream()) + array("sizes", sizes.stream()) + """
                    struct sockaddr_in in = {AF_INET, htons(53), {htonl(INADDR_LOOPBACK)}, {0}};
                    struct sockaddr_in6 in6 = {AF_INET6, htons(514), 0, IN6ADDR_LOOPBACK_INIT, 0};
                    struct sockaddr_un un = {AF_UNIX, "/run/x"};
                    struct sockaddr_storage storage = {0};
                    const struct { struct sockaddr *addr; size_t size; } addrs[] = {
                        {(struct sockaddr *)&in, sizeof(in)}, {(struct sockaddr *)&in6, sizeof(in6)},
                        {(struct sockaddr *)&un, sizeof(un)}, {(struct sockaddr *)&storage, sizeof(storage)}};
                    char host[NI_MAXHOST], serv[NI_MAXHOST];

                    for (size_t a = 0; a < COUNT(addrs); a++)
                        for (size_t l = 0; l < COUNT(lengths); l++)
                            for (size_t s = 0; s < COUNT(sizes); s++)
                                for (int flags = 0; flags < 0x200; flags++) {
                                    socklen_t len = lengths[l];
                                    int error = getnameinfo(addrs[a].addr, len < addrs[a].size ? len : addrs[a].size,
                                            host, sizes[s], serv, sizes[s], a == 1 ? flags | NI_NUMERICHOST : flags);

                                    printf("%d", error);
                                    if (error == 0)
                                        printf(" %s %s", sizes[s] == 0 ? "" : host, sizes[s] == 0 ? "" : serv);
                                    putchar('\\n');
                                }
                """);
        Set<String> answers = c.stream().map(line -> line.split(" ")[0]).collect(Collectors.toSet());
        assertEquals(Set.of(0, EAI_BADFLAGS, EAI_NONAME, EAI_FAMILY, EAI_OVERFLOW).stream().map(String::valueOf)
                .collect(Collectors.toSet()), answers);
        assertTrue(c.contains("0 localhost domain"), "127.0.0.1 is localhost, 53 is domain");
    }

    @Test
    void getnameinfo_stays_within_its_memory() {
        sockaddr_in sin = Sockets.loopback(53);
        errno(0);
        assertEquals(EAI_SYSTEM, getnameinfo(null, 16, new byte[8], 8, null, 0, 0));
        assertEquals(EFAULT, errno());
        assertThrows(IndexOutOfBoundsException.class, () -> getnameinfo(sin, 17, new byte[8], 8, null, 0, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> getnameinfo(sin, 16, new byte[8], 9, null, 0, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> getnameinfo(sin, 16, null, 0, new byte[8], -1, 0));
        byte[] host = "................".getBytes(UTF_8);
        assertEquals(0, getnameinfo(sin, 16, host, 10, null, NI_MAXSERV, NI_NUMERICHOST));
        assertEquals("127.0.0.1\0......", new String(host, UTF_8));
        assertEquals(EAI_OVERFLOW, getnameinfo(sin, 16, host, 9, null, 0, NI_NUMERICHOST));
        sockaddr_un un = new sockaddr_un(AF_UNIX, "x".repeat(108).getBytes(UTF_8));
        byte[] serv = new byte[NI_MAXHOST];
        assertEquals(0, getnameinfo(un, sizeof(un), null, 0, serv, sizeof(serv), 0));
        assertEquals("x".repeat(108), Strings.str(serv), "a path without a NUL");
    }

    @Test
    void hosts_by_name() throws Exception {
        List<String> nodes = new ArrayList<>(names(AF_INET));
        nodes.add(IMPOSSIBLE);
        nodes.addAll(List.of("127.0.0.1", "10.1", "999.999.999.999", "::1", ""));
        List<String> nodes6 = new ArrayList<>(names(AF_INET6));
        nodes6.add(IMPOSSIBLE);
        nodes6.addAll(List.of("::1", "fe80::1", "127.0.0.1", "999.999.999.999"));
        List<String> java = new ArrayList<>();
        nodes.forEach(node -> java.add(host(gethostbyname(node))));
        nodes.forEach(node -> java.add(host(gethostbyname2(node, AF_INET))));
        nodes6.forEach(node -> java.add(host(gethostbyname2(node, AF_INET6))));
        java.add(host(gethostbyname2("localhost", 99)));
        java.add(host(gethostbyname2("127.0.0.1", 99)));
        List<String> c = assertSame(java, array("nodes", nodes) + array("nodes6", nodes6) + """
                    for (size_t n = 0; n < COUNT(nodes); n++)
                        host(gethostbyname(nodes[n]));
                    for (size_t n = 0; n < COUNT(nodes); n++)
                        host(gethostbyname2(nodes[n], AF_INET));
                    for (size_t n = 0; n < COUNT(nodes6); n++)
                        host(gethostbyname2(nodes6[n], AF_INET6));
                    host(gethostbyname2("localhost", 99));
                    host(gethostbyname2("127.0.0.1", 99));
                """);
        assertTrue(c.contains("h_errno " + HOST_NOT_FOUND), c::toString);
        hostent localhost = gethostbyname("localhost");
        assertArrayEquals(new byte[] {127, 0, 0, 1}, localhost.h_addr());
        assertTrue(localhost.toString().startsWith("{h_name=\"localhost\", h_aliases=["), localhost::toString);
        assertTrue(localhost.toString().contains("h_length=4, h_addr_list=[7f:00:00:01"), localhost::toString);
    }

    @Test
    void hosts_by_address() {
        byte[] loopback = {127, 0, 0, 1};
        List<String> java = List.of(host(gethostbyaddr(loopback, 4, AF_INET)),
                host(gethostbyaddr(new in_addr(htonl(INADDR_LOOPBACK)), sizeof(in_addr.class), AF_INET)),
                host(gethostbyaddr(in6addr_any, sizeof(in6_addr.class), AF_INET6)),
                host(gethostbyaddr(loopback, 3, AF_INET)), host(gethostbyaddr(loopback, 4, AF_INET6)),
                host(gethostbyaddr(loopback, 4, AF_UNIX)));
        List<String> c = assertSame(java, """
                    const unsigned char loopback[] = {127, 0, 0, 1};
                    struct in_addr in = {htonl(INADDR_LOOPBACK)};

                    host(gethostbyaddr(loopback, 4, AF_INET));
                    host(gethostbyaddr(&in, sizeof(in), AF_INET));
                    host(gethostbyaddr(&in6addr_any, sizeof(in6addr_any), AF_INET6));
                    host(gethostbyaddr(loopback, 3, AF_INET));
                    host(gethostbyaddr(loopback, 4, AF_INET6));
                    host(gethostbyaddr(loopback, 4, AF_UNIX));
                """);
        assertEquals("h_errno " + NETDB_INTERNAL + " errno " + EAFNOSUPPORT, c.get(5));
        assertThrows(IndexOutOfBoundsException.class, () -> gethostbyaddr(loopback, 5, AF_INET));
        assertThrows(IndexOutOfBoundsException.class, () -> gethostbyaddr(new in_addr(), 16, AF_INET6));
        assertThrows(IndexOutOfBoundsException.class, () -> gethostbyaddr(loopback, -1, AF_INET));
    }

    @Test
    void hosts_in_their_order() {
        List<String> java = new ArrayList<>();
        sethostent(1);
        for (hostent host = gethostent(); host != null; host = gethostent()) {
            java.add(host(host));
        }
        sethostent(1);
        java.add(host(gethostent()));
        endhostent();
        assertSame(java, """
                    struct hostent *h;

                    while ((h = gethostent()) != NULL)
                        host(h);
                    sethostent(1);
                    host(gethostent());
                """);
        assertTrue(java.size() > 1, java::toString);
    }

    @Test
    void services() {
        List<servent> all = new ArrayList<>();
        setservent(1);
        for (servent serv = getservent(); serv != null; serv = getservent()) {
            all.add(serv);
        }
        endservent();
        assertTrue(all.size() > 100, "services of netbase");
        List<String> java = new ArrayList<>();
        for (servent serv : all) {
            java.add(serv(serv));
            java.add(serv(getservbyname(serv.s_name, serv.s_proto)));
            java.add(serv(getservbyname(serv.s_name, null)));
            java.add(serv(getservbyport(serv.s_port, serv.s_proto)));
            java.add(serv(getservbyport(serv.s_port, null)));
        }
        java.add(serv(getservbyname("no-such-service", null)));
        java.add(serv(getservbyname("http", "no-such-protocol")));
        java.add(serv(getservbyport(htons(65535), null)));
        List<String> c = assertSame(java, array("names", all.stream().map(s -> s.s_name).toList())
                + array("protos", all.stream().map(s -> s.s_proto).toList())
                + array("ports", all.stream().map(s -> s.s_port)) + """
                    setservent(1);
                    for (size_t i = 0; i < COUNT(names); i++) {
                        serv(getservent());
                        serv(getservbyname(names[i], protos[i]));
                        serv(getservbyname(names[i], NULL));
                        serv(getservbyport(ports[i], protos[i]));
                        serv(getservbyport(ports[i], NULL));
                    }
                    if (getservent() != NULL)
                        return 1;
                    serv(getservbyname("no-such-service", NULL));
                    serv(getservbyname("http", "no-such-protocol"));
                    serv(getservbyport(htons(65535), NULL));
                """);
        assertEquals(List.of("NULL", "NULL", "NULL"), c.subList(c.size() - 3, c.size()));
        servent domain = getservbyname("domain", "udp");
        assertEquals(53, ntohs(domain.s_port));
        assertEquals("{s_name=\"domain\", s_aliases=[], s_port=" + htons(53) + ", s_proto=\"udp\"}", domain.toString());
    }

    @Test
    void protocols() {
        List<protoent> all = new ArrayList<>();
        setprotoent(1);
        for (protoent proto = getprotoent(); proto != null; proto = getprotoent()) {
            all.add(proto);
        }
        endprotoent();
        assertTrue(all.size() > 20, "protocols of netbase");
        List<String> java = new ArrayList<>();
        for (protoent proto : all) {
            java.add(proto(proto));
            java.add(proto(getprotobyname(proto.p_name)));
            java.add(proto(getprotobyname(proto.p_aliases.length == 0 ? proto.p_name : proto.p_aliases[0])));
            java.add(proto(getprotobynumber(proto.p_proto)));
        }
        java.add(proto(getprotobyname("no-such-protocol")));
        java.add(proto(getprotobynumber(-1)));
        List<String> c = assertSame(java, array("names", all.stream().map(p -> p.p_name).toList())
                + array("aliases", all.stream().map(p -> p.p_aliases.length == 0 ? p.p_name : p.p_aliases[0]).toList())
                + array("numbers", all.stream().map(p -> p.p_proto)) + """
                    setprotoent(1);
                    for (size_t i = 0; i < COUNT(names); i++) {
                        proto(getprotoent());
                        proto(getprotobyname(names[i]));
                        proto(getprotobyname(aliases[i]));
                        proto(getprotobynumber(numbers[i]));
                    }
                    if (getprotoent() != NULL)
                        return 1;
                    proto(getprotobyname("no-such-protocol"));
                    proto(getprotobynumber(-1));
                """);
        assertEquals(List.of("NULL", "NULL"), c.subList(c.size() - 2, c.size()));
        assertEquals(IPPROTO_TCP, getprotobyname("TCP").p_proto);
    }

    @Test
    void networks() {
        List<netent> all = new ArrayList<>();
        setnetent(1);
        for (netent net = getnetent(); net != null; net = getnetent()) {
            all.add(net);
        }
        endnetent();
        assertTrue(all.stream().anyMatch(net -> net.n_name.equals("loopback")), "networks of netbase");
        List<String> java = new ArrayList<>();
        for (netent net : all) {
            java.add(net(net));
            java.add(net(getnetbyname(net.n_name)));
            java.add(net(getnetbyaddr(net.n_net, net.n_addrtype)));
        }
        h_errno(0);
        java.add(net(getnetbyname("no-such-network")));
        h_errno(0);
        java.add(net(getnetbyaddr(htonl(1), AF_INET)));
        List<String> c = assertSame(java, array("names", all.stream().map(n -> n.n_name).toList())
                + array("nets", all.stream().map(n -> n.n_net)) + """
                    setnetent(1);
                    for (size_t i = 0; i < COUNT(names); i++) {
                        net(getnetent());
                        net(getnetbyname(names[i]));
                        net(getnetbyaddr(nets[i], AF_INET));
                    }
                    if (getnetent() != NULL)
                        return 1;
                    net(getnetbyname("no-such-network"));
                    net(getnetbyaddr(htonl(1), AF_INET));
                """);
        assertEquals("h_errno " + HOST_NOT_FOUND, c.get(c.size() - 1));
        assertEquals(INADDR_LOOPBACK & IN_CLASSA_NET, getnetbyname("loopback").n_net);
    }

    @Test
    void null_is_EFAULT() {
        List<Callable<Object>> calls = List.of(() -> gethostbyname(null), () -> gethostbyname2(null, AF_INET),
                () -> gethostbyaddr((byte[]) null, 4, AF_INET), () -> gethostbyaddr((Struct) null, 4, AF_INET),
                () -> getnetbyname(null), () -> getservbyname(null, null), () -> getprotobyname(null));
        for (int i = 0; i < calls.size(); i++) {
            errno(0);
            h_errno(0);
            assertNull(assertAnswers(calls.get(i)));
            assertEquals(EFAULT, errno());
            assertEquals(i < 5 ? NETDB_INTERNAL : 0, h_errno());
        }
    }

    private static Object assertAnswers(Callable<Object> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_NUL_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> gethostbyname("localhost\0"));
        assertThrows(IllegalArgumentException.class, () -> gethostbyname2("localhost\0", AF_INET));
        assertThrows(IllegalArgumentException.class, () -> getservbyname("http\0", null));
        assertThrows(IllegalArgumentException.class, () -> getservbyname("http", "tcp\0"));
        assertThrows(IllegalArgumentException.class, () -> getservbyport(80, "tcp\0"));
        assertThrows(IllegalArgumentException.class, () -> getprotobyname("tcp\0"));
        assertThrows(IllegalArgumentException.class, () -> getnetbyname("loopback\0"));
    }

    @Test
    void answers_are_fresh() {
        servent first = getservbyname("domain", "udp");
        servent second = getservbyname("http", "tcp");
        assertNotSame(first, second);
        assertEquals("domain", first.s_name);
        assertEquals("http", second.s_name);
    }

    @Test
    void threads_do_not_see_each_others_answers() throws Exception {
        List<String> names = List.of("domain", "http", "https", "ssh", "telnet", "smtp");
        List<String> expected = names.stream().map(name -> serv(getservbyname(name, "tcp"))).toList();
        ExecutorService executor = Executors.newFixedThreadPool(names.size());
        try {
            List<Future<Boolean>> ends = new ArrayList<>();
            for (int t = 0; t < names.size(); t++) {
                int own = t;
                ends.add(executor.submit(() -> {
                    h_errno(0);
                    for (int i = 0; i < 300; i++) {
                        assertEquals(expected.get(own), serv(getservbyname(names.get(own), "tcp")));
                        byte[] address = {10, 0, 0, (byte) own};
                        assertArrayEquals(address, gethostbyname("10.0.0." + own).h_addr());
                        if (own % 2 == 1) {
                            assertNull(gethostbyname("999.999.999.999"));
                        }
                        assertEquals(own % 2 == 1 ? HOST_NOT_FOUND : 0, h_errno());
                    }
                    return true;
                }));
            }
            for (Future<Boolean> end : ends) {
                assertTrue(end.get());
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void without_descriptors() throws Exception {
        Needs.tool("sh");
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -n 200; exec \"$@\"", "sh"));
        command.addAll(Sockets.java(Exhausted.class));
        List<String> java = Needs.run(dir, command.toArray(String[]::new)).lines().toList();
        String main = COMMON.replace("int main(void)", """
                #include <ifaddrs.h>
                #include <net/if.h>
                #include <netinet/ether.h>
                #include <sys/resource.h>
                #include <unistd.h>

                int main(void)""") + """
                    const struct rlimit limit = {200, 200};
                    struct ifaddrs *ifa;
                    char name[IF_NAMESIZE];

                    setrlimit(RLIMIT_NOFILE, &limit);
                    infos("localhost", "http", NULL);
                    host(gethostbyname("localhost"));
                    while (dup(0) != -1)
                        ;
                    errno = 0;
                    printf("%d ", if_nametoindex("lo"));
                    printf("%d\\n", errno);
                    errno = 0;
                    printf("%s ", text(if_indextoname(1, name)));
                    printf("%d\\n", errno);
                    errno = 0;
                    printf("%d ", if_nameindex() == NULL);
                    printf("%d\\n", errno);
                    errno = 0;
                    printf("%d ", getifaddrs(&ifa));
                    printf("%d\\n", errno);
                    infos("localhost", "http", NULL);
                    host(gethostbyname("localhost"));
                    serv(getservbyname("http", NULL));
                    proto(getprotobyname("tcp"));
                    net(getnetbyname("loopback"));
                    return 0;
                }
                """;
        List<String> c = CProgram.run(dir, main, new byte[0]).lines();
        CProgram.assertLines(java, c, java);
        assertTrue(c.contains("-1 " + EMFILE), c::toString);
    }

    /** What a process can do when it has no descriptor left. */
    static final class Exhausted {

        private Exhausted() {}

        public static void main(String[] args) {
            List<String> lines = new ArrayList<>();
            lines.add(infos("localhost", "http", null));
            lines.add(host(gethostbyname("localhost")));
            answers(new ArrayList<>()); // no class needs loading later
            List<String> answers = new ArrayList<>();
            do { // until the JVM has not closed one of its own meanwhile
                while (fcntl(0, F_DUPFD, 0) != -1) {
                    errno(0);
                }
                answers.clear();
                answers(answers);
            } while (fcntl(0, F_DUPFD, 0) != -1);
            lines.addAll(answers);
            lines.forEach(System.out::println);
        }

        private static void answers(List<String> lines) {
            errno(0);
            lines.add(if_nametoindex("lo") + " " + errno());
            errno(0);
            lines.add(text(if_indextoname(1, new byte[IF_NAMESIZE])) + " " + errno());
            errno(0);
            lines.add((if_nameindex() == null ? 1 : 0) + " " + errno());
            errno(0);
            lines.add(getifaddrs(new ifaddrs[1]) + " " + errno());
            lines.add(infos("localhost", "http", null));
            lines.add(host(gethostbyname("localhost")));
            lines.add(serv(getservbyname("http", null)));
            lines.add(proto(getprotobyname("tcp")));
            lines.add(net(getnetbyname("loopback")));
        }
    }

    @Test
    void what_C_allocates_is_freed() throws Exception {
        List<String> command = new ArrayList<>(Sockets.java(Repeated.class));
        command.addAll(1, List.of("-Xms16m", "-Xmx16m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        for (String line : Needs.run(dir, command.toArray(String[]::new)).lines().toList()) {
            assertTrue(Integer.parseInt(line.split(" ")[1]) < 1024, line + " KB grown");
        }
    }

    /** How much a process grows by calls that C allocates memory for. */
    static final class Repeated {

        private Repeated() {}

        public static void main(String[] args) throws IOException {
            addrinfo numeric = hints(AI_NUMERICHOST | AI_NUMERICSERV, AF_UNSPEC, 0, 0);
            repeat("getaddrinfo", 20_000, () -> getaddrinfo("127.0.0.1", "80", numeric, new addrinfo[1]));
            repeat("getifaddrs", 5000, () -> getifaddrs(new ifaddrs[1]));
            repeat("if_nameindex", 40_000, () -> if_nameindex());
        }

        private static void repeat(String name, int calls, Runnable call) throws IOException {
            for (int i = 0; i < 5000; i++) {
                call.run();
            }
            int before = own();
            for (int i = 0; i < calls; i++) {
                call.run();
            }
            System.out.println(name + " " + (own() - before));
        }

        /** KB of memory that is the process's own. */
        private static int own() throws IOException {
            return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("RssAnon:"))
                    .map(line -> Integer.parseInt(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
        }
    }
}
